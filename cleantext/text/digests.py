"""What says that a machine summed the article up: "This summary was created by AI and checked by our editors"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleantext.text.language import UNCASED, UNSPACED
from cleantext.text.lists import phrases

_LONGEST = 300  # characters of what says so
_SHORT = 4  # letters of an abbreviation, which is told by its capitals: "AI"
_WORD = re.compile(r"[^\W_]+")


class _Terms(NamedTuple):
    """What names a machine or a summary: abbreviations, beginnings of words, and what stands within others."""

    capitals: tuple[str, ...]
    begun: tuple[str, ...]
    within: tuple[str, ...]

    def are_in(self, text: str, plain: str) -> bool:
        """Whether one of them is in a text, of which ``plain`` are the words in small letters, with blanks around."""
        if any(term in plain for term in self.begun) or any(term in text for term in self.within):
            return True
        return any(_stands_alone(text, term) for term in self.capitals)


def may_say_digest(text: str, language: str) -> bool:
    """Whether a whole text names what makes summaries: a quick look, which may say yes for nothing.

    >>> may_say_digest("The summary was made by AI.", "en"), may_say_digest("The ferry is back.", "en")
    (True, False)
    """
    return any(term in text for term in _hints(language))


def says_digest(text: str, language: str) -> bool:
    """Whether a short text says that a machine summed something up, or labels such a summary.

    >>> says_digest("This summary was created by AI and checked by an editor.", "en"), says_digest("AI summary", "en")
    (True, True)
    >>> says_digest("KI-generierte Zusammenfassung", "de"), says_digest("AI 요약은 기사 본문과 다를 수 있습니다.", "ko")
    (True, True)
    >>> says_digest("He summed it up: AI changes nothing.", "en"), says_digest("She SAID the summary was hers.", "en")
    (False, False)
    """
    if len(text) > _LONGEST:
        return False
    plain = f" {' '.join(_WORD.findall(text.lower()))} "
    return all(_terms(kinds, language).are_in(text, plain) for kinds in (("machines",), ("summaries", "points")))


def _stands_alone(text: str, term: str) -> bool:
    """Whether letters stand in a text with no others of their script beside them."""
    at = text.find(term)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(term) : at + len(term) + 1]
        if not any(c.isalpha() and c.isascii() == term.isascii() for c in (before, after)):
            return True
        at = text.find(term, at + 1)
    return False


@cache
def _terms(kinds: tuple[str, ...], language: str) -> _Terms:
    capitals, begun, within = [], [], []
    for term in (term for kind in kinds for term in phrases("furniture", kind, language)):
        if len(term) <= _SHORT and term.isupper():
            capitals.append(term)
        elif not term.isascii() and language in UNCASED | UNSPACED:
            within.append(term)
        else:
            begun.append(f" {' '.join(_WORD.findall(term.lower()))}")
    return _Terms(tuple(capitals), tuple(begun), tuple(within))


@cache
def _hints(language: str) -> tuple[str, ...]:
    """The machines as they may be written, but for their first letters, which may be capitals."""
    return tuple({term if term.isupper() else term[1:] for term in phrases("furniture", "machines", language)})
