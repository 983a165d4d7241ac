"""Which pieces are kept: those that reach the document's own cut-off, and what holds for short, open, doubtful ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from cleantext.models import looks
from cleantext.models.beyond import end_of_article
from cleantext.models.linear import sigmoid
from cleantext.models.pieces import LINE, NONE, Pieces
from cleantext.models.sound import short_body
from cleantext.text.characters import WIDE_STOPS
from cleantext.text.datelines import begins_with_dateline


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
        spaced=Cutoff(0.9998, 0.99, -3.4, -0.5),
        flat=Cutoff(0.9997, 0.98, -2.6, -0.5),
        lines=Cutoff(0.996, 0.996, -1.6, -0.5),
    ),
    "strict": Cutoffs(
        spaced=Cutoff(0.98, 0.965, -1.6, 0.0),
        flat=Cutoff(0.98, 0.965, -1.6, 0.0),
        lines=Cutoff(0.98, 0.98, -1.3, 0.0),
    ),
}
_ON_LINES = looks.LAYOUT.index("lines")  # layouts from this one on have line breaks
_APART_LAYOUT = looks.LAYOUT.index("paragraphs")
_CAUTION, _LOWER = 0.2, 1.5  # of the body that may be lost; logits
# logits by which the cut-off is lower in scripts without capitals
_UNCASED_FLAT, _UNCASED_LINES = 1.0, 2.0  # of what is kept in any case, in flat texts and on lines
_UNCASED_LOW = 1.0  # of what is never kept
_UNCASED_NEAR = 2.5  # so near the best piece what is kept in any case may lie, where no piece is likely body
_LINES = 0.3  # share of pieces that are lines, in a text on lines
_UNENDED, _UNENDED_UNCASED = -2.5, -2.0  # logits: what has no end mark must be likelier body to be kept
_SURE, _SURELY_UNENDED = 0.8, -1.0  # the same where another block surely follows: the seam's probability, logits
_STRANDED, _LONGEST_STRANDED = 0.0, 130  # logits of a piece between two that go; characters of several
_CLOSERS, _STOPS = frozenset("\"'”’»«“"), frozenset(".!?…")
_LIKELY_BODY = 1.5  # logits: with a piece over this a text in such a script has body
_CROWDED_ENDED, _CROWDED_UNENDED = -1.5, -1.0  # logits to be kept in one of mostly something else, with a stop or none
_SENTENCES = 3  # end marks in a piece of a wide script that is no label, whatever ends it
_GLUED, _WITHIN = 0.2, 3  # share of gaps with nothing in a glued text; pieces to the next end mark
_NEARLY_ALL = 0.85  # share of body from which on a text may have been cleaned before
_CROWDED, _UNCROWDED = 0.35, 0.55  # shares of body: whole pages have about half, articles with captions three quarters
_SHARPEN = 1.15  # the scores are a little too modest: measured on the folds
_UNLIKELY = 0.03  # pieces less likely than this are no body to expect
_SHORT = 40  # characters of a short piece, which must be likelier body
_SHORT_LEAST, _SHORT_FLAT = -0.6, -1.6  # logits to be kept, on lines and in flat text
_SHORT_ENDED = -2.0  # the same in flat text for one with a stop
_SHORT_WIDE = 16  # characters of a short piece where each says as much as three


def fates_of(pieces: Pieces, scores: Sequence[float], cutoffs: Cutoffs, layout: int) -> list[bool]:
    """Which pieces are kept."""
    on_lines = layout >= _ON_LINES
    is_flat = not (on_lines and _is_on_lines(pieces))
    cutoff = cutoffs.lines if not is_flat else cutoffs.spaced if not layout else cutoffs.flat
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
    for i in list(stranded(fates, scores, pieces)) if is_flat and not pieces.caseless else ():
        fates[i] = False
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

    Those that would be kept in flatnews' ``soup_natural`` and ``soup_spaced`` are no body in three cases of four. They
    must be likelier body where the next block surely begins behind them: of 2,200 characters between paragraphs that
    would be kept with less, 480 were body.

    >>> texts = "The ferry is back.", "The dock on Monday", "It sailed at noon."
    >>> sure, doubtful = Pieces(texts, [1] * 3, [1.0] * 4), Pieces(texts, [1] * 3, [1.0, 1.0, 0.6, 1.0])
    >>> [list(doubtful_ends([5.0, -1.8, 5.0], pieces)) for pieces in (sure, doubtful)]
    [[1], []]
    """
    for i, j in pairwise([*pieces.sentences, len(pieces)]):
        is_cut = not pieces.stopped[j - 1] and pieces.gaps[j] < LINE and j < len(pieces)
        is_surely = pieces.seams[j] > _SURE and not _may_end(pieces.texts[j - 1])
        if is_cut and _mean_score(scores, pieces.size, i, j) < (_SURELY_UNENDED if is_surely else _UNENDED):
            yield from range(i, j)


