"""Texts to try the laws on: articles of known blocks, damaged as scrapers damage them, and plain noise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from cleantext.document import Block, Document, Role, drop, mend, merge, split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NAMES = ("Ida Holm", "Nils Moe", "McBride", "ByteDance", "Dr. Anand", "the U.S.", "Løken", "Aziz Rahimi")
_DEEDS = ("opened", "refused", "sold", "praised", "could not find", "waited for", "repaired", "will visit")
_THINGS = ("the ferry", "a school in Oslo", "3.5 tonnes of cod", "the report", "www.havn.example/a.B", "its old engine")
_TAILS = ("", " on Monday", " at 10.30 p.m.", ", officials said", ' and called it "late"', " – again", " am 17. März")
_STOPS = (".", ".", ".", "?", "!", "…", ".”", '."')
_LEADS = ("", "", "", "“", '"', "But ", "By then, ")

_CAPTIONS = ("{name} at the harbour", "{name} with {thing} (Photo: Nils Moe)", "A view of {thing}\nReuters")
_FURNITURE = ("Share this story", "Read more: {name} {deed} {thing}", "SIGN UP FOR OUR NEWSLETTER", "Home News Sport")
_HEADS = (
    (Role.HEADLINE, "{name} {deed} {thing}"),
    (Role.BYLINE, "By {name} for The Harbour Post"),
    (Role.STAMP, "Published: 10:09, 7 November 2021"),
    (Role.SUMMARY, "{name} {deed} {thing}"),
)
_WORDS = ("A", "a", "the ", "U.S.", "Photo: ", "By ", "10:09", "3.5", "人。", "ß", "İ", "e\u0301")
_MARKS = (". ", ".", "\n", "\n\n", "\r\n", " ", "\u00a0", "“", "”", '"', "'", "…", "(", ")")
_ODD = ("â€™", "&amp;", "&#8217;", "\u200b", "\u00ad", "\ufeff", "\x07")


class Article(NamedTuple):
    """An article's blocks, and the text that was left of it."""

    blocks: tuple[tuple[Role, str], ...]
    form: str
    raw: str


def _glued(texts: Sequence[str]) -> str:
    return "".join(texts)


def _natural(texts: Sequence[str]) -> str:
    return "".join(text + ("" if at % 3 else " ") for at, text in enumerate(texts))


def _rewrapped(texts: Sequence[str]) -> str:
    sentences = " ".join(texts).split(". ")
    return "".join(s + (".\n\n\n\n" if at % 3 == 2 else ". ") for at, s in enumerate(sentences))


FORMS: dict[str, Callable[[Sequence[str]], str]] = {
    "whole": "\n\n".join,
    "glued": _glued,
    "natural": _natural,
    "spaced": " ".join,
    "lines": "\n".join,
    "rewrapped": _rewrapped,
}


def _filled(pattern: str) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, deed, thing: pattern.format(name=name, deed=deed, thing=thing),
        st.sampled_from(_NAMES),
        st.sampled_from(_DEEDS),
        st.sampled_from(_THINGS),
    )


def sentences() -> st.SearchStrategy[str]:
    """One sentence of a news article."""
    parts = (_LEADS, _NAMES, (" ",), _DEEDS, (" ",), _THINGS, _TAILS, _STOPS)
    return st.tuples(*(st.sampled_from(part) for part in parts)).map(lambda p: "".join(p)[:1].upper() + "".join(p)[1:])


def blocks() -> st.SearchStrategy[tuple[Role, str]]:
    """One block of an article, mostly body."""
    body = st.lists(sentences(), min_size=1, max_size=4).map(lambda found: (Role.BODY, " ".join(found)))
    caption = st.sampled_from(_CAPTIONS).flatmap(_filled).map(lambda text: (Role.CAPTION, text))
    furniture = st.sampled_from(_FURNITURE).flatmap(_filled).map(lambda text: (Role.FURNITURE, text))
    return st.one_of(body, body, body, caption, furniture)


