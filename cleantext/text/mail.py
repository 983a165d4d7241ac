"""What mail leaves in a text: quoted-printable (``=E2=80=9C``, ``=`` at ends of lines), and marks of quoted lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
_HEADED = re.compile(r"(?:^|(?<=\s))\*\* (?=[^*\n]{1,120}?[\n ](?:\*\* ?)?(?:-{10}|={10}))", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_SHARE, _LINES = 0.8, 3  # of the lines that are not empty, and so many at least
_QUOTED_WITHIN = re.compile(r"(?:^|(?<=\s)|\s)(?:> {0,2})+(?=[^\s>])")
_LONG_LINE, _LONGEST_LINE = 40, 90  # characters of lines that were wrapped, but the last of a paragraph
_MARKS, _SHARE_WITHIN = 5, 0.5  # marks in one line, at least; share of them a whole line apart


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


def heading_mark_edits(text: str) -> list[Replacement]:
    r"""The marks before headings of newsletters in plain text, with a rule on the next line or behind them.

    >>> heading_mark_edits("** Ferry back\n----------\nIt is back. ** Fares stay ---------- They do. ** No")
    [(0, 3, ''), (37, 40, '')]
    """
    if "** " not in text or not ("-----" in text or "=====" in text):
        return []
    return [(*m.span(), "") for m in _HEADED.finditer(text)]


def quote_mark_edits(text: str) -> list[Replacement]:
    r"""The marks before the lines of a mail that another quotes, where several long lines in a row have them, or most.

    Where the line breaks are lost, marks that come again after at most a line; two where one stands are an empty line.

    >>> quote_mark_edits("> It is back.\n>\n> It is full.\n> Fares stay.")
    [(0, 2, ''), (14, 15, ''), (16, 18, ''), (30, 32, '')]
    >>> quote_mark_edits("> Home\nIt is back."), quote_mark_edits("Home > Isle > News > Sport > Pier")
    ([], [])
    """
    if ">" not in text:
        return []
    if "\n>" not in text:
        return list(_marks_in_one_line(text)) if text.count("> ") >= _MARKS and "\n" not in text.strip() else []
    marks = [*_QUOTED.finditer(text)]
    lines = sum(1 for line in text.split("\n") if line.strip())
    if len(marks) >= max(_LINES, _SHARE * lines):
        return [(*m.span(), "") for m in marks]
    return [(*m.span(), "") for run in _runs(text, marks) if _is_quotation(text, run) for m in run]


def _runs(text: str, marks: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The marks of lines in a row."""
    run: list[re.Match[str]] = []
    for mark in marks:
        if run and text.count("\n", run[-1].end(), mark.end()) != 1:
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _is_quotation(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether lines in a row are quoted, and not pointed at: several of them, and most of those with words are long."""
    ends = [text.find("\n", mark.end()) for mark in run]
    sizes = [len(text[m.end() : end if end >= 0 else None].strip()) for m, end in zip(run, ends, strict=True)]
    said = [size for size in sizes if size]
    return len(said) >= _LINES and 2 * sum(size >= _LONG_LINE for size in said) > len(said)


def _marks_in_one_line(text: str) -> Iterator[Replacement]:
    """The marks that came before lines, where they stand at most a line apart and sentences go on across them."""
    marks = [*_QUOTED_WITHIN.finditer(text)]
    if len(marks) < _MARKS:
        return
    apart = [then.start() - mark.end() for mark, then in pairwise(marks)]
    within = sum(text[mark.end()].islower() for mark in marks)
    if sum(_LONG_LINE <= gap <= _LONGEST_LINE for gap in apart) < _SHARE_WITHIN * len(apart) or within < _LINES:
        return
    depth = Counter(mark[0].count(">") for mark in marks).most_common(1)[0][0]
    for mark in marks:
        yield mark.start(), mark.end(), "\n" if mark[0].count(">") > depth and mark.start() else " "
