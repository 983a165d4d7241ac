"""Train the model of paragraph breaks: ``python -m tools.train_breaks PATH_TO_FLATNEWS``.

The pieces are those that the roles model learns from, cut by seam models that have not seen their publisher; of these
the body's and its headings, in the forms that have lost their line breaks. A gap within a paragraph is no break, one
between two is. The silver pages stand beside ``dev`` with less weight, our own with the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np

from cleantext.models import breaks
from cleantext.models.breaks import MEASURES, BreakModel, measures
from cleantext.models.pieces import NONE
from tools.cutters import by_fold, cutters
from tools.flatnews import load, scorer
from tools.forests import FOREST as USUAL
from tools.forests import asked_for, save, trees_of
from tools.train_roles import Example, examples, own_examples, silver_examples

FORMS = ("soup_natural", "soup_spaced", "soup_glued", "page_natural", "readability_flat")
SILVER_FORMS, SILVER_WEIGHT = ("silver_natural", "silver_spaced", "silver_glued"), 0.3
FOREST: dict[str, Any] = {
    **USUAL,
    "n_estimators": 120,
    "learning_rate": 0.1,
    "num_leaves": 24,
    "min_child_samples": 80,
}


class Body(NamedTuple):
    """The pieces of a text that are body, as the model sees them, and for each but the first whether it begins one.

    The answer is None where what stands between two pieces has been dropped: there a break is sure.
    """

    texts: list[str]
    seams: list[float]
    glued: list[bool]
    begins: list[bool | None]


def body_of(example: Example) -> Body:
    """The body's pieces of a cut text, and its headings: some of them are taken for body in use."""
    p = example.pieces
    places = [
        i
        for i, (body, rest, _) in enumerate(example.counts)
        if body > rest or (body == rest == 0 and 0 not in example.paragraphs[i])
    ]
    near = [True, *(j - i == 1 for i, j in pairwise(places))]
    return Body(
        [p.texts[i] for i in places],
        [p.seams[i] if n else 1.0 for i, n in zip(places, near, strict=False)],
        [p.gaps[i] == NONE for i in places],
        [
            example.paragraphs[i][1] != example.paragraphs[j][0] if j - i == 1 and _are_known(example, i, j) else None
            for i, j in pairwise(places)
        ],
    )


def _are_known(example: Example, i: int, j: int) -> bool:
    return 0 not in (example.paragraphs[i][1], example.paragraphs[j][0])


def bodies(data: Iterable[Example]) -> Iterator[tuple[Body, float]]:
    """The bodies of two pieces or more, in the forms without line breaks, and the weight of each."""
    for example in data:
        weight = 1.0 if example.form in FORMS else SILVER_WEIGHT if example.form in SILVER_FORMS else 0.0
        if weight and len((found := body_of(example)).texts) > 1:
            yield found, weight


def train(data: Iterable[Example]) -> BreakModel:
    """Fit the trees; each text weighs as the square root of its gaps, and one of silver less."""
    rows: list[np.ndarray] = []
    wanted: list[bool] = []
    weights: list[float] = []
    for body, weight in bodies(data):
        columns = measures(body.texts, body.seams, body.glued)
        known = [begins is not None for begins in body.begins]
        rows.append(np.array(list(columns), dtype=np.float32).T[known])
        wanted += [begins for begins in body.begins if begins is not None]
        weights += [weight * len(body.begins) ** -0.5] * sum(known)
    model = lightgbm.LGBMClassifier(**FOREST)
    model.fit(np.concatenate(rows), wanted, sample_weight=weights)
    return BreakModel({"version": breaks.VERSION, "trees": trees_of(model, MEASURES)})


def main(arguments: Sequence[str] | None = None) -> None:
    args = asked_for(__doc__, arguments)
    cutter_of = by_fold(cutters(args.folder, args.keep))
    data = examples(load(args.folder / "dev.jsonl.gz"), scorer(args.folder), cutter_of)
    silver = silver_examples(load(args.folder / "silver.jsonl.gz"), cutter_of)
    model = train(chain(data, silver, own_examples(cutter_of)))
    save(model.data, Path(breaks.__file__).parent / "breaks.json")


if __name__ == "__main__":
    main()
