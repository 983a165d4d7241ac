"""Where blocks of the page met: the probability of a lost boundary, and of a lost blank, at each gap of a text."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import log2
from typing import Any, NamedTuple

from cleantext.models.linear import sigmoid, total
from cleantext.text.characters import CLOSERS, LOWER, OPENERS, STOPS, UPPER, WIDE, WIDE_CLOSERS, WIDE_STOPS
from cleantext.text.language import language_of
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, lexicon, share_of
from cleantext.text.quotes import Quotes

VERSION = 1

_MARKS = re.escape("".join(dict.fromkeys(STOPS + CLOSERS + OPENERS + "\"'’,;:%")))
_STOP = re.escape(STOPS)
_QUOTE = re.escape("\"'“”„‘’‚«»‹›")
_BULLET = re.escape("·•|▪■●►©")

_TOKEN = re.compile(r"\S+")
_PLAIN = re.compile(rf"[“\"‘'(„]?[{LOWER}{UPPER}]?[{LOWER}]+[.,;:!?]?[”\"’')]?[.,]?")
_URL = re.compile(r"(?:https?://|www\.|pic\.twitter|t\.co/|bit\.ly)\S*|\S*@\S*|#\S*|\S*[\\_=]\S*|\S*\w\.(?:com|org|net|co|de|at|ch|fr|no)(?:/\S*|$|[,.;:)])")
_SITE = re.compile(
    rf"(?<=[{LOWER}0-9)\]}}%,;:€$£°′™®…])(?=[{UPPER}])"
    rf"|(?<=[{_STOP}])(?=[{UPPER}{LOWER}])"
    rf"|(?<=['’])(?=[{UPPER}])|(?<=[{_STOP},]['’])(?=\w)"
    rf"|(?<=[{LOWER})\]])(?=[0-9])|(?<=[{LOWER})”\"’'][.!?])(?=[0-9])"
    rf"|(?<=[0-9)\],;:!?%…])(?=[{LOWER}])"
    rf"|(?<=[{LOWER}{UPPER}0-9{_STOP},;:)'’%])(?=[“”„‘«»\"](?!$))|(?<=[{_STOP},)])(?=['’]\w)"
    rf"|(?<=[^\s(\[—–-][“”\"«»])(?=[\w(“‘„«»\"-])"
    rf"|(?<=[{LOWER}{UPPER}0-9{_STOP},;:)”’%])(?=[(\[¿¡])"
    rf"|(?<=[{_STOP}\"”])(?=[-–—])|(?<=[-–—])(?=[{UPPER}\"“«])"
    rf"|(?<=[{_BULLET}])(?=[^\s{_BULLET}])|(?<=[^\s{_BULLET}])(?=[{_BULLET}])"
    rf"|(?<=[{UPPER}])(?=[{UPPER}][{LOWER}]{{2}})|(?<=[{UPPER}][{UPPER}])(?=[{LOWER}]{{2}})"
    rf"|(?<=[{WIDE_STOPS}])(?=[^\s{WIDE_STOPS}{WIDE_CLOSERS}])|(?<=[{WIDE_STOPS}][{WIDE_CLOSERS}])(?=[^\s。、{WIDE_CLOSERS}])"
    rf"|(?<=\w)(?=https?://)"
)
_RUNS = re.compile(rf"[{UPPER}]?[{LOWER}]{{3,}}")
_SPACED = re.compile(rf"(?<=\S)([ \t\xa0]+)(?=[{UPPER}0-9“„‘«(\[¿¡\"'•▪■●►–—-]|[^\x00-\u02ff])")
_LINE = re.compile(r"\s*\n\s*")
_LEFT_WORD = re.compile(rf"([^\W_]*?)([{UPPER}]*[{LOWER}]+|[{UPPER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?([^\w]*)$")
_RIGHT_WORD = re.compile(rf"([^\w]*)([{UPPER}][{LOWER}]+|[{UPPER}]{{2,}}(?![{LOWER}])|[{UPPER}]|[{LOWER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?")
_GLUED_STOP = re.compile(rf"[{LOWER}][.!?][”\"’']?(?=[{UPPER}“‘])")
_SPACED_STOP = re.compile(rf"[{LOWER}][.!?][”\"’']? (?=[{UPPER}“‘\"])")
_COMMA = re.compile(rf"[{LOWER}],[{LOWER}{UPPER}]")
_CAMEL = re.compile(rf"([{LOWER}]{{2,}})([{UPPER}][{LOWER}]+)")
_WIDE = re.compile(f"[{WIDE}]")
_OPEN_SET = frozenset("“„‘«(\"'[")


class Side(NamedTuple):
    """One side of a gap: its word and the marks between the word and the gap."""

    word: str
    marks: str


class Evidence(NamedTuple):
    """What a whole document says about its gaps."""

    text: str
    language: str
    lexicon: Lexicon
    tokens: Mapping[str, int]
    quotes: Quotes
    glued: str
    links: str
    flat: str
    lines: str
    joints: list[int]


def evidence_of(text: str, language: str, words: Lexicon) -> Evidence:
    """Look a document over once."""
    tokens: dict[str, int] = {}
    for token in text.split():
        tokens[token] = tokens.get(token, 0) + 1
    glued, spaced = len(_GLUED_STOP.findall(text)), len(_SPACED_STOP.findall(text))
    joints = [
        m.start(2) for m in _CAMEL.finditer(text) if words.get(m[2].lower(), -1) >= 0 and words.get(m[1].lower(), -1) >= 0
    ]
    commas = [m.start() + 2 for m in _COMMA.finditer(text)]
    joints = sorted(joints + commas)
    kilo = max(len(text), 500) / 1000
    return Evidence(
        text,
        language,
        words,
        tokens,
        Quotes(text),
        _bucket(glued / (glued + spaced), (0.001, 0.06, 0.2, 0.5)) if glued + spaced else "none",
        _bucket((len(joints) + len(commas)) / kilo, (0.01, 0.2, 0.6, 1.2, 2.5)),
        _flat(text),
        _line_evidence(text),
        joints,
    )


def _near(joints: list[int], at: int) -> str:
    """How near other plain losses of a blank are, before and after: an inline link has two ends."""
    i = bisect_left(joints, at)
    j = i + (i < len(joints) and joints[i] == at)
    before = at - joints[i - 1] if i else 999
    after = joints[j] - at if j < len(joints) else 999
    return f"{'a' if before < 45 else 'b' if before < 100 else 'c'}{'a' if after < 45 else 'b' if after < 100 else 'c'}"


def _bucket(value: float, edges: tuple[float, ...]) -> str:
    return str(sum(value >= edge for edge in edges))


def _flat(text: str) -> str:
    breaks = text.count("\n")
    if not breaks:
        return "flat"
    full = sum(len(line) > 60 for line in text.split("\n"))
    return _bucket(len(text) / max(full, 1), (150, 300, 500, 900, 2000))


def _line_evidence(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return "-"
    small = sum(line.lstrip()[0].islower() or line.lstrip()[0] in ",.;:)" for line in lines[1:]) / (len(lines) - 1)
    return _bucket(small, (0.001, 0.02, 0.08, 0.2))


@dataclass(slots=True)
class Site:
    """A gap where something may have been lost: offsets of its two sides, and its features."""

    start: int
    end: int
    names: list[str]


def _left_side(text: str, at: int) -> Side:
    begin = max(text.rfind(" ", 0, at - 1), text.rfind("\n", 0, at - 1), at - 40) + 1
    m = _LEFT_WORD.search(text[max(begin, 0) : at])
    return Side(m.group(2) or "", m.group(3)) if m else Side("", "")


def _right_side(text: str, at: int) -> Side:
    m = _RIGHT_WORD.match(text[at : at + 40])
    return Side(m.group(2) or "", m.group(1)) if m else Side("", "")


def _mark_class(marks: str) -> str:
    if not marks:
        return "0"
    stop = any(c in STOPS or c in WIDE_STOPS for c in marks)
    if marks[-1] in "…" or marks.endswith("..."):
        return "dots"
    if stop:
        return "stop" if marks[-1] in STOPS and len(marks) == 1 else "stop)" if marks[-1] in ")]" else "stop'" if len(marks) > 1 else "wide"
    last = marks[-1]
    if last in ")]":
        return ")"
    if last in "”\"’'»›“‘«":
        return "'," if "," in marks else "'"
    return last if last in ",;:%-–—|·" else "sym"


def _open_class(marks: str) -> str:
    if not marks:
        return "0"
    first = marks[0]
    if first in "“„‘‚«‹":
        return "“"
    if first in "\"'":
        return first
    if first in "”’»›":
        return "”"
    if first in "([":
        return "("
    return "-" if first in "-–—" else "sym"


def _shape(word: str) -> str:
    if not word:
        return "none"
    if word[0].isdigit():
        return "4" if len(word) == 4 and word.isdigit() else "9"
    if word.islower():
        return "a"
    if len(word) == 1:
        return "A"
    if word.isupper():
        return "AA"
    return "Aa" if word[0].isupper() else "caseless"


def _lex(word: str, words: Lexicon) -> str:
    value = words.get(word.lower(), -1)
    if value < 0:
        return "?"
    return f"{share_of(value)}{min(band_of(value), 12) // 3}"


class SeamModel:
    """Weights of the four kinds of gap, and what they say of a text.

    ``weights`` maps a kind of gap (glued, block, spaced, line, inner) to feature names and weights in logits.
    """

    def __init__(self, weights: Mapping[str, Mapping[str, float]], lexicons: Mapping[str, Lexicon] | None = None) -> None:
        self.weights = weights
        self.lexicons = lexicons

    def words(self, language: str) -> Lexicon:
        if self.lexicons is not None:
            return self.lexicons.get(language, {})
        return lexicon(language)

    def evidence(self, text: str, language: str | None = None) -> Evidence:
        language = language or language_of(text)
        return evidence_of(text, language, self.words(language))

    def glued(self, evidence: Evidence, text: str) -> Iterator[tuple[int, int, float, float]]:
        """Gaps without a blank: (start, end, P(boundary), P(a blank is wanted))."""
        blank, block = self.weights["glued"], self.weights["block"]
        for site in glued_sites(text, evidence):
            wanted = sigmoid(total(blank, site.names))
            yield site.start, site.end, wanted * sigmoid(total(block, site.names)) if wanted > 0.02 else 0.0, wanted
        inner = self.weights["inner"]
        for site in inner_sites(text, evidence):
            yield site.start, site.end, 0.0, sigmoid(total(inner, site.names))

    def spaced(self, evidence: Evidence, text: str) -> Iterator[tuple[int, int, float]]:
        """Gaps of one blank: (start, end, P(boundary))."""
        weights = self.weights["spaced"]
        for site in spaced_sites(text, evidence):
            yield site.start, site.end, sigmoid(total(weights, site.names))

    def lines(self, evidence: Evidence, text: str) -> Iterator[tuple[int, int, float]]:
        """Line breaks: (start, end, P(boundary))."""
        weights = self.weights["line"]
        for site in line_sites(text, evidence):
            yield site.start, site.end, sigmoid(total(weights, site.names))


@cache
def shipped() -> SeamModel:
    """The model that comes with the package."""
    data = json.loads(files("cleantext.models").joinpath("seams.json").read_text("utf-8"))
    return SeamModel(data["weights"])


# --- features


def _common(left: Side, right: Side, e: Evidence, at: int, end: int) -> tuple[list[str], str, str]:
    """What every kind of gap is told by: both sides' marks and words."""
    lm, rm = _mark_class(left.marks), _open_class(right.marks)
    ls, rs = _shape(left.word), _shape(right.word)
    ll, rl = _lex(left.word, e.lexicon), _lex(right.word, e.lexicon)
    kind_l = lm if lm != "0" else ls
    kind_r = rm if rm != "0" else rs
    q = e.quotes
    facing = f"{q.facing(at - 1)}{q.facing(end)}{q.inside(at):d}"
    names = [
        "bias",
        f"pair:{kind_l}|{kind_r}",
        f"left:{kind_l}",
        f"right:{kind_r}",
        f"left.word:{lm}:{ls}:{ll}",
        f"right.word:{rm}:{rs}:{rl}",
        f"words:{'0' if lm == '0' else '.' if lm.startswith('stop') else ','}:{ll[0]}{ls}|{rl[0]}{rs}",
        f"left.len:{lm[:4]}:{min(len(left.word), 5)}",
        f"right.len:{rs}:{min(len(right.word), 5)}",
        f"quotes:{kind_l}|{kind_r}:{facing}",
        f"inside:{lm}|{kind_r}:{facing[2]}",
    ]
    if band_of(e.lexicon.get(left.word.lower(), -1)) >= 9:
        names.append(f"left.is:{lm[:4]}:{left.word.lower()}")
    if band_of(e.lexicon.get(right.word.lower(), -1)) >= 9:
        names.append(f"right.is:{rs}:{right.word.lower()}")
    return names, kind_l, kind_r


