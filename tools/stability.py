"""Measure law 5, "twice is once": ``python -m tools.stability PATH_TO_FLATNEWS``.

Cleans every text of dev twice and prints, for each form, what share of the characters that the first pass kept the
second one removed (at most 0.3 % is allowed), and how many paragraphs of which the first was sure (0.95) it lost.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import mean
from typing import Any

from cleantext.config import preset_chain
from cleantext.document import Document
from tools.flatnews import load

SURE = 0.95


def twice(text: str, preset: str) -> tuple[float, int]:
    """The share of the kept characters that a second pass loses, and the sure paragraphs that it loses."""
    chain = preset_chain(preset)
    first = chain(Document.of(text))
    if not first.text:
        return 0.0, 0
    again = chain(Document.of(first.text)).text
    squeezed = "".join(again.split())
    lost = [b for b in first.kept if "".join(b.text.split()) not in squeezed]
    size = len("".join(first.text.split()))
    return max(0, size - len(squeezed)) / size, sum(b.confidence >= SURE for b in lost)


def measure(job: tuple[Mapping[str, str], str]) -> dict[str, tuple[float, int]]:
    texts, preset = job
    return {form: twice(text, preset) for form, text in texts.items() if text}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of flatnews")
    parser.add_argument("--preset", default="news")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    jobs = [(r["texts"], args.preset) for r in load(args.folder / "dev.jsonl.gz")]
    found: dict[str, list[Any]] = defaultdict(list)
    with ProcessPoolExecutor(args.jobs) as pool:
        for row in pool.map(measure, jobs, chunksize=4):
            for form, figures in row.items():
                found[form].append(figures)
    print(f"{'form':24}{'texts':>7}{'lost, %':>10}{'sure paragraphs lost':>22}")
    for form, rows in sorted(found.items()):
        print(f"{form:24}{len(rows):7}{100 * mean(r[0] for r in rows):10.2f}{sum(r[1] for r in rows):22}")
    every = [r for rows in found.values() for r in rows]
    print(f"{'all':24}{len(every):7}{100 * mean(r[0] for r in every):10.2f}{sum(r[1] for r in every):22}")


if __name__ == "__main__":
    main()
