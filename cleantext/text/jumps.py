"""Lines of print that say on which page an article goes on, or from which it does: "See FERRY, Page A17"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from cleantext.text.lists import Sections, any_of, sections
from cleantext.text.spans import Span

_LONGEST = 70  # characters of such a line
_SIGNS, _OPENING, _CLOSING = "»›>→►▶«‹<←◄◀–—-•* ", "([", ")]"  # which may stand around one
_TITLE = r"[^\W\d_a-zß-ÿ][^\n\d.!?:;()\"]{1,40}"
_SLUG = r"[^\W\d_a-zß-ÿ]{2}(?:[^\W\d_a-zß-ÿ]|[ '’&/-]){0,30}"
_LETTERED = r"[A-Z]{1,2}-?\d{1,3}"  # a page of a section, without the word for it
_NUMBER = r"[A-Z]{0,2}-?\d{1,3}(?:[A-Z](?![^\W_]))?"
_BLANK = "(?:, ?| )"
_BEFORE = re.compile(r"(?:|[^\n]?\n|[^\n]?[.!?…”\"»’)\]]|[.!?…”\"»’)\]] )$")  # where a sentence may have ended
_BEHIND = r"(?=\s*$|\n| ?[^\W\d_a-zß-ÿ]| ?[“„\"«(‘])"  # and the next may begin
_SIGN = r"(?:(?:»|>{1,2}|[–—-]|►) ?)?"
_HINT = re.compile(r"[Pp][aáAÁ][gG]|Seite|seite|SEITE|blz|[A-Z]-?\d")  # what each has


def may_have_jumps(text: str) -> bool:
    """Whether a line that says so may stand in a text: a quick look."""
    return _HINT.search(text) is not None


def is_jump(text: str) -> bool:
    """Whether a line says where an article goes on and nothing else, in any language.

    >>> [is_jump(line) for line in ("See FERRY, Page A17", "(Continued on Page Six.)", "» SEITE 18", "FERRY, from A1")]
    [True, True, True, True]
    >>> is_jump("Fortsetzung auf Seite 18"), is_jump("See Ada Quill, Page A17 of the report"), is_jump("12:4")
    (True, False, False)
    """
    if len(text) > _LONGEST or not _HINT.search(text):
        return False
    line = text.strip(_SIGNS)
    if line[:1] in _OPENING and line[-1:] in _CLOSING:
        line = line[1:-1].strip(_SIGNS)
    lists = sections("jumps") if line else {}
    return any(_of_lines(one).fullmatch(line) for one in lists if any(word in line for word in _hints(one)))


def jumps_in(text: str, language: str) -> list[Span]:
    """Where they stand in running text, between two sentences or in brackets between them.

    >>> text = "It is shut. (Continued on Page 12, Col. 3) The ferry is back. Please see FERRY, A12 He left."
    >>> [text[a:b] for a, b in jumps_in(text, "en")]
    ['(Continued on Page 12, Col. 3)', 'Please see FERRY, A12']
    """
    if not _may_have(text, language):
        return []
    found: list[Span] = []
    for m in _running(language).finditer(text):
        last = found[-1][1] if found else -1
        if _BEFORE.match(text, max(0, m.start() - 2), m.start()) or m.start() - last in (0, 1):
            found.append(m.span())
    return found


def jumps_within(text: str, language: str) -> list[Span]:
    """Where they stand in the midst of a sentence, with the blank before each: in brackets, or with a capital.

    >>> text = "Neither they nor he (Continued on Page 12, Col. 3) said so."
    >>> [text[a:b] for a, b in jumps_within(text, "en")]
    [' (Continued on Page 12, Col. 3)']
    """
    if not _may_have(text, language):
        return []
    return [m.span() for m in _within(language).finditer(text)]


def may_interrupt(text: str) -> bool:
    """Whether one may stand in the midst of a sentence, in any language: a quick look."""
    return any_of(_needles_within()).search(text) is not None


@cache
def _needles_within() -> tuple[str, ...]:
    return tuple(sorted({needle for own in sections("jumps").values() for needle in own["within"]}))


def _may_have(text: str, language: str) -> bool:
    """Whether any word is there without which there is none: a quick look."""
    return any(needle in text for needle in _needles(language)) and _HINT.search(text) is not None


@cache
def _needles(language: str) -> tuple[str, ...]:
    return tuple(needle for own in _lists(language) for needle in own["needles"])


def _lists(language: str) -> list[Sections]:
    """The language's list and the English one."""
    lists = sections("jumps")
    return [lists[one] for one in dict.fromkeys((language, "en")) if one in lists]


