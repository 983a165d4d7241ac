"""The work on a chunk of records: what a worker process does."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from cleantext.batch.stats import Stats
from cleantext.chain import Chain
from cleantext.document import Document
from cleantext.errors import RecordError
from cleantext.io.codecs import compressed
from cleantext.io.jsonobject import spell
from cleantext.io.records import FATAL, Item, Passed, Place, Raw, Reader, Record, Rejected
from cleantext.io.sidecars import SIDECARS, Sidecar

OUTPUT, ERRORS = "output", "errors"


class Piece(NamedTuple):
    """A piece of an input, or why there is none, with the format that reads it."""

    form: str
    cut: Raw | Rejected
    place: Place


class Spelling(NamedTuple):
    """How the records of an output are spelled out, and how each product is compressed piece by piece."""

    writer: Any
    compressions: Mapping[str, str | None]


class Spot(NamedTuple):
    """Where in a chunk: the piece, and the record in it."""

    piece: int
    record: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pieces that are worked on in one go, and where the run stands after them.

    ``dead`` are the places of records that took their worker with them; None for a whole piece.
    """

    target: int
    pieces: tuple[Piece, ...]
    spelling: Spelling
    size: int
    input: int
    records: int
    taken: int
    read: int
    closes: bool = False
    dead: Mapping[int, frozenset[int] | None] = field(default_factory=dict)

    def without(self, spot: Spot) -> Chunk:
        """The chunk without a record, or where that was left out already without its piece."""
        known = self.dead.get(spot.piece, frozenset())
        single = self.pieces[spot.piece].cut
        whole = known is None or spot.record in known or (isinstance(single, Raw) and single.records == 1)
        return replace(self, dead={**self.dead, spot.piece: None if whole else (known or frozenset()) | {spot.record}})


class Done(NamedTuple):
    """What became of a chunk: what is to be written, by product, and the counts."""

    written: dict[str, bytes]
    stats: Stats


@dataclass(frozen=True, slots=True)
class Work:
    """Reads, cleans and spells out the records of chunks, with the side-cars that are wanted."""

    readers: Mapping[str, Reader]
    chain: Chain
    sidecars: tuple[str, ...]

    def __call__(self, chunk: Chunk, mark: Callable[[Spot], None] = lambda _: None) -> Done:
        """Work on a chunk; ``mark`` is told where, before each record."""
        desk = _Desk(self.chain, chunk.spelling.writer, {name: SIDECARS[name] for name in self.sidecars})
        for number, piece in enumerate(chunk.pieces):
            for item in self._items(chunk, number, piece, mark):
                desk.take(item)
        compressions = chunk.spelling.compressions
        return Done({name: compressed(data, compressions[name]) for name, data in desk.written().items()}, desk.stats)

    def _items(self, chunk: Chunk, number: int, piece: Piece, mark: Callable[[Spot], None]) -> Iterator[Item]:
        dead = chunk.dead.get(number, frozenset())
        raw = piece.cut
        if isinstance(raw, Rejected):
            yield raw
            return
        if dead is None:
            yield Rejected(raw.data if raw.records == 1 else b"", RecordError(f"{piece.place}: {FATAL}"))
            return
        items = self.readers[piece.form].read(raw._replace(told=dead) if dead else raw)
        record = 0
        while True:
            mark(Spot(number, record))
            item = next(items, None)
            if item is None:
                return
            yield item
            record += 1


class _Desk:
    """Where the records of one chunk are cleaned, and what is written gathers."""

    def __init__(self, chain: Chain, writer: Any, sidecars: Mapping[str, Sidecar]) -> None:
        self._chain, self._writer, self._sidecars = chain, writer, sidecars
        self._records: list[Any] = []
        self._lines: dict[str, list[bytes]] = {name: [] for name in (ERRORS, *sidecars)}
        self.stats = Stats()

    def take(self, item: Item) -> None:
        """Clean a record, or put on record why not."""
        if isinstance(item, Record):
            self._clean(item)
        elif isinstance(item, Passed):
            self.stats.passed[item.kind] += 1
        else:
            self._refuse(item.raw, item.error)

    def _clean(self, record: Record) -> None:
        try:
            document = self._chain(Document.of(record.text, **record.known))
            written = self._writer(record, document)
            lines = {name: sidecar(record, document) for name, sidecar in self._sidecars.items()}
            self.stats.count(document, missing=record.missing)
        except RecordError as error:
            self._refuse(record.raw, error)
        except Exception as error:
            fault = f"{record.place}: internal error: {type(error).__name__}: {error}; please report it"
            self._refuse(record.raw, RecordError(fault))
            self.stats.faults += 1
        else:
            self._records.append(written)
            for name, line in lines.items():
                self._lines[name].append(line)

    def _refuse(self, raw: bytes, error: RecordError) -> None:
        self.stats.rejected += 1
        self._lines[ERRORS].append(refusal(raw, error))

    def written(self) -> dict[str, bytes]:
        """What is to be written, by product."""
        joined = {name: b"".join(lines) for name, lines in self._lines.items()}
        return {OUTPUT: self._writer.joined(self._records)} | joined


def refusal(raw: bytes, error: RecordError) -> bytes:
    """A line about a record that was left out: what is wrong, where, and its bytes as they came."""
    place, _, reason = str(error).partition(": ")
    told: dict[str, Any] = {"place": place, "error": reason or place}
    try:
        told["raw"] = raw.decode()
    except UnicodeDecodeError:
        told["raw_base64"] = base64.b64encode(raw).decode("ascii")
    return (spell(told) + "\n").encode()
