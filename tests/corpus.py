"""The golden corpus, and what an output is worth against its truth.

See ``corpus_samples/README.md`` for the files of a sample.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cleantext.document import Block, Document, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = Path(__file__).parent.parent / "corpus_samples"
NOISE = frozenset({Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.STAMP, Role.SOURCE, Role.FURNITURE})
PICTURE = frozenset({Role.CAPTION, Role.CREDIT})

_BREAK = re.compile(r"\s*\n\s*")
_INVISIBLE = "\xad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_SPELLING = str.maketrans("“”„‟«»‘’‚‛`´–—−‐‑", '"' * 6 + "'" * 6 + "-" * 5, _INVISIBLE)


class TruthBlock(NamedTuple):
    """A block as its author wrote it, before the damage."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A folder of the golden corpus."""

    folder: Path
    raw: str
    truth: tuple[TruthBlock, ...]
    about: dict[str, Any]

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def unchanged(self) -> bool:
        return bool(self.about["unchanged"])

    def __repr__(self) -> str:
        return self.name


class Worth(NamedTuple):
    """Counts of characters that are not white space: how many there are, how many were kept."""

    body: int
    body_kept: int
    noise: int
    noise_kept: int
    picture: int
    picture_kept: int

    @property
    def recall(self) -> float:
        return 100 * self.body_kept / max(self.body, 1)

    @property
    def noise_left(self) -> float:
        return 100 * self.noise_kept / max(self.noise, 1)

    @property
    def picture_left(self) -> float:
        return 100 * self.picture_kept / max(self.picture, 1)


class Spacing(NamedTuple):
    """How the white space between the body's characters came out, in numbers of places."""

    characters: int
    breaks: int
    broken: int  # a blank or break inside a word
    glued: int  # no blank between two words
    false_breaks: int
    missed_breaks: int

    @property
    def break_f1(self) -> float:
        found = self.breaks - self.missed_breaks
        return 100 * 2 * found / max(2 * found + self.false_breaks + self.missed_breaks, 1)


@cache
def samples() -> tuple[Sample, ...]:
    """All samples; those that must not change come first."""
    found = [_read(about.parent) for about in sorted(FOLDER.glob("*/about.toml"))]
    return tuple(sorted(found, key=lambda sample: not sample.unchanged))


def text_of(path: Path) -> str:
    """A file's text, its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def _read(folder: Path) -> Sample:
    lines = text_of(folder / "truth.tsv").split("\n")
    truth = tuple(TruthBlock(Role(role), text) for role, _, text in (line.partition("\t") for line in lines if line))
    return Sample(folder, text_of(folder / "raw.txt"), truth, tomllib.loads(text_of(folder / "about.toml")))


def roles_table(document: Document) -> str:
    """A document's blocks, a line each: role, kept or dropped by which step, text.

    >>> roles_table(Document.of("Rain fell."))
    '-\\tkept\\tRain fell.\\n'
    """
    return "".join(f"{block.role or '-'}\t{_fate(block)}\t{_escaped(block.text)}\n" for block in document.blocks)


def _fate(block: Block) -> str:
    return f"dropped by {block.dropped_by}" if block.dropped_by else "kept"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def paragraphs(text: str) -> str:
    """A text with every kind of paragraph break as a blank line.

    >>> paragraphs(" One.\\r\\nTwo.\\n")
    'One.\\n\\nTwo.'
    """
    return _BREAK.sub("\n\n", text.strip())


def letters(text: str) -> str:
    """A text without white space and invisible characters, quotes and dashes in one spelling.

    >>> letters("“One – two…”")
    '"One-two..."'
    """
    return "".join(unicodedata.normalize("NFKC", text).translate(_SPELLING).split())


def worth(document: Document, truth: Iterable[TruthBlock]) -> Worth:
    """What a document keeps of what it should, and of what it should not.

    Raises ``AssertionError`` where the document's characters are not those of the truth.
    """
    roles = [role for block in truth for role in [block.role] * len(letters(block.text))]
    said = "".join(letters(block.text) for block in truth)
    kept = list(_kept(document))
    found = "".join(letters(block.text) for block in document.blocks)
    assert found == said, f"the characters differ: {_first_difference(found, said)}"
    return _count(roles, kept)


def spacing(document: Document, truth: Iterable[TruthBlock]) -> Spacing:
    """How a document's white space compares with the truth's, where both neighbours are body."""
    wanted = [(gap, block.role) for block in truth for gap in _gaps(block.text)]
    found = [gap for block in document.blocks for gap in _gaps(block.text)]
    assert len(found) == len(wanted), "the characters differ"
    inner = Counter(
        (want, have)
        for (_, left), (want, right), have in zip(wanted, wanted[1:], found[1:], strict=False)
        if left == right == Role.BODY
    )
    return Spacing(
        characters=inner.total(),
        breaks=sum(n for (want, _), n in inner.items() if want == "\n"),
        broken=inner["", " "] + inner["", "\n"],
        glued=inner[" ", ""],
        false_breaks=inner[" ", "\n"],
        missed_breaks=inner["\n", " "] + inner["\n", ""],
    )


def _gaps(text: str) -> Iterator[str]:
    """The white space before each character of a block: none, a blank or a line break."""
    for line in text.split("\n"):
        gap = "\n"
        for word in line.split():
            for n, _ in enumerate(letters(word)):
                yield gap if n == 0 else ""
            gap = " " if letters(word) else gap


def _kept(document: Document) -> Iterator[bool]:
    for block in document.blocks:
        yield from [block.kept] * len(letters(block.text))


def _count(roles: list[Role], kept: list[bool]) -> Worth:
    def count(wanted: frozenset[Role]) -> tuple[int, int]:
        chosen = [is_kept for role, is_kept in zip(roles, kept, strict=True) if role in wanted]
        return len(chosen), sum(chosen)

    return Worth(*count(frozenset({Role.BODY})), *count(NOISE), *count(PICTURE))


def _first_difference(found: str, said: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(found, said, strict=False)) if a != b), min(len(found), len(said)))
    return f"{found[max(0, at - 20) : at + 20]!r} for {said[max(0, at - 20) : at + 20]!r}"
