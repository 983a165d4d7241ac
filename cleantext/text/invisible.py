"""Characters that show nothing: which are debris, and which mean something to the script they stand in."""

from __future__ import annotations

import re

from cleantext.text.spans import Replacement

_CONTROLS = "\x00-\x08\x0e-\x1b\x7f"
_INVISIBLE_ASCII = re.compile(f"[{_CONTROLS}]")
_INVISIBLE = re.compile(
    f"[{_CONTROLS}\x80-\x84\x86-\x9f"
    "\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\N{MONGOLIAN VOWEL SEPARATOR}"
    "\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{WORD JOINER}-\N{NOMINAL DIGIT SHAPES}\N{ZERO WIDTH NO-BREAK SPACE}"
    "\N{INTERLINEAR ANNOTATION ANCHOR}-\N{OBJECT REPLACEMENT CHARACTER}\ud800-\udfff]"
)
_RUN = re.compile(
    "\x1b\\[[0-9;]*[A-Za-z]"
    "|(?P<pair>[\ud800-\udbff][\udc00-\udfff])|(?P<lone>[\ud800-\udfff])"
    "|(?P<joiner>[\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}])"
    "|(?P<space>\N{ZERO WIDTH SPACE})"
    "|(?P<bidi>[\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}])"
    f"|{_INVISIBLE.pattern}"
)
_JOINED = re.compile(  # scripts whose letters join, and emoji
    "[\u0590-\u1fff\ua840-\uabff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\u2190-\u2bff\U00010a00-\U00011fff\U0001f000-\U0001faff]"
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer: it parts words
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SOFT_HYPHEN, _NOT_SIGN = "\N{SOFT HYPHEN}", "\N{NOT SIGN}"
_DIVIDING = re.compile(  # a word, and the white space behind: scanners show such a hyphen as a "not"
    rf"(?<=[^\W\d_])(?:{_SOFT_HYPHEN}[ \n\r\t]{{1,4}}(?=[^\W\d_])|{_NOT_SIGN}(?=[ \n\r\t]{{1,4}}[^\W\d_]))"
)
_REACH = 80  # characters on each side in which a direction mark has something to direct


def invisible_edits(text: str) -> list[Replacement]:
    """The characters that are debris, as sorted ``(start, end, replacement)``.

    Joiners stay beside letters that join and inside emoji, direction marks near a right-to-left script,
    zero-width spaces in scripts that write no blanks. A surrogate pair becomes its character; a lone surrogate,
    which no encoding can write, becomes U+FFFD. A soft hyphen goes with the white space behind it, for it divided a
    word at the end of a line, as a "not" did that follows a letter there, which becomes a hyphen.

    >>> invisible_edits("in\N{SOFT HYPHEN}visible")
    [(2, 3, '')]
    >>> invisible_edits("gov\N{SOFT HYPHEN} ernment"), invisible_edits("gov\N{NOT SIGN} ernment")
    ([(3, 5, '')], [(3, 4, '-')])
    >>> invisible_edits("\N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}")
    []
    """
    if not (_INVISIBLE_ASCII if text.isascii() else _INVISIBLE).search(text):
        return _dividing(text) if _NOT_SIGN in text else []
    edits = [(m.start(), m.end(), _replacement(m)) for m in _RUN.finditer(text) if not _meant(m, text)]
    if not (_SOFT_HYPHEN in text or _NOT_SIGN in text):
        return edits
    dividing = _dividing(text)
    divided = {start for start, _, _ in dividing}
    return sorted(dividing + [edit for edit in edits if edit[0] not in divided])


def _dividing(text: str) -> list[Replacement]:
    """What divided words at the ends of lines: soft hyphens only before a small letter."""
    found = (m for m in _DIVIDING.finditer(text) if m[0] == _NOT_SIGN or text[m.end()].islower())
    return [(m.start(), m.end(), "-" if m[0] == _NOT_SIGN else "") for m in found]


def _replacement(m: re.Match[str]) -> str:
    if m.lastgroup == "pair":
        return m[0].encode("utf-16", "surrogatepass").decode("utf-16")
    return "\N{REPLACEMENT CHARACTER}" if m.lastgroup == "lone" else ""


def _meant(m: re.Match[str], text: str) -> bool:
    """Whether the character does something for its neighbours."""
    if m.lastgroup == "joiner":
        return bool(_JOINED.search(text, max(0, m.start() - 1), m.end() + 1))
    if m.lastgroup == "space":
        return bool(_UNSPACED.search(text, max(0, m.start() - 1), m.end() + 1))
    if m.lastgroup == "bidi":
        return bool(_RIGHT_TO_LEFT.search(text, max(0, m.start() - _REACH), m.end() + _REACH))
    return False
