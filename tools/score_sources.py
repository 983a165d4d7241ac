"""Score a preset on texts of our own as archives, wires, printers, mails leave them: ``python -m tools.score_sources``.

``../shared`` is not needed. ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleantext.config import preset_chain
from cleantext.document import Document
from tools import scored
from tools.own_pages import Figures, figures
from tools.score_pages import percent

from sources import FORMS, sources  # isort: skip  what own_pages puts on the path


def score(preset: str, k: int) -> dict[str, Figures]:
    """The figures of a text in both forms."""
    source, chain = sources()[k], preset_chain(preset)
    texts = {form: source.form(form) for form in FORMS}
    return {form: figures(source.roles, text, chain(Document.of(text.text))) for form, text in texts.items()}


def table(numbers: Sequence[int], rows: Sequence[dict[str, Figures]]) -> Iterator[str]:
    yield f"| | n | {' | '.join(f'{form}, f1 / recall / noise out' for form in FORMS)} |"
    yield "|---|---|---|---|"
    yield f"| all | {len(rows)} | {' | '.join([_shares([row[form] for row in rows]) for form in FORMS])} |"
    kinds = [sources()[k].kind for k in numbers]
    for kind in sorted({*kinds}):
        own = [row for of, row in zip(kinds, rows, strict=True) if of == kind]
        yield f"| {kind} | {len(own)} | {' | '.join([_shares([row[form] for row in own]) for form in FORMS])} |"


def _shares(rows: Sequence[Figures]) -> str:
    found: list[Sequence[float | None]] = [
        [row.f1 for row in rows], [row.recall for row in rows], [row.noise_out for row in rows],
    ]
    return " / ".join(map(percent, found))


if __name__ == "__main__":
    scored.main(__doc__, "sources", score, range(len(sources())), table)
