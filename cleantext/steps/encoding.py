"""Characters that came out wrong are put right; the only step that may insert anything but white space."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cleantext.document import Block, Document, mend
from cleantext.text.browsers import browser_edits
from cleantext.text.entities import entity_edits
from cleantext.text.invisible import invisible_edits
from cleantext.text.lost_quotes import lost_quote_edits
from cleantext.text.mail import heading_mark_edits, quote_mark_edits, quoted_printable_edits
from cleantext.text.markdown import markdown_edits
from cleantext.text.mojibake import mojibake_edits
from cleantext.text.remnants import remnant_edits
from cleantext.text.separator_tokens import token_edits
from cleantext.text.separators import bar_edits, escape_edits, list_edits, tag_edits
from cleantext.text.spans import Replacement
from cleantext.text.treebank import treebank_edits
from cleantext.text.typewriter import typewriter_edits

Find = Callable[[str], list[Replacement]]

_ROUNDS = 16  # what one mend uncovers, the next one sees: "&Atilde;&copy;" is mojibake that was escaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """Mend mojibake, entities, remnants of markup and invisible characters; each change is an edit over its exact span.

    ``mojibake``: text decoded as something it is not (ftfy), even twice over, and quoted-printable (=C3=A9) of mails.
    ``entities``: ``&eacute;`` and ``&#233;``, with their semicolon, even after a ``<``.
    ``markup``: tags, comments, shortcodes, escaped line breaks (a backslash and an n), bars, and words and signs that
    stand for line breaks (NEWLINE_CHAR, //), where they stand between the page's blocks; the marks of a list of texts,
    those of Markdown and of quoted mails, and the numbers and addresses of links that text browsers leave.
    ``tokens``: text that was cut into tokens, as treebanks are (-LRB- it is n't -RRB-).
    ``quotes``: quotation marks set as two marks (''so'', ``so'', ""so""), an apostrophe that was escaped (don''t),
    marks that became question marks (It?s back,? she said).
    ``invisible``: controls, soft hyphens, zero-width characters, direction marks where nothing runs right to left.

    Other quotes, ligatures, full-width forms, combining marks, emoji sequences and the joiners of Arabic and Indic
    scripts stay. A surrogate pair becomes its character; a lone surrogate, which cannot be written, U+FFFD.

    >>> Encoding()(Document.of("CafÃ© &lt;Nord&gt;")).text
    'Café <Nord>'
    >>> Encoding(entities=False)(Document.of("AT&T &lt;3")).text
    'AT&T &lt;3'
    """

    mojibake: bool = True
    entities: bool = True
    markup: bool = True
    tokens: bool = True
    quotes: bool = True
    invisible: bool = True

    def __call__(self, document: Document) -> Document:
        passes = tuple(self._passes())
        blocks = tuple(_mended(b, document.original, passes) if b.kept else b for b in document.blocks)
        return document if blocks == document.blocks else document.with_blocks(blocks)

    def _passes(self) -> Iterator[tuple[str, Find]]:
        if self.mojibake:  # first: soft hyphens and controls are half of its letters
            yield "encoding.mail", quoted_printable_edits
            yield "encoding.mojibake", mojibake_edits
        if self.entities:
            yield "encoding.entities", entity_edits
        if self.tokens:
            yield "encoding.tokens", treebank_edits
        if self.markup:
            yield "encoding.list", list_edits
            yield "encoding.tags", tag_edits
            yield "encoding.remnants", remnant_edits
            yield "encoding.escapes", escape_edits
            yield "encoding.quoted", quote_mark_edits
            yield "encoding.headed", heading_mark_edits
            yield "encoding.separators", token_edits
            yield "encoding.bars", bar_edits
            yield "encoding.browser", browser_edits
            yield "encoding.markdown", markdown_edits
        if self.quotes:
            yield "encoding.quotes", typewriter_edits
            yield "encoding.lost_quotes", lost_quote_edits
        if self.invisible:
            yield "encoding.invisible", invisible_edits


def _mended(block: Block, original: str, passes: tuple[tuple[str, Find], ...]) -> Block:
    """The block when no pass finds anything more; white space laid bare at its ends goes too."""
    mended = block
    for _ in range(_ROUNDS):
        before = mended
        for rule, find in passes:
            mended = mend(mended, find(mended.text), rule, "mend", original)
        if mended is before:
            break
    return block if mended is block else mend(mended, _bare_ends(mended.text), "encoding.ends", "space", original)


def _bare_ends(text: str) -> list[Replacement]:
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if first >= last:
        return [(0, len(text), "")] if text else []
    return [(a, b, "") for a, b in ((0, first), (last, len(text))) if a < b]
