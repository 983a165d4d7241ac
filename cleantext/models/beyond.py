"""Where the article has ended: behind what heads a site's other matter, or far behind the body of a text that is
mostly something else, is no body.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleantext.models.linear import sigmoid
from cleantext.models.pieces import Pieces
from cleantext.text.characters import UNCASED_STOPS, has_digit
from cleantext.text.comments import comments_from
from cleantext.text.dates import clocks_in
from cleantext.text.endings import heads_box, heads_comments, heads_what_follows
from cleantext.text.kinds import is_byline

_GAP, _GAP_DATED = 8, 20  # pieces in a row that are no body, after which little more can be, and none after a dateline
_REST = 0.12  # share of the body that may stand behind such a gap and not be
_BODY = 0.5  # share of body from which on nothing is cut off: articles are interrupted, pages end
_POSTS = 200  # characters of a run of likely body behind such a gap from which on it stays
_DONE = 0.5  # share of the body to expect that stands before what heads other matter
_NEARLY_ALL = 0.8  # share of body behind it from which on the article goes on
_GOES_ON, _GOES_ON_IN_ALL = 0.33, 0.65  # a run of likely body behind it, and all: shares of the body before it
_BOXED = 150  # characters of such a run behind a box
_BUTTON = 30  # characters of a line that may stand behind it
_LAST = 80  # bytes of a last paragraph behind such a heading
_SIGNED = 2  # bylines in a list of articles, at least
_TEASER, _TEASERS = 100, 2000  # characters before each, at least; of what is likely body there, at most
_LIKELY, _UNLIKELY = 1.0, -1.0  # logits
_LIVE = 3  # posts of a live blog, at least
_CLOCK = 12  # characters of a time of day, at most
_POST = 4  # pieces behind it in which a post has a sentence
_STOPS, _CLOSERS = frozenset(f".!?…。{UNCASED_STOPS}"), "\"'”’»«“」』"
_HEADINGS = 20  # that are looked at, so that time stays linear
_SURE, _MUCH = 5.0, 600  # logits and characters: so much of what is surely prose is no teaser
_SHARPEN = 0.7  # scores say more than they should
_HEADS = 0.0  # logits: what scores more is body, whatever it says


def headed_off(texts: Sequence[str], scores: Sequence[float], sizes: Sequence[int]) -> int:
    """The piece that heads what stands behind the article, or the number of pieces.

    Where much behind it is likely body too, in a long run or of all that follows, or surely prose, it only headed a
    box; but those that say how many comments follow head them, and comments are prose. What heads boxes within articles
    too (newsletters, what else to read) ends none that goes on in a run of a sentence or two, unless that is a list of
    articles with who wrote each.

    Of 370 such pieces with as much of the body before them, in seven forms of flatnews, one had body behind it; so had
    5 of 439 in the silver pages, 3 of them with sure prose behind.

    >>> headed_off(["The ferry is back.", "Most read", "A dock was sold."], [5.0, -3.0, 1.0], [900, 9, 90])
    1
    >>> headed_off(["The ferry is back.", "Most read", "It sailed."], [5.0, -3.0, 6.0], [2900, 9, 700])
    3
    >>> headed_off(["The ferry is back.", "Newsletter", "It sailed."], [5.0, -3.0, 2.0], [2900, 9, 250])
    3
    """
    mass = [sigmoid(_SHARPEN * score) * size for score, size in zip(scores, sizes, strict=True)]
    whole, before, behind, looked = sum(mass), 0.0, sum(sizes), 0
    for i, (text, score) in enumerate(zip(texts, scores, strict=True)):
        is_done = before >= _DONE * whole and whole - before <= _NEARLY_ALL * behind
        is_head = is_done and looked < _HEADINGS and score < _HEADS and heads_what_follows(text)
        if is_head and not _labels_sentence(texts, i):
            looked += 1
            goes_on = _goes_on(texts[i:], scores[i:], sizes[i:], before)
            if not (goes_on or (heads_box(text) and is_live(texts[:i], scores[:i]))):
                return i
        before += mass[i]
        behind -= sizes[i]
    return len(texts)


def commented(pieces: Pieces, scores: Sequence[float]) -> int:
    """The piece with which readers' comments begin, where an article stands before them; or the number of pieces."""
    first = comments_from(pieces.texts, pieces.digits)
    if first == len(pieces) or likely_body(scores[:first], pieces.size[:first])[1] < _MUCH:
        return len(pieces)
    return first


def _labels_sentence(texts: Sequence[str], i: int) -> bool:
    """Whether a colon leads from such words to a sentence, as in lists of advice: "Newsletter: Read it first."."""
    follows = i + 1 < len(texts) and texts[i + 1][-1] in _STOPS
    return follows and texts[i][-1] == ":" and not heads_comments(texts[i])


def _goes_on(texts: Sequence[str], scores: Sequence[float], sizes: Sequence[int], before: float) -> bool:
    """Whether the article, of which so many characters stand before these pieces, goes on behind the first of them."""
    is_box = heads_box(texts[0])
    if is_box and _is_list(texts, scores, sizes):
        return False
    longest, in_all = likely_body(scores, sizes)
    if longest > _GOES_ON * before or in_all > _GOES_ON_IN_ALL * before:
        return True
    if (is_box and longest >= _BOXED) or (ends_in_body(texts, scores) >= _LAST and not heads_comments(texts[0])):
        return True
    return not has_digit(texts[0]) and sure_prose(scores, sizes) >= _MUCH


