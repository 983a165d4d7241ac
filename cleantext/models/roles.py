"""What a piece is: two looks at it, each a sum of weights that a reader can follow.

The first look scores a piece by itself and its place; the second sees how its neighbours, its paragraph and the
whole document were scored. A third set of weights tells the roles apart that are not body.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, NamedTuple

from cleantext.document import Reason, Role
from cleantext.models import glances, looks
from cleantext.models.linear import sigmoid
from cleantext.models.pieces import Pieces

VERSION = 1
BIAS = "bias"
SCORE_TABLE = "first score"  # features of a piece's own first score, explained by that score's own reasons

# JSON has one table of weights for the body's two looks, and one for each other role
ROLES = (
    Role.BODY,
    Role.SUBHEAD,
    Role.SUMMARY,
    Role.HEADLINE,
    Role.CAPTION,
    Role.CREDIT,
    Role.BYLINE,
    Role.STAMP,
    Role.FURNITURE,
)

# the tables that tell roles apart; the others only tell body from the rest
ROLE_TABLES = (
    "words and end",
    "words and share capitalised",
    "start and end",
    "gaps",
    "share of digits",
    "time or year",
    "address or copyright",
    "all capitals",
    "ends in a bracket",
    "vertical bar",
    "says",
    "begins",
    "ends",
    "place beside the body's run",
    "body before",
    "body after",
    "pieces since body",
    "said again nearly",
    "topic words of the body and place",
)

Table = Mapping[str, float]


class Cutoff(NamedTuple):
    """How a document's own cut-off is found.

    The pieces of highest score are kept until they hold ``share`` (0 to 1) of the body that the scores lead to
    expect; but whatever scores over ``high`` is kept, and nothing under ``low`` (logits).
    """

    share: float
    low: float
    high: float


CUTOFFS = {
    "news": Cutoff(0.996, -4.0, -0.5),
    "strict": Cutoff(0.955, -3.0, 0.0),
}
_SHARPEN = 1.15  # the scores are a little too modest: measured on the folds
_UNLIKELY = 0.03  # pieces less likely than this are no body to expect


class Judgement(NamedTuple):
    """What was found out about a piece: the score of being body (logits), role and its probability."""

    score: float
    role: Role
    confidence: float
    evidence: Findings


@dataclass(frozen=True, slots=True)
class Findings:
    """The features that a piece showed, kept to be spelled out when asked."""

    model: RoleModel
    role: Role
    looked: Sequence[int]
    glanced: Sequence[int]

    def reasons(self) -> tuple[Reason, ...]:
        return self.model.reasons(self)


class RoleModel:
    """Weights by feature name: ``first`` and ``second`` for the body's score, ``roles`` for the other roles."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.cues = _cues(data["first"], data["second"], *data["roles"].values())
        self.names = [*looks.SPACE.names, *self.cues]
        self._says, self._begins, self._ends = cue_numbers(self.cues)
        self._first = _listed(data["first"], self.names)
        self._second = _listed(data["second"], self.names)
        self._glance = _listed(data["second"], glances.SPACE.names)
        self._first_bias, self._second_bias = data["first"].get(BIAS, 0.0), data["second"].get(BIAS, 0.0)
        self._roles = [Role(role) for role in data["roles"]]
        self._role_bias = [table.get(BIAS, 0.0) for table in data["roles"].values()]
        self._looked_roles = _by_feature(data["roles"].values(), self.names)
        self._glanced_roles = _by_feature(data["roles"].values(), glances.SPACE.names)

    def __reduce__(self) -> tuple[Any, ...]:
        return (shipped, ()) if self is shipped() else (RoleModel, (self.data,))

    def look(self, pieces: Pieces) -> tuple[list[list[int]], int]:
        """The first features of each piece, cue words among them, and the document's layout."""
        seen, layout = looks.look(pieces)
        for ids, words in zip(seen, pieces.words, strict=True):
            ids += cues_in(words, self._says, self._begins, self._ends)
        return seen, layout

    def score(self, pieces: Pieces) -> tuple[list[float], list[list[int]], list[list[int]]]:
        """How much each piece is body (logits), and the features of both looks."""
        looked, layout = self.look(pieces)
        first = self._first
        scores = [sum([first[i] for i in ids]) + self._first_bias for ids in looked]
        glanced = glances.glance(pieces, scores, layout)
        second, third = self._second, self._glance
        final = [
            sum([second[i] for i in a]) + sum([third[i] for i in b]) + self._second_bias
            for a, b in zip(looked, glanced, strict=True)
        ]
        return final, looked, glanced

    def judge(self, pieces: Pieces, cutoff: Cutoff) -> list[Judgement]:
        """A judgement for each piece."""
        if not len(pieces):
            return []
        scores, looked, glanced = self.score(pieces)
        least = least_score(scores, pieces.size, cutoff)
        out = []
        for i, (score, a, b) in enumerate(zip(scores, looked, glanced, strict=True)):
            kept = score >= least
            inside = pieces.stopped[i] or min(pieces.seams[i : i + 2]) < _APART
            if kept and (score > _CLEAR or inside):
                role, confidence = Role.BODY, sigmoid(score)
            else:
                role, confidence = _decide(self.chances(a, b), sigmoid(score), kept)
            out.append(Judgement(score, role, confidence, Findings(self, role, a, b)))
        return out

    def chances(self, looked: Iterable[int], glanced: Iterable[int]) -> dict[Role, float]:
        """The probability of each role, body among them, by the weights that tell roles apart."""
        sums = list(self._role_bias)
        for ids, table in ((looked, self._looked_roles), (glanced, self._glanced_roles)):
            for i in ids:
                for role, weight in table[i]:
                    sums[role] += weight
        top = max(sums)
        powers = [exp(s - top) for s in sums]
        whole = sum(powers)
        return {role: power / whole for role, power in zip(self._roles, powers, strict=True)}

    def reasons(self, found: Findings) -> tuple[Reason, ...]:
        """The weights that spoke, by feature; the first score is taken apart into its own reasons."""
        total: dict[str, float] = {}
        own = 0.0
        for i in found.glanced:
            name, weight = glances.SPACE.names[i], self._glance[i]
            if name.startswith(SCORE_TABLE):
                own += weight
            elif weight:
                total[name] = total.get(name, 0.0) + weight
        first = sum(self._first[i] for i in found.looked) + self._first_bias
        ratio = own / first if abs(first) > 0.1 else 0.0
        for i in found.looked:
            weight = self._second[i] + ratio * self._first[i]
            if weight:
                total[self.names[i]] = total.get(self.names[i], 0.0) + weight
        if found.role is not Role.BODY:
            total = self._against(found, total)
        return tuple(Reason(name, round(weight, 2)) for name, weight in total.items() if abs(weight) >= _TELLING)

    def _against(self, found: Findings, body: dict[str, float]) -> dict[str, float]:
        """For another role: what spoke against the body, and what for this role among the others."""
        total = {name: -weight for name, weight in body.items()}
        own = self._roles.index(found.role) if found.role in self._roles else -1
        both = (
            (self.names, found.looked, self._looked_roles),
            (glances.SPACE.names, found.glanced, self._glanced_roles),
        )
        for names, ids, table in both:
            for i in ids:
                for role, weight in table[i]:
                    if role == own:
                        total[names[i]] = total.get(names[i], 0.0) + weight
        return total


