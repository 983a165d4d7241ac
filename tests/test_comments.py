"""Readers' comments end an article, wherever sites put the time of each."""

from __future__ import annotations

import pytest

import cleantext

STORY = [
    "The council of Marrow Bay voted on Monday to move its library into the old fish hall on the quay.",
    "“It smells less than you would think,” said librarian Odile Ferrars, who keeps 40,000 books there.",
    "About 300 people use the library each day. The hall has twice as many seats, and a view of the ferries.",
    "Fishermen had asked for the hall as well. They will get a smaller one behind the customs house, the mayor said.",
    "The roof was mended in spring after two storms, for which the county paid a third of 1.2 million crowns.",
    "Builders will begin in August, and the first shelves are expected to be carried over the square before winter.",
]
SAID = [
    "My grandfather sold herring in that hall, and he could not read a word. He would have laughed for a week.",
    "Nobody asked those of us who live on the quay, and the parking is a mess already on market days.",
    "The old library leaked on the children's books for ten years, so I for one am glad of any roof at all.",
]
MARKS = {
    "WordPress": "{name} says:{gap}May {day}, 2024 at 9:1{day} am{gap}{text}",
    "WordPress, German": "{name}{gap}{day}. Mai 2024 um 15:2{day} Uhr - Antworten{gap}{text}",
    "a button behind": "{name}{gap}May {day}, 2024 at 9:1{day} am{gap}Reply{gap}{text}",
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
@pytest.mark.parametrize("gap", ["\n", " "], ids=["lines", "flat"])
def test_comments_are_no_body(mark: str, gap: str) -> None:
    names = "Ada", "Bo", "Cy"
    comments = [mark.format(name=names[i], gap=gap, day=i + 3, text=text) for i, text in enumerate(SAID)]
    out = cleantext.clean(gap.join([*STORY, *comments]))
    assert all(text[-30:] in out for text in STORY)
    assert not any(text[:40] in out or text[-40:] in out for text in SAID)


def test_times_and_words_of_a_report_are_no_comments() -> None:
    posts = [f"{hour}:15 Uhr: Die Feuerwehr pumpt weiter Wasser aus dem Hafenbecken ab." for hour in (9, 12, 17)]
    answers = [f"Ada Quill says: “It was 9:{n}5 am when the ferry left, and nobody was on board.”" for n in (1, 2, 3)]
    for texts in (posts, answers):
        out = cleantext.clean("\n".join([*STORY, *texts, STORY[0].replace("Monday", "Tuesday")]))
        assert "on Tuesday" in out
