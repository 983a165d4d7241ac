"""Numbered features with names that a reader understands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import TypeVar

Weight = TypeVar("Weight", int, float)


class Space:
    """Gives each feature a number, so that a score is a sum over a list.

    >>> space = Space()
    >>> base = space.table("words", ["1", "2+"])
    >>> space.names[base + 1]
    'words: 2+'
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self._tables: dict[str, tuple[int, int]] = {}

    def table(self, name: str, *axes: Sequence[str]) -> int:
        """Reserve one feature for each combination of the axes' values; returns the first one's number.

        The last axis runs fastest.
        """
        base = len(self.names)
        self.names += [f"{name}: {', '.join(values)}" for values in product(*axes)] if axes else [name]
        self._tables[name] = base, len(self.names)
        return base

    def split(self, weights: Sequence[Weight]) -> dict[str, Sequence[Weight]]:
        """Weights by number, parted into the tables."""
        return {name: weights[a:b] for name, (a, b) in self._tables.items()}

    def weights(self, named: Iterable[tuple[str, float]]) -> list[float]:
        """A list of weights by number, from weights by name; names that are not here are left out."""
        number = {name: i for i, name in enumerate(self.names)}
        out = [0.0] * len(self.names)
        for name, weight in named:
            if name in number:
                out[number[name]] = weight
        return out


def spans(edges: Sequence[float], unit: str = "") -> list[str]:
    """Labels of the bins that ``bisect_right`` over these edges gives.

    >>> spans([1, 5], " words")
    ['under 1 words', '1 to 5 words', '5 words or more']
    """
    inner = [f"{a:g} to {b:g}{unit}" for a, b in pairwise(edges)]
    return [f"under {edges[0]:g}{unit}", *inner, f"{edges[-1]:g}{unit} or more"]


def counts(edges: Sequence[int], unit: str = "") -> list[str]:
    """Labels of the bins that ``bisect_right`` over these edges gives for whole numbers.

    >>> counts([1, 2, 5], " words")
    ['0 words', '1 words', '2 to 4 words', '5 words or more']
    """
    starts = [0, *edges]
    inner = [f"{a}{unit}" if b - a == 1 else f"{a} to {b - 1}{unit}" for a, b in zip(starts, edges, strict=False)]
    return [*inner, f"{edges[-1]}{unit} or more"]
