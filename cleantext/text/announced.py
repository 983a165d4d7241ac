"""Lists of short items that a clause with a colon announces: "These roads stay closed:", and then the roads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from cleantext.text.bylines import is_whole_byline
from cleantext.text.characters import ends_in_letter
from cleantext.text.endings import heads_what_follows
from cleantext.text.lists import phrases
from cleantext.text.openers import pointers
from cleantext.text.selves import says_what_it_is
from cleantext.text.spans import Span
from cleantext.text.stamps import is_stamp

_COLONS = ":："
_LEAST_WORDS, _LONGEST_HEAD = 3, 200  # words of the clause before the colon; characters of the line
_FEWEST, _MOST, _LONGEST = 2, 40, 110  # items; characters of one
_LONGEST_MARKED = 300  # characters of an item behind the same mark as the others
_LONGEST_NAME = 60  # characters of an item that nothing but a capital tells from a title
_LABEL_WORDS = 4  # of what points to another article
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
MARKS = frozenset("-–—•*·▪■●+►➡✓")
"""What stands before items."""
_FIRST_ITEM = re.compile(r"[:：]\s?([-–—•*·▪■●+►➡✓]) (?=[^\s])")
_ITEM_ENDS = frozenset(")];%€$\"”“»’")  # what stands before the next one: a dash behind a comma says who spoke
_QUOTES = "\"'“”„«»‘’¿¡(["
_STOPS = ".!?…。！？"
_CLAUSE_ENDS = (". ", "! ", "? ", "… ", ".” ", ".“ ", ".» ", '." ')


def lists_in(lines: Sequence[str]) -> Iterator[range]:
    """The items of each list, on lines, with a clause before it that announces it; what it announces is of one shape.

    >>> lines = ["The harbour is open.", "These piers stay closed:", "Ferry Pier", "Mole Pier", "Nobody was hurt."]
    >>> list(lists_in(lines))
    [range(2, 4)]
    >>> list(lists_in(["What the harbour asks for:", "- Leave the car at home.", "- Be early. Boats fill.", "It is."]))
    [range(1, 3)]
    >>> list(lists_in(["Read more:", "Ferry back in service", "Captain leaves"]))
    []
    """
    done = 0
    for at, line in enumerate(lines):
        if at >= done and line[-1:] in _COLONS and announces(line):
            done = _end_of_items(lines, at + 1)
            items = lines[at + 1 : done]
            if (len(items) >= _FEWEST and are_alike(items)) or (len(items) == 1 and is_whole_list(items[0])):
                yield range(at + 1, done)


def breaks_before_items(lines: Sequence[str]) -> Iterator[int]:
    """The breaks behind a line, counted from 0, before the items of such lists, where no sentence goes on behind them.

    >>> list(breaks_before_items(["These piers stay closed:", "Ferry Pier", "Mole Pier", "Nobody was hurt."]))
    [0, 1]
    """
    for run in lists_in(lines):
        if run.stop == len(lines) or not (lines[run.stop][:1].islower() or lines[run.stop][:1] in ",;)"):
            yield from range(run.start - 1, run.stop - 1)


def _end_of_items(lines: Sequence[str], begin: int) -> int:
    """Where the items end that begin there; what lost its breaks is one."""
    if begin < len(lines) and is_whole_list(lines[begin]):
        return begin + 1
    end, last = begin, min(len(lines), begin + _MOST)
    mark = lines[begin][:2] if begin < len(lines) and lines[begin][:1] in MARKS else ""
    may_be = partial(_is_marked, mark=mark) if mark[1:] == " " else is_item
    while end < last and may_be(lines[end]):
        end += 1
    return end + (begin < end < last and _ends_list(lines[end - 1], lines[end]))


def _is_marked(line: str, mark: str) -> bool:
    """Whether a line may be an item of sentences behind the same mark as the others."""
    if not line.startswith(mark) or len(line) > _LONGEST_MARKED or is_whole_list(line):
        return False
    return is_item(line) or not says_what_it_is(line[len(mark) :])


def _ends_list(before: str, line: str) -> bool:
    """Whether a line is the last item of a list that ends like a sentence."""
    return len(line) <= _LONGEST and line[-1:] == "." and not line[0].isupper() and are_alike([before, line])


def items_in(text: str) -> Iterator[Span]:
    """Where the items of such lists begin in running text that lost its breaks: behind a colon, each at the same mark.

    A hyphen that stands at a word is none, nor is a dash between blanks or behind a comma, as it names who speaks.
    Nothing tells where the last item ends. In silver's pages made flat all 52 such places, in ten pages, begin a block;
    dev and the scraped texts have none.

    >>> text = "These piers stay closed:– Ferry Pier– the mole– Quay 3They open again – he said – on Monday."
    >>> [text[start:end] for start, end in items_in(text)]
    ['– Ferry Pier', '– the mole', '–']
    >>> list(items_in("He said: - It is cold in the North- and Mid-Isles – and wet."))
    []
    """
    for first in _FIRST_ITEM.finditer(text):
        clause = first.start() - text[max(0, first.start() - 1) : first.start()].isspace()
        if not ends_in_letter(text, clause):
            continue
        mark, at = first[1], first.start(1)
        found, end = [at], text.find("\n", at)
        end = len(text) if end < 0 else end
        while (then := text.find(f"{mark} ", found[-1] + 2, min(found[-1] + _LONGEST, end))) >= 0:
            before, begin = text[then - 1], text[then + 2 : then + 3]
            may_end = before.isalnum() or before in _ITEM_ENDS
            if not may_end or (mark == "-" and not (begin.isupper() or begin.isdigit())):
                break
            found.append(then)
        if len(found) >= _FEWEST:
            yield from pairwise([*found, found[-1] + 1])


def announces(line: str) -> bool:
    """Whether a line ends in a clause of some words and a colon, and says of nothing else what it is.

    >>> announces("These roads stay closed:"), announces("Read more:"), announces("Photo: Ada Quill, Isle News:")
    (True, False, False)
    """
    if line[-1:] not in _COLONS or len(line) > _LONGEST_HEAD:
        return False
    clause = _clause(line)
    words = _WORD.findall(clause.lower())
    if len(words) < _LEAST_WORDS or "|" in clause or words[0] in _all_of("first words"):
        return False
    if not _all_of("matter").isdisjoint(words):
        return False
    return not (says_what_it_is(line) or says_what_it_is(clause) or heads_what_follows(clause) or _points(words))


def _points(words: Sequence[str]) -> bool:
    """Whether words begin as a label does that points to another article: "lesen sie auch die folgenden"."""
    return any(" ".join(words[:n]) in pointers() for n in range(2, _LABEL_WORDS + 1))


@cache
def _all_of(section: str) -> frozenset[str]:
    return frozenset(phrases("announced", section))


def _clause(line: str) -> str:
    """The words of a line behind its last stop."""
    return line[max(line.rfind(end) + len(end) if end in line else 0 for end in _CLAUSE_ENDS) :]


def is_item(line: str) -> bool:
    """Whether a line may be an item: short, without a stop, and no pointer, stamp or byline.

    >>> is_item("Ferry Pier"), is_item("It was closed."), is_item("7 November 2021, 10:09")
    (True, False, False)
    """
    if not line or len(line) > _LONGEST or line[-1] in _STOPS or line[-1] in _COLONS or is_whole_list(line):
        return False
    return not (says_what_it_is(line) or heads_what_follows(line) or is_stamp(line) or is_whole_byline(line))


def is_whole_list(line: str) -> bool:
    """Whether a line is a list that lost its breaks, each item behind the same mark.

    >>> [is_whole_list(text) for text in ("– Ferry Pier– Mole Pier", "– Ferry Pier", "– It is – to me – cold.")]
    [True, False, False]
    """
    items = line.count(f"{line[:1]} ") if line[:1] in MARKS else 0
    return items >= _FEWEST and len(line) <= items * _LONGEST and line[-1] not in f"{_STOPS}{_COLONS}"


def are_alike(lines: Iterable[str]) -> bool:
    """Whether lines have a shape in common: a mark, how they begin, a label, how they end.

    >>> are_alike(["– Ferry Pier", "– the mole"]), are_alike(["a new pier", "a mole"]), are_alike(["Ferry", "a mole"])
    (True, True, False)
    """
    return bool(frozenset.intersection(*map(_shapes, lines)))


def _shapes(line: str) -> frozenset[str]:
    """What tells of which kind an item may be."""
    if line[0] in MARKS:
        return frozenset(line[0])
    begin = line.lstrip(_QUOTES)[:1]
    shapes = {"small"} if begin.islower() or begin.isdigit() else set()
    shapes |= {"capital"} if (begin.isupper() or begin.isdigit()) and len(line) <= _LONGEST_NAME else set()
    shapes |= {":"} if ":" in line else set()
    shapes |= {line[-1]} if line[-1] in ")];," else set()
    return frozenset(shapes)
