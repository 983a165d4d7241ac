"""The gaps of a text and their features: what the seam model looks at.

A gap's features fall into groups: its left side, its right side, both together, the document, and the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from cleantext.models.evidence import TextEvidence, bucket, continues, near
from cleantext.text.characters import (
    CONTINUING_UNCASED,
    OPEN_UNCASED,
    SET_OFF,
    UNCASED_STOPS,
    UPPER,
    WIDE_STOPS,
    breaks_in,
)
from cleantext.text.figures import in_numbered
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, ends_of, share_of, starts_of
from cleantext.text.repeated_names import repeated_names_in
from cleantext.text.sides import end_class, is_abbreviated, left_side, right_side, shape, start_class
from cleantext.text.sites import is_plain_stop

_RIGHT = (  # what closes a quotation elsewhere opens one before a word
    rf"[ \t\xa0]*(?=[{UPPER}0-9“„‘«(\[¿¡\"'•▪■●►–—-]|(?:[»”’]|,,)[{UPPER}]"
    rf"|[^\x00-\u02ff\u2000-\u206f{CONTINUING_UNCASED}])"
)
_SPACED = re.compile(rf"[ \t\xa0](?<=[^\s{OPEN_UNCASED}].){_RIGHT}")  # begun at blanks, for speed
_STOPPED = re.compile(rf"[ \t\xa0](?<=[.!?…”\"’'»){UNCASED_STOPS}].){_RIGHT}")
_COMMON = 9  # words at least this common are features themselves
_COMMON_PART = 8
_LIKELY_SPLIT = 14  # the merit from which on two words probably ran together
_HIGHEST_MERIT = 24  # that is told from others
_OTHERS, _LEAST_KILO = (0.01, 0.15, 0.35, 0.8, 1.6), 500  # such others in 1,000 characters; of a text, at least
_REACH = 40
_ALL_GLUED = "4"  # the class of documents of whose sentence ends half or more are glued
_STOPS = frozenset(".!?\n")
_SIZES = (12, 30, 60, 100, 160, 300)  # how long a sentence has been going on, in characters
_SINCE = [(f"since:s:{n}",) for n in range(len(_SIZES) + 1)]
_TIMES = 3  # a pair of words that the document has so often, or oftener
_BARE = [[(f"since:w:{n}", f"pair.doc:{k}") for n in range(len(_SIZES) + 1)] for k in range(_TIMES + 1)]
_LONG = 200_000  # characters of a long text
_MEMO = 20_000  # words remembered without the marks around them
_CLOSED_BY = {"»": "«", "”": "“„", "’": "‘"}  # which marks open the quotations that each closes elsewhere
_CLOSERS = frozenset(_CLOSED_BY)
_WIDE_ENDS = frozenset(WIDE_STOPS)
_DASHES, _OPENING = "–—", frozenset("“„«\"'‘»”")
_AROUND_WORD = ".,;:!?\"'“”„‘’«»()[]"
_LETTERS = frozenset(("a", "Aa", "A", "AA", "caseless", "9", "4"))


class Site(NamedTuple):
    """A gap where something may have been lost: where its sides end and begin, and its features by group."""

    start: int
    end: int
    left: str
    right: str
    facing: str
    rest: tuple[str, ...]


Gap = tuple[int, int, str, str, str, tuple[str, ...]]

_new = tuple.__new__  # makes named tuples in half the time


class Half(NamedTuple):
    """What one side of a gap is: its kind, what both sides together are known by, and its features."""

    kind: str
    fine: str
    key: str
    names: tuple[str, ...]


class Traits(NamedTuple):
    """All that is looked at of a side, which a great many words share.

    Its marks, the word's form, how it is known, its length, itself if it is common, how the next begins, its habits.
    """

    marks: str
    form: str
    known: str
    size: int
    common: str
    then: str
    starts: int
    ends: int


def left_traits(text: str, words: Lexicon) -> Traits:
    """What is looked at of a left side."""
    if text.isalpha() and text.islower():  # most are
        end, form, low = "0", "a", text
    else:
        word, marks = side = left_side(text)
        end = "0" if not marks else "abbr" if is_abbreviated(side) else end_class(marks)
        form, low = shape(word), word.lower()
        text = word
    known, common, _, ends = _known_as(words.get(low, -1))
    size = len(text)
    return _new(Traits, (end, form, known, size if size < 5 else 5, low if common else "", "", -1, ends))


def left_of(traits: Traits) -> Half:
    """The left side of a gap that has these traits."""
    end, form, known, size, low, _, _, ends = traits
    kind = end if end != "0" else form
    names: tuple[str, ...] = (
        f"left:{kind}",
        f"left.word:{end}:{form}:{known}",
        f"left.len:{end[:4]}:{size}",
    )
    if ends >= 0:
        names = (*names, f"left.ends:{kind}:{ends}")
    if low:
        names = (*names, f"left.is:{end[:4]}:{low}")
    mark = "0" if end == "0" else "." if end.startswith("stop") else ","
    fine = f"{mark}:{known[0]}{form}"
    return Half(kind, fine, f"{kind} {fine}", names)


def right_traits(text: str, words: Lexicon) -> Traits:
    """The same of a right side, which goes up to the beginning of its second word, and how that begins."""
    word, _, second = text.partition(" ")
    if word.isalpha() and word[0].isupper() and word[1:].islower():  # most are
        start, form = "0", "Aa"
    else:
        word, marks = right_side(word)
        start, form = start_class(marks), shape(word)
    low = word.lower()
    known, common, starts, ends = _known_as(words.get(low, -1))
    size, then = len(word), _then(second[:1])
    return _new(Traits, (start, form, known, size if size < 5 else 5, low if common else "", then, starts, ends))


def right_of(traits: Traits) -> Half:
    """The right side of a gap that has these traits."""
    start, form, known, size, low, then, starts, ends = traits
    kind = start if start != "0" else form
    names: tuple[str, ...] = (
        f"right:{kind}",
        f"right.word:{start}:{form}:{known}",
        f"right.len:{form}:{size}",
        f"right.then:{form}:{known[0]}:{then}",
    )
    if ends >= 0:
        names = (*names, f"right.starts:{kind}:{form}:{starts}", f"right.ends:{form}:{ends}")
    if low:
        names = (*names, f"right.is:{form}:{low}", f"right.is:{form}:{low}:{then}")
    fine = f"{known[0]}{form}"
    return Half(kind, fine, f"{kind} {fine}", names)


@lru_cache(maxsize=_MEMO)
def _then(char: str) -> str:
    """How a word begins with this character; "_" where there is none."""
    return shape(char) if char else "_"


@cache
def _known_as(value: int) -> tuple[str, bool, int, int]:
    """How a word of such a value in the lexicon is known, whether it is common, and its habits; -1 where unknown."""
    known = "?" if value < 0 else f"{share_of(value)}{min(band_of(value), 12) // 3}"
    starts, ends = (starts_of(value), ends_of(value)) if value > 0 else (-1, -1)
    return known, band_of(value) >= _COMMON, starts, ends


def _known(word: str, words: Lexicon) -> str:
    return _known_as(words.get(word.lower(), -1))[0]


def both_names(left: Half, right: Half, facing: str) -> list[str]:
    """Features of the two sides together."""
    pair = f"{left.kind}|{right.kind}"
    return [
        "bias",
        f"pair:{pair}",
        f"words:{left.fine}|{right.fine}",
        f"quotes:{pair}:{facing}",
        f"facing:{facing}",
        f"facing:{facing[:2]}:{left.kind}",
        f"inside:{facing[2]}:{pair}",
    ]


def document_names(kind: str, left: Half, right: Half, e: TextEvidence) -> list[str]:
    """Features of the document, as they matter for such a gap."""
    pair = f"{left.kind}|{right.kind}"
    if kind == "line":
        return [f"doc.lines:{pair}:{e.lines}"]
    if kind == "spaced":
        small = left.kind if left.kind.startswith("stop") else "w"
        return [
            f"doc.glued:{small}|{right.kind}:{e.glued}",
            f"doc.flat:{small}|{right.kind}:{e.flat}",
            f"doc.both:{small}:{e.glued}{e.flat}",
        ]
    return [
        f"doc.glued:{pair}:{e.glued}",
        f"doc.links:{pair}:{e.links[0]}",
        f"doc.camels:{pair}:{e.links[1]}",
        f"doc.flat:{'w' if left.kind in _LETTERS else 's'}:{e.flat}",
    ]


def document_key(kind: str, e: TextEvidence) -> str:
    """What of the evidence ``document_names`` looks at."""
    if kind == "line":
        return e.lines
    return e.glued + e.flat if kind == "spaced" else e.glued + e.links + e.flat


def plain_stops(e: TextEvidence) -> Iterator[int]:
    """Where a sentence end and a capitalised word meet without a blank."""
    for base, token, facts in e.places:
        for i in facts.sites:
            if is_plain_stop(token, i):
                yield base + i


def glued_sites(e: TextEvidence, *, plain: bool = True) -> Iterator[Site]:
    """Gaps of nothing inside tokens; those of ``plain_stops`` only if ``plain``."""
    text = e.text
    lasts = _last_words(e)
    whole = repeated_names_in(text, ((base, token) for base, token, facts in e.places if facts.sites))
    for base, token, facts in e.places:
        for i in facts.sites:
            if base + i in whole or (not plain and is_plain_stop(token, i)):
                continue
            if i == len(token) - 1 and not _begins_next(text, base + i, token):
                continue
            if in_numbered(text, base + i, e.words):
                continue
            at, left, right = base + i, token[max(0, i - _REACH) : i], token[i : i + _REACH]
            if left[0] in SET_OFF and not left.strip(SET_OFF):
                left = _last_token(text, base) + left
            if left[-1] == "」" and left[-2:-1] not in _WIDE_ENDS:  # Japanese papers leave out the stop there
                left = f"{left[:-1]}。」"
            if at in lasts:  # of "Policyand" the last word
                left = text[lasts[at] : at]
            if len(right) < 3:  # a letter or a mark: the word comes after a blank
                right = text[at : at + _REACH]
            yield Site(at, at, left, right, e.quotes.around(at, at), _glued_rest(e, at, left, right, token))


def _begins_next(text: str, at: int, token: str) -> bool:
    """Whether a token's last character may begin what follows: ``EXPERTA girl``, ``Foto: NTB– Vi``.

    The last of capitals is no word where no small one follows (``MARTINA HINGIS``), nor begins a dash before a small
    word a paragraph.
    """
    if token[-1] in _DASHES and token[-2].isalpha():
        then = text[at + 2 : at + 3]
        return text[at + 1 : at + 2] == " " and (then.isupper() or then in _OPENING)
    if token.isalpha() and token.isupper():
        return text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
    return True


def _last_token(text: str, before: int) -> str:
    """What stands before a blank; nothing at a line's beginning."""
    end = before - 1
    if end < 1 or text[end] != " ":
        return ""
    lowest = max(0, end - _REACH)
    return text[max(text.rfind(" ", lowest, end) + 1, text.rfind("\n", lowest, end) + 1, lowest) : end]


