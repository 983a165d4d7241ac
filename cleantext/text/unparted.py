"""Gaps that part no blocks: within names, between a title and a name, in headings in capitals, behind a possessive."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cleantext.text.characters import LOWER, UPPER
from cleantext.text.language import common_words
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, share_of, starts_of
from cleantext.text.lists import words_by_key
from cleantext.text.persons import is_given_name
from cleantext.text.sides import REACH, TRAILING, abbreviations

_OPENING = "([“”\"‘’'«„"
_WRITTEN_SMALL = 2  # how often a word is written small, as a class: from here on half the time and more
_STARTING = 4  # how often a capitalised word begins sentences, as a class: from here on it may begin the next
_RUN, _LABEL = 4, 2  # words on a side of a gap, and how many in capitals may be a label
_SHOUTED_FIRST = re.compile(r"^\W?[^\W\d_a-zß-ÿ]{4,}[a-zß-ÿ]")
_SHOUTED_LAST = re.compile(r"[a-zß-ÿ.!?”\"’][‘“]?[^\W\d_a-zß-ÿ]{4,}\W?$")
_SUFFIXES = frozenset(("Jr", "Sr", "III"))  # what ends a name
_INITIALS = re.compile(rf"(?:[{UPPER}]\.){{1,2}}[{UPPER}]")
_LEADING_ON = re.compile(rf"[{LOWER}][’']s$|\bthe (?:19|20)[0-9][0-9]$")
_YEAR = 9  # characters of a year, the article before it and one blank more


def is_title(word: str, language: str) -> bool:
    """Whether a word is a title that is written before a name: "Prof.".

    >>> is_title("Prof.", "de"), is_title("Quill", "de")
    (True, False)
    """
    return word.rstrip(".").lower() in _titles(language)


@cache
def _titles(language: str) -> frozenset[str]:
    return words_by_key("titles.txt").get(language, frozenset())


@cache
def _particles(language: str) -> frozenset[str]:
    return words_by_key("name_particles.txt").get(language, frozenset())


@cache
def _offices(language: str) -> frozenset[str]:
    return words_by_key("offices.txt").get(language, frozenset())


def is_office(word: str, language: str) -> bool:
    """Whether a word is an office or a rank that is written before a name.

    >>> is_office("Minister", "en"), is_office("Ferry", "en")
    (True, False)
    """
    return word.lower() in _offices(language)


def in_name(text: str, start: int, end: int, words: Lexicon, language: str) -> bool:
    """Whether a gap after a full stop lies within a name: after a title, initials, or one between capitalised words.

    >>> from cleantext.text.lexicon import code
    >>> text = "said Gov. Ada Q. Tern to Bo Q. The ferry of J.K. Marsh"
    >>> [in_name(text, at, at + 1, {"the": code(15, 4, 7, 0)}, "en") for at in (9, 16, 30, 48)]
    [True, True, False, True]
    """
    if text[start - 1] != "." or not text[end].isupper():
        return False
    before = text[max(0, start - REACH) : start - 1].split()[-2:]
    word = before[-1].lstrip(_OPENING) if before else ""
    if word.lower() in _titles(language):
        return True
    then = text[end : end + REACH].split(None, 1)[0].strip(TRAILING)
    is_initial = len(word) == 1 and word.isupper()
    if is_initial and len(then) == 1 and then.isupper():
        return text[end + 1 : end + 2] == "."  # "J. D. Tern"
    is_named = is_initial and len(before) > 1 and before[0][0].isupper()
    value = words.get(then.lower(), 0)
    if is_named and then[1:].islower() and is_given_name(before[0]) and band_of(value) < FUNCTION_BAND:
        return True
    is_named = is_named or (_INITIALS.fullmatch(word) is not None and word.lower() not in abbreviations())
    return is_named and then[1:].islower() and starts_of(value) < _STARTING


def before_name(text: str, start: int, end: int, words: Lexicon, language: str) -> bool:
    """Whether a gap lies between an office, a rank or a title and a name, or before what ends in "Jr.".

    Titles are written without a stop in Britain.

    >>> from cleantext.text.lexicon import code
    >>> text = "said Prime Minister Ada Tern. She met the Prime Minister Ferries run"
    >>> [before_name(text, at, at + 1, {"ferries": code(4, 4, 0, 0)}, "en") for at in (10, 19, 56)]
    [False, True, False]
    >>> before_name("led by Ada Quill Tern Jr., Bo Marsh and others", 16, 17, {}, "en")
    True
    >>> before_name("it said Mr Tern", 10, 11, {}, "en"), before_name("Mr Bo is ill", 2, 3, {}, "de")
    (True, False)
    """
    before, then = text[max(0, start - REACH) : start].split()[-1:], text[end : end + REACH].split(None, 2)[:2]
    if before and before[0].isalpha() and before[0][0].isupper() and any(w.rstrip(",.;:") in _SUFFIXES for w in then):
        return True
    if not before or not then or not then[0][0].isupper():
        return False
    if before[0][0].isupper() and before[0].lower() in _titles(language):
        return True
    if not is_office(before[0], language):
        return False
    return share_of(words.get(then[0].strip(TRAILING).lower(), 0)) < _WRITTEN_SMALL


def after_given_name(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a gap lies between a given name and a word that begins no sentence and is not written small.

    Of such gaps in flatnews' ``soup_natural`` and silver's pages 6,081 stood within a block, 67 between two, most of
    these in menus.

    >>> from cleantext.text.lexicon import code
    >>> text = "said Maria Marsh of Maria Ferries run"
    >>> [after_given_name(text, at, at + 1, {"ferries": code(4, 4, 0, 0)}) for at in (4, 10, 25)]
    [False, True, False]
    """
    before, then = text[max(0, start - REACH) : start].split()[-1:], text[end : end + REACH].split(None, 1)[:1]
    if not before or not then or not is_given_name(before[0]):
        return False
    value = words.get(then[0].strip(TRAILING).lower(), 0)
    is_capitalised = then[0][0].isupper() and then[0][1:2].islower()
    return is_capitalised and starts_of(value) < _STARTING and share_of(value) < _WRITTEN_SMALL


