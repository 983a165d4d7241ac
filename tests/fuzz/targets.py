"""What may be given any bytes at all: each target reads them and checks what must hold of the answer.

A target that raises has found a failure; its input then goes to ``FOUND`` in ``inputs.py``.
"""

from __future__ import annotations

import io
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from typing import Any

from cleantext.config import PRESETS, loads, preset_chain
from cleantext.document import Document
from cleantext.errors import LawError, RecordError, UsageError
from cleantext.io import READERS, WRITERS, Reader, Record, Rejected, Source, Writer
from cleantext.io.codecs import decompressed
from cleantext.io.encodings import ERROR_HANDLERS, Encoding, decode
from cleantext.io.jsonobject import JsonObject
from cleantext.io.records import DamagedError, Place
from cleantext.testing import LAWS, Law, check_laws
from drip import Drip

FORMS = ("jsonl", "csv", "tsv", "lines", "null", "text")
ENCODINGS = (None, "utf-8", "utf-16", "utf-32", "latin-1", "cp1252", "shift-jis", "utf-7", "utf-8-sig", "gb18030")
COMPRESSIONS = ("gz", "bz2", "xz", "zst")
NAME = "fuzz.txt"
KNOWN_FROM = {"title": "title", "language": "language", "authors": "authors"}


def text_of(data: bytes) -> str:
    """Any text there can be, halves of surrogate pairs among it."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _tells(error: Exception, place: str) -> None:
    """An error is one line that begins with the place."""
    told = str(error)
    assert told.strip()
    assert told.startswith(place)


def reading(data: bytes) -> None:
    """A text is read by every preset, whatever the language it is said to be in."""
    preset, language, text = PRESETS[data[0] % len(PRESETS)], data[1:3], text_of(data[3:])
    document = Document.of(text, language=text_of(language))
    found = preset_chain(preset)(document)
    check_laws(document, found, LAWS, step=preset, text=text)
    check_laws(document, preset_chain(preset)(document), (same_as(found),), step=preset, text=text)


def same_as(first: Document) -> Law:
    def no_memory(_: Document, second: Document) -> None:
        if (second, second.edits, second.facts) != (first, first.edits, first.facts):
            raise LawError(f"{first.text!r} the first time, then {second.text!r}")

    return no_memory


def records(data: bytes) -> None:
    """Records are read or rejected, each in its place, and what is written of them is read again."""
    form, encoding = FORMS[data[0] % len(FORMS)], ENCODINGS[data[1] % len(ENCODINGS)]
    more: dict[str, Any] = {"known_from": KNOWN_FROM} if form in ("jsonl", "csv", "tsv") else {}
    errors = ERROR_HANDLERS[data[2] % len(ERROR_HANDLERS)]
    reader = READERS[form](encoding=Encoding(name=encoding, errors=errors), **more)
    for item in reader(Source(NAME, Drip(data[3:], 1 + data[2] // 3))):
        if isinstance(item, Rejected):
            assert str(item.error).startswith(NAME)
            assert item.raw in data
        elif isinstance(item, Record):
            assert str(item.place).startswith(NAME)
            _written(form, item)


def _written(form: str, record: Record) -> None:
    document = Document.of(record.text, **record.known)
    names = {"names": record.frame.names} if form in ("csv", "tsv") and record.frame else {}
    writer: Writer = WRITERS[form](**names)
    try:
        data = writer(record, document)
    except RecordError as error:
        _tells(error, NAME)
        return
    head: bytes = getattr(writer, "head", b"")
    if (head + data).startswith(BOM_UTF8):  # a text that begins so cannot be told from a file that does
        return
    reader: Reader = READERS[form]()
    again = [item.text for item in reader(Source(NAME, io.BytesIO(head + data))) if isinstance(item, Record)]
    assert again == ([writer.text(document)] if data else [""])


def decoding(data: bytes) -> None:
    """Bytes decode, or the error says where."""
    name, errors, rest = ENCODINGS[data[0] % len(ENCODINGS)], ERROR_HANDLERS[data[1] % len(ERROR_HANDLERS)], data[2:]
    encoding, mark = Encoding(name=name, errors=errors).of(rest)
    try:
        text = decode(rest[mark:], encoding, errors, Place(NAME), mark)
    except RecordError as error:
        _tells(error, f"{NAME}: byte ")
    else:
        assert errors != "strict" or text == rest[mark:].decode(encoding)


def objects(data: bytes) -> None:
    """A JSON object is read as Python reads it, and a changed field changes nothing else."""
    text = text_of(data)
    try:
        wanted = json.loads(text)
    except (ValueError, RecursionError):
        wanted = None
    try:
        found = JsonObject.parse(text)
    except (ValueError, TypeError, RecursionError):
        assert not isinstance(wanted, dict), "an object is refused"
        return
    if not isinstance(wanted, dict):  # Python may refuse a number of a million digits, which is left as it is here
        assert wanted is None
        return
    assert list(found.names) == list(wanted)
    name = next(iter(wanted), "text")
    assert json.loads(found.replaced({name: '"new"'})) == {**wanted, name: "new"} or found.repeated


def configuration(data: bytes) -> None:
    """A configuration is read or refused, and nothing of it is run."""
    try:
        loads(text_of(data))
    except UsageError as error:
        _tells(error, "")


def compressed(data: bytes) -> None:
    """What is said to be compressed is decompressed, or told to be damaged."""
    stream = decompressed(io.BytesIO(data[1:]), f"fuzz.{COMPRESSIONS[data[0] % len(COMPRESSIONS)]}")
    try:
        while len(stream.read1(1 << 16)):
            pass
    except DamagedError as error:
        _tells(error, "fuzz.")


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "reading": reading,
    "records": records,
    "decoding": decoding,
    "objects": objects,
    "configuration": configuration,
    "compressed": compressed,
}
SHORTEST = 3  # bytes: those that choose


def attempt(target: str, data: bytes) -> None:
    """Try one input."""
    if len(data) >= SHORTEST:
        TARGETS[target](data)