@cache
def _hints(language: str) -> tuple[str, ...]:
    """Words of which a whole line has one."""
    own = sections("jumps")[language]
    pages = (form for word in own["page"] for form in (word, word.capitalize(), word.upper()))
    return (*own["needles"], *pages, *own.get("lettered", ()))


@cache
def _of_lines(language: str) -> re.Pattern[str]:
    """What whole lines are."""
    kinds = "lines", "between", "apart", "titled", "bracketed"
    return re.compile(rf"(?:{_pattern(sections('jumps')[language], *kinds)})\.?")


@cache
def _running(language: str) -> re.Pattern[str]:
    """What stands between sentences."""
    apart = "|".join(_pattern(own, "between", "apart") for own in _lists(language))
    bracketed = "|".join(_pattern(own, "between", "apart", "bracketed") for own in _lists(language))
    return re.compile(rf"(?:{_SIGN}(?:{apart})(?:\.(?!\w))?|\((?:{bracketed})\.?\)){_BEHIND}")


@cache
def _within(language: str) -> re.Pattern[str]:
    """What stands within a sentence."""
    bracketed = "|".join(_pattern(own, "between", "apart") for own in _lists(language))
    bare = "|".join(_pattern(own, "apart") for own in _lists(language))
    of = "|".join(re.escape(word) for own in _lists(language) for word in own["of"])
    brackets = rf"(?<=[^\W_]) \((?:{bracketed})\.?\)(?=,? [a-zß-ÿ])"
    return re.compile(rf"{brackets}|(?<=[a-zß-ÿ])(?: (?:{bare})){{1,2}}(?= (?!(?:{of}) )[^\W_])")


def _pattern(own: Sections, *kinds: str) -> str:
    """The pattern of the phrases, which begin with a capital; the page at the end but once."""
    fields = _fields(own)
    heads: dict[str, list[str]] = defaultdict(list)
    for phrase in (phrase for kind in kinds for phrase in own.get(kind, ())):
        parts = [fields.get(word) or f"(?i:{re.escape(word)})" for word in phrase.split(" ")]
        last = parts.pop() if phrase.endswith("}") else ""
        heads[last].append("".join(part + _BLANK for part in parts) if last else _BLANK.join(parts))
    found = "|".join(f"(?:{'|'.join(dict.fromkeys(own))}){last}" for last, own in heads.items())
    return f"(?=[^\\W_a-zß-ÿ])(?:{found})" if found else "(?!)"


def _fields(own: Sections) -> dict[str, str]:
    """The patterns of what phrases have in braces."""
    words, numbers, columns = (_forms(own.get(name, ())) for name in ("page", "numbers", "columns"))
    number = f"(?:{_NUMBER}|{numbers})" if numbers else _NUMBER
    column = rf"(?:{_BLANK}(?:{columns}) ?\d{{1,2}})?" if columns else ""
    more = rf"(?: (?:{_forms(own['of'])}) \d{{1,3}})?"
    numbered = rf"(?:{words}) ?{number}{column}{more}(?![\d:])"
    lettered = rf"(?:(?:{words}) ?{number}|{_LETTERED}){column}(?![\d:])"
    return {"{page}": lettered, "{numbered}": numbered, "{title}": _TITLE, "{slug}": _SLUG}


def _forms(words: Iterable[str]) -> str:
    """Words as a pattern: in small letters, with a capital, in capitals."""
    return "|".join(re.escape(form) for word in words for form in (word, word.capitalize(), word.upper()))
