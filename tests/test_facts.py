from datetime import datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleantext
from cleantext.document import Block, Document, Facts, Role
from cleantext.text.credits import bare_credit, split_credit
from cleantext.text.facts import facts_of
from timing import grows_with

BODY = ("body", "The harbour was closed on Monday and it is not known when the ferries will be back.")


def read(*blocks: tuple[str, str], **known: object) -> Facts:
    return Facts(**facts_of(blocks, known))


def test_what_is_known_of_the_day_and_the_source_is_believed() -> None:
    blocks = [("byline", "By Ada Quill For Daily Example"), ("stamp", "3 May 2024, 10:09")]
    same = facts_of(blocks, {"published": "2024-05-03", "source": "Isle Post"})
    other = facts_of(blocks, {"published": "4 May 2024"})
    nothing = facts_of(blocks, {"published": "soon"})
    assert (same["published"], same["source"]) == ("2024-05-03T10:09", "Isle Post")
    assert (other["published"], nothing["published"]) == ("2024-05-04", "2024-05-03T10:09")


def test_a_stamp_by_itself_is_read_before_a_sentence_with_a_date() -> None:
    story = ("stamp", "The old pier was opened by the mayor on May 1, 1923.")
    assert read(story, BODY).published is None
    assert read(story, ("stamp", "June 3, 2021 10:09"), BODY).published == "2021-06-03T10:09"


@pytest.mark.parametrize(
    ("begin", "source"),
    [
        ("MATANE, Que. (Gulf Wire) - The harbour was closed.", "Gulf Wire"),
        ("MATANE, Canada, May 3 (Gulf Wire) — The harbour was closed.", "Gulf Wire"),
        ("MATANE (Gulf Wire) was closed - the harbour too.", None),
        ("MATANE, Que. (the new harbour) - It was closed.", None),
        ("The harbour (Old Port) - it was closed.", None),
        ("MATANE (closed for the time of the works on all three piers) - The harbour.", None),
    ],
)
def test_an_agency_that_nobody_knows_is_the_source_in_a_whole_dateline(begin: str, source: str | None) -> None:
    assert read(("body", begin)).source == source


def test_nothing() -> None:
    assert read() == Facts()


def test_an_aggregated_page() -> None:
    facts = read(
        ("source", "date 2021-06-03 2021/06/03 | 23:14 - Source: Harbour News"),
        ("source", "(ThisPort | Harbour News Now )-"),
        ("headline", "Ferries stay in port"),
        ("summary", "• Storm expected"),
        ("byline", "By Ada Quill and Bo Tern For Exampleonline"),
        ("stamp", "Published: 10:09, 3 June 2021 | Updated: 20:03, 3 June 2021"),
        BODY,
        ("caption", "The old pier at dusk"),
        ("caption", "The  old pier at dusk"),
        ("credit", "(Credit: Cleo Marsh)"),
    )
    assert facts == Facts(
        headline="Ferries stay in port",
        authors=("Ada Quill", "Bo Tern"),
        published="2021-06-03T10:09",
        updated="2021-06-03T20:03",
        source="Harbour News",
        captions=("The old pier at dusk",),
        credits=("Cleo Marsh",),
        summary=("Storm expected",),
    )


def test_what_is_known_is_believed() -> None:
    facts = read(("headline", "Other"), ("byline", "By Ada Quill"), title="Known", authors=["Bo Tern"])
    assert (facts.headline, facts.authors) == ("Known", ("Bo Tern",))
    assert read(authors="Bo Tern").authors == ("Bo Tern",)


def test_bylines_of_other_stories_stay_out() -> None:
    after = ("byline", "By Cleo Marsh")
    assert read(("byline", "Ada Quill"), ("byline", "Bo Tern"), ("byline", "Read more"), BODY, after).authors == (
        "Ada Quill",
        "Bo Tern",
    )
    assert read(BODY, BODY, after).authors == ("Cleo Marsh",)
    assert read(("byline", "By Ada Quill"), ("byline", "Bo Tern"), BODY).authors == ("Ada Quill",)


def test_a_byline_in_pieces() -> None:
    pieces = [("byline", t) for t in ("von", "Ada Quill", ",", "Deutsche Presse-Agentur")]
    facts = read(*pieces, BODY)
    assert (facts.authors, facts.source) == (("Ada Quill",), "Deutsche Presse-Agentur")


