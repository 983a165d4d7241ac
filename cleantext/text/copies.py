"""Captions and the like that a text says again in running text, where no seam parts them from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext.text.spans import Span

_LEAST, _MOST = 40, 400  # characters of what is said again
_KEY, _OF_KEY = 24, 4  # characters that are looked up; blocks that begin with the same, at most
_QUOTES = frozenset("“„\"«‘")
_BEGINNING = re.compile("[.!?…。][”\"’'»)]{0,2}\\s?(?=\\S)|[a-zß-ÿ](?=[A-ZÀ-Þ])")


def copies_in(text: str, blocks: Iterable[Span]) -> Iterator[Span]:
    """Where one of these blocks, of a sentence or so, is said once more at the beginning of a sentence.

    Of 158 such in flatnews' ``soup_natural`` that no paragraph of the body says, and of 27 that one says, two parted.

    >>> said = "Ships wait at anchor off the outer isles on Monday"
    >>> text = f"{said}\\nThe dock is shut. {said} Dockers went on strike."
    >>> [text[a:b] for a, b in copies_in(text, [(0, len(said))])] == [said]
    True
    """
    known: dict[str, list[Span]] = {}
    for start, end in blocks:
        if text[start] in _QUOTES or not _LEAST <= end - start <= _MOST:
            continue
        if len(of_key := known.setdefault(text[start : start + _KEY], [])) < _OF_KEY:
            of_key.append((start, end))
    if not known:
        return
    last = 0
    for found in _BEGINNING.finditer(text):
        at = found.end()
        if at < last:
            continue
        for start, end in known.get(text[at : at + _KEY], ()):
            if start != at and text.startswith(text[start:end], at) and _may_end(text, at + end - start):
                last = at + end - start
                yield at, last
                break


def _may_end(text: str, at: int) -> bool:
    """Whether a block may end at a place: at a line's end, or before a capital, a figure or a quotation."""
    then = text[at : at + 2].lstrip(" ")[:1]
    return not then or then == "\n" or then.isupper() or then.isdigit() or then in _QUOTES
