"""Where credits end in running text: after the name behind "Photo:", or after "AFP/Ada Quill"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cleantext.text.characters import LOWER, UPPER
from cleantext.text.credits import openers, source_labels
from cleantext.text.glued_names import PARTS_OF_NAMES
from cleantext.text.lexicon import FUNCTION_BAND, Lexicon, band_of, share_of, starts_of
from cleantext.text.lists import any_of, phrases
from cleantext.text.names import agency
from cleantext.text.persons import PARTICLES, is_given_name
from cleantext.text.sites import brands
from cleantext.text.spans import Span
from cleantext.text.starts import commonest

_MOST, _NAMES = 9, 2  # words of a credit that are looked at; of a person's name
_LONGEST_LABEL, _INITIAL = 24, 2  # characters of a label, and of "Dr."
_SMALL, _BEGINNING = 3, 5  # how often a word is written small, and how often one with a capital begins a sentence
_LONGEST_WORD = 60  # characters; what is longer is no name
_SHORTEST_NAME, _SHORTEST_BEGUN = 3, 2  # letters of a name that a sentence is glued to; of that sentence's first word
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_HOUSE = (2, 3)  # words of an agency's name that a sentence is glued to
_SHORTEST_SURNAME = 4  # letters of a surname that another name is glued to
_WORD = re.compile(rf"(?:(?<=\S)[^\S\n]+)?(\S{{1,{_LONGEST_WORD + 1}}})")
_LAST_WORD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?$")
_SIGNATURE = re.compile(r"(?<![\w/@#&-])([^\W\d_][^\W\d_&-]+(?: [^\W\d_][^\W\d_&-]+)?)/(?=[^\W\d_a-zß-ÿ])")
_CAPITALS = re.compile("(?<=[a-zß-ÿ])[A-ZÀ-Þ]{2,}$")
_GLUED = re.compile(f"([A-Z]{{2,6}}(?=[{UPPER}][{LOWER}'’])|[a-z]{{1,6}}[0-9]?(?=[A-ZÀ-Þ]))")
_FIGURE = re.compile("[0-9]")
_RUN_TOGETHER = re.compile("(?<=....)(?<=[a-zß-ÿ])[A-ZÀ-Þ]")  # not as in "McNamee"
_JOINT = re.compile(f"(?<=[{LOWER}])(?=[“„\"‘«]?[{UPPER}])")
_SHOUTED = re.compile(f"(?<![{UPPER}])[{UPPER}]{{3,}}(?=[{UPPER}][{LOWER}])")
_PLACE = re.compile(f"[{UPPER}][{LOWER}]{{3,}}(?=[{UPPER}][{LOWER}]{{3,}}\\.$)")  # not as in "MacDonald."
_HYPHENED = re.compile(f"[{UPPER}][{LOWER}]{{0,3}}[{UPPER}]{{1,4}}-[{UPPER}][{LOWER}]")  # "VfL-Coach": no name
_PLACE_LETTERS = 3  # of a place in capitals that is glued to an agency
_BARE = re.compile(r"[.!?”\"’][^\S\n]?([A-Z][\w-]{1,12}(?: via)?(?: [A-Za-z][\w-]{2,12}){0,2})(?= [A-Z“‘\"])")
_SLASHED = re.compile(r"(?<![\w/.@#&-])([^\W\d_][^\W\d_&-]+(?: [^\W\d_][^\W\d_&-]+){0,2}) ?$")
_JOINING = frozenset("/ | & + via for für of and und et y e".split())
_DASHES = "-–—"
_QUOTES, _STOPS = "„“\"«»‚‘'’–-", ".!?…:;"
_SENTENCE_ENDS = frozenset(".!?…”\"»)")
_LINE_ENDS = _SENTENCE_ENDS | {"", "\n"}
_OPENING, _CLOSING = ("(", "["), (")", "]")
_EDGES, _CLOSED = ",()[]", re.compile(r"[)\]]")


def credit_ends(text: str, words: Lexicon, language: str = "") -> Iterator[Span]:
    """Where such credits begin and end, at a line's end or where a sentence follows.

    ``words`` are those of the ``language``; where none are known its commonest words tell that a sentence begins.

    >>> from cleantext.text.lexicon import lexicon
    >>> text = "Ships off Tema Photo: Ada Quill/AFP The strike went on. A poll by WND/Radio Nine found so."
    >>> [text[a:b] for a, b in credit_ends(text, lexicon("en"))]
    ['Photo: Ada Quill/AFP']
    >>> text = "Ships wait off Tema MERIDIAN/Bo Tern Dockers went on strike."
    >>> [text[a:b] for a, b in credit_ends(text, lexicon("en"))]
    ['MERIDIAN/Bo Tern']
    """
    is_little, words, last = not words, words or commonest(language), 0
    for start, at in sorted((*_labels_in(text), *_signatures_in(text, words), *_houses_in(text, words))):
        if at >= last:
            end = _end_of_names(text, at, words, is_labelled=start < at, is_little=is_little)
            is_open = text[start - 1 : start] in _OPENING
            if end > at and (not is_open or text[end - 1] in _CLOSING):
                yield start, end
                last = end


def ends_signed(text: str) -> bool:
    """Whether a text ends in such a credit.

    >>> ends_signed("Ships wait off Tema MERIDIAN/Bo Tern"), ends_signed("She works for ARD/ZDF")
    (True, False)
    """
    if "/" not in text and ":" not in text:
        return False
    return any(end == len(text) and start for start, end in credit_ends(text, {}))


def ends_house(text: str, at: int) -> bool:
    """Whether an agency's name ends at a place, or "file photo", to which a word with a capital is glued.

    >>> text = "off Tema Getty ImagesGhana is, off Tema GettyImages"
    >>> ends_house(text, text.index("Ghana")), ends_house(text, len(text) - 6)
    (True, False)
    """
    if not text[at - 1].islower() or not text[at : at + 1].isupper() or not text[at + 1 : at + 2].islower():
        return False
    words = text[max(0, at - _LONGEST_LABEL) : at].split(" ")
    names = (" ".join(words[-count:]) for count in _OF_HOUSE if count < len(words))
    is_ended = agency(words[-1]) == words[-1] or any(map(_is_house, names))
    return is_ended and not _is_of_house(text, at) and _whole_word(text, at) not in brands()


def _whole_word(text: str, at: int) -> str:
    """The word around a place."""
    then = _LETTERS.match(text, at)
    return text[text.rfind(" ", 0, at) + 1 : then.end() if then else at]


def _is_of_house(text: str, at: int) -> bool:
    """Whether the word that begins at a place is one that houses are called by: "GettyImages"."""
    word = _LETTERS.match(text, at)
    return word is not None and (word[0].lower() in phrases("captions", "of houses") or _names_house(word[0]))


def _is_house(name: str) -> bool:
    """Whether a name is an agency's, or what stands where one would: "file photo"."""
    return (agency(name) is not None and name[0].isupper()) or name.lower() in phrases("captions", "alone")


