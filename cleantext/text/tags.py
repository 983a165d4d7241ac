"""The names of HTML's tags, by whether they part blocks, and which places no script holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeVar

from cleantext.text.code import code_in

BLOCKS = frozenset(
    "p br hr div li ul ol h1 h2 h3 h4 h5 h6 tr td th table tbody section article header footer figure figcaption "
    "blockquote aside main nav".split()
)
INLINES = frozenset("a b i u em strong span small sup sub font cite q time mark img abbr center label".split())
_Spot = TypeVar("_Spot")


def outside_code(text: str, spots: Iterable[_Spot], start_of: Callable[[_Spot], int]) -> list[_Spot]:
    """Those of some places in a text that do not begin within code.

    >>> text = "<b>It</b> if (a && b) { w('<b>'); }"
    >>> outside_code(text, [0, 5, 28], int)
    [0, 5]
    """
    code = sorted(chain(*code_in(text))) if "{" in text else []
    starts = [start for start, _ in code]
    at = ((spot, start_of(spot), bisect_right(starts, start_of(spot)) - 1) for spot in spots)
    return [spot for spot, start, k in at if k < 0 or start >= code[k][1]]
