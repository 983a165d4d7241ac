"""Rules that say what a block is, whatever it was judged to be by itself: it says so, or what stands beside it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import inf

from cleantext.document import Block, Role
from cleantext.models.lines import FIXED
from cleantext.models.neighbours import (
    ANNOUNCES,
    LABELLED,
    NOTICE,
    NOTICES,
    NUMBERED,
    POINT,
    POINTED,
    POINTER,
    runs_on_into_body,
)
from cleantext.models.pieces import LINE
from cleantext.models.roles import Case, Judgement
from cleantext.models.runs import ANNOUNCED, ITEM
from cleantext.models.said import Said
from cleantext.models.wholes import LEADS
from cleantext.text.asides import is_aside, is_control, says_whose
from cleantext.text.bylines import is_whole_byline
from cleantext.text.code import is_code
from cleantext.text.credits import closes_caption
from cleantext.text.dashed import is_dashed_heading
from cleantext.text.datelines import begins_dashed, begins_undashed
from cleantext.text.dates import clocks_in
from cleantext.text.kinds import LONGEST, is_day, is_labelled, is_points_label, reads
from cleantext.text.language import SCANDINAVIAN, language_of
from cleantext.text.names import agency, is_dateline
from cleantext.text.picture_labels import PictureLabel, picture_label
from cleantext.text.signoffs import is_sign_off
from cleantext.text.speakers import names_in_turn
from cleantext.text.stamps import is_life_date, is_stamp

_DOUBTED = 0.0  # logits: what scores less goes by what it begins with
_SURE = 3.0  # logits: body this sure is no aside, whatever it says
_LONGEST_LABELLED = 200  # characters of a caption behind a label, at most, that was kept in doubt
_LONGEST_CAPTION = 300  # characters behind a picture's label; what is longer holds more
_SHORT_ASIDE = 120  # characters: so short an aside is one, however likely body
_SURE_SEAM = 0.8  # that a block begins beside a button in running text
_SAMPLE = 5000  # characters that tell the language
_OPENING = 4  # pieces that a sentence may be cut into
_SPOKEN = 0.75  # share of the names of speakers that body follows
_LISTS = LEADS, ITEM, ANNOUNCED  # what lists look like is not what they are
_STAMPS = 3  # of more days in the body a text is a list of them
_LONGEST_HEADLINE, _FULL_STOPS = 200, ".…。"  # characters of a headline, and how none ends
_HEAD, _ENDS = 8, frozenset(".!…。؟।")  # blocks in which an article's day stands; what ends sentences, but questions
_SIGNED = frozenset(("by", "byline", "stamp"))  # what stands behind a headline
_DASHES, _STOPS = "-–—", frozenset(".!?…\"”»")


class _Seen:
    """The blocks that rules are asked about, and what was found of each by itself.

    ``doubted`` are those that may be body, but not surely; ``votes`` are what was voted of those that are none.
    """

    def __init__(self, standing: Sequence[Block], found: Sequence[Judgement]) -> None:
        self.standing, self.found = standing, found
        self.texts = [block.text for block in standing]
        unsure = (i for i, f in enumerate(found) if f.role in FIXED and f.score < _SURE)
        self.doubted = [i for i in unsure if found[i].more not in _LISTS]
        self.votes = {i: f.case.votes.get(f.at, ()) for i, f in enumerate(found) if f.role not in FIXED}
        self.pictures = dict(self._pictures())

    def _pictures(self) -> Iterator[tuple[int, PictureLabel]]:
        """The labels of pictures that blocks begin with."""
        for i, text in enumerate(self.texts):
            if len(text) <= _LONGEST_CAPTION and (label := picture_label(text)):
                yield i, label


Rule = Callable[[_Seen], Iterable[int]]
"""Which blocks are what it tells."""


def _all_that(holds: Callable[[str], bool]) -> Rule:
    """The blocks of whose text something holds."""
    return lambda seen: [i for i, text in enumerate(seen.texts) if holds(text)]


def _doubted_that(holds: Callable[[str], bool]) -> Rule:
    """Those of them that may be body."""
    return lambda seen: [i for i in seen.doubted if holds(seen.texts[i])]


def _voted(*votes: str) -> Rule:
    """The blocks that are no body of which one of these was voted."""
    return lambda seen: [i for i, own in seen.votes.items() if not set(votes).isdisjoint(own)]


def _kept_in_doubt(vote: str, longest: float = inf) -> Rule:
    """The blocks that were kept in doubt though this was voted of them, up to so many characters."""

    def find(seen: _Seen) -> Iterator[int]:
        for i, judged in enumerate(seen.found):
            is_open = judged.role in FIXED and judged.score < _DOUBTED
            if is_open and vote in judged.case.votes.get(judged.at, ()) and len(seen.texts[i]) <= longest:
                yield i

    return find


def _stamps(seen: _Seen) -> list[int]:
    """The time stamps.

    Where many that are likely body are days, they are what the text is about; with a time they are a live blog's.
    """
    stamps = [i for i in seen.doubted if is_stamp(seen.texts[i])]
    days = {i for i in stamps if seen.found[i].score >= 0 and not any(clocks_in(seen.texts[i]))}
    return [i for i in stamps if len(days) <= _STAMPS or i not in days]


def _days_in_head(seen: _Seen) -> list[int]:
    """The one day alone on its line that may be body, where it stands before the first sentence."""
    days = [i for i in seen.doubted if is_day(seen.texts[i])]
    if len(days) != 1 or not 0 < days[0] < min(_HEAD, len(seen.texts) - 1):
        return []
    return [] if any(text[-1] in _ENDS for text in seen.texts[: days[0]]) else days


def _signed_headlines(seen: _Seen) -> list[int]:
    """The first of a text, if it may be body, has no full stop, and who wrote it, or when, stands right behind it."""
    if len(seen.texts) <= 2 or seen.found[0].role not in FIXED or seen.found[0].score >= _SURE:
        return []
    text = seen.texts[0]
    is_line = len(text) <= _LONGEST_HEADLINE and text[-1] not in _FULL_STOPS
    return [0] if is_line and reads(seen.texts[1]) in _SIGNED else []


def _sign_offs(seen: _Seen) -> list[int]:
    """The sign-offs; an agency alone is one at the text's end."""
    last = len(seen.texts) - 1
    return [i for i, text in enumerate(seen.texts) if is_sign_off(text, last=i == last)]


