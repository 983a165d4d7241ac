"""What stands behind an article's end and heads what follows: "Most read", "Comments (3)", "Privacy policy"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from cleantext.text.characters import folded
from cleantext.text.language import UNCASED, UNSPACED
from cleantext.text.lists import phrases, sections
from cleantext.text.openers import pointers
from cleantext.text.spans import Span

_LONGEST = 60  # characters
_AROUND = " \t\n\u200b:.…|•·>»›→▼▾▲↑+-–—#()[]0123456789"
_LISTING = "and or und oder et y e en og och".split()
_SECTIONS = ("ends", "boxes", "headings")
_SHORTEST = 9  # characters of a heading that is found in running text
_LONG = 12  # characters of a phrase that is found in the middle of a longer piece too


def heads_what_follows(text: str) -> bool:
    """Whether a text is such a heading, or a longer one has such words in it, written as a heading is.

    >>> heads_what_follows("Comments (3)"), heads_what_follows("Topics: Ferries, Docks")
    (True, True)
    >>> heads_what_follows("More on ferries You might also like The dock")
    True
    >>> heads_what_follows("He had no comments."), heads_what_follows("Then you might also like the dock.")
    (False, False)

    What points to one article, with its title, heads no others.

    >>> heads_what_follows("Auch interessant"), heads_what_follows("Auch interessant: Die alte Mole")
    (True, False)
    """
    return _is_headed(text, "ends") or heads_box(text)


def heads_box(text: str) -> bool:
    """Whether it heads what stands in boxes within articles too: newsletters, what else to read.

    >>> heads_box("Newsletter"), heads_box("Read next"), heads_box("Comments")
    (True, True, False)
    """
    return _is_headed(text, "boxes")


def is_heading(text: str) -> bool:
    """Whether a text is such a heading of several words, and nothing else.

    >>> is_heading("You might also like"), is_heading("Comments"), is_heading("You might also like ferries")
    (True, False, False)
    """
    head = folded(text.strip(_AROUND))
    return len(text) <= _LONGEST and " " in head and any(head in _phrases(section) for section in _SECTIONS)


def heads_comments(text: str) -> bool:
    """Whether it says that comments follow.

    >>> heads_comments("Comments (3):"), heads_comments("Newsletter:")
    (True, False)
    """
    return folded(text.strip(_AROUND)) in _phrases("comments")


def _is_headed(text: str, section: str) -> bool:
    if len(text) <= _LONGEST:
        head = folded(text.strip(_AROUND))
        label, _, title = head.partition(":")
        label, known = label.rstrip(), _phrases(section)
        if title and label in pointers():
            return False
        if head in known or label in known:
            return True
    return _within(section).search(text) is not None


@cache
def _phrases(section: str) -> frozenset[str]:
    return frozenset(map(folded, phrases("furniture", section)))


@cache
def _within(section: str) -> re.Pattern[str]:
    """The phrases that are found within a text: of several words, with a capital; in scripts without, long enough."""
    found = []
    for language, lists in sections("furniture").items():
        for phrase in lists.get(section, ()):
            if language in UNSPACED | UNCASED:
                found += [phrase] if len(phrase) > _LONG // 2 else []
            elif len(phrase) > _LONG and phrase.count(" ") > 1:
                found += [phrase.capitalize()]
    return re.compile("|".join(map(re.escape, found)) or "(?!)")


def headings_in(text: str, language: str) -> Iterator[Span]:
    """Where such a heading of two words or more, or a call, stands in running text, and a line begins behind it.

    Of 528 and 515 in flatnews' flat texts none was body; a quarter had no cut on one of its sides.

    >>> text = "Repairs begin on Nov. 1 You might also like Ferry back. Filed under: Ferries. Most readMole breaks"
    >>> [text[a:b] for a, b in headings_in(text, "en")]
    ['You might also like', 'Filed under:', 'Most read']
    >>> text = "It is back. Follow us on X and Facebook Engineers left. Listen to this article5 min The ferry is back."
    >>> [text[a:b] for a, b in headings_in(text, "en")]
    ['Follow us on X and Facebook', 'Listen to this article5 min']
    >>> list(headings_in("You might also like the mole.", "en")), list(headings_in("ALMOST READ The mole", "en"))
    ([], [])
    """
    for found in _headings(language).finditer(text):
        start, end = found.span()
        if tail := _tails().match(text, end):
            end = tail.end()
        before, after = text[start - 1 : start], text[end : end + 3].lstrip(" :").lstrip("\"'“„«‘")[:1]
        if (after.isupper() or after.isdigit()) and not (before.isupper() or text[end : end + 1].islower()):
            yield start, end + (text[end : end + 1] == ":")


@cache
def _headings(language: str) -> re.Pattern[str]:
    """The headings, and calls ("Sign in"), as they begin in running text, by their first letters.

    The other words of headings may have capitals too.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for section in (*_SECTIONS, "calls"):
        known = {p for p in phrases("furniture", section, language) if " " in p and len(p) >= _SHORTEST}
        for phrase in sorted(known, key=lambda p: (-len(p), p)):
            first, *words = phrase.split(" ")
            plain = map(re.escape, words)
            rest = list(plain if section == "calls" else map(_either, plain))  # "App Store" is a name
            by_letter[first[0].upper()] += [" ".join((re.escape(first[1:]), *rest)), re.escape(phrase[1:].upper())]
    return re.compile("|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items())) or "(?!)")


@cache
def _tails() -> re.Pattern[str]:
    """What goes on in a call: the networks to follow somebody on, how long there is to listen."""
    names = "|".join(map(re.escape, phrases("furniture", "networks")))
    between = "|".join(f"{comma} {word} " for comma in ("", ",") for word in _LISTING)
    listed = rf"(?:(?:{between}| on |, | / | & |[ ,/&]|)(?:{names})(?![a-zß-ÿ]))+"
    return re.compile(rf"{listed}|[ :]?[0-9]{{1,2}} ?(?:min(?:ute)?s?(?![a-zß-ÿ])|Min\.)")


def _either(word: str) -> str:
    """A pattern for a word with a capital or without."""
    return f"[{word[0]}{word[0].upper()}]{word[1:]}" if word[0].isalpha() else word
