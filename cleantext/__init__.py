"""Repairs news text whose markup was lost.

>>> import cleantext
>>> cleantext.clean("The  bridge reopened.", preset="gentle")
'The bridge reopened.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleantext.chain import Chain, Link
    from cleantext.config import chain_of
    from cleantext.document import Block, Document, Edit, Facts, Reason, Role
    from cleantext.errors import CleantextError

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Chain",
    "CleantextError",
    "Document",
    "Edit",
    "Facts",
    "Link",
    "Reason",
    "Role",
    "chain_of",
    "clean",
    "read",
]

_HOMES = {
    "Chain": "chain",
    "Link": "chain",
    "chain_of": "config",
    "CleantextError": "errors",
}


def clean(text: str, preset: str = "news") -> str:
    """The article in a text, its paragraphs parted by a blank line.

    Presets: ``"gentle"`` mends and drops nothing, ``"news"`` drops what is not body, ``"strict"`` drops more.

    >>> clean("Rain fell.\\xa0 It   stopped.", preset="gentle")
    'Rain fell. It stopped.'

    Raises ``TypeError`` for anything but a string and ``UsageError`` for an unknown preset.
    """
    return read(text, preset).text


def read(text: str, preset: str = "news", **known: Any) -> Document:
    """The document in a text: its blocks with roles and reasons, its edits, its facts.

    ``known`` is what you know already: ``title``, ``language``, ``url``, ``authors``, ``published``, ``updated``,
    ``source``, ``country``.

    >>> read("Rain fell.", preset="gentle", language="en").blocks[0].text
    'Rain fell.'

    Raises ``TypeError`` for anything but a string and ``UsageError`` for an unknown preset or anything else known.
    """
    from cleantext.config import preset_chain
    from cleantext.document import Document

    if not isinstance(text, str):
        raise TypeError(_not_text(text))
    if known:
        from cleantext.io.known import checked

        known = checked(known)
    return preset_chain(preset)(Document.of(text, **known))


def _not_text(value: object) -> str:
    if isinstance(value, bytes | bytearray | memoryview):
        return f"cleantext takes str, not {type(value).__name__}: decode it first, as in data.decode('utf-8')"
    if value is None:
        return "cleantext takes str, not None: leave out records without a text, or pass ''"
    return f"cleantext takes one str, not {type(value).__name__}: for many texts, call it once for each"


if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> Any:
        """Import what is asked for when it is asked for, so that ``import cleantext`` stays quick."""
        if name not in __all__:
            raise AttributeError(f"module 'cleantext' has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"cleantext.{_HOMES.get(name, 'document')}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
