"""Quotation marks set as two marks of a typewriter: ``''so''``, with backquotes, or doubled; dashes set as ``_``.

News databases and older wires write them so, treebanks and what writes tables too. A doubled mark within a word is an
apostrophe that was escaped for a database (``don''t``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from cleantext.text.spans import Replacement, Span

_RUN = re.compile(r"'{2,}|`{2,}")
_LONE, _LONE_MARK = " _", re.compile(r"(?<=\s)_(?=\s)")
_WIRED = re.compile(r"[A-Z]{2}[^\n_()]{0,40}\([A-Z]{2,6}\) _\s")
_DOUBLED = re.compile(r'"+')
_OPENING = frozenset("([{—–-/")
_BEGINS, _ENDS = frozenset("\"'“‘`([$€£¿¡…"), frozenset(".,;:!?…)")
# before which an apostrophe stands within a word though a capital follows: O'Brien, dell'Italia
_ELIDED = frozenset("all c coll d dall dell j l m mc n nell o qu s sull t un".split())
_LONGEST_ELIDED = 4
_LEAST_CELL = 6  # characters


def typewriter_edits(text: str) -> list[Replacement]:
    """What one mark should stand for, as sorted ``(start, end, replacement)``.

    Where wires set quotation marks with backquotes, or a dateline ends so, a lone ``_`` is a dash.

    Inches and seconds (``6' 10''``), three marks and more (which make bold in wikis, or fence code), and a mark that
    has no other stay.

    >>> typewriter_edits("''It is a street,'' she said.")
    [(0, 2, '"'), (17, 19, '"')]
    >>> typewriter_edits("don''t"), typewriter_edits("It is 6' 10'' tall.")
    ([(3, 5, "'")], [])
    >>> typewriter_edits("OSLO (AP) _ It is back _ at last."), typewriter_edits("Ferry back _ Isle News")
    ([(10, 11, '—'), (23, 24, '—')], [])
    """
    edits = []
    if _LONE in text and ("``" in text or _WIRED.search(text)):
        edits += [(*m.span(), "—") for m in _LONE_MARK.finditer(text)]
    if "''" in text or "``" in text:
        edits += _doubled_singles(text)
    if '""' in text:
        edits += _doubled_doubles(text)
    return sorted(edits)


def _doubled_singles(text: str) -> list[Replacement]:
    runs = [m.span() for m in _RUN.finditer(text) if m.end() - m.start() == 2]
    within = {run for run in runs if _is_apostrophe(text, *run)}
    marks = list(_marks(text, [run for run in runs if run not in within]))
    quotes = [(*mark, '"') for mark in marks] if len(marks) > 1 else []
    return [(*run, "'") for run in sorted(within)] + quotes


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """Whether two marks stand within a word."""
    after = text[end : end + 1]
    if text[start] != "'" or not after.isalpha() or not text[start - 1 : start].isalpha():
        return False
    if after.islower():
        return True
    before = text[max(0, start - _LONGEST_ELIDED - 1) : start]
    return re.split(r"\W", before)[-1].lower() in _ELIDED


def _marks(text: str, runs: Sequence[Span]) -> Iterator[Span]:
    """Those that quote: backquotes before what ends them, and what closes behind a stop or an open quotation."""
    is_open = False
    for (start, end), after in zip_longest(runs, runs[1:]):
        if _opens(text, start, end):
            if text[start] == "`" and not (after and text[after[0]] != "`"):
                continue
            is_open = True
        elif text[start] == "`" or not _closes(text, start, is_open=is_open):
            continue
        else:
            is_open = False
        yield start, end


def _opens(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] or " ", text[end : end + 1]
    return (before.isspace() or before in _OPENING) and (after.isalnum() or after in _BEGINS)


def _closes(text: str, start: int, *, is_open: bool) -> bool:
    before = text[start - 1 : start] or " "
    return before in _ENDS or (is_open and not before.isspace() and before not in _OPENING)


def _doubled_doubles(text: str) -> list[Replacement]:
    """Where every double mark is doubled, and quotes; the marks around the cell of a table that holds such go.

    >>> _doubled_doubles('""No"" twice.'), _doubled_doubles('"No." "No."')
    ([(0, 2, '"'), (4, 6, '"')], [])
    >>> _doubled_doubles('"He said ""no"" twice."')
    [(0, 1, ''), (9, 11, '"'), (13, 15, '"'), (22, 23, '')]
    """
    cell = text.strip()
    if cell[:1] != '"' or cell[-1:] != '"' or len(cell) < _LEAST_CELL:
        return _quoting(text)
    first = text.index('"') + 1
    inner = [(start + first, end + first, mark) for start, end, mark in _quoting(cell[1:-1])]
    last = first + len(cell) - 2
    return [(first - 1, first, ""), *inner, (last, last + 1, "")] if inner else _quoting(text)


def _quoting(text: str) -> list[Replacement]:
    runs = [m.span() for m in _DOUBLED.finditer(text)]
    if len(runs) < 2 or any(end - start != 2 for start, end in runs):
        return []
    return [(*run, '"') for run in runs] if len(list(_marks(text, runs))) == len(runs) else []
