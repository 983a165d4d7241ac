"""Lists of points: their labels, and the summary that they are."""

import pytest

from cleantext import read
from cleantext.text.kinds import points_labels

BODY = (
    "The ferry between Hafenstadt and the islands will run again from Monday, its owner said on Friday after two weeks "
    "in dock. Engineers had found cracks in both of its engine mounts. The mayor, Ida Holm, said that she "
    "was pleased. Some 400 people cross the sound every day, most of them on their way to work."
)
POINTS = (
    "The ferry was two weeks in dock after cracks were found",
    "Mayor Ida Holm says the islands were cut off for too long",
    "Owner will pay each passenger who had booked a crossing",
)


@pytest.mark.parametrize(
    "text",
    [
        "The story highlights how slow the ferries are.",
        "At a glance, the harbour looks empty.",
        "In brief, nothing happened.",
        "Key points",
        "Key Facts About Ferries",
        "Here Are The Key Takeaways From The Debate",
        "Eine Zusammenfassung Der Woche",
    ],
)
def test_words_in_a_sentence_are_no_label(text: str) -> None:
    assert points_labels(text) == []


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_points_after_a_label_are_the_summary(between: str) -> None:
    text = f"Story highlights{between}{between.join(POINTS)}{between}{BODY}"
    found = read(text)
    assert "Story highlights" not in found.text
    assert all(point in " ".join(found.facts.summary) for point in POINTS[1:])
    assert found.text.startswith("The ferry between Hafenstadt")


def test_points_under_a_headline_are_the_summary() -> None:
    head = "Ferry to the islands runs again on Monday after two weeks in dock"
    text = "\n".join((head, *POINTS, "By Ada Quill", "Published: 10:09, 7 November 2021", "", BODY))
    facts = read(text).facts
    assert (facts.headline, facts.summary, facts.authors) == (head, POINTS, ("Ada Quill",))


def test_two_lines_are_no_list() -> None:
    text = "\n".join(("Ferry runs again", *POINTS[:2], "By Ada Quill", "", BODY))
    assert all("points" not in reason.rule for block in read(text).blocks for reason in block.reasons)


def test_a_label_with_a_colon_begins_its_paragraph_on_lines() -> None:
    paragraph = "Story highlights: The ferry runs again after nine days in dock. The harbour board said so on Monday."
    more = "Crews had worked through three nights to free the rudder, and nobody had been hurt in the end."
    assert read(f"{paragraph}\n\n{more}").text == f"{paragraph}\n\n{more}"
    assert not any(block.text.startswith(":") for block in read(f"{paragraph} {more}").blocks)
