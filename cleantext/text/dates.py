"""When an article was published and updated, as its time stamps say it; ISO 8601 out.

Dates are read over tables of month names; nothing is guessed: 03/04/2024 without a hint of who writes it is no date,
and a zone is given only where the text names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from cleantext.text.calendars import exists, other_days
from cleantext.text.characters import has_digit, with_plain_digits
from cleantext.text.lists import lines, phrases, sections
from cleantext.text.spans import Span
from cleantext.text.zones import AMERICAN, zone_at, zone_of

_CENTURY = r"(?:19|20)\d\d"
_YEAR_FIRST = re.compile(rf"(?<!\d)({_CENTURY})\s?[-/.年년]\s?(\d{{1,2}})\s?[-/.月월]\s?(\d{{1,2}})(?!\d)[日일]?")
_NUMBERS = re.compile(rf"(?<!\d)(\d{{1,2}})\s?([./-])\s?(\d{{1,2}})\s?\2\s?({_CENTURY}|\d\d(?!\d))")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?!\d)([^\d\n|:;()/]{{3,24}})({_CENTURY})")
_MONTH_FIRST = re.compile(
    rf"([^\s\d.,|:;()/-]{{3,12}})\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,2}}|\s{{1,2}})({_CENTURY})"
)
_YEAR_THEN_MONTH = re.compile(
    rf"(?<!\d)({_CENTURY})(?:(?:\.|\sm\.)\s([^\W\d_]{{3,12}})\.?\s(\d{{1,2}})(?!\d)(?:\.|\sd\.)?"
    rf"|\s([^\W\d_]{{3,12}})\.?\s(\d{{1,2}})\.)"
)
_HALF = r"[ap]\.?\s?m\.?(?![a-z])|[AP]\.?\s?M\.?(?![a-z])|AM|PM|[مص](?!\w)"
_TIME = re.compile(
    r"(?P<before>午前|午後|오전|오후|上午|下午)?\s?"
    r"(?:(?<![\d.,:/-])|(?<=[ .,]20\d\d)(?=\d?\d(?::\d\d|\s?[AaPp]\.?[Mm]\b)))"
    r"(?P<hour>[01]?\d|2[0-3])"
    r"(?:\s?(?:[:hH時时시]\s?|\.)(?P<minute>[0-5]\d)(?!\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d+)?)?"
    rf"|(?=\s?(?:{_HALF}|Uhr\b|[hH]\b|[時时시])))"
    rf"(?:\s?(?P<half>{_HALF}))?(?:\s?(?:Uhr|uhr|h\b(?:\.(?=\n|$))?|hrs|[分분時时시]))?"
)
_MAY_BE_TIME = re.compile(r"\d\s?[:.hHaApPUمص時时시]")  # asked first, for speed
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_FILLERS = frozenset("de del of di den da do d st nd rd th er го".split())
_AFTERNOON = frozenset(("p", "午後", "오후", "下午", "م"))
_MORNING = frozenset(("a", "午前", "오전", "上午", "ص"))
_PART, _MONTH = 8, 16  # characters of "anfang", of a month's name and the marks after it
_GAP = 24  # characters between a date and its time, at most


class Stamp(NamedTuple):
    """ISO 8601 each: a date, or a date and time, with its offset where the text names a zone."""

    published: str | None = None
    updated: str | None = None


class Day(NamedTuple):
    start: int
    end: int
    numbers: tuple[int, int, int]  # year, month, day; or year and two that may be either
    open: bool = False  # which of the two is the month, the text does not say


class Clock(NamedTuple):
    start: int
    end: int
    hour: int
    minute: int
    second: int | None
    half: bool
    zone: str


class _Moment(NamedTuple):
    label: str
    when: str


def read_stamp(text: str, *, language: str = "") -> Stamp:
    """What a time stamp, or several in one text, say; ``language`` is a BCP 47 tag and settles 03/04/2024.

    >>> read_stamp("Published: 10:09 GMT, 7 November 2021 | Updated: 20:03, 8 November 2021")
    Stamp(published='2021-11-07T10:09+00:00', updated='2021-11-08T20:03')
    >>> read_stamp("Updated 5 minutes ago")
    Stamp(published=None, updated=None)
    """
    moments = list(_moments(text, language))
    first = {label: next((m.when for m in moments if m.label == label), None) for label in ("published", "", "as of")}
    published = _finest(first["published"] or first[""] or first["as of"], moments)
    updated = next((m.when for m in moments if m.label == "updated"), None)
    if updated is None and first["as of"] != published:
        updated = first["as of"]
    return Stamp(published, updated)


def _finest(when: str | None, moments: list[_Moment]) -> str | None:
    """The same day with its time, where the text gives both."""
    finer = (m.when for m in moments if when and m.label != "updated" and m.when.startswith(f"{when}T"))
    return next(finer, when)


def stamp_spans(text: str) -> list[Span]:
    """Where dates and times stand in a text, in order; a time inside a date counts with the date.

    >>> stamp_spans("by A. Writer 30 August 2023, 14:05")
    [(13, 27), (29, 34)]
    """
    days = [(d.start, d.end) for d in days_in(text)]
    clocks = [(c.start, c.end) for c in clocks_in(text)]
    return sorted((*days, *(c for c in clocks if not any(a < c[1] and c[0] < b for a, b in days))))


def _moments(text: str, language: str) -> Iterator[_Moment]:
    """Each date with its time and its label, and each time that a label adds to the date before it."""
    days = days_in(text)
    clocks = [c for c in clocks_in(text) if not any(d.start < c.end and c.start < d.end for d in days)]
    time_first = bool(days and clocks and clocks[0].start < days[0].start and _adjoins(text, clocks[0], days[0]))
    month_first = _month_first(text, language, days, clocks)
    at = 0
    known: date | None = None
    items: list[Day | Clock] = [*days, *clocks]
    for item in sorted(items, key=lambda i: i.start):
        label = _label(text[at : item.start])
        if isinstance(item, Day):
            clock = clock_of(item, clocks, text, time_first)
            label = _label(text[at : min(item.start, clock.start)]) if clock else label
            known = _date(item, month_first)
            at = max(item.end, clock.end if clock else 0)
            if not label and (after := label_after(text, at)):
                label, at = after
            if known:
                yield _Moment(label, _iso(known, clock))
        elif known and label in ("updated", "published") and item.start >= at and not _belongs(item, days, text):
            yield _Moment(label, _iso(known, item))
            at = item.end


def days_in(text: str) -> list[Day]:
    """The dates of a text in order, the most explicit reading of each place."""
    if not has_digit(text):
        return []
    plain = with_plain_digits(text)
    others = (Day(*found) for found in other_days(plain, own_digits=plain is not text))
    named = (*_year_first(plain), *_named(plain)) if "20" in plain or "19" in plain else ()
    found: list[Day] = []
    for day in (*others, *named, *_numeric(plain)):
        if not any(day.start < d.end and d.start < day.end for d in found):
            found.append(day)
    return sorted(found)


def day_at_end(text: str) -> Day | None:
    """The date that ends a text, with its month's name and its year; None where there is none.

    >>> day_at_end("A diver at the wreck off Isle Point, Oct. 29, 2025."), day_at_end("It sank on 3.5.2024")
    (Day(start=37, end=50, numbers=(2025, 10, 29), open=False), None)
    """
    end = len(text) - (text[-1:] == ".")
    if not text[end - 4 : end].isdecimal():
        return None
    last = max(_named(text), default=None)
    return last if last and last.end == end else None


def _year_first(text: str) -> Iterator[Day]:
    for m in _YEAR_FIRST.finditer(text):
        if _valid(numbers := (int(m[1]), int(m[2]), int(m[3]))):
            yield Day(m.start(), m.end(), numbers)


def _numeric(text: str) -> Iterator[Day]:
    for m in _NUMBERS.finditer(text):
        if len(m[4]) == 2 and m[2] == "-" and not _labelled(text, m.start()):
            continue  # 12-10-24 is a score as often as a date
        first, second, year = int(m[1]), int(m[3]), int(m[4]) + (2000 if len(m[4]) == 2 else 0)
        if m[2] == "." or first > 12 or first == second:
            numbers, undecided = (year, second, first), False
        else:
            numbers, undecided = (year, first, second), second <= 12
        if _valid(numbers):
            yield Day(m.start(), m.end(), numbers, undecided)


def _labelled(text: str, at: int) -> bool:
    """Whether the label of a stamp stands before a place."""
    before = bare(text[max(0, at - _GAP) : at]).rstrip(" :")
    return before.endswith(_label_phrases())


def _named(text: str) -> Iterator[Day]:
    for m in _DAY_FIRST.finditer(text):
        words = [w for w in _WORDS.findall(bare(m[2])) if w not in _FILLERS]
        month = _months().get("_".join(words))
        if month and _valid(numbers := (int(m[3]), month, int(m[1]))):
            yield Day(m.start(), m.end(), numbers)
    for m in _MONTH_FIRST.finditer(text):
        start = _month_start(m)
        month = _months().get(bare(text[start : m.end(1)]))
        if month and _valid(numbers := (int(m[3]), month, int(m[2]))):
            yield Day(start, m.end(), numbers)
    for m in _YEAR_THEN_MONTH.finditer(text):
        month = _months().get(bare(m[2] or m[4]))
        if month and _valid(numbers := (int(m[1]), month, int(m[3] or m[5]))):
            yield Day(m.start(), m.end(), numbers)


def _month_start(m: re.Match[str]) -> int:
    """Where the month's name starts: after "Times" in "TimesNovember"."""
    word = m[1]
    capital = max((i for i, c in enumerate(word) if c.isupper() and not word[i - 1 : i].isupper()), default=0)
    return m.start(1) + capital


