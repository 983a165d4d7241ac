"""What stands beside a piece: credits, pointers, the article's end, and who it is by."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.models.beyond import end_of_article
from cleantext.models.neighbours import (
    ASKED,
    CREDIT,
    CREDITED,
    DATED,
    DATELINED,
    DAY_LAST,
    ENUMERATED,
    INGREDIENT,
    LABELLED,
    LISTED,
    LONG,
    NUMBERED,
    PICTURED,
    POINTED,
    POINTER,
    SHOUTED,
    SHOWN,
    UNENDED,
    neighbour_votes,
)
from cleantext.models.pieces import LINE, SPACE, Pieces
from cleantext.text.credits import ends_in_credit, is_plain_credit, is_signed_credit
from cleantext.text.names import is_dateline
from cleantext.text.openers import is_pointer
from cleantext.text.quantities import ingredients_in

BODY = "The ferry to the outer islands will run again on Monday, its owner said at the harbour."
CAPTION = "The ferry at its dock on the eve of the storm."
UNSURE = 4.0, -0.5, -1.0, 4.0


def votes(*texts: str, scores: tuple[float, ...] | None = None) -> dict[int, str]:
    n = len(texts)
    return neighbour_votes(Pieces(list(texts), [1] * n, [1.0] * (n + 1)), scores or [1.5] * n)


@pytest.mark.parametrize(
    "credit",
    [
        "(Ada Quill)", "(AP)", "(Ada Quill/The Isle Press)", "Foto: Ada Quill", "Photo: Handout", "© Gemeinde Oberau",
        "Ada Quill/dpa", "Reuters", "Ada Quill (Reuters)", "[사진 누리통신]", "三島良子撮影", "Supplied", "DR",
        "[사진=고은별]", "[写真]", "[Quill/AFP]",
        "(Isle District Court, Eastern District of Ferries)",
        "Photograph: Ada Quill/The Isle Press. Food styling: Bo Tern. Food assistant: Ida Holm.",
    ],
)  # fmt: skip
def test_before_a_credit_stands_a_caption(credit: str) -> None:
    assert is_plain_credit(credit)
    own = {} if is_dateline(credit) else {2: CREDIT}
    assert votes(BODY, CAPTION, credit, BODY, scores=UNSURE) == {1: CREDITED} | own


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill", "(in English)", "(...)", "© 2024 Isle News", "Dr.", "사진 확대", "(Quelle: BMWK)", "READ MORE:",
        "(Laughs)", "(Applause.)", "Quill Ferries (QFR)", "Ada Quill (IP)", "Image", "Foto",
        "Photograph: Ada Quill. The ferry: it is back.",
        "BILD: Frau Quill, wie geht es dem Boot?", "Photo: it was taken on the quay",
        "Source: the harbour", "Vaccines by Ferry/Quay and Pier.", "He said (quietly).", "The ferry is back.",
    ],
)  # fmt: skip
def test_what_is_no_plain_credit(text: str) -> None:
    assert not is_plain_credit(text)
    assert votes(BODY, CAPTION, text, BODY) == {}


def test_a_labelled_credit_before_the_body_is_none_of_it() -> None:
    credit = "Photograph: Ada Quill/The Isle Press. Food styling: Bo Tern. Food assistant: Ida Holm."
    assert votes("The old pier", credit, BODY, BODY, scores=(-2.0, 3.0, 4.0, 4.0))[1] == CREDIT


@pytest.mark.parametrize("credit", ["Ada Quill, AP", "Ada Quill | AFP", "– Reuters pic", "• Getty Images"])
def test_before_a_credit_that_is_written_as_a_byline_stands_a_caption(credit: str) -> None:
    assert is_signed_credit(credit)
    assert not is_plain_credit(credit)
    assert votes(BODY, CAPTION, credit, BODY, scores=UNSURE) == {1: CREDITED, 2: CREDIT}
    assert votes(CAPTION, credit, BODY, BODY, scores=(-1.0, 0.5, 4.0, 4.0)) == {}


def test_a_caption_may_read_as_one_sentence_with_its_credit() -> None:
    texts = [BODY, "Ships wait off the outer isles", "Isle Press / Ada Quill", BODY]
    pieces = Pieces(texts, [1] * 4, [1.0, 1.0, 0.1, 1.0, 1.0])
    assert neighbour_votes(pieces, [4.0, 1.5, 0.5, 4.0]) == {1: CREDITED, 2: CREDIT}


def test_a_credit_after_the_last_sentence_is_the_articles() -> None:
    assert votes(BODY, CAPTION, "(dpa)", scores=(4.0, 4.0, -3.0)) == {}


def test_a_credit_before_the_body_may_be_its_dateline() -> None:
    assert votes("Reuters", BODY, scores=(0.0, 4.0)) == {}


def test_an_agency_alone_is_a_dateline_only_where_the_body_begins() -> None:
    texts = [BODY, "(Reuters)", *[BODY] * 6, "(Reuters)", BODY]
    cast = votes(*texts, scores=tuple([-2.0 if text == "(Reuters)" else 4.0 for text in texts]))
    assert (cast.get(1), cast.get(8)) == (None, CREDIT)


def test_a_long_piece_may_hold_body_before_its_caption() -> None:
    scores = (2.0, -0.3, 2.0, 2.0)
    assert votes(BODY, f"{BODY} {BODY} {BODY}", "Foto: Quill", BODY, scores=scores) == {1: LONG, 2: CREDIT}


@pytest.mark.parametrize(
    ("seams", "found"),
    [
        ((1.0, 0.9, 0.2, 0.9, 0.9), {1: SHOWN, 2: CREDITED, 3: CREDIT}),
        ((1.0, 0.9, 0.5, 0.9, 0.9), {2: CREDITED, 3: CREDIT}),  # an edge between the two
        ((1.0, 0.5, 0.2, 0.9, 0.9), {2: CREDITED, 3: CREDIT}),  # none before them
    ],
)
def test_a_caption_may_have_two_sentences(seams: tuple[float, ...], found: dict[int, str]) -> None:
    texts = [BODY, "The ferry at its dock.", "Its engine is being mended.", "(Ada Quill)", BODY]
    pieces = Pieces(texts, [1] * 5, [*seams, 1.0])
    assert neighbour_votes(pieces, [4.0, -1.0, -1.0, -3.0, 4.0]) == found


def test_a_label_with_no_name_behind_it_heads_a_caption() -> None:
    assert votes(BODY, "Image:", CAPTION, BODY) == {1: CREDIT, 2: LABELLED}
    assert votes(BODY, CAPTION, "Foto:", "Ada Quill", BODY, scores=(*UNSURE, 4.0))[1] == CREDITED
    assert votes(BODY, CAPTION, "Image:") == {}


@pytest.mark.parametrize("label", ["Image caption:", "Bildunterschrift:", "Open this photo in gallery:"])
def test_a_caption_s_label_may_stand_alone(label: str) -> None:
    assert votes(BODY, label, CAPTION, BODY) == {1: LABELLED, 2: LABELLED}


LISTING = "The owner said on Monday that three boats of the line are to be sold in spring:"
ITEMS = ("The old Aurora, built 1961", "Two harbour launches")


def on_lines(*texts: str, scores: tuple[float, ...] | None = None) -> dict[int, str]:
    n = len(texts)
    return neighbour_votes(Pieces(list(texts), [2] * n, [1.0] * (n + 1)), scores or [1.5] * n)


def test_what_the_body_announces_by_a_colon_is_its_list() -> None:
    found = on_lines(BODY, LISTING, *ITEMS, BODY, scores=(4.0, 1.0, -3.0, -3.0, 4.0))
    assert found == dict.fromkeys((2, 3), LISTED)


@pytest.mark.parametrize(
    "texts",
    [
        (BODY, "Read more:", *ITEMS, BODY),  # a pointer
        (BODY, LISTING, ITEMS[0], BODY),  # one item may be a title
        (BODY, LISTING, "Most read", "Comments (3)", BODY),  # what heads other matter
        (BODY, "Boats:", *ITEMS),  # a label, and no body behind it
    ],
)
def test_what_is_no_list_of_the_body(texts: tuple[str, ...]) -> None:
    scores = tuple(4.0 if text == BODY else 1.0 if text[-1] == ":" else -3.0 for text in texts)
    assert LISTED not in on_lines(*texts, scores=scores).values()


def test_a_sentence_announces_a_list_in_flat_text_and_at_the_end_too() -> None:
    assert votes(BODY, LISTING, *ITEMS, BODY, scores=(4.0, 1.0, -3.0, -3.0, 4.0)) == dict.fromkeys((2, 3), LISTED)
    assert votes(BODY, LISTING, *ITEMS, scores=(4.0, -0.5, -3.0, -3.0)) == dict.fromkeys((2, 3), LISTED)
    assert on_lines(BODY, LISTING, *ITEMS, scores=(4.0, 1.0, -3.0, -3.0)) == dict.fromkeys((2, 3), LISTED)


@pytest.mark.parametrize(
    ("texts", "scores"),
    [
        ((BODY, "Boats:", *ITEMS, BODY), (4.0, 1.0, -3.0, -3.0, 4.0)),  # a label of something
        ((BODY, LISTING, *ITEMS, BODY), (4.0, -1.5, -3.0, -3.0, 4.0)),  # hardly body itself
        ((BODY, LISTING, "They sold them.", "And kept two.", BODY), (4.0, 1.0, -3.0, -3.0, 4.0)),  # sentences
    ],
)
def test_what_is_no_list_in_flat_text(texts: tuple[str, ...], scores: tuple[float, ...]) -> None:
    assert LISTED not in votes(*texts, scores=scores).values()


def test_an_item_of_a_list_needs_no_stop_before_the_next() -> None:
    item = "A rash that starts on the face and spreads downward"
    found = votes(BODY, LISTING, item, item, BODY, scores=(4.0, 1.0, -3.0, -3.0, 4.0))
    assert UNENDED not in found.values()
    assert votes(BODY, "It is so.", item, BODY, scores=(4.0, 1.0, -3.0, 4.0)) == {2: UNENDED}
    assert votes(BODY, "It is so.", f"({item}.)", BODY, scores=(4.0, 1.0, -3.0, 4.0)) == {}


@pytest.mark.parametrize(
    "caption",
    [
        "The sign outside of the ferry office at Isle Point on Thursday, Nov. 13, 2025.",
        "Passengers leave the ferry by its slide near Isle Point, 13 November 2025",
        "Le camion est resté bloqué sous le pont de la rue des Salaisons, mardi 25 novembre 2025.",
        "Die Fähre vor dem Hafen der Insel, aufgenommen am 13. November 2025.",
    ],
)
def test_captions_end_in_their_day_with_the_year(caption: str) -> None:
    assert votes(BODY, caption, BODY) == {1: DAY_LAST}


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was sold to a company from the mainland on 13 November.",
        "“We have sailed on it from the first day,” he said on Nov. 13, 2025.",  # what somebody says
        "The old ferry sank on a calm night, 13.11.2025.",
        "Sailing again on Nov. 13, 2025",  # a title
        "On Nov. 13, 2025, the ferry was sold to a company from the mainland.",
        "The ferry is back, and so are the islanders — Ada Quill (@quill) November 13, 2025",
        "He works two days a week, and will sail again on Monday.@isleferry13 November 2025",
        "The minister will present the budget of the islands in the old town hall on Nov. 13, 2025.",
    ],
)
def test_not_all_that_has_a_day_is_a_caption(text: str) -> None:
    assert DAY_LAST not in votes(BODY, text, BODY).values()


def test_a_day_of_another_year_is_part_of_the_story() -> None:
    then, now = "The old ferry had been named by the mayor’s daughter on 3 May 1974.", "Updated: 13 November 2025"
    assert DAY_LAST not in votes(now, BODY, then, BODY).values()


def test_a_long_list_parted_by_wide_commas_is_body() -> None:
    body = "気象庁は13日、午後9時19分ごろ、日向灘で震度5弱の地震があったと発表した。震源の深さは約30キロと推定される。"
    places = "震度4：延岡市、西都市、木城町、川南町、都農町、門川町、日南市"
    assert votes(body, places, body, scores=(4.0, -3.0, 4.0)) == {1: ENUMERATED}
    assert votes(body, "政治、経済、国際、社会", body, scores=(4.0, -3.0, 4.0)) == {}


@pytest.mark.parametrize(
    "items",
    [
        ["250 g flour", "1/2 tsp salt", "2 eggs", "3 tbsp oil"],
        ["250 g Mehl", "1 Prise Salz", "2 Eier", "3 EL Öl"],
        ["250 g de farine", "1 pincée de sel", "2 œufs", "½ verre d’huile"],
        ["小麦粉 250g", "塩 小さじ1", "卵 2個", "油 大さじ3"],
        ["250 גרם קמח", "2 כפות שמן", "3 ביצים", "1 כפית מלח"],
    ],
)
def test_ingredients_are_body(items: list[str]) -> None:
    texts = (BODY, "For four people", *items, "Method", BODY)
    found = votes(*texts, scores=(4.0, *[-2.0] * (len(items) + 2), 4.0))
    assert [i for i, vote in found.items() if vote == INGREDIENT] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    "texts",
    [
        ["250 g flour", "1 tsp salt"],  # too few
        ["250 grapes", "1 team", "2 eggs", "3 winners"],
        ["Add 3 tbsp of salt and 250 g of flour.", "5 g of it are enough.", "1 tsp more is too much."],
    ],
)
def test_what_is_no_list_of_ingredients(texts: list[str]) -> None:
    assert list(ingredients_in(texts, [not text.endswith(".") for text in texts])) == []


def test_a_question_between_paragraphs_is_the_interviews() -> None:
    assert on_lines(BODY, "And on your day off?", BODY, scores=(4.0, -2.0, 4.0)) == {1: ASKED}
    assert on_lines(BODY, "And on your day off?", "Ferries", scores=(4.0, -2.0, -4.0)) == {}


def test_a_name_after_a_quotation_says_whose_it_is() -> None:
    assert votes(BODY, "“A new high point of it all.”", "[The Isle Guardian]", BODY) == {2: CREDIT}


def test_a_sentence_cut_in_two_is_one_caption() -> None:
    texts = [BODY, "Sen.", "Ada Quill waits at the", "Dock in March", "Bo Tern/Isle", BODY]
    pieces = Pieces(texts, [1] * 6, [1.0, 1.0, 0.1, 0.1, 1.0, 1.0, 1.0])
    assert neighbour_votes(pieces, [1.5] * 6) == {**dict.fromkeys((1, 2, 3), CREDITED), 4: CREDIT}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The dock at dusk. (Ada Quill)", True),
        ("The dock at dusk. Foto: Ada Quill.", True),
        ("The dock at dusk © Gemeinde Oberau", True),
        ("The dock at dusk. Supplied", True),
        ("The critics said: “A new high point.” [The Isle Guardian]", False),
        ("The dock at dusk. Ada Quill/Copyright 2026 The Isle Press. All rights reserved.", True),
        ("The dock at dusk. © 2024 Isle News", False),
        ("島に渡る船（島役場提供）", True),
        ("It was built by the Isle Works (IW).", False),
        ("It was built by the Isle Works (IW)", False),
        ("He asked: where is it?", False),
    ],
)
def test_a_caption_with_its_credit(text: str, is_one: bool) -> None:
    assert ends_in_credit(text) is is_one


def test_after_a_pointer_stands_a_title() -> None:
    assert is_pointer("READ MORE:")
    assert votes(BODY, "READ MORE:", "Ferry refused by its own engine", BODY) == {1: POINTER, 2: POINTED}
    assert votes(BODY, "READ MORE:", BODY, BODY) == {}
    assert votes(BODY, "Related articleFerry refused by its own engine", BODY) == {1: POINTER}


def test_dates_as_lists_have_them_are_those_of_teasers() -> None:
    teasers = [f"Sport 2024-05-0{n} Ferry number {n} refused by its own engine" for n in (1, 2, 3)]
    assert votes(BODY, *teasers) == dict.fromkeys((1, 2, 3), DATED)
    assert votes(BODY, *teasers[:2]) == {}
    told = [f"Ferry number {n} was refused on 2024-05-0{n} by its own engine." for n in (1, 2, 3)]
    assert votes(BODY, *told) == {}


def test_archives_say_that_a_caption_follows() -> None:
    assert votes(BODY, "FILE - The ferry is seen at its dock on May 3.", BODY) == {1: LABELLED}


TOLD = (
    "The ferry to the outer islands will run again on Monday, a month after a storm tore its ramp from the quay.",
    "The harbour master said that divers had found the missing bolts under a bed of mussels, where no one had looked.",
    "“We had to send the post by rowing boat, and half of it came back wet,” said the woman who keeps the only shop.",
    "The council has promised a second boat for the winter, but has not yet said what it would cost or who would pay.",
)


def test_votes_are_among_the_reasons() -> None:
    caption = CAPTION.rstrip(".")
    text = "\n".join(["Share this article", *TOLD[:2], caption, "(Ada Quill/Reuters)", *TOLD[2:], "Privacy policy"])
    block = next(b for b in cleantext.read(text).blocks if b.text == caption)
    assert block.dropped_by
    assert CREDITED in [reason.rule for reason in block.reasons]


def test_nothing_far_behind_the_end_is_kept() -> None:
    far, doubted, likely = [True] * 5 + [False] * 8 + [True], [0.5] * 14, [2.0] * 14
    assert end_of_article(far, doubted, [100] * 5 + [90] * 8 + [60]) == 5
    assert end_of_article(far, doubted, [100] * 5 + [90] * 8 + [70]) == 14  # too much
    assert end_of_article(far, doubted, [100] * 5 + [40] * 8 + [60]) == 14  # in a text that is mostly body
    assert end_of_article([*far[:12], True], doubted[:13], [100] * 5 + [90] * 7 + [10]) == 13  # not far
    assert end_of_article(far, likely, [100] * 5 + [90] * 8 + [60]) == 5
    assert end_of_article(far, likely, [400] * 5 + [300] * 8 + [220]) == 14  # as the first posts of a live blog are
    assert end_of_article([], [], []) == 0


@pytest.mark.parametrize("label", ["Impressum:", "Newsletter:"])
def test_a_label_of_a_sentence_does_not_end_the_article(label: str) -> None:
    advice = "Look whether an address is given, or somebody who answers for it."
    assert advice in cleantext.clean("\n".join([*TOLD, label, advice, *TOLD[:2][::-1]]))


BYLINE, BIOGRAPHY = "By Ada Quill", "Ada Quill writes about boats and those who miss them."
DAYS = ("Monday", "Tuesday", "Thursday", "Friday", "Saturday", "Sunday", "Advent")
STORY = [BODY.replace("Monday", day) for day in DAYS]


def test_a_credit_does_not_make_a_caption_of_a_plain_paragraph() -> None:
    credited = "(Ada Quill/AP)", BODY, CAPTION, "(Bo Tern/AP)", BODY
    rest = -1.0, 4.0, -1.0, -1.0, 4.0
    assert CREDITED not in votes(BODY, BODY, *credited, scores=(4.0, 2.5, *rest)).values()
    assert votes(BODY, BODY, *credited, scores=(4.0, 1.5, *rest))[1] == CREDITED


def test_the_only_credit_makes_a_caption_of_what_is_hardly_body() -> None:
    assert CREDITED not in votes(BODY, BODY, "(Ada Quill/AP)", BODY, scores=(4.0, 0.5, -1.0, 4.0)).values()
    assert votes(BODY, BODY[:-1], "(Ada Quill/AP)", BODY, scores=(4.0, 0.5, -1.0, 4.0))[1] == CREDITED


def test_where_pictures_have_no_captions_sentences_before_their_credits_stay() -> None:
    texts = BODY, BODY, "(Ada Quill)", BODY, "(Bo Tern)", CAPTION, "(Cy Marsh)", BODY
    assert 5 not in votes(*texts, scores=(4.0, 3.5, -1.0, 4.0, -1.0, -2.0, -1.0, 4.0))
    assert votes(*texts, scores=(4.0, 3.5, -1.0, 0.5, -1.0, -2.0, -1.0, 4.0))[5] == CREDITED


def test_a_dateline_with_its_station_or_an_em_dash_begins_the_body() -> None:
    text = "that the ferry to the outer islands will run again"
    placed = f"MOLE, AB (KTVI) – Harbour pilots said {text}", f"PORT ADA — Harbour pilots said {text}"
    assert [votes(text, BODY, scores=(-3.0, 4.0)) for text in placed] == [{0: DATELINED}] * 2
    for kicker in ("ANALYSIS -", "FILE PHOTO —", "RELATED —", "WATCH —", "VIDEO (1:30) –"):
        found = votes(f"{kicker} Harbour pilots said {text}", BODY, scores=(-3.0, 4.0))
        assert DATELINED not in found.values()


def test_a_credit_in_mid_sentence_is_none() -> None:
    texts = BODY, "The line belongs to Isle Ferries", "(NYSE: ISL)", "and to its captains, who founded it in May.", BODY
    assert CREDIT not in votes(*texts, scores=(4.0, 2.0, -1.0, 2.0, 4.0)).values()
    titled = votes(BODY, "PHOTOS: Ada Quill's", "Best Boats", BODY, scores=(4.0, -1.0, -1.0, 4.0))
    assert CREDIT not in titled.values()


@pytest.mark.parametrize("text", ["The dock sank. Nobody was hurt.", "“It sank at night,” said Ada Quill."])
def test_what_tells_more_than_captions_do_is_none_though_it_is_less_likely_body(text: str) -> None:
    assert CREDITED not in votes(BODY, text, "(Bo Tern/AP)", BODY, scores=(4.0, 0.3, -1.0, 4.0)).values()
    assert votes(BODY, text, "(Bo Tern/AP)", BODY, scores=(4.0, -0.3, -1.0, 4.0))[1] == CREDITED


@pytest.mark.parametrize("lead", ["", "About the author: "])
def test_who_the_author_is_is_no_body(lead: str) -> None:
    text = "\n\n".join(["Ferry back after storm", BYLINE, *STORY, lead + BIOGRAPHY, "She lives on an island."])
    assert cleantext.clean(text).endswith(STORY[-1])


def test_what_follows_goes_too_where_the_first_sentence_of_it_went_by_itself() -> None:
    first, then = "Ada Quill is a reporter, sign up to our newsletter.", "She has a boat and two cats."
    text = "\n\n".join(["Ferry back after storm", BYLINE, *STORY, first, then])
    assert cleantext.clean(text).endswith(STORY[-1])


def test_who_wrote_a_later_part_tells_nothing_of_themselves() -> None:
    late = [BYLINE, *STORY[:3], BYLINE + " and Bo Tern", *STORY[3:]]
    assert STORY[-1] in cleantext.clean("\n\n".join(["Ferry back after storm", *late]))


def test_a_line_before_the_body_may_name_the_author() -> None:
    blocks = ["Opinion", "by Ada Quill, opinion contributor", *STORY, BIOGRAPHY, "She lives on an island."]
    assert cleantext.clean("\n\n".join(blocks)).endswith(STORY[-1])


@pytest.mark.parametrize(
    "late",
    [
        "Ada Quill’s boat was among those that stayed in the harbour for the whole of the weekend.",
        "The White House had no comment on Sunday, and neither had the harbour master or his two deputies.",
        "Storm Ada made landfall at about five, and the roof of the harbour master’s house lies in the bay.",
    ],
)
def test_what_a_headline_names_is_no_author(late: str) -> None:
    head = f"{late[:9]} and the ferry" if late.startswith(("Ada", "Storm")) else "The White House and the ferry"
    assert cleantext.clean("\n\n".join([head, "By Bo Tern", *STORY, late])).endswith(late)


def test_a_name_that_stands_as_a_byline_late_in_the_body_is_another_s() -> None:
    quoted = "Bo Tern said beyond the headlines that the ferry barely paid for itself, and nobody had asked him before."
    story = [text.replace("ferry", boat) for boat in ("ferry", "steamer") for text in STORY]
    blocks = ["Ferry back after storm", BYLINE, *story, "By Bo Tern", quoted, "He said most of its guests were young."]
    assert quoted in cleantext.clean("\n\n".join(blocks))


def test_an_author_whom_the_body_names_is_part_of_the_story() -> None:
    text = "\n\n".join(["Ferry back after storm", BYLINE, "Ada Quill was on board when it sailed.", *STORY, BIOGRAPHY])
    assert cleantext.clean(text).endswith(BIOGRAPHY)


def test_a_pointer_glued_to_a_name_begins_a_line() -> None:
    text = "\n".join([*TOLD, "Photo: Ada QuillREAD MORE: The island that pays its teachers in fish"])
    assert [b.text for b in cleantext.read(text).blocks][-2] == "Photo: Ada Quill"
    assert "READ MORE" not in cleantext.clean(text)


def test_what_archives_write_is_no_part_of_the_caption() -> None:
    text = "\n".join([*TOLD[:2], "FILE - The ferry is seen at its dock on May 3.", "(Ada Quill/Reuters)", *TOLD[2:]])
    assert cleantext.read(text).facts.captions == ("The ferry is seen at its dock on May 3.",)


@pytest.mark.parametrize("label", ["{}/7 ", "{} of 7 ", "Bild {} von 7 ", "Photo {}/7: "])
def test_the_captions_of_a_slideshow_are_numbered(label: str) -> None:
    slides = [f"{label.format(k)}The ferry at dusk" for k in (1, 2, 5)]
    assert votes(BODY, *slides, BODY) == dict.fromkeys((1, 2, 3), NUMBERED)


@pytest.mark.parametrize(
    "texts",
    [
        ["1/2 teaspoon of salt.", "1/4 cup of rice.", "3/4 cup of water."],
        ["2/7 voted for it.", "2/7 voted against it.", "2/7 did not vote."],
        ["7/3 was the score in the first half.", "8/3 was the score in the end.", "9/3 is a dream."],
        ["1 of 7 ferries is late.", "2 of 7 are early."],
    ],
)
def test_other_fractions_are_no_slides(texts: list[str]) -> None:
    assert votes(BODY, *texts, BODY) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill (left) and Bo Tern at the harbour.", "Die Reederin (r.) mit ihrem Kapitän.",
        "This 2024 photo shows the old pier at dusk.", "An aerial view of the harbour at low tide.",
        "Die Karte zeigt die neuen Linien der Fähren.",
    ],
)  # fmt: skip
def test_what_tells_of_a_picture_is_a_caption(text: str) -> None:
    assert votes(BODY, text, BODY, scores=(4.0, 0.5, 4.0)) == {1: PICTURED}
    assert votes(BODY, text, BODY, scores=(4.0, 4.0, 4.0)) == {}


@pytest.mark.parametrize("text", ["Ada Quill (the owner) left it.", "This photograph was lost.", "Turn left (see 2)."])
def test_what_tells_of_no_picture(text: str) -> None:
    assert votes(BODY, text, BODY, scores=(4.0, 0.5, 4.0)) == {}


def test_what_a_picture_shows_may_be_cut() -> None:
    texts = [BODY, "This 2024 photo of the", "Old Pier shows the ferry at dusk.", BODY]
    pieces = Pieces(texts, [SPACE] * 4, [1.0, 0.8, 0.4, 0.9, 1.0])
    assert neighbour_votes(pieces, [4.0, 0.5, 1.5, 4.0]) == {1: PICTURED, 2: PICTURED}
    texts = [BODY, "Ada Quill (left) at the pier.", "She has owned it since 2012.", "Bo Tern (right) is hers.", BODY]
    pieces = Pieces(texts, [SPACE] * 5, [1.0, 0.8, 0.2, 0.3, 0.9, 1.0])
    assert neighbour_votes(pieces, [4.0, 0.5, 1.5, 0.5, 4.0]) == dict.fromkeys((1, 2, 3), PICTURED)


def test_several_long_lines_in_capitals_are_titles_of_other_articles() -> None:
    title = "COUNCIL VOTES TO CLOSE THE OLD PIER FOR A THIRD SUMMER"
    other = "FERRY OWNER SAYS HE ‘NEVER SAW’ THE BILL FOR THE NEW ENGINE"
    told = [BODY] * 4

    def shouted(*texts: str) -> list[int]:
        n = len(texts)
        found = neighbour_votes(Pieces(list(texts), [LINE] * n, [1.0] * (n + 1)), [1.5] * n)
        return sorted(i for i, vote in found.items() if vote == SHOUTED)

    assert shouted(*told, title, *told, other, *told) == [4, 9]
    assert shouted(*told, title, *told) == []
    assert shouted(*told, title[:30], *told, other[:30], *told) == []
    assert shouted(BODY, title, BODY, other, BODY) == []
