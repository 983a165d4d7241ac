"""Where readers' comments begin, told by what sites write beside the time of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cleantext.text.dates import clocks_in
from cleantext.text.lists import words_by_key

_LEAST = 3  # comments
_LONGEST, _DIGITS = 60, 3  # characters of the time of one, and the digits in it, at least
_DASHES = " -–—·•|>»"


def comments_from(texts: Sequence[str], digits: Sequence[int]) -> int:
    """The piece with which the first of several comments begins, or the number of pieces.

    Beside the time of each stands a button that answers it, or who "says" what follows. Of 18 texts of flatnews with
    three such times, in all but those of two pages, which label comments so, what stands behind the first is no body.

    >>> texts = "It is back.", "Ada says:", "May 3, 2024 at 9:15 am", "Bo says:", "May 3, 2024 at 9:40 am"
    >>> comments_from([*texts, "Cy says:", "May 4, 2024 at 7:02 pm"], [0, 0, 8, 0, 8, 0, 8])
    1
    >>> comments_from(texts, [0, 0, 8, 0, 8])
    5
    """
    begun = []
    for i, count in enumerate(digits):
        if count < _DIGITS or len(texts[i]) > _LONGEST:
            continue
        says = i > 0 and _says(texts[i - 1])
        if (says or _replies(texts[i]) or (i + 1 < len(texts) and _replies(texts[i + 1]))) and clocks_in(texts[i]):
            begun.append(i - says)
    return begun[0] if len(begun) >= _LEAST else len(texts)


def _says(text: str) -> bool:
    """Whether a text ends in a word and a colon that lead to what somebody wrote."""
    words = text[:-1].lower().split()
    return text[-1] in ":：" and bool(words) and words[-1] in _words("says")


def _replies(text: str) -> bool:
    """Whether a text begins or ends with the button that answers a comment."""
    words = text.strip(_DASHES).lower().split()
    return bool(words) and not {words[0], words[-1]}.isdisjoint(_words("replies"))


@cache
def _words(key: str) -> frozenset[str]:
    return words_by_key("comments.txt")[key]
