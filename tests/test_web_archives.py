"""Pages that a web archive shows again, with its banner above them."""

from __future__ import annotations

import pytest

import cleantext

BANNER = (
    "1,204 captures", "3 May 2019 - 17 Dec 2024", "Nov", "DEC", "Jan", "17", "2023", "2024", "2025", "success", "fail",
    "About this capture", "COLLECTED BY", "Organization:", "Isle Crawls",
    "Isle Crawls is a group of volunteers who keep copies of small sites before they are closed. It began in 2009.",
    "Collection:", "harbours and lighthouses", "TIMESTAMPS",
    "The Wayback Machine - https://web.archive.org/web/20241217161500/https://isle.example/news/ferry-runs-again",
)  # fmt: skip
BODY = (
    "Die Fähre fährt am Montag wieder, teilte ihr Besitzer mit, nachdem der Rat einen neuen Motor bezahlt hatte.",
    "Etwa vierzig Menschen leben das ganze Jahr auf den Inseln; bisher brachten ihnen Fischerboote die Post.",
    "Die Preise bleiben bis zum Frühjahr, sagte Nils Moe, der die Linie mit seinen beiden Schwestern führt.",
)


@pytest.mark.parametrize("joint", ["\n", " ", "\n\n"])
def test_the_banner_goes_and_the_article_stays(joint: str) -> None:
    text = joint.join(["Die Fähre fährt wieder - Inselpost", *BANNER, "Die Fähre fährt wieder", *BODY])
    cleaned = cleantext.clean(text)
    assert all(paragraph in cleaned for paragraph in BODY)
    assert not any(words in cleaned for words in ("volunteers", "captures", "web.archive.org", "COLLECTED"))


def test_an_article_on_the_archive_stays() -> None:
    text = (
        "The Wayback Machine - https://web.archive.org/ - has kept pages since 1996, the library said on Monday.\n\n"
        "It had 12 captures of the page. About this capture nothing else is known, its director said."
    )
    assert cleantext.clean(text) == text
