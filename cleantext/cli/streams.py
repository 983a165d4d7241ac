"""Standard output and standard error as the command uses them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from cleantext.io.files import STANDARD, STANDARD_OUTPUT, ClosedOutputError, OutputError, replacing, writing


def say(message: str) -> None:
    """One line on standard error, in printable characters."""
    if sys.stderr is not None:
        line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in f"cleantext: {message}")
        with suppress(OSError, ValueError):
            print(line, file=sys.stderr, flush=True)


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for bytes; what was written whole is sent, whatever happens after.

    Raises ``OutputError`` where it is closed.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    try:
        yield sys.stdout.buffer
    except BaseException:
        with suppress(ClosedOutputError), writing(STANDARD_OUTPUT):
            sys.stdout.buffer.flush()
        raise
    with writing(STANDARD_OUTPUT):
        sys.stdout.buffer.flush()


@contextmanager
def output(path: str) -> Iterator[BinaryIO]:
    """Where the result goes: a file that appears when it is whole, or standard output for ``-``."""
    with standard_output() if path == STANDARD else replacing(path) as stream:
        yield stream


class Sink:
    """An output for records, with something after each, or between them, and errors that name it."""

    __slots__ = ("_begun", "_between", "_end", "_name", "_stream")

    def __init__(self, stream: BinaryIO, path: str, *, between: bytes = b"", end: bytes = b"") -> None:
        self._stream = stream
        self._name = STANDARD_OUTPUT if path == STANDARD else path
        self._between, self._end = between, end
        self._begun = False

    def write(self, data: bytes) -> None:
        """Write a record; an empty one leaves no trace."""
        if data:
            with writing(self._name):
                self._stream.write((self._between if self._begun else b"") + data + self._end)
            self._begun = True

    def flush(self) -> None:
        with writing(self._name):
            self._stream.flush()


def coloured(when: str, path: str) -> bool:
    """Whether to use colour: ``always``, ``never``, or ``auto``: on a terminal, unless NO_COLOR is set.

    https://no-color.org
    """
    if when != "auto":
        return when == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return path == STANDARD and sys.stdout is not None and sys.stdout.isatty() and not plain
