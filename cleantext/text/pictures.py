"""What the pictures show and whose they are, of the blocks that were taken for captions and credits.

A block may be one because it stands among pictures, or looks like it. What is given out must say more: a credit has a
label, a sign or an agency, or stands beside a caption and names somebody; a caption is no player's label, no other
article's title in brackets, no message with its sender's handle, and no question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cleantext.text.authors import Blocks
from cleantext.text.characters import UPPER
from cleantext.text.credits import bare_credit, is_credit, is_plain_credit, labelled, split_credit
from cleantext.text.lists import phrases, words_by_key
from cleantext.text.names import agency
from cleantext.text.openers import is_pointer
from cleantext.text.persons import is_name, is_phrase

_BARE = 4  # words of a caption without a stop that is a label if it is a phrase and nothing stands beside it
_SIGNS = ("/", " via ", "©", " | ")  # one of which a credit has that no label or brackets tell
_STOPS = ".!?…”\"»。"
_OPENING, _CLOSING = "([（", ")])）"
_HANDLE = re.compile(r"\(@\w{1,30}\)|pic\.twitter\.")
_NUMBER = re.compile(rf"\d{{1,2}}\. [{UPPER}]")
_AFTER_LABEL, _EDGES = " :–—-", " \t\n.,;:|–—-=＝"


def pictures_of(blocks: Blocks) -> tuple[list[str], list[str]]:
    """The captions and the credits of blocks ``(role, text)``, in order.

    >>> pictures_of([("caption", "The old pier at dusk"), ("credit", "Ada Quill"), ("credit", "Story Continued Below")])
    (['The old pier at dusk'], ['Ada Quill'])
    >>> pictures_of([("caption", "[Ferry back]"), ("caption", "Is the ferry back?"), ("credit", "Photo: Quill")])
    ([], ['Quill'])
    """
    captions: list[str] = []
    credited: list[str] = []
    galleries = [text for role, text in blocks if role == "credit" and _is_gallery(text)]
    for i, (role, text) in enumerate(blocks):
        beside = [role for role, _ in (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2])]
        if role == "caption":
            caption, credit = split_credit(_without_gallery(text, galleries))
            if caption and (credit or _is_caption(caption, is_beside="credit" in beside)):
                captions.append(caption)
            credited += _each(credit) if credit else []
        elif role == "credit" and _is_given(_once(text), is_beside="caption" in beside):
            credited += _each(bare_credit(_once(text)))
    return captions, credited


def _each(credit: str) -> list[str]:
    """The names of a credit that a bar parts: "Gulf Pictures | Ada Quill"."""
    return [name.strip() for name in credit.split(" | ")]


def _once(text: str) -> str:
    """Half of a credit that stands there twice: "Gulf Pictures Gulf Pictures"."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else text


def _is_given(text: str, *, is_beside: bool) -> bool:
    """Whether a block that was taken for a credit says whose a picture is.

    >>> [_is_given(text, is_beside=False) for text in ("Photo: Quill", "Ada Quill/Reuters", "Latest Market News")]
    [True, True, False]
    """
    text = text.strip(_EDGES)
    if not text or is_pointer(text) or _is_gallery(text):
        return False
    name = bare_credit(text)
    if text[0] in _OPENING and text[-1] in _CLOSING and not labelled(text[1:]):
        return is_beside or (is_plain_credit(text) and not is_phrase(name.split()))
    if is_plain_credit(text) or agency(name):
        return True
    if labelled(text):
        return any(map(str.isalpha, name))
    if not is_credit(name):
        return any(is_name(part.strip()) for part in name.split("/")[1:])  # "Channel 7 / Ada Quill"
    words = name.split()
    has_sign = any(sign in text for sign in _SIGNS)
    return has_sign or (is_beside and not is_phrase(words) and words[0].lower() not in _offices())


def _is_gallery(text: str) -> bool:
    """Whether a text is the title of a gallery behind its label: "Photos: A ferry's life", "Photos: Photos: Isles".

    >>> [_is_gallery(text) for text in ("Photos: The ferry's last day", "Photos: Ada Quill", "Photo: the pier")]
    [True, False, False]
    """
    label = _gallery_labels().match(text)
    if not label:
        return False
    return label[0].count(":") > 1 or not is_plain_credit(text)


def _without_gallery(text: str, galleries: Iterable[str]) -> str:
    """A caption without the title of its gallery, which may stand twice before it.

    >>> _without_gallery("Photos: Isles we love Isles we love – The pier at dusk", ["Photos: Isles we love"])
    'The pier at dusk'
    """
    for gallery in galleries:
        title = gallery[len(m[0]) :] if (m := _gallery_labels().match(gallery)) else gallery
        if text.startswith(gallery) and len(text) > len(gallery):
            return text[len(gallery) :].strip().removeprefix(title).lstrip(_AFTER_LABEL)
    return text


@cache
def _gallery_labels() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, phrases("captions", "galleries"))))
    return re.compile(rf"(?:(?:{labels}): ?){{1,3}}")


def _is_caption(text: str, *, is_beside: bool) -> bool:
    """Whether a block that was taken for a caption may be one; ``is_beside``: a credit stands beside it.

    >>> [_is_caption(text, is_beside=False) for text in ("The pier at dusk", "Latest Market News", "4. Better piers")]
    [True, False, False]
    >>> _is_caption("The pier is back. — Ada Quill (@quill) May 3, 2024", is_beside=False)
    False
    """
    if not any(map(str.isalnum, text)) or text[0].islower() or _HANDLE.search(text):
        return False
    if (text[0] in _OPENING and text[-1] in _CLOSING and text[0] == "[") or text[-1] == "?":
        return False
    if is_beside or text[-1] in _STOPS:
        return True
    words = text.split()
    is_title = len(words) <= _BARE and all(word[0].isupper() for word in words)
    return not (_NUMBER.match(text) or (is_title and is_phrase(words)))


@cache
def _offices() -> frozenset[str]:
    """What is written before the names of persons of whom is told."""
    return frozenset[str]().union(*words_by_key("offices.txt").values())
