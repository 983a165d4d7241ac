r"""Words and signs that stand for the line breaks of a text: ``NEWLINE_CHAR``, ``<n>``, ``_x000D_``, ``[SEP]``, ``//``.

Data sets, models' tokenizers and spreadsheets put them where lines and paragraphs ended. Words that nobody else writes
are believed wherever they stand; others, and signs, where they come again between sentences and not in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.text.characters import CONTINUING, CONTINUING_UNCASED
from cleantext.text.spans import Replacement, Span
from cleantext.text.stand_ins import ENDS, break_or_blank, left_of, right_of, together

_WORDS = ("NEWLINE_CHAR", "story_separator_special_tag", "_x000D_", "_x000A_")
_NAMES = "n nl lb s sep eos bos eop par para newline linebreak paragraph".split()
_IN_ANGLES = frozenset(f"<{name}>" for own in _NAMES for name in (own, f"/{own}", own.upper(), f"/{own.upper()}"))
_IN_BRACKETS = frozenset(f"[{name}]" for own in (*_NAMES[1:], "p", "br", "cls") for name in (own, own.upper()))
_TAG, _BRACKETED = re.compile(r"</?[A-Za-z]{1,9}>"), re.compile(r"\[[A-Za-z]{1,9}\]")
_TOKEN = re.compile("|".join([*_WORDS, *map(re.escape, sorted(_IN_ANGLES | _IN_BRACKETS))]))
_SIGNS = {
    sign: re.compile(pattern)
    for sign, pattern in {
        "//": "//+", "~": "~+", "###": "#{3,}", "**": r"\*{2,}", "* *": r"\*(?: \*)+", "@@@": "@{3,}", ";;": ";{2,}",
        "— —": "—(?: —)+", "---": "-{3,}", "___": "_{3,}", "===": "={3,}", " > ": "(?<= )>(?= )",
        " >>": "(?<= )>{2,}(?= )", " » ": "(?<= )»(?= )", " / ": "(?<= )/(?= )", " \\ ": r"(?<= )\\(?= )",
    }.items()
}  # fmt: skip
"""What a sign holds at least, and what is it."""
_RULE_MARKS, _SHORTEST_RULE = "-=*~#+", 8  # of which rules are drawn, and characters of one, at least
_RULE = re.compile(rf"(?<!\S)([{re.escape(_RULE_MARKS)}])\1{{{_SHORTEST_RULE - 1},}}(?!\S)")
_FEWEST, _FEWEST_SIGNS = 2, 3
_STOPPED, _INSIDE = 0.7, 0.1  # shares of signs behind an end mark, at least, and in mid-sentence, at most
_GOES_ON = frozenset(CONTINUING + CONTINUING_UNCASED)


def token_edits(text: str) -> list[Replacement]:
    r"""Each word and sign that stands for a line break, with the blanks around it, as an edit that makes it one.

    In mid-sentence it makes a blank of it.

    >>> token_edits("It is back. NEWLINE_CHAR NEWLINE_CHAR It sails NEWLINE_CHAR on Monday.")
    [(11, 38, '\n'), (46, 60, ' ')]
    >>> token_edits("One. // Two. // Three. // Four."), token_edits("See isle.example//a. Or // b.")
    ([(4, 8, '\n'), (12, 16, '\n'), (22, 26, '\n')], [])

    So does a rule that is drawn with marks, be it one alone, where the text has line breaks left.

    >>> token_edits("Ferry back ------------ It is back.\n==========\nIt is full.")
    [(10, 24, '\n'), (36, 46, '')]
    """
    spans = sorted([*_words_in(text), *_listed_in(text), *_signs_in(text)])
    spans = sorted([*spans, *rules_in(text)]) if "\n" in text else spans
    return [(start, end, break_or_blank(text, start, end)) for start, end in together(text, spans)]


def is_token(removed: str) -> bool:
    """Whether what was taken out of a text is nothing but such words and signs.

    >>> is_token(" NEWLINE_CHAR "), is_token("<n> <n>"), is_token(" // "), is_token("He // she")
    (True, True, True, False)
    """
    rest = f" {_RULE.sub(' ', _TOKEN.sub(' ', removed)).strip()} "
    whole = rest == "  " or any(pattern.fullmatch(rest, 1, len(rest) - 1) for pattern in _SIGNS.values())
    return bool(removed.strip()) and whole


def _words_in(text: str) -> Iterator[Span]:
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))


def rules_in(text: str) -> Iterator[Span]:
    """Where rules stand that are drawn with one mark.

    >>> list(rules_in("Ferry back ------------ It is back. ---- Yes.")), list(rules_in("x----------"))
    ([(11, 23)], [])
    """
    if any(_SHORTEST_RULE * mark in text for mark in _RULE_MARKS):
        yield from (m.span() for m in _RULE.finditer(text))


def _listed_in(text: str) -> list[Span]:
    """The names in angles and square brackets, where they come again and most stand between sentences."""
    found: list[Span] = []
    if "<" in text:
        found += [m.span() for m in _TAG.finditer(text) if m[0] in _IN_ANGLES]
    if "[" in text:
        found += [m.span() for m in _BRACKETED.finditer(text) if m[0] in _IN_BRACKETS]
    return found if len(found) >= _FEWEST and _part_sentences(text, found) else []


def _signs_in(text: str) -> Iterator[Span]:
    """The signs of each kind that comes again between sentences, with something else on its line on either side."""
    for sign, pattern in _SIGNS.items():
        if text.count(sign) < _FEWEST_SIGNS:
            continue
        spans = [m.span() for m in pattern.finditer(text) if not _is_alone(text, *m.span())]
        if len(spans) >= _FEWEST_SIGNS and _part_sentences(text, spans):
            yield from spans


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on its line on one side."""
    before, after = left_of(text, start), right_of(text, end)
    return before in {"", "\n"} or after in {"", "\n"}


def _part_sentences(text: str, spans: list[Span]) -> bool:
    lefts, rights = [left_of(text, start) for start, _ in spans], [right_of(text, end) for _, end in spans]
    inside = sum(right.islower() or (right in _GOES_ON and right != "") for right in rights)
    stopped = sum(left in ENDS or left in {"", "\n", ">", "]"} for left in lefts)
    return inside <= _INSIDE * len(spans) and stopped >= _STOPPED * len(spans)
