"""What a person's name looks like, in scripts with capitals and without, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cleantext.text.lexicon import band_of, lexicon, share_of
from cleantext.text.lists import phrases, words_in

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’ʼ`´‐-](?=[^\W\d_]))*\.?")
_EAST_ASIAN = re.compile(
    r"[一-鿿]{2,5}|[一-鿿]{1,3}\s[一-鿿぀-ヿ]{1,4}|[一-鿿゠-ヿ]+(?:[・=＝][一-鿿゠-ヿ]+)+|[가-힣]{2,4}"
)
_NO_NAME = re.compile(r"[一-鿿]*[部紙报報局省社県市区町]$")
_UNCASED = re.compile(r"[^\W\d_A-Za-zÀ-ɏ][\w\u064b-\u065f\u0900-\u0dff]*(?:\s[\w\u064b-\u065f\u0900-\u0dff]+){1,4}")
PARTICLES = frozenset(
    "von van vom zu zum zur der den de di da del della dei du des dos das do la le el al bin ibn ben ter ten te af av "
    "y e i und e' d' abu bint st. mac ní nic ó uí".split()
)
_DOTLESS = ("tr", "az")
_SMALL_OF_TURKISH = str.maketrans("İI", "iı")
_LONGEST = 6  # words in a name
_SMALL = 3  # how often a word is written small, as a class: from here on it begins no name
_COMMON, _COMMONEST = 8, 9  # how common such a word is, as a class, in English and in another language
_MOSTLY = 1.5  # of a phrase so many words, at most, come on each that is written small
_INITIALS = 3  # letters: "JD" and "KNA" are no shouted names


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name."""
    return bool(_EAST_ASIAN.fullmatch(text)) or (2 <= len(text.split()) <= _LONGEST and is_cased_name(text.split()))


def as_name(text: str, language: str = "") -> str:
    """The name as one writes it, or nothing where it is none; in Turkish ``I`` is the capital of ``ı``.

    >>> as_name("ADA YILDIRIM"), as_name("ADA YILDIRIM", "tr"), as_name("İBRAHİM IŞIK")
    ('Ada Yildirim', 'Ada Yıldırım', 'İbrahim Işık')
    """
    words = _once(text.split())
    text = " ".join(words)
    if _EAST_ASIAN.fullmatch(text):
        return "" if _NO_NAME.fullmatch(text) else text
    if is_cased_name(words):
        return " ".join(_normal_case(words, is_dotless=language in _DOTLESS or "İ" in text))
    return text if not text[:1].isupper() and not text[:1].islower() and _UNCASED.fullmatch(text) else ""


def _once(words: list[str]) -> list[str]:
    """Half of a name that stands there twice."""
    half = len(words) // 2
    return words[:half] if half > 1 and words[:half] == words[half:] else words


def is_cased_name(words: list[str]) -> bool:
    """One to six words that are letters and begin with a capital, particles aside."""
    capitals = [w for w in words if w.casefold() not in PARTICLES]
    if not capitals or len(words) > _LONGEST or not all(_WORD.fullmatch(w) for w in words):
        return False
    return (
        words[-1] == capitals[-1]
        and len(words[-1]) > 1
        and all(w[0].isupper() or w[:2] in ("d'", "d’", "al") for w in capitals)
    )


def is_phrase(words: Sequence[str], language: str = "en") -> bool:
    """Whether capitalised words are a phrase rather than a name.

    Of English they are where most, or a common first, are written small elsewhere; of another language where the first
    is, and is one of the commonest.

    >>> is_phrase(["Hot", "Stocks"]), is_phrase(["When", "Rome"]), is_phrase(["Will", "Hay"])
    (True, True, False)
    >>> is_phrase(["Alle", "Berichte"], "de"), is_phrase(["Ada", "Read", "Later"])
    (True, True)
    """
    words = [word.lower() for word in words if word[0].isupper()]
    if not words or words[0] in _given_names():
        return False
    known = lexicon(language)
    values = [known.get(word, -1) for word in words]
    small = [value >= 0 and share_of(value) >= _SMALL for value in values]
    if small[0] and band_of(values[0]) >= (_COMMON if language == "en" else _COMMONEST):
        return True
    return language == "en" and len(words) <= _MOSTLY * sum(small)


