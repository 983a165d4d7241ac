"""HTML entities left in the text: found, and what they stand for."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from cleantext.text.spans import Replacement

_AMPERSAND = r"(?:amp|AMP|#38|#x26);"  # "&amp;amp;lt;" was escaped three times over
_ENTITY = re.compile(rf"&(?:{_AMPERSAND})*(#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});")
_BARE = re.compile(
    r"&((?:[lr]d|[lr]s|[lr]a|b|s)quo|[mn]dash|hellip|nbsp|quot(?![a-z])|#8[0-9]{3}|#(?:160|39|34))(?![;0-9]|[A-Za-z]{0,32}=)"
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def entity_edits(text: str) -> list[Replacement]:
    """The entities of a text, as sorted ``(start, end, replacement)``.

    Only what ends in a semicolon and has a meaning in HTML is one, or what stands for a quotation mark, dash, ellipsis
    or no-break space: prose with an ampersand stays.

    >>> entity_edits("a &lt; b &amp;amp; c")
    [(2, 6, '<'), (9, 18, '&')]
    >>> entity_edits("AT&T; the &copy sign; Q&A"), entity_edits("isle.example/?a&quot=1&nbsp=2")
    ([], [])
    >>> entity_edits("&ldquoIt is,&rdquo")
    [(0, 6, '“'), (12, 18, '”')]
    """
    if "&" not in text:
        return []
    found = [*_ENTITY.finditer(text), *_BARE.finditer(text)]
    edits = ((m.start(), m.end(), _meaning(m[1])) for m in sorted(found, key=lambda m: m.start()))
    return [(start, end, new) for start, end, new in edits if new is not None]


def _meaning(name: str) -> str | None:
    """What ``&name;`` stands for; None for a name that HTML does not know or a number without a character.

    >>> _meaning("eacute"), _meaning("#150"), _meaning("#0"), _meaning("nonsense")
    ('é', '–', None, None)
    """
    if not name.startswith("#"):
        return html5.get(f"{name};")
    character = unescape(f"&{name};")
    return None if character == _REPLACEMENT and name.lower() not in ("#65533", "#xfffd") else character
