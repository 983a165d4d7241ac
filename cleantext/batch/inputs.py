"""Files from what was named: files, folders, patterns, addresses."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cleantext.errors import UsageError
from cleantext.io import remote
from cleantext.io.files import STANDARD, InputError
from cleantext.io.names import format_of, named

PARTIAL = ".partial"


class Input(NamedTuple):
    """A file to read: its path or address, its format, and its name below the folder that was named."""

    path: str
    format: str
    name: str


def expanded(paths: Iterable[str], form: str | None) -> list[Input]:
    """All files that are meant, those of a folder or a pattern sorted; of a folder only those of a known format.

    Raises ``InputError`` where there is nothing, ``UsageError`` where a name tells no format.
    """
    found: list[Input] = []
    for path in paths:
        before = len(found)
        found += _files(path, form)
        if len(found) == before:
            what = "no such file" if remote.is_pattern(path) else "no file of a known format in this folder"
            raise InputError(f"{path}: {what}")
    return found


def _files(path: str, form: str | None) -> Iterator[Input]:
    if path == STANDARD:
        if form is None:
            raise UsageError("standard input has no name that tells its format; name it with --from")
        yield Input(path, form, "stdin")
    elif remote.is_remote(path):
        yield from _remote(path, form)
    else:
        yield from _local(path, form)


def _local(path: str, form: str | None) -> Iterator[Input]:
    place = Path(path)
    if place.is_dir():
        files = (str(file) for file in sorted(place.rglob("*")) if file.is_file())
        yield from _of_folder(files, form, lambda file: Path(file).relative_to(place).as_posix())
    elif place.exists() or not remote.is_pattern(path):
        if not place.exists():
            raise InputError(f"{path}: no such file or directory")
        yield Input(path, form or format_of(path), place.name)
    else:
        for file in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 (patterns may be absolute)
            if Path(file).is_file():
                yield Input(file, form or format_of(file), Path(file).name)


def _remote(path: str, form: str | None) -> Iterator[Input]:
    try:
        if remote.is_pattern(path):
            yield from (Input(file, form or format_of(file), _last(file)) for file in remote.matching(path))
        elif files := remote.listed(path):
            base = path.rstrip("/") + "/"
            yield from _of_folder(files, form, lambda file: file.removeprefix(base))
        elif remote.exists(path):
            yield Input(path, form or format_of(path), _last(path))
        else:
            raise InputError(f"{path}: no such file")
    except OSError as error:
        raise InputError(f"{path}: {error}") from None


def _of_folder(files: Iterable[str], form: str | None, name: Callable[[str], str]) -> Iterator[Input]:
    """The files of a folder, but for hidden ones, those of a run that is not done, and those of no known format."""
    for file in files:
        below = name(file)
        if any(part.startswith(".") or part.endswith(PARTIAL) for part in below.split("/")):
            continue
        if found := form or named(file).format:
            yield Input(file, found, below)


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]
