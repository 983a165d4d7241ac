"""Records in and out: one module a format, every reader and writer in two tables.

A reader turns a source of bytes into records, one after the other, and gives what it cannot read as
``Rejected``, so that whoever asks can stop or go on. A writer turns a cleaned document into bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cleantext.io.jsonl import JsonlReader, JsonlWriter
from cleantext.io.records import Item, Passed, Place, Reader, Record, Rejected, Source, Writer
from cleantext.io.text import LinesReader, LinesWriter, NullReader, NullWriter, TextReader, TextWriter

__all__ = [
    "COLUMNS",
    "FIELDS",
    "FORMATS",
    "PAGES",
    "READERS",
    "TYPED",
    "WRITERS",
    "Item",
    "Passed",
    "Place",
    "Reader",
    "Record",
    "Rejected",
    "Source",
    "Writer",
]


def _late(module: str, name: str, **options: Any) -> Callable[..., Any]:
    """A class of a module that is imported when one is made."""

    def make(**given: Any) -> Any:
        from importlib import import_module

        return getattr(import_module(f"cleantext.io.{module}"), name)(**options, **given)

    return make


READERS: dict[str, Callable[..., Any]] = {
    "text": TextReader,
    "lines": LinesReader,
    "null": NullReader,
    "jsonl": JsonlReader,
    "csv": _late("csvrows", "CsvReader"),
    "tsv": _late("csvrows", "CsvReader", delimiter="\t"),
    "parquet": _late("table", "TableReader"),
    "arrow": _late("table", "TableReader", parquet=False),
    "html": TextReader,
    "warc": _late("warc", "WarcReader"),
}

WRITERS: dict[str, Callable[..., Any]] = {
    "text": TextWriter,
    "lines": LinesWriter,
    "null": NullWriter,
    "jsonl": JsonlWriter,
    "csv": _late("csvrows", "CsvWriter"),
    "tsv": _late("csvrows", "CsvWriter", delimiter="\t"),
    "parquet": _late("table", "TableWriter"),
    "arrow": _late("table", "TableWriter"),
}

FORMATS = tuple(READERS)
FIELDS = frozenset({"jsonl", "csv", "tsv", "parquet", "arrow"})
"""The formats whose records have fields."""
COLUMNS = frozenset({"csv", "tsv", "parquet", "arrow"})
"""The formats whose records all have the same fields."""
TYPED = frozenset({"parquet", "arrow"})
"""The formats whose columns have types."""
PAGES = frozenset({"html", "warc"})
"""The formats whose text is HTML."""
