"""Where time stamps stand in a longer text: a date with its time, or a date that a label announces; in an article's
head also a date alone.

Sentences give dates too. What tells a stamp is that nothing of a sentence leads up to it or goes on after it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import category

from cleantext.text.calendars import other_years
from cleantext.text.characters import has_digit, with_plain_digits
from cleantext.text.dates import Clock, Day, bare, beside, clock_of, clocks_in, days_in, label_after, label_at, labels
from cleantext.text.lexicon import FUNCTION_BAND, band_of, lexicon
from cleantext.text.lists import phrases
from cleantext.text.names import introduces
from cleantext.text.spans import Span
from cleantext.text.zones import zone_at

# both begin with few characters, so that they are searched fast; what stands before is looked at afterwards
_YEAR = re.compile(r"[12][09]\d\d(?:(?!\d)|(?=\d?\d(?::\d\d|\s?[AaPp]\.?[Mm]\b)))")
_SHORT_YEAR = re.compile(r"\.\d{1,2}\.(\d\d)(?!\d)")
_BEFORE, _AFTER = 80, 60  # characters around a year that are looked at
_COLON = re.compile(r"\d:\d\d")
_CLOCK = re.compile(
    r"\d(?:\s?[:hH時时시]\s?\d\d|\s?[AaPp]\.?\s?[Mm]|\s?(?:Uhr|[時时시]))|(?<![\d.])\d{1,2}\.\d\d(?![\d.])"
)
_HOUR = frozenset("時时시")
_NEAR = 28  # characters before a year that have its day, unless it follows
_FOLLOWED = frozenset("-/.年년")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)([.,:]?)\s{0,2}$")
_BORN_AND_DIED, _LIFE_WORDS = 2, 4  # days; words before one, the first of which may be "born"
_LONGEST = 120  # characters of a text that is a stamp
_TAIL = 40  # characters in which a word before is looked for
_JOINS = frozenset(" \t|·•–—-/;,()（）")  # what may stand between two stamps of one line
_BETWEEN = "".join(_JOINS)
_ZONE = re.compile(r"\s?\(?([A-Z]{3})\)?(?![a-z])(?![A-Z](?![a-z])(?!(?<=[AI]) [a-z]))")
_ZONE_GLUED = re.compile(r"\s?([A-Z]{3})([A-Z]{2,})(?![a-z])")
_UPDATE = re.compile(
    r"[^\w\n]{0,3}(?:[^\W\d_]{1,3}\.?\s)?"
    r"(?:\d{1,2}[./]\d{1,2}\.?\s)?\d{1,2}[:.]\d\d(?![\d./-])(?:\s?Uhr)?"
)
_TIMED = re.compile(
    r"[^\w\n]{0,3}(?:[^\W\d_]{1,5}\s)?\d{1,2}[:.]\d\d(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr))?(?:\s?[A-Z]{2,4})?"
)
_DATED = re.compile(r"[\s,·–-]{1,3}(?:[^\W\d_]{1,12}\.?,?\s)?\d")  # a date of its own
_OPEN, _CLOSE = "([（", ")]）"
_CLOSED = tuple(_CLOSE)  # which does not hold the empty string
_SENTENCE = ",;.、，。"  # what stands after a date in a sentence
_QUOTES = "\"'“‘«„"
_HEAD = 1000  # characters of a text in which a date alone may be the article's
_LIST = 60  # characters around a date in which none of another day stands, as in a list
_BARS = frozenset("|•·–—-/\n")
_ENDED = frozenset(".!?…\"”»’'")


def stamps_in(text: str) -> Iterator[Span]:
    """Where time stamps stand that are no part of a sentence: start and end of each, those of one line together.

    >>> text = "Isle NewsPublished: 10:09, 7 November 2021 | Updated 8 November 2021, 11:00 The ferry runs again."
    >>> [text[a:b] for a, b in stamps_in(text)]
    ['Published: 10:09, 7 November 2021 | Updated 8 November 2021, 11:00']
    >>> list(stamps_in("It left on 7 November 2021 at 10:09 and came back on Monday."))
    []
    """
    first: int | None = None
    end = 0
    for start, stop in _each(text):
        if first is not None and not _is_joint(text[end:start]):
            yield first, end
            first = None
        first, end = start if first is None else first, stop
    if first is not None:
        yield first, end


def days_alone_in(text: str, stamps: Sequence[Span], language: str = "") -> list[Span]:
    """Where dates without time or label part an article's head from its body, in order, with their weekdays.

    They stand near the text's beginning and within none of ``stamps``; nothing of a sentence leads up to them, and
    behind them one begins with a capital or a quotation.

    >>> text = "Ferry back in berth Ada Quill 7 November 2021 Harbour pilots met on 3 May 2021 The Isle men."
    >>> [text[a:b] for a, b in days_alone_in(text, [], "en")]
    ['7 November 2021']
    >>> texts = "Born 7 May 1961 Ada Quill", "The 7 May 2021 Isle News", "Oslo 7 May 2021 Bergen 9 May 2021 Isle"
    >>> [days_alone_in(text, [], "en") for text in texts]
    [[], [], []]
    """
    head = text[: _HEAD + _AFTER]
    found: list[Span] = []
    for start, stop in _years(head):
        if start > _HEAD or (found and start < found[-1][1]) or any(a < stop and start < b for a, b in stamps):
            continue
        begin = max(0, start - _LIST, head.rfind("\n", 0, start) + 1)
        line = head.find("\n", stop)
        window = head[begin : stop + _LIST if line < 0 else min(line, stop + _LIST)]
        span = _day_alone(window, start - begin, language)
        if span and not any(a < begin + span[1] and begin + span[0] < b for a, b in stamps):
            found.append((begin + span[0], begin + span[1]))
    return found


def _is_joint(between: str) -> bool:
    """Whether two stamps with this between them are of one line."""
    return len(between) < _TAIL and between.strip(_BETWEEN) in {"", *phrases("bylines", "and")}


def is_stamp(text: str) -> bool:
    """Whether a text is time stamps and nothing else.

    >>> is_stamp("7 November 2021, 10:09"), is_stamp("It left on 7 November 2021, 10:09")
    (True, False)
    """
    return len(text) <= _LONGEST and has_digit(text) and [*stamps_in(text)] == [(0, len(text))]


def is_life_date(text: str) -> bool:
    """Whether a text is the day of a birth or a death, or somebody with both, as obituaries end.

    >>> is_life_date("Born: February 3rd, 1936"), is_life_date("Died at sea on November 1st, 2024")
    (True, False)
    >>> is_life_date("Ada Quill, pilot, born February 3 1936, died at sea November 1 2024")
    True
    """
    if len(text) > _LONGEST or not has_digit(text) or not any(map(bare(text).__contains__, _lives())):
        return False
    days = list(days_in(text))
    if not days or text[days[-1].end :].strip(" ."):
        return False
    before = [text[end : day.start] for end, day in zip((0, *(day.end for day in days)), days, strict=False)]
    if len(days) == 1:
        return bare(before[0]).strip(" :,") in _lives()
    return len(days) == _BORN_AND_DIED and all(map(_tells_of_life, before))


def _tells_of_life(text: str) -> bool:
    """Whether one of the last words of a text says that somebody was born or died."""
    return any(word.strip(",:;.") in _lives() for word in bare(text).split()[-_LIFE_WORDS:])


@cache
def _lives() -> frozenset[str]:
    return frozenset(phrases("stamps", "life"))


def is_timed_label(text: str) -> bool:
    """Whether a text is a stamp's label and a time, of a day that is given elsewhere.

    >>> is_timed_label("Updated at 18:47"), is_timed_label("Aggiornato alle 18:47"), is_timed_label("At 18:47 he left")
    (True, True, False)
    """
    low = bare(text)
    label = label_at(low)
    return bool(label) and len(low) == len(text) and _TIMED.fullmatch(text, len(label)) is not None


def _each(text: str) -> Iterator[Span]:
    end = 0
    for start, stop in _years(text):
        if start < end or not _may_be(text, start, stop):
            continue
        begin = max(end, start - _BEFORE)
        begin = max(begin, text.rfind("\n", begin, start) + 1)
        line = text.find("\n", stop, stop + _AFTER)
        window = text[begin : stop + _AFTER if line < 0 else line]
        if span := _stamp(window, start - begin):
            end = _with_update(text, begin + span[1])
            yield begin + span[0], end


def _years(text: str) -> list[Span]:
    """Where numbers stand that may be the year of a date."""
    plain = with_plain_digits(text)
    found = [m.span() for m in _YEAR.finditer(plain)]
    found = [(start, end) for start, end in found if not plain[start - 1 : start].isdigit()]
    more = [m.span(1) for m in _SHORT_YEAR.finditer(plain)]
    more += other_years(plain, own_digits=plain is not text)
    return sorted(found + more) if more else found


def _may_be(text: str, start: int, end: int) -> bool:
    """Whether a day may stand beside a year, and a time or a label beside that; told quickly of most years."""
    if _CLOCK.search(text, max(0, start - _BEFORE), end + _AFTER) is None:
        before = text[max(0, start - _NEAR) : start].rstrip(" -/.,")
        if not any(c.isalpha() or c == ":" for c in before):
            return False
    return text[end : end + 1] in _FOLLOWED or has_digit(text[max(0, start - _NEAR) : start])


def _stamp(text: str, at: int) -> Span | None:
    """The stamp whose date stands at that place, if it is one."""
    days = days_in(text)
    day = next((d for d in days if d.start <= at < d.end), None)
    if day is None:
        return None
    clock = clock_of(day, clocks_in(text), text, time_first=False)
    start, end = (min(day.start, clock.start), max(day.end, clock.end)) if clock else (day.start, day.end)
    start = _same_day(text, start, days)
    label = label_before(text, start, bool(clock))
    if (clock is None and label is None) or not _stands_alone(text, start, end, label, clock):
        return None
    if label is None and _is_in_words(text, _with_weekday(text, start), day, end):
        return None
    start = _with_weekday(text, start) if label is None else _first_day(text, label, days)
    end = _with_zone(text, end)
    if after := label_after(text, end):
        end = after[1]
    if text[start - 1 : start] and text[start - 1] in _OPEN and text[end : end + 1] and text[end] in _CLOSE:
        return start - 1, end + 1
    return start, end


def _day_alone(text: str, at: int, language: str) -> Span | None:
    """The date alone whose year stands at that place, if it is one."""
    days = days_in(text)
    day = next((d for d in days if d.start <= at < d.end), None)
    if day is None or any(d.numbers != day.numbers and not _is_led(text, d) for d in days):
        return None  # of a list
    first = _same_day(text, day.start, days)
    start, end = _with_weekday(text, first), day.end + len(zone_at(text, day.end))
    if not _begins_after(text, end) or any(_leads_up(text, at, language) for at in {first, start}):
        return None
    before = text[:start].rstrip(" \xa0")[-1:]
    return (start, end) if not before or before.isalnum() or before in _ENDED or before in _BARS else None


def _is_led(text: str, day: Day) -> bool:
    """Whether a sentence leads up to a date."""
    return _word_before(text, _with_weekday(text, day.start))[0] in _leads()


def _leads_up(text: str, at: int, language: str) -> bool:
    """Whether the word before a date leads up to it, as the commonest words do, and those of births and deaths."""
    word, _ = _word_before(text, at)
    if word in _leads() or word in _lives():
        return True
    is_function = band_of(lexicon(language or "en").get(word, 0)) >= FUNCTION_BAND
    return is_function and text[:at].rstrip()[-1:].isalpha()


def _begins_after(text: str, end: int) -> bool:
    """Whether a sentence or a quotation begins behind a date."""
    rest = text[end:].lstrip(" \xa0")
    return rest.lstrip(_QUOTES)[:1].isupper() and not rest[1:2].isdigit()


def _same_day(text: str, start: int, days: list[Day]) -> int:
    """Where the date begins, or one that is given just before it in another form."""
    before = next((d for d in reversed(days) if d.end < start), None)
    return before.start if before and _JOINS.issuperset(text[before.end : start]) else start


def _first_day(text: str, label: int, days: list[Day]) -> int:
    """Where a stamp with a label begins, or the day of another that stands just before it and has no label.

    >>> text = "3 May 2024 | Updated 4 May 2024"
    >>> _first_day(text, 13, days_in(text)), _first_day(f"on {text}", 16, days_in(f"on {text}"))
    (0, 16)
    """
    first = _same_day(text, label, days)
    return label if first == label or _word_before(text, first)[0] in _leads() else _with_weekday(text, first)


def _with_zone(text: str, end: int) -> int:
    """Where the stamp ends with a zone that two regions name so, which tells no offset."""
    zone = _ZONE.match(text, end)
    if zone is None and (glued := _ZONE_GLUED.match(text, end)):  # "CSTOSLO (Reuters)", but not "ISTANBUL"
        zone = None if bare(glued[1] + glued[2]) in lexicon("en") else glued
    return zone.end(1) + (text[zone.end(1) : zone.end()] == ")") if zone and bare(zone[1]) in beside() else end


def _with_update(text: str, end: int) -> int:
    """Where a stamp ends, the time of an update of the same day with it: "Updated 14:20"."""
    rest = text[end : end + _AFTER]
    at = len(rest) - len(rest.lstrip(_BETWEEN))
    low = bare(rest)
    label = label_at(low, at)
    clock = _UPDATE.match(rest, at + len(label)) if label and len(low) == len(rest) else None
    if not clock or _DATED.match(rest, clock.end()) or _is_dated(text[end : end + _BEFORE], clock.end()):
        return end
    closing = any(c in _OPEN for c in rest[:at]) and rest[clock.end() : clock.end() + 1] in _CLOSED
    return end + clock.end() + closing


def _is_dated(text: str, at: int) -> bool:
    """Whether the time that ends there, but for its half of the day and its zone, has a date of its own after it."""
    clock = next((c for c in clocks_in(text) if c.start < at <= c.end), None)
    return clock is not None and any(clock_of(day, [clock], text, time_first=True) for day in days_in(text))


def label_before(text: str, start: int, timed: bool) -> int | None:
    """Where the label begins that announces a date there; in small letters only of a time, after another stamp."""
    at = start
    low = bare(text)
    if len(low) != len(text):
        return None
    while word := _WORD_BEFORE.search(text, max(0, at - _TAIL), at):
        if bare(word[1]) not in beside():
            break
        at = word.start(1)
    end = len(text[:at].rstrip(" :|–-."))
    colon = ":" in text[end:at]
    for named in _labels_by_end().get(low[end - 2 : end], ()):
        begin = end - len(named)
        if begin >= 0 and low.startswith(named, begin) and not _in_word(text, begin):
            follows = begin == 0 or (timed and _is_joint(text[:begin]))
            return begin if colon or follows or not text[begin].islower() else None
    return None


@cache
def _labels_by_end() -> dict[str, list[str]]:
    """The labels by their last two letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, phrase in labels():
        found[phrase.rstrip(".")[-2:]].append(phrase.rstrip("."))
    return {end: sorted(named, key=len, reverse=True) for end, named in found.items()}


