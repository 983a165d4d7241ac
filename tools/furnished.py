"""Furniture of invented outlets, and pages of our own that it is put into.

``corpus_samples/furniture`` holds boxes, notices and calls as they stand around and within articles, by language, and
``corpus_samples/pages`` the articles. An item stands in a page of its language before the body, between two of its
paragraphs or behind it, as it says.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from cleantext.document import Role
from pages import Node
from tools.own_pages import Page

FOLDER = Path(__file__).parent.parent / "corpus_samples" / "furniture"
PLACES = ("head", "mid", "end")


class Item(NamedTuple):
    """A box or notice: the outlet that has it, its kind, one of ``PLACES``, and its blocks."""

    language: str
    outlet: str
    kind: str
    where: str
    blocks: tuple[str, ...]


@cache
def items() -> tuple[Item, ...]:
    """All items, by language and in the order of their files."""
    return tuple(item for path in sorted(FOLDER.glob("*.jsonl")) for item in _read(path))


def _read(path: Path) -> Iterator[Item]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Item(path.stem, row["outlet"], row["kind"], row["where"], tuple(row["blocks"]))


def with_item(page: Page, item: Item, seed: int = 0) -> Page:
    """A page with an item as blocks of furniture, points of summaries among them; between two is a blank.

    ``seed`` chooses the paragraph behind which it stands.
    """
    body = [i for i, role in enumerate(page.roles) if role is Role.BODY]
    nodes_of: dict[int | None, list[int]] = defaultdict(list)
    for k, node in enumerate(page.nodes):
        nodes_of[node.block].append(k)
    after = body[-1] if item.where == "end" else random.Random(seed).choice(body[:-1] or body)
    at = nodes_of[body[0]][0] if item.where == "head" else nodes_of[after][-1] + 1
    own = len(page.roles)
    put = [Node(" ", None, True)]
    for k, text in enumerate(item.blocks):
        put += [Node(text, own + k, True), Node(" ", None, True)]
    role = Role.SUMMARY if item.kind == "summary" else Role.FURNITURE
    roles = (*page.roles, *[role] * len(item.blocks))
    return Page(page.set, page.name, (*page.nodes[:at], *put, *page.nodes[at:]), roles)
