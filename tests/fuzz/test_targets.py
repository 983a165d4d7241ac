"""The targets hold on their seeds, on what once made them fail, and on bytes by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inputs import seeds
from targets import TARGETS, attempt

from strategies import examples, texts

if TYPE_CHECKING:
    from random import Random

every_target = pytest.mark.parametrize("target", TARGETS)


@every_target
def test_it_holds_on_the_seeds(target: str) -> None:
    found = seeds(target)
    assert len(found) > 1
    for data in found:
        attempt(target, data)


@every_target
@given(st.binary(max_size=300))
def test_it_holds_on_any_bytes(target: str, data: bytes) -> None:
    attempt(target, data)


@every_target
@given(st.randoms(use_true_random=False), st.integers(0, 200), st.binary(max_size=4))
@settings(max_examples=examples(30))
def test_it_holds_on_seeds_with_a_few_bytes_changed(target: str, chance: Random, at: int, new: bytes) -> None:
    data = chance.choice(seeds(target))
    attempt(target, data[:at] + new + data[at + chance.randint(0, 4) :])


@given(st.sampled_from([b"\0en", b"\1de", b"\2  "]), texts())
def test_reading_holds_on_any_text(choice: bytes, text: str) -> None:
    attempt("reading", choice + text.encode("utf-8", "surrogatepass"))
