"""White space made plain: one blank between words and none before a comma, line breaks as they were."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleantext.document import Block, Document, mend
from cleantext.text.characters import LINE_ENDS
from cleantext.text.indents import indented_paragraphs
from cleantext.text.language import language_of
from cleantext.text.separators import wide_gaps
from cleantext.text.spans import Replacement
from cleantext.text.stray_blanks import may_have_possessives, stray_blanks

# Tabs, no-break, thin, wide and ideographic blanks; all kinds of line break but "\n".
_ODD = re.compile(f"[{LINE_ENDS[1:]}\t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUN = re.compile(rf"\s\s+|{_ODD.pattern}")
_PARAGRAPHS = "\n\n"  # what parts them where lines were wrapped
_BREAK = re.compile(f"\r\n|[{LINE_ENDS}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spaces:
    r"""Make each run of blanks one blank, drop blanks at line ends, write every line break as ``\n``.

    Runs of line breaks keep their number: what they mean is for later steps to say; but an indented line that begins a
    paragraph of wrapped text is set off by a blank line. Where wide blanks plainly part the
    blocks of a text that has no line breaks, each becomes one. Blanks that inline links left before a comma, a stop or
    an English ``'s`` and within brackets go.

    >>> Spaces()(Document.of("two\N{NO-BREAK SPACE} blanks \r\n\r\nnext")).text
    'two blanks\n\nnext'
    >>> Spaces()(Document.of("one blank\n\nnext")).text
    'one blank\n\nnext'
    >>> Spaces()(Document.of("The owner , Isle Ferries , is glad .")).text
    'The owner, Isle Ferries, is glad.'
    """

    def __call__(self, document: Document) -> Document:
        blocks = tuple(_plain(b, document.original) if b.kept else b for b in document.blocks)
        plain = document if blocks == document.blocks else document.with_blocks(blocks)
        return _with_possessives(plain) if any(may_have_possessives(b.text) for b in plain.kept) else plain


def _plain(block: Block, original: str) -> Block:
    return _without_strays(mend(block, space_edits(block.text), "spaces", "space", original), original)


def _with_possessives(document: Document) -> Document:
    """An English document without blanks before ``'s``, which other languages write behind one: ``'s avonds``."""
    if (document.known.get("language") or language_of(document.text)) != "en":
        return document
    original = document.original
    return document.with_blocks(
        _without_strays(b, original, possessive=True) if b.kept else b for b in document.blocks
    )


def _without_strays(block: Block, original: str, *, possessive: bool = False) -> Block:
    edits = [(start, end, "") for start, end in stray_blanks(block.text, possessive=possessive)]
    return mend(block, edits, "spaces.stray", "space", original)


def space_edits(text: str) -> list[Replacement]:
    r"""The runs of white space that are not plain, as sorted ``(start, end, replacement)``.

    >>> space_edits("a\tb  c \n d")
    [(1, 2, ' '), (3, 5, ' '), (6, 9, '\n')]
    """
    if _is_plain(text):
        return []
    return [(a, b, new) for a, b, new in _runs(text) if text[a:b] != new]


def _is_plain(text: str) -> bool:
    """Whether nothing is to do: four searches for what is rare, and a look at the ends."""
    if not text or text[0].isspace() or text[-1].isspace():
        return not text
    return not ("  " in text or " \n" in text or "\n " in text or _ODD.search(text))


def _runs(text: str) -> list[Replacement]:
    parted = dict.fromkeys((a for a, _ in wide_gaps(text)), "\n")
    parted |= {a: _PARAGRAPHS for a, b in indented_paragraphs(text) if text.count("\n", a, b) < len(_PARAGRAPHS)}
    found = (m.span() for m in _RUN.finditer(text))
    runs = [(a, b, parted[a] if a in parted else _plain_run(text[a:b])) for a, b in found]
    if text[0].isspace():
        first = len(text) - len(text.lstrip())
        runs = [(0, first, ""), *(r for r in runs if r[0] >= first)]
    if text[-1].isspace() and runs[-1:] != [(0, len(text), "")]:
        last = len(text.rstrip())
        runs = [*(r for r in runs if r[1] <= last), (last, len(text), "")]
    return runs


def _plain_run(run: str) -> str:
    """One blank, or as many line breaks as the run has."""
    if not run.strip(" "):
        return " "
    return "\n" * len(_BREAK.findall(run)) or " "
