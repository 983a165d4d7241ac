"""The second look: measures of a piece in the light of how all pieces were first judged.

``MEASURES`` are what the trees ask about; ``place`` gives the few features that help to tell the roles apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from math import exp, fsum, inf
from operator import and_

from cleantext.models.glue import stop_before_glue
from cleantext.models.looks import DISTANCE_BIN, DISTANCE_EDGES, SENTENCE_WORDS, STOP, Look
from cleantext.models.pieces import NONE, Pieces, best_run, compact, distances, said_twice
from cleantext.models.space import Space, counts, spans
from cleantext.text.furniture import unpacked

_COARSE_EDGES = (-2.5, -1, 0.2, 1.5, 3)
MASS_EDGES = (1, 200, 500, 1000, 2000, 3500, 6000, 10000)
TOPIC_EDGES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 0.99)
LIKE_EDGES = (66, 75, 85, 95, 99.9)

_SAME_PARAGRAPH = 0.25  # a seam less likely than this does not part paragraphs
_CORE = 0.7  # a sentence this surely body tells the article's topic
_LONG = 5  # letters: words this long tell whether two pieces say the same
_LOWEST, _HIGHEST = -6.0, 9.0  # scores beyond say no more
_CLIP = 4.0  # scores beyond it, either way, count as it in means over the document, a paragraph or a sentence
_BODY, _NOISE = 1.5, -1.5  # scores from which on pieces are plainly body, and plainly none
_LONG_PIECE = 6  # words of a piece that tells something of the document
_RUN_COST = 0.35  # how probable body is on average, at least, in the run that is the body's
_FEWEST_WORDS, _MOST_WORDS = 5, 120  # of pieces that are compared with others
_LEAST_LIKE = LIKE_EDGES[0] - 6  # what is less like another is no twin (0 to 100)
_LOWEST_SHARE = 0.15  # of the characters of body sentences, those that score lowest
_NOBODY = -9.0  # the score of what lies beyond the text's ends

COARSE = spans(_COARSE_EDGES)
DISTANCES = counts(DISTANCE_EDGES)

SPACE = Space()
_C = len(COARSE)
_BEFORE = SPACE.table("body before", counts(MASS_EDGES), STOP)
_AFTER = SPACE.table("body after", counts(MASS_EDGES), STOP)
_TOPIC_PLACE = SPACE.table("topic words of the body and place", spans(TOPIC_EDGES), ("in", "before", "after"))
_BODY_BACK = SPACE.table("pieces since body", DISTANCES, COARSE)
_TWIN_KINDS = ("like it in its stop", "with a stop", "without")
_TWIN = SPACE.table("said again nearly", spans(LIKE_EDGES), STOP, _TWIN_KINDS)
_PLACE = SPACE.table("place beside the body's run", ("in", "just before", "before", "just after", "after"), STOP)

TOLD = {
    "furniture": ("its", "last", "surrounding", "density of"),
    "sections": ("surrounding",),
    "reader": ("surrounding",),
    "pictures": ("its", "next", "surrounding", "density of", "its sentence's"),
    "tells": ("its", "surrounding", "its sentence's"),
    "common": ("its", "next", "surrounding", "density of", "its sentence's"),
}
"""Of which kinds of telling words what is measured: a piece's own, its neighbours', those of 5 around, to each word."""

MEASURES = (
    "score",
    "score before",
    "score after",
    "page score",
    "page score before",
    "page score after",
    "caption score",
    "caption score after",
    "characters",
    "characters before",
    "characters after",
    "words",
    "share of words capitalised",
    "share of digits",
    "length over the usual sentence's",
    "seam before",
    "seam after",
    "times said",
    "mean score of 2 around",
    "mean score of 12 around",
    "mean page score of 2 around",
    "mean page score of 5 around",
    "mean page score of 12 around",
    "mean caption score of 2 around",
    "mean caption score of 5 around",
    "score of its paragraph",
    "page score of its paragraph",
    "characters of its paragraph",
    "its paragraph ends in a stop",
    "score of its sentence",
    "caption score of its sentence",
    "characters of its sentence",
    "its sentence ends in a stop",
    "the text before the next glue ends in a stop",
    "sentences without a blank after them",
    "stops among the glue",
    "characters of the body",
    "mean score of the body",
    "lower end of the body's scores",
    "mean page score of the body",
    "mean caption score of the body",
    "mean page score of the document",
    "body's share of the document",
    "long pieces without a stop",
    "place in the document",
    "place in the body",
    "body before",
    "body after",
    "topic words",
    "topic words of the body",
    "topic words said elsewhere",
    *(f"{way} {kind} words" for kind, ways in TOLD.items() for way in ways),
    "likeness to its twin",
    "score of its twin",
    "its twin ends in a stop",
    "pieces to noise",
    "pieces to body",
    "longest noise between it and the body's middle",
    "noise between it and the body's middle",
)

GUESSED_BY = (
    "score",
    "mean score of 2 around",
    "page score",
    "mean page score of 2 around",
    "score of its paragraph",
    "score of its sentence",
)
"""The measures whose weighted sum tells what the trees will say of a plain piece; the weights come with the trees."""
_SURE_BODY, _SURE_REST = 4.8, -5.0  # logits: guesses beyond stand


def twins(p: Pieces) -> dict[int, tuple[float, int]]:
    """For each piece that another is like: the likeness (0 to 100), and which piece that is.

    Only pieces that share two pairs of neighbouring long words are compared, each with the last that had them,
    so that time stays linear.
    """
    best: dict[int, tuple[float, int]] = {}
    longs = [[w for w in words if len(w) >= _LONG] for words in p.words]
    again = {pair for pair, k in Counter(pairwise(chain.from_iterable(longs))).items() if k > 1}
    if len(again) < 2:
        return best
    last: dict[tuple[str, str], int] = {}
    for i, (long, count) in enumerate(zip(longs, p.count, strict=True)):
        if _FEWEST_WORDS <= count <= _MOST_WORDS and len(pairs := again.intersection(pairwise(long))) > 1:
            met = last.keys() & pairs
            if len(met) > 1:
                _compare(best, i, sorted([last[pair] for pair in met]), p)
            last.update(dict.fromkeys(pairs, i))
    return best


def _compare(best: dict[int, tuple[float, int]], i: int, met: Sequence[int], p: Pieces) -> None:
    """Note how like piece i is to those met twice; ``met`` is sorted."""
    from rapidfuzz import fuzz

    for j in sorted({a for a, b in pairwise(met) if a == b}):
        like = fuzz.ratio(p.texts[i], p.texts[j], score_cutoff=_LEAST_LIKE)
        for a, b in ((i, j), (j, i)):
            if like and like > best.get(a, (0.0, 0))[0]:
                best[a] = like, b


class Glance:
    """What the second look sees of a whole document, in lists parallel to the pieces.

    All scores are in logits: ``scores`` are the first, ``pages`` what pages at large teach of the body, ``captions``
    how much a piece is a caption rather than body.
    """

    __slots__ = (
        "bare", "begin", "body", "body_ahead", "body_back", "captions", "core", "end", "like", "look", "low", "mass",
        "mean", "near", "near_pages", "noise_ahead", "own", "pages", "paragraphs", "pieces", "said", "scores",
        "sentences",
    )  # fmt: skip

    def __init__(self, look: Look, scores: Sequence[float], pages: Sequence[float], captions: Sequence[float]) -> None:
        p = look.pieces
        size, count, stopped = p.size, p.count, p.stopped
        prob = [1 / (1 + exp(-s)) if s > -30 else 0.0 for s in scores]
        clipped = [-_CLIP if s < -_CLIP else _CLIP if s > _CLIP else s for s in scores]
        self.mass = compact([q * s for q, s in zip(prob, size, strict=True)])
        self.look, self.pieces = look, p
        self.scores, self.pages, self.captions = scores, pages, captions
        self.own = compact(_clipped(scores))
        self.near, self.near_pages = compact(_mean(self.own, 2)), compact(_mean(pages, 2))
        self.body = compact([0.0, *accumulate(self.mass)])
        self.paragraphs = _units(p, _paragraph_starts(p), clipped, self.pages)
        self.sentences = _units(p, p.sentences, clipped, self.captions)
        whole = self.body[-1]
        self.mean = fsum([c * m for c, m in zip(clipped, self.mass, strict=True)]) / whole if whole > 1 else -_CLIP
        self.low = _lower_end(p, scores, clipped)
        long = [s for s, c in zip(stopped, count, strict=True) if c >= _LONG_PIECE]
        self.bare = long.count(False) / (len(long) or 1)
        self.begin, self.end = best_run([m - _RUN_COST * s for m, s in zip(self.mass, size, strict=True)])
        self.core = [q > _CORE and c >= SENTENCE_WORDS for q, c in zip(prob, count, strict=True)]
        self.said = said_twice([t for t, c in zip(p.topic, self.core, strict=True) if c])
        self.like = twins(p)
        self.noise_ahead = distances([s < _NOISE for s in scores])[1]
        body = [s > _BODY and c >= _LONG_PIECE for s, c in zip(scores, count, strict=True)]
        self.body_back, self.body_ahead = distances(body)

    def guesses(self, weights: Sequence[float], bias: float) -> list[float | None]:
        """What the trees will say, about, by weights of ``GUESSED_BY``; None where they are asked.

        They are asked of all that may be either, of body in a sentence without a stop, which may be a heading, of
        scripts without capitals, and, whether it is the rest, in texts without sure body.
        """
        if self.pieces.caseless:
            return [None] * len(self.pieces)
        a, b, c, d, e, f = weights
        sentence, _, _, stopped = self.sentences
        told = zip(self.own, self.near, self.pages, self.near_pages, self.paragraphs[0], sentence, strict=True)
        found = [bias + a * u + b * v + c * w + d * x + e * y + f * z for u, v, w, x, y, z in told]
        rest = _SURE_REST if max(found, default=0.0) > _SURE_BODY else -inf
        return [
            guess if guess < rest or (guess > _SURE_BODY and stop) else None
            for guess, stop in zip(found, stopped, strict=True)
        ]

    def columns(self) -> Iterator[Sequence[float]]:
        """The pieces' measures, a list for each of ``MEASURES``; one value where it is the document's."""
        parts = self._scored, self._written, self._company, self._glue, self._document, self._said, self._far
        for part in parts:
            yield from part()

    def rows(self) -> list[tuple[float, ...]]:
        """The measures of each piece."""
        n = len(self.pieces)
        return list(zip(*(list(c) * n if len(c) == 1 else c for c in self.columns()), strict=True)) if n else []

    def _scored(self) -> Iterator[Sequence[float]]:
        own, pages, captions = self.own, self.pages, self.captions
        yield from (own, _before(own), _after(own))
        yield from (pages, _before(pages), _after(pages))
        yield from (captions, _after(captions))

    def _written(self) -> Iterator[Sequence[float]]:
        p, look = self.pieces, self.look
        yield from (p.size, _before(p.size), _after(p.size), p.count)
        yield [c / n if c else 0.0 for c, n in zip(p.capitals, p.count, strict=True)]
        yield [d / s for d, s in zip(p.digits, p.size, strict=True)]
        yield [s / look.usual for s in p.size]
        yield p.seams[:-1]
        yield p.seams[1:]
        times = look.times
        yield [times.get(t, 1) for t in p.texts] if times else [1]

    def _company(self) -> Iterator[Sequence[float]]:
        yield self.near
        yield _mean(self.own, 12)
        yield self.near_pages
        yield from (_mean(self.pages, reach) for reach in (5, 12))
        yield from (_mean(self.captions, reach) for reach in (2, 5))
        yield from self.paragraphs
        yield from self.sentences

    def _glue(self) -> Iterator[Sequence[float]]:
        """Where paragraphs are glued and sentences are not, what stands before glue without a stop is no paragraph."""
        p = self.pieces
        if NONE not in p.gaps:
            yield from ([-1], [0.0], [0.0])
            return
        yield [-1 if stop is None else stop for stop in stop_before_glue(p)]
        glued = [gap == NONE for gap in p.gaps[1:]]
        sentences = [stop and count >= SENTENCE_WORDS for stop, count in zip(p.stopped, p.count, strict=True)]
        both = sum(map(and_, glued, sentences))
        yield [both / (sum(sentences) or 1)]
        yield [both / (sum(glued) or 1)]

    def _document(self) -> Iterator[Sequence[float]]:
        n, whole, done = len(self.pieces), self.body[-1], self.look.done[-1]
        share = whole + 1
        of_body = [
            fsum([a * m for a, m in zip(x, self.mass, strict=True)]) / share for x in (self.pages, self.captions)
        ]
        constants = [whole, self.mean, self.low, *of_body, fsum(self.pages) / (n or 1), share / (done or 1), self.bare]
        yield from ([c] for c in constants)
        yield [i / n for i in range(n)]
        yield [b / share for b in self.body[1:]]
        yield self.body[:-1]
        yield [whole - b for b in self.body[1:]]

    def _said(self) -> Iterator[Sequence[float]]:
        p, (once, twice) = self.pieces, self.said
        yield [len(t) for t in p.topic]
        yield [
            len((twice if core else once).intersection(t)) / len(t) if t else -1
            for t, core in zip(p.topic, self.core, strict=True)
        ]
        yield self.look.elsewhere
        for ways, counted in zip(TOLD.values(), unpacked(p.told), strict=True):
            said = any(counted)
            yield from (_WAYS[way](p, counted) if said or way in _NEXT else [0] for way in ways)
        if not self.like:
            yield from ([0.0], [_NOBODY], [-1])
            return
        like, own, stopped = self.like, self.scores, p.stopped
        likeness, score, stop = [0.0] * len(p), [_NOBODY] * len(p), [-1] * len(p)
        for i, (alike, twin) in like.items():
            likeness[i], score[i], stop[i] = alike, own[twin], stopped[twin]
        yield from (likeness, score, stop)

    def _far(self) -> Iterator[Sequence[float]]:
        yield from (self.noise_ahead, self.body_ahead)
        half = self.body[-1] / 2
        middle = next((i for i, b in enumerate(self.body[1:]) if b >= half), 0)
        before, after = self._barrier(range(middle, -1, -1)), self._barrier(range(middle, len(self.pieces)))
        yield [*before[0][:0:-1], *after[0]]
        yield [*before[1][:0:-1], *after[1]]

    def _barrier(self, way: range) -> tuple[list[int], list[float]]:
        """Along a way from the body's middle: the longest run of noise so far, in pieces, and the noise so far."""
        longest = run = 0
        hard = 0.0
        runs, sums = [], []
        for i in way[: len(self.pieces)]:
            score = self.scores[i]
            runs.append(longest)
            sums.append(hard)
            if score < -1:
                run += 1
                longest = max(longest, run)
                hard += min(-score - 1, 3.0)
            elif score > 0 and self.pieces.size[i] > 60:
                run = 0
        return runs, sums

    def place(self, i: int) -> list[int]:
        """The numbers of the features that help to tell the roles apart: where the piece stands beside the body."""
        p, stop = self.pieces, self.pieces.stopped[i]
        ids = [
            _BEFORE + bisect_right(MASS_EDGES, self.body[i]) * 2 + stop,
            _AFTER + bisect_right(MASS_EDGES, self.body[-1] - self.body[i + 1]) * 2 + stop,
            _BODY_BACK + DISTANCE_BIN[self.body_back[i]] * _C + bisect_right(_COARSE_EDGES, self.scores[i]),
            _PLACE + self._where(i) * 2 + stop,
        ]
        if self.said[0] and p.topic[i]:
            ids.append(
                _TOPIC_PLACE + self._topic(i) * 3 + (0 if self.begin <= i < self.end else 1 if i < self.begin else 2)
            )
        if i in self.like:
            likeness, j = self.like[i]
            other = p.stopped[j]
            kind = 0 if other == stop else 1 if other else 2
            ids.append(_TWIN + (bisect_right(LIKE_EDGES, likeness) * 2 + stop) * 3 + kind)
        return ids

    def _where(self, i: int) -> int:
        """Where a piece stands beside the body's run."""
        if self.begin <= i < self.end:
            return 0
        return (1 if self.begin - i < 3 else 2) if i < self.begin else (3 if i - self.end < 2 else 4)

    def _topic(self, i: int) -> int:
        """The class of the share of a piece's topic words that other sentences of the body say."""
        topic = self.pieces.topic[i]
        return bisect_right(TOPIC_EDGES, len(self.said[self.core[i]].intersection(topic)) / len(topic))


