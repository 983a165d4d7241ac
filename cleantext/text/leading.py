"""Words after which another must follow: where a long line ends in one, or a gap has one before it, no block ends."""

from __future__ import annotations

import re
from functools import cache

from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, ends_of, share_of
from cleantext.text.lists import sections, words_by_key
from cleantext.text.names import introduces

_LONGEST = 12  # characters of a function word and the blank before it
SHORT = 16  # characters of an article and a word, at most
_LONG = 60  # characters: verse and headings are shorter
_FUNCTION_WORD = 5  # letters of most words that only lead to others
_SELDOM_SMALL = 1  # how often a word is written small within sentences, at most (lexicon)
_NEAR = 24  # characters of an article and one word
_REACH = 60  # characters of a noun phrase
_DASHES, _LISTING = "-–—", ":;"
_QUOTES = frozenset("”“\"»«’'")
_OPENING, _CLOSING = frozenset("«“„\"‘"), frozenset(".!?…:”\"»’')")
_DAY = re.compile(  # from which on a paragraph tells what happened then
    r"(?<!\w)(?:(?:[^\W\d_]{3,10}\.? )?\d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d"
    r"|\d{1,2}\.? [^\W\d_]{3,10}\.? (?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d|\d{1,2}[:.]\d\d(?: Uhr)?):$"
)
_BEFORE_DAY = ("", *".!?…”\"»’')\n")
_QUOTED = re.compile("[,?!.…][”\"’»'“] ?,?$|[”\"’»'“],$")
_ONE_WORD = re.compile("[Aa]n? [a-z]+")
_INFLECTED = tuple("enrsm")  # how German adjectives end


@cache
def _articles() -> dict[str, frozenset[str]]:
    return words_by_key("articles.txt")


def is_no_block(text: str, language: str) -> bool:
    """Whether a text is an article or the like and nothing else, or in English "a" and one word, which are no block.

    Of the blocks of flatnews' English pages none is, seven begin so and go on with a capital.

    >>> [is_no_block(text, "en") for text in ("The", "Ada", "A damaged", "A damaged SUV")]
    [True, False, True, False]
    """
    return text.lower() in _articles().get(language, ()) or (language == "en" and _ONE_WORD.fullmatch(text) is not None)


@cache
def _of_all() -> frozenset[str]:
    return frozenset[str]().union(*_articles().values())


def leads_on(line: str, language: str) -> bool:
    """Whether a line goes on in the next one, for it is long and ends in an article or the like.

    Of 188 lines of any length in flatnews' soups and pages on lines that ended in one of more such words, 186 went on
    within their paragraph; what may end a clause ("of", "det", "einer", Swedish "av") is not listed.

    >>> leads_on("The bridge was closed on Monday after a warning by engineers of the", "en")
    True
    >>> leads_on("And all the", "en"), leads_on("The bridge was closed on Monday after a warning by engineers", "en")
    (False, False)
    """
    return len(line) >= _LONG and _last(line) in _articles().get(language, ())


def leads_to(line: str, then: str, words: Lexicon, language: str) -> bool:
    """Whether a long line ends in a function word that ends no sentence, and the next begins with what may go on: a
    name, a noun in German, a figure, but no word that is written small within sentences.

    >>> from cleantext.text.lexicon import lexicon
    >>> line = "The bridge will be closed to all traffic for nine days, the county said on"
    >>> [leads_to(line, then, lexicon("en"), "en") for then in ("Thursday. It is old.", "The bridge is old.")]
    [True, False]
    """
    if len(line) < _LONG or not ends_nothing(line, len(line), words, language):
        return False
    first = then[:_REACH].split(" ", 1)[0].rstrip(".,;:!?")
    return first.isdigit() or (first.isalpha() and share_of(words.get(first.lower(), 0)) <= _SELDOM_SMALL)


def ends_nothing(text: str, start: int, words: Lexicon, language: str) -> bool:
    """Whether an article stands before a gap, or a function word that ends no sentence, "By" apart, which ends lines.

    Of 980 cuts that had one there in flatnews' pages, silver's and our own, as cut for the cross-validation, 940 had
    the same kind on both sides.

    >>> from cleantext.text.lexicon import lexicon
    >>> known = lexicon("en")
    >>> texts = "according to", "photos of the Iraqi", "it was found by", "a boat", "The"
    >>> [ends_nothing(text, len(text), known, "en") for text in texts]
    [True, True, False, False, False]
    """
    if language == "en" and _wants_noun(text, start, words):
        return True
    word = text[max(0, start - _LONGEST) : start].rpartition(" ")[2]
    if not (word.isalpha() and word.islower()) or introduces(word):
        return False
    value = words.get(word, -1)
    is_open = word in _articles().get(language, ()) or (band_of(value) >= FUNCTION_BAND and not ends_of(value))
    return is_open or lacks_noun(text, start, language)


