"""Sub-headings that stay: where they stand, how they are written, and what looks like one."""

from __future__ import annotations

import pytest

from cleantext import Role, read
from cleantext.models.headings import headings_between
from cleantext.models.pieces import BLANK, LINE, SPACE, Pieces

BODY = "The ferry was back at its pier on Monday, after nine months at sea and four in a dock, its owner said."
MORE = "Nobody had thought of the captain, who was at home all the while and watched the harbour from his window."


def found(*texts: str, gap: int = BLANK, seam: float = 1.0, score: float = -2.0) -> list[int]:
    """Which of the texts stay as headings, of which the long ones are body and kept."""
    kept = [len(text) > 80 for text in texts]
    pieces = Pieces(list(texts), [gap] * len(texts), [seam] * len(texts))
    return list(headings_between(pieces, kept, [5.0 if fate else score for fate in kept]))


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement", "Share this article", "By Ada Quill", "7 November 2026", "Ada Quill/Reuters",
        "Read more: The pier", "The pier at dusk (left)", "3 May 2026: the pier", "the pier at dusk",
        "The pier is closed.", "WATCH | The pier", "THE OLD PIER IS CLOSED FOR GOOD", "Photo: the old pier",
        "© 2026 Isle News", "12 photos", "5 min", "Buy now: deals",
    ],
)  # fmt: skip
def test_no_heading(text: str) -> None:
    assert found(BODY, text, MORE) == []


@pytest.mark.parametrize("text", ["A captain who swims", "Conclusion", "Who steers?", "“It was cold”"])
def test_a_line_between_paragraphs_is_a_heading(text: str) -> None:
    assert found(BODY, text, MORE) == [1]


@pytest.mark.parametrize("text", ["What It Cost", "NIGHT BEHIND DOORS", "Captain Home", "Isle Harbour (IHB)"])
def test_capitalised_words_that_are_no_name_are_a_heading(text: str) -> None:
    assert found(BODY, text, MORE) == [1]


@pytest.mark.parametrize("text", ["Ada Quill", "Eva Holm (AHQ)", "Ada Quill/Captain", "Isle Harbour (R)"])
def test_names_are_none(text: str) -> None:
    assert found(BODY, text, MORE) == []


def test_none_that_something_else_speaks_against() -> None:
    pieces = Pieces([BODY, "A captain who swims", MORE], [BLANK] * 3, [1.0] * 3)
    assert list(headings_between(pieces, [True, False, True], [5.0, -2.0, 5.0], {1})) == []


def test_one_on_a_line_of_its_own_or_between_sure_edges() -> None:
    assert found(BODY, "A captain who swims", MORE, gap=LINE) == [1]
    assert found(BODY, "A captain who swims", MORE, gap=SPACE) == [1]
    assert found(BODY, "A captain who swims", MORE, gap=SPACE, seam=0.4) == []


def test_what_is_said_again_is_none_and_is_passed_over() -> None:
    assert found(BODY, "Article content", MORE, "Article content", BODY.upper()) == []
    texts = [BODY, "Article content", "A captain who swims", "Article content", MORE]
    assert found(*texts) == [2]


def test_none_before_no_paragraph_and_none_behind_no_paragraph() -> None:
    assert found(BODY, "A captain who swims", "Another line", MORE) == []
    assert found("A captain who swims", BODY) == []
    assert found(BODY, "A captain who swims") == []


def test_one_behind_a_picture_on_lines_alone() -> None:
    picture = "The pier at dusk. (Ada Quill/Reuters)"
    assert found(BODY, picture, "A captain who swims", MORE) == [2]
    assert found(BODY, picture, "A captain who swims", MORE, gap=SPACE) == []


def test_a_longer_one_must_be_surer() -> None:
    long = "The ferry that nobody wanted is back, and so is the captain, who was at home all the while"
    assert 60 < len(long) <= 100
    pieces = Pieces([BODY, long, MORE], [BLANK] * 3, [1.0] * 3)
    kept = [True, False, True]
    assert list(headings_between(pieces, kept, [5.0, -2.5, 5.0])) == [1]
    assert list(headings_between(pieces, kept, [5.0, -3.5, 5.0])) == []
    assert list(headings_between(pieces, kept, [5.0, -2.5, 2.0])) == []


def test_time_grows_with_the_lines_however_many_are_said_again() -> None:
    texts = [BODY] + ["Article content"] * 40_000 + ["A captain who swims", MORE]
    assert found(*texts) == [len(texts) - 2]


SPEAKERS = ("Ada Quill", "Bo Tern")
ANSWER = "It is, and so am I, after nine months at sea and four more at the kitchen window, where I could see the pier."
TURNS = [SPEAKERS[0], "Is the ferry really back, and will it sail to the outer islands before the winter?", SPEAKERS[1]]


def test_who_speaks_stays_in_an_interview() -> None:
    document = read("\n\n".join([BODY, MORE, *[*TURNS, ANSWER] * 4]))
    told = {block.text: block.role for block in document.blocks if block.text in SPEAKERS}
    assert told == dict.fromkeys(SPEAKERS, Role.SUBHEAD)
    assert document.text.count("Bo Tern") == 4


def test_names_that_stand_by_turns_above_nothing_are_no_speakers() -> None:
    document = read("\n\n".join([BODY, MORE, *["Ada Quill", "Bo Tern"] * 4]))
    assert "Bo Tern" not in document.text
