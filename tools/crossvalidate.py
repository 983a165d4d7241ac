"""Measure the whole chain on publishers that it has not seen: ``python -m tools.crossvalidate PATH_TO_FLATNEWS``.

The publishers are dealt into five folds. For each fold the seam model with its word lists, the second look at seams,
the roles model and that of paragraph breaks are trained on the publishers of the other four, and the chain scores the
fifth with ``score.py``.
The pieces that a fold's models learn from are cut by seam models that have not seen the pieces' own publishers (those
models have seen the held-out fold's gaps, as in stacking; the seam model that cuts the held-out fold has not).
Of the silver pages those by the held-out publishers are left out. Our own pages, which no publisher wrote, teach in
every fold. The table is what ``docs/quality.md`` quotes. What is in the folder ``--keep`` is not trained again: name
another one when training has changed.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from cleantext.chain import Chain, Link
from cleantext.config import preset_chain
from cleantext.document import Document
from cleantext.models.breaks import BreakModel
from cleantext.models.parts import PartModel
from cleantext.models.roles import RoleModel
from tools import train_breaks, train_roles
from tools.cutters import Cutter, by_fold, cutters
from tools.flatnews import FOLDS, Record, fold, load, otherwise_joined, publisher, scorer, site

PRESETS = ("gentle", "news", "strict")
TITLED = "titled"
"""The set of dev's texts that were read with their title known."""
MISSION_FAMILY = "dailymail"  # the publisher of the mission article: it is scored by the models without that one
LEAST_BODY = 200  # characters of body in a text that is scored
_SHARED: dict[str, Any] = {}  # what forked workers read


class Models(NamedTuple):
    """Models in place of the shipped ones.

    Without ``parts`` the shipped model tells apart what is no body: no weight of it bears on what is kept.
    """

    cutter: Cutter
    judge: RoleModel
    breaks: BreakModel | None = None
    parts: PartModel | None = None


def with_models(preset: str, found: Models) -> Chain:
    """A preset's chain with these models."""
    models: Mapping[str, Mapping[str, Any]] = {
        "rejoin": {"model": found.cutter.seams},
        "unglue": {"model": found.cutter.seams, "edges": found.cutter.edges},
        "judge": {"model": found.judge, "parts": found.parts},
        "paragraphs": {"model": found.breaks},
    }
    return Chain(
        Link(link.name, {**link.options, **models[link.name]}) if link.name in models else link
        for link in preset_chain(preset).links
        if isinstance(link, Link)
    )


def fold_models(folder: Path, keep: Path | None, jobs: int, folds: Sequence[int] = range(FOLDS)) -> dict[int, Models]:
    """For each of these folds the models from the publishers outside it: trained, or those kept."""
    began = time.time()
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    found = cutters(folder, keep, jobs)
    print(f"seam models trained, {time.time() - began:.0f} s", flush=True)
    kept = {held: models for held in folds if keep and (models := _kept(found[held], held, keep))}
    if len(kept) == len(folds):
        return kept
    records, cutter_of = load(folder / "dev.jsonl.gz"), by_fold(found)
    _SHARED["data"] = list(train_roles.examples(records, scorer(folder), cutter_of))
    _SHARED["own"] = list(train_roles.own_examples(cutter_of))
    _SHARED["silver"] = list(train_roles.silver_examples(load(folder / "silver.jsonl.gz"), cutter_of))
    print(f"pages cut, {time.time() - began:.0f} s", flush=True)
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("fork")) as pool:
        trained = pool.map(_trained, folds, [folder] * len(folds), [keep] * len(folds))
        judges = dict(zip(folds, trained, strict=True))
    print(f"roles and breaks trained, {time.time() - began:.0f} s", flush=True)
    return {held: Models(found[held], *judges[held]) for held in folds}


def _kept(cutter: Cutter, held: int, keep: Path) -> Models | None:
    roles, breaks = keep / f"roles{held}.json", keep / f"breaks{held}.pickle"
    if not (roles.exists() and breaks.exists()):
        return None
    return Models(cutter, RoleModel(json.loads(roles.read_text("utf-8"))), pickle.loads(breaks.read_bytes()))


def _trained(held: int, folder: Path, keep: Path | None) -> tuple[RoleModel, BreakModel]:
    """The models of roles and of breaks from the publishers outside a fold."""
    records = load(folder / "dev.jsonl.gz")
    folds = {r["id"]: fold(r) for r in records}
    unseen = {site(r) for r in records if fold(r) == held}
    silver = [e for e in _SHARED["silver"] if fold({"id": e.id}) != held and e.publisher not in unseen]
    data = [*(e for e in _SHARED["data"] if folds[e.id] != held), *_SHARED["own"]]
    judge, breaks = train_roles.train(data, silver), train_breaks.train([*data, *silver])
    if keep:
        (keep / f"roles{held}.json").write_text(json.dumps(judge.data), "utf-8")
        (keep / f"breaks{held}.pickle").write_bytes(pickle.dumps(breaks))
    return judge, breaks


