"""Score a preset on the pages of our own: ``python -m tools.score_pages``.

Those of the sets that models learn from are left out. ``../shared`` is not needed. ``--write`` puts the table into
``docs/quality.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import mean

from cleantext.config import preset_chain
from cleantext.document import Document
from tools import scored
from tools.own_pages import FORMS, TEST, Figures, figures, flat, of_group, pages

GROUPS = ("all", "en", "de", "other")


def score(preset: str, k: int) -> dict[str, Figures]:
    """The figures of a page in every form."""
    page, chain = pages()[k], preset_chain(preset)
    texts = {form: flat(page, form) for form in FORMS}
    return {form: figures(page.roles, text, chain(Document.of(text.text))) for form, text in texts.items()}


def table(numbers: Sequence[int], rows: Sequence[dict[str, Figures]]) -> Iterator[str]:
    found = {pages()[k].name: row for k, row in zip(numbers, rows, strict=True)}
    yield "| | n | f1 | recall | captions out | noise out | break_f1 |"
    yield "|---|---|---|---|---|---|---|"
    for form in FORMS:
        for group in GROUPS:
            own = [found[page.name][form] for page in of_group(group)]
            name = form if group == "all" else f"{form}, {group}"
            shares: list[Sequence[float | None]] = [
                [r.f1 for r in own], [r.recall for r in own], [r.captions_out for r in own],
                [r.noise_out for r in own], [r.break_f1 for r in own],
            ]
            yield f"| {name} | {len(own)} | {' | '.join(map(percent, shares))} |"


def percent(shares: Sequence[float | None]) -> str:
    known = [share for share in shares if share is not None]
    return f"{100 * mean(known):.1f}" if known else "–"


if __name__ == "__main__":
    test = [k for k, page in enumerate(pages()) if page.set == TEST]
    scored.main(__doc__, "pages", score, test, table)
