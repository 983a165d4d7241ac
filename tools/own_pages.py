"""The pages of our own (``corpus_samples/pages``), which ``tests/pages.py`` reads and flattens."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from pages import FORMS, TAUGHT, Figures, Flat, Page, block_text, figures, flat, of_group, pages

__all__ = ["FORMS", "TAUGHT", "Figures", "Flat", "Page", "block_text", "figures", "flat", "of_group", "pages"]
