"""Word lists as data: one file a language and concern, editable by someone who does not program.

A list has lines of ``section: phrase, phrase``; what follows a ``#`` at the start of a line is for the reader.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Sections = dict[str, tuple[str, ...]]


@cache
def sections(name: str) -> dict[str, Sections]:
    """The lists of that name, by language."""
    folders = (f for f in files("cleantext.text").joinpath("data").iterdir() if f.is_dir())
    found = ((f.name, f.joinpath(f"{name}.txt")) for f in sorted(folders, key=lambda f: f.name))
    return {language: _parse(path.read_text("utf-8")) for language, path in found if path.is_file()}


@cache
def phrases(name: str, section: str, language: str = "") -> tuple[str, ...]:
    """The phrases of a section, longest first: the language's and English, or of all languages where it has no list.

    >>> "updated" in phrases("stamps", "updated", "de")
    True
    """
    lists = sections(name)
    chosen = (language, "en") if language in lists else tuple(lists)
    return tuple(sorted({p for one in chosen for p in lists[one].get(section, ())}, key=lambda p: (-len(p), p)))


def own_phrases(name: str, section: str, language: str) -> frozenset[str]:
    """The phrases of a section that are the language's own."""
    return frozenset(sections(name).get(language, {}).get(section, ()))


def lines(path: str) -> list[str]:
    """The lines of a list under ``data`` that hold something for the program."""
    text = files("cleantext.text").joinpath(f"data/{path}").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _parse(text: str) -> Sections:
    rows = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {key.strip(): tuple(p.strip() for p in words.split(",") if p.strip()) for key, _, words in rows}
