"""Names with a capital inside (``SunExpress``), put where a text has a capitalised word in mid-sentence.

Publishers' pages have few of them, one in 17,000 characters, and those are always the same: what was learnt from pages
alone parts half of the others. Made names teach; real ones, of which no part is in any made one, are the test.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from tools.flatnews import Gap

PARTS = Path(__file__).parent / "name_parts.txt"
REAL = Path(__file__).parent.parent / "corpus_samples" / "names.txt"
EVERY = 900  # characters from one to the next, on an average
NAMES_WEIGHT = 0.5  # of a gap within one

_WORD = re.compile(r"(?<=[^\W\d_A-Z] )[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,14}(?=[ ,.;:])")
_SHARES = {"two": 44, "theirs first": 12, "theirs last": 12, "both theirs": 6, "particle": 13, "small": 6, "three": 4}
_SHARES |= {"numbered": 3}
_ROUND = (15, 20, 21, 23, 24, 25, 30, 40, 50, 60, 66, 77, 96, 99, 100, 112, 247, 360, 365, 2000)
_NUMBERS = [str(number) for number in (*range(1, 14), *_ROUND)]

NamedText = tuple[str, dict[int, Gap], list[tuple[int, int]]]


@cache
def parts() -> Mapping[str, list[str]]:
    """What names are made of: first parts, last ones, particles, and beginnings in small letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in PARTS.read_text("utf-8").splitlines():
        kind, _, words = line.partition(":")
        if not line.startswith("#"):
            found[kind] += words.split()
    return found


def real_names() -> list[str]:
    """Names of which training sees neither the whole nor a part."""
    lines = REAL.read_text("utf-8").splitlines()
    return [name for line in lines if not line.startswith("#") for name in line.split()]


def made_name(word: str, other: str, rng: random.Random) -> str:
    """A name of two or three parts; ``word`` and ``other`` are capitalised words of the text it is for."""
    def any_of(kind: str) -> str:
        return rng.choice(parts()[kind])

    how = rng.choices(list(_SHARES), list(_SHARES.values()))[0]
    if how == "two":
        return any_of("first") + any_of("last")
    if how == "theirs first":
        return word + any_of("last")
    if how == "theirs last":
        return any_of("first") + word
    if how == "both theirs":
        return other + word
    if how == "particle":
        return any_of("particle") + word
    if how == "numbered":
        return rng.choice((word, any_of("first") + any_of("last").lower())) + rng.choice(_NUMBERS)
    if how == "small":
        return any_of("small") + any_of("last")
    return any_of("first") + any_of("last") + any_of("last")


def with_made_names(text: str, gaps: Mapping[int, Gap], rng: random.Random) -> tuple[str, dict[int, Gap]]:
    """A text with made names, and the gaps within these, at which nothing stood; none if there is no place for any."""
    named, found, spans = with_names(text, gaps, lambda word, other: made_name(word, other, rng), rng)
    return named, {at: found[at] for start, end in spans for at in range(start + 1, end)}


def with_names(
    text: str, gaps: Mapping[int, Gap], name: Callable[[str, str], str], rng: random.Random, every: int = EVERY
) -> NamedText:
    """A text with names instead of some capitalised words, what is known of its gaps, and the names' spans.

    ``gaps`` are what stood at each gap, by the offset of the character after it; those moved are given back, with the
    gaps within names beside them, at which nothing stood. ``name`` makes a name of the word it replaces and another.
    """
    words = [m for m in _WORD.finditer(text) if _is_within(m, gaps)]
    chosen = sorted(rng.sample(words, min(len(words), 1 + len(text) // every)), key=lambda m: m.start())
    out: list[str] = []
    moved: dict[int, Gap] = {}
    spans: list[tuple[int, int]] = []
    known = sorted(gaps)
    k = last = shift = 0
    for m in chosen:
        while k < len(known) and known[k] <= m.start():
            moved[known[k] + shift] = gaps[known[k]]
            k += 1
        while k < len(known) and known[k] < m.end():
            k += 1
        put = name(m.group(), rng.choice(words).group())
        at = m.start() + shift
        spans.append((at, at + len(put)))
        moved.update({i: Gap(False, False, gaps[m.start()].weight) for i in range(at + 1, at + len(put))})
        out += [text[last : m.start()], put]
        last, shift = m.end(), shift + len(put) - len(m.group())
    moved.update({at + shift: gaps[at] for at in known[k:]})
    return "".join([*out, text[last:]]), moved, spans


def _is_within(m: re.Match[str], gaps: Mapping[int, Gap]) -> bool:
    """Whether a word stands within a block: no edge before it, nor behind what stands after it."""
    before, after = gaps.get(m.start()), gaps.get(m.end() + (m.string[m.end()] == " "))
    return before is not None and after is not None and before.boundary is False and after.boundary is False