def sentence_goes_on(text: str, start: int, end: int, language: str) -> bool:
    """Whether a sentence goes on behind a gap: in a quotation, in who said it, behind its day, or behind a dash.

    Of such gaps in flatnews' ``soup_natural`` and silver's pages 4,770, 183, 200 and 6,500 stood within a paragraph, 5,
    0, 0 and 22 between two.

    >>> texts = "a policy | “of last resort”", "“It sank,” said | Ada", "July 15, 1960: | The pier", "It said | Ada"
    >>> [sentence_goes_on(text.replace("| ", ""), at := text.index("|") - 1, at + 1, "en") for text in texts]
    [True, True, True, False]
    >>> sentence_goes_on("a ship.– or two of them", 7, 7, "en")
    True
    """
    before = text[start - 1]
    if text[end] in _OPENING:
        return before not in _CLOSING and text[end + 1 : end + 3].lstrip()[:1].islower()
    if text[end] in _DASHES:
        return before not in _LISTING and text[end + 1 : end + 3].lstrip()[:1].islower()
    if before == ":":
        day = _DAY.search(text, max(0, start - _NEAR), start)
        return day is not None and text[max(0, day.start() - 2) : day.start()].rstrip(" ")[-1:] in _BEFORE_DAY
    said, _, verb = text[max(0, start - _NEAR) : start].rpartition(" ")
    return says(verb, language) and _QUOTED.search(said) is not None


@cache
def _verbs() -> dict[str, frozenset[str]]:
    return words_by_key("attribution_verbs.txt")


def says(verb: str, language: str) -> bool:
    """Whether a word is a verb that tells who said what.

    >>> says("said", "en"), says("sank", "en")
    (True, False)
    """
    return verb in _verbs().get(language, ())


def attributes(text: str, language: str) -> bool:
    """Whether a text quotes somebody and says who it was: "“It sank,” said Ada Quill".

    >>> attributes("“It sank,” said Ada Quill", "en"), attributes("The “Mole” sank, Ada Quill said", "en")
    (True, False)
    """
    return not _QUOTES.isdisjoint(text) and _attribution(language).search(text) is not None


@cache
def _attribution(language: str) -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, sorted(_verbs().get(language, ())))) or "(?!)"
    return re.compile(rf"[{''.join(sorted(_QUOTES))}],? (?:{verbs})(?!\w)")


def _wants_noun(text: str, start: int, words: Lexicon) -> bool:
    """Whether an English article and a word that ends no sentence stand before a gap: "the Iraqi".

    Of 4,976 such gaps in flatnews' English soups and in our own pages two parted blocks ("With a Catch").
    """
    article, word = ("", *text[max(0, start - _NEAR) : start].split(" "))[-2:]
    value = words.get(word.lower(), -1)
    return value > 0 and not ends_of(value) and article.lower() in sections("noun_phrases")["en"]["determiners"]


def before_work(text: str, start: int, end: int) -> bool:
    """Whether what a work is stands before a gap and its name behind, in English: "in the journal Pier Studies".

    Of 11 such gaps in flatnews' pages, all blanks, none parted two blocks.

    >>> before_work("out in the journal Pier", 18, 19), before_work("read the journal the pier", 16, 17)
    (True, False)
    """
    return text[end].isupper() and _works().search(text, max(0, start - _REACH), start) is not None


@cache
def _works() -> re.Pattern[str]:
    english = sections("noun_phrases")["en"]
    determiners, works = "|".join(english["determiners"]), "|".join(english["works"])
    return re.compile(rf"(?<![\w-])(?:{determiners})(?: [a-z]+)? (?:{works})$")


def lacks_noun(text: str, start: int, language: str) -> bool:
    """Whether a German noun is wanting before a gap: an article and an adjective stand there, "eine aktive".

    Nouns have capitals in German, so that a word in small letters that is inflected as an adjective is none. Of 3,540
    gaps without a stop before a capital in flatnews' soups that had one there, and of 1,386 in our own pages, 2 parted
    blocks ("Das wird teuer").

    >>> [lacks_noun(text, len(text), "de") for text in ("bei der kalifornischen", "Einen alten", "nach dem Sturm")]
    [True, True, False]
    """
    return language == "de" and _without_noun().search(text, max(0, start - _REACH), start) is not None


@cache
def _without_noun() -> re.Pattern[str]:
    german = sections("noun_phrases")["de"]
    determiners, verbs = "|".join(german["determiners"]), "|".join(german["verbs"])
    return re.compile(
        rf"(?<![\w-])(?:{determiners}|{determiners.title()})"
        rf"(?: (?!(?:{verbs}) )[a-zäöüß-]+,?){{0,2}} [a-zäöüß-]{{3,}}(?:e|e[nrsm])$"
    )


def some_lead_on(text: str) -> bool:
    """Whether any line of a text may lead on, in whatever language."""
    words, ends = _of_all(), _INFLECTED
    for line in text.split("\n")[:-1]:
        if len(line) <= SHORT and (line.lower() in words or _ONE_WORD.fullmatch(line)):
            return True
        if len(line) >= _LONG and ((last := _last(line)) in words or (len(last) <= _FUNCTION_WORD and last.islower())):
            return True
        if line.endswith(ends) and lacks_noun(line, len(line), "de"):
            return True
    return False


def _last(line: str) -> str:
    return line.rstrip().rpartition(" ")[2]
