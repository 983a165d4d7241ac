"""WARC: the HTML pages of a web archive (ISO 28500); its other records are passed over."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

from cleantext.errors import RecordError, UsageError
from cleantext.io.encodings import Encoding, canonical, decode
from cleantext.io.extras import extra
from cleantext.io.html import HtmlEncoding, browsers
from cleantext.io.jsonobject import JsonObject, spell
from cleantext.io.records import ByteStream, Cutter, Item, Passed, Place, Raw, Record, Rejected, Source

HTML = ("text/html", "application/xhtml+xml")


class _Told(NamedTuple):
    """What a response's headers say; ``passed`` is the kind of a record that is no page."""

    passed: str = ""
    id: str = ""
    url: str = ""
    date: str = ""
    charset: str | None = None
    codings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcReader(Cutter):
    """Each response that is HTML is a record of that HTML, with its id, its address and when it was fetched.

    The address counts as known. The date of fetching does not: it is not that of publication.
    """

    encoding: Encoding = field(default_factory=HtmlEncoding)
    known: Mapping[str, Any] = field(default_factory=dict)

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        package = extra("fastwarc.warc", "warc", "WARC files")
        stream: _Kept | None = _Kept(source.stream)
        number = 0
        while stream:
            found = package.ArchiveIterator(stream, parse_http=True, auto_decode="none", stream_detect=False)
            try:
                for number, record in enumerate(found, number + 1):  # noqa: B020 (counts on after a gap)
                    stream.forget(record.stream_pos)
                    yield _piece(record, Place(source.name, number))
                return
            except OSError as error:
                if error.errno is not None:
                    raise
                number += 1
                skipped, stream = stream.after_gap()
                message = f"no WARC record begins here ({error}); read on from the next that does"
                yield Rejected(skipped, RecordError(f"{Place(source.name, number)}: {message}"))

    def read(self, raw: Raw) -> Iterator[Item]:
        told: _Told = raw.told
        if told.passed:
            yield Passed(told.passed)
            return
        try:
            page = _decoded(raw)
            name, mark = self._encoding(page, told.charset)
            text = decode(page[mark:], name, self.encoding.errors, raw.place, mark)
        except RecordError as error:
            yield Rejected(raw.data, error)
            return
        frame = JsonObject.parse(spell({"id": told.id, "url": told.url, "date": told.date}))
        yield Record(text, raw.place, {"url": told.url, **self.known}, frame)

    def names(self, source: Source) -> tuple[str, ...]:  # noqa: ARG002 (the same for all)
        return ("id", "url", "date", "text")

    def _encoding(self, page: bytes, charset: str | None) -> tuple[str, int]:
        """What the response says of its encoding goes before what the page says."""
        if self.encoding.name or not charset:
            return self.encoding.of(page)
        try:
            return HtmlEncoding(name=browsers(canonical(charset))).of(page)
        except UsageError:
            return self.encoding.of(page)


class _Kept:
    """A stream that keeps what was read since the last record began, so that a gap can be searched for the next."""

    def __init__(self, stream: ByteStream, head: bytes = b"") -> None:
        self._stream = stream
        self._head = head
        self._kept = bytearray()
        self._start = 0  # where what is kept began

    def read(self, size: int = -1, /) -> bytes:
        data, self._head = (self._head, b"") if self._head else (self._stream.read(size), b"")
        self._kept += data
        return data

    def tell(self) -> int:
        return self._start + len(self._kept)

    def forget(self, position: int) -> None:
        """Keep only what stands from a position on."""
        del self._kept[: position - self._start]
        self._start = position

    def after_gap(self) -> tuple[bytes, _Kept | None]:
        """What is passed over from the last record on, and the stream from the next one on, if there is one."""
        kept = bytes(self._kept)
        found = _BEGIN.search(kept, 1)
        while not found and (data := self._stream.read(_STRIDE)):
            searched = max(1, len(kept) - _LINE)
            kept += data
            found = _BEGIN.search(kept, searched)
        if not found:
            return kept, None
        return kept[: found.start()], _Kept(self._stream, kept[found.start() :])


def _piece(record: Any, place: Place) -> Raw | Rejected:
    headers = record.headers
    if not (headers.get("Content-Length") or "").strip().isdigit():
        return Rejected(b"", RecordError(f"{place}: the header of this record is cut off; is the file whole?"))
    kind = headers.get("WARC-Type", "unknown")
    if kind != "response" or not record.is_http:
        return Raw(place, b"", _Told(kind))
    data = record.reader.read()
    if len(data) < record.content_length:
        return Rejected(data, RecordError(f"{place}: the file ends in the middle of this record; is it whole?"))
    if kind := _passed(record):
        return Raw(place, b"", _Told(kind))
    told = _Told(
        id=record.record_id or str(place),
        url=headers.get("WARC-Target-URI", "").strip("<>"),
        date=headers.get("WARC-Date", ""),
        charset=record.http_charset,
        codings=_codings(record.http_headers),
    )
    return Raw(place, data, told)


def _passed(record: Any) -> str:
    """The kind of a response that is no page; nothing for one that is."""
    if not 200 <= (record.http_headers.status_code or 0) < 300:
        return "response without success"
    return "" if record.http_content_type in HTML else f"response: {record.http_content_type or 'no type'}"


def _codings(headers: Any) -> tuple[str, ...]:
    """What was done to the body, the last first."""
    named = ",".join(filter(None, (headers.get("Content-Encoding"), headers.get("Transfer-Encoding"))))
    return tuple(coding.strip().lower() for coding in reversed(named.split(",")) if coding.strip())


def _decoded(raw: Raw) -> bytes:
    """The body as the page that it carried; archives that decoded it before storing it are common."""
    data = raw.data
    for coding in raw.told.codings:
        if (decoder := _DECODERS.get(coding)) and not (coding in _SIGNS and not data.startswith(_SIGNS[coding])):
            try:
                data = decoder(data)
            except (OSError, EOFError, ValueError, zlib.error) as error:
                raise RecordError(f"{raw.place}: this response does not decode as {coding} ({error})") from None
    return data


def _chunked(data: bytes) -> bytes:
    if not _CHUNK.match(data):
        return data
    return _through("ChunkedReader", data)


def _through(reader: str, data: bytes) -> bytes:
    found: bytes = getattr(extra("fastwarc.stream_io", "warc", "WARC files"), reader)(BytesIO(data)).read()
    return found


def _deflated(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:  # without its header, as many servers send it
        return zlib.decompress(data, -zlib.MAX_WBITS)


_BEGIN = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
_LINE = 12  # the longest first line of a record
_STRIDE = 1 << 20
_CHUNK = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r\n")
_SIGNS = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}
_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "chunked": _chunked,
    "gzip": gzip.decompress,
    "x-gzip": gzip.decompress,
    "deflate": _deflated,
    "br": lambda data: _through("BrotliReader", data),
    "zstd": lambda data: _through("ZstdReader", data),
}
