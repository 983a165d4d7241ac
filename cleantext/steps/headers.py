"""Headlines and summaries go: the body says it again, and the facts hold them."""

from __future__ import annotations

from dataclasses import dataclass

from cleantext.document import Document, Role
from cleantext.steps._drop import check_options, drop_roles

ROLES = frozenset({Role.HEADLINE, Role.SUMMARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """Drop headlines and summaries that are at least ``threshold`` sure (0 to 1), but no role in ``keep``.

    >>> from cleantext.document import Block
    >>> block = Block(0, 16, "Ferry runs again", role=Role.HEADLINE, confidence=0.8)
    >>> document = Document("Ferry runs again", (block,))
    >>> Headers()(document).text, Headers(threshold=0.9)(document).text
    ('', 'Ferry runs again')
    """

    threshold: float = 0.0
    keep: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_options(self.threshold, self.keep)

    def __call__(self, document: Document) -> Document:
        return drop_roles(document, "headers", ROLES.difference(self.keep), self.threshold)
