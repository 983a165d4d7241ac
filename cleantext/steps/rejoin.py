"""Heals breaks in mid-paragraph: regular re-wrapping, and single breaks that their own sides give away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from cleantext.document import Block, Document, mend
from cleantext.models.evidence import continues
from cleantext.models.seams import SeamModel, shipped
from cleantext.steps._options import check_probability
from cleantext.text.bylines import is_on_two_lines, is_whole_byline
from cleantext.text.characters import CONTINUING, CONTINUING_UNCASED, LOWER, breaks_in
from cleantext.text.credits import is_plain_credit
from cleantext.text.hyphens import undivided
from cleantext.text.inline_links import links_within
from cleantext.text.kinds import are_names_on_lines
from cleantext.text.language import language_of, script_of
from cleantext.text.leading import SHORT, is_no_block, lacks_noun, leads_on, some_lead_on
from cleantext.text.lexicon import Lexicon
from cleantext.text.particles import LANGUAGES, lines_that_go_on
from cleantext.text.run_in import run_in_headings, some_run_in
from cleantext.text.spans import Replacement, Span
from cleantext.text.speakers import speakers_in
from cleantext.text.words import LOW_QUOTES
from cleantext.text.wrapping import is_rewrapped, wrapped_breaks

_MID_SENTENCE = re.compile(rf"\n[^\S\n]*[{LOWER}{CONTINUING}{CONTINUING_UNCASED}]")
_BOTH_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]{2}")
_NO_BLANK_BEFORE = frozenset(",.;:!?)]}”’…%")
_SURE = 0.9  # how likely a break is a block's edge, at least, to part a paragraph from its link all the same
_NEVER_FIRST, _NEVER_LAST = frozenset(",;)]、，；）」』】"), frozenset("、，（「『")  # in a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejoin:
    """Make a blank of each line break that is less likely than ``threshold`` to part two blocks of the page.

    Breaks after every n-th full stop are undone whatever stands there, and those behind the names of two who speak in
    turn; one before a byline stays.

    >>> Rejoin()(Document.of("He met both the U.S.\\n\\nand Iran.")).text
    'He met both the U.S. and Iran.'
    """

    threshold: float = 0.5
    model: SeamModel | None = None

    def __post_init__(self) -> None:
        check_probability("threshold", self.threshold)

    def __call__(self, document: Document) -> Document:
        if not any("\n" in b.text for b in document.blocks):
            return document
        return document.with_blocks([self._healed(b, document) for b in document.blocks])

    def _healed(self, block: Block, document: Document) -> Block:
        text = block.text
        if block.dropped_by is not None or "\n" not in text:
            return block
        if is_rewrapped(text):
            breaks = [*breaks_in(text)]
            return _joined(block, breaks, "rejoin.rewrapped", document.original, {})
        block = self._unwrapped(block, document)
        block = _with_speakers(block, document)
        text = block.text
        some_go_on = _MID_SENTENCE.search(text) or some_lead_on(text) or some_run_in(text)
        if not (some_go_on or script_of(text) in LANGUAGES):
            return block
        model = self.model or shipped()
        evidence = model.evidence(text, document.known.get("language"))
        trusted = evidence.lines in "01"
        found = list(model.lines(evidence))
        if not found:
            return block
        ends = [*(a for a, _, _ in found[1:]), len(text)]
        lines = [text[start:end] for (_, start, _), end in zip(found, ends, strict=True)]
        names = {k + 1 for k in self._leads(lines, found)}
        going = set[int]()
        if evidence.language in LANGUAGES:
            going = {k - 1 for k in lines_that_go_on([text[: found[0][0]], *lines], evidence.language)}
        attached = {found[k][1] for k in going}
        before = [text[: found[0][0]], *lines[:-1]]
        going |= {k for k, line in enumerate(before) if leads_on(line, evidence.language)}
        going |= {k for k, line in enumerate(before) if len(line) <= SHORT and is_no_block(line, evidence.language)}
        going |= {k for k, line in enumerate(before) if lacks_noun(line, len(line), evidence.language)}
        going |= {*run_in_headings([*before, lines[-1]], at_links=not trusted)}
        going |= {k for k in links_within([*before, lines[-1]], evidence.words) if found[k][2] < _SURE}
        signed = {k for k in range(len(lines) - 2) if are_names_on_lines(lines[k : k + 4])}
        going -= signed
        breaks = [
            (a, b)
            for k, ((a, b, p), end) in enumerate(zip(found, ends, strict=True))
            if k in names
            or k in going
            or (text[b] in _NEVER_FIRST and not text.startswith(LOW_QUOTES, b))
            or text[a - 1] in _NEVER_LAST
            or not (
                p >= self.threshold
                or k + 1 in names
                or k in signed
                or (trusted and not continues(text[b : b + 2]))
                or is_whole_byline(text[b:end])
                or _signs(lines, k)
            )
        ]
        return _joined(block, breaks, "rejoin.mid_sentence", document.original, evidence.words, attached)

    def _unwrapped(self, block: Block, document: Document) -> Block:
        """The block without the breaks of lines that were wrapped at a width."""
        while breaks := wrapped_breaks(block.text):
            model = self.model or shipped()
            words = model.words(document.known.get("language") or language_of(block.text))
            block = _joined(block, breaks, "rejoin.wrapped", document.original, words)
        return block

    def _leads(self, lines: Sequence[str], found: Sequence[tuple[int, int, float]]) -> Iterator[int]:
        """The breaks after which "By" stands on a line of its own, and then who wrote it.

        A sentence may be broken so too, at its links: there the line before goes on from one before it.
        """
        for k in range(len(lines) - 2):
            stands_apart = (k == 0 or found[k - 1][2] >= self.threshold) and found[k + 2][2] >= self.threshold
            if stands_apart and is_on_two_lines(*lines[k : k + 3]):
                yield k


def _signs(lines: Sequence[str], k: int) -> bool:
    """Whether a line is an agency that is written small, or a credit that begins with one: "dpa"."""
    goes_on = k + 1 < len(lines) and continues(lines[k + 1])
    return lines[k][0].islower() and is_plain_credit(lines[k]) and not goes_on


def _with_speakers(block: Block, document: Document) -> Block:
    """The block without the breaks behind those who speak in an interview."""
    if not speakers_in(block.text.split("\n")):
        return block
    breaks = [*breaks_in(block.text)]
    starts, ends = [0, *(b for _, b in breaks)], [*(a for a, _ in breaks), len(block.text)]
    lines = [block.text[a:b] for a, b in zip(starts, ends, strict=True)]
    return _joined(block, [breaks[i] for i in speakers_in(lines)], "rejoin.speakers", document.original, {})


def _joined(
    block: Block, breaks: Sequence[Span], rule: str, original: str, words: Lexicon, attached: Set[int] = frozenset()
) -> Block:
    """The block without these breaks, and without the hyphens that divided words there.

    No blank takes the place of a break before what is ``attached``, nor of one between wide characters.
    """
    text, edits, hyphens, gone = block.text, list[Replacement](), list[Replacement](), 0
    for a, b in breaks:
        new = undivided(text, a, b, words)
        if new == "":
            hyphens.append((a - 1, b, ""))
            gone += b - a + 1
        else:
            both = text[a - 1 : a] + text[b]
            is_closed = new == "-" or both[-1] in _NO_BLANK_BEFORE or b in attached or _BOTH_WIDE.match(both)
            edits.append((a - gone, b - gone, "" if is_closed else " "))
    block = mend(block, hyphens, "rejoin.hyphens", "mend", original)
    return mend(block, edits, rule, "space", original)
