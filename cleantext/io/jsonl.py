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
from cleantext.io.known import told_by
from cleantext.io.records import Cutter, Item, Joined, Place, Raw, Record, Rejected, Source
from cleantext.io.text import decoded, separated, spelled

FACTS, REMOVED = "facts", "removed"
WEIGHTIEST = 5  # reasons given for a removed block


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonlReader(Cutter):
    """Every line that is not blank is an object; ``field`` names the text in it, which may be null.

    ``known_from`` says which fields tell what is known of the document: ``{"title": "headline"}``
    takes the title from the field ``headline``, where a record has one.
    """

    encoding: Encoding = default(default_factory=Encoding)
    known: Mapping[str, Any] = default(default_factory=dict)
    field: str = "text"
    known_from: Mapping[str, str] = default(default_factory=dict)

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        return (raw for raw in separated(source, "\n", self.encoding) if raw.data.strip())

    def read(self, raw: Raw) -> Iterator[Item]:
        try:
            line = decoded(raw, self.encoding.errors)
            if line.strip():
                yield self.record(line, raw.place)
        except RecordError as error:
            yield Rejected(raw.data, error)

    def names(self, source: Source) -> tuple[str, ...]:
        """The fields of all records: they may differ."""
        found: dict[str, None] = {}
        for item in self(source):
            if isinstance(item, Record) and item.frame:
                found |= dict.fromkeys(item.frame.names)
        return tuple(found)

    def record(self, line: str, place: Place) -> Record:
        """Read one line.

        Raises ``RecordError`` for broken JSON, another value than an object, and a text that is missing,
        twice there, or no string.
        """
        frame = _parse(line, place)
        if self.field not in frame:
            fields = ", ".join(frame.spans) or "none"
            raise RecordError(f"{place}: no field {self.field!r}; the fields are: {fields}; --field names another")
        if self.field in frame.repeated:
            raise RecordError(f"{place}: the field {self.field!r} is there twice; leave one")
        missing = frame.spelled(self.field) == "null"
        if not missing and not frame.is_string(self.field):
            raise RecordError(f"{place}: the field {self.field!r} is not a string but {_kind(frame.get(self.field))}")
        values = {name: frame.get(name) for name in self.known_from.values()}
        known = {**self.known, **told_by(values, self.known_from, place)}
        return Record("" if missing else str(frame.get(self.field)), place, known, frame, missing)


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
    names = {dict: "an object", list: "a list", bool: "a truth value"}
    return names.get(type(value), "a number")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonlWriter(Joined):
    """The record's own object with the text replaced and all else as it was; a new object for other input.

    ``facts`` and ``removed`` add what their names say, null where the text is. Offsets of removed blocks count
    characters of the input text.
    """

    field: str = "text"
    facts: bool = False
    removed: bool = False
    separator: str = PARAGRAPH_BREAK

    def text(self, document: Document) -> str:
        return spelled(document, self.separator)

    def __call__(self, record: Record, document: Document) -> bytes:
        frame = object_of(record)
        text = self.text(document)
        same = record.missing or frame.get(self.field) == text
        values = {} if same else {self.field: spell(text)}
        for name, added in self._added(document):
            if name in frame:
                raise RecordError(f"{record.place}: has a field {name!r} already; rename it, or ask for no {name}")
            values[name] = spell(None if record.missing else added)
        return (frame.replaced(values) + "\n").encode()

    def _added(self, document: Document) -> Iterator[tuple[str, object]]:
        if self.facts:
            yield FACTS, facts_of(document)
        if self.removed:
            yield REMOVED, removals(document)


def object_of(record: Record) -> JsonObject:
    """The record's own object, or one made of what it came in."""
    if isinstance(record.frame, JsonObject):
        return record.frame
    return JsonObject.parse(spell(record.frame.values() if record.frame else {"id": str(record.place)}))


def facts_of(document: Document) -> dict[str, object]:
    """The facts as data."""
    return document.facts._asdict()


def removals(document: Document) -> list[dict[str, object]]:
    """What was removed, as data."""
    return [removal(block, document.original) for block in document.removed]


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
