"""English words that lost the blank behind a possessive or a contraction: ``the president’srefusal``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.lexicon import Lexicon

_RUN_ON = re.compile(
    r"['’](s(?<=[^\W\d_]{2}..)|t(?<=n..)|re(?<=[eu]...)|re(?<=[Tt]hey...)|ve(?<=[^\W\d_]...)|ll(?<=[^\W\d_]...))"
    r"([^\W\d_]{2,})"
)


def run_on_contractions(text: str, words: Lexicon) -> Iterator[int]:
    """Where, in English, the word begins that ran into an ``'s``, ``n't``, ``'re``, ``'ve`` or ``'ll``.

    No English word has letters behind these; a quotation that ran into the word before it begins with a known word. In
    flatnews' texts, silver's pages and the scraped texts 40 such places had lost a blank; what else has this form is
    Zulu and Xhosa (``I'solezwe``), behind one letter.

    >>> text = "The harbour’srules weren'tread, they'reold: I'solezwe, O'Sullivan, it was'said in'the dock's'"
    >>> [text[:at][-4:] + "|" + text[at:][:3] for at in run_on_contractions(text, {"said": 1, "the": 1})]
    ['ur’s|rul', "en't|rea", "y're|old"]
    """
    yield from (m.start(2) for m in _RUN_ON.finditer(text) if words.get(f"{m[1]}{m[2]}".lower(), -1) < 0)
