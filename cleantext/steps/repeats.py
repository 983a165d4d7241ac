"""Drops what says again what the article says: captions and pull quotes taken from its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import NamedTuple

from cleantext.document import Block, Document, Reason, Role, drop, split
from cleantext.models.pieces import white_between
from cleantext.text.characters import UNCASED_STOPS, line_breaks
from cleantext.text.repeated_captions import by_beginning, copies_in
from cleantext.text.spans import Span

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")
_INNER_END = re.compile(r"[.!?…][\"'”’»)]*\s")
_MIN_WORDS = 6
_SLACK = 4  # characters that small letters and a final stop may change in a length
_TELLING = 6  # words of a possible copy that another text is searched for, the longest
_CONTENT = 4  # letters of a word that counts in a pair
_POSTINGS = 6  # sayings remembered for a pair of words, so that time stays linear
_PULLED_OTHER = 20  # words of which one may be another
_PULLED_LEAST, _PULLED_MOST = 10, 60  # words of a pull quote that holds several sentences or parts of them
_LONGEST_PULLED = 600  # characters
_NEAR = 4  # kept blocks between it and its paragraph, at most
_LONGER = 1.25  # words of the paragraph for each of its own, at least
_LONGEST_END = 4  # characters of its stop and what closes it
_GLIMPSE, _EDGE = 16, 8  # characters of it that the paragraph has too, and before and behind them
_ENDED = re.compile(r"[.!?…。][\"'”’»“)]*$")
_COPY = (Reason("said by a caption that was dropped", 5.0),)
_STOPPED = frozenset(f".!?…\"”’'»)。！？:{UNCASED_STOPS}")


class _Saying(NamedTuple):
    """A block's text, or a sentence of it."""

    block: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """Drop kept blocks that are like another's text or one of its sentences.

    ``likeness`` is the least RapidFuzz ratio (0 to 100); two texts of which each has a number or a longer word that the
    other has not are no copies, however like they are. Of two copies the body's own stays: a judged body block goes
    only where it is less than ``sure`` (0 to 1) or lacks a final stop that the other copy has.
    Where nothing was judged, the first copy stays. What a dropped caption says goes from within other blocks too, where
    it is plainly no sentence of theirs. A block on lines of its own also goes where a longer one near it has
    its words in their order: a pull quote.

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
        document = _without_captions(document)
        blocks = document.blocks
        copies = [i for i, b in enumerate(blocks) if self._may_yield(b)]
        found = set(self._found(blocks, copies)) if copies else set()
        if any(b.dropped_by for b in blocks):  # a text of which nothing went may have been cleaned before
            found.update(_pulled(document, found))
        if not found:
            return document
        return document.with_blocks(drop(b, "repeats") if i in found else b for i, b in enumerate(blocks))

    def _may_yield(self, block: Block) -> bool:
        """Whether the block could be a copy: the body's surest sentences never are."""
        role, text = block.role, block.text
        if role is Role.BODY:
            if block.confidence >= self.sure and text[-1:] in _STOPPED:
                return False
        elif role is not None:
            return False
        return block.dropped_by is None and text.count(" ") + 1 >= _MIN_WORDS

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


def _without_captions(document: Document) -> Document:
    """The document, where kept blocks lose what a caption says that was dropped."""
    gone = dict.fromkeys(b.text for b in document.blocks if b.role is Role.CAPTION and b.dropped_by is not None)
    if not (captions := by_beginning(gone)):
        return document
    blocks, found = document.blocks, dict[int, list[Span]]()
    for i, block in enumerate(blocks):
        if block.dropped_by is None:
            is_credited = any(b.role is Role.CREDIT and b.dropped_by is not None for b in blocks[i + 1 : i + 2])
            found[i] = [*copies_in(block.text, captions, before_credit=is_credited)]
    if not any(found.values()):
        return document
    divided = (_parted(b, found.get(i, ()), document.original) for i, b in enumerate(blocks))
    return document.with_blocks(chain.from_iterable(divided))


def _parted(block: Block, copies: Sequence[Span], original: str) -> Iterator[Block]:
    """The block in pieces, of which those that are copies of a caption are dropped."""
    if not copies:
        yield block
        return
    pieces, known = list[tuple[int, int, bool]](), {*copies}
    for start, end in pairwise([0, *chain.from_iterable(copies), len(block.text)]):
        text = block.text[start:end]
        if text.strip():
            left = len(text) - len(text.lstrip())
            pieces.append((start + left, start + len(text.rstrip()), (start, end) in known))
    parts = split(block, [(a, b, 1.0 if k else block.seam) for k, (a, b, _) in enumerate(pieces)], original)
    for part, (_, _, is_copy) in zip(parts, pieces, strict=True):
        if is_copy:
            yield drop(replace(part, role=Role.CAPTION, confidence=1.0, evidence=_COPY), "repeats")
        else:
            yield replace(part, role=block.role, confidence=block.confidence, evidence=block.evidence)


def _pulled(document: Document, gone: Collection[int]) -> Iterator[int]:
    """The judged blocks of the body that are pull quotes, but for its first two and what a colon leads to.

    In dev on lines the truth leaves out all 12 such; in silver's pages 9 of 17 are nobody's body, and six of the others
    are pull quotes all the same. What has no stop may be a heading taken from the text, as interviews have them.
    """
    blocks = document.blocks
    body = [i for i, b in enumerate(blocks) if b.role is Role.BODY and b.dropped_by is None and i not in gone]
    for at in range(2, len(body)):
        i = body[at]
        text = blocks[i].text
        if not 2 * _PULLED_LEAST < len(text) < _LONGEST_PULLED or text[0].islower():
            continue
        if not _ENDED.search(text, len(text) - _LONGEST_END):
            continue
        glimpses = text[_EDGE : _EDGE + _GLIMPSE], text[-_EDGE - _GLIMPSE : -_EDGE]
        near = body[max(1, at - _NEAR) : at] + body[at + 1 : at + 1 + _NEAR]  # what stands first may be the deck
        told = (blocks[k].text for k in near if len(blocks[k].text) > len(text))
        found = [other for other in told if glimpses[0] in other or glimpses[1] in other]
        if found and blocks[body[at - 1]].text[-1] != ":" and _stands_alone(document, i):
            said = _WORD.findall(text.lower())
            if any(_holds(_WORD.findall(other.lower()), said) for other in found):
                yield i


