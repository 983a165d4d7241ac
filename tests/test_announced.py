"""Lists of short items stay with the clause that announces them, whatever took their breaks; lists of titles do not."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.models.pieces import Pieces
from cleantext.models.runs import announced
from cleantext.steps.rejoin import Rejoin
from cleantext.steps.unglue import _with_lists
from cleantext.text.announced import announces, are_alike, breaks_before_items, is_item, items_in, lists_in

BEFORE = [
    "Die Fähre nach Nordholm fährt seit Montag wieder, doch der Sturm hat am Hafen viel zerstört. Zwei Kais sind weg.",
    "„So etwas haben wir seit vierzig Jahren nicht gesehen“, sagte Hafenmeisterin Ada Kiel am Abend im Gemeinderat.",
]
AFTER = [
    "Der Gemeinderat will am Donnerstag über die Kosten beraten. Kiel rechnet mit zwei Millionen Euro für die Kais.",
    "Bis zum Sommer sollen die Fähren wieder nach ihrem alten Plan fahren. Verletzt wurde bei dem Sturm niemand.",
]
HEAD = "Diese Anleger bleiben bis Ostern gesperrt:"
LISTS = {
    "capitals": ["Nordkai hinter der Werft", "Anleger am Fischmarkt", "Kleine Mole"],
    "signs": ["Fährgesellschaft Nordholm (FGN)", "Hafenbetriebe Sandwall (HBS)", "Inselbahn Holm (IBH)"],
    "labels": ["Nordkai: bis 3. April", "Fischmarkt: bis 8. April", "Kleine Mole: offen"],
    "versions": ["Kai 1: 2.1.7", "Kai 2: 2.0.14", "Kai 3: 3.0.2 (Plan 20241219)"],
    "small": ["zwei Kais hinter der alten Werft", "der Anleger am Fischmarkt", "die kleine Mole"],
}


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("mark", ["", "– "])
def test_a_list_on_lines_stays_with_its_head(kind: str, mark: str) -> None:
    items = [f"{mark}{item}" for item in LISTS[kind]]
    text = cleantext.clean("\n".join([*BEFORE, HEAD, *items, *AFTER]))
    assert [line for line in (HEAD, *items) if line not in text.split("\n\n")] == []


@pytest.mark.parametrize("kind", LISTS)
def test_a_glued_list_of_marked_items_stays_and_is_parted(kind: str) -> None:
    items = [f"– {item}" for item in LISTS[kind]]
    text = cleantext.clean("".join([*BEFORE, HEAD, *items, *AFTER]))
    assert [line for line in (HEAD, *items) if line not in text.split("\n\n")] == []


@pytest.mark.parametrize(
    "head",
    [
        "Lesen Sie auch die folgenden Beiträge:",
        "Mehr vom Sturm an der Küste:",
        "Diese Artikel mögen andere Leser:",
        "More on the storm and its costs:",
        "Foto: Ada Kiel, Bo Holm:",
        "Gesperrt:",
        "Er sagte nur wenige Worte.",
    ],
)
def test_what_announces_no_list(head: str) -> None:
    assert not announces(head)


def test_titles_behind_a_pointer_are_no_list() -> None:
    titles = ["Fähre rammt den Fischmarkt", "Kiel sucht neue Lotsen", "Holm feiert ohne Feuerwerk"]
    assert list(lists_in([*BEFORE, "Weitere Berichte vom Sturm:", *titles, *AFTER])) == []
    assert list(lists_in([*BEFORE, HEAD, *titles, *AFTER])) == [range(3, 6)]


def test_items_are_short_and_of_one_shape() -> None:
    assert not is_item("Der Nordkai bleibt bis Ostern gesperrt.")
    assert not is_item("Von Ada Kiel")
    assert are_alike(["zwei Kais", "3 Anleger"])
    assert not are_alike(["– zwei Kais", "• drei Anleger"])
    assert list(lists_in([HEAD, "Nordkai", "die kleine Mole", "Der Rat berät."])) == []


def test_a_list_may_end_like_a_sentence() -> None:
    assert list(lists_in([HEAD, "– der Nordkai,", "– die Mole,", "– der Fischmarkt.", *AFTER])) == [range(1, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Gesperrt sind zwei Kais: - der Nord- und der Südkai bleiben zu.",
        "Gesperrt sind: – der Nordkai – und die Mole – bis Ostern.",
        "Kiel war nicht zufrieden: — Der Nordkai ist zu,— sagte sie,— und das bis Ostern.",
        'Das ist der Plan: - es gibt ihn- "die Räte" kennen ihn.',
        "Der Rat – das sagte Kiel– berät– am Donnerstag.",
        "",
    ],
)
def test_dashes_of_a_sentence_are_no_items(text: str) -> None:
    assert list(items_in(text)) == []


@pytest.mark.parametrize("items", LISTS.values(), ids=LISTS)
def test_lines_of_a_list_are_not_joined(items: list[str]) -> None:
    text = "\n".join([*BEFORE, HEAD, *items, *AFTER])
    assert Rejoin()(cleantext.Document.of(text)).text == text


def test_breaks_before_items_are_none_of_a_sentence() -> None:
    items = ["Nordkai", "Fischmarkt", "Kleine Mole"]
    assert list(breaks_before_items([BEFORE[0], HEAD, *items, AFTER[0]])) == [1, 2, 3]
    assert list(breaks_before_items([BEFORE[0], HEAD, *items, "bis zum Sommer, sagte Kiel."])) == []


@pytest.mark.parametrize(
    ("texts", "scores", "stays"),
    [
        ([BEFORE[0], HEAD, "Nordkai", "Fischmarkt", AFTER[0]], [5.0, -2.0, -5.0, -5.0, 2.0], [1, 2, 3]),
        ([BEFORE[0], HEAD, "Nordkai", "Fischmarkt", AFTER[0]], [5.0, -4.5, -5.0, -5.0, 2.0], []),
        ([BEFORE[0], HEAD, "Nordkai", "Fischmarkt", AFTER[0]], [5.0, -2.0, -5.0, -7.0, 2.0], []),
        ([BEFORE[0], HEAD, "Nordkai", "Fischmarkt", AFTER[0]], [-5.0, -2.0, -5.0, -5.0, 2.0], []),
        ([BEFORE[0], HEAD, "Nordkai", "Fischmarkt", AFTER[0]], [5.0, -2.0, -5.0, -5.0, -2.0], []),
        ([BEFORE[0], HEAD, "Nordkai", "Fischmarkt"], [5.0, -2.0, -3.0, -3.0], [1, 2, 3]),
        ([BEFORE[0], HEAD, "Nordkai", "Fischmarkt"], [5.0, -2.0, -5.0, -5.0], []),
    ],
)
def test_a_list_stays_between_what_stays(texts: list[str], scores: list[float], stays: list[int]) -> None:
    pieces = Pieces(texts, [2] * len(texts), [1.0] * len(texts))
    assert list(announced(pieces, [score > 0 for score in scores], scores)) == stays


def test_what_something_speaks_against_is_no_list() -> None:
    texts = [BEFORE[0], HEAD, "Nordkai", "Fischmarkt", AFTER[0]]
    pieces = Pieces(texts, [2] * 5, [1.0] * 5)
    assert list(announced(pieces, [True, False, False, False, True], [5.0, -2.0, -3.0, -3.0, 2.0], {3})) == []


def test_lines_of_items_are_blocks() -> None:
    text = "\n".join([BEFORE[0], HEAD, "Nordkai", "Fischmarkt", AFTER[0]])
    breaks = [(at, at + 1, 0.3) for at, char in enumerate(text) if char == "\n"]
    assert [p for _, _, p in _with_lists(breaks, text)] == [0.3, 0.9, 0.9, 0.3]
