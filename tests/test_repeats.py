"""What is said twice goes once, and never the body's own copy."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import pytest

from cleantext.document import Block, Document, Role, drop
from cleantext.steps.repeats import Repeats
from timing import grows_with

SAID = "The bridge was closed for nine days in May while divers searched the northern pillars."
NEAR = "The bridge was closed for nine days in May while divers searched the northern pillars"
OTHER = "Ferries carried commuters across the harbour every twenty minutes until late at night."


def document(*blocks: tuple[str, Role | None, float]) -> Document:
    text = "\n".join(t for t, _, _ in blocks)
    made, at = [], 0
    for t, role, confidence in blocks:
        made.append(Block(at, at + len(t), t, role=role, confidence=confidence))
        at += len(t) + 1
    return Document(text, tuple(made))


def gone(doc: Document, **options: float) -> list[int]:
    return [i for i, b in enumerate(Repeats(**options)(doc).blocks) if b.dropped_by == "repeats"]


@pytest.mark.parametrize("copy", [SAID, NEAR, SAID.replace("nine", "ten"), SAID.upper()])
def test_where_nothing_was_judged_the_first_stays(copy: str) -> None:
    assert gone(document((SAID, None, 0), (OTHER, None, 0), (copy, None, 0))) == [2]


def test_a_copy_of_one_sentence_of_a_block_goes() -> None:
    assert gone(document((f"{OTHER} {SAID} It rained.", Role.BODY, 0.99), (NEAR, Role.BODY, 0.6))) == [1]


def test_the_bodys_own_copy_stays() -> None:
    assert gone(document((NEAR, Role.BODY, 0.5), (OTHER, Role.BODY, 0.99), (SAID, Role.BODY, 0.99))) == [0]
    assert gone(document((SAID, Role.BODY, 0.95), (SAID, Role.BODY, 0.99))) == []
    assert gone(document((SAID, Role.BODY, 0.5), (SAID, Role.CAPTION, 0.99))) == []


@pytest.mark.parametrize(
    ("said", "other"),
    [
        (SAID, SAID.replace("northern", "southern")),
        (SAID.replace("nine", "9"), SAID.replace("nine", "19")),
        (SAID.replace("nine", "EU"), SAID.replace("nine", "UN")),
    ],
)
def test_what_says_something_else_is_no_copy(said: str, other: str) -> None:
    assert gone(document((said, None, 0), (OTHER, None, 0), (other, None, 0))) == []


def test_options_move_the_bounds() -> None:
    pair = document((SAID, None, 0), (SAID.replace(" for nine days in May", ""), None, 0))
    assert gone(pair) == []
    assert gone(pair, likeness=80) == [1]
    unsure = document((SAID, Role.BODY, 0.7), (SAID, Role.BODY, 0.99))
    assert gone(unsure) == [0]
    assert gone(unsure, sure=0.6) == []


@pytest.mark.parametrize("option", [{"likeness": 101.0}, {"sure": -0.1}])
def test_options_out_of_range_are_refused(option: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="between"):
        Repeats(**option)


@pytest.mark.parametrize(
    "texts",
    [[], ["Short one."], [SAID, OTHER], ["Read it here."] * 2, ["橋は月曜日に閉鎖された。"] * 2, ["a " * 9 + "b"] * 2],
)
def test_what_is_not_said_twice_or_too_short_stays(texts: list[str]) -> None:
    doc = document(*[(t, None, 0.0) for t in texts])
    assert Repeats()(doc) is doc


def test_dropped_blocks_neither_go_nor_count() -> None:
    doc = document((SAID, None, 0), (SAID, None, 0))
    first_dropped = doc.with_blocks([drop(doc.blocks[0], "x"), doc.blocks[1]])
    assert Repeats()(first_dropped) is first_dropped


PARAGRAPH = f"She went to the harbour. {SAID} Divers came, {OTHER[0].lower()}{OTHER[1:]} Nobody was hurt."
PULLED = f"{SAID} Divers came, {OTHER[0].lower()}{OTHER[1:]}"


def page(*blocks: tuple[str, Role | None, float]) -> Document:
    """The same on a page of which something went."""
    doc = document(*blocks, ("Share", Role.FURNITURE, 0.9))
    return doc.with_blocks([*doc.blocks[:-1], drop(doc.blocks[-1], "furniture")])


@pytest.mark.parametrize(
    "pulled",
    [
        PULLED, f"“{PULLED}”", PULLED.replace("nine", "ten"), f"“…{SAID[4:]}”",
        "The bridge was closed for nine days in May … ferries carried commuters across the harbour.",
    ],
)  # fmt: skip
def test_a_pull_quote_goes_however_sure_it_is(pulled: str) -> None:
    told = ("It rained in May, and the ferry stayed where it was.", Role.BODY, 0.99)
    said, quote = (PARAGRAPH, Role.BODY, 0.99), (pulled, Role.BODY, 0.99)
    assert gone(page(told, told, quote, told, said)) == [2]
    assert gone(page(told, told, said, quote, told)) == [3]


def test_what_stands_first_or_behind_a_colon_or_within_a_line_is_no_pull_quote() -> None:
    said, quote, told = (PARAGRAPH, Role.BODY, 0.99), (SAID, Role.BODY, 0.99), ("It rained in May.", Role.BODY, 0.99)
    assert gone(page(told, quote, said)) == []
    assert gone(page(told, told, ("She wrote to the council:", Role.BODY, 0.99), quote, said)) == []
    assert gone(page(told, told, (SAID, Role.CAPTION, 0.99), said)) == []
    assert gone(page(told, told, quote, *[told] * 4, said)) == []
    in_line = page(told, told, quote, said)
    in_line = Document(in_line.original.replace("\n", " "), in_line.blocks)
    assert gone(in_line) == []


def test_what_says_more_is_no_pull_quote() -> None:
    told = ("It rained in May, and the ferry stayed where it was.", Role.BODY, 0.99)
    other, later = SAID.replace("nine", "ten"), f"{SAID[:-1]}, she said on Monday."
    for more in (later, other, f"But {SAID[0].lower()}{SAID[1:-1]} again."):
        assert gone(page(told, told, (more, Role.BODY, 0.99), (PARAGRAPH, Role.BODY, 0.99))) == []


def test_where_nothing_went_no_pull_quote_goes() -> None:
    told = ("It rained in May, and the ferry stayed where it was.", Role.BODY, 0.99)
    blocks = told, told, (PULLED, Role.BODY, 0.99), told, (PARAGRAPH, Role.BODY, 0.99)
    assert gone(document(*blocks)) == []
    assert gone(page(*blocks)) == [2]


def test_time_grows_with_length() -> None:
    few, many = (
        document(*[(SAID if i % 3 else f"{OTHER[:-1]} number {i}.", None, 0.0) for i in range(n)])
        for n in (1_000, 8_000)
    )
    assert grows_with(8, lambda: Repeats()(few), lambda: Repeats()(many), slack=2)


def test_the_answer_does_not_depend_on_the_order_of_sets() -> None:
    """Sentences that are alike in many ways, each with words of the same length: ties are broken by the text."""
    names = ("Marchand", "Bellamy", "Okonkwo", "Lindberg", "Castilla")
    shots = ("forehand", "backhand", "smashing", "dropshot", "overhead")
    ways = ("crosscourt", "straight", "sideways", "downward")
    ends = ("into the net", "out wide", "too long", "for the point")
    pick = random.Random(21).choice  # of sixty such matches the one that two orders told apart
    told = [
        f"{pick(names)} plays another {pick(shots)} {pick(ways)} against {pick(names)} {pick(ends)}" + pick(["", "."])
        for _ in range(30)
    ]
    code = (
        "import sys, cleantext\n"
        "from cleantext.steps.repeats import Repeats\n"
        "lines = sys.stdin.read().splitlines()\n"
        "blocks = [cleantext.Block(100 * n, 100 * n + len(t), t, cleantext.Role.BODY, 0.3 + n % 7 / 20)"
        " for n, t in enumerate(lines)]\n"
        "text = ''.join(t.ljust(100) for t in lines)\n"
        "print([b.dropped_by for b in Repeats(likeness=85)(cleantext.Document(text, tuple(blocks))).blocks])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-P", "-c", code], input="\n".join(told), env={**os.environ, "PYTHONHASHSEED": seed},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed in "0123"
    }  # fmt: skip
    assert len(answers) == 1
    assert "repeats" in answers.pop()


SHOWN = "Divers search the northern pillars of the old bridge at low tide"


def divided(*blocks: tuple[str, Role | None, float], after: Role = Role.CAPTION) -> list[tuple[str, str | None]]:
    """What becomes of the blocks when a caption and what stands ``after`` the last one were dropped."""
    doc = document((SHOWN, Role.CAPTION, 0.9), *blocks, ("Isle Post / Ada Quill", after, 0.9))
    told = [drop(b, "captions") if i in (0, len(doc.blocks) - 1) else b for i, b in enumerate(doc.blocks)]
    return [(b.text, b.dropped_by) for b in Repeats()(doc.with_blocks(told)).blocks[1:-1]]


def test_a_caption_that_was_dropped_goes_from_within_a_block() -> None:
    found = divided((f"{SAID} {SHOWN}Ferries carried commuters.", Role.BODY, 0.99))
    assert found == [(SAID, None), (SHOWN, "repeats"), ("Ferries carried commuters.", None)]


def test_a_sentence_that_a_caption_was_taken_from_stays() -> None:
    sentence = f"{SHOWN}, as they did last year."
    assert divided((f"{SAID} {sentence}", Role.BODY, 0.99)) == [(f"{SAID} {sentence}", None)]


def test_a_paragraph_that_a_caption_was_taken_from_stays() -> None:
    caption = f"{SHOWN}."
    doc = document((caption, Role.CAPTION, 0.9), (caption, Role.BODY, 0.7), (OTHER, Role.BODY, 0.9))
    assert gone(doc.with_blocks([drop(doc.blocks[0], "captions"), *doc.blocks[1:]])) == []


@pytest.mark.parametrize(("after", "expected"), [(Role.CREDIT, 2), (Role.CAPTION, 1)])
def test_a_sentence_goes_where_a_credit_stands_behind_it(after: Role, expected: int) -> None:
    said = f"{SAID} {SHOWN}."
    doc = document((f"{SHOWN}.", Role.CAPTION, 0.9), (said, Role.BODY, 0.9), ("Ada Quill / ISLE", after, 0.9))
    told = [doc.blocks[1] if i == 1 else drop(b, "captions") for i, b in enumerate(doc.blocks)]
    assert len(Repeats()(doc.with_blocks(told)).blocks) == expected + 2


def test_a_caption_that_is_said_over_and_over_takes_time_in_proportion() -> None:
    def said(times: int) -> Document:
        doc = document((SHOWN, Role.CAPTION, 0.9), (f"{SAID} {SHOWN} {OTHER} " * times, Role.BODY, 0.9))
        return doc.with_blocks([drop(doc.blocks[0], "captions"), doc.blocks[1]])

    few, many = said(400), said(3200)
    assert grows_with(8, lambda: Repeats()(few), lambda: Repeats()(many), slack=2)
