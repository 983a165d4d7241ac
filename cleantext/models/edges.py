"""Where blocks met, looked at again: a second look at the gaps that the seam model leaves in doubt.

The seam model sees a gap's two sides. Here a gap is measured in the light of the text around it: the gaps before and
after, the words up to them, runs of capitals, and what the text says elsewhere in the same words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from cleantext.models.linear import logit, sigmoid
from cleantext.models.trees import Node, Trees
from cleantext.models.weights import weights_of
from cleantext.text.characters import UNCASED_STOPS
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, ends_of, starts_of
from cleantext.text.spans import Span

VERSION = 1  # of the features; written into the weights
FAINT, SURE = -3.0, 3.5
"""Scores (logits) of the seam model: gaps below the first are not looked at, nor are those above the second."""

MEASURES = (
    "seam",
    "blank wanted",
    "mark before",
    "stop before",
    "comma before",
    "seam before",
    "seam after",
    "characters since the seam before",
    "characters to the seam after",
    "characters since the last likely seam",
    "characters to the next likely seam",
    "words of the sentence before",
    "words of the sentence after",
    "share of them in small letters before",
    "share of them in small letters after",
    "sentence after it ends in a mark",
    "capitalised words before",
    "capitalised words after",
    "case of the second word",
    "words after it said elsewhere",
    "words before it said elsewhere",
    "times its two words meet",
    "times the two words after it meet",
    "times the two words before it meet",
    "times the last word is said",
    "times the first word is said",
    "band of the last word",
    "band of the first word",
    "band of the second word",
    "last word ends",
    "first word starts",
    "word before the last ends",
    "letters of the last word",
    "letters of the first word",
    "characters since the last time stamp",
    "characters to the next time stamp",
    "first word of the sentence before it starts",
    "first word of the sentence before it is common",
    "first word of the sentence before it ends",
    "words of the grammar before it in the sentence",
    "share of words of the grammar before it",
    "words of the grammar after it in the sentence",
    "share of words of the grammar after it",
)

_FAINTEST, _SUREST = sigmoid(FAINT), 1 - 1e-4
_BLANK = -1.0  # where a blank stands
_LIKELY = 0.0  # a score from which on a seam counts as one while others are measured
_BEYOND = 9.0  # the score of what lies beyond the ends
_FAR = 999  # characters, at most, to the next seam
_FARTHEST = 2000
_NEAR = 99  # characters, at most, to a time stamp
_LONGEST = 60  # words of a sentence, at most
_RUN = 9  # capitalised words in a row, at most
_SAME, _SAME_MOST = 3, 12  # words that are the same elsewhere: from so many on, and at most
_TWINS = 12  # places that say the same words, of which so many are looked at
_STOPS = frozenset(".!?")
_MARKS = frozenset(f".!?…\"'”’)»。！？{UNCASED_STOPS}")
_COMMAS = frozenset(",;:")
_PAUSES = _STOPS | _COMMAS
_AROUND = ".,;:!?\"'“”„‘’«»()[]…"
_UNKNOWN = -1
_PART, _CONTEXT = 200_000, 2_000  # characters of a long text that are looked at together, and before and after them
_SMALL, _CAPITAL, _UNCASED, _NO_WORD = range(4)


class ScoredGap(NamedTuple):
    """A gap in a text: its offsets, the score (logits) of a seam, the probability that a blank is wanted there.

    The last is ``_BLANK`` where one stands.
    """

    start: int
    end: int
    score: float
    wanted: float


def in_order(
    glued: Iterable[tuple[int, int, float, float]], spaced: Iterable[tuple[int, int, float]]
) -> list[ScoredGap]:
    """The gaps that may be seams, of both kinds as the seam model gives them."""
    found = [ScoredGap(start, end, logit(min(p, _SUREST)), wanted) for start, end, p, wanted in glued if p >= _FAINTEST]
    found += [ScoredGap(start, end, score, _BLANK) for start, end, score in spaced if score >= FAINT]
    return sorted(found)


class EdgeModel:
    """Small trees over ``MEASURES``, and what they say of the doubtful gaps of a text."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        trees: Sequence[Node | float] = data["trees"]
        self._trees = Trees(trees, MEASURES)

    def __reduce__(self) -> tuple[Any, ...]:
        return (shipped, ()) if self is shipped() else (EdgeModel, (self.data,))

    def again(
        self, text: str, gaps: Sequence[ScoredGap], words: Lexicon, stamps: Sequence[Span] = ()
    ) -> dict[int, float]:
        """The new scores (logits) of the gaps in doubt among these, which are those of ``in_order``; by where they end.

        ``stamps`` are where time stamps stand. A score that is not here stays.
        """
        found: dict[int, float] = {}
        for at in range(0, len(text), _PART):
            begin, end = max(0, at - _CONTEXT), min(at + _PART + _CONTEXT, len(text))
            near = gaps[bisect_left(gaps, (begin,)) : bisect_left(gaps, (end,))]
            if begin:
                near = [ScoredGap(gap.start - begin, gap.end - begin, *gap[2:]) for gap in near]
            dated = stamps[bisect_left(stamps, (begin, 0)) : bisect_left(stamps, (end, 0))]
            seen = GapMeasures(text[begin:end], near, words, [(a - begin, b - begin) for a, b in dated])
            if seen.asked:
                scores = self._trees.sums(seen.columns(), [True] * len(seen.asked))
                ends = (near[k].end + begin for k in seen.asked)
                found.update((e, score) for e, score in zip(ends, scores, strict=True) if at <= e < at + _PART)
        return found


