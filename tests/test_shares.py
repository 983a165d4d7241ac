"""Buttons of share bars in running text, and what stands behind a time stamp in an article's head."""

import pytest

from cleantext import clean, read
from cleantext.text.shares import buttons_behind

STAMP = "June 2, 2022, 10:05 AM"
HEAD = "County keeps its old grain elevator By Ada Quill "
BODY = "The county board voted on Tuesday to mend the old tower. Nobody from the railway came. It will open in May."


@pytest.mark.parametrize(
    ("behind", "language", "found"),
    [
        ("Share The ferry is back.", "en", ["Share"]),
        (" Share“It is back,” she said.", "en", ["Share"]),
        (" SHARESAVE The ferry", "en", ["SHARESAVE"]),
        (" SHAREA ferry is back", "en", ["SHARE"]),
        (" SHARESIOUX FALLS, S.D. (KLOU) — The ferry", "en", ["SHARE"]),
        (" 4 min read Advertisement The ferry", "en", ["4 min read Advertisement"]),
        (" 12 Kommentare Merken Die Fähre", "de", ["12 Kommentare Merken"]),
        (" Partager La navette", "fr", ["Partager"]),
        (" SHARES in Oslo", "en", []),
        (" Share prices fell", "en", []),
        (" Shared memories of", "en", []),
        (" Del Piero scored", "en", []),
        (" Share", "en", []),
    ],
)
def test_buttons_stand_behind_a_stamp(behind: str, language: str, found: list[str]) -> None:
    text = STAMP + behind
    assert [text[a:b] for a, b in buttons_behind(text, [len(STAMP)], language)] == found


@pytest.mark.parametrize("joint", ["Share ", " Share", " Bookmark ", " 3 Comments ", " 4 min read "])
def test_the_body_begins_behind_them(joint: str) -> None:
    assert clean(f"{HEAD}{STAMP}{joint}{BODY}").split() == BODY.split()


def test_icons_that_ran_into_a_name_are_no_part_of_it() -> None:
    head = "Goats Back On The Hills By Ada Quillfacebooktwitterflipboardwhatsapp"
    text = f"{head} The goats are back on the hills of the island. Farmers said on Monday that they will not pay."
    assert read(text).facts.authors == ("Ada Quill",)
    assert "facebooktwitter" in clean("The box was labelled facebooktwitter, and nobody at the pier knew why.")
