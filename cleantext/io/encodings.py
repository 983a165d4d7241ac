"""Bytes into text: byte order marks, named encodings, and errors that say where."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from cleantext.errors import RecordError, UsageError
from cleantext.io.records import ByteStream, Place

BYTE_ORDER_MARKS = (  # UTF-32 before UTF-16, whose little-endian mark begins alike
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LONGEST_MARK = 4
_PACKED = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\0": "xz", b"\x28\xb5\x2f\xfd": "zst"}  # what they begin with
ERROR_HANDLERS = ("strict", "replace", "ignore")
_ENDIAN = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}  # what they are without a mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How bytes are read: by ``name``, or as UTF-8, unless a byte order mark says otherwise.

    ``errors`` is what becomes of bytes that do not decode: ``strict`` (an error that says where),
    ``replace`` (each becomes U+FFFD) or ``ignore`` (each is left out).

    Raises ``UsageError`` for an encoding that Python does not know.
    """

    name: str | None = None
    errors: str = "strict"

    def __post_init__(self) -> None:
        if self.name is not None:
            canonical(self.name)
        if self.errors not in ERROR_HANDLERS:
            raise UsageError(f"unknown way with undecodable bytes {self.errors!r}; one of {', '.join(ERROR_HANDLERS)}")

    def of(self, head: bytes) -> tuple[str, int]:
        """The encoding of bytes that begin with ``head``, and how many of them are the byte order mark.

        >>> Encoding().of(b"\\xff\\xfeA\\x00")
        ('utf-16-le', 2)
        >>> Encoding(name="latin-1").of(b"\\xff\\xfeA")
        ('iso8859-1', 0)
        """
        name = canonical(self.name or "utf-8")
        if name.startswith("utf"):
            for mark, marked in BYTE_ORDER_MARKS:
                if head.startswith(mark):
                    return marked, len(mark)
        return _ENDIAN.get(name, name), 0


class DecodeError(RecordError):
    """Bytes that are not what their encoding allows."""


class PackedError(RecordError):
    """Bytes that are compressed, where text was expected."""


def canonical(name: str) -> str:
    """Python's own name of an encoding."""
    try:
        "".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise UsageError(f"unknown encoding {name!r}; common ones are utf-8, utf-16, cp1252, iso8859-1") from None


def begin(stream: ByteStream) -> bytes:
    """Read as many bytes as it takes to know whether a byte order mark stands first."""
    head = b""
    while len(head) < LONGEST_MARK and any(mark.startswith(head) for mark, _ in BYTE_ORDER_MARKS):
        chunk = stream.read1(LONGEST_MARK - len(head))
        if not chunk:
            break
        head += chunk
    return head


def decode(data: bytes, encoding: str, errors: str, place: Place, offset: int = 0) -> str:
    """Decode bytes that stand at ``offset`` in their source.

    Raises ``DecodeError`` with the byte and the line, and ``PackedError`` for what is compressed.
    """
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError as error:
        for begins, ending in _PACKED.items():
            if not offset and data.startswith(begins):
                raise PackedError(
                    f"{place}: is compressed, and no name says so; decompress it, or end its name in .{ending}"
                ) from None
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        where = f"byte {offset + error.start}" + (f", line {line}" if place.number is None else "")
        raise DecodeError(
            f"{place}: {where}: 0x{data[error.start]:02x} does not decode as {encoding.upper()} ({error.reason})"
        ) from None
    except UnicodeError as error:
        raise DecodeError(f"{place}: byte {offset}: does not decode as {encoding.upper()} ({error})") from None
