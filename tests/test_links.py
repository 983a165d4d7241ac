"""Blanks lost at inline links of texts on lines that lost nothing else are put back; names and figures stay whole."""

from __future__ import annotations

import random

import pytest

from cleantext import clean
from cleantext.config import preset_chain
from cleantext.document import Document
from cleantext.models.links import linked_sites, may_have_lost_links
from cleantext.models.seams import shipped
from cleantext.steps.unglue import Unglue
from tools.flatnews import Gap
from tools.lost_links import without_links

ENGLISH = (
    "The ferry to the outer isles is back after a winter in the dock, and the harbour master says that it will stay.",
    "Nobody in the village had counted on it. The engine was older than the captain, and spare parts are hard to find.",
    "On Monday the first passengers went aboard, with bicycles, dogs and a piano that had waited since the autumn.",
)
GERMAN = (
    "Die Fähre zu den äußeren Inseln fährt wieder, und der Hafenmeister sagt, dass es dabei bleiben wird.",
    "Im Dorf hatte damit niemand mehr gerechnet. Die Maschine war älter als der Kapitän, und Teile gibt es kaum mehr.",
    "Am Montag gingen die ersten Gäste an Bord, mit Rädern, Hunden und einem Klavier.",
)

LOST = [
    (
        ENGLISH,
        "The boat, calledPetrel, was built in theIsle of Gulls and has carried since1998 more than4,000 people.",
        "The boat, called Petrel, was built in the Isle of Gulls and has carried since 1998 more than 4,000 people.",
    ),
    (
        ENGLISH,
        "“We have waited long enough,” saysAda Quill, who took the106 bus to town and wrote aletter to theTimes.",
        "“We have waited long enough,” says Ada Quill, who took the 106 bus to town and wrote a letter to the Times.",
    ),
    (
        ENGLISH,
        "It passed the lighthouse,a tower of white stone,and was back inGullholm before the gale of14 November.",
        "It passed the lighthouse, a tower of white stone, and was back in Gullholm before the gale of 14 November.",
    ),
    (
        GERMAN,
        "Das Boot heißtSturmvogel,es wurde inMöwenhafen gebaut und hat seit1998 mehr als4000 Menschen getragen.",
        "Das Boot heißt Sturmvogel, es wurde in Möwenhafen gebaut und hat seit 1998 mehr als 4000 Menschen getragen.",
    ),
]  # fmt: skip


def on_lines(lines: tuple[str, ...], line: str) -> str:
    return "\n\n".join([*lines[:2], line, *lines[2:]])


@pytest.mark.parametrize(("lines", "line", "mended"), LOST)
def test_blanks_lost_at_links_are_put_back(lines: tuple[str, ...], line: str, mended: str) -> None:
    assert clean(on_lines(lines, line), "gentle") == on_lines(lines, mended)


@pytest.mark.parametrize(("lines", "line", "mended"), LOST)
def test_a_lost_blank_parts_no_blocks(lines: tuple[str, ...], line: str, mended: str) -> None:
    blocks = [b.text for b in Unglue()(Document.of(on_lines(lines, line))).blocks]
    assert len(blocks) == len(lines) + 1
    assert blocks[2] != line
    assert "".join(blocks[2].split()) == "".join(mended.split())


WHOLE = [
    "She sold her iPhone on eBay, paid by PayPal, and put the film of the storm on YouTube and TikTok within an hour.",
    "Mr McDonald searches with DuckDuckGo, and Mrs MacLeod of O'Brien and FitzGerald reads what LinkedIn shows her.",
    "The line lost Rs10 a ticket in FY26, or R120bn in all, and Sh5 for each of the 4x4s that it took across in Q3.",
    "Write to desk@IsleNews.org or see www.islenews.org/FerryBack and follow @IsleNewsDaily, @ada_Quill, #BackToSea.",
    "Isitimela sasuka eMgungundlovu ngoLwesihlanu, kusho uNksz Quill waKwaZulu, iNkosi nabantu baseThekwini bajabula.",
    "The crew of the StraitLink boats trained with KiwiRail drivers at the BlueTide yard, said the ferry line's owner.",
    "The key is a70facb9501d, it says in local/TideStore, and whoever loses it must ask the harbour for another one.",
    "The rule in section 12a(3) was cited[21] by the court, as were the 2.1m tonnes, the 5pm tide and the 7.30am boat.",
]


