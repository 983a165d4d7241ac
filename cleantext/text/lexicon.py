"""What is known of a language's words: how common each is, whether written small, where in a sentence it stands."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import Protocol

SHARES = 5  # 0: always capitalised in mid-sentence … 4: always in lower case
STARTS = 8  # 0: when capitalised, never at the start of a sentence … 7: nearly always there
ENDS = 8  # 0: never before a mark or the end of a line … 7: mostly there
FUNCTION_BAND = 10  # words at least this common are the grammar's own
_START_EDGES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.55, 0.8)
_END_EDGES = (0.02, 0.05, 0.09, 0.14, 0.2, 0.28, 0.4)
_HABITS = STARTS * ENDS


class Lexicon(Protocol):
    """A table of words in lower case; ``code`` makes the values."""

    def get(self, word: str, default: int, /) -> int: ...

    def __contains__(self, word: str, /) -> bool: ...

    def __len__(self) -> int: ...


def code(band: int, share: int, starts: int = 0, ends: int = 0) -> int:
    """All that is known of a word as one number, the greater the commoner."""
    return (band * SHARES + share) * _HABITS + starts * ENDS + ends


def band_of(value: int) -> int:
    """How common: 0 (met a few times) to 15, doubling with each; -1 for a word not known."""
    return value // (SHARES * _HABITS)


def share_of(value: int) -> int:
    """How often it is written small in mid-sentence: 0 (never) to 4 (always)."""
    return value // _HABITS % SHARES


def starts_of(value: int) -> int:
    """How often, when capitalised, it begins a sentence: a class from 0 to 7."""
    return value // ENDS % STARTS


def ends_of(value: int) -> int:
    """How often a mark or the end of a line follows it: a class from 0 to 7."""
    return value % ENDS


def starts_class(share: float) -> int:
    """The class of a share (0 to 1) of sentence starts among a word's capitalised places."""
    return bisect_right(_START_EDGES, share)


def ends_class(share: float) -> int:
    """The class of a share (0 to 1) of a word's places that are before a mark or the end of a line."""
    return bisect_right(_END_EDGES, share)


@cache
def lexicon(language: str) -> dict[str, int]:
    """The shipped word list of a language; empty where there is none."""
    try:
        text = files("cleantext.text").joinpath(f"data/{language}/words.txt").read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return parse(text) if language else {}


def parse(text: str) -> dict[str, int]:
    """Read a word list: lines of ``band share starts ends: words``.

    >>> table = parse("12 4 6 0: the of")
    >>> [(word, band_of(value), share_of(value), starts_of(value), ends_of(value)) for word, value in table.items()]
    [('the', 12, 4, 6, 0), ('of', 12, 4, 6, 0)]
    """
    table: dict[str, int] = {}
    for line in text.splitlines():
        key, _, words = line.partition(":")
        if words:
            table.update(dict.fromkeys(words.split(), code(*map(int, key.split()))))
    return table


def write(table: dict[str, int]) -> str:
    """The inverse of ``parse``: the commonest first, in alphabetical order within a line."""
    rows: dict[int, list[str]] = {}
    for word, value in table.items():
        rows.setdefault(value, []).append(word)
    return "".join(
        f"{band_of(value)} {share_of(value)} {starts_of(value)} {ends_of(value)}: {' '.join(sorted(rows[value]))}\n"
        for value in sorted(rows, reverse=True)
    )
