"""Lists that stay whole since much of them stays, and runs of short lines that are none."""

from __future__ import annotations

import pytest

from cleantext import Role, read
from cleantext.models.pieces import LINE, SPACE, Pieces
from cleantext.models.runs import items, marked

BODY = "The ferry was back at its pier on Monday, after nine months at sea and four in a dock, its owner said."
MORE = "Nobody had thought of the captain, who was at home all the while and watched the harbour from his window."
LAST = "The council meets again on Friday, when it will be told what the repairs have cost and who is to pay them."


def found(*marked: str, gap: int = LINE, score: float = -2.0, against: frozenset[int] = frozenset()) -> list[str]:
    """Which of the texts stay as items, of which those with a plus before them are kept."""
    texts, kept = [text[1:] for text in marked], [text[0] == "+" for text in marked]
    likely = [4.0 if len(text) > 80 else 0.5 for text in texts]
    scores = [own if fate else score for own, fate in zip(likely, kept, strict=True)]
    pieces = Pieces(texts, [gap] * len(texts), [1.0] * len(texts))
    return [texts[i] for i in items(pieces, kept, scores, against)]


@pytest.mark.parametrize(
    "texts",
    [
        ("- Roads: 3 m", "- Rail: 2 m", "- Ports: 1 m"),  # a mark before them
        ("+ a new dock", "+ a new pier", "+ a new crane"),
        ("Roads: 3 million", "Rail: 2 million", "Ports: 1 million"),  # a label
        ("a new dock at the pier;", "a crane;", "more boats than last year;"),  # a mark behind them
        ("Quill (EIS) +3.7", "Tern (ISL) +11.6", "Holm (BAY) +22.8"),  # figures and marks
    ],
)
def test_an_item_stays_where_most_of_its_shape_do(texts: tuple[str, str, str]) -> None:
    one, two, three = texts
    assert found(f"+{one}", f"+{two}", f"-{three}") == [three]
    assert found(f"+{one}", f"-{two}", f"+{three}") == [two]
    assert found(f"+{one}", f"-{two}", f"-{three}") == []  # fewer stay
    assert found(f"+{one}", f"-{two}") == []  # no list
    assert found(f"+{one}", f"+{two}", f"-{three}", gap=SPACE) == []  # no lines
    assert found(f"+{one}", f"+{two}", f"-{three}", score=-6.0) == []
    assert found(f"+{one}", f"+{two}", f"-{three}", against=frozenset({2})) == []


@pytest.mark.parametrize(
    "text", ["Photo: the old pier", "Read more: the pier", "Image: Isle News", "Advertisement", "The pier (Isle Foto)"]
)
def test_what_says_what_it_is_is_no_item(text: str) -> None:
    assert found("+Roads: 3 million", "+Rail: 2 million", f"-{text}", "+Ports: 1 million") == []


def test_numbered_heads_stay_where_half_of_them_do() -> None:
    texts = "+1. Cold Engines", f"+{BODY}", "-2. Warm Water", f"+{MORE}", "+3. Old Ropes", f"+{LAST}"
    assert found(*texts) == found(*texts, gap=0) == ["2. Warm Water"]


def test_numbered_heads_stay_where_they_head_paragraphs() -> None:
    heads = "1. Ada Quill", "2. Bo Tern", "3. Ida Holm"
    texts = [text for head, own in zip(heads, (BODY, MORE, LAST), strict=True) for text in (f"-{head}", f"+{own}")]
    assert found(*texts) == list(heads)
    assert found(*(text for text in texts if text[0] == "-"), f"+{LAST}") == []  # a table of contents


@pytest.mark.parametrize("heads", [("1. Quill", "3. Tern", "6. Holm"), ("1. Quill", "2. Tern", "1. Holm")])
def test_other_numbers_are_not_in_order(heads: tuple[str, str, str]) -> None:
    assert found(f"+{heads[0]}", f"+{BODY}", f"-{heads[1]}", f"+{MORE}", f"+{heads[2]}", f"+{LAST}") == []


def test_a_numbered_head_that_a_doubtful_seam_cut() -> None:
    texts = "+1. Engines", f"+{BODY}", "-2.", "-Warm Water", "-And Ice", f"+{MORE}", "+3. Ropes", f"+{LAST}"
    assert found(*texts, gap=SPACE) == ["2.", "Warm Water", "And Ice"]


