"""What news aggregators put before an article: ``(Site | Name )- ``."""

from __future__ import annotations

import re

from cleantext.text.spans import Span

_HEAD = 600  # characters of a text in which it is looked for
_LABEL = re.compile(r"(?<![^\n])\((?=[^()\n|]*\|)[^()\n]{3,80}\) ?[-–—]( )(?=\S)")


def label_of(text: str) -> Span | None:
    """The label at the beginning of a line near the text's beginning: where it starts, and where its last blank stands.

    >>> label_of("(Harbour Post | Isle News )- Ferry back on Monday")
    (0, 28)
    >>> label_of("(Reuters) - Ferry back on Monday") is None
    True
    """
    if "|" not in text[:_HEAD]:
        return None
    m = _LABEL.search(text, 0, _HEAD)
    return (m.start(), m.start(1)) if m else None


def is_label(text: str) -> bool:
    """Whether a text is such a label and nothing more.

    >>> is_label("(Harbour Post | Isle News )-"), is_label("(Harbour Post | Isle News )- Ferry back")
    (True, False)
    """
    return text[0] == "(" and text[-1] in "-–—" and label_of(f"{text} .") == (0, len(text))
