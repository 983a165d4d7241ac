"""What stands for a line break in a text: its places put together, and what each becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.text.characters import STOPS, WIDE_STOPS
from cleantext.text.spans import Span

ENDS = frozenset(STOPS + WIDE_STOPS + "\"”’'»)」』）")
"""What ends a sentence, with the marks that may stand behind its stop."""
_BLANKS = frozenset(" \t\xa0")
_MARKUP = frozenset(">]")


def together(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The sorted spans with the blanks around each; those with only blanks between them are one.

    >>> list(together("One. // // Two.", [(5, 7), (8, 10)]))
    [(4, 11)]
    """
    first = last = -1
    for start, end in spans:
        between = text[last:start] if first >= 0 else ""
        if first >= 0 and (start <= last or (not between.strip() and "\n" not in between)):
            last = max(last, end)
            continue
        if first >= 0:
            yield _with_blanks(text, first, last)
        first, last = start, end
    if first >= 0:
        yield _with_blanks(text, first, last)


def _with_blanks(text: str, start: int, end: int) -> Span:
    while start and text[start - 1] in _BLANKS:
        start -= 1
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    return start, end


def break_or_blank(text: str, start: int, end: int) -> str:
    r"""A line break, or a blank in mid-sentence; nothing beside a line break and at the ends of a text.

    >>> break_or_blank("One.//Two.", 4, 6), break_or_blank("one//two", 3, 5), break_or_blank("One.//", 4, 6)
    ('\n', ' ', '')
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (start and after) or "\n" in (before, after):
        return ""
    return " " if before not in ENDS and before not in _MARKUP and after.islower() else "\n"


def left_of(text: str, at: int) -> str:
    """The character before a place that is no blank, which may be a line break; nothing where the text begins."""
    while at and text[at - 1] in _BLANKS:
        at -= 1
    return text[at - 1 : at] if at else ""


def right_of(text: str, at: int) -> str:
    """The character from a place on that is no blank, which may be a line break; nothing where the text ends."""
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return text[at : at + 1]
