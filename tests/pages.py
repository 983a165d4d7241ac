"""Pages of our own, whose HTML says of every block what it is: flattened as scrapers do, and what a cleaner keeps.

See ``corpus_samples/README.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cleantext.document import Document, Role

FOLDER = Path(__file__).parent.parent / "corpus_samples" / "pages"
ROLE = "data-role"
TAUGHT = ("first", "second", "third")  # the sets that models learn from, so that they are no test
TEST, KINDS = "fourth", "kinds"  # the set that is one, and that of all kinds of articles, by which rules were written
NEUTRAL = frozenset({Role.HEADLINE, Role.SUMMARY, Role.SUBHEAD})  # kept or dropped, both are right
FORMS = ("soup_glued", "soup_natural", "soup_spaced", "soup_lines", "page_natural", "page_lines", "article")
_LONG_CUT = 3  # characters of what a step took out of a block; less is a mark
_VOID = frozenset("area br col embed hr img input link meta source track wbr".split())


class Node(NamedTuple):
    """A text node: its text as the source has it, its block, if it is in one, and whether the article has it."""

    text: str
    block: int | None
    in_article: bool


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page: its set and name, its text nodes in order, and the roles of its blocks."""

    set: str
    name: str
    nodes: tuple[Node, ...]
    roles: tuple[Role, ...]

    @property
    def language(self) -> str:
        return self.name.partition("-")[0]

    def __repr__(self) -> str:
        return self.name


class Flat(NamedTuple):
    """A flattened page: its text, and the block of every character, None for white space between them."""

    text: str
    blocks: tuple[int | None, ...]


class Figures(NamedTuple):
    """What a cleaner kept, as shares from 0 to 1, of characters that are not white space; None where there are none.

    ``break_f1`` is of the breaks between paragraphs of the body that are kept side by side.
    """

    recall: float
    precision: float
    captions_out: float | None
    noise_out: float | None
    break_f1: float

    @property
    def f1(self) -> float:
        return _f1(self.precision, self.recall)


@cache
def pages() -> tuple[Page, ...]:
    return tuple(map(_read, sorted(FOLDER.glob("*/*.html"))))


def flat(page: Page, form: str) -> Flat:
    """A page as one text. ``soup_…`` are of the article element, ``article`` is the true article, on lines."""
    nodes = page.nodes if form.startswith("page") else [node for node in page.nodes if node.in_article]
    if form == "article":
        kept = {i for i, role in enumerate(page.roles) if role is Role.BODY or role in NEUTRAL - {Role.HEADLINE}}
        parts = [(block_text(page, block), block) for block in sorted(kept)]
        return _joined(parts, "\n")
    if form.endswith("natural"):
        return _squeezed([(node.text, node.block) for node in nodes])
    joint = {"glued": "", "spaced": " ", "lines": "\n"}[form.rpartition("_")[2]]
    return _joined([(_folded(node.text), node.block) for node in nodes if node.text.strip()], joint)


def figures(roles: Sequence[Role], text: Flat, document: Document) -> Figures:
    """What a document keeps of a text whose blocks have these roles."""
    kept: list[tuple[int, int]] = []  # the page's block and the document's of every character that is kept
    for i, block in enumerate(document.blocks):
        if block.dropped_by is None:
            cuts = [m for m in block.mends if not m.replacement.strip() and len(m.removed.strip()) >= _LONG_CUT]
            gone = {at for cut in cuts for at in range(cut.start, cut.end)}
            span = ((at, text.blocks[at]) for at in range(block.start, block.end) if at not in gone)
            kept += [(own, i) for at, own in span if own is not None and not text.text[at].isspace()]
    every = [own for c, own in zip(text.text, text.blocks, strict=True) if own is not None and not c.isspace()]
    body, noise = (_count(roles, every, of) for of in (_is_body, _is_noise))
    left_body, left_noise = (_count(roles, [own for own, _ in kept], of) for of in (_is_body, _is_noise))
    captions, left = (_count(roles, found, _is_caption) for found in (every, [own for own, _ in kept]))
    return Figures(
        left_body / body,
        left_body / (left_body + left_noise) if left_body else 0.0,
        1 - left / captions if captions else None,
        1 - left_noise / noise if noise else None,
        _breaks(roles, kept),
    )


def _breaks(roles: Sequence[Role], kept: Sequence[tuple[int, int]]) -> float:
    """F1 of the breaks between neighbours of the body against those within a paragraph of it."""
    wanted = found = wrong = 0
    for (a, i), (b, j) in pairwise(kept):
        if roles[a] is Role.BODY and roles[b] is Role.BODY:
            wanted += a != b
            found += a != b and i != j
            wrong += a == b and i != j
    return _f1(found / (found + wrong) if found else 0.0, found / wanted if wanted else 1.0)


def _count(roles: Sequence[Role], blocks: Sequence[int], of: Callable[[Role], bool]) -> int:
    return sum(of(roles[block]) for block in blocks)


def _is_body(role: Role) -> bool:
    return role is Role.BODY


def _is_noise(role: Role) -> bool:
    return role is not Role.BODY and role not in NEUTRAL


def _is_caption(role: Role) -> bool:
    return role is Role.CAPTION


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def block_text(page: Page, block: int) -> str:
    """The text of a block, on one line."""
    return _folded("".join(node.text for node in page.nodes if node.block == block))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _joined(parts: Sequence[tuple[str, int | None]], joint: str) -> Flat:
    text, blocks = joint.join(part for part, _ in parts), list[int | None]()
    for part, block in parts:
        blocks += [None] * len(joint) if blocks else []
        blocks += [block] * len(part)
    return Flat(text, tuple(blocks))


def _squeezed(parts: Sequence[tuple[str, int | None]]) -> Flat:
    """The parts joined by nothing, every run of white space one blank."""
    text, blocks = list[str](), list[int | None]()
    for part, block in parts:
        for c in part:
            if not c.isspace():
                text.append(c)
                blocks.append(block)
            elif text and text[-1] != " ":
                text.append(" ")
                blocks.append(None)
    if text and text[-1] == " ":
        text, blocks = text[:-1], blocks[:-1]
    return Flat("".join(text), tuple(blocks))


def _read(path: Path) -> Page:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return Page(path.parent.name, path.stem, tuple(reader.nodes), tuple(reader.roles))


class _Reader(HTMLParser):
    """Gathers the text nodes of a page and the roles of its blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[Node] = []
        self.roles: list[Role] = []
        self._open: list[tuple[str, int | None, bool]] = [("", None, False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        _, block, in_article = self._open[-1]
        role = dict(attrs).get(ROLE)
        if role:
            self.roles.append(Role(role))
            block = len(self.roles) - 1
        self._open.append((tag, block, in_article or tag == "article"))

    def handle_endtag(self, tag: str) -> None:
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i][0] == tag:
                del self._open[i:]
                return

    def handle_data(self, data: str) -> None:
        _, block, in_article = self._open[-1]
        self.nodes.append(Node(data, block, in_article))


def of_group(group: str) -> Iterator[Page]:
    """The pages of a set; or of the test, of a language (``en``, ``de``, ``other``) or ``all``."""
    for page in pages():
        language = page.language if page.language in ("en", "de") else "other"
        if group == page.set or (page.set == TEST and group in (language, "all")):
            yield page
