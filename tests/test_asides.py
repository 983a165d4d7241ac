"""Lines among the body that are about the text: rights, revisions, helpers, handles, buttons, titles elsewhere."""

from __future__ import annotations

import pytest

from cleantext import Document, read
from cleantext.models.neighbours import CLOSED, GALLERY, LINKED, POINTED, POINTER, TITLED, neighbour_votes
from cleantext.models.pieces import LINE, NONE, SPACE, Pieces, measure
from cleantext.steps.rejoin import Rejoin
from cleantext.text.asides import calls_in, is_aside, is_call
from cleantext.text.credits import _BUTTON
from cleantext.text.lists import phrases

BODY = "The ferry to the outer islands will run again on Monday, its owner said at the harbour."


@pytest.mark.parametrize(
    "text",
    [
        "Copyright 2026 The Isle News. All rights reserved.", "© 2026 Isle News", "(c) 2026 Isle News",
        "(Adds a quotation.)", "(Updates with the owner's comment in the third paragraph.)",
        "Reporter Ada Quill contributed.", "Follow @islenews", "• Ada Quill contributed to this report.",
        "Ada Quill, Bo Tern and Ida Holm contributed.", "Twitter: @islenews",
    ],
)  # fmt: skip
def test_an_aside(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "Copyright law was written in 1998, he said.", "Adds up", "The rain contributed.", "Follow the ferry",
        "@islenews says that it sank", "He said that 2026 was a bad year ©", "Both of them contributed.",
    ],
)  # fmt: skip
def test_no_aside(text: str) -> None:
    assert not is_aside(text)


@pytest.mark.parametrize(
    "call",
    [
        "(To see the ferry leave, click here)", "(Click here to sign up.)", "(Hier klicken und die Fähre sehen).",
        "(Para ver las tarifas, haz clic)", "(Pour voir le bateau, cliquez ici)", "( Also on ISLE NEWS: Ferry back)",
        "(RELATED: Harbour Master Says He Can’t)", "(See FERY stock analysis on Isle News)",
        "(Lesen Sie auch: Fähre fährt)",
    ],
)  # fmt: skip
def test_a_call_in_brackets_goes_and_the_paragraph_stays(call: str) -> None:
    more = "The council lent the family the rest of the money, to be paid back over the next ten years."
    assert is_call(call)
    assert read(f"{BODY} {call}{more} Fares stay as they are.").text.startswith(f"{BODY}\n\n{more}")


@pytest.mark.parametrize(
    "text",
    [
        "The page said (click here to go on) and nobody did.", "It is back. (They were told to click here, and did.)",
        "It is back. (To see it leave, ask the harbour master)", "It is back. (click here",
        "The fares (read: taxes) rose.", "It is back. (Read: taxes", "It is back. (See the sign on the quay.)",
        "It is back. (Also on board: the harbour master.)",
    ],
)  # fmt: skip
def test_no_call(text: str) -> None:
    assert not list(calls_in(text))


def votes(*texts: str, linked: tuple[int, ...] = ()) -> dict[int, str]:
    n = len(texts)
    return neighbour_votes(Pieces(list(texts), [LINE] * n, [1.0] * n, linked), [2.0] * n)


def test_the_line_before_a_button_that_hides_it_is_a_caption() -> None:
    assert votes(BODY, "The pier at dusk", "hide caption", BODY) == {1: CLOSED}
    assert votes(BODY, "The pier at dusk", "The ferry hid the caption", BODY) == {}
    signed = votes(BODY, "The pier at dusk.", "Bo Tern for Reuters", "hide caption", BODY)
    assert (signed[1], signed[2]) == (CLOSED, CLOSED)
    texts = [BODY, "The pier at dusk.", "It rained.", "hide caption", BODY]
    glued = Pieces(texts, [NONE] * 5, [1.0, 0.9, 0.3, 0.9, 0.9])
    assert neighbour_votes(glued, [2.0] * 5) == {1: CLOSED, 2: CLOSED}


def test_it_is_cut_out_of_flat_text() -> None:
    more = "Nobody had thought of the captain, who was at home all the while and watched it from his window."
    document = read(f"{BODY}The pier at dusk Ada Quill/Isle News hide caption toggle caption{more}")
    assert document.text == f"{BODY}\n\n{more}"


