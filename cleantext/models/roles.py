"""What a piece is: two looks at it, each a sum that a reader can follow.

The first look weighs a piece by itself and its place: how much it is body, how much pages at large would call it body,
and how much it is a caption. The second look, small decision trees, sees how its neighbours, its paragraph and the
whole document were scored. Another set of weights tells the roles apart that are not body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from math import exp, fsum
from struct import Struct
from typing import Any, NamedTuple

from cleantext.document import Reason, Role
from cleantext.models import glances, looks
from cleantext.models.beyond import commented, headed_off
from cleantext.models.entries import ENTRY, Entries, figured, in_tables
from cleantext.models.fates import Cutoffs, fates_of
from cleantext.models.glances import GUESSED_BY, MEASURES, Glance
from cleantext.models.glue import VOTES as GLUE_VOTES
from cleantext.models.glue import glue_votes
from cleantext.models.headings import HEADS, headings_between
from cleantext.models.linear import sigmoid
from cleantext.models.looks import Look
from cleantext.models.neighbours import BEYOND, INGREDIENT, UNENDED, neighbour_votes
from cleantext.models.neighbours import VOTES as NEIGHBOUR_VOTES
from cleantext.models.pieces import Pieces, compact
from cleantext.models.runs import ANNOUNCED, ITEM, LEADS, MARKED, announced, items, leads, marked
from cleantext.models.said import More, Said
from cleantext.models.sound import between_paragraphs
from cleantext.models.sums import FirstSums
from cleantext.models.trees import GRAINS, Trees
from cleantext.models.weights import weights_of
from cleantext.models.wholes import ALL, is_one_sentence, kept_with

VERSION = 2  # of the features; written into the weights
BIAS = "bias"
FIRST = {"first": "score", "pages": "page score", "captions": "caption score"}
"""The tables of the first look, and the measure that each table's score is in the second."""

# JSON has a table of weights for each role
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
    "words of kind furniture",
    "words of kind sections",
    "words of kind reader",
    "words of kind pictures",
    "words of kind tells",
    "words of kind common",
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
Votes = Mapping[int, Sequence[str]]
"""For some pieces which of ``VOTES`` were cast on them."""

VOTES = {**GLUE_VOTES, **NEIGHBOUR_VOTES}
"""What else tells body from the rest, and how much (logits)."""


class Scored(NamedTuple):
    """How much each piece is body (logits), the votes in it, what both looks saw, and the lists of a text on lines."""

    scores: list[float]
    votes: Votes
    look: Look
    glance: Glance
    entries: Entries | None


_OF_GLUE = frozenset((UNENDED, *GLUE_VOTES))  # votes that tell nothing against items of lists, which have no stop
_WIDE_LOWER = 2.0  # logits: how much lower body scores in Japanese and Chinese
_ENTRIES_LOWER = 3.0  # and entries of lists, where it is asked whether the article goes on


class Case:
    """The pieces that were judged together, to be looked at once more when reasons are asked for."""

    __slots__ = ("_glance", "_guessed", "_look", "_rows", "gaps", "model", "seams", "texts", "votes")

    def __init__(
        self, model: RoleModel, texts: Sequence[str], gaps: Sequence[int], seams: Sequence[float], votes: Votes
    ) -> None:
        self.model, self.texts, self.gaps, self.seams, self.votes = model, texts, gaps, seams, votes
        self._look: Look | None = None
        self._glance: Glance | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Case, (self.model, self.texts, self.gaps, self.seams, self.votes)

    def measured(self, i: int) -> tuple[list[int], list[int], list[float], Sequence[str]]:
        """The numbers of a piece's features, those of its place, its measures, and which votes were cast on it."""
        look, glance = self._looks()
        looked = look.features(i) + self.model.cues_of(look.pieces.words[i])
        return looked, glance.place(i), list(self._rows[i]), self.votes.get(i, ())

    def is_guessed(self, i: int) -> bool:
        """Whether the trees were not asked of a piece."""
        self._looks()
        return self._guessed[i]

    def _looks(self) -> tuple[Look, Glance]:
        """Both looks at the pieces, taken once."""
        if self._look is None or self._glance is None:
            pieces = Pieces(self.texts, self.gaps[:-1], self.seams[:-1])
            self._look = Look(pieces)
            self._glance = Glance(self._look, *self.model.first(self._look))
            self._rows = self._glance.rows()
            self._guessed = [guess is not None for guess in self.model.guesses(self._glance)]
        return self._look, self._glance


