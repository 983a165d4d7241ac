"""False breaks are healed; true ones, headings and lists are left alone."""

from __future__ import annotations

import pickle
from random import Random

import pytest

from cleantext import read
from cleantext.document import Document, replay
from cleantext.steps.rejoin import Rejoin
from cleantext.text.inline_links import links_within
from cleantext.text.lexicon import lexicon
from cleantext.text.wrapping import is_rewrapped, wrapped_breaks

SENTENCES = [f"The ferry number {n} left the old harbour at dawn." for n in ("one", "two", "three")]


def healed(text: str, **options: float) -> str:
    return Rejoin(**options)(Document.of(text, language="en")).text  # type: ignore[arg-type]


FALSE = [
    "The island has close ties with the U.S.\n\n\n\nand with its neighbours across the strait.",
    "The minister said in a\nstatement\nthat the bridge would reopen before the summer holidays begin.",
    "震度4は木城町\n、川南町、\n都農町\n、門川町でも揺れた。",
    "The dock was shut on Monday. Its owner, the company\nIsle Ferries\n, which has four ships, was not asked.",
    "The outing comes less than a fortnight after the captain confirmed in a letter to his\nIsle Post\nreaders that",
    "They met on Tuesday at the\nHarbour Museum\n, which opened its doors in the spring of last year.",
    "Two of the crew were ashore with influenza that week. Mrs.\n\n\n\nQuill, who had gone aboard, did not complain.",
    "The price of a day at anchor was put at a million by Dr.\n\nAda Tern, who teaches the history of harbours.",
    "The bridge was opened by George W.\n\nMarsh in the spring of that year, and closed again in the autumn.",
    "The storm is the worst since that of Oct.\n\n6 in the year of the flood, as the keeper of the light said.",
]
TRUE = [
    "The bridge reopened on Monday.\n\nThe mayor thanked the engineers.\n\nTraffic was light all day.",
    "What to bring\n\nA warm coat.\n\nWhat to leave at home\n\nUmbrellas, for the wind takes them.",
    "The list:\n- apples\n- pears\n- plums",
    "De haven is dicht.\n,,Een boot die niet vaart, is geen boot”, zegt zij.\n,,Zonder geld is er straks geen haven.”",
    "Her last poem was dictated in June and has no title.\n\nthe cow is sold\nwhoever comes\nmay come in\n\nShe was 79",
    "One line only, and nothing to heal in it.",
    "The old captain still lives in Harbour St.\n\nClair Marsh, his daughter, says that he will not move again.",
    "What the sailors lacked on all their voyages was vitamin C.\n\nLemons were not to be had in the outer isles.",
    "The ferry has never been as full as it was in March.\n\n6 ways to reach the isle without a ticket are below.",
    "The last of the four boats is the Elsie B.\n\nShe was built in the yard behind the church by two sisters.",
    "The captain was asked whether he would sail, and said no.\n\n10 of his men went ashore on the same night.",
]


@pytest.mark.parametrize("text", FALSE)
def test_a_break_in_mid_sentence_is_healed(text: str) -> None:
    assert "\n" not in healed(text)


SHORT = [" Mr.\nTern", "Mr.\nTern", "x Mr.\n \nTern", " J.\n", "a 1.\n\n", " . \n A.\n", "\xa0St.\nTern"]


@pytest.mark.parametrize("text", SHORT)
def test_a_line_may_hold_an_abbreviation_and_nothing_else(text: str) -> None:
    assert healed(text).split() == text.split()


def test_no_blank_before_a_comma() -> None:
    assert "Museum, which" in healed(FALSE[5])


@pytest.mark.parametrize(
    ("before", "link", "then"),
    [
        ("The dock on Monday, as it was", "Isle Point", "is shut."),  # a caption
        ("The dock is shut. The captain was pleased.", "Isle Point", "is shut."),
        ("The dock is shut. The captain was pleased, as was", "By Ada Quill", "and Bo Tern"),
        ("The dock is shut. See what it looked like on Monday", "Seen it? Write to us", "at the isles"),
        ("ada.quill@islepost.example, on Mondays", "Isle Point", "newsletter"),
        ("Watch the ferry sail out of the harbour of the outer isles on the morning after the storm", "This is", "it"),
    ],
)
def test_no_link_within(before: str, link: str, then: str) -> None:
    assert not list(links_within([before, link, then], lexicon("en")))


