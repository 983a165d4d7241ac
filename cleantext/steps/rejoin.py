"""Heals breaks in mid-paragraph: regular re-wrapping, and single breaks that their own sides give away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from cleantext.document import Block, Document, mend
from cleantext.models.evidence import TextEvidence, continues
from cleantext.models.seams import SeamModel, shipped
from cleantext.steps._options import check_probability
from cleantext.text.announced import breaks_before_items
from cleantext.text.bylines import is_on_two_lines, is_whole_byline
from cleantext.text.characters import CONTINUING, CONTINUING_UNCASED, LOWER, breaks_in, ends_in_letter
from cleantext.text.credits import is_plain_credit
from cleantext.text.drop_caps import drop_caps, may_have_drop_caps
from cleantext.text.hyphens import HYPHENS, NOBODY, divided_words, divides, some_divided, undivided, words_of
from cleantext.text.indents import indent_of
from cleantext.text.inline_links import links_within
from cleantext.text.jumps import is_jump, may_have_jumps
from cleantext.text.kinds import are_names_on_lines, is_labelled_byline
from cleantext.text.language import language_of, script_of
from cleantext.text.leading import SHORT, is_no_block, lacks_noun, leads_on, leads_to, some_lead_on
from cleantext.text.lexicon import Lexicon
from cleantext.text.pages import interruptions_of, may_be_interrupted
from cleantext.text.particles import ATTACHED, LANGUAGES, lines_that_are_led, lines_that_go_on
from cleantext.text.printouts import may_be_printed, page_edges
from cleantext.text.run_in import run_in_headings, some_run_in
from cleantext.text.shouting import in_small_letters, is_in_capitals
from cleantext.text.sides import LOW_QUOTES
from cleantext.text.signoffs import files_report
from cleantext.text.spans import Replacement, Span
from cleantext.text.speakers import speakers_in
from cleantext.text.stops_within import breaks_behind_stop, some_break_behind_stops
from cleantext.text.wrapping import is_rewrapped, wrapped_breaks

_MID_SENTENCE = re.compile(rf"\n[^\S\n]*[{LOWER}{CONTINUING}{CONTINUING_UNCASED}]")
_AT_HYPHEN = re.compile(rf"[{HYPHENS}]\n")
_BOTH_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]{2}")
_NO_BLANK_BEFORE = frozenset(",.;:!?)]}”’…%،؛؟۔।")
_ENDS_SENTENCE = frozenset(".!?…:\"”»)")
_LINE = re.compile(r"[^\n]+")
_SURE = 0.9  # how likely a break is a block's edge, at least, to part a paragraph from its link all the same
_NEVER_FIRST, _NEVER_LAST = frozenset(",;)]、，；）」』】"), frozenset("、，（「『")  # in a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejoin:
    """Make a blank of each line break that is less likely than ``threshold`` to part two blocks of the page.

    Breaks after every n-th full stop are undone whatever stands there, and those behind the names of two who speak in
    turn; one before a byline stays. ``interruptions``: what stands between two pages of print in the midst of a
    sentence (numbers of pages, running heads, jump lines) goes with its breaks.

    >>> Rejoin()(Document.of("He met both the U.S.\\n\\nand Iran.")).text
    'He met both the U.S. and Iran.'
    """

    threshold: float = 0.5
    interruptions: bool = True
    model: SeamModel | None = None

    def __post_init__(self) -> None:
        check_probability("threshold", self.threshold)

    def __call__(self, document: Document) -> Document:
        if not any("\n" in b.text or self._may_want_mending(b) for b in document.blocks):
            return document
        return document.with_blocks([self._healed(b, document) for b in document.blocks])

    def _healed(self, block: Block, document: Document) -> Block:
        if block.dropped_by is not None:
            return block
        if may_have_drop_caps(block.text):
            block = self._with_first_letters(block, document)
        if self.interruptions and (edges := page_edges(block.text)):
            block = _without_edges(block, edges, document.original)
        if self._may_be_interrupted(block):
            block = self._uninterrupted(block, document)
        if "\n" in block.text:
            block = self._on_fewer_lines(block, document)
        return self._with_whole_words(block, document) if some_divided(block.text) else block

    def _may_want_mending(self, block: Block) -> bool:
        text = block.text
        is_printed = self.interruptions and may_be_printed(text)
        return some_divided(text) or may_have_drop_caps(text) or is_printed or self._may_be_interrupted(block)

    def _may_be_interrupted(self, block: Block) -> bool:
        return self.interruptions and may_be_interrupted(block.text)

    def _uninterrupted(self, block: Block, document: Document) -> Block:
        """The block without what stands between two pages in the midst of a sentence."""
        text, language = block.text, _language(block, document)
        words, edits = (self.model or shipped()).words(language), list[Replacement]()
        for start, end in interruptions_of(text, language, words):
            new = undivided(text, start, end, words, language)
            if new == "":
                edits.append((start - 1, end, ""))
            else:
                edits.append((start, end, "" if new == "-" or text[start] == " " else " "))
        return mend(block, edits, "rejoin.interruption", "mend", document.original)

    def _with_first_letters(self, block: Block, document: Document) -> Block:
        """The block whose large first letters are a part of their words."""
        language = _language(block, document)
        edits = drop_caps(block.text, (self.model or shipped()).words(language), language)
        return mend(block, edits, "rejoin.drop_cap", "mend", document.original)

    def _with_whole_words(self, block: Block, document: Document) -> Block:
        """The block without hyphens and blanks that divide words, as are left of lines that were joined."""
        language = _language(block, document)
        edits = divided_words(block.text, (self.model or shipped()).words(language), language)
        return mend(block, edits, "rejoin.hyphens", "mend", document.original)

    def _on_fewer_lines(self, block: Block, document: Document) -> Block:
        """The block without the breaks in mid-paragraph."""
        if is_rewrapped(block.text):
            return _joined(block, [*breaks_in(block.text)], "rejoin.rewrapped", document.original, {})
        block = _with_speakers(self._unwrapped(block, document), document)
        is_open = _may_break_sentences(_as_written(block, document))
        return self._with_whole_sentences(block, document) if is_open else block

    def _unwrapped(self, block: Block, document: Document) -> Block:
        """The block without the breaks of lines that were wrapped at a width."""
        indent = indent_of(document.original)
        while breaks := _but_at_jumps(block.text, wrapped_breaks(_as_written(block, document), indent)):
            language = _language(block, document)
            words = (self.model or shipped()).words(language)
            block = _joined(block, breaks, "rejoin.wrapped", document.original, words, language)
        return block

    def _with_whole_sentences(self, block: Block, document: Document) -> Block:
        """The block without the breaks in mid-sentence."""
        model = self.model or shipped()
        evidence = model.evidence(_as_written(block, document), document.known.get("language"))
        found = list(model.lines(evidence))
        if not found:
            return block
        broken = _Broken(evidence, found, self.threshold)
        attached = {found[k][1] for k in broken.before_particles}
        joints, words, language = broken.joints(), evidence.words, evidence.language
        return _joined(block, joints, "rejoin.mid_sentence", document.original, words, language, attached)


def _language(block: Block, document: Document) -> str:
    return document.known.get("language") or language_of(block.text)


def _as_written(block: Block, document: Document) -> str:
    """A block's text, in small letters where the document is in capitals."""
    return in_small_letters(block.text, wrapped=True) if is_in_capitals(document.original) else block.text


