"""Sub-headings that would go: lines of a few words, once in a text, between paragraphs that are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.models.pieces import LINE, Pieces
from cleantext.models.said import Said
from cleantext.text.asides import is_aside
from cleantext.text.credits import begins_as_caption, ends_in_credit, labelled
from cleantext.text.furniture import unpacked
from cleantext.text.kinds import reads
from cleantext.text.openers import begins_as_pointer, is_pointer

HEADS = Said("a line between paragraphs")

_LEAST, _HEADED = -3.0, 0.0  # logits: of a heading, and of what it heads
_LONGEST, _PARAGRAPH = 60, 60  # characters of a heading, at most, and of what it heads, at least
_OPENING, _CLOSING = "\"“„«'‘¿¡", "\"”»'’)?"


def headings_between(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The lines that head a paragraph.

    Of those in dev, five forms with lines, by models that had not seen the publisher, 89 are headings, 8 body and 8
    something else; of 530 in silver's pages 465 are headings or body, 34 something else, and the rest not agreed about.

    >>> paragraph = "The ferry was back at its pier on Monday, after nine months at sea and four in a dock."
    >>> pieces = Pieces([paragraph, "A captain who swims", paragraph, "Advertisement", paragraph], [3] * 5, [1.0] * 5)
    >>> list(headings_between(pieces, [True, False, True, False, True], [5.0, -1.5, 5.0, -2.5, 5.0]))
    [1]
    """
    if pieces.caseless:
        return
    size, gaps = pieces.size, pieces.gaps
    found = [
        i
        for i in range(1, len(pieces) - 1)
        if not fates[i]
        and scores[i] > _LEAST
        and fates[i - 1]
        and fates[i + 1]
        and size[i] <= _LONGEST
        and size[i + 1] >= _PARAGRAPH
        and scores[i + 1] > _HEADED
        and min(gaps[i : i + 2]) >= LINE
    ]
    if not found:
        return
    once, twice = set[str](), set[str]()
    for text in pieces.texts:
        (twice if text in once else once).add(text)
    furniture = unpacked([pieces.told[i] for i in found])[0]
    yield from (i for i, told in zip(found, furniture, strict=True) if not told and _heads(pieces, i, twice))


def _heads(pieces: Pieces, i: int, twice: set[str]) -> bool:
    """Whether a line is written as a heading, and says of nothing else what it is."""
    text = pieces.texts[i]
    if (pieces.stopped[i] and text[-1] != "?") or text in twice:
        return False
    if not text.lstrip(_OPENING)[:1].isupper() or not (text[-1].isalnum() or text[-1] in _CLOSING):
        return False
    points = is_pointer(text) or begins_as_pointer(text) or is_aside(text)
    pictures = labelled(text) or begins_as_caption(text) or ends_in_credit(text)
    return reads(text) == "none" and not (points or pictures)