def test_a_german_noun_phrase_goes_on() -> None:
    text = "Nun hat die Behörde der inzwischen geschlossenen\nHafenbahn geschrieben.\nSie hat geantwortet."
    assert Rejoin()(Document.of(text, language="de")).text.count("\n") == 1


RUN_IN = ["{}\nThe ferry sailed to the outer isles that day.", "{}\nIt sank in a storm off the old harbour pier."]


def run_in(*headings: str, link: str = "") -> str:
    return healed("\n".join(RUN_IN[k % 2].format(heading) for k, heading in enumerate(headings)) + link)


def test_dates_run_into_their_paragraphs() -> None:
    assert run_in("Oct. 6, 1923:", "1946:", "May 2, 1960:").count("\n") == 2


def test_words_with_a_colon_do_so_where_lines_are_broken_at_links() -> None:
    words = "Price:", "Weight:", "Size:"
    assert run_in(*words).count("\n") == 5
    links = "".join(f"\nThey met at the\nHarbour Museum\nin spring, the {n} of them." for n in ("two", "three", "ten"))
    assert run_in(*words, link=links).split("They", maxsplit=1)[0].count("\n") == 3


@pytest.mark.parametrize("headings", [("Oct. 6, 1923:", "1946:"), ("Read more:", "READ MORE:", "Read also:")])
def test_few_headings_and_pointers_do_not(headings: tuple[str, ...]) -> None:
    assert run_in(*headings).count("\n") == 2 * len(headings) - 1


@pytest.mark.parametrize("text", TRUE)
def test_intact_breaks_stay(text: str) -> None:
    assert healed(text) == text


def test_regular_rewrapping_is_undone() -> None:
    text = "\n\n\n\n".join(" ".join(SENTENCES) for _ in range(7))
    assert is_rewrapped(text)
    assert "\n" not in healed(text)


def test_one_break_after_many_sentences_is_a_rewrapping() -> None:
    assert is_rewrapped(" ".join(SENTENCES * 2) + "\n\n\n\n" + " ".join(SENTENCES))


def test_sentences_may_be_counted_by_plain_stops_only() -> None:
    asked = "“Was she in time?” they asked. "
    lines = [" ".join(SENTENCES * 2), asked * 3 + " ".join(SENTENCES), asked * 6]
    assert is_rewrapped("\n".join(line.strip() for line in lines))


@pytest.mark.parametrize(
    "lines",
    [
        SENTENCES * 3,
        [" ".join(SENTENCES[:2])] * 5 + [" ".join(SENTENCES), SENTENCES[0]],
        [" ".join(SENTENCES * 2), SENTENCES[0], " ".join(SENTENCES * 2)],
        [" ".join(SENTENCES * 2), " ".join(SENTENCES * 3)],
        [SENTENCES[0], " ".join(SENTENCES)],
    ],
)
def test_paragraphs_are_no_rewrapping(lines: list[str]) -> None:
    assert not is_rewrapped("\n\n".join(lines))


def test_the_edits_say_what_was_done() -> None:
    document = Rejoin()(Document.of(FALSE[1], language="en"))
    assert replay(document.original, document.edits) == document.text
    assert {e.category for e in document.edits} == {"space"}


def test_threshold_nought_heals_nothing() -> None:
    assert healed(FALSE[1], threshold=0.0) == FALSE[1]


def test_pickles() -> None:
    step = pickle.loads(pickle.dumps(Rejoin(threshold=0.3)))
    assert step == Rejoin(threshold=0.3)


WRAPPED = [
    "The ferry between the two islands runs again after a",
    "month in the dock. It had lost its rudder in a storm",
    "and could not be steered, the harbour-master told our",
    "reporter on Monday, for the pilots know every rock.",
    "",
    "Nobody was hurt. A crate of oranges was lost to the",
    "gulls that afternoon, and the shop on the smaller is-",
    "land had none for a month. Its keeper, Bo Tern, is not",
    "a patient woman, and says so to whoever comes in now.",
]


