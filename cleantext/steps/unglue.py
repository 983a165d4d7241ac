"""Finds where blocks of the page met and cuts there; puts back blanks that were lost inside a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleantext.document import Document
from cleantext.models import edges as second_look
from cleantext.models.edges import EdgeModel, ScoredGap, between_letters, in_order
from cleantext.models.evidence import TextEvidence
from cleantext.models.linear import logit, sigmoid
from cleantext.models.seams import SeamModel, evened, shipped
from cleantext.steps._cuts import (
    BETWEEN,
    STAMPED,
    STOPPED,
    Cut,
    after_each,
    apart,
    before_each,
    divided,
    ended_at_glue,
    outside,
    parted,
    places_not_in,
    spans_not_in,
    with_last_sentences,
)
from cleantext.steps._options import check_probability
from cleantext.text.ages import moments_in
from cleantext.text.aggregators import label_of
from cleantext.text.announced import breaks_before_items, items_in
from cleantext.text.asides import calls_in, rights_in
from cleantext.text.attributions import attributions_in
from cleantext.text.behind_brackets import in_office
from cleantext.text.bylines import bylines_in, names_in
from cleantext.text.characters import UPPER, WIDE_CLOSERS, WIDE_STOPS
from cleantext.text.code import code_in
from cleantext.text.contractions import run_on_contractions
from cleantext.text.credit_ends import credit_ends, ends_house
from cleantext.text.credits import closing_buttons_in, credits_in, glued_credits_in, joined_credits_in
from cleantext.text.dashed import dashed_headings_in
from cleantext.text.datelines import (
    agency_datelines_in,
    datelines_in,
    korean_datelines_in,
    places_after_deck,
    undashed_datelines_in,
)
from cleantext.text.dates import is_month, parts_month
from cleantext.text.endings import headings_in
from cleantext.text.feeds import cut_sentences, left_in
from cleantext.text.jumps import jumps_in
from cleantext.text.kinds import points_labels
from cleantext.text.known_titles import title_spans
from cleantext.text.language import UNCASED, UNSPACED
from cleantext.text.latin_words import in_latin_words, set_off_in
from cleantext.text.leading import SHORT, before_work, ends_nothing, is_no_block, sentence_goes_on
from cleantext.text.menus import interruptions_in, menus_in
from cleantext.text.openers import openers_in, pointers_in, signs_in
from cleantext.text.particles import japanese_goes_on
from cleantext.text.picture_labels import PictureLabel, labelled_sources, picture_labels_in
from cleantext.text.quotes import continued_in
from cleantext.text.records import record_in
from cleantext.text.shares import buttons_behind, share_buttons_in
from cleantext.text.shouting import in_small_letters, is_in_capitals
from cleantext.text.sides import abbreviates
from cleantext.text.signoffs import sign_offs_in
from cleantext.text.spans import Span, disjoint
from cleantext.text.speakers import turns_in
from cleantext.text.stamps import days_alone_in
from cleantext.text.starts import starts_in
from cleantext.text.transcripts import directions_in, speaker_turns
from cleantext.text.unparted import (
    after_given_name,
    after_weekday,
    before_name,
    before_particle,
    before_place,
    in_capitals,
    in_name,
    is_unfinished,
)

_DASHES = "-–—"
_QUOTES, _ENDED = frozenset("\"'”’»"), frozenset(".!?…")
_WIDE = frozenset(WIDE_STOPS + WIDE_CLOSERS)
_GOES_ON = -1.5  # logits: how likely a block begins, at most, where a Japanese sentence goes on
_WITH_ORDINALS = frozenset("de da no nb nn fi cs hu sk sl hr lt lv et is".split())  # a stop stands after the day
_SUFFIXED = ("tr", "az")  # languages that put a word's ending behind a quotation mark: ``"Zafer"in``
_ARABIC = ("ar", "fa")  # languages in which brackets stand apart from words
_BRACKETED = re.compile(r"\([^()\n]{2,60}\)|（[^（）。\n]{2,24}）")  # no block ends within so few words in brackets
_HANDLE = re.compile(rf"\(@\w{{1,30}}\)(?=[{UPPER}“„\"«‘])")  # who posted what was embedded, and a block behind
_OPENER = 45  # characters of a label that points to another article, and its colon
_MONTH = 16  # characters of a month's name and the marks after it
_LIKELY = 0.0  # logits: a seam less likely parts no two letters that stand alone
_MIXED, _MIXED_LINES = 2.0, 3.0  # logits: where blocks are glued or on lines, blanks part some only where surer
_LABELLED = 0.95  # how sure it is that an article begins after an aggregator's label
_LINKED_FLAT = 0.95  # how sure a blank lost at a link must be in a text without lines, where a block may begin instead
_GLUED_TEXTS = frozenset("34")  # classes of texts of whose sentence ends 20 % or more are glued: few of these are names
_TITLE_STOP = re.compile(r"[.!?…][\"'”’»)]{0,2}(?:\s|$)|\n")
_SHORTEST_TITLE, _LONGEST_TITLE = 12, 250  # characters of a title behind its label, and up to the next stop
_TITLE = 60  # characters up to a stop that is the title's own
_TITLED = 0.6  # that a block begins behind a title
_NEVER, _AFTER_TITLE = float("-inf"), -3.0  # logits: how likely a block begins behind a known title, at least
_LONG_TITLE = 5  # blanks in a title that no sentence begins with
_TURNED = 0.99  # that a paragraph begins where another speaks
_ITEM = 0.9  # that an item of a list is a block, where its line begins
_LISTED = 0.6  # that a run of menu words does, where no capitals tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Unglue:
    """Cut finely, each new block with the probability that the page had a block's edge there.

    ``glued`` is the least probability (0 to 1) of a cut where no blank stands, ``spaced`` after a blank and
    an end mark, ``bare`` after a blank without one; ``blank`` is the least probability of putting a blank back,
    ``linked`` that at links of a text that lost nothing else (0.95 at least if it has no lines), and ``inner`` that
    of splitting a word that nobody knows.
    ``uncased`` stands for ``bare`` in scripts without capitals, where a blank says little, and ``wide`` in those
    written without blanks. A piece cut off where nothing stood wants a blank before it, wide scripts apart.
    Line breaks are always cut. Fine cuts serve the judge best (f1 .935 against .906 for cautious ones).

    >>> [b.text for b in Unglue()(Document.of("The talks went on all night.The minister was pleased.")).blocks]
    ['The talks went on all night.', 'The minister was pleased.']
    >>> [b.text for b in Unglue()(Document.of("She sold her iPhone.")).blocks]
    ['She sold her iPhone.']
    """

    glued: float = 0.1
    spaced: float = 0.1
    bare: float = 0.14
    uncased: float = 0.6
    wide: float = 0.03
    blank: float = 0.6
    inner: float = 0.65
    linked: float = 0.8
    model: SeamModel | None = None
    edges: EdgeModel | None = None

    def __post_init__(self) -> None:
        for name in ("glued", "spaced", "bare", "uncased", "wide", "blank", "inner", "linked"):
            check_probability(name, getattr(self, name))

    def __call__(self, document: Document) -> Document:
        blocks = [b for b in document.blocks if b.dropped_by is None]
        if not blocks:
            return document
        text = blocks[0].text if len(blocks) == 1 else BETWEEN.join(b.text for b in blocks)
        if is_in_capitals(document.original):
            text = in_small_letters(text)
        model = self.model or shipped()
        evidence, pointers = model.evidence(text, document.known.get("language")), sorted(pointers_in(text))
        if evidence.intact and pointers:
            evidence = evidence._replace(crowded=tuple(sorted({*evidence.crowded, *_pointing(text, pointers)})))
        feeds = left_in(text)
        title = document.known.get("title") or next(iter(feeds.titles), None)
        headlines = spans_not_in(feeds.spans, _headlines(model, evidence, title)) if title else []
        cuts, blanks = self._gaps(model, evidence, pointers, headlines, feeds.spans)
        if not cuts and not blanks:
            return document
        return document.with_blocks(divided(document, cuts, blanks))

    def _gaps(
        self,
        model: SeamModel,
        evidence: TextEvidence,
        pointers: Sequence[Span],
        headlines: Sequence[Span],
        feeds: Sequence[Span],
    ) -> tuple[list[Cut], list[int]]:
        """The cuts, and where a blank was lost: by the models first, then by what can be read plainly, or is known."""
        text, language = evidence.text, evidence.language
        stamps = moments_in(text, language)
        cuts, ends, blanks = self._scored(model, evidence, stamps, [title for _, title in pointers])
        code = code_in(text)
        coded = sorted(code.strayed + code.shown)
        offs = spans_not_in(coded, sign_offs_in(text, evidence.words))
        stamps = spans_not_in(offs, sorted(stamps + days_alone_in(text, stamps, language)))
        pictures = picture_labels_in(text, language)
        placed = list(agency_datelines_in(text))
        sources = spans_not_in(placed, _sources(text, evidence, pictures))
        credited = ended_at_glue(disjoint(sorted(sources)), cuts, text)
        cuts = after_each(outside(cuts, credited), (end for _, end in credited), text)
        cuts, ends, blanks = _with_turns(cuts, ends, blanks, text)
        signed = _signed(text, language, stamps, offs)
        begun, whole = _beginnings(text, language, pictures, pointers)
        cuts = before_each(outside(outside(cuts, code.shown), whole), begun, text)
        cuts, blanks = _with_datelines(cuts, blanks, text)
        if language == "en":
            known = {*blanks, *(start for start, _, _ in cuts)}
            blanks += [at for at in run_on_contractions(text, evidence.words) if at not in known]
        cuts = outside(cuts, placed)
        others = spans_not_in(placed, _between_sentences(text, evidence))
        buttons = buttons_behind(text, [end for _, end in stamps], language)
        others = sorted([*others, *spans_not_in(others, buttons)])
        alone = sorted(stamps + signed + code.strayed + spans_not_in(signed, others))
        if feeds:
            alone = sorted([*feeds, *spans_not_in(feeds, alone)])
            short = cut_sentences(text, feeds)
            cuts, ends = outside(cuts, short), outside(ends, short)
        if headlines:
            alone = sorted([*headlines, *spans_not_in(headlines, alone)])
        if record := record_in(text):
            fields = [(field.start, field.end) for field in record.fields]
            alone = sorted([*fields, *spans_not_in(fields, alone)])
        if alone:
            joints = [at for at, end, _ in cuts if at == end]
            blanks += sorted({*joints} - {*places_not_in(signed, joints)})
            cuts, ends = apart(cuts, alone, text, STAMPED), outside(ends, alone)
        if menus := spans_not_in(alone, menus_in(text, language)):
            cuts, ends = apart(cuts, menus, text, _LISTED), outside(ends, menus)
        if spoken := sorted(attributions_in(text, language)):
            cuts, ends, blanks = outside(cuts, spoken), outside(ends, spoken), places_not_in(spoken, blanks)
        blanks = places_not_in(feeds, places_not_in(coded, places_not_in(credited, blanks)))
        return with_last_sentences(_without_lone_articles(sorted(cuts), text, language), ends, text), sorted(blanks)

    def _scored(
        self, model: SeamModel, evidence: TextEvidence, stamps: Sequence[Span], titles: Sequence[int]
    ) -> tuple[list[Cut], list[Cut], list[int]]:
        """What the models say: the cuts, the ends of sentences that are none, and where a blank was lost."""
        text = evidence.text
        glued, least = list(model.glued(evidence)), min(second_look.FAINT, logit(self._bare(evidence.language)))
        spaced = (gap for gap in model.spaced(evidence) if gap[2] >= least or text[gap[0] - 1] in STOPPED)
        gaps = [(start, end, evened(score)) for start, end, score in spaced]
        likely, again = in_order(glued, gaps), dict[int, float]()
        if evidence.language not in UNSPACED:  # there words cannot be told apart
            again = (self.edges or second_look.shipped()).again(text, likely, evidence.words, stamps)
        cuts, blanks = self._without_blank(glued, again, evidence)
        linked = self._at_links(model, glued, evidence)
        inner = model.splits(model.with_splits(evidence) if linked else evidence)
        blanks += [*linked, *(at for at, wanted in inner if wanted >= self.inner)]
        found, ends = self._after_blank(gaps, again, evidence)
        cuts += found
        if "\n" in text:
            cuts += _with_lists(list(model.lines(evidence)), text)
        if titles:
            cuts += list(_behind_titles(text, titles, cuts, likely, again))
        if label := label_of(text):
            cuts = parted(cuts, *label, _LABELLED)
        if "(" in text or "（" in text:
            cuts = outside(cuts, [m.span() for m in _BRACKETED.finditer(text)])
        return cuts, ends, blanks

    def _without_blank(
        self, gaps: Iterable[tuple[int, int, float, float]], again: Mapping[int, float], evidence: TextEvidence
    ) -> tuple[list[Cut], list[int]]:
        """The cuts where no blank stands, and the places that only want one."""
        text, is_glued, is_unspaced = evidence.text, evidence.glued in _GLUED_TEXTS, evidence.language in UNSPACED
        cuts, blanks = [], []
        for start, end, boundary, wanted in gaps:
            if is_unspaced and in_latin_words(text, start, end):
                continue
            if evidence.language in _SUFFIXED and text[start - 1] in _QUOTES and text[start].islower():
                continue
            if start == end and ends_house(text, start):
                cuts.append((start, end, STAMPED))
                continue
            if start in again:
                boundary = sigmoid(again[start])
                if is_glued and (text[start - 1].isalnum() or text[start - 1] in STOPPED):
                    wanted = max(wanted, boundary)
            is_wide = text[start - 1] in _WIDE
            is_cut = boundary >= self.glued and not (
                ends_nothing(text, start, evidence.words, evidence.language)
                or sentence_goes_on(text, start, end, evidence.language)
                or in_name(text, start, end, evidence.words, evidence.language)
            )
            if is_cut and (wanted >= self.blank or is_wide):
                cuts.append((start, end, boundary))
            elif wanted >= self.blank and not is_wide:
                blanks.append(start)
        return cuts, blanks

    def _at_links(
        self, model: SeamModel, gaps: Iterable[tuple[int, int, float, float]], evidence: TextEvidence
    ) -> list[int]:
        """The places that want a blank, and only that, if no more than links' blanks were lost."""
        least = self.linked if evidence.on_lines else max(self.linked, _LINKED_FLAT)
        found = [at for at, wanted in model.linked(evidence) if wanted >= least]
        known = {start for start, _, _, wanted in gaps if wanted >= self.blank} if found else ()
        return [at for at in found if at not in known]

    def _after_blank(
        self, gaps: Iterable[tuple[int, int, float]], again: Mapping[int, float], evidence: TextEvidence
    ) -> tuple[list[Cut], list[Cut]]:
        """The cuts where a blank stands, and the ends of sentences that are none."""
        text, bare, spaced = evidence.text, logit(self._bare(evidence.language)), logit(self.spaced)
        if evidence.mixed and evidence.on_lines:
            bare, spaced = max(bare, _MIXED_LINES), max(spaced, _MIXED_LINES)
        elif evidence.mixed:
            spaced = max(spaced, _MIXED)
        least, is_japanese, is_unspaced = min(bare, spaced), evidence.language == "ja", evidence.language in UNSPACED
        set_off = set_off_in(text) if is_unspaced else frozenset()
        cuts: list[Cut] = []
        ends: list[Cut] = []
        for start, end, first in gaps:
            score = again.get(end, first)
            if (
                (evidence.language in _WITH_ORDINALS and _in_date(text, start, end))
                or (score >= least and in_name(text, start, end, evidence.words, evidence.language))
                or (text[end] in _DASHES and sentence_goes_on(text, start, end, evidence.language))
                or (is_unspaced and (start in set_off or in_latin_words(text, start, end)))
                or (score >= least and in_office(text, start, end, evidence.words, evidence.language))
                or (score >= least and after_weekday(text, start, evidence.language))
            ):
                continue
            if is_japanese and japanese_goes_on(text, start, end):
                score = min(score, _GOES_ON)
            if text[start - 1] in STOPPED and not _is_quoted_heading(text, start, end):
                if score >= spaced:
                    cuts.append((start, end, sigmoid(score)))
                elif not abbreviates(text, start):
                    ends.append((start, end, sigmoid(score)))
            elif score >= (_LIKELY if between_letters(text, start, end) else bare) and not _whole(evidence, start, end):
                cuts.append((start, end, sigmoid(score)))
        return cuts, ends

    def _bare(self, language: str) -> float:
        """In scripts without capitals a blank says little; in those without blanks between words, much."""
        return self.uncased if language in UNCASED else self.wide if language in UNSPACED else self.bare


