"""cleantext beside its peers, on the same texts in one process, and each of its steps alone.

No text is seen in two rounds, for words once seen are known; but the golden corpus is the same in each.
"""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from benchmarks import apart
from benchmarks.measuring import Work, in_turn, over, peak, ratio, table
from benchmarks.peers import BASE, HTML, NEWS, OWN, TEXT, Loader, left_out, loaded
from benchmarks.varied import SAMPLES
from cleantext.config import preset_chain
from cleantext.document import Document
from cleantext.steps import Step

Item = TypeVar("Item")
Figures = dict[str, Any]
Rounds = list[list[str]]
Times = Mapping[str, Sequence[float]]  # seconds, by round

MOST_RUNS = 7
WILD, FORMS, PAGES = 8, 37, 8  # of the texts, of the forms of all pages, of the pages, every so manieth is in a round
FLAT, FLAT_BASE = f"{NEWS}, on their flat text", f"{BASE}, on their flat text"
NOTHING = "nothing"
CLEAN_TEXT = f"{apart.NAME}, apart"


# --- the texts --------------------------------------------------------------------------------------------------------


def corpora(flatnews: Path | None, runs: int) -> dict[str, Rounds]:
    """The texts of each round, and of the one that goes before, by where they come from."""
    golden = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*/raw.txt"))]
    found: dict[str, Rounds] = {}
    if flatnews:
        forms = [text for page in records(flatnews / "dev.jsonl.gz") for text in page["texts"].values() if text]
        found["wild"] = dealt([record["text"] for record in records(flatnews / "wild.jsonl.gz")], WILD, runs)
        found["flattened"] = dealt(forms, FORMS, runs)
    found["golden"] = [golden] * (runs + 1)
    return found


