"""The two sides of a gap, and the places inside a token where a gap may have been lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

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
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, share_of, starts_of
from cleantext.text.lists import words_by_key, words_in
from cleantext.text.persons import is_given_name
from cleantext.text.spans import Span

_STOP = re.escape(STOPS)
_BULLET = re.escape("·•|▪■●►©")
_HANGUL = "\uac00-\ud7a3"  # of which one is often a word
_SPOKEN = re.compile(  # a sentence, which no particle follows
    r"「[^「」]{14,300}[ぁ-ゖ！？…]」(?=[^\sぁ-ゖ、。，．」』）（・ー])"
)
_PICTURES = "\u2600-\u27bf\u25b6\U0001f300-\U0001faff"  # signs that head a call to follow or to watch
_OPENING = "([“”\"‘’'«„"
_WRITTEN_SMALL = 2  # how often a word is written small, as a class: from here on half the time and more
_STARTING = 4  # how often a capitalised word begins sentences, as a class: from here on it may begin the next
_TRAILING = ".,;:!?…)]”“\"’'»«%–—-"
_MANY, _LEAST = 20, 4  # a token of more parts, no longer than this on average, is no words run together
_RUN, _LABEL = 4, 2  # words on a side of a gap, and how many in capitals may be a label
_SHOUTED_FIRST = re.compile(r"^\W?[^\W\d_a-zß-ÿ]{4,}[a-zß-ÿ]")
_SHOUTED_LAST = re.compile(r"[a-zß-ÿ.!?”\"’][‘“]?[^\W\d_a-zß-ÿ]{4,}\W?$")
_SUFFIXES = frozenset(("Jr", "Sr", "III"))  # what ends a name
_REACH = 40  # characters of a side that are looked at
_ABBREVIATION = 12  # characters that tell whether a stop is one's
_MEMO = 1000  # runs of marks remembered

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
LOW_QUOTES = ",,"
"""Typed for „."""
_BEHIND_ADDRESS = re.compile(  # where a sentence follows an address or a handle
    rf"(?<=[{LOWER}0-9][.!?])(?=[{UPPER}][{LOWER}])|(?<=\.com|\.org|\.net)(?=[{UPPER}][{LOWER}])"
)
_LEFT = re.compile(rf"([{UPPER}]*[{LOWER}]+|[{UPPER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?([^\w]*)$")
_RIGHT = re.compile(
    rf"([^\w]*)([{UPPER}][{LOWER}]+|[{UPPER}]{{2,}}(?![{LOWER}])|[{UPPER}]|[{LOWER}]+|[0-9][0-9.,:]*|[^\W\d_]+)?"
)

_INITIALS = re.compile(rf"(?:[{UPPER}]\.){{1,2}}[{UPPER}]")
_LEADING_ON = re.compile(rf"[{LOWER}][’']s$|\bthe (?:19|20)[0-9][0-9]$")
_YEAR = 9  # characters of a year, the article before it and one blank more
_UNCASED_STOP = re.compile(rf"[{UNCASED_LETTERS}]{{2}}[.!?{UNCASED_STOPS}](?:[{UNCASED_LETTERS}]{{2}}|[{_HANGUL}])")
_UNCASED_QUOTED = re.compile(
    rf"[{UNCASED_LETTERS}]{{2}}[.!?{UNCASED_STOPS}][”»](?:[{UNCASED_LETTERS}]{{2}}|[{_HANGUL}])"
)
_DOT = "·"


class Side(NamedTuple):
    """One side of a gap: its word, and the marks between the word and the gap."""

    word: str
    marks: str


def left_side(text: str) -> Side:
    """The side that a text ends in.

    >>> left_side("the attack.'")
    Side(word='attack', marks=".'")
    """
    stem = text.rstrip(_TRAILING)
    if stem.isalpha() and (stem.islower() or stem[1:].islower()):
        return Side(stem, text[len(stem) :])
    m = _LEFT.search(text[-_REACH:])
    return Side(m.group(1) or "", m.group(2)) if m else Side("", "")


def right_side(text: str) -> Side:
    """The side that a text begins with.

    >>> right_side("“He made clear")
    Side(word='He', marks='“')
    """
    if text.isalpha() and (text.islower() or text[1:].islower()):
        return Side(text, "")
    m = _RIGHT.match(text[:_REACH])
    return Side(m.group(2) or "", m.group(1)) if m else Side("", "")


def sites_in(token: str) -> tuple[int, ...]:
    """Where a token may be two: ``droneHe``, ``attack.The``, ``(CNN)Friends``; never inside an address.

    >>> sites_in("droneHe"), sites_in("www.bbc.co.uk/newsRound")
    ((5,), ())
    """
    if PLAIN.fullmatch(token):
        return ()
    if m := _SIMPLE.fullmatch(token):
        return () if token.rstrip(_TRAILING) in brands() else (m.end(1),)
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
    host = _HOST.search(token[max(0, m.start() - _REACH) : m.start()])
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
    nearby = token[max(0, i - _REACH) : i]
    if token[i - 1] in "'’":
        return bool((m := _BEFORE.search(nearby[:-1])) and m.group().lower() in _ELISIONS)
    if not token[i - 1].isalnum():
        return token[i - 1] == "." and _is_brand(nearby[:-1], ".", token, i)
    left, right = _BEFORE.search(nearby), _AFTER.match(token, i, i + _REACH)
    a, b = left.group() if left else "", right.group() if right else ""
    if a in _PREFIXES or b in _INNER or _is_amount(a, b):
        return True
    return a + b in brands() or _is_brand(nearby, "", token, i)


def _is_brand(before: str, between: str, token: str, i: int) -> bool:
    """Whether the letters and digits on both sides of a place, with what is between them, are a name that is known."""
    left, right = _ALNUM_END.search(before), _ALNUM.match(token, i, i + _REACH)
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


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset[str]().union(*words_by_key("abbreviations.txt").values())


def is_abbreviated(side: Side) -> bool:
    """Whether a side's full stop belongs to its last word: an initial, ``Mr.``, ``the U.S.``

    >>> is_abbreviated(left_side("the U.S.")), is_abbreviated(left_side("the sea."))
    (True, False)
    """
    word = side.word
    return side.marks == "." and ((len(word) == 1 and word.isalpha()) or word.lower() in _abbreviations())


def abbreviates(text: str, end: int) -> bool:
    """Whether the stop that ends a text at a place belongs to its last word, and ends no sentence.

    >>> abbreviates("Here is how to help them Jan. 30", 29), abbreviates("It left the pier. Nobody", 17)
    (True, False)
    """
    return is_abbreviated(left_side(text[max(0, end - _ABBREVIATION) : end]))


@cache
def _titles(language: str) -> frozenset[str]:
    return words_by_key("titles.txt").get(language, frozenset())


@cache
def _particles(language: str) -> frozenset[str]:
    return words_by_key("name_particles.txt").get(language, frozenset())


@cache
def _offices(language: str) -> frozenset[str]:
    return words_by_key("offices.txt").get(language, frozenset())


def in_name(text: str, start: int, end: int, words: Lexicon, language: str) -> bool:
    """Whether a gap after a full stop lies within a name: after a title, initials, or one between capitalised words.

    >>> from cleantext.text.lexicon import code
    >>> text = "said Gov. Ada Q. Tern to Bo Q. The ferry of J.K. Marsh"
    >>> [in_name(text, at, at + 1, {"the": code(15, 4, 7, 0)}, "en") for at in (9, 16, 30, 48)]
    [True, True, False, True]
    """
    if text[start - 1] != "." or not text[end].isupper():
        return False
    before = text[max(0, start - _REACH) : start - 1].split()[-2:]
    word = before[-1].lstrip(_OPENING) if before else ""
    if word.lower() in _titles(language):
        return True
    then = text[end : end + _REACH].split(None, 1)[0].strip(_TRAILING)
    is_initial = len(word) == 1 and word.isupper()
    if is_initial and len(then) == 1 and then.isupper():
        return text[end + 1 : end + 2] == "."  # "J. D. Tern"
    is_named = is_initial and len(before) > 1 and before[0][0].isupper()
    value = words.get(then.lower(), 0)
    if is_named and then[1:].islower() and is_given_name(before[0]) and band_of(value) < FUNCTION_BAND:
        return True
    is_named = is_named or (_INITIALS.fullmatch(word) is not None and word.lower() not in _abbreviations())
    return is_named and then[1:].islower() and starts_of(value) < _STARTING


def before_name(text: str, start: int, end: int, words: Lexicon, language: str) -> bool:
    """Whether a gap lies between an office, a rank or a title and a name, or before what ends in "Jr.".

    Titles are written without a stop in Britain.

    >>> from cleantext.text.lexicon import code
    >>> text = "said Prime Minister Ada Tern. She met the Prime Minister Ferries run"
    >>> [before_name(text, at, at + 1, {"ferries": code(4, 4, 0, 0)}, "en") for at in (10, 19, 56)]
    [False, True, False]
    >>> before_name("led by Ada Quill Tern Jr., Bo Marsh and others", 16, 17, {}, "en")
    True
    >>> before_name("it said Mr Tern", 10, 11, {}, "en"), before_name("Mr Bo is ill", 2, 3, {}, "de")
    (True, False)
    """
    before, then = text[max(0, start - _REACH) : start].split()[-1:], text[end : end + _REACH].split(None, 2)[:2]
    if before and before[0].isalpha() and before[0][0].isupper() and any(w.rstrip(",.;:") in _SUFFIXES for w in then):
        return True
    if not before or not then or not then[0][0].isupper():
        return False
    if before[0][0].isupper() and before[0].lower() in _titles(language):
        return True
    if before[0].lower() not in _offices(language):
        return False
    return share_of(words.get(then[0].strip(_TRAILING).lower(), 0)) < _WRITTEN_SMALL


def after_given_name(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a gap lies between a given name and a word that begins no sentence and is not written small.

    Of such gaps in flatnews' ``soup_natural`` and silver's pages 6,081 stood within a block, 67 between two, most of
    these in menus.

    >>> from cleantext.text.lexicon import code
    >>> text = "said Maria Marsh of Maria Ferries run"
    >>> [after_given_name(text, at, at + 1, {"ferries": code(4, 4, 0, 0)}) for at in (4, 10, 25)]
    [False, True, False]
    """
    before, then = text[max(0, start - _REACH) : start].split()[-1:], text[end : end + _REACH].split(None, 1)[:1]
    if not before or not then or not is_given_name(before[0]):
        return False
    value = words.get(then[0].strip(_TRAILING).lower(), 0)
    is_capitalised = then[0][0].isupper() and then[0][1:2].islower()
    return is_capitalised and starts_of(value) < _STARTING and share_of(value) < _WRITTEN_SMALL


