"""Furniture of invented outlets, and the pages that it is put into to see what is kept of it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import cleantext
from cleantext.config import preset_chain
from cleantext.document import Role
from pages import flat, of_group
from tools.furnished import FOLDER, PLACES, items, with_item
from tools.score_furniture import FORMS, kept, pages_of

KINDS = frozenset(
    "ad ai_note ai_summary app bio box comments consent donate error follow legal nav newsletter paywall player "
    "pointer share stamp summary tool".split()
)
EVERY = 12  # of so many items one is looked at
MOST_KEPT = 0.8  # of the characters of these: a floor far from the aim, for half are whole sentences


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_item_is_whole(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert rows
    for row in rows:
        assert row.keys() == {"outlet", "kind", "where", "blocks"}
        assert row["kind"] in KINDS
        assert row["where"] in PLACES
        assert row["blocks"]
        assert all(block.strip() == block != "" and "\n" not in block for block in row["blocks"])


def test_no_item_is_there_twice_and_each_has_a_page() -> None:
    assert max(Counter(item.blocks for item in items()).values()) == 1
    assert all(map(pages_of, items()))


@pytest.mark.parametrize("where", PLACES)
def test_an_item_stands_where_it_says_and_the_page_is_as_it_was(where: str) -> None:
    page = next(page for page in of_group("third") if page.language == "en")
    item = next(item for item in items() if item.language == "en" and item.where == where)
    found = with_item(page, item)
    own = len(page.roles)
    assert [n for n in found.nodes if n.block is None or n.block < own if n.text.strip()] == [
        n for n in page.nodes if n.text.strip()
    ]
    body = [k for k, n in enumerate(found.nodes) if n.block is not None and n.block < own]
    body = [k for k in body if found.roles[found.nodes[k].block or 0] is Role.BODY]
    put = [k for k, n in enumerate(found.nodes) if n.block is not None and n.block >= own]
    assert [found.nodes[k].text for k in put] == list(item.blocks)
    assert {"head": put[-1] < body[0], "mid": body[0] < put[0] < body[-1], "end": body[-1] < put[0]}[where]


def test_much_of_it_goes_and_the_body_stays() -> None:
    chain, counts = preset_chain("news"), []
    for k in range(0, len(items()), EVERY):
        page = pages_of(items()[k])[0]
        counts.append(kept(with_item(page, items()[k], k), len(page.roles), FORMS[k // EVERY % len(FORMS)], chain))
    item, of_items, body, of_bodies = map(sum, zip(*counts, strict=True))
    assert item < MOST_KEPT * of_items
    assert body > 0.98 * of_bodies


def test_a_text_of_furniture_alone_loses_nothing_silently() -> None:
    for item in items()[::EVERY]:
        text = "\n".join(item.blocks)
        assert cleantext.read(text).original == text
        assert flat(with_item(pages_of(item)[0], item), "soup_lines").text.count(item.blocks[0]) >= 1