def test_names_with_addresses_between() -> None:
    texts = ("홍길순 기자", "hong@example.com", "김바다 기자", "kim@example.com")
    assert read(*(("byline", t) for t in texts)).authors == ("홍길순", "김바다")


def test_dates_of_other_stories_stay_out() -> None:
    others = [("stamp", "2024-10-14"), ("stamp", "2024-10-10")]
    assert read(*[BODY] * 9, *others).published is None
    assert read(*[BODY] * 9, others[0]).published == "2024-10-14"
    assert read(("stamp", "12 May 2024"), BODY, *others).published == "2024-05-12"


@pytest.mark.parametrize(
    ("known", "published"),
    [
        ({"language": "en_US"}, "2024-03-04"),
        ({"language": "nb"}, "2024-04-03"),
        ({"language": "en", "url": "https://news.example.co.uk/a"}, "2024-04-03"),
        ({"language": "en", "url": "https://news.example.com/a"}, None),
    ],
)
def test_day_or_month_first(known: dict[str, str], published: str | None) -> None:
    assert read(("stamp", "03/04/2024"), **known).published == published


@pytest.mark.parametrize(
    ("blocks", "source"),
    [
        ([("source", "Source: Harbour News")], "Harbour News"),
        ([("byline", "Quelle: sid/dpa")], "sid/dpa"),
        ([("source", "© Reuters")], "Reuters"),
        ([("source", "Harbour News")], "Harbour News"),
        ([("body", "OSLO (Reuters) - The harbour was closed.")], "Reuters"),
        ([("body", "Kiel (dpa/lno) – Der Hafen ist zu.")], "dpa"),
        ([("body", "(CNN)The harbour was closed.")], "CNN"),
        ([("body", "HAFENSTADT (HNA) - Die Fähre fährt.")], "HNA"),
        ([("body", "(제주=한빛뉴스) 고은별 기자 = 배가 다시 다닌다.")], "한빛뉴스"),
        ([("source", "- Source: Harbour News")], "Harbour News"),
        ([("body", "The harbour (see map) was closed.")], None),
        ([("body", "The economy (GDP) - they say - grew.")], None),
    ],
)
def test_source(blocks: list[tuple[str, str]], source: str | None) -> None:
    assert read(*blocks).source == source


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The old pier at dusk. Photo: Ada Quill/Reuters", "The old pier at dusk.", "Ada Quill/Reuters"),
        (
            "The old pier at dusk. Photo by ADA QUILL /AFP via Getty Images",
            "The old pier at dusk.",
            "ADA QUILL /AFP via Getty Images",
        ),
        ("The old pier at duskBild: Ada Quill/dpa", "The old pier at dusk", "Ada Quill/dpa"),
        ("The old pier at dusk. (Credit: Ada Quill)", "The old pier at dusk.", "Ada Quill"),
        ("The old pier at dusk. (AP Photo/Ada Quill)", "The old pier at dusk.", "AP Photo/Ada Quill"),
        ("The old pier at dusk. (Ada Quill)", "The old pier at dusk.", "Ada Quill"),
        ("The old pier at dusk.Ada Quill/dpa", "The old pier at dusk.", "Ada Quill/dpa"),
        ("The old pier at dusk. Getty Images", "The old pier at dusk.", "Getty Images"),
        ("The old pier at dusk. ADA QUILL / AFP", "The old pier at dusk.", "ADA QUILL / AFP"),
        ("The old pier in Oslo on Monday EFE/ Ada Quill", "The old pier in Oslo on Monday", "EFE/ Ada Quill"),
        ("The old pier at dusk © Ada Quill", "The old pier at dusk", "Ada Quill"),
        ("Image copyright Getty Images Image caption The old pier at dusk", "The old pier at dusk", "Getty Images"),
        ("Legende: Der alte Steg", "Der alte Steg", None),
        ("The old pier (left) at dusk (2022)", "The old pier (left) at dusk (2022)", None),
        (
            "Ada Quill (Harbour Town) and Bo Tern (Port United)",
            "Ada Quill (Harbour Town) and Bo Tern (Port United)",
            None,
        ),
        ("The captain said the AP was wrong.", "The captain said the AP was wrong.", None),
        ("", "", None),
    ],
)
def test_captions(text: str, caption: str, credit: str | None) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("(Credit: Ada Quill)", "Ada Quill"),
        ("Getty Images", "Getty Images"),
        ("Foto: Quill/dpa", "Quill/dpa"),
        ("Foto:", "Foto"),
    ],
)
def test_credits(text: str, credit: str) -> None:
    assert bare_credit(text) == credit


