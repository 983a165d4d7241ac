"""What passes between formats: a piece of a source, a record with its place, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, Protocol

from cleantext.document import Document
from cleantext.errors import RecordError


class Place(NamedTuple):
    """Where a record stands: a source, and its line or document in it, counted from 1.

    >>> str(Place("news.jsonl", 3))
    'news.jsonl:3'
    """

    source: str
    number: int | None = None

    def __str__(self) -> str:
        return self.source if self.number is None else f"{self.source}:{self.number}"


class Frame(Protocol):
    """What a record came in: an object, a row."""

    @property
    def raw(self) -> bytes:
        """The record as it came, in UTF-8."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its fields, in order."""

    def get(self, name: str, /) -> Any:
        """The value of a field; None where there is no such field."""

    def values(self) -> dict[str, Any]:
        """Its fields as data that JSON could hold."""


class DamagedError(RecordError):
    """A source that is cut off or damaged; ``rest`` is what of it was read and is in no record."""

    rest: bytes = b""


@dataclass(frozen=True, slots=True)
class Record:
    """One document of the input.

    ``known`` is what the input says of it (title, language, url …); ``frame`` is what it came in, if in more than text.
    One whose text is ``missing`` came with null instead, and goes out with it where the format has such a thing.
    """

    text: str
    place: Place
    known: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    frame: Frame | None = None
    missing: bool = False

    @property
    def raw(self) -> bytes:
        """The record as it came, in UTF-8."""
        return self.frame.raw if self.frame else self.text.encode(errors="surrogatepass")


FATAL = "the process that was cleaning this record died, twice"


class Rejected(NamedTuple):
    """A record that cannot be read: its bytes as they came, and what is wrong with them."""

    raw: bytes
    error: RecordError


class Passed(NamedTuple):
    """A record that is no document, by its kind: an image, a request."""

    kind: str


Item = Record | Rejected | Passed


class Raw(NamedTuple):
    """A piece of a source, cut and not yet understood: quick to find, and to hand to another process.

    ``records`` is the number of records in it, ``told`` is what its reader needs to know besides the bytes.
    """

    place: Place
    data: bytes
    told: Any = None
    records: int = 1


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
    """Turns a source into records, one at a time, in two halves: cutting is quick, reading is the work."""

    def __call__(self, source: Source) -> Iterator[Item]:
        """All records of a source."""

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        """The pieces of a source."""

    def read(self, raw: Raw) -> Iterator[Item]:
        """The records in a piece."""

    def first(self, raw: Raw, records: int) -> Raw:
        """A piece of several records without those after the first."""

    def names(self, source: Source) -> tuple[str, ...]:
        """The fields of the records, in order, as far as the beginning of a source tells."""


class Cutter:
    """What readers share: they read what they cut."""

    __slots__ = ()

    def __call__(self: Reader, source: Source) -> Iterator[Item]:
        for piece in cuts(self, source):
            if isinstance(piece, Rejected):
                yield piece
            else:
                yield from self.read(piece)

    def first(self, raw: Raw, _records: int) -> Raw:
        return raw


def cuts(reader: Reader, source: Source) -> Iterator[Raw | Rejected]:
    """The pieces of a source, and where it ends before its time what is left of it."""
    try:
        yield from reader.cut(source)
    except DamagedError as error:
        yield Rejected(error.rest, error)


class Writer(Protocol):
    """Spells out a cleaned record."""

    def text(self, document: Document) -> str:
        """The document's text as this format has it."""

    def __call__(self, record: Record, document: Document) -> bytes:
        """The whole record, ready to be written.

        Raises ``RecordError`` where the format cannot hold it.
        """


class Joined:
    """What writers of bytes share: what stands before all records, and what between two."""

    __slots__ = ()
    head: ClassVar[bytes] = b""
    between: ClassVar[bytes] = b""

    def joined(self, records: Sequence[bytes]) -> bytes:
        """Several records, ready to be written; an empty one leaves no trace."""
        return self.between.join(filter(None, records))
