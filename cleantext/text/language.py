"""Guessing a text's language from its commonest words and its script: right enough to pick a word list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from struct import Struct

from cleantext.text.characters import UNCASED_STOPS, WIDE_STOPS
from cleantext.text.lists import words_by_key

UNSPACED = frozenset(("ja", "zh"))  # written without blanks between words
NOUNS_IN_CAPITALS = "de"  # the language that writes all nouns with a capital
PREFIXED = frozenset(("zu", "xh", "ga"))  # prefixes are small before a name's capital: kwaZulu, hÉireann
UNCASED = frozenset(("ko", "ar", "fa", "hi", "bn", "he", "th"))  # written with blanks, without capitals
SCANDINAVIAN = frozenset(("no", "nb", "nn", "da", "sv"))

_SAMPLE = 6000  # characters looked at
_SCRIPT_SAMPLE = 2000  # characters that tell the script
_ODD = re.compile("[\u0371-\u1fff\u3000-\U0010ffff]")  # neither Latin nor a mark
_LANE = 16  # bits
_LEAST = 3  # common words that a text must have
_LONG, _SENTENCE = 100, 50  # bytes (up to three a letter) of a line of prose, and of one with a stop
_LINES = 100_000  # characters of a text whose lines are looked at
_ENOUGH = 300  # bytes of all of these, to tell by them
_STOPS = frozenset(".!?…" + UNCASED_STOPS + WIDE_STOPS)
_SCRIPTS = (
    ("ja", "぀", "ヿ"),
    ("ko", "가", "힯"),
    ("zh", "一", "鿿"),
    ("ar", "؀", "ۿ"),
    ("hi", "ऀ", "ॿ"),
    ("bn", "ঀ", "৿"),
    ("he", "֐", "׿"),
    ("th", "฀", "๿"),
    ("el", "Ͱ", "Ͽ"),
)


@cache
def _common() -> dict[str, frozenset[str]]:
    return words_by_key("languages.txt")


@cache
def _languages() -> dict[str, int]:
    """The languages in which each common word is common, a lane of bits for each, so that they are counted at once."""
    found: dict[str, int] = defaultdict(int)
    for lane, words in enumerate(_common().values()):
        for word in sorted(words):
            found[word] += 1 << _LANE * lane
    return dict(found)


@cache
def _lanes() -> Struct:
    return Struct(f"<{len(_common())}H")


def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language, none where they are not known."""
    return _common().get(language, frozenset())


def language_of(text: str, words: Collection[str] | None = None) -> str:
    """The ISO 639-1 code of the likeliest language, or an empty string; ``words`` are the text's, if at hand.

    A site's menus may be in another one than its article: of a text on lines the long ones tell, if there are some.

    >>> language_of("The cat sat on the mat and it was not amused by what it saw.")
    'en'
    """
    sample, forms = text, _forms()
    if "\n" in text:
        lines = text[:_LINES].split("\n")
        prose = prose_among(lines)
        sample = text if len(prose) == len(lines) else "\n".join(map(lines.__getitem__, prose))
    if words is None or len(text) > _SAMPLE or sample is not text:
        words = sample[:_SAMPLE].split()
    sample = sample[:_SAMPLE]
    return script_of(sample) or spoken_in(map(forms.__getitem__, forms.keys() & words))


def prose_among(texts: Sequence[str]) -> Sequence[int]:
    """Which of some lines or pieces are prose, by their length and stops; all of them, if these are few.

    >>> list(prose_among(["Menu", "The ferry runs again. " * 9, "Sport", "She said so on Monday. " * 7]))
    [1, 3]
    >>> list(prose_among(["Menu", "The ferry runs again."]))
    [0, 1]
    """
    sizes = [len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass")) for text in texts]
    long = [i for i, size in enumerate(sizes) if size >= _LONG or (size >= _SENTENCE and texts[i][-1] in _STOPS)]
    return long if sum(map(sizes.__getitem__, long)) >= _ENOUGH else range(len(texts))


@cache
def _forms() -> dict[str, str]:
    """The common words by how they are written: in capitals, with one, small."""
    return {form: word for word in _languages() for form in (word.upper(), word.capitalize(), word)}


def spoken_in(words: Iterable[str]) -> str:
    """The language whose common words are most among these, in small letters; an empty string where none stands out."""
    known, lanes = _languages(), _lanes()
    spoken = lanes.unpack(sum(map(known.__getitem__, known.keys() & words)).to_bytes(lanes.size, "little"))
    most = max(spoken)
    best = [language for language, times in zip(_common(), spoken, strict=True) if times == most]
    return best[0] if len(best) == 1 and most >= _LEAST else ""


def script_of(sample: str) -> str:
    """The language that a script gives away, or an empty string."""
    sample = sample[:_SCRIPT_SAMPLE]
    if len(sample.encode("utf-8", "surrogatepass")) * 5 < len(sample) * 6:  # those found here take two bytes or more
        return ""
    odd = _ODD.findall(sample)
    if len(odd) * 5 < len(sample):
        return ""
    odd.sort()
    for name, first, last in _SCRIPTS:
        if (bisect_right(odd, last) - bisect_left(odd, first)) * 8 > len(odd):
            return _in_arabic(sample) if name == "ar" else name
    return ""


def _in_arabic(sample: str) -> str:
    """Persian by letters that Arabic has not, or else Arabic; Urdu has these too, and is taken for Persian."""
    return "fa" if sum(map(sample.count, "پچژگکی")) > sum(map(sample.count, "كيةى")) else "ar"
