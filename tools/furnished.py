"""Pages of our own with more furniture put into them: boxes, notices and calls of invented outlets.

``corpus_samples/furniture`` holds what stands around and within articles, by language, in one folder what the roles
model learns from and in another what it does not; ``corpus_samples/pages`` holds the articles. Each item is put into
pages of its language before the body, between two of its paragraphs or behind it, as it says, some into each page.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from cleantext.document import Role
from pages import Node
from tools.own_pages import Page

FOLDER = Path(__file__).parent.parent / "corpus_samples" / "furniture"
TAUGHT, UNSEEN = "taught", "unseen"
PLACES = ("head", "mid", "end")
ITEMS = 5  # put into a page
TURNS = 2  # how often each item is used


class Item(NamedTuple):
    """A box or notice: the outlet that has it, its kind, one of ``PLACES``, and its blocks."""

    language: str
    outlet: str
    kind: str
    where: str
    blocks: tuple[str, ...]


@cache
def items(folder: str = TAUGHT) -> tuple[Item, ...]:
    """All items of a folder, by language and in the order of their files."""
    return tuple(item for path in sorted((FOLDER / folder).glob("*.jsonl")) for item in _read(path))


def _read(path: Path) -> Iterator[Item]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Item(path.stem, row["outlet"], row["kind"], row["where"], tuple(row["blocks"]))


def furnished(pages: Sequence[Page], found: Sequence[Item], seed: int = 5) -> Iterator[tuple[str, Page]]:
    """Pages with such items in them, each with a name of its own; items of languages without a page are left out."""
    rng = random.Random(seed)
    of_language: dict[str, list[Item]] = defaultdict(list)
    for item in found:
        of_language[item.language].append(item)
    for language, own in sorted(of_language.items()):
        own_pages = [page for page in pages if page.language == language]
        turns = [item for _ in range(TURNS) for item in rng.sample(own, len(own))]
        for k in range(0, len(turns) if own_pages else 0, ITEMS):
            page = own_pages[k // ITEMS % len(own_pages)]
            yield f"{page.name}+{k}", with_items(page, turns[k : k + ITEMS], rng)


def with_items(page: Page, found: Sequence[Item], rng: random.Random) -> Page:
    """A page with these items as blocks of furniture, points of summaries among them; between two is a blank."""
    body = [i for i, role in enumerate(page.roles) if role is Role.BODY]
    nodes_of: dict[int | None, list[int]] = defaultdict(list)
    for k, node in enumerate(page.nodes):
        nodes_of[node.block].append(k)
    roles, put = list(page.roles), defaultdict[int, list[Node]](list)
    blank = Node(" ", None, True)
    for item in found:
        after = body[-1] if item.where == "end" else rng.choice(body[:-1] or body)
        at = nodes_of[body[0]][0] if item.where == "head" else nodes_of[after][-1] + 1
        for text in item.blocks:
            put[at] += [blank, Node(text, len(roles), True)]
            roles.append(Role.SUMMARY if item.kind == "summary" else Role.FURNITURE)
        put[at].append(blank)
    nodes = [n for k in range(len(page.nodes) + 1) for n in (*put[k], *page.nodes[k : k + 1])]
    return Page(page.set, page.name, tuple(nodes), tuple(roles))
