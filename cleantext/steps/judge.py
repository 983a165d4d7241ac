"""Gives every block a role, a confidence and its reasons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from operator import itemgetter

from cleantext.document import LINE_SEAM, LINES, Block, Document, Reason, Role, new_block
from cleantext.models.copies import second_copies
from cleantext.models.fates import CUTOFFS
from cleantext.models.linear import sigmoid
from cleantext.models.lines import Lines
from cleantext.models.parts import PartModel
from cleantext.models.parts import shipped as shipped_parts
from cleantext.models.pieces import measure, white_between
from cleantext.models.roles import Judgement, RoleModel, shipped
from cleantext.models.said import SURE, Said
from cleantext.models.wholes import BEGINS, FIRST_WORDS, LAST_WORDS, LEADS, OPENS, WITHIN
from cleantext.steps._ends import without_ends
from cleantext.steps._notices import without_notices
from cleantext.steps._rules import told_by_rules
from cleantext.text.aggregators import label_of
from cleantext.text.asides import is_call
from cleantext.text.characters import line_breaks
from cleantext.text.feeds import whole_in
from cleantext.text.frontmatter import front_matter, mail_date
from cleantext.text.jumps import is_jump
from cleantext.text.kinds import LONGEST
from cleantext.text.known_titles import are_titles
from cleantext.text.markdown import headings_in, linked_in
from cleantext.text.menus import fills_line, is_interruption
from cleantext.text.persons import is_cased_name
from cleantext.text.records import Record, record_in
from cleantext.text.shouting import in_small_letters, is_in_capitals
from cleantext.text.spans import Span
from cleantext.text.transcripts import is_direction

_PARAGRAPHS = frozenset({Role.CAPTION, Role.SUMMARY})  # each is one, whatever stands beside it
_HEADING_WORDS = 3  # of a heading that runs into a sentence, at least
_MARKDOWN, _MARKS = "encoding.markdown", str.maketrans("", "", "*_#\\")
_KEPT = frozenset({Role.BODY, Role.SUBHEAD})
_FRONT_MATTER = Said("front matter").reasons(0, Role.FURNITURE)
Told = tuple[Role, tuple[Reason, ...]]
"""What a block is, and why."""
_PARTS: Told = Role.FURNITURE, Said("says that the text goes on").reasons(0, Role.FURNITURE)
_PLAYED: Told = Role.FURNITURE, Said("what is played, or when").reasons(0, Role.FURNITURE)
_JUMP: Told = Role.FURNITURE, Said("jump line").reasons(0, Role.FURNITURE)
_CUT_SHORT = Said("cut short by a feed").reasons(0, Role.BODY)
_FIELD = Said("field of a record").reasons(0, Role.FURNITURE)
_HEAD: Told = Role.FURNITURE, Said("before the body of a record").reasons(0, Role.FURNITURE)
_FIELDS = {
    "title": Role.HEADLINE,
    "authors": Role.BYLINE,
    "published": Role.STAMP,
    "source": Role.SOURCE,
    "summary": Role.SUMMARY,
    "captions": Role.CAPTION,
}
_FEW_WORDS = 4  # fewer are a logo's, or an icon's
_STOPS, _QUOTES = frozenset(".!?…\"”»"), frozenset("\"“„«»‘'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Say what each block is, and part notices from among the sentences of the body; drop nothing.

    ``cutoff`` is ``"news"`` (keeps the body, recall first) or ``"strict"`` (removes more).

    >>> text = "By Ada Quill\\n\\nThe bridge was closed on Monday after engineers found cracks in two of its pillars."
    >>> [str(b.role) for b in Judge()(Document.of(text)).blocks]
    ['body']
    """

    cutoff: str = "news"
    model: RoleModel | None = None
    parts: PartModel | None = None

    def __post_init__(self) -> None:
        if self.cutoff not in CUTOFFS:
            raise ValueError(f"unknown cutoff {self.cutoff!r}; the cutoffs are: {', '.join(CUTOFFS)}")

    def __call__(self, document: Document) -> Document:
        standing = [b for b in document.blocks if b.text and b.dropped_by is None]
        if not standing:
            return document
        front = front_matter(document.original)
        above = [b for b in standing if b.start + len(b.text) <= front.end] if front else []
        dated = mail_date(document.original) if front and not front.facts else None
        judged = [_as_told(b, Role.STAMP if _is_in(b, dated) else Role.FURNITURE, _FRONT_MATTER) for b in above]
        judged += self._judged_by_letters(standing[len(above) :], document)
        if len(standing) == len(document.blocks):
            return document.with_blocks(judged)
        after = iter(judged)
        return document.with_blocks(next(after) if b.text and b.dropped_by is None else b for b in document.blocks)

    def _judged_by_letters(self, standing: Sequence[Block], document: Document) -> list[Block]:
        """The blocks with their roles; what is written in capitals throughout is judged as if it were not."""
        if not is_in_capitals(document.original):
            return self._judged(standing, document)
        small = [replace(block, text=in_small_letters(block.text)) for block in standing]
        judged = self._judged(small, document)
        return [replace(found, text=block.text) for found, block in zip(judged, standing, strict=True)]

    def _judged(self, standing: Sequence[Block], document: Document) -> list[Block]:
        """The blocks with their roles."""
        if not standing:
            return []
        model, parts = self.model or shipped(), self.parts or shipped_parts()
        copies = second_copies([b.text for b in standing])
        record = record_in(document.original)
        told = _fields(standing, record) if record else {}
        told |= {i: _PARTS for i, b in enumerate(standing) if _parts(b, document.original)}
        told |= {i: _PLAYED for i, b in enumerate(standing) if is_direction(b.text)}
        told |= {i: _JUMP for i, b in enumerate(standing) if is_jump(b.text)}
        left, titles = whole_in(_texts(standing, document.original))
        told |= {i: (Role.FURNITURE, Said(why).reasons(0, Role.FURNITURE)) for i, why in left.items()}
        own = [i for i in range(len(standing)) if i not in told and i not in copies] if told or copies else None
        if own == []:
            return [_as_told(block, *told.get(i, _PARTS)) for i, block in enumerate(standing)]
        pieces = measure(standing, document.original, own)
        found = model.judge(pieces, CUTOFFS[self.cutoff])
        if own is None:
            judged = list(_whole_lines(_blocks(standing, found, parts)))
        else:
            judged = _with_others(standing, own, copies, told, found, parts)
        if record:
            judged = [_as_told(b, *_HEAD) if b.start < record.body[0] and b.role in _KEPT else b for b in judged]
        judged = without_ends(_as_marked(_as_labelled(judged, document.original), document.original))
        judged = _with_cut_short(judged, left, document.original)
        for title in (document.known.get("title") or "", *titles):
            judged = _with_title(judged, title) if title else judged
        return without_notices(judged, pieces, document.original)


