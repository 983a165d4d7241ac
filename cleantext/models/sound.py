"""What is short in an article that has nothing around it: questions, verse, ingredients, one-liners.

Of such lines that would go otherwise, 9 were furniture and 73 headings in flatnews' outputs of extractors; in the
golden corpus' sound samples 26 were body and 4 headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.models.pieces import LINE, Pieces
from cleantext.text.furniture import unpacked
from cleantext.text.kinds import reads

_PLAINLY_NOT = -3.5  # logits: one piece under this, and the text has something around it
_SURE = 1.0  # logits: a piece over this is body
_SHORT = 60  # characters: captions and teasers are mostly longer
_LEAST = 4  # pieces of a text that tells anything


def short_body(scores: Sequence[float], pieces: Pieces) -> Iterator[int]:
    """The short lines that are body in an article of which no piece is plainly something else.

    They stand between sure lines, or after them with a full stop; they do not say that they are a byline, a stamp, a
    credit or the like, nor have words of furniture.

    >>> texts = ["Where do you live?", "In a boat.", "Read more", "Why?", "It costs nothing.", "A boat"]
    >>> pieces = Pieces(texts, [3] * 6, [1.0] * 6)
    >>> list(short_body([3.0, -1.0, -2.0, -2.0, 3.0, -1.0], pieces))
    [1, 3]
    >>> list(short_body([3.0, -1.0, -4.0, -2.0, 3.0, -1.0], pieces))
    []
    """
    if len(pieces) < _LEAST or min(scores) < _PLAINLY_NOT or max(scores) <= _SURE:
        return
    sure = [i for i, score in enumerate(scores) if score > _SURE]
    furniture = unpacked(pieces.told)[0]
    for i in range(sure[0] + 1, len(pieces)):
        if scores[i] > _SURE or pieces.size[i] >= _SHORT or furniture[i] or min(pieces.gaps[i : i + 2]) < LINE:
            continue
        if (i < sure[-1] or pieces.stopped[i]) and reads(pieces.texts[i]) == "none":
            yield i
