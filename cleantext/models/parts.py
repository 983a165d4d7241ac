"""What stands around the body, read together: headline, summary, bylines, stamps, captions and credits.

``roles`` judges each piece by itself and its place. Here a piece is seen with what its neighbours are and with what it
says itself ("By", names alone, a date): names under a headline signed the article, the same names under a picture
took it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, fsum
from typing import Any, NamedTuple

from cleantext.document import Reason, Role
from cleantext.models.headlines import HeadlineModel, Heads
from cleantext.models.lines import FIXED, Lines, Ranges, joined, ranges_of
from cleantext.models.pieces import ENDS, STARTS
from cleantext.models.said import SURE, More, Said
from cleantext.models.surroundings import ALONE, MEASURES, SAID, SIGNS, Surroundings
from cleantext.models.trees import Forests, Node
from cleantext.models.weights import weights_of
from cleantext.text.asides import is_aside
from cleantext.text.characters import has_digit
from cleantext.text.credits import is_credited_caption, is_plain_credit
from cleantext.text.kinds import is_byline
from cleantext.text.names import agency, read_byline, signs
from cleantext.text.persons import is_given_name

VERSION = 2  # of the features; written into the weights
ROLES = (Role.FURNITURE, Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.SUMMARY)
"""The roles told apart here; stamps and source lines say what they are."""

_TELLING = 0.05  # logits: lighter reasons are left out
_LEAN = {Role.BYLINE: 0.8, Role.SUMMARY: -0.4, Role.CAPTION: -0.6}  # logits: a name missed costs more than one too many
_TAKEN = frozenset(("mark", "credit"))  # whose picture it is, and no byline
_SIGNED, _APART = 60, 0.5  # characters of a line that signs though judged body; the least seam on both its sides
_DATED = 60  # characters of a line with a figure that stays a stamp if it was judged one
_NAMED = {
    "reads as": ALONE,
    "end": ENDS,
    "start": STARTS,
    **dict.fromkeys(("judged alone", "1 before", "2 before", "3 before", "1 after", "2 after", "3 after"), SIGNS),
}
_PLAINLY = 0.99  # how sure it is that furniture between furniture is furniture


class Part(NamedTuple):
    """What a piece is in the light of those around it.

    ``confidence`` is the probability (0 to 1) among what is no body; ``case`` says why.
    ``goes_on`` is whether it goes on the line that the piece before it began.
    """

    role: Role
    confidence: float
    case: More | None = None
    goes_on: bool = False


class PartModel:
    """Trees (logits) over ``MEASURES`` for each of ``ROLES``, and weights by feature name for headlines."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        forests: Mapping[str, Sequence[Node | float]] = data["roles"]
        self.roles = [Role(role) for role in forests]
        self._forests = Forests(list(forests.values()), MEASURES)
        self._lean = [_LEAN.get(role, 0.0) for role in self.roles]
        self._lean_after = [min(lean, 0.0) for lean in self._lean]  # names after the body seldom signed it
        self._headlines = HeadlineModel(data["headline"])

    def __reduce__(self) -> tuple[Any, ...]:
        return (shipped, ()) if self is shipped() else (PartModel, (self.data,))

    def read(self, pieces: Lines) -> list[Part | None]:
        """What each piece is, given what each was judged to be alone; None where that stands."""
        ranges = ranges_of(pieces)
        lines = joined(pieces, ranges)
        seen = Surroundings(lines)
        found = self._all_told(seen, PartCase(self, lines, ranges))
        if span := self._headlines.best(Heads(seen)):
            i, j, sure = span
            found[i:j] = [Part(Role.HEADLINE, sure, goes_on=k > i) for k in range(i, j)]
            found = _with_points(found, seen.points(j))
        for i in seen.labels():
            found[i] = Part(Role.FURNITURE, SURE, Said("label of points"))
            found = _with_points(found, seen.points(i + 1, is_labelled=True))
        out: list[Part | None] = []
        for told, (begin, end) in zip(found, ranges, strict=True):
            out.append(told)
            out += [told and told._replace(goes_on=True)] * (end - begin - 1)
        return out

    def _all_told(self, seen: Surroundings, case: PartCase) -> list[Part | None]:
        """What each line is, headlines apart."""
        found = [self._plainly(seen, i) for i in range(len(seen.texts))]
        asked = [i for i, told in enumerate(found) if told is None and is_open(seen, i)]
        rows = map(list, zip(*map(seen.measures, asked), strict=True))
        for i, sums in zip(asked, self._forests.sums_of_each(rows, [True] * len(asked)), strict=True):
            lean = self._lean if i < seen.begin else self._lean_after
            powers = _shares([x + y for x, y in zip(sums, lean, strict=True)])
            if seen.reads[i] in _TAKEN:
                powers[self.roles.index(Role.BYLINE)] = 0.0
            if i > seen.begun:  # of 163 summaries told within the body of flatnews 18 were one
                powers[self.roles.index(Role.SUMMARY)] = 0.0
            at = powers.index(max(powers))
            found[i] = Part(self.roles[at], powers[at], case)
        return found

    def _plainly(self, seen: Surroundings, i: int) -> Part | None:
        """What a line says itself that it is, or is between others that are the same."""
        text = seen.texts[i]
        if seen.roles[i] in FIXED:
            a_line = len(text) <= _SIGNED and min(seen.seams[i : i + 2]) >= _APART
            return Part(Role.BYLINE, 1.0, Said("reads: byline")) if a_line and is_byline(text) else None
        if seen.reads[i] == "byline" and not signs(text):
            return Part(Role.BYLINE, 1.0, Said("reads: byline"))  # names with a role after each
        if said := SAID.get(seen.reads[i]):
            return Part(said, 1.0, Said(f"reads: {seen.reads[i]}"))
        if _signs_above(seen, i):
            return Part(Role.BYLINE, SURE, Said("names beside a stamp"))
        if seen.is_plain(i):
            return Part(Role.FURNITURE, _PLAINLY, Said("among furniture"))
        if is_aside(text):
            return Part(Role.FURNITURE, SURE, Said("aside"))
        return Part(Role.CAPTION, SURE, Said("ends in its credit")) if is_credited_caption(text) else None

    def reasons(self, role: Role, row: Sequence[float]) -> tuple[Reason, ...]:
        """What spoke for a role, against the mean of the others."""
        own, others = self.roles.index(role), len(self.roles) - 1
        moved = self._forests.paths(row)
        told: dict[str, float] = {}
        for k, by_name in enumerate(moved):
            for name, weight in by_name.items():
                told[name] = told.get(name, 0.0) + (weight if k == own else -weight / others)
        values = dict(zip(MEASURES, row, strict=True))
        return tuple(
            Reason(_shown(name, values[name]), round(weight, 2))
            for name, weight in told.items()
            if abs(weight) >= _TELLING
        )


