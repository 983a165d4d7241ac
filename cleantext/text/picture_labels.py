"""Labels with a comma that broadcasters put before what a picture shows and whose it is: "Image caption, The dock"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from cleantext.text.lists import own_phrases, phrases
from cleantext.text.spans import Span

_COMMA, _COMMAS = re.compile(r"\s?[,،，、]\s?"), " ,،，、"
_SOURCE, _CAPTION = _KINDS = "source label", "caption label"
_LONGEST, _MOST = 80, 6  # characters of a source between its label and the next; words of a name
_ALPHABETS = "\u2e7f"  # what lies beyond is written without blanks between words


class PictureLabel(NamedTuple):
    """Where a label begins, where what it labels does, and whether that is the picture's source."""

    start: int
    end: int
    is_source: bool


def picture_labels_in(text: str, language: str) -> list[PictureLabel]:
    """The labels of a language, and those in English.

    >>> text = "The ferry is back.Image source, Getty ImagesImage caption, The dock at dusk"
    >>> [(text[a:b], is_source) for a, b, is_source in picture_labels_in(text, "en")]
    [('Image source, ', True), ('Image caption, ', False)]
    """
    found: list[PictureLabel] = []
    for label, is_source in _labels_of(language):
        at = text.find(label)
        while at >= 0:
            if comma := _COMMA.match(text, at + len(label)):
                found.append(PictureLabel(at, comma.end(), is_source))
            at = text.find(label, at + 1)
    found.sort()
    pairs = zip_longest(found, found[1:])
    return [one for one, then in pairs if _is_plain(text, one) or (then and _is_near(one, then))]


def labelled_sources(text: str, labels: list[PictureLabel]) -> Iterator[Span]:
    """The sources that stand between their label and the next, with the label.

    >>> text = "Image source, Getty ImagesImage caption, The dock at dusk"
    >>> [text[a:b] for a, b in labelled_sources(text, picture_labels_in(text, "en"))]
    ['Image source, Getty Images']
    """
    for label, then in pairwise(labels):
        if label.is_source and _is_near(label, then) and "\n" not in text[label.end : then.start]:
            yield label.start, label.end + len(text[label.end : then.start].rstrip())


def picture_label(text: str) -> PictureLabel | None:
    """The label that a text begins with, in whatever language.

    >>> picture_label("Image caption, The dock at dusk"), picture_label("Image captions are short")
    (PictureLabel(start=0, end=15, is_source=False), None)
    >>> picture_label("Crédito, Getty Images"), picture_label("Crédito, juros e câmbio pesam no bolso.")
    (PictureLabel(start=0, end=9, is_source=True), None)
    """
    found = _all_labels().match(text)
    comma = _COMMA.match(text, found.end()) if found else None
    if not found or not comma:
        return None
    label = PictureLabel(0, comma.end(), found[0] in _sources())
    return label if _is_plain(text, label) or _are_names(text[label.end :]) else None


def says_who_stands_where(text: str) -> bool:
    """Whether a text says in brackets where in its picture somebody stands.

    >>> says_who_stands_where("Ada Quill (left) at the pier."), says_who_stands_where("Ada Quill (the left) won.")
    (True, False)
    """
    return "(" in text and _places().search(text, 1) is not None


def says_what_is_shown(text: str) -> bool:
    """Whether a text begins by saying that a picture shows something.

    >>> says_what_is_shown("This 2024 photo shows the pier."), says_what_is_shown("This photograph was lost.")
    (True, False)
    """
    return _shows().match(text) is not None


@cache
def _shows() -> re.Pattern[str]:
    """What is said so, and a year behind its first word: "This 2024 photo"."""
    words = (said.split(" ", 1) for said in phrases("captions", "shows"))
    return re.compile("|".join(rf"{re.escape(first)} (?:(?:19|20)\d\d )?{re.escape(rest)}\b" for first, rest in words))


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"\((?:{'|'.join(map(re.escape, phrases('captions', 'places')))})\)")


def _is_plain(text: str, label: PictureLabel) -> bool:
    """Whether a label can be nothing else; a word alone may begin a sentence: "Crédito, juros e câmbio …"."""
    said = text[label.start : label.end].strip(_COMMAS)
    return " " in said or said[0] > _ALPHABETS


def _is_near(label: PictureLabel, then: PictureLabel) -> bool:
    return then.start - label.end <= _LONGEST


def _are_names(text: str) -> bool:
    """Whether a few words are all capitalised, as an agency's name and a photographer's are."""
    words = text.split()
    return 0 < len(words) <= _MOST and text[-1] not in ".!?" and all(word[0].isupper() for word in words)


@cache
def _labels_of(language: str) -> tuple[tuple[str, bool], ...]:
    own = {kind: own_phrases("captions", kind, language) | own_phrases("captions", kind, "en") for kind in _KINDS}
    return tuple((label, kind == _SOURCE) for kind, labels in own.items() for label in sorted(labels))


@cache
def _sources() -> frozenset[str]:
    return frozenset(phrases("captions", _SOURCE))


@cache
def _all_labels() -> re.Pattern[str]:
    found = {*phrases("captions", _SOURCE), *phrases("captions", _CAPTION)}
    return re.compile("|".join(re.escape(label) for label in sorted(found, key=lambda label: (-len(label), label))))