def _last_words(e: TextEvidence) -> dict[int, int]:
    """Where words that nothing ends with ("and") are the last of two run together: by their end, where they begin."""
    found = ((s.start + len(s.run), s.start + s.cuts[0]) for s in e.splits if len(s.cuts) == 1)
    values = ((end, at, e.words.get(e.text[at:end].lower(), -1)) for end, at in found)
    return {end: at for end, at, value in values if band_of(value) >= FUNCTION_BAND and not ends_of(value)}


def _glued_rest(e: TextEvidence, at: int, left: str, right: str, token: str) -> tuple[str, ...]:
    (lw, lm), (rw, rm) = left_side(left), right_side(right)
    after = right[len(rm) + len(rw) : len(rm) + len(rw) + 1]
    before = left[len(left) - len(lm) - len(lw) - 1 : len(left) - len(lm) - len(lw)]
    form = start_class(rm) if rm else shape(rw)
    names = (f"then:{form}:{_neighbour(after)}", f"before:{end_class(lm)}:{_neighbour(before)}")
    if lm or rm:
        return names
    whole = token[: 2 * _REACH].strip("“”\"'‘’.,;:!?()[]")
    kind = f"{shape(lw)}|{form}"
    close, link = near(e.joints, at), near(e.seams, at)
    return (
        *names,
        f"near:{close}:{e.links}",
        f"near:{close}:{kind}",
        f"near.split:{link}:{e.links[0]}",
        f"near.split:{link}:{kind}",
        f"whole:{_known(whole, e.words)[0]}",
        f"whole.doc:{min(e.tokens.get(whole, 0), 3)}",
        f"parts.doc:{lw in e.tokens:d}{rw in e.tokens:d}",
    )