def test_figures_of_pictures_are_not_numbered_items() -> None:
    heads = "+1: Engines", f"+{BODY}", "-2: Warm Water", f"+{MORE}", "+3: Old Ropes", f"+{LAST}"
    assert found(*heads, gap=SPACE) == []


DAYS = "Sunday 14 August", "Monday 15 August", "Wednesday 17 August", "Thursday 18 August"
TOLD = "The captain tells the harbour master that his ferry was taken by two men"


def test_a_timeline_stays_whole_where_a_fifth_of_it_does() -> None:
    texts = [f"-{DAYS[0]}", f"+{TOLD}", f"-{DAYS[1]}", "-The two are found", f"-{DAYS[2]}", f"-{DAYS[3]}"]
    assert found(*texts, score=-6.0) == [text[1:] for text in texts if text[0] == "-"]
    assert found(*texts, score=-8.0) == []
    assert found(*(text.replace("+", "-") for text in texts)) == []
    assert found(*texts[:-1]) == []  # three days


@pytest.mark.parametrize(
    "days",
    [
        ("14 August 2021", "15 August 2021", "17 August 2021", "18 August 2021"),  # lists of articles have years
        ("14 August", "18 August", "15 August", "17 August"),  # in no order
        ("14 August", "14 August", "14 August", "14 August"),
    ],
)
def test_other_days_are_no_timeline(days: tuple[str, str, str, str]) -> None:
    assert found(f"-{days[0]}", f"+{TOLD}", f"-{days[1]}", f"-{days[2]}", f"-{days[3]}") == []


def test_days_that_doubtful_seams_cut() -> None:
    kept = "+Jun 5 Harbour, Pier Hall.", "+Jun 7 Eastport, Dock.", "+Jun 9 Bay, Town Hall."
    assert found(*kept, "-Jun", "-12 Quill Point, Old", "-Arena.", f"+{BODY}", gap=SPACE) == [
        "Jun", "12 Quill Point, Old", "Arena.",
    ]  # fmt: skip


def test_days_of_a_timeline_are_no_time_stamps() -> None:
    told = "The captain says that his ferry was taken from its pier in the middle of the night by men whom he knew from"
    timeline = [line for day in DAYS for line in (day, f"{told} {day}.")]
    text = "\n".join([BODY, MORE, "How it went", *timeline, LAST])
    assert all(block.role is not Role.STAMP for block in read(text).blocks)


@pytest.mark.parametrize("mark", ["- ", "• ", "■ ", "* "])
def test_sentences_behind_marks_stay_where_a_clause_announces_them(mark: str) -> None:
    asked = ("Leave the car at home.", "Be at the quay early. The boats fill by nine.", "Call 555 0100 if late.")
    listed = [f"{mark}{text}" for text in asked]
    text = "\n\n".join([BODY, "This is what the harbour asks of those who come:", *listed, MORE, LAST])
    found = read(text).text
    assert all(item in found for item in asked)


def test_labels_with_figures_stay_behind_marks() -> None:
    items = ["• Depth: 12 metres at low water and 15 at high water, as measured by the harbour in 2021", "• Berths: 5",
             "• Cranes: two, built in 1911 and 1926 and still in use on most days of the year"]
    text = "\n\n".join([BODY, MORE, "Key facts", *items, LAST, BODY.replace("Monday", "Friday")])
    assert [text for item in items if item in read(text).text] == [text] * 3


def test_an_item_may_end_in_a_day() -> None:
    items = ["- no dismissals until 31 December 2025", "- two seats on the board", "- a bonus, once it pays"]
    text = "\n\n".join([BODY, "She counts up what the contract says:", *items, MORE, f"{LAST} It was signed in 2025."])
    assert [item for item in items if item not in read(text).text] == []


@pytest.mark.parametrize(
    "titles",
    [
        ("- Housing: Ferry back after a month", "- Housing: Dock sold to a stranger", "- Traffic: Captain goes home"),
        ("• Ferry back after a month", "• Dock sold to a stranger", "• Captain goes home early"),
    ],
)
def test_titles_behind_marks_are_no_such_list(titles: tuple[str, ...]) -> None:
    pieces = Pieces([BODY, *titles, MORE], [LINE] * 5, [1.0] * 5)
    assert list(marked(pieces, [True, False, False, False, True])) == []
