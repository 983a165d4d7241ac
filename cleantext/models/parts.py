"""What stands around the body, read together: headline, summary, bylines, stamps, captions and credits.

``roles`` judges each piece by itself and its place. Here a piece is seen with what its neighbours are and with what it
says itself ("By", names alone, a date): names under a headline signed the article, the same names under a picture
took it. The headline is one run of pieces before the body, the likeliest of all, or there is none.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise, repeat
from math import exp
from typing import Any, NamedTuple

from cleantext.document import Reason, Role
from cleantext.models.lines import FIXED, Lines, Ranges, joined, ranges_of
from cleantext.models.pieces import ENDS, FIGURES, STARTS, end_of, start_of
from cleantext.models.said import More, Said
from cleantext.models.trees import Forests, Node
from cleantext.text.aggregators import is_label
from cleantext.text.kinds import is_byline, reads

VERSION = 2
BIAS = "bias"
ROLES = (Role.FURNITURE, Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.SUMMARY)
"""The roles told apart here; stamps and source lines say what they are."""

SAID = {"stamp": Role.STAMP, "source": Role.SOURCE}
SIGNS = (
    "edge", "body", "subhead", "summary", "headline", "caption", "mark", "credit", "agency", "names", "by", "byline",
    "stamp", "source", "furniture",
)  # fmt: skip
"""What a line is taken for, in the order in which the trees ask: text, pictures, persons, the rest."""
ALONE = ("none", "by", "byline", "names", "credit", "agency", "mark")
"""What a line may read as that is asked for here, in that order too."""

MEASURES = (
    "judged alone",
    "reads as",
    "1 before",
    "2 before",
    "3 before",
    "1 after",
    "2 after",
    "3 after",
    "lines to the body",
    "seam before",
    "seam after",
    "lines under the headline",
    "after By",
    "said again",
    "named in the body",
    "end",
    "start",
    "characters",
    "words",
    "share capitalised",
    "share of digits",
    "score",
    "caption score",
    "score before",
    "score after",
    "caption score before",
    "caption score after",
    "characters before",
    "characters after",
    "topic words in the body",
    "all capitals",
    "bracket",
    "colon",
    "bar",
)
_LONG = 100  # characters: with a piece of body of as many the article has begun
_HEAD = 60  # pieces before the body that may be the headline, so that time stays linear
_SAMPLE, _SAID = 200, 20_000  # pieces, and characters, of the body that tell its topic
_SPAN = 6  # pieces that a headline may be cut into
_INNER = 0.97  # a seam likelier than this parts a headline, where no mark says that it goes on
_SHORTEST, _HEADLINE = 8, 300  # characters of the shortest headline, and of the longest
_NEAREST = 3  # pieces to one side that are looked at
_TELLING = 0.05  # logits: lighter reasons are left out
_LEAN = {Role.BYLINE: 0.8, Role.SUMMARY: -0.4}  # logits: a name missed costs more than one too many
_WANTED = 1.0  # logits: a headline not quite right costs less than none
_LABELLED = 5.0  # logits: what stands after the label of an aggregator is the headline
_TAKEN = frozenset(("mark", "credit"))  # whose picture it is, and no byline
_TOPIC = 5  # letters: words this long tell the topic
_LINE = 3  # words: longer pieces are lines of text
_SIGNED, _APART = 60, 0.5  # characters of a line that signs though judged body; the least seam on both its sides
_DATED = 60  # characters of a line with a figure that stays a stamp if it was judged one
_STAMP, _WHOLE = 60, 0.9  # characters of a stamp that is cut in two; a seam less likely than this may have cut it
_EDGE = SIGNS[0]
_SIGN = {sign: k for k, sign in enumerate(SIGNS)}
_ALONE = {read: k for k, read in enumerate(ALONE)}
_BY = _SIGN["by"]
_NAMED = {
    "reads as": ALONE,
    "end": ENDS,
    "start": STARTS,
    **dict.fromkeys(("judged alone", "1 before", "2 before", "3 before", "1 after", "2 after", "3 after"), SIGNS),
}
_EDGES = [_SIGN[_EDGE]] * _NEAREST
_PLAIN = [_SIGN["furniture"]] * 3
_FURTHEST = 40  # lines
_NO_SCORE = -9.0  # logits: of what lies beyond the ends
_PLAINLY = 0.99  # how sure it is that furniture between furniture is furniture
_GLUED = re.compile("[a-z][A-Z]")
_MARKS = ".,:;!?'\"“”„»«"

Table = Mapping[str, float]


def _bins(*edges: float) -> Callable[[float], str]:
    """A function from a value to its class, named by the edge that it does not pass."""
    names = [*(f"{edge:g}" for edge in edges), "more"]
    return lambda value: names[bisect_left(edges, value)]


_many = _bins(1, 2, 3, 4, 6, 9, 13, 18, 27)  # words
_sure = _bins(0.3, 0.5, 0.8, 0.95)  # seams
_ratio = _bins(0.4, 0.7, 1.0, 1.5, 2.5)
_share = _bins(0.2, 0.4, 0.6, 0.8)
_some = _bins(0.0, 0.2, 0.4, 0.6, 0.8)
_far = _bins(1, 2, 3, 4, 6, 9, 15, 30)  # pieces


class Told(NamedTuple):
    """What a piece is in the light of those around it.

    ``confidence`` is the probability (0 to 1) among what is no body; ``case`` says why.
    ``goes_on`` is whether it goes on the headline that the piece before it began.
    """

    role: Role
    confidence: float
    case: More | None = None
    goes_on: bool = False


class Surroundings:
    """The lines of a document with what each reads as, and what is measured of them."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        texts, roles, seams = lines[:3]
        n = len(texts)
        self.texts, self.roles, self.seams = texts, roles, [*seams, 1.0]
        self.reads = ["none" if r in FIXED else reads(t) for t, r in zip(texts, roles, strict=True)]
        self._join_stamps()
        self.signs = [str(r) if read == "none" else read for r, read in zip(roles, self.reads, strict=True)]
        self.codes = [*_EDGES, *map(_SIGN.__getitem__, self.signs), *_EDGES]
        self.sizes = list(map(len, texts))
        self.begin = next((i for i in range(n) if roles[i] is Role.BODY and len(texts[i]) >= _LONG), n)
        self.end = next((i + 1 for i in range(n - 1, -1, -1) if roles[i] is Role.BODY), 0)
        self.title = next((i for i in range(self.begin) if roles[i] is Role.HEADLINE), n)
        self.times = Counter(t for t, r in zip(texts, roles, strict=True) if r is not Role.BODY)
        self.said = " ".join([t for t, r in zip(texts, roles, strict=True) if r is Role.BODY][:_SAMPLE])[:_SAID]
        self.topic = {w.strip(_MARKS) for w in self.said.split() if len(w) >= _TOPIC}
        self.first = max(self.begin - _HEAD, 0)
        self.longer_lines = tuple(t for t in texts[self.first : self.begin] if t.count(" ") >= _LINE - 1)
        self.whole = "\n".join(("", *self.longer_lines, ""))
        self.longer = [0, *accumulate(t.count(" ") > _LINE for t in texts[: self.begin])]
        head = [i for i in range(self.first, self.begin) if self._may_be_headline(i)]
        self._counts = {i: self._count(texts[i]) for i in head}
        self._line_before = {i: self._line(range(i - 1, -1, -1)) for i in head}
        self._line_after = {i + 1: self._line(range(i + 1, self.begin)) for i in head}

    def _join_stamps(self) -> None:
        """Pieces that doubtful seams cut out of one stamp: "28." and "April 2024, 14:26"."""
        for i in range(1, len(self.texts)):
            a, b = self.texts[i - 1], self.texts[i]
            doubtful = self.seams[i] < _WHOLE and FIXED.isdisjoint(self.roles[i - 1 : i + 1])
            if doubtful and len(a) + len(b) < _STAMP and any(map(str.isdigit, a)):
                pair = self.reads[i - 1 : i + 1]
                if pair.count("stamp") < 2 and reads(f"{a} {b}") == "stamp":
                    self.reads[i - 1 : i + 1] = ["stamp", "stamp"]

    def sign(self, i: int) -> str:
        """What a piece is taken for, or that there is none."""
        return self.signs[i] if 0 <= i < len(self.signs) else _EDGE

    def place(self, i: int) -> str:
        """Where a piece stands: so many pieces before the body, inside it, or after it."""
        if i < self.begin:
            return f"{_far(self.begin - i)} before"
        return "inside" if i < self.end else f"{_far(i - self.end + 1)} after"

    def measures(self, i: int) -> list[float]:
        """The measures of a line that is not body."""
        text, read, lines = self.texts[i], self.reads[i], self.lines
        words, k = text.split(), i + _NEAREST
        topic = [w for w in (word.strip(_MARKS) for word in words) if len(w) >= _TOPIC]
        return [
            _SIGN[str(self.roles[i])],
            _ALONE.get(read, 0),
            *self.codes[i:k][::-1],
            *self.codes[k + 1 : k + 1 + _NEAREST],
            self._to_body(i),
            self.seams[i],
            self.seams[i + 1],
            min(max(i - self.title, 0), _FURTHEST),
            self.codes[k - 1] == _BY,
            self.times[text] > 1,
            1 + (words[-1] in self.said) if read == "names" else 0,
            end_of(text[-1]),
            start_of(text[0]),
            len(text),
            len(words),
            sum([w[0].isupper() for w in words]) / (len(words) or 1),
            sum(map(text.count, FIGURES)) / len(text),
            lines.scores[i],
            lines.captions[i],
            *self._around(lines.scores, i, _NO_SCORE),
            *self._around(lines.captions, i, _NO_SCORE),
            *self._around(self.sizes, i, 0),
            sum([w in self.topic for w in topic]) / len(topic) if topic else -1.0,
            text.isupper(),
            "(" in text,
            ":" in text,
            "|" in text,
        ]

    def _around(self, values: Sequence[float], i: int, beyond: float) -> tuple[float, float]:
        return values[i - 1] if i else beyond, values[i + 1] if i + 1 < len(values) else beyond

    def _to_body(self, i: int) -> int:
        """How many lines before the body a line stands, as less than nothing, or after it; 0 inside."""
        if i < self.begin:
            return max(i - self.begin, -_FURTHEST)
        return min(i - self.end + 1, _FURTHEST) if i >= self.end else 0

    def is_plain(self, i: int) -> bool:
        """Whether a line is furniture between furniture."""
        return self.codes[i + _NEAREST - 1 : i + _NEAREST + 2] == _PLAIN

    def spans(self) -> Iterator[tuple[int, int]]:
        """The runs of pieces before the body that may be the headline, as half-open ranges."""
        for i in range(self.first, self.begin):
            size = 0
            for j in range(i, min(i + _SPAN, self.begin)):
                size += len(self.texts[j])
                if size > _HEADLINE or not self._may_be_headline(j):
                    break
                if j > i and self.seams[j] > _INNER and not _goes_on(self.texts[j - 1]):
                    break
                if size >= _SHORTEST:
                    yield i, j + 1

    def _may_be_headline(self, i: int) -> bool:
        return self.roles[i] is not Role.BODY and self.reads[i] not in SAID and len(self.texts[i]) <= _HEADLINE

    def headline_features(self, span: tuple[int, int]) -> list[str]:
        """The features of a run of pieces as the headline."""
        return [*self.opening(span[0]), *self.closing(span[1]), *self.between(span)]

    def opening(self, i: int) -> list[str]:
        """The features of a headline that begins with a piece, whatever else it holds."""
        return [
            BIAS,
            f"begins: {self.signs[i]}",
            f"seam before: {_sure(self.seams[i])}, {_goes_on(self.texts[i - 1]) if i else _EDGE}",
            f"after: {self.sign(i - 1)}, {self.signs[i]}",
            f"place: {self.place(i)}",
            f"pieces before: {_far(i)}",
            f"longer ones before: {min(self.longer[i], 5)}",
            f"before it: {self.sign(i - 1)}",
        ]

    def closing(self, j: int) -> list[str]:
        """The features of a headline that ends before a piece."""
        last = self.texts[j - 1]
        return [
            f"ends: {self.signs[j - 1]}",
            f"seam after: {_sure(self.seams[j])}, {_goes_on(last)}",
            f"end: {ENDS[end_of(last[-1])]}",
            *(f"{k + 1} after it: {self.sign(j + k)}" for k in range(_NEAREST)),
        ]

    def between(self, span: tuple[int, int]) -> list[str]:
        """The features of what a headline says."""
        i, j = span
        text = " ".join(self.texts[i:j])
        words, capitals, topic, topic_said = map(sum, zip(*map(self._counts.__getitem__, range(i, j)), strict=True))
        many = _many(words)
        found = [
            *(f"has: {sign}" for sign in sorted(set(self.signs[i:j]))),
            f"pieces: {j - i}",
            f"inner seam: {_sure(max(self.seams[i + 1 : j], default=0.0))}",
            f"words: {many}",
            f"words and pieces: {many}, {j - i}",
            f"to the line before: {_longer(words, self._line_before[i])}, {self.signs[i]}",
            f"to the line after: {_longer(words, self._line_after[j])}, {self.signs[i]}",
            f"small letter first: {text[0].islower()}",
            f"capitals: {_share(capitals / words)}",
            f"topic: {_some(topic_said / (topic or 1))}",
            f"said again: {min(self.times[text], 3)}",
            f"quotes open: {_open(text)}",
            f"glued inside: {_glued(text)}",
        ]
        if text[1:].endswith(self.longer_lines):
            found.append("another piece is its end")
        if self.whole.count(f"{text}\n") > self.whole.count(f"\n{text}\n"):
            found.append("the end of another piece")
        return found

    def _count(self, text: str) -> tuple[int, int, int, int]:
        """The words of a text, those with a capital, those that tell the topic, and which of these the body says."""
        words = text.split()
        topic = [w.strip(_MARKS) for w in words if len(w) >= _TOPIC]
        return len(words), sum([w[0].isupper() for w in words]), len(topic), sum([w in self.said for w in topic])

    def _line(self, way: range) -> int:
        """The words of the next line of text on a way that is no name, stamp or the like; 0 where there is none."""
        near = way[:_NEAREST]
        return next((n for i in near if self.reads[i] == "none" and (n := self.texts[i].count(" ") + 1) > _LINE), 0)


