"""What may be known of a document before it is read."""

from __future__ import annotations

from collections.abc import Iterable

from cleantext.errors import UsageError

KEYS = ("title", "language", "url", "authors", "published", "source", "country")


def check_key(key: str) -> str:
    """The key.

    Raises ``UsageError`` for one that nothing uses.
    """
    if key not in KEYS:
        raise UsageError(f"unknown fact {key!r}; what can be known of a document: {', '.join(KEYS)}")
    return key


def fitted(key: str, value: str | Iterable[str]) -> str | list[str]:
    """The value as steps expect it: authors as a list, all else as a string.

    >>> fitted("authors", "Ida Holm; Per Lund"), fitted("title", "Rain")
    (['Ida Holm', 'Per Lund'], 'Rain')
    """
    if key != "authors":
        return value if isinstance(value, str) else "; ".join(value)
    names = value.split(";") if isinstance(value, str) else value
    return [name.strip() for name in names if name.strip()]
