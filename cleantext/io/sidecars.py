"""What goes beside the output: the edits of each document, or its spans as dolma attributes. A line a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cleantext.document import Block, Document
from cleantext.io.jsonobject import spell
from cleantext.io.records import Record

PREFIX = "cleantext__"
Sidecar = Callable[[Record, Document], bytes]


def edits(record: Record, document: Document) -> bytes:
    """The edits that turn the text that came in into the one that went out; offsets count its characters."""
    return _line(
        {
            "id": identity(record),
            "place": str(record.place),
            "edits": [edit._asdict() for edit in document.edits],
            "warnings": list(document.warnings),
        }
    )


def attributes(record: Record, document: Document) -> bytes:
    """Spans ``[start, end, score]`` by role and of what was removed; the score is the confidence of the role."""
    found: dict[str, list[list[float]]] = {f"{PREFIX}removed": [_span(block) for block in document.removed]}
    for block in document.blocks:
        if block.role:
            found.setdefault(f"{PREFIX}{block.role}", []).append(_span(block))
    return _line({"id": identity(record), "attributes": found})


def identity(record: Record) -> str:
    """The field ``id`` of a record, or else its place."""
    value = record.frame.get("id") if record.frame else None
    return value if isinstance(value, str) else str(record.place) if value is None else spell(value)


def _span(block: Block) -> list[float]:
    return [block.start, block.end, round(block.confidence, 3)]


def _line(value: dict[str, Any]) -> bytes:
    return (spell(value) + "\n").encode()


SIDECARS: dict[str, Sidecar] = {"edits": edits, "attributes": attributes}
