r"""What stood between the blocks of a page and is no line break now: wide blanks, bars, tags, an escaped ``\n``.

Tools that join a page's texts by two blanks or by ``|``, and data in which line breaks were replaced or escaped, leave
them. Each is told by where it stands: between blocks and not in the middle of sentences. Typists who put two blanks
after every full stop, and re-wrapped lines joined by two, are told from it by that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleantext.text.characters import (
    CONTINUING,
    CONTINUING_UNCASED,
    LINE_ENDS,
    STOPS,
    WIDE_STOPS,
    line_breaks,
    with_plain_line_ends,
)
from cleantext.text.remnants import is_remnant
from cleantext.text.separator_tokens import is_token
from cleantext.text.spans import Replacement, Span
from cleantext.text.tags import BLOCKS, INLINES, outside_code

_BLANKS = f"[^\\S{LINE_ENDS}]"
_WIDE = re.compile(rf"{_BLANKS}{{2,}}|\t")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)]?(\s+)(?=[^\W\d_a-z]|[\"“„«‘'])")
_NARROW = frozenset(" \xa0\n")
_BAR_MARKS = frozenset("|¶¦")
_BAR = re.compile(r"\s?[|¶¦]\s?")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,10})(?:\s[^<>]{0,500})?/?>")
_ESCAPED = re.compile(r"\\r\\n|\\n")
_IN_CODE = re.compile(r"\\n[\"'][),;]")
_ESCAPES = re.compile(r"\\\\|\\r\\n|\\[nrt\"'/]|\\u[0-9a-fA-F]{4}|(?:\\x[0-9a-fA-F]{2})+")
_JSON = re.compile(r"\\([\"\\/nrt]|u(?=[0-9a-fA-F]{4}))")
_TELLING = re.compile(r"\\(?:\"|(?<=[\w:]\\)/|(?<=[\w.,!?]\\)u[0-9a-fA-F]{4})")
_CLOSING = re.compile(r"\\\"(?:(?!\w)|(?<=[.,!?…]\\\"))")
_LIST_QUOTES = ("'", '"')
_FEW_ESCAPES, _CLOSE = 3, 1 / 3  # escapes that tell; share of quotation marks that surely close
_WRITTEN = 3  # characters of empty bytes
_JOINT = re.compile(r"[\"']\s?,\s{0,9}[\"']")
_NEXT_ITEM = re.compile(r"\s?,\s{0,9}[\"']|\s?\]$")
_MEANINGS = {"t": " ", "r": "\n", "n": "\n", "r\\n": "\n"}
_ENDS = frozenset(STOPS + WIDE_STOPS + "\"”’'»)」』）")
_GOES_ON = frozenset(CONTINUING + CONTINUING_UNCASED + "%")
_OPEN = frozenset(",;(-–/&，、（")
_FEWEST, _BARS = 3, 4  # wide blanks, and bars
_SURE, _MOST = 0.1, 0.4  # share of separators in the middle of sentences, where inline links were parted too
_STOPS, _HEADINGS = 0.05, 0.15  # share after an end mark; share after none and before a capital
_OFTENER = 2.8  # how much oftener than elsewhere wide blanks stand at ends of sentences, where many are inside
_APART, _LONGEST = 500, 2000  # characters between two, on average and at most
_LONG, _STOPPED = 80, 0.4  # characters of a piece that is a paragraph; share of these that end in an end mark
_TYPED, _TURNS = 0.85, 0.5  # of what was typed: share of ends of sentences with two blanks, turns for each rarer end


def wide_gaps(text: str) -> list[Span]:
    r"""The wide blanks in a text without line breaks that part blocks: the run of blanks of each.

    >>> text = "Ferry back  By Ada Quill  The ferry runs. It is full.  Nobody was hurt.  Read more  Sport"
    >>> len(wide_gaps(text)), wide_gaps("She came.  She saw.  She left.  She was not  seen again.")
    (5, [])
    """
    if "  " not in text and "\t" not in text and "\xa0" not in text and "\u3000" not in text:
        return []
    lines, text = line_breaks(text), with_plain_line_ends(text)
    spans = [m.span() for m in _WIDE.finditer(text)]
    gaps = [(a, b) for a, b in spans if a and not text[a - 1].isspace() and text[b : b + 1].strip()]
    if len(gaps) < _FEWEST or lines * 4 > len(gaps):
        return []
    wider = [(a, b) for a, b in gaps if b - a > 2 or text[a] == "\t"]
    pairs = [(a, b) for a, b in gaps if text[a:b] == "  "]  # a no-break space is how editors write what was typed
    found = wider if _part_blocks(text, wider) else []
    if _part_blocks(text, pairs, typed=True):
        found = sorted(found + pairs)
    return found if len(text) <= _APART * (len(found) + 1) and _longest(text, found) <= _LONGEST else []


def bar_edits(text: str) -> list[Replacement]:
    """The bars that part the blocks of a text without line breaks, each as an edit that makes it a line break.

    >>> bar_edits("Home | News | Sport | Ferry back after a month | The ferry runs again.")
    []
    """
    bars = sum(map(text.count, _BAR_MARKS))
    if bars < _BARS:
        return []
    if line_breaks(text) * 2 > bars:
        return []
    text = with_plain_line_ends(text)
    spans = [m.span() for m in _BAR.finditer(text)]
    ends = [0, *(b for _, b in spans)], [*(a for a, _ in spans), len(text)]
    pieces = [text[a:b] for a, b in zip(*ends, strict=True)]
    long = [piece for piece in pieces if len(piece) >= _LONG]
    stopped = [piece for piece in long if piece.rstrip()[-1:] in _ENDS]
    if len(long) < 2 or len(stopped) < _STOPPED * len(long) or _longest(text, spans) > _LONGEST:
        return []
    return [(a, b, "\n") for a, b in spans]


def tag_edits(text: str) -> list[Replacement]:
    """The tags of a page in a text: those of blocks become line breaks, the others go. Scripts keep theirs.

    >>> tag_edits("<p>The ferry <b>runs</b> again.</p><p>It is full.</p>")
    [(0, 3, ''), (13, 16, ''), (20, 24, ''), (31, 38, '\\n'), (49, 53, '')]
    >>> tag_edits("A <p> tag begins a paragraph, a </p> tag ends it.")
    []
    """
    if "<" not in text or ">" not in text:
        return []
    tags = [m for m in _TAG.finditer(text) if m[2].lower() in BLOCKS or m[2].lower() in INLINES]
    if tags and "{" in text:
        tags = outside_code(text, tags, lambda m: m.start())
    blocks = list(_joined(text, [m.span() for m in tags if m[2].lower() in BLOCKS]))
    inlines = [m for m in tags if m[2].lower() in INLINES]
    if not blocks or _inside(text, blocks) > _MOST * len(blocks):
        blocks = []
        if not _are_pairs(text, inlines):
            return []
    edits = [(a, b, "\n" if a > 0 and b < len(text) else "") for a, b in blocks]
    return sorted(edits + [(*m.span(), "") for m in inlines])


def escape_edits(text: str) -> list[Replacement]:
    r"""Escaped line breaks, quotation marks and characters, where a text's line breaks were escaped.

    So they are where Python wrote bytes, and in what JSON holds as a string.

    >>> escape_edits(r"The ferry runs.\n\nIt is \"full\".\nNobody was hurt.")
    [(15, 17, '\n'), (17, 19, '\n'), (25, 27, '"'), (31, 33, '"'), (34, 36, '\n')]
    >>> escape_edits(r"It lies in C:\news\new and in D:\nothing."), escape_edits(r"b'It\'s full.'")
    ([], [(0, 2, ''), (4, 6, "'"), (13, 14, '')])
    >>> escape_edits(r"It is \"full\", see isle.example\/news."), escape_edits(r"Erwin Schr\"odinger")
    ([(6, 8, '"'), (12, 14, '"'), (32, 34, '/')], [])
    """
    if text[:1] == "b" and text[1:2] in _LIST_QUOTES and len(text) > _WRITTEN and text[-1] == text[1]:
        inside = [(m.start(), m.end(), _meaning(m[0])) for m in _ESCAPES.finditer(text, 2, len(text) - 1)]
        return [(0, 2, ""), *inside, (len(text) - 1, len(text), "")]
    if "\\" not in text or not (_breaks_are_escaped(text) or _is_json(text)) or _IN_CODE.search(text):
        return []
    return [(m.start(), m.end(), _meaning(m[0])) for m in _ESCAPES.finditer(text)]


def _breaks_are_escaped(text: str) -> bool:
    """Whether the line breaks of a text are written as a backslash and an n, most of them between sentences."""
    if "\\n" not in text:
        return False
    lines, text = line_breaks(text), with_plain_line_ends(text)
    breaks = list(_joined(text, [m.span() for m in _ESCAPED.finditer(text)]))
    return len(breaks) > 1 and lines <= len(breaks) and _inside(text, breaks) <= _MOST * len(breaks)


def _is_json(text: str) -> bool:
    r"""Whether a text is the inside of a JSON string: several escapes tell it, and none is left out.

    An umlaut of LaTeX (``\"o``) stands before a letter; some quotation marks before none, or behind a stop.
    """
    if len(_TELLING.findall(text)) < _FEW_ESCAPES or "{" in text:
        return False
    escapes = Counter(m[1] for m in _JSON.finditer(text))
    bare = text.count('"') - escapes['"'] or (escapes["/"] and text.count("/") - escapes["/"])
    if bare or escapes.total() + escapes["\\"] != text.count("\\"):
        return False
    return len(_CLOSING.findall(text)) >= _CLOSE * escapes['"'] and (text.isascii() or not escapes["u"])


def is_break(removed: str) -> bool:
    r"""Whether what was taken out of a text stood for a line break.

    >>> is_break("</p><p>"), is_break(r"\n"), is_break(" | "), is_break("', '"), is_break("</b>")
    (True, True, True, True, False)
    """
    if removed.strip() in _BAR_MARKS or "\\n" in removed or _JOINT.fullmatch(removed):
        return True
    if is_token(removed) or is_remnant(removed):
        return True
    return any(m[2].lower() in BLOCKS for m in _TAG.finditer(removed))


def list_edits(text: str) -> list[Replacement]:
    r"""The brackets, quotation marks and commas of a list of texts that was written as one, as JSON or Python does.

    >>> list_edits(r'["The ferry runs.", "It is \"full\"."]')
    [(0, 2, ''), (17, 21, '\n'), (27, 29, '"'), (33, 35, '"'), (36, 38, '')]
    >>> list_edits('["Yes"] was all he said.'), list_edits("[sic]")
    ([], [])
    """
    if text[:1] != "[" or text[-1:] != "]" or text[1:2] not in _LIST_QUOTES or text[-2] not in _LIST_QUOTES:
        return []
    edits: list[Replacement] = []
    at, before = 2, 0
    while at < len(text):
        end = _end_of_item(text, at, text[at - 1])
        then = _NEXT_ITEM.match(text, end + 1) if end > 0 else None
        if then is None:
            return []
        edits.append((before, at, "\n" if before else ""))
        edits += [(m.start(), m.end(), _meaning(m[0])) for m in _ESCAPES.finditer(text, at, end)]
        at, before = then.end(), end
    return [*edits, (before, len(text), "")] if len(edits) > 1 and before else []


def _end_of_item(text: str, at: int, quote: str) -> int:
    """Where the text in quotation marks ends that begins at a place; -1 if it does not."""
    end = text.find(quote, at)
    while end > 0:
        first = end
        while first > at and text[first - 1] == "\\":
            first -= 1
        if (end - first) % 2 == 0:
            break
        end = text.find(quote, end + 1)
    return end


def _part_blocks(text: str, gaps: Sequence[Span], *, typed: bool = False) -> bool:
    """Whether wide blanks part blocks and stand not in sentences; they may be ``typed`` after each of these.

    Where many stand in sentences, as where inline links were parted too, they must be oftener at the ends of these.
    """
    if len(gaps) < _FEWEST:
        return False
    inside, stopped = _inside(text, gaps), sum([_left(text, start) in _ENDS for start, _ in gaps])
    headings = len(gaps) - inside - stopped
    if inside <= _SURE * len(gaps):
        return stopped >= _STOPS * len(gaps) and not (typed and headings < _HEADINGS * len(gaps) and _is_typed(text))
    ends = [m[1] not in _NARROW for m in _SENTENCE_END.finditer(text)]
    at_ends = sum(ends) * text.count(" ") >= _OFTENER * len(gaps) * len(ends)
    return inside <= _MOST * len(gaps) and headings >= _HEADINGS * len(gaps) and sum(ends) >= _FEWEST and at_ends


def _inside(text: str, spans: Sequence[Span]) -> int:
    """How many stand in the middle of a sentence."""
    inside = 0
    for start, end in spans:
        right = _right(text, end)
        inside += right.islower() or right in _GOES_ON or _left(text, start) in _OPEN
    return inside


def _longest(text: str, spans: Sequence[Span]) -> int:
    """The characters of the longest stretch between two."""
    return max(b - a for a, b in pairwise([0, *(start for start, _ in spans), len(text)]))


def _left(text: str, at: int) -> str:
    """The last character before a place that is no blank; a stop where there is none."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1] if at else "."


def _right(text: str, at: int) -> str:
    """The first character from a place on that is no blank; a capital where there is none."""
    while at < len(text) and text[at].isspace():
        at += 1
    return text[at] if at < len(text) else "A"


def _is_typed(text: str) -> bool:
    """Whether two blanks after an end mark are somebody's habit: after nearly all of them, or in one part of the text.

    Paragraphs have now one sentence and now two, so that one blank and two take turns.
    """
    wide = [m[1] not in _NARROW for m in _SENTENCE_END.finditer(text)]
    turns = sum(a != b for a, b in pairwise(wide))
    fewer = min(sum(wide), len(wide) - sum(wide))
    return bool(wide) and (sum(wide) >= _TYPED * len(wide) or turns < _TURNS * fewer)


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, those together that have only blanks between them."""
    first = last = -1
    for start, end in spans:
        if first >= 0 and not text[last:start].strip():
            last = end
            continue
        if first >= 0:
            yield first, last
        first, last = start, end
    if first >= 0:
        yield first, last


def _are_pairs(text: str, tags: Sequence[re.Match[str]]) -> bool:
    """Whether tags enclose words, as those of a page do, and are not spoken of."""
    opening, closing = [m for m in tags if not m[1]], [m for m in tags if m[1]]
    if len(closing) < 2 or abs(len(opening) - len(closing)) > 1:
        return False
    inner = [text[m.end() : m.end() + 1] for m in opening] + [text[m.start() - 1] for m in closing]
    return all(map(str.strip, inner))


def _meaning(escape: str) -> str:
    r"""What an escape stands for.

    >>> _meaning(r"\u00e9"), _meaning(r"\xc3\xa9"), _meaning(r"\xe9"), _meaning(r"\""), _meaning(r"\r\n")
    ('é', 'é', 'é', '"', '\n')
    """
    name = escape[1:]
    if name[0] == "u":
        return chr(int(name[1:], 16))
    if name[0] == "x":
        bytes_ = bytes.fromhex(escape.replace("\\x", ""))
        try:
            return bytes_.decode("utf-8")
        except UnicodeDecodeError:
            return bytes_.decode("latin-1")
    return _MEANINGS.get(name, name)
