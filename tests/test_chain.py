"""A chain is a list of steps, and itself a step."""

from __future__ import annotations

import pickle
import random
from itertools import chain as flat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.chain import Chain, Link, build, check_order, options_of
from cleantext.document import Document
from cleantext.errors import ChainError, UsageError
from cleantext.steps import STEPS
from cleantext.testing import LAWS, check_laws
from strategies import texts


@st.composite
def sensible_orders(draw: st.DrawFn) -> list[str]:
    """Some of the steps, in any order that their table allows."""
    chosen = set(draw(st.lists(st.sampled_from(sorted(STEPS)), unique=True)))
    chosen |= set(flat.from_iterable(STEPS[name].needs for name in chosen))
    order: list[str] = []
    while left := sorted(chosen - set(order)):
        free = [n for n in left if not {*STEPS[n].after, *STEPS[n].needs}.intersection(left)]
        order.append(draw(st.sampled_from(free)))
    return order


@given(sensible_orders())
def test_every_sensible_order_is_allowed(order: list[str]) -> None:
    check_order(order)


@given(sensible_orders(), texts())
def test_every_sensible_chain_keeps_the_laws(order: list[str], text: str) -> None:
    document = Document.of(text)
    check_laws(document, Chain([Link(name) for name in order])(document), LAWS, step=" > ".join(order), text=text)


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
