"""Sign-offs in brackets are found after a last sentence, come off whole and give facts."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.lexicon import lexicon
from cleantext.text.signoffs import is_sign_off, sign_offs_in

BODY = "Die Fähre zwischen den Inseln fährt nach einem Monat wieder, sagte der Hafenmeister am Montag. Sie ist voll."

LAST = "Verletzt wurde niemand, doch eine Kiste Orangen ging an die Möwen, die sie an Ort und Stelle verzehrten."


def found(text: str) -> list[str]:
    return [text[a:b] for a, b in sign_offs_in(text)]


@pytest.mark.parametrize(
    ("sign_off", "authors", "source", "published"),
    [
        ("(Wiebke Harmsen, 5.6.2015)", ("Wiebke Harmsen",), None, "2015-06-05"),
        ("(Wiebke Harmsen aus Oslo, 18.12.2015)", ("Wiebke Harmsen",), None, "2015-12-18"),
        ("(whn, APA, 16. 3. 2016)", (), "APA", "2016-03-16"),
        ("(APA/dpa, 1/5/2016)", (), "APA", "2016-05-01"),
        ("(dpa)", (), "dpa", None),
        ("(dpa/whn)", (), "dpa", None),
    ],
)
@pytest.mark.parametrize("joint", [" ", "", "\n"])
def test_they_come_off_and_give_facts(
    sign_off: str, authors: tuple[str, ...], source: str | None, published: str | None, joint: str
) -> None:
    document = cleantext.read(f"{BODY}\n\n{LAST}{joint}{sign_off}", language="de")
    assert document.text.endswith(LAST)
    assert (document.facts.authors, document.facts.source, document.facts.published) == (authors, source, published)


@pytest.mark.parametrize(
    "text",
    [
        "He left. (applause)",
        "He left. (dpa) She stayed.",
        "He left (Ada Quill, 3.5.2024)",
        "He left. (In Oslo he was born, 3.5.1924)",
        "He left. (3.5.1924)",
        "He left. (a, b, c)",
        "He left. (, 3.5.1924)",
        "He left. (",
        "(",
    ],
)
def test_what_looks_like_one_is_none(text: str) -> None:
    assert found(text) == []


def test_one_is_told_by_itself() -> None:
    assert is_sign_off("(red, 6.12.2015)")
    assert not is_sign_off("(red, 6.12.2015) she wrote")
    assert not is_sign_off("()")


def test_an_agency_alone_elsewhere_is_no_sign_off() -> None:
    document = cleantext.read(f"{BODY}\n\nDie Fähre am Kai am Montagabend.\n(AP)\n\n{LAST}", language="de")
    assert "sign-off" not in {reason.rule for block in document.blocks for reason in block.reasons}


REPORT = "Reporting by Ada Quill in Oslo and Bo Tern; Additional reporting by Cy Vole; Editing by D. Wren-Hale"


@pytest.mark.parametrize("report", [REPORT, f"({REPORT})"])
@pytest.mark.parametrize("joint", [" ", "", "\n", "\n\n"])
@pytest.mark.parametrize("rest", ["", "Our standards: the charter.", " Our standards: the charter."])
def test_who_reported_comes_off_and_is_the_author(report: str, joint: str, rest: str) -> None:
    body = "The ferry between the islands runs again after a month, said the harbour master. She is full on Sundays."
    text = f"{body} {body.replace('month', 'year')}{joint}{report}{rest}"
    document = cleantext.read(text, language="en")
    assert "Quill" not in document.text
    assert "Wren" not in document.text
    assert "Sundays.\n" in f"{document.text}\n"
    assert document.facts.authors == ("Ada Quill", "Bo Tern")


@pytest.mark.parametrize(
    "text",
    ["Reporting by phone is hard.", "He said: Reporting by Ada Quill", "Editing by Machines is it.", "Reporting by"],
)
def test_what_reads_like_a_report_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Die Fähre ist zurück.amwDer Hafen bleibt zu.", ["amw"]),
        ("Die Fähre ist zurück.ssi, dan; Foto: Hafen", ["ssi, dan"]),
        ("Die Fähre ist zurück.sdt/phoWarst du dort?", ["sdt/pho"]),
        ("Die Fähre ist zurück.las29.03.2025", ["las"]),
        ("Mehr auf islepost.deMehr", []),
        ("Mehr auf islepost.bgMehr", []),
        ("Die Fähre ist zurück.vonAda Quill", []),
        ("Die Fähre ist zurück.die Hafenbehörde", []),
        ("Die Fähre ist zurück.amw Der Hafen bleibt zu.", ["amw"]),
        ("Install requirements.txtMore", []),
    ],
)
def test_signs_that_are_glued_to_a_sentence_come_off(text: str, signs: list[str]) -> None:
    assert [text[a:b] for a, b in sign_offs_in(text, lexicon("de"))] == signs


@pytest.mark.parametrize("joint", [" ", "", "\n"])
@pytest.mark.parametrize(
    "sign_off",
    ["/wo", "(des)", "(ebr)", "red, Insel.at/Agenturen", "mhe/AFP/dpa", "mit dpa", "(mit Material von dpa)", "dpa"],
)
def test_what_only_the_end_tells_comes_off(sign_off: str, joint: str) -> None:
    assert cleantext.read(f"{BODY}\n\n{LAST}{joint}{sign_off}", language="de").text.endswith(LAST)


@pytest.mark.parametrize("text", ["Sie kam mit Hut.", "Sie ist da. (pdf)", "Sie ist da. mit Hut", "Sie ist da (des)"])
def test_what_only_looks_like_one_at_the_end(text: str) -> None:
    assert found(text) == []


def test_within_a_text_brackets_sign_nothing() -> None:
    assert found("Sie ist da. (des) Der Hafen bleibt zu.") == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("La plaza sigue cerrada. NORVA\n  1010224\n  plc/jmb/ags", "NORVA\n  1010224\n  plc/jmb/ags"),
        ("Prom wrócił. dki/ wmr/ szt/", "dki/ wmr/ szt/"),
        ("Vapur döndü. (TEHA) (GÜL-ERK-SMT)", "(TEHA)|(GÜL-ERK-SMT)"),
    ],
)
def test_what_files_a_report_is_found(text: str, signs: str) -> None:
    assert found(text) == signs.split("|")


@pytest.mark.parametrize(
    "text",
    ["He may go and/or stay/leave/wait.", "It is his/her/its boat.", "Prices (USD) rose. (See below) It is."],
)
def test_words_with_strokes_are_no_signs(text: str) -> None:
    assert found(text) == []


def test_a_line_of_signs_stays_apart() -> None:
    text = f"{BODY}\n\nautor: Ada Kowalska\n\ndki/ wmr/ szt/"
    kept = cleantext.clean(text)
    assert BODY in kept
    assert "dki" not in kept
