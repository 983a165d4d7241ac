"""Which way each quotation mark faces, and so whether a place in the text is inside a quotation.

A mark between two blanks-free neighbours, as in ``said."He``, says nothing by itself; the marks before and
after it do. Directions are chosen for all marks of a kind together, at the least cost (Viterbi): marks
alternate, and a mark opens after a blank and closes before one. Where they do not come out in pairs, they are
chosen once more, and what stands within the quotations is looked at too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

_DOUBLE, _SINGLE = "\"“”„«»「」", "'‘’‚"
_OPENING = frozenset("([{—–-/")
_CLOSING = frozenset(".,;:!?)]}…—–-/")
_SPEAKERS = frozenset("IWMOYJN")
_SPEAKER = re.compile(r"(?:I|We|My|Our|You|Ich|Wir|Je|Nous|Yo)\b")
_AGAINST = 4.0  # what it costs to read a mark against the blank beside it, or against its form
_UNMATCHED = 2.0  # to close a quotation that none opened
_SKIP = 3.0  # to take a mark for none
_CONTINUED, _NESTED = 0.8, 2.0  # a second opening mark: where a paragraph begins within a speech, and elsewhere
_WORDS = 1.5  # more for one after words quoted within a sentence, which no paragraph goes on with
_GLUED = re.compile(r"[a-zß-ÿ][.!?](?=[A-ZÀ-Þ])")
_MET, _MOST_MET = 1.0, 3  # each place within a quotation where glued sentences meet, and how many count
_UNCLOSED = 1.5  # a quotation that is open at the end
_NEVER = 1e9
_CLOSED_BY = "”", '"', "’’", "''"  # with which what “ opens is closed
_ENDS, _LONGEST_PARAGRAPH = frozenset(".!?…"), 1500  # characters of one that is a quotation and goes on


class _Costs(NamedTuple):
    """What it costs to read a mark as opening, as closing, as no quotation mark at all; and to open one in another."""

    opening: float
    closing: float
    none: float
    again: float


class Quotes:
    """The quotation marks of a text and their directions.

    >>> quotes = Quotes('He said: "Yes."Then he left.')
    >>> quotes.facing(14), quotes.inside(12)
    ('c', True)
    """

    __slots__ = ("_facing", "_open", "_places")

    def __init__(self, text: str) -> None:
        doubles = _resolve(text, _places(text, _DOUBLE))
        singles = _resolve(text, [at for at in _places(text, _SINGLE) if _may_quote(text, at)])
        self._facing = {**doubles, **singles}
        self._places = sorted(self._facing)
        self._open = [False]
        state = {True: False, False: False}
        for at in self._places:
            if (kind := self._facing[at]) != "-":
                state[at in doubles] = kind == "o"
            self._open.append(state[True] or state[False])

    def facing(self, at: int) -> str:
        """``o`` for an opening mark, ``c`` for a closing one, ``-`` for none."""
        return self._facing.get(at, "-")

    def inside(self, at: int) -> bool:
        """Whether a quotation is open before the character at this place."""
        return self._open[bisect_right(self._places, at - 1)]

    def around(self, start: int, end: int) -> str:
        """How the marks at a gap's two sides face, and whether a quotation is open there."""
        if not self._places:
            return "--0"
        get = self._facing.get
        return get(start - 1, "-") + get(end, "-") + ("1" if self.inside(start) else "0")

    def sweep(self) -> Callable[[int, int], str]:
        """A function that says what ``around`` says, of gaps in the text's order."""
        places, is_open, get = self._places, self._open, self._facing.get
        if not places:
            return self.around
        k, many = 0, len(places)

        def facing(start: int, end: int) -> str:
            nonlocal k
            while k < many and places[k] < start:
                k += 1
            return get(start - 1, "-") + get(end, "-") + ("1" if is_open[k] else "0")

        return facing


def _places(text: str, marks: str) -> list[int]:
    """Where any of the marks stands: a search for each is faster than one for all."""
    found = []
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    return sorted(found)


