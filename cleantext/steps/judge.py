"""Gives every block a role, a confidence and its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from cleantext.document import LINE_SEAM, LINES, Block, Document, Role
from cleantext.models.pieces import measure
from cleantext.models.roles import CUTOFFS, Judgement, RoleModel, shipped
from cleantext.text.kinds import LONGEST, is_byline, is_names, kind_of
from cleantext.text.persons import is_cased_name


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
        judged = _one_headline(_beside_stamps(list(_whole_lines(map(_judged, standing, found)))))
        if isinstance(title, str):
            title = title.strip()
            judged = [replace(b, role=Role.HEADLINE) if b.text == title else b for b in judged]
        if len(standing) == len(document.blocks):
            return document.with_blocks(judged)
        after = iter(judged)
        return document.with_blocks(next(after) if b.text and b.dropped_by is None else b for b in document.blocks)


_SIGNED = frozenset({Role.FURNITURE, Role.CREDIT, Role.CAPTION, Role.STAMP})
_READ = frozenset({Role.BYLINE, Role.STAMP, Role.CREDIT, Role.CAPTION, Role.HEADLINE, Role.SUMMARY})


def _judged(block: Block, found: Judgement) -> Block:
    """The block with its role; a short line that says itself what it is is believed."""
    _, role, confidence, evidence = found
    if role in _READ and len(block.text) <= LONGEST and (kind := kind_of(block.text)):
        role = Role(kind)
    elif role in _SIGNED and is_byline(block.text):
        role = Role.BYLINE
    return Block(block.start, block.end, block.text, role, confidence, evidence, None, block.seam, block.mends)


def _continues(before: Block, block: Block) -> bool:
    """Whether a block may be the rest of the line before it: what is no body, or the second half of a name."""
    if block.role is Role.FURNITURE:
        return before.role in LINES
    return before.role is Role.BYLINE and block.role is Role.CREDIT and is_cased_name(block.text.split())


def _whole_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, where a doubtful seam cut furniture off a byline, a stamp or the like, as parts of that line.

    "Published: 10:09," and "7" and "November 2021" are one stamp.
    """
    before: Block | None = None
    for block in blocks:
        if before and block.seam < LINE_SEAM and _continues(before, block):
            block = replace(block, role=before.role, confidence=before.confidence)
        yield block
        before = block


def _beside_stamps(blocks: list[Block]) -> list[Block]:
    """The blocks, where bare names beside the time stamp at the head are the byline."""
    head = next((i for i, b in enumerate(blocks) if b.role is Role.BODY), len(blocks))
    for i, block in enumerate(blocks[:head]):
        beside = (*blocks[max(i - 1, 0) : i], *blocks[i + 1 : i + 2])
        if block.role is Role.FURNITURE and any(b.role is Role.STAMP for b in beside) and is_names(block.text):
            blocks[i] = replace(block, role=Role.BYLINE)
    return blocks


def _one_headline(blocks: list[Block]) -> list[Block]:
    """The blocks, where what looks like a headline right after the headline is the summary."""
    for i, (before, block) in enumerate(pairwise(blocks), 1):
        if before.role is block.role is Role.HEADLINE and block.seam >= LINE_SEAM and block.text != before.text:
            blocks[i] = replace(block, role=Role.SUMMARY)
    return blocks
