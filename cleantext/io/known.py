"""What may be known of a document before it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from cleantext.errors import RecordError, UsageError

T = TypeVar("T")
KEYS = ("title", "language", "url", "authors", "published", "updated", "source", "country")


def check_key(key: str) -> str:
    """The key.

    Raises ``UsageError`` for one that nothing uses.
    """
    if key not in KEYS:
        raise UsageError(f"unknown fact {key!r}; what can be known of a document: {', '.join(KEYS)}")
    return key


def checked(known: Mapping[str, T] | None) -> dict[str, T]:
    """What is known, or where it stands, by key; nothing for None.

    Raises ``UsageError`` for a key that nothing uses.
    """
    return {check_key(key): value for key, value in (known or {}).items()}


def fitted(key: str, value: str | Iterable[str]) -> str | list[str]:
    """The value as steps expect it: authors as a list, all else as a string.

    >>> fitted("authors", "Ida Holm; Per Lund"), fitted("title", "Rain")
    (['Ida Holm', 'Per Lund'], 'Rain')
    """
    if key != "authors":
        return value if isinstance(value, str) else "; ".join(value)
    names = value.split(";") if isinstance(value, str) else value
    return [name.strip() for name in names if name.strip()]


def told_by(values: Mapping[str, object], known_from: Mapping[str, str], place: object) -> dict[str, str | list[str]]:
    """What the fields of a record tell, as ``known_from`` says: ``{"title": "headline"}``.

    Days and times of tables are taken as they are written by ISO 8601.

    >>> told_by({"headline": "Rain", "by": None}, {"title": "headline", "authors": "by"}, "a.jsonl:1")
    {'title': 'Rain'}
    >>> told_by({"day": date(2024, 5, 3)}, {"published": "day"}, "row 1")
    {'published': '2024-05-03'}

    Raises ``RecordError`` for a value that is none of these, no string and no list of strings.
    """
    found = {}
    for key, name in known_from.items():
        value = values.get(name)
        if isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            found[key] = fitted(key, value)
        elif value is not None:
            raise RecordError(f"{place}: the field {name!r}, taken as {key}, is no string and no list of strings")
    return found
