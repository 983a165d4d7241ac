"""Word lists as data: one file a language and concern, editable by someone who does not program.

A list has lines of ``section: phrase, phrase``; what follows a ``#`` at the start of a line is for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    """The phrases of a section, longest first: the language's and English.

    Of all languages where none is named, or it has no list.

    >>> "updated" in phrases("stamps", "updated", "de"), "mandag" in phrases("stamps", "beside")
    (True, True)
    """
    lists = sections(name)
    chosen = (language, "en") if language in lists else tuple(lists)
    return tuple(sorted({p for one in chosen for p in lists[one].get(section, ())}, key=lambda p: (-len(p), p)))


@cache
def any_of(texts: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some phrases in one pattern, which tells that none is there in a part of the time of a search for each.

    >>> bool(any_of(("Photo by", "©")).search("A pier. Photo by Ada Quill"))
    True
    """
    return re.compile("|".join(map(re.escape, texts)) or r"(?!)")


def own_phrases(name: str, section: str, language: str) -> frozenset[str]:
    """The phrases of a section that are the language's own."""
    return frozenset(sections(name).get(language, {}).get(section, ()))


def lines(path: str) -> list[str]:
    """The lines of a list under ``data`` that hold something for the program."""
    text = files("cleantext.text").joinpath(f"data/{path}").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words_in(path: str) -> frozenset[str]:
    """The words of a list that has words alone, one or many a line.

    >>> "und" in words_in("joiners.txt")
    True
    """
    return frozenset(word for line in lines(path) for word in line.split())


def words_by_key(path: str) -> dict[str, frozenset[str]]:
    """The words of a list by what stands before the colon of their line, most often a language.

    >>> "mrs" in words_by_key("titles.txt")["en"]
    True
    """
    return {key: frozenset(said.split()) for key, said in _rows(lines(path))}


def _parse(text: str) -> Sections:
    rows = _rows(line for line in text.splitlines() if line and not line.startswith("#"))
    return {key: tuple(p.strip() for p in said.split(",") if p.strip()) for key, said in rows}


def _rows(found: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What stands before the colon of each line, and behind it."""
    for line in found:
        key, _, said = line.partition(":")
        yield key.strip(), said
