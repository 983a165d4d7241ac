"""From inputs through the chain to the output, record by record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from cleantext.chain import Chain
from cleantext.cli import exits
from cleantext.cli.arguments import Arguments
from cleantext.cli.make import Presenter, presenter_for, reader_for, writer_for
from cleantext.cli.show import chain_for
from cleantext.cli.streams import output, say
from cleantext.document import Document
from cleantext.errors import CleantextError, RecordError
from cleantext.io import Reader, Record, Rejected, Source, Writer
from cleantext.io.files import STANDARD, Announced, InputError, check_not_read, reading, source, writing


class InternalError(CleantextError):
    """A fault of cleantext's own, with the record that brought it about."""


def run(arguments: Arguments) -> int:
    """Clean all inputs; give the exit code.

    Raises the first error, unless records with errors are to be skipped.
    """
    for target in (arguments.output, arguments.rejected):
        if target is not None:
            check_not_read(target, arguments.files)
    job = Job(arguments, chain_for(arguments))
    _greet(arguments)
    with output(arguments.output) as stream, _rejects(arguments.rejected) as rejects:
        job.clean(arguments.files, stream, rejects)
    return job.close()


@contextmanager
def _rejects(path: str | None) -> Iterator[BinaryIO | None]:
    if path is None:
        yield None
        return
    with output(path) as stream:
        yield stream


def _greet(arguments: Arguments) -> None:
    """Tell someone who waits for the command that it waits for them."""
    if STANDARD in arguments.files and not arguments.quiet and sys.stdin is not None and sys.stdin.isatty():
        say("reading from the terminal; Ctrl-D ends the text")


class Job:
    """One run: what it reads and writes with, and what it counts."""

    def __init__(self, arguments: Arguments, chain: Chain) -> None:
        self.chain = chain
        self.reader: Reader = reader_for(arguments)
        self.writer: Writer = writer_for(arguments)
        self.present: Presenter = presenter_for(arguments, self.writer)
        self.between = b"\n" if arguments.explain or (arguments.to == "text" and not arguments.diff) else b""
        self.end = {"text": b"", "null": b"\0"}.get(arguments.source, b"\n")
        self.skipping = arguments.errors == "skip"
        self.looking = arguments.check or arguments.diff
        self.check, self.quiet, self.target = arguments.check, arguments.quiet, arguments.output
        self.done = self.changed = self.refused = 0
        self.code = exits.OK
        self.written = False

    def clean(self, files: list[str], out: BinaryIO, rejects: BinaryIO | None) -> None:
        self.out, self.rejects = out, rejects
        for path in files:
            try:
                with source(path) as found:
                    self._source(Source(found.name, Announced(found.stream, self._flush)))
            except InputError as error:
                self._refuse(error)

    def close(self) -> int:
        """Tell the counts; give the exit code."""
        if self.refused:
            say(f"{_documents(self.done)} cleaned, {self.refused} left out because of errors")
        if self.check and not self.quiet:
            say(f"{self.changed} of {_documents(self.done)} would change")
        if self.code == exits.INTERNAL or (self.refused and not self.done):
            return self.code
        return exits.WOULD_CHANGE if self.looking and self.changed else exits.OK

    def _source(self, found: Source) -> None:
        for item in reading(self.reader(found), found.name):
            if isinstance(item, Rejected):
                self._refuse(item.error, item.raw)
            else:
                self._record(item)

    def _record(self, record: Record) -> None:
        try:
            document = self.chain(Document.of(record.text, **record.known))
            data = self.present(record, document)
        except RecordError as error:
            self._refuse(error, _raw(record))
            return
        except Exception as error:
            self._refuse(InternalError(f"{record.place}: {_fault(error)}"), _raw(record), error)
            return
        self._count(record, document)
        self._write(data)

    def _count(self, record: Record, document: Document) -> None:
        self.done += 1
        if self.looking and self.writer.text(document) != record.text:
            self.changed += 1
            if self.check and not self.quiet:
                say(f"{record.place}: would change")
        if not self.quiet:
            for warning in document.warnings:
                say(f"{record.place}: {warning}")

    def _write(self, data: bytes) -> None:
        with writing(self._name()):
            if data and self.written:
                self.out.write(self.between)
            self.out.write(data)
        self.written = self.written or bool(data)

    def _flush(self) -> None:
        with writing(self._name()):
            self.out.flush()

    def _name(self) -> str:
        return "standard output" if self.target == STANDARD else self.target

    def _refuse(self, error: CleantextError, raw: bytes = b"", cause: Exception | None = None) -> None:
        """Leave a record out, on record, or stop."""
        if not self.skipping:
            raise error from cause
        self.refused += 1
        self.code = exits.INTERNAL if cause else self.code or exits.code_of(error)
        say(str(error))
        if self.rejects and raw:
            with writing("--rejected"):
                self.rejects.write(raw + self.end)


def _raw(record: Record) -> bytes:
    text = record.frame.spelling if record.frame else record.text
    return text.encode(errors="surrogatepass")


def _fault(error: Exception) -> str:
    return f"internal error: {type(error).__name__}: {error}; please report it (--debug shows where)"


def _documents(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"
