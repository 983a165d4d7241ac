"""Gives every block a role, a confidence and its reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cleantext.document import Block, Document, Role
from cleantext.models.pieces import measure
from cleantext.models.roles import CUTOFFS, RoleModel, shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Say what each block is; drop nothing.

    ``cutoff`` is ``"news"`` (keeps the body, recall first) or ``"strict"`` (removes more).

    >>> text = "By Ada Quill\\n\\nThe bridge was closed on Monday after engineers found cracks in two of its pillars."
    >>> byline, body = Document.of(text).blocks[0], None
    >>> [str(b.role) for b in Judge()(Document.of(text)).blocks]
    ['body']
    """

    cutoff: str = "news"
    model: RoleModel | None = None

    def __post_init__(self) -> None:
        if self.cutoff not in CUTOFFS:
            raise ValueError(f"unknown cutoff {self.cutoff!r}; the cutoffs are: {', '.join(CUTOFFS)}")

    def __call__(self, document: Document) -> Document:
        blocks = [b for b in document.blocks if b.text and b.dropped_by is None]
        if not blocks:
            return document
        model = self.model or shipped()
        found = iter(model.judge(measure(blocks, document.original), CUTOFFS[self.cutoff]))
        title = document.known.get("title")
        return document.with_blocks(
            _judged(b, next(found), title) if b.text and b.dropped_by is None else b for b in document.blocks
        )


def _judged(block: Block, found: object, title: object) -> Block:
    from cleantext.models.roles import Judgement

    assert isinstance(found, Judgement)
    role = Role.HEADLINE if isinstance(title, str) and block.text == title.strip() else found.role
    return replace(block, role=role, confidence=found.confidence, evidence=found.evidence)