def _longer(words: int, other: int) -> str:
    """How a number of words compares with that of another line."""
    return "none" if not other else _ratio(words / other)


def _goes_on(text: str) -> bool:
    """Whether a text plainly does not end here: at a colon, or inside a quotation."""
    return text[-1] in ":,–—-" or _open(text)


def _open(text: str) -> bool:
    """Whether quotation marks are open at the end of a text; in German “ closes.

    >>> _open("„Ich wollte, dass sie mich mögen."), _open("“Nobody was hurt”")
    (True, False)
    """
    opening, closing = ("„", "“") if "„" in text else ("“", "”")
    return text.count(opening) > text.count(closing)


def _glued(text: str) -> bool:
    """Whether a small letter and a capital meet without a blank."""
    if text.isascii():
        return _GLUED.search(text) is not None
    return any(a.islower() and b.isupper() for a, b in pairwise(text))


class PartModel:
    """Trees (logits) over ``MEASURES`` for each of ``ROLES``, and weights by feature name for headlines."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        forests: Mapping[str, Sequence[Node | float]] = data["roles"]
        self.roles = [Role(role) for role in forests]
        self._forests = Forests(list(forests.values()), MEASURES)
        self._lean = [_LEAN.get(role, 0.0) for role in self.roles]
        self._lean_after = [min(lean, 0.0) for lean in self._lean]  # names after the body seldom signed it
        self._headline: Table = data["headline"]

    def __reduce__(self) -> tuple[Any, ...]:
        return (shipped, ()) if self is shipped() else (PartModel, (self.data,))

    def read(self, pieces: Lines) -> list[Told | None]:
        """What each piece is, given what each was judged to be alone; None where that stands."""
        ranges = ranges_of(pieces)
        lines = joined(pieces, ranges)
        seen = Surroundings(lines)
        found = self._all_told(seen, PartCase(self, lines, ranges))
        if span := self.headline(seen):
            i, j, sure = span
            found[i:j] = [Told(Role.HEADLINE, sure, goes_on=k > i) for k in range(i, j)]
        out: list[Told | None] = []
        for told, (begin, end) in zip(found, ranges, strict=True):
            out.append(told)
            out += [told and told._replace(goes_on=True)] * (end - begin - 1)
        return out

    def _all_told(self, seen: Surroundings, case: PartCase) -> list[Told | None]:
        """What each line is, headlines apart."""
        found = [self._plainly(seen, i) for i in range(len(seen.texts))]
        asked = [i for i, told in enumerate(found) if told is None and is_open(seen, i)]
        rows = map(list, zip(*map(seen.measures, asked), strict=True))
        for i, sums in zip(asked, self._forests.sums_of_each(rows, [True] * len(asked)), strict=True):
            lean = self._lean if i < seen.begin else self._lean_after
            powers = _shares([x + y for x, y in zip(sums, lean, strict=True)])
            if seen.reads[i] in _TAKEN:
                powers[self.roles.index(Role.BYLINE)] = 0.0
            at = powers.index(max(powers))
            found[i] = Told(self.roles[at], powers[at], case)
        return found

    def _plainly(self, seen: Surroundings, i: int) -> Told | None:
        """What a line says itself that it is, or is between others that are the same."""
        text = seen.texts[i]
        if seen.roles[i] in FIXED:
            a_line = len(text) <= _SIGNED and min(seen.seams[i : i + 2]) >= _APART
            return Told(Role.BYLINE, 1.0, Said("reads: byline")) if a_line and is_byline(text) else None
        if said := SAID.get(seen.reads[i]):
            return Told(said, 1.0, Said(f"reads: {seen.reads[i]}"))
        return Told(Role.FURNITURE, _PLAINLY, Said("among furniture")) if seen.is_plain(i) else None

    def headline(self, seen: Surroundings) -> tuple[int, int, float] | None:
        """The run of pieces that is the headline, and how sure that is; None where there is none."""
        opening = cache(lambda i: self._wanted(seen.opening(i)) + _LABELLED * (i > 0 and is_label(seen.texts[i - 1])))
        closing = cache(lambda j: self._wanted(seen.closing(j)))
        found = [
            (_WANTED + opening(span[0]) + closing(span[1]) + self._wanted(seen.between(span)), span)
            for span in seen.spans()
        ]
        best, (i, j) = max(found, default=(0.0, (0, 0)))
        if best <= 0:
            return None
        return i, j, exp(best) / (1 + sum([exp(score) for score, _ in found]))

    def _wanted(self, names: Sequence[str]) -> float:
        """How much features speak for a headline (logits)."""
        return sum(map(self._headline.get, names, repeat(0.0)))

    def reasons(self, role: Role, row: Sequence[float]) -> tuple[Reason, ...]:
        """What spoke for a role, against the mean of the others."""
        own, others = self.roles.index(role), len(self.roles) - 1
        moved = self._forests.paths(row)
        told: dict[str, float] = {}
        for k, by_name in enumerate(moved):
            for name, weight in by_name.items():
                told[name] = told.get(name, 0.0) + (weight if k == own else -weight / others)
        values = dict(zip(MEASURES, row, strict=True))
        return tuple(
            Reason(_shown(name, values[name]), round(weight, 2))
            for name, weight in told.items()
            if abs(weight) >= _TELLING
        )


def _shown(name: str, value: float) -> str:
    """A measure as a reader sees it: where its values have names, with its value's."""
    named = _NAMED.get(name)
    return f"{name}: {named[int(value)]}" if named else name


