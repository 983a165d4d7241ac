"""Blanks that a lost inline link or italic left before a mark or within brackets: ``The owner , Isle Ferries``.

Only marks that every language writes without a blank are looked at, and each where nothing else explains the blank:
French sets off ``: ; ! ? »``, an ellipsis may be ``. . .``, and ``.5`` or ``.com`` begin a word. Lines of code stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.characters import LOWER
from cleantext.text.spans import Span

_CLOSERS = "\\])”’»\"'"
_COMMA = re.compile(rf" (?:(?<=[\w!?…%°€$£{_CLOSERS}] )|(?<=\w\. ))(?=,[{_CLOSERS}]{{0,3}}(?!\S))")
_STOP = re.compile(  # behind a word: "2 . Fares" and "J . K ." may be anything; before a sentence or at the line's end
    rf" (?:(?<=[^\W\d_][^\W_] )|(?<=\d[^\W\d_] )|(?<=\d\d\d )|(?<=[%°€£{_CLOSERS}] ))"
    rf"(?=\.(?: ?[{_CLOSERS}]){{0,3}}(?:\Z| (?:[^\W_{LOWER}]|[\"“„«‘'(\[#@©•–—])))"
)
_POSSESSIVE = re.compile(rf" (?<=[^\W_] |[)”\"] )(?=['’]s(?:\Z|[ .,;:!?{_CLOSERS}]))")
_EITHER = re.compile(r"[()\[\]“”]")
_OPENING = {")": "(", "]": "[", "”": "“"}
_SMILES = frozenset(":;=-")  # what may be eyes or a nose before a bracket
_FIRST, _LAST = re.compile(r"[\w@#€$£+]"), re.compile(r"[\w.,!?…%°€$£+]")  # within brackets
_BEHIND = re.compile(rf"[\s.,;:!?…{_CLOSERS}]|\Z")
_PAIRED = ("( ", " )", "[ ", " ]", "“ ", " ”")
_MANY, _OFTEN = 5, 1 / 3  # stops that stand apart; their share of all
_CODE = ("{", "}", "\\", "`", " = ", " == ")


def stray_blanks(text: str, *, possessive: bool = False) -> list[Span]:
    """The blanks to take out of a text whose runs of blanks are plain, in order; before ``'s`` where it is English.

    >>> stray_blanks("The owner , Isle Ferries ( also here ), said it sank .")
    [(9, 10), (26, 27), (36, 37), (52, 53)]
    >>> stray_blanks("Vraiment ? Wait . . . No : it took .5 s on a .com . so : )")
    []
    """
    if not _may_have(text) and not (possessive and may_have_possessives(text)):
        return []
    spans: list[Span] = []
    code = [mark for mark in _CODE if mark in text]
    at = 0
    for line in text.split("\n"):
        if not any(mark in line for mark in code):
            spans += [(at + start, at + start + 1) for start in sorted({*_in_line(line, possessive)})]
        at += len(line) + 1
    return spans


def may_have_possessives(text: str) -> bool:
    """Whether a blank before ``'s`` is to be looked at at all."""
    return " 's" in text or " ’s" in text


def _may_have(text: str) -> bool:
    return " ," in text or " ." in text or any(pair in text for pair in _PAIRED)


def _in_line(line: str, possessive: bool) -> Iterator[int]:
    commas, stops = ([m.start() for m in pattern.finditer(line)] for pattern in (_COMMA, _STOP))
    yield from commas
    if commas or not _is_list(line, len(stops)):
        yield from stops
    if possessive:
        yield from (m.start() for m in _POSSESSIVE.finditer(line))
    if any(pair in line for pair in _PAIRED):
        yield from _in_brackets(line)


def _is_list(line: str, stops: int) -> bool:
    """Whether stops that stand apart are how a list was written: ``Oslo, 7 March . Bergen, 9 March .``"""
    return stops >= _MANY and stops > _OFTEN * line.count(". ")


def _in_brackets(line: str) -> Iterator[int]:
    """The blanks behind opening and before closing ones that are a pair; quotation marks that close are no openers."""
    opened: dict[str, list[int]] = {"(": [], "[": [], "“": []}
    for m in _EITHER.finditer(line):
        mark, end = m[0], m.start()
        if mark in opened:
            opened[mark].append(end)
            continue
        if not opened[_OPENING[mark]]:
            continue
        start = opened[_OPENING[mark]].pop()
        if mark == "”" and line[start - 1 : start].strip(" (["):
            continue
        if _SMILES.intersection(line[max(0, start - 2) : start]):
            continue
        if line[start + 1] == " " and _FIRST.match(line, start + 2):
            yield start + 1
        if line[end - 1] == " " and _LAST.match(line, end - 2) and _BEHIND.match(line, end + 1):
            yield end - 1
