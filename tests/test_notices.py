"""What a site says of itself among the sentences of the body, and what speaks to the reader beside it."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import Role
from cleantext.text.notices import is_to_reader, notices_among, share_personal, speaks_to_reader
from reports import BODY, HEADLINE


def among(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in notices_among(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (
            "The ferry is back. An earlier version of this story gave the wrong date.",
            "en",
            ["An earlier version of this story gave the wrong date."],
        ),
        (
            "It was built in 2019. An earlier version of this story gave the wrong date.",
            "en",
            ["An earlier version of this story gave the wrong date."],
        ),
        ("Am 22. Juni war dieser Artikel zuerst zu lesen.", "de", []),
        (
            "Read our privacy policy. The ferry is back. It sails on Monday.",
            "en",
            ["Read our privacy policy."],
        ),
        (
            "The ferry is back. Sign up for our newsletter. We write each Friday. It sails on Monday.",
            "en",
            ["Sign up for our newsletter. We write each Friday."],
        ),
        ("Die Fähre fährt wieder. Fehler gefunden? Schreiben Sie uns!", "de", ["Fehler gefunden? Schreiben Sie uns!"]),
        ("The ferry is back. * Sign up here.", "en", ["* Sign up here."]),
        (
            "Die Fähre fährt. Sie können die Einbettung auf unserer Datenschutzseite deaktivieren.",
            "de",
            ["Sie können die Einbettung auf unserer Datenschutzseite deaktivieren."],
        ),
        (
            "Le bac navigue. Cet article a été traduit automatiquement.",
            "fr",
            ["Cet article a été traduit automatiquement."],
        ),
        ("船は再開した。この記事の無断転載を禁じます。", "ja", ["この記事の無断転載を禁じます。"]),
    ],
)
def test_notices_stand_apart_among_sentences(text: str, language: str, said: list[str]) -> None:
    assert among(text, language) == said


@pytest.mark.parametrize(
    "text",
    [
        "She left. “Read our privacy policy,” he said.",
        "I did it for years. Sign up here, they had said to me, and I did.",
        f"It paid. It has {'deleted names and ' * 4}rewritten the terms of use of its card, it said.",
        "We fight on. Many did not understand it at once [abroad, all rights reserved] and said so.",
        "The film was shown in May. The voice was made with the help of a generative AI. Nobody noticed.",
        "All rights reserved.",
        "",
        "'",
        ". . .",
    ],
    ids=["speech", "of oneself", "much else", "in brackets", "of a film", "alone", "nothing", "a mark", "stops"],
)
def test_what_is_told_is_no_notice(text: str) -> None:
    assert among(text) == []


@pytest.mark.parametrize(
    ("text", "language", "speaks"),
    [
        ("Would you like to know more?", "en", True),
        ("US voters like it.", "en", False),
        ("She told us so.", "en", False),
        ("Wir freuen uns auf Sie.", "de", True),
        ("Sie wolle ihr Veto einlegen.", "de", False),
        ("– Vi är nöjda med utfallet.", "sv", False),
        ("Vous pouvez nous écrire.", "fr", True),
        ("你好。", "zh", False),
    ],
)
def test_who_speaks_to_the_reader(text: str, language: str, speaks: bool) -> None:
    assert speaks_to_reader(text, language) is speaks
    assert is_to_reader(text, language) is speaks


def test_columns_are_personal_and_reports_are_not() -> None:
    assert share_personal(BODY, "en") == 0
    assert share_personal(["I sail each day.", "You may sail, too."], "en") == 1


def test_a_notice_behind_the_last_sentence_goes_and_the_sentence_stays() -> None:
    notice = "An earlier version of this story gave the wrong number of councillors."
    document = cleantext.read("\n\n".join((HEADLINE, *BODY[:-1], f"{BODY[-1]} {notice}")))
    assert BODY[-1] in document.text
    assert [b.text for b in document.removed if b.role is Role.FURNITURE] == [notice]
    assert document.original.endswith(notice)


@pytest.mark.parametrize(
    "call",
    [
        "Tell us how you cross the river, and we will write about it.",
        "We are a small house and your ten pounds keep us on the river.",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", " "], ids=["lines", "one line"])
def test_what_speaks_to_the_reader_goes_from_a_report(call: str, between: str) -> None:
    text = cleantext.clean(between.join((HEADLINE, *BODY[:3], "Share this article", call, *BODY[3:])))
    assert call not in text
    assert all(sentence in text for sentence in BODY)


def test_a_letter_s_call_goes_on_a_line_of_its_own() -> None:
    call = "Our letter on the valley goes out each Friday and costs you nothing."
    text = cleantext.clean("\n\n".join((HEADLINE, *BODY[:3], "Share this article", call, *BODY[3:])))
    assert call not in text
    assert all(sentence in text for sentence in BODY)


def test_a_column_keeps_its_you() -> None:
    column = (
        "I cross the river by ferry, as I have done for thirty years, and my mother did before me.",
        "You know the kind of morning. The boat is late and you stand there with your coffee, and nobody speaks.",
        "My neighbour calls it a scandal. I call it the best ten minutes of my day.",
        "You can keep your footbridge.",
    )
    assert cleantext.clean("\n\n".join(("The slow boat to work", *column))).endswith("\n\n".join(column))


def test_it_is_explained() -> None:
    last = f"{BODY[-1]} This story was first published by the Ebb."
    document = cleantext.read("\n\n".join((HEADLINE, *BODY[:-1], last)))
    reasons = [reason.rule for b in document.removed if b.role is Role.FURNITURE for reason in b.reasons]
    assert reasons == ["says what sites say of themselves"]


@pytest.mark.parametrize("between", ["\n", " "], ids=["lines", "one line"])
def test_a_caption_of_the_archives_goes_though_it_reads_like_body(between: str) -> None:
    caption = "FILE - Ferries are moored at the landing in Marlow Vale."
    document = cleantext.read(between.join((HEADLINE, *BODY[:3], caption, *BODY[3:])))
    assert caption.removeprefix("FILE - ") in document.facts.captions
    assert all(sentence in document.text for sentence in BODY)
