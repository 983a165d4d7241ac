"""What wires and newsrooms write in a text for each other: "(MORE)", "((ada@isle.example))", "[CG: ADA QUILL]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.lists import phrases
from cleantext.text.selves import says_what_it_is
from cleantext.text.spans import Span

_TIMED = r"(?:[ \t]{1,4}(?:\d\d:\d\d-\d\d:\d\d|\d{0,2}:\d\d))?"
_DOUBLE = re.compile(rf"\(\([^()\n]{{2,300}}\)\){_TIMED}")
_CUES = "CG|SUPER|LOWER THIRD|TRT|VO|SOT|NAT|NATS|OC|TAKE|GFX|GRAPHIC"  # of what a broadcast shows and plays
_CUE = re.compile(rf"\[(?:{_CUES})\b[^\[\]\n]{{0,120}}\]{_TIMED}")
_CHAT = re.compile(r"\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?\] [^:\n]{1,40}:")
_DAY = re.compile(r"-\d\d-\d\d-\d\d(?:[ \t]{1,3}\d{4}(?:[A-Z]{3})?)?<?(?!\S)")
_WIRE = re.compile(r"(?<!\S)(?:nn )?[A-Z]{2,4}(?:-[A-Z]{2})?$")
_REACH = 12  # characters of a wire before the day
_ENDS = frozenset(".!?…\"”’»)]")


def desk_marks_in(text: str) -> Iterator[Span]:
    """Where they stand, on their line or behind a sentence: in double brackets, as cues, as the marks of takes.

    When it was filed, and who sent a part of it to a chat and when, stand anywhere.

    >>> text = "It is back. (MORE) It is full. ((ada@isle.example; +44 20 7000 0000)) He said ((so it goes)) it (more)"
    >>> [text[a:b] for a, b in sorted(desk_marks_in(text))]
    ['(MORE)', '((ada@isle.example; +44 20 7000 0000))']
    >>> text = "It is back. NYT-03-12-99 2051 [14/9/23, 21:41:20] Isle News: It is full."
    >>> [text[a:b] for a, b in desk_marks_in(text)]
    ['[14/9/23, 21:41:20] Isle News:', 'NYT-03-12-99 2051']
    """
    marks = _DOUBLE.finditer(text) if "((" in text else iter(())
    spans = [m.span() for m in marks if not says_what_it_is(m[0].strip("( )"))]
    if "[" in text:
        spans += [m.span() for m in _CUE.finditer(text)]
        yield from (m.span() for m in _CHAT.finditer(text))
    if "(" in text:
        spans += [m.span() for m in _takes().finditer(text)]
    yield from (span for span in spans if _stands_apart(text, *span))
    for day in _DAY.finditer(text):
        if wire := _WIRE.search(text, max(0, day.start() - _REACH), day.start()):
            yield wire.start(), day.end()


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether nothing before and behind goes on from there: a line or a sentence ends, and another begins."""
    before, after = text[max(0, start - 2) : start].rstrip(" \t")[-1:], text[end : end + 2].lstrip(" \t")[:1]
    return (before in ("", "\n") or before in _ENDS) and not (after.islower() or after in tuple(".,;:"))


@cache
def _takes() -> re.Pattern[str]:
    """The marks of takes, in brackets."""
    return re.compile(rf"\((?:{'|'.join(map(re.escape, phrases('feeds', 'takes')))})\)")
