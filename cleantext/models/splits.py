"""Two words run together in small letters: the best way to read a word that nobody knows as two or three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, code, share_of
from cleantext.text.lists import words_in

_OWN = code(2, 4)  # the value of a word that only the document itself knows
_LEAST, _LEAST_LONG = code(3, 0), code(1, 0)  # rarer words are no part of another, nor are rarer long ones
_LONG = 6  # letters of a long word
_LEAST_NOUN = code(2, 0)
_OWN_LENGTH = 4
_SINGLE = {  # words of one letter
    "bg": "авеоус", "de": "", "en": "a", "es": "aeouy", "fr": "aày", "it": "aeèo", "no": "iå", "pl": "aiouwz",
    "pt": "aàeéo",
}  # fmt: skip
_STEM, _ENDINGS = 3, ("ing", "ings", "ed", "er", "ers", "ly", "ness")
_PREFIXING = ("de", "en", "es", "fr")  # languages of which the prefixes are listed
_LISTED = ("de", "en", "es", "fr")  # languages of which it is listed what can be read as two words
_WITH_ENDINGS = ("en", "es", "fr")  # languages of which it is listed what words end in
_FEMININE = ("erin", "erinnen")  # how German women's trades end: no "in" stands apart behind "Künstler"
_PARTICIPLES = ("dem", "den", "der", "des")  # as "kommen" and "des" look like "kommendes"
_COMPOUNDED = 4  # letters of a compound's parts, at least
_FIRST_PART = 3  # letters of what stands before its noun, at least
_LONGEST = 40


class Split(NamedTuple):
    """A run of letters in the text and where it comes apart."""

    start: int
    run: str
    cuts: tuple[int, ...]
    then: str
    merit: int  # of the part that is the least likely word


def _merit(size: int, value: int) -> int:
    return band_of(value) + 2 * min(size, 5)


def _has_ending(low: str, words: Lexicon, language: str) -> bool:
    """Whether an English ending stands behind a known word: "tow(ing)", "runn(er)", "mak(ing)"."""
    return language == "en" and any(low.endswith(end) and _is_stem(low[: -len(end)], words) for end in _ENDINGS)


def _is_stem(low: str, words: Lexicon) -> bool:
    forms = (low, low + "e", low[:-1] if low[-2:-1] == low[-1:] else low)
    return len(low) >= _STEM and any(words.get(form, -1) >= 0 for form in forms)


def _is_one_word(low: str, cut: int, words: Lexicon, language: str) -> bool:
    """Whether a prefix or an ending stands beside a word that grammar alone does not need, or a German participle ends
    the run.

    Of the runs that would have come apart in flatnews' glued articles 11 were such words ("outspending", "herunterkam",
    "kommendes"), and of the 264 that did come apart rightly none is one, or has an ending.
    """
    if low[:cut] in _prefixes(language):
        return band_of(words.get(low[cut:], 0)) < FUNCTION_BAND
    if language != "de":
        return low[cut:] in _word_endings(language) and band_of(words.get(low[:cut], 0)) < FUNCTION_BAND
    return (low[cut - 2 : cut] == "en" and low[cut:] in _PARTICIPLES) or _is_compound(low, cut, words)


def _ends_in_noun(low: str, words: Lexicon) -> bool:
    """Whether a word that nobody knows is a German compound: it ends in a noun, "Grenz(gebiet)"."""
    parts = (words.get(low[at:], -1) for at in range(_FIRST_PART, len(low) - _COMPOUNDED + 1))
    return any(value >= _LEAST_NOUN and share_of(value) <= 1 for value in parts)


def _may_be_part(low: str, value: int, language: str) -> bool:
    """Whether a word of this value, which is not the rarest, is common enough to be run together with another."""
    if len(low) == 1 and not is_single(low, language):
        return False
    return value >= _LEAST or len(low) >= _LONG


def is_single(letter: str, language: str) -> bool:
    """Whether a letter may be a word of its own.

    >>> is_single("a", "en"), is_single("m", "en")
    (True, False)
    """
    return letter in _SINGLE.get(language, letter)


def _is_compound(low: str, cut: int, words: Lexicon) -> bool:
    """Whether two words put together read otherwise than as what a cut leaves: "Viertel" and "finalist", not "ist".

    None of 60 such runs in flatnews' German articles was two words.
    """
    ends = range(_COMPOUNDED, min(cut, len(low) - _COMPOUNDED))
    return any(words.get(low[:end], -1) >= 0 <= words.get(low[end:], -1) for end in ends)


@cache
def _whole_words(language: str) -> frozenset[str]:
    """The words that are one though they can be read as two."""
    return words_in(f"{language}/whole_words.txt") if language in _LISTED else frozenset()


@cache
def _word_endings(language: str) -> frozenset[str]:
    """The words that others end in: "realizar(los)", "trouver(ont)"."""
    return words_in(f"{language}/word_endings.txt") if language in _WITH_ENDINGS else frozenset()


@cache
def _prefixes(language: str) -> frozenset[str]:
    return words_in(f"{language}/prefixes.txt") if language in _PREFIXING else frozenset()


@cache
def _infinitives() -> re.Pattern[str]:
    """German infinitives with "zu" within, of which there are too many for any list: "mitzureden"."""
    prefixes = sorted(_prefixes("de"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(prefixes)})zu[a-zäöüß]{{3,}}n")


def _stays_whole(low: str, words: Lexicon, language: str) -> bool:
    """Whether a word is listed as one, or is one by its ending or grammar."""
    if low in _whole_words(language) or _has_ending(low, words, language):
        return True
    is_feminine = language == "de" and low.endswith(_FEMININE)
    return is_feminine or ("zu" in low and _infinitives().fullmatch(low) is not None)


def _heads(
    run: str, tails: Mapping[int, int], words: Lexicon, tokens: Mapping[str, int], language: str
) -> dict[int, int]:
    """Where the first of two words may end, and its value."""
    low, named, found = run.lower(), run[0].isupper(), {}
    for i in range(1, len(run)):
        value = words.get(low[:i], -1)
        is_word = value >= _LEAST_LONG and (named or share_of(value) > 1) and _may_be_part(low[:i], value, language)
        if is_word or (i >= _OWN_LENGTH and run[:i] in tokens):
            found[i] = max(value, _OWN)
        elif named and language == "de" and i in tails and _ends_in_noun(low[:i], words):
            found[i] = _OWN
    return found


def _tails(low: str, words: Lexicon, tokens: Mapping[str, int], language: str) -> dict[int, int]:
    """Where the last word may begin, and its value."""
    found = {}
    for j in range(1, len(low)):
        value = words.get(low[j:], -1)
        is_word = value >= _LEAST_LONG and share_of(value) > 1 and _may_be_part(low[j:], value, language)
        if is_word or (len(low) - j >= _OWN_LENGTH and low[j:] in tokens):
            found[j] = max(value, _OWN)
    return found


def best_split(run: str, words: Lexicon, tokens: Mapping[str, int], language: str = "") -> tuple[int, ...]:
    """Where a run comes apart into two known words, or three; empty where it does not."""
    low, n, get = run.lower(), len(run), words.get
    if n > _LONGEST or len(low) != n or tokens.get(run, 0) > 1 or (low in tokens and low != run):
        return ()
    if _stays_whole(low, words, language):
        return ()
    tails = _tails(low, words, tokens, language)
    heads = _heads(run, tails, words, tokens, language) if tails else {}
    if not heads:
        return ()
    two = [(_merit(i, a) + _merit(n - i, tails[i]), (i,)) for i, a in heads.items() if i in tails]
    if two:
        cuts = max(two)[1]
        return () if _is_one_word(low, cuts[0], words, language) else cuts
    three = [
        (_merit(i, a) + _merit(j - i, value) + _merit(n - j, b), (i, j))
        for i, a in heads.items()
        for j, b in tails.items()
        if i < j and (value := get(low[i:j], -1)) >= _LEAST and share_of(value) > 1
    ]
    if not three or low[: max(three)[1][0]] in _prefixes(language):
        return ()  # "wiedereröffneten"
    return max(three)[1]


def _merit_of(run: str, cuts: tuple[int, ...], words: Lexicon) -> int:
    """The merit of the part that is the least likely word."""
    low = run.lower()
    bounds = pairwise((0, *cuts, len(run)))
    return min(_merit(end - start, max(words.get(low[start:end], -1), _OWN)) for start, end in bounds)


def find_splits(
    text: str, runs: Iterable[tuple[int, str]], words: Lexicon, tokens: Mapping[str, int], language: str = ""
) -> Iterator[Split]:
    """The runs of a text that come apart, each looked at once."""
    known: dict[str, tuple[int, ...]] = {}
    for start, run in runs:
        cuts = known.get(run)
        if cuts is None:
            cuts = known[run] = best_split(run, words, tokens, language)
        if cuts:
            end = start + len(run)
            after = text[end : end + 1]
            is_named = run[0].isupper() and after == " " and text[end + 1 : end + 2].isupper()
            if is_named and band_of(words.get(run[cuts[-1] :].lower(), 0)) < FUNCTION_BAND:
                continue  # "Tobin Achterberg"
            yield Split(start, run, cuts, "-" if after in "-’'" else "_", _merit_of(run, cuts, words))
