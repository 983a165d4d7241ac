"""Texts that were broken anew, after every so many sentences or at a width: such line breaks tell no paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

from cleantext.text.characters import UNCASED_STOPS, UPPER, WIDE_CLOSERS, WIDE_STOPS, with_plain_line_ends
from cleantext.text.hyphens import HYPHENS
from cleantext.text.spans import Span

_SENTENCE_ENDS = tuple(map(re.compile, ("[.!?][\"'”’»)“]? ", "[.!?] ", r"\. ")))
_ENDED = frozenset(".!?…\"'”’»)“")
_MANY_BLOCKS, _MODAL_SHARE = 5, 0.8
_FEW_SENTENCES, _MANY_SENTENCES = 2, 4  # paragraphs of two or three sentences are common, but not so wide apart
_VERY_MANY, _NEARLY_ALL = 20, 0.95
_WIDE_CHARACTER = re.compile(  # a pattern, for whole lines are measured
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
_CELLS = 2  # of a terminal that such a character takes, where text browsers count them
_FIRST_UNSPACED, _FIRST_HANGUL = "\u2e80", "\uac00"
_ENDED_ANYWHERE = _ENDED | frozenset(f"{UNCASED_STOPS}{WIDE_STOPS}{WIDE_CLOSERS}")
_WIDE = "\n\n\n"
_SMALL_START, _FEW_SMALL = re.compile(rf"\n[^\S\n]*[^\W\d_{UPPER}]"), 2  # lines that go on from others, at least
_WORD = re.compile(r"\S+")
_NARROWEST, _WIDEST = 20, 130  # characters of a line of wrapped text, wide ones twice
_NARROW = 40  # narrower lines are a newspaper's column, or else verse or a list
_STOP_WITHIN = re.compile(rf"[.!?…:][\"'”’»)“]? (?=[{UPPER}\"“„«‘'\d])")  # a sentence ends in mid-line
_STOPS_WITHIN = 2  # such ends, and words that a hyphen divided, at least
_MARKED, _MARKS = 0.35, frozenset(f"{''.join(_ENDED)},;:")  # share of the full lines that end in a mark, at most
_TRIES = 3  # widths
_OUTLIERS, _FULL_IN_RUNS = 0.05, 0.65  # shares of the lines that stand together with full ones: longer, full
_OUTLIERS_IF_SURE, _SURELY_FULL = 0.2, 0.8  # the same where there are very many
_OVER = 0.5  # of the lines that are full so many may be longer than the width: converters leave links whole
_LONGEST_WORD = 25  # letters: in scripts without blanks a line would be one word
_FEWEST = 4  # lines that go on in the next
_NEARLY_FULL = 0.8  # of the width: lines so long are no titles
_FULL = 0.6  # of the width: lines so long are text
_WRAPPED, _WRAPPED_MANY = 0.7, 0.5  # share of these that would not hold another word; where there are many
_MANY_FULL, _VERY_MANY_FULL = 12, 30
_AMONG_MENUS, _FEW_LONGER = 0.35, 0.1  # the share where there are very many, and few lines are longer
_SMALL = 0.3  # share of wrapped lines after which a sentence goes on: in a small letter, or without a stop
_LONG_LINES, _EVEN = 5, 0.7  # sentences in each line; the fewest to the most


def is_rewrapped(text: str) -> bool:
    """Whether the breaks stand after every n-th end of a sentence.

    Tools count ends differently, so several counts are tried. Lines of five sentences and more, about as many in
    each, are enough; of shorter ones, from four on or wide apart, five must agree (a modal share of 0.8). On flatnews
    all 134 re-wrapped articles are found, with 2 false alarms in 1,480 other texts that have line breaks.
    """
    lines = [line for part in text.splitlines() if (line := part.strip())]
    inner = lines[:-1]
    many = len(lines) >= _MANY_BLOCKS
    if not inner or sum(line[-1] in _ENDED for line in inner) < len(inner) - many:
        return False
    counts = [[len(end.findall(line)) + 1 for line in lines] for end in _SENTENCE_ENDS]
    wide = with_plain_line_ends(text.replace("\r\n", "\n")).count(_WIDE)
    least = _FEW_SENTENCES if wide >= len(inner) else _MANY_SENTENCES
    return any(map(_are_even, counts)) or (many and _are_mostly_alike(counts[0][:-1], least))


def _are_even(sentences: Sequence[int]) -> bool:
    """Whether all lines but the last have many sentences, about as many in each, and the last no more."""
    *inner, last = sentences
    least, most = min(inner), max(inner)
    return least >= _LONG_LINES and least >= _EVEN * most and last <= most


def _are_mostly_alike(sentences: Sequence[int], least: int) -> bool:
    """Whether most lines have one number of sentences, and at least so many; of very many lines nearly all."""
    n, times = Counter(sentences).most_common(1)[0]
    if n > 1 and len(sentences) >= _VERY_MANY and times >= _NEARLY_ALL * len(sentences):
        return True
    return n >= least and times >= _MODAL_SHARE * len(sentences)


class _Line(NamedTuple):
    start: int
    end: int
    breaks: int  # line breaks after it
    indent: int  # blanks that stood before it


class _Side(NamedTuple):
    """A line that another follows: its size, what the other's first word wants, whether a sentence goes on in it."""

    gap: Span
    size: int
    wanted: int
    goes_on: bool