def _headlines(model: SeamModel, evidence: TextEvidence, title: str) -> list[Span]:
    """Where the known title stands by itself: a short one with a blank behind it only where that may part blocks."""
    text = evidence.text
    found = title_spans(text, title)
    after = {end + 1 for start, end in found if text[end : end + 1] == " " and _may_begin_sentence(text, start, end)}
    if after and evidence.intact:
        evidence = evidence._replace(crowded=((0, len(text)),))
    scores = model.spaced_before(evidence, after) if after else {}
    return [span for span in found if span[1] + 1 not in after or scores.get(span[1] + 1, _NEVER) >= _AFTER_TITLE]


def _may_begin_sentence(text: str, start: int, end: int) -> bool:
    """Whether a title may also be what a sentence begins with: "Arsenal beat Chelsea" and "FC"."""
    return text.count(" ", start, end) < _LONG_TITLE or text[end + 1 : end + 2].isdigit()


def _whole(evidence: TextEvidence, start: int, end: int) -> bool:
    """Whether what stands on both sides of a blank without a stop belongs together, whatever the models say."""
    text, words, language = evidence.text, evidence.words, evidence.language
    return (
        in_capitals(text, start, end)
        or (language == "en" and (is_unfinished(text, start) or before_work(text, start, end)))
        or ends_nothing(text, start, words, language)
        or sentence_goes_on(text, start, end, language)
        or before_name(text, start, end, words, language)
        or before_particle(text, start, end, words, language)
        or before_place(text, start, end, language)
        or (after_given_name(text, start, end, words) and not is_month(_word_at(text, end)))
        or parts_month(text, start, end, language)
    )


