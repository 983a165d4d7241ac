"""Transcripts of broadcasts: who speaks begins a paragraph, nothing that is said is lost, what is played goes."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.transcripts import directions_in, is_direction, speaker_turns

TURNS = (
    "IDA MARSH, ANCHOR: Good evening. The lock on the lower canal has been shut for eleven days. Sixty barges wait.",
    "(BEGIN VIDEO CLIP)",
    "RUNE FALK, CORRESPONDENT (voice-over): The gate broke on a Friday. Nobody was hurt, and nobody has mended it.",
    "UNIDENTIFIED MALE: We have eaten everything that we had on board.",
    "(END VIDEO CLIP)",
    "MARSH: And the owners?",
    "FALK: They say that a new gate is on its way. It comes by barge.",
    "(LAUGHTER)",
    "MARSH: All right. Thank you, Rune. We will be right back.",
    "(COMMERCIAL BREAK)",
    "[20:05:00]",
    "MARSH: Welcome back. The council meets on Thursday, and the lock is the only thing on its list.",
)
SAID = [turn for turn in TURNS if turn[0] not in "(["]


@pytest.mark.parametrize("between", ["\n", "\n\n", " "], ids=["lines", "blank lines", "flat"])
def test_all_that_is_said_stays_turn_by_turn(between: str) -> None:
    document = cleantext.read(between.join(TURNS))
    paragraphs = [p.removesuffix(" (LAUGHTER)") for p in document.text.split("\n\n") if p != "(LAUGHTER)"]
    assert paragraphs == SAID
    assert not document.facts.captions
    assert not document.facts.credits


@pytest.mark.parametrize(
    "text",
    [
        "MONDAY: Rain. TUESDAY: Sun. WEDNESDAY: Wind. THURSDAY: Fog. FRIDAY: Snow. SATURDAY: Sleet.",
        "LONDON: The ferry is back. OSLO: So it is.",
        "READ MORE: A dock. It is back. READ MORE: A boat. READ MORE: A pier. WATCH: It sails. PHOTOS: It sinks.",
        "UPDATE: The ferry is back. NOTE: It is late. UPDATE: It is not.",
        "It sails at 10:05. It docks at 11:10. The fare: 3 crowns. The crew: four. The dog: one.",
    ],
)
def test_no_transcript(text: str) -> None:
    assert speaker_turns(text) == []


@pytest.mark.parametrize(
    "text", ["(Video)", "(video clip below)", "(BBC)", "[20:05]", "(AP)", "(BREAKING)", "(Begin again)", "BREAK", "()"]
)
def test_no_direction(text: str) -> None:
    assert not is_direction(text)
    assert list(directions_in(text)) == []
