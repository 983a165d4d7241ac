"""What sites say of themselves where it runs into other text: in its middle, or in scripts that show no beginning.

Where letters have capitals, a capital in mid-word tells that two lines were glued. In Japanese, Chinese, Korean, Arabic
and Hindi nothing does; there what a site says of itself is found by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cleantext.text.characters import STOPS, WIDE_CLOSERS, WIDE_STOPS, is_wide_letter
from cleantext.text.lexicon import Lexicon, share_of
from cleantext.text.lists import any_of, own_phrases, phrases
from cleantext.text.spans import Span
from cleantext.text.starts import commonest

LANGUAGES = frozenset(("ja", "zh", "ko", "ar", "fa", "hi", "bn", "he"))

_WIDE = frozenset(("ja", "zh"))
_LISTS = ("related", "calls", "legal", "adverts", "comments", "sections", "notices")
_SHORTEST = {"ja": 2, "zh": 2, "ko": 2}  # characters of a phrase; 3 elsewhere
_LEAST, _LEAST_WIDE = 8, 6  # characters of the phrases of a run, at least, and in scripts without blanks
_LONG = 18  # characters of a phrase that needs no other beside it
_PREFIXES = frozenset("وفبلكהובלמשכ")  # words of one letter in Arabic and Hebrew, written with the next
_WIDE_STOP, _LONGEST_REST = re.compile(f"[{WIDE_STOPS}]"), 40  # characters from a phrase to its sentence's end
_PAIR = 2  # phrases that may be words of a sentence
_MENUS = {"ja": 2, "zh": 4}  # phrases in a row that are no words of a sentence, whatever stands beside them
_SEPARATORS = re.compile(r"(?:[^\S\n]|[\d:：・|/／\-–—#＞>»●•（）()\[\]［］,]){0,6}")
_SENTENCE_ENDS, _QUOTES = frozenset(".!?…”\"»“’')\n"), "“„«\"'‘»”–—-("
_LONGEST_WORD, _INDENT = 40, 4  # characters of a word, and of the blanks before a label
_SMALL = 3  # how often a word is written small that begins a sentence
_AROUND = " \t\n.:…-–—↓▼"
_STOP = re.compile(r"[.…]{1,3}(?=\s|$|[^\W\d_a-zß-ÿ])")
_HIRAGANA = "ぁ", "ゟ"
_COMPOUNDING = frozenset(("ja", "zh", "ko"))  # where a label may be the beginning of a word that no list has
_UNCASED_ENDS, _PLAIN_QUOTES = frozenset(f"{STOPS}{WIDE_STOPS}{WIDE_CLOSERS}”»"), frozenset("\"'’")
_OPENING_QUOTES, _LABEL_CLOSERS = frozenset("“«「『‘"), frozenset("]］】")
_LED = frozenset("のをにはがとでもへやな、")  # after these a phrase is part of a sentence


def interruptions_in(text: str, language: str, words: Lexicon) -> list[Span]:
    """Where a text says that it goes on behind an advertisement or a picture, or labels an advertisement.

    >>> text = "The ferry is back.Story continues below advertisementThe captain was pleased.ADVERTISEMENTHe left."
    >>> [text[a:b] for a, b in interruptions_in(text, "en", {})]
    ['Story continues below advertisement', 'ADVERTISEMENT']
    """
    found: dict[int, int] = {}
    words = words or commonest(language)
    for phrase in _said_in(text, "interrupts", language):  # the longest first
        found |= {at: at + len(phrase) for at in _places(text, phrase) if at not in found}
    own = own_phrases("furniture", "ad_labels", language) if language in LANGUAGES else ()
    for label in _said_in(text, "ad_labels", language):
        if label in own and label in text:
            found |= {at: at + len(label) for at in _uncased_labels(text, label, language) if at not in found}
            continue
        for at in _places(text, label):
            if at not in found and _is_apart(text, at, at + len(label), words):
                found[at] = at + len(label)
    return list(_with_stops(text, sorted(found.items())))


def _said_in(text: str, kind: str, language: str) -> tuple[str, ...]:
    """The phrases of a kind, if a text has one of them."""
    own = phrases("furniture", kind, language)
    return own if any_of(own).search(text) else ()


def _with_stops(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that begin within none before them, with the stop behind each: "Scroll to continue."."""
    last = 0
    for start, end in spans:
        if start >= last:
            stop = _STOP.match(text, end)
            last = stop.end() if stop else end
            yield start, last


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + len(phrase))


