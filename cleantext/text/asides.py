"""Lines among the body that are about the text: pointers, who else reported, whose it is, what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.characters import UNCASED_STOPS, UPPER
from cleantext.text.credits import source_labels
from cleantext.text.endings import is_heading
from cleantext.text.kinds import is_names, writers
from cleantext.text.lists import phrases
from cleantext.text.openers import begins_as_pointer, is_title_label
from cleantext.text.spans import Span

_LONGEST, _LONGEST_DISCLAIMER = 200, 600  # characters
_FULL_STOPS, _LONGEST_RUN_ON = frozenset(f".。{UNCASED_STOPS}"), 400  # characters of a title and the sentence behind it
_LABEL = re.compile(r"[^\w]{0,3}([^:：|\]】]{2,40})[:：|\]】]")
_RIGHTS = re.compile(r"(?:©|(?:Copyright|COPYRIGHT) ?(?:©|\([cC]\))?|\([cC]\)) ?(?:[^\d.!?]{0,60} )?(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}\.[”\"’»]? \S")
_YEAR_OF_RIGHTS = re.compile(r"(?:©|C(?:opyright|OPYRIGHT) ?(?:©|\([cC]\))?) ?(?:19|20)\d\d(?:[-–]\d{2,4})?,? [^\W\d_]")
_YEAR = re.compile(r"(?:Copyright|COPYRIGHT) [^\W\d_]")  # a word behind it: what is about copyright
_HANDLE = re.compile(r"([^\W\d_]{3,12}):? @\w{2,30}\.?$")
_FOLLOW_END = re.compile(r"[.!] ")
_SCHEMES = ("http://", "https://", "www.")
_BULLETS = "•·*-–— "
_NUMBER, _LONGEST_CONTROL = re.compile(r"\d+(?:[.,:]\d+){0,3}"), 40  # characters
_LONGEST_CALL = 160  # characters, brackets and all
_LONGEST_NOTICE = 400  # characters of a notice of copyright
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
    >>> is_aside("Follow Ada on X."), is_aside("(Disclaimer: what experts say is theirs alone.)")
    (True, True)
    >>> is_aside("Source: https://isle.example/ferry"), is_aside("Isle Sans ™ & © 2024 The Isle News.")
    (True, True)
    >>> is_aside("(https://isle.example/ferry?e=1)"), is_aside("https://isle.example/ferry")
    (True, False)
    """
    if len(text) > _LONGEST:
        return _is_disclaimer(text)
    if _is_bracketed_address(text):
        return True
    if is_heading(text):
        return True
    m = _LABEL.match(text)
    if m and _leads_to_title(m, text) and not _SENTENCE_END.search(text, m.end()):
        return True
    if m and (m[1].strip().lower() in phrases("furniture", "tagged") or _is_address(m[1], text[m.end() :])):
        return True
    if _is_disclaimer(text) or begins_with_follow(text):
        return True
    low = text.lower()
    if "@" in text and low.startswith(phrases("furniture", "reach")):
        return True
    if low.lstrip("(").startswith(phrases("furniture", "reported")) or low.startswith(phrases("furniture", "promotes")):
        return True
    if _helped().search(low):
        return True
    return _is_rights(text) or _is_owner(text) or _is_revision(text) or _is_handle(low) or _names_helpers(text)


def runs_on(text: str) -> bool:
    """Whether a text begins with a label before a title, and ends in a full stop: the title's, or that of a sentence
    from which no seam parts it.

    >>> runs_on("Read more: Fares to rise The ferry is back."), runs_on("Read more: Fares to rise")
    (True, False)
    >>> runs_on("[관련기사] 여객선 요금 인상 부두는 조용하다."), runs_on("Ada Quill: The ferry is back.")
    (True, False)
    """
    if text[-1] not in _FULL_STOPS or len(text) > _LONGEST_RUN_ON:
        return False
    m = _LABEL.match(text)
    return (m is not None and _leads_to_title(m, text)) or begins_as_pointer(text)


