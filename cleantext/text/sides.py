"""The two sides of a gap: the word on each, the marks between it and the gap, and how both are written."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cleantext.text.characters import LOWER, STOPS, UPPER, WIDE_STOPS
from cleantext.text.lists import words_by_key

TRAILING = ".,;:!?…)]”“\"’'»«%–—-"
REACH = 40  # characters of a side that are looked at
_ABBREVIATION = 12  # characters that tell whether a stop is one's
_MEMO = 1000  # runs of marks remembered
LOW_QUOTES = ",,"
"""Typed for „."""
_LEFT = re.compile(rf"([{UPPER}]*[{LOWER}]+|[{UPPER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?([^\w]*)$")
_RIGHT = re.compile(
    rf"([^\w]*)([{UPPER}][{LOWER}]+|[{UPPER}]{{2,}}(?![{LOWER}])|[{UPPER}]|[{LOWER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?"
)


class Side(NamedTuple):
    """One side of a gap: its word, and the marks between the word and the gap."""

    word: str
    marks: str


def left_side(text: str) -> Side:
    """The side that a text ends in.

    >>> left_side("the attack.'")
    Side(word='attack', marks=".'")
    """
    stem = text.rstrip(TRAILING)
    if stem.isalpha() and (stem.islower() or stem[1:].islower()):
        return Side(stem, text[len(stem) :])
    m = _LEFT.search(text[-REACH:])
    return Side(m.group(1) or "", m.group(2)) if m else Side("", "")


def right_side(text: str) -> Side:
    """The side that a text begins with.

    >>> right_side("“He made clear")
    Side(word='He', marks='“')
    """
    if text.isalpha() and (text.islower() or text[1:].islower()):
        return Side(text, "")
    m = _RIGHT.match(text[:REACH])
    return Side(m.group(2) or "", m.group(1)) if m else Side("", "")


@cache
def abbreviations() -> frozenset[str]:
    return frozenset[str]().union(*words_by_key("abbreviations.txt").values())


def is_abbreviated(side: Side) -> bool:
    """Whether a side's full stop belongs to its last word: an initial, ``Mr.``, ``the U.S.``

    >>> is_abbreviated(left_side("the U.S.")), is_abbreviated(left_side("the sea."))
    (True, False)
    """
    word = side.word
    return side.marks == "." and ((len(word) == 1 and word.isalpha()) or word.lower() in abbreviations())


def abbreviates(text: str, end: int) -> bool:
    """Whether the stop that ends a text at a place belongs to its last word, and ends no sentence.

    >>> abbreviates("Here is how to help them Jan. 30", 29), abbreviates("It left the pier. Nobody", 17)
    (True, False)
    """
    return is_abbreviated(left_side(text[max(0, end - _ABBREVIATION) : end]))


@lru_cache(maxsize=_MEMO)
def end_class(marks: str) -> str:
    """What kind of marks a side ends in: ``0`` for none, ``stop``, ``stop'`` with a quote after it, and so on."""
    if not marks:
        return "0"
    last = marks[-1]
    if last == "…" or marks.endswith("..."):
        return "dots"
    if any(c in STOPS or c in WIDE_STOPS for c in marks):
        if len(marks) == 1:
            return "stop" if last in STOPS else "wide"
        return "stop)" if last in ")]" else "stop'"
    if last in ")]":
        return ")"
    if last in "”\"’'»›“‘«":
        return "'," if "," in marks else "'"
    return last if last in ",;:%-–—|·" else "sym"


@lru_cache(maxsize=_MEMO)
def start_class(marks: str) -> str:
    """What kind of mark a side begins with."""
    if not marks:
        return "0"
    first = marks[0]
    if first in "“„‘‚«‹" or marks.startswith(LOW_QUOTES):
        return "“"
    if first in "”’»›":
        return "”"
    if first in "([":
        return "("
    if first in ".,;:!?)]…":
        return "."
    return first if first in "\"'" else "-" if first in "-–—―" else "sym"


def shape(word: str) -> str:
    """How a word is written: ``a`` small, ``Aa`` capitalised, ``AA`` capitals, ``9`` digits, ``4`` a year."""
    if not word:
        return "none"
    if word[0].isdigit():
        return "4" if len(word) == 4 and word.isdigit() else "9"
    if word.islower():
        return "a"
    if len(word) == 1:
        return "A"
    if word.isupper():
        return "AA"
    return "Aa" if word[0].isupper() else "caseless"
