"""Words that the end of a line divided are whole again; what waits for the rest of a word, and compounds, keep it."""

from __future__ import annotations

import pytest

from cleantext import read
from cleantext.document import Document
from cleantext.steps.rejoin import Rejoin
from cleantext.text.hyphens import divided_words, undivided
from cleantext.text.invisible import invisible_edits
from cleantext.text.lexicon import lexicon


def healed(text: str, language: str = "en") -> str:
    return Rejoin()(Document.of(text, language=language)).text


def mended(text: str) -> str:
    for start, end, new in reversed(invisible_edits(text)):
        text = text[:start] + new + text[end:]
    return text


STAYS = [
    ("en", "The council gave the ferry two- and three-year loans, pre- or post-war."),
    ("en", "It is a long- and well-known tale, and the A- level is no word, nor is a 20- year loan."),
    ("en", "He said - and nobody heard it - that the government would pay."),
    ("en", "The ferry- which sank- was old, and the crew- who swam- were glad, though some- times were hard."),
    ("de", "Ost- und Westhäfen haben Vor- und Nachteile, Nord- bzw. Südteil auch, sowie die A- Klasse."),
    ("de", "Sowohl Nord- als auch Südpier, Ein- oder Ausfahrt, Hin- sowie Rückweg und Be- statt Entladung."),
    ("fr", "Les allers- et retours, un avant- ou après-midi, et le port."),
    ("es", "La guerra socio- y política del puerto."),
]


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_what_waits_for_the_rest_of_a_word_stays(language: str, text: str) -> None:
    assert healed(text, language) == text


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "The govern- ment said so.", "The government said so."),
        ("en", "THE GOVERN- MENT SAID SO.", "THE GOVERNMENT SAID SO."),
        ("en", "The petrelite is old. No petre- lite is new.", "The petrelite is old. No petrelite is new."),
        ("de", "Die Repara- tur der Wel- le kostet viel.", "Die Reparatur der Welle kostet viel."),
        ("fr", "Il faut soumettre un plan, le sou- mettre vite.", "Il faut soumettre un plan, le soumettre vite."),
        (
            "de",
            "Die Repara- tur der Wel- le kostet die Regie- rung viel, sagt der Schiffs- reeder.",
            "Die Reparatur der Welle kostet die Regierung viel, sagt der Schiffsreeder.",
        ),
    ],
)
def test_in_flat_text_what_is_a_word_is_whole(language: str, text: str, whole: str) -> None:
    assert healed(text, language) == whole


@pytest.mark.parametrize(
    ("language", "first", "rest", "new"),
    [
        ("en", "well-", "known", "-"),
        ("en", "govern-", "ment", ""),
        ("en", "govern\N{HYPHEN}", "ment", ""),
        ("en", "two-", "and", "- "),
        ("de", "Schiffs-", "reparatur", ""),
        ("de", "da-", "mit", ""),
        ("de", "Nord-", "als", "- "),
        ("de", "Nord-", "bzw", "- "),
        ("de", "CDU-", "Fraktion", "-"),
        ("fr", "sou-", "mettre", ""),
        ("fr", "dit-", "il", "-"),
        ("fr", "grand-", "mère", "-"),
        ("pt", "disse-", "me", "-"),
        ("nl", "haven-", "meester", ""),
    ],
)
def test_the_end_of_a_line(language: str, first: str, rest: str, new: str) -> None:
    text = f"{first}\n{rest} it"
    assert undivided(text, len(first), len(first) + 1, lexicon(language), language) == new


def test_what_stands_elsewhere_in_the_text_tells() -> None:
    said = frozenset(("mole-pier", "gullstadt"))
    assert undivided("Mole-\npier", 5, 6, {}, "de", said) == "-"
    assert undivided("gull-\nstadt", 5, 6, {"gull": 1, "stadt": 1}, "en", said) == ""


def test_a_noun_behind_a_hyphen_begins_no_paragraph() -> None:
    text = "Das Schiff soll nach Ostern wieder fahren, sagte ein Sprecher der CDU-\nFraktion. Er nannte keinen Tag."
    assert "CDU-Fraktion" in healed(text, "de")
    assert healed('"I did not w-\nHe stopped."') == '"I did not w-\nHe stopped."'


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("gov\xad\nernment", "government"),
        ("gov\xad\r\nernment", "government"),
        ("Repara\xad tur", "Reparatur"),
        ("gov\xadernment", "government"),
        ("the ferry\xad The", "the ferry The"),
        ("gov\xac\nernment", "gov-\nernment"),
        ("if p \xac q, and \xacp", "if p \xac q, and \xacp"),
        ("\xad the", " the"),
    ],
)
def test_soft_hyphens(text: str, whole: str) -> None:
    assert mended(text) == whole


@pytest.mark.parametrize("hyphen", ["-", "\xac", "\xad", "\N{HYPHEN}"])
def test_a_divided_word_is_whole_whatever_divided_it(hyphen: str) -> None:
    text = f"The bridge was closed on Monday, and the gov{hyphen}\nernment said that it would not pay for a ferry."
    assert "the government said" in read(text).text


def test_nothing_is_divided_where_hyphens_are_dashes() -> None:
    assert divided_words("over- all the isles- of the sea- they came- at last- and left", lexicon("en"), "en") == []