def test_a_document_gives_facts() -> None:
    text = "By Ada Quill\nThe harbour was closed."
    blocks = (Block(0, 12, text[:12], role=Role.BYLINE), Block(13, len(text), text[13:], role=Role.BODY))
    assert Document(text, blocks).facts == Facts(authors=("Ada Quill",))


WORDS = st.sampled_from(
    "By and For in Von | • , ( ) Ada Quill Reuters dpa Photo: © / 12 3. 2024 05:30 pm EST +99:99 Published: May 年 "
    "기자 記者 بقلم @x a@b.de Source: Stand: 31/12/99 ² ٣".split()
)


@given(
    st.lists(st.tuples(st.sampled_from([str(r) for r in Role]), st.lists(WORDS | st.text(max_size=5)).map(" ".join)))
)
def test_any_text_gives_facts(blocks: list[tuple[str, str]]) -> None:
    facts = read(*blocks)
    for when in (facts.published, facts.updated):
        assert when is None or datetime.fromisoformat(when).year
    assert read(*blocks) == facts


def test_long_blocks_are_read_in_linear_time() -> None:
    few, many = (["Ada Quill and 3 May 2024 (Photo: x) " * n for _ in Role] for n in (2_000, 16_000))
    quick, slow = (partial(read, *zip(map(str, Role), texts, strict=True)) for texts in (few, many))
    assert grows_with(8, quick, slow)


def test_words_that_introduce_nobody_are_read_in_linear_time() -> None:
    few, many = (partial(read, *[("byline", "By")] * n) for n in (1_000, 8_000))
    assert grows_with(8, few, many)


def test_the_only_date_after_the_body_is_the_articles() -> None:
    blocks = [("body", "Es begann."), ("stamp", "22.08.2024"), ("stamp", "Ada Quill"), ("body", "Und so fort.")]
    assert facts_of(blocks, {"language": "de"})["published"] == "2024-08-22"
    later = [("body", "Schluss.")] * 4 + [("stamp", "23.08.2024")]
    assert facts_of([("body", "Vorab.")] * 4 + blocks + later, {"language": "de"})["published"] is None


JAPANESE = """
ニュース
社会
港町の渡し船、一年ぶりに運航再開　島民ら拍手で出迎え
山根あかり
2024年5月3日 9時15分
シェア
島と港町を結ぶ渡し船が3日、一年ぶりに運航を再開した。桟橋には早朝から島民ら約60人が集まり、拍手で船を出迎えた。
船は昨年5月に機関が故障し、修理に必要な部品が手に入らず運航を休んでいた。部品は造船所の倉庫で見つかった。
島で商店を営む木村幸子さん（71）は「やっと孫が遊びに来られる」と話した。船は1日4往復する。
関連記事
離島の診療所に新しい医師
"""


def test_a_headline_in_japanese_is_found() -> None:
    assert cleantext.read(JAPANESE).facts.headline == "港町の渡し船、一年ぶりに運航再開 島民ら拍手で出迎え"


@pytest.mark.parametrize(
    "day",
    [
        "Born: February 3rd, 1936",
        "Geboren: 3. Februar 1936",
        "Died November 1, 2024",
        "Ada Quill, botanist, born 3 February 1936, died at home 1 November 2024",
    ],
)
def test_the_days_of_a_life_are_body_and_no_day_of_publication(day: str) -> None:
    told = [
        "Ada Quill mapped the wild flowers of the island for sixty years, and drew each of them in her kitchen.",
        "She is survived by her brother Bo, who kept the lighthouse of the northern bay until it was closed in 1991.",
    ]
    read = cleantext.read("\n\n".join([*told, day]))
    assert read.facts.published is None
    assert day in read.text


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The old pier with lamps, 1983 Credit: Gull Agency", "The old pier with lamps, 1983", "Gull Agency"),
        ("Nets on the quay at Tern. Photographer: Ada Quill/Gull", "Nets on the quay at Tern.", "Ada Quill/Gull"),
    ],
)
def test_a_caption_with_its_credit_on_one_line_is_told(line: str, caption: str, credit: str) -> None:
    told = [
        "Ada Quill mapped the wild flowers of the island for sixty years, and drew each of them in her kitchen.",
        "She is survived by her brother Bo, who kept the lighthouse of the northern bay until it was closed in 1991.",
    ]
    facts = cleantext.read("\n\n".join([told[0], line, told[1]])).facts
    assert (facts.captions, facts.credits) == ((caption,), (credit,))


