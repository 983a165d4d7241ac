"""Work counted, not timed: the calls of a function, or its bytecode instructions.

As a script it counts what each step of ``news`` does with a few golden samples, and prints it as JSON: in a process of
its own, for what earlier texts left in memos would change the counts. What happens inside one call of a built-in
function, a regular expression for instance, is not seen.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from cleantext.config import preset_chain
from cleantext.document import Document
from corpus import samples

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

# Read first, so that models, word lists and what a kind of damage needs are loaded, and most common words are known.
FIRST = (
    "en-a-lines-jewel-comments",
    "en-a-mojibake-glacier-microbes",
    "en-a-entities-chipmaker-results",
    "de-graz-kanalgasse-natural",
    "fr-intact-necrologie-poete",
    "ja-fuhenko-shoten-interview",
)
# Most kinds of damage, none, and four languages.
COUNTED = (
    "en-a-keep-court-quotes",
    "en-a-links-senator-lobster",
    "en-a-page-us-mayor-verdict",
    "en-a-spaced-pension-rebellion",
    "en-b-rewrapped-obituary-lifeboat",
    "de-moorforschung-mojibake",
    "fr-tramway-inaugure-colle",
    "ja-shotengai-saikai-gyo",
)


def calls(function: Callable[[], object]) -> int:
    """The number of calls that a function makes, of Python functions and of built-in ones."""
    found = 0

    def counted(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        function()
    finally:
        sys.setprofile(None)
    return found


def instructions(function: Callable[[], object]) -> int:
    """The number of bytecode instructions that a function takes, with those of all functions that it calls."""
    return _monitored(function) if sys.version_info >= (3, 12) else _traced(function)


def _monitored(function: Callable[[], object]) -> int:
    found = 0

    def counted(_code: Any, _offset: int) -> None:
        nonlocal found
        found += 1

    monitoring: Any = vars(sys)["monitoring"]
    tool, instruction = monitoring.PROFILER_ID, monitoring.events.INSTRUCTION
    monitoring.use_tool_id(tool, "counting")
    monitoring.register_callback(tool, instruction, counted)
    monitoring.set_events(tool, instruction)
    try:
        function()
    finally:
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)
    return found


def _traced(function: Callable[[], object]) -> int:
    found = 0

    def counted(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal found
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        found += event == "opcode"
        return counted

    sys.settrace(counted)
    try:
        function()
    finally:
        sys.settrace(None)
    return found


def by_step() -> dict[str, float]:
    """Instructions a character of each step of ``news``, given what the steps before it left."""
    raw = {sample.name: sample.raw for sample in samples()}
    chain = preset_chain("news")
    for name in FIRST:
        chain(Document.of(raw[name]))
    documents = [Document.of(raw[name]) for name in COUNTED]
    characters = sum(len(document.original) for document in documents)
    found = {}
    for name, step in chain:
        after: list[Document] = []
        count = instructions(partial(after.extend, map(step, documents)))
        found[name] = round(count / characters, 3)
        documents = after
    return found


if __name__ == "__main__":
    print(json.dumps(by_step()))
