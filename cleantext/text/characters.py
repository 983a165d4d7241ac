"""Classes of characters, as strings to build plain regular-expression classes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.spans import Span

_LETTERS = [c for a, b in ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x1F00)) for c in map(chr, range(a, b))]

UPPER = "".join(c for c in _LETTERS if c.isupper())
LOWER = "".join(c for c in _LETTERS if c.islower())
UNCASED_LETTERS = (
    "\u05d0-\u05ea\u0620-\u065f\u0670-\u06d3\u0900-\u0963\u0980-\u0dff\uac00-\ud7a3"
    "\u1000-\u103f\u10d0-\u10fa\u1200-\u135f\u1780-\u17d3"
)
"""Letters, with the marks on them, of scripts with blanks between words and without capitals."""
FINAL_LETTERS = "ةىךםןףץ"
"""Letters that only end words, in Arabic and Hebrew."""
UNCASED_STOPS = "؟۔।॥።။។"
"""What ends sentences in Arabic, Urdu, Hindi and Sanskrit, Amharic, Burmese and Khmer."""
STOPS = f".!?…{UNCASED_STOPS}"
SET_OFF = "?!:;…"
"""Marks that French sets off by a blank from the word before."""
WIDE_STOPS = "。！？｡"
WIDE_CLOSERS = "」』）】》〉"
CONTINUING = ",.;:)!?"  # what begins with one of these goes on
CONTINUING_UNCASED = f"、，．：；،؛{UNCASED_STOPS}{WIDE_STOPS}{WIDE_CLOSERS}"
OPEN_UNCASED = "、，،「『（【《〈"  # after these it goes on


_DIGIT = re.compile(r"\d")
_NO_LETTER = re.compile(r"[\W\d_]")
_WIDE_RUN = re.compile("[぀-鿿]+")
_ZEROS = 0x660, 0x6F0, 0x966, 0x9E6, 0xE50  # of Arabic, Persian, Hindi, Bengali and Thai
_PLAIN_DIGITS = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}
_ONES_AND_TWOS = "".join(chr(zero + digit) for zero in _ZEROS for digit in (1, 2))  # every year has one
_SPELT = str.maketrans(
    "ışţάέήίόύώϊϋΐΰςأإآ",
    "ișțαεηιουωιυιυσااا",
    "\u0307\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0983",
)  # letters that are written so or so, and marks that may be left out: the dot of ``İ``, Arabic vowels, a visarga


def ends_in_letter(text: str, end: int) -> bool:
    """Whether a letter stands right before a place.

    >>> ends_in_letter("a1", 1), ends_in_letter("a1", 2), ends_in_letter("a1", 0)
    (True, False, False)
    """
    return end > 0 and not _NO_LETTER.match(text, end - 1)


def begin_of_letters(text: str, end: int, most: int) -> int:
    """Where the letters before a place begin; -1 if there are none, or more than so many.

    >>> begin_of_letters("a well-known", 6, 40), begin_of_letters("a well-known", 6, 3), begin_of_letters("1-", 1, 9)
    (2, -1, -1)
    """
    start = end
    while start and not _NO_LETTER.match(text, start - 1):
        start -= 1
        if end - start > most:
            return -1
    return start if start < end else -1


def has_digit(text: str) -> bool:
    """Whether there is a digit of any script in a text.

    >>> has_digit("Updated ٣ hours ago"), has_digit("Ada Quill")
    (True, False)
    """
    return _DIGIT.search(text) is not None


def with_plain_digits(text: str) -> str:
    """The text with 0 to 9 for the digits of Arabic, Persian, Hindi, Bengali and Thai, and as long.

    >>> with_plain_digits("۱۴ مارس ২০২৫")
    '14 مارس 2025'
    """
    if text.isascii() or not any(digit in text for digit in _ONES_AND_TWOS):
        return text
    return text.translate(_PLAIN_DIGITS)


def folded(text: str) -> str:
    """A text in small letters, the same for ``İ`` and ``I``, ``i`` and ``ı``, whose capitals depend on the language.

    So are Greek letters with and without accents, as capitals have none, the cedilla and the comma below Romanian
    letters, an alef with and without its hamza, and Arabic without its vowels.

    >>> folded("İLGİLİ HABER"), folded("AYRICA") == folded("Ayrıca")
    ('ilgili haber', True)
    >>> folded("ΕΠΙΣΗΣ") == folded("επίσης"), folded("Citeşte") == folded("Citește"), folded("إقرأ") == folded("اقرأ")
    (True, True, True)
    """
    text = text.lower()
    return text if text.isascii() else text.translate(_SPELT)


LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK = re.compile(r"\n\s*")
_OTHER_LINE_END = re.compile(f"[{LINE_ENDS[1:]}]")


def with_plain_line_ends(text: str) -> str:
    r"""The text with a line feed for each character that ends a line, and as long.

    >>> with_plain_line_ends("one\r\ntwo\x85")
    'one\n\ntwo\n'
    """
    return _OTHER_LINE_END.sub("\n", text)


def line_breaks(text: str) -> int:
    r"""How many line breaks a text has, whatever they are written with.

    >>> line_breaks("one\r\ntwo\x85three\n"), line_breaks("one")
    (3, 0)
    """
    return sum(map(text.count, LINE_ENDS)) - text.count("\r\n")


def breaks_in(text: str) -> Iterator[Span]:
    r"""Where lines end in a text: the white space around each line feed, or several.

    >>> list(breaks_in("one \n\n two\nthree"))
    [(3, 7), (10, 11)]
    """
    for found in _BREAK.finditer(text):
        start, end = found.span()
        while start and text[start - 1].isspace():
            start -= 1
        yield start, end


def is_wide(text: str) -> bool:
    """Whether most of the text's beginning is written without blanks between words (Japanese, Chinese)."""
    sample = text[:2000]
    if len(sample.encode("utf-8", "surrogatepass")) * 3 <= len(sample) * 5:  # those characters take three bytes
        return False
    return sum(map(len, _WIDE_RUN.findall(sample))) * 3 > len(sample)


def is_wide_letter(char: str) -> bool:
    """Whether a character is a letter of Japanese or Chinese.

    >>> [is_wide_letter(char) for char in ("北", "ア", "。", "a", "")]
    [True, True, False, False, False]
    """
    return "\u3041" <= char <= "\u9fff" and char.isalpha()
