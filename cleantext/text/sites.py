"""The places inside a token where a gap may have been lost: ``droneHe``, ``attack.The``."""

from __future__ import annotations

import re
from functools import cache

from cleantext.text.characters import (
    FINAL_LETTERS,
    LOWER,
    STOPS,
    UNCASED_LETTERS,
    UNCASED_STOPS,
    UPPER,
    WIDE_CLOSERS,
    WIDE_STOPS,
)
from cleantext.text.figures import in_unit
from cleantext.text.lists import words_by_key, words_in
from cleantext.text.sides import LOW_QUOTES, REACH, TRAILING
from cleantext.text.spans import Span

_STOP = re.escape(STOPS)
_BULLET = re.escape("·•|▪■●►©")
_HANGUL = "\uac00-\ud7a3"  # of which one is often a word
_SPOKEN = re.compile(  # a sentence, which no particle follows
    r"「[^「」]{14,300}[ぁ-ゖ！？…]」(?=[^\sぁ-ゖ、。，．」』）（・ー])"
)
_PICTURES = "\u2600-\u27bf\u25b6\U0001f300-\U0001faff"  # signs that head a call to follow or to watch
_MANY, _LEAST = 20, 4  # a token of more parts, no longer than this on average, is no words run together
PLAIN = re.compile(rf"[“\"‘'(„]?[{LOWER}{UPPER}]?[{LOWER}]*[.,;:!?]?[”\"’')]?[.,]?")
# no site in these: numbers, words in capitals, words with a hyphen or an apostrophe inside
QUIET = re.compile(
    rf"[$€£(]?[0-9]+(?:[.,:/-][0-9]+)*[%)]?[.,;:]?"
    rf"|[(]?[{UPPER}]+[)]?[.,;:!?]?"
    rf"|[“\"(„]?[{UPPER}]?[{LOWER}]+(?:-[{UPPER}]?[{LOWER}]+|['’][{LOWER}]+)*[.,;:!?)]?"
)
_SIGNS = frozenset("@\\_=")  # no word has them
_DOMAINS = (
    "com|org|net|co|gov|edu|info|biz|tv|io|eu|de|at|ch|fr|no|uk|ie|nl|be|se|dk|fi|es|pt|pl|cz|ru|jp|kr|br|au|nz|ca|za"
)
DOMAINS = frozenset(_DOMAINS.split("|"))
"""What addresses end in."""
_URL = re.compile(
    r"(?:https?://|www\.|pic\.twitter|t\.co/|bit\.ly|10\.[0-9]{4,9}/)\S*|#\S*"  # the last before / begins a DOI
    rf"|\w\.(?:{_DOMAINS})(?:\.(?:{_DOMAINS}))?(?:/\S*|$|[,.;:)])|[A-Z]\.(?:COM|ORG|NET|GOV|UK|DE|AT|EU|FR)(?!\w)"
)
_HOST = re.compile(r"[\w.-]*$")
_SIMPLE = re.compile(rf"([{LOWER}]{{3,}}[.!?])[{UPPER}][{LOWER}]*[,.]?")  # most of what a glued text has
_SITE = re.compile(
    rf"(?!(?<=[{LOWER}])[{LOWER}]|(?<=[0-9])[0-9])(?:"  # first of all, for speed: not in mid-word
    rf"(?<=[{LOWER}0-9)\]}}%,;:€$£°′™®…])(?=[{UPPER}])"
    rf"|(?<=[{_STOP}])(?=[{UPPER}{LOWER}])"
    rf"|(?<=['’])(?=[{UPPER}])|(?<=[{_STOP},]['’])(?=\w)"
    rf"|(?<=[{LOWER})\]])(?=[0-9])|(?<=[{LOWER})”\"’'][.!?])(?=[0-9])"
    rf"|(?<=[0-9)\],;:!?%…])(?=[{LOWER}])"
    rf"|(?<=[{LOWER}{UPPER}0-9{_STOP},;:)'’%])(?=[“”„‘»\"](?!$|[.,;:!?)])|«)|(?<=[{_STOP},)])(?=['’]\w)"
    rf"|(?<=[^\s(\[—–-][“”\"«])(?=[\w(“‘„«»\"-])|(?<=»)(?=[\w(“‘„«\"-])"
    rf"|(?<=[{LOWER}{UPPER}0-9{_STOP},;:)”’%])(?=[(\[¿¡])"
    rf"|(?<=[{_STOP}:\"”])(?=[-–—―])|(?<!\w[-–—])(?<![\"”“»]-)(?<=[-–—])(?=[{UPPER}\"“«])"
    rf"|(?<=[{_BULLET}])(?=[^\s{_BULLET}])|(?<=[^\s{_BULLET}])(?=[{_BULLET}])"
    rf"|(?<=[{_STOP}])(?=[{_PICTURES}]|,,[{UPPER}])"
    rf"|(?<=[{LOWER}{UPPER}])(?=[–—]$)"
    rf"|(?<=[{UPPER}])(?=[{UPPER}][{LOWER}]{{2}})|(?<=[{UPPER}][{UPPER}])(?=[{LOWER}]{{2}})"
    rf"|(?<=[{UPPER}]{{3}})(?<![IVXLCDM]{{3}})(?=[{UPPER}](?!s)[{LOWER}]$)"
    rf"|(?<=[{WIDE_STOPS}])(?=[^\s{WIDE_STOPS}{WIDE_CLOSERS}”’])"
    rf"|(?<=[{WIDE_STOPS}][{WIDE_CLOSERS}”])(?=[^\s。、，{WIDE_CLOSERS}])"
    rf"|(?<=[{UNCASED_LETTERS}]{{2}}[{_STOP}])(?=[{UNCASED_LETTERS}]{{2}}|[{_HANGUL}])|(?<=\w)(?=【)"
    rf")|(?<=\w)(?=https?://)|(?<=[{FINAL_LETTERS}])(?!ء)(?=[^\W\d_])"
)
_BEFORE = re.compile(rf"(?:[{UPPER}]?[{LOWER}]+|[{UPPER}]+|[0-9]+)$")
_AFTER = re.compile(rf"(?:[{UPPER}][{LOWER}]+|[{UPPER}]+(?![{LOWER}])|[{UPPER}]|[{LOWER}]+|[0-9]+)")
_ALNUM_END = re.compile(r"[^\W_]+$")
_ALNUM = re.compile(r"[^\W_]+")
_PREFIXES = frozenset(("Mc", "Mac", "i", "e", "O"))
_INNER = frozenset(("Innen",))
_FEMININE = "innen"  # behind a colon, in German
_ELISIONS = frozenset(
    "l d c s j n m t un qu jusqu lorsqu puisqu quoiqu presqu quelqu aujourd dell all nell sull dall coll quest quell "
    "bell sant gl tutt mezz anch o".split()
)
_ELIDED = re.compile(r"‘(?:s|sche[mnrs]?|t|d|ll|re|ve|m|n)(?!\w)")  # an apostrophe that was typed the wrong way
_BEHIND_ADDRESS = re.compile(  # where a sentence follows an address or a handle
    rf"(?<=[{LOWER}0-9][.!?])(?=[{UPPER}][{LOWER}])|(?<=\.com|\.org|\.net)(?=[{UPPER}][{LOWER}])"
)
_UNCASED_STOP = re.compile(rf"[{UNCASED_LETTERS}]{{2}}[.!?{UNCASED_STOPS}](?:[{UNCASED_LETTERS}]{{2}}|[{_HANGUL}])")
_UNCASED_QUOTED = re.compile(
    rf"[{UNCASED_LETTERS}]{{2}}[.!?{UNCASED_STOPS}][”»](?:[{UNCASED_LETTERS}]{{2}}|[{_HANGUL}])"
)
_DOT = "·"


