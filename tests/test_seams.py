"""Lost boundaries are found, lost blanks put back, and what belongs together stays whole."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given

from cleantext.document import Block, Document, drop, replay, undo
from cleantext.models.evidence import token_facts
from cleantext.models.seams import shipped
from cleantext.models.splits import best_split
from cleantext.steps.unglue import Unglue, _without_lone_articles
from cleantext.text.behind_brackets import in_office
from cleantext.text.contractions import run_on_contractions
from cleantext.text.leading import lacks_noun
from cleantext.text.lexicon import code, lexicon
from cleantext.text.quotes import continued_in
from cleantext.text.sites import sites_in
from cleantext.text.unparted import in_capitals
from strategies import texts
from timing import grows_with

PARAGRAPHS = [
    "The old lighthouse on the northern cape will be open to visitors again from the first of June.",
    "It had been closed for nearly three years after a storm damaged the stairs.",
    "“Nobody was hurt, but we could not let anyone climb up there,” the keeper said.",
    "Tickets cost four pounds and can be bought at the harbour office.",
    "Last summer more than nine thousand people asked when they could come back.",
]


def unglued(text: str, language: str = "en", **options: float) -> Document:
    return Unglue(**options)(Document.of(text, language=language))  # type: ignore[arg-type]


def sure(document: Document) -> list[str]:
    """The paragraphs, cut where it is likelier than not."""
    rows: list[str] = []
    for block in document.blocks:
        if rows and block.seam < 0.5:
            rows[-1] += " " + block.text
        else:
            rows.append(block.text)
    return rows


def test_glued_paragraphs_come_apart() -> None:
    assert sure(unglued("".join(PARAGRAPHS))) == PARAGRAPHS


@pytest.mark.parametrize(
    ("paragraphs", "language"),
    [
        (
            [
                "항구는 월요일 아침에 문을 닫았다. 배는 바람 때문에 나가지 못했다.",
                "선장은 사흘을 기다리겠다고 말했다. 그는 웃었다.",
                "시장은 방파제를 새로 짓겠다고 밝혔다.",
                "주민들은 반신반의했다. 약속은 전에도 있었다.",
            ],
            "ko",
        ),
        (
            [
                "أغلق الميناء صباح الاثنين بسبب الرياح. ولم تستطع السفن المغادرة.",
                "وقال القبطان إنه سينتظر ثلاثة أيام. ثم ابتسم.",
                "وأعلنت البلدية أنها ستبني رصيفا جديدا.",
                "لكن الأهالي لم يصدقوا ذلك. فقد سمعوا الوعد من قبل.",
            ],
            "ar",
        ),
        (
            [
                "बंदरगाह सोमवार सुबह बंद कर दिया गया। नावें हवा के कारण नहीं निकल सकीं।",
                "कप्तान ने कहा कि वह तीन दिन रुकेगा। वह मुस्कुराया।",
                "महापौर ने नया घाट बनाने की घोषणा की।",
                "लोगों को भरोसा नहीं हुआ। वादे पहले भी हुए थे।",
            ],
            "hi",
        ),
    ],
)
def test_glued_paragraphs_come_apart_without_capitals(paragraphs: list[str], language: str) -> None:
    assert sure(unglued("".join(paragraphs), language)) == paragraphs


@pytest.mark.parametrize("token", ["أ.ف.ب", "د.محمد", "م.ب.س.علي"])
def test_abbreviations_without_capitals_stay_whole(token: str) -> None:
    assert token_facts(token, {}).sites == ()


def test_intact_paragraphs_are_cut_at_their_breaks_only() -> None:
    assert [b.text for b in unglued("\n\n".join(PARAGRAPHS)).blocks] == PARAGRAPHS


def test_quotation_marks_go_with_their_speech() -> None:
    text = 'The mayor was angry."We were not asked," she said."Nobody told us."The keeper disagreed.'
    assert '"We were not asked," she said.' in [b.text for b in unglued(text).blocks]


def test_a_paragraph_goes_on_with_an_open_quotation() -> None:
    said = "“The ferry was full on Monday, and nobody had told us why it left so late"
    later = "“We waited on the pier until the harbour master came,” said Ada Quill of the harbour board."
    for between in (" ", ""):
        text = f"The board met on Friday to hear those who had waited. {said}.{between}{later} It was dark by then."
        assert text.index(later) in [b.start for b in Unglue()(Document.of(text)).blocks]
    for text in (f"{said}.” {later}", f'{said}." {later}', f"{said} {later}", f"„Nein.“ {said}. {later}"):
        assert not list(continued_in(text))


@pytest.mark.xfail(strict=True, reason="capitals before a capitalised word are as often one name")
def test_a_stamp_comes_off_on_both_sides() -> None:
    text = "Updated 03:39 PM ESTPresident Abena Mensah spoke to the nation." + "".join(PARAGRAPHS)
    pieces = [b.text for b in unglued(text).blocks]
    assert any(piece.startswith("President") for piece in pieces)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He said theNorwegian president,who was away, would return to theDanish capital.", "the Norwegian"),
        ("They flew toScotland last week,and then drove back to theEnglish coast.", "to Scotland"),
    ],
)
def test_blanks_lost_at_links_are_put_back(text: str, mended: str) -> None:
    assert mended in " ".join(b.text for b in unglued(text).blocks)


@pytest.mark.parametrize(("run", "mended"), [("board’srules", "board’s rules"), ("wasn'tthere", "wasn't there")])
def test_a_word_that_ran_into_a_contraction_comes_apart(run: str, mended: str) -> None:
    text = f"Nobody knew on Monday what the {run} were, said the captain. He had asked at the pier, he said."
    assert f" {mended} " in unglued(text).text


@pytest.mark.parametrize("text", ["It was 'relieved'.", "called'sad'", "I'solezwe", "O'Sullivan", "rock'n'roll"])
def test_what_only_looks_like_a_contraction_stays(text: str) -> None:
    assert not list(run_on_contractions(text, lexicon("en")))


@pytest.mark.parametrize("word", ["mitzureden", "zurückzugeben", "einzuführen", "vorbeizukommen"])
def test_infinitives_with_zu_are_one_word(word: str) -> None:
    assert best_split(word, lexicon("de"), {}) == ()
    assert best_split(f"{word}aber", lexicon("de"), {word: 2}) == (len(word),)


@pytest.mark.parametrize(
    ("word", "language"),
    [("outspending", "en"), ("underspend", "en"), ("towing", "en"), ("bettering", "en"), ("wiederaufgenommen", "de"),
     ("herunterkam", "de"), ("kommendes", "de"), ("bleibendem", "de")],
)  # fmt: skip
def test_words_with_a_prefix_or_an_ending_are_one(word: str, language: str) -> None:
    words = {w: code(8, 4) for w in ("out", "spending", "under", "spend", "to", "tow", "wing", "better", "in", "g")}
    words |= {w: code(8, 4) for w in ("wieder", "aufgenommen", "herunter", "kam", "kommen", "des", "bleiben", "dem")}
    assert best_split(word, words, {}, language) == ()


@pytest.mark.parametrize(("run", "cut"), [("overthe", 4), ("outof", 3), ("typeof", 4), ("claimsof", 6)])
def test_words_that_were_run_together_come_apart(run: str, cut: int) -> None:
    assert best_split(run, lexicon("en"), {}, "en") == (cut,)


@pytest.mark.parametrize(
    ("run", "language", "cut"),
    [("Hafenbeckenzwischen", "de", 11), ("Fährhafenwurde", "de", 9), ("cottagewhere", "en", 7),
     ("delpresidente", "es", 3), ("présidentaffirme", "fr", 9)],
)  # fmt: skip
def test_rare_words_and_compounds_come_apart_from_what_they_ran_into(run: str, language: str, cut: int) -> None:
    assert best_split(run, lexicon(language), {}, language) == (cut,)


@pytest.mark.parametrize(
    ("word", "language"),
    [("screws", "en"), ("tweek", "en"), ("wellhead", "en"), ("clearinghouse", "en"), ("weekslong", "en"),
     ("realizarlos", "es"), ("haciéndose", "es"), ("contrapartida", "es"),
     ("retrouveront", "fr"), ("contrepartie", "fr"), ("maintient", "fr")],
)  # fmt: skip
def test_letters_clitics_and_endings_are_no_words(word: str, language: str) -> None:
    assert best_split(word, lexicon(language), {}, language) == ()


def test_blanks_lost_before_small_letters_are_put_back_where_others_are() -> None:
    text = (
        "The harbour master on Friday said the ferry wouldreturn with engineers on board.The strike, now in its third "
        "week, was called by Ada Marsh, who led the union before the elections of last year.Critics said "
        "hisworking hours and those of his deputies had notbeen published."
    )
    mended = " ".join(b.text for b in unglued(text).blocks)
    assert all(said in mended for said in ("would return", "his working", "had not been"))


WHOLE = [
    "Mr McDonald sold his iPhone and his YouTube shares to SoftBank for 3.5 million.",
    "The U.S. team landed at 10.30 p.m. and went to www.example.org/NewsRoom for the results.",
    "Am 17. März sprach sie mit derStandard über KandidatInnen und die CaixaBank.",
    "Shareholders got Sh5 a share, costs rose to R120bn, and a ticket is Rs1,200 or 50Kč.",
    "The pump runs at 120Hz, holds 6,000mAh and was sold under section 199A of the Harbours Act and as a 5G device.",
    "Write to desk@ExampleNews.org or follow #BlackCoffeeDay and @RadioHarbour.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_names_stay_whole(text: str) -> None:
    document = unglued(text, "de" if "März" in text else "en")
    assert "".join(" ".join(b.text for b in document.blocks).split()) == "".join(text.split())
    assert " ".join(b.text for b in document.blocks) == text


def test_an_article_behind_a_figure_begins_a_block() -> None:
    text = "The ferry of Isle Line was back.It left Oslo on 8 October 2020A ferryman waved from the pier.It was late."
    assert "A ferryman waved from the pier." in [b.text for b in unglued(text).blocks]


def test_prefixes_before_capitals_stay_in_languages_that_have_them() -> None:
    assert token_facts("kuMasipala", {}).sites == (2,)
    assert token_facts("kuMasipala", {}, prefixed=True).sites == ()
    assert token_facts("kahle.Kodwa", {}, prefixed=True).sites == (6,)
    places = [shipped().evidence("Amaphoyisa akuMasipala", language).places for language in ("xh", "en")]
    assert [bool(found) for found in places] == [False, True]


def test_headings_in_capitals_are_not_cut() -> None:
    text = "The talks went on all night. UN CHIEF CONDEMNS ATTACK ON RESIDENCE IN BAGHDAD Crowds gathered at dawn."
    pieces = [b.text for b in unglued(text, bare=0.001).blocks]
    assert not [p for p in pieces if p.isupper() and p not in "UN CHIEF CONDEMNS ATTACK ON RESIDENCE IN BAGHDAD"]
    assert any("UN CHIEF CONDEMNS ATTACK ON RESIDENCE IN BAGHDAD" in p for p in pieces)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("HOST MAKES THIS BOLD 2024 PREDICTIONAfter the debate he left.", "HOST MAKES THIS BOLD 2024"),
        ("She left the pier.PILOT CALLS IT A MORE BIBLICAL APPEALPolls say so.", "PILOT CALLS IT A MORE BIBLICAL"),
    ],
)
def test_numbers_letters_and_glued_ends_do_not_end_a_heading_in_capitals(text: str, heading: str) -> None:
    assert any(heading in piece.text for piece in unglued(text, bare=0.001).blocks)


GLUED = "The ferry is back.It sailed on Monday.The captain was pleased.{}.Tickets cost four pounds.The dock is open."


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("HOW TO CHECK YOURSHeating engineers know the trick", "Heating"),
        ("BRITAIN'S OLDEST PILOT JUMPS FOR DONKEYSShe landed on the beach", "She landed"),
        ("DOCK CLOSED FOR A MONTH, SAYS EXPERTA girl waits at the gate", "A girl"),
        ("Photo: Ada Quill / CENTRALIn the harbour nobody was surprised", "In the harbour"),
        ("Photo: Ada Quill– We have people who wait on the quay", "– We have"),
    ],
)
def test_a_sentence_glued_to_capitals_begins_a_block(words: str, start: str) -> None:
    assert any(b.text.startswith(start) for b in unglued(GLUED.format(words)).blocks)


@pytest.mark.parametrize("name", ["MARTINA HINGIS won", "NATOmembers met", "The BBCin London", "BARBERA, the owner,"])
def test_no_letter_is_taken_from_a_name_in_capitals(name: str) -> None:
    blocks = unglued(GLUED.format(name)).blocks
    assert not any(b.text.startswith(("A HINGIS", "Omembers", "Cin", "A, the owner")) for b in blocks)


@pytest.mark.parametrize("marks", ["?", "!"])
def test_marks_that_french_sets_off_end_a_sentence(marks: str) -> None:
    text = f"Le port est fermé.Et le bateau {marks}Je dis qu'il reviendra.Le capitaine est content.Il part lundi."
    assert any(b.text.startswith("Je dis") for b in unglued(text, "fr").blocks)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Write to her at ada.quill@islepost.com.", "Get the latest news from the isles"),
        ("Follow her on Twitter @Ada_Quill.", "The hottest stories of the week"),
        ("Fourteen families were cut off.", "✅ Follow our channel"),
    ],
)
def test_what_follows_an_address_or_begins_with_a_sign_is_another_block(before: str, after: str) -> None:
    assert any(b.text.startswith(after) for b in unglued(GLUED.format(before + after)).blocks)


@pytest.mark.parametrize("address", ["ada@islepost.com", "Ada.Quill@post.Isle.org", "@AdaQuill"])
def test_addresses_stay_whole(address: str) -> None:
    assert any(address in b.text for b in unglued(GLUED.format(f"Write to {address} on Monday")).blocks)


def test_what_the_second_look_finds_wants_a_blank_too_but_not_in_names_on_lines() -> None:
    lines = "\n".join([*PARAGRAPHS, "The pads come with SynergyLink connectors and a pump."])
    assert "SynergyLink" in unglued(lines).text


@pytest.mark.parametrize("joint", ["", " "])
def test_a_label_that_points_elsewhere_is_one(joint: str) -> None:
    text = f"Two deaths were reported from the island.{joint}Also Read: Why storms are rare The ferry is back."
    assert any(piece.text.startswith("Also Read:") for piece in unglued(text, bare=0.001).blocks)


@pytest.mark.parametrize("name", ["ADATA", "“Ъ”", "FM"])
def test_a_name_in_capitals_is_no_heading(name: str) -> None:
    text = f"The radio said {name} Kirsten Quill was late."
    at = text.index(" Kirsten")
    assert not in_capitals(text, at, at + 1)


@pytest.mark.parametrize(
    "post", ["View this post on Instagram A post shared by Isle Ferries", "Ein Beitrag geteilt von Ada"]
)
def test_the_handle_of_an_embedded_post_ends_it(post: str) -> None:
    text = f"The ferry was back at the pier on Monday.{post} (@isleferry)The repair took three weeks.Nobody minded."
    pieces = [b.text for b in unglued(text).blocks]
    assert "The repair took three weeks." in pieces
    assert any(piece.endswith("(@isleferry)") for piece in pieces)


def test_wide_scripts_are_cut_after_their_stops() -> None:
    document = unglued("港は月曜日に閉鎖された。船は出られなかった。風は強かった。", "ja")
    assert all(b.text.endswith("。") for b in document.blocks)


@pytest.mark.parametrize(
    ("token", "right"),
    [
        ("짓겠다고했다.이", "이"),
        ("“还早。”但这几天坐船的人多起来", "但这几天坐船的人多起来"),
        ("「祖父の葬儀で倉庫の記録を見つけたのです」――何が", "――何が"),
        ("대솔도에서그를만났다.―일지에", "―일지에"),
        ("dicht.,,Een", ",,Een"),
    ],
)
def test_what_else_may_begin_a_block(token: str, right: str) -> None:
    assert [token[i:] for i in sites_in(token)] == [right]


@pytest.mark.parametrize("token", ["「見える化」推進室", "「祖父の葬儀で倉庫の記録を見つけた」と話した", "د.محمد"])
def test_what_begins_none(token: str) -> None:
    assert sites_in(token) == ()


@pytest.mark.parametrize(
    ("language", "text", "starts"),
    [
        ("de", "Es ist zu. »Wir warten auf die Fähre«, sagte sie. Sie kommt.", ["»Wir", "Fähre", "Sie"]),
        ("sv", "Hamnen är stängd. ”Vi väntar”, säger hon. Den kommer.", ["”Vi", "Den"]),
        ("en", "It is shut. ’Twas dark in the ’90s.", ["’Twas"]),
        ("fr", "« Le port est clos. » Il attend, « mais où ? »Elle rit.", ["Il", "« mais"]),
    ],
)
def test_marks_that_close_elsewhere_may_open_a_block(language: str, text: str, starts: list[str]) -> None:
    found = [text[end:] for _, end, _ in shipped().spaced(shipped().evidence(text, language))]
    assert [rest[: len(start)] for rest, start in zip(found, starts, strict=True)] == starts


def test_dropped_blocks_are_left_alone() -> None:
    text = "One.Two is here.Three is there."
    whole = Document.of(text)
    document = whole.with_blocks([drop(whole.blocks[0], "demo")])
    assert Unglue()(document).blocks == document.blocks


def test_several_blocks_are_cut_as_one_document() -> None:
    text = "".join(PARAGRAPHS[:2]) + "\n" + "".join(PARAGRAPHS[2:])
    at = text.index("\n")
    document = Document(text, (Block(0, at, text[:at]), Block(at + 1, len(text), text[at + 1 :])))
    assert sure(Unglue()(document)) == PARAGRAPHS


GLUED_WORDS = "He said theNorwegian president,who wasaway for aweek, would return tothe Danish capital.The talks go on."


def test_options_say_how_finely_it_is_cut() -> None:
    text = " ".join(PARAGRAPHS)
    fine, coarse = (unglued(text, spaced=p, bare=p).blocks for p in (0.02, 0.98))
    assert len(fine) > len(coarse)
    split = [" ".join(b.text for b in unglued(GLUED_WORDS, inner=p).blocks) for p in (0.01, 0.999)]
    assert len(split[0].split()) > len(split[1].split())


@given(texts())
def test_laws(text: str) -> None:
    document = Unglue()(Document.of(text))
    assert replay(text, document.edits) == document.text
    assert undo(document.text, document.edits) == text
    assert "".join("".join(b.text for b in document.blocks).split()) == "".join(text.split())


def test_the_same_answer_after_pickling_and_after_other_documents() -> None:
    text = "".join(PARAGRAPHS)
    first = unglued(text)
    unglued("Ganz anderer Text.Er ist deutsch.", "de")
    step = pickle.loads(pickle.dumps(Unglue()))
    assert step(Document.of(text, language="en")).blocks == first.blocks


def test_time_is_linear() -> None:
    few, many = ((" ".join(PARAGRAPHS) + "".join(PARAGRAPHS)) * times for times in (20, 200))
    assert grows_with(10, lambda: unglued(few), lambda: unglued(many))


def test_every_weight_names_its_feature() -> None:
    assert all(name and w == w + 0.0 for table in shipped().weights.values() for name, w in table.items())


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Der Umbau der Fähre soll bis zum 31. Dezember 2025 dauern. Danach fährt sie wieder.", "31."),
        ("de", "Die Sitzung begann am 3. Juni, und am 17. März war alles vorbei.", "17."),
        ("da", "Færgen sejler igen fra den 4. oktober, men kun den 5. November er fuld.", "5."),
    ],
)
def test_a_day_stays_with_its_month(language: str, text: str, day: str) -> None:
    pieces = unglued(text, language, spaced=0.0, bare=0.0).blocks
    assert len(pieces) > 1
    assert not any(piece.text.endswith(day) for piece in pieces)


@pytest.mark.parametrize(
    ("last", "whole"),
    [
        ("Here is how to help them Jan. 30, 2026", "Jan. 30, 2026"),
        ("The pool opened on Saturday, Oct. 25, 2025", "Oct. 25, 2025"),
        ("Melrose vs. Litchfield, Saturday, Oct. 25, 2025 Photo: Ada Quill", "vs. Litchfield"),
    ],
)
def test_no_last_words_are_told_behind_an_abbreviation(last: str, whole: str) -> None:
    before = (
        "The council met on Monday and heard from forty parents about the plan to close the pool on Harbour Road. "
        "“We do not want anyone to get wet,” said Ada Quill, who teaches music there. "
    )
    assert any(whole in block.text for block in unglued(before + last).blocks)


def test_a_part_of_a_month_stays_with_it() -> None:
    text = "Ein Morgen in Bonn Anfang Februar in einem Hof Ende März"
    ends = {piece.text.rsplit(None, 1)[-1] for piece in unglued(text, "de", bare=0.0).blocks}
    assert "Bonn" in ends
    assert not ends & {"Anfang", "Ende"}


@pytest.mark.parametrize(
    "text",
    [
        "The licence came from Gov. Ada Quill, and Sen. Bo Tern said nothing of it.",
        "The letter was read by Ada Q. Tern, who had it from Bo F. Wren in the morning.",
        "Er sprach mit Prof. Ada Quill und mit Dr. Bo Tern.",
        "Police said the DCP (Harbour) Ravi Quill told them that the pier would stay shut.",
        "It was begun by Minister of Ports (Independent Charge) Jitin Tern on Monday in the morning.",
        "The study, which was out in the journal Proceedings of the Isle Society, followed two boats.",
    ],
)
def test_titles_and_initials_stay_with_their_names(text: str) -> None:
    assert unglued(text, "de" if "Prof" in text else "en", spaced=0.0).text == text
    assert len(unglued(text, "de" if "Prof" in text else "en", spaced=0.0).blocks) == 1


@pytest.mark.parametrize(
    "left", ["The Mole (Isle Guardian)", "Mayor Bo Tern (left)", "DCP Bo Tern (AFP/Ada Marsh)", "Tern (50)"]
)
def test_brackets_that_belong_to_no_office_may_end_a_block(left: str) -> None:
    text = f"{left} That said, nobody left." if "Mole" in left else f"{left} Ravi Quill said no."
    assert not in_office(text, len(left), len(left) + 1, lexicon("en"), "en")


@pytest.mark.parametrize("word", ["me", "on", "st", "ing"])
def test_words_that_are_titles_elsewhere_end_sentences(word: str) -> None:
    text = f"The harbour master looked at {word}. The ferry left the pier and nobody minded."
    assert any(piece.text.endswith(f"{word}.") for piece in unglued(text, spaced=0.0).blocks)


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("sv", "Röda tröjor vid kajen Hon säger att färjan är tillbaka igen.", "Hon säger"),
        ("nl", "Zo ontstaat een stormvloed Volgens de kapitein vaart de pont maandag weer.", "Volgens de"),
        ("tr", "Vapur iskelede Ancak kaptan geri döneceğini söyledi.", "Ancak kaptan"),
        ("uk", "Пором біля причалу Він повернувся до порту в понеділок.", "Він повернувся"),
    ],
)
def test_a_capital_on_a_small_word_begins_a_block(language: str, text: str, start: str) -> None:
    document = Unglue()(Document.of(text, language=language))
    assert [block.text for block in document.blocks if block.text.startswith(start)] != []


def test_a_capital_on_a_small_word_in_a_name_begins_none() -> None:
    text = "De vraag aan staatssecretaris Van der Wiele over de pont bleef onbeantwoord."
    assert [block.text for block in Unglue()(Document.of(text, language="nl")).blocks] == [text]


@pytest.mark.parametrize(
    "words",
    [
        "(Quitney County Sheriff's Office)",
        "(U.S. District Court, Eastern District of Norrby)",
        "Blur's The Old Pier",
        "in the 2024 Norrby election",
    ],
)
def test_no_block_ends_within_brackets_or_before_what_is_named(words: str) -> None:
    text = f"{PARAGRAPHS[0]} The keeper found it {words} and was pleased. {PARAGRAPHS[3]}"
    assert any(words in block.text for block in unglued(text).blocks)


@pytest.mark.parametrize(
    ("language", "glued", "whole"),
    [
        ("en", "The minister denied it in April, according toThe Isle Guardian of Monday.", "according to The Isle"),
        ("en", "He did so for the first time in theIsle Guardian of Monday.", "in the Isle Guardian"),
        ("de", "Der Minister sprach vonSenator Quill.", "von Senator Quill."),
    ],
)
def test_no_block_ends_in_a_word_that_ends_nothing(language: str, glued: str, whole: str) -> None:
    text = f"{glued}The talks went on all night.Nobody was pleased.The ferry sailed at noon."
    assert any(whole in b.text for b in Unglue()(Document.of(text, language=language)).blocks)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Die Polizei hat eine aktive", True),
        ("Bei der inzwischen annullierten", True),
        ("Mit einem fest einprogrammierten", True),
        ("Das wird teuer", False),
        ("Am Montag", False),
        ("Sie will gewinnen", False),
    ],
)
def test_a_german_noun_phrase_is_whole(text: str, lacks: bool) -> None:
    assert lacks_noun(text, len(text), "de") == lacks
    assert not lacks_noun(text, len(text), "nl")


def test_an_initial_may_end_a_sentence() -> None:
    pieces = unglued("The ferry takes Plan B. The harbour waits for it.", spaced=0.0).blocks
    assert any(piece.text.endswith("B.") for piece in pieces)


def test_one_line_of_a_text_on_lines_may_be_crowded() -> None:
    sentences = [
        "The ferry between the two islands runs again after a month in the dock, the harbour master said on Monday.",
        "It had lost its rudder in a storm and was towed home by a crab boat, whose crew was paid in oranges.",
        "He expects it to be full until the autumn, when the tourists leave and the gulls have the quay to themselves.",
        "Nobody was hurt, though one passenger swore that he would never again set foot on anything that floats.",
    ]
    crowded = " ".join(sentences * 4)
    line = "A short line that is longer than sixty characters, so that it counts as one."
    lines = "\n".join(["Home", "Sport", "Weather today", *[line] * 9])
    evidence = shipped().evidence(f"{lines}\n{crowded}\n{lines}")
    assert evidence.intact
    assert evidence.crowded == ((len(lines) + 1, len(lines) + 1 + len(crowded)),)
    found = [start for start, _, _ in shipped().spaced(evidence)]
    assert len(found) >= 15
    assert all(evidence.crowded[0][0] < start < evidence.crowded[0][1] for start in found)
    assert not list(shipped().spaced(shipped().evidence(f"{lines}\n{lines}")))


@pytest.mark.parametrize("run", ["wiedereröffneten", "mitzureden", "zurückhaltender"])
def test_what_a_prefix_begins_is_one_word(run: str) -> None:
    assert best_split(run, lexicon("de"), {}, "de") == ()


def test_words_that_ran_together_come_apart() -> None:
    assert best_split("unddie", lexicon("de"), {}, "de") == (3,)
    assert best_split("ofthepeople", lexicon("en"), {}, "en") == (2, 5)


def test_no_block_is_an_article_alone() -> None:
    text = "the dock on Monday A Harbour Street ferry"
    cuts = [(18, 19, 0.9), (20, 21, 0.9), (28, 29, 0.4)]
    assert _without_lone_articles(cuts, text, "en") == [cuts[0], cuts[2]]
    assert _without_lone_articles(cuts, text, "fi") == cuts


@pytest.mark.parametrize("label", ["READ ALSO:", "ALSO READ |"])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_title_that_a_label_points_to_ends_where_the_next_sentence_begins(label: str, between: str) -> None:
    pointing = f"{PARAGRAPHS[1]} {label} Harbour fares to rise in April {PARAGRAPHS[3]}"
    found = [block.text for block in unglued(between.join([PARAGRAPHS[0], pointing, PARAGRAPHS[4]])).blocks]
    assert f"{label} Harbour fares to rise in April" in found
    assert PARAGRAPHS[3] in found


def test_a_title_that_ends_in_a_stop_is_not_cut() -> None:
    found = unglued(f"{PARAGRAPHS[0]} READ MORE: Five questions for Maria Tern. {PARAGRAPHS[1]}")
    assert "READ MORE: Five questions for Maria Tern." in [block.text for block in found.blocks]