def _may_break_sentences(text: str) -> bool:
    """Whether a line may end in mid-sentence: a quick look."""
    if _MID_SENTENCE.search(text) or _some_divide(text) or some_break_behind_stops(text):
        return True
    return bool(some_lead_on(text) or some_run_in(text)) or script_of(text) in LANGUAGES


def _some_divide(text: str) -> bool:
    """Whether a line may end in a divided word."""
    return any(ends_in_letter(text, m.start()) for m in _AT_HYPHEN.finditer(text))


class _Broken:
    """A text on lines and its breaks: break ``k`` stands between the lines ``k`` and ``k + 1``.

    A break is ``(start, end, p)``, ``p`` the probability that it parts two blocks, which one at ``threshold`` does.
    """

    def __init__(self, evidence: TextEvidence, breaks: Sequence[tuple[int, int, float]], threshold: float) -> None:
        self.evidence, self.breaks, self.threshold = evidence, breaks, threshold
        starts = [0, *(end for _, end, _ in breaks)]
        ends = [*(start for start, _, _ in breaks), len(evidence.text)]
        self.lines = [evidence.text[start:end] for start, end in zip(starts, ends, strict=True)]
        self.before_particles = self._before_particles()

    def joints(self) -> list[Span]:
        """The breaks that are none of the page's."""
        known_apart = {*self._between_names(), *breaks_before_items(self.lines)}
        behind_leads = set(self._behind_leads())
        going_on = (set(self._going_on()) - known_apart) | {k + 1 for k in behind_leads}
        apart, jumps = known_apart | behind_leads, set(self._beside_jumps())
        return [
            (start, end)
            for k, (start, end, _) in enumerate(self.breaks)
            if k not in jumps and (k in going_on or self._is_within(k) or not (k in apart or self._parts(k)))
        ]

    def _beside_jumps(self) -> Iterator[int]:
        """The breaks beside lines that say on which page an article goes on."""
        jumps = (k for k, line in enumerate(self.lines) if is_jump(line)) if may_have_jumps(self.evidence.text) else ()
        return (k for jump in jumps for k in (jump - 1, jump))

    def _before_particles(self) -> list[int]:
        """The breaks before lines that a particle begins, in languages that write it behind its word."""
        language = self.evidence.language
        return [k - 1 for k in lines_that_go_on(self.lines, language)] if language in ATTACHED else []

    def _led(self) -> Iterator[int]:
        """The breaks on whose sides a word stands that wants another, in languages without capitals."""
        language = self.evidence.language
        if language in LANGUAGES and language != "ja":  # which the particles tell
            yield from (k - 1 for k in lines_that_are_led(self.lines, language))

    def _going_on(self) -> Iterator[int]:
        """The breaks behind which a sentence goes on, by what stands on either side."""
        lines, evidence = self.lines, self.evidence
        yield from self.before_particles
        yield from self._led()
        yield from (k for k, line in enumerate(lines[:-1]) if _wants_more(line, evidence.language))
        pairs = [*pairwise(lines)]
        yield from (k for k, pair in enumerate(pairs) if leads_to(*pair, evidence.words, evidence.language))
        yield from (k for k, pair in enumerate(pairs) if breaks_behind_stop(*pair, evidence.words, evidence.language))
        yield from run_in_headings(lines, at_links=not evidence.lines_are_whole)
        yield from (k for k in links_within(lines, evidence.words) if self.breaks[k][2] < _SURE)

    def _between_names(self) -> Iterator[int]:
        """The breaks before two names with "and" on a line of its own between them."""
        return (k - 1 for k in range(1, len(self.lines) - 2) if are_names_on_lines(self.lines[k : k + 4]))

    def _behind_leads(self) -> Iterator[int]:
        """The breaks before "By" on a line of its own, behind which stands who wrote it.

        A sentence may be broken so too, at its links: there the line before goes on from one before it.
        """
        for k in range(len(self.lines) - 3):
            stands_apart = (k == 0 or self._is_likely(k - 1)) and self._is_likely(k + 2)
            if stands_apart and is_on_two_lines(*self.lines[k + 1 : k + 4]):
                yield k

    def _is_likely(self, k: int) -> bool:
        return self.breaks[k][2] >= self.threshold

    def _is_within(self, k: int) -> bool:
        """Whether a mark says that a break stands within a paragraph."""
        text, (start, end, _) = self.evidence.text, self.breaks[k]
        if text[start - 1] in HYPHENS and divides(text, start, end, self.evidence.language):
            return True
        begins = text[end] in _NEVER_FIRST and not text.startswith(LOW_QUOTES, end)
        return begins or text[start - 1] in _NEVER_LAST

    def _parts(self, k: int) -> bool:
        """Whether a break parts two blocks, by how likely it is or what the line behind it is."""
        after = self.lines[k + 1]
        if self._is_likely(k) or (self.evidence.lines_are_whole and not continues(after)):
            return True
        return is_whole_byline(after) or is_labelled_byline(after) or files_report(after) or self._is_credit(k + 1)

    def _is_credit(self, k: int) -> bool:
        """Whether a line is an agency that is written small, or a credit that begins with one: "dpa"."""
        goes_on = k + 1 < len(self.lines) and continues(self.lines[k + 1])
        return self.lines[k][0].islower() and is_plain_credit(self.lines[k]) and not goes_on


