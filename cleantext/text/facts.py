"""What the pieces around an article say, as data: who, when, from whom, and what the pictures show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from cleantext.text.authors import LONGEST, Blocks, author_of, first_of, is_sentence
from cleantext.text.characters import UPPER, has_digit
from cleantext.text.datelines import datelines_in
from cleantext.text.dates import Stamp, read_stamp
from cleantext.text.language import language_of
from cleantext.text.lists import phrases
from cleantext.text.names import agency, agency_alone
from cleantext.text.pictures import pictures_of
from cleantext.text.stamps import is_life_date, is_timed_label, stamps_in
from cleantext.text.titles import title_of

_STAMPS = 3000  # characters of all the stamps of one place
_NEAR = 4  # blocks after the body's first in which a stamp is still the article's own
_HOUSE_WORDS, _FEW = 6, 3  # of the name of a paper, at most; so few are believed in any case
_SAMPLE = 3  # body blocks that tell the language
_SITE = re.compile(r"[(\[]([^()\[\]]{1,40})\|\s?([^()\[\]|\d]{2,60}?)\s?[)\]]\s?[-–—:]?")
_DATELINE = re.compile(r"[^()\n]{0,60}?\(([^()]{2,40})\)")
_DASHED = 6  # characters of the dash after a dateline, and of what follows
_ACRONYM = re.compile(rf"[{UPPER}]{{2,6}}")
_DASH = re.compile(r"\s?(?:[-–—=:]|[^()=]{2,12}=)\s")  # after a dateline; in Korean the author stands before it
_OPENING = re.compile(r"([^\W\d_][\w&.' ]{1,24}?)\s?[—–]\s")
_BULLET = re.compile(r"^[\s•·●▪■*‣–—-]+(?=\S)")
_NORWEGIAN = frozenset(("nb", "nn"))


def facts_of(blocks: Blocks, known: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of ``Facts``, from blocks ``(role, text)`` in the page's order and what the caller knows.

    What the caller knows (``title``, ``authors``, ``published``, ``updated``, ``source``) is believed, and what front
    matter says; a stamp of the same day may add the time. Of several bylines and stamps those between the headline and
    the body are; those after the body belong to other stories, unless there are none else.

    >>> found = facts_of([("byline", "By Ada Quill For Daily Example"), ("stamp", "7 November 2021")], {})
    >>> found["authors"], found["source"], found["published"]
    (('Ada Quill',), 'Daily Example', '2021-11-07')
    """
    language = _language(blocks, known)
    places = list(_places(blocks))
    said = " ".join([text for role, text in blocks if role == "body"])
    byline = author_of(blocks, language, said)
    stamp = _first(_stamp(place, _tag(language, known)) for place in places)
    captions, credited = map(_once, pictures_of(blocks))
    source = str(known.get("source") or "") or _source(blocks, language) or _house(byline.source)
    return {
        "headline": known.get("title") or title_of(blocks, language.partition("-")[0], said),
        "authors": _known_authors(known) or byline.authors,
        "published": _moment(known.get("published"), stamp.published),
        "updated": _moment(known.get("updated"), stamp.updated),
        "source": source or _house(_dateline(blocks)) or _beside_byline(blocks) or _sign_off(blocks),
        "captions": captions,
        "credits": credited,
        "summary": _once(_BULLET.sub("", text) for role, text in blocks if role == "summary"),
    }


def _language(blocks: Blocks, known: Mapping[str, Any]) -> str:
    """A BCP 47 tag: the one known, or a guess from the body."""
    tag = str(known.get("language") or "")
    if not tag:
        body = [text for role, text in blocks if role == "body"]
        tag = language_of(" ".join(body[:_SAMPLE]))
    name, dash, region = tag.replace("_", "-").partition("-")
    name = name.lower()
    return f"{'no' if name in _NORWEGIAN else name}{dash}{region}"


def _tag(language: str, known: Mapping[str, Any]) -> str:
    """The language with the region of the address, where it has one."""
    host = re.match(r"\w+://[^/:]*\.([a-z]{2})(?:[:/]|$)", str(known.get("url") or ""))
    return f"{language}-{host[1]}" if host and language == "en" else language


def _places(blocks: Blocks) -> Iterator[list[tuple[str, str]]]:
    """Where bylines and stamps stand, the likeliest place first: under the headline, above it, after the body."""
    body = first_of("body", blocks)
    headline = next((i for i, (role, _) in enumerate(blocks[:body]) if role == "headline"), -1)
    for place in (blocks[headline + 1 : body], blocks[: headline + 1], blocks[body : body + _NEAR]):
        yield [b for b in place if b[0] in ("stamp", "source") or _is_signed(b)]
    dated = [b for b in blocks[body:] if b[0] == "stamp" and has_digit(b[1])]
    stamps = [b for b in dated if any(stamps_in(b[1]))] or dated
    alone = len(stamps) == 1  # of several, who knows whose they are
    yield [b for b in blocks[body:] if _is_signed(b) or (alone and b in stamps)]


def _is_signed(block: tuple[str, str]) -> bool:
    """Whether a block is a byline, and not whose rights are reserved."""
    return block[0] == "byline" and "©" not in block[1]


def _first(stamps: Iterable[Stamp]) -> Stamp:
    """The first that says something; an empty one where none does."""
    return next(filter(any, stamps), Stamp())


