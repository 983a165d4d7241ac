"""Where blocks of the page met: the probability of a lost boundary, and of a lost blank, at each gap of a text.

Sums over groups of features are kept, since the same words and kinds of document come again and again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any

from cleantext.models.evidence import TextEvidence, TokenMemo, evidence_of, flatness, tokens_of, with_splits
from cleantext.models.gaps import (
    Gap,
    Half,
    Traits,
    both_names,
    document_key,
    document_names,
    glued_sites,
    left_of,
    left_traits,
    line_sites,
    plain_stops,
    right_of,
    right_traits,
    spaced_gaps,
    split_sites,
)
from cleantext.models.linear import sigmoid, total
from cleantext.models.links import linked_sites
from cleantext.models.verse import verse_breaks
from cleantext.models.weights import weights_of
from cleantext.text.aggregators import label_of
from cleantext.text.characters import FINAL_LETTERS, breaks_in
from cleantext.text.language import PREFIXED, language_of
from cleantext.text.lexicon import Lexicon, lexicon

VERSION = 2  # of the features; written into the weights
KINDS = ("glued", "block", "spaced", "line", "inner", "linked")
_MEMO_SIZE = 50_000
_GLUED = frozenset("234")  # classes of documents of whose sentence ends 6 % or more are glued
_PLAIN_STOP = 0.99  # such a join was the boundary of a block 1,902 times of 1,903
_EVEN = 0.5  # after a letter that only ends words, an inline link may have lost its blank as well as a block
_LEAST = 0.05  # a blank less likely than this is no boundary


def evened(score: float) -> float:
    """A sum of weights without its last digits, which one Python rounds otherwise than another."""
    return round(score, 6)


class SeamModel:
    """Weights for each kind of gap, and what they say of a text.

    ``weights`` maps a kind of gap (glued, block, spaced, line, inner, linked) to feature names and weights in logits.
    """

    def __init__(
        self, weights: Mapping[str, Mapping[str, float]], lexicons: Mapping[str, Lexicon] | None = None
    ) -> None:
        self.weights = weights
        self.lexicons = lexicons
        self._tokens: dict[str, TokenMemo] = {}
        self._memos: dict[tuple[str, ...], dict[Any, Any]] = {}
        self._sides = {kind: (_Sides(left_of, own), _Sides(right_of, own)) for kind, own in weights.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        return (shipped, ()) if self.lexicons is None else (SeamModel, (self.weights, self.lexicons))

    def words(self, language: str) -> Lexicon:
        """The lexicon used for a language."""
        if self.lexicons is None:
            return lexicon(language)
        return self.lexicons.get(language, {})

    def evidence(self, text: str, language: str | None = None) -> TextEvidence:
        """Look a document over."""
        tokens = Counter(tokens_of(text))
        language = language or language_of(text, tokens)
        return evidence_of(text, language, self.words(language), self._known(language), tokens)

    def with_splits(self, e: TextEvidence) -> TextEvidence:
        """The same with the words that may be two, which are not looked for in a text that plainly lost no blank."""
        return with_splits(e, self._known(e.language))

    def _known(self, language: str) -> TokenMemo:
        """What was found out about a language's tokens."""
        if language not in self._tokens:
            self._tokens[language] = TokenMemo(prefixed=language in PREFIXED)
        return self._tokens[language]

    def glued(self, e: TextEvidence) -> Iterator[tuple[int, int, float, float]]:
        """Gaps without a blank: (start, end, P(boundary), P(a blank is wanted))."""
        if not e.places:
            return
        blank, block = self._scorer("glued", e), self._scorer("block", e)
        if e.glued in _GLUED:
            for at in plain_stops(e):
                yield at, at, _PLAIN_STOP, _PLAIN_STOP
        for site in glued_sites(e, plain=e.glued not in _GLUED):
            if site.left[-1] in FINAL_LETTERS or site.right[0] == "【" or _answers(site.left, site.right):
                yield site.start, site.end, _EVEN, _PLAIN_STOP
                continue
            wanted = sigmoid(evened(blank(site)))
            boundary = wanted * sigmoid(evened(block(site))) if wanted > _LEAST else 0.0
            yield site.start, site.end, boundary, wanted

    def linked(self, e: TextEvidence) -> Iterator[tuple[int, float]]:
        """Gaps at links, in texts that lost nothing but the links' blanks: (offset, P(a blank is wanted))."""
        score = self._scorer("linked", e)
        found = [(site.start, sigmoid(evened(score(site)))) for site in linked_sites(e)]
        wanted = dict(found)
        yield from ((at, p) for at, p in found if p > wanted.get(at - 1, 0.0) and p >= wanted.get(at + 1, 0.0))

    def splits(self, e: TextEvidence) -> Iterator[tuple[int, float]]:
        """Places inside words that nobody knows: (offset, P(a blank is wanted))."""
        weights = self.weights["inner"]
        for at, names in split_sites(e):
            yield at, sigmoid(total(weights, names))

    def spaced(self, e: TextEvidence) -> Iterator[tuple[int, int, float]]:
        """Gaps of one blank: (start, end, boundary in logits): most are no boundary, and need no probability."""
        score = self._spaced_scorer(e)
        for gap in spaced_gaps(e):
            yield gap[0], gap[1], score(gap)

    def spaced_before(self, e: TextEvidence, starts: Collection[int]) -> dict[int, float]:
        """The same scores of the gaps before these places, where one may be."""
        score = self._spaced_scorer(e)
        return {gap[1]: score(gap) for gap in spaced_gaps(e) if gap[1] in starts}

    def _spaced_scorer(self, e: TextEvidence) -> Callable[[Gap], float]:
        if e.intact and e.crowded:
            e = e._replace(flat=flatness(min(end - start for start, end in e.crowded)))
        return self._scorer("spaced", e)

    def lines(self, e: TextEvidence) -> Iterator[tuple[int, int, float]]:
        """Line breaks: (start, end, P(boundary))."""
        if e.on_lines and e.lines == "0":
            yield from ((start, end, 1.0) for start, end in breaks_in(e.text))
            return
        score = self._scorer("line", e)
        sites = list(line_sites(e))
        apart = {*verse_breaks(e.text, [(site.start, site.end) for site in sites])}
        label = label_of(e.text)
        for site in sites:
            sure = site.start in apart or (label and label[0] == site.end)
            yield site.start, site.end, 1.0 if sure else sigmoid(evened(score(site)))

    def _scorer(self, kind: str, e: TextEvidence) -> Callable[[Gap], float]:
        """A function from a gap to its score (logits), for one document."""
        weights, words = self.weights[kind], e.words
        lefts, rights = self._memo("left", kind, e.language), self._memo("right", kind, e.language)
        left_sides, right_sides = self._sides[kind]
        pairs = self._memo(kind, document_key(kind, e))
        get = weights.get

        def score(gap: Gap) -> float:
            _, _, left_text, right_text, facing, rest = gap
            left = lefts.get(left_text)
            if left is None:
                left = lefts[left_text] = left_sides[left_traits(left_text, words)]
            right = rights.get(right_text)
            if right is None:
                right = rights[right_text] = right_sides[right_traits(right_text, words)]
            (left_key, left_weight, left_half), (right_key, right_weight, right_half) = left, right
            found = pairs.get((left_key, right_key, facing))
            if found is None:
                names = both_names(left_half, right_half, facing) + document_names(kind, left_half, right_half, e)
                found = pairs[left_key, right_key, facing] = total(weights, names)
            found = found + left_weight + right_weight
            for name in rest:
                found += get(name, 0.0)
            return found

        return score

    def _memo(self, *key: str) -> dict[Any, Any]:
        memo = self._memos.setdefault(key, {})
        if len(memo) > _MEMO_SIZE:
            memo.clear()
        return memo


def _answers(left: str, right: str) -> bool:
    """Whether a dash with which somebody's words begin is glued to the colon before it."""
    return left[-1] == ":" and right[0] in "-–—" and right[1:].lstrip()[:1].isupper()


class _Sides(dict[Traits, tuple[str, float, Half]]):
    """What a side of such traits is known by, its weight, and all of it: remembered."""

    def __init__(self, half: Callable[[Traits], Half], weights: Mapping[str, float]) -> None:
        self._half, self._weights = half, weights

    def __missing__(self, traits: Traits) -> tuple[str, float, Half]:
        if len(self) > _MEMO_SIZE:
            self.clear()
        half = self._half(traits)
        self[traits] = found = half.key, total(self._weights, half.names), half
        return found


@cache
def shipped() -> SeamModel:
    """The model that comes with the package."""
    return SeamModel(weights_of("seams", VERSION)["weights"])
