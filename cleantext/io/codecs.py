"""Compressed bytes, by a file's name: gz, bz2, xz and zst.

What is written depends on the content alone, not on the time or the name of the file.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from cleantext.io.extras import extra
from cleantext.io.names import named
from cleantext.io.records import ByteStream, DamagedError

JOINABLE = (None, "gz", "bz2", "xz")
"""What can be compressed piece by piece: all common readers take pieces after each other as one file."""
_CHUNK = 1 << 16
_WIDEST = 1 << 31  # bytes of a window: as far as zstd --long=31 goes


def compression_of(path: str) -> str | None:
    """``gz``, ``bz2``, ``xz``, ``zst`` or None, by the name."""
    return named(path).compression


def decompressed(stream: BinaryIO, path: str) -> ByteStream:
    """What a stream holds, decompressed if its name says that it is compressed.

    Reading raises ``DamagedError`` where it is cut off or damaged.
    """
    compression = compression_of(path)
    return Decompressed(_READERS[compression](stream), path) if compression else cast(ByteStream, stream)


def compressing(stream: BinaryIO, compression: str | None) -> BinaryIO:
    """A stream that compresses into another; closing it leaves the other open."""
    return _WRITERS[compression](stream) if compression else cast("BinaryIO", _Open(stream))


def compressed(data: bytes, compression: str | None) -> bytes:
    """The bytes as a compressed file of their own.

    >>> compressed(b"news", "gz") == compressed(b"news", "gz"), compressed(b"news", None)
    (True, b'news')
    """
    if compression is None or not data:
        return data
    into = io.BytesIO()
    with compressing(into, compression) as stream:
        stream.write(data)
    return into.getvalue()


class Decompressed:
    """A stream whose damage is told as such."""

    __slots__ = ("_name", "_stream")

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name

    def read(self, size: int = -1, /) -> bytes:
        return self._tried(self._stream.read, size)

    def read1(self, size: int = -1, /) -> bytes:
        return self._tried(cast(ByteStream, self._stream).read1, size)

    def _tried(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            return read(size)
        except EOFError:
            raise DamagedError(f"{self._name}: ends in the middle of compressed data; is it whole?") from None
        except Exception as error:
            if not _is_damage(error):
                raise
            raise DamagedError(f"{self._name}: damaged compressed data ({error})") from None


def _is_damage(error: Exception) -> bool:
    from lzma import LZMAError

    if isinstance(error, OSError):  # one of the system's has a number
        return error.errno is None
    return isinstance(error, zlib.error | LZMAError | _ZstdError)


class _ZstdError(Exception):
    """The package's own, told without importing it."""


class _Zstd(io.RawIOBase):
    """Frames of Zstandard, one after the other; unlike the package's own reader it tells a cut-off one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._package: Any = extra("zstandard", "zstd", "zst files")
        self._stream = stream
        self._frame: Any = None
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        while not self._ready:
            data = self._stream.read(_CHUNK)
            if not data:
                self._end()
                return 0
            self._ready = memoryview(self._decoded(data))
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _decoded(self, data: bytes) -> bytes:
        out = []
        while data:
            if self._frame is None:
                self._frame = self._package.ZstdDecompressor(max_window_size=_WIDEST).decompressobj()
            try:
                out.append(self._frame.decompress(data))
            except self._package.ZstdError as error:
                raise _ZstdError(error) from None
            data = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = None
        return b"".join(out)

    def _end(self) -> None:
        if self._frame is not None:
            raise EOFError


class _Open(io.RawIOBase):
    """Writes through, and stays apart from the stream's own end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        return self._stream.write(data)


def _gz_reader(stream: BinaryIO) -> BinaryIO:
    from gzip import GzipFile

    return cast("BinaryIO", GzipFile(fileobj=stream, mode="rb"))


def _gz_writer(stream: BinaryIO) -> BinaryIO:
    from gzip import GzipFile

    return cast("BinaryIO", GzipFile(filename="", fileobj=stream, mode="wb", compresslevel=6, mtime=0))


def _bz2(stream: BinaryIO, mode: Any = "rb") -> BinaryIO:
    from bz2 import BZ2File

    return cast("BinaryIO", BZ2File(stream, mode))


def _xz(stream: BinaryIO, mode: Any = "rb") -> BinaryIO:
    from lzma import LZMAFile

    return cast("BinaryIO", LZMAFile(stream, mode))


def _zst_reader(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Zstd(stream)))


def _zst_writer(stream: BinaryIO) -> BinaryIO:
    package = extra("zstandard", "zstd", "zst files")
    compressor = package.ZstdCompressor(level=3, write_checksum=True)
    return cast("BinaryIO", compressor.stream_writer(stream, closefd=False))


_READERS: dict[str, Callable[[BinaryIO], BinaryIO]] = {"gz": _gz_reader, "bz2": _bz2, "xz": _xz, "zst": _zst_reader}
_WRITERS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    "gz": _gz_writer,
    "bz2": lambda stream: _bz2(stream, "wb"),
    "xz": lambda stream: _xz(stream, "wb"),
    "zst": _zst_writer,
}
