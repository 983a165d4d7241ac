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


Rule = tuple[str, float, int, int]
"""A question's measure, its threshold, and the range of leaves that a value above it rules out."""


class Forests:
    """Forests of small trees over the same measures, asked together: of each the leaves (logits) are summed.

    >>> tree = {"ask": "words", "above": 2.5, "mean": 0.1, "then": 1.0, "else": -0.5}
    >>> forests = Forests([[tree], [0.25, tree]], ["words"])
    >>> list(forests.sums_of_each([[1, 2, 3]], [False, True, True]))
    [(-0.5, -0.25), (1.0, 1.25)]

    Raises ``ValueError`` for a tree that asks for what is no measure, and for one of too many leaves.
    """

    def __init__(self, forests: Sequence[Sequence[Node | float]], measures: Sequence[str]) -> None:
        self.forests, self.measures = forests, measures
        rules: dict[str, dict[float, int]] = defaultdict(dict)
        owned = ((k, _Tree(tree)) for k, forest in enumerate(forests) for tree in forest)
        found = sorted(owned, key=lambda own: -max(own[1].leaves))
        leaves: list[list[int]] = [[] for _ in forests]
        least = [0] * len(forests)
        self._everything = everything = (1 << sum(len(tree.leaves) for _, tree in found)) - 1
        self._firsts = at = 0
        for k, tree in found:
            self._firsts |= 1 << at
            least[k] += tree.least
            for measure, above, first, end in tree.rules:
                gone = ((1 << (end - first)) - 1) << (at + first)
                rules[measure][above] = rules[measure].get(above, everything) & (everything ^ gone)
            for j, listed in enumerate(leaves):
                listed += tree.leaves if j == k else [0] * len(tree.leaves)
            at += len(tree.leaves)
        if unknown := rules.keys() - set(measures):
            raise ValueError(f"a tree asks for what is not measured: {min(unknown)}")
        self._counted = list(zip(least, map(_digits, leaves), strict=True))
        self._edges = [sorted(rules[m]) for m in measures]
        self._standing = [
            list(_running(everything, [rules[m][e] for e in edges]))
            for m, edges in zip(measures, self._edges, strict=True)
        ]
        self._known = [_Known(*own) for own in zip(self._edges, self._standing, strict=True)]

    def sums_of_each(self, columns: Iterable[Sequence[float]], among: Sequence[bool]) -> Iterator[tuple[float, ...]]:
        """The sums of each forest's leaves (logits), for each row that is ``among`` those asked for.

        ``columns`` are the measures' values, in their order; one value where it is the same for all rows. They are
        taken one by one. Of each a long document keeps only the bins, and it is added up a part at a time.
        """
        for lowest in self._lowest(columns, among):
            yield tuple([_added(lowest, *own) for own in self._counted])

    def _lowest(self, columns: Iterable[Sequence[float]], among: Sequence[bool]) -> Iterator[int]:
        """For each row the leaves that stand, of each tree the lowest."""
        many = among.count(True)
        if not many:
            return
        always, firsts = self._everything, self._firsts
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
        for at in range(0, many, _LONG):
            rows = [always] * min(_LONG, many - at)
            for standing in asked:  # the rows end first, so that each mask is taken once
                rows = list(map(and_, rows, standing))
            for stands in rows:
                yield stands & ~(stands - firsts)

    def paths(self, row: Sequence[float]) -> list[dict[str, float]]:
        """How much each measure moved each sum (logits), from the mean of all texts that the trees learnt from."""
        values = dict(zip(self.measures, row, strict=True))
        return [_path(forest, values) for forest in self.forests]


class Trees(Forests):
    """One forest.

    >>> trees = Trees([{"ask": "words", "above": 2.5, "mean": 0.1, "then": 1.0, "else": -0.5}], ["words"])
    >>> trees.sums([[1, 2, 3]], [False, True, True])
    [-0.5, 1.0]
    """

    def __init__(self, trees: Sequence[Node | float], measures: Sequence[str]) -> None:
        super().__init__([trees], measures)
        (self._own,) = self._counted

    def sums(self, columns: Iterable[Sequence[float]], among: Sequence[bool]) -> list[float]:
        """The sums of leaves (logits), as in ``sums_of_each``."""
        least, planes = self._own
        return [_added(lowest, least, planes) for lowest in self._lowest(columns, among)]

    def path(self, row: Sequence[float]) -> dict[str, float]:
        """How much each measure moved the sum (logits), as in ``paths``."""
        return self.paths(row)[0]


def _added(lowest: int, least: int, planes: Sequence[tuple[int, int]]) -> float:
    """The sum of the leaves that stand.

    What a leaf is more than the least of its tree is a binary number, and its digits are counted digit by digit:
    those of the widest trees stand first, so that few bits have the high ones.
    """
    total = least
    for digit, leaves in planes:
        total += (lowest & leaves).bit_count() << digit
    return total / GRAINS


def _path(forest: Sequence[Node | float], values: Mapping[str, float]) -> dict[str, float]:
    moved: dict[str, float] = defaultdict(float)
    for node in forest:
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
        self.rules: list[Rule] = []
        _rule_out(tree, leaves, self.rules)
        grains = [round(leaf * GRAINS) for leaf in leaves]
        self.least = min(grains)
        self.leaves = [leaf - self.least for leaf in grains]


def _rule_out(node: Node | float, leaves: list[float], rules: list[Rule]) -> None:
    """Put down the leaves of a tree from below, and its rules."""
    if isinstance(node, float | int):
        leaves.append(node)
        if len(leaves) > LEAVES:
            raise ValueError(f"a tree has more than {LEAVES} leaves")
        return
    first = len(leaves)
    _rule_out(node["else"], leaves, rules)
    rules.append((node["ask"], float(node["above"]), first, len(leaves)))
    _rule_out(node["then"], leaves, rules)


def _digits(leaves: Sequence[int]) -> list[tuple[int, int]]:
    """For each binary digit of numbers which of them have it, a bit a number."""
    width = max(leaves, default=0).bit_length()
    spelled = "".join([f"{leaf:0{width}b}" for leaf in reversed(leaves)])
    return [(digit, int(spelled[width - 1 - digit :: width], 2)) for digit in range(width)]


def _running(whole: int, masks: Iterable[int]) -> Iterator[int]:
    yield whole
    for mask in masks:
        whole &= mask
        yield whole


def _mean(node: Node | float) -> float:
    return float(node["mean"]) if isinstance(node, Mapping) else float(node)