def test_every_button_has_the_word_that_is_looked_for_first() -> None:
    assert all(_BUTTON in phrase for phrase in phrases("captions", "closes"))


def test_all_between_two_such_buttons_is_a_numbered_slide() -> None:
    slide = ("The ferry in 1998.", "It was new then, and as white as the gulls.", "Hide Caption")
    assert votes(BODY, *slide, "2 of 9", *slide, BODY) == {2: CLOSED, **dict.fromkeys((4, 5, 6), GALLERY)}
    assert votes(BODY, *slide, BODY, *slide, BODY) == dict.fromkeys((2, 6), CLOSED)


@pytest.mark.parametrize(
    "text", ["Tight squeeze:Boats are outgrowing the harbour", "[ The ferry is back after nine months ]"]
)
def test_a_title_of_another_article(text: str) -> None:
    assert votes(BODY, text, BODY) == {1: TITLED}


@pytest.mark.parametrize("text", ["Tight squeeze: boats are outgrowing it", "[Note: the pier is closed]", "At 8:Ferry"])
def test_no_title_of_another(text: str) -> None:
    assert votes(BODY, text, BODY) == {}


def test_what_an_empty_line_broke_in_mid_sentence_is_likelier_body() -> None:
    assert votes(BODY, "a sentence that goes on", BODY, linked=(1,)) == {1: LINKED}
    sentence = "Following the storm, the owner of the line\n\n\n\nstrongly denounced the dock and its crew."
    document = Rejoin()(Document.of(f"{BODY * 6} {sentence} {BODY * 6}"))
    assert measure(document.blocks, document.original).linked == [0]


def test_on_lines_an_empty_line_says_nothing() -> None:
    broken = ["It was hit on Monday, and the owner of the", "line was not amused by it at all."]
    document = read("\n\n".join([BODY, *broken, BODY] * 3))
    assert not any(LINKED in [reason.rule for reason in block.reasons] for block in document.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "► Lesen Sie auch: Was der Hafen kostet", "▶︎ LESEN SIE DAZU AUCH: Was der Hafen kostet",
        "İLGİLİ HABER: Liman yeniden açıldı", "Puedes leer: El puerto abre de nuevo", "LÄS MER: Hamnen öppnar igen",
        "Approfondimento: Il porto riapre", "Se videon: Hamnen öppnar igen", "Lesetipp: Was kostet der Hafen?",
    ],
)  # fmt: skip
def test_signs_and_capitals_do_not_hide_a_label(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize("text", ["→ Der Hafen: Was er kostet", "Mira: nadie lo sabía", "Lesetipps gab er keine."])
def test_a_sign_makes_no_label(text: str) -> None:
    assert not is_aside(text)


@pytest.mark.parametrize("sign", [">> ", ">>", "► ", "→ ", "▶︎ "])
def test_a_sign_before_a_label_leaves_the_sentence_before_it_whole(sign: str) -> None:
    pieces = [BODY, BODY.replace("Monday", "Friday"), f"{sign}READ MORE: Fares to rise", f"{BODY[:60]}."]
    text = read("".join(pieces)).text
    assert "READ MORE" not in text
    assert text.count("its owner said at the harbour.") == 2


def test_a_question_behind_a_pointer_is_its_title() -> None:
    def vote(*texts: str) -> str | None:
        pieces = Pieces([BODY, *texts, BODY], [LINE, LINE, SPACE, LINE], [1.0] * 4)
        return neighbour_votes(pieces, [2.0] * 4).get(2)

    assert vote("► READ MORE:", "Who pays for the dock?") == POINTED
    assert vote("Read more:", "Who pays for the dock? Nobody knows.") is None
    assert vote("She wanted to know:", "Who pays for the dock?") is None


def test_a_sign_within_a_line_points_elsewhere() -> None:
    pieces = Pieces([BODY, ">> More on the dock and its crew", BODY], [LINE, SPACE, SPACE], [1.0] * 3)
    assert neighbour_votes(pieces, [2.0] * 3).get(1) == POINTER
    assert votes(BODY, "→ More on the dock and its crew", BODY) == {}
