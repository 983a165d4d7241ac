"""Large first letters that stand apart from their word."""

from __future__ import annotations

import pytest

import cleantext

BODY = (
    "The ferry will run again on Monday, its owner said, after the harbour council had agreed to pay for a new engine.",
    "In winter some forty people live on the islands, and fishing boats had supplied them with post from Port Ailsa.",
    "“We are glad to be back,” said Nils Moe, who runs the line with his two sisters. “The engine is quiet.”",
    "A fare stays as it is until spring, Mr. Moe said, and the school will send its books by the first boat.",
)
GERMAN = (
    "Der Fährmann sagte am Montag, dass der Rat des Hafens den neuen Motor nun doch bezahlen werde, wie er es wollte.",
    "Auf den Inseln leben das ganze Jahr etwa vierzig Menschen, denen bisher Fischerboote die Post gebracht hatten.",
)


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_they_come_back_to_their_word(gap: str) -> None:
    parted = [f"{BODY[0][0]}{gap}{BODY[0][1:]}", f"{BODY[1][0]}{gap}{BODY[1][1:]}", f"“W{gap}{BODY[2][2:]}", BODY[3]]
    assert cleantext.clean("\n".join(parted)) == "\n\n".join(BODY)
    german = "\n".join(f"{paragraph[0]}{gap}{paragraph[1:]}" for paragraph in GERMAN)
    assert cleantext.clean(german) == "\n\n".join(GERMAN)


@pytest.mark.parametrize(
    "text",
    [
        "A ferry is back on the line, its owner said on Monday, and he will not sell it to the council.",
        "I was on the ferry when it came back, she said on Monday, and nobody had been told of it before.",
        "J walks to the harbour every day, her mother said on Monday, and comes back with the first boat.",
    ],
)
def test_words_of_one_letter_stay(text: str) -> None:
    assert cleantext.clean(text) == text
