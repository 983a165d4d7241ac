"""The second look: features of a piece in the light of how all pieces were first judged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import exp

from cleantext.models.looks import (
    DISTANCE_BIN,
    DISTANCE_EDGES,
    LAYOUT,
    SEAM_EDGES,
    SEAMS,
    SENTENCE_WORDS,
    STOP,
    WORD_BIN,
    WORDS,
)
from cleantext.models.pieces import Pieces, best_run, distances, shared
from cleantext.models.space import Space, counts, spans

SCORE_EDGES = (-5, -3.5, -2.5, -1.7, -1, -0.4, 0.2, 0.8, 1.5, 2.3, 3.2, 4.5)
_COARSE_EDGES = (-2.5, -1, 0.2, 1.5, 3)
_GROUP_EDGES = (25, 60, 110, 180, 280, 450, 800)
_SHARE_EDGES = (0.2, 0.4, 0.6, 0.75, 0.85, 0.93, 0.98)
_MASS_EDGES = (1, 200, 500, 1000, 2000, 3500, 6000, 10000)
_TOPIC_EDGES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 0.99)
_BARE_EDGES = (0.03, 0.08, 0.15, 0.25, 0.4)
_LIKE_EDGES = (66, 75, 85, 95, 99.9)

OUTSIDE = -6.0  # the score of what lies beyond the text's ends
_SAME_GROUP = 0.25  # a seam less likely than this does not part groups
_CORE = 0.7  # a sentence this surely body tells the article's topic

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
_LAYOUT = SPACE.table("first score, layout and size", COARSE, LAYOUT, ("up to 2 words", "3 to 7", "8 to 19", "20 or more"))
_BEFORE = SPACE.table("body before", counts(_MASS_EDGES), STOP)
_AFTER = SPACE.table("body after", counts(_MASS_EDGES), STOP)
_TOPIC = SPACE.table("topic words of the body", spans(_TOPIC_EDGES), ("few", "some", "many"))
_TOPIC_SCORE = SPACE.table("topic words of the body and first score", spans(_TOPIC_EDGES), COARSE, ("few", "some"))
_TOPIC_PLACE = SPACE.table("topic words of the body and place", spans(_TOPIC_EDGES), ("in", "before", "after"))
_CASELESS_TOPIC = SPACE.table("script without capitals: topic words of the body", spans(_TOPIC_EDGES), STOP, ("few", "some", "many"))
_NOISE_BACK = SPACE.table("pieces since noise", DISTANCES, COARSE)
_NOISE_AHEAD = SPACE.table("pieces to noise", DISTANCES, COARSE)
_BODY_BACK = SPACE.table("pieces since body", DISTANCES, COARSE)
_BODY_AHEAD = SPACE.table("pieces to body", DISTANCES, COARSE)
_TWIN_KINDS = ("like it in its stop", "with a stop", "without")
_TWIN = SPACE.table("said again nearly", spans(_LIKE_EDGES), STOP, _TWIN_KINDS)
_TWIN_SCORE = SPACE.table("said again nearly, and first score", spans(_LIKE_EDGES), COARSE, STOP, _TWIN_KINDS)
_PLACE = SPACE.table("place beside the body's run", ("in", "just before", "before", "just after", "after"), STOP)


def twins(p: Pieces) -> dict[int, tuple[float, int]]:
    """For each piece that another is like: the likeness (0 to 100), and which piece that is.

    Only pieces that share two pairs of neighbouring long words are compared, each with the last few that had them,
    so that time stays linear.
    """
    best: dict[int, tuple[float, int]] = {}
    last: dict[tuple[str, str], int] = {}
    for i, words in enumerate(p.words):
        if not 5 <= p.count[i] <= 120:
            continue
        long = [w for w in words if len(w) > 4]
        met: list[int] = []
        for pair in zip(long, long[1:], strict=False):
            j = last.get(pair, i)
            if j != i:
                met.append(j)
            last[pair] = i
        if len(met) > 1:
            for j in set(met):
                if met.count(j) > 1:
                    _note(best, i, j, p)
    return best


def _note(best: dict[int, tuple[float, int]], i: int, j: int, p: Pieces) -> None:
    from rapidfuzz import fuzz

    like = fuzz.ratio(p.texts[i], p.texts[j], score_cutoff=_LIKE_EDGES[0] - 6)
    for a, b in ((i, j), (j, i)):
        if like and like > best.get(a, (0.0, 0))[0]:
            best[a] = like, b


def glance(p: Pieces, scores: Sequence[float], layout: int) -> list[list[int]]:
    """The numbers of each piece's second features; ``scores`` are the first, in logits."""
    n = len(p)
    size, count, stopped = p.size, p.count, p.stopped
    prob = [1 / (1 + exp(-s)) if s > -30 else 0.0 for s in scores]
    clipped = [-4.0 if s < -4 else 4.0 if s > 4 else s for s in scores]
    weighed, weights, body = [0.0], [0], [0.0]
    for c, s, q in zip(clipped, size, prob, strict=True):
        w = (s if s < 300 else 300) + 20
        weighed.append(weighed[-1] + c * w)
        weights.append(weights[-1] + w)
        body.append(body[-1] + q * s)
    whole = body[-1]
    seams = [bisect_right(SEAM_EDGES, s) for s in p.seams]
    group_of, groups = _groups(p)
    group_score = [sum(clipped[i] * size[i] for i in g) / sum(size[i] for i in g) for g in groups]
    group_size = [bisect_right(_GROUP_EDGES, sum(size[i] for i in g)) for g in groups]
    mean = sum(c * q * s for c, q, s in zip(clipped, prob, size, strict=True)) / whole if whole > 1 else -4.0
    low = _lower_end(p, scores, clipped)
    share = bisect_right(_SHARE_EDGES, whole / (sum(size) or 1))
    long = [not s for s, c in zip(stopped, count, strict=True) if c >= 6]
    bare = bisect_right(_BARE_EDGES, sum(long) / (len(long) or 1))
    begin, end = best_run([(q - 0.35) * s for q, s in zip(prob, size, strict=True)])
    core = [q > _CORE and c >= SENTENCE_WORDS for q, c in zip(prob, count, strict=True)]
    topic = shared(p.topic[i] for i in range(n) if core[i])
    said = topic.get
    like = twins(p)
    noise_back, noise_ahead = distances([s < -1.5 for s in scores])
    body_back, body_ahead = distances([s > 1.5 and c >= 6 for s, c in zip(scores, count, strict=True)])
    fine = [bisect_right(SCORE_EDGES, s) for s in scores]
    coarse = [bisect_right(_COARSE_EDGES, s) for s in scores]

    near2, near5, near12 = (_around(weighed, weights, n, reach) for reach in (2, 5, 12))
    in_group = [bisect_right(SCORE_EDGES, s) for s in group_score]
    d = bisect_right(SCORE_EDGES, mean)
    out = []
    for i in range(n):
        stop, f, c, s = stopped[i], fine[i], coarse[i], scores[i]
        words = WORD_BIN[count[i] if count[i] < 120 else 120]
        g = group_of[i]
        ids = [
            _SCORE + f,
            _SCORE_WORDS + (f * _N + words) * 2 + stop,
            _LEFT + (fine[i - 1] if i else 0) * _S + seams[i],
            _RIGHT + (fine[i + 1] if i + 1 < n else 0) * _S + seams[i + 1],
            _SIDES + (((coarse[i - 1] if i else 0) * _C + (coarse[i + 1] if i + 1 < n else 0)) * 2 + stop) * 2 + (count[i] > 7),
            _LEFT2 + (fine[i - 2] if i > 1 else 0),
            _RIGHT2 + (fine[i + 2] if i + 2 < n else 0),
            _NEAR2 + near2[i],
            _NEAR5 + near5[i],
            _NEAR12 + near12[i],
            _GROUP + in_group[g] * 2 + (len(groups[g]) > 1),
            _GROUP_SIZE + in_group[g] * 8 + group_size[g],
            _GROUP_STOP + (c * 2 + stopped[groups[g][-1]]) * 4 + min(len(groups[g]), 4) - 1,
            _DOC + d,
            _BELOW_MEAN + bisect_right(SCORE_EDGES, s - mean + 1) * 2 + stop,
            _BELOW_LOW + bisect_right(SCORE_EDGES, s - low + 1) * 2 + stop,
            _SHARE + share,
            _SHARE_SCORE + (share * _C + c) * 2 + stop,
            _BARE + (bare * _C + c) * 2 + stop,
            _LAYOUT + (c * 4 + layout) * 4 + min(words // 3, 3),
            _BEFORE + bisect_right(_MASS_EDGES, body[i]) * 2 + stop,
            _AFTER + bisect_right(_MASS_EDGES, whole - body[i + 1]) * 2 + stop,
            _NOISE_BACK + DISTANCE_BIN[noise_back[i]] * _C + c,
            _NOISE_AHEAD + DISTANCE_BIN[noise_ahead[i]] * _C + c,
            _BODY_BACK + DISTANCE_BIN[body_back[i]] * _C + c,
            _BODY_AHEAD + DISTANCE_BIN[body_ahead[i]] * _C + c,
        ]
        if topic and p.topic[i]:
            own = core[i]
            o = bisect_right(_TOPIC_EDGES, sum([said(w, 0) > own for w in p.topic[i]]) / len(p.topic[i]))
            much = min(len(p.topic[i]) // 3, 2)
            ids.append(_TOPIC + o * 3 + much)
            if p.caseless:
                ids.append(_CASELESS_TOPIC + (o * 2 + stop) * 3 + much)
            ids.append(_TOPIC_SCORE + (o * _C + c) * 2 + (much > 0))
            ids.append(_TOPIC_PLACE + o * 3 + (0 if begin <= i < end else 1 if i < begin else 2))
        if i in like:
            likeness, j = like[i]
            b = bisect_right(_LIKE_EDGES, likeness)
            kind = 0 if stopped[j] == stop else 1 if stopped[j] else 2
            ids.append(_TWIN + (b * 2 + stop) * 3 + kind)
            ids.append(_TWIN_SCORE + ((b * _C + c) * 2 + stop) * 3 + kind)
        where = 0 if begin <= i < end else (1 if begin - i < 3 else 2) if i < begin else (3 if i - end < 2 else 4)
        ids.append(_PLACE + where * 2 + stop)
        out.append(ids)
    return out


def _around(weighed: Sequence[float], weights: Sequence[int], n: int, reach: int) -> list[int]:
    """The class of the mean score of so many pieces before and after each, itself left out."""
    out = []
    for i in range(n):
        a = i - reach if i > reach else 0
        b = i + reach + 1 if i + reach < n else n
        w = weights[b] - weights[a] - weights[i + 1] + weights[i]
        out.append(bisect_right(SCORE_EDGES, (weighed[b] - weighed[a] - weighed[i + 1] + weighed[i]) / w) if w else 0)
    return out


def _groups(p: Pieces) -> tuple[list[int], list[list[int]]]:
    """Pieces that probably stood in one paragraph."""
    groups: list[list[int]] = []
    of = []
    for i in range(len(p)):
        if i and p.seams[i] < _SAME_GROUP:
            groups[-1].append(i)
        else:
            groups.append([i])
        of.append(len(groups) - 1)
    return of, groups


def _lower_end(p: Pieces, scores: Sequence[float], clipped: Sequence[float]) -> float:
    """The score that 85 % of the characters of probable body sentences exceed."""
    body = sorted((clipped[i], p.size[i]) for i, s in enumerate(scores) if s > -1 and p.stopped[i] and p.count[i] >= 6)
    rest = 0.15 * sum(s for _, s in body)
    low = 0.0
    for score, s in body:
        low = score
        rest -= s
        if rest <= 0:
            break
    return low
