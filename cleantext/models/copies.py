"""Pieces that stand there twice, as a page printed twice, two tools' outputs joined or a tool's slip leave them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_SHORTEST, _LONG = 20, 40  # characters of a piece that is looked at, and of one that counts
_BETWEEN = 0.5  # characters between it and its original for each of its own, at most
_TITLE = 150  # characters of a title, at most
_STOPS = frozenset(".!?…\"”»。！？")
_DENSE = 0.7  # of the characters between the first sentence of a copy and its last are said again, at least
_MOSTLY = 0.9  # of the characters of a piece's sentences that are said again, at least
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")

_Run = list[tuple[int, int]]


class _Bounds(NamedTuple):
    """How many make a copy, of how many characters; how far it is from one to the next at most, and in the original; in
    how many places before it each is looked for.
    """

    many: int
    long: int
    apart: int
    skipped: int
    places: int


_PIECES, _SENTENCES = _Bounds(4, 300, 4, 4, 1), _Bounds(8, 600, 6, 12, 8)


def second_copies(texts: Sequence[str]) -> dict[int, int]:
    """The pieces that say again, in the same order, what a longer stretch before them said, each with its original.

    Both may be cut into pieces at other sentences. Where much stands between them, either may be the article's own; but
    what stands before the title is not.

    >>> said = [f"The ferry number {n}" + " left the harbour of the island and came back." * 3 for n in range(4)]
    >>> second_copies([*said, "Sport", *said]), second_copies([*said, "Sport", *said[:2]])
    ({5: 0, 6: 1, 7: 2, 8: 3}, {})
    >>> lead = "The islanders were glad to see it, they said on Monday at the quay. " * 20
    >>> second_copies([*said, "The ferry is back", lead, *said])
    {0: 6, 1: 7, 2: 8, 3: 9}
    """
    if len(set(texts)) > len(texts) - _PIECES.many:
        return {}
    sentences = ((i, sentence) for i, text in enumerate(texts) for sentence in _SENTENCE.split(text))
    if copies := _copied([*enumerate(texts)], _PIECES) or _copied([*sentences], _SENTENCES):
        return copies | _short_within(texts, sorted(copies))
    return {first: i for run in _runs(texts, _PIECES) if _is_before_title(texts, run) for i, first in run}


def _runs(texts: Sequence[str], bounds: _Bounds) -> list[_Run]:
    """What stands there twice, each with where it stands first, in runs that keep the order of that."""
    runs: list[_Run] = []
    places: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        if len(text) < _SHORTEST:
            continue
        before = places.setdefault(text, [])
        last, first = runs[-1][-1] if runs else (0, 0)
        begun = runs[-1][0][0] if runs and i - last <= bounds.apart else 0
        then = [at for at in before if 0 < at - first <= bounds.skipped and at < begun]
        if then:
            runs[-1].append((i, then[0]))
        elif before:
            runs.append([(i, before[0])])
        if len(before) < bounds.places:
            before.append(i)
    return runs


def _copied(said: Sequence[tuple[int, str]], bounds: _Bounds) -> dict[int, int]:
    """The pieces of which nearly all that is said stands in a long run, each with the piece that says it first."""
    texts = [text for _, text in said]
    before = [0, *accumulate(map(len, texts))]
    copies, covered, sizes = dict[int, int](), Counter[int](), Counter[int]()
    for i, text in said:
        sizes[i] += len(text) if len(text) >= _SHORTEST else 0
    for run in _runs(texts, bounds):
        whole = sum(len(texts[i]) for i, _ in run)
        own = [len(text) for text in {texts[i] for i, _ in run}]  # a notice said over and over is no article
        is_dense = whole >= _DENSE * (before[run[-1][0] + 1] - before[run[0][0]])
        if is_dense and _is_long(own, before[run[0][0]] - before[run[-1][1] + 1], bounds):
            for i, first in run:
                copies.setdefault(said[i][0], said[first][0])
                covered[said[i][0]] += len(texts[i])
    return {i: first for i, first in copies.items() if first < i and covered[i] >= _MOSTLY * sizes[i]}


def _short_within(texts: Sequence[str], copies: Sequence[int]) -> dict[int, int]:
    """The short pieces near two copies that stand there twice too: headings, what parts a text."""
    first: dict[str, int] = {}
    for i, text in enumerate(texts):
        if len(text) < _SHORTEST:
            first.setdefault(text, i)
    near = (i for a, b in pairwise(copies) if b - a <= _PIECES.apart for i in range(a + 1, b))
    return {i: first[texts[i]] for i in near if first.get(texts[i], i) < i}


def _is_before_title(texts: Sequence[str], run: _Run) -> bool:
    """Whether a long run says again what the text begins with, in mid-article, and a title follows that beginning."""
    first, last, title = run[0][1], run[-1][1], texts[run[-1][1] + 1]
    opens = first == 0 and texts[0][-1] in _STOPS and title[-1] not in _STOPS and len(title) <= _TITLE
    return opens and run[0][0] > last + 1 and _is_long([len(texts[i]) for i, _ in run], 0, _PIECES)


def _is_long(sizes: Sequence[int], between: int, bounds: _Bounds) -> bool:
    """Whether a run is long, by the characters of its pieces and of what stands between it and what it says again."""
    return sum(size >= _LONG for size in sizes) >= bounds.many and sum(sizes) >= max(bounds.long, between / _BETWEEN)