def glued_sites(text: str, e: Evidence) -> Iterator[Site]:
    for token in _TOKEN.finditer(text):
        t = token.group()
        if _PLAIN.fullmatch(t):
            continue
        veto = _URL.search(t)
        base = token.start()
        whole = t.strip("“”\"'‘’.,;:!?()[]")
        for m in _SITE.finditer(t):
            i = m.start()
            if i == 0 or i == len(t) or veto and veto.start() < i < veto.end():
                continue
            yield Site(base + i, base + i, _glued_names(text, base + i, whole, e))


def _glued_names(text: str, at: int, whole: str, e: Evidence) -> list[str]:
    left, right = _left_side(text, at), _right_side(text, at)
    names, kl, kr = _common(left, right, e, at, at)
    lower = whole.lower()
    letters = kl in ("a", "Aa", "A", "AA", "caseless", "9", "4")
    names += (
        f"doc.glued:{kl}|{kr}:{e.glued}",
        f"doc.links:{kl}|{kr}:{e.links}",
        f"doc.flat:{'w' if letters else 's'}:{e.flat}",
    )
    if letters:
        near = _near(e.joints, at)
        names.append(f"near:{near}:{e.links}")
        names.append(f"near:{near}:{kl}|{kr}")
        names.append(f"whole:{_lex(lower, e.lexicon)[0]}")
        names.append(f"whole.doc:{min(e.tokens.get(whole, 0), 3)}")
        names.append(f"parts.doc:{left.word in e.tokens:d}{right.word in e.tokens:d}")
    following = text[at + len(right.marks) + len(right.word) : at + len(right.marks) + len(right.word) + 1]
    names.append(f"then:{kr}:{'end' if not following else '_' if following.isspace() else following if following in '.,-/’' + chr(39) else 'a'}")
    before = text[at - len(left.marks) - len(left.word) - 1 : at - len(left.marks) - len(left.word)]
    names.append(f"before:{kl}:{'_' if not before or before.isspace() else before if before in '.,-/#’' + chr(39) else 'a'}")
    return names


