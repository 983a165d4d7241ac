"""Who wrote it: the names in a byline, and nothing else of it."""

from __future__ import annotations

import pytest

from cleantext.text.names import agency, introduces, read_byline
from cleantext.text.persons import is_name

BYLINES = [
    (
        "By Ada Quill and Bo Tern and Cleo Marsh-hill For Exampleonline",
        ["Ada Quill", "Bo Tern", "Cleo Marsh-hill"],
        "Exampleonline",
    ),
    ("By Ada Quill for The Daily Example in London", ["Ada Quill"], "The Daily Example"),
    ("By Ada Quill, Political Editor, and Bo Tern in Paris", ["Ada Quill", "Bo Tern"], None),
    ("Ada Quill Political Correspondent", ["Ada Quill"], None),
    ("By ADA QUILL, BO O'TERN and CLEO MARSH-MCHILL", ["Ada Quill", "Bo O'Tern", "Cleo Marsh-McHill"], None),
    ("By JOHN McTERN", ["John McTern"], None),
    ("JD Quill", ["JD Quill"], None),
    ("Ada Eva QUILL", ["Ada Eva Quill"], None),
    ("Reporting by Ada Quill in Oslo and Bo Tern in Rome; editing by Cleo Marsh", ["Ada Quill", "Bo Tern"], None),
    ("Reporting by Ada Quill; Additional reporting by Bo Tern", ["Ada Quill"], None),
    ("By Ada Quill ada.quill@example.com @adaquill PUBLISHED: 08:15, 3 June 2021", ["Ada Quill"], None),
    ("Ada Quill2 minutes ago", ["Ada Quill"], None),
    ("by Ada Quill Apr. 21, 2022 2:25 pm", ["Ada Quill"], None),
    ("21. Februar 2023 • Ada Quill • 3 Minuten", ["Ada Quill"], None),
    ("Ada Quill / EXAMPLE.COM / Sep 5, 2023, 18:09 IST", ["Ada Quill"], "EXAMPLE.COM"),
    ("Town Hall, National | Published: 5 hours ago | Written by Ada Quill", ["Ada Quill"], None),
    ("By Ada Quill and Bo Tern The Associated Press", ["Ada Quill", "Bo Tern"], "Associated Press"),
    ("By Ada Quill (Reuters)", ["Ada Quill"], "Reuters"),
    ("By Thora M. and J.D. Tern", ["Thora M.", "J.D. Tern"], None),
    ("Ada Quill Ada Quill", ["Ada Quill"], None),
    ("Von Ada Quill und Bo Tern", ["Ada Quill", "Bo Tern"], None),
    ("Von Ursa von der Heide", ["Ursa von der Heide"], None),
    ("Ein Gastbeitrag von Ada Quill", ["Ada Quill"], None),
    ("Ada QuillRedakteurin", ["Ada Quill"], None),
    ("Autor: Ada Quill und Bo Tern, Kiel", ["Ada Quill", "Bo Tern"], None),
    ("Von Ada Quill mit AP", ["Ada Quill"], "AP"),
    ("Par Ada Quill avec AFP", ["Ada Quill"], "AFP"),
    ("Por María R. Quill", ["María R. Quill"], None),
    ("Ada Quill, Bo Tern (Enviado especial)", ["Ada Quill", "Bo Tern"], None),
    ("Di Ada Quill", ["Ada Quill"], None),
    ("Da Ada Quill e Bo Tern", ["Ada Quill", "Bo Tern"], None),
    ("Av Ada Quill og Bo Tern", ["Ada Quill", "Bo Tern"], None),
    ("Yazan: Ada Quill", ["Ada Quill"], None),
    ("Door Ada van der Quill", ["Ada van der Quill"], None),
    ("Автор: Ада Перова", ["Ада Перова"], None),
    ("記者 山田花子", ["山田花子"], None),
    ("山田花子記者", ["山田花子"], None),
    ("山田 花子", ["山田 花子"], None),
    ("(责编：王小花、李明)", ["王小花", "李明"], None),
    ("홍길순 기자", ["홍길순"], None),
    ("بقلم: ليلى الأحمد", ["ليلى الأحمد"], None),
    ("By Associated Press", [], "Associated Press"),
    ("Von dpa 29.03.2023, 17:48", [], "dpa"),
    ("By Example Staff", [], "Example"),
    ("Par Le Phare et AFP", [], "Le Phare"),
    ("Staff Writer", [], None),
    ("By our correspondent", [], None),
    ("Ada Quill / B. Tern / EX nuotr.", [], None),
    ("© Ada Quill", [], None),
    ("ByAda Quill", ["Ada Quill"], None),
    ("VonAda Quill und Bo Tern", ["Ada Quill", "Bo Tern"], None),
    ("Byron Quill", ["Byron Quill"], None),
    ("Vonnie Tern", ["Vonnie Tern"], None),
    ("By Ada Quill, Isle News Agency", ["Ada Quill"], "Isle News Agency"),
    ("Ada Quill Monday 5 August 2024", ["Ada Quill"], None),
    ("Ada-Eva Quill mandag 5. august kl. 14:47", ["Ada-Eva Quill"], None),
    ("Ada Quilltirsdag 5. august kl. 14:47", ["Ada Quill"], None),
    ("Plácida Domingo 5/8/2024", ["Plácida Domingo"], None),
    ("Bo Tern | Ada Ternvor 3 Stunden", ["Bo Tern", "Ada Tern"], None),
    ("Bo Tern | Ada Tern vor 3 Stunden vor 3 Stunden", ["Bo Tern", "Ada Tern"], None),
    ("Ada TernEXPRESS", ["Ada Tern"], None),
    ("Begoña TernOurense", ["Begoña Tern"], None),
    ("Eva Lotte TernJan Peter Marsh", ["Eva Lotte Tern", "Jan Peter Marsh"], None),
    ("Ada MacTern and Bo VanMarsh", ["Ada MacTern", "Bo VanMarsh"], None),
    ("Anne-Marie Tern-Marsh", ["Anne-Marie Tern-Marsh"], None),
    ("Ada Quillerand AP", ["Ada Quiller"], "AP"),
    ("Ada Marshund Philipp Tern", ["Ada Marsh", "Philipp Tern"], None),
    ("Ada Holland Quill, Bo Bertrand AP", ["Ada Holland Quill", "Bo Bertrand"], "AP"),
    ("ADA QUILLandBO TERN", ["Ada Quill", "Bo Tern"], None),
    ("Read more about this", [], None),
    ("Share", [], None),
    ("입력 :", [], None),
    ("", [], None),
]


