"""Who speaks, said between dashes within what is said: "«Иду,— сказал он.— И вы идите»".

In Russian, Ukrainian, Bulgarian, Belarusian and Polish a dash parts direct speech from who says it, and the speech that
goes on in the same paragraph begins with a dash too, as paragraphs do. Of 17 in flatnews and our own pages 15 go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.spans import Span

LANGUAGES = frozenset(("ru", "uk", "bg", "be", "pl", ""))  # the last: too short to tell
_CYRILLIC = frozenset(map(chr, range(0x430, 0x460)))
_LONGEST = 90  # characters of who says it
_SAID = re.compile(rf"(?<=[^\s\d]) ?[—–-] (?=[^\W\d_])([^.!?\n—–]{{2,{_LONGEST}}})\. ?[—–-] ?")
_SIGNED = re.compile(r" ?[—–-] ?(?:[^\W\d_]\. ?){1,3}\)")  # an editor's note, in brackets


def attributions_in(text: str, language: str) -> Iterator[Span]:
    """Where direct speech is interrupted, from what stands before the first dash to behind the second.

    >>> text = "«Иду,— сказал он.— И вы идите».— Я жду. Так решили все (кроме Анны.— А. К.)."
    >>> [text[a:b] for a, b in attributions_in(text, "ru")]
    [',— сказал он.— ', '.— А. К.)']
    """
    if language not in LANGUAGES:
        return
    for m in _SAID.finditer(text):
        if m[1][0].islower() and (language or m[1][0] in _CYRILLIC):
            yield m.start() - 1, m.end()
    for m in _SIGNED.finditer(text):
        yield m.start() - 1, m.end()
