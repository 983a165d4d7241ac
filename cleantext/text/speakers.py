"""Who speaks, in an interview: "ISLE NEWS:" and "Quill:", turn by turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleantext.text.characters import LOWER, UPPER
from cleantext.text.credits import labelled
from cleantext.text.openers import is_pointer
from cleantext.text.persons import is_cased_name
from cleantext.text.spans import Span

_LONGEST, _WORDS = 30, 4  # characters and words of a label
_SPEAKERS = 2
_TURNS = 3  # of each, at least
_TURNING = 0.75  # share of the labels that the other one's follows, at least
_LEAST = 45  # characters of a turn, on the average
_LETTERS = (frozenset(("Q.", "A.")), frozenset(("P.", "R.")), frozenset(("D.", "R.")), frozenset(("F.", "A.")))
_REACH = 90  # characters before a colon that may be a name
_WORD = rf"[{UPPER}][^\s:.!?,;\"“”„«»()]{{0,20}}"
_NAME, _LETTER = rf"{_WORD}(?: {_WORD}){{0,3}}:", rf"[{UPPER}]\.(?! ?[{LOWER}])"
_ENDED = r"(?:^|(?<=[.!?…\"”»)\]\n])) ?"
_NAMED, _LETTERED = re.compile(rf"{_ENDED}({_NAME})$"), re.compile(rf"{_ENDED}({_LETTER})")
_FIRST = re.compile(rf"(?:{_NAME}|{_LETTER})")


def speakers_in(lines: Sequence[str]) -> list[int]:
    """The lines that only say who speaks: those of two speakers who take turns.

    >>> speakers_in(["NEWS:", "Is it back?", "Quill:", "Yes.", "NEWS:", "Since?", "Quill:", "May.", "NEWS:", "So?",
    ...              "Quill:", "So it is."])
    [0, 2, 4, 6, 8, 10]
    >>> speakers_in(["Read more:", "The pier", "Read more:", "The dock", "Read more:", "The ferry"])
    []
    """
    alone = [i for i, line in enumerate(lines[:-1]) if _may_be_label(line) and not _may_be_label(lines[i + 1])]
    return [alone[k] for k in _turns([lines[i].strip() for i in alone])]


def turns_in(text: str) -> list[Span]:
    """Where those who speak in turn are named in running text, behind the end of a sentence.

    >>> text = "News:Is the ferry back, Captain?Quill:It is, and so am I, after nine months at the kitchen window." * 3
    >>> [text[a:b] for a, b in turns_in(text)][:3]
    ['News:', 'Quill:', 'News:']
    """
    found = sorted([*_named_in(text), *_lettered_in(text)])
    turns = [found[k] for k in _turns([text[a:b] for a, b in found])]
    return turns if turns and turns[-1][0] - turns[0][0] >= _LEAST * (len(turns) - 1) else []


def _named_in(text: str) -> Iterator[Span]:
    if text.count(":") < _SPEAKERS * _TURNS:
        return
    at = text.find(":")
    while at >= 0:
        found = _NAMED.search(text, max(0, at - _REACH), at + 1)
        if found and not text[at + 1 : at + 2].isdigit() and text[at + 1 : at + 2] != "/":
            yield found.span(1)
        at = text.find(":", at + 1)


def _lettered_in(text: str) -> Iterator[Span]:
    if any(all(text.count(letter) >= _TURNS for letter in two) for two in _LETTERS):
        yield from (m.span(1) for m in _LETTERED.finditer(text))


def spoken(texts: Sequence[str]) -> list[int]:
    """The pieces that begin with who speaks, of two who take turns."""
    led = [i for i, text in enumerate(texts) if text.find(":", 0, _REACH) > 0 or text[1:2] == "."]
    if len(led) < _SPEAKERS * _TURNS:
        return []
    found = [(i, m[0]) for i in led if (m := _FIRST.match(texts[i]))]
    turns = [found[k][0] for k in _turns([label for _, label in found])]
    size = sum([len(text) for text in texts[turns[0] : turns[-1]]]) if turns else 0
    return turns if size >= _LEAST * (len(turns) - 1) else []


def names_in_turn(texts: Sequence[str]) -> list[int]:
    """The pieces that are a speaker's name and nothing else, of two who take turns.

    >>> answer = "It is, and so am I, after nine months at sea and four more at the kitchen window."
    >>> names_in_turn(["Ada Quill", "Is it back?", "Bo Tern", answer] * 3)
    [0, 2, 4, 6, 8, 10]
    >>> names_in_turn(["Ada Quill", "Bo Tern", "Ida Holm"] * 3)
    []
    """
    short = [i for i, text in enumerate(texts[:-1]) if len(text) <= _LONGEST]
    counts = Counter(texts[i] for i in short)
    named = {t for t, n in counts.items() if n >= _TURNS and t[-1] not in ".:" and is_cased_name(t.split())}
    alone = [i for i in short if texts[i] in named and texts[i + 1] not in named]
    turns = [alone[k] for k in _turns([texts[i] for i in alone])]
    size = sum([len(text) for text in texts[turns[0] : turns[-1]]]) if turns else 0
    return turns if size >= _LEAST * (len(turns) - 1) else []


def _turns(labels: Sequence[str]) -> list[int]:
    """Which of these labels are those of the two commonest, if these take turns."""
    counts = Counter(label for label in labels if not (is_pointer(label) or labelled(label)))
    two = [label for label, count in counts.most_common(_SPEAKERS) if count >= _TURNS]
    if len(two) < _SPEAKERS or (any(label[-1] == "." for label in two) and {*two} not in _LETTERS):
        return []
    turns = [k for k, label in enumerate(labels) if label in two]
    taken = sum(labels[a] != labels[b] for a, b in pairwise(turns))
    return turns if taken >= _TURNING * (len(turns) - 1) else []


def _may_be_label(line: str) -> bool:
    """Whether a line is a few words and a colon, or one letter and a stop, as Spanish and English papers write it."""
    if len(line) > _LONGEST:
        return False
    text = line.strip()
    if len(text) == len("P.") and text[0].isupper() and text[1] in ".:":
        return True
    return text[-1:] == ":" and text[0].isalpha() and text.count(" ") < _WORDS and not is_pointer(text)
