"""Names with a capital within stay whole where they come again within sentences."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.repeated_names import repeated_names_in

SEA = "The harbour office had asked for offers in May and received four of them, its head told the council on Monday."


def _tokens(text: str) -> list[tuple[int, str]]:
    tokens, at = [], 0
    for token in text.split():
        at = text.index(token, at)
        tokens.append((at, token))
        at += len(token)
    return tokens


@pytest.mark.parametrize("name", ["BlueTide", "WindMark", "HarborOS", "SaltTech", "ReefWatch", "RowMyBoat"])
@pytest.mark.parametrize("joint", [" ", "\n"])
def test_a_name_that_comes_again_is_not_split(name: str, joint: str) -> None:
    text = joint.join([
        f"The ferries will be run by {name} from the spring on, the council of the outer islands decided on Monday.",
        f"Two bids were turned down, said {name}, which already runs the boats of the mainland and wants three more.",
        SEA,
        f"Shares in {name} rose by a tenth on Tuesday, while those of its rival fell by as much in early trading.",
    ])  # fmt: skip
    assert cleantext.clean(text).count(name) == 3
    assert cleantext.clean(text, preset="gentle").count(name) == 3


def test_it_is_not_split_from_a_link_either() -> None:
    text = "It was sold toBlueTide in May. The owner of BlueTide had asked for more, and BlueTide, he said, had paid."
    found = repeated_names_in(text, _tokens(text))
    assert sorted(found) == [text.index("Tide", at) for at in (0, 30, 70)]


def test_nor_from_a_word_with_a_capital() -> None:
    text = "The fares of BlueTide rose. The owner, BlueTide, said so. HarbourBlueTide"
    assert sorted(repeated_names_in(text, _tokens(text))) == [text.index("Tide", at) for at in (0, 30, 55)]


@pytest.mark.parametrize("text", ["They founded „BlueTide“ in May.", 'They call it "RowMyBoat", he said.'])
def test_what_stands_in_quotation_marks_by_itself_is_a_name_at_once(text: str) -> None:
    assert repeated_names_in(text, _tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "BlueTide runs the boats.",  # once
        "by BlueTide from May and by BlueTide from June",  # after the same word
        "by BlueTide from May on and to BlueTide from June",  # before the same word
        "Read more storiesThe ferry runs again. More storiesThe boat is back.",  # no capital first
        "Norway AdvertisementThe ferry runs. Sweden AdvertisementThe boat ran.",  # not within a sentence
        "M MmeBINETEau ",
        'He said: "SoonThe boats" would run.',  # in quotation marks, but not by itself
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not repeated_names_in(text, _tokens(text))


def test_blocks_that_are_glued_again_and_again_are_still_parted() -> None:
    text = (
        "The ferry to the outer islands ran again on Monday after nine months in the yard.AdvertisementThe captain "
        "sounded the horn three times, which he may do only in fog.AdvertisementThe fares stay as they were for now."
        "AdvertisementThe clinic can have medicines sent out twice a week again, its doctor said on the quay."
    )
    assert "AdvertisementThe" not in cleantext.clean(text)
