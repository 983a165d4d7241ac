"""The first look as sums: the weights of features that share axes are added up once, when a model is loaded.

A table here holds the summed weight of all features that a combination of its axes shows, so that a piece takes some
twenty additions. What the features are is defined in ``looks``; a test holds the sums to them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import product

from cleantext.models import looks
from cleantext.models.looks import CHAR_BIN, DISTANCE_BIN, QUOTES, TIME, WEB, Look, near
from cleantext.models.pieces import ENDS, FAR, start_of
from cleantext.text.furniture import KINDS, Told, unpacked

_N, _E, _S = len(looks.WORDS), len(ENDS), len(looks.SEAMS)
_TWO = range(2)
_MEMO = 5000  # sums of telling phrases remembered

# distances in pieces of one class in every table that has them, and one distance of each class
_CLASSES = sorted({(DISTANCE_BIN[d], near(d)) for d in range(FAR + 1)})
_CLASS = [_CLASSES.index((DISTANCE_BIN[d], near(d))) for d in range(FAR + 1)]
_K = len(_CLASSES)


class FirstSums:
    """Sums of the first look's features.

    The weights are whole numbers, so that several packed into one are added at once.
    """

    def __init__(self, weights: Sequence[int]) -> None:
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
        self.told: list[dict[Told, int]] = [{} for _ in range(12)]
        self.starts = [t["start"][s] + t["start and end"][s * _E + e] for s, e in product(range(7), range(_E))]

    def _gaps(self, layout: int, common: int) -> list[int]:
        t = self.tables
        return [
            t["gap before"][a * 4 + layout]
            + t["gap after"][b * 4 + layout]
            + t["layout"][layout]
            + t["gaps"][(a * 4 + b) * 3 + k]
            + t["gaps unlike those between sentences"][4 * z + 2 * (a == common) + (b == common)]
            for a, b, k, z in product(range(4), range(4), range(3), _TWO)
        ]

    def _told(self, told: Told, shown: int) -> int:
        """The weights of the telling phrases of a piece of that length and end, remembered."""
        memo = self.told[shown]
        if len(memo) > _MEMO:
            memo.clear()
        counts = zip(KINDS, unpacked([told]), strict=True)
        memo[told] = total = sum(
            self.tables[f"words of kind {kind}"][looks.told_bin(k) * 12 + shown] for kind, (k,) in counts
        )
        return total

    def of(self, look: Look) -> list[int]:  # noqa: C901  one hot loop, spelled out
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
        caseless, times, whole = p.caseless, look.times, p.whole
        masses, places, ratios, find = looks.MASS_EDGES, look.places, look.ratios, bisect_right
        web, quotes = [m for m in WEB if m in whole], [m for m in QUOTES if m in whole]
        bars, asks = "|" in whole, "?" in whole
        begin, end, said = look.begin, look.end, self.told
        out = []
        rows = zip(
            p.texts, p.size, p.count, p.stopped, p.end, p.gaps, p.gaps[1:], p.topic,
            look.words, look.seams, look.seams[1:], look.back, look.ahead, look.company, look.done,
            look.elsewhere, p.capitals, p.digits, p.told, strict=False,
        )  # fmt: skip
        for i, row in enumerate(rows):
            (text, size, count, stop, last, gap1, gap2, topic, words, seam1, seam2, back, ahead, mass, done,
             elsewhere, capitals, figures, told) = row  # fmt: skip
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
            shown = min(words >> 1, 5) * 2 + stop
            known = said[shown].get(told)
            total += self._told(told, shown) if known is None else known
            if caseless:
                total += caseless_words[(words * 2 + stop) * 2 + (gap1 < 2)]
            else:
                total += start[start_of(text[0]) * 11 + last]
                if words < 9:
                    total += caps[words * 9 + find(looks.SHARE_EDGES, capitals / count)]
            if topic:
                k = len(topic)
                share = find(looks.TOPIC_EDGES, elsewhere)
                total += topic_said[((share * 2 + stop) * 3 + (2 if k > 5 else 1 if k > 2 else 0)) * 3 + third]
                if caseless:
                    total += t["script without capitals: topic words said elsewhere"][share * 2 + stop]
            if figures:
                total += t["share of digits"][find(looks.DIGIT_EDGES, figures / size) * 3 + third]
                if figures > 2 and TIME.search(text):
                    total += t["time or year"][shown]
            for mark in web:
                if mark in text:
                    total += t["address or copyright"][shown]
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