def test_lines_of_a_width_are_paragraphs_again() -> None:
    first, second = healed("\n".join(WRAPPED)).split("\n\n")
    assert first == " ".join(WRAPPED[:4])
    assert second == " ".join(WRAPPED[5:]).replace("is- land", "island")


def test_some_lines_may_be_longer_as_links_are() -> None:
    links = [f"The {n} isles that nobody visits although the ferry stops at each of them on Mondays" for n in range(4)]
    text = "\n".join([*WRAPPED, "", *WRAPPED, "", *links])
    assert len(wrapped_breaks(text)) == 12
    assert healed(text).split("\n")[-4:] == links


def test_lines_that_links_made_shorter_are_the_paragraphs_too() -> None:
    lines = [*WRAPPED, "", "The captain said that he had seen it all before", "in the", "Outer Isles",
             "and elsewhere, when he was young and nobody had yet", "thought of a rudder."]  # fmt: skip
    last = healed("\n".join(lines)).split("\n\n")[-1]
    assert last == " ".join(lines[10:])


def test_titles_one_below_the_other_stay_so() -> None:
    titles = ["Ferry back on Monday", "Storm cuts off the northern cape", "A loaf of bread for everybody on the isle"]
    assert healed("\n".join([*WRAPPED, "", *titles])).split("\n\n")[-1] == "\n".join(titles)


def verse(lines: int, chance: Random) -> str:
    """Lines about as long as others, of which most begin with a small letter."""
    words = "the of and under river stone over night again slowly remembered harbour winter children silver".split()
    found = []
    for _ in range(lines):
        line, size = chance.choice(words), chance.gauss(43, 4)
        while len(line) < size:
            line += f" {chance.choice(words)}"
        found.append((line.capitalize() if chance.random() < 0.35 else line) + chance.choice(["", ",", "."]))
    return "\n".join(found)


def test_verse_is_seldom_taken_for_wrapped_text() -> None:
    chance = Random(1)
    assert sum(bool(wrapped_breaks(verse(lines, chance))) for lines in (14, 30) for _ in range(100)) <= 10


JAPANESE = [
    "船は月曜日に再び島々へ運航すると、会社が土曜日の夜に",
    "発表した。六週間前に機関が壊れて、港に引かれてきたの",
    "だった。住民は、その間、漁船で運ばれたパンと郵便と薬",
    "で暮らしていたという。船長は、もう二度と同じことがな",
    "いようにしたいと、記者たちに話した。",
]
KOREAN = [
    "배는 월요일에 다시 섬으로 운항한다고 회사가 토요일 밤에",
    "발표했다 육 주 전에 기관이 고장 나서 항구로 끌려 왔던",
    "것이다 주민들은 그동안 어선이 실어 온 빵과 우편으로",
    "지냈다고 한다 선장은 다시는 그런 일이 없기를 바란다고",
    "기자들에게 말했다.",
]


@pytest.mark.parametrize(("lines", "joint"), [(JAPANESE, ""), (KOREAN, " ")], ids=["Japanese", "Korean"])
def test_wide_characters_count_twice(lines: list[str], joint: str) -> None:
    assert healed("\n".join(lines)) == joint.join(lines)


def test_a_divided_word_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    lines = ["and could not be steered, though all of the well-", "known pilots said to us that they knew the rocks."]
    assert "the well-known pilots" in healed("\n".join([*WRAPPED[:2], *lines, *WRAPPED[4:]]))


@pytest.mark.parametrize(
    "lines",
    [
        [f"Line {n} of a song that has no wish to end" + " at all" * (n % 3) for n in range(12)],
        [f"Item {n}: a loaf of bread" for n in range(12)],
        [sentence for n in range(4) for sentence in SENTENCES],
        ["The headline of some article that is about as long as others are" + "." * (n % 2) for n in range(9)],
    ],
)
def test_other_short_lines_stay(lines: list[str]) -> None:
    assert wrapped_breaks("\n".join(lines)) == []