def _is_in(block: Block, span: Span | None) -> bool:
    return span is not None and span[0] <= block.start < span[1]


def _parts(block: Block, original: str) -> bool:
    """Whether a block says of itself that it is no part of the article."""
    return is_interruption(block.text) or is_call(block.text) or fills_line(original, block.start, block.end)


def _texts(standing: Sequence[Block], original: str) -> Iterator[tuple[str, str]]:
    """The blocks' texts, each with what stands behind it: a line break or a blank."""
    for block, after in zip_longest(standing, standing[1:]):
        breaks = line_breaks(white_between(block, after, original)) if after else 1
        yield block.text, "\n" if breaks else " "


def _with_cut_short(judged: list[Block], left: Collection[int], original: str) -> list[Block]:
    """The blocks, where the sentence that a feed cut short goes on from the body, and stays with it."""
    out = list(judged)
    for i in sorted(left):
        before = out[i - 2 : i]
        if len(before) < 2 or judged[i].text[0] not in "[(" or before[1].role is Role.BODY:
            continue
        if before[0].role is Role.BODY and not line_breaks(white_between(before[1], judged[i], original)):
            out[i - 1] = replace(before[1], role=Role.BODY, confidence=SURE, evidence=_CUT_SHORT)
    return out


def _with_title(judged: Sequence[Block], title: str) -> list[Block]:
    """The blocks, where those that say the known title and nothing else are headlines."""
    told = zip(judged, are_titles((block.text for block in judged), title), strict=True)
    return [replace(block, role=Role.HEADLINE) if is_title else block for block, is_title in told]


