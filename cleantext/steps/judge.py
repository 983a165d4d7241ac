"""Gives every block a role, a confidence and its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cleantext.document import Block, Document, Role
from cleantext.models.pieces import measure
from cleantext.models.roles import CUTOFFS, Judgement, RoleModel, shipped
from cleantext.text.kinds import LONGEST, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Say what each block is; drop nothing.

    ``cutoff`` is ``"news"`` (keeps the body, recall first) or ``"strict"`` (removes more).

    >>> text = "By Ada Quill\\n\\nThe bridge was closed on Monday after engineers found cracks in two of its pillars."
    >>> [str(b.role) for b in Judge()(Document.of(text)).blocks]
    ['body']
    """

    cutoff: str = "news"
    model: RoleModel | None = None

    def __post_init__(self) -> None:
        if self.cutoff not in CUTOFFS:
            raise ValueError(f"unknown cutoff {self.cutoff!r}; the cutoffs are: {', '.join(CUTOFFS)}")

    def __call__(self, document: Document) -> Document:
        standing = [b for b in document.blocks if b.text and b.dropped_by is None]
        if not standing:
            return document
        model = self.model or shipped()
        found = model.judge(measure(standing, document.original), CUTOFFS[self.cutoff])
        title = document.known.get("title")
        judged = list(_whole_lines(map(_judged, standing, found)))
        if isinstance(title, str):
            title = title.strip()
            judged = [replace(b, role=Role.HEADLINE) if b.text == title else b for b in judged]
        if len(standing) == len(document.blocks):
            return document.with_blocks(judged)
        after = iter(judged)
        return document.with_blocks(next(after) if b.text and b.dropped_by is None else b for b in document.blocks)


_LINES = frozenset({Role.BYLINE, Role.STAMP, Role.SOURCE, Role.CREDIT})
_PARTED = 0.5  # a seam less likely than this does not part a line
_READ = frozenset({Role.BYLINE, Role.STAMP, Role.CREDIT, Role.CAPTION, Role.HEADLINE, Role.SUMMARY})


def _judged(block: Block, found: Judgement) -> Block:
    """The block with its role; a short line that says itself what it is is believed."""
    _, role, confidence, evidence = found
    if role in _READ and len(block.text) <= LONGEST and (kind := kind_of(block.text)):
        role = Role(kind)
    return Block(block.start, block.end, block.text, role, confidence, evidence, None, block.seam, block.mends)


def _whole_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, where a doubtful seam cut furniture off a byline, a stamp or the like, as parts of that line.

    "Published: 10:09," and "7" and "November 2021" are one stamp.
    """
    before: Block | None = None
    for block in blocks:
        if before and block.role is Role.FURNITURE and before.role in _LINES and block.seam < _PARTED:
            block = replace(block, role=before.role, confidence=before.confidence)
        yield block
        before = block