def _neighbour(c: str) -> str:
    return "_" if not c or c.isspace() else c if c in ".,-/#’'" else "a"


def spaced_sites(e: TextEvidence) -> Iterator[Site]:
    """Gaps of one blank before a capital, a digit, a quotation mark or a bullet.

    Where the breaks are intact, those of crowded lines only; where paragraphs are glued, only those after a stop (of
    the others, 9 in 5,627 part blocks). None between two numbers, of which there is nothing to know.
    """
    return map(Site._make, spaced_gaps(e))


def spaced_gaps(e: TextEvidence) -> Iterator[Gap]:
    """The same as plain tuples: there are many."""
    if e.intact and not e.crowded:
        return
    found = list(_spaced(e)) if len(e.text) <= _LONG else None  # of a long text they are found twice, not kept
    times = Counter([gap[5] for gap in found] if found is not None else (gap[5] for gap in _spaced(e)))
    facing = e.quotes.sweep()
    for start, end, left, right, size, words in found if found is not None else _spaced(e):
        rest = _BARE[min(times[words], _TIMES)][size] if words else _SINCE[size]
        yield start, end, left, right, facing(start, end), rest


def _spaced(e: TextEvidence) -> Iterator[tuple[int, int, str, str, int, tuple[str, str] | None]]:
    """For each gap its sides, for how long the sentence has been going on, and the two words if there is no stop."""
    pattern = _STOPPED if e.glued == _ALL_GLUED else _SPACED
    text, since = e.text, 0
    find, rfind = text.find, text.rfind
    bare, bare_name = _BARE_LEFTS, _BARE_NAMES
    opening = {mark for mark in _CLOSED_BY if _opens(text, mark)}
    opener = "»" if "»" in opening else "«"
    where = e.crowded if e.intact else ((0, len(text)),)
    for m in chain.from_iterable(pattern.finditer(text, *span) for span in where):
        start, end = m.span()
        if (text[start - 1].isdigit() and text[end].isdigit()) or text[start - 1] == opener:
            continue
        lowest = start - _REACH if start > _REACH else 0
        left = text[rfind(" ", lowest, start - 1) + 1 or lowest : start]
        until = find(" ", end, end + _REACH)
        right = text[end : until + 2 if until > 0 else end + _REACH]
        if right[0] in _CLOSERS:
            if right[0] not in opening:
                continue
            right = "“" + right[1:]
        size = bisect_right(_SIZES, start - since)
        if left[-1] in _STOPS:
            yield start, end, left, right, size, None
            since = end
        else:
            yield start, end, left, right, size, (bare[left], bare_name[right])


