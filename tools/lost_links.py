"""Texts that lost the blanks at their inline links and nothing else: ``She took the106to Gullholm``."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tools.flatnews import Gap

RATES = (0.3, 1.0, 2.0, 4.0)  # links in 1,000 characters that lost blanks
_WORDS = (1, 1, 2, 2, 2, 3, 3, 4, 5)  # of a link
_BOTH, _FIRST = 0.7, 0.15  # of the links that lost both blanks, and that lost the first only
_TELLING = 0.5  # of the links that are looked for where a small letter and another sign meet


def without_links(text: str, gaps: Mapping[int, Gap], rng: random.Random) -> tuple[str, dict[int, Gap]]:
    """A text without the blanks at some links, and what is known of its gaps, by the offset of the character after.

    >>> gaps = {at: Gap(False, True, 1.0) for at in (9, 12, 18)}
    >>> without_links("The boat to Gull Island.", {12: gaps[12]}, random.Random(4))
    ('The boat toGull Island.', {11: Gap(boundary=False, blank=True, weight=1.0)})
    """
    blanks = [at - 1 for at, gap in sorted(gaps.items()) if gap.blank and gap.boundary is False and _is_one(text, at)]
    gone = sorted({*_lost(text, blanks, rng)}) if blanks else []
    pieces = (text[start:end] for start, end in pairwise([0, *gone, len(text)]))
    left = "".join(piece if k == 0 else piece[1:] for k, piece in enumerate(pieces))
    return left, {at - bisect_left(gone, at): gap for at, gap in gaps.items()}


def _is_one(text: str, at: int) -> bool:
    """Whether one blank stands before a place."""
    return text[at - 1] == " " and not text[at - 2].isspace()


def _lost(text: str, blanks: Sequence[int], rng: random.Random) -> Iterator[int]:
    """The blanks that are lost."""
    telling = [k for k, at in enumerate(blanks) if text[at - 1].islower() and not text[at + 1].islower()]
    for _ in range(max(1, round(rng.choice(RATES) * len(text) / 1000 * rng.uniform(0.5, 1.5)))):
        k = rng.choice(telling) if telling and rng.random() < _TELLING else rng.randrange(len(blanks))
        end = k + rng.choice(_WORDS)
        how = rng.random()
        if how < _BOTH + _FIRST:
            yield blanks[k]
        if (how < _BOTH or how >= _BOTH + _FIRST) and end < len(blanks) and "\n" not in text[blanks[k] : blanks[end]]:
            yield blanks[end]
