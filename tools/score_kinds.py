"""Score a preset on all kinds of articles, of our own: ``python -m tools.score_kinds``.

Recipes, results, tests, tickers, letters … of the set ``kinds``: f1 and recall by kind, and of all in every form.
``../shared`` is not needed. ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools import scored
from tools.own_pages import FORMS, KINDS, Figures, pages
from tools.score_pages import percent, score

SHOWN = ("page_lines", "page_natural", "article")


def table(numbers: Sequence[int], rows: Sequence[dict[str, Figures]]) -> Iterator[str]:
    yield "| | n | f1 | recall | captions out | noise out | break_f1 |"
    yield "|---|---|---|---|---|---|---|"
    for form in FORMS:
        yield f"| {form} | {len(rows)} | {' | '.join(map(percent, _shares([row[form] for row in rows])))} |"
    yield ""
    yield f"| | n | {' | '.join(f'{form}, f1 / recall' for form in SHOWN)} |"
    yield "|---|---|---|---|---|"
    names = [pages()[k].name for k in numbers]
    for kind in sorted({kind_of(name) for name in names}):
        own = [row for name, row in zip(names, rows, strict=True) if kind_of(name) == kind]
        found = ([row[form] for row in own] for form in SHOWN)
        shares = (f"{percent([row.f1 for row in rows])} / {percent([row.recall for row in rows])}" for rows in found)
        yield f"| {kind} | {len(own)} | {' | '.join(shares)} |"


def _shares(rows: Sequence[Figures]) -> Iterator[Sequence[float | None]]:
    yield from ([row.f1 for row in rows], [row.recall for row in rows])
    yield from ([row.captions_out for row in rows], [row.noise_out for row in rows], [row.break_f1 for row in rows])


def kind_of(name: str) -> str:
    """The kind of article, of a page's name.

    >>> kind_of("en-recipe-soup-of-the-day")
    'recipe'
    """
    return name.split("-")[1]


if __name__ == "__main__":
    scored.main(__doc__, "kinds", score, [k for k, page in enumerate(pages()) if page.set == KINDS], table)
