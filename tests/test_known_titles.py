"""A title that is known is found in the text, and parted from what surrounds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleantext
from cleantext.document import Document, Role
from cleantext.steps.unglue import Unglue
from cleantext.text.known_titles import are_titles, title_spans
from timing import grows_with

TITLE = "Ferry is back on Monday"
BODY = (
    "The ferry to the outer islands will run again on Monday, its owner said. Nobody was hurt when its engine failed "
    "last week, and the crew of nine brought all of the passengers ashore. Bookings are taken from Friday."
)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}, its owner said. {BODY}",
        f"{TITLE} after its engine was repaired. {BODY}",
        f"{TITLE}: the owner said so. {BODY}",
        f"{BODY} “{TITLE}”, the poster said.",
        f"{BODY} The poster said ({TITLE}) so.",
        f"{TITLE}s and Tuesdays. {BODY}",
        BODY,
        "",
    ],
)
def test_what_is_no_title_is_left_alone(text: str) -> None:
    assert title_spans(text, TITLE) == []
    assert cleantext.read(text, title=TITLE).text == cleantext.clean(text)


def test_a_sentence_that_begins_like_a_short_title_stays_whole() -> None:
    text = f"Halden recalls Model S Plaid cars that were made in May after tests. {BODY}"
    assert cleantext.read(text, title="Halden recalls Model S").text == cleantext.clean(text)


@pytest.mark.parametrize("title", ["", " ", "Ferry", "|", "x" * 1000, "a | b | c"])
def test_a_title_that_says_nothing_changes_nothing(title: str) -> None:
    assert cleantext.read(f"Ferry {BODY}", title=title).text == cleantext.clean(f"Ferry {BODY}")


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("", " "), ("", "\n"), ("Home News Sport ", " By Ada Quill "), ("Sport", "By Ada Quill\n")],
)
def test_it_stands_by_itself_and_goes(before: str, after: str) -> None:
    document = cleantext.read(f"{before}{TITLE}{after}{BODY}", title=TITLE)
    assert [block.text for block in document.blocks if block.role is Role.HEADLINE] == [TITLE]
    assert TITLE not in document.text
    assert document.text.startswith("The ferry to the outer islands will run again")
    assert document.facts.headline == TITLE


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Mayor: “No more ferries” by 2030", 'Mayor: "No more ferries" by 2030'),
        ("Mayor’s ferries – a history", "Mayor's ferries - a history"),
        ("Ferry is\nback on\xa0Monday", TITLE),
        (TITLE, f"{TITLE} | The Isle Times"),
        (TITLE, f"The Isle Times - {TITLE}"),
        (TITLE, f"{TITLE} - News - The Isle Times"),
        ("島のフェリー、月曜から再開へ", "島のフェリー、月曜から再開へ - 島新聞"),
    ],
)
def test_marks_blanks_and_the_name_of_the_site_do_not_matter(said: str, known: str) -> None:
    text = f"News{said}The ferry will run again."
    assert [text[a:b] for a, b in title_spans(text, known)] == [said]
    assert [*are_titles([said, f"{said} again"], known)] == [True, False]


def test_what_stands_behind_a_dash_in_a_title_is_no_site() -> None:
    title = "Storm hits the coast - what we know so far about it"
    assert title_spans(f"Here is what we know so far about it The storm came at night. {BODY}", title) == []


def test_all_of_its_places_are_found() -> None:
    text = f"{TITLE} News {TITLE}{BODY} Read more {TITLE} Weather"
    assert len(title_spans(text, TITLE)) == 3


def test_japanese_goes_on_with_particles() -> None:
    title = "島のフェリー月曜から再開"
    assert title_spans(f"{title}すると社長が述べた。", title) == []
    assert title_spans(f"{title}社長が述べた。", title) == [(0, len(title))]


def test_the_step_alone_parts_it() -> None:
    text = f"{TITLE}{BODY}"
    assert Unglue()(Document.of(text, title=TITLE)).blocks[0].text == TITLE
    assert Unglue()(Document.of(text, title="Another title of this")).blocks == Unglue()(Document.of(text)).blocks


@given(st.text("ab AB.|-\n'”", max_size=60), st.text("ab AB.|-\n'”", max_size=40))
def test_spans_lie_in_order(text: str, title: str) -> None:
    ends = [0]
    for start, end in title_spans(text, title):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@pytest.mark.growth
@pytest.mark.parametrize("unit", ["a ", "aA", "a | ", "“", TITLE, f"{TITLE} "])
def test_time_grows_with_length(unit: str) -> None:
    def deed(n: int) -> None:
        title_spans(unit * n, f"{unit * 40} | {TITLE}")

    assert grows_with(8, lambda: deed(2_000), lambda: deed(16_000))
