"""What it takes to start: the import, the command, and the memory of a large document."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measuring import in_turn, table
from benchmarks.memory import rows

Figures = dict[str, Any]

RUNS = 7
ARTICLE = Path(__file__).parent.parent / "corpus_samples" / "en-a-page-us-mayor-verdict" / "raw.txt"
COMMANDS = {
    "python": ["-c", "pass"],
    "import": ["-c", "import cleantext"],
    "command": ["-m", "cleantext", "--version"],
    "article": ["-m", "cleantext", str(ARTICLE)],
}
MEGABYTES = 10


def measure() -> Figures:
    """Seconds of wall time of each command, by round, and the row of ``benchmarks.memory`` for one large document."""
    with TemporaryDirectory() as bytecode:
        runs = {name: partial(_run, command, bytecode) for name, command in COMMANDS.items()}
        for run in runs.values():
            run(0)
        times = in_turn(runs, RUNS, clock=time.perf_counter)
    return {"seconds": times, "memory": next(rows([MEGABYTES], "news", ["one line"]))}


def _run(command: Sequence[str], bytecode: str, _turn: int) -> None:
    """Run a command with its bytecode on disk, as that of an installed package is."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-W", "ignore", *command], check=True, capture_output=True, env=environment)


def page(found: Figures) -> dict[str, str]:
    """The table of starting."""
    middle = {name: 1000 * statistics.median(seconds) for name, seconds in found["seconds"].items()}
    shown = [
        ["`import cleantext`, beyond Python's own start", f"{middle['import'] - middle['python']:.0f} ms"],
        ["`cleantext --version`, the whole process", f"{middle['command']:.0f} ms"],
        [f"`cleantext` of one page of {ARTICLE.stat().st_size / 1000:.0f} kB", f"{middle['article']:.0f} ms"],
        [f"a document of {MEGABYTES} MB in one line, peak memory", f"{found['memory']['peak'] / 1e6:.0f} MB"],
    ]
    said = f"Wall time, medians of {RUNS} rounds. {found['state']}."
    return {"start": f"{said}\n\n{table(['', ''], shown)}"}
