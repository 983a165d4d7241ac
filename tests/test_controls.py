"""Buttons and labels of players, galleries and share bars, alone on their lines."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.asides import is_control
from test_separator_tokens import BODY

CONTROLS = (
    "Print", "Play", "Previous Next", "toggle caption", "Image 3 of 12", "12 / 24", "Current Time 0:00", "1,204 shares",
    "Like Loading...", "Share this:", "Why this ad?", "Go ad-free", "Drucken", "Bild 3 von 12", "Imprimer", "Cerrar",
)  # fmt: skip


@pytest.mark.parametrize("control", CONTROLS)
def test_they_go(control: str) -> None:
    assert cleantext.clean("\n\n".join([*BODY[:2], control, *BODY[2:]])) == "\n\n".join(BODY)


@pytest.mark.parametrize("text", ["Print it.", "Play on Monday", "3 of 12 boats", "The next one", "Close to home"])
def test_what_says_more_is_none(text: str) -> None:
    assert not is_control(text)


def test_words_that_begin_a_sentence_stay() -> None:
    said = "Next Monday the council meets. Close friends of the owner and Play Ferry Ltd will come. Print will not."
    text = " ".join([BODY[0], said, *BODY[1:]])
    assert said in " ".join(cleantext.clean(text).split())
