"""Words that a hyphen divided at the end of a line, and what is left of that where the lines are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from cleantext.text.characters import begin_of_letters
from cleantext.text.language import NOUNS_IN_CAPITALS
from cleantext.text.lexicon import Lexicon, band_of
from cleantext.text.lists import own_phrases, words_in
from cleantext.text.spans import Replacement, Span

HYPHENS = "-\N{HYPHEN}"  # what divides a word at the end of a line

_BEFORE = re.compile(rf"[^\W\d_]{{1,40}}[{HYPHENS}]$")
_AFTER = re.compile(r"[^\W\d_]{1,40}")
_REACH = 41  # characters of a word and its hyphen
_SHORTEST = 3  # characters of what a hyphen divides, and the hyphen
_PART = 3  # letters of a word that may be part of a compound
_COMPOUNDING = frozenset(("en", "fr", "pt", ""))  # languages that write compounds with a hyphen
_SURE_PART = 6  # how common a part of a French compound is: "sou-mettre" is none
_WORDS = re.compile(rf"[^\W\d_]+(?:[{HYPHENS}][^\W\d_]+)*")
_IN_FLAT = re.compile(rf"[{HYPHENS}] (?=[^\W\d_]{{2}})")
_LONGEST_PART = 40  # letters of a word before a hyphen
_MANY = 3  # words of a flat text that were plainly divided, so that the others were as well
NOBODY: frozenset[str] = frozenset()


def undivided(
    text: str, start: int, end: int, words: Lexicon, language: str = "", said: Set[str] = NOBODY
) -> str | None:
    r"""What a line break and the hyphen before it become: nothing, a hyphen, or a hyphen and a blank.

    None where no word is divided. A compound keeps its hyphen, and one that waits for the rest ("Vor- und Nachteile").
    ``said`` are the words of the text, for what is whole elsewhere is whole.

    >>> undivided("the govern-\nment", 11, 12, {"government": 1}), undivided("a well-\nknown tune", 7, 8, {})
    ('', '')
    >>> undivided("a well-\nknown tune", 7, 8, {"well": 1, "known": 1}), undivided("Vor-\nund Nachteile", 4, 5, {})
    ('-', '- ')
    >>> undivided("It ends -\nhere", 9, 10, {}) is None
    True
    """
    before, after = _BEFORE.search(text, max(start - _REACH, 0), start), _AFTER.match(text, end)
    if not before or not after:
        return None
    first, rest = before[0][:-1], after[0]
    whole, tied = (first + rest).lower(), f"{first}-{rest}".lower()
    is_whole = tied not in said and (words.get(whole, -1) >= 0 or whole in said)
    if rest.lower() in _joiners(language) and not is_whole:
        return "- "
    if rest[0].isupper():
        return "" if is_whole and (first + rest).isupper() else "-"
    if is_whole:
        return ""
    return "-" if tied in said or _is_compound(first.lower(), rest.lower(), words, language) else ""


def divides(text: str, start: int, end: int, language: str) -> bool:
    r"""Whether a line break behind a hyphen stands within a word: a small letter follows, or in German a noun.

    >>> texts = ("the govern-\nment", "en"), ("die CDU-\nFraktion", "de"), ("I had w-\nHe", "en")
    >>> [divides(text, at := text.index("\n"), at + 1, language) for text, language in texts]
    [True, True, False]
    """
    if not text[start - 2 : start - 1].isalpha() or start < _SHORTEST:
        return False
    return text[end].islower() or (language == NOUNS_IN_CAPITALS and text[end].isupper())


def _is_compound(first: str, rest: str, words: Lexicon, language: str) -> bool:
    """Whether two parts are a compound with a hyphen, as some languages write them."""
    if language not in _COMPOUNDING:
        return False
    if rest in own_phrases("hyphens", "tied", language):
        return True
    least = _SURE_PART if language == "fr" else 0
    return all(len(part) >= _PART and band_of(words.get(part, -1)) >= least for part in (first, rest))


def some_divided(text: str) -> bool:
    """Whether a text may have words that a hyphen and a blank divide: a dash is none.

    >>> some_divided("the govern- ment"), some_divided("the dock - an old one")
    (True, False)
    """
    return any(f"{hyphen} " in text for hyphen in HYPHENS) and next(_hyphens_in(text), None) is not None


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, compounds with hyphens as one."""
    return frozenset(_WORDS.findall(text.lower()))


def divided_words(text: str, words: Lexicon, language: str) -> list[Replacement]:
    """What a hyphen and a blank in running text become, where a line ended there before the lines were joined.

    Where the whole is a word, or stands elsewhere in the text; where three were divided so, others are as at the end of
    a line. Not where such hyphens are mostly something else, as dashes are.

    >>> divided_words("The govern- ment has two- and three-year loans.", {"government": 1}, "en")
    [(10, 12, '')]
    """
    said, whole, others = words_of(text), list[Replacement](), list[Replacement]()
    for start, end in _hyphens_in(text):
        new = undivided(text, start + 1, end, words, language, said)
        if new == "" and _is_said(text, start, end, words, said):
            whole.append((start, end, ""))
        elif new != "- ":
            others.append((start, end, new) if new == "" else (start + 1, end, ""))
    if len(whole) < len(others):
        return []
    return sorted(whole + others) if len(whole) >= _MANY else whole


def _hyphens_in(text: str) -> Iterator[Span]:
    """The hyphens behind a word and the blank behind each, where a small letter follows, or capitals go on."""
    for found in _IN_FLAT.finditer(text):
        hyphen, end = found.span()
        begin = begin_of_letters(text, hyphen, _LONGEST_PART)
        if begin >= 0 and (text[end].islower() or (text[begin:hyphen].isupper() and text[end : end + 2].isupper())):
            yield hyphen, end


def _is_said(text: str, start: int, end: int, words: Lexicon, said: Set[str]) -> bool:
    """Whether the two parts are a word together."""
    before, after = _BEFORE.search(text, max(start + 1 - _REACH, 0), start + 1), _AFTER.match(text, end)
    whole = (before[0][:-1] + after[0]).lower() if before and after else ""
    return words.get(whole, -1) >= 0 or whole in said


@cache
def _joiners(language: str) -> frozenset[str]:
    return words_in("joiners.txt") | own_phrases("hyphens", "joiners", language)
