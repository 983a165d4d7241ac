"""Names with a capital within, told by their coming again within sentences: ``GameStar``, ``FortiOS``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cleantext.text.characters import LOWER, UPPER

_PART = f"[{UPPER}][{LOWER}]+"
_NAME = re.compile(rf"{_PART}(?:{_PART}(?:{_PART}(?:{_PART})?)?|[{UPPER}]{{1,3}})(?![^\W_])")
_JOINT = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])")
_OPENING, _CLOSING = "“„«»›‹‘‚\"'", "”“»«‹›’‘\"'"
_NEAR = 30  # characters beside a name in which the next word stands
_MARKS = ".,:;)’'"


class _Seen(NamedTuple):
    """A name where it stands: the joints within it, and the words beside it."""

    joints: tuple[int, ...]
    before: str
    after: str

    @property
    def within_sentence(self) -> bool:
        """Whether a small word and a blank stand before it, and behind it a small word or a mark."""
        first = self.after[:1]
        return self.before[:1].islower() and self.before[-1:].isalpha() and (first.islower() or first in _MARKS)


def repeated_names_in(text: str, tokens: Iterable[tuple[int, str]]) -> frozenset[int]:
    """Where two parts of a name meet that are one word, among these tokens (where they begin, and they): offsets.

    Blocks that are glued end and begin with the same words again and again too ("Read moreArticle content"), but then
    beside the same words, or not within a sentence: of 138 such names in glued texts of 969 pages 129 were names. What
    stands in quotation marks by itself is a name at once.

    >>> text = "Shares of GameStar rose. In May GameStar, the maker of toys, was soldLastWeek toGameStar."
    >>> tokens = [(10, "GameStar"), (32, "GameStar,"), (65, "soldLastWeek"), (78, "toGameStar.")]
    >>> sorted(repeated_names_in(text, tokens))
    [14, 36, 84]
    >>> repeated_names_in("They founded „BlueTide“ then.", [(13, "„BlueTide“")])
    frozenset({18})
    """
    seen: dict[str, list[_Seen]] = defaultdict(list)
    glued: dict[str, list[int]] = defaultdict(list)
    quoted: set[str] = set()
    for at, token in tokens:
        for name in _NAME.finditer(token):
            start, end = at + name.start(), at + name.end()
            joints = tuple([at + m.start() for m in _JOINT.finditer(token, name.start() + 1, name.end())])
            if len(joints) > 1:  # its last two parts may be the name, glued to a word
                glued[text[joints[-2] : end]].append(joints[-1])
            if name.start() and token[name.start() - 1].isalnum():
                glued[name.group()] += joints
            else:
                seen[name.group()].append(_Seen(joints, _word_before(text, start), _word_after(text, end)))
                if _is_quoted(token, *name.span()):
                    quoted.add(name.group())
    names = [name for name, places in seen.items() if name in quoted or _is_name(places)]
    return frozenset(at for name in names for at in (*(at for own in seen[name] for at in own.joints), *glued[name]))


def _is_quoted(token: str, start: int, end: int) -> bool:
    """Whether a name, and nothing else, stands in quotation marks in a token."""
    return start == 1 and token[0] in _OPENING and token[end : end + 1] != "" and token[end] in _CLOSING


def _is_name(places: list[_Seen]) -> bool:
    befores, afters = {place.before for place in places}, {place.after for place in places}
    return len(befores) > 1 and len(afters) > 1 and any(place.within_sentence for place in places)


def _word_before(text: str, start: int) -> str:
    """The word before a blank; nothing where no blank stands."""
    near = text[max(0, start - _NEAR) : start]
    return near.split()[-1] if near[-1:].isspace() and not near.isspace() else ""


def _word_after(text: str, end: int) -> str:
    """The word behind a blank, or what is joined on."""
    near = text[end : end + _NEAR].split(None, 1)
    return near[0] if near and (text[end].isspace() or text[end] in _MARKS) else ""
