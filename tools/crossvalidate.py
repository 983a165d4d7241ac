"""Measure the whole chain on publishers that it has not seen: ``python -m tools.crossvalidate PATH_TO_FLATNEWS``.

The publishers are dealt into five folds. For each fold the seam model, its word lists, and the roles model are trained
on the other four (the roles model on pieces cut by seam models that have not seen the piece's own publisher either),
and the chain scores the fifth with ``score.py``. The table is what ``docs/quality.md`` quotes.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from cleantext.chain import Chain, Link
from cleantext.config import preset_chain
from cleantext.document import Document
from cleantext.models.roles import RoleModel
from cleantext.models.seams import SeamModel
from tools import train_roles, train_seams
from tools.flatnews import FOLDS, Record, fold, load, publisher, scorer

PRESETS = ("gentle", "news", "strict")
MISSION_FAMILY = "dailymail"  # the publisher of the mission article: it is scored by the models without that one
INNER_FOLDS = 2
SETS = ("dev", "silver", "joins", "wild")


def with_models(preset: str, seams: SeamModel, judge: RoleModel) -> Chain:
    """A preset's chain, with these models in place of the shipped ones."""
    models: Mapping[str, Any] = {"rejoin": seams, "unglue": seams, "judge": judge}
    return Chain(
        Link(link.name, {**link.options, "model": models[link.name]}) if link.name in models else link
        for link in preset_chain(preset).links
        if isinstance(link, Link)
    )


def train_without(held: int, folder: Path) -> tuple[SeamModel, RoleModel]:
    """Both models from the publishers outside a fold."""
    score = scorer(folder)
    sets = [[r for r in load(folder / f"{name}.jsonl.gz") if fold(r) != held] for name in SETS]
    names = sorted({publisher(r) for records in sets for r in records})
    part = {name: i % INNER_FOLDS for i, name in enumerate(names)}
    inner = {
        k: train_seams.train(*([r for r in records if part[publisher(r)] != k] for records in sets), score=score)
        for k in range(INNER_FOLDS)
    }
    data = train_roles.examples(sets[0], score, lambda r: inner[part[publisher(r)]])
    judge = train_roles.train(list(data))
    return train_seams.train(*sets, score=score), judge


def run_fold(held: int, folder: Path, keep: Path | None) -> list[dict[str, Any]]:
    """The figures of every text of a fold's publishers, by each preset."""
    cached = keep / f"fold{held}.pickle" if keep else None
    if cached and cached.exists():
        seams, judge = pickle.loads(cached.read_bytes())
    else:
        seams, judge = train_without(held, folder)
        if cached:
            cached.write_bytes(pickle.dumps((seams, judge)))
    score = scorer(folder)
    records = [r for r in load(folder / "dev.jsonl.gz") if fold(r) == held and not r.get("suspect")]
    if any(publisher(r) == MISSION_FAMILY for r in records):
        records += load(folder / "mission.jsonl.gz")
    rows: list[dict[str, Any]] = []
    for preset in PRESETS:
        chain = with_models(preset, seams, judge)
        rows += [row for record in records for row in score_record(record, chain, preset, score)]
    joins = [r for r in load(folder / "joins.jsonl.gz") if fold(r) == held]
    chain = with_models("gentle", seams, judge)
    rows += [row for record in joins for row in score_record(record, chain, "gentle", score)]
    return rows


def score_record(record: Record, chain: Chain, preset: str, score: Any) -> Iterable[dict[str, Any]]:
    for form, text in record["texts"].items():
        if not text or len(text) > score.MAX_CHARS:
            continue
        truth = score.Truth(text, record)
        if sum(label[0] == "body" for label in truth.labels) < 200:
            continue
        lang = record["lang"] if record["lang"] in ("en", "de") else "other"
        row = score.score(truth, chain(Document.of(text)).text)
        yield {**row, "id": record["id"], "form": form, "lang": lang, "preset": preset, "set": _set(record)}


def _set(record: Record) -> str:
    family = str(record["id"]).partition("/")[0]
    return family if family in ("fox", "orangesum", "mission") else "dev"


def table(rows: Sequence[Mapping[str, Any]], score: Any) -> dict[str, dict[str, Any]]:
    """The summaries by set, preset, form and language."""
    groups: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        for lang in ("all", row["lang"]):
            groups[row["set"], row["preset"], row["form"], lang].append(row)
    return {"\t".join(key): score.summarise(group) for key, group in sorted(groups.items())}


def show(found: Mapping[str, Mapping[str, Any]], columns: Sequence[str]) -> None:
    print(f"{'set':10}{'preset':8}{'form':23}{'lang':6}" + "".join(f"{c:>12}" for c in columns))
    for key, figures in found.items():
        texts = ["-" if figures[c] is None else f"{figures[c]:.1f}" for c in columns]
        a, b, c, d = key.split("\t")
        print(f"{a:10}{b:8}{c:23}{d:6}" + "".join(f"{t:>12}" for t in texts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of flatnews")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--fold", type=int, action="append", help="only this fold (0 to 4; repeatable)")
    parser.add_argument("--keep", type=Path, help="a folder in which trained models are kept between runs")
    parser.add_argument("--json", type=Path, help="also write the table here")
    args = parser.parse_args()
    if args.keep:
        args.keep.mkdir(parents=True, exist_ok=True)
    began = time.time()
    folds = args.fold or list(range(FOLDS))
    with ProcessPoolExecutor(args.jobs) as pool:
        runs = [pool.submit(run_fold, held, args.folder, args.keep) for held in folds]
        rows = [row for run in runs for row in run.result()]
    score = scorer(args.folder)
    found = table(rows, score)
    show(found, score.COLUMNS)
    print(f"{len(rows)} texts, {time.time() - began:.0f} s")
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
