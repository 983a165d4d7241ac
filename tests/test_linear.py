"""Every pattern of the package takes time in proportion to the text, whatever the text."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from contextlib import suppress
from time import process_time
from typing import Any

import pytest

import cleantext

UNITS = (
    "a", "A", "aA", "Aa ", "1", "1.", "1,", "1:1", " ", "\n", " \n", "\t", "\u00a0", ".", "..a", "!?", '"', "“", "’s",
    "(", ")", "([", "-", "–", "a-", "/", "://", "http://", "www.", "a.b", "@", "&", "&amp", "&#", "|", "A.", "By ",
    "By A and ", "Photo: ", "Jan ", "12 ", "10:", "©", "人", "あ", "가", "ب", "e\u0301", "_", "#", ",", "; ", "\\",
    "[", "](", "](/", "](a(", "*", "**",
)  # fmt: skip
FEW, MANY = 1_500, 12_000  # characters: a square law takes 64 times as long
SLACK = 4.0  # times the eight of a linear law
WHOLE = (  # only ever matched from a text's first character
    "_SCHEME", "_DOMAIN", "_NO_NAME", "_UNCASED", "_SIMPLE", "_glued_role", "asides._LABEL", "facts._DATELINE",
    "titles._TRAIL", "_GLUED_LABEL",
)  # fmt: skip
LANGUAGES = ("en", "de", "ja", "ko", "ar")  # of which patterns are built
TICK = 0.0005  # seconds; what takes less is not measured


def patterns() -> dict[str, re.Pattern[str]]:
    """All compiled patterns that the package's modules hold, by where they were found."""
    found: dict[int, tuple[str, re.Pattern[Any]]] = {}
    for module in pkgutil.walk_packages(cleantext.__path__, "cleantext."):
        if ".adaptors." in module.name or module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in within(value, depth=3):
                found.setdefault(id(pattern), (f"{module.name}.{name}", pattern))
    return {f"{where} {at}": p for at, (where, p) in enumerate(found.values()) if isinstance(p.pattern, str)}


def within(value: Any, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(getattr(value, "__self__", None), re.Pattern):
        yield value.__self__
    elif isinstance(value, functools.partial):
        yield from within(value.func, depth - 1)
    elif hasattr(value, "cache_info") and "Pattern" in str(value.__annotations__.get("return")):
        yield from within([*built(value)], depth)
    elif depth:
        inner: Any = ()
        if isinstance(value, dict):
            inner = value.values()
        elif isinstance(value, list | tuple | set | frozenset):
            inner = value
        elif isinstance(value, type) and value.__module__.startswith("cleantext"):
            inner = vars(value).values()
        for one in inner:
            yield from within(one, depth - 1)


def built(function: Any) -> Iterator[Any]:
    """What a function makes of word lists when it is first needed, of one language or of all."""
    parameters = [*inspect.signature(function).parameters]
    if not parameters:
        yield function()
    elif parameters == ["language"]:
        for language in LANGUAGES:
            with suppress(KeyError):  # a language that has none
                yield function(language)


FOUND = patterns()
ANCHORED = [p for where, p in FOUND.items() if where.split()[0].endswith(WHOLE)]


def spent(pattern: re.Pattern[str], text: str) -> float:
    began = process_time()
    if pattern in ANCHORED:
        pattern.match(text)
        return process_time() - began
    for _ in pattern.finditer(text):
        pass
    return process_time() - began


def grows_too_fast(pattern: re.Pattern[str], unit: str) -> bool:
    """Whether eight times the text takes more than so many times the time, six times in a row."""
    few, many = (unit * (size // len(unit)) for size in (FEW, MANY))
    return all(spent(pattern, many) > SLACK * 8 * max(spent(pattern, few), TICK / 8) for _ in range(6))


def test_patterns_are_found() -> None:
    assert len(FOUND) > 30


@pytest.mark.growth
@pytest.mark.parametrize("pattern", FOUND.values(), ids=FOUND)
def test_a_pattern_is_linear(pattern: re.Pattern[str]) -> None:
    # What fails at once at each place, and what runs on until something odd ends it.
    slow = [unit for unit in UNITS if grows_too_fast(pattern, unit) or grows_too_fast(pattern, f"{unit}x{unit}")]
    assert slow == []
