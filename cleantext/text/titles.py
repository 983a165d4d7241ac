"""The headline in the block that was taken for it: without what stuck to it, and nothing where it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleantext.text.authors import Blocks
from cleantext.text.language import NOUNS_IN_CAPITALS
from cleantext.text.lists import phrases
from cleantext.text.names import agency, introduces
from cleantext.text.persons import is_common

_SECTION_WORDS, _TITLE_WORDS = 3, 3  # words of a section's name at most, and of a headline at least
_LEADING = frozenset(":-–—|,")  # what a word before it leads up to
_TITLED = 0.6  # share of a headline's words that are capitalised where all that matter are
_TITLE, _HEADLINE_WORDS = 12, 100  # characters of a headline at least, and words at most
_TRAIL = re.compile(r"(?:[^/|>»›]{1,25}\s[/|>»›]\s){2,4}|\s?[/|>»›]\s?(?=\w)")
_FIELD = re.compile(r"\[[a-zA-Z]{2,12}\]")
_SENTENCE = 9  # words of a sentence that is no headline
_ENDS = (".”", '."', ".»", ".“")
_CAPTION = 6  # words of a caption with an agency behind it, at least
_AGENCY_WORDS = 2
_NUMBER = re.compile(r"\d{1,3}(\.?)")
_LIST, _LIST_WORDS = 2, 8  # lines of a list of contents behind the first, at least; words of one, at most
_STOPS = ".!?…"
_JOINT = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ]{3})(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
_AROUND = ".,:;!?()\"'“”„‘’«»"


def title_of(blocks: Blocks, language: str, said: str) -> str | None:
    """The headline among blocks ``(role, text)``; ``language`` is a name without region, ``said`` the body.

    >>> title_of([("headline", "Politics Ferry owner to stand again")], "en", "The owner of the ferry said so.")
    'Ferry owner to stand again'
    >>> title_of([("stamp", "10"), ("headline", "Reasons to take the ferry")], "en", "")
    '10 Reasons to take the ferry'
    """
    at = next((i for i, (role, _) in enumerate(blocks) if role == "headline"), -1)
    if at < 0:
        return None
    text = blocks[at][1]
    if blocks[at + 1 : at + 2] and blocks[at + 1][0] == "byline":
        text = _without_lead(text, language)
    text = _without_glued(_without_caption(text), said)
    text = _without_section(_without_trail(_said_once(text)), language, said)
    number = _NUMBER.fullmatch(blocks[at - 1][1]) if at else None
    if _is_no_title(text, language) or _heads_list(at, blocks) or (number and number[1]):
        return None
    return f"{number[0]} {text}" if number and _counts(text) else text


def _counts(text: str) -> bool:
    """Whether a headline begins with what a number before it counts: "Reasons to take the ferry"."""
    first = text.split(" ")[0]
    return first.endswith("s") and is_common(first)


def _is_no_title(text: str, language: str) -> bool:
    """Whether a text is no headline: fields to be filled in, a whole sentence that ends in a quotation, a notice.

    >>> [_is_no_title(text, "en") for text in ("Updated [hour]:[minute]", "Warning: This film is loud", "Ferry back")]
    [True, True, False]
    >>> _is_no_title('The harbour master is "looking at everything that might bring back the old ferry."', "en")
    True
    """
    if len(_FIELD.findall(text)) > 1 or text.casefold().startswith(phrases("furniture", "warns", language)):
        return True
    if any(badge in text for badge in phrases("furniture", "badges", language)):
        return True
    is_sentence = text.endswith(_ENDS) and ". " not in text and "! " not in text and "? " not in text
    return is_sentence and text.count(" ") >= _SENTENCE


def _heads_list(at: int, blocks: Blocks) -> bool:
    """Whether short lines without a stop, and nothing that tells who wrote and when, part a headline from the body.

    >>> lines = [("headline", "Why the ferry is back"), ("summary", "Who pays for it"), ("summary", "What it costs")]
    >>> contents = [*lines, ("body", "It is back.")]
    >>> _heads_list(0, contents), _heads_list(0, [lines[0], ("stamp", "3 May 2024"), *contents[1:]])
    (True, False)
    """
    body = next((i for i in range(at, len(blocks)) if blocks[i][0] == "body"), len(blocks))
    between = blocks[at + 1 : body]
    lines = [text for role, text in between if role in ("summary", "caption")]
    if len(lines) < max(len(between), _LIST) or not _is_line(blocks[at][1]):
        return False
    return all(map(_is_line, lines)) and blocks[at][1] not in lines


def _is_line(text: str) -> bool:
    """Whether a text may be a line of a list of contents: a few words, or a question."""
    is_short = text.count(" ") < _LIST_WORDS and text[:1].isupper()
    return is_short and (text[-1] not in _STOPS or text[-1] == "?")


def _without_caption(text: str) -> str:
    """A headline without the caption before it, and whose picture it is: "The pier at dusk. | Reuters Ferry back".

    >>> _without_caption("The old pier of the town at dusk. | REUTERS Ferry back in port")
    'Ferry back in port'
    >>> _without_caption("Why the ferry is late | Isle News")
    'Why the ferry is late | Isle News'
    """
    caption, bar, rest = text.partition(" | ")
    words = rest.split(" ")
    for count in range(_AGENCY_WORDS, 0, -1) if bar and caption.count(" ") >= _CAPTION - 1 else ():
        if len(words) - count >= _TITLE_WORDS and agency(" ".join(words[:count])):
            return " ".join(words[count:])
    return text


def _without_glued(text: str, said: str) -> str:
    """A headline without what is glued to it: at a capital in mid-word, where the body has a part of that word alone.

    >>> said = "The Ferrymen said that Harbour fees will rise."
    >>> _without_glued("PoliticsHarbour fees to rise", said), _without_glued("Fees to rise for FerrymenAda Quill", said)
    ('Harbour fees to rise', 'Fees to rise for Ferrymen')
    >>> _without_glued("Why SynergyLink is shut", said)
    'Why SynergyLink is shut'
    """
    joints = [0, *(m.start() for m in _JOINT.finditer(text) if _is_joint(text, m.start(), said)), len(text)]
    parts = [text[start:end].strip() for start, end in pairwise(joints)]
    return next((part for part in parts if part.count(" ") >= _TITLE_WORDS - 1), max(parts, key=len))


def _is_joint(text: str, at: int, said: str) -> bool:
    """Whether two words meet at a place in a headline: the body says one of them, and not both as one."""
    before, after = text[:at].rpartition(" ")[2].strip(_AROUND), text[at:].partition(" ")[0].strip(_AROUND)
    is_one = f"{before}{after}" in said
    return not is_one and any(re.search(rf"\b{re.escape(word)}\b", said) for word in (before, after))


def _without_lead(text: str, language: str) -> str:
    """A headline without the word at its end that leads to who wrote it, who stands behind it.

    >>> _without_lead("Ferry back in port by", "en"), _without_lead("Ferry back in port", "en")
    ('Ferry back in port', 'Ferry back in port')
    """
    before, _, last = text.rpartition(" ")
    return before if before.count(" ") >= _TITLE_WORDS - 1 and introduces(last, language=language) else text


def _said_once(text: str) -> str:
    """A headline without its first copy and what stands before its second: "Share: Ferry back Print Ferry back".

    >>> _said_once("Share this: The ferry is back Copy link The ferry is back"), _said_once("Ferry back, ferry gone")
    ('The ferry is back', 'Ferry back, ferry gone')
    """
    words = text.split(" ")
    for at in range(max(1, len(words) // 2), min(len(words) - _TITLE_WORDS, _HEADLINE_WORDS)):
        last = " ".join(words[at:])
        if len(last) >= _TITLE and last in " ".join(words[:at]):
            return last
    return text


def _without_trail(text: str) -> str:
    """A headline without the trail of sections before it.

    >>> [_without_trail(text) for text in ("Start / World / Ferry back", "/ Ferry back", "BUDGET | Ferry back")]
    ['Ferry back', 'Ferry back', 'BUDGET | Ferry back']
    """
    m = _TRAIL.match(text)
    return text[m.end() :] if m else text


def _without_section(text: str, language: str, said: str) -> str:
    """A headline without the section's name before it; what the body says (``said``) is no section.

    >>> _without_section("Politics Ferry owner to stand again", "en", "The owner of the ferry said so.")
    'Ferry owner to stand again'
    >>> _without_section("Finance Minister to stand again", "en", "The Finance Minister said so.")
    'Finance Minister to stand again'
    """
    words = text.split(" ")
    for count in range(min(_SECTION_WORDS, len(words) - _TITLE_WORDS), 0, -1):
        name, rest = " ".join(words[:count]), words[count:]
        if _is_section(name, rest, language) and f"{name} {rest[0]}" not in said:
            return _without_section(" ".join(rest), language, said)
    return text


def _is_section(name: str, rest: Sequence[str], language: str) -> bool:
    """Whether words before a headline name the section, or say what kind of text it is: "Exclusive Ferry owner to go".

    In a headline of capitalised words, German apart, the latter may belong to it: "Live Music Is Back".
    """
    if not name[:1].isupper() or not rest[0] or rest[0][0].islower() or rest[0][0] in _LEADING:
        return False
    if name.lower() in phrases("furniture", "sections", language) or (" " in name and _is_button(name, language)):
        return True
    capitals = sum([word[0].isupper() for word in rest if word])
    is_titled = capitals > _TITLED * len(rest) and language != NOUNS_IN_CAPITALS
    return not is_titled and name.lower() in phrases("furniture", "kickers", language)


def _is_button(name: str, language: str) -> bool:
    """Whether words are what a button or a menu says to readers: "My Account"."""
    return name.lower() in phrases("furniture", "calls", language)
