"""``cleantext run``: the arguments to a run, and what it came to told."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cleantext.cli import exits
from cleantext.cli.arguments import Arguments
from cleantext.cli.streams import say, standard_output
from cleantext.cli.tally import documents
from cleantext.errors import CleantextError
from cleantext.io.files import STANDARD, STANDARD_OUTPUT, writing

if TYPE_CHECKING:
    from cleantext.batch import Settings, Summary
    from cleantext.batch.progress import Progress


def run(arguments: Arguments) -> int:
    """Clean all inputs; give the exit code."""
    from cleantext import batch

    settings = settings_of(arguments)
    progress = _progress(arguments)
    try:
        with standard_output() as stream:
            summary = batch.run(settings, progress, stream, say)
    except (KeyboardInterrupt, SystemExit, CleantextError) as error:
        _comfort(settings, error)
        raise
    _tell(arguments, summary)
    return exits.INTERNAL if summary.stats.faults else exits.BAD_DATA if summary.stats.rejected else exits.OK


def settings_of(arguments: Arguments) -> Settings:
    """What the arguments ask for."""
    from cleantext.batch import Settings
    from cleantext.batch.settings import cores
    from cleantext.cli.make import reading_options, unescaped
    from cleantext.cli.show import chain_for
    from cleantext.io.sampled import Share

    arguments.field = arguments.field or "text"
    share = None if arguments.sample is None else Share(arguments.sample, arguments.seed or 0).check()
    names = ("source", "to", "facts", "removed", "edits", "attributes", "rejected", "limit", "restart", "partial")
    return Settings(
        inputs=tuple(arguments.files),
        output=arguments.output,
        chain=chain_for(arguments),
        separator=None if arguments.separator is None else unescaped(arguments.separator),
        share=share,
        jobs=cores() if arguments.jobs is None else arguments.jobs,
        **{name: getattr(arguments, name) for name in names},
        **reading_options(arguments),
    )


def _progress(arguments: Arguments) -> Progress | None:
    """A bar for someone who watches, and a word where a run goes on."""
    if arguments.quiet:
        return None
    from cleantext.batch.progress import Bar, Silent

    return _GoingOn(Bar() if sys.stderr is not None and sys.stderr.isatty() else Silent(), arguments.output)


class _GoingOn:
    """Progress of a run which says first that it goes on, where it was begun before."""

    def __init__(self, progress: Progress, output: str) -> None:
        self.update, self.close = progress.update, progress.close
        self._start, self._output = progress.start, output

    def start(self, size: int, read: int, documents: int) -> None:
        if read or documents:
            say(f"going on with {self._output} where it was stopped")
        self._start(size, read, documents)


def _comfort(settings: Settings, error: BaseException) -> None:
    """Say that nothing is lost, where a run was stopped on its way."""
    from cleantext.batch import resumable
    from cleantext.errors import UsageError

    if not isinstance(error, UsageError) and resumable(settings):
        say("stopped; what is done is kept, and the same command goes on from there")


def _tell(arguments: Arguments, summary: Summary) -> None:
    if arguments.stats:
        told = _json(summary) if arguments.stats == "json" else _text(summary)
        if arguments.output == STANDARD:
            with writing("standard error"):
                sys.stderr.write(told)
        else:
            with standard_output() as stream, writing(STANDARD_OUTPUT):
                stream.write(told.encode())
    if arguments.quiet:
        return
    for line in _remarks(summary):
        say(line)


def _remarks(summary: Summary) -> Iterator[str]:
    """What someone should know even if they did not ask."""
    stats = summary.stats
    if stats.passed.total():
        yield f"{stats.passed.total():,} records passed over: no HTML page"
    if stats.flagged:
        yield f"{stats.flagged:,} of {documents(stats.documents)} flagged: little or nothing was kept of them"
    if stats.rejected:
        where = f"; {summary.errors} says which and why" if summary.errors else ""
        yield f"{documents(stats.documents)} done, {stats.rejected:,} left out because of errors{where}"


def _json(summary: Summary) -> str:
    return json.dumps(summary.stats.asdict(), ensure_ascii=False) + "\n"


def _text(summary: Summary) -> str:
    return "".join(f"{line}\n" for line in _lines(summary.stats.asdict()))


def _lines(counts: dict[str, Any]) -> Iterator[str]:
    for name, value in counts.items():
        label = _LABELS.get(name, name)
        if isinstance(value, dict):
            if value:
                yield f"{label}:"
            yield from (f"  {key:<24}{count:>14,}" for key, count in value.items())
        else:
            yield f"{label:<26}{value:>14,}"


_LABELS = {
    "characters_in": "characters in",
    "characters_out": "characters out",
    "missing": "without a text (null)",
    "rejected": "records left out",
    "faults": "of them by our own fault",
    "roles": "blocks by role",
    "dropped": "blocks dropped by step",
    "rules": "edits by rule",
    "passed": "records passed over",
}
