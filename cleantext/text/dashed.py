"""Headings between hyphens, as news agencies set them within a report: "… il part.- Une surprise -Le maire …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.characters import UPPER
from cleantext.text.spans import Span

_OPENING = "\"“«"
_STOPS = frozenset(".!?…\"”»")
_LONGEST, _MOST_WORDS = 72, 10  # characters of a heading with its hyphens, and words
_CLOSING = re.compile(rf"(?:(?<=\s)|(?<=[\"”»]))-(\s?)(?=[{UPPER}{_OPENING}0-9])")
_ALONE = re.compile(r"-[^.\n]{3,70}-")


def dashed_headings_in(text: str) -> Iterator[Span]:
    """Where such headings stand, each with its hyphens.

    What somebody asks and somebody answers is no heading.

    >>> text = 'Il a refusé.- Une surprise au "3e tour" ? -Le maire est parti.- "Prêts" -"Oui", dit-il.'
    >>> [text[a:b] for a, b in dashed_headings_in(text)]
    ['- Une surprise au "3e tour" ? -', '- "Prêts" -']
    >>> list(dashed_headings_in("He left. - Why? - He was tired. A well-known Tour-Sieger came."))
    []
    >>> list(dashed_headings_in("They are:\\n- A pier\\n- A mole\\nSee. - A pier - A mole - A quay"))
    []
    """
    at = text.find("-")
    while at >= 0:
        end = _end(text, at) if _opens(text, at) else -1
        if end > 0:
            yield at, end
        at = text.find("-", max(at + 1, end))


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a line ends before a hyphen, or it is glued to the word before it alone, and a capital or a
    quotation follows it.
    """
    before = text[at - 1 : at]
    if before == " ":
        before = text[at - 2 : at - 1]
    then = text[at + 1 : at + 3].lstrip()[:1]
    is_begun = before in _STOPS or before == "\n" or (before.isalpha() and text[at - 1 : at + 2] == f"{before}- ")
    return is_begun and (then.isupper() or then in _OPENING) and then != ""


def _end(text: str, at: int) -> int:
    """Where the heading ends that begins with a hyphen at a place, -1 if it does not."""
    found = _CLOSING.search(text, at + 2, at + _LONGEST)
    if not found:
        return -1
    inner = text[at + 1 : found.start()].strip()
    if found[1] and (inner[-1:] in "?!" or text[at - 1].isalpha()):  # a question and its answer, a hyphenated word
        return -1
    is_one = "." not in inner and "\n" not in text[at : found.start()] and len(inner.split()) <= _MOST_WORDS
    return found.start() + 1 if is_one and not _is_listed(text, found.end()) else -1


def _is_listed(text: str, end: int) -> bool:
    """Whether what follows a hyphen is no sentence but an item of a list, before the next hyphen."""
    then = text.find(" - ", end, end + _LONGEST)
    return then >= 0 and _STOPS.isdisjoint(text[end:then]) and "\n" not in text[end:then]


def is_dashed_heading(text: str) -> bool:
    """Whether a text is such a heading.

    >>> is_dashed_heading("- Une surprise -"), is_dashed_heading("- Non, dit-il")
    (True, False)
    """
    return text[0] == text[-1] == "-" and _ALONE.fullmatch(text) is not None
