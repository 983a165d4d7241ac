"""The types and the arithmetic of the laws."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given, settings

import cleantext
from cleantext.document import Block, Document, Edit, Reason, Role, drop, mend, merge, new_block, replay, split, undo
from cleantext.testing import ledger, order, partition
from strategies import examples, worked


@given(worked())
@settings(max_examples=examples(400))
def test_whatever_is_done_the_books_balance(document: Document) -> None:
    before = Document.of(document.original)
    for law in (partition, ledger, order):
        law(before, document)


@given(worked())
def test_a_document_survives_pickling(document: Document) -> None:
    copy = pickle.loads(pickle.dumps(document))
    assert copy == document
    assert (copy.text, copy.edits) == (document.text, document.edits)


def test_a_text_is_one_block_without_the_white_space_round_it() -> None:
    (block,) = Document.of(" \n One two. \n").blocks
    assert (block.start, block.end, block.text) == (3, 11, "One two.")


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_white_space_is_no_block(text: str) -> None:
    document = Document.of(text)
    assert document.blocks == ()
    assert document.text == ""
    assert document.warnings == ()
    assert replay(text, document.edits) == ""


def test_an_untouched_document_has_no_edits() -> None:
    assert Document.of("One two.").edits == ()


def test_a_mend_over_a_mend_leaves_one_edit() -> None:
    original = "a  b"
    once = mend(Block(0, 4, original), [(1, 3, " ")], "spaces.run", "space", original)
    twice = mend(once, [(1, 2, "\n")], "unglue.cut", "space", original)
    assert twice.text == "a\nb"
    assert twice.mends == (Edit(1, 3, "\n", "unglue.cut", "space", "  "),)


def test_a_mend_that_puts_the_original_back_leaves_no_edit() -> None:
    original = "a b"
    once = mend(Block(0, 3, original), [(1, 2, "-")], "try.out", "mend", original)
    assert mend(once, [(1, 2, " ")], "try.back", "mend", original).mends == ()


def test_a_cut_through_a_mend_keeps_both_parts() -> None:
    original = "one&two"
    mended = mend(Block(0, 7, original), [(3, 4, "...X...")], "try.mend", "mend", original)
    first, second = split(mended, [(0, 6, 1.0), (6, 13, 0.5)], original)
    assert (first.text, second.text, second.seam) == ("one...", "X...two", 0.5)
    document = Document(original, (first, second))
    assert replay(original, document.edits) == document.text == "one...\n\nX...two"


def test_blocks_grown_together_keep_their_mends() -> None:
    original = "a  b\n\nc"
    first = mend(Block(0, 4, "a  b"), [(1, 3, " ")], "spaces.run", "space", original)
    grown = merge([first, Block(6, 7, "c")], [" "], "paragraphs.grow", original)
    assert grown.text == "a b c"
    assert [edit.rule for edit in grown.mends] == ["spaces.run", "paragraphs.grow"]


def test_a_dropped_block_is_out_of_the_text_and_on_record() -> None:
    document = Document("A\n\nB", (Block(0, 1, "A", role=Role.CAPTION), Block(3, 4, "B")))
    dropped = document.with_blocks([drop(document.blocks[0], "captions"), document.blocks[1]])
    assert dropped.text == "B"
    assert [block.text for block in dropped.removed] == ["A"]
    assert [edit.rule for edit in dropped.edits if edit.category == "drop"] == ["captions.caption"]
    assert undo(dropped.text, dropped.edits) == "A\n\nB"


def test_reasons_come_weightiest_first() -> None:
    reasons = (Reason("a", 0.1), Reason("b", -2.0), Reason("c", 1.0))
    assert [reason.rule for reason in Block(0, 1, "x", evidence=reasons).reasons] == ["b", "c", "a"]


def test_an_output_without_text_warns() -> None:
    document = Document("A", (Block(0, 1, "A", dropped_by="furniture"),))
    assert document.warnings == ("nothing was kept: no block looks like the body of an article",)


@pytest.mark.parametrize("end", ["", "\n", '\n{"text": "It is full."}\n'])
def test_json_without_output_is_told(end: str) -> None:
    document = cleantext.read('{"title": "Ferry back", "text": "The ferry runs again, its owner said."}' + end)
    assert "--from jsonl" in "".join(document.warnings)


def test_an_output_that_nobody_believes_in_warns() -> None:
    unlikely = (Block(0, 4, "Home", role=Role.BODY, confidence=0.1),)
    assert Document("Home", unlikely).warnings == ("nothing that was kept looks like the body of an article",)
    assert Document.of("Home").warnings == ()


def test_a_meagre_output_warns() -> None:
    menu = "word " * 30
    document = Document(menu + "end", (drop(Block(0, 149, menu.strip()), "furniture"), Block(150, 153, "end")))
    assert document.warnings == ("only 1 of 31 words were kept",)


def test_a_document_cannot_be_changed() -> None:
    document = Document.of("One.", title="One")
    with pytest.raises(AttributeError):
        document.original = "Two."  # type: ignore[misc]
    with pytest.raises(TypeError):
        document.known["title"] = "Two"  # type: ignore[index]


def test_facts_are_read_from_the_pieces_and_from_what_is_known() -> None:
    byline = Block(0, 11, "By Ida Holm", role=Role.BYLINE, dropped_by="bylines")
    document = Document("By Ida Holm", (byline,), {"title": "Ferry back"})
    assert document.facts.authors == ("Ida Holm",)
    assert document.facts.headline == "Ferry back"


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Ida Holm; Bo Tern", ("Ida Holm", "Bo Tern")),
        ([" Ida Holm", None, ""], ("Ida Holm",)),
        (None, ()),
    ],
)
def test_known_authors_are_names(authors: object, names: tuple[str, ...]) -> None:
    assert Document.of("It rained.", authors=authors).facts.authors == names


@pytest.mark.parametrize(
    "known", [{"title": 1}, {"url": b"x"}, {"authors": 5}, {"authors": [5]}, {"authors": b"x"}, {"language": 1}]
)
def test_what_cannot_be_known_is_an_error_that_names_it(known: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=next(iter(known))):
        Document.of("It rained.", **known)


def test_a_block_made_quickly_is_like_any_other() -> None:
    edits = (Edit(0, 1, "x", "demo", "mend", "o"),)
    fields: Any = (0, 3, "one", Role.BODY, 0.5, (Reason("demo", 1.0),), "demo", 0.25, edits)
    assert new_block(*fields) == Block(*fields)
    assert new_block(0, 3, "one") == Block(0, 3, "one")
    assert pickle.loads(pickle.dumps(new_block(*fields))) == Block(*fields)
    with pytest.raises(FrozenInstanceError):
        new_block(*fields).start = 1  # type: ignore[misc]
