"""What is about who wrote an article, or says who reported it, goes; reports that only say such words stay."""

from __future__ import annotations

import re

import pytest

from cleantext import read
from cleantext.document import Block, Role
from cleantext.steps._ends import without_ends
from cleantext.text.asides import begins_with_follow, is_aside
from cleantext.text.biographies import begins_with_pronoun, named_in, noted
from cleantext.text.furniture import notices, telling
from cleantext.text.reporters import is_report, reports_in

BODY = "\n\n".join(
    (
        "The ferry to the outer islands will run again on Monday, its owner said at the harbour on Friday evening.",
        "Engineers found cracks in two of its pillars in March, and the council closed the pier for nine weeks.",
        "Islanders had to take the mail boat, which holds twelve and was full on most days, as its captain told us.",
        "The council lent the owner the rest of the money, to be paid back over the next ten years, with interest.",
        "A second boat was to be built at the yard in the north, but the yard went out of business in the autumn.",
        "Its last hull lies on the slip to this day, and children play in it when the tide is out, the captain said.",
        "The owner wants to buy it, and has asked three banks for a loan. Two of them have refused, he said, for now.",
    )
)


@pytest.mark.parametrize(
    "end",
    [
        "Ada Quill is governor of the Isle.",
        "— Ada Quill is The Isle Times’s maritime affairs correspondent.",
        "✉ Ada Quill, a writer/editor at The Isle Times, has written about ferries and docks since she was at sea.",
        "Ada Quill is a historian in Oslo.\n\nShe has written three books about ferries, the last of them in 2019.",
        "Ada Quill ist Historikerin und Leiterin des Inselmuseums.",
        "Ada Quill es profesora de Historia en la Universidad de la Isla.",
        "Ada Quill reported from Oslo and Bo Tern from Rome. Cleo Marsh wrote this story from the Isle.",
        "The Isle’s Ada Quill reported from Oslo; Bo Tern reported and wrote from Rome.",
        "Follow Ada on X and Facebook.",
        "(Disclaimer: What experts advise is their own. It is not what The Isle Times thinks of it.)",
        "The opinions expressed by guest writers are not necessarily those of the house, which prints them.",
        "Wire service reports were used for this article.",
        "Reprinted from Dockwire with permission from Isle News. Isle News writes about docks each day.",
        "Source: https://isle.example/ferry",
    ],
)
def test_it_goes_and_the_body_stays(end: str) -> None:
    assert read(f"{BODY}\n\n{end}").text == BODY


def test_an_editor_says_over_the_article_who_wrote_it() -> None:
    note = "Editor’s note: Ada Quill is a professor in Oslo. Her last book came out in May."
    assert read(f"{note}\n\n{BODY}").text == BODY


@pytest.mark.parametrize(
    "end",
    [
        "Ada Quill is due to sail on the first of them, and so are the captain and his wife, who is from the Isle.",
        "Columnists of the paper said that the opinions were their own, and the harbour master laughed at it.",
        "Ada Quill reported from Oslo that the ferry was full, and the harbour master did not believe what she said.",
        "Nobody will follow the ferry on its first trip but the mail boat, which has to bring the post in any case.",
    ],
)
def test_what_only_says_such_words_stays(end: str) -> None:
    assert read(f"{BODY}\n\n{end}").text == f"{BODY}\n\n{end}"


@pytest.mark.parametrize("role", [Role.BODY, Role.FURNITURE])
def test_a_label_announces_who_wrote_it(role: Role) -> None:
    told = "Ada Quill is a historian.", "She has written of ferries.", "The ferry is back."
    first = Block(0, 4, "She is glad.", Role.BODY)
    assert without_ends([first]) == [first]
    blocks = [Block(0, 4, "About the author", role), *(Block(5, 9, text, Role.BODY) for text in told)]
    assert [b.role for b in without_ends(blocks)] == [Role.FURNITURE] * 3 + [Role.BODY]


def test_a_sentence_that_fine_cuts_took_apart_is_one() -> None:
    texts = BODY, "Ada Quill is an Isle Times", "Maritime columnist.", "She has sailed for years."
    blocks = [Block(0, 4, text, Role.BODY) for text in texts]
    assert [b.role for b in without_ends(blocks)] == [Role.BODY] + [Role.FURNITURE] * 3


