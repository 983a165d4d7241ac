"""Texts to try the laws on: articles of known blocks, damaged as scrapers damage them, and plain noise."""

from __future__ import annotations

from itertools import chain as flat
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import settings
from hypothesis import strategies as st

from cleantext.chain import Link, options_of
from cleantext.document import Block, Document, Role, drop, mend, merge, split
from cleantext.steps import STEPS
from damage import CHARACTERS, WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

USUAL = 60  # examples of a property, in a usual run

_NAMES = (
    "Ida Holm", "Nils Moe", "McBride", "ByteDance", "Dr. Anand", "the U.S.", "Løken", "Aziz Rahimi", "LinkedIn",
    "9to5Mac", "KandidatInnen", "dell'Artico", "yeNgqonyela", "@ida_holm", "#SaveTheFerry", "ida.holm@havn.example",
    "iPhone", "derStandard", "PhD Lie",
)  # fmt: skip
_DEEDS = ("opened", "refused", "sold", "praised", "could not find", "waited for", "repaired", "will visit")
_THINGS = ("the ferry", "a school in Oslo", "3.5 tonnes of cod", "the report", "www.havn.example/a.B", "its old engine")
_TAILS = (
    "", " on Monday", " at 10.30 p.m.", ", officials said", ' and called it "late"', " – again", " am 17. März",
    ", she said: “We are late", " in 2021", " pic.twitter.com/aB3dE5",
)  # fmt: skip
_STOPS = (".", ".", ".", "?", "!", "…", ".”", '."')
_LEADS = ("", "", "", "“", '"', "But ", "By then, ")

_CAPTIONS = (
    "{name} at the harbour",
    "{name} with {thing} (Photo: Nils Moe)",
    "A view of {thing}\nReuters",
    "{name} {deed} {thing} (Credit: Getty Images)",
    "Image copyright Getty Images Image caption {name} with {thing}",
    "{thing}/Reuters Related article {name} {deed} {thing}",
    "1/3 {name} {deed} {thing}.",
)
_FURNITURE = (
    "Share this story",
    "Read more: {name} {deed} {thing}",
    "FERRY REFUSED BY ITS OWN ENGINE AGAIN",
    "SIGN UP FOR OUR NEWSLETTER",
    "Home News Sport",
    "By signing up you agree that we may write to you about {thing}.",
    "{name} contributed to this report.",
    "Topics: Ferries | Islands | {name}",
    "Comments (12) {name}: About time! Reply",
    "We cannot report without you. Give as little as you like.",
    "© 2021 Harbour News",
    "| Advertisement |",
    "•",
)
_HEADS = (
    (Role.FURNITURE, "ISLANDS"),
    (Role.HEADLINE, "{name} {deed} {thing}"),
    (Role.BYLINE, "By {name} for The Harbour Post"),
    (Role.BYLINE, "{name}Chief reporter"),
    (Role.STAMP, "Published: 10:09, 7 November 2021"),
    (Role.STAMP, "Published: 10:09, 7 November 2021 | Updated: 03:39 PM EST"),
    (Role.FURNITURE, "FacebookTwitterEmail"),
    (Role.SUMMARY, "{name} {deed} {thing}"),
    (Role.SUMMARY, "- {name} {deed} {thing}\n- {name} waits"),
    (Role.SOURCE, "date 2021-11-07 10:09 - Source: Harbour News"),
    (Role.SOURCE, "(Harbour News | {name} )- "),
)
_DATELINES = ("", "", "", "(CNN)", "OSLO (Reuters) - ", "OSLO, Nov. 7 — ")
_UNCASED = (
    "船は月曜日に再び運航する。",
    "「よかった」と彼は言った。",
    "ستعود العبارة يوم الاثنين.",
    "نقل السفير؟",
    "배는 월요일에 다시 뜬다. ",
)
_WORDS = ("A", "a", "the ", "U.S.", "Photo: ", "By ", "10:09", "3.5", "人。", "ß", "İ", "e\u0301")
_MARKS = (". ", ".", "\n", "\n\n", "\r\n", " ", "\u00a0", "“", "”", '"', "'", "…", "(", ")")
_ODD = ("â€™", "&amp;", "&#8217;", "\u200b", "\u00ad", "\ufeff", "\x07")


