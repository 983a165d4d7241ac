"""The types: a document is a row of blocks, and each change to it is on record.

Two coordinate systems meet here. *Original* offsets count characters of ``Document.original``; *text*
offsets count characters of ``Block.text``, which differs from the original where a step mended something.
``Block.mends`` translates: sorted, disjoint edits over the original whose replay gives the block's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from cleantext.text.spans import Replacement

PARAGRAPH_BREAK = "\n\n"
LOW_YIELD = 0.1  # below this share of the words kept, a document says so
UNLIKELY = 0.3  # where no kept block is surer than this of its role, a document says so


class Role(StrEnum):
    """What a block is."""

    BODY = "body"
    HEADLINE = "headline"
    SUMMARY = "summary"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    STAMP = "stamp"
    SOURCE = "source"
    FURNITURE = "furniture"


class Reason(NamedTuple):
    """One piece of evidence for a role, as it weighed.

    ``weight`` is in logits: positive speaks for the role, negative against it.
    """

    rule: str
    weight: float
    note: str = ""


class Evidence(Protocol):
    """Evidence kept in compact form, spelled out as reasons when asked."""

    def reasons(self) -> tuple[Reason, ...]: ...


class Edit(NamedTuple):
    """One change: ``original[start:end]`` (which was ``removed``) became ``replacement``.

    ``category`` is ``"mend"`` (characters), ``"space"`` (white space inside a block),
    ``"drop"`` (a block removed) or ``"layout"`` (white space between blocks).
    """

    start: int
    end: int
    replacement: str
    rule: str
    category: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the article: a paragraph, a caption, a byline, a menu entry.

    ``seam`` is the probability (0 to 1) that a block of the page really began here, and not in mid-paragraph.
    """

    start: int
    end: int
    text: str
    role: Role | None = None
    confidence: float = 0.0
    evidence: Evidence | tuple[Reason, ...] = ()
    dropped_by: str | None = None
    seam: float = 1.0
    mends: tuple[Edit, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The evidence for the role, weightiest first."""
        found = self.evidence if isinstance(self.evidence, tuple) else self.evidence.reasons()
        return tuple(sorted(found, key=lambda r: -abs(r.weight)))

    @property
    def kept(self) -> bool:
        return self.dropped_by is None


class _Draft:
    """A block in the making: to fill one that is frozen takes six times as long."""

    __slots__ = ("confidence", "dropped_by", "end", "evidence", "mends", "role", "seam", "start", "text")


def new_block(
    start: int,
    end: int,
    text: str,
    role: Role | None = None,
    confidence: float = 0.0,
    evidence: Evidence | tuple[Reason, ...] = (),
    dropped_by: str | None = None,
    seam: float = 1.0,
    mends: tuple[Edit, ...] = (),
) -> Block:
    """The same as ``Block(...)``, where many are made."""
    draft: Any = _Draft()
    draft.start, draft.end, draft.text, draft.role, draft.confidence = start, end, text, role, confidence
    draft.evidence, draft.dropped_by, draft.seam, draft.mends = evidence, dropped_by, seam, mends
    draft.__class__ = Block
    block: Block = draft
    return block


def reseamed(block: Block, seam: float) -> Block:
    """The block with another seam."""
    return new_block(
        block.start, block.end, block.text, block.role, block.confidence, block.evidence, block.dropped_by, seam,
        block.mends,
    )  # fmt: skip


class Facts(NamedTuple):
    """What the removed pieces said, as data; dates are ISO 8601, with a zone only where the text has one."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    source: str | None = None
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()


LINES = frozenset({Role.BYLINE, Role.STAMP, Role.SOURCE, Role.CREDIT})
"""The roles that are lines, not paragraphs."""
LINE_SEAM = 0.5
"""A seam less likely than this does not part a line."""


@dataclass(frozen=True)
class Document:
    """A text and its blocks.

    ``blocks`` stand in the original's order and hold all of it that is not white space.
    ``known`` is what the caller knows: title, language, url, authors, published, updated, source, country.

    >>> document = Document.of("One.  Two.")
    >>> document.text
    'One.  Two.'
    """

    original: str
    blocks: tuple[Block, ...]
    known: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, text: str, **known: Any) -> Document:
        """Wrap a text as one block, nothing done yet.

        Of a language only the code counts: ``en-US`` is ``en``, and what is no code is left out.

        Raises ``TypeError`` for a language, title or address that is no string, and for authors that are no strings.
        """
        if known:
            known = _checked(known)
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        blocks = (Block(start, end, text[start:end]),) if start < end else ()
        return cls(text, blocks, MappingProxyType(known))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.original, self.blocks, dict(self.known))

    def with_blocks(self, blocks: Iterable[Block]) -> Document:
        """The same document with other blocks."""
        return Document(self.original, tuple(blocks), self.known)

    @cached_property
    def kept(self) -> tuple[Block, ...]:
        """The blocks that no step dropped and that have text left."""
        return tuple(b for b in self.blocks if b.dropped_by is None and b.text)

    @cached_property
    def text(self) -> str:
        """The kept blocks, a blank line between them."""
        return PARAGRAPH_BREAK.join(b.text for b in self.kept)

    @property
    def removed(self) -> tuple[Block, ...]:
        """The blocks that a step dropped."""
        return tuple(b for b in self.blocks if b.dropped_by is not None)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What turns the original into the text: sorted, disjoint, each with its rule."""
        return tuple(_edits(self))

    @cached_property
    def facts(self) -> Facts:
        """What bylines, stamps, captions and headings say."""
        from cleantext.text.facts import facts_of
        from cleantext.text.feeds import feed_facts
        from cleantext.text.frontmatter import front_matter
        from cleantext.text.names import agency_alone
        from cleantext.text.records import record_in

        front, record = front_matter(self.original), record_in(self.original)
        above = {**(front.facts if front else {}), **(record.facts(self.original) if record else {})}
        said: list[tuple[str, str]] = []
        for block in self.blocks:
            kind, text = record.value(block.start, block.text) if record else ("", block.text)
            if kind in above:  # it has been read
                continue
            if said and block.role in LINES and said[-1][0] == block.role and block.seam < LINE_SEAM:
                said[-1] = said[-1][0], f"{said[-1][1]} {text}"
            elif block.role is not None and (block.role is not Role.FURNITURE or agency_alone(text)):
                said.append((str(block.role), text))
        told = facts_of(said, {**above, **self.known})
        if not (told["headline"] and told["source"]):
            left = (b.text for b in self.blocks if b.role is Role.FURNITURE and isinstance(b.evidence, tuple))
            told |= {kind: value for kind, value in feed_facts(left).items() if not told[kind]}
        return Facts(**told)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader of the output should know: nothing, little or nothing likely was kept."""
        if not self.blocks:
            return ()
        if not self.kept:
            if _is_json(self.original):
                return ("nothing was kept: this is JSON, not the text of an article (--from jsonl reads records)",)
            return ("nothing was kept: no block looks like the body of an article",)
        before = sum(_words(b.text) for b in self.blocks)
        after = sum(_words(b.text) for b in self.kept)
        if after < LOW_YIELD * before:
            return (f"only {after} of {before} words were kept",)
        if all(b.role is not None and b.confidence < UNLIKELY for b in self.kept):
            return ("nothing that was kept looks like the body of an article",)
        return ()


