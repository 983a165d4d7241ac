"""Sentences with holes that machines fill in: ``The post TITLE appeared first on SITE``, ``… sent to …``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple

from cleantext.text.lists import sections
from cleantext.text.sides import abbreviates
from cleantext.text.spans import Span

_HOLE = re.compile(r"TITLE|SITE|ADDRESS|…")
_LONGEST = 300  # characters of what stands in one hole, at most
_STOPS, _WIDE_STOPS = ".!?…؟", "。！？"
_CLOSERS = "\"'”’»)]"
_STARTS = frozenset(f"{_STOPS}{_WIDE_STOPS}{_CLOSERS}」』）】》।*_→»←›")
_LIST = "feeds"
_TOKEN, _ADDRESS_MARKS = re.compile(r"\S+"), re.compile(r"[\w-][.@][\w-]")
_GLUED = re.compile(r"[a-z0-9/.](?=[A-Z][a-z]*$)|(?<=[a-z0-9/])\.(?=[A-Z])")
_RARE = 5  # letters of a word that is looked for before the whole


class Frame(NamedTuple):
    """What is fixed of a sentence, in order; an empty part is a hole at its beginning or end."""

    parts: tuple[str, ...]
    holes: tuple[str, ...]
    language: str

    @property
    def anchor(self) -> int:
        """Which part is the longest, and looked for first."""
        return max(range(len(self.parts)), key=lambda k: len(self.parts[k]))


class Filled(NamedTuple):
    """Where a frame stands, and what stands in its holes."""

    start: int
    end: int
    holes: tuple[Span, ...]
    frame: Frame


@cache
def frames(section: str) -> tuple[Frame, ...]:
    """The frames of a section, of all languages; an apostrophe may be typed.

    >>> [frame.parts for frame in frames("footers") if frame.language == "en"][:2]
    [('The post', 'appeared first on', ''), ('The post', 'first appeared on', '')]
    """
    found = []
    for language, lists in sections(_LIST).items():
        for phrase in lists.get(section, ()):
            for written in dict.fromkeys((phrase, phrase.replace("’", "'"))):
                parts = tuple(part.strip() for part in _HOLE.split(written))  # blanks are lost beside links
                found.append(Frame(parts, tuple(_HOLE.findall(written)), language))
    return tuple(found)


_Parts = dict[str, list[Frame]]
"""Frames by the part that each is looked for by."""


def _by_word(left: Iterable[Frame], words: Callable[[Frame], Iterable[str]]) -> dict[str, _Parts]:
    """The frames by a word that many have: few looks tell that there is none."""
    left, found = list(left), dict[str, _Parts]()
    while left:
        times = Counter(word for frame in left for word in {*words(frame)})
        word = max(times, key=lambda word: (times[word], len(word), word))
        own = [frame for frame in left if word in words(frame)]
        left = [frame for frame in left if frame not in own]
        parts = found.setdefault(word, {})
        for frame in own:
            parts.setdefault(frame.parts[frame.anchor], []).append(frame)
    return found


def _words(frame: Frame) -> list[str]:
    """Words of a frame that are long enough to be rare, or its longest part."""
    words = [word for part in frame.parts for word in part.split() if len(word) >= _RARE]
    return words or [frame.parts[frame.anchor]]


def _inner_words(frame: Frame) -> list[str]:
    """Words of a frame with blanks on both sides, whatever it is joined to."""
    return [word for part in frame.parts for word in part.split()[1:-1]]


class _Looks(NamedTuple):
    """How the frames of a section are looked for: by a word of the text, and by what it has somewhere."""

    by_word: dict[str, _Parts]
    by_part: dict[str, _Parts]


@cache
def _looks(section: str) -> _Looks:
    found = frames(section)
    told = [frame for frame in found if max(map(len, _inner_words(frame)), default=0) >= _RARE]
    long = _by_word(told, lambda frame: [word for word in _inner_words(frame) if len(word) >= _RARE])
    return _Looks(long, _by_word([frame for frame in found if frame not in told], _words))


def filled_in(text: str, section: str, words: Set[str] | None = None, zone: str | None = None) -> Iterator[Filled]:
    """Where the frames of a section stand in a text, each within one line; of a hole at the end, one sentence.

    ``words`` are those of the text, as blanks part them, and ``zone`` holds the parts of it where short frames may
    stand, where they are known.

    >>> text = "It is back. The post Ferry runs again appeared first on Isle News. Fares stay."
    >>> [text[found.start : found.end] for found in filled_in(text, "footers")]
    ['The post Ferry runs again appeared first on Isle News.']
    """
    looks, zone = _looks(section), text if zone is None else zone
    is_ascii = zone.isascii()
    if words is None:
        likely = [parts for word, parts in looks.by_word.items() if word in text]
    else:
        likely = [] if words.isdisjoint(looks.by_word) else [own for w, own in looks.by_word.items() if w in words]
    for part, parts in looks.by_part.items():
        if (part.isascii() or not is_ascii) and part in zone:
            likely.append(parts)
    for anchor, own in (one for parts in likely for one in parts.items()):
        at = text.find(anchor)
        while at >= 0:
            for frame in own:
                if found := _filled(text, frame, at, at + len(anchor)):
                    yield found
            at = text.find(anchor, at + len(anchor))


def _filled(text: str, frame: Frame, start: int, end: int) -> Filled | None:
    """The frame around its longest part."""
    k, holes = frame.anchor, list[Span]()
    line = text.rfind("\n", max(0, start - len(frame.parts) * _LONGEST), start) + 1
    for part in reversed(frame.parts[:k]):
        low = max(line, start - _LONGEST)
        at = text.rfind(part, low, start) if part else sentence_start(text, low, start)
        if at < 0 or (part and part in text[at + len(part) : start]):
            return None
        holes.insert(0, (at + len(part), start))
        start = at
    for part in frame.parts[k + 1 :]:
        high = end + _LONGEST + len(part)
        line_end = text.find("\n", end, high)
        high = min(high, len(text)) if line_end < 0 else line_end
        if part:
            at = text.find(part, end, high)
        else:
            is_address = frame.holes[-1] == "ADDRESS"
            at = _address_end(text, end, high) if is_address else sentence_end(text, end, high)
        if at < 0:
            return None
        holes.append((end, at))
        end = at + len(part)
    end += text[end : end + 1] in (".", "。", "!")
    return Filled(start, end, tuple(holes), frame)


def sentence_start(text: str, low: int, at: int) -> int:
    """Where the sentence begins that goes on at a place, no earlier than ``low``; -1 if it is longer.

    >>> sentence_start("It is back. Fares stay.", 0, 18), sentence_start("It is back.Fares stay.", 0, 16)
    (12, 11)
    """
    for k in range(at - 1, low, -1):
        if text[k - 1] in _WIDE_STOPS:
            return k
        if text[k - 1] == " " and k > 1 and text[k - 2] in _STARTS and not abbreviates(text, k - 1):
            return k
        if text[k - 1] in _STARTS and _is_glued(text, k):
            return k
    return low if low == 0 or text[low - 1] == "\n" else -1


def sentence_end(text: str, at: int, high: int) -> int:
    """Where the sentence ends that goes on at a place, before its stop; ``high`` where the line ends there.

    >>> sentence_end("by St. Quill. He left.", 0, 22), sentence_end("at isle.example.Fares stay.", 0, 27)
    (12, 15)
    """
    for k in range(at, high):
        if text[k] in _WIDE_STOPS:
            return k
        if text[k] in _STOPS and (k + 1 >= high or text[k + 1] in " \n" or _is_glued(text, k + 1)):
            if k + 1 < high and text[k] == "." and abbreviates(text, k + 1):
                continue
            return k
    return high if high == len(text) or text[high] == "\n" else -1


def _address_end(text: str, at: int, high: int) -> int:
    """Where an address ends that stands behind a place, also where a word is glued to it; -1 where none does.

    >>> text = "at https://isle.example/a.htmlThe ferry"
    >>> text[_address_end(text, 2, len(text)):], _address_end("at home", 2, 7)
    ('The ferry', -1)
    """
    while text[at : at + 1] == " ":
        at += 1
    m = _TOKEN.match(text, at, high)
    if not m or not _ADDRESS_MARKS.search(m[0]):
        return -1
    end = m.end()
    if end < high and (glued := [*_GLUED.finditer(text, at, end)]):
        end = glued[-1].end()
    return end - (text[end - 1] in ".,")


def begins(text: str, start: int) -> bool:
    """Whether a block may begin at a place: on a line, behind a stop or glued to a word that is written small.

    >>> [begins("It sailed.They left. The", at) for at in (0, 10, 21, 3)]
    [True, True, True, False]
    """
    if start == 0 or text[start - 1] == "\n":
        return True
    before = text[start - 1]
    if before.isspace():
        return text[max(0, start - 4) : start].rstrip()[-1:] in _STARTS and not abbreviates(text, start - 1)
    return before in _STARTS or ((before.islower() or before.isdigit()) and text[start].isupper())


def ends(text: str, end: int) -> bool:
    """Whether a block may end at a place: its line does, or no word that is written small goes on.

    >>> [ends("It is back. The owner left", at) for at in (26, 11, 21)]
    [True, True, False]
    """
    if end >= len(text) or text[end] == "\n":
        return True
    after = text[end : end + 4].lstrip(" ")[:1]
    if text[end] == " ":
        return not after.islower() and after not in ",;:)"
    is_glued = text[end - 1] in _STARTS or (text[end - 1].islower() and after.isupper())
    return is_glued and after not in ",;:)" and not after.islower()


def is_on_edge(text: str, end: int) -> bool:
    """Whether a line ends at a place."""
    return not text[end : end + 4].lstrip(" ") or text[end : end + 4].lstrip(" ").startswith("\n")


def _is_glued(text: str, at: int) -> bool:
    """Whether a word that has a capital, or none to have, begins at a place, behind a stop and no blank."""
    after = text[at : at + 1]
    return after.isalpha() and not after.islower()
