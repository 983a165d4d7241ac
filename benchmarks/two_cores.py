"""What a second core brings: ``python -m benchmarks.two_cores [--size BYTES] [--runs N]``.

``cleantext run`` with one job and with two, in turn; and two runs of one job at the same time, which share nothing but
the machine: what they do together is the most that two jobs can do on it. Medians over the turns.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import PAGE, put, table
from benchmarks.varied import documents, write_jsonl

ENDLESS = 10**12
HEAD = ("", "seconds", "processor, s", "times as fast as one job")


def timed(commands: Sequence[list[str]]) -> tuple[float, float]:
    """Seconds of wall and of processor time that commands take, started at once."""
    before = _processor()
    began = time.perf_counter()
    processes = [subprocess.Popen(command) for command in commands]
    if sum(process.wait() != 0 for process in processes):
        raise RuntimeError("a run failed")
    return time.perf_counter() - began, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(source: Path, jobs: int, name: str = "out") -> list[str]:
    """The command that cleans a file."""
    out = source.with_name(f"{name}.jsonl")
    options = ["--jobs", str(jobs), "--quiet", "--no-config"]
    return [sys.executable, "-m", "cleantext", "run", str(source), "-o", str(out), *options]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=30_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        write_jsonl(source, documents(ENDLESS), args.size)
        cases = {
            "one job": [run(source, 1)],
            "two jobs": [run(source, 2)],
            "one job, twice at once": [run(source, 1), run(source, 1, "b")],
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
        for turn in range(args.runs):
            for name, commands in cases.items():
                times[name].append(timed(commands))
                print(turn, name, [round(value, 2) for value in times[name][-1]], flush=True)
    text = page(times, args.size)
    print(text)
    if args.json:
        args.json.write_text(json.dumps(times, indent=1) + "\n", "utf-8")
    if args.write:
        put("two-cores", text)


def page(times: dict[str, list[tuple[float, float]]], size: int) -> str:
    """The figures as a part of a page."""
    middle = {name: [statistics.median(values) for values in zip(*found, strict=True)] for name, found in times.items()}
    one = middle["one job"][0]
    rows = [
        [name, wall, processor, one / wall * (2 if "twice" in name else 1)]
        for name, (wall, processor) in middle.items()
    ]
    said = f"{size / 1e6:.0f} MB of JSON Lines, `news`, medians of {len(times['one job'])} turns."
    return said + "\n\n" + table(HEAD, rows)


if __name__ == "__main__":
    main()
