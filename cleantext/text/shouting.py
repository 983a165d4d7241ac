"""Texts in capitals throughout, as wires, weather services and captions of broadcasts have them: a capital tells
nothing there, so that they are read as if they were written in small letters.
"""

from __future__ import annotations

import re

_LEAST = 200  # letters with cases
_SHARE = 0.7  # of these in capitals
_GLANCE, _SAMPLE = 200, 20_000  # characters that are looked at first, and then
_WRAPPED = re.compile(r"(?<=[^\n]{45}[^\n.!?…:\"”»)])\n[^\W\d_]")  # behind a long line without a stop
_FIRST = re.compile(r"(?:\A|\n|[.!?…][\"'”’»)\]]{0,3}\s{0,3})[\"'“„«(\[]{0,3}[^\W\d_]")


def is_in_capitals(text: str) -> bool:
    """Whether most letters of a text are capitals.

    >>> is_in_capitals("THE FERRY RUNS AGAIN, ITS OWNER SAID." * 9), is_in_capitals("UN TALKS GO ON, they said." * 9)
    (True, False)
    """
    return _is_shared(text[:: len(text) // _GLANCE + 1], 1) and _is_shared(text[:_SAMPLE], _LEAST)


def _is_shared(text: str, least: int) -> bool:
    capitals = sum(map(str.isupper, text))
    cased = capitals + sum(map(str.islower, text))
    return cased >= least and capitals >= _SHARE * cased


def in_small_letters(text: str, *, wrapped: bool = False) -> str:
    """A text in small letters but for the first of each line and sentence, and as long.

    If it may be ``wrapped`` a line goes on in small letters behind a long one without a stop.

    >>> in_small_letters("ŞİRKET SAID SO.“WE SAIL.” THEN\\nIT SAILED.")
    'Şirket said so.“We sail.” Then\\nIt sailed.'
    >>> text = "THE FERRY RUNS AGAIN, SAID ITS OWNER, AND SAILS\\nON MONDAY.\\nFARES\\nSTAY."
    >>> in_small_letters(text, wrapped=True)
    'The ferry runs again, said its owner, and sails\\non monday.\\nFares\\nStay.'
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower()[0] for letter in text)
    shown = _FIRST.sub(lambda m: m[0][:-1] + text[m.end() - 1], small)
    return _WRAPPED.sub(lambda m: m[0].lower(), shown) if wrapped and "\n" in text else shown
