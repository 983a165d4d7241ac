"""Places in a text: pairs of offsets, and what takes the place of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

Span = tuple[int, int]
"""Where something begins, and where it ends: ``text[start:end]``."""
Replacement = tuple[int, int, str]
"""A span, and what stands there instead; several are sorted and disjoint."""
_Spot = TypeVar("_Spot", bound=tuple[Any, ...])


def disjoint(spots: Iterable[_Spot]) -> Iterator[_Spot]:
    """Those of some sorted places, each with its beginning and end, that begin within none before them.

    >>> [*disjoint([(0, 3), (1, 9), (3, 4)])]
    [(0, 3), (3, 4)]
    """
    last = 0
    for spot in spots:
        if spot[0] >= last:
            yield spot
            last = spot[1]
