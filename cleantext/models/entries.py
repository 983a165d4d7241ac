"""Lists and tables of figures and facts, which stay where the article does: results, prices, votes, data of a test.

Alone such a line looks like furniture, and the judge's neighbours see a run of furniture. Of what the rules of this
module keep in the lines of flatnews' dev, silver and two other sets of pages, by characters, nine tenths and more are
the article's: teasers and menus have no figures where tables have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from cleantext.models.pieces import LINE, Pieces
from cleantext.models.said import Said
from cleantext.text.characters import has_digit
from cleantext.text.entries import is_entry, is_of_period, label_of_figure, lettered, says_else

ENTRY = Said("in a list of figures or facts beside what stays")

_FEWEST, _SHARE = 3, 0.6  # entries of a list, and of its lines, at least
_REACH = 6  # lines from what stays to a list, or from a list to a paragraph that does, at most
_BETWEEN, _LONGEST = 2, 60  # other lines between two entries, at most, and characters of one
_PROSE, _NEAR = 60, 2  # characters of a paragraph, and lines from one that stays to facts without figures, at most
_OFTEN, _ASIDE = 3, 3  # times that a label comes again, at least; lines from it to what stays, at most
_BEHIND, _SENTENCE = 3, 40  # lines behind a list in which a sentence stays with it, at most; characters of one, at least


def entries(pieces: Pieces, kept: Sequence[bool], against: Set[int] = frozenset()) -> Iterator[int]:
    """The lines of lists of figures and facts that would go, though what stands beside them stays.

    Heads and other short lines between the entries belong to them, and the line before the first; so do sentences right
    behind them, if more of the article follows. Nothing that is ``against`` does.

    >>> texts = ["The votes were counted.", "North", "Quill (Lab) 18,902", "Tern (C) 9,412", "South", "Holm (C) 20,118"]
    >>> list(entries(Pieces(texts, [2] * 6, [1.0] * 6), [True] + [False] * 5))
    [1, 2, 3, 4, 5]
    """
    page = _Page(pieces, kept, against)
    for k in page.found():
        yield from (i for i in page.lines[k] if not kept[i])


class _Page:
    """The lines of a text, which of them stay, and which are entries."""

    def __init__(self, pieces: Pieces, kept: Sequence[bool], against: Set[int]) -> None:
        starts = [i for i, gap in enumerate(pieces.gaps[:-1]) if gap >= LINE]
        self.lines = [range(a, b) for a, b in pairwise([*starts, len(pieces)])]
        self.texts = texts = [" ".join(pieces.texts[line.start : line.stop]) for line in self.lines]
        self.stays = [all(kept[i] for i in line) for line in self.lines]
        self._goes = [not against.isdisjoint(line) for line in self.lines]
        self._stopped = [pieces.stopped[line[-1]] for line in self.lines]
        ordered = {*lettered(texts)}
        periods = [k for k, text in enumerate(texts) if is_of_period(text)]
        ordered.update(periods if len(periods) >= _FEWEST else ())
        self._is_entry = [
            not gone and (k in ordered or is_entry(text))
            for k, (gone, text) in enumerate(zip(self._goes, texts, strict=True))
        ]

    def found(self) -> Iterator[int]:
        """The lines that stay with a list."""
        ends = []
        at = 0
        while at < len(self.lines):
            end = self._end_of_list(at)
            begin = self._begin_of_list(at, end)
            if begin < end:
                ends.append(end)
                yield from self._keep(range(begin, end))
            at = max(end, at + 1)
        yield from self._keep(self._labelled())
        for end in ends:
            yield from self._keep(self._sentences_behind(end))

    def _keep(self, lines: Sequence[int]) -> Iterator[int]:
        yield from (k for k in lines if not self.stays[k])
        for k in lines:
            self.stays[k] = True

    def _end_of_list(self, at: int) -> int:
        """Where a list ends that begins at a line: behind its last entry; there where none begins."""
        end = at
        while end < len(self.lines) and self._is_entry[end]:
            end += 1
            then = next((k for k in range(end, min(end + _BETWEEN + 1, len(self.lines))) if self._is_entry[k]), 0)
            if then and all(self._is_between(k) for k in range(end, then)):
                end = then
        return end

    def _begin_of_list(self, at: int, end: int) -> int:
        """Where a list that may stay begins, with its head; at its end where it is none, or stands elsewhere."""
        found = [k for k in range(at, end) if self._is_entry[k]]
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
        return not self.stays[k] and len(self.texts[k]) <= _LONGEST and self._may_stay(k)

    def _may_stay(self, k: int) -> bool:
        return not (self._goes[k] or says_else(self.texts[k]))

    def _labelled(self) -> list[int]:
        """The lines with a label and a figure whose label comes again and again beside what stays: "Verdict: 4/5"."""
        labels = {k: label for k, text in enumerate(self.texts) if (label := label_of_figure(text))}
        times = Counter(labels.values())
        return [
            k
            for k, label in labels.items()
            if times[label] >= _OFTEN
            and any(self.stays[max(0, k - _ASIDE) : k])
            and any(self.stays[k + 1 : k + 1 + _ASIDE])
            and self._may_stay(k)
        ]

    def _sentences_behind(self, end: int) -> list[int]:
        """The sentences right behind a list, if a paragraph that stays follows."""
        near = range(end, min(end + _BEHIND, len(self.lines)))
        found = [k for k in near if self._stopped[k] and len(self.texts[k]) >= _SENTENCE and self._may_stay(k)]
        return found if self._is_near_prose(end + _BEHIND, len(self.lines)) else []
