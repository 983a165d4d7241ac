"""Which lines before the body are the headline: one run of them, the likeliest of all, or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise, repeat
from math import exp

from cleantext.document import Role
from cleantext.models.pieces import ENDS, end_of
from cleantext.models.surroundings import EDGE, MARKS, NEAREST, SAID, TOPIC, Surroundings
from cleantext.text.aggregators import is_label
from cleantext.text.characters import STOPS, WIDE_STOPS
from cleantext.text.credits import ends_in_credit
from cleantext.text.kinds import is_points_label
from cleantext.text.names import is_dateline
from cleantext.text.sides import is_abbreviated, left_side

BIAS = "bias"
_HEAD = 60  # pieces before the body that may be the headline, so that time stays linear
_SPAN = 6  # pieces that a headline may be cut into
_INNER = 0.97  # a seam likelier than this parts a headline, where no mark says that it goes on
_SHORTEST, _HEADLINE = 8, 300  # characters of the shortest headline, and of the longest
_GRAINS = 100  # to a logit
_WANTED = 100  # grains: a headline not quite right costs less than none
_LABELLED = 500  # grains: what stands after the label of an aggregator is the headline
_FULL_STOPS = ".。"
_LINE = 3  # words: longer pieces are lines of text
_STOPS = frozenset(STOPS + WIDE_STOPS)
_FIRST, _STEM = 5, 6  # pieces that open the body; letters by which their words are known again, whatever their endings
_GLUED = re.compile("[a-z][A-Z]")
_WIDE_WORDS = re.compile(r"[\u3400-\u9fff々]+|[\u30a0-\u30ff]+|[\u3041-\u309f]+|[^\W\u3041-\u9fff]+")
_WIDE_TOPIC = 2  # characters of a word that tells the topic, if it is not in hiragana

Table = Mapping[str, float]


def _bins(*edges: float) -> Callable[[float], str]:
    """A function from a value to its class, named by the edge that it does not pass."""
    names = [*(f"{edge:g}" for edge in edges), "more"]
    return lambda value: names[bisect_left(edges, value)]


_many = _bins(1, 2, 3, 4, 6, 9, 13, 18, 27)  # words
_sure = _bins(0.3, 0.5, 0.8, 0.95)  # seams
_ratio = _bins(0.4, 0.7, 1.0, 1.5, 2.5)
_share = _bins(0.2, 0.4, 0.6, 0.8)
_part = _bins(0.1, 0.3, 0.5, 0.7, 0.9)
_far = _bins(1, 2, 3, 4, 6, 9, 15, 30)  # pieces


class Heads:
    """The runs of lines before the body that may be the headline, and their features."""

    def __init__(self, seen: Surroundings) -> None:
        self.seen = seen
        texts, begin = seen.texts, seen.begin
        self.first = max(begin - _HEAD, 0)
        self.longer_lines = tuple(t for t in texts[self.first : begin] if len(self._words(t)) >= _LINE)
        self.whole = "\n".join(("", *self.longer_lines, ""))
        self.longer = [0, *accumulate(len(self._words(t)) > _LINE + 1 for t in texts[:begin])]
        self.opens = {*map(_stem, self._topic(self._words(" ".join(texts[begin : begin + _FIRST]))))}
        head = [i for i in range(self.first, begin) if self._may_be_headline(i)]
        self._counts = {i: self._count(texts[i]) for i in head}
        self._line_before = {i: self._line(range(i - 1, -1, -1)) for i in head}
        self._line_after = {i + 1: self._line(range(i + 1, begin)) for i in head}

    def spans(self) -> Iterator[tuple[int, int]]:
        """The runs of lines before the body that may be the headline, as half-open ranges."""
        for i in range(self.first, self.seen.begin):
            size = 0
            for j in range(i, min(i + _SPAN, self.seen.begin)):
                size += len(self.seen.texts[j])
                if size > _HEADLINE or not self._may_be_headline(j):
                    break
                if j > i and self.seen.seams[j] > _INNER and not _goes_on(self.seen.texts[j - 1]):
                    break
                if size >= _SHORTEST and not _is_sentence(self.seen.texts[i : j + 1]):
                    yield i, j + 1

    def _may_be_headline(self, i: int) -> bool:
        seen, text = self.seen, self.seen.texts[i]
        if seen.roles[i] is Role.BODY and not self._stands_apart(i):
            return False
        if seen.reads[i] in SAID or len(text) > _HEADLINE or is_points_label(text):
            return False
        return not (ends_in_credit(text) or is_dateline(text))

    def _stands_apart(self, i: int) -> bool:
        """Whether a line that was judged body is in doubt, has no stop, and something else parts it from the body."""
        seen = self.seen
        is_open = seen.lines.scores[i] < 0 and seen.texts[i][-1] not in _STOPS
        return is_open and i + 1 < seen.begin and seen.roles[i + 1] is not Role.BODY

    def features(self, span: tuple[int, int]) -> list[str]:
        """The features of a run of lines as the headline."""
        return [*self.opening(span[0]), *self.closing(span[1]), *self.between(span)]

    def opening(self, i: int) -> list[str]:
        """The features of a headline that begins with a line, whatever else it holds."""
        return [
            BIAS,
            f"begins: {self.seen.signs[i]}",
            f"seam before: {_sure(self.seen.seams[i])}, {_goes_on(self.seen.texts[i - 1]) if i else EDGE}",
            f"after: {self.seen.sign(i - 1)}, {self.seen.signs[i]}",
            f"place: {self._place(i)}",
            f"pieces before: {_far(i)}",
            f"longer ones before: {min(self.longer[i], 5)}",
            f"before it: {self.seen.sign(i - 1)}",
        ]

    def closing(self, j: int) -> list[str]:
        """The features of a headline that ends before a line."""
        last = self.seen.texts[j - 1]
        return [
            f"ends: {self.seen.signs[j - 1]}",
            f"seam after: {_sure(self.seen.seams[j])}, {_goes_on(last)}",
            f"end: {ENDS[end_of(last[-1])]}",
            *(f"{k + 1} after it: {self.seen.sign(j + k)}" for k in range(NEAREST)),
        ]

    def between(self, span: tuple[int, int]) -> list[str]:
        """The features of what a headline says."""
        i, j = span
        text = " ".join(self.seen.texts[i:j])
        words, capitals, topic, said, opens = map(sum, zip(*map(self._counts.__getitem__, range(i, j)), strict=True))
        many = _many(words)
        found = [
            *(f"has: {sign}" for sign in sorted(set(self.seen.signs[i:j]))),
            f"pieces: {j - i}",
            f"inner seam: {_sure(max(self.seen.seams[i + 1 : j], default=0.0))}",
            f"words: {many}",
            f"words and pieces: {many}, {j - i}",
            f"to the line before: {_longer(words, self._line_before[i])}, {self.seen.signs[i]}",
            f"to the line after: {_longer(words, self._line_after[j])}, {self.seen.signs[i]}",
            f"small letter first: {text[0].islower()}",
            f"capitals: {_share(capitals / words)}",
            f"topic: {_part(said / (topic or 1))}",
            f"opens the body: {_part(opens / (topic or 1))}",
            f"said again: {min(self.seen.times[text], 3)}",
            f"quotes open: {_open(text)}",
            f"glued inside: {_glued(text)}",
        ]
        if text[1:].endswith(self.longer_lines):
            found.append("another piece is its end")
        if self.whole.count(f"{text}\n") > self.whole.count(f"\n{text}\n"):
            found.append("the end of another piece")
        return found

    def _words(self, text: str) -> list[str]:
        """The words of a text; without blanks between them, what stands in one script."""
        return _WIDE_WORDS.findall(text) if self.seen.wide else text.split()

    def _topic(self, words: Iterable[str]) -> list[str]:
        """The words that tell the topic, without the marks around them."""
        if self.seen.wide:
            return [word for word in words if len(word) >= _WIDE_TOPIC and not "ぁ" <= word[0] <= "ゟ"]
        return [word.strip(MARKS) for word in words if len(word) >= TOPIC]

    def _count(self, text: str) -> tuple[int, int, int, int, int]:
        """How many words a text has, how many with a capital, and how many that tell the topic; how many of these the
        body says, and how many the first of it.
        """
        words = self._words(text)
        topic = self._topic(words)
        said, opens = sum([w in self.seen.said for w in topic]), sum([_stem(w) in self.opens for w in topic])
        return len(words) or 1, sum([w[0].isupper() for w in words]), len(topic), said, opens

    def _line(self, way: range) -> int:
        """The words of the next line of text on a way that is no name, stamp or the like; 0 where there is none."""
        near = (len(self._words(self.seen.texts[i])) for i in way[:NEAREST] if self.seen.reads[i] == "none")
        return next((words for words in near if words > _LINE), 0)

    def _place(self, i: int) -> str:
        """Where a line stands: so many before the body, inside it, or after it."""
        if i < self.seen.begin:
            return f"{_far(self.seen.begin - i)} before"
        return "inside" if i < self.seen.end else f"{_far(i - self.seen.end + 1)} after"


def _is_sentence(texts: Sequence[str]) -> bool:
    """Whether lines are one sentence with its full stop, as headlines are not, but for those of several sentences.

    >>> _is_sentence(["The pier", "is shut."]), _is_sentence(["The pier is shut. So is the bar."])
    (True, False)
    """
    last = texts[-1]
    if last[-1] not in _FULL_STOPS or is_abbreviated(left_side(last)):
        return False
    return not any(stop in text[:-1] for text in texts for stop in _STOPS)


def _stem(word: str) -> str:
    return word[:_STEM].lower()


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


class HeadlineModel:
    """Weights (logits) by feature name."""

    def __init__(self, weights: Table) -> None:
        # whole hundredths: sums of floats differ from one Python to the next
        self.weights = {name: round(_GRAINS * weight) for name, weight in weights.items()}

    def best(self, heads: Heads) -> tuple[int, int, float] | None:
        """The run of lines that is the headline, as a half-open range, and how sure that is; None if there is none."""
        texts = heads.seen.texts
        opening = cache(lambda i: self._wanted(heads.opening(i)) + _LABELLED * (i > 0 and is_label(texts[i - 1])))
        closing = cache(lambda j: self._wanted(heads.closing(j)))
        found = [
            ((_WANTED + opening(span[0]) + closing(span[1]) + self._wanted(heads.between(span))) / _GRAINS, span)
            for span in heads.spans()
        ]
        best, (i, j) = max(found, default=(0.0, (0, 0)))
        if best <= 0:
            return None
        return i, j, exp(best) / (1 + sum([exp(score) for score, _ in found]))

    def _wanted(self, names: Sequence[str]) -> int:
        """How much features speak for a headline (grains)."""
        return sum(map(self.weights.get, names, repeat(0)))