def bare(word: str) -> str:
    """Lower case, the Turkish dotted capital included."""
    return word.replace("İ", "i").lower()


@cache
def _months() -> dict[str, int]:
    """Every month's name and its number; a name that means two months in two languages is left out."""
    found: dict[str, set[int]] = {}
    for language in sections("stamps"):
        for number, names in enumerate(_month_lines(language), 1):
            for name in names.split():
                found.setdefault(name, set()).add(number)
                found.setdefault("_".join(_WORDS.findall(name)), set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def month_number(word: str) -> int:
    """The number of a month by its name in some language; 0 where it has another meaning in another, or none.

    >>> month_number("Feb"), month_number("Juni"), month_number("Ada")
    (2, 6, 0)
    """
    return _months().get(bare(word), 0)


def is_month(word: str) -> bool:
    """Whether a word is a month's name in some language.

    >>> is_month("Feb"), is_month("Juni"), is_month("Ada")
    (True, True, False)
    """
    return bare(word) in _months()


def parts_month(text: str, start: int, end: int, language: str) -> bool:
    """Whether a gap lies between a month and the word that says which part of it: "Anfang Februar", "Late May".

    >>> parts_month("Ein Morgen, Anfang Februar in Bonn", 18, 19, "de")
    True
    """
    before, after = text[max(0, start - _PART) : start].split()[-1:], text[end : end + _MONTH].split(None, 1)[:1]
    if not before or not after or bare(before[0]) not in _month_parts(language):
        return False
    return is_month(after[0].rstrip(".,;:)"))


@cache
def _month_parts(language: str) -> frozenset[str]:
    return frozenset(phrases("stamps", "month parts", language))


def _month_lines(language: str) -> list[str]:
    try:
        return lines(f"{language}/months.txt")
    except FileNotFoundError:
        return []


def _valid(numbers: tuple[int, int, int]) -> bool:
    year, month, day = numbers
    return 0 < month <= 12 and 0 < day <= 31 and (day <= 28 or exists(year, month, day))


def clocks_in(text: str) -> list[Clock]:
    text = with_plain_digits(text)
    return [_clock(m, text) for m in _TIME.finditer(text)] if _MAY_BE_TIME.search(text) else []


def _clock(m: re.Match[str], text: str) -> Clock:
    zone = zone_at(text, m.end())
    half = (m["half"] or m["before"] or "").lower()
    hour = int(m["hour"])
    if half[:1] in _AFTERNOON or half in _AFTERNOON:
        hour += 12 if hour < 12 else 0
    elif (half[:1] in _MORNING or half in _MORNING) and hour == 12:
        hour = 0
    second = int(m["second"]) if m["second"] else None
    start = m.start("before") if m["before"] else m.start("hour")
    return Clock(start, m.end() + len(zone), hour, int(m["minute"] or 0), second, bool(half), zone)


def clock_of(day: Day, clocks: list[Clock], text: str, time_first: bool) -> Clock | None:
    before = next((c for c in reversed(clocks) if c.end <= day.start), None)
    after = next((c for c in clocks if c.start >= day.end), None)
    ordered = (before, after) if time_first else (after, before)
    return next((c for c in ordered if c and _adjoins(text, c, day)), None)


def _belongs(clock: Clock, days: list[Day], text: str) -> bool:
    """Whether a date that is still to come claims the time."""
    return any(d.start >= clock.end and _adjoins(text, clock, d) for d in days)


def _adjoins(text: str, clock: Clock, day: Day) -> bool:
    """Whether only "at", a weekday or punctuation stands between a time and a date."""
    gap = text[clock.end : day.start] if clock.end <= day.start else text[day.end : clock.start]
    if len(gap) > _GAP or has_digit(gap):
        return False
    words = bare(gap)
    for phrase in beside():
        words = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", words) if phrase in words else words
    return not _WORDS.search(words)


@cache
def beside() -> tuple[str, ...]:
    return ("t", *phrases("stamps", "beside"))


def _label(text: str) -> str:
    """The last word before a date that says what happened then."""
    text = bare(text)
    best, at = "", -1
    for label, phrase in labels() if text else ():
        if phrase in text:
            start = text.rfind(phrase)
            end = start + len(phrase)
            if end > at and _stands_alone(text, start, end):
                best, at = label, end
    return best


def label_after(text: str, at: int) -> tuple[str, int] | None:
    """The label that stands after a date, as scripts without blanks have it, and where it ends."""
    at += text[at : at + 1].isspace()
    if not text[at : at + 1] > "\u2e7f":
        return None
    found = [(phrase, label) for label, phrase in labels() if text.startswith(phrase, at)]
    phrase, label = max(found, key=lambda f: len(f[0]), default=("", ""))
    end = at + len(phrase)
    return (label, end) if phrase and not text[end : end + 3].lstrip(" :：")[:1].isdigit() else None


@cache
def labels() -> list[tuple[str, str]]:
    return [(label, phrase) for label in ("published", "updated", "as of") for phrase in phrases("stamps", label)]


def label_at(low: str, at: int = 0) -> str:
    """The label of a stamp, in small letters, that stands there in a text; empty if none does."""
    if not low.startswith(_label_phrases(), at):
        return ""
    return next(phrase for phrase in _label_phrases() if low.startswith(phrase, at))


@cache
def _label_phrases() -> tuple[str, ...]:
    return tuple(phrase for _, phrase in labels())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not in mid-word; scripts without blanks have no word ends."""
    return text[start] > "\u2e7f" or not (text[end : end + 1].isalpha() or (start > 0 and text[start - 1].isalpha()))


def _month_first(text: str, language: str, days: list[Day], clocks: list[Clock]) -> bool | None:
    """Whether 03/04 is in March: by the text's other dates, the region, the language, the zone, the clock."""
    if not any(day.open for day in days):
        return None
    for day in days:
        if not day.open and (m := re.match(r"(\d{1,2})/(\d{1,2})", text[day.start : day.end])) and m[1] != m[2]:
            return int(m[2]) > 12
    name, _, region = language.partition("-")
    if region:
        return region.upper() == "US"
    if name and name != "en":
        return False
    zones = {c.zone.strip(" (") for c in clocks if c.zone}
    if zones:
        return True if zones <= AMERICAN else False if zones.isdisjoint((*AMERICAN, "Z", "UTC")) else None
    if _foreign(text) or (not name and any(c.hour > 12 and not c.half for c in clocks)):
        return False
    return None


def _foreign(text: str) -> bool:
    """Whether a label is in a language other than English."""
    text = bare(text)
    labels, english = _foreign_labels()
    return any(p in text for p in labels) and not any(p in text for p in english)


@cache
def _foreign_labels() -> tuple[frozenset[str], frozenset[str]]:
    """The labels of other languages, and those of English."""
    english = frozenset((*phrases("stamps", "published", "en"), *phrases("stamps", "updated", "en")))
    return frozenset((*phrases("stamps", "published"), *phrases("stamps", "updated"))) - english, english


def _date(day: Day, month_first: bool | None) -> date | None:
    year, month, number = day.numbers
    if not day.open:
        return date(year, month, number)
    if month_first is None:
        return None
    return date(year, month, number) if month_first else date(year, number, month)


def _iso(day: date, clock: Clock | None) -> str:
    if clock is None:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, clock.hour, clock.minute, clock.second or 0)
    precision = "minutes" if clock.second is None else "seconds"
    return moment.replace(tzinfo=zone_of(clock.zone)).isoformat(timespec=precision)
