"""Bylines go: who wrote it is a fact, not a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from cleantext.document import Document, Role
from cleantext.steps._drop import check_options, drop_roles

ROLES = frozenset({Role.BYLINE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bylines:
    """Drop bylines that are at least ``threshold`` sure (0 to 1), but no role in ``keep``.

    >>> from cleantext.document import Block
    >>> block = Block(0, 11, "By Ida Holm", role=Role.BYLINE, confidence=0.8)
    >>> document = Document("By Ida Holm", (block,))
    >>> Bylines()(document).text, Bylines(threshold=0.9)(document).text
    ('', 'By Ida Holm')
    """

    threshold: float = 0.0
    keep: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_options(self.threshold, self.keep)

    def __call__(self, document: Document) -> Document:
        return drop_roles(document, "bylines", ROLES.difference(self.keep), self.threshold)
