"""What a site says of itself or to its readers within and beside the body, told sentence by sentence.

The judge sees whole pieces. Of one that was kept the notices go that stand among its sentences. A piece that was kept
in doubt goes if it speaks to the reader and stands beside a notice or other furniture, or is in more doubt; but not
where the body itself speaks to the reader or of its writer, as columns, interviews and advice do. Where hardly anything
of it does, a piece may be likelier body: of such pieces that scored from 0 to 1 in dev and our own pages 18 were noise,
3 body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleantext.document import Block, Role, split
from cleantext.models.neighbours import NOTICE
from cleantext.models.pieces import Pieces
from cleantext.models.roles import Judgement
from cleantext.models.said import SURE, Said
from cleantext.text.announced import MARKS
from cleantext.text.asides import follows
from cleantext.text.furniture import notices
from cleantext.text.language import UNSPACED
from cleantext.text.notices import is_to_reader, notices_among, share_personal
from cleantext.text.spans import Span

_SURE = 2.0  # logits: body that scores less is in doubt, and goes beside a notice
_BESIDE, _ALONE = 0.5, -0.5  # what scores less than these goes beside other furniture, and alone
_PERSONAL = 0.03  # share of the sure body that speaks to the reader or of the writer; more is how it is written
_PLAIN, _PLAIN_MORE = 0.01, 1.0  # where no more does, it goes though it is likelier body: logits
_TELLING = 3  # characters of sure body, at least, for each one in doubt that speaks to the reader
_SEAM = 0.97  # of what stands behind a notice: a probability
_ASKS, _COLONS = "?؟", ":："
_NOTICE = Said(NOTICE).reasons(0, Role.FURNITURE)
_TO_READER = Said("speaks to the reader").reasons(0, Role.FURNITURE)


def without_notices(judged: Sequence[Block], pieces: Pieces, original: str) -> list[Block]:
    """The blocks, the body's parted from the notices within them, and without what speaks to the reader beside it."""
    language = pieces.language
    noticed = {i for i, said in enumerate(notices(pieces.told)) if said}
    out: list[Block] = []
    for block in judged:
        known = block.evidence if block.role is Role.BODY else None
        may_hold = isinstance(known, Judgement) and (known.at in noticed or bool(follows().search(block.text)))
        alone = language not in UNSPACED and _is_body(block, below=_SURE)
        spans = list(notices_among(block.text, language, alone=alone)) if may_hold else []
        out += _parted(block, spans, original) if spans else (block,)
    doubted = [i for i, b in enumerate(out) if _is_body(b, below=_SURE) and is_to_reader(b.text, language)]
    doubted = [i for i in doubted if not _leads(out[i], out[i + 1 : i + 2])]
    personal = _share_personal(out, doubted, language) if doubted else 1.0
    if personal > _PERSONAL:
        return out
    more = _PLAIN_MORE if personal <= _PLAIN else 0.0
    for way, step in ((doubted, -1), (doubted[::-1], 1)):
        for i in way:
            if _goes(out[i], out[i + step] if 0 <= i + step < len(out) else None, more):
                out[i] = replace(out[i], role=Role.FURNITURE, confidence=SURE, evidence=_TO_READER)
    return out


def _leads(block: Block, then: Sequence[Block]) -> bool:
    """Whether a block leads with a colon to the items of a list, which stay: "What we found:"."""
    return block.text[-1] in _COLONS and any(b.role is Role.BODY and b.text[0] in MARKS for b in then)


def _is_body(block: Block, *, below: float) -> bool:
    """Whether a block is body that was judged with less than so many logits."""
    return block.role is Role.BODY and isinstance(block.evidence, Judgement) and block.evidence.score < below


def _share_personal(blocks: Sequence[Block], doubted: Sequence[int], language: str) -> float:
    """How much of the body, where it is sure, speaks to the reader or of its writer; all where too little is sure."""
    sure = [b.text for b in blocks if b.role is Role.BODY and not _is_body(b, below=_SURE)]
    tells = sum(map(len, sure)) >= _TELLING * sum([len(blocks[i].text) for i in doubted])
    return share_personal(sure, language) if tells else 1.0


def _parted(block: Block, spans: Sequence[Span], original: str) -> Iterator[Block]:
    """A block, and its notices as blocks."""
    text, at = block.text, 0
    found: list[tuple[int, int, bool]] = []
    for start, end in (*spans, (len(text), len(text))):
        found += [(at, at + len(text[at:start].rstrip()), True), (start, end, False)]
        at = end + len(text[end:]) - len(text[end:].lstrip())
    found = [(a, b, is_body) for a, b, is_body in found if a < b]
    parts = split(block, [(a, b, _SEAM if k else block.seam) for k, (a, b, _) in enumerate(found)], original)
    for part, (_, _, is_body) in zip(parts, found, strict=True):
        if is_body:
            yield replace(part, role=block.role, confidence=block.confidence, evidence=block.evidence)
        else:
            yield replace(part, role=Role.FURNITURE, confidence=SURE, evidence=_NOTICE)


def _goes(block: Block, beside: Block | None, more: float) -> bool:
    """Whether what speaks to the reader is furniture, given the block beside it; up to so many logits ``more``."""
    if beside and _is_notice(beside):
        return _is_body(block, below=_SURE)
    least = _BESIDE if beside and beside.role is Role.FURNITURE else _ALONE
    return block.text[-1] not in _ASKS and _is_body(block, below=least + more)


def _is_notice(block: Block) -> bool:
    """Whether a block is furniture since it is a notice, or stands beside one."""
    if block.role is not Role.FURNITURE:
        return False
    if isinstance(block.evidence, Judgement):
        more = block.evidence.more
        return isinstance(more, Said) and more.rule == NOTICE
    return block.evidence in (_NOTICE, _TO_READER)
