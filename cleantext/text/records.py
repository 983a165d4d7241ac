"""Records as press databases export them: an article between fields that have labels (``LENGTH: 214 words``).

LexisNexis, ProQuest, NewsBank, Gale, EBSCO, Genios and Europresse name their fields (``data/records.txt``), Factiva has
tags of two letters. The fields stand on lines of their own, or everything on one. Where the body begins is told by its
label, or by the first long stretch that has none; where it ends, by the last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from cleantext.text.characters import folded
from cleantext.text.dates import read_stamp
from cleantext.text.lists import lines
from cleantext.text.names import read_byline
from cleantext.text.persons import as_name
from cleantext.text.spans import Span

_EDGE = 6000  # characters of a text's beginning and of its end in which a record shows
_FEWEST = 3  # fields of a record
_LONG = 200  # characters without a label that are of the body
_LISTED = 100  # characters for each semicolon of what lists subjects, at most
_LONGEST_LABEL = 32
_LONGEST_PROOF = 64  # characters of a label that no other text has, at most
_ON_LINE = re.compile(rf"^[ \t]*([^\W\d_][^:\n]{{1,{_LONGEST_LABEL}}}?) ?:(?=\s|$)", re.MULTILINE)
_ALONE = "alone "  # before the kind of what stands on a line without a colon
_RIGHTS = re.compile(r"Copyright of [^.\n]{2,80} is the property of ")  # EBSCO's
_LENGTH = re.compile(r"\s?\d[\d.,]{0,8} ?[^\W\d_]{3,12}(?!\w)")  # "214 words"
_BODY = re.compile(r"(?<=\s)Body(?=\s+\S)")
_GRAPHIC = re.compile(r"(?<=\s)(Graphic|Grafik|Graphique|Classification|Klassifikation)(?=\s+(?:[A-Z]|$))")
_TAG_LENGTH = re.compile(r"(?<!\S)WC [\d.,]+ [^\W\d_]{3,12}\s+PD (?=\d)")
_TAG = re.compile(r"(?<!\S)(HD|BY|CR|WC|PD|ET|SN|SC|NGC|ED|PG|VOL|LA|CY|LP|TD|CT|ART)(?=\s)")
_CODE_TAG = re.compile(r"(?<!\S)(?:CO|IN|NS|RE|IPC|IPD|PUB|AN)\s+(?:[a-z]\w{1,7} ?:|Document )")
_TAGS = {"HD": "title", "BY": "authors", "PD": "published", "SN": "source", "CR": "captions"}
_BODIES = frozenset(("LP", "TD"))
_PICTURE = re.compile(r"^(?:PHOTO|Photo|FOTO|Foto|DRAWING|Drawing)S?s?: ?")
_HOUSE_END = re.compile(r"[,;(\n]| vom (?=\d)")  # behind the name of a paper: its edition, its place, its day
_SWAPPED = re.compile(r"([^\W\d_][\w’'-]{0,30}), ([^,;]{2,40})")  # "Quill, Ada"


class Field(NamedTuple):
    """Where a field stands, label and all, where its value begins, and of what kind it is."""

    start: int
    end: int
    value: int
    kind: str


class Record(NamedTuple):
    """The fields of a record that stand outside its body or part it, and where the body stands."""

    fields: Sequence[Field]
    body: Span

    def value(self, start: int, text: str) -> tuple[str, str]:
        """Of what kind a block is that begins there, and its text without the label; of none if it is no field."""
        k = bisect_right(self.fields, start, key=itemgetter(0)) - 1
        if k < 0 or start >= self.fields[k].end:
            return "", text
        field = self.fields[k]
        value = text[field.value - field.start :].lstrip() if start == field.start else text
        return field.kind, _PICTURE.sub("", value) if field.kind == "captions" else value

    def facts(self, text: str) -> dict[str, Any]:
        """What the fields say: title, authors, published, source; only what is there."""
        found: dict[str, Any] = {}
        for field in self.fields:
            value = text[field.value : field.end].strip()
            if value and field.kind not in found and (said := _said(field.kind, value)):
                found[field.kind] = said
            if field.kind == "source" and "published" not in found and (day := read_stamp(value).published):
                found["published"] = day  # "Isle Post vom 06.05.2013, S. 3"
        return found


def record_in(text: str) -> Record | None:
    r"""The record that a text is.

    >>> body = "The ferry runs again. " * 12
    >>> text = f"BYLINE: By Ada Quill\n\nLENGTH: 40 words\n\n{body}\n\nSUBJECT: FERRIES (90%)\n\nLOAD-DATE: May 3, 2024"
    >>> found = record_in(text)
    >>> [(text[f.start : f.value], f.kind) for f in found.fields][:3], found.facts(text)["authors"]
    ([('BYLINE:', 'authors'), ('LENGTH:', 'head'), ('SUBJECT:', 'tail')], ('Ada Quill',))
    >>> text[slice(*found.body)].strip() == body.strip()
    True
    >>> record_in("Location: the pier. Subject: ferries. Author: Ada Quill.")
    """
    if "WC " in text[:_EDGE] and _TAG_LENGTH.search(text, 0, _EDGE):
        return _tagged(text)
    if not _is_proven(text):
        return None
    on_lines = list(_on_lines(text))
    if len(on_lines) >= _FEWEST:
        return _record(text, on_lines, joined=False)
    return _record(text, list(_in_one(text)), joined=True)


def fields_in(texts: Sequence[str]) -> list[int]:
    """The lines that are a record's fields, if one of them is such as no other text has.

    >>> fields_in(["Ada Quill wrote it.", "Language: English", "Company: Isle Oil", "Document-Type: News"])
    [1, 2, 3]
    >>> fields_in(["Language: English", "Company: Isle Oil"])
    []
    """
    kinds, proofs = _kinds()
    labels = [folded(label) if colon else "" for label, colon, _ in (text.partition(":") for text in texts)]
    return [] if proofs.isdisjoint(labels) else [k for k, label in enumerate(labels) if label in kinds]


def _is_proven(text: str) -> bool:
    if ":" not in text:
        return False
    edges = text[:_EDGE].lower() + "\n" + text[-_EDGE:].lower()
    labels, at = _proofs(), edges.find(":")
    while at >= 0:
        if edges.endswith(labels, max(0, at - _LONGEST_PROOF), at):
            return True
        at = edges.find(":", at + 1)
    return next(_closing(text), None) is not None


@cache
def _proofs() -> tuple[str, ...]:
    return tuple(sorted(_kinds()[1]))


def _closing(text: str) -> Iterator[Span]:
    """Where sentences begin that databases put behind the body."""
    last = max(0, len(text) - _EDGE)
    for said in _rows()["closing"]:
        if (at := text.find(said, last)) >= 0:
            yield at, at + len(said)
    if "Copyright of" in text and (m := _RIGHTS.search(text, last)):
        yield m.span()


@cache
def _rows() -> dict[str, list[str]]:
    rows = [line.partition(":") for line in lines("records.txt")]
    return {kind: [label.strip() for label in said.split(",")] for kind, _, said in rows}


@cache
def _kinds() -> tuple[Mapping[str, str], frozenset[str]]:
    """The labels' kinds, and the labels that no other text has."""
    named = {kind: labels for kind, labels in _rows().items() if _is_labelled(kind)}
    proofs = named.pop("proof")
    kinds = dict.fromkeys(proofs, "tail")
    for kind, labels in named.items():
        kinds |= {label: kind for label in labels if kinds.get(label, "tail") == "tail"}
    return {folded(label): kind for label, kind in kinds.items()}, frozenset(label.lower() for label in proofs)