def records(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def dealt(items: Sequence[Item], every: int, runs: int) -> list[list[Item]]:
    return [list(items[turn::every]) for turn in range(runs + 1)]


def megabytes(texts: Iterable[str]) -> float:
    return sum(len(text.encode(errors="surrogatepass")) for text in texts) / 1e6


# --- beside the peers, and step by step -------------------------------------------------------------------------------


class StepByStep:
    """A chain whose steps are works of their own: each takes what the one before it left in the same round."""

    def __init__(self, rounds: Rounds, preset: str = "news") -> None:
        self._rounds = rounds
        self._chain = preset_chain(preset)
        self._documents: list[Document] = []

    def works(self) -> dict[str, Work]:
        steps = {f"`{name}`": partial(self._step, step) for name, step in self._chain}
        return {"making documents": self._begin, **steps, "giving their text": self._end}

    def _begin(self, turn: int) -> None:
        self._documents = [Document.of(text) for text in self._rounds[turn]]

    def _step(self, step: Step, _turn: int) -> None:
        self._documents = [step(document) for document in self._documents]

    def _end(self, _turn: int) -> list[str]:
        return [document.text for document in self._documents]


def measure(flatnews: Path | None, runs: int) -> Figures:
    """Seconds of all in all rounds, and how many times as fast as ftfy each is."""
    texts = corpora(flatnews, runs)
    functions, missing = loaded(TEXT)
    found: Figures = {"runs": runs, "corpora": {}}
    for name, rounds in texts.items():
        steps = StepByStep(rounds).works()
        times = in_turn({**{peer: over(rounds, function) for peer, function in functions.items()}, **steps}, runs)
        sizes = [megabytes(one) for one in rounds[1:]]
        found["corpora"][name] = {"MB": sizes, "steps": list(steps), **_figures(times, sizes, times[BASE])}
    found["peak"] = peaks([*functions, NOTHING], next(iter(texts.values()))[1])
    try:
        beside = apart.measured([*texts.values()])
    except subprocess.CalledProcessError as error:
        missing[CLEAN_TEXT] = str(error.stderr)
    else:
        for one, corpus in zip(beside, found["corpora"].values(), strict=True):
            more = _figures({CLEAN_TEXT: one["seconds"]}, corpus["MB"], one["ftfy"])
            for key, values in more.items():
                corpus[key] |= values
        found["peak"][CLEAN_TEXT] = beside[0]["peak"]
    return {**found, "missing": missing}


def _figures(times: Times, sizes: Sequence[float], base: Sequence[float]) -> Figures:
    return {
        "seconds": times,
        "MB/s": {name: 1 / ratio(seconds, sizes) for name, seconds in times.items()},
        "of ftfy": {name: ratio(base, seconds) for name, seconds in times.items()},
    }


def pages(found: Figures) -> dict[str, str]:
    """The tables of the peers and of the steps."""
    corpora = found["corpora"]
    sizes = ", ".join(f"{name} {statistics.mean(corpus['MB']):.2f} MB" for name, corpus in corpora.items())
    said = (
        f"MB/s, and how many times that of {BASE}: medians of {found['runs']} rounds ({sizes} a round).\n"
        f"Memory is the peak of a process of its own, of which Python and the texts take"
        f" {found['peak'][NOTHING] / 1e6:.0f} MB.\n"
        f"{found['state']}.{left_out(found['missing'])}"
    )
    first = next(iter(corpora.values()))
    names = [name for name in first["MB/s"] if name not in first["steps"]]
    head = ["", f"MB/s, {next(iter(corpora))}", *(f"of ftfy, {name}" for name in corpora), "memory, MB"]
    whole = [[name, *_row(corpora, name), round(found["peak"][name] / 1e6)] for name in names]
    steps = [[name, *_row(corpora, name), _share(first["seconds"], name, first["steps"])] for name in first["steps"]]
    said_of_steps = f"Each step of {NEWS} alone, given what the steps before it left; the same texts, rounds and units."
    return {
        "peers": f"{said}\n\n{table(head, whole)}",
        "steps": f"{said_of_steps}\n\n{table([*head[:-1], 'share of the time'], steps)}",
    }


def _row(corpora: Mapping[str, Figures], name: str) -> list[float]:
    first = next(iter(corpora.values()))
    return [first["MB/s"][name], *(corpus["of ftfy"][name] for corpus in corpora.values())]


def _share(seconds: Times, name: str, all_steps: Sequence[str]) -> str:
    return f"{100 * sum(seconds[name]) / sum(sum(seconds[step]) for step in all_steps):.1f} %"


# --- from HTML --------------------------------------------------------------------------------------------------------


def measure_html(flatnews: Path, runs: int) -> Figures:
    """Seconds of what reads pages, of the chain on the flat text of the same pages, and of ftfy on that."""
    texts = {record["id"]: record["texts"]["soup_natural"] for record in records(flatnews / "dev.jsonl.gz")}
    every = [(page["html"], texts[page["id"]]) for page in records(flatnews / "html.jsonl.gz")]
    rounds = dealt([(page, text) for page, text in every if text], PAGES, runs)
    functions, missing = loaded(HTML)
    flat, _ = loaded({FLAT: OWN[NEWS], FLAT_BASE: TEXT[BASE]})
    both = [list(zip(*one, strict=True)) for one in rounds]
    from_html = {name: over([page for page, _ in both], function) for name, function in functions.items()}
    times = in_turn({**from_html, **{name: over([text for _, text in both], flat[name]) for name in flat}}, runs)
    html, text = both[1]
    return {
        "runs": runs,
        "pages": [len(one) for one in rounds[1:]],
        "seconds": times,
        "peak": peaks([*functions], html) | peaks([FLAT], text),
        "missing": missing,
    }


def pages_html(found: Figures) -> dict[str, str]:
    """The table of what reads pages."""
    times = found["seconds"]
    bases = [times["trafilatura"], times[FLAT_BASE]]
    rows = [
        [name, 1 / ratio(seconds, found["pages"]), *(ratio(base, seconds) for base in bases), _held(found, name)]
        for name, seconds in times.items()
    ]
    size = round(statistics.mean(found["pages"]))
    said = f"Medians of {found['runs']} rounds of {size} pages. {found['state']}.{left_out(found['missing'])}"
    head = ["", "pages/s", "of trafilatura", "of ftfy", "memory, MB"]
    return {"html": f"{said}\n\n{table(head, rows)}"}


def _held(found: Figures, name: str) -> object:
    return round(found["peak"][name] / 1e6) if name in found["peak"] else ""


# --- memory -----------------------------------------------------------------------------------------------------------


def peaks(names: Iterable[str], texts: Sequence[str]) -> dict[str, int]:
    """The most memory that a process holds that loads one of them and gives it the texts, in bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), "utf-8")
        command = [sys.executable, "-W", "ignore", "-m", "benchmarks.speed", str(path)]
        done = {name: subprocess.run([*command, name], check=True, capture_output=True, text=True) for name in names}
        return {name: int(one.stdout.split()[-1]) for name, one in done.items()}


def main() -> None:
    """Print the peak of this process with one of the peers."""
    path, name = sys.argv[1:]
    texts = json.loads(Path(path).read_text("utf-8"))
    every: dict[str, Loader] = {**TEXT, **HTML, FLAT: OWN[NEWS], NOTHING: lambda: len}
    function = every[name]()
    for text in texts:
        function(text)
    print(peak())


if __name__ == "__main__":
    main()
