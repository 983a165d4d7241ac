"""Pieces of a second copy of an article, as a page printed twice or two tools' outputs joined leave it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

_SHORTEST, _LONG = 20, 40  # characters of a piece that is looked at, and of one that counts
_PIECES, _CHARACTERS = 4, 300  # of a copy, at least
_BETWEEN = 0.5  # characters between it and its original for each of its own, at most
_APART = 4  # pieces that may be skipped between two of a copy


def second_copies(texts: Sequence[str]) -> dict[int, int]:
    """The pieces that say again, in the same order, what a longer stretch before them said, each with its original.

    >>> said = [f"The ferry number {n} " + "left the harbour of the island and came back. " * 3 for n in range(4)]
    >>> second_copies([*said, "Sport", *said]), second_copies([*said, "Sport", *said[:2]])
    ({5: 0, 6: 1, 7: 2, 8: 3}, {})
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
    return {i: again[i] for run in whole for i in run if again[i] < i}


def _is_long(sizes: Sequence[int], between: int) -> bool:
    """Whether a run is long, by the characters of its pieces and of what stands between it and what it says again.

    Where much does, either may be the article's own.
    """
    return sum(size >= _LONG for size in sizes) >= _PIECES and sum(sizes) >= max(_CHARACTERS, between / _BETWEEN)
