"""Score a preset on the pages of our own: ``python -m tools.score_pages``.

Those of the first set are left out, for the roles model learns from them. ``../shared`` is not needed. ``--write`` puts
the table into ``docs/quality.md``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from statistics import mean

from cleantext.config import preset_chain
from cleantext.document import Document
from tools import report_quality
from tools.own_pages import FORMS, TAUGHT, Figures, figures, flat, of_group, pages

GROUPS = ("all", "en", "de", "other", "second", "third", "fourth")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--preset", default="news")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="write the table into docs/quality.md")
    args = parser.parse_args()
    untaught = [k for k, page in enumerate(pages()) if page.set != TAUGHT]
    with ProcessPoolExecutor(args.jobs) as pool:
        rows = list(pool.map(partial(score, args.preset), untaught, chunksize=4))
    found = {pages()[k].name: row for k, row in zip(untaught, rows, strict=True)}
    lines = list(table(found))
    print("\n".join(lines))
    if args.write:
        report_quality.put("pages", lines)


def score(preset: str, k: int) -> dict[str, Figures]:
    """The figures of a page in every form."""
    page, chain = pages()[k], preset_chain(preset)
    texts = {form: flat(page, form) for form in FORMS}
    return {form: figures(page, text, chain(Document.of(text.text))) for form, text in texts.items()}


def table(found: dict[str, dict[str, Figures]]) -> Iterator[str]:
    yield "| | n | f1 | recall | captions out | noise out | break_f1 |"
    yield "|---|---|---|---|---|---|---|"
    for form in FORMS:
        for group in GROUPS:
            rows = [found[page.name][form] for page in of_group(group)]
            name = form if group == "all" else f"{form}, {group}"
            columns = ([r.f1 for r in rows], [r.recall for r in rows], [r.captions_out for r in rows])
            shares = (*columns, [r.noise_out for r in rows], [r.break_f1 for r in rows])
            yield f"| {name} | {len(rows)} | {' | '.join(map(percent, shares))} |"


def percent(shares: list[float | None] | list[float]) -> str:
    known = [share for share in shares if share is not None]
    return f"{100 * mean(known):.1f}" if known else "–"


if __name__ == "__main__":
    main()
