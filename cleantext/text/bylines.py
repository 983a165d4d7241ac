"""Where bylines stand in a longer text: a word such as "By", with names after it.

Sentences begin with "By" and a name too. What tells a byline is what it follows, how the word is written there, and
that after the names a time stamp stands, a role, or a new sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from cleantext.text.characters import UPPER
from cleantext.text.dates import days_in, is_month
from cleantext.text.language import NOUNS_IN_CAPITALS, UNCASED
from cleantext.text.lexicon import FUNCTION_BAND, band_of, lexicon, share_of, starts_of
from cleantext.text.lists import phrases, words_by_key
from cleantext.text.names import agency
from cleantext.text.persons import PARTICLES, is_cased_name, is_phrase
from cleantext.text.shares import is_button
from cleantext.text.sites import sites_in
from cleantext.text.spans import Span

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
_HANGUL = re.compile("[가-힣]+")
_BLANKS = " \t\xa0"
_ELIDED = "d'", "d’"
_LEAST, _MOST = 2, 4  # words of a name
_NAMED = 8  # words of a run of capitalised words that is looked at, at most
_AUTHORS = 30  # names after the first, at most
_SMALL = 3  # how often a word is written small, as a class: from here on mostly
_BEGINS = 4  # how often a word begins sentences, as a class: from here on it may begin the next one
_ASKS = frozenset("?!")  # no abbreviation ends so
_STOPS, _CLOSERS = ".!?…", "\"”»’'"
_CLOSED = ")]”»"  # what quotations, and credits in brackets, end with where no stop stands before it
_OPENERS = '“„«"'
_SEPARATORS = " \t\xa0|•·,–—-/"
_DATE = 40  # characters that a date may take
_PARTED = "|•·"  # what parts a byline from what stands beside it
_EDGE = frozenset("|•·©@")
_TITLED = frozenset(("", "en"))  # languages that write titles in capitals
_PLAIN = 3  # small letters before a stop that ends a sentence
_ROLE_WORDS = 5  # of a role behind a name, at most
_PLACE_WORDS = 3  # of a place behind a name, at most
_FIRST = 8  # time stamps before which names are looked for
_BREAKS = " \xa0\n"
_TAIL = 40  # characters in which the rest of a phrase such as "Written by" is looked for
_LONGEST = 200  # characters of a byline
_LONGEST_LEAD = 12
_SEPARATED = 3  # characters between a byline and its time stamp
_ADDRESS = re.compile(r"\s?[a-zA-Z\d_.+-]{1,40}@")
_POSSESSIVE = ("'s", "’s")
_HANDLE = re.compile(r"@\w{3,30}(?![\w@.])")  # of a network, behind the name
_FILED = re.compile(rf" in [{UPPER}][\w&]{{1,14}}(?: [{UPPER}&]\w{{0,14}}){{0,2}} on ")  # "in News on May 7, 2021"


class _Left(IntEnum):
    """What stands before: nothing that a byline may follow, a running sentence, a title, a sentence's end, a break."""

    NOTHING = 0
    SENTENCE = 1
    TITLE = 2
    END = 3
    BREAK = 4


class _Right(IntEnum):
    """What stands after the names: the rest of a sentence, more capitals, what begins sentences, an edge; a role or the
    line's end; a time stamp.
    """

    NOTHING = 0
    NAME = 1
    BEGINNING = 2
    EDGE = 3
    SURE = 4
    STAMP = 5


_ENOUGH = {
    _Left.SENTENCE: _Right.STAMP,
    _Left.TITLE: _Right.SURE,
    _Left.END: _Right.EDGE,
    _Left.BREAK: _Right.NAME,
}
"""What must stand after the names, at least, given what stands before."""


class _Words(NamedTuple):
    """Capitalised words in a row: where each stands, and whether the last is glued to what follows."""

    spans: list[Span]
    is_glued: bool


