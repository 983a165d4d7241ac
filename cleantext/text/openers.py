"""Where a line of its own plainly begins after a sentence: at "©", a rule, an arrow, a label that points elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.text.characters import LOWER, UPPER, folded
from cleantext.text.lists import phrases
from cleantext.text.spans import Span

_LONGEST, _LABEL_WORDS = 40, 4  # characters of a label, and words
# behind a stop after a letter that no address has: "밝혔다.desk@example.com제보는"
_ADDRESS = re.compile(r"(?<=[^\W\d_a-zA-Z][.!?])[A-Za-z0-9_+-]{2,30}@[A-Za-z0-9-]{2,40}\.[a-z.]{2,12}(?=[^\x00-\x7f])")
_RULE = "___"  # as agencies part an article from who else reported
_ARROWS, _FORMS = "▶►▸▷➤➔➜➡→>", "\ufe0e\ufe0f"  # the forms of a sign: as text, as a picture
_AROUND = f" \t\n:：|–—-»•·.…{_ARROWS}{_FORMS}"
_LONGEST_TITLE = 120  # characters of a label and a title, where nothing tells that a sentence goes on behind it
_MARKS, _VISARGA = ":-–|>»", "ঃ"  # behind a label; the last stands for a colon in Bengali
_END = r"[.!?…](?:\s»|[\"'”’»)]{0,2})\s?"  # in French a blank stands before the mark, and before a colon
_ENDED = re.compile(rf"{_END}$")
_GLUED = re.compile(rf"(?<=[{LOWER}])[{UPPER}][^.!?…:\n]{{2,39}}$")
_JOINT = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}“„\"‘«'])")
_SIGN = rf"(?:[{_ARROWS}]{{1,3}}[{_FORMS}]{{0,2}}|\+\+\+)\s?"
_SIGNED = re.compile(rf"(?!> ?[^>]){_SIGN}(?=[{UPPER}“„\"])")  # one ">" alone quotes
_SIGNS_OF_ALL = frozenset(f"{_ARROWS}+")
_SIGN_FIRST = re.compile(_SIGN)
_LABEL = re.compile(rf"{_END}((?:{_SIGN})?[^\W\d_][^.!?…:\n]{{2,39}})$")


def openers_in(text: str) -> Iterator[int]:
    """Where such lines begin, but for those that point elsewhere.

    >>> [at for at in openers_in("The ferry is back. © Isle News")]
    [19]
    >>> text = "배가 돌아왔다.desk@example.com제보는 카카오톡"
    >>> [text[at:] for at in openers_in(text)]
    ['desk@example.com제보는 카카오톡', '제보는 카카오톡']
    >>> list(openers_in("It is back.____Ada Quill wrote.")), list(openers_in("It is ____ back."))
    ([11], [])
    """
    at = text.find("©")
    while at >= 0:
        if _ENDED.search(text, max(at - 4, 0), at):
            yield at
        at = text.find("©", at + 1)
    at = text.find(_RULE)
    while at >= 0:
        if text[at - 1 : at] != "_" and _ENDED.search(text, max(at - 4, 0), at):
            yield at
        at = text.find(_RULE, at + len(_RULE))
    if "@" in text:
        yield from (at for found in _ADDRESS.finditer(text) for at in found.span())


def signs_in(text: str) -> Iterator[Span]:
    """Where signs that point somewhere stand behind a sentence and before a capital: arrows, ">>", "+++".

    All nine such in flatnews' dev and scraped texts begin a block.

    >>> text = "The ferry is back.>> Fares to rise. It is 3 > 2. → All on ferries"
    >>> [text[a:b] for a, b in signs_in(text)]
    ['>> ', '→ ']
    """
    if not _SIGNS_OF_ALL.isdisjoint(text):
        found = (m.span() for m in _SIGNED.finditer(text))
        yield from ((start, end) for start, end in found if _ENDED.search(text, max(start - 4, 0), start))


def pointers_in(text: str) -> Iterator[Span]:
    """Where labels that point to another article stand behind a sentence, and where the title behind each begins.

    >>> text = "The ferry is back. ALSO READ | Fares to rise. Watch: The ferry"
    >>> sorted(text[a:b] for a, b in pointers_in(text))
    ['ALSO READ | ', 'Watch: ']
    >>> [at for at, _ in pointers_in("« Elle est là. »Lire aussi : Le port")]
    [16]
    >>> text = "The ferry is back.► READ MORE: Fares to rise"
    >>> [text[a:b] for a, b in pointers_in(text)]
    ['► READ MORE: ']
    >>> list(pointers_in("He read more: the ferry was his life."))
    []
    >>> [at for at, _ in pointers_in("Photo: Ada QuillREAD MORE: Ferry back")]
    [16]
    """
    for mark in ":|":
        at = text.find(mark)
        while at >= 0:
            end = at - 1 if text[at - 1 : at].isspace() else at
            then = at + 2 if text[at + 1 : at + 2] == " " else at + 1
            if text[end - 1 : end].isalpha() and (found := _LABEL.search(text, max(end - _LONGEST - 9, 0), end)):
                label = without_sign(found[1])
                if label[0].isupper() and is_title_label(label, text[then : then + 1]):
                    yield found.start(1), then
            elif (found := _GLUED.search(text, max(end - _LONGEST - 1, 0), end)) and folded(found[0]) in pointers():
                yield found.start(), then
            at = text.find(mark, at + 1)


def is_pointer(text: str) -> bool:
    """Whether a text is such a label and nothing else, or a word that is one where it stands alone.

    >>> is_pointer("READ MORE:"), is_pointer("Read more: Ferries"), is_pointer("Lee también")
    (True, False, True)
    >>> is_pointer("Relaterat"), is_pointer("Relaterat innehåll saknas")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    label = folded(text.strip(_AROUND))
    return label in pointers() or label in _alone()


