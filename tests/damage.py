"""What scraping does to a text that was whole: to its white space, and to its characters.

Each way takes a text and a source of chance, and gives the text that is left.
"""

from __future__ import annotations

import html
import json
import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Way = Callable[[str, Random], str]

LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c")
SINGLE_BYTE = ("latin-1", "cp1252")  # what UTF-8 is most often taken for
SEPARATORS = ("  ", "   ", "\t", " | ", "|", "<br>", "<br />\n", "\\n", "\\r\\n", " ¶ ")
INVISIBLE = ("\u00ad", "\u200b", "\u200e", "\u2060", "\ufeff", "\x07")
_BLANK = re.compile(r"(?<=\S) (?=\S)")
_ABBREVIATION = re.compile(r"(?<=U\.S\.) |(?<=p\.m\.) |(?<=Dr\.) |(?<=17\.) ")
_QUOTES = re.compile("[“”„]")
_WORD = re.compile(r"\w{4,}")


def _some(found: list[re.Match[str]], chance: Random, most: int = 3) -> list[re.Match[str]]:
    return sorted(chance.sample(found, min(len(found), chance.randint(1, most))), key=lambda m: m.start())


def _replaced(text: str, places: list[re.Match[str]], new: Callable[[re.Match[str]], str]) -> str:
    parts, at = [], 0
    for place in places:
        parts += [text[at : place.start()], new(place)]
        at = place.end()
    return "".join([*parts, text[at:]])


def _at_blanks(text: str, chance: Random, new: str) -> str:
    """Some runs of one to three words whose blanks on both sides become something else: where a link stood."""
    blanks = list(_BLANK.finditer(text))
    if len(blanks) < 2:
        return text
    at = sorted({i for _ in range(3) for k in [chance.randrange(len(blanks))] for i in (k, k + chance.randint(1, 3))})
    return _replaced(text, [blanks[i] for i in at if i < len(blanks)], lambda _: new)


def links_glued(text: str, chance: Random) -> str:
    return _at_blanks(text, chance, "")


def links_broken(text: str, chance: Random) -> str:
    return _at_blanks(text, chance, "\n")


def false_breaks(text: str, _: Random) -> str:
    return _ABBREVIATION.sub("\n\n\n\n", text)


def other_blanks(text: str, chance: Random) -> str:
    blanks = _some(list(_BLANK.finditer(text)), chance, 9)
    return _replaced(text, blanks, lambda _: chance.choice("\u00a0\u2009\t\u3000"))


def other_line_ends(text: str, chance: Random) -> str:
    return text.replace("\n", chance.choice(LINE_ENDS))


def mojibake(text: str, chance: Random) -> str:
    """UTF-8 taken for something else; where that has no such bytes, the text stays."""
    try:
        return text.encode().decode(chance.choice(SINGLE_BYTE))
    except UnicodeError:
        return text


def mojibake_twice(text: str, chance: Random) -> str:
    return mojibake(mojibake(text, chance), chance)


def entities(text: str, _: Random) -> str:
    return html.escape(text).encode("ascii", "xmlcharrefreplace").decode()


def entities_twice(text: str, chance: Random) -> str:
    return entities(entities(text, chance), chance)


def invisible(text: str, chance: Random) -> str:
    words = _some(list(_WORD.finditer(text)), chance, 9)
    return _replaced(text, words, lambda m: m[0][:2] + chance.choice(INVISIBLE) + m[0][2:])


def lone_quotes(text: str, chance: Random) -> str:
    """Straight quotes for the typographic ones, and one of them lost."""
    straight = _QUOTES.sub('"', text)
    lost = _some(list(re.finditer('"', straight)), chance, 1)
    return _replaced(straight, lost, lambda _: "")


def typewriter(text: str, chance: Random) -> str:
    """Two marks for each quotation mark."""
    opening, closing = chance.choice([("''", "''"), ("``", "''"), ('""', '""')])
    return text.replace("“", opening).replace("”", closing)


def separators(text: str, chance: Random) -> str:
    """Something else where lines ended."""
    return text.replace("\n", chance.choice(SEPARATORS))