class GapMeasures:
    """The measures of the gaps in doubt (``asked``), among a text's words and all gaps that may be seams."""

    __slots__ = (
        "asked", "bare", "common", "ends", "gaps", "likely", "low", "meet", "places", "said", "small", "starts",
        "stops", "text", "times", "tokens", "values",
    )  # fmt: skip

    def __init__(self, text: str, gaps: Sequence[ScoredGap], words: Lexicon, stamps: Sequence[Span] = ()) -> None:
        self.text, self.gaps = text, gaps
        doubtful = (k for k, gap in enumerate(gaps) if gap.score <= SURE)
        self.asked = [k for k in doubtful if not between_letters(text, gaps[k].start, gaps[k].end)]
        if not self.asked:
            return
        self.tokens, self.places = _tokens(text, gaps)
        self.asked = [k for k in self.asked if 0 < self.places[k] < len(self.tokens)]
        self.bare = [token.strip(_AROUND) for token in self.tokens]
        self.low = list(map(str.lower, self.bare))
        self.small = [0, *accumulate(map(str.islower, self.bare))]
        self.stops = [i for i, token in enumerate(self.tokens) if token[-1] in _MARKS]
        self.starts, self.ends = [start for start, _ in stamps], [end for _, end in stamps]
        self.likely = [k for k, gap in enumerate(gaps) if gap.score >= _LIKELY]
        self.times = Counter(self.low)
        self.meet: Counter[tuple[str, str]] = Counter()
        self.said: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._read()
        get = words.get
        self.values = {w: get(w, _UNKNOWN) or _UNKNOWN for w in self.times}
        grammar = {w for w, value in self.values.items() if value > 0 and band_of(value) >= FUNCTION_BAND}
        self.common = [0, *accumulate(word in grammar for word in self.low)]

    def _read(self) -> None:
        """Note how often the pairs of words around the gaps in doubt meet, and where three words there are said."""
        low = self.low
        pairs: set[tuple[str, str]] = set()
        wanted: set[tuple[str, ...]] = set()
        for k in self.asked:
            at = self.places[k]
            near = low[max(at - _SAME, 0) : at + _SAME]
            pairs.update(pairwise(near))
            wanted.add(tuple(low[at : at + _SAME]))
            wanted.add(tuple(low[max(at - _SAME, 0) : at]))
        meet, said, firsts = self.meet, self.said, {first for first, _ in pairs}
        for i in [i for i, word in enumerate(low[:-1]) if word in firsts]:
            pair = low[i], low[i + 1]
            if pair in pairs:
                meet[pair] += 1
                words = tuple(low[i : i + _SAME])
                if words in wanted and len(said[words]) <= _TWINS:
                    said[words].append(i)

    def columns(self) -> Iterator[Sequence[float]]:
        """The measures of the gaps in doubt, a list for each of ``MEASURES``."""
        return map(list, zip(*map(self.measures, self.asked), strict=True))

    def measures(self, k: int) -> list[float]:
        """The measures of a gap."""
        own = self.gaps[k]
        at, (begin, end) = self.places[k], self._sentence(k)
        last = self.tokens[at - 1][-1]
        return [
            own.score,
            own.wanted,
            last in _MARKS,
            last in _STOPS,
            last in _COMMAS,
            *self._neighbours(k),
            *self._sentences(at, begin, end),
            *self._capitals(at),
            *self._elsewhere(at),
            *self._counts(at),
            *self._words(at),
            *self._stamps(own),
            *self._grammar(at, begin, end),
        ]

    def _neighbours(self, k: int) -> tuple[float, ...]:
        gaps, own, size = self.gaps, self.gaps[k].end, len(self.text)
        before, after = (gaps[k - 1] if k else None), (gaps[k + 1] if k + 1 < len(gaps) else None)
        return (
            before.score if before else _BEYOND,
            after.score if after else _BEYOND,
            min(own - before.end, _FAR) if before else _FAR,
            min(after.end - own, _FAR) if after else _FAR,
            min(own - self._likely_before(k, 0), _FARTHEST),
            min(self._likely_after(k, size) - own, _FARTHEST),
        )

    def _stamps(self, own: ScoredGap) -> tuple[float, float]:
        before, after = bisect_right(self.ends, own.start), bisect_left(self.starts, own.end)
        return (
            min(own.start - self.ends[before - 1], _NEAR) if before else _NEAR,
            min(self.starts[after] - own.end, _NEAR) if after < len(self.starts) else _NEAR,
        )

    def _likely_before(self, k: int, otherwise: int) -> int:
        i = bisect_left(self.likely, k)
        return self.gaps[self.likely[i - 1]].end if i else otherwise

    def _likely_after(self, k: int, otherwise: int) -> int:
        i = bisect_left(self.likely, k + 1)
        return self.gaps[self.likely[i]].end if i < len(self.likely) else otherwise

    def _grammar(self, at: int, begin: int, end: int) -> tuple[float, ...]:
        """The first word of the sentence before a gap, and the words of the grammar on both sides."""
        first = self.values[self.low[begin]]
        before, after = self.common[at] - self.common[begin], self.common[end] - self.common[at]
        return (
            starts_of(first) if first > 0 else _UNKNOWN,
            band_of(first),
            ends_of(first) if first > 0 else _UNKNOWN,
            before,
            before / (at - begin),
            after,
            after / (end - at),
        )

    def _sentence(self, k: int) -> Span:
        """Where the words on both sides begin and end, up to a mark or a likely seam."""
        at, stops, likely, places = self.places[k], self.stops, self.likely, self.places
        i, j = bisect_left(likely, k), bisect_left(likely, k + 1)
        begin, end = (places[likely[i - 1]] if i else 0), (places[likely[j]] if j < len(likely) else len(self.tokens))
        s = bisect_left(stops, at - 1)
        begin = min(max(begin, stops[s - 1] + 1 if s else 0, at - _LONGEST), at - 1)
        s = bisect_left(stops, at)
        return begin, max(min(end, stops[s] + 1 if s < len(stops) else end, at + _LONGEST), at + 1)

    def _sentences(self, at: int, begin: int, end: int) -> tuple[float, ...]:
        """The words on both sides, up to a mark or a likely seam."""
        small, before, after = self.small, at - begin, end - at
        return (
            before,
            after,
            (small[at] - small[begin]) / before,
            (small[end] - small[at]) / after,
            self.tokens[end - 1][-1] in _MARKS,
        )

    def _capitals(self, at: int) -> tuple[float, ...]:
        """How many words in a row are capitalised on each side, and the case of the second after the gap."""
        bare, tokens, n = self.bare, self.tokens, len(self.tokens)
        i = at
        while i and at - i < _RUN and bare[i - 1][:1].isupper() and (i == at or tokens[i - 1][-1] not in _PAUSES):
            i -= 1
        j = at
        while j < n and j - at < _RUN and bare[j][:1].isupper() and (j == at or tokens[j - 1][-1] not in _PAUSES):
            j += 1
        return at - i, j - at, _case(bare[at + 1] if at + 1 < n else None)

    def _elsewhere(self, at: int) -> tuple[float, ...]:
        """How many words after the gap and before it are said elsewhere, from three on.

        Said after other words, what follows probably begins there; said after the same, the gap is no seam.
        """
        low, n = self.low, len(self.low)
        after = before = 0
        for i in self.said.get(tuple(low[at : at + _SAME]), ())[:_TWINS]:
            if i != at and not (i and low[i - 1] == low[at - 1]):
                size = _SAME
                while size < _SAME_MOST and at + size < n and i + size < n and low[at + size] == low[i + size]:
                    size += 1
                after = max(after, size)
        for i in self.said.get(tuple(low[max(at - _SAME, 0) : at]), ())[:_TWINS]:
            end = i + _SAME
            if end != at and not (end < n and low[end] == low[at]):
                size = _SAME
                while size < _SAME_MOST and size < min(at, end) and low[at - size - 1] == low[end - size - 1]:
                    size += 1
                before = max(before, size)
        return after, before

    def _counts(self, at: int) -> tuple[float, ...]:
        low, meet = self.low, self.meet
        last, first = low[at - 1], low[at]
        return (
            meet[last, first],
            meet[first, low[at + 1]] if at + 1 < len(low) else 0,
            meet[low[at - 2], last] if at > 1 else 0,
            self.times[last],
            self.times[first],
        )

    def _words(self, at: int) -> tuple[float, ...]:
        low, values = self.low, self.values
        second = low[at + 1] if at + 1 < len(low) else ""
        b, a = low[at - 1], low[at]
        last, first, then = values[b], values[a], values.get(second, _UNKNOWN)
        early = values[low[at - 2]] if at > 1 else _UNKNOWN
        return (
            band_of(last),
            band_of(first),
            band_of(then),
            ends_of(last) if last > 0 else _UNKNOWN,
            starts_of(first) if first > 0 else _UNKNOWN,
            ends_of(early) if early > 0 else _UNKNOWN,
            len(b),
            len(a),
        )


def _tokens(text: str, gaps: Iterable[ScoredGap]) -> tuple[list[str], list[int]]:
    """The words of a text, parted at blanks and at the gaps, and for each gap the number of words before it."""
    tokens: list[str] = []
    places: list[int] = []
    at = 0
    for gap in gaps:
        tokens += text[at : gap.start].split()
        places.append(len(tokens))
        at = gap.end
    tokens += text[at:].split()
    return tokens, places


def between_letters(text: str, start: int, end: int) -> bool:
    """Whether a gap lies between two letters that stand alone, of which there is as little to know as between numbers.

    >>> between_letters("A B", 1, 2), between_letters("A Bo", 1, 2), between_letters("के लि", 2, 3)
    (True, False, False)
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    is_alone = not text[end + 1 : end + 2].strip() and not text[max(start - 2, 0) : start - 1].strip()
    return is_alone and before.isalpha() and after.isalpha()


def _case(word: str | None) -> int:
    if word is None:
        return _NO_WORD
    first = word[:1]
    return _CAPITAL if first.isupper() else _SMALL if first.islower() else _UNCASED


@cache
def shipped() -> EdgeModel:
    """The model that comes with the package."""
    return EdgeModel(weights_of("edges", VERSION))
