"""Hashtags at the end of a post, or alone on a line: what it is filed under, not what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.spans import Span

_TAGS = re.compile(r"#\w{2,60}(?:[ \t]{0,2}#\w{2,60})*")
_ENDS = frozenset(".!?…\"”’»)。！？")
_SEVERAL = 2  # that end a text, at least


def hashtags_in(text: str) -> Iterator[Span]:
    """Where hashtags fill a line, or several end the text behind a sentence.

    >>> text = "The #ferry is back. #Isle #Ferry"
    >>> [text[a:b] for a, b in hashtags_in(text)], list(hashtags_in("#Isle wins, says the #Ferry"))
    (['#Isle #Ferry'], [])
    """
    if "#" not in text:
        return
    last = len(text.rstrip())
    for found in _TAGS.finditer(text):
        start, end = found.span()
        if start and not text[start - 1].isspace():
            continue
        before = text[max(0, start - 3) : start].rstrip(" \t")[-1:]
        after = text[end : end + 3].lstrip(" \t")[:1]
        fills_line = before in ("", "\n") and after in ("", "\n")
        if fills_line or (found[0].count("#") >= _SEVERAL and before in _ENDS and end == last):
            yield start, end