class Judgement:
    """What was found out about a piece: the score of being body (logits), role and its probability.

    It is the evidence too, spelled out as reasons when asked; ``caption`` is how much the piece is a caption rather
    than body (logits), ``more`` is what else told its role.
    """

    __slots__ = ("at", "caption", "case", "confidence", "more", "role", "score")

    def __init__(
        self,
        case: Case,
        at: int,
        role: Role,
        score: float,
        confidence: float,
        caption: float = 0.0,
        more: More | None = None,
    ) -> None:
        self.case, self.at, self.role, self.score = case, at, role, score
        self.confidence, self.caption, self.more = confidence, caption, more

    def __reduce__(self) -> tuple[Any, ...]:
        return Judgement, (self.case, self.at, self.role, self.score, self.confidence, self.caption, self.more)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Judgement) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[int, Role, float, float]:
        return self.at, self.role, self.score, self.confidence

    def reasons(self) -> tuple[Reason, ...]:
        measured, guessed = self.case.measured(self.at), self.case.is_guessed(self.at)
        own = self.case.model.reasons(self.role, *measured, guessed=guessed)
        return (*self.more.reasons(self.at, self.role), *own) if self.more else own


class RoleModel:
    """Tables of weights by feature name: those of ``FIRST`` and one for each of ``roles``; and the ``trees``."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        first = [data[name] for name in FIRST]
        self.cues = _cues(*first, *data["roles"].values())
        self.names = [*looks.SPACE.names, *self.cues]
        self._says, self._begins, self._ends = cue_numbers(self.cues)
        self._first = {name: _listed(data[name], self.names) for name in FIRST}
        packed = [_packed(map(_grains, weights)) for weights in zip(*self._first.values(), strict=True)]
        self._bias = _packed(_grains(table.get(BIAS, 0.0)) for table in first)
        self._said, self._begun, self._ended = (
            {word: packed[i] for word, i in numbers.items()} for numbers in (self._says, self._begins, self._ends)
        )
        self._first_sums = FirstSums(packed)
        self._trees = Trees(data["trees"], MEASURES)
        self._guess = [data["guess"][name] for name in GUESSED_BY]
        self._roles = [Role(role) for role in data["roles"]]
        self._body = self._roles.index(Role.BODY) if Role.BODY in self._roles else None
        self._subhead = self._roles.index(Role.SUBHEAD) if Role.SUBHEAD in self._roles else None
        self._headings = [self._roles.index(role) for role in _HEADINGS if role in self._roles]
        self._lanes = Struct(f"<{len(self._roles)}I")
        self._role_bias = _in_lanes(_LANE_BIAS + _grains(table.get(BIAS, 0.0)) for table in data["roles"].values())
        self._looked_roles = _by_feature(data["roles"].values(), self.names)
        self._glanced_roles = _by_feature(data["roles"].values(), glances.SPACE.names)

    def __reduce__(self) -> tuple[Any, ...]:
        return (shipped, ()) if self is shipped() else (RoleModel, (self.data,))

    def cues_of(self, words: Sequence[str]) -> list[int]:
        """The numbers of the cue words among a piece's words."""
        return cues_in(words, self._says, self._begins, self._ends)

    def first(self, look: Look) -> tuple[Sequence[float], Sequence[float], Sequence[float]]:
        """The pieces' first scores in logits: of body, of body as other pages tell, of captions."""
        said, begun, ended, bias = self._said, self._begun, self._ended, self._bias
        cues, weight = said.keys(), said.__getitem__
        scores, pages, captions = [], [], []
        for total, words in zip(self._first_sums.of(look), look.pieces.words, strict=True):
            total = sum(map(weight, cues & words), total + bias)
            if words:
                total += begun.get(words[0], 0) + ended.get(words[-1], 0)
            own = ((total + _HALF) & _MASK) - _HALF
            total = (total - own) >> _BITS
            page = ((total + _HALF) & _MASK) - _HALF
            scores.append(own / GRAINS)
            pages.append(page / GRAINS)
            captions.append(((total - page) >> _BITS) / GRAINS)
        return compact(scores), compact(pages), compact(captions)

    def guesses(self, glance: Glance) -> list[float | None]:
        """What the trees will say of the plain pieces, about; None where they are asked."""
        return glance.guesses(self._guess, self.data["guess"][BIAS])

    def score(self, pieces: Pieces) -> Scored:
        """How much each piece is body (logits), what else told so, and what both looks saw."""
        look = Look(pieces)
        entries = Entries(pieces) if look.layout >= _ON_LINES else None
        glance = Glance(look, *self.first(look))
        guesses = self.guesses(glance)
        is_open = [guess is None for guess in guesses]
        asked = iter(self._trees.sums(glance.columns(), is_open))
        scores = [next(asked) if guess is None else guess for guess in guesses]
        votes: dict[int, list[str]] = {}
        for i, vote in chain(glue_votes(pieces).items(), neighbour_votes(pieces, scores).items()):
            votes.setdefault(i, []).append(vote)
            scores[i] += VOTES[vote]
        as_if = [score + _WIDE_LOWER for score in scores] if pieces.wide else list(scores)
        for i in entries.in_runs() if entries else in_tables(pieces):
            as_if[i] += _ENTRIES_LOWER
        headed = headed_off(pieces.texts, as_if, pieces.size) + 1
        for i in range(min(headed, commented(pieces, scores)), len(pieces)):
            votes.setdefault(i, []).append(BEYOND)
            scores[i] += VOTES[BEYOND]
        return Scored(scores, votes, look, glance, entries)

    def judge(self, pieces: Pieces, cutoffs: Cutoffs) -> list[Judgement]:
        """A judgement for each piece."""
        if not len(pieces):
            return []
        scores, votes, look, glance, entries = self.score(pieces)
        fates = fates_of(pieces, scores, cutoffs, look.layout)
        begun = kept_with(pieces, fates, scores)
        against = {i for i, own in votes.items() if any(VOTES[vote] < 0 for vote in own if vote != UNENDED)}
        if look.layout >= _ON_LINES:
            begun |= {i: _BETWEEN for i in between_paragraphs(scores, pieces) if not fates[i] and i not in against}
        if not any(fates) and not against and is_one_sentence(pieces):
            begun[0] = ALL
        heads = {*headings_between(pieces, fates, scores, against)}.difference(begun)
        kept = [fate or i in begun or i in heads for i, fate in enumerate(fates)]
        plainly = {i for i in against if any(VOTES[vote] < 0 for vote in votes[i] if vote not in _OF_GLUE)}
        for i in list(announced(pieces, kept, scores, plainly)):
            begun[i], kept[i] = ANNOUNCED, True
        begun |= dict.fromkeys(items(pieces, kept, scores, against), ITEM)
        begun |= dict.fromkeys(marked(pieces, kept, plainly), MARKED)
        kept = [own or i in begun for i, own in enumerate(kept)]
        if not entries:
            begun |= dict.fromkeys(figured(pieces, kept, plainly), ENTRY)
        else:
            sure = {i for i, own in votes.items() if INGREDIENT in own}
            begun |= dict.fromkeys(entries.beside(kept, plainly, sure), ENTRY)
            kept = [own or i in begun for i, own in enumerate(kept)]
            begun |= dict.fromkeys(leads(pieces, kept, plainly), LEADS)
        case = Case(self, pieces.texts, pieces.gaps, pieces.seams, votes)
        stopped, seams = pieces.stopped, pieces.seams
        out = []
        for i, score in enumerate(scores):
            if i in begun:
                out.append(Judgement(case, i, Role.BODY, score, sigmoid(score), glance.captions[i], begun[i]))
                continue
            if i in heads:
                out.append(Judgement(case, i, Role.SUBHEAD, score, sigmoid(score), glance.captions[i], HEADS))
                continue
            if fates[i] and (score > _CLEAR or stopped[i] or seams[i] < _APART or seams[i + 1] < _APART):
                role, confidence = Role.BODY, sigmoid(score)
            else:
                shape = look.shape(i) + self.cues_of(pieces.words[i])
                role, confidence = self._decide(shape, glance.place(i), sigmoid(score), fates[i])
            out.append(Judgement(case, i, role, score, confidence, glance.captions[i]))
        return out

    def _decide(self, looked: Iterable[int], glanced: Iterable[int], body: float, kept: bool) -> tuple[Role, float]:
        """The role and how sure it is, given the probability of body and whether the piece counts as such."""
        powers = self._powers(looked, glanced)
        whole = fsum(powers)
        if kept:
            for k in self._headings:
                if powers[k] > _HEADING * whole:
                    return self._roles[k], powers[k] / whole
            return Role.BODY, body
        if self._body is not None:
            whole -= powers[self._body]
            powers[self._body] = 0.0
        if self._subhead is not None and (body < _FOREIGN or powers[self._subhead] < _SURE_SUBHEAD * whole):
            whole -= powers[self._subhead]
            powers[self._subhead] = 0.0
        best = max(powers)
        return self._roles[powers.index(best)], (1 - body) * best / (whole or 1.0)

    def _powers(self, looked: Iterable[int], glanced: Iterable[int]) -> list[float]:
        """The chance of each role, body among them, by the weights that tell roles apart; they sum to any number."""
        looks_at, stands = self._looked_roles.__getitem__, self._glanced_roles.__getitem__
        packed = sum(map(stands, glanced), sum(map(looks_at, looked), self._role_bias))
        sums = self._lanes.unpack(packed.to_bytes(self._lanes.size, "little"))
        top = max(sums)
        return [exp((s - top) / GRAINS) for s in sums]

    def reasons(
        self,
        role: Role,
        looked: Sequence[int],
        placed: Sequence[int],
        row: Sequence[float],
        votes: Sequence[str],
        guessed: bool = False,
    ) -> tuple[Reason, ...]:
        """What moved the score, by measure; the piece's own first scores are taken apart into their own reasons."""
        total: dict[str, float] = {}
        values = dict(zip(MEASURES, row, strict=True))
        if guessed:
            moved = {name: self.data["guess"][name] * values[name] for name in GUESSED_BY}
        else:
            moved = self._trees.path(row)
        for table, measure in FIRST.items():
            own = moved.pop(measure, 0.0)
            first = self.data[table].get(BIAS, 0.0) + sum(self._first[table][i] for i in looked)
            ratio = own / first if abs(first) > _TELLING_FIRST else 0.0
            if own and not ratio:
                moved[measure] = own
            for i in looked:
                if weight := ratio * self._first[table][i]:
                    total[self.names[i]] = total.get(self.names[i], 0.0) + weight
        for measure, weight in moved.items():
            total[f"{measure}: {values[measure]:.4g}"] = weight
        for vote in votes:
            total[vote] = VOTES[vote]
        if role is not Role.BODY:
            total = self._against(role, looked, placed, total)
        return tuple(Reason(name, round(weight, 2)) for name, weight in total.items() if abs(weight) >= _TELLING)

    def _against(
        self, role: Role, looked: Sequence[int], placed: Sequence[int], body: Mapping[str, float]
    ) -> dict[str, float]:
        """For another role: what spoke against the body, and what for this role among the others."""
        total = {name: -weight for name, weight in body.items()}
        if role not in self._roles:
            return total
        table: Table = self.data["roles"][role]
        for names, ids in ((self.names, looked), (glances.SPACE.names, placed)):
            for i in ids:
                if weight := _grains(table.get(names[i], 0.0)):
                    total[names[i]] = total.get(names[i], 0.0) + weight / GRAINS
        return total


