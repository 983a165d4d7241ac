"""Sentences of the body that look like what stands around it: each stays, wherever it stands."""

from __future__ import annotations

import re

import pytest

import cleantext

BODIES = {
    "en": (
        "The council of Marrow Bay voted on Monday to move its library into the old fish hall on the quay.",
        "“It smells less than you would think,” said librarian Odile Ferrars, who keeps 40,000 books there.",
        "About 300 people use the library each day. The hall has twice as many seats, and a view of the ferries.",
        "Fishermen had asked for the hall as well. They will get one behind the customs house, the council said.",
    ),
    "de": (
        "Der Stadtrat von Norderwiek hat am Montag beschlossen, die Bücherei in die alte Fischhalle zu verlegen.",
        "„Es riecht weniger, als man denkt“, sagte Bibliothekarin Wiebke Holt, die dort seit Mai 40.000 Bücher lagert.",
        "Rund 300 Menschen nutzen die Bücherei jeden Tag. Die neue Halle hat doppelt so viele Plätze.",
        "Auch die Fischer hatten die Halle haben wollen. Sie bekommen nun eine kleinere hinter dem Zollhaus, hieß es.",
    ),
    "sv": (
        "Kommunen i Norrvik beslutade på måndagskvällen att flytta biblioteket till den gamla fiskhallen vid kajen.",
        "”Det luktar mindre än man tror”, säger bibliotekarien Majken Holm, som har 40 000 böcker där sedan maj.",
        "Omkring 300 personer använder biblioteket varje dag. Den nya hallen har dubbelt så många platser.",
        "Fiskarna ville också ha hallen. De får en mindre bakom tullhuset, enligt kommunen.",
    ),
    "ko": (
        "갈매기시의회는 월요일 밤 도서관을 부두의 옛 어시장 건물로 옮기기로 결정했다.",
        "사서 한미래 씨는 “생각보다 냄새가 나지 않는다”며 5월부터 책 4만 권을 그곳에 보관하고 있다고 말했다.",
        "도서관은 하루 300명가량이 이용한다. 새 건물은 좌석이 두 배로 많고 배가 보인다.",
        "어민들도 그 건물을 원했다. 시는 세관 뒤편의 작은 건물을 내주기로 했다.",
    ),
}


def said(text: str) -> str:
    return re.sub(r"\s", "", text)


def kept(blocks: list[str], between: str) -> str:
    return said(cleantext.clean(between.join(blocks)))


def assert_stays(language: str, beside: str, place: int, between: str, also: str = "") -> None:
    """All of the body stays with something beside it, and so does what else is of the body."""
    body = BODIES[language]
    out = kept([*body[:place], beside, *body[place:]], between)
    for sentence in (*body, *([also] if also else [])):
        assert said(sentence)[-30:] in out


@pytest.mark.parametrize("between", ["\n", " "], ids=["lines", "flat"])
@pytest.mark.parametrize("place", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The lease of the hall expires on 30 September 2027."),
        ("en", "The council will pay a first rate of $41,000, due on December 16, 2024."),
        ("de", "Die Frist für Einwände endet am 30. September 2025."),
        ("de", "Der Vertrag für das alte Haus läuft noch bis zum 31. Oktober 2025."),
        ("sv", "Hyresavtalet för det gamla huset gäller till 30 september 2025."),
    ],
)
def test_a_sentence_that_ends_in_a_day(language: str, sentence: str, place: int, between: str) -> None:
    assert_stays(language, sentence, place, between, also=sentence)


@pytest.mark.parametrize("between", ["\n", " "], ids=["lines", "flat"])
@pytest.mark.parametrize("place", [1, 2, 3])
@pytest.mark.parametrize(
    ("language", "pointer"),
    [
        ("en", "You may also like: Ferry gets a new captain"),
        ("en", "Read next: Ferry gets a new captain"),
        ("de", "Auch interessant: Fähre bekommt neue Kapitänin"),
        ("de", "Das könnte Sie auch interessieren: Fähre bekommt neue Kapitänin"),
        ("sv", "Läs också: Färjan får en ny kapten"),
        ("ko", "[관련기사] 여객선에 새 선장"),
    ],
)
def test_the_body_around_a_pointer(language: str, pointer: str, place: int, between: str) -> None:
    assert_stays(language, pointer, place, between)


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Newsletter"), ("de", "Newsletter abonnieren"), ("ko", "관련기사")]
)
def test_the_last_paragraph_behind_a_box(language: str, heading: str) -> None:
    assert_stays(language, heading, 3, "\n")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norderwiek (dpa/AFP) - Die Bücherei von Norderwiek zieht um. Das hat der Stadtrat beschlossen.", "dpa"),
        ("Wien (APA/Reuters) – Die Bücherei von Norderwiek zieht um. Das hat der Stadtrat beschlossen.", "APA"),
        ("Köln (epd/KNA). Die Bücherei von Norderwiek zieht um. Das hat der Stadtrat beschlossen.", "epd"),
        ("MARROW BAY (AP/Reuters) — The library will move into the old fish hall, the council decided.", "AP"),
    ],
)
def test_a_dateline_of_several_agencies(text: str, source: str) -> None:
    language = "en" if "library" in text else "de"
    document = cleantext.read("\n".join([text, *BODIES[language][1:]]))
    assert document.text.startswith(text)
    assert document.facts.source == source
    assert not document.facts.credits


def test_a_credit_of_several_agencies_is_none() -> None:
    caption = "Die alte Fischhalle am Kai, in der die Bücher stehen (dpa/AFP)"
    body = BODIES["de"]
    assert said(caption)[:20] not in kept([*body[:2], caption, *body[2:]], "\n")


@pytest.mark.parametrize(
    "text",
    [
        "W poniedziałek na drodze w miejscowości Nowa Lipa zginął motocyklista. Policjanci wyznaczyli objazd.",
        "A escola mais próxima da comunidade Boa Espera ficou a quatro horas. A sala de aula vem até as crianças.",
        "El puente de la localidad Dos Hermanas sigue cerrado desde marzo. La obra cuesta tres millones de euros.",
        "שריפה גדולה פרצה היום (רביעי) במחסן באזור התעשייה הצפוני. לא דווח על נפגעים, והשריפה כובתה.",
    ],
    ids=["pl", "pt", "es", "he"],
)
def test_no_cut_before_a_name_that_belongs_to_its_sentence(text: str) -> None:
    assert cleantext.clean(text) == text
