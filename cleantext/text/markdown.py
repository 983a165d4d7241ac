"""Markdown that a tool made of a page: links, pictures, headings, lists, emphasis. The words stay, the marks go.

Parsers of Markdown do not say where inline marks stand, which an edit must, and those of whole pages are often broken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cleantext.text.characters import with_plain_line_ends
from cleantext.text.spans import Replacement, Span, disjoint

_MARKS = ("](", "**", "#", "==", "--")
_TELLS = ("](", "**", "\n#", "\n==", "\n--")
_BRACKETS = re.compile(r"\\.|!\[|\[|\](\()?")
_ENDING = r"(?:\s{1,2}\"(?:[^\"\\\n]|\\.|\n(?!\n)|\"(?!\)|\s\))){0,600}+\")?\s{0,20}\)"
_TARGET = re.compile(
    rf"\]\(\s{{0,20}}(?:<[^<>\n]{{0,5000}}>|(?:[^\s()<>]|\([^\s()]{{0,200}}\)|(?<=-)\n(?=\S)){{0,200000}}+){_ENDING}"
    r"|\]\([a-z][a-z.+-]{1,15}:(?:[^\n()]|\([^\n()]{0,200}\)){0,5000}+\)"
)
_SURE = re.compile(r"\]\(\s{0,20}(?:[a-z][a-z.+-]{1,15}:|[/#.?<]|\S{0,500}\s\")")
_HEADING = re.compile(r"^[ \t]{0,6}(?:[*+-][ \t]{1,3})?#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_TITLE_LINE = re.compile(r"#{1,2} \S.{0,300}\n\s*\n\s*[^\s#]")
_UNDERLINE = re.compile(r"(?<=\S)\n[ \t]{0,3}(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_CLOSING_MARKS = re.compile(r"(?<=\S)[ \t]+#{1,6}$", re.MULTILINE)
_QUOTE = re.compile(r"^>[> \t]*", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*[*+-][ \t]{1,4}(?=[^\s*+-]|\*\*[^\s*])", re.MULTILINE)
_RULE = re.compile(r"^[ \t]{0,3}([-*_])[ \t]?\1[-*_ \t]+$", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*\|[ \t:|-]*|(?<=[^\s|])[ \t]*\|[ \t|]{0,300}$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[\\.\-_*#()\[\]!+`>|])")
_ADDRESS = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_EMPHASIS = re.compile(r"\n[ \t]*\n|\*{1,4}|_{1,3}")
_FOUR = re.compile(r"(?<!\w)\*{4}|(?<=\w\w\w)\*{4}(?!\w)")
_STRAY = re.compile(
    r"^\*\*(?=[^\s*])|(?<=[^\s*])\*\*$|(?<=[^\s*])\*\*(?= \*\*[^\s*])|(?<=[^\s*]\*\* )\*\*(?=[^\s*])", re.MULTILINE
)
_WITHIN = "w"  # after a mark that begins within a word
_BOLD, _EMPTY_BOLD = "**", "****"
_FEWEST, _OPEN = 2, 20  # links, headings, stretches in bold that tell Markdown; marks back that a mark may end
_LONGEST_HEADING = 80  # characters; a longer line is a paragraph that a rule follows
_NOTE = 3  # characters of a footnote's mark, at most


Mark = tuple[int, int, str]
"""A mark that may begin emphasis: where it stands, and it, with ``_WITHIN`` behind it if it begins within a word."""


class _Link(NamedTuple):
    """A link or a picture: its marks before and after its words, whether it is a picture, or plainly one of both."""

    before: Span
    after: Span
    is_picture: bool
    is_sure: bool


def markdown_edits(text: str) -> list[Replacement]:
    """The marks of Markdown in a text, as sorted ``(start, end, replacement)``.

    A picture tells it, two links, two headings of which one is of a lower level or a first line that is one, or two
    stretches in bold: tags begin with one mark too.

    >>> text = "# Ferry back\\n\\nThe [ferry](https://example.com/ferry) runs, says [the harbour](/harbour \\"Home\\")."
    >>> edits = markdown_edits(text)
    >>> for start, end, new in reversed(edits):
    ...     text = text[:start] + new + text[end:]
    >>> text
    'Ferry back\\n\\nThe ferry runs, says the harbour.'
    >>> markdown_edits("He said [sic] (twice) that #1 is the number.")
    []
    """
    if not any(map(text.__contains__, _MARKS)):
        return []
    plain, place = _plain(text)
    if plain[:1] != "#" and not any(map(plain.__contains__, _TELLS)):
        return []
    return [(place(start), place(end), new) for start, end, new in _edits(plain)]


def _edits(text: str) -> list[Replacement]:
    """The marks in a text whose lines all end with a line feed, if something tells Markdown."""
    links = list(_links(text)) if "](" in text else []
    emphasis = list(_emphasis(text))
    if not (
        any(link.is_picture for link in links)
        or sum(link.is_sure for link in links) >= _FEWEST
        or _has_headings(text)
        or sum(text[a:b] == _BOLD for a, b, _ in emphasis) >= 2 * _FEWEST
    ):
        return []
    found = [*_link_edits(text, links), *emphasis, *_line_edits(text)]
    real = (edit for edit in found if edit[0] < edit[1] or edit[2])
    return list(disjoint(sorted(real, key=lambda edit: (edit[0], -edit[1]))))


def _plain(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with one line feed for each line break, and where a place of it is in the text itself."""
    plain = with_plain_line_ends(text.replace("\r\n", "\n"))
    if len(plain) == len(text):
        return plain, int
    ends = [m.start() - k for k, m in enumerate(re.finditer("\r\n", text))]
    return plain, lambda at: at + bisect_left(ends, at)


