"""Sources that can be read at any place, as tables in files must be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, cast

from cleantext.io.codecs import Decompressed
from cleantext.io.extras import extra
from cleantext.io.records import Source


@contextmanager
def seekable(source: Source) -> Iterator[Any]:
    """The stream of a source, or where it can only be read from its beginning a copy of it on disk."""
    stream: Any = source.stream
    if not isinstance(stream, Decompressed) and getattr(stream, "seekable", bool)():
        stream.seek(0)
        yield stream
        return
    with TemporaryFile() as copy:
        copyfileobj(stream, cast(Any, copy), 1 << 20)
        copy.seek(0)
        yield copy


def mapped(stream: Any) -> Any:
    """The file of a stream mapped into memory, where it has a name; None where it has none."""
    name = getattr(stream, "name", None)
    if isinstance(name, str) and Path(name).is_file():
        return extra("pyarrow", "parquet", "Arrow files").memory_map(name)
    return None