def test_a_byline_over_two_lines_stays_apart_from_the_title() -> None:
    title = "SCANDAL! Ferry held over unpaid fines in the outer isles"
    text = f"News\n{title}\nby\nAda Quill\nJune 19, 2023\nThe ferry was held."
    assert healed(text).split("\n")[1:3] == [title, "by Ada Quill"]


def test_two_names_and_what_joins_them_stay_apart_from_the_line_before() -> None:
    title = "A decade after the heat killed the meadow, divers have put back forty hectares of it by hand"
    lines = healed(f"Oceans\n{title}\nAda Quill\nand\nBo Tern\n3 May 2024\nIt came ashore in brown rolls.").split("\n")
    assert lines[1:4] == [title, "Ada Quill and Bo Tern", "3 May 2024"]
    line = "The meadow came back, and nobody had expected it to, as it was said in a letter by the divers"
    assert "\n" not in healed(f"{line}\nAda Quill\nand\nBo Tern\n, who had planted it.")


def test_a_name_in_a_sentence_does_not() -> None:
    text = "It was the third win in the\n2. League\nby\nFortuna Havenport\n, who had not won since the spring of then."
    assert "\n" not in healed(text)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "And all the boats came in at once upon the\nEvening tide that bore us"),  # verse is shorter
        ("en", "What the council of the island knew about the ferry and where it got it from\nThe papers say more"),
        ("de", "„Wir haben den ganzen Abend lang auf die Fähre gewartet und rufen jetzt an\nDie Reederei schweigt"),
    ],
)
def test_lines_that_may_end_so_stay(language: str, line: str) -> None:
    text = f"The ferry was held in port on Monday.\n{line}.\nIt sails again on Friday."
    assert Rejoin()(Document.of(text, language=language)).text == text


@pytest.mark.parametrize(
    ("language", "line", "then"),
    [
        ("en", "The ferry was held in the port of Havenport on Monday after a warning by the", "Isle Harbour Board."),
        ("de", "Die Fähre blieb am Montag nach einer Warnung des Amts im Hafen und nahm den", "Fahrplan später auf."),
        ("fr", "Le ferry est resté au port lundi après une mise en garde de la capitainerie de", "Havreport, dit-on."),
        ("pt", "Na segunda-feira o barco ficou no porto da ilha, depois de um aviso, na aldeia de", "Porto Velho."),
    ],
)
def test_long_lines_that_end_in_an_article_go_on(language: str, line: str, then: str) -> None:
    assert Rejoin()(Document.of(f"{line}\n{then}", language=language)).text == f"{line} {then}"


@pytest.mark.parametrize("between", ["\n", "\n\n", "\f"])
@pytest.mark.parametrize(
    ("language", "line", "then"),
    [
        ("en", "The bridge over the Ada is closed to all traffic for nine days, the county said on", "Thursday."),
        ("en", "The bridge over the Ada is closed to all traffic, which has cost the old county", "The bridge"),
        ("en", "This is the only town of the island that nobody at all wants to live and work in", "The town"),
        ("en", "The bridge is shut, they said on", "Thursday."),
        ("de", "Die Brücke bleibt im Mai neun Tage lang für jeden Verkehr gesperrt, und zwar in der", "Woche."),
    ],
)
def test_a_long_line_leads_to_a_name(language: str, line: str, then: str, between: str) -> None:
    goes_on = then in ("Thursday.", "Woche.") and len(line) > 60
    found = read(f"{line}{between}{then} It is old, and nobody knows who built it.", language=language).text
    assert (f"{line} {then}" in found) is goes_on


@pytest.mark.parametrize("credit", ["dpa", "imago/Ada Quill"])
def test_a_credit_that_is_written_small_stays_a_line(credit: str) -> None:
    text = f"Hafen bleibt lange gesperrt\n{credit}\nDer Rat hat am Dienstag beschlossen, die Straße zu sperren."
    assert Rejoin()(Document.of(text)).text == text


def test_an_agency_in_the_midst_of_a_sentence_goes_on() -> None:
    text = "Das meldete die\n\ndpa\n\nam Montag in Berlin. Es war der dritte Fall in diesem Jahr."
    assert Rejoin()(Document.of(text)).text == " ".join(text.split())
