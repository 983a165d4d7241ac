"""Texts that were broken anew, after every so many sentences or at a width: such line breaks tell no paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.text.characters import with_plain_line_ends

_SENTENCE_ENDS = tuple(map(re.compile, ("[.!?][\"'”’»)“]? ", "[.!?] ", r"\. ")))
_ENDED = frozenset(".!?…\"'”’»)“")
_MANY_BLOCKS, _MODAL_SHARE = 5, 0.8
_FEW_SENTENCES, _MANY_SENTENCES = 2, 4  # paragraphs of two or three sentences are common, but not so wide apart
_VERY_MANY, _NEARLY_ALL = 20, 0.95
_WIDE = "\n\n\n"
_WORD = re.compile(r"\S+")
_NARROWEST, _WIDEST = 40, 130  # characters of a line of wrapped text
_OUTLIERS = 0.02  # share of lines that may be longer
_FEWEST = 4  # lines that go on in the next
_FULL = 0.6  # of the width: lines so long are text
_WRAPPED = 0.7  # share of these that would not hold another word
_SMALL = 0.3  # share of wrapped lines after which a small letter stands
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


def wrapped_breaks(text: str) -> list[tuple[int, int]]:
    r"""The line breaks that stand where a line of some width was full, if the text was wrapped so; else none.

    A line is full if the next one's first word would not have fitted. Paragraphs are told by lines that are not full,
    or by blank lines.

    >>> text = "The ferry runs again after a month in the dock and\nthe islanders who had waited for it all this time\n"
    >>> text += "were glad to see the old boat come round the pier,\nsaid the harbour master on a Monday in November.\n"
    >>> text += "It will leave at nine in the morning and come back\nat night.\nNobody was hurt."
    >>> len(wrapped_breaks(text)), text.count("\n")
    (5, 6)
    """
    lines = list(_lines(text))
    if len(lines) <= _FEWEST:
        return []
    sizes = sorted(line.end - line.start for line in lines)
    width = sizes[min(len(sizes) - 1, int(len(sizes) * (1 - _OUTLIERS)))]
    if not _NARROWEST <= width <= _WIDEST:
        return []
    unit = min(line.breaks for line in lines[:-1])
    long = [i for i, line in enumerate(lines[:-1]) if line.breaks == unit and line.end - line.start >= _FULL * width]
    full = [i for i in long if _is_full(text, lines[i], lines[i + 1], width)]
    small = sum(text[lines[i + 1].start].islower() for i in full)
    if len(full) < max(_FEWEST, _WRAPPED * len(long)) or small < _SMALL * len(full):
        return []
    return [(lines[i].end, lines[i + 1].start) for i in full]


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold something, without the white space around them."""
    before: tuple[int, int] | None = None
    at = breaks = 0
    for line in text.split("\n"):
        if whole := line.strip():
            if before:
                yield _Line(*before, breaks)
            start = at + line.index(whole[0])
            before, breaks = (start, start + len(whole)), 0
        at += len(line) + 1
        breaks += 1
    if before:
        yield _Line(*before, breaks - 1)


def _is_full(text: str, line: _Line, then: _Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = _WORD.match(text, then.start)
    return word is not None and line.end - line.start + 1 + len(word[0]) > width
