"""A linear score over named features: what a model says, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp


def sigmoid(score: float) -> float:
    """A score in logits as a probability."""
    return 1 / (1 + exp(-score)) if score > -500 else 0.0


def total(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """The sum of the named weights; a name that is not known weighs nothing."""
    return sum(filter(None, map(weights.get, names)))
