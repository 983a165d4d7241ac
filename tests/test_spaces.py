import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext.document import Document, replay, undo
from cleantext.steps.spaces import Spaces
from strategies import examples
from timing import seconds

WHITE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2009\u2028\u2029\u202f\u205f\u3000"


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


def test_ends_of_a_block_that_another_step_laid_bare() -> None:
    from cleantext.document import mend

    document = Document.of("x a  b y")
    bare = mend(document.blocks[0], [(0, 1, ""), (7, 8, "")], "demo", "mend", document.original)
    assert Spaces()(document.with_blocks([bare])).text == "a b"


def test_pickles() -> None:
    assert pickle.loads(pickle.dumps(Spaces())) == Spaces()


def test_many_double_blanks_are_cheap() -> None:
    text = "word  " * 200_000
    assert "  " not in plain(text)
    assert seconds(lambda: plain(text)) < 5


@settings(max_examples=examples(300))
@given(st.text(st.one_of(st.sampled_from(WHITE + "ab"), st.characters()), max_size=60))
def test_laws(text: str) -> None:
    document = Spaces()(Document.of(text))
    assert replay(text, document.edits) == document.text
    assert undo(document.text, document.edits) == text
    assert plain(document.text) == document.text
    assert "".join(document.text.split()) == "".join(text.split())