def spaced_sites(text: str, e: Evidence) -> Iterator[Site]:
    for m in _SPACED.finditer(text):
        start, end = m.span(1)
        left, right = _left_side(text, start), _right_side(text, end)
        names, kl, kr = _common(left, right, e, start, end)
        small = kl if kl.startswith("stop") else "w"
        names += (
            f"doc.glued:{small}|{kr}:{e.glued}",
            f"doc.flat:{small}|{kr}:{e.flat}",
            f"doc.both:{small}:{e.glued}{e.flat}",
            f"since:{small}:{_since(text, start)}",
        )
        yield Site(start, end, names)


def _since(text: str, at: int) -> str:
    """How long the sentence has been going on."""
    last = max(text.rfind(". ", 0, at - 1), text.rfind("\n", 0, at - 1), at - 400)
    return _bucket(at - last, (12, 30, 60, 100, 160, 300))


def line_sites(text: str, e: Evidence) -> Iterator[Site]:
    breaks = [m.span() for m in _LINE.finditer(text)]
    for k, (start, end) in enumerate(breaks):
        if start == 0 or end == len(text):
            continue
        left, right = _left_side(text, start), _right_side(text, end)
        names, kl, kr = _common(left, right, e, start, end)
        blank = "2" if text.count("\n", start, end) > 1 else "1"
        before = start - (breaks[k - 1][1] if k else 0)
        after = (breaks[k + 1][0] if k + 1 < len(breaks) else len(text)) - end
        lb, la = _bucket(before, (25, 60, 150, 400)), _bucket(after, (25, 60, 150, 400))
        names += (
            f"doc.lines:{kl}|{kr}:{e.lines}",
            f"doc.lines:{e.lines}:{blank}",
            f"doc.flat:{e.flat}:{blank}",
            f"size:{lb}{la}",
            f"size.right:{kr}:{la}:{lb}",
            f"size.left:{kl}:{lb}",
            f"size.doc:{lb}{la}:{e.lines}",
        )
        yield Site(start, end, names)


