"""What a short line says that it is: a source, a time stamp, a credit. Read, not guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from cleantext.text.ages import is_age
from cleantext.text.bylines import is_whole_byline
from cleantext.text.characters import UPPER, has_digit
from cleantext.text.credits import bare_credit, is_credit, labelled, source_labels
from cleantext.text.dates import read_stamp, stamp_spans
from cleantext.text.lists import phrases
from cleantext.text.names import agency, introduces, read_byline, signs
from cleantext.text.persons import is_phrase
from cleantext.text.spans import Span
from cleantext.text.stamps import is_timed_label

LONGEST = 120  # characters of a line that can be one of these
_NAMED_WORDS = 8  # words of a line of names
_PLACED_WORDS = 6  # blanks, at least, in two names with their places
_BEFORE_ROLE = ", ", " – ", " - ", " | ", " • "
_PAIR = 3  # lines of two names and what joins them
_GOING_ON = frozenset(".,;:!?)”’")  # marks with which a sentence goes on
_ROLE_WORDS, _LONG_ROLE = 5, 8  # words of what somebody is; letters of a word for it that may end a longer one

READS = ("stamp", "source", "agency", "byline", "by", "names", "credit", "mark", "none")
"""A time stamp; who it is from; an agency; "By" and a name; "By" alone; names alone; whose picture; "©"; nothing."""
BY_CAPITALS = frozenset(("names", "credit"))
"""What capitalised words alone may read as."""

_SITE = re.compile(r"[(\[][^()\[\]|]{1,40}\|[^()\[\]|\d]{2,60}[)\]]")
_EDGES = " -–—|·•"
_ENDING = '\n.!?|)”"'
_BEGINNING = "\"'“„‘«•·-–—*"
_HEAD = 2000  # characters in which labels of points are looked for
_WORD = re.compile(r"[^\W\d_]+")
_FEW, _LONGEST_DAY = 8, 60  # words; characters of a line that is a day
_LABELLED = re.compile(rf"[{UPPER}]{{2}}[{UPPER}\d '’.&-]{{1,36}}[{UPPER}\d]: \S.{{12}}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def kind_of(text: str) -> str | None:
    """``"source"``, ``"stamp"`` or ``"credit"`` where the line says so itself, else None.

    >>> kind_of("Published: 10:09, 7 November 2021"), kind_of("Source: Harbour News"), kind_of("Ida Holm/Reuters")
    ('stamp', 'source', 'credit')
    >>> kind_of("By Ada Quill"), kind_of("Sport")
    (None, None)
    """
    if len(text) > LONGEST:
        return None
    label, colon, _ = text.partition(":")
    if (colon and label.strip(_EDGES).lower() in source_labels()) or _SITE.match(text):
        return "source"
    if _is_stamp(text):
        return "stamp"
    if is_credit(text) and not signs(text):
        return "credit"
    return "source" if text.count(" ") < 3 and agency(text.strip(" ()[]-–—.:")) else None


def points_labels(text: str) -> list[Span]:
    """Where the label of a list of points stands near a text's beginning: "Story highlights".

    >>> points_labels("Ferry backStory highlights The ferry runs"), points_labels("The story highlights ferries")
    ([(10, 26)], [])
    >>> points_labels("Story highlights: The ferry runs"), points_labels("Story highlights: It runs.\\nIt was late.")
    ([(0, 17)], [])
    """
    head = text[:_HEAD]
    found = [(at, at + len(label)) for label in _points() if (at := head.find(label)) >= 0]
    found = [(start, end + (head[end : end + 1] == ":")) for start, end in found]
    labels = [span for span in found if _labels_points(head, *span)]
    return sorted(labels, key=lambda span: (span[0], -span[1]))[:1]


def _labels_points(text: str, start: int, end: int) -> bool:
    """Whether words that label points stand apart, and points begin after them.

    A headline may begin so too ("Key Facts About Ferries"): a label of one word, or of capitalised words, must be
    glued to what follows, or have a colon or a line break after it. In a text on lines what goes on behind the colon is
    a paragraph that it begins.
    """
    has_colon = text[end - 1] == ":"
    if has_colon and "\n" in text and text[end : end + 3].partition("\n")[0].strip():
        return False
    before, after = text[:start].rstrip(" ")[-1:], text[end : end + 3].lstrip(" :\n")[:1]
    is_apart = start == 0 or text[start - 1] != " " or before in _ENDING
    is_title = text[start:end].istitle() or " " not in text[start:end]
    is_plain = text[end : end + 1] == " " and is_title and not has_colon
    begins = after.isupper() or after.isdigit() or (after != "" and after in _BEGINNING)
    return is_apart and begins and not is_plain and not before.isupper()


def is_points_label(text: str) -> bool:
    """Whether a line is the label of a list of points."""
    return text.strip(" :") in _points()


@cache
def _points() -> frozenset[str]:
    return frozenset(phrases("furniture", "points"))


def is_byline(text: str) -> bool:
    """Whether a short line says who wrote, and names somebody.

    >>> is_byline("By ADA QUILL For Daily Example"), is_byline("By the river"), is_byline("Ada Quill")
    (True, False, False)
    """
    return len(text) <= LONGEST and signs(text) and bool(read_byline(text).authors)


def is_names(text: str) -> bool:
    """Whether a short line is persons' names and nothing else.

    >>> is_names("Ada Quill & Bo Tern"), is_names("Ada Quill on the bridge"), is_names("Hot Stocks")
    (True, False, False)
    """
    words = text.split()
    if not 2 <= len(words) <= _NAMED_WORDS:
        return False
    capitals = len([w for w in words if w[0].isupper()])
    if capitals < len(words) - 1 or has_digit(text) or is_phrase(words):
        return False
    return sum(len(a.split()) for a in read_byline(text).authors) >= capitals


def are_names_on_lines(lines: Sequence[str]) -> bool:
    """Whether lines begin with two names and, on a line of its own between them, "and", and no sentence goes on behind.

    >>> are_names_on_lines(["Ada Quill", "and", "Bo Tern", "3 May 2024"])
    True
    >>> are_names_on_lines(["Ada Quill", "and", "Bo Tern", "were pleased."])
    False
    """
    if len(lines) < _PAIR or lines[1] not in phrases("bylines", "and"):
        return False
    after = lines[_PAIR][:1] if len(lines) > _PAIR else ""
    return is_names(lines[0]) and is_names(lines[2]) and not (after.islower() or after in _GOING_ON)


def is_name_with_role(text: str) -> bool:
    """Whether a line is somebody's name and, behind a comma, a dash or nothing, that they write for the house.

    >>> [is_name_with_role(f"Ada Quill, {role}") for role in ("Political Editor", "Sportredakteurin", "chair")]
    [True, True, False]
    >>> is_name_with_role("Ada Quill Redakteurin"), is_name_with_role("Ada Quill – Journalist i Paris")
    (True, True)
    """
    name, parted, role = _before_role(text)
    words = role.lower().split()
    if not 0 < len(words) <= _ROLE_WORDS:
        return False
    is_role = words[0] in writers() or bool(parted and (words[-1] in writers() or words[-1].endswith(_long_writers())))
    return is_role and is_names(name)


def _before_role(text: str) -> tuple[str, str, str]:
    """A name, what parts it from what somebody is, and that: the last word where nothing does."""
    for mark in _BEFORE_ROLE:
        if mark in text:
            return text.partition(mark)
    name, _, role = text.rpartition(" ")
    return name, "", role


def are_names_in_places(text: str) -> bool:
    """Whether a line is two names or more, each with the place that they wrote from.

    >>> are_names_in_places("Ada Quill in London and Bo Tern in Oslo"), are_names_in_places("Ada Quill in London")
    (True, False)
    """
    if text.count(" ") < _PLACED_WORDS:
        return False
    parts = _placing()[0].split(text)
    placed = [_placing()[1].split(part) for part in parts]
    return len(parts) > 1 and all(len(p) == 2 and is_names(p[0].rstrip(",")) and p[1].istitle() for p in placed)


@cache
def _placing() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between two names with their places, and between a name and its place."""
    ands, ins = phrases("bylines", "and"), phrases("bylines", "in")
    between = "|".join(map(re.escape, sorted(ands)))
    return re.compile(rf"\s?[,;&]\s|\s(?:{between})\s"), re.compile(rf"\s(?:{'|'.join(map(re.escape, sorted(ins)))})\s")


