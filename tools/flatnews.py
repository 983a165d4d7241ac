"""Reading flatnews: records, the gaps of a flat text and what stood there on the page."""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import textwrap
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Record = Mapping[str, Any]
FOLDS = 5
SEGMENTED = {"soup": "segments", "page": "page_segments"}
WIDTH = 72  # characters of wrapped lines
BODY_LABELS = {"body", "subhead", "summary"}


def load(path: Path) -> list[Record]:
    """The records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scorer(folder: Path) -> Any:
    """The module ``score.py`` of a flatnews folder."""
    spec = importlib.util.spec_from_file_location("flatnews_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def publisher(record: Record) -> str:
    """Whose article it is: a name for dev, the beginning of the id elsewhere."""
    if known := record.get("publisher"):
        return str(known).lower()
    family, _, rest = str(record["id"]).partition("/")
    if family in ("cache", "eval") or "." in rest.split("/")[0]:
        return rest.removeprefix("www.").split(".")[0].split("-")[0].lower()
    return family.lower() if family in ("fox", "orangesum") else str(record["id"]).lower()


def site(record: Record) -> str:
    """The name in a record's address, as ``publisher`` names the pages of silver: ``zeit`` of ``www.zeit.de``."""
    parts = str(record.get("url", "")).partition("//")[2].partition("/")[0].lower().split(".")
    known = [part for part in parts[:-1] if len(part) > 3] or parts[-2:-1]
    return known[-1].split("-")[0] if known else publisher(record)


def fold(record: Record) -> int:
    """The fold of a record, the same for all records of a publisher."""
    return zlib.crc32(str(record.get("publisher") or publisher(record)).encode()) % FOLDS


class Gap(NamedTuple):
    """What the page had before a character: ``boundary`` of a block, or a blank wanted inside one.

    None where nobody knows. ``weight`` is low between two blocks that are not body.
    """

    boundary: bool | None
    blank: bool | None
    weight: float


def squeeze(text: str) -> tuple[str, list[int]]:
    """The text without white space, one spelling, and where each of its characters stands."""
    out: list[str] = []
    places: list[int] = []
    for at, c in enumerate(text):
        if c.isspace() or c == "\0":
            continue
        if c < "\x80":
            out.append(c)
            places.append(at)
            continue
        for x in unicodedata.normalize("NFKC", c):
            if not x.isspace():
                out.append(x)
                places.append(at)
    return "".join(out), places


def gaps_of_segments(text: str, segments: Sequence[Record]) -> dict[int, Gap]:
    """The gaps of a text that is the segments' text, by the offset of the character after the gap."""
    chars, places = squeeze(text)
    found: dict[int, Gap] = {}
    k, before = 0, None
    for segment in segments:
        piece, inner = squeeze(segment["text"])
        if chars[k : k + len(piece)] != piece:
            return {}
        body = segment["label"] in BODY_LABELS
        for j in range(len(piece)):
            if k + j and (j == 0 or inner[j] > inner[j - 1]) and places[k + j] > places[k + j - 1]:
                if j == 0:
                    found[places[k]] = Gap(True, True, 1.0 if body or before else 0.35)
                else:
                    found[places[k + j]] = Gap(False, inner[j] > inner[j - 1] + 1, 1.0 if body else 0.35)
        k += len(piece)
        before = body
    return found


def gaps_of_truth(text: str, truth: Any) -> dict[int, Gap]:
    """The gaps that the article's own blocks know, by the offset of the character after the gap."""
    chars, places = squeeze_like_score(text)
    if chars != truth.chars:
        return {}
    found = {}
    labels = truth.labels
    for i in range(1, len(labels)):
        if places[i] == places[i - 1]:
            continue
        a, b = labels[i - 1], labels[i]
        if a == b:
            if a[0] in ("body", "keep", "caption") and truth.want[i] is not None:
                found[places[i]] = Gap(False, truth.want[i] > 0, 1.0 if a[0] == "body" else 0.35)
        elif "body" in (a[0], b[0]) or a[0] != b[0]:
            found[places[i]] = Gap(True, True, 1.0 if "body" in (a[0], b[0]) else 0.35)
    return found


