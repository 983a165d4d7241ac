"""Headings between hyphens, as agencies set them."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import Role
from cleantext.text.dashed import dashed_headings_in

NO_HEADINGS = [
    "Il est parti. - Pourquoi ? - Il était fatigué.",
    "– Det er bra, sier hun.– Hvorfor ikke?– Det blir for dyrt.",
    "LONDON (Reuters) - The ferry is back - Harbour master pleased.",
    "Er siegte. Der Tour-Sieger - Egan Bern - kam an.",
    "He left.- A well-known man, who was never seen again, said so to all who would listen to him -They did.",
    "Read more.- Ferries",
    "We saw:\n- A pier\n- A mole\nBoth are closed.",
    "We saw two.\n- A pier\n- A mole\n- A quay",
    "See what stays open. - A pier - A mole - A quay",
]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_what_is_no_heading_stays(text: str) -> None:
    assert list(dashed_headings_in(text)) == []


@pytest.mark.parametrize("heading", ["- Une surprise -", '- "Prêts" -', '-"Les mariés"-', "- Le port en 2017 -"])
def test_a_heading_is_found(heading: str) -> None:
    text = f"Le maire est parti.{heading}Le port est fermé."
    assert [text[a:b] for a, b in dashed_headings_in(text)] == [heading]


def test_it_is_a_subheading_between_paragraphs() -> None:
    before = "Le ferry a quitté le port lundi matin, avec deux heures de retard, a annoncé la compagnie à la presse."
    after = "La maire a promis que la ville achèterait un nouveau bateau avant la fin de l'année, si le conseil veut."
    document = cleantext.read(f"{before}- Une surprise -{after}")
    assert [(b.role, b.text) for b in document.blocks][1] == (Role.SUBHEAD, "- Une surprise -")
    assert document.text.startswith(f"{before}\n\n- Une surprise -\n\n{after}")


def test_a_credit_in_brackets_ends_its_captions_paragraph() -> None:
    text = "The ferry at its dock on Monday morning. (AP Photo/Ada Quill)The ferry went back into service in May."
    assert cleantext.clean(text, preset="gentle").split("\n\n") == [
        "The ferry at its dock on Monday morning. (AP Photo/Ada Quill)",
        "The ferry went back into service in May.",
    ]


def test_names_are_not_taken_for_words_run_together() -> None:
    text = "It was signed in theCity of Oslo.The ferry ofTobin Achterberg sank.It stood in theUnited States."
    assert "Tobin Achterberg" in cleantext.clean(text, preset="gentle")