def _labels_in(text: str) -> Iterator[Span]:
    """Where a label such as "Photo:", "Photo by" or "©" begins, and what is behind it."""
    at = text.find(":")
    while at >= 0:
        if text[at + 1 : at + 2] == " " or text[at + 1 : at + 2].isupper():
            end = at - 1 if text[at - 1 : at] == " " else at
            found = _LAST_WORD.search(text, max(0, end - _LONGEST_LABEL), end)
            if found and (start := _label_start(found[0], found.start())) >= 0:
                yield start, at + 1
        at = text.find(":", at + 1)
    lines = phrases("captions", "opens lines")
    if any_of(("©", *openers(), *lines)).search(text):
        yield from _opened_in(text, lines)


def _opened_in(text: str, lines: Iterable[str]) -> Iterator[Span]:
    """The same where no colon follows, or on lines of their own."""
    for label in ("©", *openers()):
        at = text.find(label)
        while at >= 0:
            end = at + len(label)
            if not (text[at - 1 : at].isupper() and label[0].isalpha()) and _may_begin(text, end):
                yield at, end
            at = text.find(label, end)
    for label in lines:
        at = text.find(f"{label} ")
        while at >= 0:
            end = at + len(label)
            if text[max(0, at - 2) : at].rstrip(" ")[-1:] in _LINE_ENDS and _may_begin(text, end):
                yield at, end
            at = text.find(f"{label} ", end)


def _may_begin(text: str, at: int) -> bool:
    """Whether a name may begin at a place, or behind a blank there."""
    word = _WORD.match(text, at)
    return word is not None and (word[1][0].isupper() or agency(word[1].strip(_EDGES)) is not None)


