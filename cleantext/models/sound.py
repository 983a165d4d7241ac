"""What is short in an article that has nothing around it: questions, verse, ingredients, one-liners.

Of such lines that would go otherwise, 9 were furniture and 73 headings in flatnews' outputs of extractors; in the
golden corpus' sound samples 26 were body and 4 headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.models.pieces import LINE, Pieces
from cleantext.text.furniture import KINDS, unpacked
from cleantext.text.kinds import reads

_PLAINLY_NOT = -3.5  # logits: one piece under this, and the text has something around it
_SURE = 1.0  # logits: a piece over this is body
_SHORT = 60  # characters: captions and teasers are mostly longer
_LEAST = 4  # pieces of a text that tells anything
_PARAGRAPH, _LEAST_BETWEEN, _LEAST_HEADED = 3.0, -4.5, -3.0  # logits of the paragraph before, and of what follows it
_NO_HEADING = -4.0  # logits: what scores less heads nothing


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


def between_paragraphs(scores: Sequence[float], pieces: Pieces) -> Iterator[int]:
    """The lines of few sentences behind a paragraph and before another, or a heading, that say nothing of a picture.

    Of those before a paragraph 8 were body in all pages and 2 something else; before a heading that is no name 8 and 1.

    >>> texts = ["The old pier sank.", "Nobody was hurt.", "It was sold in May.", "It cost nothing.", "What is next"]
    >>> pieces = Pieces([*texts, "Builders will come."], [3] * 6, [1.0] * 6)
    >>> list(between_paragraphs([5.0, -4.0, 5.0, -2.0, -1.0, 5.0], pieces))
    [1, 3]
    """
    told = unpacked(pieces.told)
    furniture, pictures = told[KINDS.index("furniture")], told[KINDS.index("pictures")]
    for i in range(1, len(pieces) - 1):
        if scores[i] > _SURE or not (pieces.stopped[i] and pieces.stopped[i - 1]) or scores[i - 1] <= _PARAGRAPH:
            continue
        if min(pieces.gaps[i : i + 2]) < LINE or furniture[i] or pictures[i] or scores[i] <= _LEAST_BETWEEN:
            continue
        is_between = pieces.stopped[i + 1] and scores[i + 1] > _SURE
        if (is_between or _is_headed(scores, pieces, i)) and reads(pieces.texts[i]) == "none":
            yield i


def _is_headed(scores: Sequence[float], pieces: Pieces, i: int) -> bool:
    """Whether a heading and a paragraph follow a piece, and nobody's name, as behind what is pulled out of a text."""
    if i + 2 >= len(pieces) or scores[i] <= _LEAST_HEADED or pieces.stopped[i + 1] or scores[i + 1] <= _NO_HEADING:
        return False
    return pieces.stopped[i + 2] and scores[i + 2] > _SURE and reads(pieces.texts[i + 1]) == "none"
