"""What the measurements share: works timed in turn, a command watched while it runs, a table put into a page.

Nothing of cleantext is used here, so that ``benchmarks.apart`` can use it where another package has that name.
"""

from __future__ import annotations

import gc
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple, TypeVar

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
EVERY = 0.25  # seconds between two looks at the memory

Item = TypeVar("Item")
Name = TypeVar("Name", bound=Hashable)
Work = Callable[[int], object]  # told the number of the round

_PEAK = re.compile(r"^VmHWM:\s*(\d+) kB$", re.MULTILINE)


# --- in turn ----------------------------------------------------------------------------------------------------------


def in_turn(
    works: Mapping[Name, Work], rounds: int, *, clock: Callable[[], float] = time.process_time
) -> dict[Name, list[float]]:
    """Seconds that each work takes in each round, all of them in one round before any in the next.

    So what slows the machine for a while slows all alike. Rounds count from 1; round 0 comes first, to warm up, and is
    not timed.
    """
    for work in works.values():
        work(0)
    gc.collect()
    gc.freeze()  # what one work has loaded is not searched through in the time of another
    try:
        return _timed(works, rounds, clock)
    finally:
        gc.unfreeze()


def _timed(works: Mapping[Name, Work], rounds: int, clock: Callable[[], float]) -> dict[Name, list[float]]:
    times: dict[Name, list[float]] = {name: [] for name in works}
    for turn in range(1, rounds + 1):
        for name, work in works.items():
            gc.collect()
            began = clock()
            work(turn)
            times[name].append(clock() - began)
    return times


def over(rounds: Sequence[Sequence[Item]], function: Callable[[Item], object]) -> Work:
    """The work that calls a function on each item of a round."""

    def work(turn: int) -> None:
        for item in rounds[turn]:
            function(item)

    return work


def ratio(some: Sequence[float], others: Sequence[float]) -> float:
    """The median over the rounds of one by the other.

    >>> ratio([1.0, 2.0, 9.0], [2.0, 4.0, 9.0])
    0.5
    """
    return statistics.median(one / other for one, other in zip(some, others, strict=True))


def peak() -> int:
    """The most memory that this process has held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists() and (found := _PEAK.search(status.read_text())):  # getrusage counts what the parent held, too
        return int(found[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


# --- watched ----------------------------------------------------------------------------------------------------------


class Look(NamedTuple):
    """The memory of a command's processes at one time, in MB: of all together, and of the largest."""

    at: float
    all: float
    largest: float


class Watched(NamedTuple):
    """A command that ran: seconds of wall time, and its memory from beginning to end."""

    wall: float
    looks: list[Look]
    killed: bool = False

    @property
    def all(self) -> float:
        """The most memory that all processes had together, in MB; what they share counts for each."""
        return max((look.all for look in self.looks), default=0.0)

    def largest(self, until: float = 1.0) -> float:
        """The most memory that one process had, in MB, within a part of the time from the beginning."""
        return max((look.largest for look in self.looks if look.at <= until * self.wall), default=0.0)


def watched(command: Sequence[str], *, killed_when: Callable[[], bool] = lambda: False) -> Watched:
    """Run a command to its end, or kill its whole group (SIGKILL) when that is said, and watch its memory.

    What it prints is shown only where it fails. Raises ``RuntimeError`` where it does.
    """
    began = time.perf_counter()
    looks: list[Look] = []
    with TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, start_new_session=True)
        while process.poll() is None:
            looks.append(_look(process.pid, time.perf_counter() - began))
            if killed_when():
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return Watched(time.perf_counter() - began, looks, killed=True)
            time.sleep(EVERY)
        wall = time.perf_counter() - began
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {process.returncode}\n{said.read().decode(errors='replace')}")
    return Watched(wall, looks)


def _look(pid: int, at: float) -> Look:
    import psutil

    sizes = []
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        family = []
    for process in family:
        try:
            sizes.append(process.memory_info().rss / 1e6)
        except psutil.Error:  # it has ended meanwhile
            continue
    return Look(at, sum(sizes), max(sizes, default=0.0))


# --- shown ------------------------------------------------------------------------------------------------------------


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table in Markdown; numbers with a sensible number of digits.

    >>> print(table(["what", "MB/s"], [["run", 0.5123], ["all", 1234.5]]))
    | what | MB/s |
    |---|---|
    | run | 0.51 |
    | all | 1,234 |
    """
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(_line(line) for line in lines)


def _line(cells: Sequence[object]) -> str:
    if all(cell == "---" for cell in cells):
        return "|" + "|".join(map(str, cells)) + "|"
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def state() -> str:
    """The Python, the machine and what else it does, to stand above a table."""
    python = ".".join(map(str, sys.version_info[:2]))
    return f"Python {python}, {os.cpu_count()} cores, {round(os.getloadavg()[0])} other processes wanting to run"


def put(name: str, text: str, page: Path = PAGE) -> None:
    """Put a text between the marks of its name in a page, in place of what was there.

    Raises ``ValueError`` where the page has no such marks.
    """
    begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->\n"
    before, found, rest = page.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{page}: has no {begin.strip()} … {end.strip()}")
    page.write_text(before + begin + text.rstrip() + "\n" + end + after, "utf-8")