def _may_quote(text: str, at: int) -> bool:
    """Whether a single mark is more than an apostrophe inside a word."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not (before.isalnum() and after.isalnum()):
        return True
    return after.isupper() and at > 2 and text[at - 3 : at].isalpha()


def _resolve(text: str, places: Sequence[int]) -> dict[int, str]:
    if not places:
        return {}
    german = "„" in text or "‚" in text or ("»" in text and text.find("»") < text.find("«"))
    costs = []
    for at in places:
        after = text[at + 1 : at + 2] or " "
        speaks = after in _SPEAKERS and _SPEAKER.match(text, at + 1) is not None
        costs.append(_costs(text[at], text[at - 1 : at] or " ", after, german, speaks))
    facing = _cheapest(costs)
    if facing.replace("-", "").replace("oc", ""):
        facing = _cheapest(_after_words(text, places, costs), _open_before(text, places))
    return dict(zip(places, facing, strict=True))


def _after_words(text: str, places: Sequence[int], costs: Sequence[_Costs]) -> list[_Costs]:
    """The costs, where a mark may follow one that began within a sentence: 'a "grave concern."The talks …'."""
    words = (text[at + 1 : at + 2].islower() for at in places)
    after = (cost._replace(again=cost.again + _WORDS) if w else cost for w, cost in zip(words, costs[1:], strict=False))
    return [costs[0], *after]


def _open_before(text: str, places: Sequence[int]) -> list[float]:
    """What it costs that a quotation is open before each mark and at the end.

    In a speech of several paragraphs each begins with a mark, so it is hardly open where glued ones meet without it.
    """
    seams = [found.end() for found in _GLUED.finditer(text)]
    met = [bisect_right(seams, at) for at in (*places, len(text))]
    costs = [_MET * min(b - a, _MOST_MET) for a, b in pairwise(met)]
    costs[-1] += _UNCLOSED
    return [0.0, *costs]


def continued_in(text: str) -> Iterator[int]:
    """Where, behind a stop, a quotation opens in English though the one before it is open: a paragraph goes on with it.

    Of 13 such marks in each of flatnews' flat forms, and 26 in silver's pages, all but two begin a paragraph.

    >>> text = "She said: “It sank. “We swam.” He said “no” and left. “Why?’’ “Why not?”"
    >>> [text[at:][:5] for at in continued_in(text)]
    ['“We s']
    """
    opened = text.find("“") if "„" not in text else -1
    while opened >= 0:
        again = text.find("“", opened + 1)
        if again < 0:
            return
        is_near = again - opened <= _LONGEST_PARAGRAPH
        is_open = is_near and all(text.find(mark, opened, again) < 0 for mark in _CLOSED_BY)
        if is_open and text[again - 2 : again].rstrip(" ")[-1:] in _ENDS and text[again + 1 : again + 2].isalpha():
            yield again
        opened = again


@lru_cache(maxsize=5000)
def _costs(mark: str, before: str, after: str, german: bool, speaks: bool) -> _Costs:
    """The costs of a mark between two characters; ``speaks`` is whether a speaker's word follows."""
    opens = before.isspace() or before in _OPENING
    closes = after.isspace() or after in _CLOSING
    opening, closing, none = 0.0, 0.0, _SKIP
    if opens != closes:
        opening, closing = (0.0, _AGAINST) if opens else (_AGAINST, 0.0)
    if mark in "'’" and before.isalnum():
        none = 0.5 if before == "s" or after.isalpha() else 1.5
    if mark in "„‚「" or mark in ("»" if german else "“‘«"):
        closing += _AGAINST
    elif mark in "”」" or mark in ("“‘«" if german else "»"):
        opening += _AGAINST
    if speaks:
        closing += 0.7
    return _Costs(opening, closing, none, _CONTINUED if before in ".!?\n" else _NESTED)


def _cheapest(marks: Sequence[_Costs], within: Iterable[float] = repeat(0.0)) -> str:
    """How each mark faces, given what it costs that a quotation is open before each and at the end.

    Of equal costs the first option is taken.
    """
    inner = iter(within)
    closed, opened = 0.0, _NEVER  # the least cost so far that ends with no quotation open, with one open
    steps: list[tuple[tuple[bool, str], tuple[bool, str]]] = []
    for opening, closing, none, again in marks:
        opened += next(inner)
        to_closed, a = closed + none, (False, "-")
        if (cost := closed + closing + _UNMATCHED) < to_closed:
            to_closed, a = cost, (False, "c")
        if (cost := opened + closing) < to_closed:
            to_closed, a = cost, (True, "c")
        to_open, b = closed + opening, (False, "o")
        if (cost := opened + none) < to_open:
            to_open, b = cost, (True, "-")
        if (cost := opened + opening + again) < to_open:
            to_open, b = cost, (True, "o")
        closed, opened = to_closed, to_open
        steps.append((a, b))
    return _traced(steps, opened + next(inner) < closed)


def _traced(steps: Sequence[tuple[tuple[bool, str], tuple[bool, str]]], is_open: bool) -> str:
    out = []
    for step in reversed(steps):
        is_open, kind = step[is_open]
        out.append(kind)
    return "".join(reversed(out))