_ON_LINES = looks.LAYOUT.index("lines")  # layouts from this one on have line breaks
_BETWEEN = Said("between paragraphs")
_BITS = 26  # three sums of weights are packed into one number, so many bits each
_LANE, _LANE_BIAS = 32, 1 << 31  # bits of a role's sum, and what is added to each so that none is negative
_HALF, _MASK = 1 << _BITS - 1, (1 << _BITS) - 1
_TELLING_FIRST = 0.1  # logits: a first score nearer to nothing is not taken apart
_CLEAR = 2.5  # logits: a piece over this is body, whatever else it might be
_APART = 0.5  # a heading stands apart: a seam less likely than this on either side makes it body
_TELLING = 0.05  # logits: lighter reasons are left out
_HEADINGS = (Role.HEADLINE, Role.SUBHEAD, Role.SUMMARY)
_SURE_SUBHEAD = 0.75  # the least probability, among the other roles, at which what is no body stays as a subhead
_FOREIGN = 0.05  # the probability of body below which one subhead in four is one
_HEADING = 0.6  # the least probability at which a piece that might be body is a heading instead


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
    found = sorted([says[w] for w in says.keys() & words])  # sums must not depend on the order of a set
    if words:
        if words[0] in begins:
            found.append(begins[words[0]])
        if words[-1] in ends:
            found.append(ends[words[-1]])
    return found


