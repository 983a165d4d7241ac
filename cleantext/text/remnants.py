"""Markup that was left in a text here and there: comments, tags with attributes, CDATA, shortcodes and BBCode.

Nobody writes these in a sentence, so that each is believed wherever it stands; tags without attributes are told by
others (``separators``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from cleantext.text.spans import Replacement, Span, disjoint
from cleantext.text.stand_ins import break_or_blank, together
from cleantext.text.tags import BLOCKS, INLINES, outside_code

_LONGEST_COMMENT = 5000  # characters
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,20})(?:\s([^<>]{0,3000}))?/?>")
_ATTRIBUTE = re.compile(r"[\w:-]=[\"'](?![\"'])")
_BLOCKS = BLOCKS | frozenset("amp-img audio center embed iframe img object param picture source thead video".split())
_INLINES = (INLINES | frozenset(("s", "tt"))) - _BLOCKS
_ELEMENTS = re.compile(r"<(script|style|noscript|SCRIPT|STYLE)(?:\s[^<>]{0,3000})?>")
_FEW_WORDS, _PROSE = 6, 0.7  # words between two such tags, and the share of letters alone, from which on it is prose
_OPENING_DATA = re.compile(r"(?:/\* ?|// ?)?<!\[CDATA\[(?: ?\*/)?")
_CLOSING_DATA = re.compile(r"(?:/\* ?|// ?)?\]\]>(?: ?\*/)?")
_SHORTCODE = re.compile(r"\[(/?)([A-Za-z][A-Za-z0-9_-]{0,20})(?:[= ]([^\[\]\n]{0,500}))?\]")
_INLINE_CODES = frozenset("b i u s em strong url color colour size font sub sup highlight".split())


def remnant_edits(text: str) -> list[Replacement]:
    r"""What was left of markup, as sorted ``(start, end, replacement)``: inline it goes, blocks' makes a line break.

    >>> remnant_edits('It is <a href="/b">back</a>.<!-- ad --><img src="a.jpg">It sails.')
    [(6, 19, ''), (23, 27, ''), (28, 56, '\n')]
    >>> remnant_edits('[caption width="3"]The pier[/caption] It is [b]back[/b].')
    [(0, 19, ''), (27, 38, '\n'), (44, 47, ''), (51, 55, '')]
    >>> remnant_edits("A <b> tag, [sic] and a [caption] stay; so does x < y.")
    []
    """
    blocks, inlines = list[Span](), list[Span]()
    if "<" in text:
        blocks += _comments_in(text)
        _sort(_tags_in(text), _INLINES, blocks, inlines)
        blocks += _character_data_in(text) if "<![CDATA[" in text else ()
        blocks += _elements_in(text)
    if "[" in text:
        _sort(_shortcodes_in(text), _INLINE_CODES, blocks, inlines)
    if not blocks and not inlines:
        return []
    blocks, inlines = (outside_code(text, spans, itemgetter(0)) for spans in (blocks, inlines))
    edits = [(start, end, break_or_blank(text, start, end)) for start, end in together(text, sorted(blocks))]
    return list(disjoint(sorted([*edits, *((*span, "") for span in inlines)])))


def is_remnant(removed: str) -> bool:
    """Whether what was taken out of a text is markup that stood between blocks.

    >>> is_remnant("<!-- ad -->"), is_remnant('<img src="a.jpg"> '), is_remnant('<a href="/b">'), is_remnant("[b]")
    (True, True, False, False)
    """
    own = removed.strip()
    if own.startswith("<!--") or any(mark.match(own) for mark in (_OPENING_DATA, _CLOSING_DATA, _ELEMENTS)):
        return True
    for pattern, inline in ((_TAG, _INLINES), (_SHORTCODE, _INLINE_CODES)):
        if m := pattern.match(own):
            return m[2].lower() not in inline and (bool(m[1]) or _ATTRIBUTE.search(m[3] or "") is not None)
    return False


def _sort(found: Iterator[tuple[str, Span]], inline: frozenset[str], blocks: list[Span], inlines: list[Span]) -> None:
    for name, span in found:
        (inlines if name in inline else blocks).append(span)


def _comments_in(text: str) -> Iterator[Span]:
    at, end = text.find("<!--"), 0
    while at >= 0 and end >= 0:
        end = text.find("-->", at)
        if 0 <= end < at + _LONGEST_COMMENT:
            yield at, end + len("-->")
        at = text.find("<!--", end)


def _elements_in(text: str) -> Iterator[Span]:
    """Scripts, style sheets and their like with all that they hold, which is no prose."""
    last: dict[str, int] = {}
    at = 0
    for opening in _ELEMENTS.finditer(text):
        closing = f"</{opening[1]}>"
        if closing not in last:
            last[closing] = text.rfind(closing)
        if not at <= opening.start() < last[closing]:
            continue
        at = text.find(closing, opening.end())
        if not _is_prose(text[opening.end() : at]):
            yield opening.start(), at + len(closing)


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) >= _FEW_WORDS and sum(word.strip(".,").isalpha() for word in words) >= _PROSE * len(words)


def _character_data_in(text: str) -> Iterator[Span]:
    """The marks around character data, in comments too, as in scripts."""
    opening = _OPENING_DATA.search(text)
    while opening:
        closing = _CLOSING_DATA.search(text, opening.end())
        if closing is None:
            return
        yield opening.span()
        yield closing.span()
        opening = _OPENING_DATA.search(text, closing.end())


def _tags_in(text: str) -> Iterator[tuple[str, Span]]:
    """The tags of an article with attributes, and what closes these."""
    known = [(name, m) for m in _TAG.finditer(text) if (name := m[2].lower()) in _BLOCKS or name in _INLINES]
    opened = {name for name, m in known if not m[1] and _ATTRIBUTE.search(m[3] or "")}
    yield from ((name, m.span()) for name, m in known if name in opened and (m[1] or _ATTRIBUTE.search(m[3] or "")))


def _shortcodes_in(text: str) -> Iterator[tuple[str, Span]]:
    """Shortcodes with attributes, and names in brackets that are opened and closed."""
    codes = [(m[2].lower(), bool(m[1]), m) for m in _SHORTCODE.finditer(text)]
    paired = {name for name, closes, _ in codes if closes} & {name for name, closes, _ in codes if not closes}
    for name, _, m in codes:
        if name in paired or _ATTRIBUTE.search(m[3] or ""):
            yield name, m.span()
