"""Plain text: a document a file, a document a line, or NUL between documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cleantext.document import PARAGRAPH_BREAK, Document
from cleantext.errors import RecordError, UsageError
from cleantext.io.encodings import Encoding, begin, decode
from cleantext.io.pieces import pieces
from cleantext.io.records import Place, Record, Rejected, Source

_LINE_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReader:
    """The whole source is one document; a line break at its very end is not part of it."""

    encoding: Encoding = field(default_factory=Encoding)
    known: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, source: Source) -> Iterator[Record | Rejected]:
        yield self.record(source.stream.read(), Place(source.name))

    def record(self, data: bytes, place: Place) -> Record | Rejected:
        """Read one document."""
        name, mark = self.encoding.of(data)
        try:
            text = decode(data[mark:], name, self.encoding.errors, place, mark)
        except RecordError as error:
            return Rejected(data, error)
        return Record(text.removesuffix("\n").removesuffix("\r"), place, self.known)


def separated(source: Source, separator: str, encoding: Encoding) -> Iterator[tuple[Place, bytes, str | RecordError]]:
    """Each piece of a source between separators: its place, its bytes, and its text or why it has none."""
    head = begin(source.stream)
    name, mark = encoding.of(head)
    found = pieces(source.stream, separator.encode(name), head[mark:])
    for number, (offset, data) in enumerate(found, 1):
        place = Place(source.name, number)
        try:
            yield place, data, decode(data, name, encoding.errors, place, mark + offset)
        except RecordError as error:
            yield place, data, error


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesReader:
    """Every line is a document; an empty line is an empty one."""

    encoding: Encoding = field(default_factory=Encoding)
    known: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, source: Source) -> Iterator[Record | Rejected]:
        for place, data, text in separated(source, "\n", self.encoding):
            if isinstance(text, str):
                yield Record(text.removesuffix("\r"), place, self.known)
            else:
                yield Rejected(data, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class NullReader:
    """Documents stand between NUL characters, and may hold line breaks."""

    encoding: Encoding = field(default_factory=Encoding)
    known: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, source: Source) -> Iterator[Record | Rejected]:
        for place, data, text in separated(source, "\0", self.encoding):
            yield Record(text, place, self.known) if isinstance(text, str) else Rejected(data, text)


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
class TextWriter:
    """The text and a line break after it; nothing for an empty document."""

    separator: str = PARAGRAPH_BREAK

    def text(self, document: Document) -> str:
        return spelled(document, self.separator)

    def __call__(self, record: Record, document: Document) -> bytes:
        text = self.text(document)
        return encoded(text + "\n", record.place) if text else b""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesWriter:
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
class NullWriter:
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
