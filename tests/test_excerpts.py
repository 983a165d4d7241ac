"""The excerpt before the whole text."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.excerpts import excerpt_in

BODY = (
    "The ferry will run again on Monday, its owner said, after the harbour council had agreed to pay for a new engine.",
    "“We did not think that we would see it sail again,” said Bo Tern, who has lived on the island for sixty years.",
    "Fares stay as they are until spring, and the school will send its books by boat once more.",
)
SHORT = BODY[0][:76]
TWO = f"{BODY[0]} {BODY[1][:60]}"


@pytest.mark.parametrize(
    "text",
    [
        f"{SHORT}… {BODY[1]}",
        f"{SHORT} […] {BODY[2]}",
        f"The ferry… {BODY[0]}",
        f"{BODY[0]} {SHORT}… {SHORT}…",
        f"{SHORT}…\n{SHORT}…",
        f"{BODY[1]} He waited… {BODY[2]} He waited on the quay until it was dark.",
        f"{SHORT}… {'It is full. ' * 60} {BODY[0]}",
        f"He said that {SHORT.lower()}… and then that {BODY[0].lower()}",
        "Row, row, row your boat, row, row, row your boat… row, row, row your boat, row, row, row your boat, he sang.",
    ],
)
def test_what_is_no_excerpt(text: str) -> None:
    assert excerpt_in(text) is None


@pytest.mark.parametrize("between", ["\n", " ", ""])
@pytest.mark.parametrize("mark", ["…", "...", " […]", " [...]", " … Read more »"])
@pytest.mark.parametrize("excerpt", [SHORT, TWO])
@pytest.mark.parametrize("title", ["", "Island ferry runs again"])
def test_an_excerpt_goes_and_the_text_stays(between: str, mark: str, excerpt: str, title: str) -> None:
    text = between.join([*[title] * bool(title), excerpt + mark, *BODY])
    found = cleantext.clean(text)
    assert "".join(found.replace(title, "").split()) == "".join("".join(BODY).split())


def test_the_reason_is_told() -> None:
    document = cleantext.read("\n".join([f"{SHORT}…", *BODY]))
    assert [[r.rule for r in b.reasons] for b in document.removed] == [["excerpt of what follows"]]
