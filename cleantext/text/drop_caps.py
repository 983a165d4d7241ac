"""Large first letters of paragraphs, which tools part from their word: ``T he ferry``."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from cleantext.text.lexicon import Lexicon, band_of
from cleantext.text.lists import words_by_key
from cleantext.text.spans import Replacement

_PARTED = r"[\"'“„«‘]?([^\W\d_])[ \n]([^\W\d_]{1,30})(?![\w'’])"
_FIRST, _NEXT = re.compile(_PARTED), re.compile(rf"\n{_PARTED}")
_COMMON, _SHORT = 3, 9  # bands of the whole word at least, of one of two letters
_RARE = 2  # band of the rest at most where the letter may be a word


def drop_caps(text: str, words: Lexicon, language: str) -> list[Replacement]:
    r"""The blanks and line breaks behind a first letter in capitals that the rest of its word follows in small ones.

    >>> from cleantext.text.lexicon import code
    >>> known = dict.fromkeys(["the", "he", "ferry"], code(10, 4))
    >>> drop_caps("T he ferry\nis back.\nF\nerry", known, "en"), drop_caps("A ferry is back. T he", known, "en")
    ([(1, 2, ''), (21, 22, '')], [])
    """
    first = _FIRST.match(text)
    return [
        (m.end(1), m.end(1) + 1, "")
        for m in chain([first] if first else (), _NEXT.finditer(text))
        if m[1].isupper() and m[2].islower() and _is_word(m[1].lower(), m[2], words, language)
    ]


def may_have_drop_caps(text: str) -> bool:
    """Whether a letter stands alone where a text or a line of it begins: a quick look.

    >>> may_have_drop_caps("T he ferry"), may_have_drop_caps("The ferry")
    (True, False)
    """
    return _FIRST.match(text) is not None or _NEXT.search(text) is not None


def _is_word(letter: str, rest: str, words: Lexicon, language: str) -> bool:
    if band_of(words.get(letter + rest, -1)) < (_COMMON if len(rest) > 1 else _SHORT):
        return False
    alone = _words().get(language, frozenset())
    return letter not in alone or (rest not in alone if len(rest) == 1 else band_of(words.get(rest, -1)) <= _RARE)


@cache
def _words() -> dict[str, frozenset[str]]:
    """The letters that are words by themselves, by language."""
    return words_by_key("one_letter_words.txt")
