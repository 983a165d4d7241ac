"""Quantities as recipes list them: "250 g flour", "1/2 tsp salt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cleantext.text.characters import has_digit
from cleantext.text.lists import lines

_LONGEST, _MOST = 150, 40  # characters of an item, and items
_FEWEST, _MORE = 3, 3  # items with a quantity, at least; items without a number behind the last, at most
_FRACTIONS = "½¼¾⅓⅔⅛"


def has_quantity(text: str) -> bool:
    """Whether a text gives a quantity of the kitchen.

    >>> has_quantity("250 g flour"), has_quantity("½ Tasse Milch"), has_quantity("小さじ2"), has_quantity("250 grapes")
    (True, True, True, False)
    """
    has_number = has_digit(text) or any(fraction in text for fraction in _FRACTIONS)
    return has_number and _pattern().search(text.lower()) is not None


def ingredients_in(texts: Sequence[str], listed: Sequence[bool]) -> Iterator[int]:
    """The texts that are items of a list of ingredients: short ones in a row, of which some give a quantity.

    ``listed`` says which may be items at all. The last of the row, without a number, may head what follows.

    >>> texts = ["For four", "250 g flour", "1 pinch of salt", "2 eggs", "3 tbsp oil", "Pepper", "To do", "Beat it."]
    >>> list(ingredients_in(texts, [True] * 7 + [False]))
    [1, 2, 3, 4, 5]
    """
    at = 0
    while at < len(texts):
        begin = at
        while at < len(texts) and listed[at] and len(texts[at]) <= _LONGEST:
            at += 1
        measured = {i for i in range(begin, at) if has_quantity(texts[i])}
        numbered = [i for i in range(begin, at) if i in measured or texts[i][0].isdigit()]
        if len(measured) >= _FEWEST and numbered[-1] - numbered[0] < _MOST:
            yield from range(numbered[0], max(numbered[-1] + 1, min(numbered[-1] + 1 + _MORE, at - 1)))
        at += 1


@cache
def _pattern() -> re.Pattern[str]:
    units = {unit for line in lines("units.txt") for unit in line.partition(":")[2].strip().split(", ")}
    wide = "|".join(sorted(map(re.escape, filter(_is_wide, units)), key=len, reverse=True))
    others = "|".join(sorted((re.escape(unit) for unit in units if not _is_wide(unit)), key=len, reverse=True))
    number = rf"(?:[0-9][0-9.,/]*|[{_FRACTIONS}])"
    return re.compile(rf"(?<![0-9.,]){number}\s?(?:(?:{others})(?![^\W_])|{wide})|(?:{wide}){number}")


def _is_wide(unit: str) -> bool:
    return unit[0] > "\u2e7f"
