"""Paragraphs of a text without line breaks: a second look at the seams of the body."""

from __future__ import annotations

import pickle

import pytest

from cleantext.document import Block, Document, Role
from cleantext.models.breaks import MEASURES, BreakModel, measures, shipped
from cleantext.steps.paragraphs import Paragraphs

TEXTS = [
    "The ferry sailed at dawn.",
    "It was late.",
    "“Nobody was hurt,” said Ms Moe.",
    "The harbour reopens on Monday.",
]
SEAMS = [1.0, 0.2, 0.6, 0.4]
GLUED = [True, False, False, True]
WHOLE = {"trees": [{"ask": "glued", "above": 0.5, "mean": 0.0, "then": 4.0, "else": -4.0}]}


def measured(texts: list[str], seams: list[float], glued: list[bool]) -> dict[str, list[float]]:
    return {name: list(column) for name, column in zip(MEASURES, measures(texts, seams, glued), strict=True)}


@pytest.mark.parametrize("n", range(2, 5))
def test_each_measure_has_a_value_for_each_gap(n: int) -> None:
    assert {len(c) for c in measured(TEXTS[:n], SEAMS[:n], GLUED[:n]).values()} == {n - 1}


def test_lengths_are_counted_from_sure_breaks() -> None:
    found = measured(TEXTS, SEAMS, GLUED)
    a, b, c, d = map(len, TEXTS)
    assert found["characters since the last sure break"] == [a, a + b, c]
    assert found["pieces since the last sure break"] == [1, 2, 1]
    assert found["characters to the next sure break"] == [b, c + d, d]
    assert found["pieces to the next sure break"] == [1, 2, 1]


def test_expected_lengths_weigh_each_seam() -> None:
    found = measured(TEXTS, SEAMS, GLUED)
    a, b, c, d = map(len, TEXTS)
    assert found["expected characters of the paragraph before"] == pytest.approx(
        [a, b + 0.8 * a, c + 0.4 * (b + 0.8 * a)]
    )
    assert found["expected characters of the paragraph after"] == pytest.approx(
        [b + 0.4 * (c + 0.6 * d), c + 0.6 * d, d]
    )


def test_what_both_sides_say_is_told() -> None:
    found = measured(["The ferry company said so.", "The ferry company was late."], [1.0, 0.5], [False, False])
    assert found["long words said just before"] == [2]
    assert 0 < found["topic shared by three before and after"][0] <= 1


def test_trees_answer_for_each_gap_and_the_first_piece_stays() -> None:
    found = BreakModel(WHOLE).seams(TEXTS, SEAMS, GLUED)
    assert [round(p) for p in found] == [1, 0, 0, 1]
    assert BreakModel(WHOLE).seams(TEXTS[:1], SEAMS[:1], GLUED[:1]) == [1.0]
    assert BreakModel(WHOLE).seams([], [], []) == []


def test_the_shipped_model_finds_likely_seams_likelier() -> None:
    seams, glued = [0.3, 0.3, 0.9, 0.3] * 4, [False, False, True, False] * 4
    found = shipped().seams(TEXTS * 4, [1.0, *seams[1:]], glued)
    assert min(found[2::4]) > max(p for i, p in enumerate(found) if i % 4 != 2 and i)


def test_pickles() -> None:
    assert pickle.loads(pickle.dumps(shipped())) is shipped()
    assert pickle.loads(pickle.dumps(BreakModel(WHOLE))).data == WHOLE


def document(gaps: list[str], seams: list[float]) -> Document:
    original, blocks = "", []
    for text, gap, seam in zip(TEXTS, gaps, seams, strict=True):
        original += gap
        blocks.append(Block(len(original), len(original) + len(text), text, Role.BODY, 0.9, seam=seam))
        original += text
    return Document(original, tuple(blocks))


def test_in_a_flat_text_the_second_look_decides() -> None:
    step = Paragraphs(model=BreakModel(WHOLE))
    assert [b.text for b in step(document(["", " ", " ", ""], [1.0, 0.8, 0.6, 0.4])).blocks] == [
        " ".join(TEXTS[:3]),
        TEXTS[3],
    ]


def test_a_given_threshold_is_about_the_first_look() -> None:
    step = Paragraphs(threshold=0.5, model=BreakModel(WHOLE))
    assert len(step(document(["", " ", " ", ""], [1.0, 0.8, 0.6, 0.4])).blocks) == 3


def test_a_sure_line_break_stays_among_many_blanks() -> None:
    seams = [1.0, *[0.5] * 10, 0.95]
    blocks, original = [], ""
    for gap, seam in zip(["", *[" "] * 10, "\n"], seams, strict=True):
        original += gap
        blocks.append(Block(len(original), len(original) + 6, "Again.", Role.BODY, 0.9, seam=seam))
        original += "Again."
    found = Paragraphs(model=BreakModel(WHOLE))(Document(original, tuple(blocks)))
    assert found.text == f"{' '.join(['Again.'] * 11)}\n\nAgain."


def test_where_lines_tell_the_paragraphs_other_gaps_are_in_one() -> None:
    step = Paragraphs(model=BreakModel(WHOLE))
    found = step(document(["", "\n", " ", "\n"], [1.0, 0.7, 0.6, 0.8])).blocks
    assert [block.text for block in found] == [TEXTS[0], f"{TEXTS[1]} {TEXTS[2]}", TEXTS[3]]


def test_twice_is_once() -> None:
    once = Paragraphs()(document(["", " ", " ", ""], [1.0, 0.8, 0.6, 0.4]))
    assert Paragraphs()(once) == once


def test_what_was_dropped_between_parts_paragraphs() -> None:
    whole = document(["", " ", " ", " "], [1.0, 0.6, 0.6, 0.6])
    a, b, c, d = whole.blocks
    gone = Block(b.start, b.end, b.text, Role.CAPTION, 0.9, dropped_by="captions", seam=0.6)
    found = Paragraphs(model=BreakModel(WHOLE))(whole.with_blocks([a, gone, c, d])).kept
    assert [block.text for block in found] == [a.text, f"{c.text} {d.text}"]
