"""Plain text: a document a file, a document a line, or NUL between documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from cleantext.document import PARAGRAPH_BREAK, Document
from cleantext.errors import RecordError, UsageError
from cleantext.io.encodings import Encoding, begin, decode
from cleantext.io.pieces import pieces
from cleantext.io.records import Cutter, Item, Joined, Place, Raw, Record, Rejected, Source

PLAIN = ("id", "text")  # the fields of a record that came as text
_LINE_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReader(Cutter):
    """The whole source is one document; a line break at its very end is not part of it."""

    encoding: Encoding = field(default_factory=Encoding)
    known: Mapping[str, Any] = field(default_factory=dict)

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        yield Raw(Place(source.name), source.stream.read())

    def read(self, raw: Raw) -> Iterator[Item]:
        name, mark = self.encoding.of(raw.data)
        try:
            text = decode(raw.data[mark:], name, self.encoding.errors, raw.place, mark)
        except RecordError as error:
            yield Rejected(raw.data, error)
        else:
            yield Record(text.removesuffix("\n").removesuffix("\r"), raw.place, self.known)

    def names(self, source: Source) -> tuple[str, ...]:  # noqa: ARG002 (the same for all)
        return PLAIN


def separated(source: Source, separator: str, encoding: Encoding) -> Iterator[Raw]:
    """Each piece of a source between separators, with its encoding and its offset in bytes."""
    head = begin(source.stream)
    name, mark = encoding.of(head)
    for number, (offset, data) in enumerate(pieces(source.stream, separator.encode(name), head[mark:]), 1):
        yield Raw(Place(source.name, number), data, (name, mark + offset))


def decoded(raw: Raw, errors: str) -> str:
    """The text of a piece that ``separated`` cut.

    Raises ``DecodeError``.
    """
    name, offset = raw.told
    return decode(raw.data, name, errors, raw.place, offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class NullReader(Cutter):
    """Documents stand between NUL characters, and may hold line breaks."""

    separator: ClassVar[str] = "\0"
    encoding: Encoding = field(default_factory=Encoding)
    known: Mapping[str, Any] = field(default_factory=dict)

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        return separated(source, self.separator, self.encoding)

    def read(self, raw: Raw) -> Iterator[Item]:
        try:
            yield Record(self.trimmed(decoded(raw, self.encoding.errors)), raw.place, self.known)
        except RecordError as error:
            yield Rejected(raw.data, error)

    def names(self, source: Source) -> tuple[str, ...]:  # noqa: ARG002 (the same for all)
        return PLAIN

    @staticmethod
    def trimmed(text: str) -> str:
        """The piece without what belongs to its separator."""
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesReader(NullReader):
    """Every line is a document; an empty line is an empty one."""

    separator: ClassVar[str] = "\n"

    @staticmethod
    def trimmed(text: str) -> str:
        return text.removesuffix("\r")


def spelled(document: Document, separator: str = PARAGRAPH_BREAK) -> str:
    """The document's text, with ``separator`` between paragraphs."""
    return document.text if separator == PARAGRAPH_BREAK else separator.join(b.text for b in document.kept)


def encoded(text: str, place: Place) -> bytes:
    """The text as UTF-8.

    Raises ``RecordError`` for half a surrogate pair, which UTF-8 cannot hold.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise RecordError(
            f"{place}: the text holds half a surrogate pair (U+{code:04X}), which UTF-8 cannot; "
            "the step 'encoding' mends it, or write JSON Lines"
        ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWriter(Joined):
    """The text and a line break after it, an empty line between texts; nothing for an empty document."""

    between: ClassVar[bytes] = b"\n"
    separator: str = PARAGRAPH_BREAK

    def text(self, document: Document) -> str:
        return spelled(document, self.separator)

    def __call__(self, record: Record, document: Document) -> bytes:
        text = self.text(document)
        return encoded(text + "\n", record.place) if text else b""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesWriter(Joined):
    """One line a document, an empty one for an empty document; ``separator`` stands between paragraphs.

    Raises ``UsageError`` for a separator that would break the line.
    """

    separator: str = " "

    def __post_init__(self) -> None:
        if "\n" in self.separator or "\r" in self.separator:
            raise UsageError("a separator with a line break in it cannot stand in a line; choose another, or --to null")

    def text(self, document: Document) -> str:
        return self.separator.join(_LINE_BREAK.sub(" ", b.text) for b in document.kept)

    def __call__(self, record: Record, document: Document) -> bytes:
        return encoded(self.text(document) + "\n", record.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class NullWriter(Joined):
    """The text and NUL after it.

    Raises ``RecordError`` for a text that holds NUL itself.
    """

    separator: str = PARAGRAPH_BREAK

    def text(self, document: Document) -> str:
        return spelled(document, self.separator)

    def __call__(self, record: Record, document: Document) -> bytes:
        text = self.text(document)
        if "\0" in text:
            raise RecordError(f"{record.place}: the text holds NUL, which ends a document here; write JSON Lines")
        return encoded(text + "\0", record.place)
