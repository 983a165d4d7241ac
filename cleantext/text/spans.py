"""Places in a text: pairs of offsets, and what takes the place of one."""

from __future__ import annotations

Span = tuple[int, int]
"""Where something begins, and where it ends: ``text[start:end]``."""
Replacement = tuple[int, int, str]
"""A span, and what stands there instead; several are sorted and disjoint."""
