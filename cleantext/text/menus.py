"""Menu words, calls and notices that run into other text, in scripts whose letters show no beginning.

Where letters have capitals, a capital in mid-word tells that two lines were glued. In Japanese, Chinese, Korean, Arabic
and Hindi nothing does; there what a site says of itself is found by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.lists import sections

LANGUAGES = frozenset(("ja", "zh", "ko", "ar", "hi"))

_WIDE = frozenset(("ja", "zh"))
_LISTS = ("related", "calls", "legal", "adverts", "comments", "sections", "notices")
_SHORTEST = {"ja": 2, "zh": 2, "ko": 2}  # characters of a phrase; 3 elsewhere
_LEAST, _LEAST_WIDE = 8, 6  # characters of the phrases of a run
_SEPARATORS = re.compile(r"(?:[^\S\n]|[\d:：・|/／\-–—#＞>»●•（）()\[\]［］,]){0,6}")
_HIRAGANA = "ぁ", "ゟ"
_LED = frozenset("のをにはがとでもへやな、")  # after these a phrase is part of a sentence


def menus_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where two or more such phrases stand in a row, and in scripts without blanks a long one; none in mid-sentence.

    >>> text = "発表した。コメントを書くシェアする首相は３日、コメントを発表した。"
    >>> [text[a:b] for a, b in menus_in(text, "ja")]
    ['コメントを書くシェアする']
    """
    if language not in LANGUAGES:
        return
    is_wide = language in _WIDE
    least = _LEAST_WIDE if is_wide else _LEAST
    for start, end, phrases, size in _runs(text, language):
        if size < least or not (phrases > 1 or is_wide) or (is_wide and _in_sentence(text, start, end)):
            continue
        if text[start - 1 : start] != "\n" or text[end : end + 1] != "\n":
            yield start, end


def _runs(text: str, language: str) -> Iterator[tuple[int, int, int, int]]:
    """Phrases with nothing but separators between them: start, end, how many, and their characters."""
    start = end = phrases = size = 0
    for m in _pattern(language).finditer(text):
        if phrases and _SEPARATORS.fullmatch(text, end, m.start()):
            end, phrases, size = m.end(), phrases + 1, size + m.end() - m.start()
            continue
        if phrases:
            yield start, end, phrases, size
        (start, end), phrases, size = m.span(), 1, m.end() - m.start()
    if phrases:
        yield start, end, phrases, size


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether particles or endings join a run to what stands beside it."""
    first, last = _HIRAGANA
    return first <= text[end : end + 1] <= last or text[start - 1 : start] in _LED


@cache
def _pattern(language: str) -> re.Pattern[str]:
    lists, least = sections("furniture")[language], _SHORTEST.get(language, 3)
    found = {p for name in _LISTS for p in lists.get(name, ()) if len(p) >= least and not p.isascii()}
    return re.compile("|".join(map(re.escape, sorted(found, key=lambda p: (-len(p), p)))))