def _last_agencies(seen: _Seen) -> list[int]:
    """The agency whose name ends the text, if it was kept."""
    last = len(seen.texts) - 1
    return [last] if last > 0 and seen.found[last].role in FIXED and agency(seen.texts[last]) else []


def _openings(seen: _Seen) -> Iterator[int]:
    """The pieces of the sentence after a dateline, which begins the article: up to what is body.

    Where the dateline stands alone, it is glued to the sentence or has a dash, for a credit is written like it.
    """
    standing, found = seen.standing, seen.found
    first = next((i for i, judged in enumerate(found) if judged.role is Role.BODY), len(found))
    for at in range(min(first, len(found) - 1)):
        text, then = standing[at].text, standing[at + 1]
        leads = text[-1] in _DASHES or standing[at].end == then.start
        is_alone = leads and len(text) <= LONGEST and is_dateline(text) and reads(then.text) == "none"
        if is_alone or begins_undashed(text) or begins_dashed(text):
            for i in range(at + is_alone, min(at + 1 + _OPENING, first)):
                yield i
                if standing[i].text[-1] in _STOPS:
                    return


def _lives(seen: _Seen) -> list[int]:
    """The days of births and deaths that stand behind the body, as obituaries end."""
    lives: list[int] = []
    for i in range(1, len(seen.texts)):
        follows = seen.found[i - 1].role is Role.BODY or lives[-1:] == [i - 1]
        if follows and seen.found[i].role not in FIXED and is_life_date(seen.texts[i]):
            lives.append(i)
    return lives


def _labels_in_capitals(seen: _Seen) -> list[int]:
    """The captions that begin with a label in capitals, as they do in Scandinavia; the body may begin with a place."""
    labelled = [i for i, judged in enumerate(seen.found) if judged.role in FIXED and is_labelled(seen.texts[i])]
    if not labelled or language_of(" ".join(seen.texts)[:_SAMPLE]) not in SCANDINAVIAN:
        return []
    first = next((i for i, judged in enumerate(seen.found) if judged.role is Role.BODY), -1)
    return [i for i in labelled if i != first]


def _picture_sources(seen: _Seen) -> list[int]:
    return [i for i, label in seen.pictures.items() if label.is_source]


def _picture_captions(seen: _Seen) -> list[int]:
    return [i for i, label in seen.pictures.items() if not label.is_source]


def _dashed_headings(seen: _Seen) -> list[int]:
    """The headings between hyphens that stand before body."""
    inner = range(1, len(seen.texts) - 1)
    return [i for i in inner if is_dashed_heading(seen.texts[i]) and seen.found[i + 1].role is Role.BODY]


