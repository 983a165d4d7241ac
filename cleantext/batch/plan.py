"""What a run will read and write, settled before anything is read."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cleantext.batch.columns import names_of, schema_of, writer_for
from cleantext.batch.inputs import PARTIAL, Input, expanded
from cleantext.batch.products import Product, joined
from cleantext.batch.settings import Settings
from cleantext.batch.work import ERRORS, OUTPUT
from cleantext.errors import UsageError
from cleantext.io import COLUMNS, PAGES, TYPED, WRITERS, remote
from cleantext.io.codecs import compression_of
from cleantext.io.files import STANDARD, check_not_read, opened
from cleantext.io.names import named, renamed
from cleantext.io.sidecars import SIDECARS
from cleantext.io.tablefiles import finisher

FOLDER = "/"


@dataclass(frozen=True, slots=True)
class Target:
    """An output, its format, and the numbers of the inputs that go into it."""

    path: str
    format: str
    inputs: range


@dataclass(frozen=True, slots=True)
class Plan:
    """Inputs and outputs of a run."""

    settings: Settings
    inputs: tuple[Input, ...]
    targets: tuple[Target, ...]

    @property
    def streams(self) -> bool:
        """Whether the output is a pipe, a device or a terminal: written as it comes, not to be gone on with."""
        return is_stream(self.settings.output)

    @property
    def sidecars(self) -> tuple[str, ...]:
        return tuple(name for name in SIDECARS if getattr(self.settings, name))

    def stamps(self) -> Iterator[tuple[str, int, str]]:
        """Path, size and date of each input.

        Raises ``InputError`` for one that is not to be read.
        """
        for found in self.inputs:
            if found.path == STANDARD:
                yield found.path, 0, ""
            elif remote.is_remote(found.path):
                yield (found.path, *remote.fingerprint(found.path))
            else:
                with opened(found.path):
                    now = Path(found.path).stat()
                yield found.path, now.st_size, str(now.st_mtime_ns)

    def columns(self, number: int) -> dict[str, Any]:
        """The columns of a target, as data; none where its format has none."""
        target = self.targets[number]
        inputs = [self.inputs[at] for at in target.inputs]
        if target.format in TYPED:
            return {"schema": schema_of(self.settings, inputs)}
        return {"names": names_of(self.settings, inputs)} if target.format in COLUMNS else {}

    def writer(self, number: int, columns: dict[str, Any]) -> Any:
        """What spells out the records of a target."""
        return writer_for(self.settings, self.targets[number].format, columns)

    def products(self, number: int, writer: Any) -> list[Product]:
        """What a target is written with: its output, and the side-cars that go with each output."""
        target = self.targets[number]
        compression = compression_of(target.path)
        typed = target.format in TYPED
        output = replace(
            self._output(number),
            compression=compression,
            head=writer.head,
            between=writer.between,
            finish=finisher(target.format, writer.whole, compression) if typed else joined(compression),
            framed=typed,
        )
        return [*self._beside(number), output]

    def places(self, number: int) -> list[Product]:
        """Where all goes that is written once in a run or with a target; not how."""
        return [*self.common(), *self._beside(number), self._output(number)]

    def common(self) -> list[Product]:
        """What is written once in a run: the records left out, and the side-cars."""
        path = self.settings.rejected or f"{self.settings.output.rstrip(FOLDER)}.errors.jsonl"
        single = {name: to for name in self.sidecars if not (to := getattr(self.settings, name)).endswith(FOLDER)}
        sidecars = [Product(name=name, path=to, compression=compression_of(to)) for name, to in single.items()]
        errors = Product(name=ERRORS, path=path, compression=compression_of(path), needed=False)
        return [_joined(product) for product in (*sidecars, errors)]

    def _output(self, number: int) -> Product:
        return Product(name=f"{number:06}.{OUTPUT}", path=self.targets[number].path)

    def _beside(self, number: int) -> list[Product]:
        """The side-cars that go with each output."""
        below = _below(self.targets[number].path, self.settings.output, "jsonl")
        folders = {name: to for name in self.sidecars if (to := getattr(self.settings, name)).endswith(FOLDER)}
        return [
            _joined(Product(name=f"{number:06}.{name}", path=to + below, compression=compression_of(below)))
            for name, to in folders.items()
        ]


def _joined(product: Product) -> Product:
    return replace(product, finish=joined(product.compression))


def folder_of(settings: Settings) -> Path:
    """Where the output grows: beside it, or for an address in the working folder, if no other is named."""
    output = settings.output.rstrip(FOLDER)
    if settings.partial:
        return Path(settings.partial)
    return Path((output.rpartition("/")[2] if remote.is_remote(output) else output) + PARTIAL)


def planned(settings: Settings) -> Plan:
    """Settle what is read and written.

    Raises ``InputError`` where an input is not there, ``UsageError`` for what does not go together.
    """
    inputs = tuple(expanded(settings.inputs, settings.source))
    plan = Plan(settings, inputs, tuple(_targets(settings, inputs)))
    _check(plan)
    return plan


def is_stream(path: str) -> bool:
    """Whether a path is written to directly: standard output, a pipe, a device."""
    if path == STANDARD:
        return True
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _targets(settings: Settings, inputs: tuple[Input, ...]) -> Iterator[Target]:
    output = settings.output
    if not output.endswith(FOLDER):
        if not remote.is_remote(output) and Path(output).is_dir():
            raise UsageError(f"{output}: is a folder; end it with / to have an output for each input in it")
        yield Target(output, _format(settings, inputs), range(len(inputs)))
        return
    taken: dict[str, str] = {}
    for number, found in enumerate(inputs):
        form = settings.to or _like(found.format, several=False)
        path = output + _below(found.name, "", form)
        if path in taken:
            raise UsageError(f"{taken[path]} and {found.path} would both become {path}; give them outputs of their own")
        taken[path] = found.path
        yield Target(path, _writable(form, path), range(number, number + 1))


def _below(path: str, folder: str, form: str) -> str:
    """The path below a folder, its name in another format."""
    below = path.removeprefix(folder)
    parent, slash, _ = below.rpartition("/")
    return parent + slash + renamed(below, form)


def _format(settings: Settings, inputs: tuple[Input, ...]) -> str:
    """The format of the one output: as asked for, as its name says, or as the inputs have it."""
    if form := settings.to or named(settings.output).format:
        return _writable(form, settings.output)
    found = {_like(one.format, several=len(inputs) > 1) for one in inputs}
    if len(found) > 1:
        raise UsageError(f"{settings.output}: its name tells no format, and the inputs have several; use --to")
    return found.pop()


def _like(form: str, *, several: bool) -> str:
    """The format in which what is read in another goes out."""
    return ("text" if form == "html" and not several else "jsonl") if form in PAGES else form


def _writable(form: str, path: str) -> str:
    if form not in WRITERS:
        raise UsageError(f"{path}: {form} is not written; --to takes one of {', '.join(WRITERS)}")
    return form


def _check(plan: Plan) -> None:
    settings = plan.settings
    if settings.jobs < 1:
        raise UsageError(f"jobs: at least 1 is wanted, not {settings.jobs}")
    if settings.limit is not None and settings.limit < 0:
        raise UsageError(f"a limit is a number of records, not {settings.limit}")
    if plan.streams and (plan.targets[0].format in TYPED or compression_of(settings.output)):
        raise UsageError(f"{plan.targets[0].format} cannot be written to a pipe; name a file with --output")
    used = {*(found.format for found in plan.inputs), *(target.format for target in plan.targets)}
    if settings.delimiter is not None and "csv" not in used:
        raise UsageError("a delimiter goes with csv, which is neither read nor written here")
    structured = {"jsonl", *COLUMNS}
    if (settings.facts or settings.removed) and any(target.format not in structured for target in plan.targets):
        raise UsageError(f"facts and removed go with the formats {', '.join(sorted(structured))}")
    if [one.path for one in plan.inputs].count(STANDARD) > 1:
        raise UsageError("standard input can be read once only; leave one - out")
    if any(target.format in COLUMNS and STANDARD in _jsonl(plan, target) for target in plan.targets):
        raise UsageError("JSON Lines from standard input tell no columns beforehand; write JSON Lines, or read a file")
    _check_paths(plan)


def _jsonl(plan: Plan, target: Target) -> list[str]:
    return [plan.inputs[at].path for at in target.inputs if plan.inputs[at].format == "jsonl"]


def _check_paths(plan: Plan) -> None:
    """No input is written over, and no two products have one name."""
    for folder in (plan.settings.output, *(getattr(plan.settings, name) for name in plan.sidecars)):
        if folder.endswith(FOLDER) and not remote.is_remote(folder) and Path(folder.rstrip(FOLDER)).is_file():
            raise UsageError(f"{folder.rstrip(FOLDER)}: is a file; name a folder, or leave out the / for one output")
    paths = [target.path for target in plan.targets]
    if not plan.streams:
        paths += [product.path for product in plan.common()]
    for path in paths:
        check_not_read(path, [one.path for one in plan.inputs])
    twice = {path for path in paths if paths.count(path) > 1} if len(paths) < 1000 else set()
    if twice:
        raise UsageError(f"{twice.pop()}: two things would be written there; give them names of their own")
