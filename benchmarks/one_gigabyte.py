"""A gigabyte cleaned, killed half-way and gone on with: ``python -m benchmarks.one_gigabyte [--size BYTES]``.

For JSON Lines and for Parquet: the file is made, ``cleantext run`` cleans it undisturbed and is watched; then it cleans
it again, is killed with all its processes (SIGKILL) when half of the documents are done, and is started again. Both
outputs must be the same, byte for byte. With ``--sample`` all of the file is read, and a part of it cleaned.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.measuring import PAGE, Watched, put, table, watched
from benchmarks.varied import documents, write_jsonl, write_parquet

WRITE = {"jsonl": write_jsonl, "parquet": write_parquet}
ENDLESS = 10**12
HEAD = (
    "file",
    "GB",
    "documents",
    "seconds",
    "MB/s",
    "killed at, s",
    "gone on, s",
    "largest process, MB",
    "in its first tenth",
)


class Options(NamedTuple):
    """How the files are cleaned."""

    preset: str
    jobs: int
    sample: float

    def run(self, source: Path, out: Path) -> list[str]:
        """The command that cleans a file."""
        options = ["--preset", self.preset, "--jobs", str(self.jobs), "--sample", str(self.sample)]
        files = [str(source), "-o", str(out)]
        return [sys.executable, "-m", "cleantext", "run", *files, *options, "--quiet", "--no-config"]


def done(out: Path) -> int:
    """How many documents a run that is not done has on record."""
    try:
        state = json.loads((out.parent / f"{out.name}.partial" / "state.json").read_text("utf-8"))
    except FileNotFoundError:
        return 0
    return int(state["stats"]["documents"])


def trial(folder: Path, kind: str, size: int, options: Options) -> dict[str, Any]:
    """Make a file, clean it undisturbed, clean it killed and gone on with, and compare."""
    source, whole, out = (folder / f"{name}.{kind}" for name in ("in", "whole", "out"))
    WRITE[kind](source, documents(ENDLESS), size)
    print(f"{kind}: {source.stat().st_size / 1e6:.0f} MB made", flush=True)
    undisturbed = watched(options.run(source, whole))
    count = rows(whole)
    print(f"{kind}: {count:,} documents in {undisturbed.wall:.0f} s", flush=True)
    killed = watched(options.run(source, out), killed_when=lambda: done(out) >= count // 2)
    if not killed.killed or out.exists():
        raise RuntimeError("it was done before it could be killed; take a larger size")
    resumed = watched(options.run(source, out))
    same = filecmp.cmp(whole, out, shallow=False)
    print(f"{kind}: killed after {killed.wall:.0f} s, gone on for {resumed.wall:.0f} s, same bytes: {same}", flush=True)
    found = figures(size, count, undisturbed, killed, resumed) | {"GB": source.stat().st_size / 1e9, "same": same}
    for path in (source, whole, out):
        path.unlink()
    return found


def figures(size: int, count: int, undisturbed: Watched, killed: Watched, resumed: Watched) -> dict[str, Any]:
    """What a trial came to."""
    return {
        "documents": count,
        "seconds": undisturbed.wall,
        "MB/s": size / 1e6 / undisturbed.wall,
        "killed": killed.wall,
        "gone on": resumed.wall,
        "largest": max(undisturbed.largest(), resumed.largest()),
        "first tenth": undisturbed.largest(0.1),
    }


def rows(path: Path) -> int:
    """How many documents a file has."""
    if path.suffix == ".parquet":
        import pyarrow.parquet as pq

        return int(pq.ParquetFile(path).metadata.num_rows)
    with path.open("rb") as lines:
        return sum(1 for _ in lines)


def page(found: dict[str, Any]) -> str:
    """The figures as a part of a page."""
    names = ("GB", "documents", "seconds", "MB/s", "killed", "gone on", "largest", "first tenth")
    lines = [[kind, *(figures[name] for name in names)] for kind, figures in found["kinds"].items()]
    options = f"--preset {found['preset']} --jobs {found['jobs']} --sample {found['sample']:g}"
    said = (
        f"{found['size'] / 1e9:g} GB of text in whole articles, `{options}`. Killed (SIGKILL, all processes) when\n"
        "half of the documents were done, and started again, each came out the same, byte for byte, as undisturbed.\n"
        "MB/s are of text read; a Parquet file is smaller than its text."
    )
    return said + "\n\n" + table(HEAD, lines)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000_000, help="bytes of JSON Lines, or of texts in Parquet")
    parser.add_argument("--kinds", default="jsonl,parquet")
    parser.add_argument("--preset", default="gentle")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=float, default=1.0, help="clean this part only")
    parser.add_argument(
        "--folder", type=Path, help="where the files go, three times the size (default: a temporary one)"
    )
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    args = parser.parse_args(argv)
    options = Options(args.preset, args.jobs, args.sample)
    found: dict[str, Any] = {"size": args.size, **options._asdict(), "kinds": {}}
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        for kind in args.kinds.split(","):
            found["kinds"][kind] = trial(Path(folder), kind, args.size, options)
    print(page(found))
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    if unlike := [kind for kind, figures in found["kinds"].items() if not figures["same"]]:
        sys.exit(f"not the same bytes: {', '.join(unlike)}")
    if args.write:
        put("one-gigabyte", page(found))


if __name__ == "__main__":
    main()
