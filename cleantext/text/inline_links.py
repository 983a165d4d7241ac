"""Links that stand on lines of their own within a paragraph, as tools leave them: its line goes on before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleantext.text.characters import UNCASED_LETTERS, UNCASED_STOPS, UPPER
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of
from cleantext.text.names import introduces

_LONG = 90  # characters of a line that is longer than headings and captions are
_GOING_ON = 25  # characters of one that goes on from a line before it, at least
_LONGEST_LINK = 60  # characters
_LONG_UNCASED, _LONGEST_UNCASED = 60, 40  # characters of a line, and of a link, in scripts without capitals
_INNER_END = re.compile(rf"[.…][”\"’'»)]? [{UPPER}“„«]")
_UNCASED = re.compile(f"[{UNCASED_LETTERS}]")
_ENDED = frozenset(f".!?…:;,”\"»’)。！？،؛{UNCASED_STOPS}")
_MARKS_UNCASED, _STOPS_UNCASED = ".،؛", frozenset(f".!?”\"»{UNCASED_STOPS}")
_SIGNS, _ASKS = frozenset(":@"), frozenset("?!")  # of menus and addresses; of calls
_MARKS, _ASIDE = ",.;)", "("  # marks with which the rest of a sentence begins, and the age behind a name


def links_within(lines: Sequence[str], words: Lexicon) -> Iterator[int]:
    """The lines, counted from 0, that a link behind them goes on from, though it begins with a capital.

    The line has no stop, and holds a sentence's end, goes on from one before, or is longer than headings and captions
    are and the link begins with no word of the grammar; behind the link the sentence goes on. Of such breaks that the
    seam model takes for a block's edge, but not for a sure one, in flatnews' soups and pages on lines and in our own
    pages 57 were within a paragraph, 5 were not. In scripts without capitals the line is long and a sentence's end
    stands behind the link: 11 of 13.

    >>> lines = ["The dock is shut. The senator from", "Isle Point", ", who has a boat, was pleased.", "It", "left."]
    >>> list(links_within(lines, {}))
    [0]
    """
    for k in range(len(lines) - 2):
        line, link, rest = lines[k : k + 3]
        if not (line and link and rest) or line[-1] in _ENDED or not _is_link(link):
            continue
        if not link[0].isupper():
            if len(line) >= _LONG_UNCASED and len(link) <= _LONGEST_UNCASED and _ends_uncased(rest):
                yield k
        elif (rest[0].islower() or rest[0] in _MARKS or rest[0] == _ASIDE) and _has_link(line, link, words):
            yield k
            if rest[0] == _ASIDE:
                yield k + 1


def _has_link(line: str, link: str, words: Lexicon) -> bool:
    """Whether a line without a stop may go on in a link."""
    goes_on = line[0] in _MARKS or (line[0].islower() and len(line) >= _GOING_ON and _SIGNS.isdisjoint(line))
    is_long = len(line) >= _LONG and band_of(words.get(link.split(" ", 1)[0].lower(), 0)) < FUNCTION_BAND
    return goes_on or is_long or _INNER_END.search(line) is not None


def _ends_uncased(rest: str) -> bool:
    """Whether what stands behind a link ends a sentence, where no capitals tell."""
    return rest[0] in _MARKS_UNCASED or (len(rest) > _LONGEST_UNCASED and rest[-1] in _STOPS_UNCASED)


def _is_link(line: str) -> bool:
    """Whether a line may be a link within a sentence, and no byline."""
    if len(line) > _LONGEST_LINK or line[-1] in _ENDED or not (line[0].isupper() or _UNCASED.match(line)):
        return False
    return _ASKS.isdisjoint(line) and not _INNER_END.search(line) and not introduces(line.split(" ", 1)[0].lower())
