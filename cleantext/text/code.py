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
_LEAST, _REST = 150, 800  # characters that are no code, at least, and beside a string of prose: else it is the article
_STRING = re.compile(r"\"[^\"{}<>=;]{160,}|'[^'{}<>=;]{160,}")
_TELLING = re.compile(
    r";\s*[\w.$}/]|[\w)\]]\s?;\s*\}|[\"']\s?:\s?[\"'\d{\[tfn]|=>|===?|!==?|&&|\|\||\(\)|\w\(\w*\)|\{\s?\w+\s?:\s?[\[{\"'\d]"
)
_RULE = re.compile(r"\{\s*[\w-]+\s?:\s?[\w#.%\s\"'(),!-]+;?\s*\}")  # of a style sheet
_TEMPLATE = ("{*", "{|", "{{", "{%")
_FORMULA = re.compile(r"\\[a-z]")
_CODE_WORD = re.compile(
    r"[\w$\])]\(|\((?:function\b|!|[!\w.$]*[(=])|[=;]|&&|\|\||[\[\]]|[)\"']:|^[.#@][A-Za-z]|^[\w-]*[.#][A-Za-z_-]+[,)]*$"
    r"|^\$\(|^\([\w-]+:[\w.]+\)$|^[!)(&|+,:*]+$|^['\"][\w-]*['\"]\)+$"
)
_KEYWORDS = frozenset(
    "if else for while try catch function var let const return new typeof async await import export class @media "
    "iframe div span body html a p ul ol li img table tr td h1 h2 h3 h4 button input svg video and > + ~ * ?".split()
)
_PROSE = frozenset("a and body button class else for if import in input new p return table try video while".split())
"""Keywords that prose has too: none of them alone begins code."""
_FUNCTION = re.compile(r"function ?[\w$]{0,40}\([\w$, ]{0,60}\) ?\Z")
_SET = re.compile(
    r"(?:var|let|const) [\w$]{1,60} ?= ?[^;\n{}]{0,300};|window\.[\w$.]{1,80} ?= ?[^;\n{}]{0,300};"
    r"|\([\w$]{1,60} ?= ?window\.[\w$.]{1,80} ?\|\| ?\[\]\)\.push\(\{[^{}\n]{0,200}\}\);"
)
_ARGUMENTS_GIVEN = re.compile(r"[\"'][^\n(){}]{0,200}[\"']|[\w$., ]{0,60}")
_LAST_WORD = re.compile(r"[^\W\d_]{2,30}[.!?][\"”’»)]?(?=[\w$.#@!(\[{])")
_WITHIN_SENTENCE = frozenset(",-–—'’")
_ROOTS = frozenset("window document console dataLayer googletag jQuery".split())
_REACH = 1000  # characters in which a name of code comes again
_BEFORE_NAMES = frozenset("return else typeof function var let const await".split())
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
    found = _spans(text)
    rest = len(text) - sum(end - start for start, end in found)
    if rest < _LEAST or (rest < _REST and any(_STRING.search(text, start, end) for start, end in found)):
        return Code([], found)
    is_shown = [text[max(0, start - _GAP) : start].rstrip()[-1:] == ":" for start, _ in found]
    return Code(list(compress(found, map(not_, is_shown))), list(compress(found, is_shown)))


def _spans(text: str) -> list[Span]:
    """Where code stands, in order: groups in braces with what leads up to them and ends them, and statements."""
    if "{" not in text and ");" not in text and " = " not in text:
        return []
    found: list[Span] = []
    for start, end in sorted([*_groups(text), *_statements(text)]):
        least = found[-1][1] if found else 0
        if end <= least:
            continue
        is_group = text[start] == "{"
        begin = _head(text, start, least) if is_group else _behind_sentence(text, start)
        stop = _tail(text, end) if is_group else end
        if found and _is_between(text[least:begin]):
            found[-1] = found[-1][0], stop
        else:
            found.append((begin, stop))
    return found


def _statements(text: str) -> Iterator[Span]:
    """Statements without braces: a name that is set, a function that is called with words in quotation marks or none.

    >>> text = 'It is back.ga("send", "view"); var a = "b"; He left (on foot); she stayed.'
    >>> [text[a:b] for a, b in _statements(text)]
    ['var a = "b";', 'back.ga("send", "view");']
    """
    if " = " in text:
        yield from (m.span() for m in _SET.finditer(text))
    end = text.find(");")
    while end >= 0:
        begin = text.rfind("(", max(0, end - _BETWEEN), end)
        if begin > 0 and _ARGUMENTS_GIVEN.fullmatch(text, begin + 1, end):
            start = begin
            while start and begin - start < _TAIL and (text[start - 1].isalnum() or text[start - 1] in "_$."):
                start -= 1
            if start < begin and ("." in text[start:begin] or text[begin + 1] in "\"'"):
                yield start, end + len(");")
        end = text.find(");", end + 1)


def _behind_sentence(text: str, begin: int) -> int:
    """Where code begins that is glued to the last word of a sentence: "new engine.googletag.push"."""
    glued = _LAST_WORD.match(text, begin)
    before = text[max(0, begin - _TAIL) : begin].split()[-1:] if glued else []
    is_within = before and (before[0][-1].isalpha() or before[0][-1] in _WITHIN_SENTENCE)
    if not glued or not is_within or before[0] in _BEFORE_NAMES:
        return begin
    word = glued[0].rstrip("\"”’»)")
    is_name = word[:-1] in _ROOTS or text.count(word, begin, begin + _REACH) > 1 or not word[1:-1].islower()
    return begin if is_name else glued.end()


def is_code(text: str) -> bool:
    """Whether a text is code and nothing else.

    >>> is_code(".bio { margin: 0; }"), is_code("The set {red, green}")
    (True, False)
    """
    found = _spans(text)
    return bool(found) and found[0][0] == 0 and _is_between(text[found[0][1] :])


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
            if not depth and (_holds_code(text[start : m.end()]) or _is_function(text, start)):
                yield start, m.end()


def _is_function(text: str, at: int) -> bool:
    """Whether a brace opens what a function does."""
    return text[at - 1 : at] in {")", " "} and _FUNCTION.search(text, max(0, at - _ARGUMENTS), at) is not None


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
        behind = _behind_sentence(text, start)
        if start < behind < end:
            return behind if _is_code_word(text[behind:end]) else begin
        word = text[start:end]
        goes_on = after in _OPERATORS or (after[:1] == "(" and word in _CONTROLS)
        if not word or not (goes_on or _is_code_word(word) or _opens(text, start, word)):
            break
        if goes_on or (word not in _PROSE and not _opens(text, start, word)):
            begin = start
        end, after = start, word
    return begin


def _is_code_word(word: str) -> bool:
    return word in _KEYWORDS or _CODE_WORD.search(word) is not None


def _tail(text: str, end: int) -> int:
    """Where the code ends whose last brace ends there: with its closing brackets, and what it is called with."""
    stop = _closed(text, end)
    if text[stop - 1 : stop + 1] in {")(", "}("}:
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
    return len(between) <= _BETWEEN and all(map(_is_code_word, words))
