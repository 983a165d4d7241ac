"""Furniture goes: menus, teasers, pleas, comments, and what else the page had round the article."""

from __future__ import annotations

from dataclasses import dataclass

from cleantext.document import Document, Role
from cleantext.steps._drop import check_options, drop_roles

ROLES = frozenset({Role.FURNITURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Drop furniture that is at least ``threshold`` sure (0 to 1), but no role in ``keep``.

    >>> from cleantext.document import Block
    >>> block = Block(0, 16, "Share this story", role=Role.FURNITURE, confidence=0.8)
    >>> document = Document("Share this story", (block,))
    >>> Furniture()(document).text, Furniture(threshold=0.9)(document).text
    ('', 'Share this story')
    """

    threshold: float = 0.0
    keep: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_options(self.threshold, self.keep)

    def __call__(self, document: Document) -> Document:
        return drop_roles(document, "furniture", ROLES.difference(self.keep), self.threshold)