def _is_json(text: str) -> bool:
    """Whether a text begins as an object of JSON does.

    >>> _is_json('{"text": "It is back."}'), _is_json('{"sic"} It is back.')
    (True, False)
    """
    return re.match(r'\s*\{\s*"[^"\n]{1,100}"\s*:', text) is not None


def _checked(known: dict[str, Any]) -> dict[str, Any]:
    """What is known of a document, as it is used: a language's code, a title without blanks around it, authors apart.

    >>> _checked({"language": "en-US", "title": " Ferry back ", "authors": "Ada Quill; Bo Tern"})
    {'language': 'en', 'title': 'Ferry back', 'authors': ('Ada Quill', 'Bo Tern')}
    """
    for key in known.keys() & {"title", "url"}:
        if known[key] is not None and not isinstance(known[key], str):
            raise TypeError(f"what is known as {key} is a string, not {known[key]!r}")
    if "language" in known:
        known["language"] = _language_code(known["language"])
    if isinstance(title := known.get("title"), str):
        known["title"] = title.strip()
    if "authors" in known:
        known["authors"] = _names(known["authors"])
    return known


def _names(authors: object) -> tuple[str, ...]:
    """The names of authors: in a list, or in one string with semicolons between them."""
    listed: object = () if authors is None else authors.split(";") if isinstance(authors, str) else authors
    names = tuple(listed) if isinstance(listed, Iterable) else (listed,)
    if not all(name is None or isinstance(name, str) for name in names):
        raise TypeError(f"authors are a list of names, or one string, not {authors!r}")
    return tuple(name.strip() for name in names if name and name.strip())


