"""Who wrote it: the names in a byline, without roles, places, agencies and buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cleantext.text.characters import UPPER
from cleantext.text.dates import stamp_spans
from cleantext.text.glued_names import unglued, without_day
from cleantext.text.lists import lines, phrases
from cleantext.text.persons import as_name, is_cased_name, is_given_name
from cleantext.text.unparted import is_title

_ADDRESS = r"(?<![a-zA-Z\d_.+-])[a-zA-Z\d_.+-]+@[a-zA-Z\d_-]+(?:\.[a-z]{2,})+"  # a name in Hangul may be glued to it
_CLUTTER = re.compile(rf"{_ADDRESS}|(?<!\w)@\w+|https?://\S+")
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s[-–—]\s|\s?[|•·●▪;\n]\s?|\s--\s")
_COMMAS = re.compile(r"\s?[,/&+、，／]\s?|\s-\s")
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_DOMAIN = re.compile(r"[\w-]{2,}\.(?:com|co\.\w\w|org|net|info|tv|news|[a-z]{2})", re.ASCII | re.IGNORECASE)
_LEAD = 3  # letters of a word that names may be glued to, "By" apart
_HOUSE = r"(?:News (?:Agency|Service|Wire)|Newswire|Press (?:Agency|Service))"
_NEWS_AGENCY = re.compile(rf"(?:[{UPPER}][\w'’&-]{{1,20}}\s){{1,4}}{_HOUSE}")
_PLACED = re.compile(r"[^()\n]{0,40}\(([^()\n]{2,40})\)\s?[-–—]{0,2}")
_PLACED_ROLE = re.compile(r"([^,/&()]{5,60}?)\s?\(([^()/]{2,30},[^()/]{2,40})\)")
_REST, _FULL = 2, 2  # words that complete a name, and that a name has
_HOUSE_WORDS = 4  # of a house that only its article tells
_AROUND = " .,:;–—-()"
_MEMO = 100  # texts of which the words before names are remembered
_EDGES = " \t.,:©*_'\"“”„-–—="


class Byline(NamedTuple):
    """Authors in order, the house or agency behind them, and whether a word such as "By" says that it is one."""

    authors: tuple[str, ...] = ()
    source: str | None = None
    signed: bool = False


def read_byline(text: str, *, language: str = "") -> Byline:
    """The names that a byline gives.

    >>> read_byline("By Ada Quill, Political Editor, and BO TERN in Oslo For Daily Example")
    Byline(authors=('Ada Quill', 'Bo Tern'), source='Daily Example', signed=True)
    >>> read_byline("Read more about this")
    Byline(authors=(), source=None, signed=False)
    """
    found: list[tuple[str, str]] = []
    signed = False
    for part in _parts(text, language) if not _is_picture_credit(text, language) else ():
        rest, by = _after_by(_after_house(part, language), language)
        credited = list(_credited(rest, language))
        if by:
            credited = [pair for named in credited for pair in _with_author(named, language)]
        if by and not signed:  # what stood before was a section or a slogan
            is_titled = all(is_title(word, language) for word in rest.split())  # the name was cut off: "von Prof. Dr."
            found, signed = [] if credited or (is_titled and rest.strip()) else found, True
        found += credited
    authors = list(dict.fromkeys(value for kind, value in found if kind == "author"))
    sources = [value for kind, value in found if kind == "source"]
    return _without_places(authors, sources, signed)


def _is_picture_credit(text: str, language: str) -> bool:
    """Whether others are named than those who wrote, without a word that says who did."""
    if text.lstrip().startswith("©"):
        return True
    giver, via, passed = text.partition(" via ")
    is_passed_on = via and agency(passed) and not is_cased_name(giver.split())
    return bool((is_passed_on or _pictured(language).search(text)) and not _leads("by", language).match(text))


def _with_author(named: tuple[str, str], language: str) -> Iterator[tuple[str, str]]:
    """A house, and before it who wrote for it, where a given name says that it begins with one.

    >>> list(_with_author(("source", "Anna Quill Isle News"), "en")), list(_with_author(("source", "Isle News"), "en"))
    ([('author', 'Anna Quill'), ('source', 'Isle News')], [('source', 'Isle News')])
    """
    kind, text = named
    words = text.split()
    name, house = words[:_FULL], words[_FULL:]
    is_apart = kind == "source" and len(house) > 1 and is_given_name(words[0]) and is_cased_name(words)
    if is_apart and _is_house(" ".join(house), language) and not _is_house(" ".join(name), language):
        yield "author", " ".join(name)
        text = " ".join(house)
    yield kind, text


@cache
def _pictured(language: str) -> re.Pattern[str]:
    """A word such as "Photo" with its colon, or an abbreviation of it, anywhere."""
    words = [p for p in phrases("captions", "credit", language) if " " not in p]
    found = [re.escape(p) + (r"" if p.endswith(".") else r"\s?[:：]") for p in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})", re.IGNORECASE)


def _after_house(part: str, language: str) -> str:
    """A part without the agency, of a picture, before the words that say who wrote: "Reuters von Ada Quill"."""
    for word in _blank_around("leads", language):
        before, found, after = part.rpartition(word)
        if found and after[:1].isupper() and agency(before):
            return f"{word}{after}".strip()
    return part


def _credited(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Who is named in one part: pairs of ``author`` or ``source`` and the name."""
    names, house = _split_house(text, language)
    if house:
        yield "source", house
    for name in names:
        yield from _classify(name, language)


