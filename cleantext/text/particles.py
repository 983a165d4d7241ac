"""Lines that go on from the one before, in languages without capitals: they begin with a particle, or that one ends in
a word after which another must follow.

Many tools put a page's links on lines of their own. Where no small letter tells that a sentence goes on after one, the
particle does that belongs to the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cleantext.text.characters import UNCASED_STOPS, WIDE_CLOSERS, WIDE_STOPS
from cleantext.text.lists import sections

_WORD = "\u30a0-\u30ff\u3400-\u9fff0-9０-９A-Za-zＡ-Ｚａ-ｚ"
_HIRAGANA = "\u3041-\u309f"
_LETTERS = re.compile(f"[{_HIRAGANA}{_WORD}\uac00-\ud7a3]")
_OPENED = "、，（「『("
_STOPS = "。！？」』"
_ADNOMINAL = "の"  # a noun follows
_LONGEST_LINK = 20  # characters

ATTACHED = frozenset(("ja", "ko"))
"""Languages in which a particle is written without a blank behind its word."""
LANGUAGES = ATTACHED | {"ar", "bn", "fa", "he", "hi", "th", "zh"}
_SPACED = frozenset(("ar", "bn", "fa", "he", "hi"))
_ENDED = frozenset(f".!?…:：;؛\"”»’)]）】{UNCASED_STOPS}{WIDE_STOPS}{WIDE_CLOSERS}")
_SHORT, _SHORT_WIDE = 30, 14  # characters of a link
_LEAST = 6  # characters of a line that goes on


def lines_that_go_on(lines: Sequence[str], language: str) -> set[int]:
    """The lines that go on from the one before.

    >>> lines_that_go_on(["気象庁は", "高知県", "と", "宮崎県", "に注意報を出した。", "各地の震度"], "ja")
    {1, 2, 3, 4}
    >>> lines_that_go_on(["기상청은 13일 오후", "고치현", "에 주의보를 내렸다."], "ko")
    {2}
    """
    begins, ends = _patterns(language)
    led = {k for k in range(1, len(lines)) if begins.match(lines[k]) and _LETTERS.match(lines[k - 1][-1:])}
    links = {k - 1 for k in led if k > 1 and ends}
    return led | {k for k in links if ends and (ends.search(lines[k - 1]) or lines[k - 1][-1:] in _OPENED)}


def lines_that_are_led(lines: Sequence[str], language: str) -> set[int]:
    """The lines that go on from the one before, which ends in a word after which another must follow, or which begin
    with one that must follow another; and those on the other side of a link beside them.

    >>> sorted(lines_that_are_led(["يقف أحمد على", "رصيف", "الميناء كل صباح.", "عنوان آخر", "انتهى اليوم."], "ar"))
    [1, 2]
    >>> sorted(lines_that_are_led(["消息来自于", "市港航局", "，船已返航。", "旧码头的现在", "船已返航。"], "zh"))
    [1, 2]
    >>> lines_that_are_led(["أخبار", "عودة العبارة", "عادت العبارة إلى الميناء."], "ar")
    set()
    """
    last, first = _edges(language)
    shortest = _SHORT if language in _SPACED else _SHORT_WIDE
    led = {
        k
        for k in range(1, len(lines))
        if _is_open(lines[k - 1]) and (last.search(lines[k - 1]) or (first and first.match(lines[k])))
    }
    links = {k for k in range(1, len(lines) - 1) if len(lines[k]) <= shortest and _is_open(lines[k])}
    behind = {k + 1 for k in led & links if not _is_open(lines[k + 1])}
    before = {k - 1 for k in led if k - 1 in links and _is_open(lines[k - 2]) and len(lines[k - 2]) >= _LEAST}
    return led | behind | before


def _is_open(line: str) -> bool:
    """Whether a line has no end mark."""
    return line[-1:] not in _ENDED


@cache
def _edges(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """How a line ends that goes on in the next, and how one begins that goes on from the line before."""
    found = sections("particles")[language]
    before, after = (r"(?:^|(?<=\s))", r"(?=\s)") if language in _SPACED else ("", "")
    last, first = f"(?:{_any(found['last'])})", f"(?:{_any(found['first'])})" if "first" in found else ""
    others = "".join(rf"(?<!{re.escape(word)})" for word in found.get("not last", ()))
    return re.compile(f"{before}{last}{others}$"), re.compile(first + after) if first else None


def japanese_goes_on(text: str, start: int, end: int) -> bool:
    """Whether a Japanese sentence goes on after a gap of blanks, where a link stood: a particle follows it, or follows
    the link, or a noun must.

    >>> text = "気象庁は 高知県 と 宮崎県 に注意報を出した。 各地の震度"
    >>> [japanese_goes_on(text, at, at + 1) for at, c in enumerate(text) if c == " "]
    [True, True, True, True, False]
    """
    begins, ends = _patterns("ja")
    if text[start - 1] == _ADNOMINAL or begins.match(text, end):
        return True
    before = text.rfind(" ", max(0, start - _LONGEST_LINK), start)
    if before > 0 and text[before - 1] == _ADNOMINAL and text[start - 1] not in _STOPS:
        return True
    link = text.find(" ", end, end + _LONGEST_LINK)
    is_led = link > 0 and (text[start - 1] in _OPENED or (ends is not None and ends.search(text[start - 4 : start])))
    return bool(is_led and begins.match(text, link + 1))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What a line begins with that goes on, and what the line before it ends with where one of two does."""
    found = sections("particles")[language]
    if language == "ko":
        return re.compile(rf"(?:{_any(found['begins'])})(?=\s)"), None
    begins = rf"(?:{_any(found['begins'])})(?![{_HIRAGANA}])|(?:{_any(found['before a word'])})(?=[{_WORD}])"
    return re.compile(rf"{begins}|{_any(found['anywhere'])}"), re.compile(rf"(?:{_any(found['ends'])})$")


def _any(particles: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, particles), key=len, reverse=True))
