"""The lines that a text's pieces make up: what is no body, joined where a seam is unlikely.

Texts are cut finely, so that body and the rest come apart; headlines, captions and names are then cut too, most often
at a capital ("Ships leave | Downing Street"). What is found to be no body is put together again here, before it is
asked what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from cleantext.document import Role
from cleantext.text.kinds import reads
from cleantext.text.names import name_goes_on

FIXED = frozenset({Role.BODY, Role.SUBHEAD})
_JOINED = 0.4  # a seam less likely than this parts no line
_JOINED_NAMES = 0.7  # the same within a name
_LONGEST = 400  # characters

Ranges = Sequence[tuple[int, int]]


class Lines(NamedTuple):
    """Pieces or lines of a document in parallel lists.

    ``roles`` are as judged alone, ``seams`` stand before each (probabilities 0 to 1); ``scores`` say how much each is
    body, and ``captions`` how much it is a caption rather than body (logits).
    """

    texts: Sequence[str]
    roles: Sequence[Role]
    seams: Sequence[float]
    scores: Sequence[float]
    captions: Sequence[float]


def ranges_of(pieces: Lines) -> list[tuple[int, int]]:
    """Which pieces make up a line, as half-open ranges.

    What a line says by itself ("By Ada Quill") is not joined to what takes that from it.

    >>> roles = [Role.CAPTION, Role.BYLINE, Role.CREDIT]
    >>> ranges_of(Lines(["The harbour master, Ada", "Quill", "Reuters"], roles, [1, 0.2, 1], [-5] * 3, [1] * 3))
    [(0, 2), (2, 3)]
    """
    found: list[tuple[int, int]] = []
    line, said, free = "", "none", False
    for i, (text, role, seam) in enumerate(zip(pieces.texts, pieces.roles, pieces.seams, strict=True)):
        after, free = free, role not in FIXED
        likely = _JOINED if said != "byline" or not name_goes_on(line, text) else _JOINED_NAMES
        if after and free and seam < likely and len(line) + len(text) < _LONGEST:
            whole, is_text = f"{line} {text}", said == reads(text) == "none"
            read = "none" if is_text else reads(whole)
            if is_text or read != "none":
                found[-1] = found[-1][0], i + 1
                line, said = whole, read
                continue
        found.append((i, i + 1))
        line, said = text, reads(text) if free else "none"
    return found


def joined(pieces: Lines, ranges: Ranges) -> Lines:
    """The lines themselves: each with the role of its longest piece, and the mean of its scores."""
    if len(ranges) == len(pieces.texts):
        return pieces
    texts, roles, seams, scores, captions = pieces
    longest = [max(range(i, j), key=lambda k: len(texts[k])) for i, j in ranges]
    return Lines(
        [" ".join(texts[i:j]) for i, j in ranges],
        [roles[k] for k in longest],
        [seams[i] for i, _ in ranges],
        [_mean(scores, texts, i, j) for i, j in ranges],
        [_mean(captions, texts, i, j) for i, j in ranges],
    )


def _mean(values: Sequence[float], texts: Sequence[str], i: int, j: int) -> float:
    """The mean of some pieces' values, by their length; the same under every Python."""
    if j - i == 1:
        return values[i]
    return fsum([values[k] * len(texts[k]) for k in range(i, j)]) / (sum(map(len, texts[i:j])) or 1)
