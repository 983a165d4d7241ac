"""Readers, writers and ways of looking, made from the arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from cleantext.cli.arguments import Arguments
from cleantext.cli.streams import coloured
from cleantext.document import Document
from cleantext.errors import UsageError
from cleantext.io import WRITERS, Reader, Record, Writer
from cleantext.io.known import check_key, fitted
from cleantext.io.making import reader_of

Presenter = Callable[[Record, Document], bytes]
WIDEST = 120  # columns: longer lines read badly
_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\\\": "\\"}


def reader_for(arguments: Arguments) -> Reader:
    """What reads the records."""
    return reader_of(arguments.source, **reading_options(arguments))


def reading_options(arguments: Arguments) -> dict[str, Any]:
    """What the arguments say of reading, whatever the format."""
    return {
        "field": arguments.field,
        "known": {key: fitted(key, value) for key, value in pairs(arguments.known)},
        "known_from": dict(pairs(arguments.known_from)),
        "encoding": arguments.encoding,
        "encoding_errors": arguments.encoding_errors,
        "html": arguments.html,
        "delimiter": None if arguments.delimiter is None else delimiter_of(arguments.delimiter),
    }


def writer_for(arguments: Arguments) -> Writer:
    """What spells the records out."""
    options: dict[str, Any] = {}
    if arguments.separator is not None:
        options["separator"] = unescaped(arguments.separator)
    if arguments.to == "jsonl":
        options |= {"field": arguments.field, "facts": arguments.facts, "removed": arguments.removed}
    writer: Writer = WRITERS[arguments.to](**options)
    return writer


def presenter_for(arguments: Arguments, writer: Writer) -> Presenter:
    """What a cleaned record becomes: itself, a diff, an explanation, or nothing."""
    if arguments.explain:
        return _explainer(arguments)
    if arguments.diff:
        return _differ(arguments, writer)
    return _nothing if arguments.check else writer


def _nothing(_record: Record, _document: Document) -> bytes:
    return b""


def _differ(arguments: Arguments, writer: Writer) -> Presenter:
    from cleantext.report.diff import diff
    from cleantext.report.terminal import Paint

    paint = Paint(coloured(arguments.color, arguments.output))

    def present(record: Record, document: Document) -> bytes:
        return _spelled(diff(record.text, writer.text(document), str(record.place), paint))

    return present


def _explainer(arguments: Arguments) -> Presenter:
    from shutil import get_terminal_size

    from cleantext.report.explain import explain
    from cleantext.report.terminal import Paint

    paint = Paint(coloured(arguments.color, arguments.output))
    columns = min(get_terminal_size().columns, WIDEST)

    def present(record: Record, document: Document) -> bytes:
        return _spelled(explain(document, str(record.place), columns=columns, paint=paint) + "\n")

    return present


def _spelled(text: str) -> bytes:
    return text.encode(errors="backslashreplace")


def pairs(texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    """What is known, by key."""
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"cannot read {text!r}: write KEY=VALUE, as in language=en")
        yield check_key(key), value


def delimiter_of(text: str) -> str:
    """What parts the cells of CSV.

    Raises ``UsageError`` for what is not one character, or one that cells are written with.
    """
    found = unescaped(text)
    if len(found) != 1 or found in "\"\r\n\0":
        raise UsageError(f"--delimiter is one character, as in --delimiter ';', not {text!r}")
    return found


def unescaped(text: str) -> str:
    r"""The text with ``\n``, ``\t``, ``\r`` and ``\\`` read as in C."""
    import re

    return re.sub(r"\\[ntr\\]", lambda found: _ESCAPES[found[0]], text)
