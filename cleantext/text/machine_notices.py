"""What mails, podcasts, agencies and sites put beside a text by machine: always the same sentences, but for names.

``View original content: ADDRESS``, ``… is a reader-supported publication``; of the short ones, which might also be said
in a report, only those that end the text or have their line or another beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from cleantext.text.frames import Filled, begins, ends, filled_in, is_on_edge
from cleantext.text.spans import Span

_LONGEST = 600  # characters of a notice
_SHORT_LINE, _EDGE = 120, 600  # characters
_TELLING = 4  # words that a notice begins with
_BLANKS = " \xa0\n"
_TO_EDGE = "TITLE"  # a hole that nothing ends but its line


def machine_notices_in(text: str) -> list[Span]:
    """Where such notices stand, sorted.

    >>> text = "It is back. This email was sent to ada@isle.example Unsubscribe"
    >>> [text[a:b] for a, b in machine_notices_in(text)]
    ['This email was sent to ada@isle.example', 'Unsubscribe']
    >>> machine_notices_in("Unsubscribe, he said. He told them to unsubscribe from this list of demands.")
    []
    """
    words, zone = {*text.split()}, _zone(text)
    notices = [filled for filled in filled_in(text, "notices", words, zone) if _is_whole(text, filled)]
    sure = sorted(filled[:2] for filled in notices)
    beside = filled_in(text, "alone", words, None if sure else zone)
    short = sorted(filled[:2] for filled in beside if filled.end - filled.start <= _LONGEST)
    if not sure and not short:
        return []
    found = {filled[:2] for filled in notices if _may_begin(text, filled) and ends(text, filled.end)}
    found |= {span for span in short if _is_alone(text, span)}
    return sorted(found.union(_beside(text, sure + short, found)))


def _zone(text: str) -> str:
    """The short lines of a text, how it begins and how it ends: where short notices stand, for a quick look."""
    short = [line for line in text.split("\n") if len(line) <= _SHORT_LINE] if "\n" in text else []
    return "\n".join([text[:_EDGE], *short, text[-_EDGE:]])


def _is_whole(text: str, filled: Filled) -> bool:
    is_open = filled.frame.holes[-1:] == (_TO_EDGE,) and not filled.frame.parts[-1]
    return filled.end - filled.start <= _LONGEST and (not is_open or is_on_edge(text, filled.end))


def _may_begin(text: str, filled: Filled) -> bool:
    """Whether a notice may begin where it does: one of which many words are fixed may run into what stands before."""
    first = filled.frame.parts[0]
    return (first[:1].isupper() and first.count(" ") >= _TELLING - 1) or begins(text, filled.start)


def _is_alone(text: str, span: Span) -> bool:
    """Whether a short notice ends the text, or has its line for itself."""
    start, end = span
    if not begins(text, start) or not is_on_edge(text, end):
        return False
    return start == 0 or text[start - 1] == "\n" or not text[end:].strip()


def _beside(text: str, spans: list[Span], found: Set[Span]) -> Iterator[Span]:
    """The spans with nothing but blanks between them and one that was found."""
    starts, last = {start for start, _ in found}, {end for _, end in found}
    for start, end in sorted(spans):
        before, after = start, end
        while before and text[before - 1] in _BLANKS:
            before -= 1
        while after < len(text) and text[after] in _BLANKS:
            after += 1
        if before in last or after in starts:
            last.add(end)
            yield start, end
