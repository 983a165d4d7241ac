"""What wires and newsrooms write for each other goes; what an article says in brackets stays."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.desk_marks import desk_marks_in
from cleantext.text.hashtags import hashtags_in

ONE = "The ferry between the isles is back after a month, its owner said on Monday, and it is full already."
TWO = "Nobody was hurt when it ran aground in the fog, and fares stay as they are until the end of March."


@pytest.mark.parametrize(
    "mark",
    [
        "(MORE)", "(more)", "(ENDS)", "(SEGUE)", "(النهاية)", "(STORY CAN END HERE)",
        "((ada@isle.example; +44 20 7000 0000))",
        "((NATS: FERRY HORN)) :04", "[CG: ADA QUILL\\\\FERRY OWNER] 00:12-00:16", "AP-WS-03-14-17 0712EST",
        "NYT-03-12-99 2051", "[14/9/23, 21:41:20] Isle News:",
    ],
)  # fmt: skip
@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_they_go(mark: str, joint: str) -> None:
    text = joint.join([ONE, mark, TWO])
    assert [text[a:b] for a, b in desk_marks_in(text)] == [mark]
    assert cleantext.clean(text).split() == f"{ONE} {TWO}".split()


@pytest.mark.parametrize(
    "text",
    [
        "He wanted more (more than anyone (else)) of it.",
        "It cost 4 million (MORE) than the last one.",
        "The dock ((and the pier)) is shut.",
        "The pier at dusk. ((Photo by Ada Quill/Isle Foto))",  # a credit, which is told otherwise
        "She was born on 03-12-99 in Oslo, and ISBN 0-12-99-2051 is hers.",
        "He wrote [sic] and [VOTE] and [see 3/4/22, 10:15].",
    ],
)
def test_what_an_article_says_stays(text: str) -> None:
    assert list(desk_marks_in(text)) == []


def test_hashtags_that_file_a_post_go() -> None:
    for text in (f"{ONE}\n\n{TWO}\n\n#Isle #Ferry", f"{ONE} {TWO} #Isle #Ferry"):
        assert cleantext.clean(text).split() == f"{ONE} {TWO}".split()


@pytest.mark.parametrize("text", ["It is #1 again.", "He wrote #ferry and #isle on the wall.", "The #ferry #isle tag"])
def test_hashtags_of_a_sentence_stay(text: str) -> None:
    assert list(hashtags_in(text)) == []
