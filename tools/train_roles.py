"""Train the roles model: ``python -m tools.train_roles PATH_TO_FLATNEWS``.

Pages are cut by seam models that have not seen their publisher, so that the judge learns from pieces as it will meet
them. The second look is trained on first scores from models that have not seen the publisher either.

``dev`` tells what is body; ``silver``, whose labels are noisy, teaches what pages at large call body and what captions
look like, and stands among the trees' examples under a flag that no text in use ever has. The first set of our own
pages (``corpus_samples/pages/first``) stands beside ``dev``, with less weight among the trees' examples.
"""

from __future__ import annotations

import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from cleantext.document import Document, Role
from cleantext.models import glances, looks, roles
from cleantext.models.glances import GUESSED_BY, MEASURES, Glance
from cleantext.models.looks import Look
from cleantext.models.pieces import Pieces, measure
from cleantext.models.roles import BIAS, FIRST, RoleModel, cue_names
from cleantext.models.trees import Trees
from cleantext.steps.spaces import Spaces
from tools.cutters import Cutter, CutterOf, by_fold, cutters
from tools.flatnews import (
    SEGMENTED,
    Record,
    flatten,
    joint,
    load,
    publisher,
    scorer,
    squeeze,
    squeeze_like_score,
)
from tools.forests import FOREST, asked_for, save, trees_of
from tools.own_pages import FORMS as OWN_FORMS
from tools.own_pages import flat, record_of, taught

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
_LABEL_OF = {role: label for label, role in _ROLES.items()}
_SILVER_KINDS = {
    "body": BODY,
    "subhead": NEUTRAL,
    "summary": NEUTRAL,
    "title": NEUTRAL,
    "caption": CAPTION,
    "unsure": 0,
}
SILVER_BODY = 300  # characters: pages with less body teach nothing
SILVER_FORMS = ("natural", "glued", "spaced", "lines")
SILVER_TEXTS, SILVER_WEIGHT = 2, 0.2  # forms of each page; the weight of a page against one of dev
OWN_WEIGHTS = {"first": 0.4}  # of a page of our own against one of dev, by its set; others teach the judge nothing
CUES, CUE_PUBLISHERS = 1500, 3
PAGE_CUES, CAPTION_CUE = 3000, 1.5
CUE_FORMS = {"soup_natural", "page_natural", "page_lines"}
FIRST_STRENGTH, PAGE_STRENGTH, ROLE_STRENGTH = 0.3, 0.1, 0.1
FLAT_FORMS, FLAT_WEIGHT = ("soup_natural", "soup_glued", "soup_spaced", "silver"), 2.0
GUESS_SAMPLE = 8  # of so many pieces one tells how to guess
SEEDS = (4, 5)  # of the forests of which the mean is taken
INNER_FOLDS = 3
ROLE_ROWS = 40_000
CAPTION_WEIGHT = 5.0  # captions are few; without it they are the first to be kept
_LIGHT, _LIGHT_ROLE = 0.03, 0.1  # weights under this are left out of the file


@dataclass(frozen=True)
class Example:
    """A cut text: for each piece the characters of body, of noise and of captions, and its role where known.

    ``paragraphs`` has for each piece which paragraph or heading its first and its last character are of, counted from
    1; 0 is none. ``weight`` is that of the text among the trees' examples.
    """

    id: str
    form: str
    publisher: str
    pieces: Pieces
    counts: list[tuple[int, int, int]]
    roles: list[Role | None]
    paragraphs: list[tuple[int, int]]
    weight: float = 1.0


def examples(records: Iterable[Record], score: Any, cutter_of: CutterOf) -> Iterator[Example]:
    """Every form of the records, cut by the models that ``cutter_of`` names for each."""
    for record in records:
        if record.get("suspect"):
            continue
        for form, text in record["texts"].items():
            if text and len(text) <= MAX_CHARS and form != "soup_rewrapped":
                kinds, paragraphs = _known(record, form, text, score)
                if kinds and kinds.count(BODY) >= 200:
                    labels = _segment_labels(record, form, text)
                    yield cut(record, form, text, (kinds, labels, paragraphs), cutter_of(record))


def silver_examples(records: Iterable[Record], cutter_of: CutterOf) -> Iterator[Example]:
    """Two forms of each page, chosen by its id."""
    for record in records:
        segments = record["segments"]
        sizes = Counter({"all": 0})
        for s in segments:
            sizes[s["label"]] += len(s["text"])
            sizes["all"] += len(s["text"])
        if sizes["all"] <= MAX_CHARS and sizes["body"] >= SILVER_BODY:
            for form in random.Random(record["id"]).sample(SILVER_FORMS, SILVER_TEXTS):
                yield _silver_example(record, form, cutter_of(record))