def _label_start(said: str, start: int) -> int:
    """Where a label begins in one or two words, -1 where they are none."""
    last = said.rfind(" ") + 1
    if said.lower() in _labels() and said[0].isupper():
        return start
    word = said[last:]
    for at in range(len(word)):
        if word[at].isupper() and word[at:].lower() in _labels() and (at == 0 or word[at - 1].islower()):
            return start + last + at
    return -1


def _houses_in(text: str, words: Lexicon) -> Iterator[Span]:
    """Where an agency alone stands between two sentences, or "File photo".

    "BBC Scotland" is none, nor is "Dow Jones Industrial Average", where another capital follows.
    """
    for found in _BARE.finditer(text):
        start, said = found.start(1), found[1].split(" ")
        label = len(said[0]) if said[0].lower() in _labels() else 0
        for count in range(len(said), 0, -1):
            house, end = " ".join(said[1 if label else 0 : count]), start + len(" ".join(said[:count]))
            if house.lower() in phrases("captions", "alone") or all(map(agency, house.split(" via "))):
                then = _WORD.match(text, end)
                if then and _begins_behind(house, then, words, is_labelled=label > 0):
                    yield start, start + label
                break


def _begins_behind(house: str, word: re.Match[str], words: Lexicon, *, is_labelled: bool) -> bool:
    """Whether a word begins a sentence behind an agency: behind a label, or a name of several words, more may."""
    if word[1][0] in _QUOTES:
        return True
    then = _WORD.match(word.string, word.end())
    is_plain = is_labelled or (" " in house and not (then and then[1][0].isupper()))
    return _written_small(word[1], words) if is_plain else _is_small(word[1], words)


@cache
def _labels() -> frozenset[str]:
    return frozenset(phrases("captions", "credit")) - source_labels()


def _signatures_in(text: str, words: Lexicon) -> Iterator[Span]:
    """Where names joined by a slash begin that no sentence leads to: "of dockers AFP/Ada Quill"."""
    at = text.find("/")
    while at >= 0:
        found = _SIGNATURE.search(text, max(0, at - _LONGEST_LABEL), at + 2)
        if found and found.end() == at + 1:
            start, said = _whole(found, words)
            before = _LAST_WORD.search(text, max(0, start - _LONGEST_LABEL), max(0, start - 1))
            is_named = said[0].isupper() or agency(said) is not None
            if is_named and not (before and _leads_on(before[0].rsplit(" ", 1)[-1], words)):
                yield start, start
        elif (start := _before_agency(text, at, words)) >= 0:
            yield start, at + 1
        at = text.find("/", at + 1)


def _before_agency(text: str, at: int, words: Lexicon) -> int:
    """Where a name begins that a slash joins to an agency, -1 where there is none: "Ada Quill / AFP"."""
    then = _WORD.match(text, at + 1)
    found = _SLASHED.search(text, max(0, at - _LONGEST_LABEL), at)
    if not then or not found:
        return -1
    glued = _GLUED.match(then[1])
    if not (agency(then[1]) or (glued and agency(glued[1]))):
        return -1
    start = found.end(1)
    if house := agency(found[1]):
        return start - len(house)
    for word in reversed(found[1].split(" ")):
        joined = _CAPITALS.search(word)
        if joined:
            return start - (len(word) - joined.start())
        if not word[0].isupper() or _is_small(word, words):
            break
        start -= len(word) + 1
    return start + 1 if start < found.end(1) else -1


def _whole(found: re.Match[str], words: Lexicon) -> tuple[int, str]:
    """Where a name before a slash begins, and it: its last word, or both where they are an agency or follow a stop.

    Capitals that are glued to its last word stand alone.
    """
    said = found[1]
    if glued := next((m for m in _JOINT.finditer(said) if agency(said[m.end() :])), None):
        return found.start(1) + glued.end(), said[glued.end() :]
    last = said.rfind(" ") + 1
    is_pair = last and said[last].isupper() and not _is_small(said[: last - 1], words)
    if agency(said) or (is_pair and _follows_stop(found)):
        last = 0
    if glued := _CAPITALS.search(said):
        last = glued.start()
    return found.start(1) + last, said[last:]


def _follows_stop(found: re.Match[str]) -> bool:
    """Whether a sentence ends before a match, or a line."""
    before = found.string[max(0, found.start() - 2) : found.start()]
    return not before.strip(" ") or "\n" in before or before.rstrip()[-1:] in _SENTENCE_ENDS


