"""Long lines that end in a word after which another must follow: a link stood there, on a line of its own."""

from __future__ import annotations

from functools import cache

from cleantext.text.lists import lines

_LONG = 60  # characters: verse and headings are shorter


@cache
def _articles() -> dict[str, frozenset[str]]:
    rows = (line.partition(":") for line in lines("articles.txt"))
    return {language: frozenset(words.split()) for language, _, words in rows}


@cache
def _of_all() -> frozenset[str]:
    return frozenset[str]().union(*_articles().values())


def leads_on(line: str, language: str) -> bool:
    """Whether a line goes on in the next one, for it is long and ends in an article or the like.

    Of 188 lines of any length in flatnews' soups and pages on lines that ended in one of more such words, 186 went on
    within their paragraph; what may end a clause ("of", "det", "einer", Swedish "av") is not listed.

    >>> leads_on("The bridge was closed on Monday after a warning by engineers of the", "en")
    True
    >>> leads_on("And all the", "en"), leads_on("The bridge was closed on Monday after a warning by engineers", "en")
    (False, False)
    """
    return len(line) >= _LONG and _last(line) in _articles().get(language, ())


def some_lead_on(text: str) -> bool:
    """Whether any line of a text may lead on, in whatever language."""
    words = _of_all()
    return any(len(line) >= _LONG and _last(line) in words for line in text.split("\n")[:-1])


def _last(line: str) -> str:
    return line.rstrip().rpartition(" ")[2]