def writes(word: str) -> bool:
    """Whether a word says that somebody writes for a house.

    >>> writes("reporter"), writes("sportredakteurin"), writes("engineer")
    (True, True, False)
    """
    return word in writers() or word.endswith(_long_writers())


@cache
def writers() -> frozenset[str]:
    """What those are called who write for papers and stations, in all languages."""
    return frozenset(phrases("bylines", "writers"))


@cache
def _long_writers() -> tuple[str, ...]:
    """Those of them that may end a longer word: "Sportredakteurin"."""
    return tuple(role for role in writers() if len(role) >= _LONG_ROLE)


def is_labelled(text: str) -> bool:
    """Whether a text begins with a few words in capitals and a colon, as captions do in Scandinavia.

    >>> is_labelled("TILBAKE I HAVN: Fergen ved kai mandag kveld."), is_labelled("NATO: nei"), is_labelled("A: no")
    (True, False, False)
    """
    return _LABELLED.match(text) is not None


@lru_cache(maxsize=20_000)
def reads(text: str) -> str:
    """What a text reads as by itself, one of ``READS``; ``"none"`` where it says nothing of the kind.

    >>> reads("By Ada Quill"), reads("Von"), reads("Ada Quill"), reads("Ada Quill/Reuters"), reads("Reuters")
    ('byline', 'by', 'names', 'credit', 'agency')
    >>> reads("7 November 2021"), reads("Source: Harbour News"), reads("© Ada Quill"), reads("The ferry runs again.")
    ('stamp', 'source', 'mark', 'none')
    """
    if len(text) > LONGEST:
        return "none"
    kind, named = kind_of(text), agency(text.strip(" ()[]-–—.:"))
    if kind == "stamp" or (kind == "source" and not named):
        return kind
    if text[0] == "©" or labelled(text):
        return "credit" if text[0] != "©" and is_credit(bare_credit(text)) else "mark"
    if named:
        return "agency"
    if introduces(text):
        return "by"
    if signs(text):
        return "byline" if read_byline(text).authors else "by"
    if is_whole_byline(text) or is_name_with_role(text) or are_names_in_places(text):
        return "byline"
    if is_names(text) and "/" not in text:
        return "names"
    return "credit" if kind == "credit" else "none"