def _language_code(language: object) -> str:
    """The ISO 639 code that a language tag begins with, or an empty string."""
    if language is not None and not isinstance(language, str):
        raise TypeError(f"a language is a code such as 'en', not {language!r}")
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""


def _words(text: str) -> int:
    """About how many words there are, counted by blanks: no list of them is made."""
    return text.count(" ") + text.count("\n") + 1 if text else 0


def _restore(original: str, blocks: tuple[Block, ...], known: dict[str, Any]) -> Document:
    return Document(original, blocks, MappingProxyType(known))


def drop(block: Block, step: str) -> Block:
    """The block, dropped on record by a step."""
    b = block
    return new_block(b.start, b.end, b.text, b.role, b.confidence, b.evidence, step, b.seam, b.mends)


def replay(original: str, edits: Iterable[Edit]) -> str:
    """Apply edits to the text they were made over.

    >>> replay("abc", [Edit(1, 2, "x", "demo", "mend", "b")])
    'axc'
    """
    out: list[str] = []
    at = 0
    for e in edits:
        out += original[at : e.start], e.replacement
        at = e.end
    out.append(original[at:])
    return "".join(out)


def undo(text: str, edits: Iterable[Edit]) -> str:
    """Give back what ``replay`` was given.

    >>> undo("axc", [Edit(1, 2, "x", "demo", "mend", "b")])
    'abc'
    """
    out: list[str] = []
    at = shift = 0
    for e in edits:
        start = e.start + shift
        out += text[at:start], e.removed
        at = start + len(e.replacement)
        shift += len(e.replacement) - (e.end - e.start)
    out.append(text[at:])
    return "".join(out)


def _edits(document: Document) -> Iterator[Edit]:
    original, at, begun = document.original, 0, False
    for b in document.blocks:
        between = "" if b.dropped_by is not None or not b.text else PARAGRAPH_BREAK if begun else ""
        gap = original[at : b.start]
        if gap != between:
            yield Edit(at, b.start, between, "paragraphs.break" if between else "paragraphs.trim", "layout", gap)
        if b.dropped_by is not None:
            if b.start < b.end:
                rule = f"{b.dropped_by}.{b.role}" if b.role else b.dropped_by
                yield Edit(b.start, b.end, "", rule, "drop", original[b.start : b.end])
        else:
            yield from b.mends
            begun = begun or bool(b.text)
        at = b.end
    if at < len(original):
        yield Edit(at, len(original), "", "paragraphs.trim", "layout", original[at:])


class _Segment(NamedTuple):
    """A run of a block's text: as in the original (``edit`` is None), or what an edit made of it."""

    start: int
    end: int
    text: str
    edit: Edit | None