def ends_in_body(texts: Sequence[str], scores: Sequence[float]) -> int:
    """The bytes of the sentences that are likely body and end the text, but for a button: what follows an article ends
    in more of other things.

    >>> texts = ["Read next", "A dock was sold", "It sailed.", "It is back.", "Comments (3)"]
    >>> ends_in_body(texts, [-3.0, 2.0, 3.0, 2.0, -5.0]), ends_in_body([*texts, "Imprint", "Terms"], [-3.0] * 7)
    (21, 0)
    """
    is_button = scores[-1] < 0 and len(texts[-1]) <= _BUTTON
    end = len(texts) - is_button
    size = 0
    for text, score in zip(reversed(texts[:end]), reversed(scores[:end]), strict=True):
        if score <= _LIKELY or text.rstrip(_CLOSERS)[-1:] not in _STOPS:
            break
        size += len(text.encode())
    return size


def is_live(texts: Sequence[str], scores: Sequence[float]) -> bool:
    """Whether these are posts of a live blog: several times of day, and behind each what is likely body.

    >>> posts = ["12:31", "The water is back.", "11:53", "Engineers are on the scene.", "11:05", "A street is flooded."]
    >>> is_live(posts, [-3.0, 2.0] * 3), is_live(posts[::2], [-3.0] * 3)
    (True, False)
    """
    times = [i for i, text in enumerate(texts) if len(text) <= _CLOCK and any(clocks_in(text))]
    return sum([max(scores[i + 1 : i + 1 + _POST], default=_UNLIKELY) > 0 for i in times]) >= _LIVE


def _is_list(texts: Sequence[str], scores: Sequence[float], sizes: Sequence[int]) -> bool:
    """Whether these are short articles, two of which at least say who wrote them.

    >>> texts = ["Read next", "A dock was sold.", "By Ada Quill", "A boat was named.", "By Bo Tern"]
    >>> _is_list(texts, [-3.0, 2.0, -3.0, 2.0, -3.0], [9, 400, 12, 300, 10])
    True
    >>> _is_list(texts, [-3.0, 2.0, -3.0, 2.0, -3.0], [9, 4000, 12, 300, 10])
    False
    """
    signed = likely = said = 0
    for text, score, size in zip(texts[1:], scores[1:], sizes[1:], strict=True):
        likely += size if score > _LIKELY else 0
        if likely > _TEASERS:
            return False
        if is_byline(text):
            signed += said >= _TEASER
            likely = said = 0
        else:
            said += size
    return signed >= _SIGNED


def likely_body(scores: Sequence[float], sizes: Sequence[int]) -> tuple[int, int]:
    """The characters of what is likely body: of its longest run, with nothing between that is plainly none, and all.

    >>> likely_body([3.0, 0.0, 2.0, -4.0, 5.0], [100, 9, 100, 9, 50])
    (200, 250)
    """
    longest = run = whole = 0
    for score, size in zip(scores, sizes, strict=True):
        if score > _LIKELY:
            whole += size
            run += size
            longest = max(longest, run)
        elif score < _UNLIKELY:
            run = 0
    return longest, whole


def sure_prose(scores: Sequence[float], sizes: Sequence[int]) -> int:
    """The characters of what is surely body.

    >>> sure_prose([6.0, 4.0, 5.5], [100, 200, 300])
    400
    """
    return sum([size for score, size in zip(scores, sizes, strict=True) if score > _SURE])


def end_of_article(fates: Sequence[bool], scores: Sequence[float], sizes: Sequence[int], begin: int = -1) -> int:
    """The piece from which on nothing is body, or the number of pieces.

    ``fates`` tells what is to be kept, ``begin`` which piece begins the article with its dateline, if one does.
    In flatnews' whole pages none of 51 pieces that were kept so far behind the longest run of body was body; a few
    likely sentences in a row may be, as the first posts of a live blog are.

    >>> end_of_article([True, *[False] * 8, True], [5.0] * 10, [400, *[60] * 8, 40])
    1
    >>> end_of_article([True, False, True], [5.0] * 3, [9] * 3)
    3
    >>> end_of_article([True, *[False] * 20, True], [5.0] * 22, [40, *[60] * 20, 400], begin=0)
    1
    """
    kept = [size if fate else 0 for size, fate in zip(sizes, fates, strict=True)]
    whole = sum(kept)
    if whole > _BODY * sum(sizes):
        return len(kept)
    end = _end_of_longest(kept, fates, whole)
    if likely_body(scores[end:], kept[end:])[0] >= _POSTS:
        end = len(kept)
    return min(_end_of_dated(fates, begin), end)


def _end_of_dated(fates: Sequence[bool], begin: int) -> int:
    """Where an article that a dateline begins ends: before the first long gap."""
    if begin < 0:
        return len(fates)
    last = begin
    for i in range(begin, len(fates)):
        if fates[i]:
            last = i
        elif i - last >= _GAP_DATED:
            return last + 1
    return len(fates)


def _end_of_longest(kept: Sequence[int], fates: Sequence[bool], whole: int) -> int:
    """Where the last gap is that little is kept behind."""
    end = len(kept)
    behind = gap = 0
    for i in range(len(kept) - 1, -1, -1):
        if not fates[i]:
            gap += 1
            continue
        if behind and gap >= _GAP:
            end = i + 1
        behind += kept[i]
        gap = 0
        if behind > _REST * whole:
            break
    return end
