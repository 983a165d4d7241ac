"""Score the chain on the texts of other tools: ``python -m tools.score_flatteners PATH TEXTS --keep FOLDER``.

``TEXTS`` is what ``tools.flatteners`` wrote. Each page is cleaned by ``news`` with the models of its fold, which have
not seen its publisher and none of these tools; they are trained, or found in ``--keep`` as ``tools.crossvalidate``
leaves them. Truth and output are compared by flatnews' ``score.py``; the truth of Markdown is aligned with the text
without its marks, for the addresses of links would count as noise within the body. ``--write`` puts the table into
``docs/quality.md``.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from cleantext.document import Document
from cleantext.text.markdown import markdown_edits
from tools import crossvalidate, report_quality
from tools.flatnews import FOLDS, fold, load, scorer

LONGEST = 40_000  # characters: the alignment takes the square of it
COLUMNS = ("f1", "recall", "caption_out", "noise_out", "break_f1", "glue", "rejoin", "broken")
_SHARED: dict[str, Any] = {}  # what forked workers read

Row = dict[str, Any]


def score_fold(held: int, folder: Path) -> list[tuple[str, Row, Row]]:
    """Of every text of a fold's publishers: the tool, and the figures of the text as it is and cleaned."""
    score, chain = scorer(folder), crossvalidate.with_models("news", _SHARED["models"][held])
    rows = []
    for record in load(folder / "dev.jsonl.gz"):
        if record.get("suspect") or fold(record) != held:
            continue
        for tool, text in _SHARED["texts"][record["id"]]:
            words = _without_marks(text)
            if len(text) > LONGEST:
                continue
            truth = score.Truth(words, record)
            if sum(label[0] == "body" for label in truth.labels) >= 200:
                rows.append((tool, score.score(truth, words), score.score(truth, chain(Document.of(text)).text)))
    return rows


def _without_marks(text: str) -> str:
    for start, end, new in reversed(markdown_edits(text)):
        text = text[:start] + new + text[end:]
    return text


def summaries(rows: list[tuple[str, Row, Row]], score: Any) -> dict[str, Row]:
    """The figures of each tool, with ``f1`` and ``break_f1`` of the text as it is."""
    groups: dict[str, list[tuple[Row, Row]]] = defaultdict(list)
    for tool, before, after in rows:
        groups[tool].append((before, after))
    found = {}
    for tool, pairs in groups.items():
        before, after = (score.summarise(list(side)) for side in zip(*pairs, strict=True))
        found[tool] = {**after, "f1 before": before["f1"], "break_f1 before": before["break_f1"]}
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of flatnews")
    parser.add_argument("texts", type=Path, help="what tools.flatteners wrote")
    parser.add_argument("--keep", type=Path, help="a folder in which trained models are kept between runs")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    args = parser.parse_args()
    _SHARED["models"] = crossvalidate.fold_models(args.folder, args.keep, args.jobs)
    _SHARED["texts"] = defaultdict(list)
    for record in load(args.texts):
        _SHARED["texts"][record["id"]].append((record["tool"], record["text"]))
    with ProcessPoolExecutor(max_workers=args.jobs, mp_context=get_context("fork")) as pool:
        folds = range(FOLDS)
        rows = [row for found in pool.map(score_fold, folds, [args.folder] * FOLDS) for row in found]
    lines = report_quality.table(
        ("f1 before", "f1", "recall", "caption_out", "noise_out", "break_f1 before", "break_f1", "glue", "broken"),
        summaries(rows, scorer(args.folder)),
    )
    print("\n".join(lines))
    if args.write:
        report_quality.put("tools", lines)


if __name__ == "__main__":
    main()