def _stamp(blocks: Blocks, tag: str) -> Stamp:
    """What the stamps of one place say: those that stand by themselves, else whatever is short."""
    texts = [text[:LONGEST] for _, text in blocks if not is_life_date(text)]
    alone = [any(stamps_in(text)) for text in texts]
    if any(alone):
        chosen = [text for text, is_stamp in zip(texts, alone, strict=True) if is_stamp or is_timed_label(text)]
    else:
        chosen = [text for text in texts if not is_sentence(text)]
    return read_stamp("\n".join(chosen)[:_STAMPS], language=tag)


def _moment(known: Any, found: str | None) -> str | None:
    """What is known of a moment, in ISO 8601; what was found if it says the time of that day, or is all there is.

    >>> _moment("3 May 2024", "2024-05-03T10:09"), _moment("2024-05-04", "2024-05-03"), _moment("soon", None)
    ('2024-05-03T10:09', '2024-05-04', None)
    """
    told = read_stamp(str(known)).published if known else None
    if not told or (found and "T" not in told and found.startswith(told)):
        return found
    return told


def _known_authors(known: Mapping[str, Any]) -> tuple[str, ...]:
    authors = known.get("authors") or ()
    return (authors,) if isinstance(authors, str) else tuple(map(str, authors))


def _source(blocks: Blocks, language: str) -> str | None:
    """What a source line or a labelled part of a byline names."""
    labels = "|".join(map(re.escape, phrases("bylines", "sources", language.partition("-")[0])))
    labelled = re.compile(rf"(?:^|[\s•|(–-])(?:{labels})\s?[:：•]\s?([^\n|;(]{{2,60}})", re.IGNORECASE)
    texts = [(role, text[:LONGEST]) for role, text in blocks if role in ("source", "byline", "stamp")]
    for role, text in texts:
        if (m := labelled.search(text)) and (named := m[1].strip(" .,)")) and (role == "source" or _house(named)):
            return named
    return next((m[2].strip() for _, text in texts if (m := _SITE.search(text))), None) or _plain_source(blocks)


def _plain_source(blocks: Blocks) -> str | None:
    """A source block that is nothing but a name."""
    texts = (text.strip(" ()[]-–—.:©") for role, text in blocks if role == "source")
    return next((agency(t) or t for t in texts if t and len(t.split()) <= _HOUSE_WORDS and not has_digit(t)), None)


def _house(name: str | None) -> str | None:
    """The name, if it can be that of a paper, a site or an agency."""
    return name if name and is_house(name.split()) else None


def is_house(words: Sequence[str]) -> bool:
    """Whether words can be the name of a paper, a site or an agency.

    >>> is_house(["Iraq", "News"]), is_house(["ntv.de"]), is_house(["agree", "to", "Global", "News"])
    (True, True, False)
    """
    if not words or len(words) > _HOUSE_WORDS:
        return False
    if agency(words[0].partition("/")[0]) or "." in words[0] or "/" in words[0]:
        return True
    if words[0][0].islower():
        return False
    return len(words) <= _FEW or 2 * sum([not w[0].islower() for w in words]) >= len(words)


def _dateline(blocks: Blocks) -> str | None:
    """The agency that the body begins with: "OSLO (Reuters) -", "(CNN)".

    One that is not known, by its capitals, or in a whole dateline: "MATANE, Que. (Gulf Wire) -".
    """
    body = first_of("body", blocks)
    text = blocks[body][1] if body < len(blocks) else ""
    before = blocks[body - 1][1] if body and blocks[body - 1][0] != "credit" else ""
    if ")" in before and (named := agency_alone(before)):
        return named
    if (opening := _OPENING.match(text)) and (named := agency(opening[1])):
        return named
    if not (m := _DATELINE.match(text)):
        return None
    name = re.split(r"[/,]", m[1])[0].rpartition("=")[2].strip()
    place = text[: m.start(1) - 1].split()
    is_short = _ACRONYM.fullmatch(name) or "=" in m[1]
    is_place = len(place) < _FEW + 2 and not any(word[0].islower() for word in place)
    is_named = is_short and is_place and _DASH.match(text, m.end())
    return agency(name) or (name if is_named or _ends_dateline(text, m.end(), name) else None)


def _ends_dateline(text: str, end: int, name: str) -> bool:
    """Whether a name, in brackets that end there, is an agency's in the dateline that the text begins with."""
    begin, until = next(datelines_in(text[: end + _DASHED]), (-1, 0))
    return begin == 0 and until > end and name[:1].isupper() and is_house(name.split())


def _beside_byline(blocks: Blocks) -> str | None:
    """The agency named alone just after a byline or a time stamp above the body."""
    body = first_of("body", blocks)
    after = (text for (before, _), (_, text) in pairwise(blocks[:body]) if before in ("byline", "stamp"))
    return next(filter(None, map(agency_alone, after)), None)


def _sign_off(blocks: Blocks) -> str | None:
    """The agency named alone just after the body."""
    last = max((i for i, (role, _) in enumerate(blocks) if role == "body"), default=len(blocks))
    return agency_alone(blocks[last + 1][1]) if last + 1 < len(blocks) else None


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, each once, whatever its case and blanks."""
    seen: dict[str, str] = {}
    for text in texts:
        seen.setdefault("".join(text.split()).casefold(), text.strip())
    return tuple(text for key, text in seen.items() if key)
