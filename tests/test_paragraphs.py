"""Pieces of one paragraph grow together; what differs, or is surely parted, stays apart."""

from __future__ import annotations

from typing import Any

import pytest

import cleantext
from cleantext.document import Block, Document, Role, drop
from cleantext.models.breaks import BreakModel
from cleantext.steps.paragraphs import Paragraphs


def cut(text: str, *pieces: tuple[str, float]) -> Document:
    blocks, at = [], 0
    for piece, seam in pieces:
        at = text.index(piece, at)
        blocks.append(Block(at, at + len(piece), piece, role=Role.BODY, seam=seam))
        at += len(piece)
    return Document(text, tuple(blocks))


AS_CUT = BreakModel({"trees": [{"ask": "seam", "above": -1.0, "mean": 0.0, "then": -0.2, "else": -1.4}]})


def laid(document: Document, **options: Any) -> str:
    return Paragraphs(**options)(document).text


@pytest.mark.parametrize(
    ("text", "pieces", "wanted"),
    [
        ("One. Two.", ("One.", "Two."), "One. Two."),
        ("One.\nTwo.", ("One.", "Two."), "One. Two."),
        ("One.Two.", ("One.", "Two."), "One. Two."),
        ("One.”Two.", ("One.”", "Two."), "One.” Two."),
        ("Mc\nBride", ("Mc", "Bride"), "Mc Bride"),
        ("橋は閉鎖。\n柱に亀裂。", ("橋は閉鎖。", "柱に亀裂。"), "橋は閉鎖。柱に亀裂。"),
    ],
)
def test_a_doubtful_seam_is_healed(text: str, pieces: tuple[str, str], wanted: str) -> None:
    assert laid(cut(text, (pieces[0], 1.0), (pieces[1], 0.1))) == wanted
    assert laid(cut(text, (pieces[0], 1.0), (pieces[1], 0.9))) == "\n\n".join(pieces)


def test_the_threshold_is_an_option() -> None:
    document = cut("One. Two.", ("One.", 1.0), ("Two.", 0.4))
    assert laid(document, threshold=0.3) == "One.\n\nTwo."
    with pytest.raises(ValueError, match="between 0 and 1"):
        Paragraphs(threshold=1.5)


def test_without_a_threshold_the_document_has_its_own() -> None:
    document = cut("One. Two. Three.", ("One.", 1.0), ("Two.", 0.45), ("Three.", 0.2))
    assert laid(document, model=AS_CUT) == "One.\n\nTwo. Three."


def test_no_paragraph_ends_within_a_sentence_unless_that_is_likelier_than_not() -> None:
    halves = cut(
        "Ada Quill of Gulf Airlines Chief Executive", ("Ada Quill of Gulf Airlines", 1.0), ("Chief Executive", 0.45)
    )
    ended = cut(
        "Ada Quill of Gulf Airlines. Chief Executive", ("Ada Quill of Gulf Airlines.", 1.0), ("Chief Executive", 0.45)
    )
    likelier = BreakModel({"trees": [{"ask": "seam", "above": -1.0, "mean": 0.0, "then": 0.2, "else": -1.4}]})
    assert laid(halves, model=AS_CUT) == "Ada Quill of Gulf Airlines Chief Executive"
    assert laid(ended, model=AS_CUT) == "Ada Quill of Gulf Airlines.\n\nChief Executive"
    assert laid(halves, model=likelier) == "Ada Quill of Gulf Airlines\n\nChief Executive"


def test_scripts_without_blanks_want_surer_breaks() -> None:
    text = "港は閉鎖。 船は出られない。 風は強い。"
    document = cut(text, ("港は閉鎖。", 1.0), ("船は出られない。", 0.45), ("風は強い。", 0.2))
    assert laid(document, model=AS_CUT) == text


def test_roles_and_fates_part_paragraphs() -> None:
    document = cut("One. Two. Three.", ("One.", 1.0), ("Two.", 0.1), ("Three.", 0.1))
    a, b, c = document.blocks
    assert laid(document.with_blocks([a, drop(b, "x"), c])) == "One.\n\nThree."
    caption = Block(b.start, b.end, b.text, role=Role.CAPTION, seam=0.1)
    assert laid(document.with_blocks([a, caption, c])) == "One.\n\nTwo.\n\nThree."


def test_a_document_without_doubtful_seams_is_left_alone() -> None:
    document = cut("One. Two.", ("One.", 1.0), ("Two.", 1.0))
    assert Paragraphs()(document) is document
    empty = Document.of("")
    assert Paragraphs()(empty) is empty


def test_a_sentence_that_goes_on_in_a_small_letter_is_one_paragraph() -> None:
    lines = [
        "Nobody was hurt when the pier sank, but the insurers have not paid for it since the week of the storm.",
        "Two gunmen who attacked the ferry terminal on Monday were killed, and three others",
        "may have escaped, officials said. About 50 other people were hurt.",
        "Builders will come in August, and the first boats are expected to sail again before the winter begins.",
    ]
    assert cleantext.clean("\n".join(lines)).split("\n\n") == [lines[0], " ".join(lines[1:3]), lines[3]]
