"""Sides of a gap, places where a token may be two, quotation marks, languages, word lists."""

from __future__ import annotations

import pytest

from cleantext.text.language import language_of
from cleantext.text.lexicon import band_of, code, ends_of, lexicon, parse, share_of, starts_of, write
from cleantext.text.quotes import Quotes
from cleantext.text.sides import end_class, left_side, right_side, shape, start_class
from cleantext.text.sites import is_plain_stop, sites_in

WHOLE = """
McDonald MacKenzie iPhone YouTube LinkedIn PhD ByteDance SoftBank CaixaBank derStandard KandidatInnen JoongAng
9to5Mac 3.5 10.30 1,200 www.example.org/NewsRoom https://example.org/aB.Cd info@ExampleNews.org #BlackCoffeeDay
@RadioHarbour pic.twitter.com/AbCdEf dell'Artico l’Iran d'Argento O'Neill 17. don't re-elected Saint-Étienne
doi:10.5555/pollen.2020.0417 무상·교복 12·3비상 col·laborar Zwölf-Uhr-Läuten
PoolHouse.gov, post.example.co.uk GOV.UK. HafenPost.eu/kai Quill‘sche gibt‘s ,,Fähre’’
""".split()

DOUBLE = {
    "droneHe": "drone|He",
    "attack.The": "attack.|The",
    "(CNN)Friends": "(CNN)|Friends",
    "Freitag.Die": "Freitag.|Die",
    "HARBOURMinister": "HARBOUR|Minister",
    "YouTubeThe": "YouTube|The",
    "CRISIS.UKRAINE": "CRISIS.|UKRAINE",
    "said‘hello": "said|‘hello",
    "said,which": "said,|which",
    "終わった。次の": "終わった。|次の",
    "확정했다.성남시장과": "확정했다.|성남시장과",
    "قوية.وقال": "قوية.|وقال",
    "هو؟سأل": "هو؟|سأل",
    "गया।उन्होंने": "गया।|उन्होंने",
}


def cut(token: str) -> list[str]:
    return [f"{token[:i]}|{token[i:]}" for i in sites_in(token)]


@pytest.mark.parametrize("token", WHOLE)
def test_names_numbers_and_addresses_stay_whole(token: str) -> None:
    assert cut(token) == []


@pytest.mark.parametrize("token", DOUBLE)
def test_a_token_that_may_be_two(token: str) -> None:
    assert DOUBLE[token] in cut(token)


def test_a_plain_stop_is_where_it_is_asked_for() -> None:
    assert [i for i in range(1, 5) if is_plain_stop("했다.그는", i)] == [3]
    assert [i for i in range(1, 9) if is_plain_stop("attack.The", i)] == [7]


def test_both_sides_of_a_quotation_mark_are_looked_at() -> None:
    assert cut('end."He') == ['end.|"He', 'end."|He']


def test_sides() -> None:
    assert left_side("after the storm.'") == ("storm", ".'")
    assert right_side("“Nobody slept") == ("Nobody", "“")
    assert left_side("") == ("", "")


@pytest.mark.parametrize(
    ("marks", "kind"),
    [("", "0"), (".", "stop"), (".”", "stop'"), (".)", "stop)"), ("…", "dots"), ("”", "'"), (",", ","), ("。", "wide")],
)
def test_end_class(marks: str, kind: str) -> None:
    assert end_class(marks) == kind


def test_start_class_and_shape() -> None:
    assert [start_class(m) for m in ("", "“", '"', "(", "–")] == ["0", "“", '"', "(", "-"]
    assert [shape(w) for w in ("sea", "Sea", "SEA", "S", "2024", "12", "")] == ["a", "Aa", "AA", "A", "4", "9", "none"]


def facing(text: str) -> str:
    quotes = Quotes(text)
    return "".join(quotes.facing(i) for i, c in enumerate(text) if c in "\"'“”„‘’‚«»")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "Yes."Then he left.', "oc"),
        ('He left."We are late," she said.', "oc"),
        ("She said: 'It's cold.'Nobody agreed.", "o-c"),
        ("„Nein“, sagte er.„Doch“, rief sie.", "ococ"),
        ("»Nein«, sagte er.", "oc"),
        ("Il dit: «Non.»Elle rit.", "oc"),
        # a speech goes on in another paragraph
        ('He said: "We were cold."We were hungry." Then it rained.', "ooc"),
        # words within a sentence do not, and what follows is no speech though a mark is missing in it
        ('It was a "grave concern."The Pier\'s Watch" newsletter comes on Fridays.', "oc-c"),
        # nor is it where glued paragraphs meet without a mark
        ('"We wait."Ada Quill is a reporter.Send tips to her.The Pier Watch" comes on Fridays.', "occ"),
        # a mark that nothing closes closes rather than opens
        ('The "pier" holds.The Watch" tells of the world."By signing you agree.You have signed.', "occc"),
    ],
)
def test_quotation_marks_face_the_way_their_neighbours_say(text: str, expected: str) -> None:
    assert facing(text) == expected


def test_inside_a_quotation() -> None:
    quotes = Quotes('One "two three" four')
    assert quotes.inside(9)
    assert not quotes.inside(17)
    assert quotes.around(0, 0) == "--0"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed and the boats could not leave because of the wind.", "en"),
        ("Der Hafen war geschlossen, und die Boote konnten wegen des Windes nicht auslaufen.", "de"),
        ("Le port était fermé et les bateaux ne pouvaient pas partir dans le vent.", "fr"),
        ("港は閉鎖され、船は風のために出られなかった。", "ja"),
        ("الميناء مغلق والسفن لا تستطيع المغادرة", "ar"),
        ("Amaphoyisa athi umshayeli ubengekho, kodwa abantu bathi ubone ukuthi uma futhi kwenzeka bazosho.", "zu"),
        ("Bhí an calafort dúnta agus dúirt an máistir nach raibh na báid in ann imeacht mar gheall ar ghaoth.", "ga"),
        ("xyzzy", ""),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_lexicon_round_trip() -> None:
    table = {"the": code(14, 4, 6, 0), "of": code(14, 4, 6, 0), "paris": code(5, 0, 1, 3)}
    assert parse(write(table)) == table


def test_shipped_lexicons_know_where_words_stand() -> None:
    words = lexicon("en")
    assert ends_of(words["today"]) > ends_of(words["the"]) == 0
    assert starts_of(words["however"]) > starts_of(words["minister"])


def test_shipped_lexicons_know_case() -> None:
    words = lexicon("en")
    assert share_of(words["the"]) == 4
    assert share_of(words["january"]) == 0
    assert band_of(words["the"]) > band_of(words["january"])
    assert lexicon("xx") == {}
