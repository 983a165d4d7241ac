"""What the options of several steps must be."""

from __future__ import annotations


def check_probability(name: str, value: float) -> None:
    """Raise ``ValueError`` for an option that is no probability.

    >>> check_probability("threshold", 2)
    Traceback (most recent call last):
    ValueError: threshold must lie between 0 and 1, not at 2
    """
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{name} must lie between 0 and 1, not at {value}")
