"""Train the model of what stands around the body: ``python -m tools.train_parts PATH_TO_FLATNEWS``.

It learns from pieces as models judged them that had not seen the publisher, and from what the publishers' parsers say
of each article: its title, authors, captions, credits and summary; and from the sets of our own pages that teach no
judge, whose blocks say it. ``--measure`` says how often facts are then found by publishers held out, without the model
and with it, and ``--write`` writes that into ``docs/quality.md``; it trains nothing to ship.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from cleantext.document import Document, Facts, Role
from cleantext.models import parts
from cleantext.models.fates import CUTOFFS
from cleantext.models.headlines import BIAS, Heads
from cleantext.models.lines import Lines, joined, ranges_of
from cleantext.models.parts import ROLES, PartModel, is_open
from cleantext.models.pieces import measure
from cleantext.models.roles import RoleModel
from cleantext.models.surroundings import MEASURES, Surroundings
from cleantext.steps.encoding import Encoding
from cleantext.steps.judge import lines
from cleantext.steps.spaces import Spaces
from cleantext.text.dates import days_in
from cleantext.text.kinds import LONGEST, reads
from tools import report_quality, train_roles
from tools.crossvalidate import Models, with_models
from tools.cutters import Cutter, by_fold, cutters
from tools.flatnews import FOLDS, Record, flatten, fold, load, publisher, scorer, site
from tools.forests import trees_of
from tools.own_pages import FORMS as OWN_FORMS
from tools.own_pages import Page, block_text, flat, record_of, taught
from tools.score_facts import authors_verdict, date_verdict

FORMS = (
    "soup_glued", "soup_natural", "soup_spaced", "soup_lines", "soup_rewrapped", "page_lines", "page_natural",
    "readability_flat", "trafilatura", "newspaper4k", "resiliparse", "boilerpy3",
)  # fmt: skip
MEASURED = ("soup_glued", "soup_natural", "soup_lines", "page_lines", "trafilatura", "resiliparse", "boilerpy3")
OWN_FOLD = -1  # that of our own pages, which teach in every fold
RARE = 5  # features met less often are left out
HEADLINE_STRENGTH = 10.0
FOREST: dict[str, Any] = {
    "n_estimators": 60,
    "num_leaves": 6,
    "learning_rate": 0.1,
    "min_child_samples": 40,
    "reg_lambda": 5.0,
    "n_jobs": 1,
    "verbose": -1,
}
RARITY = 0.4  # roles weigh as their number to the power of minus this
PAGE_WEIGHT = 0.3  # of pieces of whole pages, most of which are furniture
LIKE = 60  # of 100: a run of pieces as like the title stands for it where none is equal
SHORT, MOST = 11, 0.6  # letters of a part of a caption; share of a piece that is one
SLACK = 25  # letters beside a credit
_LIGHT = 0.03  # weights under this are left out of the file
TITLE_PART, BODY_PART, NAME_PART = 7, 15, 3  # letters that tell


def squeezed(text: object) -> str:
    """Letters and digits only, in small letters."""
    return "".join(c for c in str(text).casefold() if c.isalnum())


class Truth:
    """What the publisher's parser says of an article, squeezed."""

    def __init__(self, record: Record) -> None:
        of = defaultdict(list)
        for block in record["blocks"]:
            of[block["type"]].append(squeezed(block["text"]))
        self.title = squeezed(record["title"] or "")
        self.authors = [a for a in map(squeezed, record["authors"]) if len(a) >= NAME_PART]
        self.captions = [c for c in map(squeezed, record["captions"]) if len(c) > TITLE_PART]
        self.credits = [c for c in map(squeezed, record["credits"]) if len(c) >= NAME_PART]
        self.summaries, self.subheads, self.body = of["summary"], of["subhead"], "".join(of["body"])

    def role(self, text: str) -> Role | None:
        """What a piece is that is not body; None where that is not known, or it is a part of title or body."""
        own = squeezed(text)
        if not own:
            return Role.FURNITURE
        if len(own) > TITLE_PART and own in self.title:
            return None
        for role, known in ((Role.CAPTION, self.captions), (Role.SUMMARY, self.summaries)):
            if any((len(own) > SHORT and own in k) or (k in own and len(k) > MOST * len(own)) for k in known):
                return role
        if len(own) > BODY_PART and (own in self.body or any(own in s for s in self.subheads)):
            return None
        return self._person(text, own)

    def _person(self, text: str, own: str) -> Role | None:
        wrote = len(text) <= LONGEST and any(a in own or (len(own) > NAME_PART and own in a) for a in self.authors)
        took = any(c in own and len(c) >= len(own) - SLACK for c in self.credits)
        if wrote and took:
            return None
        if wrote or reads(text) == "by":
            return Role.BYLINE
        return Role.CREDIT if took else Role.FURNITURE


