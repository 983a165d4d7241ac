"""Sub-headings that would go: a few words, once in a text, between paragraphs that are kept, or behind a box."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence, Set

from cleantext.models.pieces import LINE, Pieces
from cleantext.models.said import Said
from cleantext.models.uptake import takes_up
from cleantext.text.characters import LOWER, UPPER
from cleantext.text.credits import ends_in_credit, is_plain_credit
from cleantext.text.endings import heads_what_follows
from cleantext.text.furniture import KINDS, unpacked
from cleantext.text.kinds import BY_CAPITALS, reads
from cleantext.text.openers import begins_as_pointer, is_pointer
from cleantext.text.persons import is_common
from cleantext.text.selves import says_what_it_is

HEADS = Said("a few words between paragraphs")

_LEAST, _LEAST_FLAT = -4.0, -5.0  # logits of a heading on a line of its own, and in flat text
_LEAST_LONG, _LEAST_TOLD = -3.0, -3.0  # the same of a long one, and of one with a telling phrase
_HEADED, _SURELY = -1.0, 3.0  # logits of what a heading, and a long one, heads
_LIKELY, _BOXED, _BOXED_WORDS = 2.0, 0.0, 2  # logits of what one behind a box heads, behind a whole one; its words
_SHORT, _LONGEST = 60, 100  # characters of a short heading, and of a long one, at most
_PARAGRAPH = 60  # characters of what it heads, at least
_EDGE = 0.5  # probability of the seams on both sides where it is on no line of its own
_SISTERS = 2  # headings of one shape that stay, with which another does
_LEAST_SISTER, _LONGEST_SISTER = -5.0, 140  # logits and characters of that
_ROLE = re.compile(rf"[{UPPER}][^,]{{3,40}}, [{LOWER}]")
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

    Of those in dev, by models that had not seen the publisher, 493 are headings, 51 body and 36 something else in five
    forms with lines, and 182, 37 and 11 in four flat ones; of 964 in silver's pages on lines 818 are headings or body,
    and the rest something else or not agreed about. One telling phrase ("Deals", "poll") among three words is
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
    found = list(_short_heads(pieces, fates, scores, may_be)) if may_be else []
    yield from found
    yield from sisters(pieces, fates, scores, {*found}, against)


def _short_heads(
    pieces: Pieces, fates: Sequence[bool], scores: Sequence[float], may_be: Sequence[int]
) -> Iterator[int]:
    """Those of these pieces that are headings."""
    twice, first = _said_twice(pieces.texts), fates.index(True) if True in fates else len(fates)
    told = unpacked([pieces.told[i] for i in may_be])
    most = [int(scores[i] > _LEAST_TOLD and pieces.count[i] >= _WORDS and ":" not in pieces.texts[i]) for i in may_be]
    for i, site, picture, few in zip(may_be, told[_FURNITURE], told[_PICTURES], most, strict=True):
        if site + picture > few or not _is_heading(pieces, i, twice):
            continue
        is_behind = i > first and heads_behind_box(pieces, fates, scores, i)
        if is_behind or _stands_between(pieces, fates, scores, i, twice):
            yield i


def sisters(
    pieces: Pieces, fates: Sequence[bool], scores: Sequence[float], heads: Set[int], against: Container[int] = ()
) -> Iterator[int]:
    """The pieces between paragraphs that share their shape with two headings that stay, and those said again as heads.

    In dev five such pieces are headings and none is anything else, in silver's pages nine; the shapes are questions,
    quotations, and names with what somebody is or with a sign.

    >>> paragraph = "The ferry was back at its pier on Monday, after nine months at sea and four in a dock."
    >>> heads = ["Ada Quill, captain", "Bo Tern, head of the pier", "Ida Holm, owner of three ferries"]
    >>> texts = [text for head in heads for text in (paragraph, head)] + [paragraph]
    >>> fates = [True, True, True, True, True, False, True]
    >>> list(sisters(Pieces(texts, [3] * 7, [1.0] * 7), fates, [5.0, 0.0, 5.0, 0.0, 5.0, -4.5, 5.0], set()))
    [5]
    """
    kept = [fate or i in heads for i, fate in enumerate(fates)] if heads else fates
    between = _between(pieces, kept, scores)
    gone = [i for i in between if not kept[i] and scores[i] > _LEAST_SISTER]
    if not gone:
        return
    shapes = Counter(_shape(pieces.texts[i]) for i in between if kept[i])
    said = Counter(pieces.texts)
    again = Counter(pieces.texts[i] for i in between)
    for i in gone:
        text = pieces.texts[i]
        is_sister = shapes[_shape(text)] >= _SISTERS and _shape(text) != ""
        is_again = 1 < said[text] == again[text] and scores[i] > _LEAST and _names_topic(text, pieces.texts[i + 1])
        if (is_sister or is_again) and i not in against and not says_what_it_is(text):
            yield i


def _between(pieces: Pieces, kept: Sequence[bool], scores: Sequence[float]) -> list[int]:
    """The pieces without a stop between two that are kept, the second of them a likely paragraph."""
    size, gaps, seams = pieces.size, pieces.gaps, pieces.seams
    return [
        i
        for i in range(1, len(pieces) - 1)
        if size[i] <= _LONGEST_SISTER
        and kept[i - 1]
        and kept[i + 1]
        and size[i + 1] >= _PARAGRAPH
        and scores[i + 1] > 0
        and (min(gaps[i : i + 2]) >= LINE or min(seams[i : i + 2]) >= _EDGE)
        and (not pieces.stopped[i] or pieces.texts[i][-1] == "?")
    ]


def _shape(text: str) -> str:
    """What tells headings of one kind: a question, a quotation, a name and a role or sign; nothing in others.

    >>> [_shape(text) for text in ("Who pays?", "“It is cold”", "Ada Quill, captain", "Isle Oil (IO)", "A new dock")]
    ['?', '“', ',', '(', '']
    """
    if text[-1] == "?":
        return "?"
    if text[0] in _OPENING and text[-1] in _CLOSING:
        return text[0]
    return "," if _ROLE.match(text) else "(" if _SIGN.fullmatch(text) else ""


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


def heads_behind_box(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float], i: int) -> bool:
    """Whether a short piece behind what goes within an article, a box or a picture, heads the paragraph behind it.

    That paragraph, or on lines the next as well, takes up a word of it; what a label leads to is a title. Of 74 such
    pieces in dev's forms, by models that had not seen the publisher, and in our own pages 73 are headings or body; in
    two thirds of silver's pages one is body and one not agreed about, and the scraped texts have none.

    >>> paragraph = "The ferry was back at its pier on Monday, after nine months at sea and four in a dock."
    >>> texts = [paragraph, "Read also: A dock was sold", "Monday at the pier", paragraph]
    >>> heads_behind_box(Pieces(texts, [3] * 4, [1.0] * 4), [True, False, False, True], [5.0, -6.0, -2.5, 5.0], 2)
    True
    >>> texts[1] = "Read also:"
    >>> heads_behind_box(Pieces(texts, [3] * 4, [1.0] * 4), [True, False, False, True], [5.0, -6.0, -2.5, 5.0], 2)
    False
    """
    text, before = pieces.texts[i], pieces.texts[i - 1]
    if fates[i - 1] or not fates[i + 1] or pieces.size[i + 1] < _PARAGRAPH:
        return False
    if scores[i + 1] <= (_BOXED if _ends_box(pieces, i - 1) else _LIKELY):
        return False
    if pieces.size[i] > _SHORT or pieces.count[i] < _BOXED_WORDS or before[-1] == ":":
        return False
    leads = is_pointer(before) or (heads_what_follows(before) and not pieces.stopped[i - 1])
    if leads or reads(text) != "none":
        return False
    more = min(pieces.gaps[i : i + 2]) >= LINE and fates[i + 1 : i + 3] == [True, True]
    return takes_up(" ".join(pieces.texts[i + 1 : i + 2 + more]), text, pieces.language)


def _ends_box(pieces: Pieces, i: int) -> bool:
    """Whether a box is surely at its end with a piece: a sentence, a time stamp, the title that a label led to."""
    text = pieces.texts[i]
    if pieces.stopped[i] or begins_as_pointer(text) or reads(text) == "stamp":
        return True
    return i > 0 and is_pointer(pieces.texts[i - 1])


def _is_heading(pieces: Pieces, i: int, twice: Set[str]) -> bool:
    """Whether a line is written as a heading, and says of nothing else what it is."""
    text = pieces.texts[i]
    if (pieces.stopped[i] and text[-1] != "?") or text in twice or pieces.digits[i] > _DIGITS:
        return False
    if "|" in text or pieces.texts[i - 1][-1] == "|" or (text.isupper() and pieces.count[i] > _SHOUTED):
        return False
    begin = text.lstrip(_OPENING).lstrip()[:1]
    if not (begin.isupper() or (begin.isdigit() and _TELLING_WORD.search(text))):
        return False
    if not (text[-1].isalnum() or text[-1] in _CLOSING or _SIGN.fullmatch(text)):
        return False
    if says_what_it_is(text):
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
    return _names_topic(text, after)


def _names_topic(text: str, after: str) -> bool:
    """Whether a word of a heading that tells something is said in the paragraph behind it."""
    said = {word.lower() for word in _WORD.findall(after)}
    return any(len(word) >= _TELLING and word.lower() in said for word in _WORD.findall(text))