def wrapped_breaks(text: str, indent: int = 0) -> list[Span]:
    r"""The line breaks that stand where a line of some width was full, if the text was wrapped so; else none.

    A line is full if the next one's first word would not have fitted. Paragraphs are told by lines that are not full,
    or by blank lines, behind which so many blanks as ``indent`` stood. The width is the one at which most lines are
    full: some may be longer, as links are.

    >>> text = "The ferry runs again after a month in the dock and\nthe islanders who had waited for it all this time\n"
    >>> text += "were glad to see the old boat come round the pier,\nsaid the harbour master on a Monday in November.\n"
    >>> text += "It will leave at nine in the morning and come back\nat night.\nNobody was hurt."
    >>> len(wrapped_breaks(text)), text.count("\n")
    (5, 6)
    """
    if len(list(islice(_SMALL_START.finditer(text), _FEW_SMALL))) < _FEW_SMALL:
        return []
    lines = list(_lines(text, indent))
    if len(lines) <= _FEWEST:
        return []
    unit = min(line.breaks for line in lines[:-1])
    for width in _widths(_sides(text, lines, unit)):
        full = {side.gap for side in _sides(text, lines, unit) if side.size <= width < side.size + side.wanted}
        runs = [run for run in _runs(lines, unit) if any((a.end, b.start) in full for a, b in pairwise(run))]
        if _are_paragraphs(text, runs, width, full):
            return sorted(full.union(_shortened(text, runs, _NEARLY_FULL * width, full)))
    return []


def _are_paragraphs(text: str, runs: Sequence[Sequence[_Line]], width: int, full: Set[Span]) -> bool:
    """Whether few lines in runs with full ones are longer than a width, and most that are nearly so long are full.

    Verse has as many longer lines as full ones.
    """
    longer = sum(_size(text, line) > width for run in runs for line in run)
    long = [(a.end, b.start) in full for run in runs for a, b in pairwise(run) if _size(text, a) >= _FULL * width]
    if width < _NARROW and not _is_column(text, runs, full):
        return False
    is_sure = len(long) >= _VERY_MANY_FULL and sum(long) >= _SURELY_FULL * len(long)
    outliers = (_OUTLIERS_IF_SURE if is_sure else _OUTLIERS) * sum(map(len, runs))
    return longer <= outliers and sum(long) >= _FULL_IN_RUNS * len(long)


def _is_column(text: str, runs: Iterable[Sequence[_Line]], full: Set[Span]) -> bool:
    """Whether short lines are a column: sentences end within them or words were divided, and few lines end in a mark.

    Verse, lists and recipes break where a clause ends.
    """
    marked = sum(text[end - 1] in _MARKS for end, _ in full)
    if marked > _MARKED * len(full):
        return False
    within = (len(_STOP_WITHIN.findall(text, run[0].start, run[-1].end)) for run in runs)
    divided = sum(text[end - 1] in HYPHENS and text[start].islower() for end, start in full)
    return divided + sum(within) >= _STOPS_WITHIN


def _runs(lines: Iterable[_Line], unit: int) -> Iterator[list[_Line]]:
    """The lines that stand together, parted by no more breaks than lines of a paragraph are."""
    run: list[_Line] = []
    for line in lines:
        run.append(line)
        if line.breaks != unit:
            yield run
            run = []
    if run:
        yield run


def _size(text: str, line: _Line) -> int:
    """The width of a line in characters, wide ones twice."""
    whole = text[line.start : line.end]
    return line.indent + len(whole) + (0 if whole.isascii() else len(_WIDE_CHARACTER.findall(whole)))


