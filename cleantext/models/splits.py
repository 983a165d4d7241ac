"""Two words run together in small letters: the best way to read a word that nobody knows as two or three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, code, share_of
from cleantext.text.lists import lines

_OWN = code(2, 4)  # the value of a word that only the document itself knows
_LEAST = code(3, 0)  # rarer words are no part of another
_OWN_LENGTH = 4
_STEM, _ENDINGS = 3, ("ing", "ings", "ed", "er", "ers", "ly", "ness")
_PREFIXING = _LISTED = ("de", "en")  # languages of which the prefixes are listed, and what can be read as two words
_FEMININE = ("erin", "erinnen")  # how German women's trades end: no "in" stands apart behind "Künstler"
_PARTICIPLES = ("dem", "den", "der", "des")  # as "kommen" and "des" look like "kommendes"
_COMPOUNDED = 4  # letters of a compound's parts, at least
_LONGEST = 40


class Split(NamedTuple):
    """A run of letters in the text and where it comes apart."""

    start: int
    run: str
    cuts: tuple[int, ...]
    then: str


def _merit(size: int, value: int) -> int:
    return band_of(value) + 2 * min(size, 5)


def _has_ending(low: str, words: Lexicon, language: str) -> bool:
    """Whether an English ending stands behind a known word: "tow(ing)", "runn(er)", "mak(ing)"."""
    return language == "en" and any(low.endswith(end) and _is_stem(low[: -len(end)], words) for end in _ENDINGS)


def _is_stem(low: str, words: Lexicon) -> bool:
    forms = (low, low + "e", low[:-1] if low[-2:-1] == low[-1:] else low)
    return len(low) >= _STEM and any(words.get(form, -1) >= 0 for form in forms)


def _is_one_word(low: str, cut: int, words: Lexicon, language: str) -> bool:
    """Whether a prefix stands before a word that grammar alone does not need, or a German participle ends the run.

    Of the runs that would have come apart in flatnews' glued articles 11 were such words ("outspending", "herunterkam",
    "kommendes"), and of the 264 that did come apart rightly none is one, or has an ending.
    """
    if low[:cut] in _prefixes(language):
        return band_of(words.get(low[cut:], 0)) < FUNCTION_BAND
    if language != "de":
        return False
    return (low[cut - 2 : cut] == "en" and low[cut:] in _PARTICIPLES) or _is_compound(low, cut, words)


def _is_compound(low: str, cut: int, words: Lexicon) -> bool:
    """Whether two words put together read otherwise than as what a cut leaves: "Viertel" and "finalist", not "ist".

    None of 60 such runs in flatnews' German articles was two words.
    """
    ends = range(_COMPOUNDED, min(cut, len(low) - _COMPOUNDED))
    return any(words.get(low[:end], -1) >= 0 <= words.get(low[end:], -1) for end in ends)


@cache
def _whole_words(language: str) -> frozenset[str]:
    """The words that are one though they can be read as two."""
    if language not in _LISTED:
        return frozenset()
    return frozenset(word for line in lines(f"{language}/whole_words.txt") for word in line.split())


@cache
def _prefixes(language: str) -> frozenset[str]:
    if language not in _PREFIXING:
        return frozenset()
    return frozenset(word for line in lines(f"{language}/prefixes.txt") for word in line.split())


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


def best_split(run: str, words: Lexicon, tokens: Mapping[str, int], language: str = "") -> tuple[int, ...]:
    """Where a run comes apart into two known words, or three; empty where it does not."""
    low, n, get = run.lower(), len(run), words.get
    if n > _LONGEST or len(low) != n or tokens.get(run, 0) > 1 or (low in tokens and low != run):
        return ()
    if _stays_whole(low, words, language):
        return ()
    named = run[0].isupper()
    heads: dict[int, int] = {}
    for i in range(1, n):
        value = get(low[:i], -1)
        if (value >= _LEAST and (named or share_of(value) > 1)) or (i >= _OWN_LENGTH and run[:i] in tokens):
            heads[i] = max(value, _OWN)
    if not heads:
        return ()
    tails = {}
    for j in range(1, n):
        value = get(low[j:], -1)
        if (value >= _LEAST and share_of(value) > 1) or (n - j >= _OWN_LENGTH and low[j:] in tokens):
            tails[j] = max(value, _OWN)
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
            yield Split(start, run, cuts, "-" if after in "-’'" else "_")