class Judged(NamedTuple):
    """The pieces of a text as they were judged alone, and the fold that they belong to."""

    fold: int
    id: str
    form: str
    pieces: Lines


class Case(NamedTuple):
    """The measures of a text's lines with the roles wanted, and its runs' features with whether they are the title."""

    fold: int
    form: str
    lines: list[tuple[list[float], Role]]
    runs: list[list[str]]
    titles: list[bool]


def judges(folder: Path, keep: Path | None) -> Iterator[tuple[Cutter, RoleModel]]:
    """For each fold the models that have not seen its publishers; those of roles are kept as the seams' are."""
    found = cutters(folder, keep)
    records = load(folder / "dev.jsonl.gz")
    folds = {r["id"]: fold(r) for r in records}
    cut: list[list[train_roles.Example]] = []
    for held in range(FOLDS):
        kept = keep / f"roles{held}.json" if keep else None
        if kept and kept.exists():
            yield found[held], RoleModel(json.loads(kept.read_text("utf-8")))
            continue
        if not cut:
            cut.append(list(train_roles.examples(records, scorer(folder), by_fold(found))))
            cut.append(list(train_roles.silver_examples(load(folder / "silver.jsonl.gz"), by_fold(found))))
            cut.append(list(train_roles.own_examples(by_fold(found))))
        unseen = {site(r) for r in records if fold(r) == held}
        silver = [e for e in cut[1] if fold({"id": e.id}) != held and e.publisher not in unseen]
        model = train_roles.train([*(e for e in cut[0] if folds[e.id] != held), *cut[2]], silver)
        if kept:
            kept.write_text(json.dumps(model.data), "utf-8")
        yield found[held], model


def judged(records: Iterable[Record], held: int, cutter: Cutter, judge: RoleModel) -> Iterator[Judged]:
    """The texts of a fold, cut and judged."""
    for record in records:
        for form in FORMS:
            text = record["texts"].get(form)
            if text and len(text) <= train_roles.MAX_CHARS:
                document = cutter.cut(Spaces()(Encoding()(Document.of(text))))
                blocks = [b for b in document.blocks if b.text]
                found = judge.judge(measure(blocks, text), CUTOFFS["news"])
                yield Judged(held, record["id"], form, lines(blocks, [f.role for f in found], found))


def silver_records(folder: Path, dev: Iterable[Record]) -> Iterator[Record]:
    """More pages whose title is known, as flat texts; not by publishers of ``dev``, which are dealt otherwise."""
    known = {site(r) for r in dev}
    for record in load(folder / "silver.jsonl.gz"):
        form = random.Random(record["id"]).choice(("glued", "natural", "lines"))
        if record["title"] and publisher(record) not in known:
            yield {**record, "texts": {f"soup_{form}": flatten(record["segments"], form)}}


def own_records(pages: Iterable[Page]) -> Iterator[Record]:
    """Our own pages as records: what their blocks say, and the flat texts."""
    types = {Role.BODY: "body", Role.SUBHEAD: "subhead", Role.SUMMARY: "summary"}
    for page in pages:
        blocks = [(role, block_text(page, i)) for i, role in enumerate(page.roles)]
        yield {
            **record_of(page),
            "title": next(text for role, text in blocks if role is Role.HEADLINE),
            "authors": [text for role, text in blocks if role is Role.BYLINE],
            "captions": [text for role, text in blocks if role is Role.CAPTION],
            "credits": [text for role, text in blocks if role is Role.CREDIT],
            "blocks": [{"type": types[role], "text": text} for role, text in blocks if role in types],
            "texts": {form: flat(page, form).text for form in OWN_FORMS},
        }


