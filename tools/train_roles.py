"""Train the roles model: ``python -m tools.train_roles PATH_TO_FLATNEWS``.

Pages are cut by seam models that have not seen their publisher, so that the judge learns from pieces as it will meet
them. The second look is trained on first scores from models that have not seen the publisher either.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from cleantext.document import Document, Role
from cleantext.models import glances, looks, roles
from cleantext.models.pieces import Pieces, measure
from cleantext.models.roles import BIAS, RoleModel, cue_names
from cleantext.models.seams import SeamModel
from cleantext.steps.rejoin import Rejoin
from cleantext.steps.spaces import Spaces
from cleantext.steps.unglue import Unglue
from tools.flatnews import FOLDS, SEGMENTED, Record, fold, load, publisher, scorer, squeeze, squeeze_like_score

MAX_CHARS = 60_000
BODY, NEUTRAL, CAPTION, NOISE = 1, 2, 3, 4  # what a character is; 0: white space or unknown
_KINDS = {"body": BODY, "keep": NEUTRAL, "caption": CAPTION, "noise": NOISE}
_ROLES = {
    "body": Role.BODY,
    "subhead": Role.SUBHEAD,
    "summary": Role.SUMMARY,
    "title": Role.HEADLINE,
    "caption": Role.CAPTION,
    "credit": Role.CREDIT,
    "byline": Role.BYLINE,
    "time": Role.STAMP,
    "other": Role.FURNITURE,
}
_LABELS = list(_ROLES)
CUES, CUE_PUBLISHERS = 1500, 3
CUE_FORMS = {"soup_natural", "page_natural", "page_lines"}
FIRST_STRENGTH, SECOND_STRENGTH, ROLE_STRENGTH = 0.3, 0.1, 0.1
INNER_FOLDS = 3
ROLE_ROWS = 40_000
CAPTION_WEIGHT = 5.0  # captions are few; without it they are the first to be kept
_LIGHT, _LIGHT_ROLE = 0.03, 0.1  # weights under this are left out of the file

CutterOf = Callable[[Record], SeamModel]


@dataclass(frozen=True)
class Example:
    """A cut text: for each piece the characters of body, of noise and of captions, and its role where known."""

    id: str
    form: str
    publisher: str
    pieces: Pieces
    counts: list[tuple[int, int, int]]
    roles: list[Role | None]


def examples(records: Iterable[Record], score: Any, cutter_of: CutterOf) -> Iterator[Example]:
    """Every form of the records, cut by the seam model that ``cutter_of`` names for each."""
    for record in records:
        if record.get("suspect"):
            continue
        for form, text in record["texts"].items():
            if text and len(text) <= MAX_CHARS and form != "soup_rewrapped":
                kinds = _kinds(record, form, text, score)
                if kinds and kinds.count(BODY) >= 200:
                    yield cut(record, form, text, kinds, cutter_of(record))


_KNOWN: dict[tuple[str, str], bytes] = {}


def _kinds(record: Record, form: str, text: str, score: Any) -> bytes:
    """What each character is; empty where truth and text cannot be aligned. Kept, as folds ask again."""
    key = record["id"], form
    if key not in _KNOWN:
        truth = score.Truth(text, record)
        chars, places = squeeze_like_score(text)
        out = bytearray(len(text))
        if chars == truth.chars:
            for label, at in zip(truth.labels, places, strict=True):
                out[at] = _KINDS[label[0]]
        _KNOWN[key] = bytes(out)
    return _KNOWN[key]


def _segment_labels(record: Record, form: str, text: str) -> bytes:
    """The markup's label of each character, as 1 + its place in ``_LABELS``; 0 where there is none."""
    family = SEGMENTED.get(form.partition("_")[0])
    out = bytearray(len(text))
    if not family or family not in record:
        return bytes(out)
    chars, places = squeeze(text)
    k = 0
    for segment in record[family]:
        piece, _ = squeeze(segment["text"])
        if chars[k : k + len(piece)] != piece:
            return bytes(len(text))
        if segment["label"] in _ROLES:
            for j in range(k, k + len(piece)):
                out[places[j]] = 1 + _LABELS.index(segment["label"])
        k += len(piece)
    return bytes(out)