def is_common(word: str) -> bool:
    """Whether English mostly writes a word small, and it is none of the commonest given names.

    >>> [is_common(word) for word in ("Matters", "Quill", "Will")]
    [True, False, False]
    """
    small = word.lower()
    return share_of(max(lexicon("en").get(small, -1), 0)) >= _SMALL and small not in _given_names()


def has_given_name(words: Sequence[str]) -> bool:
    """Whether capitalised words may begin with a given name: English does not mostly write the first one small.

    >>> has_given_name(["Ada", "Quill"]), has_given_name(["Storm", "Ada"]), has_given_name(["The", "Isle"])
    (True, False, False)
    """
    first = words[0].lower()
    value = lexicon("en").get(first, -1)
    return first in _given_names() or value < 0 or share_of(value) < _SMALL


def is_given_name(word: str) -> bool:
    """Whether a word is one of the commonest given names.

    >>> is_given_name("Maria"), is_given_name("Harbour")
    (True, False)
    """
    return word in _names()


def is_part_of_site(words: Sequence[str], language: str) -> bool:
    """Whether the first word or the last is a section's or a button's, and no name as well.

    >>> is_part_of_site(["Isle", "Politics"], "en"), is_part_of_site(["Asia", "Quill"], "en")
    (True, False)
    """
    ends = {words[0].lower(), words[-1].lower()} - _given_names()
    known = lexicon("en")
    return any(known.get(word, -1) < 0 or share_of(known[word]) > 0 for word in ends & _site_words(language))


@cache
def _names() -> frozenset[str]:
    """Given names as they are written."""
    return words_in("given_names.txt")


@cache
def _site_words(language: str) -> frozenset[str]:
    """The single words of a site's parts and buttons."""
    found = (p for name in ("sections", "calls", "related") for p in phrases("furniture", name, language))
    return frozenset(phrase for phrase in found if " " not in phrase)


@cache
def _given_names() -> frozenset[str]:
    """Given names that are words too."""
    return frozenset(phrases("bylines", "given"))


def _normal_case(words: list[str], *, is_dotless: bool) -> list[str]:
    """Words in capitals as names are written; initials and short surnames beside small letters stay."""
    words = [re.sub(r"^M(a?)c(?=[A-Z]{2})", lambda m: m[0].upper(), w) for w in words]
    shouted = len(words) > 1 and all(w.isupper() for w in words)
    return [_cased(w, shouted, first=not i, is_dotless=is_dotless) for i, w in enumerate(words)]


def _cased(word: str, shouted: bool, *, first: bool, is_dotless: bool) -> str:
    if shouted and not first and word.casefold() in PARTICLES:
        return word.lower()
    if not word.isupper() or "." in word:
        return word
    return _capitalised(word, is_dotless=is_dotless) if len(word) > (1 if shouted else _INITIALS) else word


def _capitalised(word: str, *, is_dotless: bool = False) -> str:
    """A shouted word in lower case but for the letters that begin its parts; where ``I`` has no dot, as Turkish does.

    >>> _capitalised("O'NEILL-MCKAY"), _capitalised("YILDIRIM", is_dotless=True), _capitalised("İPEK", is_dotless=True)
    ("O'Neill-McKay", 'Yıldırım', 'İpek')
    """
    lowered = _SMALL_OF_TURKISH if is_dotless else {}
    small = re.sub(r"[^\W\d_]+", lambda m: m[0][0] + m[0][1:].translate(lowered).lower(), word)
    return re.sub(r"\bMc([a-z])", lambda m: f"Mc{m[1].upper()}", small)