def _silver_example(record: Record, form: str, cutter: Cutter) -> Example:
    segments = record["segments"]
    text = flatten(segments, form)
    kinds, labels, paragraphs = bytearray(len(text)), bytearray(len(text)), [0] * len(text)
    at = 0
    for k, segment in enumerate(segments):
        at += len(joint(segment, form)) if k else 0
        label, end = segment["label"], at + len(segment["text"])
        kind = _SILVER_KINDS.get(label, NOISE)
        kinds[at:end] = bytes([kind]) * (end - at)
        if kind in (BODY, NEUTRAL):
            paragraphs[at:end] = [k + 1] * (end - at)
        if kind and label in _ROLES:
            labels[at:end] = bytes([1 + _LABELS.index(label)]) * (end - at)
        at = end
    return cut(record, f"silver_{form}", text, (bytes(kinds), bytes(labels), paragraphs), cutter)


def own_examples(cutter_of: CutterOf) -> Iterator[Example]:
    """Our own pages in every form, cut by the models that have not seen them."""
    for page in taught():
        record = record_of(page)
        for form in OWN_FORMS:
            text, blocks = flat(page, form)
            kinds, labels, paragraphs = bytearray(len(text)), bytearray(len(text)), [0] * len(text)
            for at, block in enumerate(blocks):
                if block is not None and not text[at].isspace():
                    label = _LABEL_OF.get(page.roles[block], "other")
                    kinds[at] = _SILVER_KINDS.get(label, NOISE)
                    labels[at] = 1 + _LABELS.index(label)
                    paragraphs[at] = block + 1 if kinds[at] in (BODY, NEUTRAL) else 0
            found = cut(record, form, text, (bytes(kinds), bytes(labels), paragraphs), cutter_of(record))
            yield replace(found, weight=OWN_WEIGHTS.get(page.set, 0.0))


Known = tuple[bytes, list[int]]
_KNOWN: dict[tuple[str, str], Known] = {}


def _known(record: Record, form: str, text: str, score: Any) -> Known:
    """What each character is, and of which paragraph or heading, from 1; all 0 where truth and text cannot be aligned.

    Kept, as folds ask again.
    """
    key = record["id"], form
    if key not in _KNOWN:
        truth = score.Truth(text, record)
        chars, places = squeeze_like_score(text)
        kinds, paragraphs = bytearray(len(text)), [0] * len(text)
        if chars == truth.chars:
            for label, at in zip(truth.labels, places, strict=True):
                kinds[at] = _KINDS[label[0]]
                paragraphs[at] = label[1] + 1 if label[0] in ("body", "keep") else 0
        _KNOWN[key] = bytes(kinds), paragraphs
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


def cut(record: Record, form: str, text: str, known: tuple[bytes, bytes, list[int]], cutter: Cutter) -> Example:
    """Cut a text as the chain does; three lists tell of each character what it is, its label, and its paragraph."""
    kinds, labels, paragraphs = known
    document = cutter.cut(Spaces()(Document.of(text)))
    counts: list[tuple[int, int, int]] = []
    found: list[Role | None] = []
    edges: list[tuple[int, int]] = []
    for block in document.blocks:
        edges.append((paragraphs[block.start], paragraphs[block.end - 1]))
        kind = Counter(kinds[block.start : block.end])
        counts.append((kind[BODY], kind[CAPTION] + kind[NOISE], kind[CAPTION]))
        votes = Counter(x for x in labels[block.start : block.end] if x)
        role = _ROLES[_LABELS[votes.most_common(1)[0][0] - 1]] if votes else None
        found.append(_agreed(role, kind))
    return Example(record["id"], form, publisher(record), measure(document.blocks, text), counts, found, edges)


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


