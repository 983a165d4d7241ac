"""Text that was cut into tokens as the Penn Treebank cuts: ``-LRB- AP -RRB- `` It is n't , '' she said .``

Collections made for parsers and for summaries hold news so, also in small letters. Brackets have the names that the
treebank gave them; the rest are blanks, and quotation marks of two characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.spans import Replacement

_TELLS = "-LRB-", "-lrb-", "-RRB-", "-rrb-", " n't", "`` ", " ''"
_BRACKETS = {"LRB": "(", "RRB": ")", "LSB": "[", "RSB": "]", "LCB": "{", "RCB": "}"}
_OPENING = frozenset("([{")
_TOKEN = re.compile(
    r"(?<!\S)-(?P<bracket>[LR][RSC]B|[lr][rsc]b)-(?!\S)"
    r"|(?<!\S)(?P<opening>``?)(?: (?=\S)|$)"
    r"|(?P<closing> ''?)(?!\S)"
    r"|(?P<ending> )(?=(?:n't|'(?:s|re|ve|ll|d|m)|N'T|'(?:S|RE|VE|LL|D|M)|[,.;:?!%])(?!\S))"
    r"|(?<=[$£€]) (?P<money>)(?=\d)"
)
_APART = re.compile(r" [,.](?!\S)")
_JOINED = re.compile(r"[^\W\d_]{2}[,.](?!\S)")
_OFTEN = 5  # times as many stops and commas must stand apart as do not
_MANY = 6  # of these that tell it where no token of the treebank's does


def treebank_edits(text: str) -> list[Replacement]:
    """What tokens were made of, as sorted ``(start, end, replacement)``, if a text is cut into tokens.

    >>> text = "-LRB- AP -RRB- `` It is n't , '' she said : $ 5 ."
    >>> edits = treebank_edits(text)
    >>> for start, end, new in reversed(edits): text = text[:start] + new + text[end:]
    >>> text
    '(AP) "It isn\\'t," she said: $5.'
    >>> treebank_edits("“It isn't,” she said, and left.")
    []
    >>> len(treebank_edits("he came , saw , sang , ate , drank , slept and left ."))
    6
    """
    return list(_edits(text)) if _is_cut(text) else []


def _is_cut(text: str) -> bool:
    least = 1 if any(mark in text for mark in _TELLS) else _MANY
    if text.count(" .") + text.count(" ,") < least:
        return False
    apart = sum(1 for _ in _APART.finditer(text))
    return apart >= least and apart > _OFTEN * sum(1 for _ in _JOINED.finditer(text))


def _edits(text: str) -> Iterator[Replacement]:
    done = 0
    for m in _TOKEN.finditer(text):
        start, end = m.span()
        if m["bracket"]:
            mark = _BRACKETS[m["bracket"].upper()]
            if mark in _OPENING:
                end += text[end : end + 1] == " "
            else:
                start -= start > done and text[start - 1] == " "
        elif m["opening"] or m["closing"]:
            mark = '"' if len((m["opening"] or m["closing"]).strip()) > 1 else "'"
        else:
            mark = ""
        yield start, end, mark
        done = end
