"""What can be measured of the pieces of a text before anything is judged: size, ends, place, company, topic."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import itemgetter
from sys import intern
from typing import Any

from cleantext.document import Block, Edit
from cleantext.text.characters import LOWER, UNCASED_STOPS, UPPER, WIDE_STOPS, line_breaks
from cleantext.text.furniture import Told, telling
from cleantext.text.language import prose_among, script_of, spoken_in
from cleantext.text.separators import is_break, wide_gaps
from cleantext.text.wrapping import is_rewrapped

NONE, SPACE, LINE, BLANK = range(4)  # the white space that stands before a piece
FAR = 60  # distances in pieces are counted up to here

_WORD = re.compile(r"[^\W\d_]+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_CASED = re.compile(f"[{UPPER}{LOWER}]")
_MARKS = f".,;:!?\"'()[]«»“”‘’…{UNCASED_STOPS}،-–—|"
_HIRAGANA = re.compile("[\u3040-\u309f]")
_CONTENT = 6  # letters: words this long carry the topic
_CHARS_PER_WIDE_WORD = 2.2
_MANY = 2000  # pieces: of more than these the words are kept once each, and numbers in little space
_FEW = 500  # pieces whose words are kept at a time where one pass is all
_TEXTS = 60  # pieces that tell the language
_SAMPLE = 2000  # characters that tell the script
_FEW_LINES = 0.34  # line breaks for each piece, at most, of a text that may have been re-wrapped
SAME_SENTENCE = 0.3  # after no stop, a seam less likely than this parts no sentence

FIGURES = "0123456789"
_FIGURE = ord("0")
_ONE_FIGURE = bytes(_FIGURE if chr(b) in FIGURES else 0 for b in range(256))
_FIRST = itemgetter(0)

Topic = tuple[str, ...]  # the words that tell what a piece is about, each once: a set would take six times the memory

ENDS = (
    "letter",
    "stop",
    "? or !",
    "ellipsis",
    "comma or colon",
    "quote",
    "bracket",
    "bar or dash",
    "digit",
    "capital",
    "other",
)
_END = dict.fromkeys(f".{UNCASED_STOPS}{WIDE_STOPS}", 1) | dict.fromkeys("!?！？", 2) | {"…": 3}
_END |= dict.fromkeys(":;,", 4) | dict.fromkeys("\"”’'»«“‘", 5) | dict.fromkeys(")]", 6)
_END |= dict.fromkeys("|-–—>»/•·", 7)
_STOPPED, _MAY_QUOTE = frozenset((1, 2, 3)), frozenset((5, 7))
_CLOSING_QUOTES = "\"”’'»«“‘ \u00a0\u202f"

STARTS = ("capital", "small letter", "digit", "quote", "bracket", "letter without case", "other")

# Western text in one byte a character: words can be found by a table instead of a search
_WESTERN = "cp1252"
_APART = "\x1e"  # stands between the pieces while they are searched as one
_NOT_LETTERS = bytes(b for b in range(256) if not chr(b).isalpha() or b > 127)


def _lowered() -> bytes:
    """What each byte of Western text is among words: its small letter, or a blank."""
    chars = (bytes([b]).decode(_WESTERN, "replace") for b in range(256))
    return "".join(c.lower() if c == _APART or _WORD.match(c) else " " for c in chars).encode(_WESTERN)


def _capital_or_blank() -> bytes:
    """What each byte of Western text is where capitals are counted: ``A``, a blank, or neither."""
    chars = (bytes([b]).decode(_WESTERN, "replace") for b in range(256))
    return "".join("A" if c.isupper() else " " if c.isspace() else "." for c in chars).encode(_WESTERN)


_LOWERED, _CAPITALS = _lowered(), _capital_or_blank()


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
    lines = len(f"{between}.".splitlines()) - 1
    return SPACE if not lines else LINE if lines == 1 else BLANK


def gaps_before(blocks: Sequence[Block], original: str) -> list[int]:
    """The kind of white space before each block, with what stood for a line break as one.

    >>> gaps_before([Block(0, 4, "Home"), Block(5, 10, "Sport"), Block(11, 15, "News")], "Home Sport\\nNews")
    [0, 1, 2]
    """
    gaps: list[int] = []
    wide: dict[int, int] | None = None
    before: Block | None = None
    for block in blocks:
        at = before.end if before else 0
        between = white_between(before, block, original) if before else original[: block.start]
        gap = _GAPS.get(between, -1)
        if gap < 0:
            gap = gap_of(between)
        if gap == SPACE and before and between != " ":
            wide = dict(wide_gaps(original)) if wide is None else wide
            gap = LINE if at in wide else SPACE
        gaps.append(gap)
        before = block
    return gaps


def white_between(before: Block, block: Block, original: str) -> str:
    r"""The white space between two blocks, with that which was taken out at their edges, beside a mark or a sign.

    What stood for a line break is one, where there is no other.

    >>> signs = (Edit(4, 5, "", "demo", "space", "\n"), Edit(5, 6, "", "demo", "mend", "\u200b"))
    >>> white_between(Block(0, 6, "Home", mends=signs), Block(6, 11, "Sport"), "Home\n\u200bSport")
    '\n'
    """
    if not before.mends and not block.mends:
        return original[before.end : block.start]
    gone = [*_taken_at_end(before)][::-1]
    left = "".join(white for edit in gone for white in _white(edit))
    right = "".join(white for edit in _taken_at_start(block) for white in _white(edit))
    between = f"{left}{original[before.end : block.start]}{right}"
    return "\n" if gap_of(between) <= SPACE and any(is_break(edit.removed) for edit in gone) else between


def _white(edit: Edit) -> Iterator[str]:
    """The white space that an edit took, if it is one of white space."""
    return filter(str.isspace, edit.removed) if edit.category == "space" else iter(())


def _taken_at_end(block: Block) -> Iterator[Edit]:
    """What was taken out at a block's end, the last first."""
    at = block.end
    for edit in reversed(block.mends):
        if edit.end != at or edit.replacement:
            return
        yield edit
        at = edit.start