def linked_in(text: str) -> tuple[list[Span], list[Span]]:
    """Where the words of links stand, and those that say what a picture shows.

    >>> links, pictures = linked_in("A [quay](/quay). ![The ferry](/ferry.jpg)")
    >>> links, pictures
    ([(3, 7)], [(19, 28)])
    """
    plain, place = _plain(text) if "](" in text else ("", int)
    found = [(place(link.before[1]), place(link.after[0]), link.is_picture) for link in _links(plain)]
    return (
        sorted((start, end) for start, end, is_picture in found if not is_picture),
        sorted((start, end) for start, end, is_picture in found if is_picture),
    )


def headings_in(text: str) -> dict[int, int]:
    r"""The level of each heading, 1 to 6, by where its words begin.

    >>> headings_in("Ferry back\n===\n\n## Timetable")
    {19: 2, 0: 1}
    """
    text, place = _plain(text)
    found = {m.end(): m[0].count("#") for m in _HEADING.finditer(text)} if "#" in text else {}
    for m in _UNDERLINE.finditer(text):
        begin = text.rfind("\n", 0, m.start()) + 1
        if m.start() - begin <= _LONGEST_HEADING:
            found[begin] = 1 if "=" in m[0] else 2
    return {place(at): level for at, level in found.items()}


def _has_headings(text: str) -> bool:
    if _TITLE_LINE.match(text):
        return True
    marks = [m[0] for m in _HEADING.finditer(text)] if "#" in text else []
    return len(marks) + len(_UNDERLINE.findall(text)) >= _FEWEST and (
        not marks or any("##" in mark for mark in marks)
    )


def _links(text: str) -> Iterator[_Link]:
    """Links and pictures, the inner ones first; also what ends as one and has no beginning."""
    open_: list[Span] = []
    at = 0
    while m := _BRACKETS.search(text, at):
        at = m.end()
        if m[0][-1] == "[":
            open_.append(m.span())
        elif m[0][0] == "]":
            target = _TARGET.match(text, m.start()) if m[1] else None
            before = open_.pop() if open_ else (m.start(), m.start())
            if target:
                at = target.end()
                is_picture = text[before[0]] == "!"
                sure = is_picture or _SURE.match(text, target.start()) is not None
                yield _Link(before, (m.start(), at), is_picture, sure)


def _link_edits(text: str, links: Iterable[_Link]) -> Iterator[Replacement]:
    """Without their marks; pictures on lines of their own, and links that nothing parts."""
    for link in links:
        words = text[link.before[1] : link.after[0]].strip()
        if link.is_picture and words:
            yield (*link.before, "\n")
            yield (*link.after, "\n")
        elif link.is_picture:
            yield link.before[0], link.after[1], ""
        else:
            yield (*link.before, "")
            yield (*link.after, "\n" if _is_beside_another(text, link.after[1]) and len(words) > _NOTE else "")


def _is_beside_another(text: str, at: int) -> bool:
    """Whether a link begins here, and no footnote's mark."""
    return text[at : at + 1] == "[" and "]" not in text[at : at + _NOTE + 2]


def _line_edits(text: str) -> Iterator[Replacement]:
    """The marks of headings, quotations, items, rules and rows, those before other marks, and bold without an end."""
    for pattern in (_HEADING, _UNDERLINE, _CLOSING_MARKS, _QUOTE, _ITEM, _RULE, _ROW, _ESCAPE, _STRAY):
        for m in pattern.finditer(text):
            yield (*m.span(), "")
    for m in _ADDRESS.finditer(text):
        yield m.start(), m.start() + 1, ""
        yield m.end() - 1, m.end(), ""


def _emphasis(text: str) -> Iterator[Replacement]:
    """The marks around emphasised words, those that begin and end in the same paragraph."""
    if "*" not in text and "_" not in text:
        return
    open_: list[Mark] = []
    for m in _EMPHASIS.finditer(text):
        mark, (start, end) = m[0], m.span()
        if mark[0] == "\n":
            open_.clear()
        elif mark == _EMPTY_BOLD:
            if _FOUR.match(text, start):
                yield start, end, ""
        else:
            left, right = text[start - 1 : start] or " ", text[end : end + 1] or " "
            within = left.isalnum() and right.isalnum()
            closes = not left.isspace() and (mark == _BOLD or not right.isalnum())
            if closes and (before := _closed(open_, mark, within)):
                yield from before
                yield start, end, ""
            elif not right.isspace() and (not left.isalnum() or (mark == _BOLD and within)):
                open_.append((start, end, mark + _WITHIN * within))


def _closed(open_: list[Mark], mark: str, within: bool) -> list[Replacement]:
    """What such a mark ends, taken off; three end one and two, and one within a word none that began within another."""
    for marks in ([mark], [mark[0], mark[0] * 2]) if len(mark) > _FEWEST else ([mark],):
        found, k = [], len(open_)
        for wanted in marks:
            fitting = (wanted,) if within else (wanted, wanted + _WITHIN)
            k = next((j for j in range(k - 1, max(k - 1 - _OPEN, -1), -1) if open_[j][2] in fitting), -1)
            if k < 0:
                break
            found.append((*open_[k][:2], ""))
        else:
            del open_[k:]
            return found
    return []
