"""How many names with a capital inside are parted: ``python -m tools.score_names``.

Names of which training sees neither the whole nor a part (``corpus_samples/names.txt``) are put into the pages of our
own that nothing learns from, where these have a capitalised word in mid-sentence; the list of known names is not asked.
``../shared`` is not needed. ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple
from unittest.mock import patch

from cleantext.chain import Chain, Link
from cleantext.config import preset_chain
from cleantext.document import Document
from cleantext.models.seams import SeamModel, shipped
from cleantext.text import sites
from tools import scored
from tools.joined_names import real_names, with_names
from tools.own_pages import TEST, flat, known_gaps, pages

FORMS = ("soup_glued", "soup_natural", "soup_spaced", "soup_lines", "article")
EVERY = 600  # characters from one name to the next, on an average


class Found(NamedTuple):
    """Of the names in a text: how many there are, in how many a blank was put, and how many blocks part."""

    names: int
    spaced: int
    cut: int


def score(preset: str, k: int) -> dict[str, Found]:
    """What becomes of the names in a page's forms."""
    with unlisted():
        return {form: parted(*named(k, form), _chain(preset)) for form in FORMS}


@cache
def _chain(preset: str) -> Chain:
    """The preset with a seam model of its own, which remembers no word that a list kept whole."""
    model = SeamModel(shipped().weights)
    links = [link for link in preset_chain(preset).links if isinstance(link, Link)]
    return Chain(Link(link.name, {**link.options, "model": model}) if link.name == "unglue" else link for link in links)


@contextmanager
def unlisted() -> Iterator[None]:
    """No name with a capital inside is known while this lasts."""
    with patch.object(sites, "brands", frozenset):
        yield


def named(k: int, form: str) -> tuple[str, list[tuple[int, int]]]:
    """A page's text with names in it, and where they stand."""
    page, rng = pages()[k], random.Random(k)
    names = real_names()
    text = flat(page, form)
    found, _, spans = with_names(text.text, known_gaps(page, text), lambda *_: rng.choice(names), rng, EVERY)
    return found, spans


def parted(text: str, spans: Sequence[tuple[int, int]], chain: Callable[[Document], Document]) -> Found:
    """What a chain does to the names at these places."""
    blocks = [(b.start, b.end, b.text) for b in chain(Document.of(text)).blocks]
    spaced = cut = 0
    for start, end in spans:
        inside = [(b_start, b_end, out) for b_start, b_end, out in blocks if b_start < end and b_end > start]
        if len(inside) > 1:
            cut += 1
        elif inside and text[start:end] not in inside[0][2]:
            spaced += 1
    return Found(len(spans), spaced, cut)


def table(_: Sequence[int], rows: Sequence[dict[str, Found]]) -> Iterator[str]:
    yield "| | names | a blank put in, % | parted by blocks, % |"
    yield "|---|---|---|---|"
    for form in FORMS:
        names, spaced, cut = map(sum, zip(*(row[form] for row in rows), strict=True))
        yield f"| {form} | {names} | {100 * spaced / names:.1f} | {100 * cut / names:.1f} |"


if __name__ == "__main__":
    scored.main(__doc__, "names", score, [k for k, page in enumerate(pages()) if page.set == TEST], table)
