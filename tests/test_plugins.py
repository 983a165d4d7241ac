"""Steps of other packages."""

from __future__ import annotations

import pickle
import sys
from typing import TYPE_CHECKING

import pytest

from cleantext.chain import Chain
from cleantext.config import chain_of, dumps, loads
from cleantext.document import Document
from cleantext.errors import ChainError, PluginError, UsageError
from cleantext.plugins import known_steps
from cleantext.steps import STEPS
from cleantext.testing import check_step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MODULE = '''
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from cleantext.document import Document, mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Ampersands:
    """Spells out ampersands between blanks."""

    after: ClassVar[tuple[str, ...]] = ("encoding", "spaces")
    word: str = "and"

    def __call__(self, document: Document) -> Document:
        return document.with_blocks(self._spelled(block, document.original) for block in document.blocks)

    def _spelled(self, block, original):
        at = block.text.find(" & ")
        edits = [(at + 1, at + 2, self.word)] if at >= 0 else []
        return mend(block, edits, "ampersands.word", "mend", original)


SHOUT = "not a factory"


def tagged():
    return lambda document: document
'''


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Put a package on the path that announces steps: name = "module:factory"."""
    (tmp_path / "harbour_steps.py").write_text(MODULE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    def announce(**entries: str) -> None:
        info = tmp_path / "harbour_steps-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbour-steps\nVersion: 1.2\n", "utf-8")
        lines = "".join(f"{name} = {value}\n" for name, value in entries.items())
        (info / "entry_points.txt").write_text(f"[cleantext.steps]\n{lines}", "utf-8")

    yield announce
    sys.modules.pop("harbour_steps", None)


def test_a_step_of_another_package_is_used_like_any_other(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    made = chain_of(steps=["spaces", "ampersands"], options={"ampersands": {"word": "plus"}})
    assert made(Document.of("fish  & chips")).text == "fish plus chips"


def test_a_step_of_another_package_is_told_with_its_origin(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    table = known_steps()
    assert list(table)[: len(STEPS)] == list(STEPS)
    assert table["ampersands"].summary == "from harbour-steps 1.2"


def test_nothing_is_imported_until_a_chain_names_it(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    known_steps()
    chain_of(steps=["spaces"])
    assert "harbour_steps" not in sys.modules


def test_it_may_say_where_it_can_stand(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    with pytest.raises(ChainError, match="'ampersands' cannot come before 'spaces'"):
        chain_of(steps=["ampersands", "spaces"])


def test_its_options_are_checked(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    with pytest.raises(UsageError, match="step 'ampersands': option 'word' wants a string, not 1"):
        chain_of(steps=["ampersands"], options={"ampersands": {"word": 1}})


def test_it_can_be_configured_and_written_out(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    made = chain_of(config=loads('steps = ["ampersands"]\n[step.ampersands]\nword = "und"'))
    assert dumps(made) == 'steps = [\n    "ampersands",\n]\n\n[step.ampersands]\nword = "und"\n'


def test_a_chain_with_it_survives_pickling(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    made = chain_of(steps=["spaces", "ampersands"])
    copy: Chain = pickle.loads(pickle.dumps(made))
    assert copy == made
    assert copy(Document.of("fish & chips")).text == "fish and chips"


def test_it_can_be_checked_by_name(install: Callable[..., None]) -> None:
    install(ampersands="harbour_steps:Ampersands")
    check_step("ampersands", inserts=True, timed=False)


def test_a_function_can_be_a_factory(install: Callable[..., None]) -> None:
    install(tagged="harbour_steps:tagged")
    assert chain_of(steps=["tagged"])(Document.of("Rain.")).text == "Rain."


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("harbour_steps:Nothing", "AttributeError: module 'harbour_steps' has no attribute 'Nothing'"),
        ("harbour_stairs:Ampersands", "ModuleNotFoundError: No module named 'harbour_stairs'"),
        ("harbour_steps:SHOUT", "is not callable"),
    ],
)
def test_a_broken_one_is_an_error_that_names_it(install: Callable[..., None], value: str, told: str) -> None:
    install(broken=value)
    with pytest.raises(PluginError, match=rf"step 'broken' \({value}, from harbour-steps 1\.2\)") as caught:
        chain_of(steps=["broken"])
    assert told in str(caught.value)


def test_a_broken_one_harms_no_other_chain(install: Callable[..., None]) -> None:
    install(broken="harbour_steps:Nothing", ampersands="harbour_steps:Ampersands")
    assert len(chain_of(steps=["ampersands"])) == 1


def test_a_name_that_is_taken_is_an_error(install: Callable[..., None]) -> None:
    install(spaces="harbour_steps:Ampersands")
    told = r"'harbour_steps:Ampersands' \(from harbour-steps 1\.2\) calls itself 'spaces'"
    with pytest.raises(PluginError, match=told):
        known_steps()
    assert chain_of(steps=["spaces"])(Document.of("a & b")).text == "a & b"