def sites_in(token: str) -> tuple[int, ...]:
    """Where a token may be two: ``droneHe``, ``attack.The``, ``(CNN)Friends``; never inside an address.

    >>> sites_in("droneHe"), sites_in("www.bbc.co.uk/newsRound")
    ((5,), ())
    """
    if PLAIN.fullmatch(token):
        return ()
    if m := _SIMPLE.fullmatch(token):
        return () if token.rstrip(TRAILING) in brands() else (m.end(1),)
    places = [m.start() for m in _SITE.finditer(token)]
    if "」" in token:
        places = sorted({*places, *(m.end() for m in _SPOKEN.finditer(token))})
    if not places or (len(places) > _MANY and len(token) <= _LEAST * len(places)):
        return ()
    if not _SIGNS.isdisjoint(token):
        behind = (m.start() for m in _BEHIND_ADDRESS.finditer(token, token.find("@") + 1 or len(token)))
        return tuple([i for i in behind if "." not in token[i:].rstrip(".")])
    first, last = _address(token)
    return tuple(i for i in places if 0 < i < len(token) and not first < i < last and not _whole(token, i))


def _address(token: str) -> Span:
    """Where a web address or a hashtag stands in a token; an empty span if there is none."""
    m = _URL.search(token)
    if not m:
        return 0, 0
    host = _HOST.search(token[max(0, m.start() - REACH) : m.start()])
    return m.start() - (len(host.group()) if host and m.group()[1:2] == "." else 0), m.end()