def _is_labelled(kind: str) -> bool:
    """Whether a row of the list has labels, before a colon."""
    return kind != "closing" and not kind.startswith(_ALONE)


@cache
def _markers() -> Mapping[str, str]:
    """The kinds of what stands on a line without a colon."""
    rows = ((kind.removeprefix(_ALONE), own) for kind, own in _rows().items() if kind.startswith(_ALONE))
    return {marker.lower(): kind for kind, own in rows for marker in own}


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*({'|'.join(map(re.escape, _markers()))})[ \t]*$", re.MULTILINE | re.IGNORECASE)


def _on_lines(text: str) -> Iterator[Field]:
    """The fields that begin lines, up to the line's end; of a body its label alone, of pictures what goes on too."""
    kinds = _kinds()[0]
    labelled = ((m.start(1), m.end(), kinds.get(folded(m[1]), "")) for m in _ON_LINE.finditer(text))
    markers = _markers()
    marked = ((m.start(1), m.end(1), markers[m[1].lower()]) for m in _marker().finditer(text))
    closing = ((start, start, "tail") for start, _ in _closing(text))
    found = sorted(row for row in (*labelled, *marked, *closing) if row[2])
    for (start, value, kind), (then, _, _) in pairwise([*found, (len(text), 0, "")]):
        line = text.find("\n", value) if "\n" in text[value:then] else then
        is_alone = kind in ("captions", "summary") and not text[value:line].strip()
        field = Field(start, value if kind == "body" else line, value, kind)
        yield _up_to(field, then, text) if is_alone else field


