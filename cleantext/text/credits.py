"""Whose picture it is: the credit at the end of a caption, told from the caption."""

from __future__ import annotations

import re
from functools import cache

from cleantext.text.lists import phrases
from cleantext.text.names import agency
from cleantext.text.persons import is_name

_LONGEST = 120  # characters in a credit
_BRACKET = re.compile(r"\s?[(\[（]([^()\[\]（）]{2,120})[)\]）]\.?$")
_TAIL = re.compile(r"(?:(?<=[.!?…»”\"'’])(?<![\s.][A-ZÀ-Þ]\.)\s*|\s[|/–—]\s|\s?[©|]\s?)(?=[^\s.!?…»”\"'’])")
_SEPARATOR = re.compile(r"\s?[/|,]\s?(?:via\s)?|\s(?:via|für|for|of|pour|per)\s|\s[-–—]\s")
_EDGES = " \t\n.,;:|/–—-"


def split_credit(text: str) -> tuple[str, str | None]:
    """A caption and its credit; either may be missing.

    >>> split_credit("The old pier at dusk. Photo: Ada Quill/Reuters")
    ('The old pier at dusk.', 'Ada Quill/Reuters')
    >>> split_credit("The old pier (left) at dusk")
    ('The old pier (left) at dusk', None)
    """
    text = _uncaptioned(text.strip())
    for split in (_copyright_first, _bracketed, _labelled, _after_stop, _agency_last):
        if found := split(text):
            caption, credit = found
            return caption.strip(" ,|/–—-©"), bare_credit(credit) or None
    return text, None


def bare_credit(text: str) -> str:
    """A credit without brackets and "Photo:".

    >>> bare_credit("(Credit: Ada Quill)"), bare_credit("Foto: Quill/dpa")
    ('Ada Quill', 'Quill/dpa')
    """
    text = text.strip()
    if text[:1] in "([（" and text[-1:] in ")]）":
        text = text[1:-1]
    text = text.strip(_EDGES + "©")
    while (m := _labels().match(text)) and text[m.end() :].strip(_EDGES):
        text = text[m.end() :].strip(_EDGES + "©")
    return text


def is_credit(text: str) -> bool:
    """Whether a short text names a photographer, an agency or both, and nothing else.

    >>> is_credit("Ada Quill/dpa"), is_credit("A pier at dusk")
    (True, False)
    """
    text = text.strip(_EDGES)
    if not text or len(text) > _LONGEST or any(map(str.isdigit, text)):
        return False
    parts = [p.strip(_EDGES) for p in _SEPARATOR.split(text)]
    sure = [bool(agency(p)) or p.casefold() in phrases("captions", "alone") for p in parts]
    likely = [known or is_name(p) or _is_sign(p) for known, p in zip(sure, parts, strict=True)]
    if any(likely) and "/" in text:
        likely = [known or (p[:1].isupper() and len(p.split()) < 5) for known, p in zip(likely, parts, strict=True)]
    return len(parts) < 6 and all(likely)


def labelled(text: str) -> bool:
    """Whether a text begins with a label such as "Photo:".

    >>> labelled("Foto: Quill/dpa"), labelled("Photographs of the pier")
    (True, False)
    """
    return bool(_labels().match(text))


def _is_sign(text: str) -> bool:
    """The capitals that a house signs with: "SRF"."""
    return text.isupper() and 2 <= len(text) <= 5 and text.isalpha()


@cache
def _labels() -> re.Pattern[str]:
    """A label such as "Photo:" at the start of a credit."""
    return re.compile(rf"(?:{_label_forms()})(?:\s?[:：＝/]\s?|\s(?=[^\sa-z])|$)|©\s?")


@cache
def _label_forms() -> str:
    found = phrases("captions", "credit")
    forms = {f for p in found for f in (p.capitalize(), p.upper(), p.title(), *((p,) if p[0] > "\u2e7f" else ()))}
    return "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))


@cache
def _label_inside() -> re.Pattern[str]:
    """A label in mid-text, after a stop, a blank or glued to a small letter; it needs a colon, "by" or a sign."""
    return re.compile(
        rf"(?<![A-Z-])(?:(?:{_label_forms()})\s?[:：＝]|(?:Photo|Picture|Image|Photograph)s? by\s|Copyright\s|©)"
    )


@cache
def _caption_labels() -> re.Pattern[str]:
    found = "|".join(map(re.escape, phrases("captions", "caption")))
    return re.compile(rf"(?:{found})(?:\s?[:：]\s?|\s(?=[A-Z]))", re.IGNORECASE)


def _uncaptioned(text: str) -> str:
    m = _caption_labels().match(text)
    return text[m.end() :] if m else text


def _copyright_first(text: str) -> tuple[str, str] | None:
    """ "Image copyright X Image caption Y"."""
    m = re.match(r"(?:Image|Media)\s(?:copyright|source)[:,]?\s(.{2,80}?)\s?(?:Image|Media)\scaption[:,]?\s", text)
    return (text[m.end() :], m[1]) if m else None


def _bracketed(text: str) -> tuple[str, str] | None:
    m = _BRACKET.search(text)
    if not m or not (is_credit(m[1]) or bare_credit(m[1]) != m[1]):
        return None
    head, credit = text[: m.start()], m[1]
    if before := _after_stop(head):  # "… . Ada Quill (Reuters)"
        return before[0], f"{before[1]} ({credit})"
    return (head, credit) if head[-1:] in ".!?…”»" or not is_name(credit) else None  # "Ada Quill (Harbour Town)"


def _labelled(text: str) -> tuple[str, str] | None:
    m = _label_inside().search(text, max(0, len(text) - _LONGEST))
    return (text[: m.start()], text[m.start() :]) if m else None


def _after_stop(text: str) -> tuple[str, str] | None:
    for m in _TAIL.finditer(text, max(0, len(text) - _LONGEST)):
        if is_credit(text[m.end() :]):
            return text[: m.start()], text[m.end() :]
    return ("", text) if is_credit(text) and "/" in text else None


def _agency_last(text: str) -> tuple[str, str] | None:
    """An agency and a name after it, where no stop parts them from the caption: "… on Monday EFE/ Ada Quill"."""
    words = text.split(" ")
    for at in range(max(1, len(words) - 6), len(words)):
        tail = " ".join(words[at:])
        named = agency(re.split(r"[/|]", words[at], maxsplit=1)[0]) or agency(" ".join(words[at : at + 2]))
        if named and is_credit(tail) and ("/" in tail or not words[at - 1].islower()):
            return " ".join(words[:at]), tail
    return None