def choose_cues(data: Sequence[Example], many: int = CUES, captions: bool = False) -> list[str]:
    """The words, first words and last words that part body and noise best, counted by publishers.

    With ``captions`` also those that part body and captions.
    """
    said: dict[int, dict[str, set[str]]] = {kind: defaultdict(set) for kind in (BODY, NOISE, CAPTION)}
    for example in data:
        if captions or example.form in CUE_FORMS:
            for words, (b, n, c) in zip(example.pieces.words, example.counts, strict=True):
                if b or n:
                    kind = BODY if b >= n else CAPTION if captions and c > b else NOISE
                    for name in cue_names(words):
                        said[kind][name].add(example.publisher)
    worth = {}
    for name in sorted(set().union(*said.values())):
        b, n, c = (len(said[kind].get(name, ())) for kind in (BODY, NOISE, CAPTION))
        if max(b, n, c) >= CUE_PUBLISHERS:
            worth[name] = abs(math.log((b + 1) / (n + 1))) * math.sqrt(b + n)
            if c >= CUE_PUBLISHERS:  # four pieces of body stand beside each caption
                told = abs(math.log((b / 4 + 1) / (c + 1))) * math.sqrt(b / 4 + c)
                worth[name] = max(worth[name], CAPTION_CUE * told)
    return sorted(sorted(worth, key=lambda name: -worth[name])[:many])


class Looked:
    """The examples as a matrix of the first look, with what each piece is."""

    def __init__(self, data: Sequence[Example], cues: Sequence[str]) -> None:
        numbers = roles.cue_numbers(cues)
        self.data = data
        rows: list[list[int]] = []
        for example in data:
            seen = looks.look(example.pieces)
            for ids, words in zip(seen, example.pieces.words, strict=True):
                rows.append(ids + roles.cues_in(words, *numbers))
        self.matrix = _matrix(rows, len(looks.SPACE.names) + len(cues))
        self.sizes = [len(e.pieces) for e in data]
        counts = np.array([c for e in data for c in e.counts]).reshape(-1, 3)
        body, noise, captions = counts.T
        self.known = body + noise > 0
        self.body = body > noise
        self.caption = (captions > body) & (2 * captions > noise)
        self.plain = np.sqrt(body + noise)
        self.weight = self.plain * np.where(captions > body, CAPTION_WEIGHT, 1.0)
        self.weight = self.weight / self.weight.mean()

    def parts(self) -> np.ndarray:
        """The pieces dealt into a few parts by publishers."""
        names = sorted({e.publisher for e in self.data})
        part = {name: i % INNER_FOLDS for i, name in enumerate(names)}
        return np.repeat([part[e.publisher] for e in self.data], self.sizes)


Linear = tuple[np.ndarray, float]


def _fit(matrix: csr_matrix, wanted: np.ndarray, weight: np.ndarray, strength: float) -> Linear:
    model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
    model.fit(matrix, wanted, sample_weight=weight / weight.mean())
    return model.coef_[0], float(model.intercept_[0])


def fit_body(looked: Looked, among: np.ndarray) -> list[Linear]:
    """The weights of body."""
    rows = looked.known & among
    return [_fit(looked.matrix[rows], looked.body[rows], looked.weight[rows], FIRST_STRENGTH)]


def fit_pages(looked: Looked, among: np.ndarray) -> list[Linear]:
    """The weights of body, and of captions against body, as pages at large tell."""
    rows = looked.known & among
    either = rows & (looked.body | looked.caption)
    return [
        _fit(looked.matrix[rows], looked.body[rows], looked.plain[rows], PAGE_STRENGTH),
        _fit(looked.matrix[either], looked.caption[either], looked.plain[either], PAGE_STRENGTH),
    ]


def _scores(models: Sequence[Linear], matrix: csr_matrix) -> np.ndarray:
    """The scores by each model, in columns."""
    scores: np.ndarray = np.stack([matrix @ weights + bias for weights, bias in models], axis=1)
    return scores


def held_out_scores(looked: Looked, fit: Callable[[Looked, np.ndarray], list[Linear]]) -> np.ndarray:
    """Scores of each piece from models that have not seen its publisher."""
    part = looked.parts()
    found = [(part == k, _scores(fit(looked, part != k), looked.matrix[part == k])) for k in range(INNER_FOLDS)]
    out: np.ndarray = np.zeros((len(part), found[0][1].shape[1]))
    for rows, scores in found:
        out[rows] = scores
    return out


def _glances(data: Sequence[Example], scores: np.ndarray) -> Iterator[Glance]:
    at = 0
    for example in data:
        own = scores[at : at + len(example.pieces)]
        at += len(example.pieces)
        yield Glance(Look(example.pieces), *(column.tolist() for column in own.T))


def measured(data: Sequence[Example], scores: np.ndarray) -> tuple[np.ndarray, list[list[int]]]:
    """The pieces' measures, and the features of their places, given their three first scores."""
    rows: list[np.ndarray] = []
    places: list[list[int]] = []
    for glance in _glances(data, scores):
        rows.append(np.array(glance.rows(), dtype=np.float32))
        places += [glance.place(i) for i in range(len(glance.pieces))]
    return np.concatenate(rows), places