def _taken_at_start(block: Block) -> Iterator[Edit]:
    """What was taken out at a block's beginning."""
    at = block.start
    for edit in block.mends:
        if edit.start != at or edit.replacement:
            return
        yield edit
        at = edit.end


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
    out: list[int] = []
    d = FAR
    for flag in flags:
        out.append(d)
        if flag:
            d = 1
        elif d < FAR:
            d += 1
    return out


class Pieces:
    """Pieces of a text in parallel lists.

    ``size`` is in characters, ``count`` in words, ``capitals`` words that begin with one (none in scripts without);
    ``gaps[i]`` stands before piece i, ``gaps[i + 1]`` after it, and so do ``seams`` (probabilities 0 to 1).
    ``sentences`` are the pieces before which a sentence probably ended, ``linked`` those of a flat text that an empty
    line broke in mid-sentence.
    """

    __slots__ = (
        "capitals", "caseless", "count", "digits", "end", "gaps", "language", "linked", "seams", "sentences", "size",
        "stopped", "texts", "told", "topic", "whole", "wide", "words",
    )  # fmt: skip

    def __init__(
        self, texts: Sequence[str], gaps: Sequence[int], seams: Sequence[float], linked: Sequence[int] = ()
    ) -> None:
        self.texts = texts
        self.linked = linked
        self.gaps = [*gaps, BLANK]
        self.gaps[0] = BLANK
        self.seams = [*seams, 1.0]
        self.seams[0] = 1.0
        self.whole = _APART.join(texts)
        self.size = [len(t) for t in texts]
        prose = prose_among(texts)
        self.wide, self.caseless, paired = _script(" ".join([texts[i] for i in prose[:_SAMPLE]])[:_SAMPLE])
        self.words = _spaced_words(texts) if self.caseless else _words(texts, self.whole)
        self.count = (
            [int(s / _CHARS_PER_WIDE_WORD) for s in self.size] if self.wide else [t.count(" ") + 1 for t in texts]
        )
        self.end = [end_of(t[-1]) for t in texts]
        ends = zip(texts, self.end, strict=True)
        self.stopped = [e in _STOPPED or (e in _MAY_QUOTE and _is_stopped(t)) for t, e in ends]
        self.capitals = [0] * len(texts) if self.caseless else _capitals(texts, self.whole)
        self.digits = _digits(self.whole, self.size)
        self.sentences = _sentence_starts(self.stopped, self.seams)
        self.language = _language(texts, self.words, prose[:_TEXTS])
        self.told = _told(texts, self.words, self.language)
        self.topic = list(map(_paired_topic, texts)) if paired else list(map(_topic, self.words))

    def __reduce__(self) -> tuple[Any, ...]:
        return Pieces, (self.texts, self.gaps[:-1], self.seams[:-1], self.linked)

    def __len__(self) -> int:
        return len(self.texts)


def compact(values: list[float]) -> Sequence[float]:
    """The same values; those of a long document take a quarter of the memory and a little more time."""
    return values if len(values) < _MANY else array("d", values)


def _script(sample: str) -> tuple[bool, bool, bool]:
    """Whether the script is wide, has no capitals, and has topics by pairs of characters."""
    if sample.isascii():
        return False, False, False
    n = len(sample)
    plain = sample.encode("ascii", "ignore")
    if len(plain) >= 0.8 * n and len(plain.translate(None, _NOT_LETTERS)) >= 0.3 * n:
        return False, False, False
    wide = len(_WIDE.findall(sample)) > 0.2 * n
    caseless = wide or len(_CASED.findall(sample)) < 0.3 * n
    return wide, caseless, wide or len(_HANGUL.findall(sample)) > 0.2 * n


def _spaced_words(texts: Iterable[str]) -> list[list[str]]:
    return [[w for w in (x.strip(_MARKS) for x in t.lower().split()) if w] for t in texts]