def is_control(text: str) -> bool:
    """Whether a line is a button or a label of a player, a gallery or a share bar, and nothing else.

    >>> is_control("Image 3 of 12"), is_control("toggle caption"), is_control("Play a part")
    (True, True, False)
    """
    return len(text) <= _LONGEST_CONTROL and _NUMBER.sub("#", text) in _controls()


@cache
def _controls() -> frozenset[str]:
    return frozenset(phrases("furniture", "controls"))


def _leads_to_title(label: re.Match[str], text: str) -> bool:
    return is_title_label(label[1].strip(), text[label.end() :].lstrip()[:1])


@cache
def _helped() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases("furniture", "helped"))))


def calls_in(text: str) -> Iterator[Span]:
    """Where readers are told to click or to see elsewhere, in brackets behind a sentence; a stop behind goes with them.

    Of the scraped texts five have 16 calls to click, all of one outlet, and eight 20 that point elsewhere; no text of
    dev has any, and in silver's two are nobody's body.

    >>> text = "It is back. (To see it leave, click here.) The captain (told to click here) was not. (RELATED: Tides)"
    >>> [text[a:b] for a, b in calls_in(text)]
    ['(To see it leave, click here.)', '(RELATED: Tides)']
    """
    at = text.find("(")
    while at >= 0:
        end = text.find(")", at, at + _LONGEST_CALL)
        if end > 0 and text[max(0, at - 4) : at].rstrip(" ")[-1:] in _ENDS and _is_calling(text[at + 1 : end]):
            yield at, end + 1 + (text[end + 1 : end + 2] == ".")
        at = text.find("(", at + 1)


def begins_with_follow(text: str) -> bool:
    """Whether a text begins with a sentence that calls to follow somebody on a network, or at an address.

    >>> begins_with_follow("Follow Ada Quill on X and Facebook."), begins_with_follow("Follow us: https://isle.example")
    (True, True)
    >>> begins_with_follow("Follow the money on the Isle."), begins_with_follow("Followers left X.")
    (False, False)
    """
    if not (m := follows().match(text)):
        return False
    sentence = _FOLLOW_END.split(text[m.end() : m.end() + _LONGEST_CALL], 1)[0].rstrip(".!")
    last = sentence.rpartition(" ")[2]
    return sentence.endswith(phrases("furniture", "networks")) or last[:1] == "@" or "://" in last