def _clipped(scores: Sequence[float]) -> list[float]:
    return [_LOWEST if s < _LOWEST else _HIGHEST if s > _HIGHEST else s for s in scores]


def _before(values: Sequence[float]) -> list[float]:
    return [_NOBODY, *values[:-1]] if values else []


def _after(values: Sequence[float]) -> list[float]:
    return [*values[1:], _NOBODY] if values else []


def _mean(values: Sequence[float], reach: int) -> list[float]:
    """The mean of each value and so many before and after it; what lies beyond the ends counts as none."""
    n, upto = len(values), [0.0, *accumulate(values)]
    low = [*[0.0] * reach, *upto[: max(n - reach, 0)]][:n]
    high = [*upto[reach + 1 :], *[upto[-1]] * min(reach, n)]
    span = min(2 * reach + 1, n)
    return [(b - a) / span for a, b in zip(low, high, strict=True)]


_WAYS: Mapping[str, Callable[[Pieces, list[int]], Sequence[float]]] = {
    "its": lambda _, own: own,
    "last": lambda _, own: _before(own),
    "next": lambda _, own: _after(own),
    "surrounding": lambda _, own: _mean(own, 5),
    "density of": lambda p, own: [a / c if c else 0.0 for a, c in zip(own, p.count, strict=True)],
    "its sentence's": lambda p, own: _of_units(p.sentences, own),
}
_NEXT = frozenset(("last", "next"))  # beyond the text's ends nobody says anything

