"""Who wrote the article, of all whom the pieces around its body name.

A byline that says so ("By Ada Quill") is believed. Bare names are, where an author's stand: under the headline, or
beside a time stamp; in a menu or a list of topics they are something else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise

from cleantext.text.characters import has_digit
from cleantext.text.dates import stamp_spans
from cleantext.text.glued_names import without_and
from cleantext.text.kinds import is_name_with_role
from cleantext.text.lists import phrases
from cleantext.text.names import Byline, agency, introduces, is_dateline, name_goes_on, read_byline, signs
from cleantext.text.persons import has_given_name, is_common, is_given_name, is_name, is_part_of_site, is_phrase
from cleantext.text.stamps import stamps_in

Blocks = Sequence[tuple[str, str]]
"""The role and the text of each block, in the page's order."""

LONGEST = 500  # characters of a byline or stamp that are read; more is a block that is neither
_BESIDE, _LABEL = 120, 40  # characters of names beside a stamp, and of a label before them
_NEAR, _FURTHEST = 3, 8  # of the body's first blocks that a byline may stand among, and of all from there on
_APART = 3  # blocks between a bare name above the headline and a time stamp, at most
_SENTENCE, _STOPS = 6, ".!?"  # so many words with a stop are a sentence that gives a date
_FULL, _MOST = 2, 4  # words of a name; of a longer one that is put in its place
_LONGEST_NAME = 4  # words of a bare name in capitals; more are a headline
_HEAD = 3  # places around the headline and the body's first, in which who signed wrote, whatever names stand before
_ALONE = 2  # bylines behind the body, at most; of more, who knows whose they are
_BIOGRAPHY = 2  # blocks around a name at the end that may tell who that is
_BARS = ("|", "•", "·")  # what parts a name from the time stamp that stands on its line
_RUN = 8  # bylines in a row that one time stamp marks
_BRACKETS = ("(", "[")
_POSSESSIVE = ("'s", "’s")
_OPEN = frozenset(("furniture", "summary", "stamp"))


def author_of(blocks: Blocks, language: str, said: str = "") -> Byline:
    """The authors of the article among blocks ``(role, text)`` in the page's order, and the house behind them.

    ``language`` is a BCP 47 tag; ``said`` is the body, whose persons are its topics.

    >>> blocks = [("byline", "Isle Life"), ("headline", "Ferry back"), ("stamp", "3 May 2024"), ("byline", "Ada Quill")]
    >>> author_of([*blocks, ("body", "The ferry runs again.")], "en").authors
    ('Ada Quill',)
    """
    name = language.partition("-")[0]
    found = (read_bylines(place, name, said) for place in _places(_marked(blocks, name), name))
    head = list(islice(found, _HEAD))
    signed = next((byline for byline in head if byline.signed and byline.authors), None)
    chosen = signed or next((b for b in chain(head, found) if b.authors or b.source), Byline())
    return chosen._replace(authors=_whole(chosen.authors, blocks, said))


def _marked(blocks: Blocks, language: str) -> list[tuple[str, str]]:
    """The blocks, with those as bylines that are names beside a time stamp in the head, or follow "Author"."""
    body = first_of("body", blocks)
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
    if 0 < body < len(blocks) and _is_place(marked[body - 1]):
        marked[body - 1] = ("source", marked[body - 1][1])
    return marked


def _is_place(block: tuple[str, str]) -> bool:
    """Whether a byline just before the body is the place and the agency that it begins with: "Port Quill (Reuters)"."""
    return block[0] == "byline" and is_dateline(block[1]) and not is_given_name(block[1].split(" ")[0])


def first_of(role: str, blocks: Blocks) -> int:
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
    byline = _plausible(read_byline(text, language=language), language, text)
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
    """Where bylines stand, the likeliest place first: under the headline, above it, in the body, after it."""
    body = first_of("body", blocks)
    headline = next((i for i, (role, _) in enumerate(blocks[:body]) if role == "headline"), -1)
    yield _read(blocks[headline + 1 : body])
    above = blocks[: headline + 1]
    yield _read([block for i, block in enumerate(above) if block[0] != "byline" or _is_near(i, above, language)])
    bodies = [i for i, (role, _) in enumerate(blocks) if role == "body"] or [0]
    last, near = bodies[-1], min((bodies + bodies[-1:] * _NEAR)[_NEAR], body + _FURTHEST)
    yield _read([blocks[i] for i in range(body, near) if _signs_head(i, blocks, body, language)])
    after = [i for i, (role, _) in enumerate(blocks) if role == "byline" and i > body and _ends(i, blocks, last)]
    is_alone = len({blocks[i][1] for i in after}) <= _ALONE
    beside = {j for i in after for j in (i, i + 1) if j == i or (blocks[j : j + 1] and _is_dated(blocks[j]))}
    yield _read([blocks[i] for i in sorted(beside)] if is_alone else [])


def _signs_head(at: int, blocks: Blocks, body: int, language: str) -> bool:
    """Whether a block among the body's first may say who wrote: a bare name does behind the first, or at a stamp."""
    role, text = blocks[at]
    if role != "byline" or _is_marked(at, blocks) or signs(text, language=language) or is_name_with_role(text):
        return True
    return not any(role == "body" for role, _ in blocks[body + 1 : at])


