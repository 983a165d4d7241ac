"""Grows pieces of one paragraph together; what is left apart is a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from cleantext.document import Block, Document, merge, reseamed
from cleantext.models.breaks import BreakModel, ends_sentence, shipped
from cleantext.models.pieces import LINE, NONE, SPACE, gap_of, gaps_before, white_between
from cleantext.steps._options import check_probability
from cleantext.text.characters import WIDE_CLOSERS, WIDE_STOPS, is_wide
from cleantext.text.credits import is_plain_credit

_RULE = "paragraphs.join"
_LEAST, _MOST = 0.2, 0.5  # the bounds of a document's own threshold
_WIDE = 0.5  # the same for scripts without blanks, where a sentence's end does not stand out
_WIDE_ENDS = frozenset(WIDE_STOPS + WIDE_CLOSERS)  # no blank follows these
_SURE = 0.9  # a line break this likely to part blocks is believed
_LIKELY, _LINES = 0.5, 0.1  # share of breaks so likely among all gaps from which on they tell the paragraphs
_OPENING = ("(", "[", "（")
_IN_A_LINE = 0.05  # how likely other gaps then part paragraphs, at most
_LONG_LINE, _SHORT_LINE = 40, 25  # characters before a line break within a sentence, and behind it, at least
_IN_A_SENTENCE, _LIKELIER = 0.1, 0.5  # how likely what is no likelier than not parts one, without a stop before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """Join neighbouring kept blocks of one role where a block of the page began with less than ``threshold`` (0 to 1).

    Without a threshold the document's own is taken: the one at which the breaks kept are expected to have the best F1;
    and in a text without line breaks the model of paragraph breaks has a second look at each gap first.

    >>> document = Document("One. Two.", (Block(0, 4, "One."), Block(5, 9, "Two.", seam=0.2)))
    >>> len(Paragraphs(threshold=0.3)(document).blocks), len(Paragraphs(threshold=0.1)(document).blocks)
    (1, 2)
    """

    threshold: float | None = None
    model: BreakModel | None = None

    def __post_init__(self) -> None:
        if self.threshold is not None:
            check_probability("threshold", self.threshold)

    def __call__(self, document: Document) -> Document:
        doubtful = _SURE if self.threshold is None else self.threshold
        if not any(b.seam < doubtful for b in document.blocks[1:]):
            return document
        if self.threshold is not None:
            return document.with_blocks(_grown(document, self.threshold))
        document = _looked_at_again(document, self.model)
        threshold = best_threshold(document.kept)
        if is_wide(document.original):
            threshold = max(threshold, _WIDE)
        return document.with_blocks(map(_settled, _grown(document, threshold)))


def _looked_at_again(document: Document, model: BreakModel | None) -> Document:
    """The document with another look at the gaps between neighbours of one role that are kept.

    Where line breaks tell the paragraphs, other gaps are in a paragraph; elsewhere the model of paragraph breaks says.
    """
    blocks, original = document.blocks, document.original
    places = [i for i, b in enumerate(blocks) if b.dropped_by is None and b.text]
    if len(places) < 2:
        return document
    before = gaps_before(blocks, original)
    gaps = [before[i] if i else NONE for i in places]
    neighbours = [True, *(j - i == 1 and _alike(blocks[i], blocks[j]) for i, j in pairwise(places))]
    seams = [blocks[i].seam if near else 1.0 for i, near in zip(places, neighbours, strict=True)]
    lines = [gap >= LINE for gap in gaps]
    if sum(line and seam >= _LIKELY for line, seam in zip(lines, seams, strict=True)) >= _LINES * len(places):
        open_ = [near and not line and seam < _SURE for near, line, seam in zip(neighbours, lines, seams, strict=True)]
        found = [min(seam, _IN_A_LINE) for seam in seams]
    else:
        open_ = [near and not (line and p >= _SURE) for near, line, p in zip(neighbours, lines, seams, strict=True)]
        texts = [blocks[i].text for i in places]
        found = (model or shipped()).seams(texts, seams, [gap == NONE for gap in gaps])
        found = [found[0], *map(_sentences_whole, texts, gaps[1:], found[1:])]
    for k, (i, j) in enumerate(pairwise(places), 1):
        if gaps[k] == LINE and neighbours[k] and _goes_on(blocks[i].text, blocks[j].text):
            found[k], open_[k] = min(found[k], _IN_A_SENTENCE), True
    new = {i: reseamed(blocks[i], p) for i, p, is_open in zip(places, found, open_, strict=True) if is_open}
    return document.with_blocks(new.get(i, b) for i, b in enumerate(blocks))


def _sentences_whole(before: str, gap: int, seam: float) -> float:
    """How likely a paragraph begins after a text and a gap: a sentence broken in two is worse than a break missed.

    Of 656 such gaps in flatnews' flat forms with a probability from 0.2 to 0.5, 233 part paragraphs.
    """
    return min(seam, _IN_A_SENTENCE) if gap == SPACE and seam < _LIKELIER and not ends_sentence(before) else seam


def _goes_on(before: str, text: str) -> bool:
    """Whether a sentence goes on behind a line break, in a small letter, and ends there: items of lists have no stop.

    In flatnews' pages all 26 such breaks that were left stand within a paragraph.

    >>> before = "The owner of the ferry to the islands said that"
    >>> _goes_on(before, "it would sail on Monday. Nobody"), _goes_on(before, "tickets for the ferry on Monday")
    (True, False)
    """
    if len(before) < _LONG_LINE or len(text) < _SHORT_LINE or not (before[-1].isalpha() or before[-1] == ","):
        return False
    return text[:2].isalpha() and text[0].islower() and (ends_sentence(text) or ". " in text)


def _settled(block: Block) -> Block:
    """The block, which has been found to begin a paragraph."""
    return block if block.seam >= _SURE else reseamed(block, _SURE)


def best_threshold(blocks: Sequence[Block]) -> float:
    """The seam probability from which on breaks are kept, so that their expected F1 is best.

    >>> best_threshold([Block(0, 1, "a"), Block(2, 3, "b", seam=0.45), Block(4, 5, "c", seam=0.4)])
    0.4
    """
    seams = sorted((b.seam for b in blocks[1:]), reverse=True)
    expected = fsum(seams)  # the same under every Python
    found = best = 0.0
    threshold = _MOST
    for k, seam in enumerate(seams, 1):
        found += seam
        if 2 * found / (k + expected) > best:
            best, threshold = 2 * found / (k + expected), seam
    return min(max(threshold, _LEAST), _MOST)


def _grown(document: Document, threshold: float) -> Iterator[Block]:
    """The blocks, neighbours of one role and one fate joined over seams less likely than ``threshold``."""
    groups: list[list[Block]] = []
    for block in document.blocks:
        before = groups[-1][-1] if groups else None
        if before and _alike(before, block) and (block.seam < threshold or _is_credit_of(before, block, document)):
            groups[-1].append(block)
        else:
            groups.append([block])
    for group in groups:
        yield merge(group, [_glue(a, b, document.original) for a, b in pairwise(group)], _RULE, document.original)


def _is_credit_of(before: Block, block: Block, document: Document) -> bool:
    """Whether a block is a credit in brackets, on the line of what stands before it: one paragraph with its caption."""
    if block.text[:1] not in _OPENING or not is_plain_credit(block.text):
        return False
    return gap_of(white_between(before, block, document.original)) < LINE


def _alike(a: Block, b: Block) -> bool:
    return a.role == b.role and a.dropped_by == b.dropped_by


def _glue(a: Block, b: Block, original: str) -> str:
    """The white space wanted between two pieces of one paragraph."""
    if not a.text or not b.text:
        return ""
    gap, joins = white_between(a, b, original), a.text[-1] in _WIDE_ENDS or is_wide(a.text)
    return "" if gap_of(gap) != SPACE and joins else " "