Units = tuple[Sequence[float], Sequence[float], Sequence[int], Sequence[bool]]
"""For each piece what its unit is: the means of two scores, characters, whether it ends in a stop."""


def _paragraph_starts(p: Pieces) -> list[int]:
    """The pieces before which a paragraph probably ended."""
    return [i for i, s in enumerate(p.seams[:-1]) if s >= _SAME_PARAGRAPH or not i]


def _units(p: Pieces, starts: Sequence[int], first: Sequence[float], second: Sequence[float]) -> Units:
    """For each piece the unit that it stood in."""
    if len(starts) == len(p):
        return first, second, p.size, p.stopped
    firsts, seconds, sizes, stopped = list(first), list(second), list(p.size), list(p.stopped)
    for a, b in pairwise([*starts, len(p)]):
        if b - a > 1:
            size = sum(p.size[a:b])
            for means, values in ((firsts, first), (seconds, second)):
                means[a:b] = [fsum([x * s for x, s in zip(values[a:b], p.size[a:b], strict=True)]) / size] * (b - a)
            sizes[a:b] = [size] * (b - a)
            stopped[a:b] = [p.stopped[b - 1]] * (b - a)
    return firsts, seconds, sizes, stopped


def _of_units(starts: Sequence[int], values: Sequence[int]) -> list[int]:
    """For each piece the sum over the unit that it stands in."""
    out = list(values)
    if len(starts) < len(values):
        for a, b in pairwise([*starts, len(values)]):
            if b - a > 1:
                out[a:b] = [sum(values[a:b])] * (b - a)
    return out


def _lower_end(p: Pieces, scores: Sequence[float], clipped: Sequence[float]) -> float:
    """The score that 85 % of the characters of probable body sentences exceed: all but ``_LOWEST_SHARE``."""
    found = zip(scores, clipped, p.size, p.stopped, p.count, strict=True)
    body = sorted([(c, size) for s, c, size, stopped, count in found if s > -1 and stopped and count >= _LONG_PIECE])
    rest = _LOWEST_SHARE * sum([s for _, s in body])
    low = 0.0
    for score, s in body:
        low = score
        rest -= s
        if rest <= 0:
            break
    return low
