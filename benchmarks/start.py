"""What it takes to start: the import, the command, and the memory of a large document."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
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
    times = in_turn({name: partial(_run, command) for name, command in COMMANDS.items()}, RUNS, clock=time.perf_counter)
    return {"seconds": times, "memory": next(rows([MEGABYTES], "news", ["one line"]))}


def _run(command: Sequence[str], _turn: int) -> None:
    subprocess.run([sys.executable, "-W", "ignore", *command], check=True, capture_output=True)


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
