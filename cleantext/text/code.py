"""Where scripts, style sheets and their data stand in a text: what a scraper took along with the words.

All of it has braces. What is between them tells code from prose; what stands before and after belongs to it as long as
its words are written as code is. Code that a text shows, after a colon, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress
from operator import not_
from typing import NamedTuple

from cleantext.text.spans import Span

_BRACE = re.compile(r"[{}]")
_LONGEST = 50_000  # characters between two braces that belong together
_BETWEEN = 300  # characters of code between two groups in braces
_GAP = 4  # characters of white space after a colon
_WORDS = 40  # words before a brace that are looked at
_REST = 800  # characters that are no code in a text of which any is taken out: else the article may be in it
_TELLING = re.compile(
    r";\s*[\w.$}/]|[\w)\]]\s?;\s*\}|[\"']\s?:\s?[\"'\d{\[tfn]|=>|===?|!==?|&&|\|\||\(\)|\w\(\w*\)|\{\s?\w+\s?:\s?[\[{\"'\d]"
)
_RULE = re.compile(r"\{\s*[\w-]+\s?:\s?[\w#.%\s\"'(),!-]+;?\s*\}")  # of a style sheet
_TEMPLATE = ("{*", "{|", "{{", "{%")
_FORMULA = re.compile(r"\\[a-z]")
_CODE_WORD = re.compile(
    r"[\w$\])]\(|\((?:function\b|!|[!\w.$]*[(=])|[=;]|&&|\|\||[\[\]]|[)\"']:|^[.#@][A-Za-z]|^[\w-]*[.#][A-Za-z_-]+[,)]*$"
    r"|^\$\(|^[!)(&|+,:*]+$|^['\"][\w-]*['\"]\)+$"
)
_KEYWORDS = frozenset(
    "if else for while try catch function var let const return new typeof async await import export class @media "
    "iframe div span body html a p ul ol li img table tr td h1 h2 h3 h4 button input svg video and > + ~ * ?".split()
)
_PROSE = frozenset("a and body button class else for if import in input new p return table try video while".split())
"""Keywords that prose has too: none of them alone begins code."""
_CONTROLS = frozenset(("if", "for", "while", "switch", "catch", "function"))
_OPERATORS = frozenset(("=", "||", "&&"))
_LEADS = _OPERATORS | frozenset(("var", "let", "const", "function", "new", "typeof", "(typeof"))
_CLOSERS, _WITHIN = ")];", " \t\n,'\""  # what ends a statement, and what may stand between
_TAIL, _ARGUMENTS = 60, 100  # characters of both, and of the arguments that a function is called with at once


class Code(NamedTuple):
    """Where code stands: what was taken along by mistake, and what the text shows."""

    strayed: list[Span]
    shown: list[Span]


def code_in(text: str) -> Code:
    """Where code stands, in order; none of it has strayed where hardly anything else stands.

    >>> code = "if (window && window.ads) { window.ads.push(1); } else { log(); }"
    >>> text = f"The ferry was late. {code} Gulls circled the pier. " + "Nobody minded. " * 60
    >>> [text[a:b] for a, b in code_in(text).strayed] == [code]
    True
    >>> code_in("The set {red, green} is open; the {other} is not.")
    Code(strayed=[], shown=[])
    """
    if "{" not in text:
        return Code([], [])
    found: list[Span] = []
    for start, end in _groups(text):
        begin = _head(text, start, found[-1][1] if found else 0)
        stop = _tail(text, end)
        if found and _is_between(text[found[-1][1] : begin]):
            found[-1] = found[-1][0], stop
        else:
            found.append((begin, stop))
    if len(text) - sum(end - start for start, end in found) < _REST:
        return Code([], found)
    is_shown = [text[max(0, start - _GAP) : start].rstrip()[-1:] == ":" for start, _ in found]
    return Code(list(compress(found, map(not_, is_shown))), list(compress(found, is_shown)))


def is_code(text: str) -> bool:
    """Whether a text is code and nothing else.

    >>> is_code(".bio { margin: 0; }"), is_code("The set {red, green}")
    (True, False)
    """
    if "{" not in text:
        return False
    spans = list(_groups(text))
    return bool(spans) and _head(text, spans[0][0], 0) == 0 and _is_between(text[spans[-1][1] :])


def _groups(text: str) -> Iterator[Span]:
    """Where braces stand that belong together and hold code, none within another."""
    depth = start = 0
    for m in _BRACE.finditer(text):
        if m.group() == "{":
            if not depth or m.start() - start > _LONGEST:
                depth, start = 0, m.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and _holds_code(text[start : m.end()]):
                yield start, m.end()


def _holds_code(group: str) -> bool:
    """Whether what stands in braces is a script, data, a rule of a style sheet or a template; formulas are not."""
    if _FORMULA.match(group, 1):
        return False
    is_rule = len(group) <= _BETWEEN and _RULE.fullmatch(group)
    return group.startswith(_TEMPLATE) or bool(is_rule or _TELLING.search(group))


def _head(text: str, at: int, least: int) -> int:
    """Where the code begins that leads up to a brace."""
    begin = end = at
    after = ""
    for _ in range(_WORDS):
        while end > least and text[end - 1].isspace():
            end -= 1
        start = end
        while start > least and not text[start - 1].isspace() and end - start < _BETWEEN:
            start -= 1
        word = text[start:end]
        goes_on = after in _OPERATORS or (after[:1] == "(" and word in _CONTROLS)
        if not word or not (word in _KEYWORDS or goes_on or _CODE_WORD.search(word) or _opens(text, start, word)):
            break
        if goes_on or (word not in _PROSE and not _opens(text, start, word)):
            begin = start
        end, after = start, word
    return begin


def _tail(text: str, end: int) -> int:
    """Where the code ends whose last brace ends there: with its closing brackets, and what it is called with."""
    stop = _closed(text, end)
    if text[stop - 1 : stop + 1] == ")(":
        close = text.find(")", stop, stop + _ARGUMENTS)
        stop = _closed(text, close + 1) if close > 0 else stop
    return stop


def _closed(text: str, end: int) -> int:
    stop = end
    for at in range(end, min(end + _TAIL, len(text))):
        if text[at] in _CLOSERS:
            stop = at + 1
        elif text[at] not in _WITHIN:
            break
    return stop


def _opens(text: str, start: int, word: str) -> bool:
    """Whether a word goes on with what "if" or the like before it began: "(window"; or is a name that is set."""
    before = text[max(0, start - _BETWEEN) : start].split()[-1:]
    if not before:
        return False
    return before[0] in (_CONTROLS if word[0] == "(" else _LEADS if word.isidentifier() else ())


def _is_between(between: str) -> bool:
    """Whether what stands between two groups is code too."""
    words = between.split()
    return len(between) <= _BETWEEN and all(word in _KEYWORDS or _CODE_WORD.search(word) for word in words)
