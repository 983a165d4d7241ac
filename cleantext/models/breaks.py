"""Which sentences begin a paragraph, where no line break is left to tell: a second look at the seams of the body.

The seam model sees a gap's two sides. Here each gap between two pieces of the body is measured in the light of those
around it: how long the paragraph has been going on, how long paragraphs usually are here, what the sentences share.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import chain, repeat
from math import fsum, log, sqrt
from operator import itemgetter
from typing import Any

from cleantext.models.linear import sigmoid
from cleantext.models.pieces import words_of_few
from cleantext.models.trees import Node, Trees
from cleantext.models.weights import weights_of
from cleantext.text.characters import UNCASED_STOPS

VERSION = 1  # of the features; written into the weights

MEASURES = (
    "seam",
    "seam before",
    "seam after",
    "seam two before",
    "seam two after",
    "glued",
    "stop before it",
    "stop at its end",
    "characters",
    "characters before",
    "characters two before",
    "characters after",
    "characters since the last sure break",
    "pieces since the last sure break",
    "characters to the next sure break",
    "pieces to the next sure break",
    "expected characters of the paragraph before",
    "expected characters of the paragraph after",
    "usual paragraph",
    "since the last sure break to the usual paragraph",
    "paragraph before to the usual paragraph",
    "paragraph after to the usual paragraph",
    "both to the usual paragraph",
    "mean seam",
    "topic shared by three before and after",
    "long words",
    "long words said just before",
    "quote ends before it",
    "begins with a quote",
    "quote at its end",
    "quotation marks before",
    "quotation marks",
    "quote begins the piece before",
    "digit near the beginning",
    "begins with a capital",
    "begins with a digit",
    "question mark before",
    "question just before",
    "colon just before",
    "words",
    "words before",
    "capitals among the first words",
    "share of words capitalised",
    "letters of the first word",
)

_FIRST = itemgetter(0)
_STOPS = frozenset(f".!?…\"'”’»)。！？{UNCASED_STOPS}")
_QUOTES = frozenset("\"“”„«»‘’'")
_MARKS = '"“”„«»'
_FIGURES = frozenset("0123456789")
_SURE = 0.5  # a seam at least this likely counts as a break while others are measured
_MOST = 1 - 1e-4  # a probability beyond says no more
# the trees are not asked of these gaps: the mean of what they say is known
_HARDLY, _PLAIN_JOIN = 0.35, 0.1  # after no stop, at a blank: a seam less likely than this; what they say
_PLAINLY, _CERTAIN = 0.97, 0.999  # after a stop: a seam from this on, and less likely than that
_PLAIN_BREAK = 0.97  # what they say there
_LONG = 5  # letters: words this long carry the topic
_FIRST_CHARACTERS, _FIRST_WORDS = 20, 4
_BEYOND = 9.0  # the logit of what lies beyond the ends
_NOTHING: Set[str] = frozenset()
_REACH = 3  # pieces before and after that a topic is looked for in


class BreakModel:
    """Small trees over ``MEASURES``, and what they say of the gaps of a text."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        trees: Sequence[Node | float] = data["trees"]
        self._trees = Trees(trees, MEASURES)

    def __reduce__(self) -> tuple[Any, ...]:
        return (shipped, ()) if self is shipped() else (BreakModel, (self.data,))

    def seams(self, texts: Sequence[str], seams: Sequence[float], glued: Sequence[bool]) -> list[float]:
        """For each piece the probability that a paragraph begins with it; the first piece's stays.

        ``seams`` are those of the seam model (1 where a break is sure), ``glued`` says where no blank stands before.
        """
        if len(texts) < 2:
            return list(seams)
        gaps = zip(texts, seams[1:], glued[1:], strict=False)
        guesses = [_guess(text[-1] in _STOPS, seam, glue) for text, seam, glue in gaps]
        is_open = [guess is None for guess in guesses]
        asked = map(sigmoid, self._trees.sums(measures(texts, seams, glued), is_open))
        return [seams[0], *(next(asked) if guess is None else guess for guess in guesses)]


