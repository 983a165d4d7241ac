"""Where the buttons of share bars stand in running text: names of several networks in a row, and others among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cleantext.text.lists import phrases
from cleantext.text.spans import Span

_BUTTONS, _NETWORKS = 3, 2  # in a row, at least; how many of them are different networks
_SEPARATORS = re.compile(r"[ |·•/]{0,3}")
_JOINED = frozenset("@#./-_&’'")  # what joins a name to the word or address that it is a part of


def share_buttons_in(text: str) -> Iterator[Span]:
    """Where the buttons of share bars stand: three or more in a row, with nothing between but blanks, bars and dots.

    In flatnews' flat forms and pages a block's edge stands behind 132 of 141 such rows that its markup knows, and the
    row goes on behind the others.

    >>> text = "Ferry backCopy LinkEmailXRedditPinterestThe ferry is on Facebook, X and TikTok."
    >>> [text[a:b] for a, b in share_buttons_in(text)]
    ['Copy Link', 'Email', 'X', 'Reddit', 'Pinterest']
    >>> list(share_buttons_in("It was shared on Facebook X and Reddit.")), list(share_buttons_in("Facebook X"))
    ([], [])
    """
    row: list[Span] = []
    for found in _names().finditer(text):
        if row and not _SEPARATORS.fullmatch(text, row[-1][1], found.start()):
            yield from row if _are_buttons(text, row) else ()
            row = []
        row.append(found.span())
    yield from row if _are_buttons(text, row) else ()


def _are_buttons(text: str, row: Sequence[Span]) -> bool:
    """Whether names in a row are buttons, and no part of a sentence or of an address."""
    if len(row) < _BUTTONS or len(_networks().intersection(text[a:b] for a, b in row)) < _NETWORKS:
        return False
    start, end = row[0][0], row[-1][1]
    before, then = text[start - 1 : start], text[end : end + 2]
    return not (before in _JOINED or then[:1] in _JOINED or then[:1] == "," or then.lstrip(" ")[:1].islower())


@cache
def _networks() -> frozenset[str]:
    return frozenset(phrases("furniture", "networks"))


@cache
def _names() -> re.Pattern[str]:
    """The names of networks and of what else stands among them, in all languages, as they are written."""
    names = sorted({*_networks(), *phrases("furniture", "shares")}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?![a-zß-ÿ])")
