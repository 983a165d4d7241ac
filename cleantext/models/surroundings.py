"""What stands around the body, line by line: what each reads as, what it is taken for, and what is measured of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from functools import cached_property
from itertools import islice

from cleantext.document import Role
from cleantext.models.lines import FIXED, Lines
from cleantext.models.pieces import FIGURES, end_of, start_of
from cleantext.text.characters import STOPS, WIDE_STOPS, has_digit, is_wide
from cleantext.text.kinds import is_points_label, reads

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

_LONG, _LONG_WIDE = 100, 40  # characters: with a piece of body of as many the article has begun
_SAMPLE, _SAID = 200, 20_000  # pieces, and characters, of the body that tell its topic
_POINTS = 3  # at least, where no label announces them
_SHORTEST_POINT, _LONGEST_POINT = 36, 200  # characters
_STOPS = frozenset(STOPS + WIDE_STOPS)
_AFTER_POINTS = frozenset(("byline", "by", "names", "agency", "stamp"))
NEAREST = 3  # pieces to one side that are looked at
TOPIC = 5  # letters: words this long tell the topic
_STAMP, _WHOLE = 60, 0.9  # characters of a stamp that is cut in two; a seam less likely than this may have cut it
EDGE = SIGNS[0]
_SIGN = {sign: k for k, sign in enumerate(SIGNS)}
_ALONE = {read: k for k, read in enumerate(ALONE)}
_BY = _SIGN["by"]
_EDGES = [_SIGN[EDGE]] * NEAREST
_PLAIN = [_SIGN["furniture"]] * 3
_FURTHEST = 40  # lines
_NO_SCORE = -9.0  # logits: of what lies beyond the ends
MARKS = ".,:;!?'\"“”„»«"


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
        self.said = " ".join([t for t, r in zip(texts, roles, strict=True) if r is Role.BODY][:_SAMPLE])[:_SAID]
        self.wide = is_wide(self.said)
        long = _LONG_WIDE if self.wide else _LONG
        body = (i for i in range(n) if roles[i] is Role.BODY)
        self.begun = next(islice(body, 1, None), n)  # the second line of the body
        self.begin = next((i for i in range(n) if roles[i] is Role.BODY and len(texts[i]) >= long), n)
        self.end = next((i + 1 for i in range(n - 1, -1, -1) if roles[i] is Role.BODY), 0)
        self.title = next((i for i in range(self.begin) if roles[i] is Role.HEADLINE), n)
        self.times = Counter(t for t, r in zip(texts, roles, strict=True) if r is not Role.BODY)

    @cached_property
    def topic(self) -> set[str]:
        """The longer words of the body, of which many texts need none."""
        return {w.strip(MARKS) for w in self.said.split() if len(w) >= TOPIC}

    def _join_stamps(self) -> None:
        """Pieces that doubtful seams cut out of one stamp: "28." and "April 2024, 14:26"."""
        for i in range(1, len(self.texts)):
            a, b = self.texts[i - 1], self.texts[i]
            doubtful = self.seams[i] < _WHOLE and FIXED.isdisjoint(self.roles[i - 1 : i + 1])
            if doubtful and len(a) + len(b) < _STAMP and has_digit(a):
                pair = self.reads[i - 1 : i + 1]
                if pair.count("stamp") < 2 and reads(f"{a} {b}") == "stamp":
                    self.reads[i - 1 : i + 1] = ["stamp", "stamp"]

    def sign(self, i: int) -> str:
        """What a line is taken for, or that there is none."""
        return self.signs[i] if 0 <= i < len(self.signs) else EDGE

    def measures(self, i: int) -> list[float]:
        """The measures of a line that is not body."""
        text, read, lines = self.texts[i], self.reads[i], self.lines
        words, k = text.split(), i + NEAREST
        topic = [w for w in (word.strip(MARKS) for word in words) if len(w) >= TOPIC]
        return [
            _SIGN[str(self.roles[i])],
            _ALONE.get(read, 0),
            *self.codes[i:k][::-1],
            *self.codes[k + 1 : k + 1 + NEAREST],
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

    def labels(self) -> list[int]:
        """The lines that are labels of points."""
        return [i for i in range(self.begin) if is_points_label(self.texts[i])]

    def points(self, start: int, *, is_labelled: bool = False) -> list[tuple[int, bool]]:
        """The lines from one on that are the points under a headline or a label, and whether each goes on the last.

        Points are like lines with no stop, and with no label three or more, with nothing else between the headline and
        who signed or the body. A word alone among them was cut off the line that the less likely seam parts it from.
        """
        end = start
        while end < self.begin and self.reads[end] == "none" and self._may_be_point(self.texts[end]):
            end += 1
        run = range(start, end)
        whole = [i for i in run if len(self.texts[i]) >= _SHORTEST_POINT]
        ends = is_labelled or end == self.begin or self.reads[end] in _AFTER_POINTS
        if not ends or len(whole) < (1 if is_labelled else _POINTS):
            return []
        words = set(run) - set(whole)
        return [(i, self._goes_on(i, words) if i > start else False) for i in run]

    def _may_be_point(self, text: str) -> bool:
        return (_SHORTEST_POINT <= len(text) <= _LONGEST_POINT or " " not in text) and text[-1] not in _STOPS

    def _goes_on(self, i: int, words: Set[int]) -> bool:
        if i in words:
            return self.seams[i] < self.seams[i + 1]
        return i - 1 in words and self.seams[i] <= self.seams[i - 1]

    def is_plain(self, i: int) -> bool:
        """Whether a line is furniture between furniture."""
        return self.codes[i + NEAREST - 1 : i + NEAREST + 2] == _PLAIN
