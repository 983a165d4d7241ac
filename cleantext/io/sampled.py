"""A part of the records, the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from cleantext.errors import UsageError
from cleantext.io.records import Cutter, Item, Raw, Reader, Record, Rejected, Source

_SCALE = 1 << 64


class Share(NamedTuple):
    """Which records to take: a fraction of them (0 to 1), drawn by their text and a seed.

    A text is in or out wherever it stands, so that the same part is drawn from another order or another format.
    """

    fraction: float
    seed: int = 0

    def holds(self, text: bytes) -> bool:
        """Whether a text is in.

        >>> Share(1).holds(b"news"), Share(0).holds(b"news")
        (True, False)
        """
        drawn = blake2b(text, digest_size=8, key=str(self.seed).encode()).digest()
        return int.from_bytes(drawn, "big") < self.fraction * _SCALE

    def check(self) -> Share:
        """The share itself.

        Raises ``UsageError`` for a fraction that is none.
        """
        if not 0 <= self.fraction <= 1:
            raise UsageError(f"a sample is a fraction from 0 to 1, not {self.fraction}")
        return self


@dataclass(frozen=True, slots=True)
class Sampled(Cutter):
    """Reads through another reader and gives a share of its records."""

    inner: Reader
    share: Share

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        return self.inner.cut(source)

    def read(self, raw: Raw) -> Iterator[Item]:
        return (item for item in self.inner.read(raw) if self._taken(item))

    def first(self, raw: Raw, records: int) -> Raw:
        return self.inner.first(raw, records)

    def names(self, source: Source) -> tuple[str, ...]:
        return self.inner.names(source)

    def _taken(self, item: Item) -> bool:
        if isinstance(item, Record):
            return self.share.holds(item.text.encode(errors="surrogatepass"))
        return not isinstance(item, Rejected) or self.share.holds(item.raw)
