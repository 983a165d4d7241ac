"""Where an article is signed off after a sentence: "(APA, 25.2.2016)", "Reporting by Ada Quill; Editing by Bo Tern"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cleantext.text.characters import LOWER, STOPS, UPPER
from cleantext.text.lexicon import Lexicon, band_of
from cleantext.text.lists import phrases, words_in
from cleantext.text.names import agency, introduces, read_byline
from cleantext.text.reporters import reports_in
from cleantext.text.sites import DOMAINS
from cleantext.text.spans import Span

_LONGEST, _LONGEST_DATED = 60, 160  # characters in the brackets, and of names with a date
_LONGEST_REPORT = 400  # characters of who reported
_INDENT = 8  # blanks before it on a line, at most
_TOKEN = re.compile(r"\S+")
_GLUED = re.compile(rf"(?<=[{LOWER}]{{3}})[{UPPER}]")
_AROUND = ".,;:()"
_DATE = re.compile(r"(?:,|^)\s?\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d\d$")
_PARTS = re.compile(r"[,/;+&]")
_INITIALS = 5  # letters of somebody's sign, at most
_JOINED = re.compile(r"(?<![\w/])[a-z]{2,5}(?:/[a-z]{2,6}){1,3}(?![a-z\d/])")
_INITIALLED = re.compile(
    rf"[.!?](?<=[{LOWER}][.!?])([a-zäöü]{{2,4}})(?:[/+][a-zäöü]{{2,5}}|[,;] [a-zäöü]{{2,4}}(?![{LOWER}]))*"
    rf"(?= ?[{UPPER}][{LOWER}]|[0-9]{{1,2}}\.[0-9]|;|\n|$)"
)
_SLASHED = re.compile(r"(?<![\w/])[a-ząćęłńóśźż]{2,4}(?:/ ?[a-ząćęłńóśźż]{2,4}){1,3}/?(?![\w/])")
_NUMBER = re.compile(r"(?<!\S)\d{5,10}\s{1,6}$")
_HOUSE = re.compile(r"(?<!\S)[A-Z]{2,8}\s{1,6}$")
_BRACKETS = re.compile(r"\s*(?:\([^()\n]{2,30}\)\s*){0,2}")  # behind the last words of a text
_HOUSES = re.compile(rf"[{UPPER}]{{3,6}}")  # an agency's initials, or the signs of those who worked on it
_CAPITALS = re.compile(rf"[{UPPER}]{{2,4}}(?:[-/][{UPPER}]{{2,4}}){{1,3}}")
_LAST = 44  # characters of a sign-off that only a text's end tells
_STOPPED = re.compile(r"[.!?…][\"'”“’»]?\s{0,2}(?=[\w/(])")
_BARE = re.compile(r"/[a-zäöü]{2,4}|\([a-zäöü]{2,4}\)")
_SITE = re.compile(r"[A-Za-z][\w-]{1,20}\.[a-z]{2,3}")
_LONGEST_WORD, _KNOWN = 30, 6  # characters of a sentence's last word; how common a word is that is no sign
_COUNTRY = 2  # letters of an address's end
_ENDS = frozenset(STOPS)
_QUOTES = frozenset("\"”“’»'")


def sign_offs_in(text: str, words: Lexicon | None = None) -> Iterator[Span]:
    """Where sign-offs stand, brackets and all: who wrote and a date, who reported, an agency alone at the text's end.

    An agency alone at the end of a line may have taken a picture.

    >>> text = "The ferry is back. (qui, APA, 3.5.2024)"
    >>> [text[a:b] for a, b in sign_offs_in(text)]
    ['(qui, APA, 3.5.2024)']
    >>> list(sign_offs_in("The ferry is back. (It was built in Oslo, 3.5.1974) (see above)"))
    []
    >>> text = "Vapur döndü. (INA) (ADA-BOT-QUI)"
    >>> [text[a:b] for a, b in sign_offs_in(text)]
    ['(INA)', '(ADA-BOT-QUI)']
    >>> text = "Die Fähre ist zurück.ada/dpaMehr zum Thema und/oder anderes."
    >>> [text[a:b] for a, b in sign_offs_in(text)]
    ['ada/dpa']
    >>> text = "Die Fähre ist zurück.amwMehr zum Thema auf islepost.deMehr"
    >>> [text[a:b] for a, b in sign_offs_in(text)]
    ['amw']
    >>> text = "The ferry is back. Reporting by Ada Quill in Oslo; Editing by Bo TernOur standards"
    >>> [text[a:b] for a, b in sign_offs_in(text)]
    ['Reporting by Ada Quill in Oslo; Editing by Bo Tern']
    """
    reported = [*_reported_in(text), *reports_in(text)]
    found = {*_signed_in(text), *reported, *_joined_in(text), *_initialled_in(text, words or {}), *_filed_in(text)}
    yield from sorted({*found, *_last_in(text, found)})


def _last_in(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """What only the text's end tells to be a sign-off, behind its last stop, where none of those ``found`` stands."""
    end = len(text.rstrip())
    begun = (m.end() for m in _STOPPED.finditer(text, max(0, end - _LAST), end))
    start = next((at for at in begun if _is_last(text[at:end]) or agency(text[at:end])), -1)
    if start >= 0 and not any(start < b for _, b in found):
        yield start, end


