"""Names with a capital inside stay whole, whether or not a list holds them."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest

import cleantext
from cleantext.models.splits import best_split
from cleantext.text.lexicon import lexicon
from cleantext.text.sites import brands, sites_in
from tools.flatnews import Gap
from tools.joined_names import made_name, parts, real_names, with_names
from tools.own_pages import TEST, pages
from tools.score_names import FORMS, Found, score, unlisted

# What was measured (docs/quality.md), and a margin: the most that is parted or has a blank put in, in per cent.
MOST = {"soup_glued": 30.0, "soup_natural": 13.0, "soup_spaced": 4.0, "soup_lines": 1.0, "article": 1.0}

WHOLE = [
    "Riders said on Tuesday that FlixBus would stop in the town again. Tickets cost nine euros, the company said.",
    "Police in KwaZulu-Natal said that two men had been held. They are to appear in court on Friday.",
    "The rider said that GasGas had built a better machine for the season. He had won twice.",
    "Laut SachsenEnergie bleiben die Preise im nächsten Jahr stabil. Das teilte das Unternehmen am Montag mit.",
    "Die Leserinnen und Leser, also die LeserInnen, hätten gefragt. Die AutorInnen antworteten am Abend.",
    "Según CaixaForum, los tipos bajarán antes del verano. La entidad presentó sus cuentas el jueves.",
    "Selon un sondage pour FranceInfo, la moitié des habitants y est opposée. Le maire n'a pas réagi.",
]


_PART = re.compile("[A-ZÀ-Ý]?[a-zà-ÿ]+|[A-ZÀ-Ý]+")


@pytest.mark.parametrize("text", WHOLE)
def test_a_name_is_not_parted(text: str) -> None:
    assert cleantext.clean(text, "gentle") == text


@cache
def measured() -> list[dict[str, Found]]:
    return [score("news", k) for k, page in enumerate(pages()) if page.set == TEST]


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_names_that_nobody_knows_stay_whole(form: str) -> None:
    names, spaced, cut = map(sum, zip(*(row[form] for row in measured()), strict=True))
    assert names > 300
    assert 100 * (spaced + cut) / names <= MOST[form]


def test_names_are_made_in_many_ways() -> None:
    rng = random.Random(3)
    assert len({made_name("Harbour", "Quill", rng) for _ in range(5000)}) > 2000


def test_no_part_of_what_measures_teaches() -> None:
    taught = {part.lower() for kind in parts().values() for part in kind}
    assert not [name for name in real_names() if taught.intersection(map(str.lower, _PART.findall(name)))]


def test_what_measures_asks_no_list() -> None:
    assert "BioNTech" in brands()
    assert not sites_in("BioNTech")
    with unlisted():
        assert sites_in("BioNTech")
    assert not sites_in("BioNTech")


def test_what_is_known_of_a_text_moves_with_its_names() -> None:
    text = "They met the Mayor again. Then the Council voted."
    places = [i for i in range(1, len(text)) if text[i] != " "]
    known = {i: Gap(text[i:].startswith("Then"), text[i - 1] == " ", 1.0) for i in places}
    found, gaps, spans = with_names(text, known, lambda *_: "HarbourLink", random.Random(1), every=10)
    assert [found[a:b] for a, b in spans] == ["HarbourLink"] * 2
    assert found == "They met the HarbourLink again. Then the HarbourLink voted."
    assert [at for at, gap in gaps.items() if gap.boundary] == [found.index("Then")]
    assert all(not gaps[i].blank for start, end in spans for i in range(start + 1, end))
    assert all(gaps[i].blank == (found[i - 1] == " ") for i in gaps)


@pytest.mark.parametrize("token", ['ser".', 'ser",', "voted”;", "Arbeiter:innenklasse", ",bedauerlich'"])
def test_no_gap_before_a_mark_that_closes(token: str) -> None:
    assert not sites_in(token)


def test_a_gap_behind_a_quotation_is_looked_at() -> None:
    assert 8 in sites_in('attack."The')
    assert sites_in('said."–Vi')
    assert 5 not in sites_in('Rat"-Programm')


@pytest.mark.parametrize("run", ["Viertelfinalist", "Justizministeriums", "Brandschutzkontrollen", "jahrzehntelangen"])
def test_a_german_compound_is_one_word(run: str) -> None:
    assert best_split(run, lexicon("de"), {run: 1}, "de") == ()


def test_two_german_words_come_apart() -> None:
    assert best_split("undwurde", lexicon("de"), {}, "de") == (3,)
