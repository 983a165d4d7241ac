"""Train the second look at seams: ``python -m tools.train_edges PATH_TO_FLATNEWS``.

The gaps are those of the forms without line breaks, scored by seam models that have not seen their publisher; what
stood there is known from the page's markup and the article's truth. Our own pages teach beside them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np

from cleantext.models import edges
from cleantext.models.edges import MEASURES, EdgeModel, GapMeasures, in_order
from cleantext.models.seams import SeamModel
from cleantext.text.ages import moments_in
from cleantext.text.language import UNSPACED
from tools.flatnews import FOLDS, Gap, Record, gaps
from tools.forests import FOREST as USUAL
from tools.forests import asked_for, save, trees_of
from tools.joined_names import NAMES_WEIGHT, with_made_names
from tools.own_pages import SEAMS_WEIGHT, flat, known_gaps, record_of, taught

FORMS = ("soup_natural", "soup_spaced", "soup_glued", "page_natural", "readability_flat")
OWN_FORMS = tuple(form for form in FORMS if form != "readability_flat")
SIZE = 40_000
FOREST: dict[str, Any] = {
    **USUAL,
    "n_estimators": 40,
    "min_child_samples": 60,
}


class Asked(NamedTuple):
    """The gaps of a text that are in doubt: their measures, whether they are seams, and their weights."""

    id: str
    rows: np.ndarray
    seams: list[bool]
    weights: list[float]


def asked(records: Iterable[Record], score: Any, model_of: Callable[[Record], SeamModel]) -> Iterator[Asked]:
    """What the flat forms of the records have to teach."""
    for record in records:
        model = model_of(record)
        for form in () if record.get("suspect") else FORMS:
            text = record["texts"].get(form)
            if text and len(text) < SIZE:
                yield from _both(text, str(record["id"]), gaps(text, form, record, score), model)


def own_asked(model_of: Callable[[Record], SeamModel]) -> Iterator[Asked]:
    """What the flat forms of our own pages have to teach."""
    for page in taught():
        record = record_of(page)
        for form in OWN_FORMS:
            text = flat(page, form)
            yield from _both(text.text, record["id"], known_gaps(page, text), model_of(record), SEAMS_WEIGHT)


def _both(text: str, name: str, known: Mapping[int, Gap], model: SeamModel, weight: float = 1.0) -> Iterator[Asked]:
    """What a text has to teach, and the names made for it."""
    named, inside = with_made_names(text, known, random.Random(name))
    for asked in (
        _asked(text, name, known, model, weight),
        _asked(named, name, inside, model, weight * NAMES_WEIGHT) if inside else None,
    ):
        if asked:
            yield asked


def _asked(text: str, name: str, known: Mapping[int, Gap], model: SeamModel, weight: float = 1.0) -> Asked | None:
    evidence = model.evidence(text)
    if evidence.language in UNSPACED:
        return None
    found = in_order(model.glued(evidence), model.spaced(evidence))
    seen = GapMeasures(text, found, evidence.words, moments_in(text, evidence.language))
    rows, seams, weights = [], [], []
    for k in seen.asked:
        gap = known.get(seen.gaps[k].end)
        if gap is not None and gap.boundary is not None:
            rows.append(seen.measures(k))
            seams.append(gap.boundary)
            weights.append(gap.weight * weight)
    return Asked(name, np.array(rows, dtype=np.float32), seams, weights) if rows else None


def train(data: Sequence[Asked]) -> EdgeModel:
    """Fit the trees."""
    model = lightgbm.LGBMClassifier(**FOREST)
    seams = [seam for text in data for seam in text.seams]
    weights = [weight for text in data for weight in text.weights]
    model.fit(np.concatenate([text.rows for text in data]), seams, sample_weight=weights)
    return EdgeModel({"version": edges.VERSION, "trees": trees_of(model, MEASURES)})


def main(arguments: Sequence[str] | None = None) -> None:
    from tools.cutters import asked, seams_without

    args = asked_for(__doc__, arguments)
    seams = {held: seams_without(held, args.folder, args.keep) for held in range(FOLDS)}
    save(train(asked(seams, args.folder)).data, Path(edges.__file__).parent / "edges.json")


if __name__ == "__main__":
    main()
