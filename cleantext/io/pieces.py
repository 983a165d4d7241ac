"""A stream of bytes cut at a separator, in memory no larger than the longest piece."""

from __future__ import annotations

from collections.abc import Iterator

from cleantext.io.records import ByteStream, DamagedError

CHUNK = 1 << 16


def pieces(stream: ByteStream, separator: bytes, head: bytes = b"") -> Iterator[tuple[int, bytes]]:
    """Cut at every separator that stands at a multiple of its own length; give ``(offset, piece)``.

    ``head`` was read before and comes first; offsets count from its start. What follows the last separator
    is a piece if there is any of it.

    >>> import io
    >>> list(pieces(io.BytesIO(b"one\\ntwo"), b"\\n"))
    [(0, b'one'), (4, b'two')]
    """
    unit, offset, searched = len(separator), 0, 0
    buffer = bytearray(head)
    while True:
        start = 0
        while (end := _find(buffer, separator, searched)) >= 0:
            yield offset + start, bytes(buffer[start:end])
            start = searched = end + unit
        del buffer[:start]
        offset += start
        searched = len(buffer) - len(buffer) % unit
        try:
            chunk = stream.read1(CHUNK)
        except DamagedError as error:
            error.rest = bytes(buffer)
            raise
        if not chunk:
            break
        buffer += chunk
    if buffer:
        yield offset, bytes(buffer)


def _find(buffer: bytearray, separator: bytes, start: int) -> int:
    at = buffer.find(separator, start)
    while at > 0 and at % len(separator):
        at = buffer.find(separator, at + 1)
    return at
