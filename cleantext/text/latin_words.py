"""Words in Latin letters within Japanese and Chinese sentences: no capital in them tells that two blocks were glued."""

from __future__ import annotations

import re

from cleantext.text.characters import WIDE_STOPS, is_wide_letter

_INNER = frozenset(" \xa0.-_/+&'’:#@")  # what stands between such words and numbers
_JOINING = frozenset("._-/#@")  # and may join them without a blank
_BEFORE, _AFTER = frozenset("、，「（《“"), frozenset("、，。」）》”！？")  # where a sentence of a wide script goes on
_LONGEST = 60  # characters of such words on a side of a gap
_WIDE = "\u3041-\u30ff\u3400-\u9fff"
_SET_OFF = re.compile(f"[{_WIDE}] (?=[A-Za-z0-9])|[A-Za-z0-9%+] (?=[{_WIDE}])")
_NOT_SET_OFF = re.compile(f"[{_WIDE}](?=[A-Za-z0-9])|[A-Za-z0-9](?=[{_WIDE}])")
_MARK, _APART = re.compile("[。！？，；：、]"), re.compile(f"[{_WIDE}] [{_WIDE}]|\n")
_NEAR = 80  # characters to the next mark
_LEAST, _TIMES = 6, 1.5  # blanks of a text that sets such words off, and to each place without one
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


def set_off_in(text: str) -> frozenset[int]:
    """The blanks between a wide letter and a word in Latin letters or a number within a sentence, in texts that set off
    most of such words so: a mark comes before the next blank between two wide letters, as menus have them.

    >>> text = "她在 2021 年用 Quay 的船送货，每周送 14 次，用的是 Tern 公司的地图 。首页 App 下载 关于"
    >>> sorted(set_off_in(text))
    [2, 7, 10, 15, 24, 27, 33, 38]
    >>> set_off_in("首页 App 下载 关于。她在2021年用Quay的船送货。")
    frozenset()
    """
    found = [m.start() + 1 for m in _SET_OFF.finditer(text) if _is_within_sentence(text, m.start() + 2)]
    if len(found) < _LEAST:
        return frozenset()
    others = sum(1 for m in _NOT_SET_OFF.finditer(text) if _is_within_sentence(text, m.start() + 1))
    return frozenset(found) if len(found) >= _TIMES * others else frozenset()


def _is_within_sentence(text: str, at: int) -> bool:
    mark = _MARK.search(text, at, at + _NEAR)
    return mark is not None and _APART.search(text, at, mark.start()) is None


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
