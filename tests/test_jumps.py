"""Lines of print that say where an article goes on, and what else stands between two pages, part no sentence."""

from __future__ import annotations

import pytest

from cleantext import clean, read
from cleantext.document import Document, Role
from cleantext.steps.rejoin import Rejoin
from cleantext.text.jumps import is_jump, jumps_in, jumps_within
from cleantext.text.lexicon import lexicon
from cleantext.text.pages import interruptions_of, may_be_interrupted

JUMPS = {
    "en": (
        "See FERRY, Page A17", "Please see FERRY, A12", "Please turn to Page 8", "(Turn to FERRY, Page 6)",
        "Turn to FERRY on page 12", "Continued on Page 12, Column 3", "(Continued on Page Six.)",
        "Continued From Page 1, Col. 6", "Continued from A1", "FERRY, from A1", "FERRY, From Page A1", "From Page A1",
        ">> SEE FERRY ON A8", "» Story continued on A8", "Jump to page", "Page 2 of 3", "See Ada Quill, Page A17",
    ),
    "de": (
        "Fortsetzung auf Seite 18", "Fortsetzung von Seite 17", "- Fortsetzung auf Seite 2 -", "Fortsetzung Seite 8",
        "(Siehe Seite 12)", "– Kommentar Seite 4", "SEITE 3, MEINUNG SEITE 12", "» SEITE 18", "Bericht Seite 3",
        "Seite 1 von 2",
    ),
    "fr": (
        "Suite page 7", "(Suite en page 5)", "Suite de la première page", "(Suite de la page 1)",
        "Lire aussi l'éditorial page 18",
    ),
    "es": ("Pasa a la página 21", "Viene de la página 1", "Editorial en la página 14", "PÁGINA 21"),
    "it": ("SEGUE A PAGINA 21", "SEGUE DALLA PRIMA PAGINA", "Continua a pagina 22"),
    "nl": ("Vervolg op pagina 7", "Vervolg van pagina 1"),
    "pt": ("Leia mais na pág. C3", "Continua na página 12"),
}  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "See Ada Quill, Page A17 of the report", "on page 12 of the report", "12:4", "12.", "12", "A12", "3:2 (1:1)",
        "He turned to page 8 of the book.", "Page 12 was torn out", "It is a long walk from A1", "Turn to God",
        "Die Fortsetzung von Seite 17 fehlt", "Continued on Monday", "Continued from 1998", "From A to B", "See it",
        "Die Seite 3", "La página 21 está en blanco", "Suite 7", "Page 12:30", "Vervolg 2", "",
    ],
)  # fmt: skip
def test_other_lines_are_no_jumps(line: str) -> None:
    assert not is_jump(line)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is shut. See Ada Quill, Page A17 of the report, for what she said: on page 12 of it."),
        ("en", "Turn to page 8 of the book. He said to turn to page 12 and left. It was continued on page 3."),
        ("en", "The story (see page 12) was continued on Page 12 by Ada Quill. From Page 3 on it was dull."),
        ("en", "The score was 3:2, the ferry from A1 was late, and Ada Quill (Page A17) saw it. From A to B it sails."),
        ("de", "Der Bericht Seite 3 war gut. Die Fortsetzung auf Seite 18 fehlt, und die Siehe (Seite 12) auch."),
        ("fr", "La suite de la page 1 manque. Suite à la page 3 du rapport, il a vu la suite en page 5 du livre."),
        ("es", "Se lee en la página 14 del informe. Pasa a la página 21 del libro y viene de la página 1 del mismo."),
    ],
)
def test_sentences_that_speak_of_pages_stay(language: str, text: str) -> None:
    assert jumps_in(text, language) == []
    assert jumps_within(text, language) == []
    assert Rejoin()(Document.of(text, language=language)).text == text


@pytest.mark.parametrize("line", [line for lines in JUMPS.values() for line in lines])
def test_jump_lines(line: str) -> None:
    assert is_jump(line)


OTHERS = "\nIt is shut.\nIt is late.\nIt is old.\nNobody paid.\nAll left.\nNone came.\nSo be it.\nFine.\nOver."
BODY = (
    "The strike that has closed the three northern harbors entered its third week yesterday, and nobody wants to talk.",
    "Some forty ships lie at anchor in the bay, and grain for the south has been sent by rail since last Monday.",
    "The union pays each of its members ninety dollars a week, and its president said that the fund will do till May.",
)


