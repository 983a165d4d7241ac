"""Texts in capitals throughout, as wires, weather services and captions of broadcasts have them: a capital tells
nothing there, so that they are read as if they were written in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LEAST = 200  # letters with cases
_SHARE = 0.7  # of these in capitals
_GLANCE, _SAMPLE = 200, 20_000  # characters that are looked at first, and then
_WIDTH, _WIDEST, _WRAPPED = 75, 100, 0.6  # characters of wrapped lines, and what share of it one that goes on has
_NEARLY_ALL = 0.9  # of the lines, which are no longer than the width
_STOPS = frozenset(".!?…:\"”»)")
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

    If it may be ``wrapped`` a line goes on in small letters behind a long one without a stop, up to one that has it.

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
    return "\n".join(_going_on(shown.split("\n"))) if wrapped and "\n" in text else shown


def _going_on(lines: list[str]) -> Iterator[str]:
    """The lines, those written small at their beginning on which one before goes on: in runs up to one with a stop."""
    sizes = sorted(map(len, filter(None, lines)))
    wide = sizes[int(_NEARLY_ALL * len(sizes))] if sizes else 0
    long = _WRAPPED * (wide if wide <= _WIDEST else _WIDTH)
    run: list[str] = []
    for line in lines:
        if run and len(line) > _WIDEST:
            yield from run
            run = []
        run.append(line)
        is_stopped = line[-1:] in _STOPS if line else False
        if is_stopped or not long <= len(line) <= _WIDEST:
            yield run[0]
            yield from map(_small_first, run[1:]) if is_stopped else run[1:]
            run = []
    yield from run


def _small_first(line: str) -> str:
    return line[:1].lower()[:1] + line[1:]  # some capitals are two letters when they are small
