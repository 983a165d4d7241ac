"""Who wrote the article, of all whom the pieces around its body name.

A byline that says so ("By Ada Quill") is believed. Bare names are, where an author's stand: under the headline, or
beside a time stamp; in a menu or a list of topics they are something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from cleantext.text.characters import has_digit
from cleantext.text.glued_names import without_and
from cleantext.text.lists import phrases
from cleantext.text.names import Byline, agency, goes_on, introduces, read_byline, signs
from cleantext.text.persons import is_name, is_part_of_site, is_phrase
from cleantext.text.stamps import stamps_in

Blocks = Sequence[tuple[str, str]]

_LONGEST = 500  # characters of a byline or stamp that are read; more is a block that is neither
_BESIDE, _LABEL = 120, 40  # characters of names beside a stamp, and of a label before them
_NEAR = 4  # blocks after the body's first that may still belong to its head
_APART = 3  # blocks between a bare name above the headline and a time stamp, at most
_SENTENCE, _STOPS = 6, ".!?"  # so many words with a stop are a sentence that gives a date
_FULL, _MOST = 2, 4  # words of a name; of a longer one that is put in its place
_ALONE = 2  # bylines behind the body, at most; of more, who knows whose they are
_OPEN = frozenset(("furniture", "summary", "stamp"))


def author_of(blocks: Blocks, language: str, said: str = "") -> Byline:
    """The authors of the article among blocks ``(role, text)`` in the page's order, and the house behind them.

    ``language`` is a BCP 47 tag; ``said`` is the body, whose persons are its topics.

    >>> blocks = [("byline", "Isle Life"), ("headline", "Ferry back"), ("stamp", "3 May 2024"), ("byline", "Ada Quill")]
    >>> author_of([*blocks, ("body", "The ferry runs again.")], "en").authors
    ('Ada Quill',)
    """
    name = language.partition("-")[0]
    marked = _marked(blocks, name)
    found = Byline()
    for place in _places(marked, name):
        found = read_bylines(place, name, said)
        if found.authors or found.source:
            break
    return found._replace(authors=_whole(found.authors, blocks, said))


def _marked(blocks: Blocks, language: str) -> list[tuple[str, str]]:
    """The blocks, with those as bylines that are names beside a time stamp in the head, or follow "Author"."""
    body = _first_of("body", blocks)
    marked = list(blocks)
    for i, (role, text) in enumerate(blocks):
        if role not in _OPEN or len(text) > _BESIDE:
            continue
        is_beside = i < body and any(map(_is_dated, blocks[max(0, i - 1) : i + 2]))
        is_led = i > 0 and _leads(blocks[i - 1], language)
        if (is_led or is_beside) and are_names(text, language):
            marked[i - is_led : i + 1] = [("byline", own) for _, own in blocks[i - is_led : i + 1]]
    for i, (one, (_, after)) in enumerate(pairwise(marked)):
        if one[0] == "byline" and (name := without_and(one[1])) and (agency(after) or is_name(after)):
            marked[i : i + 2] = [("byline", name), ("byline", after)]
    return marked


def _first_of(role: str, blocks: Blocks) -> int:
    """Where the first block of a role stands; behind the last where there is none."""
    return next((i for i, (own, _) in enumerate(blocks) if own == role), len(blocks))


def _is_dated(block: tuple[str, str]) -> bool:
    return block[0] == "stamp" and has_digit(block[1]) and any(stamps_in(block[1]))


def _leads(block: tuple[str, str], language: str) -> bool:
    """Whether a block says that an author follows: "Author", "by"."""
    return block[0] in _OPEN and len(block[1]) <= _LABEL and introduces(block[1], language=language)


def are_names(text: str, language: str) -> bool:
    """Whether a text is names of persons, and whom they write for, and nothing else.

    >>> [are_names(text, "en") for text in ("Ada Quill / EXAMPLE.COM /", "Ada Quill Ada Quill", "Hot Stocks", "Quill")]
    [True, True, False, False]
    """
    byline = _plausible(read_byline(text, language=language), language)
    is_house = byline.source is None or byline.source[0].isupper()
    if not (byline.authors and is_house and all(map(_is_person, byline.authors))):
        return False
    named = {word.casefold() for name in (*byline.authors, byline.source or "") for word in name.split()}
    ands = phrases("bylines", "and", language)
    words = (word.strip(" ,/&|•·–—-").casefold() for word in text.split())
    return all(not word or word in named or word in ands for word in words)


def _is_person(name: str) -> bool:
    """Whether a name has two parts, so that it is no section's."""
    return " " in name and is_name(name)


def _places(blocks: Blocks, language: str) -> Iterator[list[tuple[str, str]]]:
    """Where bylines stand, the likeliest place first: under the headline, above it, after the body."""
    body = _first_of("body", blocks)
    headline = next((i for i, (role, _) in enumerate(blocks[:body]) if role == "headline"), -1)
    yield _read(blocks[headline + 1 : body])
    above = blocks[: headline + 1]
    yield _read([block for i, block in enumerate(above) if block[0] != "byline" or _is_near(i, above, language)])
    yield _read(blocks[body : body + _NEAR])
    after = [block for block in _read(blocks[body:]) if block[0] == "byline"]
    yield after if len({text for _, text in after}) <= _ALONE else []


