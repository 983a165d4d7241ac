"""Captions and credits go: they belong to pictures that are not there."""

from __future__ import annotations

from dataclasses import dataclass

from cleantext.document import Document, Role
from cleantext.steps._drop import check_options, drop_roles

ROLES = frozenset({Role.CAPTION, Role.CREDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Captions:
    """Drop captions and credits that are at least ``threshold`` sure (0 to 1), but no role in ``keep``.

    >>> from cleantext.document import Block
    >>> block = Block(0, 15, "Photo: Ida Holm", role=Role.CREDIT, confidence=0.8)
    >>> document = Document("Photo: Ida Holm", (block,))
    >>> Captions()(document).text, Captions(threshold=0.9)(document).text
    ('', 'Photo: Ida Holm')
    """

    threshold: float = 0.0
    keep: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_options(self.threshold, self.keep)

    def __call__(self, document: Document) -> Document:
        return drop_roles(document, "captions", ROLES.difference(self.keep), self.threshold)