def case_of(text: Judged, truth: Truth | None, title: str) -> Case:
    """What there is to learn from a text; only of its title where there is no ``truth``."""
    seen = Surroundings(joined(text.pieces, ranges_of(text.pieces)))
    open_ = [i for i in range(len(seen.texts)) if is_open(seen, i) and not seen.is_plain(i)]
    told = [(i, truth.role(seen.texts[i])) for i in open_] if truth else []
    heads = Heads(seen)
    spans = list(heads.spans())
    title = squeezed(title)
    like = [fuzz.ratio(squeezed("".join(seen.texts[i:j])), title) if title else 0.0 for i, j in spans]
    best = max(like, default=0.0)
    return Case(
        text.fold,
        text.form,
        [(seen.measures(i), role) for i, role in told if role],
        [heads.features(span) for span in spans],
        [x == best >= LIKE for x in like],
    )


def _matrix(rows: Sequence[Sequence[str]]) -> tuple[csr_matrix, list[str]]:
    """Which row has which feature, and the features' names."""
    times = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, n in times.items() if n >= RARE)
    number = {name: i for i, name in enumerate(names)}
    indices: list[int] = []
    pointers = [0]
    for row in rows:
        indices += sorted({number[name] for name in row if name in number})
        pointers.append(len(indices))
    ones: np.ndarray = np.ones(len(indices), dtype=np.float32)
    return csr_matrix((ones, indices, pointers), shape=(len(rows), len(names))), names


def fit_roles(cases: Sequence[Case]) -> dict[str, list[Any]]:
    """A forest for each role."""
    found = [(row, role, case.form) for case in cases for row, role in case.lines]
    wanted = np.array([ROLES.index(role) for _, role, _ in found])
    many = np.bincount(wanted, minlength=len(ROLES))
    weight = (many.max() / np.maximum(many, 1)) ** RARITY
    pages = np.array([PAGE_WEIGHT if form.startswith("page") else 1.0 for _, _, form in found])
    model = lightgbm.LGBMClassifier(**FOREST)
    model.fit(np.array([row for row, _, _ in found]), wanted, sample_weight=weight[wanted] * pages)
    trees = trees_of(model, MEASURES)
    return {str(ROLES[k]): trees[i :: len(model.classes_)] for i, k in enumerate(model.classes_)}


def _table(names: Sequence[str], weights: Iterable[float]) -> dict[str, float]:
    return {n: round(float(w), 2) for n, w in zip(names, weights, strict=True) if abs(w) >= _LIGHT or n == BIAS}


