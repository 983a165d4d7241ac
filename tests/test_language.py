"""The language of a text whose site speaks another one."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.language import language_of
from test_scripts import ARTICLES

MENU = (
    "Isle News", "Home", "World", "Business", "Opinion", "Sport", "Culture", "Weather", "Video", "Newsletters",
    "Log in",
    "Most read", "Ferry to run again after council finds the money for a new engine",
    "The lighthouse keeper who paints every ship that passes", "Why the harbour's old crane will stay where it is",
    "Five beaches that even the islanders have never heard of",
    "We use cookies and similar methods to run this site, to measure its use and to show what you may like.",
)  # fmt: skip
END = ("Read more", "Share", "WhatsApp", "About us", "Contact", "Terms of use", "© 2025 Isle News. Rights reserved.")


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("language", [language for language in ARTICLES if language != "th"])
def test_an_article_stays_among_menus_in_english(language: str, times: int) -> None:
    cleaned = cleantext.clean("\n".join([*MENU * times, *ARTICLES[language], *END]))
    assert all(paragraph in cleaned for paragraph in ARTICLES[language])


def test_long_lines_tell() -> None:
    line = "Die Fähre fährt am Montag wieder, und die Werft hat dem Rat den neuen Motor nicht mehr als einmal gezeigt."
    assert language_of("\n".join([*MENU[:-1] * 9, *[line] * 3])) == "de"
    assert language_of("\n".join([*MENU * 9, "Die Fähre ist und war nicht da."])) == "en"
