"""Text on a terminal: columns, colours, and nothing that a text could do to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

ELLIPSIS = "…"
_STYLES = {"kept": "32", "dropped": "31", "added": "32", "removed": "31", "place": "36", "head": "1", "faint": "2"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Paint:
    """Colours words by what they mean, or leaves them as they are.

    >>> Paint(False)("kept", "body")
    'body'
    """

    __slots__ = ("on",)

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.on and text else text


def harmless(text: str) -> str:
    """The text with control characters made visible, so that it cannot steer the terminal.

    >>> harmless("a\\x1b[31mb")
    'a␛[31mb'
    """
    return _CONTROL.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def width(text: str) -> int:
    """The columns that a text takes.

    >>> width("news"), width("東京")
    (4, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 0 if combining(character) else 1


def wrapped(text: str, columns: int) -> Iterator[str]:
    """The text in lines of at most so many columns, broken at blanks where there are some."""
    while width(text) > columns:
        end = _fitting(text, columns)
        blank = text.rfind(" ", 0, end + 1)
        cut = blank if blank > 0 else end
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def clipped(text: str, columns: int) -> str:
    """The text's beginning and end where it is too long for so many columns.

    >>> clipped("The minister resigned on Tuesday night.", 24)
    'The minister … night.'
    """
    if len(text) <= columns and width(text) <= columns:
        return text
    head = text[: _fitting(text, columns * 2 // 3)]
    head = head.rpartition(" ")[0] or head
    tail = text[: -columns - 1 : -1]
    tail = tail[: _fitting(tail, columns - width(head) - 3, least=0)][::-1]
    return f"{head} {ELLIPSIS} {tail.partition(' ')[2] or tail}".rstrip()


def _fitting(text: str, columns: int, least: int = 1) -> int:
    """How many characters fit, or the least."""
    at = taken = 0
    for at, character in enumerate(text):
        taken += _columns(character)
        if taken > columns:
            return max(at, least)
    return at + 1
