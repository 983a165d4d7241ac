"""The second look: features of a piece in the light of how all pieces were first judged.

This is the definition, which training and explaining read; ``sums`` adds up the same features' weights faster.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from math import exp

from cleantext.models.looks import DISTANCE_BIN, DISTANCE_EDGES, LAYOUT, SEAMS, SENTENCE_WORDS, STOP, WORDS, Look
from cleantext.models.pieces import Pieces, best_run, distances, said_twice
from cleantext.models.space import Space, counts, spans

SCORE_EDGES = (-5, -3.5, -2.5, -1.7, -1, -0.4, 0.2, 0.8, 1.5, 2.3, 3.2, 4.5)
_COARSE_EDGES = (-2.5, -1, 0.2, 1.5, 3)
_EDGES = sorted({*SCORE_EDGES, *_COARSE_EDGES})
_GROUP_EDGES = (25, 60, 110, 180, 280, 450, 800)
_SHARE_EDGES = (0.2, 0.4, 0.6, 0.75, 0.85, 0.93, 0.98)
MASS_EDGES = (1, 200, 500, 1000, 2000, 3500, 6000, 10000)
TOPIC_EDGES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 0.99)
_BARE_EDGES = (0.03, 0.08, 0.15, 0.25, 0.4)
LIKE_EDGES = (66, 75, 85, 95, 99.9)

_SAME_GROUP = 0.25  # a seam less likely than this does not part groups
_CORE = 0.7  # a sentence this surely body tells the article's topic

# a score is binned once; its bin tells the fine and the coarse class
FINE_OF = [bisect_right(SCORE_EDGES, e) for e in (-9, *_EDGES)]
COARSE_OF = [bisect_right(_COARSE_EDGES, e) for e in (-9, *_EDGES)]

FINE = spans(SCORE_EDGES)
COARSE = spans(_COARSE_EDGES)
DISTANCES = counts(DISTANCE_EDGES)

SPACE = Space()
_F, _C, _S, _N = len(FINE), len(COARSE), len(SEAMS), len(WORDS)
_SCORE = SPACE.table("first score", FINE)
_SCORE_WORDS = SPACE.table("first score and words", FINE, WORDS, STOP)
_LEFT = SPACE.table("score before and seam", FINE, SEAMS)
_RIGHT = SPACE.table("score after and seam", FINE, SEAMS)
_SIDES = SPACE.table("scores before and after", COARSE, COARSE, STOP, ("up to 7 words", "more words"))
_LEFT2 = SPACE.table("second score before", FINE)
_RIGHT2 = SPACE.table("second score after", FINE)
_NEAR2 = SPACE.table("mean score of 2 around", FINE)
_NEAR5 = SPACE.table("mean score of 5 around", FINE)
_NEAR12 = SPACE.table("mean score of 12 around", FINE)
_GROUP = SPACE.table("score of its paragraph", FINE, ("alone", "of several"))
_GROUP_SIZE = SPACE.table("score and size of its paragraph", FINE, counts(_GROUP_EDGES))
_GROUP_STOP = SPACE.table("first score and its paragraph's end", COARSE, STOP, ("1", "2", "3", "4 or more pieces"))
_DOC = SPACE.table("mean score of the body", FINE)
_BELOW_MEAN = SPACE.table("score over the body's mean, plus 1", FINE, STOP)
_BELOW_LOW = SPACE.table("score over the body's lower end, plus 1", FINE, STOP)
_SHARE = SPACE.table("body's share of the document", spans(_SHARE_EDGES))
_SHARE_SCORE = SPACE.table("body's share and first score", spans(_SHARE_EDGES), COARSE, STOP)
_BARE = SPACE.table("long pieces without a stop, and first score", spans(_BARE_EDGES), COARSE, STOP)
_LAYOUT = SPACE.table(
    "first score, layout and size", COARSE, LAYOUT, ("up to 2 words", "3 to 7", "8 to 19", "20 or more")
)
_BEFORE = SPACE.table("body before", counts(MASS_EDGES), STOP)
_AFTER = SPACE.table("body after", counts(MASS_EDGES), STOP)
_TOPIC = SPACE.table("topic words of the body", spans(TOPIC_EDGES), ("few", "some", "many"))
_TOPIC_SCORE = SPACE.table("topic words of the body and first score", spans(TOPIC_EDGES), COARSE, ("few", "some"))
_TOPIC_PLACE = SPACE.table("topic words of the body and place", spans(TOPIC_EDGES), ("in", "before", "after"))
_CASELESS_TOPIC = SPACE.table(
    "script without capitals: topic words of the body", spans(TOPIC_EDGES), STOP, ("few", "some", "many")
)
_NOISE_BACK = SPACE.table("pieces since noise", DISTANCES, COARSE)
_NOISE_AHEAD = SPACE.table("pieces to noise", DISTANCES, COARSE)
_BODY_BACK = SPACE.table("pieces since body", DISTANCES, COARSE)
_BODY_AHEAD = SPACE.table("pieces to body", DISTANCES, COARSE)
_TWIN_KINDS = ("like it in its stop", "with a stop", "without")
_TWIN = SPACE.table("said again nearly", spans(LIKE_EDGES), STOP, _TWIN_KINDS)
_TWIN_SCORE = SPACE.table("said again nearly, and first score", spans(LIKE_EDGES), COARSE, STOP, _TWIN_KINDS)
_PLACE = SPACE.table("place beside the body's run", ("in", "just before", "before", "just after", "after"), STOP)


def twins(p: Pieces) -> dict[int, tuple[float, int]]:
    """For each piece that another is like: the likeness (0 to 100), and which piece that is.

    Only pieces that share two pairs of neighbouring long words are compared, each with the last that had them,
    so that time stays linear.
    """
    best: dict[int, tuple[float, int]] = {}
    last: dict[tuple[str, str], int] = {}
    again = {w for w, k in Counter(chain.from_iterable(p.long)).items() if k > 1}
    for i, (long, count) in enumerate(zip(p.long, p.count, strict=True)):
        if 5 <= count <= 120 and len(again.intersection(long)) > 1:
            pairs = {pair: i for pair in pairwise(long) if pair[0] in again and pair[1] in again}
            met = last.keys() & pairs
            if len(met) > 1:
                _compare(best, i, sorted([last[pair] for pair in met]), p)
            last.update(pairs)
    return best


def _compare(best: dict[int, tuple[float, int]], i: int, met: Sequence[int], p: Pieces) -> None:
    """Note how like piece i is to those met twice; ``met`` is sorted."""
    from rapidfuzz import fuzz

    for j in sorted({a for a, b in pairwise(met) if a == b}):
        like = fuzz.ratio(p.texts[i], p.texts[j], score_cutoff=LIKE_EDGES[0] - 6)
        for a, b in ((i, j), (j, i)):
            if like and like > best.get(a, (0.0, 0))[0]:
                best[a] = like, b


class Glance:
    """What the second look sees of a whole document, in lists parallel to the pieces, and the features of each piece.

    ``scores`` are the first, in logits.
    """

    __slots__ = (
        "bare", "begin", "bins", "body", "body_ahead", "body_back", "core", "end", "groups", "like", "look", "low",
        "mean", "near2", "near5", "near12", "noise_ahead", "noise_back", "of", "pieces", "said", "scores", "share",
    )  # fmt: skip

    def __init__(self, look: Look, scores: Sequence[float]) -> None:
        p = look.pieces
        size, count, stopped = p.size, p.count, p.stopped
        prob = [1 / (1 + exp(-s)) if s > -30 else 0.0 for s in scores]
        clipped = [-4.0 if s < -4 else 4.0 if s > 4 else s for s in scores]
        mass = [q * s for q, s in zip(prob, size, strict=True)]
        self.look, self.pieces, self.scores = look, p, scores
        self.near2, self.near5, self.near12 = _around(clipped, size, (2, 5, 12))
        self.body = [0.0, *accumulate(mass)]
        self.of, self.groups = _groups(p, clipped)
        whole = self.body[-1]
        self.mean = sum([c * m for c, m in zip(clipped, mass, strict=True)]) / whole if whole > 1 else -4.0
        self.low = _lower_end(p, scores, clipped)
        self.share = bisect_right(_SHARE_EDGES, whole / (look.done[-1] or 1))
        long = [s for s, c in zip(stopped, count, strict=True) if c >= 6]
        self.bare = bisect_right(_BARE_EDGES, long.count(False) / (len(long) or 1))
        self.begin, self.end = best_run([m - 0.35 * s for m, s in zip(mass, size, strict=True)])
        self.core = [q > _CORE and c >= SENTENCE_WORDS for q, c in zip(prob, count, strict=True)]
        self.said = said_twice([t for t, c in zip(p.topic, self.core, strict=True) if c])
        self.like = twins(p)
        self.noise_back, self.noise_ahead = distances([s < -1.5 for s in scores])
        self.body_back, self.body_ahead = distances([s > 1.5 and c >= 6 for s, c in zip(scores, count, strict=True)])
        # what lies beyond the text's ends is in the lowest bin
        self.bins = [0, 0, *[bisect_right(_EDGES, s) for s in scores], 0, 0]

    def features(self, i: int) -> list[int]:
        """The numbers of a piece's features."""
        return self.place(i) + self.standing(i)

    def place(self, i: int) -> list[int]:
        """The features that also tell the roles apart: where the piece stands beside the body."""
        p, stop, c = self.pieces, self.pieces.stopped[i], COARSE_OF[self.bins[i + 2]]
        ids = [
            _BEFORE + bisect_right(MASS_EDGES, self.body[i]) * 2 + stop,
            _AFTER + bisect_right(MASS_EDGES, self.body[-1] - self.body[i + 1]) * 2 + stop,
            _BODY_BACK + DISTANCE_BIN[self.body_back[i]] * _C + c,
            _PLACE + self.where(i) * 2 + stop,
        ]
        if self.said[0] and p.topic[i]:
            ids.append(
                _TOPIC_PLACE + self.topic(i) * 3 + (0 if self.begin <= i < self.end else 1 if i < self.begin else 2)
            )
        if i in self.like:
            likeness, j = self.like[i]
            ids.append(_TWIN + (bisect_right(LIKE_EDGES, likeness) * 2 + stop) * 3 + self.kind(stop, j))
        return ids

    def standing(self, i: int) -> list[int]:
        """The features that only tell body from the rest: the scores of the piece, its neighbours and the document."""
        p, s = self.pieces, self.scores[i]
        stop, count, words, seams = p.stopped[i], p.count[i], self.look.words[i], self.look.seams
        left2, left, own, right, right2 = self.bins[i : i + 5]
        f, c = FINE_OF[own], COARSE_OF[own]
        pieces, score, size, ended = self.groups[self.of[i]]
        ids = [
            _SCORE + f,
            _SCORE_WORDS + (f * _N + words) * 2 + stop,
            _LEFT + FINE_OF[left] * _S + seams[i],
            _RIGHT + FINE_OF[right] * _S + seams[i + 1],
            _SIDES + ((COARSE_OF[left] * _C + COARSE_OF[right]) * 2 + stop) * 2 + (count > 7),
            _LEFT2 + FINE_OF[left2],
            _RIGHT2 + FINE_OF[right2],
            _NEAR2 + self.near2[i],
            _NEAR5 + self.near5[i],
            _NEAR12 + self.near12[i],
            _GROUP + score * 2 + (pieces > 1),
            _GROUP_SIZE + score * 8 + size,
            _GROUP_STOP + (c * 2 + ended) * 4 + min(pieces, 4) - 1,
            _DOC + bisect_right(SCORE_EDGES, self.mean),
            _BELOW_MEAN + bisect_right(SCORE_EDGES, s + (1 - self.mean)) * 2 + stop,
            _BELOW_LOW + bisect_right(SCORE_EDGES, s + (1 - self.low)) * 2 + stop,
            _SHARE + self.share,
            _SHARE_SCORE + (self.share * _C + c) * 2 + stop,
            _BARE + (self.bare * _C + c) * 2 + stop,
            _LAYOUT + (c * 4 + self.look.layout) * 4 + min(words // 3, 3),
            _NOISE_BACK + DISTANCE_BIN[self.noise_back[i]] * _C + c,
            _NOISE_AHEAD + DISTANCE_BIN[self.noise_ahead[i]] * _C + c,
            _BODY_AHEAD + DISTANCE_BIN[self.body_ahead[i]] * _C + c,
        ]
        if self.said[0] and p.topic[i]:
            o, much = self.topic(i), min(len(p.topic[i]) // 3, 2)
            ids += (_TOPIC + o * 3 + much, _TOPIC_SCORE + (o * _C + c) * 2 + (much > 0))
            if p.caseless:
                ids.append(_CASELESS_TOPIC + (o * 2 + stop) * 3 + much)
        if i in self.like:
            likeness, j = self.like[i]
            ids.append(
                _TWIN_SCORE + ((bisect_right(LIKE_EDGES, likeness) * _C + c) * 2 + stop) * 3 + self.kind(stop, j)
            )
        return ids

    def where(self, i: int) -> int:
        """Where a piece stands beside the body's run."""
        if self.begin <= i < self.end:
            return 0
        return (1 if self.begin - i < 3 else 2) if i < self.begin else (3 if i - self.end < 2 else 4)

    def topic(self, i: int) -> int:
        """The class of the share of a piece's topic words that other sentences of the body say."""
        topic = self.pieces.topic[i]
        return bisect_right(TOPIC_EDGES, len(topic & self.said[self.core[i]]) / len(topic))

    def kind(self, stop: bool, twin: int) -> int:
        """How a piece and its twin differ in the final stop, an index into ``_TWIN_KINDS``."""
        other = self.pieces.stopped[twin]
        return 0 if other == stop else 1 if other else 2


def glance(p: Pieces, scores: Sequence[float]) -> list[list[int]]:
    """The numbers of each piece's second features; ``scores`` are the first, in logits."""
    seen = Glance(Look(p), scores)
    return [seen.features(i) for i in range(len(p))]


def _around(scores: Sequence[float], sizes: Sequence[int], reaches: Iterable[int]) -> Iterator[list[int]]:
    """For each reach the classes of the mean score of so many pieces before and after each, itself left out."""
    weights = [(s if s < 300 else 300) + 20 for s in sizes]
    weighed = [c * w for c, w in zip(scores, weights, strict=True)]
    upto, upto_weighed = [0, *accumulate(weights)], [0.0, *accumulate(weighed)]
    for reach in reaches:
        heavy = _windows(upto, weights, reach)
        means = [s / w if w else -9.0 for s, w in zip(_windows(upto_weighed, weighed, reach), heavy, strict=True)]
        yield [bisect_right(SCORE_EDGES, mean) for mean in means]


def _windows(upto: Sequence[float], own: Sequence[float], reach: int) -> list[float]:
    """The sums over so many pieces before and after each, itself left out."""
    n = len(own)
    low = [*[upto[0]] * reach, *upto[:n]]
    high = [*upto[reach + 1 :], *[upto[-1]] * min(reach, n)]
    return [b - a - c for a, b, c in zip(low, high, own, strict=False)]


Group = tuple[int, int, int, bool]  # a paragraph: its pieces, classes of its score and size, whether it ends in a stop


def _groups(p: Pieces, clipped: Sequence[float]) -> tuple[list[int], list[Group]]:
    """For each piece its paragraph's number, and the pieces that probably stood in one paragraph."""
    starts = [i for i, s in enumerate(p.seams[:-1]) if s >= _SAME_GROUP or not i]
    groups: list[Group] = []
    of: list[int] = []
    for a, b in pairwise([*starts, len(p)]):
        of += [len(groups)] * (b - a)
        size, score = p.size[a], clipped[a]
        if b - a > 1:
            size = sum(p.size[a:b])
            score = sum([c * s for c, s in zip(clipped[a:b], p.size[a:b], strict=True)]) / size
        groups.append((b - a, bisect_right(SCORE_EDGES, score), bisect_right(_GROUP_EDGES, size), p.stopped[b - 1]))
    return of, groups


def _lower_end(p: Pieces, scores: Sequence[float], clipped: Sequence[float]) -> float:
    """The score that 85 % of the characters of probable body sentences exceed."""
    found = zip(scores, clipped, p.size, p.stopped, p.count, strict=True)
    body = sorted([(c, size) for s, c, size, stopped, count in found if s > -1 and stopped and count >= 6])
    rest = 0.15 * sum([s for _, s in body])
    low = 0.0
    for score, s in body:
        low = score
        rest -= s
        if rest <= 0:
            break
    return low
