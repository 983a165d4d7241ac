"""What a run writes, each growing in a file of its own until it is whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cleantext.io import remote
from cleantext.io.codecs import JOINABLE, compressed, compressing
from cleantext.io.files import STANDARD, STANDARD_OUTPUT, OutputError, put, writing

Finish = Callable[[Path, BinaryIO], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One file to write: where to, and how its pieces become a file.

    ``finish`` makes the file of the pieces where they cannot stand one after the other; ``framed`` pieces come each
    with its length. One that is ``needed`` appears even if nothing is in it.
    """

    name: str
    path: str
    compression: str | None = None
    head: bytes = b""
    between: bytes = b""
    finish: Finish | None = None
    framed: bool = False
    needed: bool = True

    @property
    def by_piece(self) -> str | None:
        """How each piece is compressed."""
        return None if self.finish else self.compression


def copied(compression: str | None) -> Finish:
    """Makes the file by compressing all pieces as one."""

    def finish(pieces: Path, into: BinaryIO) -> None:
        with pieces.open("rb") as stream, compressing(into, compression) as out:
            shutil.copyfileobj(stream, out, 1 << 20)

    return finish


def joined(compression: str | None) -> Finish | None:
    """What makes a file of compressed pieces; None where they are one as they stand."""
    return None if compression in JOINABLE else copied(compression)


class Growing:
    """The file in which a product grows."""

    def __init__(self, product: Product, folder: Path, size: int) -> None:
        self.product = product
        self.file = folder / product.name
        self.size = size
        self._name = str(self.file)
        self._stream: BinaryIO | None = None

    def open(self) -> None:
        """Cut it back to what is on record; one that is not there has got its name already.

        Raises ``OutputError`` where it is shorter than that.
        """
        if self.size and not self.file.exists():
            return
        with writing(str(self.file)):
            self._stream = self.file.open("r+b" if self.file.exists() else "w+b")
            if self._stream.seek(0, os.SEEK_END) < self.size:
                raise OutputError(f"{self.file}: is shorter than it was; start afresh with --restart")
            self._stream.truncate(self.size)
            self._stream.seek(self.size)
        if not self.size:
            self._write(compressed(self.product.head, self.product.by_piece))

    def add(self, data: bytes) -> None:
        """Add a piece; an empty one leaves no trace."""
        if not data or not self._stream:
            return
        if self.product.framed:
            data = len(data).to_bytes(8, "little") + data
        if self.size and self.product.between:
            data = compressed(self.product.between, self.product.by_piece) + data
        self._write(data)

    def _write(self, data: bytes) -> None:
        if self._stream and data:
            with writing(self._name):
                self._stream.write(data)
            self.size += len(data)

    def sync(self) -> None:
        """See that all is on disk."""
        if self._stream:
            with writing(str(self.file)):
                self._stream.flush()
                os.fsync(self._stream.fileno())

    def close(self) -> None:
        if self._stream:
            with writing(str(self.file)):
                self._stream.close()

    def publish(self) -> None:
        """Give the product its name; done before, that is seen."""
        self.close()
        if not self.file.exists():
            return
        if not self.size and not self.product.needed:
            self.file.unlink()
            _remove(self.product.path)
            return
        with writing(self.product.path):
            whole = self._finished()
            _publish(whole, self.product.path)
        self.file.unlink(missing_ok=True)

    def _finished(self) -> Path:
        empty = copied(self.product.compression)  # an archive of nothing is not nothing
        finish = self.product.finish or (None if self.size else empty)
        if not finish:
            return self.file
        draft = self.file.with_name(f"{self.file.name}.whole")
        with draft.open("wb") as into:
            finish(self.file, into)
            into.flush()
            os.fsync(into.fileno())
        return draft


def _publish(whole: Path, path: str) -> None:
    if remote.is_remote(path):
        remote.put(whole, path)
        whole.unlink()
        return
    target = Path(path).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    put(whole, target)


def _remove(path: str) -> None:
    """What an earlier run left under a name that this one has nothing for."""
    if remote.is_remote(path):
        remote.remove(path)
    else:
        Path(path).unlink(missing_ok=True)


class Direct(Growing):
    """A product that is written to a stream as it comes."""

    def __init__(self, product: Product, folder: Path, stream: BinaryIO) -> None:
        super().__init__(product, folder, 0)
        self._name = STANDARD_OUTPUT if product.path == STANDARD else product.path
        self._stream = stream
        self._write(product.head)

    def sync(self) -> None:
        """Send what there is."""
        if self._stream:
            with writing(self._name):
                self._stream.flush()

    def publish(self) -> None:
        self.sync()

    def close(self) -> None:
        """The stream is another's."""


class Told(Growing):
    """Records left out, each told in a line."""

    def __init__(self, product: Product, folder: Path, tell: Callable[[str], None]) -> None:
        super().__init__(product, folder, 0)
        self._tell = tell

    def add(self, data: bytes) -> None:
        for line in data.splitlines():
            told = json.loads(line)
            self._tell(f"{told['place']}: {told['error']}")

    def publish(self) -> None:
        """There is nothing to give a name to."""
