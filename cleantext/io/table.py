"""Parquet and Arrow IPC (Feather): a record a row; every other column goes through as it is, with its type."""

from __future__ import annotations

import base64
import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from itertools import groupby
from typing import Any, NamedTuple

from cleantext.document import PARAGRAPH_BREAK, Document, Facts
from cleantext.errors import RecordError, UsageError
from cleantext.io.arrow import MANY
from cleantext.io.extras import extra
from cleantext.io.jsonl import FACTS, REMOVED, facts_of, removals
from cleantext.io.jsonobject import JsonObject, spell
from cleantext.io.known import told_by
from cleantext.io.records import FATAL, Cutter, DamagedError, Item, Place, Raw, Record, Rejected, Source
from cleantext.io.seekable import mapped, seekable
from cleantext.io.text import encoded, spelled

ROWS = 1024  # read at a time
PIECE = 1 << 17  # bytes of text in a piece, about: a row may be longer
_MAGIC = b"ARROW1"


def arrow() -> Any:
    """The package pyarrow.

    Raises ``UsageError`` where it is not installed.
    """
    return extra("pyarrow", "parquet", "Parquet and Arrow files")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a batch."""

    batch: Any
    index: int

    @property
    def raw(self) -> bytes:
        return spell(self.values()).encode()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.batch.schema.names)

    def get(self, name: str, /) -> Any:
        """The value of a column as data that JSON could hold; None where there is no such column."""
        at = self.batch.schema.get_field_index(name)
        return plain(self.batch.column(at)[self.index].as_py()) if at >= 0 else None

    def values(self) -> dict[str, Any]:
        return {name: plain(self.batch.column(at)[self.index].as_py()) for at, name in enumerate(self.names)}


@dataclass(frozen=True, kw_only=True)
class TableReader(Cutter):
    """Every row is a record; ``field`` is the column of the text.

    ``known_from`` says which columns tell what is known of the document. A piece may be told the rows
    that are not to be read.
    """

    known: Mapping[str, Any] = default(default_factory=dict)
    field: str = "text"
    known_from: Mapping[str, str] = default(default_factory=dict)
    parquet: bool = True

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        with seekable(source) as stream:
            table = self._opened(source.name, stream)
            check_text(table.schema, self.field, source.name)
            number = 1
            for batch in table.batches():
                if isinstance(batch, str):
                    yield Rejected(b"", RecordError(f"{Place(source.name, number)}: {batch}"))
                    continue
                for piece in _pieces(batch, self.field):
                    yield Raw(Place(source.name, number), packed([piece]), None, piece.num_rows)
                    number += piece.num_rows

    def read(self, raw: Raw) -> Iterator[Item]:
        number = raw.place.number or 1
        for batch in unpacked(raw.data):
            for index, text in enumerate(batch.column(self.field).to_pylist()):
                place, row = Place(raw.place.source, number + index), TableRow(batch, index)
                if index in (raw.told or ()):
                    yield Rejected(row.raw, RecordError(f"{place}: {FATAL}"))
                else:
                    yield self._record(text, place, row)
            number += batch.num_rows

    def first(self, raw: Raw, records: int) -> Raw:
        (batch,) = unpacked(raw.data)
        return raw._replace(data=packed([batch.slice(0, records)]), records=records)

    def schema(self, source: Source) -> Any:
        """The columns of a source with their types."""
        with seekable(source) as stream:
            return self._opened(source.name, stream).schema

    def names(self, source: Source) -> tuple[str, ...]:
        return tuple(self.schema(source).names)

    def _opened(self, name: str, stream: Any) -> _Batches:
        kind = _Parquet if self.parquet else _Ipc
        try:
            return kind(stream)
        except _damages() as error:
            if getattr(error, "errno", None) is not None:
                raise
            raise DamagedError(f"{name}: is no {kind.name} file, or a damaged one ({_line(error)})") from None

    def _record(self, text: str | None, place: Place, row: TableRow) -> Record | Rejected:
        try:
            told = told_by({name: row.get(name) for name in self.known_from.values()}, self.known_from, place)
        except RecordError as error:
            return Rejected(row.raw, error)
        return Record(text or "", place, {**self.known, **told}, row, missing=text is None)


def check_text(schema: Any, name: str, source: str) -> None:
    """Raise ``DamagedError`` where a table has no column of that name, or one that is no text."""
    types = arrow().types
    if name not in schema.names:
        columns = ", ".join(schema.names) or "none"
        raise DamagedError(f"{source}: no column {name!r}; the columns are: {columns}; --field names another")
    if schema.names.count(name) > 1:
        raise DamagedError(f"{source}: two columns are called {name!r}; rename one")
    kind = schema.field(name).type
    inner = kind.value_type if types.is_dictionary(kind) else kind
    if not (types.is_string(inner) or types.is_large_string(inner) or types.is_string_view(inner)):
        raise DamagedError(f"{source}: the column {name!r} is no text, but {kind}")


class _Batches:
    """A table in a file, batch by batch; what cannot be read comes as a message."""

    name = ""
    schema: Any

    def batches(self) -> Iterator[Any]:
        raise NotImplementedError


class _Parquet(_Batches):
    name = "Parquet"

    def __init__(self, stream: Any) -> None:
        self._file = extra("pyarrow.parquet", "parquet", "Parquet files").ParquetFile(stream, pre_buffer=False)
        self.schema = self._file.schema_arrow

    def batches(self) -> Iterator[Any]:
        for group in range(self._file.num_row_groups):
            try:
                yield from self._file.iter_batches(ROWS, row_groups=[group], use_threads=False)
            except _damages() as error:
                yield f"row group {group} is damaged ({_line(error)})"


class _Ipc(_Batches):
    """The file format where the file begins with its mark, else the format of streams."""

    name = "Arrow"

    def __init__(self, stream: Any) -> None:
        ipc = extra("pyarrow.ipc", "parquet", "Arrow files")
        head = stream.read(len(_MAGIC))
        stream.seek(0)
        source = mapped(stream) or stream
        self._file = ipc.open_file(source) if head == _MAGIC else ipc.open_stream(source)
        self._seekable = head == _MAGIC
        self.schema = self._file.schema

    def batches(self) -> Iterator[Any]:
        if not self._seekable:
            yield from self._streamed()
            return
        for number in range(self._file.num_record_batches):
            try:
                yield self._file.get_batch(number)
            except _damages() as error:
                yield f"batch {number} is damaged ({_line(error)})"

    def _streamed(self) -> Iterator[Any]:
        try:
            yield from self._file
        except _damages() as error:
            yield f"the stream is damaged from here on ({_line(error)})"


def _damages() -> tuple[type[Exception], ...]:
    return (arrow().ArrowException, OSError, EOFError)


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _pieces(batch: Any, name: str) -> Iterator[Any]:
    """A batch cut where its texts come to ``PIECE`` bytes."""
    start = size = 0
    compute = extra("pyarrow.compute", "parquet", "Parquet files")
    for at, length in enumerate(compute.binary_length(_strings(batch.column(name))).to_pylist()):
        size += length or 0
        if size >= PIECE:
            yield batch.slice(start, at + 1 - start)
            start, size = at + 1, 0
    if start < batch.num_rows:
        yield batch.slice(start)


def _strings(column: Any) -> Any:
    kind = arrow().large_string()
    return column if column.type == kind else column.cast(kind)


def packed(batches: Sequence[Any]) -> bytes:
    """Batches as an Arrow stream of their own."""
    into = BytesIO()
    with arrow().ipc.new_stream(into, batches[0].schema) as stream:
        for batch in batches:
            stream.write_batch(batch)
    return into.getvalue()


def unpacked(data: bytes) -> list[Any]:
    """The batches of an Arrow stream."""
    with arrow().ipc.open_stream(data) as stream:
        return list(stream)


def plain(value: Any) -> Any:
    """A value as data that JSON can hold: dates as ISO 8601, bytes as Base64, what is no number as null.

    >>> plain([dt.date(2021, 5, 1), Decimal("1.50"), b"ab", float("nan")])
    ['2021-05-01', '1.50', 'YWI=', None]
    """
    match value:
        case dict():
            return {str(key): plain(inner) for key, inner in value.items()}
        case list() | tuple() | set():
            return [plain(inner) for inner in value]
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case float():
            return value if math.isfinite(value) else None
        case Decimal() | dt.timedelta():
            return str(value)
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)


class Cleaned(NamedTuple):
    """A cleaned record on its way into a table."""

    frame: Any
    text: str | None
    facts: dict[str, Any] | None
    removed: list[dict[str, Any]] | None


@dataclass(frozen=True, kw_only=True)
class TableWriter:
    """The record's own row with the text replaced; the columns ``facts`` and ``removed`` are typed structures.

    ``schema`` are the columns that the records come with.
    """

    schema: Any
    field: str = "text"
    facts: bool = False
    removed: bool = False
    separator: str = PARAGRAPH_BREAK
    head: bytes = b""
    between: bytes = b""

    @cached_property
    def whole(self) -> Any:
        """The columns that go out."""
        pa = arrow()
        found = self.schema
        for name, wanted, kind in ((FACTS, self.facts, facts_type), (REMOVED, self.removed, removed_type)):
            if wanted and name in found.names:
                raise UsageError(f"there is a column {name!r} already; rename it, or ask for no {name}")
            if wanted:
                found = found.append(pa.field(name, kind()))
        return found

    def text(self, document: Document) -> str:
        return spelled(document, self.separator)

    def __call__(self, record: Record, document: Document) -> Cleaned:
        if record.missing:
            return Cleaned(self._framed(record), None, None, None)
        text = self.text(document)
        encoded(text, record.place)
        facts = facts_of(document) if self.facts else None
        return Cleaned(self._framed(record), text, facts, removals(document) if self.removed else None)

    def _framed(self, record: Record) -> TableRow:
        """The row that the record came in, or one made of it."""
        frame = record.frame
        if isinstance(frame, TableRow):
            if not frame.batch.schema.equals(self.schema):
                raise RecordError(f"{record.place}: other columns than in the first file: {_differ(frame, self)}")
            return frame
        try:
            values = frame.values() if frame else {"id": str(record.place)}
            if strange := [name for name in values if name not in self.schema.names]:
                raise RecordError(f"{record.place}: has a field {strange[0]!r}, which the output has no column for")
            values[self.field] = ""
            return TableRow(arrow().RecordBatch.from_pylist([values], schema=self.schema), 0)
        except (arrow().ArrowException, ValueError, TypeError, OverflowError) as error:
            raise RecordError(f"{record.place}: does not fit the columns of the output ({_line(error)})") from None

    def joined(self, rows: Sequence[Cleaned]) -> bytes:
        """The rows as an Arrow stream."""
        return packed(self._table(rows).to_batches()) if rows else b""

    def _table(self, rows: Sequence[Cleaned]) -> Any:
        pa = arrow()
        batches: list[Any] = []
        for _, group in groupby(rows, key=lambda row: id(row.frame.batch)):
            batches += _taken([row.frame for row in group])
        table = pa.Table.from_batches(batches, self.schema)
        at = self.schema.get_field_index(self.field)
        texts = [row.text for row in rows]
        table = table.set_column(at, self.schema.field(at), _texts(texts, self.schema.field(at).type))
        for name, values in ((FACTS, [row.facts for row in rows]), (REMOVED, [row.removed for row in rows])):
            if name in self.whole.names and name not in self.schema.names:
                table = table.append_column(self.whole.field(name), pa.array(values, self.whole.field(name).type))
        return table.combine_chunks()


def _taken(rows: Sequence[TableRow]) -> Iterator[Any]:
    """Rows of one batch, in runs; not every type can be taken one by one."""
    start = 0
    for at, row in enumerate(rows, 1):
        if at == len(rows) or rows[at].index != row.index + 1:
            yield row.batch.slice(rows[start].index, at - start)
            start = at


def _texts(texts: list[str | None], kind: Any) -> Any:
    pa = arrow()
    if pa.types.is_dictionary(kind):
        return pa.array(texts, kind.value_type).dictionary_encode().cast(kind)
    return pa.array(texts, kind)


def _differ(row: TableRow, writer: TableWriter) -> str:
    """What tells two schemas apart, shortly."""
    ours, theirs = list(writer.schema), list(row.batch.schema)
    strange = [f"{column.name}: {column.type}" for column in theirs if column not in ours]
    missing = [f"{column.name}: {column.type}" for column in ours if column not in theirs]
    return "; ".join([*(f"{name} is new" for name in strange), *(f"{name} is missing" for name in missing)]) or "order"


def facts_type() -> Any:
    """The type of the column of facts."""
    pa = arrow()
    return pa.struct([(name, pa.list_(pa.string()) if name in MANY else pa.string()) for name in Facts._fields])


def removed_type() -> Any:
    """The type of the column of what was removed."""
    pa = arrow()
    reason = pa.struct([("rule", pa.string()), ("weight", pa.float64()), ("note", pa.string())])
    text = [(name, pa.string()) for name in ("role", "step", "text")]
    number = [("start", pa.int64()), ("end", pa.int64()), ("confidence", pa.float64())]
    return pa.list_(pa.struct([*text, *number, ("reasons", pa.list_(reason))]))


def surveyed(records: Iterator[Item]) -> Any:
    """The columns that hold all records, with the types that fit all of their values.

    Raises ``UsageError`` where they do not agree.
    """
    pa = arrow()
    found = pa.schema([])
    while rows := _some(records, ROWS):
        try:
            kind = pa.infer_type(rows)
            pa.array(rows, kind)  # the type may be that of most only
            found = pa.unify_schemas([found, pa.schema(list(kind))], promote_options="permissive")
        except (pa.ArrowException, OverflowError, ValueError) as error:
            message = f"the records do not agree on the type of a column ({_line(error)}); write JSON Lines"
            raise UsageError(message) from None
    return pa.schema([column.with_type(pa.string()) if pa.types.is_null(column.type) else column for column in found])


def _some(records: Iterator[Item], most: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for item in records:
        if isinstance(item, Record) and isinstance(item.frame, JsonObject):
            rows.append(item.frame.values())
            if len(rows) == most:
                break
    return rows
