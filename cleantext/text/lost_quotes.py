"""Apostrophes and quotation marks that a wrong encoding made question marks of, or U+FFFD: ``It?s back,? she said``.

Databases that knew no curly marks left them so. What is plainly an apostrophe, or a question mark behind a comma, tells
it of the text; then marks that come in pairs are mended too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from cleantext.text.spans import Replacement

_QUESTION, _UNKNOWN = "?", "\N{REPLACEMENT CHARACTER}"
_LEAST = 2  # apostrophes that tell it
_SHARE = 0.8  # of the U+FFFD of a text that are told to be marks, as letters are lost to it too
_LETTER = r"[^\W\d_]"
_ELIDED = (
    rf"(?<=(?<!{_LETTER})[ldnsjmtcLDNSJMTC].)(?={_LETTER})",
    rf"(?<=[qQ]u.)(?={_LETTER})",
    rf"(?<=[ae]ll.)(?={_LETTER})",
)


def _patterns(lost: str) -> dict[str, re.Pattern[str]]:
    own = re.escape(lost)
    apostrophes = [rf"(?<={_LETTER}.)(?=(?:s|t|re|ve|ll|d|m)(?![\w=&%/]))", *(_ELIDED if lost == _QUESTION else ())]
    return {
        "apostrophe": re.compile("|".join(f"{own}{around}" for around in apostrophes)),
        "behind a comma": re.compile(rf"{own}(?<=,.)(?=\s|\Z)"),
        "opening": re.compile(rf"{own}(?<![^\s(\[—–].)(?=\w)"),
        "closing": re.compile(rf"{own}(?<=[,.!].)(?=[\s)\]—–-]|\Z)"),
    }


_MARKS = {lost: _patterns(lost) for lost in (_QUESTION, _UNKNOWN)}
_SURER = 2  # times as much as an apostrophe a mark behind a comma tells
_LONGEST = 1500  # characters of a quotation


def lost_quote_edits(text: str) -> list[Replacement]:
    """The marks that were lost, as sorted ``(start, end, replacement)``.

    >>> lost_quote_edits("?It?s back,? she said. Is it?")
    [(0, 1, '“'), (3, 4, '’'), (11, 12, '”')]
    >>> lost_quote_edits("Is it? He asked why?so they left. See isle.example/a?t=1")
    []
    """
    edits: list[Replacement] = []
    if text.count(_QUESTION) >= _LEAST:
        edits += _edits(text, _QUESTION)
    if unknown := text.count(_UNKNOWN):
        found = _edits(text, _UNKNOWN)
        edits += found if len(found) >= _SHARE * unknown else ()
    return sorted(edits)


def _edits(text: str, lost: str) -> list[Replacement]:
    marks = _MARKS[lost]
    apostrophes = [m.start() for m in marks["apostrophe"].finditer(text)]
    commas = [m.start() for m in marks["behind a comma"].finditer(text)]
    if lost == _QUESTION and len(apostrophes) + _SURER * len(commas) < _LEAST:
        return []
    within = {*apostrophes}
    opening = [m.start() for m in marks["opening"].finditer(text) if m.start() not in within]
    closing = [m.start() for m in marks["closing"].finditer(text) if m.start() not in within]
    return [(at, at + 1, "’") for at in apostrophes] + [(at, at + 1, mark) for at, mark in _pairs(opening, closing)]


def _pairs(opening: list[int], closing: list[int]) -> Iterator[tuple[int, str]]:
    """Each mark that opens, with the one that closes before the next that opens."""
    ends = iter([*closing, -1])
    end = next(ends)
    for at, after in zip_longest(opening, opening[1:]):
        while 0 <= end < at:
            end = next(ends)
        last = at + _LONGEST if after is None else min(after, at + _LONGEST)
        if at < end < last:
            yield at, "“"
            yield end, "”"
