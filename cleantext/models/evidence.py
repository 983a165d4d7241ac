"""What a whole document says about its gaps: is it glued, did it lose its links' blanks, are its breaks intact."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain, filterfalse
from math import inf
from typing import NamedTuple

from cleantext.models.splits import Split, find_splits
from cleantext.text.characters import (
    CONTINUING,
    CONTINUING_UNCASED,
    LOWER,
    SET_OFF,
    UNCASED_LETTERS,
    UNCASED_STOPS,
    UPPER,
)
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, code
from cleantext.text.quotes import Quotes
from cleantext.text.sides import LOW_QUOTES
from cleantext.text.sites import PLAIN, QUIET, sites_in
from cleantext.text.spans import Span

_FEW_GLUED, _TO_LINES = 3, 3  # sentence ends that are glued, and line breaks for each of them, in a mixed text
_FUNCTION = code(FUNCTION_BAND, 0)
_STOP = f"[.!?{UNCASED_STOPS}][”\"’']?"
_GLUED_STOP = re.compile(  # one letter and a stop are an abbreviation
    rf"[{LOWER}]{{2}}{_STOP}(?=[{UPPER}“‘])|[{UNCASED_LETTERS}]{{2}}{_STOP}(?=[{UNCASED_LETTERS}“‘])"
)
_FINAL_STOP = re.compile(rf"[{LOWER}{UNCASED_LETTERS}]{_STOP}$")
_COMMA = re.compile(rf"[{LOWER}],(?=[{LOWER}{UPPER}])")
_CAMEL = re.compile(rf"(?<![{LOWER}])([{LOWER}]{{2,}})([{UPPER}][{LOWER}]+)")
_CAPITALS = re.compile(rf"[{UPPER}]([{UPPER}][{LOWER}]+)")
_RUN = re.compile(rf"[{UPPER}]?[{LOWER}]{{3,}}")
_ENDING = 3  # characters: a letter, its stop and a quotation mark
_BLANK = re.compile(r"\s")
_PART = 200_000  # characters of a long text that are taken apart at once
_MEMO_WORD, _MEMO_SIZE = 60, 100_000
_LONG_LINE = 60
_LONGEST_LINE = 1500  # characters: in flatnews one paragraph of 3,000 is longer
_FEW = 50  # tokens that are searched for, rather than all tokens gone through
_SPLITTING = 5_000  # words that a lexicon needs before words may be split by it
_DIGITS = "0123456789"
_MARKS = ".,;:!?”“\"‘’'()„"
_SHORTEST = 4  # letters of a word that is looked up
_GLUED_EDGES = (0.001, 0.06, 0.2, 0.5)  # share of sentence ends that are glued to a capital
_JOINT_EDGES = (0.01, 0.2, 0.5, 1.0, 2.0)  # plain losses of a blank in 1,000 characters
_CAMEL_EDGES = (0.01, 0.4, 1.2)  # two known words glued, in 1,000 characters
_FLAT_EDGES = (150, 300, 500, 900, 2000)  # characters for each long line
_LINE_EDGES = (0.001, 0.02, 0.08, 0.2)  # share of lines that begin in mid-sentence
_NEAR_EDGES, _NEARNESS = (45, 100), "abc"  # characters to another lost blank, and how these classes are named
_SHOUTED = 4  # capitals that are a word of their own, and no agency's initials, at least
_CONTINUED = frozenset(CONTINUING + CONTINUING_UNCASED)


class TokenFacts(NamedTuple):
    """What a token says wherever it stands."""

    sites: tuple[int, ...] = ()  # where it may be two
    runs: tuple[tuple[int, str], ...] = ()  # words in it that nobody knows
    glued: int = 0  # stops with a capital glued on
    final: int = 0  # 1 if it ends a sentence
    joints: tuple[int, ...] = ()  # where a blank is plainly lost: after a comma, after a word like "the"
    camels: int = 0  # two known words glued


NOTHING = TokenFacts()
_FINAL = TokenFacts(final=1)


def token_facts(token: str, words: Lexicon, *, prefixed: bool = False) -> TokenFacts:
    """Look one token over; in a ``prefixed`` language a capital after a small letter is nothing odd."""
    get = words.get
    bare = token.strip(_MARKS)
    is_word = bare.isalpha() and (bare.islower() or bare[1:].islower()) and len(token) - len(bare) < 2
    if is_word and token[0] not in SET_OFF:
        ends = token[-1] in ".!?" and len(bare) > 1
        if len(bare) < _SHORTEST or get(bare.lower(), -1) >= 0:
            return _FINAL if ends else NOTHING
        return TokenFacts(runs=((token.index(bare), bare),), final=int(ends))
    runs = tuple([(m.start(), m.group()) for m in _RUN.finditer(token) if get(m.group().lower(), -1) < 0])
    final = 1 if _FINAL_STOP.search(token, max(0, len(token) - _ENDING)) else 0
    if token.isupper() and _ends_in_letter(token, words):
        return TokenFacts(sites=(len(token) - 1,))
    if PLAIN.fullmatch(token) or QUIET.fullmatch(token):
        return TokenFacts(runs=runs, final=final) if runs else _FINAL if final else NOTHING
    camels = [(m.start(2), m[1], m[2].lower()) for m in _CAMEL.finditer(token)]
    joints = [at for at, a, _ in camels if get(a, -1) >= _FUNCTION] + [m.end() for m in _COMMA.finditer(token)]
    return TokenFacts(
        tuple(i for i in sites_in(token) if not (prefixed and _is_prefix(token, i)) and not _torn(token, i, words)),
        runs,
        len(_GLUED_STOP.findall(token)),
        final,
        tuple(sorted(joints)),
        sum(get(a, -1) >= 0 and get(b, -1) >= 0 for _, a, b in camels),
    )


def _is_prefix(token: str, i: int) -> bool:
    """Whether what stands before a capital may be a prefix: small letters, or one capital."""
    return token[i - 1].islower() or (token[i - 1].isupper() and (i == 1 or not token[i - 2].isalnum()))


def _ends_in_letter(token: str, words: Lexicon) -> bool:
    """Whether a word in capitals ends in a word of one letter that begins the next sentence: ``EXPERTA girl``."""
    if len(token) <= _SHOUTED or not token.isalpha():
        return False
    get, low = words.get, token.lower()
    return get(low[-1], -1) >= _FUNCTION and get(low, -1) < 0 <= get(low[:-1], -1)


def _torn(token: str, i: int, words: Lexicon) -> bool:
    """Whether a cut would leave the wrong letter with capitals: ``NAT|Omembers`` and not ``NATO|members``.

    Not where both sides are words, nor before a word of the grammar: ``YOURS|Heating``, ``NEUSIEDLERS|Sie``.
    """
    m = _CAPITALS.match(token, i - 1)
    if not m:
        return False
    get, with_capital, without = words.get, m.group(1).lower(), m.group(1)[1:].lower()
    known = get(with_capital, -1)
    if known >= get(without, -1) or known >= _FUNCTION:
        return False
    return known < 0 or i < _SHOUTED or get(token[:i].strip(_MARKS).lower(), -1) < 0


class TextEvidence(NamedTuple):
    """A document looked over once.

    The figures are in classes: how many of their edges (``_GLUED_EDGES`` and so on) a value reaches.
    """

    text: str
    language: str
    words: Lexicon
    tokens: Mapping[str, int]  # how often each comes
    places: list[tuple[int, str, TokenFacts]]  # the tokens that say something, where they stand
    quotes: Quotes
    joints: list[int]  # where a blank is plainly lost
    splits: list[Split]
    seams: list[int]  # where the splits are
    glued: str  # share of sentence ends that are glued to a capital
    links: str  # two classes: plain losses of a blank, and known words glued, in 1,000 characters
    flat: str  # characters for each long line
    lines: str  # share of lines that begin in mid-sentence
    mixed: bool = False  # whether some blocks are glued and others on lines
    crowded: tuple[Span, ...] = ()  # lines far longer than a paragraph: several blocks run together

    @property
    def intact(self) -> bool:
        """Whether the lines are as short as paragraphs: gaps of one blank then part blocks in 1 of 100.

        Not where a text is mixed: blanks may part other blocks there. In its ``crowded`` lines they may as well.
        """
        return self.on_lines and not self.mixed

    @property
    def lines_are_whole(self) -> bool:
        """Whether the text has lines, and hardly any begins in mid-sentence."""
        return self.lines in ("0", "1")

    @property
    def on_lines(self) -> bool:
        """Whether the lines are as short as paragraphs."""
        return self.flat in "0123"


class TokenMemo:
    """What was found out about tokens, which is always the same: most say nothing, or that a sentence ends."""

    __slots__ = ("facts", "final", "nothing", "prefixed")

    def __init__(self, *, prefixed: bool = False) -> None:
        self.prefixed = prefixed
        self.facts: dict[str, TokenFacts] = {}
        self.nothing: set[str] = set()
        self.final: set[str] = set()

    def look(self, token: str, words: Lexicon) -> TokenFacts:
        """Look a token over that is not remembered."""
        if len(self.facts) + len(self.nothing) + len(self.final) > _MEMO_SIZE:
            self.facts.clear()
            self.nothing.clear()
            self.final.clear()
        facts = token_facts(token, words, prefixed=self.prefixed)
        if len(token) >= _MEMO_WORD:
            return facts
        if facts is NOTHING:
            self.nothing.add(token)
        elif facts is _FINAL:
            self.final.add(token)
        else:
            self.facts[token] = facts
        return facts


def tokens_of(text: str) -> Iterable[str]:
    """What stands between blanks, in order; of a long text not all at once."""
    return text.split() if len(text) <= _PART else chain.from_iterable(map(str.split, _parts(text)))


def _parts(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        blank = _BLANK.search(text, at + _PART)
        end = blank.start() if blank else len(text)
        yield text[at:end]
        at = end


def evidence_of(
    text: str, language: str, words: Lexicon, memo: TokenMemo, tokens: Mapping[str, int] | None = None
) -> TextEvidence:
    """Look a document over; ``memo`` is one language's, and ``tokens`` those of ``tokens_of``, if they were counted."""
    if tokens is None:
        tokens = Counter(tokens_of(text))
    telling: dict[str, TokenFacts] = {}
    odd: dict[str, TokenFacts] = {}
    glued = final = camels = 0
    ends = memo.final
    for token in filterfalse(memo.nothing.__contains__, tokens):
        if token in ends:
            final += tokens[token]
            continue
        facts = memo.facts.get(token) or memo.look(token, words)
        if facts is NOTHING:
            continue
        times = tokens[token]
        glued += facts.glued * times
        final += facts.final * times
        camels += facts.camels * times
        if facts.sites:
            telling[token] = facts
        elif facts.runs:
            odd[token] = facts
    splitting = (glued or camels) and len(words) >= _SPLITTING
    if splitting:
        telling |= odd
    places = sorted(_few(text, tokens, telling)) if len(telling) <= _FEW else list(_placed(text, telling))
    joints = [at + j for at, _, facts in places for j in facts.joints]
    splits = list(find_splits(text, _runs(places), words, tokens, language)) if splitting else []
    kilo = max(len(text), 500) / 1000
    return TextEvidence(
        text,
        language,
        words,
        tokens,
        places,
        Quotes(text),
        joints,
        splits,
        [s.start + cut for s in splits for cut in s.cuts],
        bucket(glued / (glued + final), _GLUED_EDGES) if glued + final else "none",
        bucket(len(joints) / kilo, _JOINT_EDGES) + bucket(camels / kilo, _CAMEL_EDGES),
        _flat(text),
        _lines(text),
        glued >= _FEW_GLUED and 0 < text.count("\n") <= glued * _TO_LINES,
        _crowded(text) if len(text) > _LONGEST_LINE else (),
    )