def introduces(text: str, *, language: str = "") -> bool:
    """Whether a text only says that names follow: "von", "Author of the article:"."""
    rest, by = _after_by(text.strip(), language)
    return by and not rest.strip(" :,-–—")


def signs(text: str, *, language: str = "") -> bool:
    """Whether a text begins with words that say who wrote: "By Ada Quill"."""
    return _after_by(text.strip(), language)[1]


def name_goes_on(text: str, after: str) -> bool:
    """Whether a byline ends within a name that what follows it completes.

    >>> name_goes_on("By Ada Quill and Bo", "Tern"), name_goes_on("By Ada Quill", "Tern")
    (True, False)
    >>> name_goes_on("By Bo", "Reuters")
    False
    """
    words = after.split()
    if not 0 < len(words) <= _REST or agency(after) or not all(w[0].isupper() and w[-1].isalpha() for w in words):
        return False
    last = _COMMAS.split(_ands("").split(_after_by(text.strip(), "")[0])[-1])[-1].split()
    return len(last) == 1 and last[0][0].isupper() and last[0].isalpha() and not agency(last[0])


def agency(name: str) -> str | None:
    """The agency of that name, as it spells itself; None for what is none.

    >>> agency("the associated press"), agency("Isle News Agency"), agency("Ada Quill")
    ('Associated Press', 'Isle News Agency', None)
    """
    plain = name.strip(_AROUND)
    return _agencies().get(_bare(name)) or (plain if _NEWS_AGENCY.fullmatch(plain) else None)


def agency_alone(text: str) -> str | None:
    """The agency, where a text is its name and at most the place before it; of several joined the first.

    >>> agency_alone("(CNN)"), agency_alone("Oslo, Norway (Reuters) -"), agency_alone("Ada Quill (Reuters) wrote")
    ('CNN', 'Reuters', None)
    >>> agency_alone("Berlin (dpa/AFP) -"), agency_alone("(Ada Quill/AFP)")
    ('dpa', None)
    """
    m = _PLACED.fullmatch(text)
    return joined_agencies(m[1]) if m else agency(text)


def joined_agencies(text: str) -> str | None:
    """The first of the agencies whose names are joined by slashes; None where there are other names among them.

    >>> joined_agencies("dpa/AFP"), joined_agencies("dpa"), joined_agencies("Ada Quill/AFP")
    ('dpa', 'dpa', None)
    """
    found = [agency(name) for name in text.split("/")]
    return found[0] if all(found) else None


def is_dateline(text: str) -> bool:
    """Whether a text is a place and an agency, or the agency in brackets, after which an article begins.

    >>> is_dateline("(CNN)"), is_dateline("Oslo, Norway (Reuters) -"), is_dateline("Reuters")
    (True, True, False)
    """
    return ")" in text and agency_alone(text) is not None


@cache
def _agencies() -> dict[str, str]:
    return {_bare(line): line for line in lines("agencies.txt")}


def _bare(name: str) -> str:
    return name.strip(_AROUND).casefold().removeprefix("the ")


def _parts(text: str, language: str) -> Iterator[str]:
    """The parts of a byline, each cut where a date, a number or a stamp's label starts."""
    text = unglued(_korean_roles().sub(r"\g<0>|", _CLUTTER.sub(" ", text)))
    if text[:1] in "(（[【" and text[-1:] in ")）]】":
        text = text[1:-1]
    for a, b in reversed(stamp_spans(text)):
        text = f"{without_day(text[:a])} | {text[b:]}"
    for part in _PARTS.split(text):
        for piece in _phrase_starts(language).split(part):
            said = _stamp_labels().split(piece, maxsplit=1)[0]
            number = _DIGIT.search(said)
            yield without_day(said[: number.start()]) if number else said


