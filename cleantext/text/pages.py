"""What stands between two pages of print in the midst of a sentence: numbers of pages, running heads, jump lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from cleantext.text.jumps import is_jump, jumps_within, may_interrupt
from cleantext.text.leading import ends_nothing, is_no_block, leads_to
from cleantext.text.lexicon import Lexicon
from cleantext.text.lists import own_phrases, sections
from cleantext.text.spans import Span

_MOST = 6  # lines of page furniture in a row
_LONGEST = 90  # characters of such a line
_NUMBER = re.compile(r"\d{1,3}")
_DASHED = re.compile(r"[–—-] ?\d{1,3} ?[–—-]|\[\d{1,3}\]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{4,300} \d{1,3}/\d{1,3}")
_DAY_FIRST = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \S.*[–—|-] \S")
_MARKS = " –—-])."  # behind the number of a page
_IN_LINES = re.compile(r"[^\n]+")
_RIGHTS = " ©"  # what may stand behind the number of a page
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_WORDS, _LONG = 4, 60  # of a line that a sentence goes on from; characters of one that no heading has
_SMALL_WORDS = 2  # of a line that a sentence goes on from
_HARDLY = 5  # lines for each number alone on one, at least
_HYPHENS = frozenset("-\N{HYPHEN}")
_GOING_ON, _STOPS = frozenset("-\N{HYPHEN},–—"), frozenset(".!?…:;\"”»)]")
_ENDED_WITHIN = re.compile(r"[^\W\d_]{3}[.!?][\"”»]? [^\W_a-zß-ÿ]")


def may_be_interrupted(text: str) -> bool:
    """Whether some line may be the number of a page, or a jump stand in brackets: a quick look."""
    if may_interrupt(text):
        return True
    return "\n" in text and any(
        len(line) <= _LONGEST and line.rstrip(_MARKS)[-1:].isdigit() for line in text.split("\n")
    )


def interruptions_of(text: str, language: str, words: Lexicon) -> list[Span]:
    r"""What interrupts sentences, with the white space around it: jumps in brackets, and lines of page furniture.

    The line before them holds prose and has no stop, and a small letter or what its last word leads to follows.

    >>> text = "It will run every day of the week from both ends of the\nPage 2 of 3\nbridge, and nobody pays."
    >>> [text[a:b] for a, b in interruptions_of(text, "en", {})]
    ['\nPage 2 of 3\n']
    """
    return sorted([*jumps_within(text, language), *_between_pages(text, language, words)])


def _between_pages(text: str, language: str, words: Lexicon) -> Iterator[Span]:
    lines = [m.span() for m in _IN_LINES.finditer(text) if not m[0].isspace()]
    said = [text[start:end].strip() for start, end in lines]
    repeated = {line for line, times in Counter(said).items() if times > 1}
    numbers = _pages_alone(said)
    sure = [k in numbers or _is_sure(line) for k, line in enumerate(said)]
    jumps = sum(is_jump(line) for line, is_one in zip(said, sure, strict=True) if is_one)
    k = 1
    while k < len(said) - 1:
        if not sure[k]:
            k += 1
            continue
        first, last = k, k
        if k in numbers:  # in a list of titles numbers stand so too, and what is beside them is no head
            if _is_between_halves(said[k - 1], said[k + 1], language, words):
                yield lines[k - 1][1], lines[k + 1][0]
            k += 1
            continue
        while first > 1 and last - first < _MOST and _is_head(said[first - 1], repeated):
            first -= 1
        while last < len(said) - 2 and last - first < _MOST:
            if not (sure[last + 1] or _is_head(said[last + 1], repeated) or _is_title(said, last, sure)):
                break
            last += 1
        between, after = said[first : last + 1], said[last + 1]
        is_half = jumps > 1 and sum(map(is_jump, between)) == 1  # it goes on behind the other jump
        if not (is_half and after[0].isupper()) and _goes_on(said[first - 1], between, after, language, words):
            yield lines[first - 1][1], lines[last + 1][0]
        k = last + 1


def _pages_alone(said: Sequence[str]) -> Set[int]:
    """The lines that are numbers alone, if they count the pages: next to another number of a page, and few.

    A number that was a link stands on a line of its own too.
    """
    alone = {k: int(line) for k, line in enumerate(said) if _NUMBER.fullmatch(line)}
    if not alone or len(alone) * _HARDLY > len(said):
        return frozenset()
    named = ((k, _NUMBER.search(line)) for k, line in enumerate(said) if k not in alone and _is_sure(line))
    pages = sorted([*alone.items(), *((k, int(m[0])) for k, m in named if m)])
    counted = [n for _, n in pages]
    if len(counted) < 2 or any(then - n != 1 for n, then in pairwise(counted)):
        return frozenset()
    return alone.keys()


def _is_sure(line: str) -> bool:
    """Whether a line is plainly the number of a page, or says where an article goes on."""
    if not 2 < len(line) <= _LONGEST:
        return False
    if is_jump(line.partition(_RIGHTS)[0]) or _DAY_FIRST.match(line):
        return True
    return any(kind.fullmatch(line) for kind in (_DASHED, _ADDRESS))


def _is_head(line: str, repeated: Set[str]) -> bool:
    """Whether a line beside such a number may be a running head: it recurs, is in capitals, names alone, or a day."""
    if len(line) > _LONGEST or line[-1:] in _STOPS:
        return line.startswith("©")
    if line in repeated or line.startswith("©") or _YEAR.search(line):
        return True
    words = line.split()
    return 1 < len(words) <= _MOST and all(word[0].isupper() or word[0].isdigit() for word in words)


def _is_title(said: Sequence[str], k: int, sure: Sequence[bool]) -> bool:
    """Whether a title stands behind a line, between a jump line and another: the article's, on its next page."""
    line = said[k + 1]
    return is_jump(said[k]) and sure[k + 2] and line[0].isupper() and len(line) < _LONG and line[-1] not in _STOPS