def _stands_alone(document: Document, i: int) -> bool:
    """Whether a block has its lines for itself."""
    block, original = document.blocks[i], document.original
    before, after = document.blocks[i - 1 : i], document.blocks[i + 1 : i + 2]
    begins = not before or line_breaks(white_between(before[0], block, original)) > 0
    return begins and (not after or line_breaks(white_between(block, after[0], original)) > 0)


def _holds(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether words say others, in their order: all, or one in twenty is another, where a first part and a second meet.

    >>> said = "the pier was closed for nine days and nobody came".split()
    >>> _holds("she said the pier was closed she said for nine long days and nobody came again".split(), said)
    False
    >>> _holds("she said the pier was closed in May for nine days and nobody came again".split(), said)
    True
    """
    if not _PULLED_LEAST <= len(said) <= _PULLED_MOST or len(words) < _LONGER * len(said):
        return False
    whole = f" {' '.join(words)} "
    first = _most(len(said), lambda n: f" {' '.join(said[:n])} " in whole)
    last = _most(len(said) - first, lambda n: f" {' '.join(said[-n:])} " in whole)
    if first + last < len(said) - len(said) // _PULLED_OTHER:
        return False
    end = whole.find(f" {' '.join(said[:first])} ")
    return last == 0 or whole.find(f" {' '.join(said[-last:])} ", end + 1) >= 0


def _most(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest number up to ``most`` for which something holds that holds for all smaller ones."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if holds(middle) else (least, middle - 1)
    return least


def _likes(blocks: Sequence[Block], copies: Sequence[int], likeness: float) -> Iterator[tuple[int, int]]:
    """Pairs of a possible copy and another block that says it too."""
    copies, words = _said_again(blocks, copies)
    if not copies:
        return
    pairs = {text: _pairs(text) for text in {blocks[i].text for i in copies}}
    places: dict[tuple[str, str], list[_Saying]] = {pair: [] for own in pairs.values() for pair in own}
    least = min([len(blocks[i].text) for i in copies]) * likeness / (200 - likeness) - _SLACK
    for i, block in enumerate(blocks):
        if block.dropped_by is None and len(block.text) >= least:
            for text in _sayings(block.text):
                if len(text) >= least and len(words.intersection(text.lower().split())) > 1:
                    _post(_Saying(i, text), places)
    for i in copies:
        own = pairs[blocks[i].text]
        met = Counter(saying for pair in own for saying in places[pair] if saying.block != i)
        for saying, times in sorted(met.items(), key=lambda one: (-one[1], one[0]))[:3]:
            if times * 2 >= len(own) and _like(blocks[i].text, saying.text, likeness):
                yield i, saying.block


def _said_again(blocks: Sequence[Block], copies: Sequence[int]) -> tuple[list[int], set[str]]:
    """The possible copies whose longest words are said again in their order, and these words.

    A quick look: it spares most texts the comparing.
    """
    told = {t: [w for w in t.lower().split() if len(w) >= _CONTENT] for t in {blocks[i].text for i in copies}}
    words = {word for own in told.values() for word in sorted(set(own), key=lambda word: (len(word), word))[-_TELLING:]}
    said = chain.from_iterable(b.text.lower().split() for b in blocks if b.dropped_by is None)
    times = Counter(pairwise(filter(words.__contains__, said)))
    found, telling = set(), set()
    for text, own in told.items():
        kept = [word for word in own if word in words]
        again = sum([times[pair] > 1 for pair in pairwise(kept)])
        if again * 3 >= len(kept) > 1:
            found.add(text)
            telling.update(kept)
    return [i for i in copies if blocks[i].text in found], telling


def _post(saying: _Saying, places: dict[tuple[str, str], list[_Saying]]) -> None:
    for pair in _pairs(saying.text) & places.keys():
        if len(places[pair]) < _POSTINGS:
            places[pair].append(saying)


def _sayings(text: str) -> list[str]:
    """A text, and its sentences where it has several."""
    if not _INNER_END.search(text):
        return [text]
    sentences = _SENTENCE.split(text)
    return [text, *sentences] if len(sentences) > 1 else [text]


def _pairs(text: str) -> set[tuple[str, str]]:
    words = _WORD.findall(text.lower())
    if len(words) < _MIN_WORDS:
        return set()
    return set(pairwise(w for w in words if len(w) >= _CONTENT))


def _like(a: str, b: str, likeness: float) -> bool:
    """Whether two texts say the same: nearly the same characters, and not another number or word in each."""
    from rapidfuzz import fuzz

    if fuzz.ratio(a.lower().rstrip(". "), b.lower().rstrip(". "), score_cutoff=likeness) <= 0:
        return False
    said, other = _telling(a), _telling(b)
    return said <= other or other <= said


def _telling(text: str) -> set[str]:
    """The numbers of a text, its abbreviations in capitals, and the words that count."""
    return {w.lower() for w in _WORD.findall(text) if len(w) >= _CONTENT or w.isdigit() or (w.isupper() and len(w) > 1)}