def test_what_goes_on_behind_a_biography_that_went_goes_with_it() -> None:
    blocks = [Block(0, 4, "Body", Role.BODY), Block(5, 9, "Ada Quill is a historian.", Role.FURNITURE)]
    last = Block(10, 14, "She has written of ferries.", Role.BODY)
    assert [b.role for b in without_ends([*blocks, last])] == [Role.BODY, Role.FURNITURE, Role.FURNITURE]
    photo = Block(5, 9, "The photo shows the ferry.", Role.FURNITURE)
    assert without_ends([blocks[0], photo, last])[-1].role is without_ends([photo, last])[-1].role is Role.BODY


def test_who_has_been_named_before_is_no_author() -> None:
    told = "Ada Quill, whom the council heard in May, said so too. She will sail on Monday with the others, she said."
    text = f"{BODY}\n\n{told}\n\nAda Quill is governor of the Isle."
    assert read(text).text == text


@pytest.mark.parametrize("joint", [" ", "\n\n", ""])
def test_who_contributed_is_cut_out_of_flat_text_whole(joint: str) -> None:
    flat = BODY.replace("\n\n", " ")
    signed = "CNN's Ada Quill, Catherine E. Tern and Cleo Al-Marsh contributed to this report."
    assert "Tern" not in read(f"{flat}{joint}{signed}").text


@pytest.mark.parametrize(
    "text",
    [
        "Authorities reported from Kyiv.", "He wrote from Rome.", "The BBC reported from Oslo.",
        "Ada Quill reported from Oslo, where it snows.", "Both sides contributed to this report.", "",
    ],
)  # fmt: skip
def test_no_report(text: str) -> None:
    assert not is_report(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sank.Ada Quill reported from Oslo.", ["Ada Quill reported from Oslo."]),
        ("___Tern reported from Rome and Al-Marsh from Oslo.", ["Tern reported from Rome and Al-Marsh from Oslo."]),
        (
            "Ada Quill contributed to this report from Port Ada, Gullholm, and Bo Tern from Rome.",
            ["Ada Quill contributed to this report from Port Ada, Gullholm, and Bo Tern from Rome."],
        ),
        ("It sank.\nAda Quill reportó desde Madrid.\nMore", ["Ada Quill reportó desde Madrid."]),
    ],
)
def test_where_reports_stand(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in reports_in(text)] == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die INSEL als ePaper: die ganze Ausgabe schon am Vorabend auf Ihrem Bildschirm.", "de"),
        ("*Contenido con licencia de The Isle Times.", "es"),
        ("Les opinions exprimées dans cet article ne reflètent pas nécessairement celles de la rédaction.", "fr"),
        ("As opiniões expressas neste artigo não refletem necessariamente a posição do jornal.", "pt"),
        ("Materiał chroniony prawem autorskim. Dalsze rozpowszechnianie artykułu za zgodą wydawcy.", "pl"),
    ],
)
def test_what_houses_say_in_other_languages(text: str, language: str) -> None:
    words = re.findall(r"[^\W\d_]+", text.lower())
    assert notices([telling(language).count(words)]) > [0]


def test_named_and_noted() -> None:
    assert named_in("Reporter Ada Quill is a historian.") == named_in("Ada Quill writes for The Isle.") == "Ada Quill"
    assert not any(map(named_in, ("", "Ada", "Ada Quill", "Ada Quill, a docker, is here.", "The Isle is a reporter.")))
    assert not noted("Editor’s note: The ferry is back.")
    assert begins_with_pronoun("His books are sold out.")
    assert not begins_with_pronoun("")


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Follow The Isle on Instagram, Facebook and YouTube. Listen to it at noon.", True),
        ("Folgen Sie der Insel auf Facebook.", True),
        ("Suivez l’actualité de l’île sur WhatsApp.", True),
        ("Segui Ada su Telegram", True),
        ("Follow the ferry on its way.", False),
        ("Followers of X left.", False),
    ],
)
def test_calls_to_follow(text: str, follows: bool) -> None:
    assert begins_with_follow(text) == is_aside(text) == follows
