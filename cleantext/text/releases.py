"""What stands behind the end of a press release: "About Isle Ferries" and what they are, statements, contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.lists import any_of, phrases
from cleantext.text.spans import Span

_FIRST = 0.3  # share of a text before which no release ends
_LONGEST, _LONGEST_NAME = 90, 6  # characters of a heading, and words of a name that is said twice
_REACH = 60  # characters behind a heading in which the name comes again
_AROUND = ".,:;()\"“”„'’ "
_SHORTEST = 3  # characters of a name's word that tells it
_LINE = re.compile(r"[^\n]+")
_ENDS, _SENTENCE_END = frozenset(".!?…”\"»)"), re.compile(r"[.!?] ")


def behind_release(text: str) -> Span | None:
    """From where a press release says whom it is about, or how to reach them, to the end of the text.

    A wire or the label of a contact tells that a text is one. The heading names somebody, and what follows begins with
    that name: a line, or the name said twice where lines are lost; or it is one of those that only releases have.

    >>> text = "OSLO /PRNewswire/ -- The ferry is back. Fares stay. About Isle Ferries Isle Ferries runs six boats."
    >>> text[slice(*behind_release(text))]
    'About Isle Ferries Isle Ferries runs six boats.'
    >>> text = "Oslo (ots) - Die Fähre fährt wieder, täglich.\\nPressekontakt:\\nAda Quill"
    >>> text[slice(*behind_release(text))]
    'Pressekontakt:\\nAda Quill'
    >>> behind_release("The ferry is back. Fares stay. About Isle Ferries Isle Ferries runs six boats.")
    """
    if not any_of(phrases("feeds", "releases")).search(text):
        return None
    first = int(_FIRST * len(text))
    start = min([*_on_lines(text, first), *_in_line(text, first)], default=None)
    return None if start is None else (start, len(text))


def _on_lines(text: str, first: int) -> Iterator[int]:
    """Where headings stand on their lines."""
    lines = list(_LINE.finditer(text, first)) if "\n" in text else []
    for k, line in enumerate(lines):
        head = line[0].strip()
        if len(head) > _LONGEST or (line.start() == first and text[first - 1 : first] not in ("", "\n")):
            continue
        label, colon, rest = head.partition(":")
        if label in _headings() and not rest.strip():
            yield line.start()
        elif found := _about().match(label):
            after = rest.strip() or next((then[0].strip() for then in lines[k + 1 : k + 3] if then[0].strip()), "")
            if not (rest.strip() and not colon) and _says_again(label[found.end() :], after):
                yield line.start()


def _in_line(text: str, first: int) -> Iterator[int]:
    """Where a heading with its colon stands behind a sentence, or a name twice behind the word that leads to it."""
    for found in _headed().finditer(text, first):
        if _is_behind_sentence(text, found.start()):
            yield found.start()
    for found in _about().finditer(text, first):
        behind = text[found.end() : found.end() + 2 * _LONGEST]
        label, colon, _ = behind[:_LONGEST].partition(":")
        is_label = bool(colon) and not _SENTENCE_END.search(label) and _says_again(label, behind[len(label) + 1 :])
        if _is_said_twice(behind) or (is_label and _is_behind_sentence(text, found.start())):
            yield found.start()


def _is_behind_sentence(text: str, at: int) -> bool:
    return text[max(0, at - 4) : at].rstrip()[-1:] in _ENDS


def _is_said_twice(text: str) -> bool:
    """Whether a text begins with a name, and the next sentence has it again among its first words.

    >>> _is_said_twice("Isle Ferries Isle Ferries, Inc. runs six."), _is_said_twice("Isle Ferries runs six.")
    (True, False)
    >>> _is_said_twice("Islea Founded in 2016, Islea runs six boats."), _is_said_twice("Islea as a whole Islea says")
    (True, False)
    """
    words = _SENTENCE_END.split(text, 1)[0].split()
    bare = [word.strip(_AROUND) for word in words[: 2 * _LONGEST_NAME]]
    if not bare or not bare[0][:1].isupper() or len(bare[0]) < _SHORTEST:
        return False
    again = bare.index(bare[0], 1) if bare[0] in bare[1:] else 0
    return again > 0 and all(word[:1].isupper() for word in bare[1 : min(again, 2)])


def _says_again(name: str, after: str) -> bool:
    """Whether the first word of a name that is written large comes again right at the beginning of a text."""
    words = [word.strip(_AROUND) for word in name.split()]
    own = next((word for word in words if word[:1].isupper() and len(word) >= _SHORTEST), "")
    return bool(own) and own in (word.strip(_AROUND) for word in after[:_REACH].split())


@cache
def _headings() -> frozenset[str]:
    return frozenset(phrases("feeds", "behind releases"))


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, phrases('feeds', 'behind releases')))}):")


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, phrases('feeds', 'about')))})\s?(?=\S)")
