"""What a browser prints around each page goes, and sentences go on across it."""

from __future__ import annotations

import pytest

from cleantext import Document
from cleantext.steps.rejoin import Rejoin
from cleantext.text.printouts import page_edges

ADDRESS = "https://www.isle.example/news/ferry-back-123.html"
HEAD = "03/05/2024, 09:12 Ferry back after a month | Isle News"
ONE, TWO = "The ferry is back, said its owner, and it", "will sail every day of the week."
THREE = "Fares stay as they are."


def printed(joint: str, foot: str = ADDRESS) -> str:
    pages = [f"{HEAD}{joint}{said}{joint}{foot} {k}/3" for k, said in enumerate((ONE, TWO, THREE), 1)]
    return joint.join(pages)


@pytest.mark.parametrize("joint", ["\n", "\n\n", " "])
@pytest.mark.parametrize("foot", [ADDRESS, "www.isle.example/a", "file:///home/ada/ferry.html"])
def test_feet_and_heads_go(joint: str, foot: str) -> None:
    found = Rejoin()(Document.of(printed(joint, foot))).text
    assert found.split() == f"{HEAD} {ONE} {TWO} {THREE}".split()
    assert f"{ONE} {TWO}" in found  # in mid-sentence
    assert f"{TWO}\n\n{THREE}" in found


def test_feet_with_the_same_words_go() -> None:
    text = "The ferry is back.\nIslea Ferries – 3 May 2024 1/2\nFares stay.\nIslea Ferries – 3 May 2024 2/2"
    assert Rejoin()(Document.of(text)).text == "The ferry is back.\n\nFares stay."


@pytest.mark.parametrize(
    "text",
    [
        printed("\n").replace("2/3", "3/3"),  # not in order
        printed("\n").replace("1/3", "1/4"),
        f"See {ADDRESS} 1/2 of it.",  # one
        "Stir in 1/2 cup of flour.\nAdd 2/2 of it.",
        "The score was 1/2\nand then it was 2/2",  # other words
        "Quill 1/2\nTern 2/2",
        "Part 1/2\nThe ferry is back.\nPart 2/2\nIt is full.",  # headings
        " 1/2 and 2/2",
        "\n1/1",
        "Add a cup of milk 1/3\nAdd a cup of milk 2/3",  # one is missing
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert page_edges(text) == []