@pytest.mark.parametrize(("text", "authors", "source"), BYLINES)
def test_reads(text: str, authors: list[str], source: str | None) -> None:
    byline = read_byline(text)
    assert (list(byline.authors), byline.source) == (authors, source)


def test_signed() -> None:
    assert read_byline("By Ada Quill").signed
    assert not read_byline("Ada Quill").signed


def test_language_settles_small_words() -> None:
    assert read_byline("Ada Quill en Lima", language="es").authors == ("Ada Quill",)
    assert read_byline("Ada Quill en Bo Tern", language="nl").authors == ("Ada Quill", "Bo Tern")


def test_introduces() -> None:
    assert introduces("von")
    assert introduces("Author of the article:")
    assert not introduces("von Ada")


def test_agency() -> None:
    assert agency("REUTERS") == "Reuters"
    assert agency("Ada Quill") is None


@pytest.mark.parametrize("name", ["Ada Quill", "山田花子", "Ada de la Cruz", "J.D. Tern"])
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("text", ["a pier at dusk", "Ada", "Ada 2", ""])
def test_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "language", "authors"),
    [
        ("Ada YILDIRIM", "tr", ("Ada Yıldırım",)),
        ("İBRAHİM IŞIK", "", ("İbrahim Işık",)),
        ("Ada YILDIRIM", "de", ("Ada Yildirim",)),
        ("Ein Gastbeitrag von Prof. Dr.", "de", ()),
        ("Rozmawiała Ada Quill", "pl", ("Ada Quill",)),
        ("Aufgezeichnet von Ada Quill", "de", ("Ada Quill",)),
        ("Die Fragen stellte Ada Quill.", "de", ("Ada Quill",)),
        ("Par Ada Quill (Buenos Aires, correspondante)", "fr", ("Ada Quill",)),
        ("Von Ada Quill, ARD-Studio Oslo", "de", ("Ada Quill",)),
        ("Neuer Abschnitt", "de", ()),
    ],
)
def test_whom_a_byline_names(text: str, language: str, authors: tuple[str, ...]) -> None:
    assert read_byline(text, language=language).authors == authors


def test_an_agency_in_brackets_with_a_place_is_the_source() -> None:
    assert read_byline("By Ada Quill (Reuters, Oslo)").source == "Reuters"
