"""The points of a summary that a machine made, or that a label announces, which stand beside the article.

Sites put them before the article or in it: a label, "This summary was created by AI", some sentences, "Show more", in
this order or another. The sentences read like the article, so they are told by what they say: nearly all of it is said
again further on, and little of it among themselves. Of the words of points three quarters are (median of 275 in 31
languages), of the words of the body's first sentences two fifths, one fifth of them in the points before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from cleantext.models.pieces import Pieces
from cleantext.text.datelines import datelines_in
from cleantext.text.digests import may_say_digest, says_digest
from cleantext.text.furniture import notices
from cleantext.text.kinds import is_points_label, reads

_MARKS = 4  # that are looked at
_LABEL_WORDS = 7  # of a label, at most
_CONTROLS, _CONTROL_WORDS = 6, 4  # in a row between what says so and the points, at most; words of one
_BUTTONS, _BUTTON_WORDS = 3, 3  # behind the points, at most, and words of one
_POINTS = 10  # pieces of a summary, at most
_LONGEST = 800  # characters of one that a label announces and no machine made, at most
_LONGEST_POINT = 240  # characters of one of its points, at most
_LONGEST_LABEL, _STANDFIRST = 40, 150  # characters of a label, and of what may be body before it, at most
_BODY = 1.0  # logits: what scores more is no control and no label
_SURELY_BODY = 2.5  # the same right behind the points
_DATELINE = 80  # characters of a dateline and the beginning of its sentence
_STEM = 5  # letters of a word that are compared, whatever its ending
_AGAIN, _SAID = 1.5, 0.42  # the weight of what earlier points say, and what a point has at least beyond that: shares
_LONGER = 1.6  # times the longest point before: what is longer is none
_APART = 0.6  # the probability of a block's edge
_FEW = 6  # words: a sentence of fewer tells less
_NUMBER = re.compile(r"\d+")
_LATE = 0.67  # share of the pieces behind which a summary stands after the article


class _Run(NamedTuple):
    """Sentences in a row, and how surely they are points."""

    begin: int
    end: int
    gain: float


_NONE = _Run(0, 0, 0.0)


def digests_in(p: Pieces, scores: Sequence[float]) -> tuple[set[int], set[int]]:
    """The points of such summaries, and what announces them.

    >>> said = "This summary was created by AI."
    >>> points = ["Harbour ferries run again.", "Engines had stopped Monday."]
    >>> body = ["On Monday engines of two harbour ferries stopped.", "They run again."]
    >>> texts = ["Back", said, *points, *body]
    >>> digests_in(Pieces(texts, [2] * 6, [1.0] * 6), [-4.0, 0.0, 1.0, 1.0, 5.0, 3.0])
    ({2, 3}, {1})
    """
    said: list[int] = []
    if may_say_digest(p.whole, p.language):
        said = [i for i, text in enumerate(p.texts) if says_digest(text, p.language)]
    marks = sorted({*said, *_labels(p, scores)})[:_MARKS]
    if not marks:
        return set(), set()
    found: set[int] = set()
    announced: set[int] = set()
    box = _Box(p, scores, marks, said)
    for i in marks:
        if found.issuperset((i - 2, i - 1)):  # it closes the points before it
            announced.add(i)
        elif i not in found:
            points = box.points(i)
            is_short = sum(p.size[points.begin : points.end]) <= _LONGEST
            if points.end and (is_short or i in said):
                found.update(range(points.begin, points.end))
                announced.add(i)
                announced.update(box.buttons(points.end))
    return found, announced


def _labels(p: Pieces, scores: Sequence[float]) -> Iterable[int]:
    """The labels of points before the body; in it they head what the article itself lists."""
    body = 0
    for i, text in enumerate(p.texts):
        if scores[i] < _BODY:
            if p.size[i] <= _LONGEST_LABEL and is_points_label(text):
                yield i
        else:
            body += p.size[i]
            if body > _STANDFIRST:
                return


class _Box:
    """A text with what says that a summary stands there, and where each word is said first and last."""

    def __init__(self, p: Pieces, scores: Sequence[float], marks: Sequence[int], said: Sequence[int]) -> None:
        self.p, self.scores, self.marks, self.said = p, scores, frozenset(marks), frozenset(said)
        self.stems = [frozenset(_stems(p, i)) for i in range(len(p))]
        self.last = {stem: i for i, own in enumerate(self.stems) for stem in own}
        self.first = {stem: i for i, own in reversed([*enumerate(self.stems)]) for stem in own}

    def points(self, mark: int) -> _Run:
        """The sentences of the summary before or behind what says so."""
        begin = mark + 1
        while begin < len(self.p) and begin - mark <= _CONTROLS and self._is_edge(begin):
            begin += 1
        ahead = self._best(begin, self._end(begin, _LONGEST if mark in self.said else _LONGEST_POINT))
        ahead = ahead if ahead.gain > 0 else _NONE
        if _is_label(self.p, mark):
            return ahead
        first = mark
        while first and mark - first < _POINTS and not self._is_edge(first - 1):
            first -= 1
        if first < mark and first and self._is_edge(first - 1):
            back = _Run(first, mark, sum(self._gains(first, mark)))
            if back.gain > 0 and _mean(back) >= _mean(ahead):
                return back
        return ahead

    def buttons(self, begin: int) -> Iterable[int]:
        """The few words right behind the points that are no body: "Show less"."""
        for k in range(begin, min(begin + _BUTTONS, len(self.p))):
            if self.p.stopped[k] or self.p.count[k] > _BUTTON_WORDS or self.scores[k] > _SURELY_BODY:
                return
            yield k

    def _end(self, begin: int, longest: int) -> int:
        p, end = self.p, begin
        while end < len(p) and end - begin < _POINTS and not self._is_edge(end):
            if p.size[end] > (longest if end - begin < 2 else min(longest, _LONGER * max(p.size[begin:end]))):
                break
            if end > begin and p.stopped[end] and not p.stopped[end - 1] and p.seams[end] > _APART:
                break  # points have stops or none
            if _is_reported(p.texts[end]):
                break
            end += 1
        return end

    def _best(self, begin: int, end: int) -> _Run:
        """The sentences from the first on that are most surely points."""
        gains = accumulate(self._gains(begin, end))
        return max((_Run(begin, k, gain) for k, gain in enumerate(gains, begin + 1)), key=_gain, default=_NONE)

    def _gains(self, begin: int, end: int) -> Iterable[float]:
        """How much more of each sentence is said elsewhere than in the points before it, beyond what points have."""
        is_late = begin > _LATE * len(self.p)
        points: frozenset[str] = frozenset()
        for k in range(begin, end):
            own = self.stems[k]
            elsewhere = sum([self.first[stem] < begin if is_late else self.last[stem] > k for stem in own])
            more = elsewhere - _AGAIN * len(own & points) - _SAID * len(own)
            yield more / max(len(own), _FEW)
            points |= own

    def _is_edge(self, i: int) -> bool:
        """Whether a piece is a button, a label or another short thing that is no sentence."""
        p = self.p
        if i in self.marks:
            return True
        if self.scores[i] > _BODY:
            return False
        is_short = not p.stopped[i] and p.count[i] <= _CONTROL_WORDS
        return is_short or bool(notices([p.told[i]])[0]) or reads(p.texts[i]) != "none"


def _is_reported(text: str) -> bool:
    """Whether a sentence begins with a dateline, as the article does."""
    return next(datelines_in(text[:_DATELINE]), (1, 0))[0] == 0


def _gain(run: _Run) -> float:
    return run.gain


def _mean(run: _Run) -> float:
    return run.gain / (run.end - run.begin or 1)


def _stems(p: Pieces, i: int) -> Iterable[str]:
    if p.wide:
        return p.topic[i]
    words = [word[:_STEM] for word in p.words[i] if len(word) >= _STEM]
    return words + _NUMBER.findall(p.texts[i]) if p.digits[i] else words


def _is_label(p: Pieces, i: int) -> bool:
    return not p.stopped[i] and p.count[i] <= _LABEL_WORDS
