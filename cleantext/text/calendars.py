"""Dates of other calendars: the solar one of Iran, whose years are 621 behind, and Thai years, 543 ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from cleantext.text.lists import lines, sections

_THAI_YEARS = 543  # ahead of the common era
_SOLAR_YEARS = range(1300, 1500)  # which the arithmetic has been checked for
_EPOCH = date(2021, 3, 21).toordinal()  # the first day of 1400
_LONG_MONTHS, _LONG, _SHORT = 6, 31, 30  # the first six months have 31 days, the others 30 or 29
_CYCLE, _LEAPS = 33, 8  # years, and how many of them have a day more
_PERSIAN_YEAR = r"1[34]\d\d"
_PERSIAN = re.compile(rf"(?<!\d)(\d{{1,2}})\s([^\W\d_]{{2,8}})(?:\s?ماه)?\s({_PERSIAN_YEAR})(?!\d)")
_PERSIAN_NUMBERS = re.compile(rf"(?<!\d)({_PERSIAN_YEAR})\s?([/-])\s?(\d{{1,2}})\s?\2\s?(\d{{1,2}})(?!\d)")
_THAI = re.compile(r"(?<!\d)(\d{1,2})\s?([\u0e01-\u0e4e.]{4,12})\s?(?:พ\.ศ\.\s?)?(25[4-9]\d|20\d\d|[4-9]\d)(?!\d)")
_THAI_LETTERS = "คยพ"  # one of these is in every Thai month
_DOUBLE = re.compile(r"(?<!\d)(\d{1,2})\s([^\W\d_]{3,12})\s?/\s?([^\W\d_]{2,8}(?:\s[^\W\d_]{3,8})?)\s((?:19|20)\d\d)")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm|, năm)? ((?:19|20)\d\d)(?!\d)")
_OTHER_YEAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")
_THAI_YEAR = re.compile(r"25[4-9]\d(?!\d)|(?<=[\u0e01-\u0e4e.] )[4-9]\d(?!\d)")


class Written(NamedTuple):
    """Where a date of another calendar or form stands, and its day of the common era."""

    start: int
    end: int
    numbers: tuple[int, int, int]  # year, month, day


def solar(year: int, month: int, day: int) -> date | None:
    """The day of the common era for one of the Iranian calendar; None where it has none such.

    Leap years come every four years, and in five once in a cycle of 33; so the years 1300 to 1500 are as observed.

    >>> solar(1403, 12, 24), solar(1404, 1, 1), solar(1402, 12, 30)
    (datetime.date(2025, 3, 14), datetime.date(2025, 3, 21), None)
    """
    if year not in _SOLAR_YEARS or not 0 < month <= 12 or day < 1:
        return None
    long, short = min(month - 1, _LONG_MONTHS), max(month - 1 - _LONG_MONTHS, 0)
    ordinal = _new_year(year) + long * _LONG + short * _SHORT + day - 1
    length = _LONG if month <= _LONG_MONTHS else _SHORT
    return date.fromordinal(ordinal) if day <= length and ordinal < _new_year(year + 1) else None


def _new_year(year: int) -> int:
    """The ordinal of a year's first day."""
    return _EPOCH + 365 * (year - 1400) + _leaps_before(year) - _leaps_before(1400)


def _leaps_before(year: int) -> int:
    since = year + 1595  # a cycle begins there
    return since // _CYCLE * _LEAPS + (since % _CYCLE + 3) // 4


def other_days(text: str, *, own_digits: bool) -> Iterator[Written]:
    """The dates of such calendars, and of forms with two names or a number of the month; digits are 0 to 9.

    Numbers alone are of the Iranian calendar only where the text had digits of its own (``own_digits``).

    >>> [found.numbers for found in other_days("14 มี.ค. 2568, 24 اسفند 1403, 14 مارس/ آذار 2025", own_digits=False)]
    [(2025, 3, 14), (2025, 3, 14), (2025, 3, 14)]
    >>> [found.numbers for found in other_days("1403/12/24", own_digits=True)], list(
    ...     other_days("1403/12/24", own_digits=False))
    ([(2025, 3, 14)], [])
    """
    if text.isascii():
        if own_digits:
            yield from _in_solar_numbers(text)
        return
    if any(letter in text for letter in _THAI_LETTERS):
        yield from _in_thai(text)
    if "13" in text or "14" in text:
        yield from _in_solar(text)
        if own_digits:
            yield from _in_solar_numbers(text)
    if "/" in text:
        yield from _in_double(text)
    if "tháng" in text:
        found = ((m, (int(m[3]), int(m[2]), int(m[1]))) for m in _VIETNAMESE.finditer(text))
        yield from (Written(m.start(), m.end(), numbers) for m, numbers in found if exists(*numbers))


def other_years(text: str, *, own_digits: bool) -> Iterator[tuple[int, int]]:
    """Where numbers stand that may be the year of such a date."""
    if own_digits or (not text.isascii() and _names_solar_month(text)):
        yield from (m.span() for m in _OTHER_YEAR.finditer(text))
    if not text.isascii() and any(letter in text for letter in _THAI_LETTERS):
        yield from (m.span() for m in _THAI_YEAR.finditer(text))


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _in_thai(text: str) -> Iterator[Written]:
    for m in _THAI.finditer(text):
        month, year = _thai_months().get(m[2], 0), int(m[3])
        year = year if 2000 <= year < 2500 else year - _THAI_YEARS + (0 if year > 2500 else 2500)
        if month and exists(year, month, int(m[1])):
            yield Written(m.start(), m.end(), (year, month, int(m[1])))


def _in_solar(text: str) -> Iterator[Written]:
    for m in _PERSIAN.finditer(text):
        month = _solar_months().get(m[2].replace("ي", "ی"), 0)
        yield from _written(m, solar(int(m[3]), month, int(m[1])))


def _in_solar_numbers(text: str) -> Iterator[Written]:
    for m in _PERSIAN_NUMBERS.finditer(text):
        yield from _written(m, solar(int(m[1]), int(m[3]), int(m[4])))


def _written(m: re.Match[str], day: date | None) -> Iterator[Written]:
    if day:
        yield Written(m.start(), m.end(), (day.year, day.month, day.day))


def _in_double(text: str) -> Iterator[Written]:
    """Dates whose month has two names, as in Arabic: of the west and of the east."""
    for m in _DOUBLE.finditer(text):
        month = _arabic_months().get(m[2], 0)
        if month and month == _arabic_months().get(m[3].replace(" ", "_")) and exists(int(m[4]), month, int(m[1])):
            yield Written(m.start(), m.end(), (int(m[4]), month, int(m[1])))


def _names_solar_month(text: str) -> bool:
    return any(month in text for month in _solar_months())


@cache
def _solar_months() -> dict[str, int]:
    return {name: number for number, name in enumerate(sections("stamps")["fa"]["solar months"], 1)}


@cache
def _thai_months() -> dict[str, int]:
    return {name: number for number, names in enumerate(lines("th/months.txt"), 1) for name in names.split()}


@cache
def _arabic_months() -> dict[str, int]:
    return {name: number for number, names in enumerate(lines("ar/months.txt"), 1) for name in names.split()}
