"""Train the seam model: ``python -m tools.train_seams PATH_TO_FLATNEWS``.

Reads every form of the labelled pages, takes each gap's label from the page's markup and the article's truth,
and fits one logistic regression for each kind of gap. A publisher's own words are held out of the lexicon
while its pages are read.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from cleantext.models import seams
from cleantext.models.evidence import TextEvidence, TokenMemo, evidence_of
from cleantext.models.gaps import glued_sites, line_sites, names_of, spaced_sites, split_sites
from cleantext.models.links import linked_sites, may_have_lost_links
from cleantext.models.seams import KINDS, SeamModel
from cleantext.text import lexicon
from cleantext.text.lexicon import Lexicon
from tools import lexicons
from tools.flatnews import Gap, Record, flatten, gaps, gaps_of_segments, load, publisher, scorer, unlink
from tools.joined_names import NAMES_WEIGHT, with_made_names
from tools.lost_links import without_links
from tools.own_pages import FORMS, SEAMS_WEIGHT, Page, flat, known_gaps, record_of, taught

SHARE = {"spaced": 0.3}  # of the rows with label 0 that are kept
MIN_SOURCES = 2
FORM_WEIGHT = {"article_lines": 0.5, "trafilatura_baseline": 0.4}
LEFT_OUT = {"soup_rewrapped", "trafilatura_precision", "justext", "goose3", "article"}
_PLAIN_STOP = re.compile(r"[^\W\d_A-Z]{3}\.[^\W\d_a-z][^\W\d_A-Z]")
SKIPPED = 0.4  # of the silver pages and joins, for speed
SIZE = 40_000
STRENGTH = {"glued": 0.3, "block": 0.3, "spaced": 0.3, "line": 0.3, "inner": 1.0, "linked": 0.3}


class Rows:
    """Training rows of one kind of gap."""

    def __init__(self) -> None:
        self.names: list[list[str]] = []
        self.labels: list[bool] = []
        self.weights: list[float] = []
        self.sources: list[int] = []

    def add(self, names: list[str], label: bool, weight: float, source: int) -> None:
        self.names.append(names)
        self.labels.append(label)
        self.weights.append(weight)
        self.sources.append(source)


class Sample(NamedTuple):
    """A text with what is known of its gaps."""

    record: Record
    form: str
    text: str
    gaps: dict[int, Gap]
    weight: float


def samples_of_dev(records: Iterable[Record], score: Any, rng: random.Random) -> Iterator[Sample]:
    for record in records:
        if record.get("suspect"):
            continue
        for form, text in record["texts"].items():
            if text and len(text) < SIZE and form not in LEFT_OUT:
                yield Sample(record, form, text, _gaps(text, form, record, score), FORM_WEIGHT.get(form, 1.0))
        if text := record["texts"].get("soup_natural"):
            yield _sparse(record, text, _gaps(text, "soup_natural", record, score), rng)


def _sparse(record: Record, text: str, found: dict[int, Gap], rng: random.Random) -> Sample:
    """A flat text with a few breaks, most after an arbitrary full stop, as aggregators leave them."""
    stops = [m.end() for m in re.finditer(r"\. (?=\S)", text)]
    edges = [at for at, g in found.items() if g.boundary and text[at - 1] == " "]
    chosen = set(rng.sample(stops, min(len(stops), rng.randint(1, 8))))
    chosen |= {at for at in stops if text[at].islower() and rng.random() < 0.7}
    chosen |= set(rng.sample(edges, min(len(edges), rng.randint(0, 3))))
    out, moved, shift, last = [], {}, 0, 0
    marks = sorted(found)
    k = 0
    for at in [*sorted(chosen), len(text) + 1]:
        while k < len(marks) and marks[k] < at:
            moved[marks[k] + shift] = found[marks[k]]
            k += 1
        out += [text[last : at - 1], "\n\n\n\n" if at <= len(text) else ""]
        last, shift = at, shift + 3
    return Sample(record, "soup_sparse", "".join(out), moved, 1.0)


_KNOWN: dict[tuple[str, str], dict[int, Gap]] = {}


def _gaps(text: str, form: str, record: Record, score: Any) -> dict[int, Gap]:
    """``gaps``, kept: cross-validation asks for the same ones again."""
    key = str(record["id"]), form
    if key not in _KNOWN:
        _KNOWN[key] = gaps(text, form, record, score)
    return _KNOWN[key]


def samples_of_silver(records: Iterable[Record], rng: random.Random) -> Iterator[Sample]:
    for record in records:
        if rng.random() < SKIPPED:
            continue
        segments = _around_body(record)
        if not segments:
            continue
        form = rng.choice(("natural", "glued", "glued", "spaced", "lines"))
        text = flatten(segments, form)
        if len(text) < SIZE:
            found = gaps_of_segments(text, segments)
            if form in ("glued", "lines"):
                mark = "\n" if form == "lines" else ""
                text, found = unlink(text, found, rng.choice((0, 0.02, 0.05)), rng, mark)
            yield Sample(record, form, text, found, 0.3)


def _around_body(record: Record) -> Sequence[Record]:
    """The segments from a little before the body to a little behind it; none without a body."""
    segments: Sequence[Record] = record["segments"]
    body = [i for i, s in enumerate(segments) if s["label"] == "body"]
    return segments[max(0, body[0] - 12) : body[-1] + 12] if body else ()


def samples_on_lines(records: Iterable[Record], rng: random.Random) -> Iterator[Sample]:
    """Silver pages as lines."""
    for record in records:
        segments = _around_body(record)
        if segments and rng.random() >= SKIPPED and len(text := flatten(segments, "lines")) < SIZE:
            yield Sample(record, "lines", text, gaps_of_segments(text, segments), 0.3)


def samples_of_joins(records: Iterable[Record], score: Any, rng: random.Random) -> Iterator[Sample]:
    for record in records:
        if rng.random() < SKIPPED:
            continue
        text = next(iter(record["texts"].values()))
        found = _gaps(text, "joins", record, score)
        if record["lang"] == "en":  # its own paragraphs have lost the blanks of their links
            found = {at: g for at, g in found.items() if g.boundary or g.blank}
        yield Sample(record, "joins", text, found, 0.3)


def samples_of_own(own: Iterable[Page]) -> Iterator[Sample]:
    """Our own pages as they are flattened."""
    for page in own:
        for form in FORMS:
            found = flat(page, form)
            if form not in LEFT_OUT and len(found.text) < SIZE:
                yield Sample(record_of(page), form, found.text, known_gaps(page, found), SEAMS_WEIGHT)


def samples_with_names(samples: Iterable[Sample], rng: random.Random) -> Iterator[Sample]:
    """The same texts with made names in them: nothing but the gaps within these is known."""
    for sample in samples:
        text, inside = with_made_names(sample.text, sample.gaps, rng)
        if inside:
            yield sample._replace(text=text, gaps=inside, weight=sample.weight * NAMES_WEIGHT)


def collect(
    samples: Iterable[Sample], counts: dict[str, lexicons.Counts], rng: random.Random, rows: dict[str, Rows]
) -> None:
    """Add the rows of all samples, but for those of lost links."""
    reader = Reader(counts)
    for sample in samples:
        _collect(rows, sample, reader.look(sample), reader.source(sample), rng)


class Reader:
    """Looks samples over, each with a lexicon that leaves its publisher out."""

    def __init__(self, counts: dict[str, lexicons.Counts]) -> None:
        self._counts = counts
        self._held: dict[tuple[str, str], Lexicon] = {}
        self._memos: dict[tuple[str, str], TokenMemo] = defaultdict(TokenMemo)

    def look(self, sample: Sample) -> TextEvidence:
        source = publisher(sample.record)
        language = lexicons.language(sample.record, sample.text)
        key = language, source
        if key not in self._held:
            self._held[key] = lexicons.Held(self._counts[language], source) if language in self._counts else {}
        return evidence_of(sample.text, language, self._held[key], self._memos[key])

    @staticmethod
    def source(sample: Sample) -> int:
        """The publisher as a number."""
        return zlib.crc32(publisher(sample.record).encode())


def linked(samples: Iterable[Sample], counts: dict[str, lexicons.Counts], rng: random.Random) -> Rows:
    """The rows of texts on lines, each as it is, without the blanks at some links, and with made names."""
    reader, rows = Reader(counts), Rows()
    for sample in samples:
        e = reader.look(sample) if "\n" in sample.text else None
        if e is None or not (e.on_lines and may_have_lost_links(e)):
            continue
        _collect_linked(rows, sample, e, reader.source(sample))
        text, moved = without_links(sample.text, sample.gaps, rng)
        for other in (sample._replace(text=text, gaps=moved), *samples_with_names([sample], rng)):
            if (e := reader.look(other)).on_lines:
                _collect_linked(rows, other, e, reader.source(other))
    return rows


def _collect_linked(rows: Rows, sample: Sample, e: TextEvidence, source: int) -> None:
    for site in linked_sites(e):
        gap = sample.gaps.get(site.end)
        if gap is not None and gap.blank is not None:
            weight = gap.weight * sample.weight
            rows.add(names_of("linked", site, e), bool(gap.blank or gap.boundary), weight, source)


def _collect(rows: dict[str, Rows], sample: Sample, e: TextEvidence, source: int, rng: random.Random) -> None:
    get = sample.gaps.get
    _collect_glued(rows, sample, e, source)
    for at, names in split_sites(e):
        if (gap := get(at)) is not None and gap.blank is not None:
            rows["inner"].add(names, gap.blank, gap.weight * sample.weight, source)
    share = SHARE["spaced"]
    for site in spaced_sites(e):
        gap = get(site.end)
        if gap is not None and gap.boundary is not None and (gap.boundary or rng.random() < share):
            weight = gap.weight * sample.weight * (1 if gap.boundary else 1 / share)
            rows["spaced"].add(names_of("spaced", site, e), gap.boundary, weight, source)
    for site in line_sites(e):
        if (gap := get(site.end)) is not None and gap.boundary is not None:
            rows["line"].add(names_of("line", site, e), gap.boundary, gap.weight * sample.weight, source)


def _collect_glued(rows: dict[str, Rows], sample: Sample, e: TextEvidence, source: int) -> None:
    for site in glued_sites(e):
        gap = sample.gaps.get(site.end)
        if gap is None or gap.blank is None:
            continue
        lost = bool(gap.blank or gap.boundary)
        if not lost and _PLAIN_STOP.match(sample.text, site.start - 4):
            continue  # glued in the article's own truth
        weight, names = gap.weight * sample.weight, names_of("glued", site, e)
        rows["glued"].add(names, lost, weight, source)
        if lost:
            rows["block"].add(names, bool(gap.boundary), weight, source)


def fit(rows: Rows, strength: float) -> dict[str, float]:
    """Weights of the features that at least two publishers show."""
    if len(set(rows.labels)) < 2:
        return {}
    sources: dict[str, set[int]] = defaultdict(set)
    seen: Counter[str] = Counter()
    for names, source in zip(rows.names, rows.sources, strict=True):
        for name in names:
            seen[name] += 1
            if len(sources[name]) < MIN_SOURCES:
                sources[name].add(source)
    column = {
        n: i for i, n in enumerate(sorted(n for n, s in sources.items() if len(s) >= MIN_SOURCES and seen[n] > 4))
    }
    indices: list[int] = []
    pointers = [0]
    for names in rows.names:
        indices += [column[n] for n in names if n in column]
        pointers.append(len(indices))
    matrix = csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(rows.names), len(column)))
    model = LogisticRegression(C=strength, solver="lbfgs", max_iter=300, fit_intercept=False, tol=1e-6)
    model.fit(matrix, np.array(rows.labels), sample_weight=np.array(rows.weights))
    return {n: round(float(w), 2) for n, i in column.items() if abs(w := model.coef_[0][i]) >= 0.05}


def train(
    records: Sequence[Record],
    silver: Sequence[Record] = (),
    joins: Sequence[Record] = (),
    wild: Sequence[Record] = (),
    *,
    own: Sequence[Page] = (),
    score: Any = None,
    counts: dict[str, lexicons.Counts] | None = None,
    seed: int = 7,
    log: bool = False,
) -> SeamModel:
    """Fit on these records only, their lexicons included."""
    rng = random.Random(seed)
    score = score or scorer(Path(sys.argv[1]))
    began = time.time()

    def say(*words: object) -> None:
        if log:
            print(f"{time.time() - began:6.1f}s", *words, flush=True)

    counts = counts or lexicons.count([*records, *silver, *joins, *wild])
    say("words counted")
    rows = {kind: Rows() for kind in KINDS}
    collect(samples_of_dev(records, score, rng), counts, rng, rows)
    say("dev read", {k: len(r.labels) for k, r in rows.items()})
    collect(samples_of_silver(silver, rng), counts, rng, rows)
    collect(samples_of_joins(joins, score, rng), counts, rng, rows)
    collect(samples_of_own(own), counts, rng, rows)
    texts = chain(samples_of_dev(records, score, rng), samples_of_own(own))
    collect(samples_with_names(texts, rng), counts, rng, rows)
    lines = random.Random(seed)  # so that nothing else is drawn otherwise
    texts = chain(samples_of_dev(records, score, lines), samples_of_own(own), samples_on_lines(silver, lines))
    rows["linked"] = linked(texts, counts, lines)
    say("all read", {k: (len(r.labels), sum(r.labels)) for k, r in rows.items()})
    weights = {}
    for kind in KINDS:
        weights[kind] = fit(rows[kind], STRENGTH[kind])
        say(kind, len(weights[kind]), "weights")
    return SeamModel(weights, {name: lexicons.build(c) for name, c in counts.items()})


def main() -> None:
    folder = Path(sys.argv[1])
    sets = [load(folder / f"{name}.jsonl.gz") for name in ("dev", "silver", "joins", "wild")]
    model = train(*sets, own=taught(), score=scorer(folder), log=True)
    tables = {name: dict(table) for name, table in (model.lexicons or {}).items() if isinstance(table, dict)}
    save(model, tables, Path(seams.__file__).parents[1])


def save(model: SeamModel, tables: Mapping[str, dict[str, int]], package: Path) -> None:
    """Write weights and lexicons into the package."""
    data = {"version": seams.VERSION, "weights": model.weights}
    text = json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True)
    (package / "models" / "seams.json").write_text(text + "\n", "utf-8")
    for name, table in tables.items():
        if len(table) >= 300:
            target = package / "text" / "data" / name
            target.mkdir(parents=True, exist_ok=True)
            (target / "words.txt").write_text(lexicon.write(table), "utf-8")


if __name__ == "__main__":
    main()
