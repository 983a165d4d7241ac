"""The golden corpus multiplied: as many documents as are asked for, hardly two alike, the same each time.

A document is a sample's true blocks, or some of them, with names, numbers, months and weekdays exchanged, and then
damaged in one of eight ways. Articles so made are no news, but cost what news costs.
"""

from __future__ import annotations

import calendar
import html
import json
import random
import re
import textwrap
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import ftfy.bad_codecs  # noqa: F401 (registers sloppy-windows-1252)

SAMPLES = Path(__file__).parent.parent / "corpus_samples"
SHORT = 600  # characters of body in a short document, about
ROWS = 5_000  # rows of a row group

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"\w{9,}")
_CALENDAR = ([*calendar.month_name][1:], [*calendar.month_abbr][1:], [*calendar.day_name], [*calendar.day_abbr])

Row = dict[str, Any]


class Article(NamedTuple):
    """A sample: its name, and its blocks with their roles."""

    name: str
    blocks: tuple[tuple[str, str], ...]


def documents(count: int, *, short: bool = False, first: int = 0) -> Iterator[Row]:
    """So many documents as rows with ``id``, ``text``, ``sample``, ``damage`` and ``weight``, counted from ``first``.

    ``short`` ones hold a few paragraphs of body, and of each other role one block.
    """
    return (document(number, short=short) for number in range(first, first + count))


def document(number: int, *, short: bool = False) -> Row:
    """The document of a number."""
    chance = random.Random(number)
    article = chance.choice(articles())
    damage = chance.choice([*DAMAGES])
    blocks = _some(article.blocks, chance) if short else [text for _, text in article.blocks]
    exchanged = _Exchange(chance)
    text = DAMAGES[damage]([exchanged(block) for block in blocks], chance)
    return {"id": f"d{number:09}", "text": text, "sample": article.name, "damage": damage, "weight": number / 8}


@cache
def articles() -> tuple[Article, ...]:
    """All samples of the golden corpus as their authors wrote them, before the damage."""
    folders = [folder for folder in sorted(SAMPLES.iterdir()) if (folder / "truth.tsv").exists()]
    return tuple(Article(folder.name, tuple(_truth(folder / "truth.tsv"))) for folder in folders)


def _truth(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text("utf-8").split("\n"):
        role, _, text = line.partition("\t")
        if text:
            yield role, text


def _some(blocks: Sequence[tuple[str, str]], chance: random.Random) -> list[str]:
    """One block of each role in its place, and of the body as many in a row as make a short document."""
    found, seen, size = [], set(), 0
    skip = chance.randrange(max(1, sum(role == "body" for role, _ in blocks) - 3))
    for role, text in blocks:
        if role == "body":
            skip -= 1
            if skip >= 0 or size >= SHORT:
                continue
            size += len(text)
        elif role in seen:
            continue
        seen.add(role)
        found.append(text)
    return found


# --- exchanged --------------------------------------------------------------------------------------------------------


class _Exchange:
    """Names, numbers, months and weekdays exchanged; within a document the same one for the same."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._numbers: dict[str, str] = {}
        self._words: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        return _WORD.sub(self._word, _NUMBER.sub(self._number, text))

    def _number(self, found: re.Match[str]) -> str:
        old = found[0]
        if old not in self._numbers:
            self._numbers[old] = _other_number(old, self._chance)
        return self._numbers[old]

    def _word(self, found: re.Match[str]) -> str:
        old = found[0]
        if old not in self._words:
            others = _alike().get(old)
            self._words[old] = self._chance.choice(others) if others else old
        return self._words[old]


def _other_number(old: str, chance: random.Random) -> str:
    """A number of the same length that may stand where the old one stands in a date or a time."""
    value, size = int(old), len(old)
    if size == 4 and 1900 <= value < 2100:
        return str(chance.randint(1998, 2025))
    if size > 2:
        return str(chance.randint(10 ** (size - 1), 10**size - 1))
    top = next(top for top in (9, 12, 23, 28, 59, 99) if value <= top)
    return str(chance.randint(1, 9) if size == 1 else chance.randint(1 if old[0] == "0" else 10, top)).zfill(size)


@cache
def _alike() -> dict[str, Sequence[str]]:
    """Words, each with those that may stand in its place: first names, last names, months, weekdays."""
    authors = [name for folder in sorted(SAMPLES.iterdir()) for name in _authors(folder / "about.toml")]
    parted = [name.split() for name in authors if name.isascii() and len(name.split()) == 2]
    classes = [*_CALENDAR, sorted({first for first, _ in parted}), sorted({last for _, last in parted})]
    return {word: words for words in classes for word in words}


def _authors(path: Path) -> list[str]:
    about = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    authors: list[str] = about.get("facts", {}).get("authors", [])
    return authors


# --- damaged ----------------------------------------------------------------------------------------------------------


def _spaced(blocks: Sequence[str], chance: random.Random) -> str:
    return " \n \n".join("".join(c + " " * (c == " " and chance.random() < 0.1) for c in block) for block in blocks)


def _rewrapped(blocks: Sequence[str], _chance: random.Random) -> str:
    return "\n\n".join(textwrap.fill(block, 72, break_long_words=False) for block in blocks)


def _mojibake(blocks: Sequence[str], _chance: random.Random) -> str:
    return "\n\n".join(blocks).encode().decode("sloppy-windows-1252")


def _invisible(blocks: Sequence[str], chance: random.Random) -> str:
    mark = chance.choice("\xad\u200b\u2060")
    return "\n\n".join(_LONG_WORD.sub(lambda found: found[0][:5] + mark + found[0][5:], block) for block in blocks)


DAMAGES: dict[str, Callable[[Sequence[str], random.Random], str]] = {
    "natural": lambda blocks, _: "\n\n".join(blocks),
    "lines": lambda blocks, _: "\n".join(blocks),
    "glued": lambda blocks, _: "".join(blocks),
    "spaced": _spaced,
    "rewrapped": _rewrapped,
    "mojibake": _mojibake,
    "entities": lambda blocks, _: html.escape("\n\n".join(blocks)).encode("ascii", "xmlcharrefreplace").decode(),
    "invisible": _invisible,
}


# --- written ----------------------------------------------------------------------------------------------------------


def write_jsonl(path: Path, rows: Iterable[Row], most: float = float("inf")) -> int:
    """Write rows as JSON Lines until there are ``most`` bytes; give the number of bytes."""
    size = 0
    with path.open("wb") as out:
        for row in rows:
            size += out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            if size >= most:
                break
    return size


def write_parquet(path: Path, rows: Iterable[Row], most: float = float("inf")) -> int:
    """Write rows as Parquet until their texts have ``most`` bytes, uncompressed; give that number."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = [("id", pa.string()), ("text", pa.string()), ("sample", pa.string()), ("damage", pa.string())]
    schema = pa.schema([*kinds, ("weight", pa.float64())])
    size, rows = 0, iter(rows)
    with pq.ParquetWriter(path, schema) as writer:
        while size < most and (group := list(islice(rows, ROWS))):
            size += sum(len(row["text"].encode()) for row in group)
            writer.write_table(pa.Table.from_pylist(group, schema))
    return size
