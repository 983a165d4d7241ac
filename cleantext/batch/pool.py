"""Worker processes: chunks go out as workers are free, results come back in order.

A worker has its next chunk before it is done with one, so that it never waits for this process, which may be writing.
A worker that dies is replaced and its chunk tried again; a record that kills two of them is left out, on record.
Workers end with their parent, however it ends: the pipe between them closes.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any

from cleantext.batch.work import Chunk, Done, Spot, Work
from cleantext.errors import CleantextError

DEPTH = 2  # chunks that a worker has: the one that it works on and the next
AHEAD = 8  # chunks a worker that may be under way or wait for those before them
CHANCES = 2  # deaths of workers at one record before it is left out
STARTS = 3  # deaths of workers before they came to any record before the run is given up
MOST = 1 << 20  # bytes of a chunk, on average, in what is under way
IDLE = Spot(-1, -1)


class WorkerError(CleantextError):
    """A worker process failed outside of any record."""


def results(work: Work, chunks: Iterator[Chunk], jobs: int) -> Generator[tuple[Chunk, Done], None, None]:
    """Each chunk with what became of it, in order; one job works in this process."""
    if jobs == 1:
        yield from ((chunk, work(chunk)) for chunk in chunks)
        return
    pool = Pool(work, jobs)
    try:
        yield from pool.ordered(chunks)
    finally:
        pool.close()


def has_room(sizes: list[int], size: int, most: int) -> bool:
    """Whether a chunk may be under way beside others, ``most`` in all.

    The largest of them does not count, so that a huge document keeps no others waiting.

    >>> has_room([], 10**9, 8), has_room([10**9], 10, 8), has_room([10**9], 10**9, 8), has_room([1] * 8, 1, 8)
    (True, True, False, False)
    """
    small = sum(sizes) + size - max([*sizes, size])
    return len(sizes) < most and small < most * MOST


@dataclass(slots=True, eq=False)
class _Task:
    """A chunk under way."""

    chunk: Chunk
    done: Done | None = None
    died_at: Spot | None = None
    deaths: int = 0

    def failed(self, spot: Spot) -> None:
        """Its worker died at a record: once may be chance."""
        self.deaths = self.deaths + 1 if spot == self.died_at else 1
        self.died_at = spot
        if spot == IDLE:
            if self.deaths >= STARTS:
                raise WorkerError("the worker processes die as soon as they begin; is there memory for them?")
        elif self.deaths >= CHANCES:
            self.chunk = self.chunk.without(spot)
            self.deaths = 0


class Pool:
    """A number of workers, and the chunks that are under way."""

    def __init__(self, work: Work, jobs: int) -> None:
        self._work = work
        self._workers = [_Worker(work) for _ in range(jobs)]
        self._tasks: deque[_Task] = deque()
        self._again: deque[_Task] = deque()

    def ordered(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, Done]]:
        """Hand out chunks as there is room, and give back the results in order."""
        ahead = next(chunks, None)
        while ahead or self._tasks:
            while (worker := self._free()) and (self._again or (ahead and self._has_room(ahead))):
                if self._again:
                    worker.give(self._again.popleft())
                elif ahead:
                    self._tasks.append(_Task(ahead))
                    worker.give(self._tasks[-1])
                    ahead = next(chunks, None)
            while self._tasks and (done := self._tasks[0].done):
                yield self._tasks.popleft().chunk, done
            if any(worker.tasks for worker in self._workers):
                self._collect()

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()

    def _free(self) -> _Worker | None:
        """The worker that has least to do, if it may have more."""
        least = min(self._workers, key=lambda worker: len(worker.tasks))
        return least if len(least.tasks) < DEPTH else None

    def _has_room(self, chunk: Chunk) -> bool:
        return has_room([task.chunk.size for task in self._tasks], chunk.size, AHEAD * len(self._workers))

    def _collect(self) -> None:
        """Wait for some worker, and take what it has done."""
        busy = {worker.pipe: worker for worker in self._workers if worker.tasks}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            try:
                done = worker.result()
            except (EOFError, OSError):
                worker.tasks[0].failed(worker.spot)
                self._again += worker.tasks
                worker.end()
                self._workers[self._workers.index(worker)] = _Worker(self._work)
            else:
                worker.tasks.popleft().done = done


class _Worker:
    """A process that works on one chunk after the other; ``tasks`` are those that it has, in order."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would take this process's threads' locks along
        self.pipe, theirs = context.Pipe()
        self.tasks: deque[_Task] = deque()
        self._spot = context.RawArray("q", IDLE)
        self._process = context.Process(target=_serve, args=(theirs, work, self._spot), daemon=True)
        try:
            with _deaf():
                self._process.start()
        except OSError as error:  # there can be no more processes, or it died before it was told its work
            raise WorkerError(f"a worker process cannot be started: {error}") from None
        theirs.close()

    @property
    def spot(self) -> Spot:
        """The record that it is at."""
        return Spot(*self._spot)

    def give(self, task: _Task) -> None:
        """Let it work on a chunk; if it is dead, the result will tell."""
        self.tasks.append(task)
        with suppress(OSError):
            self.pipe.send(task.chunk)

    def result(self) -> Done:
        """What became of its first chunk.

        Raises ``EOFError`` or ``OSError`` where the worker died.
        """
        found = self.pipe.recv()
        if isinstance(found, WorkerError):
            raise found
        done: Done = found
        return done

    def end(self) -> None:
        """End it, now."""
        self._process.terminate()
        self.pipe.close()
        self._process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Children begun in here do not hear Ctrl-C: their parent does, and ends them.

    Nor does this process hear that or SIGTERM meanwhile: a child of which it was half-way through would tell of it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # its own start, which comes with the first child's, would end the deafness
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection[Any, Any], work: Callable[..., Done], spot: Any) -> None:
    """Work on what comes through the pipe until it closes."""

    def mark(at: Spot) -> None:
        spot[:] = at

    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})  # see _deaf
    chunks: SimpleQueue[Chunk] = SimpleQueue()
    Thread(target=_receive, args=(pipe, chunks), daemon=True).start()
    while True:
        chunk = chunks.get()
        try:
            found: Any = work(chunk, mark)
        except Exception as error:
            found = WorkerError(f"a worker failed: {type(error).__name__}: {error}")
        mark(IDLE)
        try:
            pipe.send(found)
        except OSError:  # nobody is there any more
            return


def _receive(pipe: Connection[Any, Any], chunks: SimpleQueue[Chunk]) -> None:
    """Take chunks as they come, so that their sender never waits; where no more can come, the process ends."""
    try:
        while True:
            chunks.put(pipe.recv())
    except (EOFError, OSError):  # OSError where a result was left unread
        os._exit(0)
    except Exception:
        traceback.print_exc()
        os._exit(1)
