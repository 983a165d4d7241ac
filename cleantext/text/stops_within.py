"""Full stops that end no sentence, behind which naive splitters break it: of titles, initials, months, ordinals."""

from __future__ import annotations

import re
from functools import cache

from cleantext.text.dates import month_number
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of
from cleantext.text.lists import words_by_key
from cleantext.text.persons import is_given_name
from cleantext.text.unparted import is_title

_OPENING = "([“”\"'‘„«"
_LONGEST = 9  # characters of the longest abbreviation, its stop and the blank before it
_REACH, _WORDS = 40, 2  # characters and number of the last words
_DIGITS = 2  # of an ordinal before a month, at most
_DAY = re.compile(r"\d\d?(?!\d)")
_STOPS = frozenset(".!?…”\"’")
_BEFORE_INITIALS = frozenset(".!?…,")  # no sentence ends in one letter alone
_SAINTS = frozenset(("St", "Mt", "Ft"))


def some_break_behind_stops(text: str) -> bool:
    """Whether a line may end in a stop that ends no sentence: a quick look."""
    return any(line.endswith(".") and _is_listed(_last(line)) for line in text.split("\n")[:-1])


def breaks_behind_stop(line: str, then: str, words: Lexicon, language: str) -> bool:
    """Whether a line ends in an abbreviation, an initial or an ordinal that the next line completes.

    Splitters that take each full stop for the end of a sentence break lines so. "U.S." may end one, as may an initial
    that stands behind no given name ("Vitamin C.") and "St." behind a capital, where it is a street.

    >>> pairs = ("by Mr.", "Tern"), ("it. St.", "Clair"), ("in Main St.", "Clair"), ("is No.", "10"), ("by Oct.", "6")
    >>> [breaks_behind_stop(line, then, {}, "en") for line, then in pairs]
    [True, True, False, True, True]
    >>> [breaks_behind_stop(line, "Tern", {}, "en") for line in ("by Maria Q.", "by Quill, A.", "Vitamin C.")]
    [True, True, False]
    >>> [breaks_behind_stop("Sie kam am 17.", then, {}, "de") for then in ("März nach Bonn", "Er blieb")]
    [True, False]
    """
    said, word = line[-_REACH:].split(), _last(line)
    if len(said) < _WORDS or not line.endswith(".") or not _is_listed(word) or not (then := then.lstrip()):
        return False
    before, first = said[-_WORDS], then[:_REACH].split(None, 1)[0].rstrip(".,:;")
    if word.isdigit():
        return language == "de" and month_number(first) > 0
    if then[0].isupper():
        if _is_initial(word):
            is_named = before[-1] in _BEFORE_INITIALS or is_given_name(before)
            return is_named and band_of(words.get(first.lower(), 0)) < FUNCTION_BAND
        is_saint = word in _SAINTS and language == "en" and not (before[0].isupper() and before[-1] not in _STOPS)
        return is_saint or (word[0].isupper() and is_title(word, language))
    if word in _before_numbers().get(language, ()):
        return then[0].isdigit()
    return language == "en" and word in _months() and _DAY.match(then) is not None


def _last(line: str) -> str:
    """The last word of a line that ends in a stop, without it; nothing of a long one, or where it is the only one."""
    return line[-_LONGEST:-1].rpartition(" ")[2].lstrip(_OPENING) if " " in line[-_LONGEST:] else ""


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_listed(word: str) -> bool:
    return _is_initial(word) or (word.isdigit() and len(word) <= _DIGITS) or word.lower() in _listed()


@cache
def _listed() -> frozenset[str]:
    known = (*words_by_key("titles.txt").values(), *_before_numbers().values(), _months(), _SAINTS)
    return frozenset(word.lower() for words in known for word in words)


@cache
def _before_numbers() -> dict[str, frozenset[str]]:
    return words_by_key("before_numbers.txt")


@cache
def _months() -> frozenset[str]:
    """English abbreviations of months."""
    return frozenset(word.title() for word in words_by_key("abbreviations.txt")["en"] if month_number(word))
