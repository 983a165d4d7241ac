"""What a piece is: two looks at it, each a sum that a reader can follow.

The first look weighs a piece by itself and its place: how much it is body, how much pages at large would call it body,
and how much it is a caption. The second look, small decision trees, sees how its neighbours, its paragraph and the
whole document were scored. Another set of weights tells the roles apart that are not body.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from math import exp, fsum
from struct import Struct
from typing import Any, NamedTuple

from cleantext.document import Reason, Role
from cleantext.models import glances, looks
from cleantext.models.beyond import end_of_article, headed_off
from cleantext.models.glances import GUESSED_BY, MEASURES, Glance
from cleantext.models.glue import VOTES as GLUE_VOTES
from cleantext.models.glue import glue_votes
from cleantext.models.linear import sigmoid
from cleantext.models.looks import Look
from cleantext.models.neighbours import BEYOND, neighbour_votes
from cleantext.models.neighbours import VOTES as NEIGHBOUR_VOTES
from cleantext.models.pieces import LINE, NONE, Pieces, compact
from cleantext.models.said import More
from cleantext.models.sound import short_body
from cleantext.models.sums import FirstSums
from cleantext.models.trees import GRAINS, Trees
from cleantext.models.wholes import kept_with
from cleantext.text.datelines import begins_with_dateline

VERSION = 2
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
    """How much each piece is body (logits), the votes in it, and what both looks saw."""

    scores: list[float]
    votes: Votes
    look: Look
    glance: Glance


class Cutoff(NamedTuple):
    """How a document's own cut-off is found.

    The pieces of highest score are kept until they hold ``share`` (0 to 1) of the body that the scores lead to
    expect, or ``crowded`` in a text that is mostly something else, where the dearest body is that of the last
    per cent; but whatever scores over ``high`` is kept, and nothing under ``low`` (logits).
    """

    share: float
    crowded: float
    low: float
    high: float

    def wanted(self, body: float) -> float:
        """The share to keep in a text of which ``body`` (0 to 1) is expected to be body."""
        clear = min(max((body - _CROWDED) / (_UNCROWDED - _CROWDED), 0.0), 1.0)
        return self.crowded + (self.share - self.crowded) * clear

    def cautious(self) -> Cutoff:
        """For a text that may have been cleaned before: little is left to remove, and twice should be once."""
        share = 1 - (1 - self.share) * _CAUTION
        return self._replace(share=share, crowded=share, low=self.low - _LOWER, high=self.high - _LOWER)

    def uncased(self, best: float, on_lines: bool) -> Cutoff:
        """For a script without capitals: less can be seen there, so that body scores lower.

        Lower on lines than in flat texts, and as low as near the best where no piece is likely body.
        """
        lower = self.high - (_UNCASED_LINES if on_lines else _UNCASED_FLAT)
        high = min(lower, best - _UNCASED_NEAR) if best < 0 else lower
        return self._replace(low=self.low - _UNCASED_LOW, high=high)


class Cutoffs(NamedTuple):
    """One for texts whose blocks are parted by blanks alone, so that few seams are seen; one for other flat texts; one
    for texts on lines, whose pieces are whole and judged better.
    """

    spaced: Cutoff
    flat: Cutoff
    lines: Cutoff


CUTOFFS = {
    "news": Cutoffs(
        spaced=Cutoff(0.9998, 0.99, -3.0, -0.5),
        flat=Cutoff(0.9995, 0.975, -2.3, -0.5),
        lines=Cutoff(0.996, 0.996, -1.6, -0.5),
    ),
    "strict": Cutoffs(
        spaced=Cutoff(0.98, 0.965, -1.6, 0.0),
        flat=Cutoff(0.98, 0.965, -1.6, 0.0),
        lines=Cutoff(0.98, 0.98, -1.3, 0.0),
    ),
}
_WIDE_LOWER = 2.0  # logits: how much lower body scores in Japanese and Chinese
_ON_LINES = looks.LAYOUT.index("lines")  # layouts from this one on have line breaks
_APART_LAYOUT = looks.LAYOUT.index("paragraphs")
_CAUTION, _LOWER = 0.2, 1.5  # of the body that may be lost; logits
_UNCASED_FLAT, _UNCASED_LINES, _UNCASED_NEAR, _UNCASED_LOW = 1.0, 2.0, 2.5, 1.0  # logits
_LINES = 0.3  # share of pieces that are lines, in a text on lines
_UNENDED, _UNENDED_UNCASED = -2.2, -2.0  # logits: what has no end mark must be likelier body to be kept
_LIKELY_BODY, _CROWDED_ENDED, _CROWDED_UNENDED = 1.5, -1.5, -1.0  # logits: in such a text of mostly something else
_GLUED, _WITHIN = 0.2, 3  # share of gaps with nothing in a glued text; pieces to the next end mark
_NEARLY_ALL = 0.9  # share of body from which on a text may have been cleaned before
_CROWDED, _UNCROWDED = 0.35, 0.55  # shares of body: whole pages have about half, articles with captions three quarters
_SHARPEN = 1.15  # the scores are a little too modest: measured on the folds
_UNLIKELY = 0.03  # pieces less likely than this are no body to expect


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
        glance = Glance(look, *self.first(look))
        guesses = self.guesses(glance)
        is_open = [guess is None for guess in guesses]
        asked = iter(self._trees.sums(glance.columns(), is_open))
        scores = [next(asked) if guess is None else guess for guess in guesses]
        votes: dict[int, list[str]] = {}
        for i, vote in chain(glue_votes(pieces).items(), neighbour_votes(pieces, scores).items()):
            votes.setdefault(i, []).append(vote)
            scores[i] += VOTES[vote]
        as_if = [score + _WIDE_LOWER for score in scores] if pieces.wide else scores
        for i in range(headed_off(pieces.texts, as_if, pieces.size) + 1, len(pieces)):
            votes.setdefault(i, []).append(BEYOND)
            scores[i] += VOTES[BEYOND]
        return Scored(scores, votes, look, glance)

    def judge(self, pieces: Pieces, cutoffs: Cutoffs) -> list[Judgement]:
        """A judgement for each piece."""
        if not len(pieces):
            return []
        scores, votes, look, glance = self.score(pieces)
        fates = _fates(pieces, scores, cutoffs, look.layout)
        begun = kept_with(pieces, fates, scores)
        case = Case(self, pieces.texts, pieces.gaps, pieces.seams, votes)
        stopped, seams = pieces.stopped, pieces.seams
        out = []
        for i, score in enumerate(scores):
            kept = fates[i]
            if i in begun:
                out.append(Judgement(case, i, Role.BODY, score, sigmoid(score), glance.captions[i], begun[i]))
                continue
            if kept and (score > _CLEAR or stopped[i] or seams[i] < _APART or seams[i + 1] < _APART):
                role, confidence = Role.BODY, sigmoid(score)
            else:
                shape = look.shape(i) + self.cues_of(pieces.words[i])
                role, confidence = self._decide(shape, glance.place(i), sigmoid(score), kept)
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


_BITS = 26  # three sums of weights are packed into one number, so many bits each
_LANE, _LANE_BIAS = 32, 1 << 31  # bits of a role's sum, and what is added to each so that none is negative
_HALF, _MASK = 1 << _BITS - 1, (1 << _BITS) - 1
_TELLING_FIRST = 0.1  # logits: a first score nearer to nothing is not taken apart
_CLEAR = 2.5  # logits: a piece over this is body, whatever else it might be
_SHORT, _SHORT_LEAST, _SHORT_FLAT = 40, -0.6, -1.1  # characters, logits: a short line must be likelier body
_SHORT_ENDED = -1.5  # the same in flat text for a short sentence
_SHORT_WIDE = 16  # characters of a short piece where each says as much as three
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
    columns = list(tables)
    telling = {name for table in columns for name in table}
    return [_in_lanes(_grains(t.get(name, 0.0)) for t in columns) if name in telling else 0 for name in names]


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


def _fates(pieces: Pieces, scores: Sequence[float], cutoffs: Cutoffs, layout: int) -> list[bool]:
    """Which pieces are kept."""
    on_lines = layout >= _ON_LINES
    cutoff = cutoffs.lines if on_lines and _is_on_lines(pieces) else cutoffs.spaced if not layout else cutoffs.flat
    if layout == _APART_LAYOUT and is_nearly_all(scores, pieces.size):
        cutoff = cutoff.cautious()
    if pieces.caseless:
        cutoff = cutoff.uncased(max(scores), on_lines)
    short = _SHORT_LEAST if on_lines else _SHORT_FLAT
    ended = short if on_lines or pieces.caseless else _SHORT_ENDED
    fates = one_fate(scores, pieces, least_score(scores, pieces.size, cutoff), short, ended)
    for i, floor in uncased_floors(pieces, scores) if pieces.caseless else ():
        fates[i] = fates[i] and scores[i] >= floor
    for i in doubtful_ends(scores, pieces) if not pieces.caseless else ():
        fates[i] = False
    for i in short_body(scores, pieces) if on_lines else ():
        fates[i] = True
    for i in range(end_of_article(fates, scores, pieces.size, _dateline(pieces, fates)), len(fates)):
        fates[i] = False
    return fates


def _dateline(pieces: Pieces, fates: Sequence[bool]) -> int:
    """The kept piece that begins an article with its dateline, in a script without capitals; -1 if none does."""
    if not pieces.caseless:
        return -1
    return next((i for i, fate in enumerate(fates) if fate and begins_with_dateline(pieces.texts[i])), -1)


def least_score(scores: Sequence[float], sizes: Sequence[int], cutoff: Cutoff) -> float:
    """The document's own cut-off.

    Where the scores part body and rest clearly it lies between them; where they do not, it lies low. A text of which
    no piece is likely body is no article: there it lies high.

    >>> least_score([6.0, 5.0, -3.0, -6.0], [400, 400, 400, 60], Cutoff(0.97, 0.97, -4, -0.5))
    -0.5
    >>> least_score([3.0, 1.0, -0.9, -6.0], [400, 400, 400, 60], Cutoff(0.97, 0.97, -4, -0.5))
    -0.9
    """
    if max(scores, default=0.0) < 0:
        return cutoff.high
    expected = []
    for score, size in zip(scores, sizes, strict=True):
        p = sigmoid(_SHARPEN * score)
        expected.append((score, p * size if p >= _UNLIKELY else 0.0))
    expected.sort(reverse=True)
    body = fsum(mass for _, mass in expected)
    wanted = cutoff.wanted(body / (sum(sizes) or 1)) * body
    least = cutoff.high
    for score, mass in expected:
        least = score
        wanted -= mass
        if wanted <= 0:
            break
    return min(max(least, cutoff.low), cutoff.high)


def _is_on_lines(pieces: Pieces) -> bool:
    """Whether most pieces are lines, and were not cut out of longer ones."""
    return sum([gap >= LINE for gap in pieces.gaps]) >= _LINES * len(pieces)


def body_share(scores: Sequence[float], sizes: Sequence[int]) -> float:
    """The share of a text (0 to 1) that is expected to be body."""
    body = fsum([sigmoid(_SHARPEN * score) * size for score, size in zip(scores, sizes, strict=True)])
    return body / (sum(sizes) or 1)


def is_nearly_all(scores: Sequence[float], sizes: Sequence[int]) -> bool:
    """Whether a text is expected to be body but for a few per cent.

    >>> is_nearly_all([6.0, 5.0, -3.0], [400, 400, 20]), is_nearly_all([6.0, -3.0, -6.0], [400, 60, 60])
    (True, False)
    """
    return body_share(scores, sizes) >= _NEARLY_ALL


def one_fate(
    scores: Sequence[float], pieces: Pieces, least: float, short: float, ended: float | None = None
) -> list[bool]:
    """Which pieces are kept: those that reach ``least``, short ones ``short`` too, or ``ended`` if they have a stop.

    A sentence that a doubtful seam cuts is kept whole or goes whole.

    >>> halves = Pieces(["He went to the Green", "Zone on Monday."], [3, 1], [1.0, 0.2])
    >>> one_fate([-1.5, 1.0], halves, -1.0, -0.6)
    [True, True]
    """
    few = _SHORT_WIDE if pieces.wide else _SHORT
    floors = max(least, short), max(least, short if ended is None else ended)
    sized = zip(scores, pieces.size, pieces.stopped, strict=True)
    kept = [score >= (floors[stop] if size < few else least) for score, size, stop in sized]
    for i, j in pairwise([*pieces.sentences, len(pieces)]):
        if j - i > 1 and not kept[i] == kept[i + 1] == kept[j - 1]:
            kept[i:j] = [_mean_score(scores, pieces.size, i, j) >= least] * (j - i)
    return kept


def _mean_score(scores: Sequence[float], sizes: Sequence[int], i: int, j: int) -> float:
    return fsum([scores[k] * sizes[k] for k in range(i, j)]) / sum(sizes[i:j])


def doubtful_ends(scores: Sequence[float], pieces: Pieces) -> Iterator[int]:
    """The pieces of sentences that go, since another block follows them in mid-line without an end mark.

    Those that would be kept in flatnews' ``soup_natural`` and ``soup_spaced`` are no body in three cases of four.

    >>> pieces = Pieces(["The ferry is back.", "The dock on Monday", "It sailed at noon."], [1] * 3, [1.0] * 4)
    >>> list(doubtful_ends([5.0, -2.4, 5.0], pieces)), list(doubtful_ends([5.0, -1.8, 5.0], pieces))
    ([1], [])
    """
    for i, j in pairwise([*pieces.sentences, len(pieces)]):
        is_cut = not pieces.stopped[j - 1] and pieces.gaps[j] < LINE and j < len(pieces)
        if is_cut and _mean_score(scores, pieces.size, i, j) < _UNENDED:
            yield from range(i, j)


def uncased_floors(pieces: Pieces, scores: Sequence[float]) -> Iterator[tuple[int, float]]:
    """In a script without capitals, how likely body some pieces must be to be kept (logits).

    What no end mark ends must be likelier, and everything in a text that is mostly something else, if any of it is
    likely body.
    """
    yield from ((i, _UNENDED_UNCASED) for i in unended(pieces))
    if max(scores) > _LIKELY_BODY and body_share(scores, pieces.size) < _CROWDED:
        yield from enumerate([_CROWDED_ENDED if stop else _CROWDED_UNENDED for stop in pieces.stopped])


def unended(pieces: Pieces) -> list[int]:
    """In a script without capitals, the pieces that no end mark ends, nor the next two before a line break.

    In wide scripts only where sentences are glued, and there the piece itself: blanks stand within sentences too.

    >>> unended(Pieces(["首相は会見した。", "写真", "会員登録", "野党は反発した。"], [3, 0, 0, 0], [1.0] * 4))
    [1, 2]
    """
    stopped, gaps, n = pieces.stopped, pieces.gaps, len(pieces)
    if pieces.wide:
        is_glued = gaps.count(NONE) > _GLUED * n
        return [i for i in range(n) if not stopped[i]] if is_glued else []
    found, nearest = [], n
    for i in range(n - 1, -1, -1):
        if gaps[i + 1] >= LINE:
            nearest = n + _WITHIN
        if stopped[i]:
            nearest = i
        if nearest - i >= _WITHIN:
            found.append(i)
    return found[::-1]


@cache
def shipped() -> RoleModel:
    """The model that comes with the package."""
    return RoleModel(json.loads(files("cleantext.models").joinpath("roles.json").read_text("utf-8")))
