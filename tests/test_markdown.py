"""The marks of Markdown go and the words stay; what Markdown says of the words is believed."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import Document, replay, undo
from cleantext.steps.encoding import Encoding
from cleantext.text.frontmatter import front_matter
from cleantext.text.markdown import headings_in, linked_in, markdown_edits

TOLD = "\n\n[one](/1) and [two](/2)"  # two links tell Markdown
BODY = (
    "The ferry between the two islands runs again after a month in the dock. It had lost its rudder in a storm.",
    "The harbour master expects the boat to be full until the autumn. It leaves at nine and comes back at dusk.",
    "Nobody was hurt when the rudder broke, though a crate of oranges was lost to the gulls that afternoon.",
)


def plain(text: str) -> str:
    for start, end, new in reversed(markdown_edits(text)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("the [ferry](https://a.example/f_(boat)) runs", "the ferry runs"),
        ('the [ferry](/f "The \\"new\\" ferry") runs', "the ferry runs"),
        ('the [ferry](/f "The "new" ferry") runs', "the ferry runs"),
        ("the [old\nferry](/ferry/old-\nferry/) runs", "the old\nferry runs"),
        ("the [ferry](news/ferry.html) runs", "the ferry runs"),
        ("[Mail](mailto:?subject=The ferry runs &body=Look (here): https://a.example)", "Mail"),
        ("[Print](javascript:window.print())", "Print"),
        ("[Fell](<https://a.example/a b>)", "Fell"),
        ("[ \nVisit us\n ](https://a.example)", " \nVisit us\n "),
        ("Older stories](https://a.example/old)", "Older stories"),
        ("[Home](/h)[Sport](/s)", "Home\nSport"),
        ("He left.[1](#note) She stayed.", "He left.1 She stayed."),
        ("[![](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP)](/x)", ""),
        ("[![The quay](/q.jpg)](/x)", "\nThe quay\n"),
        ("![The quay]()", "\nThe quay\n"),
        ("he said [sic] that [he] knew", "he said [sic] that [he] knew"),
        ("### The chimney ###", "The chimney"),
        ("* ### The chimney", "The chimney"),
        ("The chimney\n===========\n\nIt smokes.", "The chimney\n\nIt smokes."),
        ("  * one\n  * **two**\n    + three\n  - four", "one\ntwo\nthree\nfour"),
        ("* * *\n\n---\n\n___", "\n\n\n\n"),
        ("| Wind | 9 |\n| --- | --- |\n| Rain |  |", "Wind | 9\n\nRain"),
        ("**By Ada Quill**for the Post", "By Ada Quillfor the Post"),
        ("a ***great* many** and __one__ _more_", "a ***great* many** and one more"),
        ("**Column by *Ada Quill***", "Column by Ada Quill"),
        ("am v**ergangenen Montag** ging", "am vergangenen Montag ging"),
        ("Einige **Anwohner**riefen, s**t f**k", "Einige Anwohnerriefen, s**t f**k"),
        ("**The ferry runs.\n\nIt is full.**", "The ferry runs.\n\nIt is full."),
        ("It came** **during the storm", "It came during the storm"),
        ("27\\. January \\- a day", "27. January - a day"),
        ("see <https://a.example/x>", "see https://a.example/x"),
        ("f**k and s***, 2 * 3 * 4, snake_case, Freund*innen", "f**k and s***, 2 * 3 * 4, snake_case, Freund*innen"),
        ("- 12 degrees", "12 degrees"),
    ],
)
def test_marks_go_and_words_stay(marked: str, words: str) -> None:
    told = plain(TOLD)
    assert plain(marked + TOLD) == words + told


@pytest.mark.parametrize(
    "text",
    [
        "- We go, she said.\n- We stay, said he.",
        "1. It rains.\n2. It pours.",
        "Wind | 9\n---\nRain | 3",
        "**Exclusive** The ferry runs.",
        "#ferry\n#harbour",
        "She wrote f(x)[0](y) on the board.",
        "> he wrote\nand she wrote",
    ],
)
def test_without_marks_that_tell_it_all_stays(text: str) -> None:
    assert markdown_edits(text) == []


@pytest.mark.parametrize(
    "marked",
    ["Ferry back\n===\n\n## Times\n\nIt runs.", "The [old\nferry](/old-\nferry/) and **the\npier** run." + TOLD],
    ids=["headings", "what was wrapped"],
)
def test_a_line_may_end_as_in_windows(marked: str) -> None:
    assert plain(marked) != marked
    assert plain(marked.replace("\n", "\r\n")).replace("\r\n", "\n") == plain(marked)


def test_what_is_said_of_words_stands_where_they_do_in_windows() -> None:
    marked = "# Ferry\r\n\r\nThe\r\n[quay](/quay) ![Pier](/pier.jpg)\r\n\r\nTimes\r\n---\r\n"
    links, pictures = linked_in(marked)
    assert [marked[a:b] for a, b in links + pictures] == ["quay", "Pier"]
    assert {marked[at : at + 5]: level for at, level in headings_in(marked).items()} == {"Ferry": 1, "Times": 2}


def test_it_is_once_and_reversible() -> None:
    text = "# Ferry\n\n[![Quay](/q.jpg)](/x) **By** [Ada](/a)\n\n* [one](/1)\n* [two](/2)\n\n" + "\n\n".join(BODY)
    once = Encoding()(Document.of(text))
    assert Encoding()(Document.of(once.text)).text == once.text
    assert replay(text, once.edits) == once.text
    assert undo(once.text, once.edits) == text


def test_what_markdown_says_of_the_words_is_believed() -> None:
    top = ["[Home](/)", "# Ferry back", "![The quay on Monday](/quay.jpg)", BODY[0]]
    rest = ["## The rudder", BODY[1], "[A crab boat that tows ferries](/crabs)", BODY[2], "[Top](#)"]
    text = "\n\n".join(top + rest)
    document = cleantext.read(text)
    assert document.facts.headline == "Ferry back"
    assert document.facts.captions == ("The quay on Monday",)
    assert document.text.split("\n\n") == [BODY[0], "The rudder", *BODY[1:]]
    assert "what a picture shows" in {reason.rule for block in document.blocks for reason in block.reasons}


FENCED = """---
title: "Ferry back"
author: Ada Quill; Bo Tern
meta-og:site_name: The Isle Post
date: 2024-05-03
tags:
  - ferry
  - isles
