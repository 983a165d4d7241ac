"""Articles in capitals throughout."""

from __future__ import annotations

import pytest

import cleantext
from cleantext import Document
from cleantext.steps.rejoin import Rejoin
from cleantext.text.shouting import in_small_letters
from test_scripts import ARTICLES

BODY = (
    "THE FERRY WILL RUN AGAIN ON MONDAY, ITS OWNER SAID, AFTER THE HARBOUR COUNCIL HAD AGREED TO PAY FOR A NEW ENGINE.",
    "SOME FORTY PEOPLE LIVE ON THE ISLANDS ALL YEAR, AND FISHING BOATS HAD SUPPLIED THEM WITH POST FROM PORT AILSA.",
    "“WE ARE GLAD TO BE BACK,” SAID NILS MOE, WHO RUNS THE LINE WITH HIS TWO SISTERS. “THE U.S. ENGINE IS QUIET.”",
    "FARES STAY AS THEY ARE UNTIL SPRING, MR. MOE SAID, AND THE SCHOOL WILL SEND ITS BOOKS BY THE FIRST BOAT.",
)
ITALIAN = (
    "LA NAVE TORNA IN MARE LUNEDÌ DOPO UN INVERNO DI LAVORI, HA DETTO IL PROPRIETARIO DI UNA SOCIETÀ DI NAVIGAZIONE.",
    "SECONDO IL COMUNE DI PORTO AILSA, LE ISOLE CONTANO UNA QUARANTINA DI ABITANTI, SERVITI FINORA DAI PESCATORI.",
    "I PREZZI RESTANO QUELLI DI PRIMA FINO A PRIMAVERA, E LA SCUOLA MANDERÀ I SUOI LIBRI CON LA PRIMA CORSA.",
)


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
@pytest.mark.parametrize("body", [BODY, ITALIAN, *(tuple(map(str.upper, ARTICLES[own])) for own in ("nl", "pl", "uk"))])
def test_an_article_in_capitals_stays(body: tuple[str, ...], joint: str) -> None:
    assert cleantext.clean(joint.join(body)) == "\n\n".join(body)


@pytest.mark.parametrize("joint", ["", " "])
@pytest.mark.parametrize("body", [BODY, ITALIAN])
def test_nothing_of_it_is_lost_in_flat_text(body: tuple[str, ...], joint: str) -> None:
    cleaned = cleantext.clean(joint.join(body))
    assert "".join(cleaned.split()) == "".join("".join(body).split())


def test_what_stands_around_it_goes() -> None:
    text = ["ISLE NEWS", "MENU", "SUBSCRIBE", "By ADA QUILL", *BODY, "READ MORE", "SHARE", "© 2025 ISLE NEWS"]
    assert cleantext.clean("\n".join(text)) == "\n\n".join(BODY)


def test_wrapped_lines_in_capitals_are_put_together() -> None:
    lines = (
        "COASTAL FLOODING OF SIX TO NINE FEET ABOVE NORMAL TIDE LEVELS",
        "CAN BE EXPECTED ON THE NORTH AND EAST COASTS OF THE ISLE. THE",
        "CAUSEWAY WILL BE UNDER WATER BY MIDNIGHT AND MUST NOT BE USED.", "",
        "AN ADVISORY WILL BE ISSUED AT 700 PM AND WILL BE FOLLOWED BY", "THE NEXT COMPLETE ADVISORY AT 1000 PM.",
    )  # fmt: skip
    found = Rejoin()(Document.of("\n".join(lines))).text
    assert found.split("\n\n") == [" ".join(lines[:3]), " ".join(lines[4:])]


def test_small_letters_are_as_many() -> None:
    text = "VAPUR YENİDEN SEFERE BAŞLADI, SAHİBİ PAZARTESİ GÜNÜ\nİLK SEFERİN DOLU OLDUĞUNU VE\nİYİ OLDUĞUNU DEDİ."
    assert len(in_small_letters(text, wrapped=True)) == len(text)
