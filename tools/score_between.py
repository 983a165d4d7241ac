"""Score a preset on what sites put between and behind paragraphs: ``python -m tools.score_between``.

``corpus_samples/between`` holds articles by language, and pieces by what they are: credits, captions, labels, last
lines, and body that looks like one of these. Each stands alone in each article, joined to its paragraphs by nothing, a
blank or a line break. ``../shared`` is not needed. ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cleantext.config import preset_chain
from cleantext.document import Document
from tools import scored

FOLDER = Path(__file__).parent.parent / "corpus_samples" / "between"
JOINTS = {"nothing": "", "a blank": " ", "a line break": "\n"}
BODY, LAST = "body", "last"


class Piece(NamedTuple):
    """A piece of one block or several: its language, its kind, its blocks."""

    language: str
    kind: str
    blocks: tuple[str, ...]


class Found(NamedTuple):
    """Of so many texts, in how many nothing but the article came out, and in how many a paragraph of it did not."""

    texts: int
    right: int
    lost: int


@cache
def _read(language: str) -> tuple[tuple[tuple[str, ...], ...], tuple[Piece, ...]]:
    found = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    articles = tuple(tuple(article["paragraphs"]) for article in found["articles"])
    pieces = ((kind, piece) for kind, pieces in found["pieces"].items() for piece in pieces)
    return articles, tuple(
        Piece(language, kind, (piece,) if isinstance(piece, str) else tuple(piece)) for kind, piece in pieces
    )


@cache
def pieces() -> tuple[Piece, ...]:
    """All pieces, by language."""
    return tuple(piece for path in sorted(FOLDER.glob("*.toml")) for piece in _read(path.stem)[1])


def texts_of(piece: Piece, joint: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A piece in each of its language's articles: the text, and the paragraphs that are to come out."""
    for article in _read(piece.language)[0]:
        at = len(article) if piece.kind == LAST else (len(article) + 1) // 2
        blocks = (*article[:at], *piece.blocks, *article[at:])
        yield joint.join(blocks), blocks if piece.kind == BODY else article


def score(preset: str, k: int) -> dict[str, Found]:
    """What comes out with each joint."""
    piece, chain = pieces()[k], preset_chain(preset)
    found: dict[str, Found] = {}
    for name, joint in JOINTS.items():
        texts = right = lost = 0
        for text, wanted in texts_of(piece, joint):
            said = _plain(chain(Document.of(text)).text)
            texts += 1
            right += said == _plain(" ".join(wanted))
            lost += not all(_plain(paragraph) in said for paragraph in wanted)
        found[name] = Found(texts, right, lost)
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())


def table(numbers: Sequence[int], rows: Sequence[dict[str, Found]]) -> Iterator[str]:
    found = [(pieces()[k], row) for k, row in zip(numbers, rows, strict=True)]
    names = [f"{what}, {joint}" for what in ("right", "a paragraph lost") for joint in JOINTS]
    yield f"| | n | {' | '.join(names)} |"
    yield f"|---|---|{'---|' * len(names)}"
    groups = ["all", *dict.fromkeys(piece.language for piece, _ in found), *dict.fromkeys(p.kind for p, _ in found)]
    for name in groups:
        own = [row for piece, row in found if name in ("all", piece.language, piece.kind)]
        shares = [share(own, joint, place) for place in ("right", "lost") for joint in JOINTS]
        yield f"| {name} | {sum(row['nothing'].texts for row in own)} | {' | '.join(shares)} |"


def share(rows: Sequence[dict[str, Found]], joint: str, place: str) -> str:
    texts = sum(row[joint].texts for row in rows)
    return f"{100 * sum(getattr(row[joint], place) for row in rows) / texts:.1f}"


if __name__ == "__main__":
    scored.main(__doc__, "between", score, range(len(pieces())), table)