def test_whose_rights_are_reserved_is_no_author() -> None:
    blocks = [("body", "Il traghetto è tornato."), ("byline", "Riproduzione riservata © Copyright Isola")]
    assert facts_of(blocks, {})["authors"] == ()


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        ("Exclusive Ferry owner to stand again", "Ferry owner to stand again"),
        ("Live blog Storm closes the harbour for a day", "Storm closes the harbour for a day"),
        ("Live Music Is Back on the Pier", "Live Music Is Back on the Pier"),
        ("Europe : ferries sold in spring", "Europe : ferries sold in spring"),
        ("Exclusive: Ferry owner to stand again", "Exclusive: Ferry owner to stand again"),
    ],
)
def test_a_kicker_is_no_part_of_the_headline(said: str, headline: str) -> None:
    assert read(("headline", said), BODY).headline == headline


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        ("Innenpolitik Reeder Tern neuer Chef von Hafenverband", "Reeder Tern neuer Chef von Hafenverband"),
        ("News Fähre nach Kiel fährt wieder", "Fähre nach Kiel fährt wieder"),
        ("Kommentar der Reederei zur Fähre", "Kommentar der Reederei zur Fähre"),
    ],
)
def test_a_kicker_in_german(said: str, headline: str) -> None:
    body = ("body", "Die Fähre wurde am Montag getauft. Das teilte der Hafen am Abend mit.")
    assert read(("headline", said), body, language="de").headline == headline


@pytest.mark.parametrize("name", ["Isle Politics", "Hide Caption", "Opinion Tern"])
def test_what_has_a_word_of_the_site_is_no_author_unless_it_signs(name: str) -> None:
    assert read(("byline", name), BODY).authors == ()
    assert read(("byline", f"By {name.replace('Hide Caption', 'Bo Politics')}"), BODY).authors != ()


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Gulf Pictures | Ada Quill", ("Gulf Pictures", "Ada Quill")),
        ("Ada Quill/dpa | ADA QUILL/DPA", ("Ada Quill/dpa",)),
        ("= 연합뉴스", ("연합뉴스",)),
        ("Photo: Ada Quill", ("Ada Quill",)),
    ],
    ids=["two", "one twice", "a sign before it", "one"],
)
def test_each_name_of_a_credit_comes_by_itself(credit: str, names: tuple[str, ...]) -> None:
    assert facts_of([("body", "The pier is shut."), ("credit", credit)], {})["credits"] == names


def test_a_caption_has_neither_its_number_nor_the_label_before_that() -> None:
    blocks = [("caption", "Read more 3 of 12 | The old pier at dusk."), ("caption", "The first 3 of 12 boats are in.")]
    assert facts_of(blocks, {})["captions"] == ("The old pier at dusk.", "The first 3 of 12 boats are in.")


def test_the_word_before_who_wrote_is_no_part_of_the_headline() -> None:
    blocks = [("headline", "Ferry back in port by"), ("byline", "Ada Quill"), ("body", "The ferry is back.")]
    assert facts_of(blocks, {})["headline"] == "Ferry back in port"
    assert facts_of([blocks[0], blocks[2]], {})["headline"] == "Ferry back in port by"


STAMP = ("stamp", "3 May 2024, 10:09")


@pytest.mark.parametrize("text", ["Ada Quill", "Ada Quill Ada Quill", "Ada Quill / PIER.COM /", "Ada Quill & Bo Tern"])
@pytest.mark.parametrize("after", [True, False])
def test_names_beside_the_time_stamp_are_the_authors(text: str, *, after: bool) -> None:
    beside = [STAMP, ("furniture", text)] if after else [("furniture", text), STAMP]
    assert read(("headline", "Ferry back"), *beside, BODY).authors[:1] == ("Ada Quill",)


