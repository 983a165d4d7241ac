"""Words that a hyphen divided at the end of a line."""

from __future__ import annotations

import re
from functools import cache

from cleantext.text.lexicon import Lexicon
from cleantext.text.lists import words_in

HYPHENS = frozenset("-\u2010\xac")  # what divides a word at the end of a line; the last in scanned text

_BEFORE = re.compile(r"[^\W\d_]{1,40}-$")
_AFTER = re.compile(r"[^\W\d_]{1,40}")
_REACH = 41  # characters of a word and its hyphen
_PART = 3  # letters of a word that may be part of a compound


def undivided(text: str, start: int, end: int, words: Lexicon) -> str | None:
    r"""What a line break and the hyphen before it become: nothing, a hyphen, or a hyphen and a blank.

    None where no word is divided. A compound keeps its hyphen, and one that waits for the rest ("Vor- und Nachteile").

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
    if rest.lower() in _joiners():
        return "- "
    whole = (first + rest).lower()
    if rest[0].isupper():
        return "-"
    if words.get(whole, -1) >= 0:
        return ""
    parts = first.lower(), rest.lower()
    return "-" if all(len(part) >= _PART and words.get(part, -1) >= 0 for part in parts) else ""


@cache
def _joiners() -> frozenset[str]:
    return words_in("joiners.txt")
