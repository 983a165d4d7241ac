"""Words that tell what a piece of text is: those that stand around articles, in captions, or in the telling itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import add

from cleantext.text.language import UNCASED, UNSPACED, common_words
from cleantext.text.lists import own_phrases, phrases

KINDS = ("furniture", "sections", "reader", "pictures", "tells", "common")
"""What is counted: words of menus and calls, of a site's parts, to the reader, of pictures; who said, did and was; and
the commonest words of the language."""

_SECTIONS = {
    "furniture": ("related", "calls", "legal", "adverts", "comments", "times"),
    "sections": ("sections",),
    "reader": ("reader",),
    "pictures": ("shows",),
    "tells": ("tells",),
}
_NOTICES = "notices"  # counted beside the kinds: of these one is enough
_WORD = re.compile(r"[^\W\d_]+")
_BITS = 16  # the counts are packed into one number, so many bits each
_MASK = (1 << _BITS) - 1
_NOTICE_SHIFT = _BITS * len(KINDS)
_HEAD = 2  # letters by which phrases are looked up in texts without blanks
_LONGER = 1 << _NOTICE_SHIFT + _BITS  # marks a word of a longer phrase, beyond all counts

Told = int
"""How many different phrases of each of ``KINDS``, and of notices, packed."""


def unpacked(told: Sequence[Told]) -> list[list[int]]:
    """The counts of each kind.

    >>> unpacked([telling("en").count(["read", "our", "privacy", "policy"])])[:3]
    [[2], [0], [1]]
    """
    return [[t >> shift & _MASK for t in told] for shift in range(0, _BITS * len(KINDS), _BITS)]


def notices(told: Sequence[Told]) -> list[int]:
    """The counts of phrases that sites say of themselves to their readers.

    >>> notices([telling("en").count("all rights reserved".split()), telling("en").count(["a", "newsletter"])])
    [1, 0]
    """
    return [t >> _NOTICE_SHIFT & _MASK for t in told]


class Phrases:
    """The phrases of a language and of English."""

    def __init__(self, language: str) -> None:
        self.whole: dict[str, list[tuple[str, Told]]] = defaultdict(list)
        for phrase, told in _phrases(language) if language in UNSPACED else ():
            self.whole[phrase[:_HEAD]].append((phrase, told))
        self._longer: dict[str, list[tuple[str, Told]]] = defaultdict(list)
        self._alone: dict[str, Told] = dict.fromkeys(common_words(language), _one(KINDS.index("common")))
        common = common_words(language) | common_words("en")
        for words, told in _spaced(language):
            if len(words) > 1:
                rarest = max(words, key=lambda word: (word not in common, len(word)))
                self._longer[rarest].append((f" {' '.join(words)} ", told))
                self._alone[rarest] = self._alone.get(rarest, 0) | _LONGER
            else:
                self._alone[words[0]] = self._alone.get(words[0], 0) + told

    def count(self, words: Sequence[str]) -> Told:
        """How many different phrases of each kind the words hold."""
        found = self._alone.keys() & words
        told = sum(map(self._alone.__getitem__, found))
        if told < _LONGER:
            return told
        text = f" {' '.join(words)} "
        rare = self._longer.keys() & found
        longer = sum([told for word in rare for phrase, told in self._longer[word] if phrase in text])
        return told % _LONGER + longer

    def count_in(self, text: str) -> Told:
        """The same for a text that is written without blanks between words: by the two letters that they begin with."""
        heads = self.whole.keys() & {*map(add, text, text[1:]), *text}
        return sum([told for head in heads for phrase, told in self.whole[head] if phrase in text])


def tells_when(words: Iterable[str], language: str) -> bool:
    """Whether words, in small letters, tell of what was or will be, as captions seldom do.

    >>> tells_when("the ferry will sail".split(), "en"), tells_when("the ferry sails".split(), "en")
    (True, False)
    """
    return not _tenses(language).isdisjoint(words)


def says_until(text: str, language: str) -> bool:
    """Whether a text ends in a word that says since or until when, before a day that is to follow.

    >>> says_until("It is open until ", "en"), says_until("It sailed on ", "en"), says_until("Sie gilt bis zum ", "de")
    (True, False, True)
    """
    end = text.rstrip().lower()
    return any(end.endswith(word) and not end[: -len(word)][-1:].isalnum() for word in _deadlines(language))


@cache
def _deadlines(language: str) -> frozenset[str]:
    return own_phrases("furniture", "deadlines", language or "en")


@cache
def _tenses(language: str) -> frozenset[str]:
    return own_phrases("furniture", "tenses", language or "en")


def _one(kind: int) -> Told:
    return 1 << (_BITS * kind)


def _phrases(language: str) -> Iterator[tuple[str, Told]]:
    for kind, sections in _SECTIONS.items():
        for section in sections:
            own, common = own_phrases("furniture", section, language), common_words(language)
            for phrase in phrases("furniture", section, language):
                if phrase in own or phrase not in common:  # "IST" is Indian time in English, "is" in German
                    yield phrase.lower(), _one(KINDS.index(kind))
    for phrase in phrases("furniture", _NOTICES, language):
        yield phrase.lower(), 1 << _NOTICE_SHIFT


def _spaced(language: str) -> Iterable[tuple[tuple[str, ...], Told]]:
    """The phrases as words; each is of one kind, and may be a notice too."""
    found: dict[tuple[str, ...], Told] = {}
    for phrase, told in _phrases(language):
        words = tuple(phrase.split() if language in UNCASED and not phrase.isascii() else _WORD.findall(phrase))
        if words and told >> _NOTICE_SHIFT:
            found[words] = found.get(words, 0) | told
        elif words:
            found.setdefault(words, told)
    return found.items()


@cache
def telling(language: str) -> Phrases:
    """The phrases of a language; those of English where it is not known."""
    return Phrases(language or "en")
