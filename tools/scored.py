"""The command of the tools that score a preset on texts of our own: its options, and the work shared out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from tools import report_quality

Row = TypeVar("Row")
_CHUNK = 4  # texts given to a process at once


def main(
    about: str | None,
    section: str,
    score: Callable[[str, int], Row],
    numbers: Sequence[int],
    table: Callable[[Sequence[int], Sequence[Row]], Iterable[str]],
) -> None:
    """Score the texts of these numbers (``score(preset, number)``), print their table, and write it if asked to.

    ``section`` is the table's name in ``docs/quality.md``, ``about`` what ``--help`` says.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--preset", default="news")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="write the table into docs/quality.md")
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        rows = list(pool.map(partial(score, args.preset), numbers, chunksize=_CHUNK))
    lines = list(table(numbers, rows))
    print("\n".join(lines))
    if args.write:
        report_quality.put(section, lines)
