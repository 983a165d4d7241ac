"""Records of press databases: fields are no body, nothing of the body is lost, and no other text is a record."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.records import record_in

BODY = (
    "The last night train to Ostrel left the platform on Sunday with nine people on board, four of them conductors.",
    "The railway asked for a subsidy, which the county refused. Buses are as fast, it said, and nobody sleeps there.",
    '"I proposed in the dining car," said Arvid Lindqvist, 71. "Location: a mile from Kolm. She asked for the bill."',
)
TITLE = "Night train to Ostrel makes its last run"
LEXIS = (
    "The Kolm Evening Post\n\nMay 6, 2013 Monday\n\n" + TITLE,
    "BYLINE: By DAGNY HOLM",
    "SECTION: Local; Pg. 3",
    "LENGTH: 96 words",
    *BODY,
    "GRAPHIC: PHOTO: The train leaves Kolm (Jon Vik)",
    "SUBJECT: RAILWAYS (92%); BUSES (71%)",
    "LOAD-DATE: May 7, 2013",
    "PUBLICATION-TYPE: Newspaper",
)
PROQUEST = (
    TITLE,
    "Author: Holm, Dagny; Vik, Jon",
    "Abstract: The last night train to Ostrel left on Sunday.",
    "Full text: " + BODY[0],
    *BODY[1:],
    "Subject: Railroads; Buses",
    "Publication title: Kolm Evening Post; Kolm",
    "Publication date: May 6, 2013",
    "ProQuest document ID: 1350000001",
)
FACTIVA = (
    "HD " + TITLE,
    "BY Dagny Holm",
    "WC 96 words",
    "PD 6 May 2013",
    "SN Kolm Evening Post",
    "LA English",
    "LP " + BODY[0],
    "TD " + BODY[1],
    BODY[2],
    "NS grail : Railways | gbus : Buses",
    "AN Document KOLM000020130507e9560000b",
)
GENIOS = (
    "Quelle: Kolmer Abendpost vom 06.05.2013, Nr. 104, S. 3",
    "Ressort: Lokales",
    "Dokumentnummer: KAP_20130506_0031",
    TITLE,
    "Dagny Holm",
    *BODY,
    "Dauerhafte Adresse des Dokuments: https://archiv.example/KAP_0031",
    "Alle Rechte vorbehalten: (c) Kolmer Verlag",
)


@pytest.mark.parametrize("between", ["\n", "\n\n", " "], ids=["lines", "blank lines", "flat"])
@pytest.mark.parametrize("record", [LEXIS, PROQUEST, FACTIVA, GENIOS], ids=["lexis", "proquest", "factiva", "genios"])
def test_the_body_stays_and_no_field_does(record: tuple[str, ...], between: str) -> None:
    document = cleantext.read(between.join(record))
    assert " ".join(document.text.split()) == " ".join(BODY)
    if record is not GENIOS or between != " ":  # there nothing parts the name from the title
        assert "Dagny Holm" in document.facts.authors
    assert (document.facts.published or "").startswith("2013-05-06")


def test_facts_of_fields() -> None:
    facts = cleantext.read("\n".join(PROQUEST)).facts
    assert (facts.headline, facts.authors, facts.source) == (TITLE, ("Dagny Holm", "Jon Vik"), "Kolm Evening Post")
    facts = cleantext.read("\n".join(LEXIS)).facts
    assert facts.captions == ("The train leaves Kolm (Jon Vik)",)


@pytest.mark.parametrize(
    "text",
    [
        "Location: the pier. Subject: ferries. Author: Ada Quill. Section: two. Language: none.",
        "Author: Ada Quill\nSource: Isle News\nLast updated: 3 May 2024\nLocation: Port Ada\n" + "\n".join(BODY),
        "Title: Tides\nLanguage: English\nPages: 312\nPublisher: Isle Press\nISBN: 0-00-000000-0\n" + "\n".join(BODY),
        "\n".join(BODY),
        "WC 3 stood open. PD 6 was shut. HD is a format, LP a record, TD a score.",
    ],
)
def test_no_record(text: str) -> None:
    assert record_in(text) is None


def test_of_several_records_no_body_is_lost() -> None:
    other = [line.replace("train", "boat").replace("Arvid", "Sverre") for line in LEXIS]
    text = cleantext.clean("\n\n".join([*LEXIS, *other]))
    assert all(paragraph[-40:] in text for paragraph in BODY)
    assert "boat" in text
    assert "Sverre" in text
