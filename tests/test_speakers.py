"""Interviews whose speakers stand on lines of their own."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.speakers import speakers_in, turns_in

TURNS = [
    "Isle News:", "Captain Quill, the ferry is back. How long was it away?",
    "Quill:", "Nine months, and I counted every one of them from my kitchen window.",
    "Isle News:", "What did you do all that time?",
    "Quill:", "I mended nets with my brother. He talks less than the engine does.",
    "Isle News:", "Will the fares stay as they are?",
    "Quill:", "Until spring, the owners told me. After that nobody could say.",
]  # fmt: skip


def test_two_who_take_turns_are_joined_with_what_they_say() -> None:
    read = cleantext.clean("\n".join(TURNS), preset="gentle").split("\n\n")
    assert read == [f"{who} {says}" for who, says in zip(TURNS[::2], TURNS[1::2], strict=True)]


@pytest.mark.parametrize("labels", [("P.", "R."), ("Q:", "A:"), ("Frage:", "Ada Quill:")])
def test_labels(labels: tuple[str, str]) -> None:
    lines = [text for k in range(3) for label in labels for text in (label, f"It was said for the time {k}.")]
    assert speakers_in(lines) == list(range(0, len(lines), 2))


@pytest.mark.parametrize(
    "lines",
    [
        ["Read more:", "The pier", "Video:", "The dock"] * 3,  # pointers
        ["Specs:", "9 kg", "Price:", "80 pounds"] * 2,  # too few
        ["Ada:", "One.", "Ada:", "Two.", "Ada:", "Three.", "Bo:", "Four.", "Bo:", "Five.", "Bo:", "Six."],  # no turns
        ["Ada:", "Bo:"] * 5,  # nothing is said
    ],
)
def test_what_are_no_speakers(lines: list[str]) -> None:
    assert speakers_in(lines) == []


@pytest.mark.parametrize("joint", ["", " "])
def test_in_running_text_each_turn_is_a_paragraph(joint: str) -> None:
    turns = [f"{who}{joint}{says}" for who, says in zip(TURNS[::2], TURNS[1::2], strict=True)]
    read = cleantext.clean(joint.join(turns)).split("\n\n")
    assert read == [f"{who} {says}" for who, says in zip(TURNS[::2], TURNS[1::2], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. left. The U.S. came. The U.S. stayed. The U.S. slept. Nobody in the town could say why it did so.",
        "Photo: Ada Quill. Haare: Bo Tern. " * 5,  # credits
        "He said: No. She said: Yes. " * 9,  # in a sentence
    ],
)
def test_what_names_no_speakers(text: str) -> None:
    assert turns_in(text) == []
