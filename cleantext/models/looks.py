"""The first look at a piece: features of the piece itself, its place and its neighbours, before anything is judged.

This is the definition, which training and explaining read; ``sums`` adds up the same features' weights faster.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp
from statistics import median_low

from cleantext.models.pieces import ENDS, STARTS, Pieces, best_run, distances, said_twice, start_of
from cleantext.models.space import Space, counts, spans
from cleantext.text.furniture import KINDS, Told, unpacked

WORD_EDGES = (1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 50, 80)
CHAR_EDGES = (3, 8, 15, 25, 40, 60, 90, 130, 180, 260, 400, 700)
SEAM_EDGES = (0.05, 0.12, 0.25, 0.5, 0.75, 0.93, 0.995)
SHARE_EDGES = (0.001, 0.1, 0.2, 0.34, 0.5, 0.67, 0.8, 0.95)
DISTANCE_EDGES = (1, 2, 3, 4, 6, 9, 14, 25)
_RATIO_EDGES = (-3, -2, -1.3, -0.8, -0.4, -0.15, 0.15, 0.4, 0.8, 1.3, 2)
TOPIC_EDGES = (0.001, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.999)
_PLACE_EDGES = (0.03, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97)
_SHORT_EDGES = (0.1, 0.3, 0.5, 0.7)
_PROSE_EDGES = (0.3, 0.5, 0.7, 0.85, 0.95)
MASS_EDGES = (1, 100, 250, 400, 600, 900, 1400)
DIGIT_EDGES = (0.02, 0.05, 0.1, 0.2, 0.4)

_MEMO = 5000  # combinations of telling phrases remembered
SENTENCE_WORDS = 8  # a stopped piece with as many words is a sentence
_USUAL_LENGTH = 80  # characters of a sentence, where the document has none

# bins of small numbers, looked up instead of searched
WORD_BIN = [bisect_right(WORD_EDGES, n) for n in range(121)]
CHAR_BIN = [bisect_right(CHAR_EDGES, n) for n in range(1001)]
DISTANCE_BIN = [bisect_right(DISTANCE_EDGES, n) for n in range(61)]

QUOTES = '"“”„«»'
TIME = re.compile(r"\d(?:\d?[:.]|(?:(?<=1)9|(?<=2)0))\d\d")  # a clock's, or a year; one digit first, for speed

WEB = ("@", "http", "www.", ".com", "©")
BRACKET = ENDS.index("bracket")

STOP = ("no stop", "stop")
GAP = ("no blank", "blank", "line break", "blank line")
LAYOUT = ("flat", "glued", "lines", "paragraphs")

WORDS = counts(WORD_EDGES, " words")
WORD_PAIRS = ("up to 1 word", "2 to 3 words", "4 to 7 words", "8 to 14 words", "15 to 26 words", "27 words or more")
SEAMS = spans(SEAM_EDGES)
WORD_SEVENTHS = (*WORD_PAIRS[:5], "27 to 49 words", "50 words or more")
NEAR = ("1", "2 to 3", "4 to 7", "8 or more")
SIZE3 = ("short", "middling", "long")

SPACE = Space()
_N, _E, _S, _G = len(WORDS), len(ENDS), len(SEAMS), len(GAP)
_WORDS = SPACE.table("words", WORDS)
_CHARS = SPACE.table("characters", counts(CHAR_EDGES))
_END = SPACE.table("end", ENDS)
_START = SPACE.table("start", STARTS)
_WORDS_END = SPACE.table("words and end", WORDS, ENDS)
_CAPS = SPACE.table("words and share capitalised", WORDS[:9], spans(SHARE_EDGES))
_START_END = SPACE.table("start and end", STARTS, ENDS)
_RATIO = SPACE.table("length over the usual sentence's (log)", spans(_RATIO_EDGES), STOP)
_BEFORE = SPACE.table("pieces since a sentence", counts(DISTANCE_EDGES))
_AFTER = SPACE.table("pieces to the next sentence", counts(DISTANCE_EDGES))
_AROUND = SPACE.table("sentences around", NEAR, NEAR, WORD_SEVENTHS, STOP)
_GAP_LEFT = SPACE.table("gap before", GAP, LAYOUT)
_GAP_RIGHT = SPACE.table("gap after", GAP, LAYOUT)
_GAPS = SPACE.table("gaps", GAP, GAP, ("1 to 2 words", "3 to 5 words", "more"))
_SEAM_LEFT = SPACE.table("seam before", SEAMS)
_SEAM_RIGHT = SPACE.table("seam after", SEAMS)
_SEAM_BOTH = SPACE.table("seams", SEAMS, SEAMS, STOP)
_UNUSUAL = SPACE.table("gaps unlike those between sentences", STOP, ("before", "not before"), ("after", "not after"))
_LAYOUT = SPACE.table("layout", LAYOUT)
_SHORT = SPACE.table("document of short pieces", spans(_SHORT_EDGES), WORDS)
_PROSE = SPACE.table("document of sentences", spans(_PROSE_EDGES), WORDS, STOP)
_TWICE = SPACE.table("times said", ("1", "2", "3 or more"), ("up to 4 words", "more words"))
_PLACE = SPACE.table("place in the document", spans(_PLACE_EDGES), STOP)
_RUN = SPACE.table(
    "in, before, after the prose",
    ("in", *("before " + n for n in SIZE3), *("after " + n for n in SIZE3)),
    STOP,
    SIZE3[::2],
)
_MASS = SPACE.table("prose among three pieces before and after", spans(MASS_EDGES), STOP)
_DIGITS = SPACE.table("share of digits", spans(DIGIT_EDGES), SIZE3)
_CLOCK = SPACE.table("time or year", WORD_PAIRS, STOP)
_WEB = SPACE.table("address or copyright", WORD_PAIRS, STOP)
_QUOTES = SPACE.table("quotation marks", ("1", "2", "3", "more"), STOP)
_TOPIC = SPACE.table("topic words said elsewhere", spans(TOPIC_EDGES), STOP, SIZE3, SIZE3)
_CASELESS_WORDS = SPACE.table(
    "script without capitals: words and end", WORDS, STOP, ("gap with a line break", "no line break")
)
_CASELESS_TOPIC = SPACE.table("script without capitals: topic words said elsewhere", spans(TOPIC_EDGES), STOP)
TOLD = ("none", "1", "2", "3 to 5", "6 or more")
_TOLD = [SPACE.table(f"words of kind {kind}", TOLD, WORD_PAIRS, STOP) for kind in KINDS]
_UPPER = SPACE.table("all capitals", WORD_PAIRS)
_BAR = SPACE.table("vertical bar")
_PAREN = SPACE.table("ends in a bracket")
_ASKS = SPACE.table("question mark", ("up to 3 words", "4 to 10 words", "11 to 26 words", "more"))


def near(distance: int) -> int:
    """The class of a distance in pieces, an index into ``NEAR``."""
    return 0 if distance < 2 else 1 if distance < 4 else 2 if distance < 8 else 3


def told_bin(count: int) -> int:
    """The class of a number of telling phrases, an index into ``TOLD``."""
    return count if count < 3 else 3 if count < 6 else 4


def third(words: int) -> int:
    """A class of length in words, from that of ``WORD_BIN``: up to 2 words, 3 to 5, more."""
    return 0 if words < 3 else 1 if words < 6 else 2


def _far(distance: int) -> int:
    return 0 if distance < 4 else 1 if distance < 14 else 2


def _layout(gaps: list[int], n: int) -> int:
    inner = gaps[1:n]
    lines = inner.count(2) + inner.count(3)
    if not lines:
        return 1 if inner.count(0) * 20 > n else 0
    return 3 if inner.count(3) * 2 >= lines else 2


class Look:
    """What the first look sees of a whole document, in lists parallel to the pieces, and the features of each piece."""

    __slots__ = (
        "ahead", "back", "begin", "common", "company", "done", "elsewhere", "end", "layout", "pieces", "places",
        "prose", "ratios", "seams", "short", "times", "usual", "words",
    )  # fmt: skip

    def __init__(self, p: Pieces) -> None:
        n = len(p)
        sentence = [s and c >= SENTENCE_WORDS for c, s in zip(p.count, p.stopped, strict=True)]
        mass = [size if s else 0 for size, s in zip(p.size, sentence, strict=True)]
        self.done = [0, *accumulate(p.size)]
        total = self.done[-1] or 1
        self.pieces = p
        self.words = [WORD_BIN[c if c < 120 else 120] for c in p.count]
        self.seams = [bisect_right(SEAM_EDGES, s) for s in p.seams]
        self.back, self.ahead = distances(sentence)
        self.begin, self.end = best_run([m or -25 - size * 0.5 for m, size in zip(mass, p.size, strict=True)])
        self.layout = _layout(p.gaps, n)
        self.short = bisect_right(_SHORT_EDGES, sum([c < 5 for c in p.count]) / (n or 1))
        self.prose = bisect_right(_PROSE_EDGES, sum(mass) / total)
        again = said_twice(p.topic)[1]
        self.elsewhere = [len(again.intersection(t)) / len(t) if t else -1.0 for t in p.topic]
        self.times = _times(p.texts)
        self.common = _common_gap(p.gaps, sentence)
        self.usual = median_low([m for m in mass if m] or [_USUAL_LENGTH])
        self.ratios = _ratio_edges(self.usual)
        self.places = [total * e for e in _PLACE_EDGES]
        self.company = _company(mass)

    def features(self, i: int) -> list[int]:
        """The numbers of a piece's features, without its cue words."""
        return self.shape(i) + self.standing(i)

    def shape(self, i: int) -> list[int]:
        """The features that also tell the roles apart: how the piece is written, and the gaps beside it."""
        p = self.pieces
        text, size, stop, last, words = p.texts[i], p.size[i], p.stopped[i], p.end[i], self.words[i]
        sixth = min(words >> 1, 5)
        ids = [
            _WORDS_END + words * _E + last,
            _GAPS + (p.gaps[i] * 4 + p.gaps[i + 1]) * 3 + third(words),
        ]
        if not p.caseless:
            ids.append(_START_END + start_of(text[0]) * _E + last)
            if words < 9:
                ids.append(_CAPS + words * 9 + bisect_right(SHARE_EDGES, p.capitals[i] / p.count[i]))
        if digits := p.digits[i]:
            ids.append(_DIGITS + bisect_right(DIGIT_EDGES, digits / size) * 3 + third(words))
            if digits > 2 and TIME.search(text):
                ids.append(_CLOCK + sixth * 2 + stop)
        if any(mark in text for mark in WEB):
            ids.append(_WEB + sixth * 2 + stop)
        ids += _told_features(p.told[i], sixth * 2 + stop)
        if text.isupper():
            ids.append(_UPPER + sixth)
        if "|" in text:
            ids.append(_BAR)
        if last == BRACKET and "(" in text:
            ids.append(_PAREN)
        return ids

    def standing(self, i: int) -> list[int]:
        """The features that only tell body from the rest: size, company, place, topic."""
        p = self.pieces
        text, size, stop, last, words = p.texts[i], p.size[i], p.stopped[i], p.end[i], self.words[i]
        before, after, left, right = p.gaps[i], p.gaps[i + 1], self.seams[i], self.seams[i + 1]
        b, a = self.back[i], self.ahead[i]
        ids = [
            _WORDS + words,
            _CHARS + CHAR_BIN[size if size < 1000 else 1000],
            _END + last,
            _RATIO + 2 * bisect_right(self.ratios, size) + stop,
            _BEFORE + DISTANCE_BIN[b],
            _AFTER + DISTANCE_BIN[a],
            _AROUND + ((near(b) * 4 + near(a)) * 7 + (words >> 1)) * 2 + stop,
            _GAP_LEFT + before * 4 + self.layout,
            _GAP_RIGHT + after * 4 + self.layout,
            _SEAM_LEFT + left,
            _SEAM_RIGHT + right,
            _SEAM_BOTH + (left * _S + right) * 2 + stop,
            _UNUSUAL + 4 * stop + 2 * (before == self.common) + (after == self.common),
            _LAYOUT + self.layout,
            _SHORT + self.short * _N + words,
            _PROSE + (self.prose * _N + words) * 2 + stop,
            _TWICE + 2 * (min(self.times.get(text, 1), 3) - 1) + (p.count[i] > 4),
            _PLACE + bisect_right(self.places, self.done[i]) * 2 + stop,
            _MASS + bisect_right(MASS_EDGES, self.company[i]) * 2 + stop,
            _RUN + (self.where(i) * 2 + stop) * 2 + (words > 5),
        ]
        if p.caseless:
            ids.append(_CASELESS_WORDS + (words * 2 + stop) * 2 + (before < 2))
        else:
            ids.append(_START + start_of(text[0]))
        if quotes := sum(map(text.count, QUOTES)):
            ids.append(_QUOTES + (min(quotes, 4) - 1) * 2 + stop)
        if topic := p.topic[i]:
            share = bisect_right(TOPIC_EDGES, self.elsewhere[i])
            if p.caseless:
                ids.append(_CASELESS_TOPIC + share * 2 + stop)
            ids.append(_TOPIC + ((share * 2 + stop) * 3 + min(len(topic) // 3, 2)) * 3 + third(words))
        if "?" in text:
            ids.append(_ASKS + min(words // 3, 3))
        return ids

    def where(self, i: int) -> int:
        """Where a piece stands beside the run of prose: in it, so far before, so far after."""
        if self.begin <= i < self.end:
            return 0
        return 1 + _far(self.begin - i) if i < self.begin else 4 + _far(i - self.end + 1)


@lru_cache(maxsize=_MEMO)
def _told_features(told: Told, shown: int) -> tuple[int, ...]:
    """The features of telling phrases in a piece of such a length and end, remembered."""
    return tuple(base + told_bin(k) * 12 + shown for base, (k,) in zip(_TOLD, unpacked([told]), strict=True))


def look(p: Pieces) -> list[list[int]]:
    """The numbers of each piece's features."""
    seen = Look(p)
    return [seen.features(i) for i in range(len(p))]


def _times(texts: Sequence[str]) -> dict[str, int]:
    """How often each text occurs that occurs again."""
    return {t: k for t, k in Counter(texts).items() if k > 1} if len(set(texts)) < len(texts) else {}


def _common_gap(gaps: Sequence[int], sentence: Sequence[bool]) -> int:
    """The most frequent gap between two sentences."""
    between = [g for g, a, b in zip(gaps[1:], sentence, sentence[1:], strict=False) if a and b]
    return max(set(between), key=between.count) if between else 1


def _company(mass: Sequence[int]) -> list[int]:
    """The characters of prose among three pieces before and after each."""
    n = len(mass)
    upto = [0, 0, 0, *accumulate(mass, initial=0)]
    upto += [upto[-1]] * 3
    return [upto[i + 7] - upto[i] - mass[i] for i in range(n)]


def _ratio_edges(usual: int) -> list[float]:
    return [exp(e) * usual for e in _RATIO_EDGES]
