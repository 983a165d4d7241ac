"""Everything that is measured on one core, in one run: ``python -m benchmarks [FLATNEWS] [--json FILE] [--write]``.

Without the path of a flatnews folder the golden corpus alone is the text, and nothing is read from HTML. Times are of
the processor, each the median of rounds in which all take their turn: compare ratios, not absolute figures.
The peers that are measured are those that are installed: ``pip install --group peers``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import shapes, speed, start
from benchmarks.measuring import PAGE, put, state

Figures = dict[str, Any]
Part = tuple[Callable[[], Figures], Callable[[Figures], dict[str, str]]]


def parts(flatnews: Path | None, runs: int, *, huge: bool) -> dict[str, Part]:
    """What is measured and how it is shown, by name."""
    html = {"html": (partial(speed.measure_html, flatnews, runs), speed.pages_html)} if flatnews else {}
    return {
        "peers": (partial(speed.measure, flatnews, runs), speed.pages),
        **html,
        "kinds": (partial(shapes.measure_kinds, runs), shapes.page_kinds),
        "sizes": (partial(shapes.measure_sizes, runs, huge=huge), shapes.page_sizes),
        "start": (start.measure, start.page),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("flatnews", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=5, choices=range(1, speed.MOST_RUNS + 1))
    parser.add_argument("--only", metavar="PART", nargs="+", help="some of: peers, html, kinds, sizes, start")
    parser.add_argument("--huge", action="store_true", help="documents of 100 MB too: minutes, and gigabytes of memory")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.name}")
    args = parser.parse_args()
    every = parts(args.flatnews, args.runs, huge=args.huge)
    chosen = args.only or [*every]
    if strange := [name for name in chosen if name not in every]:
        parser.error(f"no such part: {', '.join(strange)}; there are {', '.join(every)}")
    found, now = {}, state()
    for name in chosen:
        measure, pages = every[name]
        began = time.perf_counter()
        found[name] = {"state": now, **measure()}
        for mark, text in pages(found[name]).items():
            print(f"\n{text}", flush=True)
            if args.write:
                put(mark, text)
        print(f"\n({name}: {time.perf_counter() - began:.0f} s)", flush=True)
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
