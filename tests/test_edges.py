"""Doubtful seams: a second look at a gap in the light of the text around it."""

from __future__ import annotations

import pickle
from unittest.mock import patch

import pytest

from cleantext.document import Document
from cleantext.models import edges
from cleantext.models.edges import FAINT, MEASURES, SURE, EdgeModel, GapMeasures, ScoredGap, in_order, shipped
from cleantext.steps.unglue import Unglue
from cleantext.text.lexicon import code, ends_of, starts_of

TEXT = "Harbour of Oslo The Green Zone was shut. Green Zone was open, she said. Harbour of Oslo at dawn"
WORDS = {"oslo": code(5, 0, 0, 6), "the": code(14, 4, 6, 0), "green": code(6, 2, 1, 1), "zone": code(6, 2, 0, 5)}


def gap(before: str, score: float = 0.0) -> ScoredGap:
    end = TEXT.index(before)
    return ScoredGap(end - 1, end, score, -1.0)


GAPS = [gap("The"), gap("Zone", -1.0), gap("Green Zone was open", 1.0), gap("Harbour of Oslo at")]


def measured(k: int, gaps: list[ScoredGap] | None = None) -> dict[str, float]:
    seen = GapMeasures(TEXT, gaps or GAPS, WORDS)
    return dict(zip(MEASURES, seen.measures(k), strict=True))


def test_every_measure_has_a_value_for_every_gap_in_doubt() -> None:
    seen = GapMeasures(TEXT, GAPS, WORDS)
    assert [len(column) for column in seen.columns()] == [len(GAPS)] * len(MEASURES)


def test_what_the_gaps_around_say() -> None:
    found = measured(1)
    assert (found["seam before"], found["seam after"]) == (0.0, 1.0)
    assert found["characters since the seam before"] == len("The Green ")
    assert found["characters to the seam after"] == len("Zone was shut. ")
    assert found["characters since the last likely seam"] == len("The Green ")
    assert measured(0)["characters since the last likely seam"] == len("Harbour of Oslo ")


def test_sentences_reach_to_a_mark_or_a_likely_seam() -> None:
    found = measured(1)
    assert (found["words of the sentence before"], found["words of the sentence after"]) == (2, 3)
    assert found["sentence after it ends in a mark"]
    assert found["share of them in small letters after"] == pytest.approx(2 / 3)
    assert not measured(3)["sentence after it ends in a mark"]


def test_words_said_elsewhere_after_others_begin_something() -> None:
    assert measured(2)["words after it said elsewhere"] == 3
    assert measured(0)["words before it said elsewhere"] == 3
    assert measured(1)["times its two words meet"] == 2


def test_words_have_habits() -> None:
    found = measured(0)
    assert found["last word ends"] == ends_of(WORDS["oslo"]) == 6
    assert found["first word starts"] == starts_of(WORDS["the"]) == 6
    assert measured(3)["first word starts"] == -1


def test_capitals_in_a_row_end_at_marks() -> None:
    assert (measured(1)["capitalised words before"], measured(1)["capitalised words after"]) == (3, 1)
    assert measured(2)["capitalised words before"] == 0


def test_only_gaps_in_doubt_are_asked() -> None:
    sure = [gap("The", SURE + 1), gap("Zone", FAINT)]
    seen = GapMeasures(TEXT, sure, WORDS)
    assert seen.asked == [1]
    whole = EdgeModel({"trees": [{"ask": "seam before", "above": 4.0, "mean": 0.0, "then": 2.0, "else": -2.0}]})
    assert whole.again(TEXT, sure, WORDS) == {sure[1].end: 2.0}
    assert whole.again(TEXT, sure[:1], WORDS) == {}
    assert whole.again("", [], WORDS) == {}


def test_gaps_of_both_kinds_come_in_order() -> None:
    found = in_order([(7, 7, 0.5, 0.9), (9, 9, 0.001, 0.1)], [(3, 4, 0.0), (12, 13, FAINT - 1)])
    assert [(g.start, g.end, g.score, g.wanted) for g in found] == [(3, 4, 0.0, -1.0), (7, 7, 0.0, 0.9)]


@pytest.mark.parametrize("text", ["A", "A B", " A  B ", "A\n\nB", "", "   "])
def test_gaps_at_the_ends_are_never_asked(text: str) -> None:
    gaps = [ScoredGap(i, i, 0.0, 0.5) for i in range(len(text) + 1)]
    seen = GapMeasures(text, gaps, {})
    assert all(0 < seen.places[k] < len(seen.tokens) for k in seen.asked)
    assert len(shipped().again(text, gaps, {})) == len(seen.asked)


def test_the_step_takes_its_word() -> None:
    text = "The mayor opened the new bridge on Monday Crowds cheered along the river for hours."
    never = EdgeModel({"trees": [-9.0]})
    always = EdgeModel({"trees": [9.0]})
    assert len(Unglue(edges=never)(Document.of(text)).blocks) == 1
    assert len(Unglue(edges=always)(Document.of(text)).blocks) > 1


def test_pickles() -> None:
    assert pickle.loads(pickle.dumps(shipped())) is shipped()
    own = EdgeModel({"trees": [1.0]})
    assert pickle.loads(pickle.dumps(own)).data == own.data


def test_a_long_text_is_looked_at_in_parts() -> None:
    text = "The mayor of Oslo opened the Green Zone. He said: Crowds cheered on Monday Nobody fell. " * 40
    gaps = [ScoredGap(i, i + 1, 0.0, -1.0) for i, c in enumerate(text[:-1]) if c == " "]
    whole = shipped().again(text, gaps, WORDS)
    with patch.object(edges, "_PART", 700), patch.object(edges, "_CONTEXT", 400):
        parts = shipped().again(text, gaps, WORDS)
    assert parts.keys() == whole.keys()
    assert parts[gaps[40].end] == pytest.approx(whole[gaps[40].end], abs=2.0)