@pytest.mark.parametrize("text", ["Share", "Hot Stocks", "Ada Quill and the ferry", "Isle Politics", "社会"])
def test_what_is_no_name_is_no_author_beside_a_stamp(text: str) -> None:
    assert read(("headline", "Ferry back"), STAMP, ("furniture", text), BODY).authors == ()


def test_a_menu_above_the_headline_names_nobody() -> None:
    menu = [("byline", "Harbour Live"), ("furniture", "Sport"), ("furniture", "Travel"), ("furniture", "Life")]
    head = [("headline", "Ferry back"), ("furniture", "Share")]
    assert read(*menu, *head, BODY).authors == ()
    assert read(("byline", "Ada Quill"), STAMP, *head, BODY).authors == ("Ada Quill",)
    assert read(("byline", "By Ada Quill"), *menu[1:], *head, BODY).authors == ("Ada Quill",)


def test_of_many_bylines_behind_the_body_none_is_the_articles() -> None:
    others = [("byline", f"By Ada {name}") for name in ("Quill", "Tern", "Wren")]
    assert read(*[BODY] * 9, *others).authors == ()
    assert read(*[BODY] * 9, *others[:1]).authors == ("Ada Quill",)


def test_the_label_of_an_author_leads_to_one_wherever_it_stands() -> None:
    label = ("furniture", "Autorin/Autor")
    assert read(BODY, label, ("furniture", "Ada Quill"), language="de").authors == ("Ada Quill",)


def test_names_that_ran_into_each_other_come_apart() -> None:
    signed = ("furniture", "(Ada Quill aus Kiel, Bo Emil Tern, 3.5.2024)")
    both = ("byline", "Ada Quill Bo Emil Tern")
    assert read(("headline", "Ferry back"), both, STAMP, BODY, signed).authors == ("Ada Quill", "Bo Emil Tern")
    told = ("body", "The ferry of Ada Quill was back on Monday, and nobody had been hurt in the end.")
    assert read(("headline", "Ferry back"), ("byline", "Ada Quill Bo Tern"), STAMP, told).authors == ("Bo Tern",)


def test_an_initial_is_completed_by_the_name_elsewhere() -> None:
    bio = ("furniture", "Eva M. Quill")
    assert read(("headline", "Ferry back"), ("byline", "M. Quill"), STAMP, BODY, bio).authors == ("Eva M. Quill",)


def test_a_byline_goes_on_after_its_and() -> None:
    blocks = [("headline", "Ferry back"), ("byline", "By Ada Quill and"), ("byline", "Bo Tern"), BODY]
    assert read(*blocks).authors == ("Ada Quill", "Bo Tern")
    assert read(blocks[0], ("byline", "By Ada"), ("byline", "Quill"), BODY).authors == ("Ada Quill",)


def test_a_sentence_with_a_date_names_no_author() -> None:
    story = ("stamp", "The harbour master, Ada Quill, at the old pier in Oslo on 12 July 2023.")
    assert read(("headline", "Ferry back"), story, BODY).authors == ()


def test_a_conjunction_that_is_glued_to_a_name_is_no_part_of_it() -> None:
    body = ("body", "The ferry runs again.")
    assert read(("byline", "Ada Quillerand"), ("furniture", "AP"), body).authors == ("Ada Quiller",)
    assert read(("byline", "Ada Quillerund"), ("byline", "Bo Tern"), body).authors == ("Ada Quiller", "Bo Tern")
    assert read(("byline", "Ada Quillerand"), ("furniture", "Share"), body).authors == ("Ada Quillerand",)
    assert read(("byline", "Bo Hedlund"), ("furniture", "TT"), body).authors == ("Bo Hedlund",)


AFTER = ("body", "The ferry had been late for weeks, the harbour master said on Monday.")


@pytest.mark.parametrize("text", ["Isle Commission", "Harbour Technologies", "Quill's Record", "Ferry Stocks"])
def test_what_bodies_and_works_are_called_names_no_author(text: str) -> None:
    assert read(("headline", "Ferry back"), ("byline", text), BODY).authors == ()