def _leads_on(word: str, words: Lexicon) -> bool:
    """Whether a word is the grammar's own, so that names behind it are its sentence's: "in", "the"."""
    return _is_of_grammar(word, words) and _is_small(word, words)


def _is_of_grammar(word: str, words: Lexicon) -> bool:
    """Whether a word is as common as those are that belong to the grammar: "the"."""
    return band_of(words.get(word.lower(), 0)) >= FUNCTION_BAND


def _is_small(word: str, words: Lexicon) -> bool:
    """Whether a word is mostly written small, and begins sentences where it is not."""
    return _written_small(word, words) and starts_of(words.get(word.lower(), 0)) >= _BEGINNING


def _written_small(word: str, words: Lexicon) -> bool:
    """Whether a word is mostly written small, so that with a capital it begins a sentence."""
    return share_of(words.get(word.lower(), 0)) >= _SMALL


def _end_of_names(text: str, at: int, words: Lexicon, *, is_labelled: bool, is_little: bool) -> int:
    """Where the names end that begin at a place, -1 where they are none or what follows them is no sentence.

    Where little is known of the words (``is_little``), any with a capital that is glued to a name may begin one, if the
    next is small.
    """
    names = _Names(words, is_labelled=is_labelled)
    for _ in range(_MOST):
        m = _WORD.match(text, at)
        if not m:
            return at if names.are_whole() else -1
        names.then = then[1] if (then := _WORD.match(text, m.end())) else ""
        names.is_led = is_little and is_labelled and names.then[:1].islower()
        is_whole = not (names.is_led and _any_joint(m[1]))
        if names.run and is_whole and _begins(m[1], names.run, text, m.end(), words):
            return at if names.are_signed(before=m[1]) else -1
        if is_labelled and (joint := _before_place(m[1], text, m.end())):
            return m.start(1) + joint
        end = names.take(m[1]) if len(m[1]) <= _LONGEST_WORD else 0
        if end is not None:
            return m.start(1) + end if end else -1
        at = m.end()
    return -1


def _before_place(word: str, text: str, at: int) -> int:
    """Where a dateline is glued to a name, 0 where none is: "QuillOxford. The", "AFPOXFORD — The"; ``at`` is its end.

    >>> _before_place("QuillOxford.", "QuillOxford. The pier", 12), _before_place("AFPOXFORD", "AFPOXFORD — The", 9)
    (5, 3)
    """
    then = text[at : at + _INITIAL].lstrip(" ")[:1]
    if then.isupper() and (name := _PLACE.match(word)):
        return name.end()
    if then and then in _DASHES and word.isupper() and word.isalpha():
        houses = (k for k in range(len(word) - _PLACE_LETTERS, 1, -1) if agency(word[:k]))
        return next(houses, 0)
    return 0