_CLEAR = 2.5  # logits: a piece over this is body, whatever else it might be
_APART = 0.5  # a heading stands apart: a seam less likely than this on either side makes it body
_TELLING = 0.05  # logits: lighter reasons are left out
_HEADING = 0.6  # the least probability at which a piece that might be body is a heading instead


def _decide(chances: Mapping[Role, float], body: float, kept: bool) -> tuple[Role, float]:
    """The role, given the chances of all roles and whether the piece counts as body."""
    if kept:
        for role in (Role.HEADLINE, Role.SUBHEAD, Role.SUMMARY):
            if chances.get(role, 0.0) > _HEADING:
                return role, chances[role]
        return Role.BODY, body
    others = {role: p for role, p in chances.items() if role is not Role.BODY}
    role = max(others, key=lambda r: others[r])
    rest = sum(others.values()) or 1.0
    return role, (1 - body) * others[role] / rest


def cue_names(words: Sequence[str]) -> set[str]:
    """The features of a piece's words.

    >>> sorted(cue_names(["by", "ada"]))
    ['begins: by', 'ends: ada', 'says: ada', 'says: by']
    """
    found = {f"says: {w}" for w in words}
    if words:
        found.add(f"begins: {words[0]}")
        found.add(f"ends: {words[-1]}")
    return found


Numbers = dict[str, int]


def cue_numbers(cues: Sequence[str]) -> tuple[Numbers, Numbers, Numbers]:
    """The numbers of the cue words, after those of the looks: said anywhere, at the beginning, at the end."""
    tables: dict[str, Numbers] = {"says": {}, "begins": {}, "ends": {}}
    for i, name in enumerate(cues):
        kind, _, word = name.partition(": ")
        tables[kind][word] = len(looks.SPACE.names) + i
    return tables["says"], tables["begins"], tables["ends"]


def cues_in(words: Sequence[str], says: Numbers, begins: Numbers, ends: Numbers) -> list[int]:
    """The numbers of the cues that a piece's words are."""
    found = [says[w] for w in says.keys() & words]
    if words:
        if words[0] in begins:
            found.append(begins[words[0]])
        if words[-1] in ends:
            found.append(ends[words[-1]])
    return found


def _cues(*tables: Table) -> list[str]:
    return sorted({name for table in tables for name in table if name.startswith(("says: ", "begins: ", "ends: "))})


def _by_feature(tables: Iterable[Table], names: Sequence[str]) -> list[list[tuple[int, float]]]:
    """For each feature the roles that it speaks for or against, by number, and how much."""
    found: list[list[tuple[int, float]]] = [[] for _ in names]
    for role, table in enumerate(tables):
        for i, name in enumerate(names):
            if name in table:
                found[i].append((role, table[name]))
    return found


def _listed(table: Table, names: Sequence[str]) -> list[float]:
    return [table.get(name, 0.0) for name in names]


def least_score(scores: Sequence[float], sizes: Sequence[int], cutoff: Cutoff) -> float:
    """The document's own cut-off.

    Where the scores part body and rest clearly it lies between them; where they do not, it lies low.

    >>> least_score([6.0, 5.0, -0.9, -6.0], [400, 400, 60, 60], Cutoff(0.99, -3, -0.5))
    -0.5
    >>> least_score([3.0, 1.0, -0.9, -6.0], [400, 400, 60, 60], Cutoff(0.99, -3, -0.5))
    -0.9
    """
    expected = []
    for score, size in zip(scores, sizes, strict=True):
        p = sigmoid(_SHARPEN * score)
        expected.append((score, p * size if p >= _UNLIKELY else 0.0))
    expected.sort(reverse=True)
    wanted = cutoff.share * sum(mass for _, mass in expected)
    least = cutoff.high
    for score, mass in expected:
        least = score
        wanted -= mass
        if wanted <= 0:
            break
    return min(max(least, cutoff.low), cutoff.high)


@cache
def shipped() -> RoleModel:
    """The model that comes with the package."""
    return RoleModel(json.loads(files("cleantext.models").joinpath("roles.json").read_text("utf-8")))
