"""Lists and tables of figures and facts, which stay beside what stays: results, prices, votes, data of a test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from cleantext.models.pieces import LINE, Pieces
from cleantext.models.said import Said
from cleantext.text.characters import has_digit
from cleantext.text.entries import is_entry, says_else

ENTRY = Said("in a list of figures or facts behind what stays")

_FEWEST, _SHARE = 3, 0.6  # entries of a list, and of its lines, at least
_REACH = 6  # lines from what stays to a list, or from a list to a paragraph that does, at most
_BETWEEN, _LONGEST = 2, 60  # other lines between two entries, at most, and characters of one
_PROSE, _NEAR = 60, 2  # characters of a paragraph, and lines from one that stays to facts without figures, at most


def entries(
    pieces: Pieces, kept: Sequence[bool], scores: Sequence[float], against: Set[int] = frozenset()
) -> Iterator[int]:
    """The lines of lists of figures and facts that would go, behind what stays; ``against`` are no part of one.

    Heads and other short lines between the entries belong to them, and the line before the first.

    >>> texts = ["The votes were counted.", "North", "Quill (Lab) 18,902", "Tern (C) 9,412", "South", "Holm (C) 20,118"]
    >>> list(entries(Pieces(texts, [2] * 6, [1.0] * 6), [True] + [False] * 5, [5.0] + [-4.0] * 5))
    [1, 2, 3, 4, 5]
    """
    page = _Page(pieces, kept, scores, against)
    at = 0
    while at < len(page.lines):
        end = page.end_of_list(at)
        begin = page.begin_of_list(at, end)
        if begin < end:
            page.stays[begin:end] = [True] * (end - begin)
            yield from (k for line in page.lines[begin:end] for k in line if not kept[k])
        at = max(end, at + 1)


class _Page:
    """The lines of a text, which of them stay, and which are entries."""

    def __init__(self, pieces: Pieces, kept: Sequence[bool], scores: Sequence[float], against: Set[int]) -> None:
        starts = [i for i, gap in enumerate(pieces.gaps[:-1]) if gap >= LINE]
        self.lines = [range(a, b) for a, b in pairwise([*starts, len(pieces)])]
        self.texts = [" ".join(pieces.texts[line.start : line.stop]) for line in self.lines]
        self.stays = [all(kept[k] for k in line) for line in self.lines]
        self._goes = [not against.isdisjoint(line) for line in self.lines]
        self.is_entry = [not gone and is_entry(text) for gone, text in zip(self._goes, self.texts, strict=True)]

    def end_of_list(self, at: int) -> int:
        """Where a list ends that begins at a line: behind its last entry; there where none begins."""
        end = at
        while end < len(self.lines) and self.is_entry[end]:
            end += 1
            then = next((k for k in range(end, min(end + _BETWEEN + 1, len(self.lines))) if self.is_entry[k]), 0)
            if then and all(self._is_between(k) for k in range(end, then)):
                end = then
        return end

    def begin_of_list(self, at: int, end: int) -> int:
        """Where a list that may stay begins, with its head; at its end where it is none, or stands elsewhere."""
        found = [k for k in range(at, end) if self.is_entry[k]]
        if len(found) < _FEWEST or len(found) < _SHARE * (end - at):
            return end
        follows = self._is_near_prose(end, end + _REACH)
        if not (any(self.stays[max(0, at - _REACH) : at]) or (follows and any(self.stays[:at]))):
            return end
        has_figures = 2 * sum([has_digit(self.texts[k]) for k in found]) >= len(found)
        if not (has_figures or follows or self._is_near_prose(at - _NEAR, at)):
            return end
        return at - (at > 1 and self.stays[at - 2] and self._is_between(at - 1))

    def _is_near_prose(self, begin: int, end: int) -> bool:
        near = range(max(0, begin), min(end, len(self.lines)))
        return any(self.stays[k] and len(self.texts[k]) >= _PROSE for k in near)

    def _is_between(self, k: int) -> bool:
        """Whether a line that would go may be a head of entries."""
        text = self.texts[k]
        return not (self.stays[k] or self._goes[k] or len(text) > _LONGEST or says_else(text))