---

"""
READER = """Title: Ferry back

URL Source: https://a.example/ferry

Published Time: 2024-05-03T09:00:00Z

Markdown Content:
"""


@pytest.mark.parametrize(
    ("front", "authors", "published"),
    [(FENCED, ("Ada Quill", "Bo Tern"), "2024-05-03"), (READER, (), "2024-05-03T09:00:00+00:00")],
    ids=["fenced", "reader"],
)
def test_front_matter_is_no_body_and_gives_facts(front: str, authors: tuple[str, ...], published: str) -> None:
    document = cleantext.read(front + "\n\n".join(BODY))
    assert document.text.split("\n\n") == list(BODY)
    assert document.facts.headline == "Ferry back"
    assert document.facts.authors == authors
    assert document.facts.published == published
    assert {block.role for block in document.blocks if block.dropped_by} == {"furniture"}


def test_underlined_headings_are_headings() -> None:
    headed = ["[Home](/)", "Ferry back\n===", BODY[0], "The rudder\n---", BODY[1], BODY[2] + "\n---", "[Top](#)"]
    document = cleantext.read("\n\n".join(headed))
    assert document.facts.headline == "Ferry back"
    assert [block.role for block in document.kept] == ["body", "subhead", "body", "body"]


def test_what_the_caller_knows_comes_before_front_matter() -> None:
    facts = cleantext.read(FENCED + "\n\n".join(BODY), title="Ferry returns").facts
    assert (facts.headline, facts.source) == ("Ferry returns", "The Isle Post")


@pytest.mark.parametrize(
    "text",
    [
        "---",
        "---\n",
        "---\n---\n",
        "---\nFerry back\n---\n",
        "---\ntitle: x\n",
        "Title: Ferry\n\nIt runs.",
        "Title: x\nMarkdown Content: y",
    ],
)
def test_what_looks_like_front_matter_is_none(text: str) -> None:
    assert front_matter(text) is None


def test_a_header_with_nothing_after_it_ends_with_it() -> None:
    found = front_matter(READER.rstrip())
    assert found is not None
    assert found.end == len(READER.rstrip())


def test_front_matter_of_a_document_that_has_nothing_else() -> None:
    assert cleantext.clean(FENCED) == ""


def test_a_heading_between_body_stays_whatever_it_looks_like() -> None:
    text = "\n\n".join(["# Ferry back", BODY[0], "## Sign in", BODY[1], BODY[2], "## Read more", "[Docks](/docks)"])
    assert cleantext.clean(text).split("\n\n") == [BODY[0], "Sign in", *BODY[1:]]
