"""A chain is a list of steps, and itself a step."""

from __future__ import annotations

import pickle
import random
import re

import pytest
from hypothesis import given

from cleantext.chain import Chain, Link, build, check_order, options_of
from cleantext.document import Document, Edit, mend
from cleantext.errors import ChainError, UsageError
from cleantext.steps import STEPS, StepSpec
from cleantext.testing import INVENTED, LAWS, check_laws, check_memory
from strategies import links, sensible_orders, texts


@given(sensible_orders())
def test_every_sensible_order_is_allowed(order: list[str]) -> None:
    check_order(order)


@given(links(), texts())
def test_every_sensible_chain_keeps_the_laws(chosen: list[Link], text: str) -> None:
    document, chain = Document.of(text), Chain(chosen)
    found = chain(document)
    laws = LAWS if "encoding" in [link.name for link in chosen] else LAWS + INVENTED
    check_laws(document, found, laws, step=str(chosen), text=text)
    check_memory(chain, {text[:200]: document}, {text[:200]: found}, str(chosen))


@pytest.mark.parametrize(
    "wrong", [[name, other] for name, spec in STEPS.items() for other in spec.after], ids=" before ".join
)
def test_a_step_before_what_it_must_follow_is_an_error(wrong: list[str]) -> None:
    needs = dict.fromkeys(need for name in wrong for need in STEPS[name].needs if need not in wrong)
    with pytest.raises(ChainError, match=r"cannot come before|needs"):
        check_order([*needs, *wrong])


@pytest.mark.parametrize(("step", "needed"), [(name, need) for name, spec in STEPS.items() for need in spec.needs])
def test_a_step_without_what_it_needs_is_an_error(step: str, needed: str) -> None:
    with pytest.raises(ChainError, match=f"step '{step}' needs '{needed}' before it; add '{needed}'"):
        Chain([Link(step)])


def test_a_step_twice_is_an_error() -> None:
    with pytest.raises(ChainError, match="'spaces' stands twice"):
        Chain([Link("spaces"), Link("spaces")])


def test_an_unknown_step_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UsageError, match=r"unknown step 'space'.*encoding, spaces, rejoin"):
        Chain([Link("space")])


def test_an_unknown_option_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UsageError, match=r"step 'captions'.*limit.*threshold, keep"):
        build(Link("captions", {"limit": 1}))


def test_a_value_that_cannot_be_is_an_error() -> None:
    with pytest.raises(UsageError, match="step 'captions': threshold must lie between 0 and 1"):
        build(Link("captions", {"threshold": 2.0}))


def test_options_and_their_defaults_are_told() -> None:
    assert options_of(STEPS["captions"].load()) == {"threshold": 0.0, "keep": ()}


def test_the_order_of_steps_is_the_order_of_the_chain() -> None:
    seen: list[str] = []

    def first(document: Document) -> Document:
        seen.append("first")
        return document

    def second(document: Document) -> Document:
        seen.append("second")
        return document

    made = Chain([first, second])
    made(Document.of("Rain."))
    assert seen == ["first", "second"] == [name for name, _ in made]


def test_a_step_may_be_given_by_its_name() -> None:
    assert Chain(["encoding", "spaces"]) == Chain([Link("encoding"), Link("spaces")])


def test_what_is_no_step_is_an_error_that_says_what_a_step_is() -> None:
    with pytest.raises(TypeError, match="a step is a name, a Link or a function"):
        Chain([3])  # type: ignore[list-item]


def test_a_chain_called_with_a_string_says_how_to_wrap_it() -> None:
    with pytest.raises(TypeError, match=r"Document\.of\(text\)"):
        Chain(["spaces"])("two  blanks")  # type: ignore[arg-type]


def test_a_chain_is_a_step() -> None:
    inner = Chain([Link("spaces")])
    assert Chain([inner, Link("encoding")])(Document.of("two  blanks")).text == "two blanks"


def test_an_empty_chain_changes_nothing() -> None:
    document = Document.of("two  blanks")
    assert Chain([])(document) is document


def test_chains_are_equal_if_their_links_are() -> None:
    one, other = (Chain([Link("spaces"), Link("rejoin")]) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Chain([Link("spaces")])


def test_a_chain_survives_pickling() -> None:
    made = Chain([Link("encoding"), Link("spaces")])
    copy = pickle.loads(pickle.dumps(made))
    assert copy == made
    assert pickle.dumps(copy) == pickle.dumps(made)
    assert copy(Document.of("two  blanks")).text == "two blanks"


def test_the_table_is_in_an_order_that_works() -> None:
    check_order(list(STEPS))
    shuffled = list(STEPS)
    random.Random(1).shuffle(shuffled)
    with pytest.raises(ChainError):
        check_order(shuffled)


class Turns:
    """Stands for steps of which each pass undoes the last: it turns a text's line break into a blank, and back."""

    def __call__(self, document: Document) -> Document:
        (block,) = document.blocks
        old, new = (" ", "\n") if " " in block.text else ("\n", " ")
        edits = [(m.start(), m.end(), new) for m in re.finditer(old, block.text)]
        return document.with_blocks([mend(block, edits, "turns", "space", document.original)])


def test_a_mending_chain_that_goes_in_a_circle_ends_at_the_same_place_wherever_it_began() -> None:
    spec = StepSpec("turns", "test_chain:Turns", "turns", mends=True)
    unglue, paragraphs = (spec._replace(name=name, factory="test_chain:Still") for name in ("unglue", "paragraphs"))
    chain = Chain(
        [Link("turns"), Link("unglue"), Link("paragraphs")],
        table={"turns": spec, "unglue": unglue, "paragraphs": paragraphs},
    )
    found = [chain(Document.of(text)) for text in ("One two", "One\ntwo")]
    assert {document.text for document in found} == {"One\ntwo"}
    assert found[0].edits == (Edit(3, 4, "\n", "turns", "space", " "),)
    assert found[1].edits == ()


class Still:
    """Does nothing."""

    def __call__(self, document: Document) -> Document:
        return document