def before_particle(text: str, start: int, end: int, words: Lexicon, language: str) -> bool:
    """Whether a gap lies within a name, before a capitalised particle that begins no sentence of the language.

    >>> from cleantext.text.lexicon import code
    >>> text = "won by Brenda Souza De Freitas. In Rio De Ferries ran, in Rio The Ferries ran"
    >>> [before_particle(text, at, at + 1, {"ferries": code(4, 4, 0, 0)}, "en") for at in (19, 38, 60)]
    [True, False, False]
    """
    first, _, then = text[end : end + _REACH].partition(" ")
    if not then[:1].isupper() or first.lower() not in _particles(language):
        return False
    before = text[max(0, start - _REACH) : start].rsplit(None, 1)[-1]
    is_named = before.isalpha() and before[0].isupper() and before[1:].islower()
    return is_named and share_of(words.get(then.split()[0].strip(_TRAILING).lower(), 0)) < _WRITTEN_SMALL


def is_unfinished(text: str, start: int) -> bool:
    """Whether a possessive stands before a gap, or a year behind the article: no block ends so in English.

    >>> [is_unfinished(text, len(text)) for text in ("It was Blur's", "won at the 1984", "It was won in 1984")]
    [True, True, False]
    """
    return _LEADING_ON.search(text, max(0, start - _YEAR), start) is not None


