"""Where a text that is intact otherwise may have lost the blanks at its inline links: ``takes the106to town``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cleantext.models.evidence import TextEvidence, TokenFacts
from cleantext.models.gaps import Site, glued_sites, left_of, left_traits, likely_splits, often, right_of, right_traits
from cleantext.models.splits import is_single
from cleantext.text.characters import LOWER, UPPER
from cleantext.text.language import PREFIXED
from cleantext.text.spans import Span

Place = tuple[int, str, TokenFacts]

_INTACT = frozenset(("0", "1", "none"))  # classes of documents of whose sentence ends less than 6 % are glued
_LEXICON = 300  # words of a lexicon that tells words from names, at least
_PROSE = 60  # characters of a line: shorter ones are menus, and the names of sites and columns in them
_SITES = (0.3, 0.7, 1.5, 3, 6)  # places of this kind in 1,000 characters
_LIST, _APART = 8, 45  # such words, at least, and characters for each, at most, of a line that is a list of names
_AROUND = "“”\"'‘’.,;:!?()[]«»„"
_REACH = 40  # characters of a word that are looked at on each side
_ADDRESS = frozenset("/\\_@#=")
_BEFORE, _AFTER = re.compile(r"[^\W_]+$"), re.compile(r"[^\W_]*")
_MADE = re.compile(  # figures on both sides of letters, four parts of letters and figures, and three with capitals
    rf"[0-9][^\W\d_]+[0-9]|[^\W\d_][0-9]+[^\W\d_]+[0-9]|[{LOWER}][{UPPER}]+[{LOWER}]+[{UPPER}]"
)


def may_have_lost_links(e: TextEvidence) -> bool:
    """Whether a text may have lost the blanks at its links, and nothing else."""
    return e.glued in _INTACT and len(e.words) >= _LEXICON and e.language not in PREFIXED


def linked_sites(e: TextEvidence) -> Iterator[Site]:
    """Gaps of nothing in lines of prose, where a link may begin or end; none in texts that lost other blanks too."""
    if not e.places or not may_have_lost_links(e):
        return
    others, sites = often(e, likely_splits(e)), often(e, sum([len(facts.sites) for _, _, facts in e.places]), _SITES)
    names = frozenset(_names(e))
    for site in glued_sites(e):
        if site.start not in names and _may_be_two(e.text, site.start, e.language):
            left, right = left_of(left_traits(site.left, e.words)), right_of(right_traits(site.right, e.words))
            pair = f"{left.kind}|{right.kind}"
            known = (f"others:{others}", f"others:{pair}:{others}", f"sites:{sites}", f"sites:{pair}:{sites}")
            yield site._replace(rest=(*site.rest, *known))


def _names(e: TextEvidence) -> Iterator[int]:
    """The places in menus, in lists of names, and within what the text has twice or oftener (``elCaribe``)."""
    told = [place for place in e.places if place[2].sites]
    times = Counter([token.strip(_AROUND) for _, token, _ in told])
    for (begin, end), places in _by_line(e.text, told).items():
        is_list = len(places) >= _LIST and len(places) * _APART > end - begin
        for base, token, facts in places:
            if is_list or end - begin < _PROSE or times[token.strip(_AROUND)] > 1:
                yield from (base + i for i in facts.sites)


def _by_line(text: str, places: Iterable[Place]) -> dict[Span, list[Place]]:
    """The places of each line that has any, by where the line begins and ends."""
    found: dict[Span, list[Place]] = {}
    begin, end = 0, -1
    for place in places:
        at = place[0]
        if at > end:
            begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = end if end >= 0 else len(text)
        found.setdefault((begin, end), []).append(place)
    return found


def _may_be_two(text: str, at: int, language: str) -> bool:
    """Whether two words may meet at a place: no footnote, ending, address, key or made name, no letter that is no word.

    >>> [_may_be_two(text, at, "en") for text, at in (("the106to", 3), ("star,a", 5), ("fromPetrel", 4))]
    [True, True, True]
    >>> [_may_be_two(text, at, "en") for text, at in (("cited[2]", 5), ("a70f25", 4), ("mRNA", 1), ("setGullWing", 3))]
    [False, False, False, False]
    """
    if text[at] in "([" or (text[at - 1] == ":" and text[at].isalnum()) or (text[at - 1] == "%" and text[at].islower()):
        return False  # a title glued to its label tells that it is another article's
    before, after = _BEFORE.search(text[max(0, at - _REACH) : at]), _AFTER.match(text, at, at + _REACH)
    left, right = before.group() if before else "", after.group() if after else ""
    begin, end = at - len(left), at + len(right)
    if not _ADDRESS.isdisjoint((text[max(0, begin - 1) : begin], text[end : end + 1])) or _MADE.search(left + right):
        return False
    if left[-1:].isdigit() and len(right) == 1:
        return False  # "section 12a"
    return not any(len(word) == 1 and word.islower() and not is_single(word, language) for word in (left, right))
