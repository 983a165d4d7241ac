"""The models that cut a text, trained without one fold's publishers, and kept in a folder between runs."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from cleantext.document import Document
from cleantext.models.edges import EdgeModel
from cleantext.models.seams import SeamModel
from cleantext.steps.rejoin import Rejoin
from cleantext.steps.unglue import Unglue
from tools import train_edges, train_seams
from tools.flatnews import FOLDS, Record, fold, load, scorer
from tools.own_pages import record_of, taught

SETS = ("dev", "silver", "joins", "wild")


class Cutter(NamedTuple):
    """Both looks at seams."""

    seams: SeamModel
    edges: EdgeModel

    def cut(self, document: Document) -> Document:
        """The document mended and cut."""
        return Unglue(model=self.seams, edges=self.edges)(Rejoin(model=self.seams)(document))


CutterOf = Callable[[Record], Cutter]


def by_fold(cutters: Mapping[int, Cutter]) -> CutterOf:
    """The cutter of a record's own fold, which has not seen its publisher."""
    return lambda record: cutters[fold(record)]


def cutters(folder: Path, keep: Path | None, jobs: int = 1) -> dict[int, Cutter]:
    """For each fold the cutter from the publishers outside it.

    A second look learns from the gaps of the other folds, each scored by the seam model that has not seen its
    publisher.
    """
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("fork")) as pool:
        seams = dict(enumerate(pool.map(seams_without, range(FOLDS), [folder] * FOLDS, [keep] * FOLDS)))
    return {held: Cutter(seams[held], edges) for held, edges in _edges(seams, folder, keep).items()}


def seams_without(held: int, folder: Path, keep: Path | None) -> SeamModel:
    """The seam model from the publishers outside a fold."""
    kept = keep / f"seams{held}.pickle" if keep else None
    if kept and kept.exists():
        model: SeamModel = pickle.loads(kept.read_bytes())
        return model
    sets = ([r for r in load(folder / f"{name}.jsonl.gz") if fold(r) != held] for name in SETS)
    own = [page for page in taught() if fold(record_of(page)) != held]
    model = train_seams.train(*sets, own=own, score=scorer(folder))
    if kept:
        kept.write_bytes(pickle.dumps(model))
    return model


def asked(seams: Mapping[int, SeamModel], folder: Path) -> list[train_edges.Asked]:
    """The gaps in doubt of all pages, as the seam models of their own folds score them."""
    records = load(folder / "dev.jsonl.gz")
    found = train_edges.asked(records, scorer(folder), lambda record: seams[fold(record)])
    return [*found, *train_edges.own_asked(lambda record: seams[fold(record)])]


def _edges(seams: Mapping[int, SeamModel], folder: Path, keep: Path | None) -> dict[int, EdgeModel]:
    kept = keep / "edges.pickle" if keep else None
    if kept and kept.exists():
        models: dict[int, EdgeModel] = pickle.loads(kept.read_bytes())
        return models
    folds = {str(r["id"]): fold(r) for r in (*load(folder / "dev.jsonl.gz"), *map(record_of, taught()))}
    data = asked(seams, folder)
    models = {held: train_edges.train([text for text in data if folds[text.id] != held]) for held in seams}
    if kept:
        kept.write_bytes(pickle.dumps(models))
    return models