def bylines_in(text: str, stamps: Sequence[Span], language: str = "") -> Iterator[Span]:
    """Where bylines stand that are no part of a sentence; ``stamps`` are the text's time stamps, in order.

    >>> text = "Ferry back in service By Ada Quill and Bo Tern The ferry runs again. By Monday noon it was full."
    >>> [text[a:b] for a, b in bylines_in(text, [], "en")]
    ['By Ada Quill and Bo Tern']
    >>> list(bylines_in("The song was written by Ada Quill. By Ada Quill standards it was short.", [], "en"))
    []
    """
    if (pattern := _after_names(language)) and _HANGUL.search(text):
        yield from _with_roles(text, pattern)
    reader = _Reader(text, stamps, language)
    end = 0
    for m in _lead(language).finditer(text):
        if m.start() >= end and (span := reader.byline(m.start(), m.end())):
            end = span[1]
            yield span


def names_in(text: str, stamps: Sequence[Span], language: str = "") -> Iterator[Span]:
    """Where a name stands just before a time stamp, of somebody of whom the text says nothing else.

    >>> text = "Ferry back in service Ada Quill 7 November 2021, 10:09 The ferry runs again."
    >>> [text[a:b] for a, b in names_in(text, [(32, 54)], "en")]
    ['Ada Quill']
    """
    reader = _Reader(text, stamps, language)
    return filter(None, (reader.name_before(start) for start, _ in stamps[:_FIRST]))


