"""Where the article has ended: what is kept far behind it, in a text that is mostly something else, is no body."""

from __future__ import annotations

from collections.abc import Sequence

_GAP = 8  # pieces in a row that are no body, after which little more can be
_REST = 0.12  # share of the body that may stand behind such a gap and not be
_BODY = 0.5  # share of body from which on nothing is cut off: articles are interrupted, pages end


def end_of_article(fates: Sequence[bool], sizes: Sequence[int]) -> int:
    """The piece from which on nothing is body, or the number of pieces. ``fates`` tells what is to be kept.

    In flatnews' whole pages none of 51 pieces that were kept so far behind the longest run of body was body.

    >>> end_of_article([True, *[False] * 8, True], [400, *[60] * 8, 40]), end_of_article([True, False, True], [9] * 3)
    (1, 3)
    """
    kept = [size if fate else 0 for size, fate in zip(sizes, fates, strict=True)]
    whole = sum(kept)
    end = len(kept)
    if whole > _BODY * sum(sizes):
        return end
    behind = gap = 0
    for i in range(len(kept) - 1, -1, -1):
        if not fates[i]:
            gap += 1
            continue
        if behind and gap >= _GAP:
            end = i + 1
        behind += kept[i]
        gap = 0
        if behind > _REST * whole:
            break
    return end