def cut(record: Record, form: str, text: str, kinds: bytes, model: SeamModel) -> Example:
    """Cut a text as the chain does."""
    document = Unglue(model=model)(Rejoin(model=model)(Spaces()(Document.of(text))))
    labels = _segment_labels(record, form, text)
    counts: list[tuple[int, int, int]] = []
    found: list[Role | None] = []
    for block in document.blocks:
        kind = Counter(kinds[block.start : block.end])
        counts.append((kind[BODY], kind[CAPTION] + kind[NOISE], kind[CAPTION]))
        votes = Counter(x for x in labels[block.start : block.end] if x)
        role = _ROLES[_LABELS[votes.most_common(1)[0][0] - 1]] if votes else None
        found.append(_agreed(role, kind))
    return Example(record["id"], form, publisher(record), measure(document.blocks, text), counts, found)


def _agreed(role: Role | None, kind: Mapping[int, int]) -> Role | None:
    """The markup's role where the article's truth does not contradict it."""
    body = kind[BODY] > kind[NOISE] + kind[CAPTION] + kind[NEUTRAL]
    if body:
        return Role.BODY
    return None if role is Role.BODY else role


# --- matrices


def _matrix(rows: Iterable[list[int]], columns: int) -> csr_matrix:
    indices: list[int] = []
    pointers = [0]
    for row in rows:
        indices += row
        pointers.append(len(indices))
    matrix = csr_matrix(
        (np.ones(len(indices), dtype=np.float32), indices, pointers), shape=(len(pointers) - 1, columns)
    )
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return matrix


def choose_cues(data: Sequence[Example]) -> list[str]:
    """The words, first words and last words that part body and noise best, counted by publishers."""
    body: dict[str, set[str]] = defaultdict(set)
    noise: dict[str, set[str]] = defaultdict(set)
    for example in data:
        if example.form in CUE_FORMS:
            for words, (b, n, _) in zip(example.pieces.words, example.counts, strict=True):
                if b or n:
                    for name in cue_names(words):
                        (noise if n > b else body)[name].add(example.publisher)
    worth = {}
    for name in sorted(body.keys() | noise.keys()):
        a, b = len(body[name]), len(noise[name])
        if max(a, b) >= CUE_PUBLISHERS:
            worth[name] = abs(math.log((a + 1) / (b + 1))) * math.sqrt(a + b)
    return sorted(sorted(worth, key=lambda name: -worth[name])[:CUES])


class Looked:
    """The examples as matrices."""

    def __init__(self, data: Sequence[Example], cues: Sequence[str]) -> None:
        numbers = roles.cue_numbers(cues)
        self.data = data
        rows: list[list[int]] = []
        for example in data:
            seen = looks.look(example.pieces)
            for ids, words in zip(seen, example.pieces.words, strict=True):
                rows.append(ids + roles.cues_in(words, *numbers))
        self.first = _matrix(rows, len(looks.SPACE.names) + len(cues))
        self.sizes = [len(e.pieces) for e in data]
        counts = [c for e in data for c in e.counts]
        self.known = np.array([b + n > 0 for b, n, _ in counts])
        self.body = np.array([b > n for b, n, _ in counts])
        weight = np.sqrt([b + n for b, n, _ in counts])
        weight *= [CAPTION_WEIGHT if c > b else 1.0 for b, _, c in counts]
        self.weight = weight / weight.mean()

    def by_example(self, scores: np.ndarray) -> Iterator[list[float]]:
        at = 0
        for size in self.sizes:
            yield [float(s) for s in scores[at : at + size]]
            at += size

    def second(self, scores: np.ndarray) -> csr_matrix:
        rows = (
            ids
            for example, own in zip(self.data, self.by_example(scores), strict=True)
            for ids in glances.glance(example.pieces, own)
        )
        return hstack([self.first, _matrix(rows, len(glances.SPACE.names))]).tocsr()

    def fit(self, matrix: csr_matrix, strength: float, among: np.ndarray | None = None) -> LogisticRegression:
        rows = self.known if among is None else self.known & among
        model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
        return model.fit(matrix[rows], self.body[rows], sample_weight=self.weight[rows])

    def held_out_scores(self) -> np.ndarray:
        """First scores, each from a model that has not seen the publisher."""
        names = sorted({e.publisher for e in self.data})
        part = {name: i % INNER_FOLDS for i, name in enumerate(names)}
        of = np.repeat([part[e.publisher] for e in self.data], self.sizes)
        scores = np.zeros(len(of))
        for k in range(INNER_FOLDS):
            model = self.fit(self.first, FIRST_STRENGTH, of != k)
            scores[of == k] = model.decision_function(self.first[of == k])
        return scores