def _signs_above(seen: Surroundings, i: int) -> bool:
    """Whether a line before the body begins with a person's name, a time stamp stands beside it and no picture before.

    What else it says is the place, the office or the house: "Ada Quill in Oslo", "Ada Quill, Isle Post |".
    """
    text = seen.texts[i]
    if i >= seen.begin or len(text) > _SIGNED or "stamp" not in (seen.sign(i - 1), seen.sign(i + 1)):
        return False
    if i and seen.roles[i - 1] in (Role.CAPTION, Role.CREDIT):
        return False
    authors, source, _ = read_byline(text)
    if not authors or (source and agency(source)) or is_plain_credit(text):
        return False
    first = authors[0].split()
    return len(first) > 1 and is_given_name(first[0]) and text.lstrip("|–-· ").startswith(authors[0])


def _shown(name: str, value: float) -> str:
    """A measure as a reader sees it, with its value, or the name of that."""
    named = _NAMED.get(name)
    return f"{name}: {named[int(value)] if named else f'{value:.4g}'}"


def is_open(seen: Surroundings, i: int) -> bool:
    """Whether the trees are asked what a line is."""
    dated = seen.roles[i] is Role.STAMP and len(seen.texts[i]) <= _DATED and has_digit(seen.texts[i])
    return seen.roles[i] not in FIXED and seen.reads[i] not in SAID and not dated


def _with_points(found: list[Part | None], points: Iterable[tuple[int, bool]]) -> list[Part | None]:
    """What each line is, with these as the points under a headline or a label."""
    for i, goes_on in points:
        found[i] = Part(Role.SUMMARY, SURE, Said("points"), goes_on)
    return found


def _shares(sums: Sequence[float]) -> list[float]:
    """Logits as probabilities that sum to one."""
    top = max(sums)
    powers = [exp(s - top) for s in sums]
    whole = fsum(powers)
    return [p / whole for p in powers]


class PartCase:
    """The lines that were read together, to be looked at once more when reasons are asked for."""

    __slots__ = ("_seen", "lines", "model", "ranges")

    def __init__(self, model: PartModel, lines: Lines, ranges: Ranges) -> None:
        self.model, self.lines, self.ranges = model, lines, ranges
        self._seen: Surroundings | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return PartCase, (self.model, self.lines, self.ranges)

    def reasons(self, i: int, role: Role) -> tuple[Reason, ...]:
        """Why a piece has its role."""
        if self._seen is None:
            self._seen = Surroundings(self.lines)
        line = bisect_right(self.ranges, i, key=lambda found: found[0]) - 1
        return self.model.reasons(role, self._seen.measures(line))


@cache
def shipped() -> PartModel:
    """The model that comes with the package."""
    return PartModel(weights_of("parts", VERSION))
