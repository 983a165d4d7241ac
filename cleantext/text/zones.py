"""Time zones as time stamps name them: which follows a time, and its offset."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache

from cleantext.text.lexicon import lexicon
from cleantext.text.lists import lines

AMERICAN = frozenset("ET CT MT PT EST EDT CDT MDT MST PST PDT".split())
_OFFSET = re.compile(r"\s?\(?(?:UTC|GMT)\s?([+-]\d{1,2})(?::?(\d\d))?|\s?([+-]\d\d):?(\d\d)(?!\d)")

_SHORT = "|".join(sorted(name for name in AMERICAN if len(name) == 2))
_BEFORE_DATELINE = re.compile(rf"(\s?(?:{_SHORT}))[A-Z]{{3,}}(?=[, (][^\n—–]{{0,40}}(?:[—–]|--| - ))")


def zone_at(text: str, at: int) -> str:
    """The zone that stands after a time, as written, its blank included."""
    if m := _OFFSET.match(text, at) or _zone_names().match(text, at):
        return m[0]
    m = _before_capitals().match(text, at) or _BEFORE_DATELINE.match(text, at)
    return m[1] if m and m[0].strip().lower() not in lexicon("en") else ""


@cache
def _zones() -> dict[str, str]:
    return dict(line.split() for line in lines("zones.txt"))


@cache
def _zone_names() -> re.Pattern[str]:
    """A zone's name; the next word may be glued to it ("ESTPresident", "ESTA ferry") but may not go on in capitals."""
    names = "|".join(sorted(_zones(), key=len, reverse=True))
    return re.compile(rf"\s?\(?(?:{names})(?![a-z])(?![A-Z](?![a-z])(?!(?<=[AI]) [a-z]))|Z(?![A-Za-z])")


@cache
def _before_capitals() -> re.Pattern[str]:
    """A zone's name with a word in capitals glued to it: "ESTOSLO (Reuters)", but not "ESTATE"."""
    names = "|".join(sorted((name for name in _zones() if len(name) > 2), key=len, reverse=True))
    return re.compile(rf"(\s?(?:{names}))[A-Z]{{2,}}(?![a-z])")


def zone_of(zone: str) -> tzinfo | None:
    """The zone's offset, or its rules where the name is that of a place; None for what is not known here."""
    zone = zone.strip(" (")
    if zone == "Z":
        return UTC
    if m := _OFFSET.fullmatch(zone):
        hours, minutes = (m[1], m[2]) if m[1] else (m[3], m[4])
        return _offset(hours, minutes or "0")
    value = _zones().get(zone, "")
    return _place(value) if "/" in value else _offset(*value.split(":")) if value else None


def _offset(hours: str, minutes: str) -> timezone | None:
    sign = -1 if hours.startswith("-") else 1
    total = sign * (abs(int(hours)) * 60 + int(minutes))
    return timezone(timedelta(minutes=total)) if abs(total) < 24 * 60 else None


def _place(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:  # a system without the time zone tables
        return None