class _Names:
    """The names of a credit as they are read, word by word."""

    def __init__(self, words: Lexicon, *, is_labelled: bool) -> None:
        self.words = words
        self.is_labelled = self.is_known = is_labelled
        self.run: list[str] = []  # the words of one name
        self.is_shouted = False  # whether the word before is in capitals
        self.then = ""  # the word behind the one that is read
        self.is_led = False  # whether any word may begin a sentence here, as the next is small

    def take(self, word: str) -> int | None:
        """Read a word: None where the names go on, else the characters of it that end them, 0 where they are none."""
        if word in _JOINING:
            self.run = []
        elif self.run and word in PARTICLES:
            self.run.append(word)
        elif self.run and " ".join([*self.run, word]).lower() in phrases("captions", "alone"):
            self.run.append(word)
            self.is_known = True
        elif self.run and word[0] == "/" and len(word) > 1:
            self.run = []
            end = self._named(word[1:])
            return end + 1 if end else end
        else:
            return self._named(word)
        return None

    def _named(self, word: str) -> int | None:
        first, *more = parts = word.strip(_EDGES).split("/")
        self.is_known |= bool(more) and (first.isupper() or agency(" ".join([*self.run, first])) is not None)
        last = parts[-1]
        if (self.is_known or more) and (glued := _GLUED.match(last)) and agency(glued[1]):
            return word.index(last) + glued.end()
        joint = _joint(last, self.words, is_shouted=self.is_shouted) if self.is_known else 0
        joint = joint or (_any_joint(last) if self.is_led else 0)
        joint = joint or _house_joint(last, [] if more else self.run)
        if not joint and self.run and self.is_known and not more:
            is_person = not self.is_labelled or is_given_name(self.run[0])
            joint = _name_joint(last, self.then, self.words if is_person else {})
        if joint:
            return word.index(last) + joint
        self.is_shouted = self.is_labelled and len(last) > 1 and last.isupper()
        if closed := _CLOSED.search(word):
            is_name = self.is_labelled or self.run or agency(word[: closed.start()].rsplit("/", 1)[-1])
            return closed.end() if self.is_known and is_name else 0
        is_house = first.islower() and agency(first) is not None
        if not more and (is_house or (self.is_labelled and not self.run and first in phrases("captions", "alone"))):
            self.run = [first]
            return None
        if not self._may_be_name(last if is_house else word, last):
            return 0
        if word[-1] in _DASHES:
            return len(word) - 1 if self.is_known else 0
        self.run = [] if word[-1] == "," else [last] if more else [*self.run, word.strip(_EDGES)]
        return None

    def _may_be_name(self, word: str, last: str) -> bool:
        """Whether a word of which this is behind its last slash may be of a name: it has a capital, and no stop."""
        if not word[0].isupper() or not last or (_FIGURE.search(word) and not agency(last)):
            return False
        if word[-1] in _STOPS and len(word) > _INITIAL:
            return False
        inner = _RUN_TOGETHER.search(last)
        is_apart = not inner or last[: inner.start()].lower() in PARTS_OF_NAMES or agency(last)
        return bool(is_apart) and (word[-1] != "," or self.is_labelled)

    def are_whole(self) -> bool:
        """Whether what was read is a credit by itself."""
        return bool(self.run and self.is_known) and self._are_names()

    def _are_names(self) -> bool:
        return self.is_labelled or len(self.run) >= _NAMES or agency(" ".join(self.run)) is not None

    def are_signed(self, *, before: str) -> bool:
        """Whether what was read is a credit before a word with which a sentence begins."""
        is_plain = len(self.run) >= _NAMES and _written_small(before, self.words)
        return self.is_known or is_plain or agency(" ".join(self.run)) is not None


def _joint(word: str, words: Lexicon, *, is_shouted: bool) -> int:
    """Where a sentence is glued to a name, 0 where none is: "QuillEngineers", "Quill“We", "QUILLEngineers".

    Where a word in capitals stands before it (``is_shouted``), any word may begin there: "ADA QUILLHarbour".
    """
    shouted = _SHOUTED.match(word)
    begun = word[shouted.end() :].rstrip(".,;:").lower() if shouted else ""
    is_word = is_shouted and words.get(begun, -1) >= min(words.get(begun[1:], -1), 0)
    if shouted and (_written_small(begun, words) or is_word):
        return shouted.end()
    for found in _JOINT.finditer(word, _SHORTEST_NAME):
        begun = word[found.start() :].rstrip(".,;:”\"“")
        if word[found.start()] in _QUOTES or (len(begun) >= _SHORTEST_BEGUN and _written_small(begun, words)):
            return found.start()
    return 0


def _any_joint(word: str) -> int:
    """Where a word with a capital is glued to a name, whatever it is, 0 where none is: not in "YouTube".

    >>> _any_joint("HírfolyamReggel"), _any_joint("ДСНСПро"), _any_joint("McTern"), _any_joint("YouTube")
    (9, 4, 0, 0)
    """
    if agency(word) or word in brands():
        return 0
    if shouted := _SHOUTED.match(word):
        return shouted.end()
    found = [m.start() for m in _JOINT.finditer(word, _SHORTEST_NAME) if word[m.start() + 1 : m.start() + 2].islower()]
    return found[-1] if found else 0


def _house_joint(word: str, run: Sequence[str]) -> int:
    """Where a word with a capital is glued to an agency of which ``run`` is the beginning, 0 where none is.

    >>> _house_joint("ImagesGhana", ["Getty"]), _house_joint("ReutersGhana", []), _house_joint("GettyImages", [])
    (6, 7, 0)
    """
    if _is_house(" ".join((*run, word))) or word in brands():
        return 0
    for found in _JOINT.finditer(word, _SHORTEST_NAME):
        at = found.start()
        if word[at + 1 : at + 2].islower() and _is_house(" ".join((*run, word[:at]))) and not _is_of_house(word, at):
            return at
    return 0