def heads() -> st.SearchStrategy[list[tuple[Role, str]]]:
    """What stands above an article: some of headline, byline, stamp, bullets."""
    one = st.sampled_from(_HEADS).flatmap(lambda head: _filled(head[1]).map(lambda text: (head[0], text)))
    return st.lists(one, max_size=4)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article and one form of it that a scraper may have left."""
    found = (*draw(heads()), *draw(st.lists(blocks(), min_size=1, max_size=12)))
    form = draw(st.sampled_from(sorted(FORMS)))
    return Article(found, form, FORMS[form]([text for _, text in found]))


def noise() -> st.SearchStrategy[str]:
    """Any text at all, and texts of the pieces that cleaners look at."""
    pieces = st.sampled_from(_WORDS + _MARKS + _ODD)
    return st.one_of(st.text(max_size=200), st.lists(pieces, max_size=80).map("".join))


def texts() -> st.SearchStrategy[str]:
    """Damaged articles and noise."""
    return st.one_of(articles().map(lambda article: article.raw), noise())


@st.composite
def worked(draw: st.DrawFn) -> Document:
    """A document after any row of mends, cuts, joins and drops."""
    document = Document.of(draw(noise()))
    for _ in range(draw(st.integers(0, 8))):
        if not document.blocks:
            break
        change = draw(st.sampled_from([_mended, _cut, _joined, _dropped]))
        document = document.with_blocks(change(draw, document))
    return document


def _mended(draw: st.DrawFn, document: Document) -> list[Block]:
    at = draw(st.integers(0, len(document.blocks) - 1))
    block = document.blocks[at]
    points = sorted(draw(st.lists(st.integers(0, len(block.text)), max_size=6)))
    new = st.sampled_from(["", " ", "x", "\n\n", "\u2019"])
    edits = [(a, b, draw(new)) for a, b in zip(points[::2], points[1::2], strict=False)]
    mended = mend(block, [e for e in edits if block.text[e[0] : e[1]] != e[2]], "try.mend", "mend", document.original)
    return [*document.blocks[:at], mended, *document.blocks[at + 1 :]]


def _cut(draw: st.DrawFn, document: Document) -> list[Block]:
    at = draw(st.integers(0, len(document.blocks) - 1))
    block = document.blocks[at]
    inner = draw(st.lists(st.integers(1, max(1, len(block.text) - 1)), max_size=5, unique=True))
    pieces = list(_pieces(block.text, sorted(p for p in inner if p < len(block.text))))
    if not pieces or block.dropped_by:
        return list(document.blocks)
    return [*document.blocks[:at], *split(block, pieces, document.original), *document.blocks[at + 1 :]]


def _pieces(text: str, points: list[int]) -> list[tuple[int, int, float]]:
    """Whatever lies between two points, without the white space round it."""
    found = []
    for a, b in zip([0, *points], [*points, len(text)], strict=True):
        piece = text[a:b]
        if piece.strip():
            start = a + len(piece) - len(piece.lstrip())
            found.append((start, start + len(piece.strip()), 0.5))
    return found


def _joined(draw: st.DrawFn, document: Document) -> list[Block]:
    a, b = sorted(draw(st.integers(0, len(document.blocks) - 1)) for _ in range(2))
    group = document.blocks[a : b + 1]
    if any(block.dropped_by for block in group):
        return list(document.blocks)
    glue = [draw(st.sampled_from([" ", "", "\n"])) for _ in group[1:]]
    return [*document.blocks[:a], merge(group, glue, "try.join", document.original), *document.blocks[b + 1 :]]


def _dropped(draw: st.DrawFn, document: Document) -> list[Block]:
    at = draw(st.integers(0, len(document.blocks) - 1))
    return [drop(block, "try") if n == at else block for n, block in enumerate(document.blocks)]
