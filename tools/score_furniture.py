"""Score a preset on furniture that no weight was learnt from: ``python -m tools.score_furniture``.

Each item of ``corpus_samples/furniture`` stands alone in a page in its language, of the set that no model learns from
where it has one. ``../shared`` is not needed. ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.chain import Chain
from cleantext.config import preset_chain
from cleantext.document import Document, Role
from tools import scored
from tools.furnished import Item, items, with_item
from tools.own_pages import Page, flat, of_group

PAGES, OTHERS = "fourth", "third"  # whose pages, and whose in languages that those are not in
FORMS = ("soup_glued", "soup_natural", "soup_spaced", "soup_lines")


class Kept(NamedTuple):
    """What is kept of an item and of the page's body, in characters of how many."""

    item: int
    items: int
    body: int
    bodies: int


def pages_of(item: Item) -> list[Page]:
    """The pages that may hold an item."""
    by_set = ([page for page in of_group(group) if page.language == item.language] for group in (PAGES, OTHERS))
    return next(filter(None, by_set))


def score(preset: str, k: int) -> dict[str, Kept]:
    """What is kept in every form."""
    item = items()[k]
    found = pages_of(item)
    page, chain = found[k % len(found)], preset_chain(preset)
    return {form: kept(with_item(page, item, k), len(page.roles), form, chain) for form in FORMS}


def kept(page: Page, own: int, form: str, chain: Chain) -> Kept:
    """What is kept of a page of which so many blocks are its own."""
    text = flat(page, form)
    counts = [0, 0, 0, 0]
    for block in chain(Document.of(text.text)).blocks:
        for c, of in zip(text.text[block.start : block.end], text.blocks[block.start : block.end], strict=True):
            if of is None or c.isspace() or (of < own and page.roles[of] is not Role.BODY):
                continue
            place = 0 if of >= own else 2
            counts[place] += block.dropped_by is None
            counts[place + 1] += 1
    return Kept(*counts)


def table(numbers: Sequence[int], rows: Sequence[dict[str, Kept]]) -> Iterator[str]:
    found = [items()[k] for k in numbers]
    yield f"| | n | {' | '.join(FORMS)} |"
    yield f"|---|---|{'---|' * len(FORMS)}"
    languages = sorted({item.language for item in found})
    for name in ("all", *languages, *sorted({item.kind for item in found})):
        own = [row for item, row in zip(found, rows, strict=True) if name in ("all", item.language, item.kind)]
        yield f"| {name} | {len(own)} | {' | '.join(share([row[form] for row in own]) for form in FORMS)} |"
    body = [100 * sum(row[form].body for row in rows) / sum(row[form].bodies for row in rows) for form in FORMS]
    yield f"| the pages' body | | {' | '.join(f'{share:.1f}' for share in body)} |"


def share(found: Sequence[Kept]) -> str:
    return f"{100 * sum(one.item for one in found) / sum(one.items for one in found):.1f}"


if __name__ == "__main__":
    scored.main(__doc__, "furniture", score, [k for k, item in enumerate(items()) if pages_of(item)], table)
