"""Datelines: where an article was written, before its first sentence and a dash."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cleantext.text.characters import LOWER, UPPER
from cleantext.text.credits import labelled
from cleantext.text.lexicon import Lexicon, share_of
from cleantext.text.lists import lines
from cleantext.text.names import agency, joined_agencies
from cleantext.text.openers import is_pointer
from cleantext.text.persons import is_given_name
from cleantext.text.sides import abbreviates
from cleantext.text.spans import Span

_LONGEST = 80  # characters of a dateline
_PLACING = ("(", "—", "--", "/")  # one of these stands in a dateline that is no kicker
_DASH = re.compile(r"[—–-]")
_PLACE = rf"[{UPPER}][{UPPER}.'’-]+(?: [{UPPER}][{UPPER}.'’-]+){{0,3}}"
_REGION = rf"(?:, [{UPPER}][\w.'’]{{1,14}}(?: [{UPPER}][\w.]{{1,12}})?)?"
_DAY = rf"(?:, [{UPPER}][a-z]{{2,8}}\.? \d{{1,2}}(?:, (?:19|20)\d\d)?)?"
_AGENCY = r"(?: ?\([^()\n]{2,40}\)| /[^/\n]{4,30}/)?"  # press releases have slashes
_PLACE_ALONE = re.compile(_PLACE)
_DATELINE = re.compile(rf"(?<![{UPPER}])({_PLACE}{_REGION}{_DAY}{_AGENCY})$")
_LEDE, _NEARBY = 600, 42  # characters in which an article's first sentence begins, and of places with the stop before
_BETWEEN = re.compile(" [—–] ")
_NAMED = rf"[{UPPER}](?:[\w-]*\w|[a-z]{{0,2}}\.)"
_PLACES = re.compile(rf"(?<!\d)[.!?][\"“”»]? ({_NAMED}(?:(?: / |/| ){_NAMED}){{0,4}})$")
_KOREAN = re.compile(r"[\[(]([가-힣A-Za-z·]{2,12}) ?= ?([가-힣A-Za-z0-9]{2,10}(?: 기자)?)[\])]")
_REPORTER = "기자"
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_BEGINNING = "“\"‘'«„"
_LONGEST_PLACE = 45  # characters of a place before its agency
_IN_BRACKETS = re.compile(rf"\(([^()\n]{{2,30}})\) ?(?=[{UPPER}{_BEGINNING}])")
_AGENCIES = re.compile(r"\(([^()\n]{2,30})\)(?:(\.?\s?[-–—]{1,2})|\.) (?=\S)")
_PLACED = re.compile(rf"{_NAMED}(?:(?:, | ){_NAMED}){{0,4}}")
_INITIALS = re.compile(rf"[{UPPER}]{{2,6}}")
_SMALL_WORDS = re.compile(rf" [{LOWER}]+ [{LOWER}]+ ")
_NAME = 2  # words
_SOON = 60  # characters in which a sentence has two small words in a row


def datelines_in(text: str) -> Iterator[Span]:
    """Where datelines stand, each with the first character of its sentence.

    A place is in capitals, and what follows it not: a region, a day, an agency in brackets.

    >>> text = "Ferry back. OSLO, Norway, May 3 (Reuters) - The ferry is back."
    >>> [text[a:b] for a, b in datelines_in(text)]
    ['OSLO, Norway, May 3 (Reuters) - T']
    >>> list(datelines_in("FERRY BACK - ALL WELL")), list(datelines_in("The NATO – an alliance – met."))
    ([], [])
    """
    for dash in _DASH.finditer(text):
        start, end = dash.span()
        if dash[0] == "-":
            end += text[end : end + 1] == "-"
            if text[start - 1 : start] != " " or text[end : end + 1] != " ":
                continue
        start, end = start - (text[start - 1 : start] == " "), end + (text[end : end + 1] == " ")
        then = text[end : end + 2].lstrip(_BEGINNING)
        if (then[:1].isupper() or then[:1].isdigit()) and not then[1:2].isupper():
            found = _DATELINE.search(text, max(0, start - _LONGEST), start)
            if found:
                yield found.start(1), end + 1


def agency_datelines_in(text: str) -> Iterator[Span]:
    """Where agencies in brackets stand between a place, whose last word this is, and what it reports.

    A dash follows, or a stop where only the place stands before them on their line: elsewhere that ends a sentence.

    >>> text = "Mole gesperrt. Port Ada (dpa/AFP) - Die Mole ist zu, hieß es (dpa). Ein Boot (Ada Quill/dpa) - am Kai."
    >>> [text[a:b] for a, b in agency_datelines_in(text)]
    ['Ada (dpa/AFP) - D']
    >>> text = "Köln (epd/KNA). Die Mole ist zu, hieß es (epd). Das Boot fährt."
    >>> [text[a:b] for a, b in agency_datelines_in(text)]
    ['Köln (epd/KNA). D']
    """
    for m in _AGENCIES.finditer(text) if "(" in text else ():
        line = max(text.rfind("\n", 0, m.start()) + 1, m.start() - _LONGEST_PLACE - 1)
        place = text[line : m.start()].rstrip()
        is_placed = m[2] or (len(place) <= _LONGEST_PLACE and _PLACED.fullmatch(place))
        if is_placed and joined_agencies(m[1]):
            yield line + len(place) - len(place.rpartition(" ")[2]), m.end() + 1


def undashed_datelines_in(text: str, begun: Iterable[int]) -> Iterator[Span]:
    """The dateline without a dash that begins an article, with the first character of its sentence.

    An agency in brackets, its place before it or none, on a line's beginning or one of ``begun``, near that of the
    text; on no line's it must be glued to its sentence, for a credit is written like it. In the scraped texts some
    55 articles begin so, all of one outlet; no other changes, nor any text of dev.

    >>> texts = "Oslo, Norway (CNN)It is back.", "(CNN) It is", "Port Ada (INN)It is back in its berth."
    >>> [text[a:b] for text in texts for a, b in undashed_datelines_in(text, ())]
    ['Oslo, Norway (CNN)I', '(CNN) I', 'Port Ada (INN)I']
    >>> texts = "(Photo) A dock", "Isle Boat Sales (IBS)It is the first.", "World (USA)NewsSport"
    >>> [span for text in texts for span in undashed_datelines_in(text, ())]
    []
    """
    lines = (at + 1 for at in range(-1, min(_LEDE, len(text))) if at < 0 or text[at] == "\n")
    starts = sorted({*lines, *(at for at in begun if at < _LEDE)})
    for m in _IN_BRACKETS.finditer(text, 0, _LEDE):
        for start in starts[bisect_left(starts, m.start() - _LONGEST_PLACE) : bisect_right(starts, m.start())]:
            is_first = start == 0 or text[start - 1] == "\n"
            is_apart = is_first or not m[0].endswith(" ")
            tells = _SMALL_WORDS.search(text, m.end(), m.end() + _SOON) is not None
            if is_apart and _is_dateline(text[start : m.start()], m[1], is_first=is_first, tells=tells):
                yield start, m.end() + 1
                return


def begins_undashed(text: str) -> bool:
    """Whether a text begins with such a dateline and its sentence.

    >>> begins_undashed("(CNN) It is back."), begins_undashed("The ferry (CNN) is back.")
    (True, False)
    """
    return ")" in text[:_LONGEST] and next(undashed_datelines_in(text[:_LONGEST], ()), (1, 0))[0] == 0


def begins_dashed(text: str) -> bool:
    """Whether a text begins with a place in capitals, its agency or wire, a dash and what it reports.

    >>> begins_dashed("OSLO, Nov 11 (Reuters) - Norwegian ferries"), begins_dashed("FERRY BACK - It sails")
    (True, False)
    """
    head = text[:_LONGEST]
    return (")" in head or "/" in head) and next(datelines_in(head), (1, 0))[0] == 0 and not is_pointer(head)


def _is_dateline(place: str, name: str, *, is_first: bool, tells: bool) -> bool:
    """Whether a name in brackets is an agency's, and what stands before it a place or, on a line's beginning, nothing.

    A person's name and an agency are a credit, a name and its initials one of a company; before initials that nobody
    knows a sentence must follow.
    """
    if not place:
        return is_first and agency(name) is not None
    words = place.split()
    if place[-1] != " " or not _PLACED.fullmatch(place[:-1]) or _is_person(words):
        return False
    if agency(name) is not None:
        return True
    return tells and name != "".join(word[0] for word in words) and _INITIALS.fullmatch(name) is not None


def _is_person(words: Sequence[str]) -> bool:
    return len(words) == _NAME and words[0].isalpha() and is_given_name(words[0])


def places_after_deck(text: str) -> Iterator[int]:
    """Where, on the first line, behind the sentences of a deck, a place and a dash begin the article, as in German.

    Of 35 such in the scraped texts, flatnews' flat ones and silver's pages all began a block; 30 are of one outlet.

    >>> text = "Die Fähre fährt wieder. Port Ada / Oslo – Am Montag legte sie ab. Rom – Ein Ende."
    >>> [text[at:][:15] for at in places_after_deck(text)]
    ['Port Ada / Oslo']
    >>> list(places_after_deck("Die Fähre – ein Boot – fährt am 6. Oktober – Montag in Oslo. Rom – ein Ende."))
    []
    """
    line = text.find("\n", 0, _LEDE)
    for dash in _BETWEEN.finditer(text, 0, _LEDE if line < 0 else line):
        start, end = dash.span()
        if text[end : end + 2].lstrip(_BEGINNING)[:1].isupper():
            found = _PLACES.search(text, max(0, start - _NEARBY), start)
            if found and not abbreviates(text, found.start() + 1):
                yield found.start(1)
                return


def korean_datelines_in(text: str) -> Iterator[int]:
    """Where Korean articles begin with a place and an agency, or with the outlet and who reports.

    >>> text = "해녀들[누리통신 제공](제주=연합뉴스) 고은별 기자 = 지난 27일 해녀학교가 문을 열었다."
    >>> [text[at : at + 9] for at in korean_datelines_in(text)]
    ['(제주=연합뉴스)']
    >>> list(korean_datelines_in("바다에 나간 해녀들 [사진=김누리 기자] [AP=연합뉴스]"))
    []
    """
    for found in _KOREAN.finditer(text) if "=" in text else ():
        place, name = found.groups()
        if (name.endswith(_REPORTER) or agency(name)) and not (agency(place) or labelled(place)):
            yield found.start()


def begins_at_place(text: str, words: Lexicon) -> bool:
    """Whether a text begins with a place in capitals, then a source in brackets and a dash, or an em dash.

    All such pieces of 60 characters or more in flatnews' pages are body; kickers have other dashes ("ANALYSE - Une …"),
    are a pointer ("WATCH — …", "RELATED — …"), or have words that are written small elsewhere.

    >>> from cleantext.text.lexicon import lexicon
    >>> texts = "MOLE, AB (KTVI) – The ferry is back.", "PORT ADA — The ferry is back.", "ANALYSIS - The ferry is back."
    >>> texts += "MOLE, AB, July 2, 2014 /PRQuill/ -- Isle Ferries has a boat.", "FILE PHOTO — The ferry in its berth."
    >>> [begins_at_place(text, lexicon("en")) for text in texts]
    [True, True, False, True, False]
    """
    head = text[:_LONGEST]
    start, end = next(datelines_in(head), (1, 1)) if any(mark in head for mark in _PLACING) else (1, 1)
    if start or not any(mark in head[:end] for mark in _PLACING):
        return False
    place = _PLACE_ALONE.match(head)
    return place is not None and (head[place.end()] == "," or not _is_kicker(place.group(), words))


def _is_kicker(place: str, words: Lexicon) -> bool:
    """Whether words in capitals are no place: a label, a pointer, or words that are written small at times."""
    label = f"{place}:"
    return labelled(label) or is_pointer(label) or all(share_of(words.get(w, 0)) > 0 for w in place.lower().split())


def begins_with_dateline(text: str) -> bool:
    """Whether a text in a script without capitals begins as articles of agencies do: with a place, or who reports.

    >>> [begins_with_dateline(text) for text in ("【ソウル＝三島良子】船が戻った。", "新华社奥斯陆5月3日电 渡轮复航。")]
    [True, True]
    >>> [begins_with_dateline(text) for text in ("〔記者林知遠／台北報導〕渡輪復航。", "(제주=연합뉴스) 배가 왔다.")]
    [True, True]
    >>> [begins_with_dateline(text) for text in ("【写真】港に戻った船", "新华社的电报", "〔記者林知遠／台北報導〕")]
    [False, False, False]
    """
    return _wide().match(text) is not None or next(korean_datelines_in(text[:_LONGEST]), -1) == 0


@cache
def _wide() -> re.Pattern[str]:
    """How Japanese and Chinese articles begin: with place and reporter, an agency's wire, or who reports from where."""
    wires = "|".join(filter(_CHINESE.fullmatch, lines("agencies.txt")))
    return re.compile(
        r"【[^】\n]{1,12}[＝=][^】\n]{1,12}】"
        rf"|[（(]?(?:{wires})[^。，、\n]{{2,24}}?[电電讯訊](?![^\s）)：:—－-])"
        r"|[【〔（(](?:本?[报報])?[记記]者[^】〕）)\n]{1,16}[报報][导導道][】〕）)](?=\s?\S)"
    )
