"""What can be measured of the pieces of a text before anything is judged: size, ends, place, company, topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from cleantext.document import Block
from cleantext.text.characters import LOWER, UPPER, WIDE_STOPS

NONE, SPACE, LINE, BLANK = range(4)  # the white space that stands before a piece
FAR = 60  # distances in pieces are counted up to here

_WORD = re.compile(r"[^\W\d_]+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_CASED = re.compile(f"[{UPPER}{LOWER}]")
_MARKS = ".,;:!?\"'()[]«»“”‘’…।؟۔،-–—|"
_HIRAGANA = re.compile("[\u3040-\u309f]")
_CONTENT = 6  # letters: words this long carry the topic
_CHARS_PER_WIDE_WORD = 2.2
_SAMPLE = 2000  # characters that tell the script

ENDS = ("letter", "stop", "? or !", "ellipsis", "comma or colon", "quote", "bracket", "bar or dash", "digit", "capital", "other")
_END = {c: 1 for c in f".؟۔।{WIDE_STOPS}"} | {c: 2 for c in "!?！？"} | {"…": 3} | {c: 4 for c in ":;,"}
_END |= {c: 5 for c in "\"”’'»“‘"} | {c: 6 for c in ")]"} | {c: 7 for c in "|-–—>»/•·"}
_STOPPED = frozenset((1, 2, 3))

STARTS = ("capital", "small letter", "digit", "quote", "bracket", "letter without case", "other")


def end_of(char: str) -> int:
    """The class of a piece's last character, an index into ``ENDS``."""
    known = _END.get(char)
    if known is not None:
        return known
    if char.isdigit():
        return 8
    if char.isupper():
        return 9
    return 0 if char.isalpha() else 10


def start_of(char: str) -> int:
    """The class of a piece's first character, an index into ``STARTS``."""
    if char.isupper():
        return 0
    if char.islower():
        return 1
    if char.isdigit():
        return 2
    if char in "\"“‘'«„»":
        return 3
    if char in "([":
        return 4
    return 5 if char.isalpha() else 6


def gap_of(between: str) -> int:
    """The kind of white space.

    >>> gap_of("") == NONE, gap_of(" ") == SPACE, gap_of("\\n") == LINE, gap_of("\\n\\n") == BLANK
    (True, True, True, True)
    """
    if not between:
        return NONE
    lines = between.count("\n")
    return SPACE if not lines else LINE if lines == 1 else BLANK


def best_run(gains: Sequence[float]) -> tuple[int, int]:
    """The run of pieces, as a half-open range, whose gains sum to most."""
    best = total = 0.0
    begin = end = first = 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, first = 0.0, i
        total += gain
        if total > best:
            best, begin, end = total, first, i + 1
    return begin, end


def distances(flags: Sequence[bool]) -> tuple[list[int], list[int]]:
    """For each piece, how many pieces back and ahead the nearest other flagged one is (at most ``FAR``)."""
    return _since(flags), _since(flags[::-1])[::-1]


def _since(flags: Sequence[bool]) -> list[int]:
    out, d = [], FAR
    for flag in flags:
        out.append(d)
        d = 1 if flag else min(d + 1, FAR)
    return out


class Pieces:
    """Pieces of a text in parallel lists.

    ``size`` is in characters, ``count`` in words; ``gaps[i]`` stands before piece i, ``gaps[i + 1]`` after it,
    and so do ``seams`` (probabilities 0 to 1).
    """

    __slots__ = (
        "caseless", "count", "end", "gaps", "seams", "size", "stopped", "texts", "topic", "wide", "words",
    )  # fmt: skip

    def __init__(self, texts: Sequence[str], gaps: Sequence[int], seams: Sequence[float]) -> None:
        self.texts = texts
        self.gaps = [*gaps, BLANK]
        self.gaps[0] = BLANK
        self.seams = [*seams, 1.0]
        self.seams[0] = 1.0
        self.size = [len(t) for t in texts]
        sample = " ".join(texts[:_SAMPLE])[:_SAMPLE]
        odd = "" if sample.isascii() else sample
        self.wide = len(_WIDE.findall(odd)) > 0.2 * len(odd) > 0
        self.caseless = self.wide or len(_CASED.findall(odd)) < 0.3 * len(odd)
        if self.caseless:
            self.words = [[w for w in (x.strip(_MARKS) for x in t.lower().split()) if w] for t in texts]
        else:
            self.words = [_WORD.findall(t.lower()) for t in texts]
        self.count = [int(s / _CHARS_PER_WIDE_WORD) for s in self.size] if self.wide else [t.count(" ") + 1 for t in texts]
        self.end = [end_of(t[-1]) for t in texts]
        self.stopped = [_is_stopped(t, e) for t, e in zip(texts, self.end, strict=True)]
        self.topic = self._topics(odd)

    def __len__(self) -> int:
        return len(self.texts)

    def _topics(self, sample: str) -> list[set[str]]:
        if self.wide or len(_HANGUL.findall(sample)) > 0.2 * len(sample) > 0:
            return [_wide_topic(t) for t in self.texts]
        return [{w for w in words if len(w) >= _CONTENT} for words in self.words]


def _is_stopped(text: str, end: int) -> bool:
    """Whether a sentence ends here, also before a closing quote."""
    if end == 5 and len(text) > 2:
        return _END.get(text[-2], 0) in (1, 2, 3, 4)
    return end in _STOPPED


def _wide_topic(text: str) -> set[str]:
    pairs = (a + b for a, b in pairwise(text))
    return {p for p in pairs if p.isalnum() and not _HIRAGANA.search(p)}


def measure(blocks: Sequence[Block], original: str) -> Pieces:
    """The pieces of a document's blocks."""
    gaps = [BLANK] + [gap_of(original[a.end : b.start]) for a, b in pairwise(blocks)]
    return Pieces([b.text for b in blocks], gaps, [b.seam for b in blocks])


def shared(topics: Iterable[set[str]]) -> dict[str, int]:
    """In how many pieces each topic word occurs."""
    return Counter(chain.from_iterable(topics))