def in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a gap lies within three or more words in capitals, which are one heading.

    A letter or a number among them is passed over, and the last may run into what follows.

    >>> in_capitals("ISRAEL SEEKS HELP", 6, 7), in_capitals("The HELP DESK opens", 8, 9)
    (True, False)
    >>> in_capitals("MAKES A BOLD 2024 PREDICTIONThe pier", 17, 18)
    True
    """
    left, right = text[max(0, start - _REACH) : start].split()[-_RUN:], text[end : end + _REACH].split()[:_RUN]
    if not left or not right or left[-1] == right[0]:
        return False
    before, after = _shouted(reversed(left), _SHOUTED_LAST), _shouted(right, _SHOUTED_FIRST)
    return before > 0 and after > 0 and before + after > _LABEL


def _shouted(words: Iterable[str], glued: re.Pattern[str]) -> int:
    """How many words in capitals stand first, the last of which may be glued to what is none."""
    count = 0
    for word in words:
        if word.isupper():
            count += len(word.strip(_TRAILING)) > 1
        elif not word.strip(_TRAILING).isdigit():
            return count + (glued.search(word) is not None)
    return count


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


@lru_cache(maxsize=_MEMO)
def end_class(marks: str) -> str:
    """What kind of marks a side ends in: ``0`` for none, ``stop``, ``stop'`` with a quote after it, and so on."""
    if not marks:
        return "0"
    last = marks[-1]
    if last == "…" or marks.endswith("..."):
        return "dots"
    if any(c in STOPS or c in WIDE_STOPS for c in marks):
        if len(marks) == 1:
            return "stop" if last in STOPS else "wide"
        return "stop)" if last in ")]" else "stop'"
    if last in ")]":
        return ")"
    if last in "”\"’'»›“‘«":
        return "'," if "," in marks else "'"
    return last if last in ",;:%-–—|·" else "sym"


@lru_cache(maxsize=_MEMO)
def start_class(marks: str) -> str:
    """What kind of mark a side begins with."""
    if not marks:
        return "0"
    first = marks[0]
    if first in "“„‘‚«‹" or marks.startswith(LOW_QUOTES):
        return "“"
    if first in "”’»›":
        return "”"
    if first in "([":
        return "("
    if first in ".,;:!?)]…":
        return "."
    return first if first in "\"'" else "-" if first in "-–—―" else "sym"


def shape(word: str) -> str:
    """How a word is written: ``a`` small, ``Aa`` capitalised, ``AA`` capitals, ``9`` digits, ``4`` a year."""
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