def _segments(block: Block, original: str) -> Iterator[_Segment]:
    at = block.start
    for m in block.mends:
        if at < m.start:
            yield _Segment(at, m.start, original[at : m.start], None)
        yield _Segment(m.start, m.end, m.replacement, m)
        at = m.end
    if at < block.end:
        yield _Segment(at, block.end, original[at : block.end], None)


def _cut(segments: Iterable[_Segment], points: Sequence[int]) -> Iterator[tuple[int, _Segment]]:
    """The segments cut at text offsets, each with its own text offset.

    An edit cannot be cut: its first part keeps the original characters, the rest becomes an insertion.
    """
    at, k = 0, 0
    for start, end, text, edit in segments:
        while k < len(points) and points[k] <= at:
            k += 1
        first, done = start, 0
        while k < len(points) and points[k] < at + len(text):
            n = points[k] - at
            middle = end if edit else first + n
            yield at + done, _Segment(start, middle, text[done:n], edit)
            start, done, k = middle, n, k + 1
        yield at + done, _Segment(start, end, text[done:], edit)
        at += len(text)


def _as_edit(segment: _Segment, original: str) -> Edit | None:
    start, end, text, edit = segment
    if edit is None:
        return None
    removed = original[start:end]
    return None if text == removed else Edit(start, end, text, edit.rule, edit.category, removed)


def mend(block: Block, edits: Sequence[Replacement], rule: str, category: str, original: str) -> Block:
    """Replace spans of the block's text; ``edits`` are sorted, disjoint ``(start, end, replacement)`` in text offsets.

    >>> mend(Block(0, 7, "One two"), [(3, 4, " - ")], "demo", "mend", "One two").text
    'One - two'
    """
    if not edits:
        return block
    if not block.mends:
        base = block.start
        mends = [Edit(base + a, base + b, new, rule, category, original[base + a : base + b]) for a, b, new in edits]
    else:
        mends = list(_compose(block, [Edit(a, b, new, rule, category) for a, b, new in edits], original))
    text = "".join(_spell(block.text, edits))
    return replace(block, text=text, mends=tuple(mends))


def _spell(text: str, edits: Iterable[Replacement]) -> Iterator[str]:
    at = 0
    for a, b, new in edits:
        yield text[at:a]
        yield new
        at = b
    yield text[at:]


def _compose(block: Block, edits: Sequence[Edit], original: str) -> Iterator[Edit]:
    """Lay new edits, in text offsets, over the block's mends, so that the record stays one layer over the original."""
    points = sorted({p for e in edits for p in (e.start, e.end)})
    rest = list(_cut(_segments(block, original), points))
    i = 0
    for a, b, new, rule, category, _ in edits:
        while i < len(rest) and rest[i][0] < a:
            if kept := _as_edit(rest[i][1], original):
                yield kept
            i += 1
        start = rest[i][1].start if i < len(rest) else block.end
        end = start
        while i < len(rest) and rest[i][0] < b:
            end = rest[i][1].end
            i += 1
        if new != original[start:end]:
            yield Edit(start, end, new, rule, category, original[start:end])
    for _, segment in rest[i:]:
        if kept := _as_edit(segment, original):
            yield kept


def split(block: Block, pieces: Sequence[tuple[int, int, float]], original: str) -> list[Block]:
    """Cut a block into pieces ``(start, end, seam)`` in text offsets; what lies between them is white space.

    >>> [b.text for b in split(Block(0, 7, "One Two"), [(0, 3, 1.0), (4, 7, 0.8)], "One Two")]
    ['One', 'Two']
    """
    if not block.mends:
        base, text = block.start, block.text
        return [new_block(base + a, base + b, text[a:b], seam=seam) for a, b, seam in pieces]
    return _split_mended(block, pieces, original)


