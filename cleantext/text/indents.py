"""Paragraphs of wrapped text that are told by indented first lines, as in newspapers and books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleantext.text.spans import Span

_LEAST, _MOST = 2, 8  # blanks before a paragraph's first line
_FEWEST = 2  # paragraphs so begun, and lines that go on in mid-sentence
_ALIKE = 0.8  # share of the indented lines whose indent is the commonest
_BEHIND_STOP = 0.6  # share of them behind the end of a sentence: others stand behind a heading or a byline
_GOING_ON = 0.3  # share of the other lines that begin in a small letter
_ENDED = frozenset(".!?…:\"'”’»)“")


class _Line(NamedTuple):
    start: int  # of its first character that is no blank
    end: int
    indent: int


def indented_paragraphs(text: str) -> list[Span]:
    r"""The white space before the lines that begin a paragraph, if some are indented and most are not.

    Each of these but the first must stand behind the end of a sentence, mostly, and the other lines go on from the line
    before: verse, code and quotations are indented otherwise.

    >>> text = "   The ferry runs again after a month\nin the dock. Nobody was hurt.\n   It had lost its rudder\n"
    >>> text += "in a storm and could not be steered, said the\npilot.\n   He knows every rock."
    >>> [text[end : end + 6] for _, end in indented_paragraphs(text)]
    ['It had', 'He kno']
    """
    if "\n  " not in text and "\n\t" not in text:
        return []
    lines = list(_lines(text))
    begun = [pair for pair in pairwise(lines) if _is_indented(pair[1])]
    others = [pair for pair in pairwise(lines) if not pair[1].indent]
    if len(begun) < _FEWEST or len(begun) >= len(others) or not _are_alike([then.indent for _, then in begun]):
        return []
    stopped = sum(text[line.end - 1] in _ENDED for line, _ in begun)
    going_on = sum(text[then.start].islower() for _, then in others)
    if stopped < max(_FEWEST, _BEHIND_STOP * len(begun)) or going_on < max(_FEWEST, _GOING_ON * len(others)):
        return []
    return [(line.end, then.start) for line, then in begun]


def indent_of(text: str) -> int:
    r"""How many blanks stand before the first lines of paragraphs; none where they do not tell these.

    >>> indent_of("  The ferry runs again.\n  It is full.")
    0
    """
    sizes = [end - 1 - text.rindex("\n", 0, end) for _, end in indented_paragraphs(text)]
    return Counter(sizes).most_common(1)[0][0] if sizes else 0


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold something."""
    at = 0
    for line in text.split("\n"):
        if whole := line.strip():
            indent = line.index(whole[0])
            size = _LEAST if line[0] == "\t" and indent == 1 else indent
            yield _Line(at + indent, at + indent + len(whole), size)
        at += len(line) + 1


def _is_indented(line: _Line) -> bool:
    return _LEAST <= line.indent <= _MOST


def _are_alike(indents: Sequence[int]) -> bool:
    return Counter(indents).most_common(1)[0][1] >= _ALIKE * len(indents)