def _filed_in(text: str) -> Iterator[Span]:
    """The signs joined by strokes with which agencies file a report, behind it, and its number and the house before.

    >>> text = "It is back. INA\\n  1010224\\n  ada/bo/qui"
    >>> [text[a:b].split() for a, b in _filed_in(text)], list(_filed_in("It is either/or"))
    ([['INA', '1010224', 'ada/bo/qui']], [])
    """
    at = text.find("/")
    while at >= 0:
        signs = _SLASHED.search(text, max(0, at - _INITIALS), at + _LAST)
        is_near = signs is not None and signs.start() < at < signs.end()
        if signs and is_near and (start := _start_of_filed(text, signs)) >= 0:
            yield start, signs.end()
        at = text.find("/", signs.end() if signs and is_near else at + 1)


def files_report(text: str) -> bool:
    """Whether a line is such signs and nothing else.

    >>> files_report("ada/ bo/ qui/"), files_report("ada/bo/qui"), files_report("and/or")
    (True, True, False)
    """
    return len(text) <= _LAST and text.count("/") > 1 and _SLASHED.fullmatch(text) is not None


def _start_of_filed(text: str, signs: re.Match[str]) -> int:
    """Where what files a report begins, whose signs stand there; -1 where they are words of a sentence."""
    start = signs.start()
    for kind in (_NUMBER, _HOUSE):
        found = kind.search(text, max(0, start - _LAST), start)
        start = found.start() if found else start
    after = text[signs.end() : signs.end() + _LAST].lstrip()[:1]
    is_filed = start < signs.start() or signs[0].count("/") > 1
    return start if is_filed and not after.islower() and _after_sentence(text, start) else -1


def _initialled_in(text: str, words: Lexicon) -> Iterator[Span]:
    """Where somebody's sign, or several, is glued to a sentence's end, as in German papers: "…bleibt zu.amwMehr dazu".

    Of 12 such in flatnews' soups, silver's pages and our own, addresses and files left out, 11 are signs.
    """
    for found in _INITIALLED.finditer(text):
        first, is_one = found[1], found.end(1) == found.end()
        last = text[max(0, found.start(1) - _LONGEST_WORD) : found.start(1) - 1].rpartition(" ")[2].strip("„“»«\"(")
        is_word = last.isalpha() and (last.islower() or last[1:].islower())
        if text[found.end() : found.end() + 1] == " " and not len(words):
            continue  # it may be a word of the next sentence
        is_known = first in _no_signs() or introduces(first) or band_of(words.get(first, -1)) >= _KNOWN
        if is_word and not is_known and not (is_one and len(first) == _COUNTRY):
            yield found.start(1), found.end()


@cache
def _no_signs() -> frozenset[str]:
    return DOMAINS | words_in("file_endings.txt")


def _joined_in(text: str) -> Iterator[Span]:
    """Where signs and agencies stand joined behind a sentence: "ada/dpa"."""
    at = text.find("/")
    while at >= 0:
        found = _JOINED.search(text, max(0, at - _INITIALS), at + _LONGEST)
        is_near = found is not None and found.start() < at < found.end()
        if found and is_near and _after_sentence(text, found.start()) and _has_agency(found[0]):
            yield found.span()
        at = text.find("/", found.end() if found and is_near else at + 1)


def _has_agency(joined: str) -> bool:
    return any(map(agency, joined.split("/")))


def _signed_in(text: str) -> Iterator[Span]:
    at, done = text.find("("), -1
    while at >= 0:
        end = text.find(")", at + 2, at + _LONGEST_DATED)
        if end > 0 and (at == done or _after_sentence(text, at)):
            is_last = _BRACKETS.fullmatch(text[end + 1 : end + 1 + _LONGEST]) is not None
            if _signs(text[at + 1 : end], is_last):
                yield at, end + 1
                done = end + 1 + (text[end + 1 : end + 2] == " ")
        at = text.find("(", at + 1)


def _reported_in(text: str) -> Iterator[Span]:
    """Who reported, wrote and edited, after a sentence or on a line of its own."""
    done = 0
    for found in _reported().finditer(text):
        at = found.start()
        start = at - 1 if text[at - 1 : at] == "(" else at
        before = text[max(0, start - _INDENT) : start].rstrip(" ")
        if start < done or not (before[-1:] in ("", "\n", ")") or _after_sentence(text, start)):
            continue
        end = _end_of_names(text, found.end())
        if start < at:
            close = text.find(")", found.end(), at + _LONGEST_REPORT)
            end = close + 1 if end and close > 0 else 0
        if end:
            yield start, end
            done = end