def _shortened(
    text: str, runs: Sequence[Sequence[_Line]], least: float, full: Set[Span]
) -> Iterator[Span]:
    """The breaks of lines that are not full, for they held more when they were wrapped: addresses of links, marks.

    They stand in a paragraph that has full lines too, behind one of them or behind so many characters, and behind no
    end of a sentence; paragraphs must be parted by more breaks than lines are.
    """
    gaps = [[(line.end, then.start) for line, then in pairwise(run)] for run in runs]
    ends = sum(own[-1] in full for own in gaps)  # a run ends behind its last line that is not full
    inside = sum(before in full and after not in full for own in gaps for before, after in pairwise(own))
    if inside >= ends:
        return
    for run, own in zip(runs, gaps, strict=True):
        begun = False
        for line, gap in zip(run, own, strict=False):
            if gap in full:
                begun = True
            elif begun := (begun or line.end - line.start >= least) and _runs_on(text, *gap):
                yield gap


def _runs_on(text: str, end: int, start: int) -> bool:
    """Whether no sentence ends before a break, or one goes on behind it."""
    return text[start].isalnum() and (text[end - 1] not in _ENDED_ANYWHERE or text[start].islower())


def _widths(sides: Iterable[_Side]) -> list[int]:
    """Some widths at which most lines are full that are nearly so long, and few are longer; the likeliest first."""
    full, long, small, longer = _Counts(), _Counts(), _Counts(), _Counts()
    for side in sides:
        size = side.size
        full.add(size, size + side.wanted)
        long.add(size, int(size / _FULL) + 1)
        longer.add(0, size)
        if side.goes_on:
            small.add(size, size + side.wanted)
    found = zip(range(_NARROWEST, _WIDEST + 1), full.sums(), long.sums(), small.sums(), longer.sums(), strict=True)
    likely = sorted(
        (-n, width)
        for width, n, of, going_on, over in found
        if n >= max(_FEWEST, _least_share(n, over) * of) and going_on >= _SMALL * n and over <= _OVER * n
    )
    return [width for _, width in likely[:_TRIES]]


def _least_share(full: int, longer: int) -> float:
    """The share of the lines nearly so long as a width that must be full, where so many are, and so many longer."""
    if full < _MANY_FULL:
        return _WRAPPED
    return _AMONG_MENUS if full >= _VERY_MANY_FULL and longer <= _FEW_LONGER * full else _WRAPPED_MANY


class _Counts:
    """How many lines are something at each width from the narrowest to the widest."""

    def __init__(self) -> None:
        self._steps = [0] * (_WIDEST - _NARROWEST + 2)

    def add(self, least: int, end: int) -> None:
        """Count a line that is so from a width on, up to another."""
        if (first := max(least, _NARROWEST)) < (last := min(end, _WIDEST + 1)):
            self._steps[first - _NARROWEST] += 1
            self._steps[last - _NARROWEST] -= 1

    def sums(self) -> Iterable[int]:
        """The number at each width."""
        return accumulate(self._steps[:-1])


def _sides(text: str, lines: Sequence[_Line], unit: int) -> Iterator[_Side]:
    """The lines that another follows after so many breaks, but those too short to be full; they are many, not kept."""
    for line, then in pairwise(lines):
        size = _size(text, line)
        if line.breaks == unit and size + _LONGEST_WORD >= _NARROWEST:
            yield _Side((line.end, then.start), size, _wanted(text, then.start), _goes_on(text, line, then))


def _wanted(text: str, start: int) -> int:
    """How much wider a line would be with the first word of the next; Chinese and Japanese are broken anywhere."""
    word = _WORD.match(text, start)
    if word is None or _is_unspaced(text[start]):
        return _CELLS
    return min(len(word[0]) + len(_WIDE_CHARACTER.findall(word[0])), _LONGEST_WORD) + 1


def _is_unspaced(character: str) -> bool:
    return _FIRST_UNSPACED <= character < _FIRST_HANGUL


def _goes_on(text: str, line: _Line, then: _Line) -> bool:
    """Whether a sentence goes on in the next line: in a small letter, or, where there are none, without a stop."""
    first = text[then.start]
    if first.islower():
        return True
    return first.isalpha() and not first.isupper() and text[line.end - 1] not in _ENDED_ANYWHERE


def _lines(text: str, indent: int) -> Iterator[_Line]:
    """The lines that hold something, without the white space around them; an indent stood behind blank lines."""
    before: Span | None = None
    own = 0
    at = breaks = 0
    for line in text.split("\n"):
        if whole := line.strip():
            if before:
                yield _Line(*before, breaks, own)
                own = indent if breaks > 1 else 0
            start = at + line.index(whole[0])
            before, breaks = (start, start + len(whole)), 0
        at += len(line) + 1
        breaks += 1
    if before:
        yield _Line(*before, breaks - 1, own)