def fit_headline(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by which the right run of each text scores best, or less than nothing where there is none."""
    cases = [case for case in cases if case.runs]
    matrix, names = _matrix([row for case in cases for row in case.runs])
    text: np.ndarray = np.repeat(np.arange(len(cases)), [len(case.runs) for case in cases])
    right = np.array([float(title) for case in cases for title in case.titles])
    without = 1.0 - (np.bincount(text, right) > 0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.zeros(len(cases))
        np.maximum.at(top, text, scores)
        powers = np.exp(scores - top[text])
        whole = np.bincount(text, powers) + np.exp(-top)
        good = np.bincount(text, powers * right) + without * np.exp(-top)
        slope = matrix.T @ (powers / whole[text] - powers * right / good[text])
        lost = np.log(whole).sum() - np.log(good).sum()
        return lost + 0.5 * HEADLINE_STRENGTH * weights @ weights, slope + HEADLINE_STRENGTH * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return _table(names, found.x)


def fit(cases: Sequence[Case]) -> PartModel:
    """Both models from these cases."""
    return PartModel({"version": parts.VERSION, "roles": fit_roles(cases), "headline": fit_headline(cases)})


class Alone(PartModel):
    """Leaves every piece as it was judged alone: what to compare with."""

    def __init__(self) -> None:
        super().__init__({"roles": {}, "headline": {}})

    def read(self, pieces: Lines) -> list[parts.Part | None]:
        return [None] * len(pieces.texts)


def measured(records: Iterable[Record], cutter: Cutter, judge: RoleModel, model: PartModel) -> Iterator[Any]:
    """For each text: its form, and for each fact what was found of it."""
    chain = with_models("news", Models(cutter, judge, parts=model))
    for record in records:
        for form in MEASURED:
            if text := record["texts"].get(form):
                document = chain(Document.of(text))
                blocks = [(str(b.role), b.text) for b in document.blocks]
                yield form, dict(_rights(record, text, document.facts, blocks))


def _plain(text: object) -> str:
    return "".join(str(text).split()).casefold().strip(".")


def _rights(
    record: Record, text: str, facts: Facts, blocks: list[tuple[str, str]]
) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """For each fact that the text holds: how many were found right, how many there are, how many were found."""
    whole = _plain(text)
    if record["title"] and _plain(record["title"]) in whole:
        yield "headline", (int(_plain(facts.headline or "") == _plain(record["title"])), 1, 1)
    if record["authors"] and all(_plain(a) in whole for a in record["authors"]):
        yield "authors", (int(authors_verdict(dict(record), blocks, facts._asdict()) == "right"), 1, 1)
    if _is_dated(record, text):
        yield "published", (int(date_verdict(dict(record), blocks, facts._asdict()) == "right"), 1, 1)
    summaries = [b["text"] for b in record["blocks"] if b["type"] == "summary"]
    for name, wanted in (("captions", record["captions"]), ("credits", record["credits"]), ("summary", summaries)):
        there = {_plain(w) for w in wanted if _plain(w) in whole}
        found = {_plain(f) for f in getattr(facts, name)}
        yield name, (len(there & found), len(there), len(found))


def _is_dated(record: Record, text: str) -> bool:
    """Whether a text gives the day of publication, or the one beside it, as zones may have it."""
    if not record["published"]:
        return False
    day = datetime.fromisoformat(record["published"]).toordinal()
    return any(abs(date(*d.numbers).toordinal() - day) <= 1 for d in days_in(text) if not d.open)


def table(rows: Iterable[tuple[str, str, Mapping[str, tuple[int, int, int]]]]) -> list[str]:
    """F1 of each fact in per cent, a line for each form by each model."""
    sums: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for model, form, found in rows:
        for name, counts in found.items():
            sums[form, model][name] = [a + b for a, b in zip(sums[form, model][name], counts, strict=True)]
    names = ("headline", "authors", "published", "captions", "credits", "summary")
    lines = ["| form | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for form, model in sorted(sums, key=lambda at: (MEASURED.index(at[0]), at[1])):
        by_name = sums[form, model]
        cells = (f"{200 * r / (w + f):.1f}" if w + f else "-" for r, w, f in (by_name[name] for name in names))
        lines.append(f"| {form}, {model} | " + " | ".join(cells) + " |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of flatnews")
    parser.add_argument("--keep", type=Path, help="a folder in which the folds' models are kept")
    parser.add_argument("--measure", action="store_true", help="print how often facts are found, publishers held out")
    parser.add_argument("--write", action="store_true", help="write what is measured into docs/quality.md")
    options = parser.parse_args()
    records = [r for r in load(options.folder / "dev.jsonl.gz") if not r.get("suspect")]
    models = list(judges(options.folder, options.keep))
    own = list(own_records(page for page in taught() if page.set not in train_roles.OWN_WEIGHTS))
    truths = {r["id"]: Truth(r) for r in (*records, *own)}
    of_fold = [[r for r in records if fold(r) == held] for held in range(FOLDS)]
    more = list(silver_records(options.folder, records))
    titles = {r["id"]: r["title"] or "" for r in (*records, *more, *own)}
    dealt = [(held, [*of_fold[held], *(r for r in more if fold(r) == held)], *models[held]) for held in range(FOLDS)]
    dealt += [(OWN_FOLD, [r for r in own if fold(r) == held], *models[held]) for held in range(FOLDS)]
    cases = [
        case_of(text, truths.get(text.id), titles[text.id])
        for held, known, seams, judge in dealt
        for text in judged(known, held, seams, judge)
    ]
    if not options.measure:
        path = Path(parts.__file__).parent / "parts.json"
        path.write_text(json.dumps(fit(cases).data, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
        return
    rows: list[Any] = []
    for title in ("alone", "together"):
        for held, (seams, judge) in enumerate(models):
            model = Alone() if title == "alone" else fit([case for case in cases if case.fold != held])
            rows += [(title, *row) for row in measured(of_fold[held], seams, judge, model)]
    found = table(rows)
    print("\n".join(found))
    if options.write:
        report_quality.put("facts", found)


if __name__ == "__main__":
    main()
