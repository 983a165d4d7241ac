"""Captions that are said again in running text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from cleantext.text.spans import Span

_LEAST, _MOST = 40, 400  # characters of a caption
_KEY, _OF_KEY = 24, 4  # characters that are looked up; captions that begin with the same, at most
_STOPS = frozenset(".!?…。”\"’'»)")
_QUOTES = frozenset("“„\"«‘")
_BEGINNING = re.compile("^|[.!?…。][”\"’'»)]{0,2}\\s?(?=\\S)|[a-zß-ÿ](?=[A-ZÀ-Þ])")

Captions = Mapping[str, Sequence[str]]


def by_beginning(captions: Collection[str]) -> Captions:
    """Captions, each once, by the letters that they begin with, without those too short to be no other text's."""
    found: dict[str, list[str]] = {}
    for text in captions:
        same = found.setdefault(text[:_KEY], []) if _LEAST <= len(text) <= _MOST else None
        if same is not None and len(same) < _OF_KEY:
            same.append(text)
    return found


def copies_in(text: str, captions: Captions, *, before_credit: bool = False) -> Iterator[Span]:
    """Where captions are said in a text, from the beginning of a sentence to where a block may end.

    One that ends in a stop may be the sentence that the caption was taken from, unless it is the last of the text and a
    credit stands behind that (``before_credit``).

    >>> captions = by_beginning(["Ships wait at anchor off the outer isles on Monday"])
    >>> text = "It is shut. Ships wait at anchor off the outer isles on Monday Dockers went on strike."
    >>> [text[a:b] for a, b in copies_in(text, captions)]
    ['Ships wait at anchor off the outer isles on Monday']
    >>> [*copies_in(text.replace("Dockers", "as dockers"), captions)]
    []
    >>> captions = by_beginning(["The last ship left the outer isles on Monday."])
    >>> text = "It is shut. The last ship left the outer isles on Monday."
    >>> [*copies_in(text, captions)], [*copies_in(text, captions, before_credit=True)]
    ([], [(12, 57)])
    """
    last = 0
    for found in _BEGINNING.finditer(text) if captions else ():
        at = found.end()
        for caption in captions.get(text[at : at + _KEY], ()) if at >= last else ():
            end = at + len(caption)
            is_apart = caption[-1] not in _STOPS or (before_credit and end == len(text))
            if is_apart and text.startswith(caption, at) and _may_end(text, end):
                last = end
                yield at, end
                break


def _may_end(text: str, at: int) -> bool:
    """Whether a block may end at a place: at a line's end, or before a capital, a figure or a quotation."""
    then = text[at : at + 2].lstrip(" ")[:1]
    return not then or then == "\n" or then.isupper() or then.isdigit() or then in _QUOTES
