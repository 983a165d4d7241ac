"""The pages of our own, flattened in seven ways: what is left of them, and that they say what they are."""

from __future__ import annotations

from functools import cache
from statistics import mean

import pytest

from cleantext.config import preset_chain
from cleantext.document import Document, Role
from pages import FORMS, Figures, Page, figures, flat, pages

# What was measured (docs/quality.md), less a point and a half: f1, recall, break_f1, captions out (less five).
FLOORS = {
    "soup_glued": (91.9, 97.0, 81.5, 41.0),
    "soup_natural": (91.6, 97.4, 63.3, 38.0),
    "soup_spaced": (90.8, 97.5, 52.7, 34.0),
    "soup_lines": (93.3, 96.4, 92.0, 54.0),
    "page_natural": (90.9, 97.4, 62.8, 35.0),
    "page_lines": (93.2, 96.7, 91.3, 55.0),
    "article": (98.1, 97.8, 97.9, 0.0),
}

every_page = pytest.mark.parametrize("page", pages(), ids=repr)


@cache
def measured(form: str) -> tuple[Figures, ...]:
    chain = preset_chain("news")
    texts = ((page, flat(page, form)) for page in pages())
    return tuple(figures(page, text, chain(Document.of(text.text))) for page, text in texts)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_left_of_them(form: str) -> None:
    rows = measured(form)
    captions = [row.captions_out for row in rows if row.captions_out is not None]
    found = [mean(row.f1 for row in rows), mean(row.recall for row in rows), mean(row.break_f1 for row in rows)]
    shares = [100 * share for share in (*found, mean(captions) if captions else 0.0)]
    assert [share >= least for share, least in zip(shares, FLOORS[form], strict=True)] == [True] * 4, shares


@every_page
def test_every_text_of_a_page_is_in_a_block(page: Page) -> None:
    assert [node.text for node in page.nodes if node.block is None and node.text.strip()] == []
    assert page.roles.count(Role.HEADLINE) == 1
    assert page.roles.count(Role.BODY) >= 5


@every_page
def test_all_forms_hold_the_same_letters(page: Page) -> None:
    soups = {"".join(flat(page, form).text.split()) for form in FORMS if form.startswith("soup")}
    whole = {"".join(flat(page, form).text.split()) for form in FORMS if form.startswith("page")}
    assert (len(soups), len(whole)) == (1, 1)
    assert soups.pop() in whole.pop()


def test_figures_of_a_perfect_cleaner() -> None:
    page = pages()[0]
    text = flat(page, "article")
    found = figures(page, text, Document.of(text.text))
    assert (found.recall, found.precision, found.captions_out) == (1.0, 1.0, None)
    assert found.break_f1 == 0.0  # it is one block