def _end_of_names(text: str, start: int) -> int:
    """Where names end, and what may stand between them; 0 if nobody is named."""
    names, end = 0, 0
    for word in _TOKEN.finditer(text, start, start + _LONGEST_REPORT):
        bare = word[0].strip(_AROUND)
        if "\n" in text[max(start, word.start() - 1) : word.start()] or not bare:
            break
        if bare[0].isupper() and bare.lower() not in _between():
            names += 1
            if glued := _GLUED.search(word[0]):
                return word.start() + glued.start() if names > 1 else 0
            end = word.end()
            if word[0][-1] == "." and len(bare) > 1:
                break
        elif bare != "&" and bare.lower() not in _between():
            break
    return end if names > 1 else 0


@cache
def _reported() -> re.Pattern[str]:
    labels = {phrase.capitalize() for phrase in phrases("bylines", "reported")}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))}):? (?=[{UPPER}])")


@cache
def _between() -> frozenset[str]:
    """The words that stand between the names."""
    found = (phrase for section in ("reported", "and", "in", "by") for phrase in phrases("bylines", section))
    return frozenset(word.lower() for phrase in found for word in phrase.split())


def is_sign_off(text: str, *, last: bool = False) -> bool:
    """Whether a text is a sign-off and nothing else; an agency alone only if it is the ``last``.

    >>> is_sign_off("(red, 6.12.2015)"), is_sign_off("(dpa)"), is_sign_off("(dpa)", last=True), is_sign_off("ada/dpa")
    (True, False, True, True)
    >>> is_sign_off("(dpa/ada)"), is_sign_off("(dpa/afp)"), is_sign_off("(ada)", last=True)
    (True, False, True)
    """
    if text[:1] == "(" and text[-1:] == ")" and len(text) <= _LONGEST_DATED and _signs(text[1:-1], last):
        return True
    if (_JOINED.fullmatch(text) and _has_agency(text)) or files_report(text) or (last and _is_last(text)):
        return True
    if len(text) > _LONGEST_REPORT or not _reported().match(text, text[:1] == "("):
        return False
    return next(_reported_in(text), None) == (0, len(text))


def _is_last(text: str) -> bool:
    """Whether a text at the very end is a sign-off: a sign, agencies with who used them, or signs and agencies.

    >>> [_is_last(text) for text in ("/ada", "(des)", "(pdf)", "red, Isle.at/Agenturen", "ada/AFP/dpa", "mit dpa")]
    [True, True, False, True, True, True]
    >>> _is_last("(avec AFP)"), _is_last("and more/less"), _is_last("mit Hut")
    (True, False, False)
    """
    if len(text) > _LAST or "\n" in text:
        return False
    if _BARE.fullmatch(text):
        return text.strip("/()") not in _no_signs()
    said = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text
    lead = next((lead for lead in _leads() if said.startswith(lead)), "")
    parts = [part.strip() for part in _PARTS.split(said[len(lead) :])]
    houses = [part for part in parts if agency(part) or part.lower() in _agencies()]
    others = [part for part in parts if part not in houses]
    if not houses or not all(_is_sign(part) or (len(others) > 1 and _SITE.fullmatch(part)) for part in others):
        return False
    return bool(lead) or any(map(_is_sign, others))


@cache
def _leads() -> tuple[str, ...]:
    """What is said before the agencies whose reports an article uses: "mit ", "avec "."""
    return tuple(f"{phrase} " for phrase in phrases("bylines", "used"))


@cache
def _agencies() -> frozenset[str]:
    """What agencies are called together."""
    return frozenset(phrases("bylines", "agencies"))


def _after_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip()
    return before[-1:] in _ENDS or (before[-1:] in _QUOTES and before[-2:-1] in _ENDS)


def _signs(said: str, last: bool) -> bool:
    """Whether words are those of a sign-off; agencies alone only where nothing follows."""
    date = _DATE.search(said)
    if not date and len(said) > _LONGEST:
        return False
    parts = [part.strip() for part in _PARTS.split(said[: date.start()] if date else said)]
    if not all(parts):
        return False
    if not date and last and (_HOUSES.fullmatch(said) or _CAPITALS.fullmatch(said)):
        return True
    if not date:
        agencies = [part for part in parts if agency(part)]
        signs = [part for part in parts if part not in agencies and _is_sign(part)]
        return bool(agencies) and len(agencies) + len(signs) == len(parts) and (last or bool(signs))
    return all(_is_sign(part) or agency(part) or read_byline(part).authors for part in parts)


def _is_sign(part: str) -> bool:
    return 1 < len(part) <= _INITIALS and part.isalpha() and part.islower()
