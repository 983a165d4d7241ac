"""Headings that run into their paragraph, "Oct. 6, 1923: The first game", where a tool has broken the line between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleantext.text.menus import is_interruption
from cleantext.text.openers import is_pointer

_LONGEST = 30  # characters of a heading, at most
_SHORTEST = 30  # characters of what follows one, at least
_LEAST = 3  # headings in a text, at least
_TIMED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[.:h]\d\d(?!\d)")
_STOPS = frozenset(".!?…”\"»’)")


def some_run_in(text: str) -> bool:
    """Whether a text has as many lines that end in a colon."""
    return text.count(":\n") >= _LEAST


def run_in_headings(lines: Sequence[str], *, at_links: bool) -> list[int]:
    """The lines, counted from 0, that are headings of the line behind them, where a text has three or more.

    Where lines are broken ``at_links``, they are at bold words too, so that any words with a colon may be one;
    elsewhere only dates and times. All 33 such lines in flatnews' soups on lines, and 73 of 79 in our own pages, went
    on; those of silver's pages, whose lines are whole blocks, did not.

    >>> lines = ["Oct. 6, 1923:", "The ferry sailed for the first time.", "1946:", "It sank in a storm off the pier.",
    ...          "May 2, 1960:", "Another one was built by the harbour."]
    >>> run_in_headings(lines, at_links=False)
    [0, 2, 4]
    """
    found = [k for k in range(len(lines) - 1) if _is_heading(lines[k], at_links) and _follows(lines[k + 1])]
    return found if len(found) >= _LEAST else []


def _is_heading(line: str, at_links: bool) -> bool:
    if line[-1:] != ":" or len(line) > _LONGEST or not (line[0].isupper() or line[0].isdigit()):
        return False
    return bool(_TIMED.search(line)) or (at_links and not is_pointer(line) and not is_interruption(line))


def _follows(line: str) -> bool:
    """Whether a line may be what a heading runs into: a sentence."""
    return len(line) >= _SHORTEST and line[-1] in _STOPS and not line[0].islower()