def _is_apart(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a label stands between two sentences, and is no word of the second: "Anzeige gegen Unbekannt".

    A blank and a name may follow a word of the sentence, "Reklam Kurulu", but hardly one in capitals.
    """
    if text[end - 1] == "]":
        return True
    before = text[max(0, start - _INDENT) : start].rstrip(" ")
    if start and before[-1:] not in _SENTENCE_ENDS:
        return False
    is_shouted = text[start:end].isupper()
    first, second = text[end : end + 1], text[end + 1 : end + 2]
    if first == " ":
        word = text[end + 1 : end + 1 + _LONGEST_WORD].split(" ", 1)[0].strip(_QUOTES)
        begins = second in _QUOTES or second.isdigit() or second.isupper()
        return begins and (is_shouted or not word.isalpha() or share_of(words.get(word.lower(), 0)) >= _SMALL)
    if first.isupper():
        return not (is_shouted and second.isupper())
    return first in ("", "\n") or first in _QUOTES or first.isdigit()


def _uncased_labels(text: str, label: str, language: str) -> Iterator[int]:
    """Where a label stands between two sentences in a script without capitals, and begins none of them.

    Behind a sentence's end, what follows it tells: a blank in scripts that have none between words; elsewhere words
    that begin a sentence and follow no noun, or a word glued to it that is no ending. Where words are compounds, the
    text must not have it elsewhere.

    >>> texts = "غادرت العبارة.إعلانوقال المالك", "배가 돌아왔다.광고소방 관계자는", "船が戻った。 広告 当時、船長は"
    >>> [list(_uncased_labels(text, label, language)) for text, label, language in zip(
    ...     texts, ("إعلان", "광고", "広告"), ("ar", "ko", "ja"), strict=True)]
    [[14], [8], [7]]
    >>> list(_uncased_labels("배가 돌아왔다. 광고 업계는 반겼다.광고를 본", "광고", "ko"))
    []
    """
    places = list(_places(text, label))
    closed = [at for at in places if _ends_before(text, at)]
    is_only = len(closed) == len(places) or language not in _COMPOUNDING
    for at in closed:
        if label[-1] in _LABEL_CLOSERS or _is_parted(text, at, at + len(label), language, is_only=is_only):
            yield at


def _ends_before(text: str, at: int) -> bool:
    """Whether a sentence or a line ends before a place."""
    before = text[max(0, at - _INDENT) : at].rstrip(" \xa0")
    if before[-1:] in ("", "\n"):
        return at == 0 or before != ""
    return before[-1] in _UNCASED_ENDS or (before[-1] in _PLAIN_QUOTES and before[-2:-1] in _UNCASED_ENDS)


def _is_parted(text: str, start: int, end: int, language: str, *, is_only: bool) -> bool:
    """Whether what follows a label begins by itself; ``is_only`` if the text has the word in no sentence."""
    rest = text[end : end + _LONGEST_WORD]
    first, is_wide = rest[:1], language in _WIDE
    if first in ("", "\n") or first in _OPENING_QUOTES:
        return True
    if first == " ":
        then = rest.lstrip(" ")
        if is_wide:
            return then[:1] > "\u2e7f"
        return then[:1] in _OPENING_QUOTES or _begins_with(then, own_phrases("furniture", "ad_follows", language))
    if not first.isalpha() or not is_only or (not is_wide and text[start - 1 : start] == " "):
        return False
    endings = own_phrases("furniture", "ad_endings", language)
    if is_wide or language == "ko":
        return first not in endings and not _HIRAGANA[0] <= first <= _HIRAGANA[1]
    return len(rest.split(None, 1)[0]) > 1 and not rest.startswith(tuple(endings))


def _begins_with(text: str, said: Iterable[str]) -> bool:
    """Whether a text begins with one of these, and no word goes on behind it."""
    return any(text.startswith(words) and not text[len(words) : len(words) + 1].isalpha() for words in said)


def is_interruption(text: str) -> bool:
    """Whether a text is that and nothing else, in any language."""
    return text.strip(_AROUND) in _interruptions() or text in _interruptions()


def fills_line(text: str, start: int, end: int) -> bool:
    r"""Whether what stands there is all of a line and known to be no sentence's, in any language.

    >>> text = "The ferry is back.\nPosłuchaj\nPosłuchaj, it said."
    >>> fills_line(text, 19, 28), fills_line(text, 29, 38)
    (True, False)
    """
    if text[start:end].strip(_AROUND) not in _lines():
        return False
    before, after = text[max(0, start - _INDENT) : start].rstrip(" "), text[end : end + _INDENT].lstrip(" ")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def menus_in(text: str, language: str) -> Iterator[Span]:
    """Where two or more such phrases stand in a row, or a long one; in scripts without blanks none in mid-sentence.

    >>> text = "発表した。コメントを書くシェアする首相は３日、コメントを発表した。"
    >>> [text[a:b] for a, b in menus_in(text, "ja")]
    ['コメントを書くシェアする']
    """
    if language not in LANGUAGES:
        return
    is_wide = language in _WIDE
    least = _LEAST_WIDE if is_wide else _LEAST
    for start, end, count, size in _runs(text, language):
        if size < least or not (count > 1 or is_wide or size >= _LONG):
            continue
        if is_wide and _in_sentence(text, start, end, count >= _MENUS[language]):
            continue
        if not is_wide and _in_words(text, start, end, count, size):
            continue
        if text[start - 1 : start] != "\n" or text[end : end + 1] != "\n":
            yield start, end


def _runs(text: str, language: str) -> Iterator[tuple[int, int, int, int]]:
    """Phrases with nothing but separators between them: start, end, how many, and their characters."""
    start = end = count = size = 0
    for m in _pattern(language).finditer(text):
        if count and _SEPARATORS.fullmatch(text, end, m.start()):
            end, count, size = m.end(), count + 1, size + m.end() - m.start()
            continue
        if count:
            yield start, end, count, size
        (start, end), count, size = m.span(), 1, m.end() - m.start()
    if count:
        yield start, end, count, size


def _in_sentence(text: str, start: int, end: int, is_menu: bool) -> bool:
    """Whether particles or endings join a run to what stands beside it, or letters do in a sentence that ends.

    >>> text = "努力促进经济社会健康发展。"
    >>> _in_sentence(text, 4, 10, is_menu=False), _in_sentence(text, 4, 10, is_menu=True)
    (True, False)
    """
    first, last = _HIRAGANA
    before, after = text[start - 1 : start], text[end : end + 1]
    if first <= after <= last or before in _LED:
        return True
    if is_menu or not (is_wide_letter(before) and is_wide_letter(after)):
        return False
    stop = _WIDE_STOP.search(text, end, end + _LONGEST_REST)
    return stop is not None and " " not in text[end : stop.start()]


def _in_words(text: str, start: int, end: int, count: int, size: int) -> bool:
    """Whether a run begins behind a word's first letter, or is no more than two words among others.

    >>> text = "جبهة فوق شمال أفريقيا"
    >>> _in_words(text, text.index("مال"), len(text), 2, 10)
    True
    """
    first = text[start - 1 : start]
    if first.isalpha() and first not in _PREFIXES and not text[start - 2 : start - 1].isalpha():
        return True
    is_among = first in ("", " ", "\n") and text[end : end + 1] in ("", " ", "\n")
    return is_among and count <= _PAIR and size < _LONG


@cache
def _interruptions() -> frozenset[str]:
    return frozenset(phrases("furniture", "interrupts") + phrases("furniture", "ad_labels"))


@cache
def _lines() -> frozenset[str]:
    return frozenset(phrase.strip(_AROUND) for phrase in phrases("furniture", "lines"))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    least = _SHORTEST.get(language, 3)
    own = frozenset[str]().union(*(own_phrases("furniture", section, language) for section in _LISTS))
    found = [phrase for phrase in own if len(phrase) >= least and not phrase.isascii()]
    return re.compile("|".join(map(re.escape, sorted(found, key=lambda phrase: (-len(phrase), phrase)))))
