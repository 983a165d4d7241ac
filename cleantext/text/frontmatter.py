"""What a tool wrote above an article about it: lines of keys and values between two ``---``, or a reader's header.

It is meant as YAML and often none: titles with a colon, addresses and quotation marks stand there bare.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cleantext.text.characters import with_plain_line_ends
from cleantext.text.dates import read_stamp
from cleantext.text.names import read_byline

_LINES, _LONGEST = 300, 60_000  # of front matter, at most: lines and characters
_PAIR = re.compile(r"([^\W\d][\w:.@-]{0,60}):(?:\s+|$)")
_HEADER = re.compile(r"(Title|URL Source|Published Time|Description|Warning|Number of Pages|Markdown Content):\s?")
_FAMILY = re.compile(r"^(?:meta-)?(?:og|article|twitter|dc|dcterms|parsely|sailthru)[:.](?=\w)|^meta-")
_WITHIN = " \t-"  # a line that begins so goes on with the value before it
_FENCE, _ENDS = "---", ("---", "...")
_FIELDS = {
    "title": ("title",),
    "authors": ("author", "authors", "byline", "creator"),
    "published": ("published", "published_time", "published time", "date", "pubdate", "date_published"),
    "updated": ("modified_time", "modified", "updated", "updated_time", "lastmod", "date_modified"),
    "source": ("site_name", "sitename", "site", "source", "publisher"),
}
"""What each key says, the likeliest first."""


class FrontMatter(NamedTuple):
    """Where it ends, and what it says: title, authors, published, updated, source; only what is there."""

    end: int
    facts: Mapping[str, Any]


def front_matter(text: str) -> FrontMatter | None:
    r"""The front matter that a text begins with.

    >>> found = front_matter("---\ntitle: Ferry back\nauthor: Ada Quill\ndate: 2024-05-03\n---\n\nThe ferry runs.")
    >>> found.end, found.facts["title"], found.facts["authors"], found.facts["published"]
    (61, 'Ferry back', ('Ada Quill',), '2024-05-03')
    >>> front_matter("---\nThe ferry runs: nobody knew.\n---\n")
    """
    start = len(text) - len(text.lstrip())
    if not text.startswith((_FENCE, "Title:"), start):
        return None
    plain = with_plain_line_ends(text[start : start + _LONGEST])
    found = _fenced(plain) if plain.startswith(_FENCE) else _header(plain)
    return FrontMatter(start + found[0], _facts(found[1])) if found else None


def _fenced(text: str) -> tuple[int, dict[str, list[str]]] | None:
    """The keys and values between two lines of ``---``, and where the second one ends."""
    pairs: dict[str, list[str]] = {}
    values: list[str] = []
    for k, (line, start) in enumerate(_lines(text)):
        if not k:
            if line.rstrip() != _FENCE:
                return None
        elif line.rstrip() in _ENDS:
            return (min(start + len(line) + 1, len(text)), pairs) if pairs else None
        elif m := _PAIR.match(line):
            values = pairs.setdefault(_FAMILY.sub("", m[1].lower()), [])
            values.append(line[m.end() :])
        elif line[:1] in _WITHIN:
            values.append(line.strip(_WITHIN))
        else:
            return None
    return None


def _header(text: str) -> tuple[int, dict[str, list[str]]] | None:
    """The same for what Jina Reader writes above a page."""
    pairs: dict[str, list[str]] = {}
    for line, start in _lines(text):
        m = _HEADER.match(line)
        if m:
            pairs.setdefault(m[1].lower(), []).append(line[m.end() :])
            if m[1] == "Markdown Content":
                return (start + m.end(), pairs) if "url source" in pairs else None
        elif line.strip():
            return None
    return None


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The first lines, and where each begins."""
    at = 0
    for line in text.split("\n", _LINES)[:_LINES]:
        yield line, at
        at += len(line) + 1


def _facts(pairs: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for fact, keys in _FIELDS.items():
        values = next((clean for key in keys if key in pairs and (clean := list(_plain(pairs[key])))), None)
        if values and (said := _said(fact, values)):
            found[fact] = said
    return found


def _plain(values: Sequence[str]) -> Iterator[str]:
    """Values without their quotation marks, those of a list one by one."""
    for value in map(str.strip, values):
        if value[:1] in "[\"" and value[1:]:
            try:
                read = json.loads(value)
            except ValueError:
                read = value.strip("[]\"'")
            yield from map(str, read) if isinstance(read, list) else [str(read)]
        elif value.strip("'"):
            yield value.strip("'")


def _said(fact: str, values: Sequence[str]) -> Any:
    if fact == "authors":
        return tuple(name for value in values for name in read_byline(value).authors or (value,))
    if fact in ("published", "updated"):
        return read_stamp(values[0]).published
    return values[0]