def begins_with_sign(text: str) -> bool:
    """Whether a text begins with such a sign and a capital: where it stands within a line, it points elsewhere.

    All six such in flatnews' dev and scraped texts do.

    >>> begins_with_sign(">> Fares to rise"), begins_with_sign("> Who pays?"), begins_with_sign("→ 3 May")
    (True, False, False)
    """
    return _SIGNED.match(text) is not None


def without_sign(text: str) -> str:
    """A text without the arrow or the like that it begins with.

    >>> without_sign(">> Read more"), without_sign("Read more")
    ('Read more', 'Read more')
    """
    sign = _SIGN_FIRST.match(text)
    return text[sign.end() :] if sign else text


def begins_as_pointer(text: str) -> bool:
    """Whether a text begins with such a label of two words or more, as it is written before a title.

    >>> begins_as_pointer("Lesen Sie auch 24 Tage auf See"), begins_as_pointer("Read more books about ferries")
    (True, False)
    >>> begins_as_pointer("READ ALSO Why the ferry stopped"), begins_as_pointer("Related articleThe ferry stopped")
    (True, True)

    Where no capital tells, a mark must follow it.

    >>> begins_as_pointer("আরও পড়ুন- নৌকা ফিরেছে"), begins_as_pointer("আরও পড়ুন নৌকা ফিরেছে")
    (True, False)
    """
    words = without_sign(text).split(None, _LABEL_WORDS)
    for count in range(2, min(len(words), _LABEL_WORDS + 1)):
        label, then = folded(" ".join(words[:count])), words[count][0]
        if label.rstrip(_MARKS) in pointers():
            is_marked = label[-1] in _MARKS or then in _MARKS or words[count - 1][-1] in _VISARGA
            is_marked = is_marked and len(text) <= _LONGEST_TITLE
            return not then.islower() if words[0][0].isupper() else is_marked and not words[0][0].islower()
        joint = _JOINT.search(words[count - 1])
        if joint and folded(" ".join((*words[: count - 1], words[count - 1][: joint.start()]))) in pointers():
            return words[0][0].isupper()
    return False


@cache
def pointers() -> frozenset[str]:
    """What stands before the title of another article, in small letters, without a colon."""
    return _all_of("related")


def is_title_label(label: str, then: str) -> bool:
    """Whether a label before a colon leads to another article's title, which begins so: "Read more", or "Watch".

    >>> is_title_label("Read more", "t"), is_title_label("Watch", "T"), is_title_label("Watch", "t")
    (True, True, False)
    """
    label = folded(label)
    return label in pointers() or (not then.islower() and label in _words_too())


@cache
def _words_too() -> frozenset[str]:
    return _all_of("before titles")


@cache
def _alone() -> frozenset[str]:
    return _all_of("alone")


def _all_of(section: str) -> frozenset[str]:
    return frozenset(folded(phrase).rstrip(":") for phrase in phrases("furniture", section))