def is_labelled_byline(text: str) -> bool:
    """Whether a line is a label with a colon and who wrote it.

    >>> is_labelled_byline("autor: Ada Quill"), is_labelled_byline("Ada Quill: It is back")
    (True, False)
    """
    label, _, named = text.partition(":") if len(text) <= LONGEST else ("", "", "")
    return bool(named.strip()) and introduces(label) and reads(text) == "byline"


def _is_stamp(text: str) -> bool:
    if not has_digit(text) or introduces(text):
        return False
    if any(read_stamp(text)):
        return not _says_more(text)
    return (len(text) < 20 and _CLOCK.match(text) is not None) or is_timed_label(text) or is_age(text)


def is_day(text: str) -> bool:
    """Whether a line is a date, with its time, its weekday or its label, and nothing else.

    >>> is_day("14 มีนาคม 2568"), is_day("2025/3/14（3/14 09:00 更新）"), is_day("Friday 7 November 2021, the pier")
    (True, True, False)
    """
    return len(text) <= _LONGEST_DAY and has_digit(text) and any(read_stamp(text)) and not _beside(text)


def _says_more(text: str) -> bool:
    """Whether a line says so much beside its dates that it is no time stamp: a caption may end in one."""
    return len(_beside(text)) > _FEW


def _beside(text: str) -> list[str]:
    """The words that a line has beside its dates, their times and their labels."""
    rest, at = [], 0
    for start, end in stamp_spans(text):
        rest.append(text[at:start])
        at = end
    words = _WORD.findall(" ".join((*rest, text[at:])).lower())
    return [word for word in words if word not in _beside_dates()]


@cache
def _beside_dates() -> frozenset[str]:
    """The words of labels of time stamps, and of what stands beside dates."""
    found = (phrases("stamps", section) for section in ("published", "updated", "as of", "beside"))
    return frozenset(word for own in found for phrase in own for word in _WORD.findall(phrase.lower()))