def stranded(fates: Sequence[bool], scores: Sequence[float], pieces: Pieces) -> Iterator[int]:
    """The pieces of sentences of flat text that would stay in doubt: without an end mark, between two that go.

    Without it f1 in dev's flat forms is 0.02 to 0.07 lower, at the same recall.

    >>> pieces = Pieces(["A dock at dusk", "A boat at its", "Pier", "A ferry at sea"], [1] * 4, [1.0, 1.0, 0.1, 1.0])
    >>> list(stranded([False, True, True, False], [-5.0, -1.8, 0.4, -5.0], pieces))
    [1, 2]
    """
    for i, j in pairwise(pieces.sentences[1:]):
        if fates[i - 1] or not fates[i] or fates[j] or pieces.stopped[j - 1]:
            continue
        is_short = j - i == 1 or sum(pieces.size[i:j]) <= _LONGEST_STRANDED
        if is_short and _mean_score(scores, pieces.size, i, j) < _STRANDED:
            yield from range(i, j)


def _may_end(text: str) -> bool:
    """Whether a paragraph may end so without a stop: in a quotation, or in brackets behind a sentence.

    >>> [_may_end(text) for text in ("called it ‘a day’", "It sank. (To see it, click here)", "The pier (Isle News)")]
    [True, True, False]
    """
    if text[-1] == ")":
        return text[: max(text.rfind("("), 0)].rstrip()[-1:] in _STOPS
    return text[-1] in _CLOSERS


def uncased_floors(pieces: Pieces, scores: Sequence[float]) -> Iterator[tuple[int, float]]:
    """In a script without capitals, how likely body some pieces must be to be kept (logits).

    What no end mark ends must be likelier, and everything in a text that is mostly something else, if any of it is
    likely body.
    """
    yield from ((i, _UNENDED_UNCASED) for i in unended(pieces))
    if max(scores) > _LIKELY_BODY and body_share(scores, pieces.size) < _CROWDED:
        yield from enumerate([_CROWDED_ENDED if stop else _CROWDED_UNENDED for stop in pieces.stopped])


def _has_sentences(text: str) -> bool:
    return sum(map(text.count, WIDE_STOPS)) >= _SENTENCES


def unended(pieces: Pieces) -> list[int]:
    """In a script without capitals, the pieces that no end mark ends, nor the next two before a line break.

    In wide scripts only where sentences are glued, and there the piece itself, unless several sentences stand in it:
    blanks stand within sentences too.

    >>> unended(Pieces(["首相は会見した。", "写真", "会員登録", "野党は反発した。"], [3, 0, 0, 0], [1.0] * 4))
    [1, 2]
    """
    stopped, gaps, n = pieces.stopped, pieces.gaps, len(pieces)
    if pieces.wide:
        is_glued = gaps.count(NONE) > _GLUED * n
        return [i for i in range(n) if not stopped[i] and not _has_sentences(pieces.texts[i])] if is_glued else []
    found, nearest = [], n
    for i in range(n - 1, -1, -1):
        if gaps[i + 1] >= LINE:
            nearest = n + _WITHIN
        if stopped[i]:
            nearest = i
        if nearest - i >= _WITHIN:
            found.append(i)
    return found[::-1]