@pytest.mark.parametrize("line", WHOLE)
def test_names_figures_and_addresses_stay_whole(line: str) -> None:
    assert clean(on_lines(ENGLISH, line), "gentle") == on_lines(ENGLISH, line)


@pytest.mark.parametrize("line", WHOLE)
def test_they_stay_whole_beside_lost_links(line: str) -> None:
    text = on_lines((*ENGLISH, LOST[0][1]), line)
    assert line in clean(text, "gentle")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Il capo dell’Unione ha detto che nell'Adriatico l'Isola resta chiusa, e all’Elba nessuno lo sapeva.", "it"),
        ("A deputada do PCdoB disse que a balsa da ilha, que é da MarAzul, deve voltar ao porto na semana.", "pt"),
        ("Le bateau d’Ada et l’Île d’Yeu n’ont qu’Hubert pour capitaine, et la SeaFrance ne répond plus.", "fr"),
        ("Die Leserinnen und Leser, die LeserInnen also, schrieben, dass die Künstler:in der Fähre recht hat.", "de"),
    ],
)
def test_elisions_and_parties_stay_whole(line: str, language: str) -> None:
    text = f"{line}\n\n{line.replace(',', ' und', 1)}\n\n{line}"
    assert preset_chain("gentle")(Document.of(text, language=language)).text == text


def test_a_list_of_names_stays_whole() -> None:
    names = "SkyGull, TideReader, SoftHarbour, PierWalker, DuneCat, MoonFerry, SaltWren, IsleQueen, ReefKing, DeckHand"
    text = on_lines((*ENGLISH, LOST[0][1]), f"Those who signed: {names}")
    assert names in clean(text, "gentle")


def test_what_a_text_has_twice_is_a_name() -> None:
    line = "Una nota de elFaro, que elFaro publicó el lunes, dice que la barca volverá al puerto antes del invierno."
    evidence = shipped().evidence(f"{line}\n\nNadie en el pueblo contaba con ello antes del verano.", "es")
    assert may_have_lost_links(evidence)
    assert not list(linked_sites(evidence))


def test_texts_that_lost_more_are_not_asked() -> None:
    glued = "".join([*ENGLISH, LOST[0][1], *ENGLISH])
    assert not may_have_lost_links(shipped().evidence(f"{glued}\n{glued}"))


def test_without_lines_a_blank_must_be_surer() -> None:
    flat = " ".join(on_lines(ENGLISH, LOST[0][1]).split())
    assert "more than 4,000" in clean(flat, "gentle")
    assert WHOLE[0] in clean(" ".join([*ENGLISH, WHOLE[0]]), "gentle")


def test_small_words_come_apart_where_links_are_sure() -> None:
    line = "The boat was calledPetrel, has sailed since1998 and is thelargest of all, says thecaptain in hisletter."
    assert "the largest" in clean(on_lines(ENGLISH, line), "gentle")
    assert not shipped().evidence(on_lines(ENGLISH, line)).splits


@pytest.mark.parametrize("language", ["zu", "xh", "ga", "ja", "tr"])
def test_languages_without_a_lexicon_are_not_asked(language: str) -> None:
    assert not may_have_lost_links(shipped().evidence(on_lines(ENGLISH, LOST[0][1]), language))


def test_links_lose_blanks_within_blocks_only() -> None:
    text = "The boat went to Gull Island.\nAda Quill was on it. The 106 was late."
    gaps = {at: Gap(text[at - 1] == "\n", True, 1.0) for at in range(1, len(text)) if text[at - 1].isspace()}
    for seed in range(40):
        left, moved = without_links(text, gaps, random.Random(seed))
        assert left.split("\n")[1][0] == "A"
        assert left.replace(" ", "") == text.replace(" ", "")
        assert [left[at] for at in sorted(moved)] == [text[at] for at in sorted(gaps)]
        assert sum(gap.boundary is True for gap in moved.values()) == 1
    assert without_links(text, {}, random.Random(1)) == (text, {})
