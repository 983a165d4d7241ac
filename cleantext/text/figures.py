"""Figures and what belongs to them without a blank: the symbol of a unit, the letter of a section."""

from __future__ import annotations

import re
from functools import cache

from cleantext.text.characters import LOWER
from cleantext.text.lexicon import Lexicon, band_of, ends_of, share_of, starts_of
from cleantext.text.lists import words_in

_UNIT = 5  # letters of a unit's symbol, at most
_LETTERS = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(rf" ([{LOWER}]{{2,}})|[,;!?)]|\.(?:$|\n| [{LOWER}])")  # what follows a figure's own letter
_STARTING = 4  # how often a capitalised word begins sentences, as a class: from here on it may begin the next
_GRAMMAR, _SMALL = 11, 4  # how common, at least, and how often written small what follows no article is, as classes


def in_unit(token: str, i: int) -> bool:
    """Whether a place lies between a figure and the symbol of its unit, or within the symbol.

    Of 90 such gaps in flatnews' pages, all glued, none parted blocks.

    >>> in_unit("120Hz", 3), in_unit("6,000mAh", 6), in_unit("2021Hz-Group", 4), in_unit("2021He", 4)
    (True, True, True, False)
    """
    if token.isalpha():
        return False
    begin = i
    while begin > 0 and i - begin < _UNIT and token[begin - 1].isalpha():
        begin -= 1
    symbol = _LETTERS.match(token, begin)
    return symbol is not None and token[begin - 1 : begin].isdigit() and symbol[0] in _units()


@cache
def _units() -> frozenset[str]:
    return words_in("unit_symbols.txt")


def in_numbered(text: str, at: int, words: Lexicon) -> bool:
    """Whether a gap lies between a figure and one capital that belongs to it: "section 199A of", "a 5G phone".

    A mark or a small word follows; where the letter is a word that begins sentences ("A", "I"), one that begins none
    behind it. Of 151 such gaps in flatnews' pages, all glued, one parted blocks.

    >>> from cleantext.text.lexicon import lexicon
    >>> texts = "under 199|A of the act", "in 2023|A ferry sank", "by 5|G phones", "in 2023|I was there", "flat 9|B, in"
    >>> [in_numbered(text.replace("|", ""), text.index("|"), lexicon("en")) for text in texts]
    [True, False, True, False, True]
    """
    if not text[at - 1].isdigit() or not text[at].isupper():
        return False
    then = _BEHIND.match(text, at + 1)
    if then is None or not then[1]:
        return then is not None
    value = words.get(text[at].lower(), -1)
    if value >= 0 and starts_of(value) < _STARTING:
        return True
    value = words.get(then[1], -1) if text[at] == "A" else -1
    return band_of(value) >= _GRAMMAR and share_of(value) == _SMALL and not ends_of(value)
