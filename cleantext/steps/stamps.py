"""Time stamps and source lines go: when and from whom are facts, not paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from cleantext.document import Document, Role
from cleantext.steps._drop import check_options, drop_roles

ROLES = frozenset({Role.STAMP, Role.SOURCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """Drop time stamps and source lines that are at least ``threshold`` sure (0 to 1), but no role in ``keep``.

    >>> from cleantext.document import Block
    >>> block = Block(0, 16, "Published: 10:09", role=Role.STAMP, confidence=0.8)
    >>> document = Document("Published: 10:09", (block,))
    >>> Stamps()(document).text, Stamps(threshold=0.9)(document).text
    ('', 'Published: 10:09')
    """

    threshold: float = 0.0
    keep: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_options(self.threshold, self.keep)

    def __call__(self, document: Document) -> Document:
        return drop_roles(document, "stamps", ROLES.difference(self.keep), self.threshold)
