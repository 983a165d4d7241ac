"""What a browser prints at the foot and the head of each page: its address and number, the day and the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from cleantext.text.spans import Span

_NUMBER = re.compile(r"(?<=\s)(\d{1,3})/(\d{1,3})(?![\w/])")
_ADDRESS = re.compile(r"(?:https?://|www\.|file://)\S{3,600}$")
_REACH = 700  # characters before a number in which the address stands
_SHORTEST, _LONGEST = 10, 300  # characters of a head, and of a foot that is no address


def page_edges(text: str) -> list[Span]:
    r"""Where the foot of a printed page stands with the head of the next one, if the pages are numbered in order.

    Before the number stands the page's address, or the same words on each line. The head is what stands behind the feet
    and begins the text as well.

    >>> head = "03/05/2024 Ferry back | Isle News"
    >>> text = f"{head}\nThe ferry is back.\nhttps://isle.example/a 1/2\n{head}\nFull.\nhttps://isle.example/a 2/2"
    >>> [text[a:b] for a, b in page_edges(text)]
    ['https://isle.example/a 1/2\n03/05/2024 Ferry back | Isle News', 'https://isle.example/a 2/2']
    >>> page_edges("See www.isle.example 1/2 of it.")
    []
    """
    if not may_be_printed(text):
        return []
    numbers = list(_NUMBER.finditer(text))
    for start_of in (_address_before, _line_before):
        feet = [(start, m) for m in numbers if (start := start_of(text, m)) >= 0]
        if _are_feet(text, feet):
            ends = [m.end() for _, m in feet]
            size = _size_of_head(text, ends[:-1])
            heads = [_end_of_head(text, end, size) for end in ends[:-1]]
            return [(start, end) for (start, _), end in zip(feet, [*heads, ends[-1]], strict=True)]
    return []


def _are_feet(text: str, feet: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Whether all pages are numbered in order, and the same stands before each number."""
    numbers = [(int(m[1]), int(m[2])) for _, m in feet]
    if len(feet) < 2 or numbers != [(k, len(feet)) for k in range(1, len(feet) + 1)]:
        return False
    return len({text[start : m.start()].strip() for start, m in feet}) == 1


def may_be_printed(text: str) -> bool:
    """Whether the number of a first page may stand in a text: a quick look."""
    return " 1/" in text or "\n1/" in text


def _address_before(text: str, number: re.Match[str]) -> int:
    """Where the address before a number begins; -1 if none does."""
    at, low = number.start(), max(0, number.start() - _REACH)
    last = text[low:at].split()[-1:]
    found = _ADDRESS.search(last[0]) if last else None
    return -1 if found is None else text.rfind(found[0], low, at)


def _line_before(text: str, number: re.Match[str]) -> int:
    """Where a line begins that ends in a number, with words before it; -1 where it does not."""
    start = text.rfind("\n", 0, number.start()) + 1
    is_line = text[number.end() : number.end() + 1] in ("", "\n") and "\n" in text
    return start if is_line and _SHORTEST <= len(text[start : number.start()].strip()) <= _LONGEST else -1


def _size_of_head(text: str, ends: Sequence[int]) -> int:
    """How many letters, without white space, all pages begin with; 0 where that is no head."""
    begins = ["".join(text[at : at + _LONGEST].split()) for at in (0, *ends)]
    size = sum(1 for _ in takewhile(lambda letters: len({*letters}) == 1, zip(*begins, strict=False)))
    return size if size >= _SHORTEST else 0


def _end_of_head(text: str, at: int, size: int) -> int:
    """Where a head of so many letters ends that begins there: with its line, or with its word where there are none."""
    end = at
    while size and end < len(text):
        size -= not text[end].isspace()
        end += 1
    if end == at or text[end : end + 1].strip() == "":
        return end
    mark = "\n" if "\n" in text else " "
    return max(text.rfind(mark, at + 1, end), at)