def test_a_place_and_an_agency_before_the_body_name_no_author() -> None:
    found = read(("byline", "Port Quill (Reuters)"), BODY)
    assert (found.authors, found.source) == ((), "Reuters")
    assert read(("byline", "Maria Quill (Reuters)"), BODY).authors == ("Maria Quill",)


def test_bare_names_in_the_middle_of_the_body_are_pieces_of_it() -> None:
    name = ("byline", "Ada Quill")
    assert read(BODY, AFTER, AFTER, AFTER, name, BODY, AFTER).authors == ()
    assert read(BODY, name, *[AFTER] * 4).authors == ("Ada Quill",)
    assert read(*[AFTER] * 5, name, STAMP, AFTER).authors == ("Ada Quill",)
    bio = ("body", "Ada Quill, a reporter, lives on the isle.")
    assert read(*[AFTER] * 5, name, bio, AFTER).authors == ("Ada Quill",)


def test_who_signed_near_the_body_counts_more_than_names_above_it() -> None:
    assert read(("byline", "Epic Ferry"), BODY, ("byline", "By Ada Quill"), AFTER).authors == ("Ada Quill",)


def test_the_name_on_the_line_of_a_time_stamp_counts_more_than_others() -> None:
    others = [("byline", "Bo Tern"), ("byline", "Cleo Marsh")]
    assert read(*others, ("stamp", "Ada Quill | May 3, 2024"), BODY).authors == ("Ada Quill",)
    assert read(*others, ("byline", "Ada Quill |"), STAMP, BODY).authors == ("Ada Quill",)


def test_an_author_and_the_house_behind_the_name_are_told_apart() -> None:
    found = read(("headline", "Ferry back"), ("byline", "By Anna Quill Isle News"), BODY)
    assert (found.authors, found.source) == (("Anna Quill",), "Isle News")


def test_a_rank_whose_role_was_cut_off_is_no_part_of_a_name() -> None:
    assert read(("headline", "Ferry back"), ("byline", "By Ada Quill Former"), BODY).authors == ("Ada Quill",)


def test_what_passed_a_picture_on_is_no_source() -> None:
    assert read(("stamp", "Office of the Harbour Master via AP"), BODY).source is None
    assert read(("stamp", "May 3, 2024 IslePost.com"), BODY).source == "IslePost.com"


@pytest.mark.parametrize("text", ["Story Continued Below", "( QUIZ: Who is it?)", "Isle Post. All rights kept"])
def test_labels_are_no_credits(text: str) -> None:
    assert read(BODY, ("credit", text), AFTER).credits == ()


def test_a_bare_name_is_a_credit_beside_a_caption() -> None:
    assert read(BODY, ("caption", "The pier at dusk"), ("credit", "Ada Quill"), AFTER).credits == ("Ada Quill",)
    assert read(BODY, ("caption", "The pier at dusk"), ("credit", "Mayor Ada Quill"), AFTER).credits == ()


def test_the_title_of_a_gallery_is_no_credit_and_no_part_of_its_captions() -> None:
    title = ("credit", "Photos: The life of a ferry")
    found = read(BODY, title, ("caption", "Photos: The life of a ferry The pier at dusk"), AFTER)
    assert (found.captions, found.credits) == (("The pier at dusk",), ())


@pytest.mark.parametrize(
    "text",
    ["[Ferry back in port again]", "Back. — Ada Quill (@quill)", "and went on", "Why?"],
)
def test_what_is_no_caption_is_not_given_as_one(text: str) -> None:
    assert read(BODY, ("caption", text), AFTER).captions == ()


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The old pier of the town at dusk. | REUTERS Ferry back in port", "Ferry back in port"),
        ("My Account Ferry owner to stand again", "Ferry owner to stand again"),
        ("Updated [hour]:[minute], [month]", None),
        ("Warning: This report contains sad details", None),
    ],
)
def test_what_sticks_to_a_headline_goes_and_what_is_none_is_none(text: str, headline: str | None) -> None:
    assert read(("headline", text), STAMP, BODY).headline == headline


def test_the_number_before_a_headline_counts_what_it_begins_with() -> None:
    reasons = ("headline", "Reasons to take the ferry")
    assert read(("stamp", "10"), reasons, BODY).headline == "10 Reasons to take the ferry"
    assert read(("stamp", "1."), reasons, BODY).headline is None