def _read(blocks: Blocks) -> list[tuple[str, str]]:
    """The bylines and time stamps, but not whose rights are reserved, nor a sentence that gives a date."""
    return [
        (role, text)
        for role, text in blocks
        if (role == "byline" and "©" not in text) or (role in ("stamp", "source") and not _is_sentence(text))
    ]


def _is_sentence(text: str) -> bool:
    return text.count(" ") >= _SENTENCE and text[-1:] in _STOPS


def _is_near(at: int, blocks: Blocks, language: str) -> bool:
    """Whether a byline says who wrote, or a time stamp stands near it, other bylines between them aside."""
    if signs(blocks[at][1], language=language):
        return True
    sides = reversed(blocks[:at]), iter(blocks[at + 1 :])
    return any(_is_dated(block) for side in sides for block in islice(_but_bylines(side), _APART))


def _but_bylines(blocks: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return (block for block in blocks if block[0] != "byline")


def read_bylines(blocks: Blocks, language: str, said: str = "") -> Byline:
    """The authors of one place: of those who are said to have written, or of the first run of bare names.

    Bare names of which the body speaks (``said``) are its topics, where there are others.
    """
    texts = list(_joined((text[:_LONGEST] for role, text in blocks if role in ("byline", "stamp")), language))
    found = [read_byline(text, language=language) for text in texts]
    signed = [b for b in found if b.signed and b.authors]
    chosen = signed or _not_said(list(_first_run([_plausible(byline, language) for byline in found], texts)), said)
    source = next((b.source for b in (*chosen, *found) if b.source), None)
    return Byline(_once(a for b in chosen for a in b.authors), source, bool(signed))


def _joined(texts: Iterable[str], language: str) -> Iterator[str]:
    """The texts, those that only belong together as one: "von", "Ada Quill", "," and "Bo Tern"."""
    ands = phrases("bylines", "and", language)
    before, after = tuple(f"{word} " for word in ands), tuple(f" {word}" for word in ands)
    pending = ""
    for text in texts:
        is_open = 0 < len(pending) <= _LONGEST
        leads_on = pending.rstrip()[-1:] in ",&" or pending.endswith(after)
        leads_on = leads_on or (signs(pending, language=language) and goes_on(pending, text))
        if is_open and (leads_on or text[:1] in ",&" or text.startswith(before)):
            pending = f"{pending} {text}"
        elif is_open and introduces(pending, language=language):
            pending = f"{pending.rstrip(' :')} {text}"
        else:
            if pending:
                yield pending
            pending = text
    if pending:
        yield pending


def _first_run(found: Sequence[Byline], texts: Sequence[str]) -> Iterator[Byline]:
    """The first bylines that stand together; e-mail addresses and times do not part them."""
    begun = False
    for byline, text in zip(found, texts, strict=True):
        if byline.authors or byline.source:
            begun = True
            yield byline
        elif begun and not ("@" in text or has_digit(text)):
            return


def _not_said(bylines: list[Byline], said: str) -> list[Byline]:
    """The bylines without names of which the body speaks, unless it speaks of all."""
    own = [b._replace(authors=tuple(name for name in b.authors if name not in said)) for b in bylines]
    return own if any(b.authors for b in own) else bylines


def _plausible(byline: Byline, language: str) -> Byline:
    """A byline that nobody signed, without what is no name: "Hot Stocks", "Alle Berichte", "Isle Politics"."""
    names = (name.split() for name in byline.authors)
    own = (words for words in names if not is_phrase(words) and not is_phrase(words, language))
    return byline._replace(authors=tuple(" ".join(words) for words in own if not is_part_of_site(words, language)))


def _whole(authors: Sequence[str], blocks: Blocks, said: str) -> tuple[str, ...]:
    """The names, each as long as it is given, and those apart that ran into each other.

    >>> blocks = [("furniture", "Eva M. Quill"), ("body", "Bo Tern said so."), ("byline", "Bo Tern Cy Marsh")]
    >>> _whole(["M. Quill", "Bo Tern Cy Marsh", "Marsh"], blocks, "Bo Tern said so.")
    ('Eva M. Quill', 'Cy Marsh')
    """
    names = [_with_given_name(part, blocks) for name in authors for part in _apart(name, blocks, said)]
    return _once(name for name in names if not any(f" {name} " in f" {other} " for other in names if other != name))


def _with_given_name(name: str, blocks: Blocks) -> str:
    """The name, or the longer one that a piece beside the body has where this one begins with an initial."""
    if name[1:3] != ". ":
        return name
    beside = (text for role, text in blocks if role != "body" and len(name) < len(text) <= _BESIDE and name in text)
    longer = (own for text in beside for own in read_byline(text).authors if own.endswith(f" {name}"))
    return next((own for own in longer if len(own.split()) <= _MOST), name)


def _apart(name: str, blocks: Blocks, said: str) -> list[str]:
    """The two names that ran into each other: both stand elsewhere, or the body speaks of the first and not of both."""
    words = name.split()
    others = [text for _, text in blocks if name not in text] if len(words) >= 2 * _FULL else []
    for at in range(_FULL, len(words) - _FULL + 1):
        first, second = " ".join(words[:at]), " ".join(words[at:])
        if any(first in text for text in others) and any(second in text for text in others):
            return [first, *_apart(second, blocks, said)]
        if first in said and name not in said:
            return [second]
    return [name]


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, whatever its case."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.casefold(), name)
    return tuple(seen.values())