@cache
def brands() -> frozenset[str]:
    """Names with a capital inside, or with a stop before one."""
    return words_in("brands.txt")


def _whole(token: str, i: int) -> bool:
    """Whether a name, an elision or an inner capital of German keeps a token together at this place."""
    if _is_joined(token, i):
        return True
    if not token[i].isalnum():
        is_time = token[i - 1].isdigit() and token[i] in "‘“" and token[i + 1 : i + 2].isdigit()  # minutes, seconds
        return is_time or _ELIDED.match(token, i) is not None
    if token[i - 1] == ":" and token.startswith(_FEMININE, i):
        return True
    if token[i - 1] == "," and i == 1:  # typed for a low quotation mark
        return True
    if token.startswith(LOW_QUOTES, i - len(LOW_QUOTES)):
        return True
    nearby = token[max(0, i - REACH) : i]
    if token[i - 1] in "'’":
        return bool((m := _BEFORE.search(nearby[:-1])) and m.group().lower() in _ELISIONS)
    if not token[i - 1].isalnum():
        return token[i - 1] == "." and _is_brand(nearby[:-1], ".", token, i)
    left, right = _BEFORE.search(nearby), _AFTER.match(token, i, i + REACH)
    a, b = left.group() if left else "", right.group() if right else ""
    if a in _PREFIXES or b in _INNER or _is_amount(a, b) or in_unit(token, i):
        return True
    return a + b in brands() or _is_brand(nearby, "", token, i)


def _is_brand(before: str, between: str, token: str, i: int) -> bool:
    """Whether the letters and digits on both sides of a place, with what is between them, are a name that is known."""
    left, right = _ALNUM_END.search(before), _ALNUM.match(token, i, i + REACH)
    return bool(left and right and left.group() + between + right.group() in brands())


def _is_amount(a: str, b: str) -> bool:
    """Whether a currency's sign and a figure meet, or a figure and what counts it: "Sh5", "R120bn"."""
    if b.isdigit():
        return a in _currencies("sign")
    return a.isdigit() and (b in _currencies("sign") or b in _currencies("count"))


@cache
def _currencies(kind: str) -> frozenset[str]:
    return words_by_key("currencies.txt")[kind]


def _is_joined(token: str, i: int) -> bool:
    """Whether a hyphen or a dot between words joins them: ``K.-o.-Runde``, ``무상·교복``."""
    if token[i - 1] == "-":
        return i > 1 and token[i].isalnum()
    dot = i if token[i] == _DOT else i - 1
    return token[dot] == _DOT and token[dot - 1].isalnum() and token[dot + 1 : dot + 2].isalnum()


def is_plain_stop(token: str, i: int) -> bool:
    """Whether a small word, its stop and a capitalised word meet at a place, as in ``attack.The`` or ``했다.그는``."""
    if i > 2 and (_UNCASED_STOP.match(token, i - 3) or (i > 3 and _UNCASED_QUOTED.match(token, i - 4))):
        return True
    return (
        token[i - 1] in ".!?"
        and token[max(0, i - 4) : i - 1].islower()
        and token[i].isupper()
        and token[max(0, i - 4) : i - 1].isalpha()
        and i > 3
        and token[i + 1 : i + 2].islower()
    )
