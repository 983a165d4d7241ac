"""The excerpt that a feed or a site puts before the whole text: what the text begins with, up to a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.characters import is_wide
from cleantext.text.cut_short import call_behind
from cleantext.text.frames import begins
from cleantext.text.spans import Span

_WORD = re.compile(r"\w+")
_HEAD, _LOOKED_AT = 1500, 5000  # characters in which the mark stands, and in which its words stand again
_MARKS = ("[…]", "[...]", "…", "...")
_SHORTEST, _SHORTEST_WIDE = 50, 25  # characters without blanks of an excerpt, at least
_TAIL, _TAIL_WIDE = 24, 12  # characters that are looked for
_GLIMPSE = 10  # characters before a mark, for a quick look
_BETWEEN = 400  # characters between the excerpt and the text, at most: the title, who wrote it, when
_ABOVE = 400  # characters before the excerpt
_MORE = 20  # characters by which the text is longer, at least
_STRAYED = 12  # characters
_TRIED = 4  # marks


def excerpt_in(text: str) -> Span | None:
    """Where the excerpt stands that a text begins with, before it says the same and more.

    >>> said = "The ferry to the outer islands will run again on Monday, its owner said on"
    >>> excerpt_in(f"{said} […] {said} Saturday evening, in the rain.")
    (0, 78)
    >>> excerpt_in(f"{said} … Saturday. {said[:30]} on Tuesday, in the rain.") is None
    True
    """
    if not _may_begin_again(text):
        return None
    places = [at for at, letter in enumerate(text[:_LOOKED_AT]) if not letter.isspace()]
    squeezed = "".join([text[at] for at in places])
    for at, mark in _marks(squeezed[:_HEAD]):
        begin, again = _said_again(squeezed, at, at + len(mark))
        end = places[at + len(mark) - 1] + 1
        end = call_behind(text, end) or end
        for more in range(_STRAYED if begin >= 0 else 0):  # what stands before both may end alike
            start, then = places[begin + more], places[again + more]
            if _may_begin(text, start) and _may_begin(text, then):
                return (start, end) if start <= _ABOVE and 0 <= then - end <= _BETWEEN else None
    return None


def _may_begin(text: str, at: int) -> bool:
    """Whether a block may begin at a place, behind a title too."""
    return not text[at].islower() and (at == 0 or text[at - 1].isspace() or begins(text, at))


def _may_begin_again(text: str) -> bool:
    """Whether what stands before one of the first marks stands behind it too: a quick look."""
    for mark in ("…", "..."):
        at = text.find(mark, 0, _HEAD)
        for _ in range(_TRIED):
            if at < 0:
                break
            said = _WORD.findall(text, max(0, at - _GLIMPSE), at)
            if said and text.find(said[-1], at, _LOOKED_AT) >= 0:
                return True
            at = text.find(mark, at + len(mark), _HEAD)
    return False


def _marks(head: str) -> Iterator[tuple[int, str]]:
    """The first marks of a text, and where each stands."""
    found: dict[int, str] = {}
    for mark in _MARKS[::-1]:
        at = head.find(mark)
        while at >= 0 and len(found) < 2 * _TRIED:
            found[at] = mark
            at = head.find(mark, at + len(mark))
    inner = {at + 1 for at, mark in found.items() if mark[0] == "["}
    return ((at, found[at]) for at in sorted(found.keys() - inner)[:_TRIED])


def _said_again(text: str, at: int, end: int) -> tuple[int, int]:
    """Where what stands before a mark begins, and where the same begins behind it and goes on; -1 where it does not."""
    tail, shortest = (_TAIL_WIDE, _SHORTEST_WIDE) if is_wide(text[max(0, at - _TAIL) : at]) else (_TAIL, _SHORTEST)
    again = text.find(text[at - tail : at], end) + tail if at >= shortest else -1
    if again < tail or len(text) - again < _MORE or text.startswith(_MARKS, again):
        return -1, -1
    size = 0
    while size < at and again - size > end and text[at - size - 1] == text[again - size - 1]:
        size += 1
    return (at - size, again - size) if size >= shortest else (-1, -1)
