"""The folder beside an output in which it grows, and which knows how far a run came.

What is written is cut back to what was last put on record before anything is added: so a run may end at any moment.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from cleantext import __version__
from cleantext.batch.stats import Stats
from cleantext.errors import UsageError
from cleantext.io.files import CreateError, writing

MANIFEST, STATE, LOCK = "manifest.json", "state.json", "lock"
AFRESH = "start afresh with --restart"


@dataclass(slots=True)
class State:
    """How far a run came: the next record to read, how large what is written is, and the counts."""

    target: int = 0
    input: int = 0
    records: int = 0
    taken: int = 0
    read: int = 0
    finished: bool = False
    sizes: dict[str, int] = field(default_factory=dict)
    stats: Stats = field(default_factory=Stats)

    def dumped(self) -> dict[str, Any]:
        return asdict(self) | {"stats": self.stats.asdict()}

    @classmethod
    def of(cls, data: dict[str, Any]) -> State:
        return cls(**{**data, "stats": Stats.of(data["stats"])})


class Partial:
    """The folder of one run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def begun(self) -> bool:
        """Whether anything is on record."""
        return (self.path / STATE).exists()

    def load(self) -> State:
        """How far the run came.

        Raises ``UsageError`` where that is not to be read.
        """
        file = self.path / STATE
        try:
            return State.of(json.loads(file.read_text("utf-8"))) if file.exists() else State()
        except (ValueError, KeyError, TypeError):
            raise UsageError(f"{file}: is damaged; {AFRESH}") from None

    def save(self, state: State) -> None:
        """Put on record how far the run came; what is written up to there must be on disk."""
        self._put(STATE, state.dumped())

    def forget(self) -> None:
        """Nothing is on record any more."""
        (self.path / STATE).unlink()

    def begin(self, fingerprint: Mapping[str, Any]) -> None:
        """Note what this run is, or see that it is the one that was begun here.

        Raises ``UsageError`` where it is another.
        """
        file = self.path / MANIFEST
        if not file.exists():
            self._put(MANIFEST, fingerprint)
            return
        try:
            before = json.loads(file.read_text("utf-8"))
        except ValueError:
            raise UsageError(f"{file}: is damaged; {AFRESH}") from None
        if difference := _difference(before, json.loads(json.dumps(fingerprint))):
            raise UsageError(f"{self.path}: was begun {difference}; go on as it was begun, or {AFRESH}")

    def note(self, name: str, make: Callable[[], Mapping[str, Any]]) -> dict[str, Any]:
        """A value that is made once in a run, and kept."""
        file = self.path / f"{name}.json"
        if not file.exists():
            self._put(file.name, make())
        found: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return found

    def _put(self, name: str, data: Mapping[str, Any]) -> None:
        draft = self.path / f"{name}.new"
        with writing(str(self.path)), draft.open("w", encoding="utf-8") as stream:
            json.dump(data, stream)
            stream.flush()
            os.fsync(stream.fileno())
            draft.replace(self.path / name)

    def clear(self) -> None:
        """Remove the folder; the record goes last, so that a run stopped in here still knows that it is done."""
        for file in sorted(self.path.iterdir(), key=lambda file: file.name in (STATE, MANIFEST, LOCK)):
            file.unlink(missing_ok=True)
        self.path.rmdir()


def fingerprint(options: Mapping[str, Any], inputs: list[tuple[str, int, str]]) -> dict[str, Any]:
    """What tells one run from another."""
    return {
        "version": f"cleantext {__version__}, Python {platform.python_version()}",
        "options": dict(options),
        "inputs": {f"{number}": list(found) for number, found in enumerate(inputs)},
    }


@contextmanager
def partial(path: Path, *, restart: bool) -> Iterator[Partial]:
    """The folder of a run, for this process alone.

    Raises ``CreateError`` where it cannot be made, ``UsageError`` where another process writes in it.
    """
    try:
        path.mkdir(exist_ok=True)
        lock = (path / LOCK).open("a")
    except OSError as error:
        raise CreateError(f"{path}: cannot create: {(error.strerror or str(error)).lower()}") from None
    with lock:
        _lock(lock, path)
        if restart:
            for file in path.iterdir():
                if file.name != LOCK:
                    shutil.rmtree(file) if file.is_dir() else file.unlink()
        yield Partial(path)


def _lock(lock: TextIO, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # where there are no such locks
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise UsageError(f"{path}: another process is writing this output") from None


def _difference(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What is not as it was, in words; nothing where all is."""
    if before.get("version") != now["version"]:
        return f"by {before.get('version')}, and this is {now['version']}"
    for name, value in now["options"].items():
        then = before["options"].get(name)
        if isinstance(value, bool) and then is not value:
            return f"{'with' if then else 'without'} {name}"
        if then != value:
            return f"with another {name}" + ("" if name == "chain" else f" ({_told(then)}, now {_told(value)})")
    for number, found in now["inputs"].items():
        then = before["inputs"].get(number)
        if then is None:
            return f"without the input {found[0]}"
        if then[0] != found[0]:
            return f"with other inputs ({then[0]}, now {found[0]})"
        if then != found:
            return f"when {found[0]} was another (its size or its date has changed)"
    return "" if len(now["inputs"]) == len(before["inputs"]) else "with more inputs"


def _told(value: Any) -> str:
    return "none" if value is None else str(value)
