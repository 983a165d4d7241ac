"""White space made plain: one blank between words, line breaks as they were."""

from __future__ import annotations

import pickle
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext.document import Document, replay, undo
from cleantext.steps.spaces import Spaces
from strategies import examples
from timing import grows_with

WHITE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2009\u2028\u2029\u202f\u205f\u3000"
MARKS = "  \n.,;:()[]“”„’'\"sAb12{="


def plain(text: str) -> str:
    return Spaces()(Document.of(text)).text


@pytest.mark.parametrize("text", ["", "one", "one two", "one\ntwo\n\n\nthree", "zero\u200bwidth is no blank"])
def test_leaves_alone(text: str) -> None:
    document = Document.of(text)
    assert Spaces()(document) is document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b", "a b"),
        ("a\tb", "a b"),
        ("a\xa0b\u2009c\u3000d", "a b c d"),
        ("a \n b", "a\nb"),
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\n \t\n\nb", "a\n\n\nb"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("  a  ", "a"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    document = Spaces()(Document.of(text))
    assert document.text == expected
    assert replay(text, document.edits) == expected
    assert undo(expected, document.edits) == text
    assert all(e.category in ("space", "layout") for e in document.edits)


SOUND = [
    "Le bac est là ; il part : vraiment ? Oui ! Il prend 20 % de « marins » . . . à midi.",
    "Mir gönd hei : s Schiff isch da ! « Ja », seit er : .",
    "He waited . . . and waited . .. then . . Nothing . , came",
    "and then ... it left, ...or so .. he said",
    "It runs on .NET and a .com site, took .5 seconds .com and ,5 more",
    "1 . Fares\na ) Dogs\n2 ) Bikes\nb . Cats\n- , so\n12 . Boats",
    "We won :) and lost :( but ; ) and : ( or :- ( so ) and ( ͡° ͜ʖ ͡°) or ( ) and [ ]",
    "if ( a ) { run ( b , c ) ; }",
    "the file \\frac , \\alpha ( x )",
    "x = ( a , b ) . T",
    "`ls . ` and find . -name x",
    "“We said, ‘You’re done,’ ” he said. Han sa: ” Hej ” och „ja“ (nej ” nu)",
    " ".join(f"Ada sings on {day} March at the Pier ." for day in range(5)),
    "(Harbour Post | Isle News )- Ferry back",
    "J . K . Quill and Plan A . Bee",
    "a . b ,c ,. x ., y",
    "Hij kwam 's avonds en 's morgens, want het was 's winters niet anders dan nu, en de boot is van de man .,",
    "So geht 's nicht, und das ist auch nicht für die, die mit der Fähre sind.",
]


@pytest.mark.parametrize("text", SOUND)
def test_blanks_that_are_meant_stay(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owner , Isle Ferries , is glad.", "The owner, Isle Ferries, is glad."),
        ("It is in the port . Nobody was hurt .", "It is in the port. Nobody was hurt."),
        ("It is in the port .\nNobody was hurt .”", "It is in the port.\nNobody was hurt.”"),
        ("“It is in the port . ” So she said.", "“It is in the port.” So she said."),
        ("They “ may have been ” there.", "They “may have been” there."),
        ("Here (Ada Quill/Isle News )\n\nThe", "Here (Ada Quill/Isle News)\n\nThe"),
        ("( Also on Isle News : the ferry )", "(Also on Isle News : the ferry)"),
        ("On board (see here ). Then ( so , she said ) it left.", "On board (see here). Then (so, she said) it left."),
        ("[ RSS ] [ News ]", "[RSS] [News]"),
        ("le « bac » , dit-il , « part » .", "le « bac », dit-il, « part »."),
        ("at Quill & Co. , which left 12,5 % , more", "at Quill & Co., which left 12,5 %, more"),
        ("The owner\xa0, Isle  . It left", "The owner, Isle. It left"),
        ("It sailed in 2015 . The pier", "It sailed in 2015. The pier"),
        ("«Паром» , сказала она . Он ушёл", "«Паром», сказала она. Он ушёл"),
        (
            "It is the harbour 's own ferry , and the island ’s too: it was there for the first time.",
            "It is the harbour's own ferry, and the island’s too: it was there for the first time.",
        ),
    ],
)
def test_blanks_that_links_left_go(text: str, expected: str) -> None:
    document = Spaces()(Document.of(text))
    assert document.text == expected
    assert plain(expected) == expected
    assert replay(text, document.edits) == expected
    assert undo(expected, document.edits) == text
    assert {edit.rule for edit in document.edits} <= {"spaces", "spaces.stray"}


def test_a_language_that_is_known_decides() -> None:
    text = "Ada 's boot"
    assert Spaces()(Document.of(text, language="en")).text == "Ada's boot"
    assert Spaces()(Document.of(text, language="nl")).text == text


@pytest.mark.parametrize("unit", ["( a", " )", "“ x ", " , a", " . A", "( a ) "])
def test_many_marks_are_cheap(unit: str) -> None:
    few, many = (f"({unit * times} )" for times in (5_000, 40_000))
    assert grows_with(8, partial(plain, few), partial(plain, many))


def test_ends_of_a_block_that_another_step_laid_bare() -> None:
    from cleantext.document import mend

    document = Document.of("x a  b y")
    bare = mend(document.blocks[0], [(0, 1, ""), (7, 8, "")], "demo", "mend", document.original)
    assert Spaces()(document.with_blocks([bare])).text == "a b"


def test_pickles() -> None:
    assert pickle.loads(pickle.dumps(Spaces())) == Spaces()


def test_many_double_blanks_are_cheap() -> None:
    few, many = ("word  " * times for times in (10_000, 80_000))
    assert "  " not in plain(many)
    assert grows_with(8, partial(plain, few), partial(plain, many))


@settings(max_examples=examples(300))
@given(st.text(st.one_of(st.sampled_from(WHITE + "ab"), st.characters()), max_size=60) | st.text(MARKS, max_size=40))
def test_laws(text: str) -> None:
    document = Spaces()(Document.of(text))
    assert replay(text, document.edits) == document.text
    assert undo(document.text, document.edits) == text
    assert plain(document.text) == document.text
    assert "".join(document.text.split()) == "".join(text.split())
