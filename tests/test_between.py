"""What sites put between and behind paragraphs as a rule: it goes, and the paragraphs stay as they are."""

from __future__ import annotations

import pytest

from cleantext.config import preset_chain
from cleantext.document import Document
from tools.score_between import BODY, JOINTS, Found, pieces, score, share, table, texts_of

KINDS = ("credit", "caption", "label", "last", "body")
# Of 100 texts so many come out right, at least, by how they are joined: what was measured, less a point or two.
RIGHT = {"nothing": 95.0, "a blank": 83.0, "a line break": 96.0}
LOST = {"nothing": 3.0, "a blank": 12.0, "a line break": 2.0}


@pytest.fixture(scope="module")
def found() -> list[dict[str, Found]]:
    return [score("news", k) for k in range(len(pieces()))]


def test_there_are_pieces_of_every_kind_and_each_is_there_once() -> None:
    assert {piece.kind for piece in pieces()} == set(KINDS)
    assert len(set(pieces())) == len(pieces())


@pytest.mark.parametrize("joint", JOINTS)
def test_most_pieces_go_alone(joint: str, found: list[dict[str, Found]]) -> None:
    assert float(share(found, joint, "right")) >= RIGHT[joint]
    assert float(share(found, joint, "lost")) <= LOST[joint]


@pytest.mark.parametrize("kind", ["caption", "label", "last"])
def test_a_piece_that_goes_takes_no_paragraph_with_it(kind: str, found: list[dict[str, Found]]) -> None:
    own = [row for piece, row in zip(pieces(), found, strict=True) if piece.kind == kind]
    assert max(float(share(own, joint, "lost")) for joint in JOINTS) <= 1.0


@pytest.mark.parametrize("language", sorted({piece.language for piece in pieces()}))
@pytest.mark.parametrize("joint", JOINTS.values(), ids=JOINTS)
def test_articles_with_nothing_between_their_paragraphs_stay(language: str, joint: str) -> None:
    piece = next(piece for piece in pieces() if piece.language == language and piece.kind != BODY)
    for _, article in texts_of(piece, joint):
        said = preset_chain("news")(Document.of(joint.join(article))).text
        assert said.split() == " ".join(article).split()


def test_the_table_has_a_line_for_each_language_and_kind(found: list[dict[str, Found]]) -> None:
    lines = list(table(range(len(pieces())), found))
    languages = {piece.language for piece in pieces()}
    assert len(lines) == 3 + len(languages) + len(KINDS)
    assert lines[2].startswith(f"| all | {sum(row['nothing'].texts for row in found)} | ")