@cache
def _korean_roles() -> re.Pattern[str]:
    """A role after a name in Korean, after which another name may follow: "고은별 기자 김바다 기자"."""
    roles = [r for r in phrases("bylines", "roles", "ko") if "가" <= r[0] <= "힣"]
    return re.compile(rf"(?<=[가-힣]{{2}})\s?(?:{'|'.join(roles)})(?=\s)")


@cache
def _stamp_labels() -> re.Pattern[str]:
    """The words of time stamps as they begin a stamp: capitalised, perhaps glued to the name before."""
    words = [w for label in ("published", "updated", "as of") for w in phrases("stamps", label) if len(w) > 5]
    forms = sorted({f for w in words for f in (w.capitalize(), w.upper(), w.title())}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, forms)))


@cache
def _phrase_starts(language: str) -> re.Pattern[str]:
    """Where a further credit begins in mid-text: "… Editing by", "… Written by"."""
    found = [p for s in ("by", "others") for p in phrases("bylines", s, language) if " " in p]
    forms = sorted({f for p in found for f in (p.capitalize(), p.title(), p.upper())}, key=len, reverse=True)
    return re.compile(rf"(?<=[\s.])(?=(?:{'|'.join(map(re.escape, forms))})\b)")


@cache
def _leads(section: str, language: str) -> re.Pattern[str]:
    """A phrase at the start; a word of more than CJK needs a blank, a colon or a capital after it."""
    found = "|".join(re.escape(p).replace(r"\ ", r"\s") for p in phrases("bylines", section, language))
    return re.compile(rf"\W*(?:{found})(?![^\W\d_])\s?[:：／]?\s?", re.IGNORECASE)


@cache
def _glued_lead(language: str) -> re.Pattern[str]:
    """A word that says who wrote, with the name glued to it: "ByAda Quill"."""
    words = {p.capitalize() for p in phrases("bylines", "by", language) if p.isalpha() and p.isascii()}
    found = "|".join(sorted(w for w in words if len(w) >= _LEAD or w == "By"))
    return re.compile(rf"(?:{found or '(?!)'})(?=[{UPPER}])")


@lru_cache(maxsize=_MEMO)
def _after_by(part: str, language: str) -> tuple[str, bool]:
    """What follows the words that say who wrote, and whether there are any; nothing where they name others."""
    signed = False
    while m := _leads("by", language).match(part) or _glued_lead(language).match(part):
        part, signed = part[m.end() :], True
    if not signed and _leads("others", language).match(part):
        return "", False
    return part, signed


def _split_house(text: str, language: str) -> tuple[list[str], str | None]:
    """The names before "for", and the house after it."""
    before, after = text, ""
    for word in _blank_around("for", language):
        head, found, tail = text.partition(word)
        if found and head.strip():
            before, after = head, tail
            break
    pieces = _COMMAS.split(_PLACED_ROLE.sub(_without_place, before))
    names = [name for piece in pieces for name in _ands(language).split(piece)]
    house = re.split(r"[,(]|\sin\s", after.strip(), maxsplit=1)[0].strip(" .")
    return names, house or None


def _without_place(found: re.Match[str]) -> str:
    """A name without the place and the role in brackets behind it: "Ada Quill (Oslo, correspondent)"."""
    inner = _COMMAS.split(found[2])
    is_named = len(found[1].split()) >= _FULL and is_cased_name(found[1].split()[-_FULL:])
    return found[0] if not is_named or any(map(agency, inner)) else found[1]


@cache
def _blank_around(section: str, language: str) -> tuple[str, ...]:
    words = phrases("bylines", section, language)
    return tuple(f" {word} " for word in (_spellings(words) if section == "for" else words))


def _spellings(words: Iterable[str]) -> list[str]:
    return [s for w in words for s in ((w, w.capitalize(), w.upper()) if len(w) > 1 else (w,))]


@cache
def _ands(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, _spellings(phrases("bylines", "and", language))))
    return re.compile(rf"(?:\s|^)(?:{words})(?=\s|$)")


def _classify(text: str, language: str) -> Iterator[tuple[str, str]]:
    """An author, a source, both ("Ada Quill The Associated Press") or neither."""
    bracket = _BRACKETS.search(text)
    text = _trimmed(_at_place(_BRACKETS.sub(" ", text), language))
    text, found = _split_agency(text)
    found = found or (agency(bracket[0]) if bracket else None)
    if found:
        yield "source", found
    if not text or _bare(text) in _nobody(language) or all(is_title(word, language) for word in text.split()):
        return
    name = _without_role(text, language)
    if _DOMAIN.fullmatch(text) or (name and _is_house(name, language)):
        if not _is_generic(name, language):
            yield "source", text
    elif (valid := as_name(name, language)) and valid.casefold() not in _word_set("roles", language):
        yield "author", valid


