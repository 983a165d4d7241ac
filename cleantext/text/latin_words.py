"""Words in Latin letters within Japanese and Chinese sentences: no capital in them tells that two blocks were glued."""

from __future__ import annotations

import re

from cleantext.text.characters import WIDE_STOPS, is_wide_letter

_INNER = frozenset(" \xa0.-_/+&'’:#@")  # what stands between such words and numbers
_JOINING = frozenset("._-/#@")  # and may join them without a blank
_BEFORE, _AFTER = frozenset("、，「（《“"), frozenset("、，。」）》”！？")  # where a sentence of a wide script goes on
_LONGEST = 60  # characters of such words on a side of a gap
_STOP, _LONGEST_REST = re.compile(f"[{WIDE_STOPS}]"), 80  # characters to the end of the sentence, which no menu has


def in_latin_words(text: str, start: int, end: int) -> bool:
    """Whether a gap lies between two letters or digits of ASCII, or behind a mark that joins them, that stand in a
    sentence of a wide script.

    >>> text = "在标准的ResNet-50测试中，搭载Exynos 5100的手机。"
    >>> [in_latin_words(text, at, at) for at in (7, 4)], in_latin_words(text, 25, 26)
    ([True, False], True)
    >>> in_latin_words("発売された。Ferry NewsHomeへ", 16, 16)
    False
    """
    first, last = start - 1, end
    if start == end and text[first] in _JOINING:
        first -= 1
    if first < 0 or not (_is_latin(text[first]) and _is_latin(text[last])):
        return False
    while first > start - _LONGEST and first >= 0 and (_is_latin(text[first]) or text[first] in _INNER):
        first -= 1
    while last < min(end + _LONGEST, len(text)) and (_is_latin(text[last]) or text[last] in _INNER):
        last += 1
    before, after = text[max(first, 0)], text[last : last + 1]
    is_within = (is_wide_letter(before) or before in _BEFORE) and (is_wide_letter(after) or after in _AFTER)
    return is_within and _STOP.search(text, last, last + _LONGEST_REST) is not None


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
