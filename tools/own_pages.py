"""The pages of our own (``corpus_samples/pages``), which ``tests/pages.py`` reads and flattens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from cleantext.document import Role
from tools.flatnews import Gap, Record

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from pages import FORMS, KINDS, TAUGHT, TEST, Figures, Flat, Page, block_text, figures, flat, of_group, pages

__all__ = [
    "FORMS", "KINDS", "TAUGHT", "TEST", "Figures", "Flat", "Page", "block_text", "figures", "flat", "of_group", "pages",
]

SEAMS_WEIGHT = 0.4  # of a gap in them against one of dev
_BODY = frozenset((Role.BODY, Role.SUBHEAD))
_LIGHT = 0.35  # of a gap between two blocks that are no body


def taught() -> list[Page]:
    """The pages that models learn from."""
    return [page for page in pages() if page.set in TAUGHT]


def record_of(page: Page) -> Record:
    """A page as a record of flatnews, by a publisher of its own."""
    return {"id": f"own/{page.name}", "publisher": f"own/{page.name}", "lang": page.language}


def known_gaps(page: Page, found: Flat) -> dict[int, Gap]:
    """What stood on a page at every gap of its flat text, by the offset of the character after the gap."""
    texts = {block: _Blanks(block_text(page, block)) for block in range(len(page.roles))}
    gaps: dict[int, Gap] = {}
    before: int | None = None
    for at, block in enumerate(found.blocks):
        if found.text[at].isspace():
            continue
        is_blank = block is not None and texts[block].before_next()
        if at and before is not None and block is not None:
            is_body = page.roles[before] in _BODY or page.roles[block] in _BODY
            is_edge = before != block
            gaps[at] = Gap(is_edge, is_edge or is_blank, 1.0 if is_body else _LIGHT)
        before = block
    return gaps


class _Blanks:
    """The characters of a block's text in turn: whether a blank stands before each."""

    def __init__(self, text: str) -> None:
        self._left = self._of(text)

    def before_next(self) -> bool:
        return next(self._left, False)

    @staticmethod
    def _of(text: str) -> Iterator[bool]:
        is_blank = False
        for c in text:
            if not c.isspace():
                yield is_blank
            is_blank = c.isspace()