_CANON = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛´`", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—‐‑−", "-"),
        "…": "...",
        **dict.fromkeys("\u00ad\u200b\ufeff\u200e\u200f\u2060\u200c\u200d", None),
    }
)


def squeeze_like_score(text: str) -> tuple[str, list[int]]:
    """As ``squeeze``, in the spelling of ``score.py``."""
    out: list[str] = []
    places: list[int] = []
    for at, c in enumerate(text):
        if "!" <= c < "\x7f" and c != "`":
            out.append(c)
            places.append(at)
            continue
        for x in unicodedata.normalize("NFKC", c).translate(_CANON):
            if not x.isspace() and x != "\0":
                out.append(x)
                places.append(at)
    return "".join(out), places


def gaps(text: str, form: str, record: Record, score: Any) -> dict[int, Gap]:
    """All gaps of one form of a record that are known."""
    truth = score.Truth(text, record)
    known = gaps_of_truth(text, truth)
    family = SEGMENTED.get(form.partition("_")[0])
    if not family or family not in record:
        return known
    return {**gaps_of_segments(text, record[family]), **{at: g for at, g in known.items() if g.weight == 1.0}}


def joint(segment: Record, form: str) -> str:
    """What a flat text has before a segment that is not its first: natural, glued, spaced or lines."""
    if form == "natural":
        return " " if segment["gap"] else ""
    return {"lines": "\n", "spaced": " ", "glued": ""}[form]


def flatten(segments: Sequence[Record], form: str) -> str:
    """Segments as a flat text."""
    return "".join((joint(s, form) if i else "") + s["text"] for i, s in enumerate(segments))


def otherwise_joined(record: Record) -> Iterator[tuple[str, str, str]]:
    """The page's lines joined as other tools and data do it: the form, the text, and the lines that it stands for."""
    lines = [line for line in (record["texts"].get("soup_lines") or "").split("\n") if line.strip()]
    article = [line for line in (record["texts"].get("article_lines") or "").split("\n") if line.strip()]
    forms: Mapping[str, Callable[[list[str]], str]] = {
        "joined_wide": "  ".join,
        "joined_tabs": "\t".join,
        "joined_bars": " | ".join,
        "joined_tags": lambda lines: "".join(f"<p>{line}</p>" for line in lines),
        "joined_escaped": "\\n".join,
        "joined_list": json.dumps,
        "wrapped": lambda lines: "\n\n".join(map(_wrapped, lines)),
        "wrapped_tight": lambda lines: "\n".join(map(_wrapped, lines)),
    }
    if lines:
        yield from ((form, join(lines), "\n".join(lines)) for form, join in forms.items())
    if article:
        yield "article_wrapped", forms["wrapped"](article), "\n".join(article)


def _wrapped(line: str) -> str:
    return textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)


def unlink(
    text: str, found: dict[int, Gap], rate: float, rng: random.Random, mark: str = ""
) -> tuple[str, dict[int, Gap]]:
    """Put ``mark`` for the blanks around random short runs of words, as lost inline links do."""
    out: list[str] = []
    moved: dict[int, Gap] = {}
    size, drop_at, at = 0, -1, 0
    words = text.split(" ")
    for i, word in enumerate(words):
        glue = False
        if i == drop_at:
            glue = True
        elif i and rng.random() < rate:
            glue, drop_at = True, i + rng.randint(1, 4)
        gap = found.get(at)
        if i:
            between = mark if glue and gap is not None and not gap.boundary else " "
            out.append(between)
            size += len(between)
        for p in range(at, at + len(word)):
            if p in found:
                moved[size + p - at] = found[p]
        out.append(word)
        size += len(word)
        at += len(word) + 1
    return "".join(out), moved


def texts_of(records: Iterable[Record]) -> Iterator[tuple[Record, str]]:
    """Each record with one text of its words, best kept: for counting."""
    for record in records:
        if "text" in record:
            yield record, record["text"]
        elif segments := record.get("page_segments") or record.get("segments"):
            yield record, "\n".join(s["text"] for s in segments)
        else:
            yield record, "\n".join(b["text"] for b in record["blocks"])
