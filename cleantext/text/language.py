"""Guessing a text's language from its commonest words and its script: right enough to pick a word list."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

UNSPACED = frozenset(("ja", "zh"))  # written without blanks between words
UNCASED = frozenset(("ko", "ar", "hi", "he", "th"))  # written with blanks, without capitals

_SAMPLE = 6000  # characters looked at
_SCRIPTS = (
    ("ja", "぀", "ヿ"),
    ("ko", "가", "힯"),
    ("zh", "一", "鿿"),
    ("ar", "؀", "ۿ"),
    ("hi", "ऀ", "ॿ"),
    ("he", "֐", "׿"),
    ("th", "฀", "๿"),
    ("el", "Ͱ", "Ͽ"),
)


@cache
def _common() -> dict[str, frozenset[str]]:
    lines = files("cleantext.text").joinpath("data/languages.txt").read_text("utf-8").splitlines()
    rows = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {name.strip(): frozenset(words.split()) for name, _, words in rows}


def language_of(text: str) -> str:
    """The ISO 639-1 code of the likeliest language, or an empty string.

    >>> language_of("The cat sat on the mat and it was not amused by what it saw.")
    'en'
    """
    sample = text[:_SAMPLE]
    if script := _by_script(sample):
        return script
    seen = set(sample.lower().split())
    ranked = sorted(((len(seen & words), name) for name, words in _common().items()), reverse=True)
    return ranked[0][1] if ranked[0][0] >= 3 and ranked[0][0] > ranked[1][0] else ""


def _by_script(sample: str) -> str:
    if sample.isascii():
        return ""
    odd = [c for c in sample[:2000] if c > "Ͱ" and not "\u2000" <= c <= "\u2fff"]
    if len(odd) * 5 < len(sample[:2000]):
        return ""
    for name, first, last in _SCRIPTS:
        if sum(first <= c <= last for c in odd) * 8 > len(odd):
            return name
    return ""
