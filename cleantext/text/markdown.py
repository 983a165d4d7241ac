"""Markdown that a tool made of a page: links, pictures, headings, emphasis. The words stay, the marks go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext.text.characters import with_plain_line_ends

Edit = tuple[int, int, str]

_TARGET = r"\((?:https?://|mailto:|tel:|[/#.?])[^\s()]{0,600}(?:\([^\s()]{0,100}\)[^\s()]{0,200})?(?:\s\"[^\"\n]{0,200}\")?\)"
_PICTURE = re.compile(rf"\[?!\[([^\[\]]{{0,500}})\]{_TARGET}(?:\]{_TARGET})?")
_LINK = re.compile(rf"(?<!!)\[([^\[\]\n]{{0,400}})\]{_TARGET}")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_CLOSING_MARKS = re.compile(r"(?<=\S)[ \t]+#{1,6}$", re.MULTILINE)
_QUOTE = re.compile(r"^>[> \t]*", re.MULTILINE)
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400})(?<=\S)\1")
_ITALIC_LINE = re.compile(r"^([*_])(?=[^\s*_])([^*_\n]{1,600})(?<=\S)\1$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[\\.\-_*#()\[\]!+`>|])")
_FEWEST = 2


def markdown_edits(text: str) -> list[Edit]:
    """The marks of Markdown in a text, as sorted ``(start, end, replacement)``.

    Two links or pictures tell it, or two headings of which one is of a lower level: tags begin with one mark too.

    >>> text = "# Ferry back\\n\\nThe [ferry](https://example.com/ferry) runs, says [the harbour](/harbour \\"Home\\")."
    >>> edits = markdown_edits(text)
    >>> for start, end, new in reversed(edits):
    ...     text = text[:start] + new + text[end:]
    >>> text
    'Ferry back\\n\\nThe ferry runs, says the harbour.'
    >>> markdown_edits("He said [sic] (twice) that #1 is the number.")
    []
    """
    if "](" not in text and "#" not in text:
        return []
    text = with_plain_line_ends(text)
    if "](" not in text and "\n#" not in text and text[0] != "#":
        return []
    pictures = list(_PICTURE.finditer(text))
    taken = [m.span() for m in pictures]
    links = list(_apart(_LINK.finditer(text), taken))
    headings = list(_HEADING.finditer(text))
    has_headings = len(headings) >= _FEWEST and any(m[0].startswith("##") for m in headings)
    if len(pictures) + len(links) < _FEWEST and not has_headings:
        return []
    found = [(*m.span(), f"\n{m[1].strip()}\n" if m[1].strip() else "") for m in pictures]
    for m in links:
        found += [(m.start(), m.start() + 1, ""), (m.end(1), m.end(), "")]
    found += [(*m.span(), "") for pattern in (_HEADING, _CLOSING_MARKS, _QUOTE) for m in pattern.finditer(text)]
    for pattern in (_BOLD, _ITALIC_LINE):
        for m in pattern.finditer(text):
            found += [(m.start(), m.end(1), ""), (m.end(2), m.end(), "")]
    found += [(*m.span(), "") for m in _ESCAPE.finditer(text)]
    return list(_disjoint(found))


def _apart(found: Iterable[re.Match[str]], taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches that overlap none of the spans; both in order."""
    k = 0
    for m in found:
        while k < len(taken) and taken[k][1] <= m.start():
            k += 1
        if k == len(taken) or taken[k][0] >= m.end():
            yield m


def _disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in order, without those that begin inside one before them."""
    at = 0
    for start, end, new in sorted(edits):
        if start >= at:
            yield start, end, new
            at = end
