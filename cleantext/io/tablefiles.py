"""Tables put together from pieces: Arrow streams, each with its length before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from cleantext.io.codecs import compressing
from cleantext.io.extras import extra
from cleantext.io.table import arrow, unpacked

GROUP = 1 << 25  # bytes of a row group, about
MOST = 1 << 17  # rows of a row group


def finisher(form: str, schema: Any, compression: str | None) -> Callable[[Path, BinaryIO], None]:
    """What makes a file of pieces: Parquet, or Arrow IPC."""
    write = _parquet if form == "parquet" else _ipc

    def finish(pieces: Path, into: BinaryIO) -> None:
        with compressing(into, compression) as out:
            write(pieces, schema, out)

    return finish


def _parquet(pieces: Path, schema: Any, out: BinaryIO) -> None:
    with extra("pyarrow.parquet", "parquet", "Parquet files").ParquetWriter(out, schema) as writer:
        for table in _groups(pieces, schema):
            writer.write_table(table, row_group_size=MOST)


def _ipc(pieces: Path, schema: Any, out: BinaryIO) -> None:
    """Columns with dictionaries are put together first, since a file holds one dictionary a column."""
    pa = arrow()
    tables: Any = _groups(pieces, schema)
    if any(pa.types.is_dictionary(column.type) for column in schema):
        tables = [pa.concat_tables([schema.empty_table(), *tables]).unify_dictionaries()]
    with pa.ipc.new_file(out, schema) as writer:
        for table in tables:
            writer.write_table(table, max_chunksize=MOST)


def _groups(pieces: Path, schema: Any) -> Iterator[Any]:
    """The pieces, gathered into tables of about ``GROUP`` bytes."""
    pa = arrow()
    batches: list[Any] = []
    size = rows = 0
    for batch in _batches(pieces):
        batches.append(batch)
        size += batch.nbytes
        rows += batch.num_rows
        if size >= GROUP or rows >= MOST:
            yield pa.Table.from_batches(batches, schema).unify_dictionaries().combine_chunks()
            batches, size, rows = [], 0, 0
    if batches:
        yield pa.Table.from_batches(batches, schema).unify_dictionaries().combine_chunks()


def _batches(pieces: Path) -> Iterator[Any]:
    with pieces.open("rb") as stream:
        while length := stream.read(8):
            yield from unpacked(stream.read(int.from_bytes(length, "little")))
