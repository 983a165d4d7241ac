"""Cuts in a text and spans of it: where blocks are parted, and what is not cut or stands by itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleantext.document import Block, Document, mend, split
from cleantext.text.characters import UNCASED_STOPS
from cleantext.text.spans import Span

STOPPED = frozenset(f".!?…\"'”’)»。！？{UNCASED_STOPS}")
BETWEEN = "\n\n"
"""What stands between the blocks of a document that is cut as one text."""
STAMPED = 0.97
"""How sure it is that a time stamp, a byline or a label of points stands by itself."""
_GLUED_ON = 0.7  # that a block begins within a credit's last word, at least, to end the credit there

Cut = tuple[int, int, float]
"""Where a block ends, where the next begins, and the probability that the page had an edge there."""


def parted(cuts: Iterable[Cut], start: int, end: int, sure: float) -> list[Cut]:
    """The cuts with one after a label at the text's beginning, as ``sure``, and none within it."""
    return [*(cut for cut in cuts if not start < cut[0] <= end), (end, end + 1, sure)]


def before_each(cuts: Iterable[Cut], starts: Iterable[int], text: str) -> list[Cut]:
    """The cuts with one before each of these places."""
    found = {end: (start, end, p) for start, end, p in cuts}
    for end in starts:
        start, _, p = found.get(end, (end - 1 if text[end - 1].isspace() else end, end, STAMPED))
        found[end] = (start, end, max(p, STAMPED))
    return list(found.values())


def after_each(cuts: Iterable[Cut], ends: Iterable[int], text: str) -> list[Cut]:
    """The cuts with one after each of these places."""
    found = {start: (start, end, p) for start, end, p in cuts}
    for start in ends:
        end = start
        while text[end : end + 1].isspace() and text[end] != "\n":
            end += 1
        if text[end : end + 1] not in ("", "\n"):
            found[start] = (start, end, STAMPED)
    return sorted(found.values())


def ended_at_glue(spans: Iterable[Span], cuts: Iterable[Cut], text: str) -> list[Span]:
    """The spans up to where the first word of a sentence is plainly glued to their last: ``Ada Quill / CENTRALThe``."""
    joints = sorted([at for at, end, p in cuts if at == end and p >= _GLUED_ON])
    found = []
    for start, end in spans:
        k = bisect_right(joints, max(start, text.rfind(" ", start, end)))
        found.append((start, joints[k] if k < len(joints) and joints[k] < end else end))
    return found


def apart(cuts: Iterable[Cut], alone: Sequence[Span], text: str, sure: float) -> list[Cut]:
    """The cuts with one before each of what stands alone and one after it, as ``sure``, and none within."""
    edges: dict[Span, float] = {}
    for start, end in alone:
        before, after = start, end
        while before and text[before - 1].isspace():
            before -= 1
        while after < len(text) and text[after].isspace():
            after += 1
        edges |= {(a, b): sure for a, b in ((before, start), (end, after)) if a and b < len(text)}
    found = {(start, end): p for start, end, p in outside(cuts, alone)}
    return [(start, end, max(p, found.get((start, end), p))) for (start, end), p in (found | edges).items()]


def places_not_in(spans: Sequence[Span], places: Iterable[int]) -> list[int]:
    """The places that are not within the spans, which are in order, nor at the end of one.

    >>> places_not_in([(2, 4)], [2, 3, 4, 5])
    [2, 5]
    """
    if not spans:
        return list(places)
    starts = [start for start, _ in spans]
    at = ((place, bisect_left(starts, place) - 1) for place in places)
    return [place for place, k in at if k < 0 or place > spans[k][1]]


def spans_not_in(spans: Sequence[Span], others: Iterable[Span]) -> list[Span]:
    """The others that do not end within the spans, which are in order, nor at the end of one."""
    found = list(others)
    if not spans:
        return found
    outside_ends = {*places_not_in(spans, [end for _, end in found])}
    return [other for other in found if other[1] in outside_ends]


def outside(cuts: Iterable[Cut], alone: Sequence[Span]) -> list[Cut]:
    """The cuts that are not within what stands alone."""
    starts = [start for start, _ in alone]
    at = ((cut, bisect_right(starts, cut[0]) - 1) for cut in cuts)
    return [cut for cut, k in at if k < 0 or cut[0] >= alone[k][1] or cut[1] <= alone[k][0]]


def with_last_sentences(cuts: Sequence[Cut], ends: Sequence[Cut], text: str) -> list[Cut]:
    """The cuts, and those sentence ends after which a piece has only one sentence more, and that without an end mark.

    What follows may be a caption that no other seam parts from the body.
    """
    found, k = list(cuts), 0
    for (start, end, p), (after, _, _) in pairwise([*ends, (len(text), len(text), 1.0)]):
        while k < len(cuts) and cuts[k][0] < end:
            k += 1
        cut = cuts[k][0] if k < len(cuts) else len(text)
        if cut <= after and text[cut - 1] not in STOPPED:
            found.append((start, end, p))
    return sorted(found)


def divided(document: Document, cuts: Sequence[Cut], blanks: Sequence[int]) -> Iterable[Block]:
    """All blocks, cut and mended at places counted over the text of the kept ones."""
    offset = i = j = 0
    for block in document.blocks:
        if block.dropped_by is not None:
            yield block
            continue
        size = len(block.text)
        here: list[Cut] = []
        while i < len(cuts) and cuts[i][0] < offset + size:
            start, end, p = cuts[i]
            if start > offset and end < offset + size:
                here.append((start - offset, end - offset, p))
            i += 1
        lost = []
        while j < len(blanks) and blanks[j] < offset + size:
            lost.append(blanks[j] - offset)
            j += 1
        yield from _cut(block, here, lost, document.original)
        offset += size + len(BETWEEN)


def _cut(block: Block, cuts: Sequence[Cut], blanks: Sequence[int], original: str) -> Sequence[Block]:
    pieces = _pieces(len(block.text), cuts, block.seam)
    parts = split(block, pieces, original) if len(pieces) > 1 else [block]
    return _respaced(parts, pieces, blanks, original) if blanks else parts


def _pieces(size: int, cuts: Iterable[Cut], seam: float) -> list[Cut]:
    pieces, at = [], 0
    for start, end, p in cuts:
        if start > at:
            pieces.append((at, start, seam))
            at, seam = end, p
    pieces.append((at, size, seam))
    return pieces


def _respaced(parts: Sequence[Block], pieces: Sequence[Cut], blanks: Sequence[int], original: str) -> list[Block]:
    """Each part with its lost blanks."""
    out, k = [], 0
    for part, (start, end, _) in zip(parts, pieces, strict=True):
        edits = []
        while k < len(blanks) and blanks[k] < end:
            if blanks[k] > start:
                edits.append((blanks[k] - start, blanks[k] - start, " "))
            k += 1
        out.append(mend(part, edits, "unglue.blank", "space", original))
    return out
