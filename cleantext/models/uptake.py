"""Whether a text takes up the words of another, as a paragraph does those of its heading."""

from __future__ import annotations

import re

from cleantext.text.lexicon import FUNCTION_BAND, band_of, lexicon

_TELLING, _STEM = 4, 5  # letters of a word that tells something, at least; of what words of one stem begin with
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*")


def takes_up(text: str, words: str, language: str) -> bool:
    """Whether a text says one of these words that is none of the grammar's, or one that begins alike.

    >>> takes_up("The cracks were found on Monday.", "Old cracks", "en"), takes_up("It was cold.", "It was late", "en")
    (True, False)
    >>> takes_up("Eine Sprecherin sprach davon.", "Die Sprecher schweigen", "de")
    True
    """
    told = _stems(words, language)
    return bool(told) and not told.isdisjoint(_stems(text, language))


def _stems(text: str, language: str) -> set[str]:
    """What the words begin with that tell something.

    >>> sorted(_stems("The cracks are older than the council knew", "en"))
    ['counc', 'crack', 'knew', 'older']
    """
    known = lexicon(language or "en")
    words = {word for word in map(str.lower, _WORD.findall(text)) if len(word) >= _TELLING}
    return {word[:_STEM] for word in words if band_of(known.get(word, 0)) < FUNCTION_BAND}
