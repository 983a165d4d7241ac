"""What stays of a list since much of it does, or is announced: items of one shape, heads numbered in order, days.

One item says little; a run of them is the article's or it is not. Menus, teasers and tags are such runs too, but of
them hardly any item is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

from cleantext.models.pieces import LINE, SPACE, Pieces
from cleantext.models.said import Said
from cleantext.text.announced import MARKS, lists_in
from cleantext.text.characters import has_digit
from cleantext.text.credits import is_plain_credit
from cleantext.text.dates import month_number
from cleantext.text.endings import heads_what_follows
from cleantext.text.furniture import KINDS, unpacked
from cleantext.text.selves import says_what_it_is

ITEM = Said("in a list of which most stays")
ANNOUNCED = Said("in a list that a clause with a colon announces, or that clause")
MARKED = Said("in a list behind marks, between what stays")
LEADS = Said("leads with a colon to what stays")

_LEAST_HEAD, _LEAST_ANNOUNCED, _LIKELY_LAST = -4.0, -6.5, -4.0  # logits of a list's clause, its items, the last ones
_MARKS = "".join(sorted(MARKS)) + " "
_READER = KINDS.index("reader")
_SITE, _TOLD = (KINDS.index("furniture"), _READER, KINDS.index("pictures")), 2
_PROSE = 60  # characters of what stands behind a list without a stop
_FEWEST, _LONGEST = 3, 140  # items of a run, at least; characters of one, at most
_LEAST, _LEAST_NUMBERED = -5.0, -6.0  # logits: what scores less is no item, nor a numbered one
_PARAGRAPH, _SURE = 60, 1.0  # characters and logits of what a numbered head heads
_LONGEST_HEAD, _PARTS = 60, 4  # characters of a head that was cut behind its number, and its parts, at most
_BEHIND = 4  # pieces behind the last head in which its paragraph stands
_LETTERS_OR_QUOTES = frozenset("\"'“”„«»‘’([（【「『¿¡<©@#{")  # what a line may begin with that is no item's mark
_ENDS = frozenset(";,)）%€$")  # marks in which all items of a list may end
_COLONS, _LONGEST_LEAD = ":：", 200  # what a lead ends in; its characters
_LABEL = re.compile(r"[^\W\d_][^:：.!?]{1,30}[:：]\s?(?=\S)")
_NUMBER = re.compile(r"#?(\d{1,3})([.):º])(?:$|\s?(?=[^\W\d_]|[\"'“„«‘¿¡(]))")
_SHAPE = 12  # characters of a line's figures and marks, without its words, at most
_DAYS = 4  # of a timeline, at least
_LEAST_DATED = -7.0  # logits: what scores less is none of it
_DATED = 0.2  # share of its characters that stays, at least
_LONGEST_DAY = 600  # characters from one day to the next
_DAY_AT, _DAYS_A_MONTH = 30, 31  # characters in which a day stands; more than any month has
_DAY = re.compile(r"(?:[^\W\d_]{1,12}[.,]?\s)?(?:de\s)?(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s(?:de\s)?([^\W\d_]{3,10})")
_MONTH_FIRST = re.compile(r"(?:[^\W\d_]{2,12},?\s)?([^\W\d_]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORDS, _FIGURES = re.compile(r"[^\W\d_]+|\s"), re.compile(r"\d+")


def items(
    pieces: Pieces, kept: Sequence[bool], scores: Sequence[float], against: Set[int] = frozenset()
) -> Iterator[int]:
    """The items that would go out of a list of which enough stay; ``against`` are those that something speaks against.

    Menus and teasers are runs too, but hardly any of them is kept: dev has one such piece, a heading. In silver's pages
    on lines 57 are body, 16 headings and 16 not agreed about, in flat ones 24, 41 and 36; but for a dozen captions of
    one article those are heads of lists as well. Of days in order, in silver's pages and the scraped texts, all four
    lists of which a fifth stays are body; of nine of which nothing stays seven are not, those of dev among them.

    >>> pieces = Pieces(["Roads: 3 million", "Rail: 2 million", "Ports: 1 million"], [2] * 3, [1.0] * 3)
    >>> list(items(pieces, [True, True, False], [2.0, 1.0, -1.7]))
    [2]
    >>> texts = ["1. Cold Engines", "They were cold.", "2. Warm Water", "It was warm.", "3. Old Ropes"]
    >>> list(items(Pieces(texts, [2] * 5, [1.0] * 5), [True, True, False, True, True], [1.0, 4.0, -3.0, 4.0, 0.0]))
    [2]
    """
    listed = {*_of_one_shape(pieces, kept, scores), *_numbered(pieces, kept, scores), *_dated(pieces, kept, scores)}
    for i in sorted(listed.difference(against)):
        if not (says_what_it_is(pieces.texts[i]) or is_plain_credit(pieces.texts[i])):
            yield i


def announced(
    pieces: Pieces, kept: Sequence[bool], scores: Sequence[float], against: Set[int] = frozenset()
) -> Iterator[int]:
    """The clauses with a colon and the items that they announce, between what stays; the text may end with the items.

    In silver's pages, on lines and glued, by the models of other publishers, all 27 pieces of three such lists that
    would go are body; of 118 of lists with nothing behind them that stays 88 were. One list of the scraped texts, seven
    sums of a budget, is body; in dev there are two pieces of one list of names, which its truth does not know. Titles
    of other articles are announced so too: six of the seven lists of silver that this found were, before words such as
    "more" and "article" told them.

    >>> texts = ["It is cold.", "These piers stay closed:", "Ferry Pier", "Mole Pier", "Nobody was hurt."]
    >>> pieces = Pieces(texts, [2] * 5, [1.0] * 5)
    >>> list(announced(pieces, [True, False, False, False, True], [5.0, -2.3, -3.4, -3.3, 2.0]))
    [1, 2, 3]
    """
    if not any(text[-1] in _COLONS for text in pieces.texts):
        return
    units = list(_units(pieces))
    for found in lists_in([" ".join(pieces.texts[unit.start : unit.stop]) for unit in units]):
        run = range(units[found.start].start, units[found.stop - 1].stop)
        head, whole = run.start - 1, range(run.start - 1, run.stop)
        if not head or not kept[head - 1] or scores[head] <= _LEAST_HEAD or not against.isdisjoint(whole):
            continue
        if _tells_of_site(pieces, whole):
            continue
        if min(scores[k] for k in run) > _LEAST_ANNOUNCED and _ends_well(pieces, kept, scores, run):
            yield from (k for k in whole if not (kept[k] and scores[k] > _SURE))


def marked(pieces: Pieces, kept: Sequence[bool], against: Set[int] = frozenset()) -> Iterator[int]:
    """The items, on lines, of lists behind one mark between what stays, if most are sentences, or labels with figures.

    A heading may stand before them. Titles of other articles have no stops, begin large and say no figures.

    >>> texts = ["The dock is open.", "• Depth: 12 metres.", "• Cranes: two, built in 1911.", "• Berths: 5", "It is."]
    >>> list(marked(Pieces(texts, [2] * 5, [1.0] * 5), [True, False, False, False, True]))
    [1, 2, 3]
    """
    units = [unit for unit in _units(pieces) if pieces.gaps[unit.start] >= LINE]
    first = [pieces.texts[unit.start] for unit in units]
    k = 0
    while k < len(units):
        begin, mark = k, first[k][:2]
        while k < len(units) and first[k][:2] == mark:
            k += 1
        run = range(units[begin].start, units[k - 1].stop)
        is_list = mark[0] in MARKS and mark[1:] == " " and k - begin >= _FEWEST
        if not is_list or all(kept[i] for i in run) or not _is_list_within(pieces, kept, run, against):
            continue
        if 2 * sum([_is_of_list(text[2:]) for text in first[begin:k]]) > k - begin:
            yield from (i for i in run if not kept[i])


def _is_list_within(pieces: Pieces, kept: Sequence[bool], run: range, against: Set[int]) -> bool:
    """Whether a list stands between what stays, and nothing in it says that it is something else."""
    if run.stop == len(pieces) or not kept[run.stop] or not any(kept[max(0, run.start - 2) : run.start]):
        return False
    return against.isdisjoint(run) and not any(says_what_it_is(pieces.texts[i].lstrip(_MARKS)) for i in run)


def _is_of_list(text: str) -> bool:
    """Whether an item says a label and a figure, begins small or ends as a sentence or a part of one does."""
    if text[0].islower() or text[-1] in ".;,":
        return True
    label = _LABEL.match(text)
    return label is not None and has_digit(text[label.end() :])


def _units(pieces: Pieces) -> Iterator[range]:
    """The pieces, those together that stand on a line that begins with an item's mark and a blank."""
    texts, gaps, at = pieces.texts, pieces.gaps, 0
    while at < len(texts):
        end = at + 1
        if gaps[at] >= LINE and texts[at][0] in MARKS and texts[at][1:2] == " ":
            end = next((k for k in range(end, len(texts)) if gaps[k] >= LINE), len(texts))
        yield range(at, end)
        at = end


