"""Where the buttons of share bars stand in running text: names of several networks in a row, and others among them;
behind a time stamp also one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cleantext.text.characters import LOWER, UPPER
from cleantext.text.datelines import datelines_in
from cleantext.text.lists import phrases
from cleantext.text.spans import Span

_BUTTONS, _NETWORKS = 3, 2  # in a row, at least; how many of them are different networks
_SEPARATORS = re.compile(r"[ |·•/]{0,3}")
_BEGINNING = frozenset("\"“„«‘'")
_DATELINE = 90  # characters of a dateline and of what follows
_WORD = re.compile(rf"(?:[AI] |[{UPPER}])[{LOWER}]")
_ICON = 5  # letters of a network's name, at least, that is written small
_NUMBER = r"\d{1,4}"
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
    >>> list(share_buttons_in("By Ada Quillfacebooktwitterwhatsapp"))
    [(12, 35)]
    """
    yield from _icons_in(text)
    row: list[Span] = []
    for found in _names().finditer(text):
        if row and not _SEPARATORS.fullmatch(text, row[-1][1], found.start()):
            yield from row if _are_buttons(text, row) else ()
            row = []
        row.append(found.span())
    yield from row if _are_buttons(text, row) else ()


def _icons_in(text: str) -> Iterator[Span]:
    """Where names that are written small are glued to each other; each name is searched for, which is cheap."""
    starts, small, done = list[int](), _small(), 0
    for name in _icons():
        at = text.find(name)
        while at >= 0:
            starts.append(at)
            at = text.find(name, at + 1)
    for start in sorted(starts):
        if start >= done and (found := small.match(text, start)):
            done = found.end()
            yield found.span()


def buttons_behind(text: str, ends: Iterable[int], language: str = "") -> Iterator[Span]:
    """Where buttons, counts of comments and reading times stand behind time stamps that end at ``ends``, row by row.

    Nothing else stands up to a capital or a quotation. In flatnews' flat forms, its pages and silver's an edge stands
    behind 79 of 89 such rows, and more buttons behind eight of the others.

    >>> text = "10:05Share The ferry 10:07 Bookmark3 min read“It is back 10:09 Share prices"
    >>> [text[a:b] for a, b in buttons_behind(text, (5, 26, 62), "en")]
    ['Share', 'Bookmark3 min read']
    """
    buttons = _buttons(language)
    for end in ends:
        row: list[Span] = []
        at = end
        while (gap := _SEPARATORS.match(text, at)) and (found := buttons.match(text, gap.end())):
            row.append(found.span())
            at = found.end()
        if row and _begins(text, at):
            yield row[0][0], at


def _begins(text: str, at: int) -> bool:
    """Whether a capital or a quotation begins behind a button; glued to capitals, another word or a dateline does."""
    then = text[at : at + 3].lstrip(" \xa0")[:1]
    if not then or not (then.isupper() or then in _BEGINNING):
        return False
    if not (text[at - 1].isupper() and text[at].isupper()):
        return True
    dateline = next(datelines_in(text[at : at + _DATELINE]), None)
    return _WORD.match(text, at) is not None or (dateline is not None and not dateline[0])


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
def _buttons(language: str) -> re.Pattern[str]:
    """The names, other buttons, labels of advertisements and what is counted, of a language and of English."""
    kinds = "networks", "shares", "buttons", "ad_labels"
    forms = {re.escape(name) for kind in kinds for name in phrases("furniture", kind, language)}
    counted = phrases("furniture", "counted", language)
    forms.update(rf"{_NUMBER} ?{re.escape(phrase.removeprefix('# '))}" for phrase in counted)
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(longest_first)})(?![{LOWER}])")


def is_button(word: str, language: str) -> bool:
    """Whether a word is a button's, as it is written: "Share"."""
    return _buttons(language).fullmatch(word) is not None


@cache
def _small() -> re.Pattern[str]:
    """Three networks or more that are written small, glued to each other: icons' names."""
    return re.compile(rf"(?:{'|'.join(_icons())}){{{_BUTTONS},}}(?![{LOWER}])")


@cache
def _icons() -> tuple[str, ...]:
    icons = {name.lower() for name in _networks() if name.isalpha() and len(name) >= _ICON}
    return tuple(sorted(icons, key=lambda name: (-len(name), name)))


@cache
def _names() -> re.Pattern[str]:
    """The names of networks and of what else stands among them, in all languages, as they are written."""
    names = sorted({*_networks(), *phrases("furniture", "shares")}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?![a-zß-ÿ])")
