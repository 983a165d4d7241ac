"""Finds where blocks of the page met and cuts there; puts back blanks that were lost inside a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from cleantext.document import Block, Document, mend, split
from cleantext.models.evidence import Evidence
from cleantext.models.seams import SeamModel, shipped

_STOPPED = frozenset(".!?…\"'”’)»")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unglue:
    """Cut finely, each new block with the probability that the page had a block's edge there.

    ``glued`` and ``spaced`` are the least probabilities of a cut where nothing or one blank stands, ``bare``
    the least after a blank without an end mark; ``blank`` is the least probability of putting a blank back.

    >>> [b.text for b in Unglue()(Document.of("The talks went on all night.The minister was pleased.")).blocks]
    ['The talks went on all night.', 'The minister was pleased.']
    """

    glued: float = 0.1
    spaced: float = 0.1
    bare: float = 0.2
    blank: float = 0.5
    model: SeamModel | None = None

    def __call__(self, document: Document) -> Document:
        blocks: list[Block] = []
        for block in document.blocks:
            blocks += [block] if block.dropped_by is not None else self._cut(block, document)
        return document.with_blocks(blocks)

    def _cut(self, block: Block, document: Document) -> list[Block]:
        model = self.model or shipped()
        evidence = model.evidence(block.text, document.known.get("language"))
        cuts, blanks = self._gaps(model, evidence)
        if not cuts and not blanks:
            return [block]
        pieces = _pieces(len(block.text), cuts, block.seam)
        parts = split(block, pieces, document.original) if cuts else [block]
        return _respaced(parts, pieces, blanks, document.original) if blanks else parts

    def _gaps(self, model: SeamModel, evidence: Evidence) -> tuple[list[tuple[int, int, float]], list[int]]:
        cuts, blanks, text = [], [], evidence.text
        for start, end, boundary, wanted in model.glued(evidence):
            if boundary >= self.glued:
                cuts.append((start, end, boundary))
            if wanted >= self.blank and boundary < 0.5:
                blanks.append(start)
        for start, end, p in model.spaced(evidence):
            if p >= (self.spaced if text[start - 1] in _STOPPED else self.bare):
                cuts.append((start, end, p))
        cuts += model.lines(evidence) if "\n" in text else ()
        return sorted(cuts), sorted(blanks)


def _pieces(size: int, cuts: list[tuple[int, int, float]], seam: float) -> list[tuple[int, int, float]]:
    pieces, at = [], 0
    for start, end, p in cuts:
        if start > at:
            pieces.append((at, start, seam))
            at, seam = end, p
    pieces.append((at, size, seam))
    return pieces


def _respaced(
    parts: list[Block], pieces: list[tuple[int, int, float]], blanks: list[int], original: str
) -> list[Block]:
    """Each part with its lost blanks; one lost where a piece begins is left to the seam."""
    out, k = [], 0
    for part, (start, end, _) in zip(parts, pieces, strict=True):
        edits = []
        while k < len(blanks) and blanks[k] < end:
            if blanks[k] > start:
                edits.append((blanks[k] - start, blanks[k] - start, " "))
            k += 1
        out.append(mend(part, edits, "unglue.blank", "space", original))
    return out