def _wants_more(line: str, language: str) -> bool:
    """Whether a line ends in a word that another must follow, or is no block by itself."""
    if leads_on(line, language) or lacks_noun(line, len(line), language):
        return True
    return len(line) <= SHORT and is_no_block(line, language)


def _with_speakers(block: Block, document: Document) -> Block:
    """The block without the breaks behind those who speak in an interview."""
    if not speakers_in(block.text.split("\n")):
        return block
    breaks = [*breaks_in(block.text)]
    starts, ends = [0, *(b for _, b in breaks)], [*(a for a, _ in breaks), len(block.text)]
    lines = [block.text[a:b] for a, b in zip(starts, ends, strict=True)]
    return _joined(block, [breaks[i] for i in speakers_in(lines)], "rejoin.speakers", document.original, {})


def _but_at_jumps(text: str, breaks: Sequence[Span]) -> Sequence[Span]:
    """The breaks but for those beside a line that says on which page an article goes on."""
    if not breaks or not may_have_jumps(text):
        return breaks
    edges = {at for m in _LINE.finditer(text) if is_jump(m[0].strip()) for at in (m.start() - 1, m.end())}
    return [(start, end) for start, end in breaks if edges.isdisjoint(range(start, end))]


def _without_edges(block: Block, edges: Sequence[Span], original: str) -> Block:
    """The block without the feet and heads of printed pages, and with a line break for each that ends a sentence."""
    text, edits = block.text, list[Replacement]()
    for start, end in edges:
        low, high = start, end
        while low and text[low - 1].isspace():
            low -= 1
        while high < len(text) and text[high].isspace():
            high += 1
        is_whole = text[low - 1 : low] in _ENDS_SENTENCE
        edits.append((low, high, "" if high == len(text) or not low else "\n\n" if is_whole else " "))
    return mend(block, edits, "rejoin.printout", "mend", original)


def _joined(
    block: Block,
    breaks: Sequence[Span],
    rule: str,
    original: str,
    words: Lexicon,
    language: str = "",
    attached: Set[int] = frozenset(),
) -> Block:
    """The block without these breaks, and without the hyphens that divided words there.

    No blank takes the place of a break before what is ``attached``, nor of one between wide characters.
    """
    text, edits, hyphens, gone = block.text, list[Replacement](), list[Replacement](), 0
    said = words_of(text) if any(text[a - 1] in HYPHENS for a, _ in breaks) else NOBODY
    for a, b in breaks:
        new = undivided(text, a, b, words, language, said)
        if new == "":
            hyphens.append((a - 1, b, ""))
            gone += b - a + 1
        else:
            both = text[a - 1 : a] + text[b]
            is_closed = new == "-" or both[-1] in _NO_BLANK_BEFORE or b in attached or _BOTH_WIDE.match(both)
            edits.append((a - gone, b - gone, "" if is_closed else " "))
    block = mend(block, hyphens, "rejoin.hyphens", "mend", original)
    return mend(block, edits, rule, "space", original)