def _ends(at: int, blocks: Blocks, last: int) -> bool:
    """Whether a byline signs what stands before it: it is behind the body, has a date, or tells of whom the end does.

    In the middle of the body it signs a box, or is a piece cut out of a sentence.
    """
    if at >= last or _is_marked(at, blocks):
        return True
    name = _letters(blocks[at][1])
    around = (*blocks[max(0, at - _BIOGRAPHY) : at], *blocks[at + 1 : at + 2])
    return any(role == "body" and name and _letters(text).startswith(name) for role, text in around)


def _is_marked(at: int, blocks: Blocks) -> bool:
    """Whether a byline has a date, within or beside it and its like, or is in brackets, as at an article's end."""
    text = blocks[at][1]
    sides = reversed(blocks[max(0, at - _RUN) : at]), iter(blocks[at + 1 : at + 1 + _RUN])
    nearest = (next(_but_bylines(side), ("", "")) for side in sides)
    return has_digit(text) or text[:1] in _BRACKETS or any(map(_is_dated, nearest))


def _letters(text: str) -> str:
    """The letters of a text's beginning, whatever their case."""
    return "".join(filter(str.isalpha, text[:_BESIDE])).casefold()


def _read(blocks: Blocks) -> list[tuple[str, str]]:
    """The bylines and time stamps, but not whose rights are reserved, nor a sentence that gives a date."""
    return [
        (role, text)
        for role, text in blocks
        if (role == "byline" and "©" not in text) or (role in ("stamp", "source") and not is_sentence(text))
    ]


def is_sentence(text: str) -> bool:
    """Whether so many words end in a stop that they are a sentence, which may give a date."""
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
    texts = list(_joined((text[:LONGEST] for role, text in blocks if role in ("byline", "stamp")), language))
    found = [_persons(read_byline(text, language=language), language) for text in texts]
    signed = [b for b in found if b.signed and b.authors]
    pairs = zip(found, pairwise([*texts, ""]), strict=True)
    plausible = [_plausible(byline, language, text, after) for byline, (text, after) in pairs]
    chosen = signed or _not_said(_bare(plausible, texts), said)
    source = next((b.source for b in (*chosen, *found) if b.source), None)
    return Byline(_once(a for b in chosen for a in b.authors), source, bool(signed))


def _bare(found: Sequence[Byline], texts: Sequence[str]) -> list[Byline]:
    """Of bare names those on the line of a time stamp, else the first run of them."""
    dated = [
        byline
        for byline, (text, after) in zip(found, pairwise([*texts, ""]), strict=True)
        if byline.authors and _is_on_line_of_date(text, after)
    ]
    return dated or list(_first_run(found, texts))


def _is_on_line_of_date(text: str, after: str) -> bool:
    """Whether a bar parts names from a time stamp: "Ada Quill | 3 May 2024"."""
    return bool(stamp_spans(text)) if " | " in text else text.rstrip().endswith(_BARS) and any(stamps_in(after))


def _joined(texts: Iterable[str], language: str) -> Iterator[str]:
    """The texts, those that only belong together as one: "von", "Ada Quill", "," and "Bo Tern"."""
    ands = phrases("bylines", "and", language)
    before, after = tuple(f"{word} " for word in ands), tuple(f" {word}" for word in ands)
    pending = ""
    for text in texts:
        is_open = 0 < len(pending) <= LONGEST
        leads_on = pending.rstrip()[-1:] in ",&" or pending.endswith(after)
        leads_on = leads_on or (signs(pending, language=language) and name_goes_on(pending, text))
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


def _persons(byline: Byline, language: str) -> Byline:
    """A byline without what is called as bodies and works are: "Isle Commission", "Ferry Prize", "Harbour's Record"."""
    bodies = phrases("bylines", "bodies", language)
    return byline._replace(authors=tuple(name for name in byline.authors if not _is_body(name.split(), bodies)))


def _is_body(words: Sequence[str], bodies: Collection[str]) -> bool:
    ends = {words[0].casefold(), words[-1].casefold()}
    return not ends.isdisjoint(bodies) or any(word.endswith(_POSSESSIVE) for word in words)


def _plausible(byline: Byline, language: str, text: str, after: str = "") -> Byline:
    """A byline that nobody signed, without what is no name: "Hot Stocks", "Alle Berichte", "Isle Politics".

    Before a time stamp (``after``) a name may end in a common word: "Ada Flowers".
    """
    most = _LONGEST_NAME if text.isupper() else len(text)
    is_beside = any(stamps_in(after))
    own = (words for words in map(str.split, byline.authors) if _may_name(words, language, is_beside=is_beside))
    return byline._replace(authors=tuple(" ".join(words) for words in own if len(words) <= most))


def _may_name(words: Sequence[str], language: str, *, is_beside: bool = False) -> bool:
    """Whether capitalised words that nothing introduces may be somebody's name.

    >>> [_may_name(text.split(), "en") for text in ("Ada Quill", "Ferry Stocks")]
    [True, False]
    """
    if is_phrase(words) or is_phrase(words, language) or is_part_of_site(words, language):
        return False
    return is_beside or has_given_name(words) or not is_common(words[-1])


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
