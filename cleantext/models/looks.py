"""The first look at a piece: features of the piece itself, its place and its neighbours, before anything is judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from math import log
from statistics import median_low

from cleantext.models.pieces import ENDS, STARTS, Pieces, best_run, distances, shared, start_of
from cleantext.models.space import Space, counts, spans

WORD_EDGES = (1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 50, 80)
CHAR_EDGES = (3, 8, 15, 25, 40, 60, 90, 130, 180, 260, 400, 700)
SEAM_EDGES = (0.05, 0.12, 0.25, 0.5, 0.75, 0.93, 0.995)
SHARE_EDGES = (0.001, 0.1, 0.2, 0.34, 0.5, 0.67, 0.8, 0.95)
DISTANCE_EDGES = (1, 2, 3, 4, 6, 9, 14, 25)
_RATIO_EDGES = (-3, -2, -1.3, -0.8, -0.4, -0.15, 0.15, 0.4, 0.8, 1.3, 2)
_TOPIC_EDGES = (0.001, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.999)
_PLACE_EDGES = (0.03, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97)
_SHORT_EDGES = (0.1, 0.3, 0.5, 0.7)
_PROSE_EDGES = (0.3, 0.5, 0.7, 0.85, 0.95)
_MASS_EDGES = (1, 100, 250, 400, 600, 900, 1400)
_DIGIT_EDGES = (0.02, 0.05, 0.1, 0.2, 0.4)

SENTENCE_WORDS = 8  # a stopped piece with as many words is a sentence
_USUAL_LENGTH = 80  # characters of a sentence, where the document has none

# bins of small numbers, looked up instead of searched
WORD_BIN = [bisect_right(WORD_EDGES, n) for n in range(121)]
CHAR_BIN = [bisect_right(CHAR_EDGES, n) for n in range(1001)]
DISTANCE_BIN = [bisect_right(DISTANCE_EDGES, n) for n in range(61)]

_FIGURES = "0123456789"
_DOUBLE = "\"“”„«»"
_TIME = re.compile(r"\d{1,2}[:.]\d\d|(?:19|20)\d\d")

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
_WORDS_CAPS = SPACE.table("words and share capitalised", WORDS[:9], spans(SHARE_EDGES))
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
_RUN = SPACE.table("in, before, after the prose", ("in", *("before " + n for n in SIZE3), *("after " + n for n in SIZE3)), STOP, SIZE3[::2])
_MASS = SPACE.table("prose among three pieces before and after", spans(_MASS_EDGES), STOP)
_DIGITS = SPACE.table("share of digits", spans(_DIGIT_EDGES), SIZE3)
_CLOCK = SPACE.table("time or year", WORD_PAIRS, STOP)
_WEB = SPACE.table("address or copyright", WORD_PAIRS, STOP)
_QUOTES = SPACE.table("quotation marks", ("1", "2", "3", "more"), STOP)
_TOPIC = SPACE.table("topic words said elsewhere", spans(_TOPIC_EDGES), STOP, SIZE3, SIZE3)
_CASELESS_WORDS = SPACE.table("script without capitals: words and end", WORDS, STOP, ("gap with a line break", "no line break"))
_CASELESS_TOPIC = SPACE.table("script without capitals: topic words said elsewhere", spans(_TOPIC_EDGES), STOP)
_UPPER = SPACE.table("all capitals", WORD_PAIRS)
_BAR = SPACE.table("vertical bar")
_PAREN = SPACE.table("ends in a bracket")
_ASKS = SPACE.table("question mark", ("up to 3 words", "4 to 10 words", "11 to 26 words", "more"))


def _near(distance: int) -> int:
    return 0 if distance < 2 else 1 if distance < 4 else 2 if distance < 8 else 3


def _layout(gaps: list[int], n: int) -> int:
    lines = sum(g >= 2 for g in gaps[1:n])
    if not lines:
        return 1 if sum(g == 0 for g in gaps[1:n]) * 20 > n else 0
    return 3 if sum(g == 3 for g in gaps[1:n]) * 2 >= lines else 2


def look(p: Pieces) -> tuple[list[list[int]], int]:
    """The numbers of each piece's features, and the layout of the document."""
    n = len(p)
    sentence = [c >= SENTENCE_WORDS and s for c, s in zip(p.count, p.stopped, strict=True)]
    lengths = [size for size, s in zip(p.size, sentence, strict=True) if s]
    usual = log(median_low(lengths) if lengths else _USUAL_LENGTH)
    back, ahead = distances(sentence)
    mass = [size if s else 0 for size, s in zip(p.size, sentence, strict=True)]
    begin, end = best_run([size if s else -25 - size * 0.5 for size, s in zip(p.size, sentence, strict=True)])
    layout = _layout(p.gaps, n)
    total = sum(p.size) or 1
    short = bisect_right(_SHORT_EDGES, sum(c < 5 for c in p.count) / n)
    prose = bisect_right(_PROSE_EDGES, sum(mass) / total)
    said = shared(p.topic)
    seams = [bisect_right(SEAM_EDGES, s) for s in p.seams]
    times: dict[str, int] = {}
    for t in p.texts:
        times[t] = times.get(t, 0) + 1
    between = [p.gaps[i] for i in range(1, n) if sentence[i] and sentence[i - 1]]
    common = max(set(between), key=between.count) if between else 1
    done = 0
    cased = not p.caseless
    out = []
    for i in range(n):
        text, size, count, stop = p.texts[i], p.size[i], p.count[i], p.stopped[i]
        words = WORD_BIN[count if count < 120 else 120]
        last, first = p.end[i], start_of(text[0])
        before, after = p.gaps[i], p.gaps[i + 1]
        left, right = seams[i], seams[i + 1]
        b, a = back[i], ahead[i]
        place = bisect_right(_PLACE_EDGES, done / total)
        low, high = i - 3 if i > 3 else 0, i + 4
        company = bisect_right(_MASS_EDGES, sum(mass[low:high]) - mass[i])
        third = 0 if words < 3 else 1 if words < 6 else 2
        ids = [
            _WORDS + words,
            _CHARS + CHAR_BIN[size if size < 1000 else 1000],
            _END + last,
            _WORDS_END + words * _E + last,
            _RATIO + 2 * bisect_right(_RATIO_EDGES, log(size) - usual) + stop,
            _BEFORE + DISTANCE_BIN[b],
            _AFTER + DISTANCE_BIN[a],
            _AROUND + ((_near(b) * 4 + _near(a)) * 7 + (words >> 1)) * 2 + stop,
            _GAP_LEFT + before * 4 + layout,
            _GAP_RIGHT + after * 4 + layout,
            _GAPS + (before * 4 + after) * 3 + third,
            _SEAM_LEFT + left,
            _SEAM_RIGHT + right,
            _SEAM_BOTH + (left * _S + right) * 2 + stop,
            _UNUSUAL + 4 * stop + 2 * (before == common) + (after == common),
            _LAYOUT + layout,
            _SHORT + short * _N + words,
            _PROSE + (prose * _N + words) * 2 + stop,
            _TWICE + 2 * (min(times[text], 3) - 1) + (count > 4),
            _PLACE + place * 2 + stop,
            _MASS + company * 2 + stop,
        ]
        if cased:
            ids.append(_START + first)
            ids.append(_START_END + first * _E + last)
            if words < 9:
                capitals = sum([w[0].isupper() for w in text.split()]) / count
                ids.append(_WORDS_CAPS + words * 9 + bisect_right(SHARE_EDGES, capitals))
        else:
            ids.append(_CASELESS_WORDS + (words * 2 + stop) * 2 + (before < 2))
        where = 0 if begin <= i < end else 1 + _third(begin - i) if i < begin else 4 + _third(i - end + 1)
        ids.append(_RUN + (where * 2 + stop) * 2 + (words > 5))
        if digits := sum(map(text.count, _FIGURES)):
            ids.append(_DIGITS + bisect_right(_DIGIT_EDGES, digits / size) * 3 + third)
            if _TIME.search(text):
                ids.append(_CLOCK + min(words >> 1, 5) * 2 + stop)
        if "@" in text or "http" in text or "www." in text or ".com" in text or "©" in text:
            ids.append(_WEB + min(words >> 1, 5) * 2 + stop)
        if quotes := sum(map(text.count, _DOUBLE)):
            ids.append(_QUOTES + (min(quotes, 4) - 1) * 2 + stop)
        if topic := p.topic[i]:
            share = bisect_right(_TOPIC_EDGES, sum([said[w] > 1 for w in topic]) / len(topic))
            if not cased:
                ids.append(_CASELESS_TOPIC + share * 2 + stop)
            ids.append(_TOPIC + ((share * 2 + stop) * 3 + min(len(topic) // 3, 2)) * 3 + third)
        if text.isupper():
            ids.append(_UPPER + min(words >> 1, 5))
        if "|" in text:
            ids.append(_BAR)
        if last == 6 and "(" in text:
            ids.append(_PAREN)
        if "?" in text:
            ids.append(_ASKS + min(words // 3, 3))
        out.append(ids)
        done += size
    return out, layout


def _third(distance: int) -> int:
    return 0 if distance < 4 else 1 if distance < 14 else 2
