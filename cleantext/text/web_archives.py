"""What a web archive puts above a page that it shows again: how often it was kept, when, and by whom it was collected.

The Wayback Machine's banner ends with a line of its own for print, which holds the address of the page.
"""

from __future__ import annotations

import re

from cleantext.text.spans import Span

_ADDRESS = re.compile(r"(?:TIMESTAMPS\s*)?The Wayback Machine - https?://web\.archive\.org/\S+")
_BEGINNING = re.compile(r"\d[\d,]{0,12} captures?|success\s*fail")
_MACHINE, _OF_PAGE = "Wayback Machine", "org/web/"
_WITHIN = "About this capture"
_LONGEST = 20_000  # characters from the text's beginning


def archive_banner(text: str) -> Span | None:
    """Where such a banner stands, or only its line for print, with the address of a page.

    >>> text = "Ferry runs again\\n7 captures\\n3 May 2020 - 4 Jun 2021\\nAbout this capture\\nIsle Crawls\\n"
    >>> text += "TIMESTAMPS\\nThe Wayback Machine - https://web.archive.org/web/2020/https://isle.example\\nMenu"
    >>> start, end = archive_banner(text)
    >>> text[:start], text[end:]
    ('Ferry runs again\\n', '\\nMenu')
    >>> text = "The Wayback Machine - https://web.archive.org/web/2020/http://isle.example/ferry Ferry runs again"
    >>> text[archive_banner(text)[1] :]
    ' Ferry runs again'
    >>> archive_banner("The Wayback Machine - https://web.archive.org/ - keeps it. About this capture we know little.")
    """
    address = _ADDRESS.search(text, 0, _LONGEST) if _MACHINE in text else None
    if address is None:
        return None
    if _WITHIN not in text:
        return address.span() if _OF_PAGE in address[0] else None
    begin = _BEGINNING.search(text, 0, address.start())
    is_banner = begin is not None and text.find(_WITHIN, begin.end(), address.start()) >= 0
    return (begin.start(), address.end()) if begin is not None and is_banner else None