def with_splits(e: TextEvidence, memo: TokenMemo) -> TextEvidence:
    """The same with the words that may be two, which are not looked for in a text that plainly lost no blank."""
    if e.splits or len(e.words) < _SPLITTING:
        return e
    odd = {t: facts for t in e.tokens if t not in memo.nothing and t not in memo.final
           and (facts := memo.facts.get(t) or memo.look(t, e.words)).runs}  # fmt: skip
    splits = list(find_splits(e.text, _runs(_placed(e.text, odd)), e.words, e.tokens, e.language))
    return e._replace(splits=splits, seams=[s.start + cut for s in splits for cut in s.cuts])


def _few(
    text: str, tokens: Mapping[str, int], telling: Mapping[str, TokenFacts]
) -> Iterator[tuple[int, str, TokenFacts]]:
    """The same as ``_placed``, where there are few tokens to place."""
    for token, facts in telling.items():
        at, left, size = -1, tokens[token], len(token)
        while left and (at := text.find(token, at + 1)) >= 0:
            if not text[at - 1 : at].strip() and not text[at + size : at + size + 1].strip():
                left -= 1
                yield at, token, facts


def _runs(places: Iterable[tuple[int, str, TokenFacts]]) -> Iterator[tuple[int, str]]:
    for at, _, facts in places:
        for i, run in facts.runs:
            yield at + i, run