def _opens(text: str, mark: str) -> bool:
    """Whether a mark that closes quotations elsewhere opens them in a text: it comes before those that it closes."""
    first = min([at for opener in _CLOSED_BY[mark] if (at := text.find(opener)) >= 0], default=len(text))
    return text.find(mark) < first


class _Bare(dict[str, str]):
    """Words without the marks around them, remembered."""

    def __init__(self, *endings: str) -> None:
        self._endings = endings

    def __missing__(self, side: str) -> str:
        if len(self) > _MEMO:
            self.clear()
        word = side.partition(" ")[0].strip(_AROUND_WORD)
        for ending in self._endings:
            word = word.removesuffix(ending)
        self[side] = word
        return word


_BARE_LEFTS, _BARE_NAMES = _Bare(), _Bare("'s", "’s")


def line_sites(e: TextEvidence) -> Iterator[Site]:
    """Line breaks."""
    text = e.text
    breaks = [(a, b) for a, b in breaks_in(text) if a > 0 and b < len(text)]
    ends = [0, *(b for _, b in breaks)]
    starts = [*(a for a, _ in breaks), len(text)]
    for k, (start, end) in enumerate(breaks):
        left, right = text[max(ends[k], start - 40) : start], text[end : min(starts[k + 1], end + 40)]
        sizes = bucket(start - ends[k], (25, 60, 150, 400)) + bucket(starts[k + 1] - end, (25, 60, 150, 400))
        blank = "2" if text.count("\n", start, end) > 1 else "1"
        runs_on = k + 1 < len(breaks) and continues(text[ends[k + 2] : ends[k + 2] + 2])
        ran_on = continues(text[ends[k] : ends[k] + 2])
        stop = left[-1] in ".!?”\"’'»)。"
        small = "a" if continues(right) else "A"
        yield Site(
            start,
            end,
            left.rsplit(" ", 1)[-1],
            right,
            e.quotes.around(start, end),
            (
                f"sides:{_ending(left)}{small}",
                f"sides:{_ending(left)}{small}:{e.lines}",
                f"size:{sizes}",
                f"size.doc:{sizes}:{e.lines}",
                f"size.stop:{sizes}:{stop:d}",
                f"blank:{blank}:{e.lines}",
                f"flat:{blank}:{e.flat}",
                f"next:{stop:d}:{runs_on:d}:{sizes[1]}",
                f"next.small:{stop:d}:{runs_on:d}:{right[0].islower():d}",
                f"around:{stop:d}:{ran_on:d}{runs_on:d}",
            ),
        )