def _guess(stopped: bool, seam: float, glued: bool) -> float | None:
    """What the trees will say of a gap that is plain after a stop or without one; None for one that is not."""
    if stopped:
        return _PLAIN_BREAK if _PLAINLY <= seam < _CERTAIN else None
    return _PLAIN_JOIN if seam < _HARDLY and not glued else None


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a stop, or a quotation mark or bracket that may follow one."""
    return text[-1:] in _STOPS


def measures(texts: Sequence[str], seams: Sequence[float], glued: Sequence[bool]) -> Iterator[Sequence[float]]:
    """The measures of each piece but the first, a list for each of ``MEASURES``."""
    n = len(texts)
    sizes = list(map(len, texts))
    known = [1.0, *seams[1:]]
    yield from _neighbours([_logit(s) for s in known])
    yield glued[1:]
    stops = [text[-1] in _STOPS for text in texts]
    yield stops[:-1]
    yield stops[1:]
    yield sizes[1:]
    yield sizes[:-1]
    yield [0, *sizes[: n - 2]]
    yield [*sizes[2:], 0]
    yield from _lengths(sizes, known)
    counts: list[int] = []
    firsts: list[int] = []
    yield from _topics(texts, counts, firsts)
    yield from _marks(texts)
    yield counts[1:]
    yield counts[:-1]
    yield from _capitals(texts[1:])
    yield firsts[1:]


def _logit(p: float) -> float:
    p = min(max(p, 1 - _MOST), _MOST)
    return log(p / (1 - p))


def _neighbours(logits: list[float]) -> Iterator[list[float]]:
    """The seam of each gap, and of those one and two before and after it."""
    own = logits[1:]
    beyond = [_BEYOND, _BEYOND]
    yield own
    yield [*beyond[:1], *own[:-1]]
    yield [*own[1:], *beyond[:1]]
    yield [*beyond, *own[:-2]][: len(own)]
    yield [*own[2:], *beyond][: len(own)]


def _lengths(sizes: Sequence[int], seams: Sequence[float]) -> Iterator[list[float]]:
    """How long the paragraphs on both sides are: to the next sure break, and as expected."""
    since, pieces_since = _since(sizes, [s >= _SURE for s in seams])
    after_it = [True, *(s >= _SURE for s in seams[:1:-1])]
    until, pieces_until = (found[::-1] for found in _since(sizes[::-1], after_it))
    before, after = _expected(sizes, seams)
    total, expected = sum(sizes), fsum(seams)
    usual = total / expected
    yield since
    yield pieces_since
    yield until
    yield pieces_until
    yield before
    yield after
    yield [usual] * len(before)
    yield [x / usual for x in since]
    yield [x / usual for x in before]
    yield [x / usual for x in after]
    yield [(a + b) / usual for a, b in zip(before, after, strict=True)]
    yield [(expected - 1) / len(before)] * len(before)


def _since(sizes: Sequence[int], sure: Sequence[bool]) -> tuple[list[float], list[float]]:
    """For each gap the characters and the pieces since the last sure break before it."""
    size = pieces = 0
    sizes_since: list[float] = []
    pieces_since: list[float] = []
    for own, begins in zip(sizes[:-1], sure, strict=False):
        size, pieces = (own, 1) if begins else (size + own, pieces + 1)
        sizes_since.append(size)
        pieces_since.append(pieces)
    return sizes_since, pieces_since


def _expected(sizes: Sequence[int], seams: Sequence[float]) -> tuple[list[float], list[float]]:
    """For each gap the expected characters of the paragraph that ends before it, and of the one that begins there."""
    before: list[float] = []
    size = 0.0
    for own, seam in zip(sizes[:-1], seams, strict=False):
        size = own + (1 - seam) * size
        before.append(size)
    after: list[float] = []
    size = 0.0
    for own, seam in zip(sizes[:0:-1], [1.0, *seams[:1:-1]], strict=True):
        size = own + (1 - seam) * size
        after.append(size)
    return before, after[::-1]


def _topics(texts: Sequence[str], counts: list[int], firsts: list[int]) -> Iterator[list[float]]:
    """How much of what is said before a gap is said after it; notes the words of each text and its first one's letters.

    The words of a few texts are kept at a time.
    """
    found = map(_noted, words_of_few(texts), repeat(counts), repeat(firsts))
    near: deque[Set[str]] = deque([_NOTHING] * _REACH, _REACH)  # the words of this text and the next ones
    lefts: deque[Set[str]] = deque([_NOTHING] * _REACH, _REACH)  # what was said in as many from each of those before
    shared: list[float] = []
    many: list[float] = []
    again: list[float] = []
    before = _NOTHING
    for i, long in enumerate(chain(found, repeat(_NOTHING, _REACH - 1)), 1 - _REACH):
        near.append(long)
        right = set().union(*near)
        if i > 0:
            left = lefts[0]
            shared.append(len(left & right) / (sqrt(len(left) * len(right)) or 1))
            many.append(len(near[0]))
            again.append(len(before & near[0]))
        lefts.append(right)
        before = near[0]
    yield shared
    yield many
    yield again


def _noted(words: Sequence[str], counts: list[int], firsts: list[int]) -> Set[str]:
    """The long words of a text; notes how many words it has, and the letters of the first."""
    counts.append(len(words))
    firsts.append(len(words[0]) if words else 0)
    return {word for word in words if len(word) >= _LONG}


def _marks(texts: Sequence[str]) -> Iterator[list[float]]:
    """Quotation marks, figures, capitals, questions and colons on both sides."""
    first, last = [text[0] for text in texts], [text[-1] for text in texts]
    begins, ends = [c in _QUOTES for c in first], [c in _QUOTES for c in last]
    quotes = [sum(map(text.count, _MARKS)) for text in texts]
    yield list(ends[:-1])
    yield list(begins[1:])
    yield list(ends[1:])
    yield list(quotes[:-1])
    yield list(quotes[1:])
    yield list(begins[:-1])
    yield [not _FIGURES.isdisjoint(text[:_FIRST_CHARACTERS]) for text in texts[1:]]
    yield [c.isupper() for c in first[1:]]
    yield [c.isdigit() for c in first[1:]]
    yield ["?" in text for text in texts[:-1]]
    yield [c == "?" for c in last[:-1]]
    yield [c == ":" for c in last[:-1]]


def _capitals(texts: Sequence[str]) -> Iterator[list[float]]:
    """Words that begin with a capital, among the first and of all."""
    flags = [list(map(str.isupper, map(_FIRST, text.split()))) for text in texts]
    yield [sum(own[:_FIRST_WORDS]) for own in flags]
    yield [sum(own) / len(own) for own in flags]


@cache
def shipped() -> BreakModel:
    """The model that comes with the package."""
    return BreakModel(weights_of("breaks", VERSION))
