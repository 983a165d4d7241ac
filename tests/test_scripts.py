"""Sound articles in many scripts stay as they are, and come apart where their paragraphs were glued."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleantext
from cleantext.text.language import language_of

NO_SIGNS = frozenset(("th", "zh"))  # glued paragraphs look like sentences there, or no stop ends them


def _by_language(name: str) -> dict[str, list[str]]:
    """The lines of a file by the language in brackets above them."""
    found: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()[1:]:
        if line.startswith("["):
            lines = found[line.strip("[]")] = []
        else:
            lines.append(line)
    return found


ARTICLES, AROUND = _by_language("scripts.txt"), _by_language("scripts_around.txt")


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
@pytest.mark.parametrize("language", ARTICLES)
def test_a_sound_article_stays(language: str, joint: str) -> None:
    assert cleantext.clean(joint.join(ARTICLES[language])) == "\n\n".join(ARTICLES[language])


@pytest.mark.parametrize("language", [language for language in ARTICLES if language not in NO_SIGNS])
def test_glued_paragraphs_come_apart(language: str) -> None:
    assert cleantext.clean("".join(ARTICLES[language])).split("\n\n") == ARTICLES[language]


@pytest.mark.parametrize("joint", [" ", ""])
@pytest.mark.parametrize("language", ARTICLES)
def test_nothing_is_lost(language: str, joint: str) -> None:
    cleaned = cleantext.clean(joint.join(ARTICLES[language]))
    assert "".join(cleaned.split()) == "".join("".join(ARTICLES[language]).split())


@pytest.mark.parametrize("language", AROUND)
def test_what_stands_around_goes(language: str) -> None:
    around = AROUND[language]
    body = around.index("...")
    page = "\n".join([*around[:body], *ARTICLES[language], *around[body + 1 :]])
    assert cleantext.clean(page).split("\n\n") == ARTICLES[language]


@pytest.mark.parametrize(
    ("text", "language"), [("این کشتی پیر است", "fa"), ("هذه السفينة قديمة", "ar"), ("এই ঘাট পুরোনো", "bn")]
)
def test_languages_are_told_by_their_letters(text: str, language: str) -> None:
    assert language_of(text) == language