def _in_word(text: str, begin: int) -> bool:
    """Whether a word goes on at a place: not where a capital is glued to small letters, nor without capitals."""
    return begin > 0 and text[begin - 1].isalpha() and text[begin].islower()


def _stands_alone(text: str, start: int, end: int, label: int | None, clock: Clock | None) -> bool:
    """Whether nothing of a sentence leads up to a stamp or goes on after it."""
    rest = text[end:].lstrip(" ")
    then = rest[:1]
    if then.islower() and not (clock and (label is not None or introduces(rest.partition(" ")[0]))):
        return False
    if then and then in _SENTENCE and label is None:
        return False
    if then.isalpha() and not then.isupper() and not then.islower() and len(rest) == len(text) - end:
        return bool(clock and _COLON.search(text, clock.start, clock.end))  # a script without capitals goes on
    if label is not None:
        return True
    if clock and not _HOUR.isdisjoint(text[clock.start : clock.end]):
        return start == 0 and not rest  # in a sentence days have their time so too
    if text[start - 1 : start] and text[start - 1] in _QUOTES:
        return False
    word, _ = _word_before(text, _with_weekday(text, start))
    return word not in _leads()


def _is_in_words(text: str, start: int, day: Day, end: int) -> bool:
    """Whether words stand beside a stamp in a script without capitals that has its own digits or years.

    There no word is known that would lead up to it or go on behind it.

    >>> texts = "১৪ মার্চ ২০২৫, ০৬:০২", "১৪ মার্চ ২০২৫, ০৬:০২ মিনিটে ফেরি ছাড়ে।", "ফেরিটি ১৪ মার্চ ২০২৫, ০৬:০২"
    >>> [is_stamp(text) for text in texts], [list(stamps_in(text)) for text in texts[1:]]
    ([True, False, False], [[], []])
    """
    said = text[day.start : day.end]
    if said.isascii() or (with_plain_digits(said) is said and not any(map(_is_hebrew_or_thai, said))):
        return False
    before, after = text[:start].rstrip(" ")[-1:], text[end : end + 2]
    is_led = category(before or " ")[0] in "LM" or text[start - 1 : start] == "-"
    return is_led or (after[:1] == " " and after[1:].isalpha())


def _is_hebrew_or_thai(letter: str) -> bool:
    return "\u05d0" <= letter <= "\u05ea" or "\u0e00" <= letter <= "\u0e7f"


def _word_before(text: str, at: int) -> tuple[str, int]:
    """The word before a place, in small letters, and where it begins; of ``editorFri`` it is ``fri``."""
    m = _WORD_BEFORE.search(text, max(0, at - _TAIL), at)
    if not m or m[2] == ":":
        return "", at
    word = m[1]
    glued = max((i for i, c in enumerate(word) if c.isupper() and word[i - 1 : i].islower()), default=0)
    return bare(word[glued:]), m.start(1) + glued


@cache
def _leads() -> frozenset[str]:
    """The words that lead up to a date in a sentence."""
    return frozenset(phrases("stamps", "leads"))


def _with_weekday(text: str, start: int) -> int:
    """Where the stamp begins if a weekday stands before it."""
    word, begin = _word_before(text, start)
    return begin if word in beside() and word not in _leads() else start
