"""Texts of our own as archives, wires, printers and mails leave them, each line with what it is.

See ``corpus_samples/README.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cleantext.document import Role
from pages import Flat

FOLDER = Path(__file__).parent.parent / "corpus_samples" / "sources"
FORMS = ("lines", "flat")
SAME, BESIDE = "+", "&"  # what the block above goes on with, and before a role on the same line
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")  # marks of a quoting mail, of no block


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A text as it was found, with the block of every character, and the roles of its blocks."""

    name: str
    text: Flat
    roles: tuple[Role, ...]

    @property
    def language(self) -> str:
        return self.name.partition("-")[0]

    @property
    def kind(self) -> str:
        """What left the text: the second word of the name."""
        return self.name.split("-")[1]

    def form(self, name: str) -> Flat:
        """The text as it was found, in ``lines``, or all in one line, ``flat``."""
        return self.text if name == "lines" else _flat(self.text)

    def __repr__(self) -> str:
        return self.name


@cache
def sources() -> tuple[Source, ...]:
    return tuple(map(_read, sorted(FOLDER.glob("*.tsv"))))


def _read(path: Path) -> Source:
    letters: list[str] = []
    blocks: list[int | None] = []
    roles: list[Role] = []

    def put(text: str, block: int | None) -> None:
        letters.extend(text)
        blocks.extend(None if c.isspace() else block for c in text)

    for line in path.read_text("utf-8").removesuffix("\n").split("\n"):
        role, _, text = line.partition("\t")
        if role.startswith(BESIDE) and letters[-1:] == ["\n"]:
            letters.pop()
            blocks.pop()
        marks = _QUOTED.match(text)
        if marks:
            put(marks[0], None)
            text = text[marks.end() :]
        if text.strip() and role != SAME:
            roles.append(Role(role.removeprefix(BESIDE)))
        put(text, len(roles) - 1)
        put("\n", None)
    return Source(path.stem, Flat("".join(letters), tuple(blocks)), tuple(roles))


def _flat(text: Flat) -> Flat:
    """The text with one blank for each run of white space."""
    kept = [at for at, c in enumerate(text.text) if not (c.isspace() and text.text[at - 1 : at].isspace())]
    letters = (" " if text.text[at].isspace() else text.text[at] for at in kept)
    return Flat("".join(letters), tuple(text.blocks[at] for at in kept))
