"""Furniture of invented outlets, which the roles model learns from, and the pages that it is put into."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import cleantext
from cleantext.document import Document, Role
from pages import FORMS, flat, of_group
from tools.furnished import FOLDER, ITEMS, PLACES, TURNS, UNSEEN, furnished, items

KINDS = frozenset(
    "ad ai_note ai_summary app bio box comments consent donate error follow legal nav newsletter paywall player "
    "pointer share stamp summary tool".split()
)
LEAST_GONE = 0.8  # share of the characters of the furniture: it was learnt from, so this is a floor and no test


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.jsonl")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_item_is_whole(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert rows
    for row in rows:
        assert row.keys() == {"outlet", "kind", "where", "blocks"}
        assert row["kind"] in KINDS
        assert row["where"] in PLACES
        assert row["blocks"]
        assert all(block.strip() == block != "" and "\n" not in block for block in row["blocks"])


def test_no_item_is_there_twice() -> None:
    assert max(Counter(item.blocks for item in (*items(), *items(UNSEEN))).values()) == 1


def test_every_language_has_a_page_and_each_item_stands_in_it_twice() -> None:
    taught = list(of_group("first"))
    assert {item.language for item in items()} <= {page.language for page in taught}
    put = Counter(node.text for _, page in furnished(taught, items()) for node in page.nodes if node.in_article)
    assert all(put[block] >= TURNS for item in items() for block in item.blocks)


def test_a_page_keeps_its_own_blocks_in_order() -> None:
    taught = [page for page in of_group("first") if page.language == "en"]
    found = list(furnished(taught, [item for item in items() if item.language == "en"][:ITEMS]))
    assert len(found) == TURNS
    for name, page in found:
        own = next(p for p in taught if name.startswith(p.name))
        assert [node for node in page.nodes if node.block is not None and node.block < len(own.roles)] == [
            node for node in own.nodes if node.block is not None
        ]
        assert set(page.roles[len(own.roles) :]) <= {Role.FURNITURE, Role.SUMMARY}


def test_most_of_it_goes() -> None:
    taught = [page for page in of_group("first") if page.language in ("en", "de")]
    there = gone = 0
    for number, (name, page) in enumerate(furnished(taught, [i for i in items() if i.language in ("en", "de")])):
        own = next(len(p.roles) for p in taught if name.startswith(p.name))
        text = flat(page, FORMS[number % len(FORMS[:4])])
        for block in cleantext.read(text.text).blocks:
            put = [k for k in text.blocks[block.start : block.end] if k is not None and k >= own]
            there += len(put)
            gone += len(put) if block.dropped_by else 0
    assert gone > LEAST_GONE * there


def test_a_document_of_furniture_alone_loses_nothing_silently() -> None:
    for item in items()[::20]:
        document = cleantext.read("\n".join(item.blocks))
        assert isinstance(document, Document)
        assert document.original == "\n".join(item.blocks)
