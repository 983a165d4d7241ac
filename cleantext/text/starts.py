"""Where a sentence begins in mid-line, told by a capital on a word that is written small within sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.language import common_words
from cleantext.text.lexicon import FUNCTION_BAND, SHARES, STARTS, Lexicon, code
from cleantext.text.lists import words_by_key
from cleantext.text.persons import PARTICLES

_START = re.compile(r"(?<=[^\W_]) ([^\W\d_]{1,16})(?= ([^\W\d_]+))")


def starts_in(text: str, language: str) -> Iterator[int]:
    """The places behind a word without a stop where such a word stands, and after it one in small letters.

    In languages of which little more is known about words. Of 114 such places in flatnews' pages in these languages,
    and in the first set of our own, 112 are the edge of a block; the others stand behind the number of a list.

    >>> text = "Röda tröjor vid kajen Hon säger att färjan är tillbaka."
    >>> [text[at:][:9] for at in starts_in(text, "sv")], list(starts_in("Minister Van der Wiele over de pont", "nl"))
    (['Hon säger'], [])
    """
    words = sentence_starts(language)
    for found in _START.finditer(text) if words else ():
        word, then = found.groups()
        low = word.lower()
        if word.istitle() and then[0].islower() and low in words and not (low in PARTICLES and then in PARTICLES):
            yield found.start(1)


@cache
def commonest(language: str) -> Lexicon:
    """These words as a lexicon: they are of the grammar, are written small, and begin sentences."""
    return dict.fromkeys(sentence_starts(language), code(FUNCTION_BAND, SHARES - 1, STARTS - 1))


@cache
def sentence_starts(language: str) -> frozenset[str]:
    """Words that are written small within sentences, in languages of which little more is known; in small letters."""
    known = words_by_key("starts.txt")
    return common_words(language) | known[language] if language in known else frozenset()
