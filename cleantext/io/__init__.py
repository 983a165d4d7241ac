"""Records in and out: one module a format, every reader and writer in two tables.

A reader turns a source of bytes into records, one after the other, and gives what it cannot read as
``Rejected``, so that whoever asks can stop or go on. A writer turns a cleaned document into bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cleantext.io.jsonl import JsonlReader, JsonlWriter
from cleantext.io.records import Place, Reader, Record, Rejected, Source, Writer
from cleantext.io.text import LinesReader, LinesWriter, NullReader, NullWriter, TextReader, TextWriter

__all__ = ["READERS", "WRITERS", "Place", "Reader", "Record", "Rejected", "Source", "Writer"]

READERS: dict[str, Callable[..., Any]] = {
    "text": TextReader,
    "lines": LinesReader,
    "null": NullReader,
    "jsonl": JsonlReader,
}

WRITERS: dict[str, Callable[..., Any]] = {
    "text": TextWriter,
    "lines": LinesWriter,
    "null": NullWriter,
    "jsonl": JsonlWriter,
}