def train(data: Sequence[Example], log: Callable[..., None] = lambda *_: None) -> RoleModel:
    """Fit both looks and the roles on these examples."""
    cues = choose_cues(data)
    looked = Looked(data, cues)
    log("examples", len(data), "pieces", looked.first.shape[0])
    first = looked.fit(looked.first, FIRST_STRENGTH)
    matrix = looked.second(looked.held_out_scores())
    second = looked.fit(matrix, SECOND_STRENGTH)
    log("body fitted")
    names = [*looks.SPACE.names, *cues]
    return RoleModel(
        {
            "version": roles.VERSION,
            "first": _table(first.coef_[0], float(first.intercept_[0]), names),
            "second": _table(second.coef_[0], float(second.intercept_[0]), [*names, *glances.SPACE.names]),
            "roles": _fit_roles(data, matrix, [*names, *glances.SPACE.names]),
        }
    )


def _fit_roles(data: Sequence[Example], matrix: csr_matrix, names: Sequence[str]) -> dict[str, dict[str, float]]:
    """One softmax over the roles, from pieces whose role the markup tells; common roles are thinned."""
    wanted = np.array([roles.ROLES.index(r) if r is not None else -1 for e in data for r in e.roles])
    rng = np.random.default_rng(7)
    rows = np.concatenate(
        [rng.permutation(np.flatnonzero(wanted == k))[: ROLE_ROWS // 4] for k in range(len(roles.ROLES))]
    )
    own = [i for i, name in enumerate(names) if name.partition(":")[0] in roles.ROLE_TABLES]
    model = LogisticRegression(C=ROLE_STRENGTH, max_iter=100, tol=1e-3).fit(matrix[rows][:, own], wanted[rows])
    return {
        str(roles.ROLES[k]): _table(model.coef_[i], float(model.intercept_[i]), [names[n] for n in own], _LIGHT_ROLE)
        for i, k in enumerate(model.classes_)
    }


def _table(weights: np.ndarray, bias: float, names: Sequence[str], least: float = _LIGHT) -> dict[str, float]:
    table = {name: round(float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) >= least}
    return {BIAS: round(bias, 3), **table}


def by_fold(models: Mapping[int, SeamModel]) -> CutterOf:
    """The seam model of a record's own fold, which has not seen its publisher."""
    return lambda record: models[fold(record)]


def main() -> None:
    from tools.crossvalidate import seams_without

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of flatnews")
    parser.add_argument("--keep", type=Path, help="the folder in which tools.crossvalidate kept its seam models")
    args = parser.parse_args()
    began = time.time()

    def log(*what: object) -> None:
        print(f"{time.time() - began:6.0f}s", *what, flush=True)

    cutters = {held: seams_without(held, args.folder, args.keep) for held in range(FOLDS)}
    log("seam models ready")
    records = load(args.folder / "dev.jsonl.gz")
    model = train(list(examples(records, scorer(args.folder), by_fold(cutters))), log)
    save(model, Path(roles.__file__).parent / "roles.json")


def save(model: RoleModel, path: Path) -> None:
    path.write_text(json.dumps(model.data, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