def _without_lone_articles(cuts: Sequence[Cut], text: str, language: str) -> list[Cut]:
    """The cuts without those behind an article and nothing, or little, else: "… today | A | Downing Street …"."""
    begun = [0, *(end for _, end, _ in cuts)]
    found = zip(begun, cuts, strict=False)
    return [cut for begin, cut in found if not _is_lone(text, begin, cut, language)]


def _is_lone(text: str, begin: int, cut: Cut, language: str) -> bool:
    """Whether what stands before a cut in mid-line is no block by itself."""
    start, end, _ = cut
    return start - begin <= SHORT and is_no_block(text[begin:start], language) and "\n" not in text[start:end]


def _with_lists(breaks: Sequence[Cut], text: str) -> Iterator[Cut]:
    """The line breaks, those before the items of a list that a clause announces as sure as others."""
    starts, ends = [0, *(end for _, end, _ in breaks)], [*(start for start, _, _ in breaks), len(text)]
    listed = {*breaks_before_items([text[a:b] for a, b in zip(starts, ends, strict=True)])} if ":\n" in text else set()
    yield from ((a, b, max(p, _ITEM) if k in listed else p) for k, (a, b, p) in enumerate(breaks))


def _pointing(text: str, pointers: Iterable[Span]) -> Iterator[Span]:
    """The lines in the midst of which labels point to other articles, so that blanks may part blocks there."""
    end = -1
    for start, _ in pointers:
        if start > end:
            begin, end = text.rfind("\n", max(end, 0), start) + 1, text.find("\n", start)
            end = end if end >= 0 else len(text)
            if begin < start:
                yield begin, end


