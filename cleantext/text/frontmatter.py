"""What stands above an article about it: lines of keys and values between two ``---``, the head of a reader or a mail.

It is meant as YAML and often none: titles with a colon, addresses and quotation marks stand there bare.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from cleantext.text.characters import with_plain_line_ends
from cleantext.text.dates import read_stamp
from cleantext.text.lists import lines
from cleantext.text.names import read_byline
from cleantext.text.spans import Span

_LINES, _LONGEST = 300, 60_000  # of front matter, at most: lines and characters
_PAIR = re.compile(r"([^\W\d][\w:.@-]{0,60}):(?:\s+|$)")
_HEADER = re.compile(r"(Title|URL Source|Published Time|Description|Warning|Number of Pages|Markdown Content):\s?")
_FAMILY = re.compile(r"^(?:meta-)?(?:og|article|twitter|dc|dcterms|parsely|sailthru)[:.](?=\w)|^meta-")
_LONGEST_LABEL = 24  # characters of a label of a mail's head, and its colon
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

    The head of a mail says nothing of the article.

    >>> front_matter("From: Ada Quill\nTo: Bo Tern\nSubject: Fwd: Ferry back\n\nThe ferry runs.")
    FrontMatter(end=52, facts={})
    """
    start = len(text) - len(text.lstrip())
    if not text.startswith((_FENCE, "Title:"), start):
        end = _end_of_mail_head(text, start)
        return FrontMatter(end, {}) if end else None
    plain = with_plain_line_ends(text[start : start + _LONGEST])
    found = _fenced(plain) if plain.startswith(_FENCE) else _header(plain)
    return FrontMatter(start + found[0], _facts(found[1])) if found else None


def _end_of_mail_head(text: str, start: int) -> int:
    """Where the head of a mail ends that begins there: lines with labels, one of whom from and one what about; or 0."""
    labels = _mail_labels()
    if text[start : start + _LONGEST_LABEL].partition(":")[0].strip().lower() not in labels:
        return 0
    told, end = set[str](), 0
    for line, at in _mail_lines(text[start : start + _LONGEST]):
        label, colon, _ = line.partition(":")
        kind = labels.get(label.strip().lower(), "") if colon else ""
        if not kind and not (told and line[:1] in _WITHIN and line.strip()):
            break
        told.add(kind)
        end = start + at + len(line)
    return end if {"from", "subject"} <= told and not told.isdisjoint(("to", "date")) else 0


def _mail_lines(text: str) -> Iterator[tuple[str, int]]:
    """The first lines, where a carriage return before a line feed ends none."""
    return _lines(text if "\n" in text else with_plain_line_ends(text))


def mail_date(text: str) -> Span | None:
    """The first line of the head of a mail that says when it was sent.

    >>> text = "Von: Ada Quill\\nGesendet: Freitag, 3. Mai 2024\\nBetreff: Fähre"
    >>> text[slice(*mail_date(text))]
    'Gesendet: Freitag, 3. Mai 2024'
    """
    labels = _mail_labels()
    for line, at in _mail_lines(text[:_LONGEST]):
        label, colon, _ = line.partition(":")
        if colon and labels.get(label.strip().lower()) == "date":
            return at, at + len(line)
    return None


@cache
def _mail_labels() -> dict[str, str]:
    """What each label of a mail's head says."""
    rows = (line.partition(":") for line in lines("mail_headers.txt"))
    return {label.strip(): kind for kind, _, labels in rows for label in labels.split(",")}


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
