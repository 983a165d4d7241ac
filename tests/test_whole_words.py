"""Words and names that stay whole in glued text, and sentences that go on behind a gap."""

from __future__ import annotations

import re

import pytest

import cleantext
from cleantext import Document
from cleantext.models.splits import best_split
from cleantext.steps.rejoin import Rejoin
from cleantext.text.leading import sentence_goes_on
from cleantext.text.lexicon import lexicon
from cleantext.text.lists import lines
from cleantext.text.persons import is_given_name
from pages import flat, pages

LANGUAGES = ("en", "de", "es", "fr")


def listed(language: str) -> list[str]:
    return [word for line in lines(f"{language}/whole_words.txt") for word in line.split()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_in_order_and_stay_whole(language: str) -> None:
    words = listed(language)
    assert words == sorted(set(words))
    assert all(word.isalpha() and word.islower() for word in words)
    assert not any(best_split(word, lexicon(language), {}, language) for word in words)


def test_they_would_come_apart_otherwise() -> None:
    either = ((word, (word, word.capitalize())) for word in listed("en"))
    parted = [word for word, forms in either if any(best_split(form, lexicon("en"), {}, "") for form in forms)]
    assert len(parted) > 0.9 * len(listed("en"))


@pytest.mark.parametrize(
    ("run", "language", "at"),
    [("presidentrefused", "en", 9), ("thewater", "en", 3), ("hisway", "en", 3), ("paralos", "es", 4),
     ("dansla", "fr", 4)],
)  # fmt: skip
def test_two_words_still_come_apart(run: str, language: str, at: int) -> None:
    assert best_split(run, lexicon(language), {}, language) == (at,)


@pytest.mark.parametrize("word", ["Künstlerin", "Mitarbeiterinnen", "Lehrerin"])
def test_a_womans_trade_is_one_word(word: str) -> None:
    assert best_split(word, lexicon("de"), {}, "de") == ()


def test_a_word_put_into_a_glued_page_stays_whole() -> None:
    page = next(page for page in pages() if page.language == "en")
    text = flat(page, "glued").text
    at = next(m.start() for m in re.finditer(r"(?<=[a-z]) (?=[a-z])", text[800:])) + 800
    for word in ("screenplay", "Stephenson", "drawbridge"):
        assert word in cleantext.clean(f"{text[:at]} {word}{text[at:]}", "gentle").split()


@pytest.mark.parametrize("name", ["E.ON", "E.Leclerc", "Mail.Ru", "Dr.Oetker", "J.K.Rowling"])
def test_a_stop_within_a_name_ends_nothing(name: str) -> None:
    text = f"The firm said so on Monday.The owner of {name} was not there.The talks go on.It rained at the harbour." * 2
    assert cleantext.clean(text, "gentle").replace("J.K. ", "J.K.").count(name) == 2


@pytest.mark.parametrize("name", ["John F. Kennedy", "George W. Bush", "Maria Marsh"])
def test_initials_and_given_names_are_followed_by_a_surname(name: str) -> None:
    text = f"It rained on Monday. The owner met {name} at the old harbour, and so did all the others who were there. "
    text += "Nobody was hurt in the end, they said."
    assert name in cleantext.clean(text, "gentle")


def test_given_names_are_listed_once_as_they_are_written() -> None:
    names = [name for line in lines("given_names.txt") for name in line.split()]
    assert len(names) == len(set(names))
    assert all(name[0].isupper() and is_given_name(name) for name in names)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a policy | “of last resort”", "en"),
        ("l’Etat | « sur sa responsabilité", "fr"),
        ("“It sank,” said | Ada", "en"),
        ("„Es sank“, sagte | Ada", "de"),
        ("July 15, 1960: | The pier", "en"),
        ("11.04 Uhr: | Der Kai", "de"),
        ("with three hulls. | – or two", "en"),
    ],
)
def test_a_sentence_goes_on(text: str, language: str) -> None:
    at = text.index(" | ")
    assert sentence_goes_on(text.replace(" | ", " "), at, at + 1, language)


@pytest.mark.parametrize(
    "text",
    [
        "It sank. | “of last resort”", "It was said | Ada", "It was so in 2018: | The pier",
        "It costs so much since 1 June 2025: | Boat", "It said: | – the pier",
        "so | – The",
    ],
)  # fmt: skip
def test_one_may_end_there(text: str) -> None:
    at = text.index(" | ")
    assert not sentence_goes_on(text.replace(" | ", " "), at, at + 1, "en")


def test_an_article_alone_on_a_line_goes_on_in_the_next() -> None:
    broken = "The pier was closed.\nA\nMexican-owned ferry hit it.\nA damaged\nUS boat lay at the dock on Monday."
    mended = Rejoin()(Document.of(broken)).text
    assert mended == "The pier was closed.\nA Mexican-owned ferry hit it.\nA damaged US boat lay at the dock on Monday."
