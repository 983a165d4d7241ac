"""Lines among the body that are about the text: pointers, who else reported, whose it is, what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.characters import UPPER
from cleantext.text.endings import is_heading
from cleantext.text.kinds import is_names, writers
from cleantext.text.lists import sections
from cleantext.text.openers import is_title_label

_LONGEST = 200  # characters
_LABEL = re.compile(r"[^\w]{0,3}([^:：|\]】]{2,40})[:：|\]】]")
_RIGHTS = re.compile(r"(?:©|(?:Copyright|COPYRIGHT) ?(?:©|\([cC]\))?|\([cC]\)) ?(?:[^\d.!?]{0,60} )?(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}\.[”\"’»]? \S")
_YEAR_OF_RIGHTS = re.compile(r"(?:©|C(?:opyright|OPYRIGHT) ?(?:©|\([cC]\))?) ?(?:19|20)\d\d(?:[-–]\d{2,4})?,? [^\W\d_]")
_YEAR = re.compile(r"(?:Copyright|COPYRIGHT) [^\W\d_]")  # a word behind it: what is about copyright
_HANDLE = re.compile(r"([^\W\d_]{3,12}):? @\w{2,30}\.?$")
_BULLETS = "•·*-–— "
_LONGEST_CALL = 160  # characters, brackets and all
_LONGEST_OWNER = 60  # characters of a line that says whose a site is
_AROUND, _ENDS = " .!:»›>→", frozenset('.!?…”"’»')


def is_aside(text: str) -> bool:
    """Whether a line in the body points to another article, or says who else reported, whose it is, what was changed.

    >>> is_aside("Read more: Ferry refused by its engine"), is_aside("Ida Holm contributed to this report.")
    (True, True)
    >>> is_aside("Ida Holm and Bo Tern contributed."), is_aside("Copyright © 2026 The Isle News, LLC.")
    (True, True)
    >>> is_aside("You might also like"), is_aside("You might also like it.")
    (True, False)
    >>> is_aside("Tags: ferries, docks"), is_aside("Contact Ada Quill at ada@isle.example")
    (True, True)
    >>> is_aside("(Updates with comment by the harbour.)"), is_aside("Follow @islenews")
    (True, True)
    >>> is_aside("Read more books, she said: they are cheap."), is_aside("Reporting by phone is hard.")
    (False, False)
    >>> is_aside("Copyright was extended in 1998."), is_aside("Both sides contributed.")
    (False, False)
    """
    if len(text) > _LONGEST:
        return False
    if is_heading(text):
        return True
    m = _LABEL.match(text)
    if m and is_title_label(m[1].strip(), text[m.end() :].lstrip()[:1]) and not _SENTENCE_END.search(text, m.end()):
        return True
    if m and m[1].strip().lower() in _all("tagged"):
        return True
    low = text.lower()
    if "@" in text and low.startswith(_all("reach")):
        return True
    if low.lstrip("(").startswith(_all("reported")) or any(phrase in low for phrase in _all("helped")):
        return True
    return _is_rights(text) or _is_owner(text) or _is_revision(text) or _is_handle(low) or _names_helpers(text)


def calls_in(text: str) -> Iterator[tuple[int, int]]:
    """Where readers are told to click, in brackets behind a sentence; a stop behind them goes with them.

    Of the scraped texts five have 16 such calls, all of one outlet; no text of dev has any.

    >>> text = "It is back. (To see it leave, click here.) The captain (told to click here) was not."
    >>> [text[a:b] for a, b in calls_in(text)]
    ['(To see it leave, click here.)']
    """
    at = text.find("(")
    while at >= 0:
        end = text.find(")", at, at + _LONGEST_CALL)
        if end > 0 and text[max(0, at - 4) : at].rstrip(" ")[-1:] in _ENDS and _says_click(text[at + 1 : end]):
            yield at, end + 1 + (text[end + 1 : end + 2] == ".")
        at = text.find("(", at + 1)


def is_call(text: str) -> bool:
    """Whether a text is such a call and nothing else.

    >>> is_call("(To see the ferry leave, click here)"), is_call("(They were told to click here, and did.)")
    (True, False)
    """
    bare = text.rstrip(".")
    return text[:1] == "(" and bare[-1:] == ")" and len(text) <= _LONGEST_CALL and _says_click(bare[1:-1])


def _says_click(inner: str) -> bool:
    """Whether what stands in brackets begins or ends in telling readers to click."""
    inner = inner.lower().strip(_AROUND)
    return inner.startswith(_all("clicks")) or inner.endswith(_all("clicks"))


def _is_owner(text: str) -> bool:
    """Whether a line says to whom a site belongs: "An Isle Post Company", "Ein Insel Verlag Unternehmen".

    The blanks around the name may be lost, as where it was a link.

    >>> _is_owner("An Isle Post Company"), _is_owner("EinInsel VerlagUnternehmen"), _is_owner("A good company")
    (True, True, False)
    """
    return len(text) <= _LONGEST_OWNER and _owners().fullmatch(text) is not None


@cache
def _owners() -> re.Pattern[str]:
    articles, owns = ("|".join(map(re.escape, _all(kind))) for kind in ("of owners", "owns"))
    word = rf"[{UPPER}][\w&'’.-]{{0,30}}"
    return re.compile(rf"(?:{articles}) ?{word}(?: {word}){{0,4}}?(?: ?(?:{owns}))\.?")


def _is_rights(text: str) -> bool:
    """Whether a line says whose the text is, with the year."""
    return _RIGHTS.match(text) is not None and not _YEAR.match(text)


def rights_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the year of rights stands before whose they are, up to the first letter of that.

    >>> text = "They left. Copyright 2024 The Isle Times. All rights reserved."
    >>> [text[a:b] for a, b in rights_in(text)]
    ['Copyright 2024 T']
    """
    if "©" in text or "opyright" in text or "COPYRIGHT" in text:
        yield from (m.span() for m in _YEAR_OF_RIGHTS.finditer(text))


def _is_revision(text: str) -> bool:
    """Whether a line in brackets says what an agency changed in its text."""
    return text[-1] == ")" and text.startswith(tuple(f"({word} " for word in _all("revised")))


def _is_handle(low: str) -> bool:
    """Whether a line only says whom to follow on a network."""
    m = _HANDLE.match(low)
    return m is not None and m[1] in _all("follow")


def _names_helpers(text: str) -> bool:
    """Whether a line says of those whom it names, and who may be called reporters, that they contributed."""
    names, _, verb = text.strip(_BULLETS).rstrip(".)").rpartition(" ")
    if verb not in _all("helped alone"):
        return False
    role, _, named = names.partition(" ")
    return is_names(names) or (role.lower() in writers() and is_names(named))


@cache
def _all(section: str) -> tuple[str, ...]:
    """The phrases of a section in all languages."""
    return tuple(p for found in sections("furniture").values() for p in found.get(section, ()))
