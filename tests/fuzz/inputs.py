"""Inputs for the targets: some to begin with, and those that once found a failure."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Iterator
from pathlib import Path

from targets import ENCODINGS, FORMS

SAMPLES = Path(__file__).parent.parent.parent / "corpus_samples"
LONGEST = 1500  # bytes of a sample

_TABLE = b"id,title,text\r\n1,Ferry,\"The ferry ran.\nNobody was \"\"hurt\"\".\"\r\n2,,Rain\r\n"
_RECORDS = {
    "jsonl": b'{"id": 1.50, "title": "Ferry", "language": "en", "text": "Rain.\\ud83d\\ude00"}\r\n\n{"text":"a"}\n',
    "csv": _TABLE,
    "tsv": _TABLE.replace(b",", b"\t"),
    "lines": "Rain  fell.\nIt stopped.\r\n\nGrüße\n".encode(),
    "null": b"Rain  fell.\n\0It stopped.\0",
    "text": "Rain fell.\n\nDie Fähre fährt.\n".encode(),
}
_OBJECTS = (
    b'{"a": [1, -2.5e3, true, null, "\\u00e9\\\\"], "b": {"c": ""}, "text": "x"}',
    b'{"a": 1, "a": 2}',
    b'[{"a": 1}]',
    b"{" * 50,
)
_CONFIGURATIONS = (
    b'preset = "strict"\nskip = ["repeats"]\nkeep = ["caption"]\n[step.captions]\nthreshold = 0.5\n',
    b'steps = ["encoding", "spaces"]\n[step.encoding]\nmojibake = false\n',
)


def _readings() -> Iterator[bytes]:
    for at, path in enumerate(sorted(SAMPLES.glob("*/raw.txt"))):
        yield bytes([at % 3]) + path.parent.name[:2].encode() + path.read_bytes()[:LONGEST]


def _records() -> Iterator[bytes]:
    for n, form in enumerate(FORMS):
        for k, name in enumerate(ENCODINGS):
            yield bytes([n, k, 0]) + _RECORDS[form].decode().encode(name or "utf-8", "ignore")


def _compressed() -> Iterator[bytes]:
    data = b"The ferry ran. " * 40
    for n, packed in enumerate((gzip.compress(data, mtime=0), bz2.compress(data), lzma.compress(data))):
        yield bytes([n]) + packed
        yield bytes([n]) + packed[:-9]


def _decodings() -> Iterator[bytes]:
    for k, name in enumerate(ENCODINGS):
        yield bytes([k, 0]) + "Grüße, 東京 🛳".encode(name or "utf-8", "ignore")


_SEEDS: dict[str, tuple[bytes, ...]] = {
    "reading": tuple(_readings()),
    "records": tuple(_records()),
    "decoding": tuple(_decodings()),
    "objects": _OBJECTS,
    "configuration": _CONFIGURATIONS,
    "compressed": tuple(_compressed()),
}


def seeds(target: str) -> tuple[bytes, ...]:
    """What a target begins with."""
    return _SEEDS[target]
