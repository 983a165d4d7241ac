"""Where an article is signed off in brackets after its last sentence: "(APA, 25.2.2016)", "(Ada Quill, 3.5.2024)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.characters import STOPS
from cleantext.text.names import agency, read_byline

_LONGEST = 60  # characters in the brackets
_DATE = re.compile(r"(?:,|^)\s?\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d\d$")
_PARTS = re.compile(r"[,/;+&]")
_INITIALS = 5  # letters of somebody's sign, at most
_ENDS = frozenset(STOPS)
_QUOTES = frozenset("\"”“’»'")


def sign_offs_in(text: str) -> Iterator[tuple[int, int]]:
    """Where sign-offs stand, brackets and all: who wrote and a date, or an agency alone at the end of the text.

    An agency alone at the end of a line may have taken a picture.

    >>> text = "The ferry is back. (qui, APA, 3.5.2024)"
    >>> [text[a:b] for a, b in sign_offs_in(text)]
    ['(qui, APA, 3.5.2024)']
    >>> list(sign_offs_in("The ferry is back. (It was built in Oslo, 3.5.1974) (see above)"))
    []
    """
    at = text.find("(")
    while at >= 0:
        end = text.find(")", at + 2, at + _LONGEST)
        if end > 0 and _after_sentence(text, at) and _signs(text[at + 1 : end], not text[end + 1 : end + 9].strip()):
            yield at, end + 1
        at = text.find("(", at + 1)


def is_sign_off(text: str, *, last: bool = False) -> bool:
    """Whether a text is a sign-off and nothing else; an agency alone only if it is the ``last``.

    >>> is_sign_off("(red, 6.12.2015)"), is_sign_off("(dpa)"), is_sign_off("(dpa)", last=True)
    (True, False, True)
    """
    return text[:1] == "(" and text[-1:] == ")" and len(text) <= _LONGEST and _signs(text[1:-1], last)


def _after_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip()
    return before[-1:] in _ENDS or (before[-1:] in _QUOTES and before[-2:-1] in _ENDS)


def _signs(said: str, last: bool) -> bool:
    """Whether words are those of a sign-off; without a date only where nothing follows."""
    date = _DATE.search(said)
    parts = [part.strip() for part in _PARTS.split(said[: date.start()] if date else said)]
    if not all(parts):
        return False
    if not date:
        return last and all(map(agency, parts))
    return all(_is_sign(part) or agency(part) or read_byline(part).authors for part in parts)


def _is_sign(part: str) -> bool:
    return len(part) <= _INITIALS and part.isalpha() and part.islower()
