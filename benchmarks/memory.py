"""What a document costs in memory: ``python -m benchmarks.memory [--megabytes 1 10 100] [--preset news]``.

Each document is read in a process of its own. Printed are the most memory that the process held, and how much more that
is than for an empty document, as a multiple of the document's size in UTF-8.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from benchmarks.measuring import peak

TEXTS = {
    "one line": "The ferry to the outer islands will run again on Monday, its owner said on Saturday evening. ",
    "paragraphs": "The ferry will run again on Monday, its owner said.\n\n“We are glad,” said Nils Moe in Oslo.\n\n",
    "glued": "The ferry will run again.Its owner said so on Monday, and nobody was hurt.",
    "one-word lines": "Ferry\n",
}
MEGABYTE = 1_000_000


def measured(text: str, size: int, preset: str) -> dict[str, Any]:
    """Read one document here: its characters, seconds of processor time, peak memory in bytes."""
    from time import process_time

    import cleantext

    document = text * (size // len(text.encode()))
    began = process_time()
    found = cleantext.read(document, preset)
    found.text  # noqa: B018  computed when asked for
    spent = process_time() - began
    return {"characters": len(document), "blocks": len(found.blocks), "seconds": spent, "peak": peak()}


def rows(sizes: list[float], preset: str, kinds: list[str]) -> Iterator[dict[str, Any]]:
    """A row for each kind of text and each size."""
    for kind in kinds:
        empty = _apart(kind, 0, preset)["peak"]
        for megabytes in sizes:
            size = int(megabytes * MEGABYTE)
            row = _apart(kind, size, preset)
            yield {"text": kind, "megabytes": megabytes, **row, "factor": (row["peak"] - empty) / size}


def _apart(kind: str, size: int, preset: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.memory", "--measure", kind, str(size), "--preset", preset]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 10, 100])
    parser.add_argument("--preset", default="news")
    parser.add_argument("--texts", nargs="+", choices=TEXTS, default=list(TEXTS))
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    parser.add_argument("--measure", nargs=2, metavar=("TEXT", "BYTES"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        kind, size = arguments.measure
        print(json.dumps(measured(TEXTS[kind], int(size), arguments.preset)))
        return
    for row in rows(arguments.megabytes, arguments.preset, arguments.texts):
        print(json.dumps(row) if arguments.json else _line(row), flush=True)


def _line(row: dict[str, Any]) -> str:
    return (
        f"{row['text']:<16}{row['megabytes']:>8g} MB{row['blocks']:>12,} blocks{row['seconds']:>10.1f} s"
        f"{row['peak'] / MEGABYTE:>10,.0f} MB at most{row['factor']:>8.1f} times the text"
    )


if __name__ == "__main__":
    main()