def _behind_titles(
    text: str, titles: Iterable[int], cuts: Iterable[Cut], likely: Sequence[ScoredGap], again: Mapping[int, float]
) -> Iterator[Cut]:
    """A cut behind each title that a label points to ("Read more: Ferry back"), if its line shows none up to a stop.

    There an edge is certain, so that the likeliest gap is taken.
    """
    known = sorted([start for start, _, _ in cuts])
    for begin in titles:
        stop = _TITLE_STOP.search(text, begin, begin + _LONGEST_TITLE)
        if stop is None or stop.start() - begin <= _TITLE:
            continue
        if bisect_right(known, begin) < bisect_right(known, stop.start()):
            continue
        among = likely[bisect_left(likely, (begin + _SHORTEST_TITLE,)) : bisect_left(likely, (stop.start(),))]
        if among:
            score, gap = max((again.get(gap.end, gap.score), gap) for gap in among)
            yield gap.start, gap.end, max(sigmoid(score), _TITLED)


def _beginnings(
    text: str, language: str, pictures: Iterable[PictureLabel], pointers: Sequence[Span]
) -> tuple[list[int], list[Span]]:
    """Where blocks plainly begin, and the spans of labels, datelines and years of rights, which are not cut."""
    signs = list(signs_in(text))
    begun = [*openers_in(text), *(start for start, _ in (*pointers, *signs))]
    whole = [(at, max(at, text.find(":", at, at + _OPENER))) for at in begun if text[at].isupper()]
    whole += [(start, then - 1) for start, then in pointers if not text[start].isupper()]
    whole += [(start, end + 1) for start, end in signs]
    begun += korean_datelines_in(text) if language == "ko" else ()
    begun += starts_in(text, language)
    begun += places_after_deck(text)
    begun += continued_in(text) if language == "en" else ()
    begun += [label.start for label in pictures]
    begun += [handle.end() for handle in _HANDLE.finditer(text)] if "(@" in text else ()
    whole += [(start, end) for start, end, _ in pictures]
    listed = list(items_in(text))
    begun += [start for start, _ in listed]
    whole += listed
    return begun, sorted([*datelines_in(text), *rights_in(text), *whole])


