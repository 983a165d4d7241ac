"""Texts of our own as archives, wires, printers and mails leave them: what is left of them."""

from __future__ import annotations

from functools import cache
from statistics import mean

import pytest

from cleantext.config import preset_chain
from cleantext.document import Document, Role
from pages import Figures, figures
from sources import FORMS, Source, sources

# What was measured (docs/quality.md), less a margin: f1, recall (1 point), noise out (3).
FLOORS = {"lines": (97.9, 98.5, 92.4), "flat": (94.5, 98.2, 74.3)}

every_source = pytest.mark.parametrize("source", sources(), ids=repr)


@cache
def measured(form: str) -> tuple[Figures, ...]:
    chain = preset_chain("news")
    texts = [(source, source.form(form)) for source in sources()]
    return tuple(figures(source.roles, text, chain(Document.of(text.text))) for source, text in texts)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_left_of_them(form: str) -> None:
    rows = measured(form)
    noise = [row.noise_out for row in rows if row.noise_out is not None]
    shares = [100 * mean(found) for found in ([row.f1 for row in rows], [row.recall for row in rows], noise)]
    assert [share >= least for share, least in zip(shares, FLOORS[form], strict=True)] == [True] * 3, shares


@every_source
def test_both_forms_hold_the_same_letters(source: Source) -> None:
    lines, flat = (source.form(form) for form in FORMS)
    assert "".join(lines.text.split()) == "".join(flat.text.split())
    assert [own for own in lines.blocks if own is not None] == [own for own in flat.blocks if own is not None]
    assert "\n" not in flat.text
    assert source.roles.count(Role.BODY) >= 5
