"""CSV and TSV: a header, then a record a row (RFC 4180); line breaks may stand in quotes."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any, NamedTuple

from cleantext.document import PARAGRAPH_BREAK, Document
from cleantext.errors import RecordError
from cleantext.io.encodings import Encoding
from cleantext.io.jsonl import FACTS, REMOVED, facts_of, object_of, removals
from cleantext.io.jsonobject import JsonObject, spell
from cleantext.io.known import told_by
from cleantext.io.records import Cutter, DamagedError, Item, Joined, Place, Raw, Record, Rejected, Source
from cleantext.io.text import decoded, encoded, separated, spelled

_QUOTED = "\r\n"  # cells with one of these are quoted: the writer looks for the characters of its own line break
_LONGEST_CELL = min(sys.maxsize, 2**31 - 1)  # characters; the module's own limit is 131,072


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of text, as it came (without its ``\\n``) and in cells."""

    raw: bytes
    names: tuple[str, ...]
    cells: tuple[str, ...]

    def values(self) -> dict[str, Any]:
        return dict(zip(self.names, self.cells, strict=True))

    def get(self, name: str, /) -> str | None:
        return self.values().get(name)

    @property
    def line_break(self) -> str:
        return "\r\n" if self.raw.rstrip(b"\0").endswith(b"\r") else "\n"


class _Cells(NamedTuple):
    """What is told of a row with its bytes: the header, its cells, or what is wrong with it."""

    names: tuple[str, ...]
    cells: tuple[str, ...]
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvReader(Cutter):
    """The first row names the columns; ``field`` is the column of the text.

    ``known_from`` says which columns tell what is known of the document.
    """

    encoding: Encoding = default(default_factory=Encoding)
    known: Mapping[str, Any] = default(default_factory=dict)
    field: str = "text"
    known_from: Mapping[str, str] = default(default_factory=dict)
    delimiter: str = ","

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        names: tuple[str, ...] = ()
        for number, (raw, cells, wrong) in enumerate(self._rows(source), 1):
            if not names:
                names = self._header(cells, wrong, Place(source.name, number))
            elif cells or wrong:
                yield Raw(Place(source.name, number), raw, _Cells(names, cells, wrong))

    def names(self, source: Source) -> tuple[str, ...]:
        first = next(self._rows(source), None)
        return self._header(*first[1:], Place(source.name, 1)) if first else ()

    def _header(self, cells: tuple[str, ...], wrong: str, place: Place) -> tuple[str, ...]:
        if wrong or not cells:
            raise DamagedError(f"{place}: the header cannot be read: {wrong or 'the line is empty'}")
        if len(set(cells)) < len(cells):
            twice = next(name for name in cells if cells.count(name) > 1)
            raise DamagedError(f"{place}: the header names the column {twice!r} twice; rename one")
        if self.field not in cells:
            parted = {",": "commas", "\t": "tabs"}.get(self.delimiter, self.delimiter)
            parted_by = f"are they parted by {parted}? --delimiter names another mark"
            what = "--field names another" if len(cells) > 1 else parted_by
            raise DamagedError(f"{place}: no column {self.field!r}; the columns are: {', '.join(cells)}; {what}")
        return cells

    def _rows(self, source: Source) -> Iterator[tuple[bytes, tuple[str, ...], str]]:
        """Each row: its bytes, its cells, and what is wrong with it."""
        csv.field_size_limit(_LONGEST_CELL)
        lines = _Lines(source, self.encoding)
        rows = csv.reader(lines, delimiter=self.delimiter, strict=True)
        while True:
            cells: list[str] = []
            wrong = ""
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                wrong = f"broken row: {error}; is a quote missing?"
            except DamagedError as error:
                error.rest = lines.taken() + error.rest
                raise
            trouble = lines.trouble
            yield lines.taken(), tuple(cells), trouble or wrong

    def read(self, raw: Raw) -> Iterator[Item]:
        try:
            yield self.record(raw)
        except RecordError as error:
            yield Rejected(raw.data, error)

    def record(self, raw: Raw) -> Record:
        """Read one row.

        Raises ``RecordError`` for a row that does not fit the header.
        """
        names, cells, wrong = raw.told
        if wrong:
            raise RecordError(wrong if wrong.startswith(str(raw.place)) else f"{raw.place}: {wrong}")
        if len(cells) != len(names):
            raise RecordError(f"{raw.place}: {len(cells)} cells, but the header has {len(names)}; is a quote missing?")
        row = Row(raw.data, names, cells)
        values = row.values()
        known = {**self.known, **told_by(values, self.known_from, raw.place)}
        return Record(values[self.field], raw.place, known, row)


class _Lines:
    """The lines of a source for the parser, with the bytes that they were."""

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self._pieces = separated(source, "\n", encoding)
        self._errors = encoding.errors
        self._taken: list[Raw] = []
        self.trouble = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        piece = next(self._pieces)
        self._taken.append(piece)
        try:
            return decoded(piece, self._errors) + "\n"
        except RecordError as error:
            self.trouble = self.trouble or str(error)
            return decoded(piece, "replace") + "\n"

    def taken(self) -> bytes:
        """The bytes since this was last asked, without the last line break."""
        line_break = "\n".encode(self._taken[0].told[0]) if self._taken else b""
        data = line_break.join(piece.data for piece in self._taken)
        self._taken, self.trouble = [], ""
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvWriter(Joined):
    """The record's own row with the text replaced, quoted where need be; line breaks as they came.

    ``names`` are the columns of the output; ``facts`` and ``removed`` add columns of JSON.
    """

    names: tuple[str, ...]
    field: str = "text"
    facts: bool = False
    removed: bool = False
    separator: str = PARAGRAPH_BREAK
    delimiter: str = ","

    @property
    def head(self) -> bytes:  # type: ignore[override]
        """The header."""
        return self._line([*self.names, *self._added], "\n").encode()

    @property
    def _added(self) -> list[str]:
        return [name for name, wanted in ((FACTS, self.facts), (REMOVED, self.removed)) if wanted]

    def text(self, document: Document) -> str:
        return spelled(document, self.separator)

    def __call__(self, record: Record, document: Document) -> bytes:
        cells = self._cells(record) | {self.field: self.text(document)}
        if strange := [name for name in cells if name not in self.names]:
            raise RecordError(f"{record.place}: has a field {strange[0]!r}, which the output has no column for")
        row = [cells.get(name, "") for name in self.names]
        if self.facts:
            row.append("" if record.missing else spell(facts_of(document)))
        if self.removed:
            row.append("" if record.missing else spell(removals(document)))
        line_break = record.frame.line_break if isinstance(record.frame, Row) else "\n"
        return encoded(self._line(row, line_break), record.place)

    def _cells(self, record: Record) -> dict[str, str]:
        if isinstance(record.frame, Row):
            return record.frame.values()
        found = object_of(record)
        return {name: _cell(found, name) for name in found.names}

    def _line(self, cells: list[str], line_break: str) -> str:
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator=_QUOTED).writerow(cells)
        return out.getvalue().removesuffix(_QUOTED) + line_break


def _cell(found: JsonObject, name: str) -> str:
    """A value as a cell: strings without quotes, null as nothing, all else as JSON spells it."""
    if found.is_string(name):
        return str(found.get(name))
    spelling = found.spelled(name)
    return "" if spelling == "null" else spelling
