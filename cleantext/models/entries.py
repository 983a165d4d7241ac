"""Lists and tables of figures and facts, which stay where the article does: results, prices, votes, data of a test.

Alone such a line looks like furniture, and the judge's neighbours see a run of furniture. Of what the rules of this
module keep in the lines of flatnews' dev, silver and two other sets of pages, by characters, nine tenths and more are
the article's: teasers and menus have no figures where tables have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise

from cleantext.models.pieces import LINE, Pieces
from cleantext.models.said import Said
from cleantext.text.entries import (
    counts_on,
    figures_and_words,
    has_figure,
    is_cell,
    is_entry,
    is_of_period,
    label_of_figure,
    lettered,
    numbered,
    programme,
    says_else,
)
from cleantext.text.records import fields_in
from cleantext.text.selves import says_what_it_is

ENTRY = Said("in a list of figures or facts beside what stays")

_FEWEST, _SHARE = 3, 0.6  # entries of a list, and of its lines, at least
_REACH, _REACH_LAST = 6, 4  # lines from what stays to a list, or to a paragraph that does, at most; if none follows
_BETWEEN, _LONGEST = 2, 60  # other lines between two entries, at most, and characters of one
_PROSE, _NEAR = 60, 2  # characters of a paragraph, and lines from one that stays to facts without figures, at most
_SHARE_WITHIN = 0.25  # of the lines between two paragraphs, of entries and cells, at least
_MOST, _LONGEST_WITHIN = 80, 140  # such lines, and characters of one, at most
_OFTEN, _ASIDE = 3, 3  # times that a label comes again, at least; lines from it to what stays, at most
_NEARLY_ALL = 0.7  # share of a text that stays, from which on its lists do wherever they stand
_FIGURES, _WORDS, _HEADS = 4, 4, 3  # of a table in flat text: figures, at least; words for each, pieces before, at most
_LONGEST_PIECE, _NEARBY = 400, 12  # characters of a piece of one; pieces from what stays to a table, at most
_BEHIND, _SENTENCE = 3, 40  # lines behind a list in which a sentence stays with it, at most; its characters, at least


class Entries:
    """The lines of a text, and which of them are entries of lists of figures or facts.

    >>> texts = ["The votes were counted.", "North", "Quill (Lab) 18,902", "Tern (C) 9,412", "South", "Holm (C) 20,118"]
    >>> found = Entries(Pieces(texts, [2] * 6, [1.0] * 6))
    >>> list(found.beside([True] + [False] * 5)), list(found.in_runs())
    ([1, 2, 3, 4, 5], [])
    """

    def __init__(self, pieces: Pieces) -> None:
        starts = [i for i, gap in enumerate(pieces.gaps[:-1]) if gap >= LINE]
        self.lines = [range(a, b) for a, b in pairwise([*starts, len(pieces)])]
        self.texts = texts = [" ".join(pieces.texts[line.start : line.stop]) for line in self.lines]
        self.stopped = [pieces.stopped[line[-1]] for line in self.lines]
        ordered = {*lettered(texts)}
        periods = [k for k, text in enumerate(texts) if is_of_period(text)]
        ordered.update(periods if len(periods) >= _FEWEST else ())
        self.numbered = list(numbered(texts, self.stopped))
        fields = {*fields_in(texts)}
        self.are = [k not in fields and (k in ordered or is_entry(text)) for k, text in enumerate(texts)]

    def in_runs(self) -> Iterator[int]:
        """The pieces of several entries in a row, wherever they stand."""
        at = 0
        for is_one, run in groupby(self.are):
            size = len(list(run))
            if is_one and size >= _FEWEST:
                yield from (i for line in self.lines[at : at + size] for i in line)
            at += size

    def beside(
        self, kept: Sequence[bool], against: Set[int] = frozenset(), listed: Set[int] = frozenset()
    ) -> Iterator[int]:
        """The pieces of lists that would go, though what stands beside them stays.

        Heads and other short lines between the entries belong to them, and the line before the first; so do sentences
        right behind them, if more of the article follows. Nothing that is ``against`` does. What is ``listed`` is an
        entry, and may head the article.
        """
        beside = _Beside(self, kept, against, listed)
        for k in beside.found():
            yield from (i for i in self.lines[k] if not kept[i])


class _Beside:
    """Which lines stay with the lists beside what stays."""

    def __init__(self, entries: Entries, kept: Sequence[bool], against: Set[int], listed: Set[int]) -> None:
        self._texts, self._stopped, self._numbered = entries.texts, entries.stopped, entries.numbered
        self._goes = [not against.isdisjoint(line) for line in entries.lines]
        self._listed = [not listed.isdisjoint(line) for line in entries.lines]
        told = zip(entries.are, self._listed, self._goes, strict=True)
        self._are = [(is_one or sure) and not gone for is_one, sure, gone in told]
        self._stays = [all(kept[i] for i in line) for line in entries.lines]
        stay = sum([len(text) for text, stays in zip(self._texts, self._stays, strict=True) if stays])
        self._is_all = stay >= _NEARLY_ALL * sum(map(len, self._texts))
        self._first = self._stays.index(True) if stay else len(self._texts)
        self._last = max(filter(self._is_paragraph, range(len(self._texts))), default=0)

    def found(self) -> Iterator[int]:
        """The lines."""
        ends = []
        at = 0
        while at < len(self._texts):
            end = self._end_of_list(at)
            begin = self._begin_of_list(at, end)
            if begin < end:
                ends.append(end)
                yield from self._keep(range(begin, end))
            at = max(end, at + 1)
        yield from self._keep(self._labelled())
        for group in filter(self._counts_in_article, self._numbered):
            yield from self._keep(group)
        for end in ends:
            yield from self._keep(self._sentences_behind(end))
        yield from self._keep(self._between_paragraphs())

    def _keep(self, lines: Sequence[int]) -> Iterator[int]:
        yield from (k for k in lines if not self._stays[k])
        for k in lines:
            self._stays[k] = True

    def _end_of_list(self, at: int) -> int:
        """Where a list ends that begins at a line: behind its last entry; there where none begins."""
        end, last = at, len(self._texts)
        while end < last and self._are[end]:
            end += 1
            then = next((k for k in range(end, min(end + _BETWEEN + 1, last)) if self._are[k]), 0)
            if then and all(self._is_between(k) for k in range(end, then)):
                end = then
        return end

    def _begin_of_list(self, at: int, end: int) -> int:
        """Where a list that may stay begins, with its head; at its end where it is none, or stands elsewhere."""
        found = [k for k in range(at, end) if self._are[k]]
        if len(found) < _FEWEST or len(found) < _SHARE * (end - at) or not self._belongs(at, end, found):
            return end
        return at - (at > 1 and self._stays[at - 2] and self._is_between(at - 1))

    def _belongs(self, at: int, end: int, found: Sequence[int]) -> bool:
        """Whether entries stand where the article does: near what stays before them, or before a paragraph of it."""
        follows = self._is_near_prose(end, end + _REACH)
        may_head = self._first < at or sum([self._listed[k] for k in found]) >= _FEWEST
        reach = _REACH if self._last >= end else _REACH_LAST
        is_near = any(self._stays[max(0, at - reach) : at]) or (self._is_all and self._first < at)
        if not (is_near or (follows and may_head)):
            return False
        has_figures = 2 * sum([has_figure(self._texts[k]) for k in found]) >= len(found)
        return has_figures or follows or self._is_near_prose(at - _NEAR, at)

    def _is_near_prose(self, begin: int, end: int) -> bool:
        return any(map(self._is_paragraph, range(max(0, begin), min(end, len(self._texts)))))

    def _is_paragraph(self, k: int) -> bool:
        return self._stays[k] and len(self._texts[k]) >= _PROSE

    def _is_between(self, k: int) -> bool:
        """Whether a line that would go may be a head of entries."""
        return not self._stays[k] and len(self._texts[k]) <= _LONGEST and self._may_stay(k)

    def _may_stay(self, k: int) -> bool:
        return not (self._goes[k] or says_else(self._texts[k]))

    def _labelled(self) -> list[int]:
        """The lines with a label and a figure whose label comes again and again beside what stays: "Verdict: 4/5"."""
        labels = {k: label for k, text in enumerate(self._texts) if (label := label_of_figure(text))}
        times = Counter(labels.values())
        return [k for k, label in labels.items() if times[label] >= _OFTEN and self._is_within(k) and self._may_stay(k)]

    def _counts_in_article(self, group: Sequence[int]) -> bool:
        """Whether what counts stands behind what stays, with nothing told among it; numbers alone before it too."""
        first, last = group[0], group[-1]
        if not any(self._stays[max(0, first - _REACH) : first]) or any(self._goes[first : last + 1]):
            return False
        is_within = not self._texts[first][0].isdigit() or self._last > last
        return is_within and all(map(self._may_stay, group))

    def _between_paragraphs(self) -> list[int]:
        """The lines between two paragraphs that stay, if several are entries or cells and none speaks of itself."""
        found: list[int] = []
        for one, other in pairwise(filter(self._is_paragraph, range(self._first, self._last + 1))):
            lines = range(one + 1, other)
            if _FEWEST <= len(lines) <= _MOST and not all(self._stays[k] for k in lines):
                figures = self._figures_among(lines)
                is_dense = len(figures) >= max(_FEWEST, _SHARE_WITHIN * len(lines))
                if is_dense and all(self._may_be_within(k, figures) for k in lines):
                    found += [k for k in lines if not self._is_apart(k, figures)]
        return found

    def _figures_among(self, lines: range) -> set[int]:
        """The lines that are entries, cells or begin with the times of a programme."""
        timed = (lines.start + k for k in programme(self._texts[lines.start : lines.stop]))
        cells = [k for k in lines if is_cell(self._texts[k])]
        cells = [] if counts_on([self._texts[k] for k in cells]) else cells
        return {*timed, *cells, *(k for k in lines if self._are[k])}

    def _may_be_within(self, k: int, figures: Set[int]) -> bool:
        text = self._texts[k]
        if self._stays[k] or is_cell(text):
            return True
        if self._goes[k] or len(text) > _LONGEST_WITHIN:
            return False
        return not (says_what_it_is(text) if k in figures else says_else(text))

    def _is_apart(self, k: int, figures: Set[int]) -> bool:
        """Whether a line is a sentence with no figures beside it, as captions are."""
        return self._stopped[k] and figures.isdisjoint((k - 1, k, k + 1))

    def _is_within(self, k: int) -> bool:
        return any(self._stays[max(0, k - _ASIDE) : k]) and any(self._stays[k + 1 : k + 1 + _ASIDE])

    def _sentences_behind(self, end: int) -> list[int]:
        """The sentences right behind a list, if a paragraph that stays follows."""
        near = range(end, min(end + _BEHIND, len(self._texts)))
        found = [k for k in near if self._stopped[k] and len(self._texts[k]) >= _SENTENCE and self._may_stay(k)]
        return found if self._last >= end + _BEHIND else []


def figured(pieces: Pieces, kept: Sequence[bool], against: Set[int] = frozenset()) -> Iterator[int]:
    """The pieces of tables in flat text that would go, between what stays: dense with figures, cut as it happened.

    >>> texts = ["The votes were counted on Monday.", "Quill (Lab)", "18,902 Tern (C)", "9,412 Holm (Ind)"]
    >>> texts.append("4,120 68.1%")
    >>> texts.append("It had been an even race, said those who had counted them all night long.")
    >>> list(figured(Pieces(texts, [0] * 6, [1.0] * 6), [True, False, False, False, False, True]))
    [1, 2, 3, 4]
    """
    texts, size, stays = pieces.texts, pieces.size, list(kept)
    last = max((i for i, stay in enumerate(kept) if stay and size[i] >= _PROSE), default=0)
    for table in _tables(pieces, kept):
        if all(stays[i] for i in table) or not _is_dense(pieces, table):
            continue
        ahead = range(table.stop, min(table.stop + _NEARBY, len(stays)))
        is_within = any(stays[max(0, table.start - _NEARBY) : table.start])
        is_within = is_within and any(stays[i] and size[i] >= _PROSE for i in ahead)
        if is_within and not any(i in against or says_else(texts[i]) for i in table if not stays[i]):
            whole = [*range(_head(pieces, stays, against, table.start), table.stop)]
            whole += [i for i in ahead if i < last and pieces.stopped[i] and size[i] >= _SENTENCE and i not in against]
            for i in whole:
                if not stays[i] and (i in table or not says_else(texts[i])):
                    stays[i] = True
                    yield i


def in_tables(pieces: Pieces) -> Iterator[int]:
    """The pieces of flat text that are dense with figures, wherever they stand."""
    for table in _tables(pieces, [False] * len(pieces)):
        if _is_dense(pieces, table):
            yield from table


def _is_dense(pieces: Pieces, table: range) -> bool:
    counts = [figures_and_words(pieces.texts[i]) for i in table]
    figures, words = (sum(found) for found in zip(*counts, strict=True))
    return bool(figures >= _FIGURES and words <= _WORDS * figures)


def _tables(pieces: Pieces, kept: Sequence[bool]) -> Iterator[range]:
    """From each piece with a figure to the last of those that follow with hardly anything between."""
    begin = end = -1
    for i, digits in enumerate(pieces.digits):
        longest = _LONGEST if kept[i] else _LONGEST_PIECE
        if not digits or pieces.size[i] > longest or not has_figure(pieces.texts[i]):
            continue
        between = range(end + 1, i)
        if end < 0 or len(between) > _BETWEEN or any(pieces.size[k] > _LONGEST for k in between):
            if end >= 0:
                yield range(begin, end + 1)
            begin = i
        end = i
    if end >= 0:
        yield range(begin, end + 1)


def _head(pieces: Pieces, stays: Sequence[bool], against: Set[int], begin: int) -> int:
    """Where a table begins with the few short pieces, names or a heading, between it and what stays."""
    for i in range(begin - 1, max(begin - 2 - _HEADS, -1), -1):
        if stays[i]:
            return i + 1
        if i in against or pieces.size[i] > _LONGEST or pieces.stopped[i] or says_else(pieces.texts[i]):
            break
    return begin