def _speakers(seen: _Seen) -> list[int]:
    """The names of those who take turns in an interview, where most of what follows them is body."""
    turns = names_in_turn(seen.texts)
    spoken = sum(seen.found[i + 1].role is Role.BODY for i in turns)
    return turns if spoken >= _SPOKEN * len(turns) else []


def _code(seen: _Seen) -> list[int]:
    """The code that no colon leads to."""
    found = (i for i, text in enumerate(seen.texts) if is_code(text))
    return [i for i in found if not (i and seen.texts[i - 1].endswith(":"))]


def _asides(seen: _Seen) -> list[int]:
    """The asides in the body: those in doubt, and short ones, but for what runs into a sentence of it."""
    short = {i for i, f in enumerate(seen.found) if f.role in FIXED and len(seen.texts[i]) <= _SHORT_ASIDE}
    asides = ((i, seen.found[i]) for i in short.union(seen.doubted) if is_aside(seen.texts[i]))
    return [i for i, f in asides if not runs_on_into_body(seen.texts[i], f.case.gaps[f.at], f.score)]


def _owned(seen: _Seen) -> list[int]:
    """What would stay and says whose the text is."""
    return [i for i, f in enumerate(seen.found) if f.role in FIXED and says_whose(seen.texts[i])]


def _controls(seen: _Seen) -> list[int]:
    """The buttons and labels of players and galleries, where nothing on their line goes on from them or to them."""
    found = ((i, f.case, f.at) for i, f in enumerate(seen.found) if f.role in FIXED and is_control(seen.texts[i]))
    return [i for i, case, at in found if all(_parts(case, k) for k in (at, at + 1))]


def _parts(case: Case, k: int) -> bool:
    """Whether a block's edge surely stands before a piece."""
    return case.gaps[k] >= LINE or case.seams[k] >= _SURE_SEAM


_RULES: tuple[tuple[Role, str, Rule], ...] = (
    (Role.HEADLINE, "before who wrote it", _signed_headlines),
    (Role.STAMP, "reads: stamp", _stamps),
    (Role.STAMP, "a day before the body", _days_in_head),
    (Role.BYLINE, "reads: byline", _doubted_that(is_whole_byline)),
    (Role.BYLINE, "sign-off", _sign_offs),
    (Role.SOURCE, "sign-off", _last_agencies),
    (Role.BODY, "after the dateline", _openings),
    (Role.BODY, "the day of a birth or a death", _lives),
    (Role.FURNITURE, "label of points", _doubted_that(is_points_label)),
    (Role.CAPTION, "label in capitals", _labels_in_capitals),
    (Role.CREDIT, "picture label", _picture_sources),
    (Role.CAPTION, "picture label", _picture_captions),
    (Role.CAPTION, NUMBERED, _voted(NUMBERED)),
    (Role.FURNITURE, POINTED, _kept_in_doubt(POINTED)),
    (Role.FURNITURE, POINTER, _kept_in_doubt(POINTER)),
    (Role.CAPTION, LABELLED, _kept_in_doubt(LABELLED, _LONGEST_LABELLED)),
    (Role.FURNITURE, NOTICE, _voted(NOTICE, NOTICES)),
    (Role.SUMMARY, POINT, _voted(POINT)),
    (Role.FURNITURE, ANNOUNCES, _voted(ANNOUNCES)),
    (Role.FURNITURE, POINTER, _voted(POINTER)),
    (Role.SUBHEAD, "heading between hyphens", _dashed_headings),
    (Role.SUBHEAD, "who speaks", _speakers),
    (Role.FURNITURE, "a rule", _all_that(lambda text: not text.strip("_"))),
    (Role.FURNITURE, "hides a caption", _all_that(closes_caption)),
    (Role.FURNITURE, "code", _code),
    (Role.FURNITURE, "aside", _asides),
    (Role.FURNITURE, "a button or its like", _controls),
    (Role.SOURCE, "whose it is", _owned),
)
"""What each rule tells, and why; where several tell of a block, the last of them counts."""


def told_by_rules(standing: Sequence[Block], found: Sequence[Judgement]) -> Mapping[int, tuple[Role, Said]]:
    """The blocks of which a rule tells what they are, and why."""
    seen = _Seen(standing, found)
    return {i: (role, Said(why)) for role, why, find in _RULES for i in find(seen)}
