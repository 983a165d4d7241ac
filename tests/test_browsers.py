"""What text browsers leave in the text of a page: numbers of links, the list of their addresses, names of pictures."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import undo
from cleantext.text.browsers import browser_edits

ADDRESSES = "References\n\n   Visible links:\n" + "\n".join(f"  {n:2}. https://example.com/{n}" for n in range(1, 13))
PAGE = """   [1]Skip to content

     * [2]Home
     * [3]News
     * [4]Sport

Island ferry back on Monday

   By [5]Ida Holm
   7 November 2021

   The ferry to the outer islands will run again on Monday, its owner said
   on Saturday evening, six weeks after the ship was towed into [6]the old
   harbour with a broken engine. Nobody had believed it until then.

   "We are glad to be back," said [7]Nils Moe, who runs the line with his
   two sisters. Nobody should have to wait so long for a loaf of bread, he
   said, nor for the post that had gone by [8]fishing boat in the meantime.

   The repair cost twice as much as the family had saved, but [9]the island
   council lent them the rest, to be paid back over ten years from now on.

   [10]Contact us
   [11]Privacy policy
   [12]About us
"""


def without(text: str) -> str:
    for start, end, new in reversed(browser_edits(text)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize("behind", ["", f"\n{ADDRESSES}\n", "\nReferences\n\n   1. https://example.com/\n"])
def test_an_article_comes_out_whole(behind: str) -> None:
    document = cleantext.read(PAGE + behind, language="en")
    first, second, third = document.text.split("\n\n")
    assert first.endswith("was towed into the old harbour with a broken engine. Nobody had believed it until then.")
    assert second.startswith("\"We are glad to be back,\" said Nils Moe, who runs the line with his two sisters.")
    assert third.endswith("but the island council lent them the rest, to be paid back over ten years from now on.")
    assert document.facts.headline == "Island ferry back on Monday"
    assert document.facts.authors == ("Ida Holm",)


def test_all_is_on_record() -> None:
    text = f"{PAGE}\n{ADDRESSES}\n"
    mended = cleantext.read(text, preset="gentle")
    assert "encoding.browser" in {edit.rule for edit in mended.edits}
    assert "[5]" not in mended.text
    assert "example.com" not in mended.text
    assert undo(mended.text, mended.edits) == text


@pytest.mark.parametrize(
    "text",
    [
        "The pier[1] is old,[2] says the captain.[3] The ferry[4] is not.[5] Nobody knows.[6]",  # footnotes
        "He said \"[sic] it runs\" and [he] left. [1]See the [2]old pier.",  # too few
        "[5]One [3]two [9]three [1]four [7]five [2]six",  # not in order
        "[1] Quill, A. [2] Tern, B. [3] Marsh, C. [4] Holm, D. [5] Moe, E.",  # a list of works
        "It runs.\n\nReferences\n\nQuill, Ada: The Ferry. 2021.\n1. https://example.com/",  # another list
        "See [the map].\n\nReferences\n\n1. https://example.com/\n\nThe ferry runs again, its owner said on Monday.",
    ],
)
def test_what_stays(text: str) -> None:
    assert without(text) == text


def test_titles_in_the_list_of_addresses_go_too() -> None:
    text = "[Pier] is old.\n\nReferences\n\n   Visible links\n   1. https://example.com/\n   2. Pier\n\thttps://example.com/2\n"
    assert without(text) == "[Pier] is old.\n"


def test_names_of_pictures_go() -> None:
    numbered = " ".join(f"[{n}]Pier" for n in range(1, 7))
    assert without(f"[pier-2.jpg] The old pier {numbered} [see below] [1.5]") == (
        "The old pier Pier Pier Pier Pier Pier Pier [see below] [1.5]"
    )


def test_whatever_ends_the_lines() -> None:
    text = f"{PAGE}\n{ADDRESSES}".replace("\n", "\r\n")
    assert cleantext.clean(text) == cleantext.clean(text.replace("\r\n", "\n"))
