"""The pages of our own, flattened in seven ways: what is left of them, and that they say what they are."""

from __future__ import annotations

from functools import cache
from statistics import mean

import pytest

from cleantext.config import preset_chain
from cleantext.document import Document, Role
from pages import FORMS, KINDS, Figures, Page, figures, flat, of_group, pages

# What was measured (docs/quality.md), less a margin: f1 and recall (1 point), break_f1 (2), captions out (5).
FLOORS = {
    "soup_glued": (92.3, 98.3, 86.8, 29.0),
    "soup_natural": (91.8, 98.6, 61.0, 29.5),
    "soup_spaced": (91.1, 98.4, 50.6, 30.3),
    "soup_lines": (94.3, 98.3, 93.4, 52.9),
    "page_natural": (91.2, 98.5, 62.4, 30.3),
    "page_lines": (94.2, 98.3, 93.2, 50.3),
    "article": (98.9, 98.8, 98.0, 0.0),
}

# The same, f1 and recall, of the set of all kinds of articles.
KINDS_FLOORS = {"soup_natural": (90.4, 88.7), "page_lines": (89.9, 87.2), "article": (95.3, 92.7)}

every_page = pytest.mark.parametrize("page", pages(), ids=repr)


@cache
def measured(form: str) -> tuple[Figures, ...]:
    chain = preset_chain("news")
    texts = ((page, flat(page, form)) for page in of_group("all"))
    return tuple(figures(page.roles, text, chain(Document.of(text.text))) for page, text in texts)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_left_of_them(form: str) -> None:
    rows = measured(form)
    captions = [row.captions_out for row in rows if row.captions_out is not None]
    found = [mean(row.f1 for row in rows), mean(row.recall for row in rows), mean(row.break_f1 for row in rows)]
    shares = [100 * share for share in (*found, mean(captions) if captions else 0.0)]
    assert [share >= least for share, least in zip(shares, FLOORS[form], strict=True)] == [True] * 4, shares


@pytest.mark.parametrize("form", KINDS_FLOORS)
def test_what_is_left_of_all_kinds_of_articles(form: str) -> None:
    chain = preset_chain("news")
    texts = ((page, flat(page, form)) for page in of_group(KINDS))
    rows = [figures(page.roles, text, chain(Document.of(text.text))) for page, text in texts]
    shares = [100 * mean(row.f1 for row in rows), 100 * mean(row.recall for row in rows)]
    assert [share >= least for share, least in zip(shares, KINDS_FLOORS[form], strict=True)] == [True] * 2, shares


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
    found = figures(page.roles, text, Document.of(text.text))
    assert (found.recall, found.precision, found.captions_out) == (1.0, 1.0, None)
    assert found.break_f1 == 0.0  # it is one block
