"""What passes between formats: a record with its place, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from cleantext.document import Document
from cleantext.errors import RecordError
from cleantext.io.jsonobject import JsonObject


class Place(NamedTuple):
    """Where a record stands: a source, and its line or document in it, counted from 1.

    >>> str(Place("news.jsonl", 3))
    'news.jsonl:3'
    """

    source: str
    number: int | None = None

    def __str__(self) -> str:
        return self.source if self.number is None else f"{self.source}:{self.number}"


@dataclass(frozen=True, slots=True)
class Record:
    """One document of the input.

    ``known`` is what the input says of it (title, language, url …); ``frame`` is the JSON object it came in.
    """

    text: str
    place: Place
    known: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    frame: JsonObject | None = None

    @property
    def raw(self) -> bytes:
        """The record as it came, in UTF-8."""
        text = self.frame.spelling if self.frame else self.text
        return text.encode(errors="surrogatepass")


class Rejected(NamedTuple):
    """A record that cannot be read: its bytes as they came, and what is wrong with them."""

    raw: bytes
    error: RecordError


class ByteStream(Protocol):
    """The part of a binary file that readers use."""

    def read(self, size: int = -1, /) -> bytes: ...

    def read1(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes, as soon as there are some; none at the end."""


class Source(NamedTuple):
    """Bytes to read and the name that messages give them."""

    name: str
    stream: ByteStream


class Reader(Protocol):
    """Turns a source into records, one at a time."""

    def __call__(self, source: Source) -> Iterator[Record | Rejected]: ...


class Writer(Protocol):
    """Spells out a cleaned record."""

    def text(self, document: Document) -> str:
        """The document's text as this format has it."""

    def __call__(self, record: Record, document: Document) -> bytes:
        """The whole record, ready to be written.

        Raises ``RecordError`` where the format cannot hold it.
        """