def run_fold(held: int, folder: Path) -> list[dict[str, Any]]:
    """The figures of every text of a fold's publishers, by each preset."""
    score, models = scorer(folder), _SHARED["models"][held]
    records = [r for r in load(folder / "dev.jsonl.gz") if fold(r) == held and not r.get("suspect")]
    if any(publisher(r) == MISSION_FAMILY for r in records):
        records += load(folder / "mission.jsonl.gz")
    rows: list[dict[str, Any]] = []
    for preset in PRESETS:
        chain = with_models(preset, models)
        rows += [row for record in records for row in score_record(record, chain, preset, score)]
    chain = with_models("news", models)
    rows += [row for record in records if record.get("title") for row in score_titled(record, chain, score)]
    joins = [r for r in load(folder / "joins.jsonl.gz") if fold(r) == held]
    chain = with_models("gentle", models)
    rows += [row for record in joins for row in score_record(record, chain, "gentle", score)]
    return rows


def score_record(record: Record, chain: Chain, preset: str, score: Any) -> Iterable[dict[str, Any]]:
    """The figures of each text; by ``news`` also of the page's lines joined otherwise, against the lines themselves."""
    texts = [(form, text, text) for form, text in record["texts"].items()]
    if preset == "news":
        texts += otherwise_joined(record)
    for form, text, known in texts:
        if truth := _truth(known if text else "", record, score):
            yield {**_row(record, form, truth, chain(Document.of(text)).text, score), "preset": preset}


def score_titled(record: Record, chain: Chain, score: Any) -> Iterable[dict[str, Any]]:
    """The figures of each text, read with its title known."""
    for form, text in record["texts"].items():
        if truth := _truth(text, record, score):
            output = chain(Document.of(text, title=record["title"])).text
            yield {**_row(record, form, truth, output, score), "preset": "news", "set": TITLED}


def _truth(text: str, record: Record, score: Any) -> Any:
    """What is right for a text; None for one that is too long or of which too little is body."""
    if not text or len(text) > score.MAX_CHARS:
        return None
    truth = score.Truth(text, record)
    return truth if sum(label[0] == "body" for label in truth.labels) >= LEAST_BODY else None


def _row(record: Record, form: str, truth: Any, output: str, score: Any) -> dict[str, Any]:
    told = {**headings(record, truth.chars, output, score), **titles(record, truth.chars, output, score)}
    lang = record["lang"] if record["lang"] in ("en", "de") else "other"
    return {**score.score(truth, output), **told, "id": record["id"], "form": form, "lang": lang, "set": _set(record)}


def titles(record: Record, text: str, output: str, score: Any) -> dict[str, int]:
    """Whether a text (without white space) holds the article's title, and whether an output does not."""
    title = score.squeeze(record.get("title") or "")[0]
    held = bool(title) and title in text
    return {"titles": held, "titles_out": held and title not in score.squeeze(output)[0]}


def headings(record: Record, text: str, output: str, score: Any) -> dict[str, int]:
    """How many of the article's sub-headings a text holds (without white space), and how many of these an output."""
    told = [score.squeeze(block["text"])[0] for block in record["blocks"] if block["type"] == "subhead"]
    held = [heading for heading in told if heading and heading in text]
    kept = score.squeeze(output)[0] if held else ""
    return {"headings": len(held), "headings_kept": sum(heading in kept for heading in held)}


def _summary(rows: Sequence[Mapping[str, Any]], score: Any) -> dict[str, Any]:
    """What ``score.py`` sums up, and the share of sub-headings that were kept, and of titles that went, in per cent."""

    def share(part: str, whole: str) -> float | None:
        held = sum(row[whole] for row in rows)
        return 100 * sum(row[part] for row in rows) / held if held else None

    told = {"headings": share("headings_kept", "headings"), "titles_out": share("titles_out", "titles")}
    return {**score.summarise(rows), **told}


def _set(record: Record) -> str:
    family = str(record["id"]).partition("/")[0]
    return family if family in ("fox", "orangesum", "mission") else "dev"


def table(rows: Sequence[Mapping[str, Any]], score: Any) -> dict[str, dict[str, Any]]:
    """The summaries by set, preset, form and language."""
    groups: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        for lang in ("all", row["lang"]):
            groups[row["set"], row["preset"], row["form"], lang].append(row)
    return {"\t".join(key): _summary(group, score) for key, group in sorted(groups.items())}


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
    began = time.time()
    workers = {"max_workers": args.jobs, "mp_context": get_context("fork")}
    folds = args.fold or list(range(FOLDS))
    _SHARED["models"] = fold_models(args.folder, args.keep, args.jobs, folds)
    with ProcessPoolExecutor(**workers) as pool:
        rows = [row for found in pool.map(run_fold, folds, [args.folder] * len(folds)) for row in found]
    score = scorer(args.folder)
    found = table(rows, score)
    show(found, (*score.COLUMNS, "headings"))
    print(f"{len(rows)} texts, {time.time() - began:.0f} s")
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
