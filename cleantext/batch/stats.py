"""What a run did, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cleantext.document import Document

COUNTS = (
    "documents", "characters_in", "characters_out", "changed", "flagged", "empty", "missing", "rejected", "faults",
)  # fmt: skip
TABLES = ("roles", "dropped", "rules", "passed")


@dataclass(slots=True)
class Stats:
    """Counts of documents, and tables of counts.

    ``flagged`` documents came with a warning, ``empty`` ones have nothing left, ``missing`` ones had no text (null) to
    begin with; ``rejected`` records could not be read or cleaned, ``faults`` of them for a fault of cleantext's own.
    ``roles`` are blocks by role, ``dropped`` blocks by the step that dropped them, ``rules`` edits by rule, ``passed``
    records by kind that are no documents.
    """

    documents: int = 0
    characters_in: int = 0
    characters_out: int = 0
    changed: int = 0
    flagged: int = 0
    empty: int = 0
    missing: int = 0
    rejected: int = 0
    faults: int = 0
    roles: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)

    def count(self, document: Document, *, missing: bool = False) -> None:
        """Count a cleaned document."""
        self.documents += 1
        self.missing += missing
        self.characters_in += len(document.original)
        self.characters_out += len(document.text)
        self.changed += document.text != document.original
        self.flagged += bool(document.warnings)
        self.empty += not document.text and not missing
        self.roles.update(str(block.role or "none") for block in document.blocks)
        self.dropped.update(block.dropped_by for block in document.blocks if block.dropped_by is not None)
        self.rules.update(edit.rule for edit in document.edits)

    def add(self, other: Stats) -> None:
        """Add the counts of another part of the run."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in TABLES:
            getattr(self, name).update(getattr(other, name))

    def asdict(self) -> dict[str, Any]:
        """The counts as data; tables begin with what is most."""
        tables = {name: dict(_ordered(getattr(self, name))) for name in TABLES}
        return {name: getattr(self, name) for name in COUNTS} | tables

    @classmethod
    def of(cls, data: dict[str, Any]) -> Stats:
        """The counts that ``asdict`` gave."""
        found = cls()
        for name in COUNTS:
            setattr(found, name, int(data[name]))
        for name in TABLES:
            setattr(found, name, Counter(data[name]))
        return found


def _ordered(table: Counter[str]) -> Iterable[tuple[str, int]]:
    return sorted(table.items(), key=lambda item: (-item[1], item[0]))
