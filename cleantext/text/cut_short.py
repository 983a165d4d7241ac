"""Marks where a feed cut a text short, ``[…]``, ``(more…)``, ``[+3512 chars]``, and what leads from there to the rest.

An editor leaves something out with the same brackets, in a quotation: those stand before more of the sentence, or
behind its stop.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from cleantext.text.frames import begins, ends, filled_in, is_on_edge, sentence_start
from cleantext.text.lists import phrases
from cleantext.text.spans import Span

_COUNTED = re.compile(r"\[\+\d{1,7} chars\]")
_OMITTED = ("[…]", "[...]", "[. . .]")
_ARROWS = "→»←›"
_STOPS = frozenset(".!?。！？؟…")
_LONGEST_SENTENCE, _LONGEST_LINE = 600, 3000  # characters
_LONGEST_TITLE, _BLANKS = 160, 10  # characters of what stands behind, with blanks and line breaks, and of these
_LONGEST_CALL = 40  # characters of a call and the blanks behind it
_OPENING = frozenset("“„«「")
_QUOTES = re.compile(r'["“”„«»「」]')


def cuts_short_in(text: str, footers: Collection[int] = ()) -> list[Span]:
    """Where a text was cut short, and the calls to read on behind that; ``footers`` are where those of feeds begin.

    >>> text = "It is back, said the […] Read more » “The ferry […] is back,” he said. It will sail on the […]"
    >>> [text[a:b] for a, b in cuts_short_in(text)]
    ['[…] Read more »', '[…]']
    """
    calls = dict(_calls_in(text, footers))
    found = [m.span() for m in _COUNTED.finditer(text)] if " chars]" in text else []
    for at, end in _marks_in(text):
        call = _skipped(text, end)
        if behind := calls.pop(call, 0) or call_behind(text, end):
            found.append((at, behind))
        elif (after := _next(text, call)) in footers or after in calls or _ends_short(text, at, end):
            found.append((at, end))
    return sorted([*found, *calls.items()])


def _marks_in(text: str) -> Iterator[Span]:
    """Where brackets stand for what was left out, or say that there is more."""
    omitted = _OMITTED if ".]" in text or "…]" in text else ()
    more = _cut_marks() if ".)" in text or "…)" in text else ()
    for mark in (*omitted, *more):
        at = text.find(mark)
        while at >= 0:
            yield at, at + len(mark)
            at = text.find(mark, at + len(mark))


@cache
def _cut_marks() -> tuple[str, ...]:
    marks = phrases("feeds", "cut short")
    return (*marks, *(mark.replace("…", "...") for mark in marks))


def _calls_in(text: str, footers: Collection[int]) -> Iterator[Span]:
    """Where readers are told to read on elsewhere: with an arrow, or at the end of a line or before a footer."""
    for arrow in _ARROWS:
        at = text.find(arrow)
        while at >= 0:
            start = _call_before(text, at)
            if start >= 0 and begins(text, start) and ends(text, at + 1):
                yield start, at + 1
            at = text.find(arrow, at + 1)
    for filled in filled_in(text, "read on"):
        start, end = filled[:2]
        is_last = is_on_edge(text, end) or _skipped(text, end) in footers or text[end - 1] in _ARROWS
        if is_last and begins(text, start) and ends(text, end):
            yield start, end


def _call_before(text: str, at: int) -> int:
    """Where a call begins that ends before an arrow; -1 if none does."""
    before = text[max(0, at - _LONGEST_CALL) : at].rstrip(" \xa0")
    if not before.endswith(_calls()):
        return -1
    call = next(call for call in _calls() if before.endswith(call))
    return text.rfind(call, 0, at)


def call_behind(text: str, at: int) -> int:
    """Where a call to read on ends that stands behind a mark, with its arrow or without; 0 if none does.

    >>> call_behind("the […] Read more »", 7), call_behind("the […] Read on", 7)
    (19, 0)
    """
    at = _skipped(text, at)
    if not text.startswith(_calls(), at):
        return 0
    end = at + next(len(call) for call in _calls() if text.startswith(call, at))
    arrow = _skipped(text, end)
    end = arrow + 1 if text[arrow : arrow + 1] in {*_ARROWS} else end
    return end if ends(text, end) else 0


@cache
def _calls() -> tuple[str, ...]:
    return phrases("feeds", "with arrows")


def _ends_short(text: str, at: int, end: int) -> bool:
    """Whether a text ends at a mark, or a line does in the middle of a sentence that nobody quotes, before a title.

    Editors leave out the rest of a paragraph that they quote too, and go on with a paragraph.
    """
    behind = text[end : end + _LONGEST_TITLE].lstrip()
    if not behind:
        return not text[end:].strip()
    if not is_on_edge(text, end) or behind[0].islower():
        return False
    line = text.rfind("\n", max(0, at - _LONGEST_LINE), at) + 1
    before, after = text[line:at].rstrip(), behind.split("\n", 1)[0].rstrip()
    if text[at] == "(":
        return True
    is_title = len(after) < _LONGEST_TITLE - _BLANKS and after[-1] not in _STOPS
    return is_title and bool(before) and before[-1] not in _STOPS and not _is_quoting(before)


def _is_quoting(line: str) -> bool:
    """Whether a quotation is open where a line ends.

    >>> _is_quoting("“It is back"), _is_quoting('"It is back," he said and')
    (True, False)
    """
    marks = _QUOTES.findall(line)
    return marks.count('"') % 2 == 1 or (bool(marks) and marks[-1] in _OPENING)


def _skipped(text: str, at: int) -> int:
    """The place behind blanks."""
    while text[at : at + 1] in (" ", "\xa0"):
        at += 1
    return at


def _next(text: str, at: int) -> int:
    """The place behind blanks and line breaks, of which there are few."""
    near = text[at : at + _BLANKS]
    return at + len(near) - len(near.lstrip())


def sentence_before(text: str, at: int) -> int:
    """Where the sentence begins that was cut short at a place, on its line; there if that is not seen.

    >>> sentence_before("It is back. It will sail on the […]", 32), sentence_before("Sport\\nIt sails to the […]", 22)
    (12, 6)
    """
    end = at
    while end and text[end - 1] in " …." and at - end <= len(_OMITTED[-1]):
        end -= 1
    start = sentence_start(text, max(text.rfind("\n", 0, end) + 1, end - _LONGEST_SENTENCE), end)
    return start if start >= 0 else at
