"""What is sound stays: verse and lists keep their lines, and short lines between paragraphs are body."""

from __future__ import annotations

import pytest

from cleantext.models.pieces import BLANK, SPACE, Pieces
from cleantext.models.sound import between_paragraphs, short_body
from cleantext.models.verse import verse_breaks
from cleantext.text.characters import breaks_in

BEFORE = "She was asked again and again for a poem, and wrote this one on the back of a bill."
AFTER = "It was printed in all the papers of the country, and nobody paid for it."
VERSE = "you wrote my name\nwith a hard pencil\npress, officer"


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        (f"{BEFORE}\n\n{VERSE}\n\n{AFTER}", 4),
        (f"{BEFORE}\n{VERSE}\n{AFTER}", 4),
        (f"{BEFORE}\n\n{VERSE}", 3),
        (f"{VERSE}\n\n{AFTER}", 3),
        (VERSE, 0),
        (f"{BEFORE[:-1]}\n{VERSE}\n{AFTER}", 0),
        (f"{BEFORE}\n{VERSE}\n{AFTER.lower()}", 0),
        (f"{BEFORE}\nThe\nharbour\nmaster said so\n{AFTER}", 0),
        (f"{BEFORE}\nThe harbour master\n, who came late,\nsaid so too\n{AFTER}", 0),
        (f"{BEFORE}\n{VERSE}\n{AFTER}\n{AFTER.lower()}", 0),
    ],
    ids=[
        "by blank lines", "by lines", "at the end", "at the beginning", "nothing else", "before the end of a sentence",
        "within a sentence", "links of one word", "marks first", "a text with broken sentences",
    ],
)  # fmt: skip
def test_verse(text: str, parted: int) -> None:
    breaks = [*breaks_in(text)]
    found = list(verse_breaks(text, breaks))
    assert len(found) == parted
    assert set(found) <= {start for start, _ in breaks}


@pytest.mark.parametrize(
    ("line", "after", "gap", "worst", "is_body"),
    [
        ("Where do you live?", "In a boat, since 2009.", BLANK, -2.0, True),
        ("2 red onions", "In a boat, since 2009.", BLANK, -2.0, True),
        ("And tyres.", None, BLANK, -2.0, True),
        ("2 red onions", None, BLANK, -2.0, False),
        ("Where do you live?", "In a boat, since 2009.", BLANK, -4.0, False),
        ("Where do you live?", "In a boat, since 2009.", SPACE, -2.0, False),
        ("Read more", "In a boat, since 2009.", BLANK, -2.0, False),
        ("By Ada Quill", "In a boat, since 2009.", BLANK, -2.0, False),
        ("Ada Quill stands in her boat at the harbour, seen from the west", "In a boat.", BLANK, -2.0, False),
    ],
)
def test_short_body(line: str, after: str | None, gap: int, worst: float, is_body: bool) -> None:
    texts = ["The ferry runs again.", "It costs nothing.", "Nobody paid.", line, *([after] if after else [])]
    pieces = Pieces(texts, [BLANK, BLANK, BLANK, gap, BLANK][: len(texts)], [1.0] * len(texts))
    scores = [3.0, 3.0, 3.0, worst, 3.0][: len(texts)]
    assert list(short_body(scores, pieces)) == [3] * is_body


@pytest.mark.parametrize(
    ("line", "after", "score", "is_body"),
    [
        ("Nobody was hurt, the harbour pilots said.", "The old pier was sold in May.", -4.0, True),
        ("Nobody was hurt, the harbour pilots said.", "What is next", -2.5, True),
        ("Nobody was hurt, the harbour pilots said.", "What is next", -3.5, False),
        ("We could not have done it any better.", "Ada Quill", -2.0, False),
        ("The picture shows the pier before the storm.", "The old pier was sold in May.", -2.0, False),
        ("Subscribe to our newsletter today.", "The old pier was sold in May.", -2.0, False),
    ],
)
def test_a_line_between_paragraphs(line: str, after: str, score: float, is_body: bool) -> None:
    texts = ["The old pier sank on Monday.", line, after, "Builders will come in August."]
    scores = [5.0, score, -1.0 if after[-1] != "." else 5.0, 5.0]
    pieces = Pieces(texts, [3] * 4, [1.0] * 5)
    assert list(between_paragraphs(scores, pieces)) == ([1] if is_body else [])
