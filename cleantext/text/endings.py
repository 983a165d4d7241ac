"""What stands behind an article's end and heads what follows: "Most read", "Comments (3)", "Privacy policy"."""

from __future__ import annotations

from functools import cache

from cleantext.text.language import UNCASED, UNSPACED
from cleantext.text.lists import sections
from cleantext.text.openers import pointers

_LONGEST = 60  # characters
_AROUND = " \t\n\u200b:.…|•·>»›→▼▾▲↑+-–—#()[]0123456789"
_LONG = 12  # characters of a phrase that is found in the middle of a longer piece too


def heads_what_follows(text: str) -> bool:
    """Whether a text is such a heading, or a longer one has such words in it, written as a heading is.

    >>> heads_what_follows("Comments (3)"), heads_what_follows("Topics: Ferries, Docks")
    (True, True)
    >>> heads_what_follows("More on ferries You might also like The dock")
    True
    >>> heads_what_follows("He had no comments."), heads_what_follows("Then you might also like the dock.")
    (False, False)

    What points to one article, with its title, heads no others.

    >>> heads_what_follows("Auch interessant"), heads_what_follows("Auch interessant: Die alte Mole")
    (True, False)
    """
    return _is_headed(text, "ends") or heads_box(text)


def heads_box(text: str) -> bool:
    """Whether it heads what stands in boxes within articles too: newsletters, what else to read.

    >>> heads_box("Newsletter"), heads_box("Read next"), heads_box("Comments")
    (True, True, False)
    """
    return _is_headed(text, "boxes")


def heads_comments(text: str) -> bool:
    """Whether it says that comments follow.

    >>> heads_comments("Comments (3):"), heads_comments("Newsletter:")
    (True, False)
    """
    return text.strip(_AROUND).lower() in _phrases("comments")


def _is_headed(text: str, section: str) -> bool:
    if len(text) <= _LONGEST:
        head = text.strip(_AROUND).lower()
        label, _, title = head.partition(":")
        label, known = label.rstrip(), _phrases(section)
        if head in known or (label in known and not (title and label in pointers())):
            return True
    return any(phrase in text for phrase in _within(section))


@cache
def _phrases(section: str) -> frozenset[str]:
    return frozenset(p for lists in sections("furniture").values() for p in lists.get(section, ()))


@cache
def _within(section: str) -> tuple[str, ...]:
    """The phrases that are found within a text: of several words, with a capital; in scripts without, long enough."""
    found = []
    for language, lists in sections("furniture").items():
        for phrase in lists.get(section, ()):
            if language in UNSPACED | UNCASED:
                found += [phrase] if len(phrase) > _LONG // 2 else []
            elif len(phrase) > _LONG and phrase.count(" ") > 1:
                found += [phrase.capitalize()]
    return tuple(found)
