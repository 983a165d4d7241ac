"""Verse, lists, ingredients: short lines that stand apart though a sentence may go on from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleantext.text.spans import Span

_SHORT = 50  # characters of a line of verse, at most
_LEAST = 3  # lines, before they are verse
_MOST_SINGLE = 1 / 3  # lines of one word, at most: more are links on lines of their own
_MARKS = frozenset(",.;:)!?")  # begin what is the rest of a sentence
_ENDED = frozenset(".!?…:\"'”’»)“。！？")


def verse_breaks(text: str, breaks: Iterable[Span]) -> Iterator[int]:
    r"""Where those of a text's line breaks begin that part lines of verse or of a list.

    Where inline links break sentences, the lines around short ones are the rest of a sentence. Around verse one
    paragraph has ended and another begins; and no line elsewhere in the text goes on with a sentence.

    >>> text = "She left four lines when she died, and nobody knew them:\na boat\nis a house that\ndoes not\nwait."
    >>> list(verse_breaks(text, [(56, 57), (63, 64), (79, 80), (88, 89)]))
    [56, 63, 79, 88]
    >>> list(verse_breaks(text.replace("them:", "the"), [(55, 56), (62, 63), (78, 79), (87, 88)]))
    []
    """
    lines, at = [], 0
    for start, end in breaks:
        lines.append((at, start))
        at = end
    lines.append((at, len(text)))
    runs = [run for run in _short_runs(lines) if _apart(text, lines, *run) and _is_verse(text, lines, *run)]
    if not runs or _goes_on(text, lines, runs):
        return
    for i, j in runs:
        yield from (lines[k][1] for k in range(max(i - 1, 0), min(j, len(lines) - 1)))


def _short_runs(lines: Sequence[Span]) -> Iterator[Span]:
    """The runs of short lines beside a long one, as half-open ranges."""
    begun = 0
    for k, (a, b) in enumerate([*lines, (0, _SHORT + 1)]):
        if b - a > _SHORT:
            if k - begun >= _LEAST and (begun or k < len(lines)):
                yield begun, k
            begun = k + 1


def _apart(text: str, lines: Sequence[Span], i: int, j: int) -> bool:
    """Whether a paragraph has ended before a run of lines, and one begins after it."""
    ended = i == 0 or text[lines[i - 1][1] - 1] in _ENDED
    return ended and (j == len(lines) or not _is_rest(text[lines[j][0]]))


def _is_verse(text: str, lines: Sequence[Span], i: int, j: int) -> bool:
    single = sum(" " not in text[a:b] for a, b in lines[i:j])
    return single <= _MOST_SINGLE * (j - i) and not any(text[a] in _MARKS for a, _ in lines[i:j])


def _goes_on(text: str, lines: Sequence[Span], runs: Iterable[Span]) -> bool:
    """Whether a line outside the runs goes on with the sentence of the line before it."""
    at = 0
    for i, j in [*runs, (len(lines), 0)]:
        if any(_is_rest(text[a]) for a, _ in lines[max(at, 1) : i]):
            return True
        at = j
    return False


def _is_rest(character: str) -> bool:
    return character.islower() or character in _MARKS
