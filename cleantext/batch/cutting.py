"""Inputs cut into chunks: the same chunks each time, wherever a run goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from cleantext.batch.partial import State
from cleantext.batch.plan import Plan
from cleantext.batch.work import Chunk, Piece, Spelling
from cleantext.io import Place, Reader
from cleantext.io.codecs import decompressed
from cleantext.io.files import STANDARD, opened, reading, source
from cleantext.io.records import Raw, Rejected, Source, cuts

CHUNK = 1 << 17  # bytes of input in a chunk, about: some tenths of a second of work


class Chunker:
    """Cuts the inputs of a plan, from where a run stands."""

    def __init__(
        self,
        plan: Plan,
        state: State,
        readers: Mapping[str, Reader],
        spelling: Callable[[int], Spelling],
        sizes: Sequence[int],
    ) -> None:
        self._plan, self._readers, self._spelling = plan, readers, spelling
        self._target, self._input, self._skip = state.target, state.input, state.records
        self._records, self._taken, self._read = state.records, state.taken, state.read
        self._before = [0, *accumulate(sizes)]  # bytes of all inputs before each
        self._pieces: list[Piece] = []
        self._size = 0

    def chunks(self) -> Iterator[Chunk]:
        """All chunks that are left; a target's last one closes it, and may be empty."""
        for target in range(self._target, len(self._plan.targets)):
            self._target = target
            yield from self._of_target()
            yield self._chunk(closes=True)

    def _of_target(self) -> Iterator[Chunk]:
        inputs = self._plan.targets[self._target].inputs
        for number in range(max(self._input, inputs.start), inputs.stop):
            if number != self._input:
                self._input, self._skip = number, 0
            self._records = self._skip
            if not self._full:
                yield from self._of_input()
            self._skip = 0

    def _of_input(self) -> Iterator[Chunk]:
        found = self._plan.inputs[self._input]
        reader = self._readers[found.format]
        for cut in self._cuts(found.path, reader):
            size = len(cut.raw if isinstance(cut, Rejected) else cut.data)
            if self._pieces and self._size + size > CHUNK:
                yield self._chunk()
            records = self._room(cut)
            if isinstance(cut, Raw) and records < cut.records:
                cut = reader.first(cut, records)
            place = cut.place if isinstance(cut, Raw) else Place(found.path)
            self._pieces.append(Piece(found.format, cut, place))
            self._size += size
            self._records += records
            self._taken += records
            if self._full:
                return

    @property
    def _full(self) -> bool:
        limit = self._plan.settings.limit
        return limit is not None and self._taken >= limit

    def _room(self, cut: Raw | Rejected) -> int:
        """How many records of a piece are within the limit."""
        records = _records(cut)
        limit = self._plan.settings.limit
        return records if limit is None else min(records, limit - self._taken)

    def _cuts(self, path: str, reader: Reader) -> Iterator[Raw | Rejected]:
        skip = self._skip
        for cut in self._opened(path, reader):
            if skip > 0:
                skip -= _records(cut)
            else:
                yield cut

    def _opened(self, path: str, reader: Reader) -> Iterator[Raw | Rejected]:
        if path == STANDARD:
            with source(path) as found:
                yield from reading(cuts(reader, found), found.name)
            return
        with opened(path) as stream:
            for cut in reading(cuts(reader, Source(path, decompressed(stream, path))), path):
                self._read = self._before[self._input] + stream.tell()
                yield cut

    def _chunk(self, *, closes: bool = False) -> Chunk:
        """What has gathered."""
        pieces, size = tuple(self._pieces), self._size
        self._pieces, self._size = [], 0
        return Chunk(
            target=self._target,
            pieces=pieces,
            spelling=self._spelling(self._target),
            size=size,
            input=self._input,
            records=self._records,
            taken=self._taken,
            read=self._read,
            closes=closes,
        )


def _records(cut: Raw | Rejected) -> int:
    return cut.records if isinstance(cut, Raw) else 1