def before_particle(text: str, start: int, end: int, words: Lexicon, language: str) -> bool:
    """Whether a gap lies within a name, before a capitalised particle that begins no sentence of the language.

    >>> from cleantext.text.lexicon import code
    >>> text = "won by Brenda Souza De Freitas. In Rio De Ferries ran, in Rio The Ferries ran"
    >>> [before_particle(text, at, at + 1, {"ferries": code(4, 4, 0, 0)}, "en") for at in (19, 38, 60)]
    [True, False, False]
    """
    first, _, then = text[end : end + REACH].partition(" ")
    if not then[:1].isupper() or first.lower() not in _particles(language):
        return False
    before = text[max(0, start - REACH) : start].rsplit(None, 1)[-1]
    is_named = before.isalpha() and before[0].isupper() and before[1:].islower()
    return is_named and share_of(words.get(then.split()[0].strip(TRAILING).lower(), 0)) < _WRITTEN_SMALL


def before_place(text: str, start: int, end: int, language: str) -> bool:
    """Whether a gap lies between a noun that leads up to a place and a name of two words, which begins with no word of
    the grammar, as the next sentence may.

    >>> before_place("na drodze w miejscowości Nowa Lipa zginął", 24, 25, "pl")
    True
    >>> before_place("a 3 km da cidade Os Rios subiram", 16, 17, "pt")
    False
    """
    first, _, then = text[end : end + REACH].partition(" ")
    if not then[:1].isupper() or not first.istitle() or first.lower() in common_words(language):
        return False
    return text[max(0, start - REACH) : start].rpartition(" ")[2] in _place_nouns(language)


@cache
def _place_nouns(language: str) -> frozenset[str]:
    return words_by_key("place_nouns.txt").get(language, frozenset())


def after_weekday(text: str, start: int, language: str) -> bool:
    """Whether a weekday in brackets stands before a gap, as within sentences where no word has a capital.

    >>> after_weekday("קבע היום (שלישי) כי", 16, "he"), after_weekday("ח׳ נועה (צילום) כי", 15, "he")
    (True, False)
    """
    return text[start - 1] == ")" and text[max(0, start - REACH) : start - 1].rpartition("(")[2] in _weekdays(language)


@cache
def _weekdays(language: str) -> frozenset[str]:
    return words_by_key("weekdays.txt").get(language, frozenset())


def is_unfinished(text: str, start: int) -> bool:
    """Whether a possessive stands before a gap, or a year behind the article: no block ends so in English.

    >>> [is_unfinished(text, len(text)) for text in ("It was Blur's", "won at the 1984", "It was won in 1984")]
    [True, True, False]
    """
    return _LEADING_ON.search(text, max(0, start - _YEAR), start) is not None


def in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a gap lies within three or more words in capitals, which are one heading.

    A letter or a number among them is passed over, and the last may run into what follows.

    >>> in_capitals("ISRAEL SEEKS HELP", 6, 7), in_capitals("The HELP DESK opens", 8, 9)
    (True, False)
    >>> in_capitals("MAKES A BOLD 2024 PREDICTIONThe pier", 17, 18)
    True
    """
    left, right = text[max(0, start - REACH) : start].split()[-_RUN:], text[end : end + REACH].split()[:_RUN]
    if not left or not right or left[-1] == right[0]:
        return False
    before, after = _shouted(reversed(left), _SHOUTED_LAST), _shouted(right, _SHOUTED_FIRST)
    return before > 0 and after > 0 and before + after > _LABEL


def _shouted(words: Iterable[str], glued: re.Pattern[str]) -> int:
    """How many words in capitals stand first, the last of which may be glued to what is none."""
    count = 0
    for word in words:
        if word.isupper():
            count += len(word.strip(TRAILING)) > 1
        elif not word.strip(TRAILING).isdigit():
            return count + (glued.search(word) is not None)
    return count
