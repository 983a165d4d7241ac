"""Format and compression from a file's name."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from cleantext.errors import UsageError

FORMATS = {
    "txt": "text",
    "text": "text",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "parquet": "parquet",
    "arrow": "arrow",
    "feather": "arrow",
    "ipc": "arrow",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "warc": "warc",
}
COMPRESSIONS = {"gz": "gz", "gzip": "gz", "bz2": "bz2", "xz": "xz", "zst": "zst", "zstd": "zst"}


class Named(NamedTuple):
    """A name without its endings, and what they stand for."""

    stem: str
    format: str | None
    compression: str | None


def named(path: str) -> Named:
    """What a name says.

    >>> named("dumps/news.jsonl.gz")
    Named(stem='news', format='jsonl', compression='gz')
    >>> named("README")
    Named(stem='README', format=None, compression=None)
    """
    name = PurePosixPath(path.replace("\\", "/")).name
    rest, compression = _without(name, COMPRESSIONS)
    stem, form = _without(rest, FORMATS)
    return Named(stem, form, compression)


def format_of(path: str) -> str:
    """The format that a name stands for.

    Raises ``UsageError`` for a name that stands for none.
    """
    if form := named(path).format:
        return form
    endings = ", ".join(f".{ending}" for ending in FORMATS)
    raise UsageError(f"{path}: its name tells no format; use --from or --to, or a name that ends in one of {endings}")


def renamed(path: str, form: str) -> str:
    """The name for the same in another format; its compression stays.

    >>> renamed("page.html.gz", "text"), renamed("news.ndjson", "jsonl")
    ('page.txt.gz', 'news.ndjson')
    """
    found = named(path)
    if found.format == form:
        return PurePosixPath(path.replace("\\", "/")).name
    ending = next((ending for ending, meant in FORMATS.items() if meant == form), "txt")
    return ".".join(part for part in (found.stem, ending, found.compression) if part)


def _without(name: str, endings: dict[str, str]) -> tuple[str, str | None]:
    """The name without an ending that stands for something, and what it stands for."""
    stem, dot, ending = name.rpartition(".")
    meant = endings.get(ending.lower()) if dot and stem else None
    return (stem, meant) if meant else (name, None)