def _in_one(text: str) -> Iterator[Field]:
    """The fields of a record whose lines were joined: labels, with what of their values is sure."""
    kinds = _kinds()[0]
    found = [(m.start(), m.end(), kinds[folded(m[0][:-1])]) for m in _labels().finditer(text)]
    found += [(start, start, "tail") for start, _ in _closing(text)]
    tail = next((start for start, _, kind in found if kind in ("tail", "captions")), len(text))
    head = max((value for start, value, _ in found if start < tail), default=0)
    if all(kind != "body" for _, _, kind in found):
        found += [(*m.span(), "body") for m in [_BODY.search(text, head, tail)] if m]
    found += [(m.start(1), m.end(1), "captions") for m in [_GRAPHIC.search(text, head, tail)] if m]
    for (start, value, kind), (then, _, _) in pairwise([*sorted(found), (len(text), 0, "")]):
        length = _LENGTH.match(text, value)
        is_whole = start == value  # a sentence that is no label
        yield Field(start, then if is_whole else length.end() if length else value, value, kind)


@cache
def _labels() -> re.Pattern[str]:
    """The labels as they are written in running text: in capitals, or each word or the first with one."""
    known = (label for kind, labels in _rows().items() if _is_labelled(kind) for label in labels)
    forms = {form for label in known for form in (label, label.upper(), label.capitalize(), label.title())}
    forms = {form for form in forms if form[0].isupper()}
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))}):(?=\s)")


def _record(text: str, fields: Sequence[Field], *, joined: bool) -> Record | None:
    """The fields around the body; what stands behind it without a label belongs to the one before.

    Where lines were joined nobody knows where the value of the last field before the body ends: it is left to others.
    """
    if len(fields) < _FEWEST:
        return None
    thens = [*(field.start for field in fields[1:]), len(text)]
    is_long = [_is_long(text[field.end : then]) for field, then in zip(fields, thens, strict=True)]
    labelled = next((k for k, field in enumerate(fields) if field.kind == "body"), 0)
    first = next((k for k in range(labelled, len(fields)) if is_long[k]), labelled)
    if not is_long[first] and fields[first].kind != "body":
        return None
    last = max((k for k in range(first, len(fields)) if is_long[k]), default=first)
    head = [_up_to(*row, text) for row in zip(fields[:first], thens, strict=False)] if joined else fields[:first]
    tail = [_up_to(*row, text) for row in list(zip(fields, thens, strict=True))[last + 1 :]]
    return Record([*head, fields[first], *tail], (fields[first].end, thens[last]))


def _up_to(field: Field, then: int, text: str) -> Field:
    """A field with all that stands before the next one."""
    return field._replace(end=max(field.value, field.start + len(text[field.start : then].rstrip())))


def _is_long(text: str) -> bool:
    """Whether a stretch without a label may be of the body, and does not list subjects."""
    return len(text.strip()) >= max(_LONG, _LISTED * text.count(";"))


def _tagged(text: str) -> Record | None:
    """Factiva's record: the tags behind the body stand before codes."""
    found = list(_TAG.finditer(text))
    body = next((m for m in found if m[1] in _BODIES), None)
    if body is None or found[0][1] not in ("HD", "SE"):
        return None
    coded = _CODE_TAG.search(text, body.end())
    end = coded.start() if coded else len(text)
    head = [m for m in found if m.start() < body.start()]
    parting = [m for m in found if body.start() <= m.start() < end and m[1] in _BODIES]
    thens = [*(m.start() for m in head[1:]), body.start()]
    fields = [
        _up_to(Field(m.start(), m.end(), m.end(), _TAGS.get(m[1], "head")), then, text)
        for m, then in zip(head, thens, strict=True)
    ]
    fields += [Field(m.start(), m.end(), m.end(), "body") for m in parting]
    if coded:
        fields.append(_up_to(Field(end, coded.end(), coded.end(), "tail"), len(text), text))
    return Record(fields, (body.end(), end))


def _said(kind: str, value: str) -> Any:
    """What a field says, if its kind is one of the facts."""
    if kind == "authors":
        return _authors(value)
    if kind == "published":
        return read_stamp(value).published
    if kind == "source":
        return _HOUSE_END.split(value, 1)[0].strip()
    return value if kind == "title" and "\n" not in value else None


def _authors(value: str) -> tuple[str, ...]:
    """The authors of a field, their names perhaps swapped: ``Quill, Ada; Tern, Bo``."""
    swapped = [_SWAPPED.fullmatch(one.strip()) for one in value.split(";")]
    names = (f"{m[2]} {m[1]}" for m in swapped if m) if all(swapped) else read_byline(value).authors
    return tuple(as_name(name) or name for name in names)
