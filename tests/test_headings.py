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
    assert found(BODY, picture, "Those who sail", MORE, gap=SPACE) == []


ABOUT = "Captains of the isle have to swim, he said, and most of them learn it late, in the cold water off the pier."
COLD = "It was cold on Monday, and nobody left the harbour before the sun was up and the ice had gone from the pier."


@pytest.mark.parametrize(
    "box",
    [
        ["Read also: A dock was sold"], ["Read also", "A dock was sold"], ["Sign up for our newsletter."], ["14:52"],
        ["The pier at dusk", "Photo: Ada Quill"], ["Listen: The old dock", "3 min"], ["New section"],
    ],
)  # fmt: skip
def test_one_behind_a_box_whose_word_its_paragraph_says(box: list[str]) -> None:
    texts = [BODY, *box, "A captain who swims", ABOUT]
    assert found(*texts, gap=LINE) == found(*texts, gap=SPACE) == [len(box) + 1]
    assert found(*texts[:-1], COLD, gap=SPACE) == []


def test_one_behind_a_box_whose_word_the_second_paragraph_says_on_lines_alone() -> None:
    texts = [BODY, "Share", "A captain who swims", COLD, ABOUT]
    assert found(*texts, gap=LINE) == [2]
    assert found(*texts, gap=SPACE) == []


@pytest.mark.parametrize("label", ["Read also:", "Related articles", "More of this:"])
def test_what_a_label_leads_to_is_none(label: str) -> None:
    assert found(BODY, "Share", label, "A captain who swims", ABOUT, gap=SPACE) == []


def test_none_before_the_body_and_none_of_one_word_behind_a_box() -> None:
    assert found("Home", "A captain who swims", ABOUT, gap=SPACE) == []
    assert found(BODY, "Share", "Captains", ABOUT, gap=SPACE) == []


@pytest.mark.parametrize(
    ("box", "least"),
    [("Share", 2.0), ("Sign up for our newsletter.", 0.0), ("14:52", 0.0), ("Read also A dock was sold", 0.0)],
)
def test_what_one_behind_a_box_heads_must_be_likely(box: str, least: float) -> None:
    pieces = Pieces([BODY, box, "A captain who swims", ABOUT], [LINE] * 4, [1.0] * 4)
    kept = [True, False, False, True]
    assert list(headings_between(pieces, kept, [5.0, -5.0, -2.0, least + 0.1])) == [2]
    assert list(headings_between(pieces, kept, [5.0, -5.0, -2.0, least - 0.1])) == []


def test_one_in_french_quotation_marks() -> None:
    assert found(BODY, "« Il faisait froid »", MORE) == [1]


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


def sisters_of(text: str, *others: str, score: float = -4.5) -> list[int]:
    """Whether a text between paragraphs stays where others that stand so are kept."""
    texts = [piece for head in (*others, text) for piece in (BODY, head)] + [MORE]
    fates = [piece != text for piece in texts]
    pieces = Pieces(texts, [BLANK] * len(texts), [1.0] * len(texts))
    scores = [5.0 if len(piece) > 80 else 0.5 if fate else score for piece, fate in zip(texts, fates, strict=True)]
    return list(headings_between(pieces, fates, scores))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Ada Quill, captain of the ferry", ("Bo Tern, head of the pier", "Ida Holm, owner of a boat")),
        ("“It was cold”", ("“We had no engine”", "“Nobody asked me”")),
        ("Isle Oil Company (IOC)", ("Harbour Works (HWK)", "Bay Boats (BBT)")),
        ("And who pays for all of that in the end?", ("Who steers?", "Is it safe?")),
    ],
)
def test_one_of_several_of_a_shape_is_a_heading(text: str, others: tuple[str, str]) -> None:
    assert sisters_of(text, *others) == [5]
    assert sisters_of(text, others[0]) == sisters_of(text, *others, score=-5.5) == []


def test_one_that_says_what_it_is_has_no_sisters() -> None:
    others = "Bo Tern, head of the pier", "Ida Holm, owner of a boat"
    assert sisters_of("Photo by Ada Quill, captain of the ferry", *others) == []


def test_a_heading_that_is_said_again() -> None:
    about = "Isle Boats has one more ferry, and it was at sea on Monday when the harbour was closed by the council."
    texts = [BODY, "Isle Boats", about, "A captain who swims", MORE, "Isle Boats", about]
    assert sorted(found(*texts)) == [1, 3, 5]
    assert found(*texts[:-1], "Isle Foto", "7 November") == [3]  # once it heads nothing