class Article(NamedTuple):
    """An article's blocks, how they were laid out, what else was done to them, and the text that was left."""

    blocks: tuple[tuple[Role, str], ...]
    form: str
    raw: str
    damages: tuple[str, ...] = ()


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
    said = st.one_of(*[sentences()] * 7, st.sampled_from(_UNCASED))
    body = st.lists(said, min_size=1, max_size=4).map(lambda found: (Role.BODY, " ".join(found)))
    caption = st.sampled_from(_CAPTIONS).flatmap(_filled).map(lambda text: (Role.CAPTION, text))
    furniture = st.sampled_from(_FURNITURE).flatmap(_filled).map(lambda text: (Role.FURNITURE, text))
    return st.one_of(body, body, body, caption, furniture)


def heads() -> st.SearchStrategy[list[tuple[Role, str]]]:
    """What stands above an article: some of headline, byline, stamp, bullets."""
    one = st.sampled_from(_HEADS).flatmap(lambda head: _filled(head[1]).map(lambda text: (head[0], text)))
    return st.lists(one, max_size=4)


def _said_again(draw: st.DrawFn, found: list[tuple[Role, str]]) -> list[tuple[Role, str]]:
    """A body sentence once more, as a caption, where the article has one."""
    body = [text for role, text in found if role is Role.BODY]
    if not body or draw(st.integers(0, 3)):
        return found
    at = draw(st.integers(0, len(found)))
    return [*found[:at], (Role.CAPTION, draw(st.sampled_from(body)).partition(". ")[0].rstrip(".")), *found[at:]]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article and one form of it that a scraper may have left; no character but white space is lost or wrong."""
    told = _said_again(draw, draw(st.lists(blocks(), min_size=1, max_size=12)))
    first, *rest = told
    found = (*draw(heads()), (first[0], draw(st.sampled_from(_DATELINES)) + first[1]), *rest)
    form = draw(st.sampled_from(sorted(FORMS)))
    raw = FORMS[form]([text for _, text in found])
    return _hurt(draw, Article(found, form, raw), WHITE_SPACE)


@st.composite
def damaged(draw: st.DrawFn) -> Article:
    """An article whose characters came out wrong too."""
    return _hurt(draw, draw(articles()), CHARACTERS)


def _hurt(draw: st.DrawFn, article: Article, ways: dict[str, Callable[[str, Any], str]]) -> Article:
    for way in draw(st.lists(st.sampled_from(sorted(ways)), max_size=2, unique=True)):
        raw = ways[way](article.raw, draw(st.randoms(use_true_random=False)))
        article = article._replace(raw=raw, damages=(*article.damages, way))
    return article


def noise() -> st.SearchStrategy[str]:
    """Any text at all, halves of surrogate pairs among it, and texts of the pieces that cleaners look at."""
    pieces = st.sampled_from(_WORDS + _MARKS + _ODD)
    anything = st.text(st.characters(exclude_categories=()), max_size=200)
    return st.one_of(anything, st.lists(pieces, max_size=80).map("".join))


def texts() -> st.SearchStrategy[str]:
    """Damaged articles and noise."""
    return st.one_of(articles().map(_raw), damaged().map(_raw), noise())


def _raw(article: Article) -> str:
    return article.raw


def examples(usual: int) -> int:
    """How many examples a property has that has so many in a usual run: more in a long one."""
    return max(1, usual * settings().max_examples // USUAL)


@st.composite
def sensible_orders(draw: st.DrawFn) -> list[str]:
    """Some of the steps, in any order that their table allows."""
    chosen = set(draw(st.lists(st.sampled_from(sorted(STEPS)), unique=True)))
    chosen |= set(flat.from_iterable(STEPS[name].needs for name in chosen))
    order: list[str] = []
    while left := sorted(chosen - set(order)):
        free = [n for n in left if not {*STEPS[n].after, *STEPS[n].needs}.intersection(left)]
        order.append(draw(st.sampled_from(free)))
    return order


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    """A sensible order of steps, each with any options."""
    return [Link(name, draw(_options(name))) for name in draw(sensible_orders())]


def _options(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Switches and thresholds of a step, some of them as they are, some set."""
    known = options_of(STEPS[name].load())
    values = {option: _values(option, default) for option, default in known.items()}
    return st.fixed_dictionaries({}, optional={option: found for option, found in values.items() if found is not None})


def _values(option: str, default: Any) -> st.SearchStrategy[Any] | None:
    if isinstance(default, bool):
        return st.booleans()
    if isinstance(default, float):
        return st.floats(0, 1) if default <= 1 else st.floats(0, 100)
    if option == "keep":
        return st.lists(st.sampled_from(list(Role)), max_size=3).map(tuple)
    return None


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