def _name_joint(word: str, then: str, words: Lexicon) -> int:
    """Where a name is glued to a surname, 0 where none is: "QuillGhana is", "QuillJohn Tern", not in "FitzMarsh".

    >>> [_name_joint(word, "is", {}) for word in ("QuillGhana", "MacTern", "FitzMarsh", "Quill")]
    [5, 0, 0, 0]
    >>> [_name_joint(f"Quill{word}", "Tern", {"ghana": 0}) for word in ("Ghana", "John", "Marsh")]
    [5, 5, 0]
    """
    for found in _JOINT.finditer(word, _SHORTEST_SURNAME):
        begun = word[found.start() :]
        is_one = begun[1:2].islower() and not _JOINT.search(begun, 1)
        may_begin = is_one and word[: found.start()].lower() not in PARTS_OF_NAMES
        is_named = begun.lower() in words or begun.lower() in PARTICLES or is_given_name(begun)
        if may_begin and (then[:1].islower() or (then[:1].isupper() and is_named)):
            return found.start()
    return 0


def _is_article(word: str) -> bool:
    return word.lower() in phrases("captions", "articles")


def _names_house(word: str) -> bool:
    """Whether houses are called by a word: "Times"."""
    return word.lower() in phrases("bylines", "houses")


def _is_titled(word: str, run: Sequence[str], then: str, words: Lexicon) -> bool:
    """Whether a house's name that begins with an article goes on: "The Isle Times The", "The GuardianThe"."""
    if not _is_article(run[0]) or (len(run) > 1 and _is_small(word, words) and _is_of_grammar(word, words)):
        return False
    goes_on = then[0].isupper() or then[0] in _QUOTES or _JOINT.search(word) is not None
    return len(run) == 1 or (len(run) == _NAMES and goes_on)


def _is_quoted_or_place(word: str) -> bool:
    return (word[0] in _QUOTES and not _FIGURE.search(word)) or (word[-1] == ":" and word.isupper())


def _is_apart(word: str, name: str, *, is_place: bool) -> bool:
    """Whether a word belongs to no name: "VfL-Coach"; or a place behind an agency: "dpa Oxford. The pier"."""
    if agency(f"{name} {word}") or word.lower() in phrases("captions", "alone"):
        return False
    return _HYPHENED.match(word) is not None or (is_place and agency(name) is not None)


def _begins(word: str, run: Sequence[str], text: str, at: int, words: Lexicon) -> bool:
    """Whether a sentence begins with a word after those of a name; ``at`` is the word's end."""
    name, then = " ".join(run), _WORD.match(text, at)
    if _is_quoted_or_place(word):
        return True
    own = _JOINT.split(word.strip(_EDGES), maxsplit=1)[0]
    if not then or not word[0].isupper() or "/" in word or _is_titled(word, run, then[1], words):
        return False
    if _is_apart(word.rstrip("."), name, is_place=word[-1] == "." and then[1][0].isupper()):
        return True
    return not _goes_on(word, own, run) and _is_begun(word, run, then[1], words)


def _goes_on(word: str, own: str, run: Sequence[str]) -> bool:
    """Whether a word is one more of a name: "Getty | Images", "The Isle | Times"."""
    more = " ".join((*run, own))
    if agency(more) or more.lower() in phrases("captions", "alone") or word[-1] in _STOPS:
        return True
    return own.lower() in phrases("captions", "of houses") or (_is_article(run[0]) and _names_house(own))


def _is_begun(word: str, run: Sequence[str], then: str, words: Lexicon) -> bool:
    """Whether a sentence begins with a word, by the name before it and the word behind it."""
    name = " ".join(run)
    if _is_small(word, words) and (len(run) > 1 or then[0].islower() or _is_of_grammar(word, words)):
        return True
    is_shouted = name.isupper() and len(name) > _INITIAL and not word[:_INITIAL].isupper()
    if agency(name) or name.lower() in phrases("captions", "alone") or is_shouted:
        return True
    if len(run) == 1 and then[0].islower() and _written_small(word, words) and not is_given_name(name):
        return True
    if sum([w not in PARTICLES and w[-1] != "." for w in run]) < _NAMES:
        return False
    is_third = "/" in then or (then[0].isupper() and _is_small(then, words))
    return len(run) > _NAMES or not is_third
