"""A name behind brackets that belong to an office or a place: "Superintendent (Rural) Ada Quill said"."""

from __future__ import annotations

import re

from cleantext.text.characters import LOWER, UPPER
from cleantext.text.leading import says
from cleantext.text.lexicon import Lexicon, share_of
from cleantext.text.picture_labels import says_who_stands_where
from cleantext.text.unparted import is_office

_REACH = 90  # characters of an office and brackets, and of a name and a verb
_WRITTEN_SMALL = 2  # how often a word is written small, as a class: from here on half the time and more
_BRACKETED = re.compile(  # an office in capitals, what it is of, and few words in brackets, of no address or credit
    rf"(?<!\S)([{UPPER}][{UPPER}{LOWER}-]*)(?: of [{UPPER}][\w-]*)?\.? "
    r"\((?![0-9]+\))[^()\n:/@]{1,50}\)$"
)
_WORD = rf"[{UPPER}][\w’'-]{{0,30}}"
_NAMED = re.compile(rf"({_WORD})\.?((?: (?:of )?{_WORD}\.?){{0,4}}) ([{LOWER}]+)")


def in_office(text: str, start: int, end: int, words: Lexicon, language: str) -> bool:
    """Whether a gap stands between brackets and a name, and an office before or a verb of telling behind goes on.

    Of such gaps in flatnews' pages and scraped texts, all blanks, two, and none parted blocks.

    >>> from cleantext.text.lexicon import lexicon
    >>> texts = "The DCP (Rural)| Ada Quill told us", "Minister of Ports (retd)| Bo Tern on", "Mole (CNN)| That said"
    >>> [in_office(text.replace("|", ""), at := text.index("|"), at + 1, lexicon("en"), "en") for text in texts]
    [True, True, False]
    """
    if text[start - 1] != ")":
        return False
    before = _BRACKETED.search(text, max(0, start - _REACH), start)
    then = _NAMED.match(text, end, end + _REACH)
    if before is None or then is None or says_who_stands_where(before.group()):
        return False
    if share_of(words.get(then.group(1).lower(), 0)) >= _WRITTEN_SMALL and not is_office(then.group(1), language):
        return False
    return says(then.group(3), language) or (is_office(before.group(1), language) and bool(then.group(2)))
