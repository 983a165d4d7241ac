"""Where it is said how long ago a text came out, as sites do instead of a date: ``3 hours ago``.

Sentences say so too. What tells the site's is that nothing of a sentence leads up to it or goes on after it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cleantext.text.characters import LOWER, has_digit
from cleantext.text.language import UNCASED, UNSPACED
from cleantext.text.lexicon import FUNCTION_BAND, band_of, lexicon
from cleantext.text.lists import phrases
from cleantext.text.spans import Span
from cleantext.text.stamps import label_before, stamps_in

_TAIL = 40  # characters in which the label and the word before are looked for
_LONGEST = 60  # characters of a line that says when it came out, and nothing else
_ENDED = frozenset(".!?…\"”»’')]")  # what a sentence or a quotation before it ends with
_PARTED = frozenset("\n|•·–—")
_BEGINNING = frozenset("\"“„«'‘@#(")


class _Forms(NamedTuple):
    """What an age looks like: the number with the words after it, and for these what stands before the number."""

    pattern: re.Pattern[str]
    before: dict[str, tuple[str, ...]]
    needed: tuple[str, ...]  # one of these a text with an age has
    leads: tuple[str, ...]  # all that stands before a number


def ages_in(text: str, language: str = "") -> Iterator[Span]:
    """Where ages stand that are no part of a sentence, with their labels.

    >>> text = "Ferry back in service 3 hours ago Ada Quill The ferry, which sank 3 days ago, left 2 hours ago."
    >>> [text[a:b] for a, b in ages_in(text, "en")]
    ['3 hours ago']
    >>> text = "Fähre fährt wieder Ada Quillvor 3 Stunden Teilen Die Fähre war vor 3 Stunden Richtung Kiel gefahren."
    >>> [text[a:b] for a, b in ages_in(text, "de")]
    ['vor 3 Stunden']
    """
    forms = _forms(language)
    return _found(text, forms, language) if any(word in text for word in forms.needed) else iter(())


def _found(text: str, forms: _Forms, language: str) -> Iterator[Span]:
    end = 0
    for found in forms.pattern.finditer(text):
        start = _with_words_before(text, found.start(), forms.before[found["unit"]])
        if start < end or not (_ends(text, found.end(), language) or _again(text, found.end(), forms)):
            continue
        window = max(end, start - _TAIL)
        label = label_before(text[window:start], start - window, timed=True)
        if label is not None or _stands_apart(text, start, found.start(), language):
            end = found.end()
            yield (start if label is None else window + label), end


def moments_in(text: str, language: str = "") -> list[Span]:
    """Where time stamps and ages stand that are no part of a sentence, in order.

    >>> text = "Ferry back 7 November 2021, 10:09 Ada Quill 3 hours ago Share"
    >>> [text[a:b] for a, b in moments_in(text, "en")]
    ['7 November 2021, 10:09', '3 hours ago']
    """
    stamps = list(stamps_in(text))
    starts = [start for start, _ in stamps]
    ages = [age for age in ages_in(text, language) if not _within(age, stamps, starts)]
    return sorted(stamps + ages) if ages else stamps


def _within(age: Span, stamps: Sequence[Span], starts: Sequence[int]) -> bool:
    k = bisect_right(starts, age[1] - 1) - 1
    return k >= 0 and stamps[k][1] > age[0]


def is_age(text: str) -> bool:
    """Whether a line says how long ago it came out, and nothing else.

    >>> is_age("3 hours ago"), is_age("Updated 5 minutes ago"), is_age("3 hours ago he left")
    (True, True, False)
    """
    if len(text) > _LONGEST or not has_digit(text):
        return False
    return (0, len(text)) in _found(text, _forms(""), "")


def _with_words_before(text: str, number: int, before: tuple[str, ...]) -> int:
    """Where an age begins with the words before its number ("vor"); -1 where they are missing."""
    if "" in before:
        return number
    head = text[max(0, number - _TAIL) : number].rstrip(" \xa0")
    found = next((words for words in before if head[-len(words) :].lower() == words), None)
    return -1 if found is None else max(0, number - _TAIL) + len(head) - len(found)


def _ends(text: str, end: int, language: str) -> bool:
    """Whether nothing of a sentence goes on after an age."""
    then = text[end : end + 3].lstrip(" \xa0")[:1]
    if not then or then in _PARTED or then.isdigit():
        return True
    if language in UNCASED or language in UNSPACED:
        return False
    return then.isupper() or then in _BEGINNING


def _again(text: str, end: int, forms: _Forms) -> bool:
    """Whether another age is glued on, in whose words before the number a small letter comes first."""
    return any(text.startswith(f"{words} ", end) for words in forms.leads)


def _stands_apart(text: str, start: int, number: int, language: str) -> bool:
    """Whether nothing of a sentence leads up to an age; a word before its number may be a sentence's own."""
    blank = text[start - 1 : start].isspace()
    before = text[max(0, start - _TAIL) : start].rstrip(" \xa0")
    last = before[-1:]
    if not last or last in _PARTED or last in _ENDED or last.isdigit():
        return True
    if not last.isalpha() or language in UNCASED or language in UNSPACED:
        return blank and language in UNSPACED
    if not blank:
        return start == number or text[start].islower()
    word = before.split()[-1]
    known = lexicon(language or "en").get(word.lower(), 0)
    return start == number and band_of(known) < FUNCTION_BAND


@cache
def _forms(language: str) -> _Forms:
    """The forms of a language and of English, longest unit first."""
    before: dict[str, list[str]] = {}
    for phrase in phrases("stamps", "ago", language):
        head, _, unit = phrase.partition("#")
        before.setdefault(unit.strip(), []).append(head.strip())
    units = sorted(before, key=len, reverse=True)
    unit = "|".join(map(re.escape, units))
    begins = r"(?:(?<![\d,:/-]\d)(?<!\d\.\d)|(?<=\D(?:19|20)\d\d\d))"  # what stands before its first digit
    pattern = rf"\d{begins}\d?[ \xa0]?(?P<unit>{unit})(?![{LOWER}])"
    needed = {unit.split()[-1] for unit in units}
    shortest = sorted(needed, key=len)
    bare = tuple(w for i, w in enumerate(shortest) if not any(other in w for other in shortest[:i]))
    leads = tuple(sorted({head for heads in before.values() for head in heads if head}))
    return _Forms(re.compile(pattern), {unit: tuple(heads) for unit, heads in before.items()}, bare, leads)
