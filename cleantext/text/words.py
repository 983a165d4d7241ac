"""The two sides of a gap, and the places inside a token where a gap may have been lost."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleantext.text.characters import LOWER, STOPS, UPPER, WIDE_CLOSERS, WIDE_STOPS

_STOP = re.escape(STOPS)
_BULLET = re.escape("·•|▪■●►©")
_REACH = 40  # characters of a side that are looked at

PLAIN = re.compile(rf"[“\"‘'(„]?[{LOWER}{UPPER}]?[{LOWER}]*[.,;:!?]?[”\"’')]?[.,]?")
_URL = re.compile(
    r"(?:https?://|www\.|pic\.twitter|t\.co/|bit\.ly)\S*|\S*@\S*|#\S*|\S*[\\_=]\S*"
    r"|\S*\w\.(?:com|org|net|co|de|at|ch|fr|no)(?:/\S*|$|[,.;:)])"
)
_SITE = re.compile(
    rf"(?<=[{LOWER}0-9)\]}}%,;:€$£°′™®…])(?=[{UPPER}])"
    rf"|(?<=[{_STOP}])(?=[{UPPER}{LOWER}])"
    rf"|(?<=['’])(?=[{UPPER}])|(?<=[{_STOP},]['’])(?=\w)"
    rf"|(?<=[{LOWER})\]])(?=[0-9])|(?<=[{LOWER})”\"’'][.!?])(?=[0-9])"
    rf"|(?<=[0-9)\],;:!?%…])(?=[{LOWER}])"
    rf"|(?<=[{LOWER}{UPPER}0-9{_STOP},;:)'’%])(?=[“”„‘»\"](?!$)|«)|(?<=[{_STOP},)])(?=['’]\w)"
    rf"|(?<=[^\s(\[—–-][“”\"«])(?=[\w(“‘„«»\"-])|(?<=»)(?=[\w(“‘„«\"-])"
    rf"|(?<=[{LOWER}{UPPER}0-9{_STOP},;:)”’%])(?=[(\[¿¡])"
    rf"|(?<=[{_STOP}\"”])(?=[-–—])|(?<=[-–—])(?=[{UPPER}\"“«])"
    rf"|(?<=[{_BULLET}])(?=[^\s{_BULLET}])|(?<=[^\s{_BULLET}])(?=[{_BULLET}])"
    rf"|(?<=[{UPPER}])(?=[{UPPER}][{LOWER}]{{2}})|(?<=[{UPPER}][{UPPER}])(?=[{LOWER}]{{2}})"
    rf"|(?<=[{WIDE_STOPS}])(?=[^\s{WIDE_STOPS}{WIDE_CLOSERS}])"
    rf"|(?<=[{WIDE_STOPS}][{WIDE_CLOSERS}])(?=[^\s。、{WIDE_CLOSERS}])"
    rf"|(?<=\w)(?=https?://)"
)
_LEFT = re.compile(rf"([{UPPER}]*[{LOWER}]+|[{UPPER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?([^\w]*)$")
_RIGHT = re.compile(
    rf"([^\w]*)([{UPPER}][{LOWER}]+|[{UPPER}]{{2,}}(?![{LOWER}])|[{UPPER}]|[{LOWER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?"
)


class Side(NamedTuple):
    """One side of a gap: its word, and the marks between the word and the gap."""

    word: str
    marks: str


def left_side(text: str) -> Side:
    """The side that a text ends in.

    >>> left_side("the attack.'")
    Side(word='attack', marks=".'")
    """
    m = _LEFT.search(text[-_REACH:])
    return Side(m.group(1) or "", m.group(2)) if m else Side("", "")


def right_side(text: str) -> Side:
    """The side that a text begins with.

    >>> right_side("“He made clear")
    Side(word='He', marks='“')
    """
    m = _RIGHT.match(text[:_REACH])
    return Side(m.group(2) or "", m.group(1)) if m else Side("", "")


def sites_in(token: str) -> tuple[int, ...]:
    """Where a token may be two: ``droneHe``, ``attack.The``, ``(CNN)Friends``; never inside an address.

    >>> sites_in("droneHe"), sites_in("www.bbc.co.uk/newsRound")
    ((5,), ())
    """
    if PLAIN.fullmatch(token):
        return ()
    places = [m.start() for m in _SITE.finditer(token)]
    if not places:
        return ()
    veto = _URL.search(token)
    first, last = veto.span() if veto else (0, 0)
    return tuple(i for i in places if 0 < i < len(token) and not first < i < last)


def end_class(marks: str) -> str:
    """What kind of marks a side ends in: ``0`` for none, ``stop``, ``stop'`` with a quote after it, and so on."""
    if not marks:
        return "0"
    last = marks[-1]
    if last == "…" or marks.endswith("..."):
        return "dots"
    if any(c in STOPS or c in WIDE_STOPS for c in marks):
        if len(marks) == 1:
            return "stop" if last in STOPS else "wide"
        return "stop)" if last in ")]" else "stop'"
    if last in ")]":
        return ")"
    if last in "”\"’'»›“‘«":
        return "'," if "," in marks else "'"
    return last if last in ",;:%-–—|·" else "sym"


def start_class(marks: str) -> str:
    """What kind of mark a side begins with."""
    if not marks:
        return "0"
    first = marks[0]
    if first in "“„‘‚«‹":
        return "“"
    if first in "”’»›":
        return "”"
    if first in "([":
        return "("
    if first in ".,;:!?)]…":
        return "."
    return first if first in "\"'" else "-" if first in "-–—" else "sym"


def shape(word: str) -> str:
    """How a word is written: ``a`` small, ``Aa`` capitalised, ``AA`` capitals, ``9`` digits, ``4`` a year."""
    if not word:
        return "none"
    if word[0].isdigit():
        return "4" if len(word) == 4 and word.isdigit() else "9"
    if word.islower():
        return "a"
    if len(word) == 1:
        return "A"
    if word.isupper():
        return "AA"
    return "Aa" if word[0].isupper() else "caseless"
