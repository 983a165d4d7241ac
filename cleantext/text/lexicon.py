"""What is known of a language's words: how common each is, and whether it is written small."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Protocol

SHARES = 5  # 0: always capitalised in mid-sentence … 4: always in lower case
FUNCTION_BAND = 10  # words at least this common are the grammar's own


class Lexicon(Protocol):
    """A table of words in lower case; the value is ``band * SHARES + share``."""

    def get(self, word: str, default: int, /) -> int: ...

    def __len__(self) -> int: ...


def code(band: int, share: int) -> int:
    return band * SHARES + share


def band_of(value: int) -> int:
    """How common: 0 (met a few times) to 15, doubling with each; -1 for a word not known."""
    return value // SHARES


def share_of(value: int) -> int:
    return value % SHARES


@cache
def lexicon(language: str) -> dict[str, int]:
    """The shipped word list of a language; empty where there is none."""
    try:
        text = files("cleantext.text").joinpath(f"data/{language}/words.txt").read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return parse(text) if language else {}


def parse(text: str) -> dict[str, int]:
    """Read a word list: lines of ``band share: words``.

    >>> parse("12 4: the of")
    {'the': 64, 'of': 64}
    """
    table: dict[str, int] = {}
    for line in text.splitlines():
        key, _, words = line.partition(":")
        if words:
            band, share = map(int, key.split())
            table.update(dict.fromkeys(words.split(), code(band, share)))
    return table


def write(table: dict[str, int]) -> str:
    """The inverse of ``parse``: the commonest first, in alphabetical order within a line."""
    rows: dict[int, list[str]] = {}
    for word, value in table.items():
        rows.setdefault(value, []).append(word)
    return "".join(
        f"{band_of(value)} {share_of(value)}: {' '.join(sorted(rows[value]))}\n" for value in sorted(rows, reverse=True)
    )
