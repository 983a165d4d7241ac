"""Where the title that is known of an article stands in its text, to be parted from what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from cleantext.text.characters import is_wide
from cleantext.text.spans import Span

_LEAST, _LEAST_WIDE = 16, 10  # characters of what is looked for, at least, and where words have no blanks between them
_PART = 0.4  # of a title, at least, is what stands without the site's name
_LONGEST = 400  # characters of what is still a title
_TIMES = 8  # so many times it stands in a text, at most
_SITES = re.compile(r"\s[|\-–—:»·•]+\s")  # what parts a title from the site's name, in the head of a page
_ALIKE = str.maketrans("‘’‚‛“”„‟«»–—‑\xa0\u202f\u2009", "''''" + '""""""' + "---" + "   ")
_OPEN, _GOES_ON = frozenset("\"'(["), frozenset("\"'.,:;!?)]%")


def title_spans(text: str, title: str) -> list[Span]:
    """Where a known title stands as a block of its own, in order; marks and blanks may be others.

    What goes on behind it in small letters or with a comma is a sentence that begins alike, what stands in quotation
    marks is said of it. Where the text has no title with the site's name, it is looked for without.

    >>> text = "Home News Ferry is back on Monday By Ada Quill The ferry is back."
    >>> [text[a:b] for a, b in title_spans(text, "Ferry is back on Monday | Isle News")]
    ['Ferry is back on Monday']
    >>> title_spans("Ferry is back on Monday, its owner said.", "Ferry is back on Monday")
    []
    """
    plain = text.translate(_ALIKE)
    for said in _forms(title):
        pattern = re.compile(r"\s*".join(map(re.escape, said.split())))
        if found := [m.span() for m in islice(pattern.finditer(plain), _TIMES)]:
            return [span for span in found if _stands_alone(plain, *span)]
    return []


def are_titles(texts: Iterable[str], title: str) -> Iterator[bool]:
    """Whether each text is a known title and nothing else, with the site's name or without, marks and blanks aside.

    >>> [*are_titles(["Mayor: “No more ferries”", "Mayor: no"], 'Mayor: "No more  ferries" - Isle News')]
    [True, False]
    """
    forms = {*map(_squeezed, (title, *_forms(title)))}
    return (len(text) <= _LONGEST and _squeezed(text) in forms for text in texts)


def _squeezed(text: str) -> str:
    return "".join(text.translate(_ALIKE).split())


def _forms(title: str) -> Iterator[str]:
    """A title with plain marks, as it is and without what stands behind or before the site's name."""
    plain = title.translate(_ALIKE).strip()
    forms = {plain: None}
    if parts := [*_SITES.finditer(plain)]:
        found = plain[: parts[-1].start()], plain[: parts[0].start()], plain[parts[0].end() :]
        forms |= dict.fromkeys(f for f in found if len(f) >= _PART * len(plain) and not f[:1].islower())
    return (form for form in forms if (_LEAST_WIDE if is_wide(form) else _LEAST) <= len(form) <= _LONGEST)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands on both sides of a title is not of the same sentence."""
    if text[start - 1 : start] in _OPEN:
        return False
    if start and text[start - 1].isalnum() and text[start].islower():
        return False
    after = text[end : end + 2]
    if not after or after[0] == "\n":
        return True
    if after[0] in _GOES_ON and after[0] != text[end - 1]:
        return False
    first = after.lstrip()[:1]
    goes_on = first.islower() or "ぁ" <= first <= "ゟ"  # a particle
    return not (goes_on or (first.isdigit() and text[end - 1].isdigit()))