def _with_datelines(cuts: list[Cut], blanks: list[int], text: str) -> tuple[list[Cut], list[int]]:
    """The cuts and blanks, where a dateline without a dash stays with the sentence that it begins."""
    found = list(undashed_datelines_in(text, (end for _, end, _ in cuts))) if "(" in text else []
    lost = [end - 1 for _, end in found if text[end - 2] == ")"]
    return outside(cuts, found), sorted({*blanks, *lost})


def _sources(text: str, evidence: TextEvidence, pictures: list[PictureLabel]) -> Iterator[Span]:
    """Where credits in running text stand, which end a block."""
    yield from labelled_sources(text, pictures)
    yield from credit_ends(text, evidence.words, evidence.language)
    yield from joined_credits_in(text)


def _signed(text: str, language: str, stamps: Sequence[Span], offs: Sequence[Span]) -> list[Span]:
    """Where bylines, names before stamps and sign-offs stand."""
    signed = sorted(bylines_in(text, stamps, language))
    signed = sorted(signed + spans_not_in(signed, names_in(text, stamps, language)))
    return sorted([*offs, *spans_not_in(offs, signed)]) if offs else signed


def _between_sentences(text: str, evidence: TextEvidence) -> list[Span]:
    """What else stands by itself: credits in brackets, what parts a text, headings between hyphens, labels of points,
    buttons that hide captions, share bars, calls in brackets, jump lines, what is played in a transcript.
    """
    language = evidence.language
    pictured = {*credits_in(text), *(glued_credits_in(text) if language in _ARABIC else ())}
    parting = interruptions_in(text, language, evidence.words)
    headings = spans_not_in(sorted(parting), headings_in(text, language))
    others = [*points_labels(text), *dashed_headings_in(text), *closing_buttons_in(text), *calls_in(text)]
    others += [*share_buttons_in(text), *jumps_in(text, language), *directions_in(text)]
    return sorted([*pictured, *parting, *headings, *others])