def train(data: Sequence[Example], silver: Sequence[Example], log: Callable[..., None] = lambda *_: None) -> RoleModel:
    """Fit both looks and the roles on these examples, but for those of no weight."""
    data = [example for example in data if example.weight]
    own = set(choose_cues(data))
    cues = sorted(own | set(choose_cues(silver, PAGE_CUES, captions=True)))
    dev, pages = Looked(data, cues), Looked(silver, cues)
    log("pieces", len(dev.known), "of dev,", len(pages.known), "of silver")
    first = fit_body(dev, dev.known)
    second = fit_pages(pages, pages.known)
    of_dev = np.concatenate([held_out_scores(dev, fit_body), _scores(second, dev.matrix)], axis=1)
    of_silver = np.concatenate([_scores(first, pages.matrix), held_out_scores(pages, fit_pages)], axis=1)
    log("first look fitted")
    rows, places = measured(data, of_dev)
    trees = _fit_trees((dev, rows), (pages, measured(silver, of_silver)[0]))
    guess = _fit_guess(trees, dev, rows)
    log("trees fitted")
    names = [*looks.SPACE.names, *cues]
    matrix = hstack([dev.matrix, _matrix(places, len(glances.SPACE.names))]).tocsr()
    tables = zip(FIRST, [*first, *second], strict=True)
    return RoleModel(
        {
            "version": roles.VERSION,
            **{name: _table(weights, bias, names) for name, (weights, bias) in tables},
            "trees": trees,
            "guess": guess,
            "roles": _fit_roles(data, matrix, [*names, *glances.SPACE.names]),
        }
    )


def _fit_trees(dev: tuple[Looked, np.ndarray], silver: tuple[Looked, np.ndarray]) -> list[Any]:
    """The second look; the flag of silver, the last column, is unset in every text in use."""
    columns, wanted, weights = [], [], []
    for flag, (looked, rows) in enumerate((dev, silver)):
        known = looked.known
        columns.append(np.concatenate([rows[known], np.full((known.sum(), 1), flag, dtype=np.float32)], axis=1))
        wanted.append(looked.body[known].astype(int))
        weights.append(_evened(looked)[known] * (SILVER_WEIGHT if flag else 1.0))
    trees: list[Any] = []
    for seed in SEEDS:
        model = lightgbm.LGBMClassifier(**FOREST, random_state=seed)
        model.fit(np.concatenate(columns), np.concatenate(wanted), sample_weight=np.concatenate(weights))
        trees += trees_of(model, MEASURES, 1 / len(SEEDS))
    return trees


def _fit_guess(trees: Sequence[Any], looked: Looked, rows: np.ndarray) -> dict[str, float]:
    """The sum of a few measures that comes nearest to what the trees say."""
    rows, weights = rows[::GUESS_SAMPLE], np.sqrt(_evened(looked)[::GUESS_SAMPLE])
    said = Trees(trees, MEASURES).sums(rows.T.tolist(), [True] * len(rows))
    columns = [rows[:, MEASURES.index(name)] for name in GUESSED_BY]
    matrix = np.stack([*columns, np.ones(len(rows))], axis=1) * weights[:, None]
    found = np.linalg.lstsq(matrix, np.array(said) * weights, rcond=None)[0]
    return {name: round(float(weight), 3) for name, weight in zip((*GUESSED_BY, BIAS), found, strict=True)}


def _evened(looked: Looked) -> np.ndarray:
    """The pieces' weights, where a text weighs the square root of its pieces together, and a flat one more."""
    out: np.ndarray = looked.weight.copy()
    at = 0
    for example, size in zip(looked.data, looked.sizes, strict=True):
        own = slice(at, at + size)
        flat = FLAT_WEIGHT if example.form.startswith(FLAT_FORMS) else 1.0
        out[own] *= flat * example.weight / math.sqrt(out[own].sum() or 1.0)
        at += size
    out /= out.mean()
    return out


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


def main() -> None:
    args = asked_for(__doc__)
    began = time.time()

    def log(*what: object) -> None:
        print(f"{time.time() - began:6.0f}s", *what, flush=True)

    found = cutters(args.folder, args.keep)
    cutter_of = by_fold(found)
    log("seam models ready")
    records = load(args.folder / "dev.jsonl.gz")
    data = [*examples(records, scorer(args.folder), cutter_of), *own_examples(cutter_of)]
    model = train(data, list(silver_examples(load(args.folder / "silver.jsonl.gz"), cutter_of)), log)
    save(model.data, Path(roles.__file__).parent / "roles.json")


if __name__ == "__main__":
    main()
