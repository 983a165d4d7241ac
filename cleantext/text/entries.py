"""Entries of lists and tables of figures and facts: "Ports: 2 million", "Ada Quill (Lab) 18,902", "Weight: 640 g"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from cleantext.text.characters import has_digit
from cleantext.text.credits import is_plain_credit
from cleantext.text.dates import Clock, clocks_in, days_in, month_number
from cleantext.text.lists import phrases
from cleantext.text.selves import says_what_it_is
from cleantext.text.stamps import is_stamp

_LONGEST, _LEAST_LETTERS = 140, 2  # characters of an entry; letters in one
_LABEL_WORDS, _FACT_WORDS = 5, 4  # of a label, and of what it labels where that is no figure, at most
_WORDS, _MORE = 4, 3  # of a line with figures, at most: so many, and as many more for each figure
_SENTENCE = 4  # small words of one, at least
_SEVERAL = 2  # figures of an entry that neither ends in one nor begins with a label
_RANK = re.compile(r"[#(]?\d{1,3}[.):ºª]{0,2}\s")
_COUNT = re.compile(r"\s\(\d{1,4}\)$")  # of comments
_TIMES = re.compile(r"\s?(?<![\d.,])\d[\d.,]*[kKM]?$")  # how often, at the end
_TITLE_WORDS, _LONGEST_TIMES = 2, 4  # small words of a title, at least; digits of how often it was commented, at most
_YEAR = re.compile(r"(?:19|20)(?<![\w.,]\d\d)\d\d(?![\w.,]\d|\w)")
_LABEL = re.compile(r"[^\W\d_][^:.!?]{1,40}:(?=\s?[^\s/])")
_FIGURE = re.compile(r"(?<!\w)[+±−–-]?\d[\d.,]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LAST = re.compile(
    r"(?<!\w)[+±−–-]?[$€£¥]?\d[\d.,:x/'\"–-]*\s?(?:[%‰°€$£¥]\w?|[^\W\d_]{1,12}[²³]?\.?)?(?:\s?\([^()]{1,24}\))?[.;,]?$"
)
_CELL = re.compile(r"[+±−–-]?[$€£¥]?\d[\d.,:%/ '’×x-]*(?:[%€$£¥]|[^\W\d_]{1,4}[²³]?\.?)?|[–—-]")
_LONGEST_CELL, _LONGEST_PAGE = 24, 3  # characters of a cell; digits of a page's number
_HEADLINE_ENDS = ("!", "?", "…", "...")
_ADDRESS = ("@", "://", "www.")
_DAY = re.compile(r"([^\W\d_]{3,12})\.?\s\d{1,2}\.?$")  # a month and a day
_PERIOD = re.compile(r"(?:([^\W\d_]{3,12})\.?\s)?(?:19|20)\d\d\s?[:.–—-]\s(?=\w)")
_LONGEST_PERIOD, _LONGEST_LABELLED = 200, 60  # characters of what begins with a month or a year, and with a label
_LETTER = re.compile(r"\(?([A-Za-z])[.)]\s\S")
_LETTERS = 3  # in a row, at least
_NUMBERED = re.compile(r"(?:([^\W\d_]{2,12})\s)?#?(\d{1,2})([.):º]?)(?:$|\s(?=\S))")
_LATER = 0.6  # share of a programme's times that are later than the one before, at least
_NUMBERS, _BETWEEN_NUMBERS = 3, 6  # of a list, at least; lines from one to the next, at most


def is_entry(text: str) -> bool:
    """Whether a line gives a figure as tables do, or is a short label with a fact.

    Figures that tell a day, a time or a year, a place in a list or how many comments there are do not count, nor do
    those of a word ("A20").

    >>> [is_entry(text) for text in ("Quill Homes 1,406p +46p +3.38%", "Tern (Lab) 18,902", "Weight: 640 g")]
    [True, True, True]
    >>> [is_entry(text) for text in ("Director: Ada Quill", "Fares: why the ferry costs so much more", "Ferry A20")]
    [True, False, False]
    >>> [is_entry(text) for text in ("3 May 2024", "1. Ferry back", "Ferry back (12)", "Read more: Ferry for £2")]
    [False, False, False, False]
    >>> is_entry("The ferry is back in service 112"), is_entry("Facebook 12")
    (False, False)
    """
    if len(text) > _LONGEST or sum(map(str.isalpha, text)) < _LEAST_LETTERS or any(at in text for at in _ADDRESS):
        return False
    if text.endswith(_HEADLINE_ENDS) or not _says_fact(_without_order(text)):
        return False
    return not (_tells_how_often(text) or says_else(text))


def _tells_how_often(text: str) -> bool:
    """Whether a line is a network or a title, and how often that was shared, followed or commented."""
    often = _TIMES.search(text)
    what = text[: often.start()] if often else text
    if what.partition(":")[0].lower() in _networks():
        return True
    if often is None or ":" in what or has_digit(what) or not _is_short_number(often[0].strip()):
        return False
    return sum([len(word) > 1 and word[0].islower() for word in what.split()]) >= _TITLE_WORDS


def _is_short_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_TIMES


@cache
def _networks() -> frozenset[str]:
    return frozenset(name.lower() for key in ("networks", "shares") for name in phrases("furniture", key))


def has_figure(text: str) -> bool:
    """Whether a line gives a figure that counts for an entry.

    >>> has_figure("Tern (C) 9,412"), has_figure("9. Ferry back in 2024 (12)")
    (True, False)
    """
    return _FIGURE.search(_without_order(text)) is not None


def is_cell(text: str) -> bool:
    """Whether a line is a figure alone, as the cells of tables are.

    >>> is_cell("+0,52"), is_cell("9/10"), is_cell("£11"), is_cell("96 m²"), is_cell("–")
    (True, True, True, True, True)
    >>> is_cell("Tern 9/10"), is_cell("27-06-2012")
    (False, False)
    """
    return len(text) <= _LONGEST_CELL and _CELL.fullmatch(text) is not None and not days_in(text)


def counts_on(texts: Sequence[str]) -> bool:
    """Whether at least half of some cells are one more than the one before, as the numbers of pages or pictures are.

    >>> counts_on(["1", "2", "3", "4", "5 photos"]), counts_on(["36", "31", "32", "9"]), counts_on([])
    (True, False, False)
    """
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) <= _LONGEST_PAGE]
    return len(numbers) > 1 and 2 * sum([b == a + 1 for a, b in pairwise(numbers)]) >= len(texts) - 1


def programme(texts: Sequence[str]) -> list[int]:
    """The lines that begin with a time of day, if there are several and most are later than the one before.

    >>> programme(["Friday", "9 a.m. Market", "11:30 Parade", "20:00 – Dance", "Saturday", "10:15: Mass"])
    [1, 2, 3, 5]
    >>> programme(["20:15 Ferry back", "18:40 Dock sold", "17:05 Pier open", "14:20 Mole wet"])
    []
    """
    found = []
    for k, text in enumerate(texts):
        clock = next(iter(clocks_in(text)), None) if text[0].isdigit() and len(text) <= _LONGEST_PERIOD else None
        if clock and clock.start == 0:
            found.append((k, clock.hour, clock.minute))
    later = sum([a[1:] <= b[1:] for a, b in pairwise(found)])
    return [k for k, _, _ in found] if len(found) >= _NUMBERS and later >= _LATER * (len(found) - 1) else []


def figures_and_words(text: str) -> tuple[int, int]:
    """How many figures that count for an entry, and how many words, stand in a text.

    >>> figures_and_words("2. Tern (C) 9,412 Holm (Ind) 1,020 in 2024")
    (2, 4)
    """
    text = _without_order(text)
    return len(_FIGURE.findall(text)), len(_WORD.findall(text))


def _without_order(text: str) -> str:
    """A line without its place in a list, years, and how many comments there are."""
    rank = _RANK.match(text)
    return _COUNT.sub("", _YEAR.sub("", text[rank.end() if rank else 0 :]))


def _says_fact(text: str) -> bool:
    words, figures = _WORD.findall(text), len(_FIGURE.findall(text))
    label = _LABEL.match(text)
    if label and not any(map(str.isalnum, text[label.end() :])):
        return False
    if label and label[0].count(" ") < _LABEL_WORDS and text.count(" ", label.end() + 1) < _FACT_WORDS:
        return True
    if not figures or len(words) > _WORDS + _MORE * figures or _ends_in_day(text) or _is_sentence(text):
        return False
    return label is not None or figures >= _SEVERAL or _LAST.search(text) is not None


def _is_sentence(text: str) -> bool:
    return text[-1] == "." and sum([word[0].islower() for word in text.split()]) >= _SENTENCE


def _ends_in_day(text: str) -> bool:
    day = _DAY.search(text)
    return day is not None and month_number(day[1]) > 0


def is_of_period(text: str) -> bool:
    """Whether a line tells what was in a year or a month of one, as timelines do.

    >>> is_of_period("March 2021: The dock is sold"), is_of_period("1997. Off to Isle"), is_of_period("2021 was cold")
    (True, True, False)
    """
    period = _PERIOD.match(text) if len(text) <= _LONGEST_PERIOD else None
    return period is not None and (period[1] is None or month_number(period[1]) > 0)


def lettered(texts: Sequence[str]) -> Iterator[int]:
    """The lines that begin with letters in order, as answers do.

    >>> list(lettered(["What is it?", "A. A tern", "B. A gull", "C. A crow", "D. Yes"])), list(lettered(["A. Quill"]))
    ([1, 2, 3, 4], [])
    """
    run: list[int] = []
    before = 0
    for k, text in enumerate([*texts, ""]):
        found = _LETTER.match(text)
        letter = ord(found[1].lower()) if found else 0
        if run and letter == before + 1:
            run.append(k)
        else:
            if len(run) >= _LETTERS:
                yield from run
            run = [k] if letter == ord("a") else []
        before = letter


def numbered(texts: Sequence[str], stopped: Sequence[bool]) -> Iterator[list[int]]:
    """The lines of lists that count up or down, and of which each number has a sentence: steps, and ranks.

    ``stopped`` says which lines end in a stop; where the numbered ones do, nothing else is of the list.

    >>> texts = ["Step 1", "Lift the cover.", "Step 2", "Pull the belt.", "Step 3", "Close it.", "Isle News"]
    >>> list(numbered(texts, [text.endswith(".") for text in texts]))
    [[0, 1, 2, 3, 4, 5]]
    >>> list(numbered(["1. Ferry back", "2. Dock sold", "3. Pier open"], [False] * 3))
    []
    """
    for heads in _in_order(texts):
        if all(stopped[k] for k in heads):
            yield heads
            continue
        found: list[int] = []
        most = 0  # sentences of a number: the last has no more
        for at, end in pairwise([*heads, min(heads[-1] + _BETWEEN_NUMBERS, len(texts))]):
            if at == heads[-1]:
                end = next((k for k in range(at + 1, end) if not stopped[k]), end)
            said = [k for k in range(at, end) if stopped[k]]
            if not said:
                break
            said = said[:most] if at == heads[-1] else said
            most = max(most, len(said))
            found += sorted({at, *said})
        else:
            yield found


def _in_order(texts: Sequence[str]) -> Iterator[list[int]]:
    """The lines of each run of numbers, of the same word before them and mark behind them, that count up or down."""
    run: list[int] = []
    before, step = ("", 0, ""), 0
    for k, text in enumerate(texts):
        own = _number(text)
        if own is None:
            continue
        way = own[1] - before[1]
        goes_on = bool(run) and k - run[-1] < _BETWEEN_NUMBERS and (own[0], own[2]) == (before[0], before[2])
        if goes_on and abs(way) == 1 and step in (0, way):
            run.append(k)
            step = way
        else:
            if len(run) >= _NUMBERS:
                yield run
            run, step = [k], 0
        before = own
    if len(run) >= _NUMBERS:
        yield run


def _number(text: str) -> tuple[str, int, str] | None:
    """The word before the number with which a line begins, the number, and the mark behind it; one of both is there."""
    found = _NUMBERED.match(text)
    if found is None or (found[1] is None and not found[3]):
        return None
    is_head = found.end() == len(text) or bool(found[3])
    return ((found[1] or "").lower(), int(found[2]), found[3]) if is_head else None


def label_of_figure(text: str) -> str:
    """The label of a short line with a label, and a figure in a few words; nothing for another.

    >>> label_of_figure("Verdict: 4 out of 5"), label_of_figure("Director: Ada Quill")
    ('Verdict:', '')
    """
    label = _LABEL.match(text) if len(text) <= _LONGEST_LABELLED else None
    fact = text[label.end() :] if label else ""
    return label[0] if label and len(fact.split()) <= _FACT_WORDS and _FIGURE.search(fact) else ""


def says_else(text: str) -> bool:
    """Whether a line tells when, or says of itself what it is."""
    if is_stamp(text) or days_in(text) or any(_heads_or_ends(text, clock) for clock in clocks_in(text)):
        return True
    return says_what_it_is(text) or is_plain_credit(text)


def _heads_or_ends(text: str, clock: Clock) -> bool:
    """Whether a time begins a line, as in tickers, or ends one that has no label.

    No part of a number is a time, nor is what runners took.
    """
    before = text[: clock.start]
    if clock.second is not None or "|" in text:
        return False
    if before[-1:] in (",", ".") and before[-2:-1].isdigit():
        return False
    return not before or (clock.end >= len(text) and _LABEL.match(text) is None)
