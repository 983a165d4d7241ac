"""JSON Lines: a JSON object a line, one field of which is the text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from cleantext.document import PARAGRAPH_BREAK, Block, Document
from cleantext.errors import RecordError
from cleantext.io.encodings import Encoding
from cleantext.io.jsonobject import JsonObject, spell
from cleantext.io.known import fitted
from cleantext.io.records import Place, Record, Rejected, Source
from cleantext.io.text import separated, spelled

FACTS, REMOVED = "facts", "removed"
WEIGHTIEST = 5  # reasons given for a removed block


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonlReader:
    """Every line that is not blank is an object; ``field`` names the text in it.

    ``known_from`` says which fields tell what is known of the document: ``{"title": "headline"}``
    takes the title from the field ``headline``, where a record has one.
    """

    encoding: Encoding = default(default_factory=Encoding)
    known: Mapping[str, Any] = default(default_factory=dict)
    field: str = "text"
    known_from: Mapping[str, str] = default(default_factory=dict)

    def __call__(self, source: Source) -> Iterator[Record | Rejected]:
        for place, data, line in separated(source, "\n", self.encoding):
            if isinstance(line, RecordError):
                yield Rejected(data, line)
            elif line.strip():
                try:
                    yield self.record(line, place)
                except RecordError as error:
                    yield Rejected(data, error)

    def record(self, line: str, place: Place) -> Record:
        """Read one line.

        Raises ``RecordError`` for broken JSON, another value than an object, and a text that is missing,
        twice there, or no string.
        """
        frame = _parse(line, place)
        if self.field not in frame:
            raise RecordError(f"{place}: no field {self.field!r}; the fields are: {', '.join(frame.spans) or 'none'}")
        if self.field in frame.repeated:
            raise RecordError(f"{place}: the field {self.field!r} is there twice; leave one")
        if not frame.is_string(self.field):
            raise RecordError(f"{place}: the field {self.field!r} is not a string but {_kind(frame.get(self.field))}")
        return Record(str(frame.get(self.field)), place, {**self.known, **dict(self._told(frame, place))}, frame)

    def _told(self, frame: JsonObject, place: Place) -> Iterator[tuple[str, str | list[str]]]:
        for key, name in self.known_from.items():
            value = frame.get(name)
            if isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value)):
                yield key, fitted(key, value)
            elif value is not None:
                raise RecordError(f"{place}: the field {name!r}, taken as {key}, is no string and no list of strings")


def _parse(line: str, place: Place) -> JsonObject:
    try:
        return JsonObject.parse(line.removesuffix("\r"))
    except json.JSONDecodeError as error:
        raise RecordError(f"{place}: broken JSON at column {error.pos + 1}: {error.msg}") from None
    except TypeError as error:
        raise RecordError(f'{place}: {error}; a line looks like {{"text": "…"}}') from None
    except RecursionError:
        raise RecordError(f"{place}: JSON nested too deeply") from None


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonlWriter:
    """The record's own object with the text replaced and all else as it was; a new object for other input.

    ``facts`` and ``removed`` add what their names say. Offsets of removed blocks count characters of the input text.
    """

    field: str = "text"
    facts: bool = False
    removed: bool = False
    separator: str = PARAGRAPH_BREAK

    def text(self, document: Document) -> str:
        return spelled(document, self.separator)

    def __call__(self, record: Record, document: Document) -> bytes:
        frame = record.frame or JsonObject.parse(spell({"id": str(record.place)}))
        text = self.text(document)
        values = {} if frame.get(self.field) == text else {self.field: spell(text)}
        for name, added in self._added(document):
            if name in frame:
                raise RecordError(f"{record.place}: has a field {name!r} already; rename it, or ask for no {name}")
            values[name] = spell(added)
        return (frame.replaced(values) + "\n").encode()

    def _added(self, document: Document) -> Iterator[tuple[str, object]]:
        if self.facts:
            yield FACTS, document.facts._asdict()
        if self.removed:
            yield REMOVED, [removal(block, document.original) for block in document.removed]


def removal(block: Block, original: str) -> dict[str, object]:
    """What was removed and why, as data; the text is the original's."""
    return {
        "role": block.role,
        "step": block.dropped_by,
        "text": original[block.start : block.end],
        "start": block.start,
        "end": block.end,
        "confidence": round(block.confidence, 3),
        "reasons": [{"rule": r.rule, "weight": round(r.weight, 3), "note": r.note} for r in block.reasons[:WEIGHTIEST]],
    }
