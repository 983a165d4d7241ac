"""Lists and tables of figures and facts: what stays with the article, and what does not."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.models.entries import Entries, figured
from cleantext.models.pieces import LINE, SPACE, Pieces
from cleantext.models.runs import leads
from cleantext.text.entries import is_entry, is_of_period, label_of_figure, lettered, numbered

FIRST = (
    "The count in the sports hall went on until four in the morning, and the returning officer had to send for more "
    "pencils before the last of the boxes from the islands was opened."
)
LAST = (
    "Both losing candidates said that they would stand again, and the winner thanked her mother, who had driven the "
    "minibus to every village hall in the district since the first week of March."
)
VOTES = ["Ada Quill (Lab) 18,902", "Bo Tern (C) 17,447", "Ida Holm (Green) 8,310", "Max Dorn (Ind) 1,066"]
TEASERS = ["Ferry back after a year", "Five books for dark evenings", "Why the mole has no lamps", "Win two tickets"]


@pytest.mark.parametrize(
    "line",
    [
        "Ferry back in service on Monday", "1. Ferry back in service", "Ferry back in 2024", "Ferry back (12)", "A20",
        "3 May 2024", "10:30 Ferry back in service", "Ferry back DEC 27", "Quill takes 3 of 4!",
        "Read more: Ferry for £2", "Photo: Ada Quill 2", "Call 0555 12 or write to ada@isle.example",
        "Facebook 12", "YouTube: 980 subscribers", "The ferry is back in service 112",
        "He paid 12 pounds for the ferry and sailed away", "Fares: why the ferry costs so much more", "12", "",
    ],
)  # fmt: skip
def test_what_is_no_entry(line: str) -> None:
    assert not is_entry(line)


@pytest.mark.parametrize(
    "line",
    [
        *VOTES, "Quill Homes 1,406p +46p +3.38%", "Lithotec: 71,48 Euro (+9,2 %)", "Net sales | $418.6 | $390.1",
        "1. | Ada Quill | ISL | 40'22\"614", "Turnout: 68.1%", "Chile: 10:30 horas", "Weight: 1.1kg",
        "Bowling: Holt 13-3-44-1; Marlow 12-2-51-1", "Director: Ada Quill", "2. Van Tern 198",
    ],
)  # fmt: skip
def test_what_is_an_entry(line: str) -> None:
    assert is_entry(line)


def test_timelines_answers_and_labels() -> None:
    assert [is_of_period(line) for line in ("May 2021: Off to sea", "2021 – Back", "2021", "Quill 2021: Off")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert list(lettered(["B. Tern", "A. One", "B. Two", "D. Four", "a) x", "b) y", "c) z"])) == [4, 5, 6]
    assert [label_of_figure(line) for line in ("Note: 2,3", "Note: gut", "Note: 3 of the ferries came back")] == [
        "Note:", "", "",
    ]  # fmt: skip


def test_numbers_with_a_sentence_each() -> None:
    steps = ["Step 1", "Lift the lid.", "Step 2", "A picture", "Pull the belt.", "Step 3", "Close it.", "Isle News"]
    ranks = ["10. Isle Pier", "It is steep.", "9. The Mole", "It is wet.", "8. The Hall", "It is shut."]
    none = ["1. Ferry back", "It is back.", "2. Dock sold", "3. Pier open", "It is open."]
    own = ["1. It is back.", "2. It is sold.", "3. It is open.", "Write to us."]
    found = [list(numbered(t, [x.endswith(".") for x in t])) for t in (steps, ranks, none, own)]
    assert found == [[[0, 1, 2, 4, 5, 6]], [[0, 1, 2, 3, 4, 5]], [], [[0, 1, 2]]]


def test_titles_with_a_sentence_each_behind_the_article_go() -> None:
    teasers = ["1. Ferry back", "It is back in service.", "2. Dock sold", "It was sold.", "3. Pier", "It is open."]
    behind, within = on_lines(FIRST, *teasers), on_lines(FIRST, *teasers, LAST)
    assert list(behind.beside([True] + [False] * 6)) == []
    assert list(within.beside([True] + [False] * 6 + [True])) == [1, 2, 3, 4, 5, 6]
    assert list(within.beside([True] + [False] * 6 + [True], against={3})) == []


def test_steps_end_an_article() -> None:
    steps = ["Step 1", "Lift the lid and take it off.", "Step 2", "Pull the belt.", "Step 3", "Close the lid again."]
    assert kept(FIRST, LAST, *steps) == [FIRST, LAST, *steps]


def test_a_programme_stays_between_paragraphs() -> None:
    days = [
        "Friday, 16 August", "09:00 – Market on the quay", "11:30 – Parade of the bands", "20:00 – Dance in the hall",
        "Saturday, 17 August", "10:15", "Mass in the old chapel", "16:00", "Games for children (free)",
    ]  # fmt: skip
    assert kept(FIRST, *days, LAST) == [FIRST, *days, LAST]


def test_a_table_of_cells_stays_between_paragraphs() -> None:
    cells = ["Food", "9/10", "Service", "8/10", "Value for money", "7/10", "Overall", "8/10"]
    assert kept(FIRST, *cells, LAST) == [FIRST, *cells, LAST]
    assert not {"Food", "9/10"} & {*kept(FIRST, *cells, "Read more: Ferry back in service", LAST)}


def test_times_that_runners_took_are_figures() -> None:
    times = ["Place | Name | Time", "1 | Ada Quill | 1:02:10", "2 | Bo Tern | 1:03:45", "3 | Ida Holm | 1:05:02"]
    assert kept(FIRST, LAST, *times) == [FIRST, LAST, *times]


def kept(*lines: str) -> list[str]:
    return cleantext.clean("\n".join(lines)).split("\n\n")


def test_results_stay_between_paragraphs() -> None:
    assert kept(FIRST, "North", *VOTES, LAST) == [FIRST, "North", *VOTES, LAST]


def test_teasers_are_no_entries() -> None:
    page = on_lines(FIRST, *TEASERS, LAST)
    assert list(page.beside([True, False, False, False, False, True])) == list(page.in_runs()) == []


def test_results_of_another_matter_go() -> None:
    menu = ["Isle News", "Home", "Politics", "DAX 18,204 +0.4%", "Gold 1,980 -0.2%", "Euro 1.08 +0.1%", "Log in"]
    assert kept(*menu, FIRST, LAST) == [FIRST, LAST]


def test_verdicts_that_come_again_stay() -> None:
    places = ["The Dock", "The Mole", "The Slip"]
    said = [f"{FIRST[:-1]}, said the cook of {place}." for place in places]
    page = [line for k, place in enumerate(places) for line in (place, said[k], f"Verdict: {k + 2}/5")]
    assert {f"Verdict: {k}/5" for k in (2, 3, 4)} <= {*kept(*page, LAST)}


def on_lines(*texts: str) -> Entries:
    return Entries(Pieces(list(texts), [LINE] * len(texts), [1.0] * len(texts)))


def test_entries_need_something_that_stays_before_them() -> None:
    page = on_lines(*VOTES, FIRST)
    assert list(page.beside([False] * 4 + [True])) == []
    assert list(page.beside([False] * 4 + [True], listed={0, 1, 2})) == [0, 1, 2, 3]  # a list of ingredients
    assert list(page.in_runs()) == [0, 1, 2, 3]


def test_nothing_stays_that_something_speaks_against() -> None:
    page = on_lines(FIRST, *VOTES)
    assert list(page.beside([True] + [False] * 4)) == [1, 2, 3, 4]
    assert list(page.beside([True] + [False] * 4, against={2})) == []


def test_facts_without_figures_need_a_paragraph_near_them() -> None:
    cast = ["Director: Ada Quill", "Camera: Bo Tern", "Music: Ida Holm"]
    assert list(on_lines(FIRST, *cast).beside([True, False, False, False])) == [1, 2, 3]
    far = on_lines(FIRST, "The north", "The south", "The east", *cast)
    assert list(far.beside([True] + [False] * 6)) == []


def test_tables_in_flat_text() -> None:
    cut = ["Ada Quill (Lab)", "18,902 Bo Tern (C)", "17,447 Ida Holm", "(Green) 8,310 Turnout:", "68.1%"]
    pieces = Pieces([FIRST, *cut, LAST], [SPACE] * 7, [1.0] * 7)
    assert list(figured(pieces, [True] + [False] * 5 + [True])) == [1, 2, 3, 4, 5]
    assert list(figured(pieces, [True] + [False] * 6)) == []  # no paragraph behind it
    assert list(figured(pieces, [True] + [False] * 5 + [True], against={2})) == []


def test_what_leads_to_a_list_stays() -> None:
    texts = [FIRST, "What we found:", "- one port", "Read more:", "A pier", LAST]
    pieces = Pieces(texts, [LINE] * 6, [1.0] * 6)
    assert list(leads(pieces, [True, False, True, False, True, True])) == [1]
    assert list(leads(pieces, [True, False, False, False, True, True])) == []
    assert kept(FIRST, "What we found:", "- Only one port", "- It is cold", LAST)[1:4] == [
        "What we found:", "- Only one port", "- It is cold",
    ]  # fmt: skip


@pytest.mark.parametrize("lines", [["Facebook 12", "Twitter 4", "Pinterest 9"], ["1", "2", "3", "4", "Next"]])
def test_counts_of_shares_and_numbers_of_pages_are_no_entries(lines: list[str]) -> None:
    page = on_lines(FIRST, *lines, LAST)
    assert list(page.beside([True, *[False] * len(lines), True])) == []