def leads(pieces: Pieces, kept: Sequence[bool], against: Set[int] = frozenset()) -> Iterator[int]:
    """The lines with a colon at their end that would go from between two that stay, of which the second is announced.

    In the lines of dev, of silver and of two other sets of pages all 15 such lines are body, or not agreed about.

    >>> pieces = Pieces(["It is cold.", "What we saw:", "- a pier", "Nobody was hurt."], [2] * 4, [1.0] * 4)
    >>> list(leads(pieces, [True, False, True, True]))
    [1]
    """
    texts, gaps = pieces.texts, pieces.gaps
    for i in range(1, len(texts) - 1):
        if kept[i] or texts[i][-1] not in _COLONS or not (kept[i - 1] and kept[i + 1]) or i in against:
            continue
        is_line = gaps[i] >= LINE and gaps[i + 1] >= LINE and pieces.size[i] <= _LONGEST_LEAD
        if is_line and not (says_what_it_is(texts[i]) or heads_what_follows(texts[i])):
            yield i


def _tells_of_site(pieces: Pieces, whole: range) -> bool:
    """Whether a list or its clause has two telling phrases of a site, its readers or pictures, or more.

    Advice behind marks speaks to its readers.
    """
    told = unpacked([pieces.told[k] for k in whole])
    is_marked = pieces.texts[whole[1]][0] in MARKS
    kinds = [kind for kind in _SITE if not (is_marked and kind == _READER)]
    return any(sum(counts) >= _TOLD for counts in zip(*(told[kind] for kind in kinds), strict=True))


