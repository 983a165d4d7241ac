"""Files and standard streams as sources and targets, with errors that name them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar, cast

from cleantext.errors import CleantextError, UsageError
from cleantext.io import remote
from cleantext.io.codecs import decompressed
from cleantext.io.records import ByteStream, Source

Item = TypeVar("Item")
STANDARD = "-"
STANDARD_OUTPUT = "standard output"


class InputError(CleantextError):
    """An input is not there or cannot be read."""


class OutputError(CleantextError):
    """An output cannot be written to."""


class CreateError(OutputError):
    """An output cannot be created."""


class ClosedOutputError(OutputError):
    """Nobody reads standard output any more."""


@contextmanager
def source(path: str) -> Iterator[Source]:
    """Open a file or an address, or standard input for ``-``; what its name says is compressed is decompressed.

    Raises ``InputError`` where it cannot be opened.
    """
    if path == STANDARD:
        if sys.stdin is None:
            raise InputError("standard input is closed")
        yield Source("stdin", cast(ByteStream, sys.stdin.buffer))
        return
    with opened(path) as stream:
        yield Source(path, decompressed(stream, path))


def opened(path: str) -> BinaryIO:
    """A file or an address, to read its bytes as they are.

    Raises ``InputError`` where it cannot be opened.
    """
    try:
        return remote.opened(path) if remote.is_remote(path) else Path(path).open("rb")
    except IsADirectoryError:
        raise InputError(f"{path}: is a directory; name the files in it") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {_told(error)}") from None


def reading(items: Iterable[Item], name: str) -> Iterator[Item]:
    """The items, a failing read told as ``InputError``."""
    try:
        yield from items
    except OSError as error:
        raise InputError(f"{name}: {_told(error)}") from None


@contextmanager
def writing(name: str) -> Iterator[None]:
    """Tell a failing write as ``OutputError``, and as ``ClosedOutputError`` where nobody reads standard output."""
    try:
        yield
    except OSError as error:
        closed = isinstance(error, BrokenPipeError) and name == STANDARD_OUTPUT
        raise (ClosedOutputError if closed else OutputError)(f"{name}: cannot write: {_told(error)}") from None


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A file to write that takes its name only when it is whole.

    It grows beside the target and replaces it at the end; if anything goes wrong, nothing is left of it, and what
    stood under the name before stays. A device or a pipe is written to directly.

    Raises ``CreateError`` and ``OutputError``.
    """
    try:
        draft, target = _draft(Path(path))
    except (OSError, ValueError) as error:
        raise CreateError(f"{path}: cannot create: {_told(error)}") from None
    stream: BinaryIO | None = None
    try:  # from before the draft is there, so that a signal at any moment leaves none behind
        stream = _created(path, draft, "xb" if target else "wb")
        yield stream
        with writing(path):
            stream.close()
            if target:
                put(draft, target)
    except BaseException:
        with suppress(OSError):
            if stream:
                stream.close()
        with suppress(OSError):
            if target:
                draft.unlink(missing_ok=True)
        raise


def _created(path: str, draft: Path, mode: str) -> BinaryIO:
    try:
        return cast("BinaryIO", draft.open(mode))
    except (OSError, ValueError) as error:
        raise CreateError(f"{path}: cannot create: {_told(error)}") from None


def _draft(path: Path) -> tuple[Path, Path | None]:
    """What to write to, and what it replaces when it is whole; a device or a pipe cannot be replaced."""
    if path.exists() and not path.is_file():
        return path, None
    target = path.resolve()
    return target.with_name(f".cleantext-{os.urandom(4).hex()}"), target


def put(draft: Path, target: Path) -> None:
    """Give a file that is whole its name, and the mode of the one that it replaces."""
    if target.exists():
        draft.chmod(stat.S_IMODE(target.stat().st_mode))
    draft.replace(target)


def exists(path: str) -> bool:
    """Whether there is something at a path or an address."""
    return remote.exists(path) if remote.is_remote(path) else Path(path).exists()


def check_not_read(output: str, inputs: Iterable[str]) -> None:
    """Raise ``UsageError`` where an output (``-`` is standard output) would go over a file that is being read."""
    target = _identity(output, sys.stdout)
    for name in inputs:
        if target is not None and _identity(name, sys.stdin) == target:
            name = "standard input" if name == STANDARD else name
            raise UsageError(f"{name}: is read and would be written over; write to another file, and move it then")


def _identity(path: str, standard: TextIO | None) -> tuple[int, int] | None:
    """Device and number of a regular file; None for all else."""
    try:
        if path != STANDARD:
            found = Path(path).stat()
        elif standard is not None:
            found = os.fstat(standard.fileno())
        else:
            return None
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _told(error: Exception) -> str:
    """What went wrong, without the number and the path."""
    text = getattr(error, "strerror", None) or str(error)
    return text[:1].lower() + text[1:]


class Announced:
    """A stream that calls ``before`` each time it is going to be read, so that what is ready can be sent first."""

    __slots__ = ("_before", "_stream")

    def __init__(self, stream: ByteStream, before: Callable[[], None]) -> None:
        self._stream = stream
        self._before = before

    def read(self, size: int = -1, /) -> bytes:
        self._before()
        return self._stream.read(size)

    def read1(self, size: int = -1, /) -> bytes:
        self._before()
        return self._stream.read1(size)
