"""The same documents through several engines: ``python -m benchmarks.scale_out [--documents N] [--engines A,B]``.

Makes the golden corpus multiplied with variations, sends it through each engine with two workers, sees that all give
the same text for the same id, and that a hundredth part is what the library alone gives; prints what each took.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cleantext
from benchmarks.engines import ENGINES, VERSIONS, WORKERS
from benchmarks.measuring import PAGE, put, table, watched
from benchmarks.varied import document, documents, write_jsonl, write_parquet

PARTS = 16
EVERY = 100  # of these is compared with the library alone
HEAD = ("engine", "seconds", "documents/s", "MB/s", "memory, MB")

Digests = dict[str, bytes]


def make(folder: Path, count: int) -> int:
    """Write so many short documents as JSON Lines and as Parquet, in parts; give the bytes of JSON Lines."""
    size = 0
    for form in ("jsonl", "parquet"):
        (folder / form).mkdir(parents=True)
    for part in range(PARTS):
        first, last = part * count // PARTS, (part + 1) * count // PARTS
        rows = list(documents(last - first, short=True, first=first))
        size += write_jsonl(folder / "jsonl" / f"{part:03}.jsonl", rows)
        write_parquet(folder / "parquet" / f"{part:03}.parquet", rows)
    return size


def digests(folder: Path) -> Digests:
    """What stands for the text of each id, of all files of an output.

    Raises ``ValueError`` for an id that is there twice.
    """
    found: Digests = {}
    for identity, text in _texts(folder):
        if identity in found:
            raise ValueError(f"{folder}: {identity} is there twice")
        found[identity] = _digest(text)
    return found


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=12).digest()


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir()):
        if path.suffix == ".parquet":
            import pyarrow.parquet as pq

            rows = pq.read_table(path, columns=["id", "text"]).to_pydict()
            yield from zip(rows["id"], rows["text"], strict=True)
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            with (
                gzip.open(path, "rt", encoding="utf-8")
                if path.suffix == ".gz"
                else path.open(encoding="utf-8") as lines
            ):
                yield from ((row["id"], row["text"]) for row in map(json.loads, lines))


def differences(one: Digests, other: Digests) -> int:
    """How many ids are in one only, or have another text."""
    return sum(one.get(identity) != other.get(identity) for identity in one.keys() | other.keys())


def measure(engine: str, folder: Path, count: int, size: int) -> tuple[dict[str, Any], Digests]:
    """Send all documents through an engine: the figures, and what came out."""
    out = folder / engine
    done = watched([sys.executable, "-m", "benchmarks.engines", engine, str(folder), str(out)])
    figures = {"seconds": done.wall, "documents/s": count / done.wall, "MB/s": size / 1e6 / done.wall, "MB": done.all}
    return figures, digests(out)


def alone(count: int) -> Digests:
    """What the library alone gives for every hundredth document."""
    rows = (document(number, short=True) for number in range(0, count, EVERY))
    return {row["id"]: _digest(cleantext.clean(row["text"])) for row in rows}


def page(found: dict[str, Any]) -> str:
    """The figures as a part of a page."""
    rows = [
        [_named(engine), figures["seconds"], round(figures["documents/s"]), figures["MB/s"], round(figures["MB"])]
        for engine, figures in found["engines"].items()
    ]
    said = (
        f"{found['documents']:,} short documents ({found['MB']:.0f} MB of JSON Lines), {WORKERS} workers each, the\n"
        f"start of the engine included; all gave the same text for each id, and a {EVERY}th part was what the\n"
        f"library alone gives. Memory is that of all processes, what they share counted for each. Measured on\n"
        f"{os.cpu_count()} cores, {found['load']} other processes wanting to run."
    )
    return said + "\n\n" + table(HEAD, rows)


def _named(engine: str) -> str:
    return (
        f"`cleantext {engine.replace('-', ', ')}`"
        if engine not in VERSIONS
        else f"{engine} {version(VERSIONS[engine])}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--engines", default="run,spark,ray,datatrove", help=f"of {', '.join(ENGINES)}")
    parser.add_argument("--folder", type=Path, help="where the documents go (default: a folder that is removed)")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    args = parser.parse_args()
    engines = args.engines.split(",")
    if strange := set(engines) - set(ENGINES):
        parser.error(f"unknown: {', '.join(sorted(strange))}; there are {', '.join(ENGINES)}")
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        found, wrong = compare(Path(folder), engines, args.documents)
    print(page(found))
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    if wrong:
        sys.exit(f"not the same: {wrong}")
    if args.write:
        put("scale-out", page(found))


def compare(folder: Path, engines: list[str], count: int) -> tuple[dict[str, Any], dict[str, int]]:
    """The figures of all engines, and where they differ in how many documents."""
    load = round(os.getloadavg()[0])
    size = make(folder, count)
    print(f"{count:,} documents, {size / 1e6:.1f} MB", flush=True)
    found: dict[str, Any] = {"documents": count, "MB": size / 1e6, "load": load, "engines": {}}
    wrong = {}
    first: Digests = {}
    for engine in engines:
        found["engines"][engine], texts = measure(engine, folder, count, size)
        print(engine, {name: round(value, 2) for name, value in found["engines"][engine].items()}, flush=True)
        first = first or texts
        if len(texts) != count or texts != first:
            wrong[engine] = max(differences(texts, first), abs(count - len(texts)))
    library = alone(count)
    if unlike := sum(first.get(identity) != digest for identity, digest in library.items()):
        wrong["the library alone"] = unlike
    return found, wrong


if __name__ == "__main__":
    main()