def _ends_well(pieces: Pieces, kept: Sequence[bool], scores: Sequence[float], run: range) -> bool:
    """Whether prose that stays follows a list, behind a heading perhaps; or nothing does, and it is not unlikely."""
    end = run.stop
    if end == len(pieces):
        return sum(scores[k] for k in run) > _LIKELY_LAST * len(run)
    after = end + 1 if kept[end] and end + 1 < len(pieces) and not pieces.stopped[end] else end  # behind a heading
    return kept[after] and (pieces.stopped[after] or pieces.size[after] >= _PROSE)


def _of_one_shape(pieces: Pieces, kept: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """What would go of lines next to each other that share a shape, where more of them stay."""
    may_be = _beside_kept(pieces, kept, scores)
    for shape in (_mark, _label, _end, _skeleton):
        done = 0
        for i in may_be:
            if i < done or not (own := shape(pieces.texts[i])):
                continue
            begin, done = _run(pieces, i, shape, own)
            if done - begin >= _FEWEST and 2 * sum(kept[begin:done]) > done - begin:
                yield from (k for k in range(begin, done) if not kept[k] and scores[k] > _LEAST)


def _beside_kept(pieces: Pieces, kept: Sequence[bool], scores: Sequence[float]) -> list[int]:
    """The short lines that would go next to a line that stays."""
    gaps, size = pieces.gaps, pieces.size
    return [
        i
        for i, score in enumerate(scores)
        if score > _LEAST
        and not kept[i]
        and size[i] <= _LONGEST
        and ((i and kept[i - 1] and gaps[i] >= LINE) or (i + 1 < len(kept) and kept[i + 1] and gaps[i + 1] >= LINE))
    ]


def _run(pieces: Pieces, at: int, shape: Callable[[str], str], own: str) -> tuple[int, int]:
    """Where the lines begin and end that have the same shape as the one at a place."""
    texts, gaps = pieces.texts, pieces.gaps
    begin, end = at, at + 1
    while begin and gaps[begin] >= LINE and shape(texts[begin - 1]) == own:
        begin -= 1
    while end < len(pieces) and gaps[end] >= LINE and shape(texts[end]) == own:
        end += 1
    return begin, end


def _mark(text: str) -> str:
    """The mark before an item.

    >>> _mark("+ a new dock"), _mark("A new dock"), _mark("“A dock”")
    ('+', '', '')
    """
    return "" if text[0].isalnum() or text[0] in _LETTERS_OR_QUOTES else text[0]


def _label(text: str) -> str:
    """Whether a short line is a label and what it labels: "Roads: 3 million"."""
    return ":" if len(text) <= _LONGEST and _LABEL.match(text) else ""


def _end(text: str) -> str:
    """The mark in which a short line ends, if lists end their items so."""
    return text[-1] if len(text) <= _LONGEST and text[-1] in _ENDS else ""


def _skeleton(text: str) -> str:
    """The figures and marks of a short line without its words; nothing where they are many, or no figure.

    >>> _skeleton("Quill (EIS) +3,7"), _skeleton("Tern (ISL) +11,6"), _skeleton("Yes, I do.")
    ('()+0,0', '()+0,0', '')
    """
    if len(text) > _LONGEST:
        return ""
    left = _FIGURES.sub("0", _WORDS.sub("", text))
    return left if "0" in left and 1 < len(left) < _SHAPE else ""


def _numbered(pieces: Pieces, kept: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """What would go of items numbered in order, where half of them stay, or most have a paragraph behind them."""
    for run in _in_order(pieces):
        parts = [_parts(pieces, kept, i) for i in run]
        if all(kept[k] for own in parts for k in own):
            continue
        ends = [*run[1:], min(len(pieces), run[-1] + 1 + _BEHIND)]
        headed = sum(_heads(pieces, kept, scores, i + 1, end) for i, end in zip(run, ends, strict=True))
        if 2 * sum(kept[i] for i in run) >= len(run) or 2 * headed > len(run):
            yield from (k for own in parts for k in own if not kept[k] and scores[k] > _LEAST_NUMBERED)


def _parts(pieces: Pieces, kept: Sequence[bool], at: int) -> range:
    """A numbered item, with what a doubtful seam cut from it in flat text, up to what stays."""
    end, size = at + 1, 0
    for k in range(at + 1, min(at + 1 + _PARTS, len(pieces))):
        size += pieces.size[k]
        if pieces.gaps[k] != SPACE or kept[k] or pieces.stopped[k] or size > _LONGEST_HEAD:
            break
        end = k + 1
    return range(at, end if end < len(pieces) and kept[end] else at + 1)


def _heads(pieces: Pieces, kept: Sequence[bool], scores: Sequence[float], begin: int, end: int) -> bool:
    """Whether a paragraph that is surely body stands between two places."""
    return any(kept[k] and scores[k] > _SURE and pieces.size[k] >= _PARAGRAPH for k in range(begin, end))


def _in_order(pieces: Pieces) -> Iterator[list[int]]:
    """Where three pieces or more begin with numbers that count up or down, with the same mark behind them."""
    run: list[int] = []
    before, way, mark = 0, 0, ""
    for i, number, own in _numbers(pieces):
        step = number - before
        if run and own == mark and step in (1, -1) and (len(run) == 1 or step == way):
            run.append(i)
        else:
            if len(run) >= _FEWEST:
                yield run
            run = [i]
        before, way, mark = number, step, own
    if len(run) >= _FEWEST:
        yield run


def _numbers(pieces: Pieces) -> Iterator[tuple[int, int, str]]:
    """The pieces that begin with a number and a mark, what both are; in flat text a label may stand before a colon."""
    for i, digits in enumerate(pieces.digits):
        found = _NUMBER.match(pieces.texts[i]) if digits else None
        if found and (pieces.gaps[i] != SPACE or (found[2] != ":" and i and pieces.stopped[i - 1])):
            yield i, int(found[1]), found[2]


def _dated(pieces: Pieces, kept: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """What would go of a timeline: from the first of several days in order to the last, if some of it stays."""
    for run in _days_in_order(pieces):
        last = run[-1]
        end = last + 1
        while end < min(last + 1 + _PARTS, len(pieces)) and pieces.gaps[end] == SPACE and not pieces.stopped[end - 1]:
            end += 1
        span = range(run[0], end)
        stays = sum(pieces.size[k] for k in span if kept[k])
        if stays >= _DATED * sum(pieces.size[k] for k in span):
            yield from (k for k in span if not kept[k] and scores[k] > _LEAST_DATED)


def _days_in_order(pieces: Pieces) -> Iterator[list[int]]:
    """Where several pieces near each other begin with days, each later than the one before, or each earlier."""
    run: list[int] = []
    days: list[int] = []
    for i, day in _days(pieces):
        is_near = bool(run) and sum(pieces.size[run[-1] : i]) <= _LONGEST_DAY
        way = days[-1] - days[0] if days else 0
        if is_near and (day - days[-1]) * way >= 0:
            run.append(i)
            days.append(day)
            continue
        if len({*days}) >= _DAYS:
            yield run
        run, days = [i], [day]
    if len({*days}) >= _DAYS:
        yield run


def _days(pieces: Pieces) -> Iterator[tuple[int, int]]:
    """The pieces that begin with a day and a month, without a year, and a number that grows with them.

    A doubtful seam may part them.
    """
    texts = pieces.texts
    for i, digits in enumerate(pieces.digits):
        if not digits:
            continue
        is_cut = i > 0 and pieces.gaps[i] == SPACE and month_number(texts[i - 1]) > 0
        text = texts[i][:_DAY_AT]
        if day := _day(f"{texts[i - 1]} {text}" if is_cut else text):
            yield i - is_cut, day


def _day(text: str) -> int:
    """A number for the day and month with which a text begins; 0 where it has none, or a year.

    >>> _day("Sunday 14 August"), _day("Aug 15 Harbour Hall"), _day("14 August 2021"), _day("14 boats")
    (262, 263, 0, 0)
    """
    if _YEAR.search(text):
        return 0
    first, second = _MONTH_FIRST.match(text), _DAY.match(text)
    found = [(first[1], first[2])] if first else []
    found += [(second[2], second[1])] if second else []
    numbers = (_DAYS_A_MONTH * month_number(month) + int(day) for month, day in found if month_number(month))
    return next(numbers, 0)