def _with_roles(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Where names stand with a role after each, those in a row together; none in a dateline or after a picture."""
    found: list[Span] = []
    for m in pattern.finditer(text):
        if found and m.start() - found[-1][1] <= _SEPARATED and not text[found[-1][1] : m.start()].strip(_SEPARATORS):
            found[-1] = found[-1][0], m.end()
        else:
            found.append(m.span())
    yield from found


def is_whole_byline(text: str) -> bool:
    """Whether a text is a byline and nothing else.

    >>> is_whole_byline("By Ada Quill, Bo Tern and Cleo Marsh"), is_whole_byline("By Ada Quill the song became known.")
    (True, False)
    """
    if not 0 < len(text) <= _LONGEST or not text[-1].isalnum():  # a sentence ends in a stop
        return False
    return [*bylines_in(text, ())] == [(0, len(text))]


def is_lead(text: str) -> bool:
    """Whether a line is a leading word and nothing else.

    >>> is_lead("by"), is_lead("Von:"), is_lead("by the sea")
    (True, True, False)
    """
    return len(text) <= _LONGEST_LEAD and text.rstrip(" :").lower() in phrases("bylines", "leads")


def is_on_two_lines(lead: str, names: str, after: str) -> bool:
    """Whether a line holds a leading word and nothing else, and the next who wrote it.

    >>> is_on_two_lines("by", "Ada Quill", "The ferry"), is_on_two_lines("by", "Isle News", "7 November 2021, 10:09")
    (True, True)
    >>> is_on_two_lines("by the sea", "Ada Quill", ""), is_on_two_lines("by", "Read more", "")
    (False, False)
    """
    if not is_lead(lead):
        return False
    whole = f"{lead} {names}"
    if is_whole_byline(whole):
        return True
    return next(bylines_in(f"{whole}\n{after}", ()), None) == (0, len(whole))


class _Reader:
    """A text with its time stamps."""

    def __init__(self, text: str, stamps: Sequence[Span], language: str) -> None:
        self.text, self.language = text, language
        self._words = lexicon(language or "en")
        self.starts, self.ends = [a for a, _ in stamps], [b for _, b in stamps]

    def byline(self, lead: int, names: int) -> Span | None:
        """The byline whose leading word stands there, with its names from ``names`` on."""
        start = self._phrase_start(lead, names)
        left = self._left(start)
        if left > _Left.SENTENCE and start < lead and self.text[start].isupper():
            left = _Left.BREAK  # "Interview von" leads to a name more surely than "Von"
        if left is _Left.NOTHING or self._in_stamp(start):
            return None
        end, right = self._names(names)
        if right >= _ENOUGH[left]:
            return start, end
        return self._house_on_line(start, names) if left is _Left.BREAK else None

    def _house_on_line(self, start: int, names: int) -> Span | None:
        """The byline of a house, on a line of its own above a date."""
        end = self.text.find("\n", names)
        if not 0 <= end - names <= _TAIL:
            return None
        words = self.text[names:end].split()
        if not 0 < len(words) <= _MOST or not all(word[0].isupper() for word in words):
            return None
        day = next(iter(days_in(self.text[end : end + _DATE].lstrip())), None)
        return (start, end) if day and not day.start else None

    def name_before(self, stamp: int) -> Span | None:
        """The name before a time stamp, with its role, if the text is not about who is called so."""
        text, first = self.text, max(0, stamp - _SEPARATED)
        end = first + len(text[first:stamp].rstrip(_SEPARATORS))
        spans, is_apart = self._run_before(end)
        roles = _role_words(self.language)
        while len(spans) > _LEAST and text[slice(*spans[-1])].casefold() in roles:
            spans.pop()
        if len(spans) > _LEAST and not is_apart:
            spans = spans[-_LEAST:] if len(spans) == 2 * _LEAST else []
        name = [text[a:b] for a, b in spans]
        if len(name) < _LEAST or not is_cased_name(name) or is_phrase(name) or not self._may_name(name):
            return None
        begin, named = spans[0][0], text[spans[0][0] : spans[-1][1]]
        return (begin, end) if text.count(name[-1]) == text.count(named) else None

    def _may_name(self, words: Sequence[str]) -> bool:
        """Whether none of the words is a role, small elsewhere, or, behind the first, what begins sentences."""
        roles = _role_words(self.language)
        if words[0].casefold() in roles or self._is_small(words[0]):
            return False
        return not any(map(self._ends_name, words[1:]))

    def _run_before(self, end: int) -> tuple[list[Span], bool]:
        """The capitalised words in a row before a place, and whether they stand apart from what is before them."""
        text, spans, at, least = self.text, list[Span](), end, max(0, end - _TAIL)
        while len(spans) <= 2 * _LEAST and at > least:
            start = max(least, *(text.rfind(blank, least, at) + 1 for blank in _BREAKS))
            word = text[start:at]
            if sites := sites_in(word):
                return [(start + sites[-1], at), *spans], True
            if not word or not (_WORD.fullmatch(word) or (len(word) == 2 and word[1] == ".")):
                return spans, True
            if not word[0].isupper() or word.lower() in _no_names(self.language):
                return spans, self.language != NOUNS_IN_CAPITALS
            spans.insert(0, (start, at))
            if start == 0 or text[start - 1] == "\n":
                return spans, True
            at = start - 1
        return spans, False

    def _phrase_start(self, lead: int, names: int) -> int:
        """Where a longer phrase begins that ends with the leading word: "Written by"."""
        text = self.text
        head = text[max(0, lead - _TAIL) : names].rstrip(" :").lower()
        for phrase in _longer(self.language):
            if head.endswith(phrase):
                start = lead - (len(phrase) - len(phrase.rpartition(" ")[2]))
                return start if not text[start - 1 : start].isalpha() or text[start].isupper() else lead
        return lead

    def _in_stamp(self, at: int) -> bool:
        k = bisect_right(self.starts, at) - 1
        return k >= 0 and at < self.ends[k]

    def _left(self, start: int) -> _Left:
        text, end = self.text, start
        while end and text[end - 1] in _BLANKS:
            end -= 1
        before, is_capital = text[end - 1 : end], text[start].isupper()
        if not before or before == "\n" or before in _PARTED or self._after_stamp(end) or self._after_day(end):
            return _Left.BREAK
        if before in _ASKS and not is_capital:
            return _Left.BREAK
        if before in _STOPS or (before in _CLOSERS and text[end - 2 : end - 1] in _STOPS):
            word = text[max(0, end - _PLAIN - 2) : end].rstrip(_STOPS + _CLOSERS)[-_PLAIN:]
            is_plain = word.isalpha() and word.islower()
            return _Left.END if is_capital else _Left.BREAK if is_plain else _Left.NOTHING
        if before in _CLOSED:
            return _Left.END if is_capital else _Left.SENTENCE
        if not before.isalnum():
            return _Left.NOTHING
        if not is_capital:
            return _Left.SENTENCE if end < start else _Left.NOTHING
        if end == start:
            return _Left.BREAK if before.islower() or before.isdigit() else _Left.NOTHING
        word = text[max(0, end - _TAIL) : end].split()[-1]
        if self.language in _TITLED and not word[0].islower():
            return _Left.SENTENCE if text[start : start + 2].isupper() else _Left.TITLE
        return _Left.BREAK

    def _after_stamp(self, end: int) -> bool:
        k = bisect_right(self.ends, end) - 1
        return k >= 0 and self.ends[k] == end

    def _after_day(self, end: int) -> bool:
        """Whether a full date ends there that nothing of a sentence leads up to: "The ferry is back 7 May 2021 by"."""
        if not self.text[end - 1 : end].isdigit():
            return False
        window = self.text[max(0, end - _DATE) : end]
        day = next((day for day in days_in(window) if day.end == len(window)), None)
        words = window[: day.start].split() if day else []
        return words != [] and not self._is_function(words[-1])  # "on", "since"

    def _names(self, at: int) -> tuple[int, _Right]:
        """Where the names end that begin there, with the roles and houses after them, and what follows."""
        end, right = self._person(at)
        if end == at:
            return at, _Right.NOTHING
        many = False
        for _ in range(_AUTHORS):
            m = _and(self.language).match(self.text, end)
            if m is None or self._names_house(m.end()):
                break
            then, after = self._person(m.end())
            if then == m.end():
                break
            end, right, many = then, after, True
        if right < _Right.SURE:
            end, right = self._with_house(end, right)
        if many and right:
            right = max(right, _Right.SURE if right >= _Right.EDGE else _Right.EDGE)
        return end, right

    def _person(self, at: int) -> tuple[int, _Right]:
        """Where one name ends, its role with it, and what follows; where it begins if there is none."""
        run = self._run(at)
        words = [self.text[a:b] for a, b in run.spans]
        size = self._size(words, run) if words else 0
        if not size:
            return at, _Right.NOTHING
        if size == len(words) > _LEAST and self._in_dateline(run.spans[-1][1]):
            return run.spans[-2][1], _Right.SURE
        role = self._with_role(words, size)
        end = run.spans[role - 1][1]
        if role == size and (after := self._role_after(end)):
            return (end, _Right.SURE) if run.is_glued else (after, max(self._right(after, False), _Right.SURE))
        if role < len(words):
            right = self._sure(end, _Right.BEGINNING if self._begins(words[role]) else _Right.NAME)
        else:
            end, right, role = self._at_end_of(run, end, role, has_role=role > size)
        return end, max(right, _Right.SURE) if role > size and right else right

    def _at_end_of(self, run: _Words, end: int, role: int, *, has_role: bool) -> tuple[int, _Right, int]:
        """The end of a name that the capitalised words end with, what follows, and its words with those of its role."""
        least = _Right.NOTHING
        if has_role and not run.is_glued and (small := self._small_role(end)) > end:
            end, least = small, _Right.NAME
        after = self._role_after_comma(end)
        if after:
            return after, max(self._right(after, False), _Right.NAME), role + 1
        return end, max(self._right(end, run.is_glued), least), role

    def _in_dateline(self, end: int) -> bool:
        """Whether a place ends there, of which the article's dateline goes on with a day: "SEOUL, Oct. 30"."""
        m = _WORD.match(self.text, end + 2) if self.text[end : end + 2] == ", " else None
        return m is not None and self._is_dated(m)

    def _role_after(self, end: int) -> int:
        """Where a role ends that follows a name, behind words that say of what: "South West transport correspondent".

        0 where none does.
        """
        text, at = self.text, end + (self.text[end : end + 1] in _BLANKS and end < len(self.text))
        roles, adjectives = (_words_of(kind, self.language) for kind in ("roles", "adjectives"))
        is_role = True
        for k in range(_ROLE_WORDS):
            m = _WORD.match(text, at)
            if not m:
                return 0
            sites = sites_in(m.group())
            word = m.group()[: sites[0]] if sites else m.group()
            if k and (word.casefold() in (roles if is_role else _writers(self.language))):
                return at + len(word)
            is_role = is_role and word.casefold() in adjectives
            if sites or self._begins(word) or self._is_function(word) or text[m.end() : m.end() + 1] != " ":
                return 0
            at = m.end() + 1
        return 0

    def _role_after_comma(self, end: int) -> int:
        """Where a role ends that stands after a name and a comma, in small letters or not; 0 where none does."""
        text, found = self.text, 0
        roles, every = _words_of("roles", self.language), _role_words(self.language)
        is_role, at = False, end + 2
        while text[end : end + 2] == ", " and (m := _WORD.match(text, at)) and m.group().casefold() in every:
            is_role = is_role or m.group().casefold() in roles
            found, at = m.end(), m.end() + 1
            if text[m.end() : at] not in _BLANKS:
                break
        return found if is_role else 0

    def _run(self, at: int) -> _Words:
        """The capitalised words in a row from a place, particles among them; nothing of them is glued but the last."""
        text, spans = self.text, list[Span]()
        limit, apart = self._next_stamp(at), _no_names(self.language)
        while len(spans) < _NAMED and (m := _WORD.match(text, at, limit)):
            word, end = m.group(), m.end()
            if not word[0].isupper() and not (spans and (word.lower() in PARTICLES or word[:2] in _ELIDED)):
                break
            if word.lower() in apart or (spans and self._is_dated(m)):
                break
            if sites := sites_in(word):
                spans.append((at, at + sites[0]))
                return _Words(spans, True)
            is_title = not spans and word.lower() in _titles(self.language)
            if text[end : end + 1] == "." and (len(word) == 1 or is_title):
                end += 1
            spans.append((at, end))
            if text[end : end + 1] not in (" ", "\xa0"):
                return _Words(spans, text[end : end + 1].isdigit())
            at = end + 1
        while spans and text[spans[-1][0]].islower():
            spans.pop()
        return _Words(spans, False)

    def _next_stamp(self, at: int) -> int:
        k = bisect_left(self.starts, at)
        return self.starts[k] if k < len(self.starts) else len(self.text)

    def _size(self, words: Sequence[str], run: _Words) -> int:
        """How many of the words are the name, or the agency; 0 where there is none."""
        for size in range(min(3, len(words)), 0, -1):
            if agency(" ".join(words[:size])):
                return size
        if len(words) > 1 and self._is_function(words[1]) and not (len(words) == _LEAST and self._is_closed(run)):
            return 0  # "Cleo May and …" is a name
        goes_on = [True, *(word[-1] == "." or word[0].islower() for word in words)]  # after an initial, after "de"
        ends = [i for i, word in enumerate(words) if not goes_on[i] and self._ends_name(word)]
        size = min([_MOST + 1, len(words), *(i for i in ends if i >= _LEAST)])
        is_ended = words[size][0].isupper() if size < len(words) else self._is_closed(run)
        if not is_ended or size > _MOST:
            whole = [i for i in range(1, size + 1) if words[i - 1][-1] != "." and words[i - 1].lower() not in PARTICLES]
            size = whole[1] if len(whole) > 1 else size
        name = list(words[:size])
        if size < _LEAST or words[0][0].islower():
            return 0
        if any(w.endswith(_POSSESSIVE) for w in name) or not is_cased_name(name) or is_phrase(name):
            return 0
        return 0 if all(map(self._is_small, name)) else len(name)

    def _names_house(self, at: int) -> bool:
        """Whether a word in capitals begins there, and a name does not go on with it: "SWR Artikel vorlesen"."""
        run = self._run(at).spans[:2]
        words = [self.text[a:b] for a, b in run]
        is_house = len(words) > 1 and len(words[0]) > _LEAST and words[0].isupper() and words[1][-1].islower()
        return is_house and words[0].isalpha() and not agency(words[0])

    def _is_function(self, word: str) -> bool:
        """Whether a word is one of the commonest, and no particle of a name."""
        known = self._words.get(word.lower(), 0)
        return word.lower() not in PARTICLES and band_of(known) >= FUNCTION_BAND and share_of(known) >= _SMALL

    def _ends_name(self, word: str) -> bool:
        """Whether a word after a name is none: a role, what begins a sentence, what is written small elsewhere."""
        is_none = word.casefold() in _role_words(self.language) or is_button(word, self.language)
        return is_none or self._begins(word) or self._is_small(word)

    def _is_small(self, word: str) -> bool:
        return share_of(self._words.get(word.lower(), 0)) >= _SMALL

    def _begins(self, word: str) -> bool:
        value = self._words.get(word.lower(), -1)
        return value > 0 and starts_of(value) >= _BEGINS

    def _is_closed(self, run: _Words) -> bool:
        """Whether nothing of a sentence follows the words."""
        end = run.spans[-1][1]
        return self._right(end, run.is_glued) >= _Right.EDGE or bool(_and(self.language).match(self.text, end))

    def _with_role(self, words: Sequence[str], size: int) -> int:
        """The number of words with those of the role that follows the name."""
        end = size
        for i in range(size, len(words)):
            if words[i].casefold() not in _role_words(self.language):
                break
            end = i + 1
        return end

    def _small_role(self, end: int) -> int:
        """Where a role ends that goes on in small letters: "Enviado especial"."""
        roles = _role_words(self.language)
        while self.text[end : end + 1] == " " and (m := _WORD.match(self.text, end + 1)) and m.group() in roles:
            end = m.end()
        return end

    def _right(self, end: int, is_glued: bool) -> _Right:
        """What follows the last of the words."""
        text = self.text
        if is_glued:
            return self._sure(end, _Right.EDGE)
        at = end
        while text[at : at + 1] and text[at] in _BLANKS:
            at += 1
        then = text[at : at + 1]
        if not then or then == "\n" or (then == "," and _ADDRESS.match(text, at + 1)):
            return _Right.SURE
        if _HANDLE.match(text, at) or ((filed := _FILED.match(text, end)) and self._is_stamp_at(filed.end())):
            return _Right.STAMP
        if then in _EDGE or then.isdigit():
            return self._sure(end, _Right.EDGE)
        if then in _OPENERS and at > end:
            return self._sure(end, _Right.BEGINNING)
        dated = (m := _WORD.match(text, at)) and self._is_dated(m)
        return self._sure(end, _Right.EDGE if dated else _Right.NAME if then.isupper() else _Right.NOTHING)

    def _is_stamp_at(self, at: int) -> bool:
        """Whether a time stamp or a full date begins there."""
        k = bisect_left(self.starts, at)
        if k < len(self.starts) and self.starts[k] == at:
            return True
        day = next(iter(days_in(self.text[at : at + _DATE])), None)
        return day is not None and not day.start

    def _is_dated(self, m: re.Match[str]) -> bool:
        """Whether a word is a month, and a day follows."""
        return is_month(m.group()) and self.text[m.end() : m.end() + 3].lstrip(" .")[:1].isdigit()

    def _sure(self, end: int, otherwise: _Right) -> _Right:
        """Whether a time stamp follows, or a date after which no sentence goes on."""
        text, k = self.text, bisect_left(self.starts, end)
        at = self.starts[k] if k < len(self.starts) else len(text)
        if at - end <= _SEPARATED:
            return otherwise if at == len(text) or text[end:at].strip(_SEPARATORS) else _Right.STAMP
        window = text[end : end + _DATE].lstrip(_SEPARATORS) if otherwise is _Right.EDGE else ""
        if (day := next(iter(days_in(window)), None)) and not day.start:
            rest = window[day.end :].lstrip(_SEPARATORS)
            return _Right.STAMP if rest[:1].isupper() or rest[:1].isdigit() else otherwise
        return otherwise

    def _with_house(self, end: int, right: _Right) -> tuple[int, _Right]:
        """The end with a place or a house after the names: in capitals, or before a stamp or the line's end."""
        if m := _house(self.language).match(self.text, end, self._next_stamp(end)):
            then = self._right(m.end(), False)
            is_parted = m[0].lstrip()[0] in ",/"
            if then >= _Right.SURE or (then and m[1].isupper()):
                return m.end(), max(then, _Right.EDGE) if is_parted else then
            if is_parted and (place := self._place_before_sentence(m.start(1))):
                return place, _Right.EDGE
        return end, right

    def _place_before_sentence(self, at: int) -> int:
        """Where a place ends after which one of the commonest words begins a sentence; 0 where none does."""
        for k in range(_PLACE_WORDS + 1):
            m = _WORD.match(self.text, at)
            if not m or not m.group()[0].isupper():
                return 0
            if k and self._is_function(m.group()):
                return at - 1
            at = m.end() + 1
            if self.text[m.end() : at] not in _BLANKS:
                return 0
        return 0


@cache
def _lead(language: str) -> re.Pattern[str]:
    """A leading word before a capital."""
    forms = sorted({f for w in phrases("bylines", "leads", language) for f in (w, w.capitalize(), w.upper())})
    return re.compile(rf"(?:{'|'.join(forms)}):?[ \t\xa0]?(?=[{UPPER}])")


@cache
def _after_names(language: str) -> re.Pattern[str] | None:
    """A Korean name with the role written after it, as in "고은별 기자", and a mail address."""
    roles = [r for r in phrases("bylines", "roles", language) if _HANGUL.fullmatch(r)]
    if not roles or (language and language not in UNCASED):
        return None
    name = rf"(?<![가-힣=])(?<!=\s)[가-힣]{{2,4}}\s?(?:{'|'.join(roles)})(?![가-힣])(?!\s?=)"
    return re.compile(rf"{name}(?:\s?[a-zA-Z\d_.+-]{{1,40}}@[a-zA-Z\d_.-]{{1,40}})?")


@cache
def _longer(language: str) -> tuple[str, ...]:
    """The phrases that end with a leading word: "written by"."""
    leads = phrases("bylines", "leads", language)
    return tuple(p for p in phrases("bylines", "by", language) if p.rpartition(" ")[0] and p.endswith(leads))


@cache
def _and(language: str) -> re.Pattern[str]:
    """What stands between two names."""
    words = "|".join(map(re.escape, phrases("bylines", "and", language)))
    return re.compile(rf"\s?[,&]\s?(?:(?:{words})\s)?(?=[{UPPER}])|\s(?:{words})\s(?=[{UPPER}])")


@cache
def _role_words(language: str) -> frozenset[str]:
    """The words of roles, without those such as "of" and "the"."""
    found = {*phrases("bylines", "roles", language), *phrases("bylines", "adjectives", language)}
    known = lexicon(language or "en")
    return frozenset(w for w in found - _no_names(language) if band_of(known.get(w, 0)) < FUNCTION_BAND)


@cache
def _words_of(section: str, language: str) -> frozenset[str]:
    return frozenset(phrases("bylines", section, language))


@cache
def _writers(language: str) -> frozenset[str]:
    """The words for those who write for papers and stations."""
    return frozenset(word for word in phrases("bylines", "writers", language) if " " not in word)


@cache
def _titles(language: str) -> frozenset[str]:
    """The titles that a full stop follows: "Dr"."""
    known = words_by_key("titles.txt")
    return known["en"] | known.get(language, frozenset())


@cache
def _no_names(language: str) -> frozenset[str]:
    """Words that end a name: "and", "for", "photos", "by"."""
    sections = "and", "for", "others", "leads"
    return frozenset(word for section in sections for word in phrases("bylines", section, language))


@cache
def _house(language: str) -> re.Pattern[str]:
    """A place or a house after names: ", MDR SACHSEN", "For Exampleonline"."""
    words = {f for w in phrases("bylines", "for", language) for f in (w, w.capitalize(), w.upper())}
    words.update(phrases("bylines", "in", language))
    shouted, word = rf"[{UPPER}][{UPPER}-]+(?:\s[{UPPER}][{UPPER}-]+){{0,2}}", rf"[{UPPER}][\w.&-]*"
    lead = rf"(?:\s?[,/]\s?|\s(?:(?:{'|'.join(map(re.escape, sorted(words)))})\s)?)"
    return re.compile(rf"{lead}({shouted}(?![\w])|{word}(?:\s{word}){{0,2}})")