@pytest.mark.parametrize("line", JUMPS["en"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_jump_line_in_the_body_is_furniture(line: str, between: str) -> None:
    document = read(between.join([BODY[0], BODY[1], line, BODY[2]]))
    assert document.text.split("\n\n") == [*BODY]
    assert [block.role for block in document.removed if block.text == line] == [Role.FURNITURE]


def test_one_in_running_text_is_cut_out() -> None:
    for line in ("Please see FERRY, A12", "(Continued on Page 12, Col. 3)", "Turn to FERRY on page 12"):
        assert line not in read(f"{BODY[0]} {BODY[1]} {line} {BODY[2]}").text
    text = f"{BODY[0]} Pasa a la página 21 Viene de la página 1 {BODY[1]}"
    assert len(jumps_in(text, "es")) == 2


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "Neither they nor he (Continued on Page 12, Col. 3) said so.", "Neither they nor he said so."),
        (
            "en",
            "It has been shut since last Continued on Page 12 Continued From Page 1, Col. 6 Monday.",
            "It has been shut since last Monday.",
        ),
        ("en", "It ran from both ends of the\nPage 2 of 3\nold bridge.", "It ran from both ends of the old bridge."),
        ("en", "It ran from both ends of the\n- 2 -\nold bridge.", "It ran from both ends of the old bridge."),
        ("en", "It was all for the gov-\n- 2 -\nernment.", "It was all for the government."),
        (
            "en",
            "It is old. It will be closed for ten days, he said on\nThe Isle Post\n15 March 2019\nPage 2 of 3\nFriday.",
            "It is old. It will be closed for ten days, he said on Friday.",
        ),
        (
            "en",
            "It ran from both ends of the\nhttps://isle.example/news 2/3\n3/16/2019 Bridge - Isle Post\nbridge.",
            "It ran from both ends of the bridge.",
        ),
        (
            "en",
            "It is full. It has been so since last\nSee STRIKE, Page A12\nSTRIKE: No talks\nContinued from A1\nMay.",
            "It is full. It has been so since last May.",
        ),
        (
            "en",
            "It ran from both ends of the\nPage 2 of 3 © 2019 Isle, Inc. All rights reserved.\nold bridge.",
            "It ran from both ends of the old bridge.",
        ),
        ("de", "Das Schiff sollte im\nSeite 1 von 2\nDezember fahren.", "Das Schiff sollte im Dezember fahren."),
        (
            "en",
            f"It was said that the\n2\nbridge is old.\n{BODY[0]}\n{BODY[1]}\nIt was also said that the\n3\nwork costs."
            + f"\n{BODY[2]}" * 3,
            f"It was said that the bridge is old.\n{BODY[0]}\n{BODY[1]}\nIt was also said that the work costs."
            + f"\n{BODY[2]}" * 3,
        ),
    ],
)
def test_a_sentence_between_two_pages_is_whole(language: str, text: str, whole: str) -> None:
    assert Rejoin()(Document.of(text, language=language)).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "The whole list may be seen on\nPage 2\nof the report.",
        "The whole list may be seen here and on\nPage 2\nin the report.",
        "The ferry line has sold more than\n40\nboats since then, and the yard built\n7\nof them for it.",
        "Apples from the south of here\n2\npears\n3\nplums\n4\nand so on",
        "Ferry Line Asks City for a Loan\nSee FERRY, Page A17\nCouncil members did not vote.",
        "The ferry came back.\n- 2 -\nnobody was hurt.",
        f"Most read of all\n1\nFerry is back\n2\nStorm hits the cape and goes on\n3\nMayor quits{OTHERS}",
        "The score at the end of the match was\n3:2\nfor the home side.",
        "The ship belongs to the company\nIsle Ferries\n, and so does the pier of\nIsle Ferries\nin the north.",
    ],
)
def test_nothing_else_is_taken_for_page_furniture(text: str) -> None:
    assert interruptions_of(text, "en", lexicon("en")) == []


def test_texts_without_pages_are_not_looked_at() -> None:
    assert not may_be_interrupted("The ferry is back.\nNobody was hurt.\n")


def test_gentle_drops_no_number_of_a_page() -> None:
    text = "The ferry will run every day of the week from both ends of the\nPage 2 of 3\nbridge, and nobody pays."
    assert "Page 2 of 3" in clean(text, preset="gentle")
    assert "Page 2 of 3" not in clean(text)


def test_a_jump_parts_what_does_not_go_on_behind_it() -> None:
    lines = (
        "The owner said that by nine the", "water had risen to the plate that had lost half its thick-",
        "See FERRY, Page A6", "", "INSIDE", "Business A9", "", "FROM PAGE ONE", "Continued from Page A1", "",
        "ness in three years at sea, as the mechanic wrote.",
    )  # fmt: skip
    found = Rejoin()(Document.of("\n".join(lines))).text
    assert "thick-\n" in found
    assert "See FERRY, Page A6" in found


@pytest.mark.parametrize("jump", ["PASA A LA PÁGINA 4 ▶", "◀ VIENE DE LA PÁGINA 3"])
def test_arrows_may_point_either_way(jump: str) -> None:
    assert is_jump(jump)