def _placed(text: str, telling: Mapping[str, TokenFacts]) -> Iterator[tuple[int, str, TokenFacts]]:
    at, find = 0, text.find
    for token in tokens_of(text):
        at = find(token, at)
        if token in telling:
            yield at, token, telling[token]
        at += len(token)


def bucket(value: float, edges: tuple[float, ...]) -> str:
    """The class of a value: how many of the edges it reaches."""
    return _DIGITS[bisect_right(edges, value)]


def _flat(text: str) -> str:
    if "\n" not in text:
        return "flat"
    full = sum([len(line) > _LONG_LINE for line in text.split("\n")])
    return flatness(len(text) / max(full, 1))


def flatness(length: float) -> str:
    """The class of characters for each long line."""
    return bucket(length, _FLAT_EDGES)


def _crowded(text: str) -> tuple[Span, ...]:
    """Where the lines stand that are longer than a paragraph ever is."""
    lines = text.split("\n")
    if max(map(len, lines)) <= _LONGEST_LINE:
        return ()
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return tuple((at, at + len(line)) for line, at in zip(lines, starts, strict=True) if len(line) > _LONGEST_LINE)


def _lines(text: str) -> str:
    if "\n" not in text:
        return "-"
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    if len(lines) < 2:
        return "-"
    small = sum([continues(line.lstrip()) for line in lines[1:]])
    return bucket(small / (len(lines) - 1), _LINE_EDGES)


def continues(line: str) -> bool:
    """Whether a line plainly begins in mid-sentence."""
    return line[0].islower() or (line[0] in _CONTINUED and not line.startswith(LOW_QUOTES))


def near(joints: list[int], at: int) -> str:
    """How near other plain losses of a blank are, before and after: an inline link has two ends."""
    i = bisect_left(joints, at)
    j = i + (i < len(joints) and joints[i] == at)
    before = at - joints[i - 1] if i else inf
    after = joints[j] - at if j < len(joints) else inf
    return _NEARNESS[bisect_right(_NEAR_EDGES, before)] + _NEARNESS[bisect_right(_NEAR_EDGES, after)]
