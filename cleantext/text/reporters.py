"""Who reported from where and who helped, as an article's last sentences say: "Ada Quill reported from Oslo"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from cleantext.text.characters import LOWER, STOPS, UPPER
from cleantext.text.lists import phrases
from cleantext.text.names import agency
from cleantext.text.persons import is_common
from cleantext.text.spans import Span

_REACH, _LONGEST = 400, 800  # characters before such words, and behind them; of such sentences
_PART = 6  # characters of what phrases share
_TOKEN = re.compile(r"\S+")
_GLUED = re.compile(rf"[{LOWER}\d)][.!?][”\"’»)]?(?=[{UPPER}])")
_AROUND, _STARTS = ".,;:()[]-–—*_•✉", "-–—*_•✉ "
_CLOSING = "\"”’»)]"
_INITIAL = re.compile(rf"(?:[{UPPER}]\.)+|[{UPPER}][{LOWER}]\.")  # "E.", "D.C.", "Jr."
_OWNER = re.compile(r"['’][sS]$")
_FROM = (" from ", " in ")
_ENDS = frozenset(STOPS)


def reports_in(text: str) -> Iterator[Span]:
    """Where sentences stand that only say who reported from where, or who contributed to the report.

    >>> text = "The ferry is back. Ada Quill reported from Oslo and Bo Tern from Rome. The Isle's Cleo Marsh " \\
    ...     "contributed to this report."
    >>> [text[a:b] for a, b in reports_in(text)]
    ['Ada Quill reported from Oslo and Bo Tern from Rome.', "The Isle's Cleo Marsh contributed to this report."]
    >>> list(reports_in("Ada Quill reported from Oslo that it is back. Authorities reported from Kyiv."))
    []
    """
    done = 0
    for at, phrase, is_placed in _told_in(text):
        if at < done:
            continue
        start = _start_of_names(text, max(done, at - _REACH), at)
        end = at + len(phrase)
        if is_placed or text.startswith(_FROM, end):
            end = _end_of_places(text, end)
        else:
            end += text[end : end + 1] == "."
        if start >= 0 and end:
            yield start, end
            done = end


def is_report(text: str) -> bool:
    """Whether a text is such sentences and nothing else.

    >>> is_report("Ada Quill reported from Oslo; The Isle's Bo Tern wrote this story from Rome.")
    True
    >>> is_report("Quill reported from Oslo, where it was cold.")
    False
    """
    if len(text) > _LONGEST or not any(part in text for part in _by_part()):
        return False
    at = len(text) - len(text.lstrip(_STARTS))
    for start, end in reports_in(text):
        if start != at:
            return False
        at = end + len(text[end:]) - len(text[end:].lstrip())
    return at == len(text)


def _told_in(text: str) -> list[tuple[int, str, bool]]:
    """Where phrases stand that say so, and whether a place follows."""
    found = []
    for phrase, is_placed in (own for part, told in _by_part().items() if part in text for own in told):
        at = text.find(phrase)
        while at >= 0:
            found.append((at, phrase, is_placed))
            at = text.find(phrase, at + len(phrase))
    return sorted(found)


@cache
def _phrases() -> tuple[tuple[str, bool], ...]:
    placed, helped = phrases("bylines", "stationed"), phrases("furniture", "helped")
    return (*((f" {phrase} ", True) for phrase in placed), *((f" {phrase}", False) for phrase in helped))


@cache
def _by_part() -> dict[str, list[tuple[str, bool]]]:
    """The phrases by a part that many share, so that few of these are searched for in a text that has none."""
    left, found = list(_phrases()), dict[str, list[tuple[str, bool]]]()
    while left:
        parts = Counter(part for phrase, _ in left for part in {phrase[i : i + _PART] for i in range(len(phrase))})
        part = max((part for part in parts if len(part) == _PART), key=lambda part: (parts[part], part))
        found[part] = [own for own in left if part in own[0]]
        left = [own for own in left if part not in own[0]]
    return found


def _start_of_names(text: str, low: int, at: int) -> int:
    """Where the sentence begins that ends at a place; -1 if it holds more than names."""
    tokens = [m.span() for m in _TOKEN.finditer(text, low, at)]
    start = at
    names: list[str] = []
    for begin, end in reversed(tokens):
        word = text[begin:end]
        if glued := _GLUED.search(word):
            begin += glued.end()
            word = text[begin:end]
        elif names and _ends_sentence(word):
            break
        bare = _OWNER.sub("", word.strip(_AROUND))
        if not (_is_name(bare) or bare == "&" or bare.lower() in _between()):
            return -1
        start, names = begin, [*names, bare] if _is_name(bare) else names
        if glued or "\n" in text[max(low, begin - 2) : begin]:
            break
    start += len(text[start:at]) - len(text[start:at].lstrip(_STARTS))
    first = text[start:at].split(maxsplit=1)[:1]
    is_named = len(names) > 1 or (len(names) == 1 and not is_common(names[0]) and not agency(names[0]))
    return start if is_named and first and first[0].lower() not in _pronouns() else -1


def _end_of_places(text: str, start: int) -> int:
    """Where the sentence ends that goes on with places, and perhaps with others in theirs; 0 if it says more."""
    end = 0
    for token in _TOKEN.finditer(text, start, start + _REACH):
        word = token[0]
        if end and "\n" in text[end : token.start()]:
            break
        glued = _GLUED.search(word)
        if glued:
            word = word[: glued.end()]
        bare = _OWNER.sub("", word.strip(_AROUND))
        if not (_is_name(bare) or bare == "&" or bare.lower() in _between() or bare.lower() in _stationed()):
            return 0
        end = token.start() + len(word)
        if glued or _ends_sentence(word):
            break
    return end


def _ends_sentence(word: str) -> bool:
    return word.rstrip(_CLOSING)[-1:] in _ENDS and not _INITIAL.fullmatch(word)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in _between()


@cache
def _between() -> frozenset[str]:
    """What joins names and places, and what those who report may be called."""
    kinds = ("and", "in", "for", "writers", "roles", "articles")
    return frozenset(word for kind in kinds for phrase in phrases("bylines", kind) for word in phrase.lower().split())


@cache
def _stationed() -> frozenset[str]:
    """The words of the phrases, which may come again."""
    return frozenset(word for phrase, _ in _phrases() for word in phrase.split())


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(phrases("bylines", "pronouns"))