@cache
def follows() -> re.Pattern[str]:
    """What a call to follow somebody begins with, as it is written."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases('furniture', 'follows')))}) ")


def is_call(text: str) -> bool:
    """Whether a text is such a call and nothing else.

    >>> is_call("(To see the ferry leave, click here)"), is_call("(They were told to click here, and did.)")
    (True, False)
    >>> is_call("( Also on ISLE NEWS: Ferry back)"), is_call("(See IFC stock analysis on Isle News)")
    (True, True)
    """
    bare = text.rstrip(".")
    return text[:1] == "(" and bare[-1:] == ")" and len(text) <= _LONGEST_CALL and _is_calling(bare[1:-1])


def _is_calling(inner: str) -> bool:
    """Whether what stands in brackets tells readers to click, or points to another article or to another site.

    >>> [_is_calling(text) for text in ("Read: Ferry back", "read: taxes", "See it on the quay", "RELATED:")]
    [True, False, False, False]
    """
    if _says_click(inner):
        return True
    label, _, title = inner.strip().partition(":")
    if not title.strip():
        return _on_sites().fullmatch(label) is not None
    return is_title_label(label.rstrip(), title.lstrip()[0]) or _on_sites().fullmatch(label.rstrip()) is not None


@cache
def _on_sites() -> re.Pattern[str]:
    """What is said before the name of a site, and that: "Also on Isle News", "See IFC stock analysis on Isle News"."""
    said = "|".join(re.escape(phrase).replace("…", r"[^.!?:()]{2,80}") for phrase in phrases("furniture", "on sites"))
    word = rf"[{UPPER}][\w.&'’-]{{0,30}}"
    return re.compile(rf"(?:{said}) {word}(?: {word}){{0,3}}")


def _says_click(inner: str) -> bool:
    """Whether what stands in brackets begins or ends in telling readers to click."""
    inner = inner.lower().strip(_AROUND)
    return inner.startswith(phrases("furniture", "clicks")) or inner.endswith(phrases("furniture", "clicks"))


def _is_owner(text: str) -> bool:
    """Whether a line says to whom a site belongs: "An Isle Post Company", "Ein Insel Verlag Unternehmen".

    The blanks around the name may be lost, as where it was a link.

    >>> _is_owner("An Isle Post Company"), _is_owner("EinInsel VerlagUnternehmen"), _is_owner("A good company")
    (True, True, False)
    """
    return len(text) <= _LONGEST_OWNER and _owners().fullmatch(text) is not None


@cache
def _owners() -> re.Pattern[str]:
    articles, owns = ("|".join(map(re.escape, phrases("furniture", kind))) for kind in ("of owners", "owns"))
    word = rf"[{UPPER}][\w&'’.-]{{0,30}}"
    return re.compile(rf"(?:{articles}) ?{word}(?: {word}){{0,4}}?(?: ?(?:{owns}))\.?")


def _is_rights(text: str) -> bool:
    """Whether a line says whose the text is, with the year; a mark may stand before it with its sign."""
    mark, sign, rest = text.partition("™ & ")
    text = rest if sign and len(mark) <= _LONGEST_OWNER else text
    return _RIGHTS.match(text) is not None and not _YEAR.match(text)


def says_whose(text: str) -> bool:
    """Whether a paragraph begins with the sign of copyright: alone, or in brackets and with the words of such notices.

    >>> says_whose("© Isle News. To be used by subscribers only."), says_whose("(c) Isle News. All rights reserved.")
    (True, True)
    >>> says_whose("(c) The third point is the pier."), says_whose("Copyright was extended in 1998.")
    (False, False)
    """
    if text[:1] == "©":
        return len(text) <= _LONGEST_NOTICE
    if text[:3].lower() != "(c)" or not text[3:].lstrip()[:1].isupper() or len(text) > _LONGEST_NOTICE:
        return False
    low = text.lower()
    return any(phrase in low for phrase in phrases("furniture", "rights"))


def _is_disclaimer(text: str) -> bool:
    """Whether a text begins with a label that says what a house does not answer for."""
    label, colon, _ = text[:_LONGEST].lstrip("([*_ ").partition(":")
    is_label = bool(colon) and label.strip().lower() in phrases("furniture", "disclaims")
    return is_label and len(text) <= _LONGEST_DISCLAIMER


def _is_bracketed_address(text: str) -> bool:
    """Whether a text is an address of the web in brackets and nothing else, as mails write what was a link."""
    return text[:1] == "(" and text[-1:] == ")" and text[1:].startswith(_SCHEMES) and " " not in text


def _is_address(label: str, rest: str) -> bool:
    """Whether a label says that a source follows, and an address does."""
    rest = rest.strip()
    return rest.startswith(_SCHEMES) and " " not in rest and label.strip().lower() in source_labels()


def rights_in(text: str) -> Iterator[Span]:
    """Where the year of rights stands before whose they are, up to the first letter of that.

    >>> text = "They left. Copyright 2024 The Isle Times. All rights reserved."
    >>> [text[a:b] for a, b in rights_in(text)]
    ['Copyright 2024 T']
    """
    if "©" in text or "opyright" in text or "COPYRIGHT" in text:
        yield from (m.span() for m in _YEAR_OF_RIGHTS.finditer(text))


def _is_revision(text: str) -> bool:
    """Whether a line in brackets says what an agency changed in its text."""
    return text[-1] == ")" and text.startswith(tuple(f"({word} " for word in phrases("furniture", "revised")))


def _is_handle(low: str) -> bool:
    """Whether a line only says whom to follow on a network."""
    m = _HANDLE.match(low)
    return m is not None and m[1] in phrases("furniture", "follow")


def _names_helpers(text: str) -> bool:
    """Whether a line says of those whom it names, and who may be called reporters, that they contributed."""
    names, _, verb = text.strip(_BULLETS).rstrip(".)").rpartition(" ")
    if verb not in phrases("furniture", "helped alone"):
        return False
    role, _, named = names.partition(" ")
    return is_names(names) or (role.lower() in writers() and is_names(named))
