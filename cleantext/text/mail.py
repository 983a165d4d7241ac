"""What mail leaves in a text: quoted-printable (``=E2=80=9C``, ``=`` at ends of lines), and marks of quoted lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleantext.text.spans import Replacement, disjoint

_RUN = re.compile(r"=[0-9A-F]{2}(?:(?:=\r?\n)?=[0-9A-F]{2})*")
_BYTE = re.compile(r"=([0-9A-F]{2})")
_SOFT = re.compile(r"(?<=\S)=[ \t]*\r?\n|(?<=[^\s=] )=\r?\n|(?<=[^\s=])= (?=[^\s=])")  # or a blank
_SOFT_LINE = re.compile(r"\S=[ \t]*\r?\n")
_BLANK_END = re.compile(r"=20(?=\r?\n)")
_UNSEEN = frozenset("\r\n\t\xa0\xad\u200b\u200c\u200d")
_ADDRESS = frozenset("/&?;%#")
_REACH = 60  # characters before a run that tell whether it stands in an address
_LEAST = 2  # runs, or lines, that tell it
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_SHARE, _LINES = 0.8, 3  # of the lines that are not empty, and so many at least


def quoted_printable_edits(text: str) -> list[Replacement]:
    r"""What quoted-printable stands for, as sorted ``(start, end, replacement)``, where a text plainly is written so.

    It is where two runs or more are letters or marks, not in addresses, or lines end in ``=`` or ``=20`` beside one.

    >>> quoted_printable_edits("=E2=80=9CIt is back=E2=80=9D")
    [(0, 9, '“'), (19, 28, '”')]
    >>> quoted_printable_edits("x=20 and https://isle.example/?a=C3&b=E9")
    []
    """
    if "=" not in text:
        return []
    runs = [(m.start(), m.end(), _decoded(m[0])) for m in _RUN.finditer(text)]
    if not runs or not _is_quoted_printable(text, runs):
        return []
    edits = [(start, end, said) for start, end, said in runs if said is not None]
    edits += [(m.start(), m.end(), "") for m in _SOFT.finditer(text)]
    return list(disjoint(sorted(edits)))


def _is_quoted_printable(text: str, runs: Sequence[tuple[int, int, str | None]]) -> bool:
    told = sum(said is not None and _is_telling(text, start, end, said) for start, end, said in runs)
    soft = sum(1 for _ in _SOFT_LINE.finditer(text)) if "=\n" in text or "=\r\n" in text else 0
    return told >= _LEAST or (soft > 0 and (told > 0 or soft >= _LEAST or _BLANK_END.search(text) is not None))


def _is_telling(text: str, start: int, end: int, said: str) -> bool:
    """Whether a run is no part of an address, and stands for more than ASCII; a letter alone stands by others."""
    if said.isascii():
        return False
    word = text[max(0, start - _REACH) : start].rsplit(None, 1)
    before = word[-1] if word and not text[start - 1].isspace() else ""
    if not _ADDRESS.isdisjoint(before):
        return False
    if end - start > len("=XX"):
        return True
    return said.isalpha() and (text[start - 1 : start].isalpha() or text[end : end + 1].islower())


def _decoded(run: str) -> str | None:
    """What a run of bytes says; None where that is no text."""
    said = bytes(int(byte, 16) for byte in _BYTE.findall(run))
    try:
        text = said.decode("utf-8")
    except UnicodeDecodeError:
        text = said.decode("cp1252", "replace")
    return text if all(letter.isprintable() or letter in _UNSEEN for letter in text) else None


def quote_mark_edits(text: str) -> list[Replacement]:
    r"""The marks before the lines of a mail that another quotes, where most lines have them.

    >>> quote_mark_edits("> It is back.\n>\n> It is full.\n> Fares stay.")
    [(0, 2, ''), (14, 15, ''), (16, 18, ''), (30, 32, '')]
    >>> quote_mark_edits("> Home\nIt is back.")
    []
    """
    if "\n>" not in text:
        return []
    marks = [*_QUOTED.finditer(text)]
    lines = sum(1 for line in text.split("\n") if line.strip())
    return [(*m.span(), "") for m in marks] if len(marks) >= max(_LINES, _SHARE * lines) else []
