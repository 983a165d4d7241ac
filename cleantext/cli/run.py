"""From inputs through the chain to the output, record by record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from cleantext.chain import Chain
from cleantext.cli.arguments import Arguments
from cleantext.cli.make import Presenter, presenter_for, reader_for, writer_for
from cleantext.cli.show import chain_for
from cleantext.cli.streams import Sink, output, say
from cleantext.cli.tally import Tally
from cleantext.document import Document
from cleantext.errors import CleantextError, RecordError
from cleantext.io import Reader, Record, Rejected, Source, Writer
from cleantext.io.files import STANDARD, Announced, InputError, check_not_read, reading, source
from cleantext.io.names import named
from cleantext.io.sidecars import SIDECARS, Sidecar

Beside = Sequence[tuple[Sidecar, Sink]]


class InternalError(CleantextError):
    """A fault of cleantext's own, with the record that brought it about."""


def run(arguments: Arguments) -> int:
    """Clean all inputs; give the exit code.

    Raises the first error, unless records with errors are to be skipped.
    """
    for target in (arguments.output, arguments.rejected, arguments.edits, arguments.attributes):
        if target is not None:
            check_not_read(target, arguments.files)
    tally = Tally(quiet=arguments.quiet, looking=arguments.check or arguments.diff, check=arguments.check)
    chain, reader, writer = chain_for(arguments), reader_for(arguments), writer_for(arguments)
    present = presenter_for(arguments, writer)
    _greet(arguments)
    with output(arguments.output) as stream, _rejects(arguments) as rejects, _sidecars(arguments) as sidecars:
        between = b"\n" if arguments.explain or (arguments.to == "text" and not arguments.diff) else b""
        sink = Sink(stream, arguments.output, between=between)
        Job(chain, reader, writer, present, sink, rejects, sidecars, tally, arguments.errors == "skip").clean(
            arguments.files
        )
    return tally.close()


@contextmanager
def _rejects(arguments: Arguments) -> Iterator[Sink | None]:
    """Where skipped records go, each with the end that it has in its format."""
    if arguments.rejected is None:
        yield None
        return
    end = {"text": b"", "null": b"\0"}.get(arguments.source, b"\n")
    with output(arguments.rejected) as stream:
        yield Sink(stream, arguments.rejected, end=end)


@contextmanager
def _sidecars(arguments: Arguments) -> Iterator[Beside]:
    """What is written beside the output, and where."""
    with ExitStack() as stack:
        yield [
            (sidecar, Sink(stack.enter_context(output(path)), path))
            for name, sidecar in SIDECARS.items()
            if (path := getattr(arguments, name)) is not None
        ]


def _greet(arguments: Arguments) -> None:
    """Tell someone who waits for the command that it waits for them, and which files are taken for text."""
    if arguments.quiet:
        return
    if STANDARD in arguments.files and sys.stdin is not None and sys.stdin.isatty():
        say("reading from the terminal; Ctrl-D ends the text")
    for path in arguments.files if arguments.assumed else ():
        form = named(path).format
        if form == "html" and not arguments.html:
            say(f"{path}: is read as text; --html finds the article in a page")
        elif form not in (None, "text", "html"):
            say(f"{path}: is read as one text; --from {form} reads its records")


@dataclass(frozen=True, slots=True)
class Job:
    """What one run reads, cleans and writes with; unless it is ``skipping``, the first error ends it."""

    chain: Chain
    reader: Reader
    writer: Writer
    present: Presenter
    sink: Sink
    rejects: Sink | None
    sidecars: Beside
    tally: Tally
    skipping: bool

    def clean(self, files: Iterable[str]) -> None:
        """Clean every record of every file."""
        for path in files:
            try:
                with source(path) as found:
                    self._source(Source(found.name, Announced(found.stream, self.sink.flush)))
            except InputError as error:
                self._refuse(error)

    def _source(self, found: Source) -> None:
        for item in reading(self.reader(found), found.name):
            if isinstance(item, Rejected):
                self._refuse(item.error, item.raw)
            elif isinstance(item, Record):
                self._record(item)
            else:
                self.tally.passed += 1

    def _record(self, record: Record) -> None:
        try:
            document = self.chain(Document.of(record.text, **record.known))
            data = self.present(record, document)
            lines = [(sidecar(record, document), sink) for sidecar, sink in self.sidecars]
            changed = self.tally.looking and self.writer.text(document) != record.text
        except RecordError as error:
            self._refuse(error, record.raw)
        except Exception as error:
            fault = f"internal error: {type(error).__name__}: {error}; please report it (--debug shows where)"
            self._refuse(InternalError(f"{record.place}: {fault}"), record.raw, error)
        else:
            self.tally.count(record.place, changed=changed, warnings=() if self.tally.quiet else document.warnings)
            self.sink.write(data)
            for line, sink in lines:
                sink.write(line)

    def _refuse(self, error: CleantextError, raw: bytes = b"", cause: Exception | None = None) -> None:
        """Leave a record out, on record, or stop."""
        if not self.skipping:
            raise error from cause
        self.tally.refuse(error)
        if self.rejects and raw:
            self.rejects.write(raw)