def inner_sites(text: str, e: Evidence) -> Iterator[Site]:
    """Two words run together in small letters: the best split of each word that nobody knows."""
    words = e.lexicon
    if not words:
        return
    for m in _RUNS.finditer(text):
        run = m.group()
        low = run.lower()
        if words.get(low, -1) >= 0:
            continue
        best = _best_split(run, low, e)
        if best is None:
            continue
        i, names = best
        near = _near(e.joints, m.start() + i)
        names.append(f"near:{near}:{e.links}")
        names.append(f"near:{near}:{e.language}")
        names.append(f"then:{text[m.end() : m.end() + 1] in '-’' + chr(39)}")
        yield Site(m.start() + i, m.start() + i, names)


def _best_split(run: str, low: str, e: Evidence) -> tuple[int, list[str]] | None:
    words = e.lexicon
    best: tuple[int, int] | None = None
    for i in range(1, len(run)):
        a, b = words.get(low[:i], -1), words.get(low[i:], -1)
        if a < 0 or b < 0 or share_of(b) < 2 or (run[0].islower() and share_of(a) < 2):
            continue
        score = band_of(a) + band_of(b) + min(i, 4) * 2 + min(len(run) - i, 4) * 2
        if best is None or score > best[0]:
            best = score, i
    if best is None:
        return None
    i = best[1]
    a, b = band_of(words.get(low[:i], -1)), band_of(words.get(low[i:], -1))
    whole = min(e.tokens.get(run, 0), 3)
    return i, [
        "bias",
        f"bands:{a // 2}|{b // 2}",
        f"left:{min(i, 6)}:{a // 2}",
        f"right:{min(len(run) - i, 6)}:{b // 2}",
        f"doc.links:{e.links}",
        f"doc.flat:{e.flat}",
        f"whole.doc:{whole}",
        f"parts.doc:{run[:i] in e.tokens:d}{run[i:] in e.tokens:d}",
        f"case:{run[0].isupper():d}",
        f"language:{e.language}",
        f"min.len:{min(i, len(run) - i, 5)}:{e.links}",
        f"left.is:{e.language}:{low[:i]}" if i < 4 else "left.long",
        f"right.is:{e.language}:{low[i:]}" if len(run) - i < 4 else "right.long",
        f"left.is:{low[:i]}" if i < 4 else "left.long",
        f"right.is:{low[i:]}" if len(run) - i < 4 else "right.long",
    ]
