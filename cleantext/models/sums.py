"""Both looks as sums: the weights of features that share axes are added up once, when a model is loaded.

A table here holds the summed weight of all features that a combination of its axes shows, so that a piece takes some
twenty additions. What the features are is defined in ``looks`` and ``glances``; a test holds the sums to them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import product

from cleantext.models import glances, looks
from cleantext.models.glances import COARSE_OF, FINE_OF, Glance
from cleantext.models.looks import CHAR_BIN, DISTANCE_BIN, FIGURES, QUOTES, TIME, WEB, Look, capitals, near
from cleantext.models.pieces import ENDS, FAR, start_of

_N, _E, _S, _C = len(looks.WORDS), len(ENDS), len(looks.SEAMS), len(glances.COARSE)
_M = len(COARSE_OF)
_TWO = range(2)

# distances in pieces of one class in every table that has them, and one distance of each class
_CLASSES = sorted({(DISTANCE_BIN[d], near(d)) for d in range(FAR + 1)})
_CLASS = [_CLASSES.index((DISTANCE_BIN[d], near(d))) for d in range(FAR + 1)]
_K = len(_CLASSES)

_DIGIT = ord("0")
_ONE_DIGIT = bytes(_DIGIT if chr(b) in FIGURES else 0 for b in range(256))


class FirstSums:
    """Sums of the first look's features.

    The weights are complex, so that one addition serves two sums: the first score's and the second's.
    """

    def __init__(self, weights: Sequence[complex]) -> None:
        t = looks.SPACE.split(weights)
        self.tables = t
        self.kind = [
            t["words"][n] + t["end"][e] + t["words and end"][n * _E + e] for n, e in product(range(_N), range(_E))
        ]
        self.chars = [t["characters"][k] for k in CHAR_BIN]
        self.documents = [
            [t["document of short pieces"][s * _N + n] + t["document of sentences"][(q * _N + n) * 2 + z]
             for n, z in product(range(_N), _TWO)]
            for s, q in product(range(5), range(6))
        ]  # fmt: skip
        self.company = [
            t["place in the document"][a * 2 + z] + t["prose among three pieces before and after"][m * 2 + z]
            for a, m, z in product(range(9), range(8), _TWO)
        ]
        around = t["sentences around"]
        self.distances = [
            t["pieces since a sentence"][b]
            + t["pieces to the next sentence"][a]
            + around[((nb * 4 + na) * 7 + w) * 2 + z]
            for (b, nb), (a, na), w, z in product(_CLASSES, _CLASSES, range(7), _TWO)
        ]
        self.gaps = [self._gaps(layout, common) for layout, common in product(range(4), range(4))]
        self.seams = [
            t["seam before"][a] + t["seam after"][b] + t["seams"][(a * _S + b) * 2 + z]
            for a, b, z in product(range(_S), range(_S), _TWO)
        ]
        self.starts = [t["start"][s] + t["start and end"][s * _E + e] for s, e in product(range(7), range(_E))]

    def _gaps(self, layout: int, common: int) -> list[complex]:
        t = self.tables
        return [
            t["gap before"][a * 4 + layout]
            + t["gap after"][b * 4 + layout]
            + t["layout"][layout]
            + t["gaps"][(a * 4 + b) * 3 + k]
            + t["gaps unlike those between sentences"][4 * z + 2 * (a == common) + (b == common)]
            for a, b, k, z in product(range(4), range(4), range(3), _TWO)
        ]

    def of(self, look: Look) -> list[complex]:  # noqa: C901  one hot loop, spelled out
        """The sum of each piece's features, without its cue words."""
        t, p = self.tables, look.pieces
        kind, chars, company, distance, seam = self.kind, self.chars, self.company, self.distances, self.seams
        document, gap = self.documents[look.short * 6 + look.prose], self.gaps[look.layout * 4 + look.common]
        start, caseless_words, caps = (
            self.starts,
            t["script without capitals: words and end"],
            t["words and share capitalised"],
        )
        ratio, twice, run, topic_said = (
            t["length over the usual sentence's (log)"], t["times said"], t["in, before, after the prose"],
            t["topic words said elsewhere"],
        )  # fmt: skip
        caseless, again, times, whole = p.caseless, look.again, look.times, p.whole
        masses, places, ratios, find = looks.MASS_EDGES, look.places, look.ratios, bisect_right
        web, quotes = [m for m in WEB if m in whole], [m for m in QUOTES if m in whole]
        bars, asks = "|" in whole, "?" in whole
        digits = whole.encode("ascii", "replace").translate(_ONE_DIGIT)
        begin, end = look.begin, look.end
        out = []
        rows = zip(
            p.texts, p.size, p.count, p.stopped, p.end, p.gaps, p.gaps[1:], p.topic,
            look.words, look.seams, look.seams[1:], look.back, look.ahead, look.company, look.done, strict=False,
        )  # fmt: skip
        for i, row in enumerate(rows):
            text, size, count, stop, last, gap1, gap2, topic, words, seam1, seam2, back, ahead, mass, done = row
            third = 0 if words < 3 else 1 if words < 6 else 2
            total = (
                kind[words * 11 + last]
                + chars[size if size < 1000 else 1000]
                + document[words * 2 + stop]
                + ratio[find(ratios, size) * 2 + stop]
                + company[(find(places, done) * 8 + find(masses, mass)) * 2 + stop]
                + distance[((_CLASS[back] * _K + _CLASS[ahead]) * 7 + (words >> 1)) * 2 + stop]
                + gap[((gap1 * 4 + gap2) * 3 + third) * 2 + stop]
                + seam[(seam1 * 8 + seam2) * 2 + stop]
                + run[((0 if begin <= i < end else look.where(i)) * 2 + stop) * 2 + (words > 5)]
                + twice[(2 * (min(times[text], 3) - 1) if text in times else 0) + (count > 4)]
            )
            if caseless:
                total += caseless_words[(words * 2 + stop) * 2 + (gap1 < 2)]
            else:
                total += start[start_of(text[0]) * 11 + last]
                if words < 9:
                    total += caps[words * 9 + find(looks.SHARE_EDGES, capitals(text) / count)]
            if topic:
                k = len(topic)
                share = find(looks.TOPIC_EDGES, len(topic & again) / k)
                total += topic_said[((share * 2 + stop) * 3 + (2 if k > 5 else 1 if k > 2 else 0)) * 3 + third]
                if caseless:
                    total += t["script without capitals: topic words said elsewhere"][share * 2 + stop]
            if figures := digits.count(_DIGIT, done + i, done + i + size):
                total += t["share of digits"][find(looks.DIGIT_EDGES, figures / size) * 3 + third]
                if figures > 2 and TIME.search(text):
                    total += t["time or year"][min(words >> 1, 5) * 2 + stop]
            for mark in web:
                if mark in text:
                    total += t["address or copyright"][min(words >> 1, 5) * 2 + stop]
                    break
            for mark in quotes:
                if mark in text:
                    found = sum([text.count(m) for m in quotes])
                    total += t["quotation marks"][(min(found, 4) - 1) * 2 + stop]
                    break
            if text.isupper():
                total += t["all capitals"][min(words >> 1, 5)]
            if bars and "|" in text:
                total += t["vertical bar"][0]
            if last == looks.BRACKET and "(" in text:
                total += t["ends in a bracket"][0]
            if asks and "?" in text:
                total += t["question mark"][min(words // 3, 3)]
            out.append(total)
        return out


class SecondSums:
    """Sums of the second look's features."""

    def __init__(self, weights: Sequence[float]) -> None:
        t = glances.SPACE.split(weights)
        self.tables = t
        scores = list(zip(FINE_OF, COARSE_OF, strict=True))
        self.own = [
            [t["first score"][f] + t["first score and words"][(f * _N + n) * 2 + z]
             + t["first score, layout and size"][(c * 4 + layout) * 4 + min(n // 3, 3)]
             for (f, c), n, z in product(scores, range(_N), _TWO)]
            for layout in range(4)
        ]  # fmt: skip
        self.documents = [
            [t["body's share of the document"][s] + t["body's share and first score"][(s * _C + c) * 2 + z]
             + t["long pieces without a stop, and first score"][(b * _C + c) * 2 + z]
             for c, z in product(COARSE_OF, _TWO)]
            for s, b in product(range(8), range(6))
        ]  # fmt: skip
        self.left = [t["score before and seam"][f * _S + s] for f, s in product(FINE_OF, range(_S))]
        self.right = [t["score after and seam"][f * _S + s] for f, s in product(FINE_OF, range(_S))]
        self.sides = [
            t["scores before and after"][((a * _C + b) * 2 + z) * 2 + many]
            for a, b, z, many in product(COARSE_OF, COARSE_OF, _TWO, _TWO)
        ]
        self.far = [t["second score before"][a] + t["second score after"][b] for a, b in product(FINE_OF, FINE_OF)]
        self.noise = self._distances("pieces since noise", "pieces to noise")
        self.body = self._distances("pieces since body", "pieces to body")
        self.topics = [
            t["topic words of the body"][o * 3 + much]
            + t["topic words of the body and first score"][(o * _C + c) * 2 + (much > 0)]
            + t["topic words of the body and place"][o * 3 + where]
            for o, much, where, c in product(range(10), range(3), range(3), COARSE_OF)
        ]

        ends = t["first score and its paragraph's end"]
        self.ends = [[[ends[(c * 2 + z) * 4 + max(k, 1) - 1] for c in COARSE_OF] for k in range(5)] for z in _TWO]
        self.caseless_topics = t["script without capitals: topic words of the body"]

    def _distances(self, back: str, ahead: str) -> list[float]:
        t = self.tables
        return [t[back][b * _C + c] + t[ahead][a * _C + c] for b, a, c in product(range(9), range(9), COARSE_OF)]

    def _groups(self, glance: Glance) -> list[tuple[float, list[float]]]:
        """For each paragraph the weight that all its pieces share, and what a piece's own score adds."""
        scores, sizes = self.tables["score of its paragraph"], self.tables["score and size of its paragraph"]
        return [
            (scores[score * 2 + (pieces > 1)] + sizes[score * 8 + size], self.ends[stopped][min(pieces, 4)])
            for pieces, score, size, stopped in glance.groups
        ]

    def of(self, glance: Glance) -> list[float]:
        """The sum of each piece's features."""
        t, p, look, bins = self.tables, glance.pieces, glance.look, glance.bins
        own, document = self.own[look.layout], self.documents[glance.share * 6 + glance.bare]
        left, right, sides, far, noise, body = self.left, self.right, self.sides, self.far, self.noise, self.body
        near2, near5, near12 = t["mean score of 2 around"], t["mean score of 5 around"], t["mean score of 12 around"]
        below_mean, below_low = t["score over the body's mean, plus 1"], t["score over the body's lower end, plus 1"]
        before, after, place = t["body before"], t["body after"], t["place beside the body's run"]
        edges, masses, find, near = glances.SCORE_EDGES, glances.MASS_EDGES, bisect_right, DISTANCE_BIN
        mean, low, whole, begin, end = glance.mean, glance.low, glance.body[-1], glance.begin, glance.end
        constant, groups = t["mean score of the body"][find(edges, mean)], self._groups(glance)
        rows = zip(
            glance.scores, p.stopped, p.count, look.words, look.seams, look.seams[1:], glance.of,
            bins, bins[1:], bins[2:], bins[3:], bins[4:], glance.near2, glance.near5, glance.near12,
            glance.noise_back, glance.noise_ahead, glance.body_back, glance.body_ahead, glance.body, glance.body[1:],
            strict=False,
        )  # fmt: skip
        out = []
        for i, row in enumerate(rows):
            score, stop, count, words, seam, seam2, g, b2, b1, m, a1, a2, n2, n5, n12, nb, na, bb, ba, up, to = row
            group, by_score = groups[g]
            out.append(
                constant
                + own[(m * 14 + words) * 2 + stop]
                + document[m * 2 + stop]
                + left[b1 * 8 + seam]
                + right[a1 * 8 + seam2]
                + sides[((b1 * _M + a1) * 2 + stop) * 2 + (count > 7)]
                + far[b2 * _M + a2]
                + near2[n2]
                + near5[n5]
                + near12[n12]
                + group
                + by_score[m]
                + below_mean[find(edges, score - mean + 1) * 2 + stop]
                + below_low[find(edges, score - low + 1) * 2 + stop]
                + before[find(masses, up) * 2 + stop]
                + after[find(masses, whole - to) * 2 + stop]
                + noise[(near[nb] * 9 + near[na]) * _M + m]
                + body[(near[bb] * 9 + near[ba]) * _M + m]
                + place[(0 if begin <= i < end else glance.where(i)) * 2 + stop]
            )
        self._add_topics(glance, out)
        for i in glance.like:
            out[i] += self._twin(glance, i)
        return out

    def _add_topics(self, glance: Glance, out: list[float]) -> None:
        once, twice = glance.said
        if not once:
            return
        topics, edges, caseless = self.topics, glances.TOPIC_EDGES, glance.pieces.caseless
        begin, end = glance.begin, glance.end
        for i, (topic, core, m) in enumerate(zip(glance.pieces.topic, glance.core, glance.bins[2:], strict=False)):
            if topic:
                k = len(topic)
                share = bisect_right(edges, len(topic & (twice if core else once)) / k)
                much = 2 if k > 5 else 1 if k > 2 else 0
                side = 0 if begin <= i < end else 1 if i < begin else 2
                out[i] += topics[((share * 3 + much) * 3 + side) * _M + m]
                if caseless:
                    out[i] += self.caseless_topics[(share * 2 + glance.pieces.stopped[i]) * 3 + much]

    def _twin(self, glance: Glance, i: int) -> float:
        likeness, j = glance.like[i]
        stop, coarse = glance.pieces.stopped[i], COARSE_OF[glance.bins[i + 2]]
        b, kind = bisect_right(glances.LIKE_EDGES, likeness), glance.kind(stop, j)
        said = self.tables["said again nearly"][(b * 2 + stop) * 3 + kind]
        return said + self.tables["said again nearly, and first score"][((b * _C + coarse) * 2 + stop) * 3 + kind]
