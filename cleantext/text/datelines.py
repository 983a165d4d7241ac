"""Datelines: where an article was written, before its first sentence and a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.characters import UPPER

_LONGEST = 80  # characters of a dateline
_DASH = re.compile(r"[—–-]")
_PLACE = rf"[{UPPER}][{UPPER}.'’-]+(?: [{UPPER}][{UPPER}.'’-]+){{0,3}}"
_REGION = rf"(?:, [{UPPER}][\w.'’]{{1,14}}(?: [{UPPER}][\w.]{{1,12}})?)?"
_DAY = rf"(?:, [{UPPER}][a-z]{{2,8}}\.? \d{{1,2}})?"
_AGENCY = r"(?: ?\([^()\n]{2,40}\))?"
_DATELINE = re.compile(rf"(?<![{UPPER}])({_PLACE}{_REGION}{_DAY}{_AGENCY})$")
_BEGINNING = "“\"‘'«„"


def datelines_in(text: str) -> Iterator[tuple[int, int]]:
    """Where datelines stand, each with the first character of its sentence.

    A place is in capitals, and what follows it not: a region, a day, an agency in brackets.

    >>> text = "Ferry back. OSLO, Norway, May 3 (Reuters) - The ferry is back."
    >>> [text[a:b] for a, b in datelines_in(text)]
    ['OSLO, Norway, May 3 (Reuters) - T']
    >>> list(datelines_in("FERRY BACK - ALL WELL")), list(datelines_in("The NATO – an alliance – met."))
    ([], [])
    """
    for dash in _DASH.finditer(text):
        start, end = dash.span()
        if dash[0] == "-":
            end += text[end : end + 1] == "-"
            if text[start - 1 : start] != " " or text[end : end + 1] != " ":
                continue
        start, end = start - (text[start - 1 : start] == " "), end + (text[end : end + 1] == " ")
        then = text[end : end + 2].lstrip(_BEGINNING)
        if (then[:1].isupper() or then[:1].isdigit()) and not then[1:2].isupper():
            found = _DATELINE.search(text, max(0, start - _LONGEST), start)
            if found:
                yield found.start(1), end + 1