def _blocks(standing: Sequence[Block], found: Sequence[Judgement], parts: PartModel) -> Iterator[Block]:
    """The blocks with their roles: first what each is by itself, then what those around the body are together."""
    said = told_by_rules(standing, found)
    roles = [said[i][0] if i in said else f.role for i, f in enumerate(found)]
    told = parts.read(lines(standing, roles, found))
    joined = _joined(standing, found)
    for i, (block, judged, part) in enumerate(zip(standing, found, told, strict=True)):
        role, confidence, seam = judged.role, judged.confidence, block.seam
        if i in said:
            role, confidence = said[i][0], SURE
            judged.role, judged.more = role, said[i][1]
        elif part:
            role, confidence = part.role, part.confidence * (1 - sigmoid(judged.score))
            judged.role, judged.more = role, part.case
            seam = 0.0 if part.goes_on else max(seam, LINE_SEAM) if role in _PARAGRAPHS else seam
        seam = 0.0 if i in joined else seam
        yield new_block(block.start, block.end, block.text, role, confidence, judged, None, seam, block.mends)


def _joined(standing: Sequence[Block], found: Sequence[Judgement]) -> set[int]:
    """The blocks that go on from the one before, as they only stay with the sentence that they are a part of.

    Several words that stay in front of one may be a heading, so there the seam tells whether it goes on; a quotation
    that words lead to is a paragraph of its own.
    """
    whole = {i for i, f in enumerate(found) if f.more is WITHIN or f.more is LAST_WORDS}
    few = {i for i, f in enumerate(found) if f.more is FIRST_WORDS and standing[i].text.count(" ") < _HEADING_WORDS - 1}
    leads = {i for i, f in enumerate(found) if f.more is LEADS and standing[i + 1].text[0] not in _QUOTES}
    open_ = whole | few | leads | {i for i, f in enumerate(found) if f.more is BEGINS or f.more is OPENS}
    return whole | {i + 1 for i in open_ if standing[i].text[-1] not in _STOPS}


def _with_others(
    standing: Sequence[Block],
    own: Sequence[int],
    copies: Mapping[int, int],
    told: Mapping[int, Told],
    found: Sequence[Judgement],
    parts: PartModel,
) -> list[Block]:
    """All blocks with their roles: of a second copy furniture, whatever the first one's are; some were told."""
    by_place = dict(zip(own, found, strict=True))
    judged = dict(zip(own, _whole_lines(_blocks([standing[i] for i in own], found, parts)), strict=True))
    for i, first in copies.items():
        known = by_place.get(first)
        if known is None:  # it says that the text goes on, and so does its copy
            continue
        copy = Judgement(known.case, known.at, Role.FURNITURE, known.score, SURE, known.caption, Said("said before"))
        judged[i] = replace(standing[i], role=Role.FURNITURE, confidence=SURE, evidence=copy)
    return [judged[i] if i in judged else _as_told(block, *told.get(i, _PARTS)) for i, block in enumerate(standing)]


def _fields(standing: Sequence[Block], record: Record) -> dict[int, Told]:
    """The blocks that are fields of a record, and what these hold."""
    starts = [field.start for field in record.fields]
    found = ((i, bisect_right(starts, block.start) - 1) for i, block in enumerate(standing))
    fields = {i: record.fields[k] for i, k in found if k >= 0 and standing[i].start < record.fields[k].end}
    return {i: (_FIELDS.get(field.kind, Role.FURNITURE), _FIELD) for i, field in fields.items()}


def _as_told(block: Block, role: Role, reasons: tuple[Reason, ...]) -> Block:
    return replace(block, role=role, confidence=SURE, evidence=reasons)