def _cues(*tables: Table) -> list[str]:
    return sorted({name for table in tables for name in table if name.startswith(("says: ", "begins: ", "ends: "))})


def _by_feature(tables: Iterable[Table], names: Sequence[str]) -> list[int]:
    """For each feature how much it speaks for each role, packed."""
    told: dict[str, int] = defaultdict(int)
    for lane, table in enumerate(tables):
        for name, weight in table.items():
            told[name] += _grains(weight) << (_LANE * lane)
    return [told.get(name, 0) for name in names]


def _listed(table: Table, names: Sequence[str]) -> list[float]:
    return [table.get(name, 0.0) for name in names]


def _grains(weight: float) -> int:
    """The weight in whole thousandths: then sums come out the same in any order."""
    return round(weight * GRAINS)


def _packed(weights: Iterable[int]) -> int:
    """Numbers in one, to be added with others of the same make."""
    return sum(weight << (_BITS * k) for k, weight in enumerate(weights))


def _in_lanes(weights: Iterable[int]) -> int:
    """The same for many numbers, so far apart that their sums can be read as bytes."""
    return sum(weight << (_LANE * k) for k, weight in enumerate(weights))


@cache
def shipped() -> RoleModel:
    """The model that comes with the package."""
    return RoleModel(weights_of("roles", VERSION))
