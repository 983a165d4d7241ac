"""Apostrophes and quotation marks that a wrong encoding made question marks or U+FFFD of."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.lost_quotes import lost_quote_edits

BODY = (
    "The ferry’s owner said that it wouldn’t run on Monday, as the council hadn’t agreed to pay for a new engine.",
    "“We’re glad to be back,” said Nils Moe, who runs the line with his sisters. “The engine is quiet.” Who wouldn’t?",
    "Fares stay as they are until spring, Moe said (“They’re low.”), and the school will send its books by boat.",
)
FRENCH = (
    "L’armateur dit que le bac n’ira pas aux îles lundi, car le conseil n’a pas payé le moteur qu’il avait commandé.",
    "Il y a, dit-il, “une île de trop,” et l’on ne sait plus où l’hiver l’a laissé.",
)
STAYS = (
    "Is it? He asked why. Was it his? It?",
    "See isle.example/a?s=1 and isle.example/b?t=2, or isle.example/?d.",
    "What?? he said. No?! It is (?) back. Why,? Who?",
    "M\N{REPLACEMENT CHARACTER}glich, da\N{REPLACEMENT CHARACTER} sie f\N{REPLACEMENT CHARACTER}hrt.",
    "il y a quoi ? Il dit non ? Et toi ?",
)


def _lost(text: str, mark: str) -> str:
    return text.translate(dict.fromkeys(map(ord, "’“”"), mark))


@pytest.mark.parametrize("mark", ["?", "\N{REPLACEMENT CHARACTER}"])
def test_they_come_back(mark: str) -> None:
    assert cleantext.clean("\n\n".join(_lost(paragraph, mark) for paragraph in BODY)) == "\n\n".join(BODY)


def test_elided_words_come_back() -> None:
    assert cleantext.clean("\n\n".join(_lost(paragraph, "?") for paragraph in FRENCH)) == "\n\n".join(FRENCH)


@pytest.mark.parametrize("text", STAYS)
def test_what_asks_stays(text: str) -> None:
    assert lost_quote_edits(text) == []