@cache
def _nobody(language: str) -> frozenset[str]:
    """What names no one: "Staff Writer", buttons, the labels of stamps."""
    labels = (*phrases("stamps", "published"), *phrases("stamps", "updated"))
    return frozenset((*phrases("bylines", "nobody", language), *labels))


def _trimmed(text: str) -> str:
    """Without punctuation at the ends, but for the stop of an initial: "Ada Q."."""
    bare = text.strip(_EDGES)
    return f"{bare}." if bare[-2:-1] == " " and f"{bare}." in text else bare


def _split_agency(text: str) -> tuple[str, str | None]:
    """A name and the agency that stands after it, or is all there is."""
    words = text.split()
    for at in range(max(0, len(words) - 3), len(words)):
        if at != 1 and (found := agency(" ".join(words[at:]))):
            return " ".join(words[:at]).strip(_EDGES), found
    return text, None


def _at_place(text: str, language: str) -> str:
    """Without "in Paris"."""
    for word in _blank_around("in", language):
        head, found, tail = f" {text}".partition(word)
        if found and tail[:1].isupper() and (head.strip() or len(word) > 3):
            text = head
    return text


def _without_role(text: str, language: str) -> str:
    """The words before the first that names a role, without that role's adjectives."""
    words = text.split()
    roles, adjectives = _word_set("roles", language), _word_set("adjectives", language)
    at = next((i for i, w in enumerate(words) if w.casefold().strip(".:") in roles), None)
    if at is None:
        glued = _glued_role(language).fullmatch(text)
        return glued[1] if glued else _suffixed(" ".join(_without_rank(words, language)), language)
    while at > 2 and words[at - 1].casefold() in adjectives:
        at -= 1
    named = at == 0 and len(words) > 2 and is_cased_name(words[-2:]) and words[-1].casefold() not in roles
    if named:  # "Reporter Ada Quill"
        return " ".join(words[-2:])
    return " ".join(words[:at])


def _without_rank(words: list[str], language: str) -> list[str]:
    """A name without the rank behind it, of a role that was cut off: "Ada Quill Former".

    >>> _without_rank(["Ada", "Quill", "Former"], "en"), _without_rank(["Ada", "Senior"], "en")
    (['Ada', 'Quill'], ['Ada', 'Senior'])
    """
    end = len(words)
    while end > _FULL and words[end - 1].casefold() in _word_set("ranks", language):
        end -= 1
    return words[:end]


@cache
def _word_set(section: str, language: str) -> frozenset[str]:
    return frozenset(phrases("bylines", section, language))


@cache
def _glued_role(language: str) -> re.Pattern[str]:
    roles = "|".join(re.escape(r.capitalize()) for r in phrases("bylines", "roles", language) if len(r) > 5)
    return re.compile(rf"(.{{0,40}}?[^\W\d_A-Z])(?:{roles})\b.{{0,60}}")


def _suffixed(text: str, language: str) -> str:
    """Without a role that is written to the end of a name, as in Japanese, Korean and Chinese."""
    if text[-1:] <= "\u2e7f":
        return text
    for role in phrases("bylines", "roles", language):
        if role[0] > "\u2e7f" and text.endswith(role) and text != role:
            return text.removesuffix(role).strip()
    return text


def _is_generic(name: str, language: str) -> bool:
    """Whether a house is only called what it is: "News", "Agencies"."""
    words = {*phrases("bylines", "houses", language), *phrases("bylines", "adjectives", language)}
    return words.issuperset(name.casefold().split())


def _is_house(name: str, language: str) -> bool:
    words = name.casefold().split()
    if not words:
        return False
    houses = _word_set("houses", language)
    if 1 < len(words) <= _HOUSE_WORDS and words[0] in _word_set("articles", language):
        return True
    if any(w in houses or w.rpartition("-")[2] in houses for w in words):
        return True
    return name[0] > "\u2e7f" and any(h[0] > "\u2e7f" and len(h) > 1 and name.endswith(h) for h in houses)


def _without_places(names: list[str], sources: list[str], signed: bool) -> Byline:
    """Names of one word are places beside longer names, and houses on their own; both are no authors."""
    single = [n for n in names if " " not in n and n[0] < "\u2e7f"]
    if len(single) == len(names) and signed:
        sources = single + sources
    return Byline(tuple(n for n in names if n not in single), sources[0] if sources else None, signed)