def _as_labelled(judged: list[Block], original: str) -> list[Block]:
    """The blocks, where a short one without a stop behind an aggregator's label is the headline."""
    label = label_of(original)
    first = next((i for i, b in enumerate(judged) if label and b.start >= label[1]), -1)
    if first < 0 or judged[first].role is not Role.BODY:
        return judged
    text = judged[first].text
    if len(text) > LONGEST or text[-1] in _STOPS:
        return judged
    return [*judged[:first], _marked(judged[first], Role.HEADLINE, "behind a label"), *judged[first + 1 :]]


def _as_marked(judged: list[Block], original: str) -> list[Block]:
    """The blocks as Markdown says what they are: what a picture shows, links alone, the page's heading, others."""
    if not any(edit.rule == _MARKDOWN for block in judged for edit in block.mends):
        return judged
    (links, pictures), levels = linked_in(original), headings_in(original)
    highest = list(levels.values()).count(1) == 1
    out = []
    for i, block in enumerate(judged):
        at = _first_character(block)
        link, picture, level = _last_before(links, at), _last_before(pictures, at), levels.get(at, 0)
        if picture and at < picture[1] and not _fits_picture(block):
            block = _marked(block, Role.CAPTION, "what a picture shows")
        elif level == 1 and highest:
            block = _marked(block, Role.HEADLINE, "heading of the page")
        elif block.role in _KEPT and link and _squeezed(original[link[0] : link[1]]) == _squeezed(block.text):
            block = _marked(block, Role.FURNITURE, "a link alone")
        elif level > 1 and (block.role is Role.BODY or _is_within(judged, i)):
            block = _marked(block, Role.SUBHEAD, "heading")
        out.append(block)
    return out


def _is_within(judged: Sequence[Block], i: int) -> bool:
    """Whether a block stands between two of the body."""
    return 0 < i < len(judged) - 1 and judged[i - 1].role is judged[i + 1].role is Role.BODY


def _first_character(block: Block) -> int:
    """Where a block's text begins in the original, after the marks that were taken away before it."""
    at = block.start
    for edit in block.mends:
        if edit.start != at or edit.replacement.strip():
            break
        at = edit.end
    return at


def _last_before(spans: Sequence[Span], at: int) -> Span | None:
    """The last span that begins at a place or before it."""
    k = bisect_right(spans, at, key=itemgetter(0)) - 1
    return spans[k] if k >= 0 else None


def _squeezed(text: str) -> str:
    return "".join(text.translate(_MARKS).split())


def _fits_picture(block: Block) -> bool:
    """Whether a role is one that the words of a picture may have: those of a logo are furniture."""
    few = block.text.count(" ") < _FEW_WORDS - 1
    return block.role in (Role.CAPTION, Role.CREDIT) or (block.role is Role.FURNITURE and few)


def _marked(block: Block, role: Role, why: str) -> Block:
    if isinstance(block.evidence, Judgement):
        block.evidence.role, block.evidence.more = role, Said(why)
    return replace(block, role=role, confidence=SURE)


def lines(standing: Sequence[Block], roles: Sequence[Role], found: Sequence[Judgement]) -> Lines:
    """The blocks as what is read together, with their roles and what was found of them alone."""
    scores, captions = [f.score for f in found], [f.caption for f in found]
    return Lines([b.text for b in standing], roles, [b.seam for b in standing], scores, captions)


def _continues(before: Block, block: Block) -> bool:
    """Whether a block may be the rest of the line before it: what is no body, or the second half of a name."""
    if block.role is Role.FURNITURE:
        return before.role in LINES
    return before.role is Role.BYLINE and block.role is Role.CREDIT and is_cased_name(block.text.split())


def _whole_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, where a doubtful seam cut furniture off a byline, a stamp or the like, as parts of that line.

    "Published: 10:09," and "7" and "November 2021" are one stamp.
    """
    before: Block | None = None
    for block in blocks:
        if before and block.seam < LINE_SEAM and _continues(before, block):
            block = replace(block, role=before.role, confidence=before.confidence)
        yield block
        before = block
