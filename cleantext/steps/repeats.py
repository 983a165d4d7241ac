"""Drops what says again what the article says: captions and pull quotes taken from its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cleantext.document import Block, Document, Role, drop

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")
_MIN_WORDS = 6
_CONTENT = 4  # letters of a word that counts in a pair
_POSTINGS = 6  # sayings remembered for a pair of words, so that time stays linear
_STOPPED = frozenset(".!?…\"”’'»)。！？؟۔।:")


class _Saying(NamedTuple):
    """A block's text, or a sentence of it."""

    block: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """Drop kept blocks that are like another's text or one of its sentences.

    ``likeness`` is the least RapidFuzz ratio (0 to 100). Of two copies the body's own stays: a judged body block goes
    only where it is less than ``sure`` (0 to 1) or lacks a final stop that the other copy has.
    Where nothing was judged, the first copy stays.

    >>> text = "The bridge was closed for nine days in May."
    >>> document = Document(text + "\\n" + text, (Block(0, 43, text), Block(44, 87, text)))
    >>> [b.dropped_by for b in Repeats()(document).blocks]
    [None, 'repeats']
    """

    likeness: float = 90.0
    sure: float = 0.9

    def __post_init__(self) -> None:
        if not 0.0 <= self.likeness <= 100.0 or not 0.0 <= self.sure <= 1.0:
            raise ValueError(
                f"likeness must lie between 0 and 100 and sure between 0 and 1: {self.likeness}, {self.sure}"
            )

    def __call__(self, document: Document) -> Document:
        blocks = document.blocks
        copies = [i for i, b in enumerate(blocks) if self._may_yield(b)]
        found = set(self._found(blocks, copies)) if copies else set()
        if not found:
            return document
        return document.with_blocks(drop(b, "repeats") if i in found else b for i, b in enumerate(blocks))

    def _may_yield(self, block: Block) -> bool:
        """Whether the block could be a copy: the body's surest sentences never are."""
        if block.dropped_by is not None or block.text.count(" ") + 1 < _MIN_WORDS:
            return False
        if block.role is None:
            return True
        return block.role is Role.BODY and (block.confidence < self.sure or block.text[-1] not in _STOPPED)

    def _found(self, blocks: Sequence[Block], copies: Sequence[int]) -> Iterator[int]:
        gone: set[int] = set()
        for i, other in _likes(blocks, copies, self.likeness):
            if i not in gone and other not in gone and self._yields(blocks[i], blocks[other], i > other):
                gone.add(i)
                yield i

    def _yields(self, block: Block, other: Block, later: bool) -> bool:
        """Whether the block is the copy, and the other the article's own."""
        if block.role is None:
            return later
        if other.role is not Role.BODY:
            return False
        if block.text[-1] not in _STOPPED and other.text[-1] in _STOPPED:
            return True
        return block.confidence < min(self.sure, other.confidence)


def _likes(blocks: Sequence[Block], copies: Sequence[int], likeness: float) -> Iterator[tuple[int, int]]:
    """Pairs of a possible copy and another block that says it too."""
    places: dict[tuple[str, str], list[_Saying]] = {}
    for i in copies:
        for pair in _pairs(blocks[i].text):
            places[pair] = []
    for i, block in enumerate(blocks):
        if block.dropped_by is None:
            for text in _sayings(block.text):
                _post(_Saying(i, text), places)
    for i in copies:
        pairs = _pairs(blocks[i].text)
        met = Counter(saying for pair in pairs for saying in places[pair] if saying.block != i)
        for saying, times in met.most_common(3):
            if times * 2 >= len(pairs) and _like(blocks[i].text, saying.text, likeness):
                yield i, saying.block


def _post(saying: _Saying, places: dict[tuple[str, str], list[_Saying]]) -> None:
    for pair in _pairs(saying.text) & places.keys():
        if len(places[pair]) < _POSTINGS:
            places[pair].append(saying)


def _sayings(text: str) -> list[str]:
    sentences = _SENTENCE.split(text)
    return [text, *sentences] if len(sentences) > 1 else [text]


def _pairs(text: str) -> set[tuple[str, str]]:
    words = _WORD.findall(text.lower())
    if len(words) < _MIN_WORDS:
        return set()
    return set(pairwise(w for w in words if len(w) >= _CONTENT))


def _like(a: str, b: str, likeness: float) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(a.lower().rstrip(". "), b.lower().rstrip(". "), score_cutoff=likeness) > 0
