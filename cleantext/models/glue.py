"""What glue tells of the text before it, in a document whose paragraphs are glued and whose sentences are not.

There a stop before glue ends a paragraph. Text that runs from a sentence's end and a blank into glue without a stop is
a caption, or several: in flatnews' ``soup_natural``, ``page_natural`` and ``readability_flat``, as cut for the
cross-validation, such runs of eight words or more were body 3 times of 72. Of those that begin at glue, headings and
items of lists among them, 12 of 79 were, and none of 12 in which two seams or more are likely. Sentences with a stop
before glue were body 413 times of 495.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleantext.models.pieces import NONE, Pieces
from cleantext.models.pieces import SPACE as ONE_BLANK

LOOSE = "from a stop to glue without a stop"
SEVERAL = "several blocks between glue without a stop"
UNSTOPPED = "between glue without a stop"
STOPPED = "sentence with a stop before glue"
VOTES = {LOOSE: -4.0, SEVERAL: -3.0, UNSTOPPED: -2.0, STOPPED: 0.7}  # logits

_SENTENCE_WORDS = 8
_LEAST = 3  # glued sentence ends, before glue tells anything
_SPACED, _GLUED = 1 / 3, 1 / 3  # spaced sentence ends to each glued one; glued ends of sentences among all glue
_PLAIN_ENDS = frozenset((0, 8, 9))  # a letter, a digit, a capital: other marks may stand for a stop
_SURE = 0.5  # glue less likely than this to be the edge of a block tells nothing
_LIKELY = 0.35  # a seam at least this likely is counted between two blocks of a run


def glue_votes(p: Pieces) -> dict[int, str]:
    """For each piece of which glue tells something, which of ``VOTES`` it casts.

    >>> texts = ["The old bridge over the Mole was closed on Monday.", "Nobody was hurt in the whole incident today."]
    >>> p = Pieces([*texts * 4, "The bridge seen from the eastern shore on Monday"], [1, 1, 0] * 3, [1.0] * 9)
    >>> glue_votes(Pieces([*p.texts, "It reopens soon."], [*p.gaps[:9], 0], [1.0] * 10))[8]
    'between glue without a stop'
    """
    if not _tells(p):
        return {}
    votes: dict[int, str] = {}
    for a, b in pairwise([*p.sentences, len(p)]):
        if p.stopped[b - 1] and p.gaps[b] == NONE and sum(p.count[a:b]) >= _SENTENCE_WORDS:
            votes |= dict.fromkeys(range(a, b), STOPPED)
    for a, b in _unstopped_runs(p):
        if sum(p.count[a:b]) >= _SENTENCE_WORDS and p.seams[b] >= _SURE:
            votes |= dict.fromkeys(range(a, b), _kind_of_run(p, a, b))
    return votes


def _unstopped_runs(p: Pieces) -> Iterator[tuple[int, int]]:
    """The runs of pieces from a stop or glue to glue, in which no piece ends in a stop."""
    start = 0
    for i, (stop, gap, end) in enumerate(zip(p.stopped, p.gaps[1:], p.end, strict=True)):
        if stop or gap != ONE_BLANK:
            if gap == NONE and not stop and end in _PLAIN_ENDS:
                yield start, i + 1
            start = i + 1


def _kind_of_run(p: Pieces, a: int, b: int) -> str:
    if p.gaps[a] == ONE_BLANK:
        return LOOSE
    return SEVERAL if sum(seam >= _LIKELY for seam in p.seams[a + 1 : b]) > 1 else UNSTOPPED


def _tells(p: Pieces) -> bool:
    """Whether paragraphs are glued while sentences are not, and glue is mostly between paragraphs."""
    ends = [gap for gap, stop, n in zip(p.gaps[1:], p.stopped, p.count, strict=True) if stop and n >= _SENTENCE_WORDS]
    glued = ends.count(NONE)
    return (
        glued >= _LEAST
        and ends.count(ONE_BLANK) >= _SPACED * glued
        and glued >= _GLUED * sum(gap == NONE for gap in p.gaps[1:])
    )


def stop_before_glue(p: Pieces) -> list[bool | None]:
    """For each piece whether the text ends in a stop where the next glue stands; None where a line ends before."""
    out: list[bool | None] = [None] * len(p)
    stop: bool | None = None
    for i in range(len(p) - 1, -1, -1):
        if p.gaps[i + 1] != ONE_BLANK:
            stop = p.stopped[i] if p.gaps[i + 1] == NONE else None
        out[i] = stop
    return out
