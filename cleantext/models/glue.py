"""What glue tells of the sentences before it, in a document whose paragraphs are glued and whose sentences are not.

There a stop before glue ends a paragraph; a sentence that meets glue without one is a caption or a heading. In
flatnews' ``soup_natural``, as cut for the cross-validation, such sentences were body 13 times of 113 without a stop,
and 413 times of 495 with one (headings, which count as neither, left out).
"""

from __future__ import annotations

from itertools import pairwise

from cleantext.models.pieces import NONE, Pieces
from cleantext.models.pieces import SPACE as ONE_BLANK

UNSTOPPED, STOPPED = "sentence without a stop before glue", "sentence with a stop before glue"
VOTES = {UNSTOPPED: -2.0, STOPPED: 0.7}  # logits

_SENTENCE_WORDS = 8
_LEAST = 3  # glued sentence ends, before glue tells anything
_SPACED, _GLUED = 1 / 3, 1 / 3  # spaced sentence ends to each glued one; glued ends of sentences among all glue
_PLAIN_ENDS = frozenset((0, 8, 9))  # a letter, a digit, a capital: other marks may stand for a stop


def glue_votes(p: Pieces) -> dict[int, str]:
    """For each piece of which glue tells something, which of ``VOTES`` it casts.

    >>> texts = ["The old bridge over the Mole was closed on Monday.", "Nobody was hurt in the whole incident today."]
    >>> p = Pieces([*texts * 4, "The bridge seen from the eastern shore on Monday"], [1, 1, 0] * 3, [1.0] * 9)
    >>> glue_votes(Pieces([*p.texts, "It reopens soon."], [*p.gaps[:9], 0], [1.0] * 10))[8]
    'sentence without a stop before glue'
    """
    if not _tells(p):
        return {}
    before = stop_before_glue(p)
    votes: dict[int, str] = {}
    for a, b in pairwise([*p.sentences, len(p)]):
        if sum(p.count[a:b]) < _SENTENCE_WORDS:
            continue
        if p.stopped[b - 1]:
            if p.gaps[b] == NONE:
                votes |= dict.fromkeys(range(a, b), STOPPED)
        elif before[b - 1] is False and p.end[b - 1] in _PLAIN_ENDS:
            votes |= dict.fromkeys(range(a, b), UNSTOPPED)
    return votes


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