def _goes_on(before: str, between: Sequence[str], after: str, language: str, words: Lexicon) -> bool:
    """Whether a sentence goes on from a line to another."""
    if before[-1] in _STOPS or before.count(" ") < _FEWEST_WORDS - 1:
        return False
    if (before[-1] in _HYPHENS and after[0].isupper()) or _small_words(before) < _SMALL_WORDS:
        return False
    last = before.rpartition(" ")[2].lower()
    first = after.split(" ", 1)[0].strip(",.").lower()
    is_named = any(_is_plain_page(line) for line in between)
    if is_named and (last in own_phrases("jumps", "leads", language or "en") or first in _of()):
        return False
    if _is_led(before, after, language, words):
        return True
    if not after[0].isalnum() or not (last.islower() or before[-1] in _GOING_ON):
        return False
    return before[0].islower() or len(before) >= _LONG or _ENDED_WITHIN.search(before) is not None


def _small_words(line: str) -> int:
    return sum([word[0].isalpha() and not word[0].isupper() for word in line.split()])


def _is_between_halves(before: str, after: str, language: str, words: Lexicon) -> bool:
    """Whether what stands between two lines stands between the halves of a sentence, whatever it is."""
    if before[-1] in _STOPS or before.count(" ") < _FEWEST_WORDS - 1:
        return False
    return after[0].islower() or leads_to(before, after, words, language)


def _is_led(before: str, after: str, language: str, words: Lexicon) -> bool:
    """Whether a line begins in a small letter, or the one before it ends in a word that leads to what follows."""
    if after[0].islower():
        return True
    is_open = is_no_block(before.rpartition(" ")[2], language) or ends_nothing(before, len(before), words, language)
    return is_open and after[0].isalnum()


def _is_plain_page(line: str) -> bool:
    """Whether a line is what a sentence may link to: "Page 2"."""
    return is_jump(line) and line.count(" ") == 1


@cache
def _of() -> frozenset[str]:
    """What may follow a page in a sentence: "page 12 of the report"."""
    return frozenset(word for own in sections("jumps").values() for word in own["of"])
