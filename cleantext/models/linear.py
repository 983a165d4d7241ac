"""A linear score over named features: what a model says, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, inf, log


def sigmoid(score: float) -> float:
    """A score in logits as a probability."""
    return 1 / (1 + exp(-score)) if score > -500 else 0.0


def logit(probability: float) -> float:
    """A probability in logits.

    >>> logit(0.5), logit(0.0), logit(1.0)
    (0.0, -inf, inf)
    """
    return log(probability / (1 - probability)) if 0 < probability < 1 else inf if probability else -inf


def total(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """The sum of the named weights; a name that is not known weighs nothing."""
    return sum(filter(None, map(weights.get, names)))
