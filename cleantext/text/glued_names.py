"""Names in a byline that ran into what stands beside them: a word, a place, another name."""

from __future__ import annotations

import re
from functools import cache

from cleantext.text.characters import LOWER, UPPER
from cleantext.text.lexicon import lexicon
from cleantext.text.lists import own_phrases, phrases
from cleantext.text.persons import PARTICLES, is_given_name

_WORD = rf"[{UPPER}][{LOWER}’'-]{{1,30}}[{LOWER}]"
_INNER_CAPITAL = re.compile(rf"(?<= )({_WORD})(?=[{UPPER}][{LOWER}]{{2}}|[{UPPER}]{{3}})")
_GLUED_AND = re.compile(rf"(?<= )({_WORD}) (?=([{UPPER}][{UPPER}{LOWER}’'-]+))")
_ADDRESS = re.compile(r"[^\W\d_]{1,30}\.[a-z]{2,4}\b")
_NO_END = re.compile("[bcdfgkpqtvwxz][rmn]$")  # how no name ends, but "Bertrand" and "Sigmund" would without it
PARTS_OF_NAMES = PARTICLES | {"fitz", "vander", "dela"}
_NAME = 2  # words of one
_SURNAME = 4  # letters of a name that is told from what is glued to it, at least
_SHORT_DAY, _LONG_DAY = 3, 6  # letters of a weekday, and of one that is told from the name that it is glued to


def unglued(text: str) -> str:
    """A byline, where names that ran into a word, a place or another name are parted from it by commas.

    >>> unglued("By Anna TernJan Marsh"), unglued("Ada QuillOSLO"), unglued("By Ada MacTern, Bo FitzMarsh")
    ('By Anna Tern, Jan Marsh', 'Ada Quill, OSLO', 'By Ada MacTern, Bo FitzMarsh')
    >>> unglued("By Ada Quill for IslePost.com")
    'By Ada Quill for IslePost.com'
    >>> unglued("Ada Quillerand AP"), unglued("Bo Ternund Maria Marsh"), unglued("Ada Holland Quill")
    ('Ada Quiller, AP', 'Bo Tern, Maria Marsh', 'Ada Holland Quill')
    >>> unglued("ADA QUILLandBO TERN")
    'ADA QUILL, BO TERN'
    """
    text = _among_capitals().sub(", ", text)
    text = _GLUED_AND.sub(_parted, text)
    return _INNER_CAPITAL.sub(lambda m: m[1] if _goes_on(m) else f"{m[1]}, ", text)


def _goes_on(found: re.Match[str]) -> bool:
    """Whether a word goes on behind a small letter: a name does, "MacTern", and an address, "IslePost.com"."""
    return found[1].lower() in PARTS_OF_NAMES or _ADDRESS.match(found.string, found.end()) is not None


def _parted(found: re.Match[str]) -> str:
    """A word without the "and" that is glued to it, where what follows begins another name or is a sign."""
    begins = found[2].isupper() or is_given_name(found[2])
    return f"{name}, " if begins and (name := without_and(found[1])) else found[0]


def without_and(text: str) -> str:
    """A name without the "and" or "with" that its last word ends in, if that is no word itself; else nothing.

    >>> without_and("Ada Quillerand"), without_and("Bo Ternakmit")
    ('Ada Quiller', 'Bo Ternak')
    >>> any(map(without_and, ("Ada Bertrand", "Bo Hedlund", "Ada Holland", "Bo Ferdinand", "Ada Quill")))
    False
    """
    before, _, word = text.rpartition(" ")
    found = _joined().fullmatch(word)
    if found is None or not word[0].isupper() or word.lower() in lexicon("en") or _NO_END.search(found[1]):
        return ""
    return f"{before} {found[1]}".lstrip()


@cache
def _joining() -> str:
    """A pattern of the words that join names in English and German: "and", "mit"."""
    return "|".join(sorted(own_phrases("bylines", "and", "en") | own_phrases("bylines", "and", "de")))


@cache
def _joined() -> re.Pattern[str]:
    """A name that such a word is glued to, but no "…land"."""
    return re.compile(rf"(.{{3,30}}[^l])(?:{_joining()})")


@cache
def _among_capitals() -> re.Pattern[str]:
    """Such a word between names in capitals."""
    return re.compile(rf"(?<=[{UPPER}]{{3}})\s?(?:{_joining()})\s?(?=[{UPPER}]{{2}})")


def without_day(text: str) -> str:
    """What stands before a date, without the weekday and the small words that lead up to it.

    >>> without_day("Ada Quill Monday "), without_day("Ada Quill den "), without_day("Ada Quillmandag ")
    ('Ada Quill', 'Ada Quill', 'Ada Quill')
    >>> without_day("Ada Ternvor "), without_day("Ada Trevor ")
    ('Ada Tern', 'Ada Trevor')
    >>> without_day("Bo Domingo"), without_day("Ada van der Quill, ")
    ('Bo Domingo', 'Ada van der Quill')
    """
    words = text.rstrip(" ,.").split(" ")
    while len(words) > 1 and _leads_to_date(words[-1], is_second=len(words) <= _NAME):
        words.pop()
    last = words[-1]
    if last[:1].isupper() and last.endswith(_small()):
        name = last.removesuffix(max(filter(last.endswith, _small()), key=len))
        words[-1] = name if len(name) >= _SURNAME else last
    return " ".join(words).rstrip(" ,")


def _leads_to_date(word: str, *, is_second: bool) -> bool:
    """Whether a word is a weekday or stands before a date; where it has a capital, it may be a name's second word."""
    small = word.strip(",.")
    if not small.islower() and (is_second or len(small) < _SHORT_DAY):
        return False
    return small.lower() in _beside_dates() or small in _before_ages()


@cache
def _beside_dates() -> frozenset[str]:
    """Weekdays, and the words that stand before a date or a time."""
    return frozenset(phrases("stamps", "beside"))


@cache
def _before_ages() -> frozenset[str]:
    """The words that stand before the number of an age: "vor 3 Stunden"."""
    ages = (phrase.partition("#")[0] for phrase in phrases("stamps", "ago"))
    return frozenset(word for age in ages for word in age.split())


@cache
def _small() -> tuple[str, ...]:
    """Of both the words that are told from the name that they are glued to."""
    days = (word for word in _beside_dates() if len(word) >= _LONG_DAY)
    found = {*days, *(word for word in _before_ages() if len(word) >= _SHORT_DAY)}
    return tuple(sorted(word for word in found if word.isalpha()))
