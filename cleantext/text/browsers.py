"""What text browsers (lynx, links, elinks, w3m) leave in the text of a page: numbers of links, and their addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleantext.text.characters import with_plain_line_ends
from cleantext.text.spans import Replacement

_NUMBER = re.compile(r"(?:(?<=[\s(“\"'‘«#])|^)\[(\d{1,5})\](?=\S)")
_ADDRESSES = re.compile(r"\n[ \t]{0,8}References[ \t]{0,8}\n(?=\s{1,9}(?:Visible links|\d{1,5}\. [a-z]{3,12}:\S))")
_ADDRESS = re.compile(r"\s{0,9}\d{1,5}\. \S|\t[a-z]{3,12}:|\s{0,9}(?:Visible|Hidden) links")
_PICTURE = re.compile(r"(?<!\S)\[[^\s\[\]]{1,80}\.(?:png|jpe?g|gif|svg|webp|avif)\](?!\()[ \t]?")
_FEWEST = 5  # numbers of links
_IN_ORDER, _NEXT = 0.95, 0.6  # shares of them that are greater than the one before, and by one
_LISTED = 0.9  # share of the lines behind "References" that are addresses, or say whose they are


def browser_edits(text: str) -> list[Replacement]:
    r"""The numbers before links, the names of pictures and the list of addresses behind the text, as sorted edits.

    Footnotes have their number behind the word that they are about, so that they are told from links.

    >>> page = "\n".join(f"   [{n}]Pier {n}" for n in range(1, 6))
    >>> text = f"{page}\n\nReferences\n\n   1. https://example.com/1\n   2. https://example.com/2\n"
    >>> edits = browser_edits(text)
    >>> for start, end, new in reversed(edits):
    ...     text = text[:start] + new + text[end:]
    >>> text.split()
    ['Pier', '1', 'Pier', '2', 'Pier', '3', 'Pier', '4', 'Pier', '5']
    >>> browser_edits("The pier[1] is old.[2] So is the ferry,[3] he says.[4] Both[5] will go.")
    []
    """
    if "[" not in text:
        return []
    text = with_plain_line_ends(text)
    numbers = [(m.start(), m.end(), int(m[1])) for m in _NUMBER.finditer(text)]
    end = _before_addresses(text)
    is_numbered = _are_in_order([n for _, _, n in numbers])
    if not is_numbered and end == len(text):
        return []
    found = [(start, stop, "") for start, stop, _ in numbers if stop <= end] if is_numbered else []
    found += [(m.start(), m.end(), "") for m in _PICTURE.finditer(text, 0, end)]
    return sorted([*found, *([(end, len(text), "")] if end < len(text) else [])])


def _are_in_order(numbers: Sequence[int]) -> bool:
    """Whether there are some, and they count up, mostly by one."""
    if len(numbers) < _FEWEST:
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    up, by_one = sum(step > 0 for step in steps), steps.count(1)
    return up >= _IN_ORDER * len(steps) and by_one >= _NEXT * len(steps)


def _before_addresses(text: str) -> int:
    """Where the list of addresses begins that ends a text; its end where there is none."""
    headings = [m.span() for m in _ADDRESSES.finditer(text)]
    if not headings:
        return len(text)
    start, end = headings[-1]
    lines = [line for line in text[end:].split("\n") if line.strip()]
    is_list = sum(_ADDRESS.match(line) is not None for line in lines) >= _LISTED * len(lines)
    return start if is_list else len(text)
