"""clean-text, whose package is called ``cleantext`` too: timed in an environment of its own, beside ftfy there.

``measured`` makes that environment in a folder that is removed again, and runs this module in it, on the same texts.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measuring import in_turn, over, peak

NAME = "clean-text"
REQUIREMENTS = ("clean-text>=0.7",)

Figures = dict[str, Any]


def measured(corpora: Sequence[Sequence[Sequence[str]]]) -> list[Figures]:
    """For each corpus, which is a list of rounds, what ``main`` prints.

    Raises ``subprocess.CalledProcessError`` where the environment cannot be made.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        # A copy of the benchmarks alone: beside them, "cleantext" would be ours.
        shutil.copytree(Path(__file__).parent, folder / "benchmarks", ignore=shutil.ignore_patterns("__pycache__"))
        _run([sys.executable, "-m", "venv", "venv"], folder)
        python = str(folder / "venv" / "bin" / "python")
        packages = [*REQUIREMENTS, f"ftfy=={version('ftfy')}"]
        _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], folder)
        found = []
        for rounds in corpora:
            (folder / "rounds.json").write_text(json.dumps(rounds), "utf-8")
            found.append(json.loads(_run([python, "-m", "benchmarks.apart", "rounds.json"], folder)))
        return found


def _run(command: Sequence[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Print the seconds of clean-text and of ftfy, by round, and the peak of memory with clean-text alone."""
    import cleantext

    rounds = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    work = over(rounds, cleantext.clean)
    work(1)
    most = peak()

    from ftfy import fix_text

    times = in_turn({NAME: work, "ftfy": over(rounds, fix_text)}, len(rounds) - 1)
    print(json.dumps({"seconds": times[NAME], "ftfy": times["ftfy"], "peak": most}))


if __name__ == "__main__":
    main()
