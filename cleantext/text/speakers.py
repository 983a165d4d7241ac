"""Who speaks, in an interview: "ISLE NEWS:" and "Quill:", turn by turn, each set apart from what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cleantext.text.openers import is_pointer

_LONGEST, _WORDS = 30, 4  # characters and words of a label
_TURNS, _TURNING = 3, 0.75  # of each speaker, at least; share of the labels that the other one's follows


def speakers_in(lines: Sequence[str]) -> list[int]:
    """The lines that only say who speaks: those of two speakers who take turns.

    >>> speakers_in(["NEWS:", "Is it back?", "Quill:", "Yes.", "NEWS:", "Since?", "Quill:", "May.", "NEWS:", "So?",
    ...              "Quill:", "So it is."])
    [0, 2, 4, 6, 8, 10]
    >>> speakers_in(["Read more:", "The pier", "Read more:", "The dock", "Read more:", "The ferry"])
    []
    """
    labels = [i for i, line in enumerate(lines[:-1]) if _may_be_label(line)]
    counts = Counter(lines[i].strip() for i in labels)
    two = [label for label, count in counts.most_common(2) if count >= _TURNS]
    if len(two) < len("QA"):
        return []
    turns = [i for i in labels if lines[i].strip() in two and not _may_be_label(lines[i + 1])]
    taken = sum(lines[a].strip() != lines[b].strip() for a, b in pairwise(turns))
    return turns if taken >= _TURNING * len(turns) else []


def _may_be_label(line: str) -> bool:
    """Whether a line is a few words and a colon, or one letter and a stop, as Spanish and English papers write it."""
    if len(line) > _LONGEST:
        return False
    text = line.strip()
    if len(text) == len("P.") and text[0].isupper() and text[1] in ".:":
        return True
    return text[-1:] == ":" and text[0].isalpha() and text.count(" ") < _WORDS and not is_pointer(text)
