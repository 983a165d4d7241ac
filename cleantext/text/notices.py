"""Sentences in which a site speaks of itself or to its readers: "An earlier version of this article …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from itertools import pairwise

from cleantext.text.asides import begins_with_follow
from cleantext.text.furniture import KINDS, notices, telling, unpacked
from cleantext.text.lists import own_phrases, phrases
from cleantext.text.sides import is_abbreviated, left_side
from cleantext.text.spans import Span

_LONGEST, _SEVERAL = 110, 4  # characters of a notice for each thing that it says; of so many more is no matter
_LONGEST_ADDRESS = 160  # characters of a sentence to the reader
_REACH = 12  # characters that tell whether a stop is an abbreviation's
_QUOTES, _DASHES = frozenset('"“”„«»‘‹›「」『』'), "-–—"
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?…؟।][)\]]?\s+|[。！？]")
_ORDINAL = re.compile(r"(?<![\d.,:])\d{1,2}\.$")  # "22. Juni"
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_MARKS = ".,:;!?…()[]–—-"
_APART = str.maketrans("'’", "  ")
_TELLS = KINDS.index("tells")


def notices_among(text: str, language: str, *, alone: bool = False) -> Iterator[Span]:
    """Where notices stand in a text of several sentences, or also ``alone``, with those beside them to the reader.

    What somebody says, in quotation marks, is none.

    >>> text = "The ferry is back. An earlier version of this article gave a wrong date. We are sorry."
    >>> [text[a:b] for a, b in notices_among(text, "en")]
    ['An earlier version of this article gave a wrong date. We are sorry.']
    >>> list(notices_among("All rights reserved.", "en"))
    []
    """
    found = list(_sentences(text))
    may_be = alone or len(found) > 1
    mine = [may_be and _is_notice(text[start:end], language) for start, end in found]
    if not any(mine):
        return
    for way in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for i in way:
            mine[i] = mine[i] or (mine[i - way.step] and speaks_to_reader(text[slice(*found[i])], language))
    edges = [i for i, (before, own) in enumerate(pairwise([False, *mine, False])) if before != own]
    for first, after in zip(edges[::2], edges[1::2], strict=True):
        yield found[first][0], found[after - 1][1]


def is_to_reader(text: str, language: str) -> bool:
    """Whether a text speaks to the reader in each of its sentences, but for notices.

    >>> is_to_reader("We put right what we get wrong. Please tell us.", "en"), is_to_reader("“We are sorry.”", "en")
    (True, False)
    """
    found = [text[start:end] for start, end in _sentences(text)]
    speaks = [speaks_to_reader(own, language) for own in found]
    return any(speaks) and all(to or _is_notice(own, language) for to, own in zip(speaks, found, strict=True))


def share_personal(texts: Iterable[str], language: str) -> float:
    """The share of what texts say, but for quotations, that speaks to the reader or of the writer: 0 to 1.

    >>> round(share_personal(["You may sail. They may as well.", "I am ill."], "en"), 3)
    0.564
    """
    known = _words("addresses", language) | _words("writer", language)
    sentences = (text[start:end] for text in texts for start, end in _sentences(text))
    plain = [own for own in sentences if _QUOTES.isdisjoint(own)]
    return sum([len(own) for own in plain if _has(own, known)]) / (sum(map(len, plain)) or 1)


def speaks_to_reader(sentence: str, language: str) -> bool:
    """Whether a short sentence says "you", "our" or the like, quotes nobody and tells of no deed.

    >>> speaks_to_reader("Would you like to know more?", "en"), speaks_to_reader("US voters like it.", "en")
    (True, False)
    >>> speaks_to_reader("Wir freuen uns auf Sie.", "de"), speaks_to_reader("Sie wolle ihr Veto einlegen.", "de")
    (True, False)
    """
    if len(sentence) > _LONGEST_ADDRESS or not _has(sentence, _words("addresses", language)):
        return False
    if sentence[0] in _DASHES or not _QUOTES.isdisjoint(sentence):
        return False
    known = telling(language)
    return bool(known.whole) or not unpacked([known.count(_WORD.findall(sentence.lower()))])[_TELLS][0]


def _has(sentence: str, known: Set[str]) -> bool:
    """Whether a sentence has one of these words as it is written, or begins with it."""
    words = [word.strip(_MARKS) for word in sentence.translate(_APART).split()]
    if not known.isdisjoint(words[1:]):
        return True
    first = words[0] if words else ""  # which has a capital anyway
    return (first.lower() in known and first[1:].islower()) or (len(first) == 1 and first in known)


def _is_notice(sentence: str, language: str) -> bool:
    """Whether a sentence says what sites say of themselves, but for what an editor put into it in brackets.

    Reports say some of it too ("The film was made with AI"): it must say two such things, speak to the reader, or name
    what the site calls its text, or be nothing else ("Sign up here."). Who says it of themselves tells of it.
    """
    if begins_with_follow(sentence):
        return True
    if not _QUOTES.isdisjoint(sentence) or _has(sentence, _words("writer", language)):
        return False
    known, sentence = telling(language), sentence[:1] + _BRACKETED.sub(" ", sentence[1:])
    words = _WORD.findall(sentence.lower())
    said = notices([known.count_in(sentence) if known.whole else known.count(words)])[0]
    if not said or len(sentence) > _LONGEST * min(said, _SEVERAL):
        return False
    is_own = said > 1 or bool(known.whole) or not _words("itself", language).isdisjoint(words)
    return is_own or " ".join(words) in _wholes(language) or _has(sentence, _words("addresses", language))


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, each with its stop."""
    start = 0
    for m in _END.finditer(text):
        at, after = m.start() + 1, text[m.end() : m.end() + 1]
        before = text[max(start, at - _REACH) : at]
        if after == "" or after.islower() or _ORDINAL.search(before) or is_abbreviated(left_side(before)):
            continue
        yield start, m.start() + len(m[0].rstrip())
        start = m.end()
    yield start, len(text)


@cache
def _words(section: str, language: str) -> frozenset[str]:
    return own_phrases("furniture", section, language or "en")


@cache
def _wholes(language: str) -> frozenset[str]:
    """The phrases of notices, which may be all of a sentence."""
    return frozenset(phrases("furniture", "notices", language))
