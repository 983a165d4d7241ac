"""Pieces that stand there twice, as a page printed twice, two tools' outputs joined or a tool's slip leave them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

_SHORTEST, _LONG = 20, 40  # characters of a piece that is looked at, and of one that counts
_PIECES, _CHARACTERS = 4, 300  # of a copy, at least
_BETWEEN = 0.5  # characters between it and its original for each of its own, at most
_TITLE = 150  # characters of a title, at most
_STOPS = frozenset(".!?…\"”»。！？")
_APART = 4  # pieces that may be skipped between two of a copy


def second_copies(texts: Sequence[str]) -> dict[int, int]:
    """The pieces that say again, in the same order, what a longer stretch before them said, each with its original.

    Where much stands between both, either may be the article's own; but what stands before the title is not.

    >>> said = [f"The ferry number {n}" + " left the harbour of the island and came back." * 3 for n in range(4)]
    >>> second_copies([*said, "Sport", *said]), second_copies([*said, "Sport", *said[:2]])
    ({5: 0, 6: 1, 7: 2, 8: 3}, {})
    >>> lead = "The islanders were glad to see it, they said on Monday at the quay. " * 20
    >>> second_copies([*said, "The ferry is back", lead, *said])
    {0: 6, 1: 7, 2: 8, 3: 9}
    """
    first: dict[str, int] = {}
    again = [first.setdefault(text, i) for i, text in enumerate(texts)]
    if len(first) > len(texts) - _PIECES:
        return {}
    runs: list[list[int]] = []
    for i, text in enumerate(texts):
        if again[i] < i and len(text) >= _SHORTEST:
            last = runs[-1][-1] if runs else 0
            if runs and 0 < again[i] - again[last] <= _APART and i - last <= _APART:
                runs[-1].append(i)
            else:
                runs.append([i])
    before = [0, *accumulate(map(len, texts))]
    long = [run for run in runs if _is_long([len(texts[i]) for i in run], before[run[0]] - before[again[run[-1]] + 1])]
    whole = (range(run[0], run[-1] + 1) for run in long)
    copies = {i: again[i] for run in whole for i in run if again[i] < i}
    if copies or not runs:
        return copies
    return {again[i]: i for run in runs if _is_before_title(texts, run, again) for i in run}


def _is_before_title(texts: Sequence[str], run: Sequence[int], again: Sequence[int]) -> bool:
    """Whether a long run says again what the text begins with, in mid-article, and a title follows that beginning."""
    first, title = again[run[0]], texts[again[run[-1]] + 1]
    opens = first == 0 and texts[0][-1] in _STOPS and title[-1] not in _STOPS and len(title) <= _TITLE
    return opens and run[0] > again[run[-1]] + 1 and _is_long([len(texts[i]) for i in run], 0)


def _is_long(sizes: Sequence[int], between: int) -> bool:
    """Whether a run is long, by the characters of its pieces and of what stands between it and what it says again."""
    return sum(size >= _LONG for size in sizes) >= _PIECES and sum(sizes) >= max(_CHARACTERS, between / _BETWEEN)
