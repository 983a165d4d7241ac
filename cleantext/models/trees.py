"""Decision trees over named measures, added up quickly.

Every threshold of every tree is asked at once: for each measure, the bin that its value falls into tells by one number
which leaves it rules out, a bit a leaf. What stands after all measures have spoken is each tree's leaf (QuickScorer,
Lucchese et al., SIGIR 2015).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from operator import and_
from typing import Any

LEAVES = 32  # the most leaves of a tree
_LONG = 2000  # rows: of more than these not all values are kept at once
_MEMO = 2000  # values of a measure that are remembered
GRAINS = 1000  # to a logit: leaves are whole numbers of these, so that sums come out the same in any order

Node = Mapping[str, Any]
"""``{"ask": measure, "above": threshold, "mean": logits, "then": node, "else": node}``; a leaf is a number."""


class Trees:
    """A forest of small trees, whose leaves (logits) are summed.

    >>> trees = Trees([{"ask": "words", "above": 2.5, "mean": 0.1, "then": 1.0, "else": -0.5}], ["words"])
    >>> trees.sums([[1, 2, 3]], [False, True, True])
    [-0.5, 1.0]
    """

    def __init__(self, trees: Sequence[Node | float], measures: Sequence[str]) -> None:
        self.trees, self.measures = trees, measures
        rules: dict[str, dict[float, int]] = defaultdict(dict)
        planes: dict[int, int] = defaultdict(int)
        found = sorted(map(_Tree, trees), key=lambda tree: -max(tree.leaves))
        self._everything = everything = (1 << sum(len(tree.leaves) for tree in found)) - 1
        self._firsts = self._least = at = 0
        for tree in found:
            self._firsts |= 1 << at
            self._least += tree.least
            for measure, above, first, end in tree.rules:
                gone = ((1 << (end - first)) - 1) << (at + first)
                rules[measure][above] = rules[measure].get(above, everything) & (everything ^ gone)
            for leaf in tree.leaves:
                for digit in range(leaf.bit_length()):
                    planes[digit] |= (leaf >> digit & 1) << at
                at += 1
        self._planes = sorted(planes.items())
        self._edges = [sorted(rules[m]) for m in measures]
        self._standing = [
            list(_running(everything, [rules[m][e] for e in edges]))
            for m, edges in zip(measures, self._edges, strict=True)
        ]
        self._known = [_Known(*own) for own in zip(self._edges, self._standing, strict=True)]

    def sums(self, columns: Iterable[Sequence[float]], among: Sequence[bool]) -> list[float]:
        """The sums of leaves (logits), one for each row that is ``among`` those asked for.

        ``columns`` are the measures' values, in their order; one value where it is the same for all rows. They are
        taken one by one. Of each a long document keeps only the bins, and it is added up a part at a time.
        """
        many = among.count(True)
        if not many:
            return []
        always = self._everything
        asked: list[Iterator[int]] = []
        for column, edges, masks, known in zip(columns, self._edges, self._standing, self._known, strict=True):
            if len(column) == 1:
                always &= masks[bisect_left(edges, column[0])]
            elif edges and many > _LONG:
                bins = array("H", map(bisect_left, repeat(edges), compress(column, among)))
                asked.append(map(masks.__getitem__, bins))
            elif edges and isinstance(column[0], int):
                asked.append(map(known.__getitem__, compress(column, among)))
            elif edges:
                asked.append(map(masks.__getitem__, map(bisect_left, repeat(edges), compress(column, among))))
        out: list[float] = []
        for at in range(0, many, _LONG):
            rows = [always] * min(_LONG, many - at)
            for standing in asked:  # the rows end first, so that each mask is taken once
                rows = list(map(and_, rows, standing))
            out += map(self._added, rows)
        return out

    def _added(self, stands: int) -> float:
        """The sum of the leaves that stand, of each tree the lowest.

        What a leaf is more than the least of its tree is a binary number, and its digits are counted digit by digit:
        those of the widest trees stand first, so that few bits have the high ones.
        """
        low = stands & ~(stands - self._firsts)
        total = self._least
        for digit, leaves in self._planes:
            total += (low & leaves).bit_count() << digit
        return total / GRAINS

    def path(self, row: Sequence[float]) -> dict[str, float]:
        """How much each measure moved the sum (logits), from the mean of all texts that the trees learnt from."""
        values = dict(zip(self.measures, row, strict=True))
        moved: dict[str, float] = defaultdict(float)
        for node in self.trees:
            while isinstance(node, Mapping):
                after = node["then"] if values[node["ask"]] > node["above"] else node["else"]
                moved[node["ask"]] += _mean(after) - node["mean"]
                node = after
        return dict(moved)


class _Known(dict[float, int]):
    """What a measure rules out, by its value: whole numbers come again and again."""

    def __init__(self, edges: Sequence[float], masks: Sequence[int]) -> None:
        self._edges, self._masks = edges, masks

    def __missing__(self, value: float) -> int:
        if len(self) > _MEMO:
            self.clear()
        self[value] = mask = self._masks[bisect_left(self._edges, value)]
        return mask


class _Tree:
    """A tree's questions, its least leaf, and by how much each leaf is more: whole numbers of ``GRAINS``."""

    def __init__(self, tree: Node | float) -> None:
        leaves: list[float] = []
        self.rules = list(_ruled_out(tree, leaves))
        grains = [round(leaf * GRAINS) for leaf in leaves]
        self.least = min(grains)
        self.leaves = [leaf - self.least for leaf in grains]


def _ruled_out(node: Node | float, leaves: list[float]) -> Iterator[tuple[str, float, int, int]]:
    """For each question: its measure, its threshold, and the range of leaves that a value above it rules out."""
    if not isinstance(node, Mapping):
        leaves.append(node)
        if len(leaves) > LEAVES:
            raise ValueError(f"a tree has more than {LEAVES} leaves")
        return
    first = len(leaves)
    yield from _ruled_out(node["else"], leaves)
    yield node["ask"], float(node["above"]), first, len(leaves)
    yield from _ruled_out(node["then"], leaves)


def _running(whole: int, masks: Iterable[int]) -> Iterator[int]:
    yield whole
    for mask in masks:
        whole &= mask
        yield whole


def _mean(node: Node | float) -> float:
    return float(node["mean"]) if isinstance(node, Mapping) else float(node)