def is_open(seen: Surroundings, i: int) -> bool:
    """Whether the trees are asked what a line is."""
    dated = seen.roles[i] is Role.STAMP and len(seen.texts[i]) <= _DATED and any(map(str.isdigit, seen.texts[i]))
    return seen.roles[i] not in FIXED and seen.reads[i] not in SAID and not dated


def _shares(sums: Sequence[float]) -> list[float]:
    """Logits as probabilities that sum to one."""
    top = max(sums)
    powers = [exp(s - top) for s in sums]
    whole = sum(powers)
    return [p / whole for p in powers]


class PartCase:
    """The lines that were read together, to be looked at once more when reasons are asked for."""

    __slots__ = ("_seen", "lines", "model", "ranges")

    def __init__(self, model: PartModel, lines: Lines, ranges: Ranges) -> None:
        self.model, self.lines, self.ranges = model, lines, ranges
        self._seen: Surroundings | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return PartCase, (self.model, self.lines, self.ranges)

    def reasons(self, i: int, role: Role) -> tuple[Reason, ...]:
        """Why a piece has its role."""
        if self._seen is None:
            self._seen = Surroundings(self.lines)
        line = bisect_right(self.ranges, i, key=lambda found: found[0]) - 1
        return self.model.reasons(role, self._seen.measures(line))


@cache
def shipped() -> PartModel:
    """The model that comes with the package."""
    return PartModel(json.loads(files("cleantext.models").joinpath("parts.json").read_text("utf-8")))
