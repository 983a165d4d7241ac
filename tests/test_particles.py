"""Lines of Japanese and Korean that go on, and datelines that stay whole."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import Document
from cleantext.steps.rejoin import Rejoin
from cleantext.steps.unglue import Unglue
from cleantext.text.datelines import datelines_in, places_after_deck
from cleantext.text.particles import lines_that_go_on


def healed(text: str) -> str:
    return Rejoin()(Document.of(text)).text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("島の役場は10日、\n定期船\nを通じて\n港町\nに知らせた。", "島の役場は10日、定期船を通じて港町に知らせた。"),
        ("役場は\n港町\nと\n丘町\nに船を出した。", "役場は港町と丘町に船を出した。"),
        ("船（\nフェリー\n）は港に戻った。", "船（フェリー）は港に戻った。"),
        ("섬 관청은 10일\n항구 마을\n에 배를 보냈다고 밝혔다.", "섬 관청은 10일 항구 마을에 배를 보냈다고 밝혔다."),
    ],
)
def test_a_sentence_broken_at_its_links_is_healed(text: str, whole: str) -> None:
    assert healed(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "船は港に戻った。\nはい、と船長は答えた。",
        "船は港に戻った。\nを知る人は少ない。",
        "島の船\nでも、乗客は少なかった。",
        "港の話題\nにぎわう島の市場\n船長の一日",
        "섬의 배\n은행은 문을 닫았다.",
    ],
)
def test_lines_that_begin_anew_stay(text: str) -> None:
    assert healed(text) == text


def test_a_line_with_nothing_before_it_begins_the_text() -> None:
    assert lines_that_go_on(["を知る人"], "ja") == set()


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, Norway, May 3 (Isle Wire) - ", "MATANE, Que. — ", "NEW HAVEN (AP) — ", "L'AQUILA – ", "OSLO -- ",
        "ST. JOHN'S, N.L. – ",
    ],
)  # fmt: skip
def test_a_dateline_stays_with_its_sentence(dateline: str) -> None:
    body = "The ferry to the outer islands will run again on Monday, its owner said at the harbour. It is full."
    text = f"Ferry back after the storm\n7 November 2021, 10:09 EDT{dateline}{body} {body.replace('Monday', 'Friday')}"
    assert dateline.rstrip() in cleantext.clean(text)
    assert [text[a:b] for a, b in datelines_in(text)][-1].endswith(f"{dateline.lstrip()}T")


@pytest.mark.parametrize("text", ["FERRY BACK - ALL WELL", "The NATO – an alliance – met.", "Two CDS – for it", "–"])
def test_what_is_no_dateline(text: str) -> None:
    assert list(datelines_in(text)) == []


SURE = 0.9  # that a block begins
DECK = "Die Stadtwerke wollen den Preis nicht senken, die Fahrgäste warten weiter."
REPORT = "Am Montag legte die Fähre wieder ab, nachdem sie einen Monat lang im Dock gelegen war. Alle standen am Kai."


@pytest.mark.parametrize("places", ["Oslo", "Gullstadt/Oslo", "Port Ada / Gullstadt", "St. Ada", "Neu-Gullstadt"])
def test_places_behind_a_deck_begin_the_article(places: str) -> None:
    text = f"{DECK} {places} – {REPORT}"
    assert cleantext.clean(text) == f"{DECK}\n\n{places} – {REPORT}"
    assert any(b.text.startswith(places) and b.seam > SURE for b in Unglue()(Document.of(text)).blocks)


def test_a_place_may_be_named_at_the_end_of_the_deck_too() -> None:
    text = f"Die Fähre fährt wieder nach St. Gull. St. Gull – {REPORT}"
    assert [text[at:][:9] for at in places_after_deck(text)] == ["St. Gull "]


@pytest.mark.parametrize(
    "text",
    [
        f"{DECK} Oslo – eine Stadt am Meer – hilft.",
        f"Die Minister treffen sich am 6. Oktober – Vertreter der Länder kommen dazu. {REPORT}",
        f"{DECK}\nEr kam mit. Oslo – {REPORT}",
        f"Oslo – {REPORT}",
        f"Die Fähre fährt nach St. Ada – Montag ist der erste Tag. {REPORT}",
        f"{REPORT} " * 6 + f"Oslo – {REPORT}",
    ],
)
def test_what_are_no_places_behind_a_deck(text: str) -> None:
    assert list(places_after_deck(text)) == []


def test_lines_that_were_wrapped_leave_no_break_to_look_at() -> None:
    lines = (
        "船は月曜日に再び運航すると、会社が土曜日の夜に",
        "発表した。六週間前に機関が壊れて、港に引かれて",
        "いたのだった。住民は、その間、漁船で運ばれたパ",
        "ンと郵便で暮らしていたという。船長は、もう二度",
        "と同じことがないようにしたいと話した。",
    )
    assert healed("\n".join(lines)) == "".join(lines)