def likely_splits(e: TextEvidence) -> int:
    """How many runs of small letters in a text are probably two words."""
    return sum([split.merit >= _LIKELY_SPLIT for split in e.splits])


def often(e: TextEvidence, times: int, classes: tuple[float, ...] = _OTHERS) -> str:
    """How often something comes in 1,000 characters of a text, as a class."""
    return bucket(times / (max(len(e.text), _LEAST_KILO) / 1000), classes)


def split_sites(e: TextEvidence) -> Iterator[tuple[int, list[str]]]:
    """Each place where a lost blank may be put back inside a run of small letters, with its features."""
    likely = likely_splits(e)
    for start, run, cuts, then, merit in e.splits:
        marks = (0, *cuts, len(run))
        others = often(e, likely - (merit >= _LIKELY_SPLIT))
        names = (
            f"others:{others}",
            f"merit:{min(merit, _HIGHEST_MERIT) // 3}",
            f"others.merit:{others}:{min(merit, _HIGHEST_MERIT) // 3}",
            f"others.links:{others}:{e.links}",
            f"others.cuts:{others}:{len(cuts)}",
        )
        for k, cut in enumerate(cuts):
            yield start + cut, [*_names(e, run, marks[k], cut, marks[k + 2], len(cuts), start + cut, then), *names]


def _names(e: TextEvidence, run: str, begin: int, cut: int, end: int, cuts: int, at: int, then: str) -> list[str]:
    low = run.lower()
    left, right, tongue = low[begin:cut], low[cut:end], e.language
    a, b = e.words.get(left, -1), e.words.get(right, -1)
    aband, bband = band_of(a), band_of(b)
    shortest = min(len(left), len(right), 5)
    close = near(e.joints, at)
    return [
        "bias",
        f"cuts:{cuts}",
        f"bands:{aband // 2}|{bband // 2}:{cuts}",
        f"left:{min(len(left), 6)}:{aband // 2}",
        f"right:{min(len(right), 6)}:{bband // 2}",
        f"shares:{share_of(a) if a >= 0 else '?'}{share_of(b) if b >= 0 else '?'}{tongue}",
        f"doc.links:{e.links[0]}:{cuts}",
        f"doc.camels:{e.links[1]}:{cuts}",
        f"doc.flat:{e.flat}",
        f"whole.doc:{min(e.tokens.get(run, 0), 3)}",
        f"parts.doc:{run[begin:cut] in e.tokens:d}{run[cut:end] in e.tokens:d}",
        f"case:{run[0].isupper():d}:{tongue}",
        f"language:{tongue}",
        f"shortest:{shortest}:{e.links[0]}",
        f"left.is:{left}" if aband >= _COMMON_PART else "left.rare",
        f"right.is:{right}" if bband >= _COMMON_PART else "right.rare",
        f"left.is:{tongue}:{left}" if aband >= _COMMON_PART else f"left.rare:{tongue}",
        f"right.is:{tongue}:{right}" if bband >= _COMMON_PART else f"right.rare:{tongue}",
        f"near:{close}:{e.links[0]}",
        f"near:{close}:{tongue}",
        f"then:{then}",
    ]


def _ending(left: str) -> str:
    """How a line ends: with an abbreviation, a stop, a comma, or none of them."""
    if is_abbreviated(left_side(left.rsplit(" ", 1)[-1])):
        return "abbr"
    return "." if left[-1] in '.!?…”"»)。！？' else "," if left[-1] in ",;:–-(" else "_"


def names_of(kind: str, site: Site, e: TextEvidence) -> list[str]:
    """All features of a site, as training sees them."""
    left, right = left_of(left_traits(site.left, e.words)), right_of(right_traits(site.right, e.words))
    return [
        *left.names,
        *right.names,
        *both_names(left, right, site.facing),
        *document_names(kind, left, right, e),
        *site.rest,
    ]
