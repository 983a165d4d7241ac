"""What stays because what is kept would be no whole sentence without it."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import Block, Role
from cleantext.models.pieces import Pieces
from cleantext.models.roles import Case, Judgement, shipped
from cleantext.models.said import Said
from cleantext.models.wholes import (
    BEGINS,
    FIRST_WORDS,
    LAST_WORDS,
    LEADS,
    OPENS,
    WITHIN,
    announcements,
    first_words,
    kept_with,
    last_words,
    leads,
    lede,
    openings,
    within_sentences,
)
from cleantext.steps.judge import _joined

BODY = "The ferry to the outer islands will run again on Monday, its owner said at the harbour on Saturday night. " * 4
SPACE, LINE = 1, 2


def pieces_of(*texts: str, seams: tuple[float, ...] = (), gap: int = SPACE) -> Pieces:
    return Pieces(list(texts), [gap] * len(texts), [*(seams or [1.0] * len(texts))])


@pytest.mark.parametrize(
    ("first", "seam", "score", "gap"),
    [
        ("The Alabama", 0.5, -1.4, SPACE),
        ("Speaking in Washington, US Chief of Space", 0.4, -1.6, SPACE),
        ("History enthusiast", 0.3, -1.9, SPACE),
    ],
)
def test_first_words_of_a_sentence_stay_with_it(first: str, seam: float, score: float, gap: int) -> None:
    pieces = pieces_of(BODY, first, "Supreme Court ruled on it.", seams=(1.0, 1.0, seam), gap=gap)
    assert kept_with(pieces, [True, False, True], [5.0, score, 2.0]) == {1: FIRST_WORDS}


@pytest.mark.parametrize(
    ("first", "seam", "score", "gap"),
    [
        ("The Alabama", 0.8, -1.4, SPACE),  # a likely edge
        ("The Alabama", 0.5, -3.4, SPACE),  # plainly no body
        ("The Alabama", 0.5, -1.4, LINE),  # a line of its own
        ("Read more: The Alabama", 0.5, -1.4, SPACE),
        ("By Ada Quill", 0.5, -1.4, SPACE),
        ("[The Isle Press]", 0.5, -1.4, SPACE),
    ],
)
def test_what_stands_before_a_sentence_is_not_always_its_own(first: str, seam: float, score: float, gap: int) -> None:
    pieces = pieces_of(BODY, first, "Supreme Court ruled on it.", seams=(1.0, 1.0, seam), gap=gap)
    assert not list(first_words(pieces, [True, False, True], [5.0, score, 2.0]))


def test_first_words_go_where_much_else_goes() -> None:
    texts = BODY, "Most read and most shared " * 4, "The Alabama", "Supreme Court ruled."
    pieces = pieces_of(*texts, seams=(1.0, 1.0, 1.0, 0.5))
    assert not kept_with(pieces, [True, False, False, True], [5.0, -6.0, -1.4, 2.0])


def test_several_pieces_of_the_first_words_stay_together() -> None:
    pieces = pieces_of(BODY, BODY, "As the", "United", "States Senate met, it rained.", seams=(1.0, 1.0, 0.9, 0.4, 0.5))
    assert set(first_words(pieces, [True, True, False, False, True], [5.0, 5.0, -1.0, -1.2, 2.0])) == {2, 3}


REST = "Isle Ferries said on Monday that he had sold it to a company from the mainland."


@pytest.mark.parametrize(
    ("first", "before", "behind", "score"),
    [
        ("Last week the owner of the ferry", 1.0, 0.6, -1.4), ("But it was in the harbour that", 0.9, 0.8, -2.4),
        ("We view", 0.1, 0.7, -1.4), ("Next up, Isle", 0.4, 0.5, -2.8),
    ],
)  # fmt: skip
def test_the_first_part_of_a_sentence_stays_with_it(first: str, before: float, behind: float, score: float) -> None:
    pieces = pieces_of(BODY.strip(), first, REST, seams=(1.0, before, behind))
    assert list(openings(pieces, [True, False, True], [5.0, score, 2.0])) == [1]
    assert kept_with(pieces, [True, False, True], [5.0, score, 2.0])[1] in (OPENS, FIRST_WORDS)


@pytest.mark.parametrize(
    ("first", "before", "behind", "score", "fates"),
    [
        ("Last week the owner of the ferry", 1.0, 0.9, -1.4, (True, False, True)),  # an edge
        ("Last week the owner of the ferry", 1.0, 0.6, -2.6, (True, False, True)),  # hardly body
        ("Last week the owner of the ferry", 1.0, 0.6, -1.4, (True, False, False)),
        ("Read more: the owner of the ferry", 1.0, 0.6, -1.4, (True, False, True)),
        ("Ada Quill Bo Tern Ida Holm", 1.0, 0.6, -1.4, (True, False, True)),
        ("We view", 0.6, 0.7, -1.4, (True, False, True)),
        ("(Isle)", 0.1, 0.7, -1.4, (True, False, True)),
        ("We view", 0.1, 0.7, -1.4, (False, False, True)),
    ],
)
def test_not_all_before_a_sentence_is_its_first_part(
    first: str, before: float, behind: float, score: float, fates: tuple[bool, ...]
) -> None:
    pieces = pieces_of(BODY, first, REST, seams=(1.0, before, behind))
    assert not list(openings(pieces, fates, [5.0, score, 2.0]))


def test_what_begins_as_sentences_do_has_no_first_part() -> None:
    pieces = pieces_of(BODY.strip(), "Last week the owner of the ferry", f"Then {REST}", seams=(1.0, 1.0, 0.6))
    assert not list(openings(pieces, [True, False, True], [5.0, -1.4, 2.0]))


@pytest.mark.parametrize(
    ("kept", "last", "seam", "found"),
    [
        ("She was taken to the Pohamba", "Private Hospital.", 0.4, [2]),
        ("She was taken to the Pohamba", "Private Hospital", 0.4, []),  # no stop
        ("She was taken to hospital.", "Private Hospital.", 0.4, []),  # a sentence of its own
        ("She was taken to the Pohamba", "Private Hospital.", 0.8, []),  # a likely edge
    ],
)
def test_last_words_of_a_sentence_stay_with_it(kept: str, last: str, seam: float, found: list[int]) -> None:
    pieces = pieces_of(BODY, kept, last, seams=(1.0, 1.0, seam))
    assert list(last_words(pieces, [True, True, False], [5.0, 4.0, -2.4])) == found


@pytest.mark.parametrize(
    ("seams", "gaps", "scores", "kept"),
    [
        ([1.0, 0.4, 0.5], [3, 1, 1], [2.0, -1.3, 2.0], [1]),
        ([1.0, 0.9, 0.5], [3, 1, 1], [2.0, -1.3, 2.0], []),  # an edge that is nearly sure
        ([1.0, 0.4, 0.5], [3, 3, 1], [2.0, -1.3, 2.0], []),  # a line of its own
        ([1.0, 0.4, 0.5], [3, 1, 1], [2.0, -4.0, 2.0], []),  # plainly no body
        ([1.0, 0.4, 0.5], [3, 1, 1], [-4.0, -1.3, 2.0], []),  # nothing kept before it
    ],
)
def test_few_words_within_a_sentence_stay(
    seams: list[float], gaps: list[int], scores: list[float], kept: list[int]
) -> None:
    pieces = Pieces(["officers of the Police", "Harbour", "Crime Unit said."], gaps, seams)
    assert list(within_sentences(pieces, [score > 0 for score in scores], scores)) == kept
    ended = Pieces(["officers of the Police.", "Harbour", "Crime Unit said."], gaps, seams)
    assert not list(within_sentences(ended, [score > 0 for score in scores], scores))


@pytest.mark.parametrize(("inner", "joined"), [("Harbour", {1, 2}), ("Harbour.", {1})])
def test_they_are_joined_to_it_and_what_follows_unless_they_end_it(inner: str, joined: set[int]) -> None:
    standing = standing_as("of the Police", inner, "Crime Unit said.")
    assert _joined(standing, judged(standing, 1, WITHIN)) == joined


@pytest.mark.parametrize(
    ("text", "why", "joined"),
    [
        ("The Alabama", FIRST_WORDS, {2}),
        ("Three Boats for the Old", FIRST_WORDS, set()),  # may be a heading: the seam tells
        ("Three Boats for the Old", BEGINS, {2}),
        ("Private Hospital.", LAST_WORDS, {1}),
    ],
)
def test_what_only_stays_with_a_sentence_is_not_parted_from_it(text: str, why: Said, joined: set[int]) -> None:
    standing = standing_as(BODY, text, "Supreme Court ruled on it.")
    assert _joined(standing, judged(standing, 1, why)) == joined


@pytest.mark.parametrize("label", ["Casualties:", "A refund:", "20.31 Uhr:", "Ada Quill:", "HALABJA, Iraq —"])
def test_a_line_that_leads_to_a_sentence_stays_with_it(label: str) -> None:
    pieces = pieces_of(BODY, label, "Nobody was hurt.", gap=LINE)
    assert kept_with(pieces, [True, False, True], [5.0, -2.4, 2.0]) == {1: LEADS}


@pytest.mark.parametrize(
    ("label", "then", "scores", "gap"),
    [
        ("Read more:", "Nobody was hurt.", (-2.4, 2.0), LINE),
        ("Photo:", "Nobody was hurt.", (-2.4, 2.0), LINE),
        ("Casualties:", "Nobody was hurt", (-2.4, 2.0), LINE),  # no sentence
        ("Casualties:", "Nobody was hurt.", (-2.4, -0.4), LINE),  # hardly body itself
        ("Casualties:", "Nobody was hurt.", (-3.4, 2.0), LINE),  # plainly no body
        ("Casualties:", "Nobody was hurt.", (-2.4, 2.0), SPACE),  # no line of its own
    ],
)
def test_not_every_line_with_a_colon_leads_to_a_sentence(
    label: str, then: str, scores: tuple[float, float], gap: int
) -> None:
    assert not list(leads(pieces_of(BODY, label, then, gap=gap), [True, False, True], [5.0, *scores]))


@pytest.mark.parametrize(
    ("label", "kept", "score", "gap", "found"),
    [
        ("What else there is:", True, -2.4, LINE, [1]),
        ("What else there is:", False, -2.4, LINE, []),
        ("What else there is:", True, -3.4, LINE, []),
        ("What else there is:", True, -2.4, SPACE, []),  # no line of its own
        ("Read more:", True, -2.4, LINE, []),
        ("Photo:", True, -2.4, LINE, []),
    ],
)
def test_a_line_announces_what_is_kept(label: str, kept: bool, score: float, gap: int, found: list[int]) -> None:
    pieces = pieces_of(BODY, label, "Old piers", "New piers", gap=gap)
    assert list(announcements(pieces, [True, False, kept, True], [5.0, score, -0.4, -0.4])) == found


def test_in_flat_text_a_list_begins_behind_it() -> None:
    pieces = pieces_of(BODY.rstrip(), "What else there is:", "- old piers")
    assert list(announcements(pieces, [True, False, True], [5.0, -2.4, -0.4])) == [1]


@pytest.mark.parametrize(("then", "joined"), [("Nobody was hurt.", {2}), ("“Nobody was hurt.”", set())])
def test_a_quotation_that_words_lead_to_is_a_paragraph(then: str, joined: set[int]) -> None:
    standing = standing_as(BODY, "Casualties:", then)
    assert _joined(standing, judged(standing, 1, LEADS)) == joined


def standing_as(*texts: str) -> list[Block]:
    return [Block(0, len(text), text) for text in texts]


def judged(standing: list[Block], at: int, why: Said) -> list[Judgement]:
    n = len(standing)
    case = Case(shipped(), [b.text for b in standing], [3, *[SPACE] * (n - 1), 3], [1.0, *[0.4] * (n - 1), 1.0], {})
    return [Judgement(case, i, Role.BODY, 2.0, 0.9, more=why if i == at else None) for i in range(n)]


EMERGED = "Pictures have emerged of the old pier, which was hit by a ferry on Monday night."


@pytest.mark.parametrize(
    ("head", "text", "score", "found"),
    [
        ("By Ada Quill", EMERGED, -3.0, [1]),
        ("7 November 2021, 10:09", EMERGED, -3.9, [1]),
        ("7 November 2021, 10:09", EMERGED, -4.1, []),
        ("Ferry back in port", EMERGED, -3.0, []),
        ("By Ada Quill", EMERGED.removesuffix("."), -3.0, []),
        ("By Ada Quill", "The pier on Monday.", -3.0, []),
        ("By Ada Quill", f"FILE - {EMERGED}", -3.0, []),
    ],
)
def test_a_sentence_between_the_head_and_the_body_is_its_lede(
    head: str, text: str, score: float, found: list[int]
) -> None:
    pieces = pieces_of(head, text, BODY, gap=LINE)
    assert list(lede(pieces, [False, False, True], [-6.0, score, 5.0])) == found


def test_what_stands_after_the_body_has_begun_is_no_lede() -> None:
    pieces = pieces_of(BODY, "By Ada Quill", EMERGED, BODY, gap=LINE)
    assert list(lede(pieces, [True, False, False, True], [5.0, -6.0, -3.0, 5.0])) == []


@pytest.mark.parametrize("text", ["Rain fell on Monday.", "Es hat geregnet.", "Il pleut sur la jetée."])
def test_one_sentence_that_is_all_there_is_stays(text: str) -> None:
    assert cleantext.clean(text) == text


@pytest.mark.parametrize("text", ["Sign up for our newsletter.", "Share this article.", "By Ada Quill."])
def test_one_sentence_that_says_what_else_it_is_goes(text: str) -> None:
    assert cleantext.clean(text) == ""
