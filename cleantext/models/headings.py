"""Sub-headings that would go: a few words, once in a text, between paragraphs that are kept."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence, Set

from cleantext.models.pieces import LINE, Pieces
from cleantext.models.said import Said
from cleantext.text.asides import is_aside
from cleantext.text.credits import begins_as_caption, ends_in_credit, is_plain_credit, labelled
from cleantext.text.furniture import KINDS, unpacked
from cleantext.text.kinds import BY_CAPITALS, reads
from cleantext.text.openers import begins_as_pointer, is_pointer
from cleantext.text.persons import is_common

HEADS = Said("a few words between paragraphs")

_LEAST, _LEAST_FLAT = -4.0, -5.0  # logits of a heading on a line of its own, and in flat text
_LEAST_LONG, _LEAST_TOLD = -3.0, -3.0  # the same of a long one, and of one with a telling phrase
_HEADED, _SURELY = -1.0, 3.0  # logits of what a heading, and a long one, heads
_SHORT, _LONGEST, _PARAGRAPH = 60, 100, 60  # characters of a heading, at most, and of what it heads, at least
_EDGE = 0.5  # probability of the seams on both sides where it is on no line of its own
_FURNITURE, _PICTURES = KINDS.index("furniture"), KINDS.index("pictures")
_SHOUTED = 3  # words in capitals: more are a title elsewhere as often
_WORDS = 3  # of a heading with a telling phrase, at least: fewer may be no more than that
_DIGITS = 4  # of a heading, at most: what has a whole date is none
_TELLING = 4  # letters of a word that tells what a paragraph is about
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*")
_TELLING_WORD = re.compile(r"[^\W\d_]{4}")  # what begins with a figure has one
_SIGN = re.compile(r"[^()]{1,100} \([A-Z]{2,5}\)")
_OPENING, _CLOSING = "\"“„«»'‘¿¡", "\"”“»«'’‘?"


def headings_between(
    pieces: Pieces, fates: Sequence[bool], scores: Sequence[float], against: Container[int] = ()
) -> Iterator[int]:
    """The pieces that head a paragraph; before them stands another, or, on lines, a picture.

    ``against`` are those that something else says to be none.

    Of those in dev, by models that had not seen the publisher, 538 are headings, 60 body and 41 something else in five
    forms with lines, and 195, 43 and 16 in four flat ones; of 1,060 in silver's pages on lines 862 are headings or
    body, and the rest something else or not agreed about. One telling phrase ("Deals", "poll") among three words is
    no bar to what scores over -3.

    >>> paragraph = "The ferry was back at its pier on Monday, after nine months at sea and four in a dock."
    >>> pieces = Pieces([paragraph, "A captain who swims", paragraph, "Advertisement", paragraph], [3] * 5, [1.0] * 5)
    >>> list(headings_between(pieces, [True, False, True, False, True], [5.0, -1.5, 5.0, -2.5, 5.0]))
    [1]
    """
    if pieces.caseless:
        return
    size, gaps, seams = pieces.size, pieces.gaps, pieces.seams
    may_be = [
        i
        for i in range(1, len(pieces) - 1)
        if not fates[i]
        and i not in against
        and size[i] <= _LONGEST
        and scores[i] > _LEAST_FLAT
        and _may_head(size[i], scores[i], min(gaps[i : i + 2]), min(seams[i : i + 2]))
    ]
    if not may_be:
        return
    twice = _said_twice(pieces.texts)
    told = unpacked([pieces.told[i] for i in may_be])
    most = [int(scores[i] > _LEAST_TOLD and pieces.count[i] >= _WORDS and ":" not in pieces.texts[i]) for i in may_be]
    for i, site, picture, few in zip(may_be, told[_FURNITURE], told[_PICTURES], most, strict=True):
        if site + picture <= few and _is_heading(pieces, i, twice) and _stands_between(pieces, fates, scores, i, twice):
            yield i


def _may_head(size: int, score: float, gap: int, seam: float) -> bool:
    """Whether a piece of this size and score may be a heading, parted from both neighbours by such gaps and seams."""
    if gap >= LINE:
        return score > (_LEAST if size <= _SHORT else _LEAST_LONG)
    return size <= _SHORT and seam >= _EDGE


def _said_twice(texts: Sequence[str]) -> set[str]:
    once, twice = set[str](), set[str]()
    for text in texts:
        (twice if text in once else once).add(text)
    return twice


def _stands_between(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float], i: int, twice: Set[str]) -> bool:
    """Whether a paragraph or a picture stands before a piece, a paragraph behind it; what is said again is passed."""
    texts, before, after = pieces.texts, i - 1, i + 1
    while before > 0 and not fates[before] and texts[before] in twice:
        before -= 1
    while after < len(pieces) - 1 and not fates[after] and texts[after] in twice:
        after += 1
    least = _HEADED if pieces.size[i] <= _SHORT else _SURELY
    if not fates[after] or scores[after] <= least or pieces.size[after] < _PARAGRAPH:
        return False
    if fates[before] or pieces.gaps[i] < LINE:
        return fates[before]
    return is_plain_credit(texts[before]) or ends_in_credit(texts[before])


def _is_heading(pieces: Pieces, i: int, twice: Set[str]) -> bool:
    """Whether a line is written as a heading, and says of nothing else what it is."""
    text = pieces.texts[i]
    if (pieces.stopped[i] and text[-1] != "?") or text in twice or pieces.digits[i] > _DIGITS:
        return False
    if "|" in text or pieces.texts[i - 1][-1] == "|" or (text.isupper() and pieces.count[i] > _SHOUTED):
        return False
    begin = text.lstrip(_OPENING)[:1]
    if not (begin.isupper() or (begin.isdigit() and _TELLING_WORD.search(text))):
        return False
    if not (text[-1].isalnum() or text[-1] in _CLOSING or _SIGN.fullmatch(text)):
        return False
    points = is_pointer(text) or begins_as_pointer(text) or is_aside(text)
    pictures = labelled(text) or begins_as_caption(text) or ends_in_credit(text)
    if points or pictures:
        return False
    read = reads(text)
    return read == "none" or (read in BY_CAPITALS and _is_no_name(text, pieces.texts[i + 1]))


def _is_no_name(text: str, after: str) -> bool:
    """Whether capitalised words are no name: common words, or words of the paragraph that they head.

    >>> _is_no_name("What It Cost", "The case is open."), _is_no_name("Cold Engines", "Most engines were cold.")
    (True, True)
    >>> _is_no_name("Ada Quill", "The engines were cold."), _is_no_name("Isle Oil (IO)", "Isle Oil drills there.")
    (False, True)
    """
    if "/" in text:
        return False
    words = _WORD.findall(text)
    if len(words) > 1 and all(is_common(word) for word in words):
        return True
    said = {word.lower() for word in _WORD.findall(after)}
    return any(len(word) >= _TELLING and word.lower() in said for word in words)