def _split_mended(block: Block, pieces: Sequence[tuple[int, int, float]], original: str) -> list[Block]:
    """What mends left between the pieces stays, emptied, with the piece before it (or the first)."""
    points = sorted({p for a, b, _ in pieces for p in (a, b)})
    owned: list[list[_Segment]] = [[] for _ in pieces]
    idle: list[_Segment] = []  # white space since the last piece: inside only if something after it is
    n = 0
    for at, segment in _cut(_segments(block, original), points):
        while n + 1 < len(pieces) and at >= pieces[n + 1][0] and (segment.text or at > pieces[n + 1][0]):
            n += 1
            if owned[n - 1]:
                idle.clear()
        a, b, _ = pieces[n]
        if a <= at and at + len(segment.text) <= b and (segment.text or not idle):
            owned[n] += [*idle, segment] if owned[n] else [segment]
            idle.clear()
        elif original[segment.start : segment.end].strip():
            owned[n] += [*idle, _emptied(segment)] if owned[n] else [_emptied(segment)]
            idle.clear()
        else:
            idle.append(_emptied(segment))
    return [_assemble(segments, piece[2], original) for segments, piece in zip(owned, pieces, strict=True)]


def _emptied(segment: _Segment) -> _Segment:
    start, end, _, edit = segment
    return _Segment(start, end, "", edit or Edit(start, end, "", "spaces.trim", "space"))


def _assemble(segments: Sequence[_Segment], seam: float, original: str) -> Block:
    edits = [e for s in segments if (e := _as_edit(s, original))]
    text = "".join(s.text for s in segments)
    return Block(segments[0].start, segments[-1].end, text, seam=seam, mends=tuple(edits))


def merge(blocks: Sequence[Block], glue: Sequence[str], rule: str, original: str) -> Block:
    """Grow blocks together; ``glue[i]`` is the white space wanted after block ``i`` (one fewer than blocks).

    Role, confidence and evidence are the first block's.

    >>> a, b = Block(0, 1, "a"), Block(3, 4, "b")
    >>> merge([a, b], [" "], "demo", "a\\n\\nb").text
    'a b'
    """
    if len(blocks) == 1:
        return blocks[0]
    mends: list[Edit] = []
    parts: list[str] = []
    for i, b in enumerate(blocks):
        parts.append(b.text)
        mends += b.mends
        if i + 1 < len(blocks):
            start, end = b.end, blocks[i + 1].start
            gap = original[start:end]
            if gap != glue[i]:
                mends.append(Edit(start, end, glue[i], rule, "space", gap))
            parts.append(glue[i])
    b, end, text = blocks[0], blocks[-1].end, "".join(parts)
    return new_block(b.start, end, text, b.role, b.confidence, b.evidence, b.dropped_by, b.seam, tuple(mends))


def laid_over(first: Document, second: Document) -> Document:
    """``second``, which was made of the text of ``first``, as a document over the original of ``first``.

    Both keep all their blocks; of these only the seams are taken over, roles are not.

    >>> first = Document("a  b", (mend(Block(0, 4, "a  b"), [(1, 3, " ")], "demo", "space", "a  b"),))
    >>> second = Document("a b", (Block(0, 1, "a"), Block(2, 3, "b")))
    >>> laid_over(first, second).text
    'a\\n\\nb'
    """
    original = first.original
    whole = merge(first.blocks, list(_breaks(first.blocks)), "paragraphs.break", original)
    if second.edits:
        text, mends = second.text, tuple(_compose(whole, second.edits, original))
        whole = replace(whole, text=text, mends=mends)
    pieces, at = [], 0
    for block in second.kept:
        pieces.append((at, at + len(block.text), block.seam))
        at += len(block.text) + len(PARAGRAPH_BREAK)
    return first.with_blocks(split(whole, pieces, original) if len(pieces) > 1 else [whole])


def _breaks(blocks: Sequence[Block]) -> Iterator[str]:
    """What stands in the text between each block and the next: nothing where one of them was emptied."""
    begun = False
    for block, then in pairwise(blocks):
        begun = begun or bool(block.text)
        yield PARAGRAPH_BREAK if begun and then.text else ""
