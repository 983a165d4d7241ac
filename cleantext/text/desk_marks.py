"""What wires and newsrooms write in a text for each other: "(MORE)", "((ada@isle.example))", "[CG: ADA QUILL]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.lists import phrases
from cleantext.text.spans import Span

_DOUBLE = re.compile(r"\(\([^()\n]{2,300}\)\)(?:[ \t]{1,4}(?:\d{0,2}:\d\d|\d\d:\d\d-\d\d:\d\d))?")
_SUPER = re.compile(r"\[(?:CG|SUPER|LOWER THIRD|TRT|VO|SOT|NAT|NATS|OC|TAKE|GFX|GRAPHIC)\b[^\[\]\n]{0,120}\](?:[ \t]{1,4}[\d:-]{3,13})?")
_FILED = re.compile(r"(?<!\S)(?:nn )?[A-Z]{2,4}(?:-[A-Z]{2})?-\d\d-\d\d-\d\d(?:[ \t]{1,3}\d{4}(?:[A-Z]{3})?)?<?(?!\S)")
_CHAT = re.compile(r"\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?\] [^:\n]{1,40}:")
_ENDS = frozenset(".!?…\"”’»)]")


def desk_marks_in(text: str) -> Iterator[Span]:
    """Where they stand, on their line or behind a sentence: in double brackets, as cues, as the marks of takes.

    When it was filed, and who sent a part of it to a chat and when, stand anywhere.

    >>> text = "It is back. NYT-03-12-99 2051 [14/9/23, 21:41:20] Isle News: It is full."
    >>> [text[a:b] for a, b in desk_marks_in(text)]
    ['[14/9/23, 21:41:20] Isle News:', 'NYT-03-12-99 2051']

    >>> text = "It is back. (MORE) It is full. ((ada@isle.example; +44 20 7000 0000)) He said ((so it goes)) it (more)"
    >>> [text[a:b] for a, b in sorted(desk_marks_in(text))]
    ['(MORE)', '((ada@isle.example; +44 20 7000 0000))']
    """
    if "((" in text:
        yield from (m.span() for m in _DOUBLE.finditer(text) if _stands_apart(text, *m.span()))
    if "[" in text:
        yield from (m.span() for m in _SUPER.finditer(text) if _stands_apart(text, *m.span()))
        yield from (m.span() for m in _CHAT.finditer(text))
    if "-" in text:
        yield from (m.span() for m in _FILED.finditer(text))
    for mark in _takes():
        at = text.find(mark)
        while at >= 0:
            if _stands_apart(text, at, at + len(mark)):
                yield at, at + len(mark)
            at = text.find(mark, at + len(mark))


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether nothing before and behind goes on from there: a line or a sentence ends, and another begins."""
    before, after = text[max(0, start - 2) : start].rstrip(" \t")[-1:], text[end : end + 2].lstrip(" \t")[:1]
    return (before in ("", "\n") or before in _ENDS) and not (after.islower() or after in tuple(".,;:"))


@cache
def _takes() -> tuple[str, ...]:
    """The marks of takes, in brackets."""
    return tuple(f"({mark})" for mark in phrases("feeds", "takes"))