def _is_quoted_heading(text: str, start: int, end: int) -> bool:
    """Whether a quotation ends before a gap, without a stop, within a heading in capitals."""
    return text[start - 1] in _QUOTES and text[start - 2 : start - 1] not in _ENDED and in_capitals(text, start, end)


def _in_date(text: str, start: int, end: int) -> bool:
    """Whether a gap lies between a day and its month: "17. März"."""
    if text[start - 1] != "." or not text[start - 2 : start - 1].isdigit():
        return False
    return is_month(_word_at(text, end))


def _word_at(text: str, at: int) -> str:
    """The word that begins at a place, without marks behind it."""
    return text[at : at + _MONTH].split(" ", 1)[0].rstrip(".,;:)")


def _with_turns(
    cuts: list[Cut], ends: list[Cut], blanks: list[int], text: str
) -> tuple[list[Cut], list[Cut], list[int]]:
    """The cuts, ends and blanks, where each turn of an interview begins with who speaks, and goes on behind that."""
    turns = turns_in(text) or speaker_turns(text)
    if not turns:
        return cuts, ends, blanks
    named = [(start, end + 1) for start, end in turns]
    begun = {start for start, _ in turns if start}
    found = before_each(outside(cuts, named), begun, text)
    cuts = [(start, end, max(p, _TURNED) if end in begun else p) for start, end, p in found]
    glued = {end for _, end in turns if end < len(text) and not text[end].isspace()}
    return cuts, outside(ends, named), sorted(glued.union(blanks))
