"""Time cleantext beside its neighbours, on the same texts, in one run: ``python -m benchmarks.speed [FLATNEWS]``.

Without a path the golden corpus is the text. With a flatnews folder it is ``wild.jsonl.gz``, and trafilatura is timed
on ``html.jsonl.gz``. Rates are medians over runs, of one process on one core; compare ratios, not absolute figures.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import ftfy

from cleantext.config import PRESETS, preset_chain
from cleantext.document import Document

SAMPLES = Path(__file__).parent.parent / "corpus_samples"
EVERY = 3  # of the texts of wild.jsonl.gz


def records(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def median_seconds(work: Callable[[], object], runs: int) -> float:
    work()
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def rate(texts: Sequence[str], function: Callable[[str], object], runs: int) -> float:
    """MB (of UTF-8) a second."""
    size = sum(len(t.encode()) for t in texts) / 1e6
    return size / median_seconds(lambda: [function(t) for t in texts], runs)


def step_rates(texts: Sequence[str], runs: int) -> dict[str, float]:
    """MB a second of each step of ``news``, given what the steps before it left."""
    size = sum(len(t.encode()) for t in texts) / 1e6
    found = {}
    documents = [Document.of(t) for t in texts]
    for name, step in preset_chain("news"):
        found[name] = size / median_seconds(lambda step=step, now=documents: [step(d) for d in now], runs)
        documents = [step(d) for d in documents]
    return found


def process_seconds(arguments: Sequence[str], runs: int) -> float:
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    return median_seconds(
        lambda: subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True), runs
    )


def peak_megabytes(size: int) -> float:
    """Peak memory of a process that cleans one document of so many characters."""
    code = (
        "import resource, sys, cleantext; from pathlib import Path; t = Path(sys.argv[1]).read_text('utf-8');"
        f"cleantext.clean((t + ' ') * ({size} // len(t)));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    sample = next(iter(sorted(SAMPLES.glob("en-*/raw.txt"))))
    done = subprocess.run([sys.executable, "-c", code, str(sample)], check=True, capture_output=True, text=True)
    return int(done.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def pages_a_second(folder: Path, runs: int) -> dict[str, float]:
    """Articles a second: trafilatura on the pages, cleantext on the flat text of the same pages."""
    import trafilatura

    pages = {r["id"]: r["html"] for r in records(folder / "html.jsonl.gz")}
    texts = [r["texts"]["soup_natural"] for r in records(folder / "dev.jsonl.gz") if r["id"] in pages]
    texts = [t for t in texts if t]
    chain = preset_chain("news")
    html = list(pages.values())
    return {
        "trafilatura.extract, from HTML": len(html) / median_seconds(lambda: [trafilatura.extract(h) for h in html], 1),
        "cleantext news, flat": len(texts) / median_seconds(lambda: [chain(Document.of(t)).text for t in texts], runs),
    }


def table(title: str, unit: str, rows: Iterable[tuple[str, float]], base: float) -> None:
    print(f"\n{title:40}{unit:>12}{'ratio':>8}")
    for name, value in rows:
        print(f"{name:40}{value:12.2f}{value / base:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("flatnews", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    args = parser.parse_args()
    if args.flatnews:
        texts = [r["text"] for r in records(args.flatnews / "wild.jsonl.gz")][::EVERY]
    else:
        texts = [p.read_text("utf-8") for p in sorted(SAMPLES.glob("*/raw.txt"))]
    print(f"{len(texts)} texts, {sum(map(len, texts)) / 1e6:.1f} million characters, {args.runs} runs")
    # first: on Linux a child's peak counts what its parent held when it was started
    found: dict[str, Any] = {"peak MB of a 10 MB document": peak_megabytes(10_000_000)}
    fix = rate(texts, ftfy.fix_text, args.runs)
    chains = {name: preset_chain(name) for name in PRESETS}
    found["MB/s"] = {
        "ftfy.fix_text": fix,
        **{f"cleantext {n}": rate(texts, lambda t, c=c: c(Document.of(t)).text, args.runs) for n, c in chains.items()},
    }
    table("whole", "MB/s", found["MB/s"].items(), fix)
    found["steps MB/s"] = step_rates(texts, args.runs)
    table("steps of news", "MB/s", found["steps MB/s"].items(), fix)
    if args.flatnews:
        found["articles/s"] = pages_a_second(args.flatnews, args.runs)
        pages = found["articles/s"]
        table("articles", "a second", pages.items(), pages["trafilatura.extract, from HTML"])
    bare = process_seconds(["-c", "pass"], 5)
    found["milliseconds"] = {
        "import cleantext": 1000 * (process_seconds(["-c", "import cleantext"], 5) - bare),
        "cleantext --version, whole process": 1000 * process_seconds(["-m", "cleantext", "--version"], 5),
    }
    table("start", "ms", found["milliseconds"].items(), 1000 * bare)
    print(f"\npeak memory for a document of 10 MB: {found['peak MB of a 10 MB document']:.0f} MB")
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
