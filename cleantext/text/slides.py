"""The captions of a slideshow, each with its number: "3/12 The old pier", "Photo 3 of 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,12} )?([1-9]\d{0,2}) ?(?:/|of|von|de|di|sur|van|av|из|z) ?([1-9]\d{0,2})(?!\d)[ :|.–-]*"
)
_BEHIND_LABEL = re.compile(r"(?:[^\W\d_]{1,12} ){1,3}([1-9]\d{0,2}) ?(?:/|of) ?([1-9]\d{0,2}) ?\| ?")
_LEAST = 3  # slides with other numbers and the same count


def slides_in(texts: Iterable[tuple[int, str]]) -> Iterator[int]:
    """Which of these texts, each with its place, are slides: three or more with other numbers and the same count.

    >>> list(slides_in(enumerate(["1/4 The pier", "2/4 A dock", "4/4 A ferry", "1/2 cup of rice"])))
    [0, 1, 2]
    """
    shows: dict[str, dict[int, int]] = {}
    for i, text in texts:
        if (m := _NUMBER.match(text)) and int(m[1]) <= int(m[2]):
            shows.setdefault(m[2], {})[i] = int(m[1])
    for slides in shows.values():
        if len(set(slides.values())) >= _LEAST:
            yield from slides


def is_number(text: str) -> bool:
    """Whether a text is the number of a slide and nothing else.

    >>> is_number("3 of 54"), is_number("3 of 54 boats")
    (True, False)
    """
    m = _NUMBER.fullmatch(text)
    return m is not None and int(m[1]) <= int(m[2])


def without_number(text: str) -> str:
    """A caption without the number of its slide.

    >>> without_number("Photo 3 of 12: The old pier"), without_number("Read more 3 of 12 | The old pier")
    ('The old pier', 'The old pier')
    >>> without_number("The old pier"), without_number("The first 3 of 12 boats")
    ('The old pier', 'The first 3 of 12 boats')
    """
    m = _NUMBER.match(text) or _BEHIND_LABEL.match(text)
    return text[m.end() :] if m and int(m[1]) <= int(m[2]) >= _LEAST else text
