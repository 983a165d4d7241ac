"""A run: inputs through the workers into what is written, to be gone on with if it is stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from cleantext.batch.cutting import Chunker
from cleantext.batch.partial import AFRESH, Partial, State, fingerprint, partial
from cleantext.batch.plan import Plan, folder_of, is_stream, planned
from cleantext.batch.pool import results
from cleantext.batch.products import Direct, Growing, Product, Told
from cleantext.batch.progress import Progress, Silent
from cleantext.batch.settings import Settings
from cleantext.batch.stats import Stats
from cleantext.batch.work import ERRORS, Chunk, Done, Spelling, Work
from cleantext.errors import CleantextError, UsageError
from cleantext.io.files import STANDARD, OutputError, exists, replacing, writing

CHECKPOINT = 1.0  # seconds between two records of how far a run came


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to; ``before`` are the documents that an earlier start had done."""

    stats: Stats
    errors: str
    before: int


def run(
    settings: Settings,
    progress: Progress | None = None,
    stdout: BinaryIO | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Clean all inputs; ``tell`` is told of records left out where the output is a stream and nothing else keeps them.

    Started again after it was stopped in any way, it goes on, and the result is the same as if it had not been.

    Raises ``InputError``, ``OutputError`` or ``UsageError`` for what cannot be; what is done by then is kept.
    """
    plan = planned(settings)
    progress = progress or Silent()
    if plan.streams:
        return _streamed(plan, progress, stdout, tell)
    stamps = list(plan.stamps())
    with partial(folder_of(settings), restart=settings.restart) as folder:
        state = _begun(plan, folder, stamps)
        before = state.stats.documents
        progress.start(sum(size for _, size, _ in stamps), state.read, before)
        if not state.finished:
            try:
                state = _done(_Desk(plan, folder, state), [size for _, size, _ in stamps], progress)
            except BaseException:
                if not folder.begun:  # so that nothing has to be cleared away before it is tried otherwise
                    folder.clear()
                raise
        folder.clear()
    return Summary(state.stats, plan.common()[-1].path, before)


def resumable(settings: Settings) -> bool:
    """Whether a run was begun that these settings, or others, can go on with."""
    return not is_stream(settings.output) and Partial(folder_of(settings)).begun


def _begun(plan: Plan, folder: Partial, stamps: list[tuple[str, int, str]]) -> State:
    """Where the run stands: at its beginning, or where it was stopped.

    A run that was stopped at its very end begins again where its output was taken away since.

    Raises ``UsageError`` where another run was, or where one of several outputs was taken away.
    """
    folder.begin(fingerprint(plan.settings.deciding(), stamps))
    state = folder.load()
    if state != State() and any(one.path == STANDARD for one in plan.inputs):
        raise UsageError(f"{folder.path}: standard input cannot be gone on with; {AFRESH}")
    if gone := _gone(plan, folder, state):
        if len(plan.targets) > 1:
            raise UsageError(f"{gone}: was written, and is not there any more; {AFRESH}")
        folder.forget()
        return State()
    return state


def _gone(plan: Plan, folder: Partial, state: State) -> str | None:
    """What had been given its name by where the run stands, and is not there any more."""
    for product in plan.places(state.target):
        written = product.needed or state.sizes.get(product.name)
        published = product.name in state.sizes and written and not (folder.path / product.name).exists()
        with writing(product.path):
            if published and not exists(product.path):
                return product.path
    return None


def _streamed(plan: Plan, progress: Progress, stdout: BinaryIO | None, tell: Callable[[str], None]) -> Summary:
    """A run whose output goes out as it comes; what else is written appears when it is whole."""
    with TemporaryDirectory(prefix="cleantext-") as folder, _stream(plan.settings.output, stdout) as stream:
        progress.start(0, 0, 0)
        desk = _Streaming(plan, Partial(Path(folder)), stream, tell)
        state = _done(desk, [0] * len(plan.inputs), progress)
    return Summary(state.stats, plan.settings.rejected or "", 0)


@contextmanager
def _stream(path: str, stdout: BinaryIO | None) -> Iterator[BinaryIO]:
    if path == STANDARD:
        if stdout is None:
            raise OutputError("standard output is closed")
        yield stdout
        return
    with replacing(path) as stream:  # a device or a pipe: written to directly
        yield stream


def _done(desk: _Desk, sizes: list[int], progress: Progress) -> State:
    """Do what is left of a run; if it is stopped, put on record how far it came."""
    plan = desk.plan
    readers = {form: plan.settings.reader(form) for form in sorted({one.format for one in plan.inputs})}
    work = Work(readers, plan.settings.chain, plan.sidecars)
    chunks = Chunker(plan, desk.state, readers, desk.spelling, sizes).chunks()
    found = results(work, chunks, plan.settings.jobs)
    try:
        with closing(found):
            for chunk, done in found:
                desk.take(chunk, done)
                progress.update(chunk.read, desk.state.stats.documents)
    except BaseException:
        if desk.state != State():
            with suppress(CleantextError, OSError):
                desk.checkpoint()
        raise
    finally:
        progress.close()
        desk.leave()
    return desk.state


class _Desk:
    """Where results become files, and where the run stands is put on record."""

    def __init__(self, plan: Plan, folder: Partial, state: State) -> None:
        self.plan, self.state = plan, state
        self._folder = folder
        self._spelling: dict[int, Spelling] = {}
        self._common = plan.common()
        self._growing = {product.name: self.grown(product) for product in self._common}
        self._target = -1
        self._saved = float("-inf")  # the first chunk is put on record at once

    def grown(self, product: Product) -> Growing:
        """The file in which a product grows."""
        found = Growing(product, self._folder.path, self.state.sizes.get(product.name, 0))
        found.open()
        return found

    def spelling(self, number: int) -> Spelling:
        """How the records of a target are spelled out; its columns are found once in a run."""
        if number not in self._spelling:
            columns = self._folder.note(f"{number:06}.columns", lambda: self.plan.columns(number))
            writer = self.plan.writer(number, columns)
            products = [*self._common, *self.plan.products(number, writer)]
            self._spelling = {number: Spelling(writer, {_name(product): product.by_piece for product in products})}
        return self._spelling[number]

    def take(self, chunk: Chunk, done: Done) -> None:
        """Write what became of a chunk."""
        if chunk.target != self._target:
            self._open(chunk)
        for name, data in done.written.items():
            self._growing[name].add(data)
        stats = Stats()
        stats.add(self.state.stats)
        stats.add(done.stats)
        self.state = State(
            target=chunk.target,
            input=chunk.input,
            records=chunk.records,
            taken=chunk.taken,
            read=chunk.read,
            sizes={growing.product.name: growing.size for growing in self._growing.values()},
            stats=stats,
        )
        if chunk.closes:
            self._close()
        elif time.monotonic() - self._saved > CHECKPOINT:
            self.checkpoint()

    def _open(self, chunk: Chunk) -> None:
        for product in self.plan.products(chunk.target, chunk.spelling.writer):
            self._growing[_name(product)] = self.grown(product)
        self._target = chunk.target

    def _close(self) -> None:
        """The target is whole: give its products their names; with the last one, first all that is written once."""
        self.checkpoint()
        common = [product.name for product in self._common]
        following = self.state.target + 1
        last = following == len(self.plan.targets)
        for name in [*(common if last else ()), *(name for name in self._growing if name not in common)]:
            self._growing.pop(name).publish()
        if last:
            self.state = replace(self.state, finished=True)
        else:
            sizes = {name: self.state.sizes[name] for name in common}
            start = self.plan.targets[following].inputs.start
            self.state = replace(self.state, target=following, input=start, records=0, sizes=sizes)
        self._folder.save(self.state)

    def checkpoint(self) -> None:
        """Put on record how far the run came."""
        for growing in self._growing.values():
            growing.sync()
        self._folder.save(self.state)
        self._saved = time.monotonic()

    def leave(self) -> None:
        """Close all files."""
        for growing in self._growing.values():
            with suppress(CleantextError, OSError):
                growing.close()


class _Streaming(_Desk):
    """Sends the output out as it comes, and what was left out too where nothing else keeps it."""

    def __init__(self, plan: Plan, folder: Partial, stream: BinaryIO, tell: Callable[[str], None]) -> None:
        self._stream, self._tell = stream, tell
        super().__init__(plan, folder, State())

    def grown(self, product: Product) -> Growing:
        if product.path == self.plan.settings.output:
            return Direct(product, self._folder.path, self._stream)
        if product.name == ERRORS and not self.plan.settings.rejected:
            return Told(product, self._folder.path, self._tell)
        return super().grown(product)


def _name(product: Product) -> str:
    """The name that work gives a product."""
    return product.name.rpartition(".")[2]
