"""Text that was decoded as something it is not: found cheaply, mended by ftfy around the damage.

ftfy is shown only lines with a suspicious pair of characters, and of a long line only what stands around the pair:
one bad line changes no other, and the cost is that of the damage, not of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.spans import Replacement, Span

_REACH = 2000  # characters on each side that ftfy may see of a long line


def _decoded(first: int, last: int, *encodings: str) -> str:
    """The characters that bytes of a range become, escaped for a character class."""
    characters = {bytes((b,)).decode(e, "ignore") for e in encodings for b in range(first, last + 1)}
    return re.escape("".join(sorted(characters)))


# The lead and continuation bytes of UTF-8, as the single-byte encodings show them. Where nearly every letter is a
# lead byte (Cyrillic, Mac Roman), only those are listed that start the commonest characters.
_LATIN = "latin-1", "cp1252"
_LEAD = _decoded(0xC2, 0xF4, *_LATIN) + "āăÎβΒΓΞΟ"
_NEXT = _decoded(0x80, 0xBF, *_LATIN, "cp1250", "cp1253", "cp1257")
_CYRILLIC_LEAD, _CYRILLIC_NEXT = "ВГРСв", _decoded(0x80, 0xBF, "cp1251")
_MAC_LEAD, _MAC_NEXT = "√¬‚≈", _decoded(0x80, 0xBF, "mac-roman")
_DOS_LEAD, _DOS_NEXT = "┬├Γ", _decoded(0x80, 0xBF, "cp437")
_CONTROL = "\x80-\x84\x86-\x9f"  # all C1 controls but the line break NEL

_SUSPECT = re.compile(
    rf"[{_LEAD}{_CYRILLIC_LEAD}{_MAC_LEAD}{_DOS_LEAD}{_CONTROL}]"
    rf"(?:(?<=[{_CONTROL}])|(?<=[{_LEAD}])[{_NEXT}]|(?<=[{_CYRILLIC_LEAD}])[{_CYRILLIC_NEXT}]"
    rf"|(?<=[{_MAC_LEAD}])[{_MAC_NEXT}]|(?<=[{_DOS_LEAD}])[{_DOS_NEXT}]|(?<=[ÃÂ])[ ])"
)
_CAPITAL_AND_QUOTE = re.compile(r"(?<=[A-ZÀ-Þ])[ÃÂ][’”»](?!\w)")  # "IRMÃ”" is Portuguese
_BREAKS = "\n\r\v\f\x1c-\x1e\u2028\u2029"
_LINE_END, _WHITE = re.compile(rf"[{_BREAKS}]"), re.compile(r"\s")
# NEL may be half of a letter ("Ã\x85" is Å) or an ellipsis; it is a line end where there is no other kind
_NEL_END = re.compile(rf"[{_BREAKS}]|(?<![Â-Þ])(?<![à-ï][€\x80-\xbf])\x85+(?![\x80-\x9f])")
_LOST_QUOTE = re.compile(r"â€(?=[ \n.,;:!?)]|$)")  # a closing quote whose last byte shows as nothing


def mojibake_edits(text: str) -> list[Replacement]:
    """What ftfy would mend, as sorted ``(start, end, replacement)``.

    >>> mojibake_edits("The cafÃ© is “open”")
    [(7, 9, 'é')]
    >>> mojibake_edits("The café is “open”")
    []
    """
    if text.isascii():
        return []
    return [edit for start, end in _pieces(text) for edit in _mended(text[start:end], start)]


def _pieces(text: str) -> Iterator[Span]:
    """Lines with a suspicious pair, or what of a long line stands around it."""
    at = done = 0
    line_end = _NEL_END if "\x85" in text and "\n" not in text else _LINE_END
    while m := _SUSPECT.search(text, at):
        at = m.end()
        if not _CAPITAL_AND_QUOTE.match(text, m.start()):
            start, at = _piece(text, max(done, m.start() - _REACH), m.start(), at, line_end)
            done = at
            yield start, at


def _piece(text: str, since: int, start: int, end: int, line_end: re.Pattern[str]) -> Span:
    """The line around a span, not from before ``since``, and cut at a blank where it reaches beyond ``_REACH``."""
    line = text[max([m.end() for m in line_end.finditer(text, since, start)], default=since) : start]
    if len(line) == _REACH:
        line = line.partition(" ")[2]
    stop = line_end.search(text, end, end + _REACH) or _WHITE.search(text, end + _REACH)
    return start - len(line), stop.start() if stop else len(text)


def _mended(piece: str, at: int) -> list[Replacement]:
    """The edits for a piece as ftfy reads it, word by word where it left something."""
    from ftfy import fix_encoding

    fixed = fix_encoding(_LOST_QUOTE.sub("â€\x9d", piece))
    if _SUSPECT.search(fixed):
        fixed = " ".join(map(fix_encoding, fixed.split(" ")))
    return list(_differences(piece, fixed, at)) if fixed != piece else []


def _differences(old: str, new: str, at: int) -> Iterator[Replacement]:
    """The words that changed, each without what its two spellings share at the ends."""
    before, after = old.split(" "), new.split(" ")
    if len(before) != len(after):
        before, after = [old], [new]
    for a, b in zip(before, after, strict=True):
        if a != b:
            head = _shared(a, b)
            tail = _shared(a[head:][::-1], b[head:][::-1])
            yield at + head, at + len(a) - tail, b[head : len(b) - tail]
        at += len(a) + 1


def _shared(a: str, b: str) -> int:
    """How many characters two strings have in common at their start."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