def _words(texts: Sequence[str], whole: str) -> list[list[str]]:
    """The runs of letters of each text, in small letters; ``whole`` is the texts with ``_APART`` between them."""
    try:
        plain = whole.encode(_WESTERN).translate(_LOWERED).decode(_WESTERN).split(_APART)
    except UnicodeError:
        plain = []
    found = map(str.split, plain) if len(plain) == len(texts) else (_WORD.findall(t.lower()) for t in texts)
    return list(found) if len(texts) < _MANY else [list(map(intern, words)) for words in found]


def words_of_few(texts: Sequence[str]) -> Iterator[list[str]]:
    """The words of each text, of not many texts at a time."""
    for at in range(0, len(texts), _FEW):
        few = texts[at : at + _FEW]
        yield from _words(few, _APART.join(few))


def _language(texts: Sequence[str], words: Sequence[Sequence[str]], those: Sequence[int]) -> str:
    """The language that some texts are in, as far as their script or commonest words tell."""
    sample = " ".join([texts[i] for i in those])[:_SAMPLE]
    return script_of(sample) or spoken_in(chain.from_iterable([words[i] for i in those]))


def _told(texts: Sequence[str], words: Sequence[Sequence[str]], language: str) -> list[Told]:
    """How many telling phrases of each kind each text holds."""
    known = telling(language)
    return list(map(known.count_in, texts) if known.whole else map(known.count, words))


def _capitals(texts: Sequence[str], whole: str) -> list[int]:
    """How many words of each text begin with a capital; ``whole`` is the texts with ``_APART`` between them."""
    try:
        plain, at, out = f" {whole}".encode(_WESTERN).translate(_CAPITALS), 0, []
    except UnicodeError:
        return [sum(map(str.isupper, map(_FIRST, t.split()))) for t in texts]
    for text in texts:
        end = at + len(text) + 1  # the blank before a text counts with it
        out.append(plain.count(b" A", at, end))
        at = end
    return out


def _digits(whole: str, sizes: Iterable[int]) -> list[int]:
    """The digits of each text; ``whole`` is the texts with ``_APART`` between them."""
    plain, at, out = whole.encode("ascii", "replace").translate(_ONE_FIGURE), 0, []
    for size in sizes:
        out.append(plain.count(_FIGURE, at, at + size))
        at += size + 1
    return out


def _sentence_starts(stopped: Sequence[bool], seams: Sequence[float]) -> list[int]:
    return [i for i in range(len(stopped)) if not i or stopped[i - 1] or seams[i] >= SAME_SENTENCE]


def _topic(words: Sequence[str]) -> Topic:
    return tuple({w for w in words if len(w) >= _CONTENT})


def _is_stopped(text: str) -> bool:
    """Whether a sentence ends before the closing quotes.

    >>> [_is_stopped(text) for text in ("“It sank.”", "“I said, ‘No.’”", "« Il a coulé. »", "the “Mole”", "Next »")]
    [True, True, True, False, False]
    """
    said = text.rstrip(_CLOSING_QUOTES)
    return len(said) > 1 and len(said) < len(text) and _END.get(said[-1], 0) in (1, 2, 3, 4)


def _paired_topic(text: str) -> Topic:
    pairs = (a + b for a, b in pairwise(text))
    return tuple({p for p in pairs if p.isalnum() and not _HIRAGANA.search(p)})


_GAPS = {"": NONE, " ": SPACE, "\n": LINE, "\n\n": BLANK}


def measure(blocks: Sequence[Block], original: str, among: Sequence[int] | None = None) -> Pieces:
    """The pieces of a document's blocks, or those ``among`` them.

    Of what is left out before one the likeliest seam stands there. Breaks of a text that was re-wrapped are the blanks
    that they stand for.
    """
    gaps, seams = gaps_before(blocks, original), [b.seam for b in blocks]
    if among is not None:
        seams = [max(seams[before + 1 : i + 1]) for before, i in pairwise((-1, *among))]
        gaps, blocks = [gaps[i] for i in among], [blocks[i] for i in among]
    lines = sum([gap >= LINE for gap in gaps[1:]])
    is_flat = lines <= _FEW_LINES * len(gaps)
    if lines and is_flat and is_rewrapped(original[blocks[0].start : blocks[-1].end]):
        gaps = [min(gap, SPACE) for gap in gaps]
    linked = [i for i, block in enumerate(blocks) if block.mends and _is_linked(block)] if is_flat else []
    return Pieces([b.text for b in blocks], gaps, seams, linked)


def _is_linked(block: Block) -> bool:
    """Whether an empty line broke a block in mid-sentence, as flattened pages have it where a link stood."""
    return any(edit.rule == "rejoin.mid_sentence" and line_breaks(edit.removed) > 1 for edit in block.mends)


def said_twice(topics: Iterable[Topic]) -> tuple[set[str], set[str]]:
    """The topic words of the pieces, and those among them that two or more pieces say."""
    once: set[str] = set()
    twice: set[str] = set()
    for topic in topics:
        twice.update(once.intersection(topic))
        once.update(topic)
    return once, twice
