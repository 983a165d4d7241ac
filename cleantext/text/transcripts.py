"""Transcripts of broadcasts: ``ADA QUILL, ANCHOR: Good evening.``, and between the turns what is played, and when.

Who speaks stands in capitals, at a line's beginning or behind a sentence. What stands there in brackets is no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cleantext.text.characters import UPPER
from cleantext.text.credits import labelled
from cleantext.text.lists import lines
from cleantext.text.openers import is_pointer
from cleantext.text.spans import Span

_TURNS, _SPEAKERS = 4, 2  # of a transcript, and who take them, at least
_CAPITALS = rf"[{UPPER}][{UPPER}.'’-]{{1,20}}(?: [{UPPER}][{UPPER}.'’-]{{0,20}}){{0,4}}"
_SPEAKER = rf"({_CAPITALS})(?:, [^:.!?\n]{{2,60}})?(?: \([^()\n]{{2,20}}\))?:"
_FIRST = re.compile(rf"{_SPEAKER}(?=\s)")
_BEHIND = re.compile(rf"(?:^|(?<=[.!?…\"”)\]\n-]) ?)(?:{_SPEAKER})$")
_REACH = 120  # characters before a colon that may say who speaks
_DIRECTION = re.compile(r"[(\[]([^()\[\]\n]{3,40})[)\]]")
_SOUND = "soundbite of "
_TIME = re.compile(r"\[\d\d?:\d\d:\d\d\]")


def speaker_turns(text: str) -> list[Span]:
    """Where it says who speaks next, if a text is a transcript.

    >>> text = "ADA QUILL, ANCHOR: Good evening. BO TERN (voice-over): A dock. QUILL: Yes. TERN: It is."
    >>> [text[a:b] for a, b in speaker_turns(text)]
    ['ADA QUILL, ANCHOR:', 'BO TERN (voice-over):', 'QUILL:', 'TERN:']
    >>> speaker_turns("MONDAY: Rain. TUESDAY: Sun. WEDNESDAY: Wind. THURSDAY: Fog. FRIDAY: Snow.")
    []
    """
    if text.count(":") < _TURNS:
        return []
    found: list[tuple[Span, str]] = []
    at = text.find(":")
    while at >= 0:
        if m := _BEHIND.search(text, max(0, at - _REACH), at + 1):
            found.append((m.span(1), m[1]))
        at = text.find(":", at + 1)
    return [(start, text.find(":", end) + 1) for (start, end), _ in found] if _take_turns(found) else []


def turns_among(texts: Sequence[str]) -> list[int]:
    """The pieces of a transcript that begin with who speaks, and what is heard between them ("(LAUGHTER)").

    >>> turns_among(["ADA QUILL: Good evening.", "BO TERN: Yes.", "(LAUGHTER)", "QUILL: Why?", "I ask.", "TERN: So."])
    [0, 1, 2, 3, 5]
    """
    led = [i for i, text in enumerate(texts) if text[:2].isupper() and ":" in text[:_REACH]]
    found = [(i, m[1]) for i in led if (m := _FIRST.match(texts[i]))] if len(led) >= _TURNS else []
    if not _take_turns(found):
        return []
    heard = (i for i in range(found[0][0], found[-1][0]) if texts[i][0] == "(" and texts[i].isupper())
    return sorted({*heard, *(i for i, _ in found)})


def _take_turns(found: Sequence[tuple[object, str]]) -> bool:
    """Whether these are enough turns of enough speakers, one of whom is named in full, and then by the last name."""
    names = [name for _, name in found if not (is_pointer(name) or labelled(f"{name}:"))]
    last = {name.rpartition(" ")[2] for name in names}
    again = last.intersection(name for name in names if " " not in name)
    is_named = any(" " in name and name.rpartition(" ")[2] in again for name in names)
    return is_named and len(names) >= _TURNS and len(last) >= _SPEAKERS


def directions_in(text: str) -> Iterator[Span]:
    """Where it says in brackets what is played, or that there is a break, and the times of a transcript.

    >>> text = "We are here. (BEGIN VIDEO CLIP) It is back. (LAUGHTER) (COMMERCIAL BREAK) [20:05:00] Welcome back."
    >>> [text[a:b] for a, b in directions_in(text)]
    ['(BEGIN VIDEO CLIP)', '(COMMERCIAL BREAK)', '[20:05:00]']
    >>> list(directions_in("The ferry (video clip below) is back at 20:05:00."))
    []
    """
    for m in _DIRECTION.finditer(text):
        if is_direction(m[0]):
            yield m.span()


def is_direction(text: str) -> bool:
    """Whether a text is such a direction, in brackets and capitals, or such a time, and nothing else.

    >>> is_direction("(END VIDEOTAPE)"), is_direction("(SOUNDBITE OF A SHIP)"), is_direction("(Video)")
    (True, True, False)
    """
    inner, low = text[1:-1], text[1:-1].lower()
    if text[0] == "[" and _TIME.fullmatch(text):
        return True
    if text[0] not in "([" or text[-1] not in ")]":
        return False
    is_loud = inner.isupper() or (inner[-2:].isupper() and low[:-3] in ("begin", "end"))
    return is_loud and (low in _directions() or low.startswith(_SOUND))


@cache
def _directions() -> frozenset[str]:
    return frozenset(lines("transcripts.txt"))