def tags(text: str, chance: Random) -> str:
    tag = chance.choice(["p", "div class='x'", "li"])
    return "".join(f"<{tag}>{line}</{tag.split()[0]}>" for line in text.split("\n"))


def as_list(text: str, chance: Random) -> str:
    lines = text.split("\n")
    return json.dumps(lines) if chance.random() < 0.5 else repr(lines)


def as_bytes(text: str, _: Random) -> str:
    return repr(text.encode("utf-8", "surrogatepass"))


def markdown(text: str, chance: Random) -> str:
    """Marks on some lines, as those write them who convert whole pages, and what some of them write above."""
    marks = (
        "{}", "# {}", "## {} ##", "{}\n===", "**{}**", "*{}*", "***{}", "_{}_****", "> {}", "* {}", "  - **{}**",
        "| {} | |", "[{}](https://isle.example/a_(b))", "![{}](/p.jpg)", "[![{}](data:image/gif;base64,R0lG)](</a b>)",
        "{}](/a", '[{}](/wp-\ncontent "The "isle"")', "[{}](mailto:?body=See (this): https://isle.example)",
        "[\n{}\n]()", "\\[{}\\]",
    )  # fmt: skip
    fenced = "---\ntitle: Ferry back\nauthor: Ada Quill\n---\n"
    fronts = ("", "", fenced, "Title: x\n\nURL Source: /\n\nMarkdown Content:\n")
    lines = [chance.choice(marks).format(line) if line else line for line in text.split("\n")]
    return chance.choice(fronts) + "\n".join(lines)


def wrapped(text: str, chance: Random) -> str:
    width, between = chance.randint(30, 90), chance.choice(["\n", "\n\n"])
    return between.join(textwrap.fill(line, width) for line in text.split("\n"))


def dumped(text: str, chance: Random) -> str:
    """As text browsers write a page: indented lines of a width, numbers before links, their addresses at the end."""
    lines = textwrap.fill(text, 72, initial_indent="   ", subsequent_indent="   ").split("\n")
    numbered = [re.sub(r"(?<= )(?=\S)", f"[{n}]", line, count=1) for n, line in enumerate(lines, 1)]
    addresses = "".join(f"{n:4}. https://isle.example/{n}\n" for n in range(1, len(lines) + 1))
    return "\n".join(numbered) + chance.choice(["", f"\n\nReferences\n\n   Visible links:\n{addresses}"])


def as_record(text: str, chance: Random) -> str:
    """Between the fields that a press database puts around it."""
    between = chance.choice(["\n", "\n\n", " "])
    above = ["BYLINE: By Ada Quill", "SECTION: Local; Pg. 3", "LENGTH: 214 words"]
    below = ["GRAPHIC: PHOTO: The pier", "SUBJECT: FERRIES (90%)", "LOAD-DATE: May 3, 2024"]
    return between.join([*above, text, *below])


def divided(text: str, chance: Random) -> str:
    """Words divided at ends of lines."""
    words = _some(list(_WORD.finditer(text)), chance, 9)
    return _replaced(text, words, lambda m: f"{m[0][:2]}-\n{m[0][2:]}")


def capitals(text: str, chance: Random) -> str:
    """Some lines in capitals, as links to other stories are."""
    return "\n".join(line.upper() if chance.random() < 0.2 else line for line in text.split("\n"))


def truncated(text: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))] + chance.choice(["", "…", " [...]", "... Read more"])


WHITE_SPACE: dict[str, Way] = {
    "links glued": links_glued,
    "links broken": links_broken,
    "false breaks": false_breaks,
    "other blanks": other_blanks,
    "other line ends": other_line_ends,
    "wrapped": wrapped,
}
CHARACTERS: dict[str, Way] = {
    "mojibake": mojibake,
    "mojibake twice": mojibake_twice,
    "entities": entities,
    "entities twice": entities_twice,
    "invisible": invisible,
    "lone quotes": lone_quotes,
    "typewriter": typewriter,
    "separators": separators,
    "tags": tags,
    "as a list": as_list,
    "as bytes": as_bytes,
    "markdown": markdown,
    "dumped": dumped,
    "divided": divided,
    "as a record": as_record,
    "capitals": capitals,
    "truncated": truncated,
}
