"""Documents to look at: explanations, differences, and a terminal that no text can steer."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleantext.document import Block, Document, Edit, Reason, Role, drop
from cleantext.report.diff import diff
from cleantext.report.explain import explain, told
from cleantext.report.terminal import Paint, clipped, harmless, width, wrapped

ESCAPE = "\x1b"
LONG = "The ferry to the outer islands sails again from Friday. " * 12
REASONS = (
    Reason("captions.final_stop", 0.4),
    Reason("captions.cue", 2.1, "begins with a cue word"),
    Reason("captions.words", -0.2),
    Reason("captions.repeats_body", 1.3),
)


def document() -> Document:
    parts = ["By Ida Holm", LONG.strip(), "Photo: Per Lund", "東京は雨が降った。" * 20]
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block(at, at + len(part), part, Role.BODY, 0.97))
        at += len(part) + 2
    blocks[0] = drop(Block(0, 11, "By Ida Holm", Role.BYLINE, 0.81), "bylines")
    blocks[2] = drop(Block(blocks[2].start, blocks[2].end, parts[2], Role.CREDIT, 0.7, REASONS), "captions")
    return Document("\n\n".join(parts), tuple(blocks))


# --- the terminal -----------------------------------------------------------------------------------------------------


@given(st.text())
def test_harmless_text_has_no_controls(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", harmless(text))


@given(st.text(alphabet=st.sampled_from("ab .é東京\u0301"), max_size=200), st.integers(12, 60))
@example("aaaaaa京a京京", 12)  # one column is left for an end of wide characters
def test_clipped_text_fits(text: str, columns: int) -> None:
    assert width(clipped(text, columns)) <= columns


@given(st.text(alphabet=st.sampled_from("ab .é東京\u0301"), max_size=200), st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_nothing(text: str, columns: int) -> None:
    lines = list(wrapped(text, columns))
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_clipped_text_keeps_both_ends() -> None:
    assert clipped("short", 20) == "short"
    found = clipped(LONG.strip(), 40)
    assert found.startswith("The ferry")
    assert found.endswith("Friday.")


def test_paint_is_plain_unless_wanted() -> None:
    assert Paint(False)("kept", "x") == "x"
    assert Paint(True)("kept", "x") == "\x1b[32mx\x1b[0m"
    assert Paint(True)("kept", "") == ""


# --- explain ----------------------------------------------------------------------------------------------------------


def test_every_block_is_told() -> None:
    text = explain(document(), "a.txt")
    lines = text.splitlines()
    assert lines[0] == "a.txt: 4 blocks, 2 kept, 2 dropped"
    assert [line.split()[:3] for line in lines if line.startswith(("kept", "dropped"))] == [
        ["dropped", "byline", "81%"],
        ["kept", "body", "97%"],
        ["dropped", "credit", "70%"],
        ["kept", "body", "97%"],
    ]
    assert "  by captions" in text


def test_the_weightiest_reasons_are_told_in_words() -> None:
    text = explain(document())
    assert "+2.1 begins with a cue word +1.3 repeats body +0.4 final stop" in " ".join(text.split())
    assert "words" not in text.replace("cue word", "")


def test_a_reason_is_told_once() -> None:
    said = tuple(Reason("among furniture", weight) for weight in (4.0, 2.2))
    text = explain(Document("Home", (drop(Block(0, 4, "Home", Role.FURNITURE, 0.9, said), "furniture"),)))
    assert text.count("among furniture") == 1
    assert "+4.0 among furniture" in text


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("mean page score of 2 around: 6.1", "mean page score of 2 around: 6.1, like body"),
        ("score of its sentence: -1", "score of its sentence: -1, unlike body"),
        ("caption score: 2.5", "caption score: 2.5, like a caption"),
        ("caption score after: -9", "caption score after: -9, unlike a caption"),
        ("page score: 0.083", "page score: 0.083, in doubt"),
        ("says: up", "says “up”"),
        ("ends: content", "ends in “content”"),
        ("end: ellipsis", "end: ellipsis"),
        ("reads as: byline", "reads as: byline"),
    ],
)
def test_what_models_measure_is_told_in_words(rule: str, words: str) -> None:
    assert told(Reason(rule, 0.5)) == f"+0.5 {words}"


@pytest.mark.parametrize("columns", [10, 60, 80, 120])
def test_lines_fit_the_terminal(columns: int) -> None:
    lines = explain(document(), columns=columns).splitlines()
    assert max(map(width, lines)) <= max(columns, 46)


def test_no_line_ends_in_blanks() -> None:
    assert not [line for line in explain(document()).splitlines() if line != line.rstrip()]


def test_colours_only_where_wanted() -> None:
    plain, painted = explain(document()), explain(document(), paint=Paint(True))
    assert ESCAPE not in plain
    assert re.sub(r"\x1b\[\d*m", "", painted).split() == plain.split()


def test_a_text_cannot_steer_the_terminal() -> None:
    nasty = Document.of(f"Rain{ESCAPE}[2J fell.")
    assert ESCAPE not in explain(nasty, f"a{ESCAPE}.txt")


def test_mends_and_warnings_are_told() -> None:
    mended = Block(0, 4, "a b", mends=(Edit(1, 3, " ", "spaces.run", "space", "  "),))
    assert "spaces.run 1×" in explain(Document("a  b", (mended,)))
    emptied = Document("a b", (drop(Block(0, 3, "a b", Role.FURNITURE, 0.9), "furniture"),))
    assert "warning: nothing was kept" in explain(emptied)


def test_an_empty_document_can_be_told() -> None:
    assert explain(Document.of(""), "a.txt").startswith("a.txt: 0 blocks")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("captions.no_final_stop", 1.0), "+1.0 no final stop"),
        (Reason("long", -0.25), "-0.2 long"),
        (Reason("captions.cue", 0.5, "begins with Photo:"), "+0.5 begins with Photo:"),
    ],
)
def test_a_reason_in_words(reason: Reason, words: str) -> None:
    assert told(reason) == words


# --- diff -------------------------------------------------------------------------------------------------------------


def test_no_difference_is_empty() -> None:
    assert diff("a\n\nb", "a\n\nb", "a.txt") == ""
    assert diff("", "", "a.txt") == ""


def test_a_difference_is_unified() -> None:
    assert diff("one\ntwo\nthree", "one\n2\nthree", "a.txt") == (
        "--- a.txt\toriginal\n+++ a.txt\tcleaned\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n"
    )


def test_other_line_ends_do_not_break_a_line() -> None:
    assert diff("a\u2028b\x85c", "x", "a.txt").splitlines(keepends=False)[0] == "--- a.txt\toriginal"
    assert "-a\u2028b\x85c\n+x\n" in diff("a\u2028b\x85c", "x", "a.txt")


def test_a_painted_difference_says_the_same() -> None:
    painted = diff("one\ntwo", "one\n2", "a.txt", Paint(True))
    assert "\x1b[31m-two\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == diff("one\ntwo", "one\n2", "a.txt")
