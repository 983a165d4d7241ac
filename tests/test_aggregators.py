"""The label that aggregators put before an article stands apart, and the headline follows it."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import Role
from cleantext.text.aggregators import is_label, label_of

LABEL = "(Harbour Post | Isle News Now )-"
HEADLINE = "Ferry Back On Monday"
BODY = (
    "The ferry to the outer islands will run again on Monday, its owner said on Saturday evening.\n\n"
    "Some forty people live on the islands all year, and fishing boats had supplied them with food and post.\n\n"
    "Fares will stay as they are until spring, said the owner, who runs the line with his two sisters."
)


@pytest.mark.parametrize("before", ["", "date 2021-11-07 | 23:14 - Source: Isle News\n\n"])
def test_the_label_goes_and_the_headline_is_known(before: str) -> None:
    document = cleantext.read(f"{before}{LABEL} {HEADLINE}\n\n{BODY}")
    assert document.text == BODY
    assert document.facts.headline == HEADLINE
    (label,) = [block for block in document.blocks if block.text == LABEL]
    assert label.role is not Role.BODY


@pytest.mark.parametrize(
    "text",
    [
        "(Reuters) - The ferry runs again.",
        "(two | three) The ferry runs again.",
        "The ferry (red | white) - a tall ship - runs again.",
        "(" + "a | " * 40 + ") - The ferry runs again.",
        "",
    ],
)
def test_other_brackets_are_no_label(text: str) -> None:
    assert label_of(text) is None


def test_a_label_alone() -> None:
    assert is_label(LABEL)
    assert not is_label("(Reuters) -")
