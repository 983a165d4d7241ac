"""What stands beside a piece tells of it: before a credit stands a caption, after a pointer a title.

Of the pieces that the looks kept in flatnews' ``soup_natural``, ``soup_glued``, ``soup_lines`` and ``page_natural``, as
cut for the cross-validation, 105 of 138 that ran into a plain credit with body after it were captions or other noise,
and half of the rest are captions that the truth takes for body. 13 of 14 credits among them were no body; nor were 26
of 27 pieces without a stop after a pointer, nor 47 pieces with a date such as 2024-05-03 within, of two articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleantext.models.digests import digests_in
from cleantext.models.pieces import LINE, SAME_SENTENCE, SPACE, Pieces
from cleantext.text.ages import is_age
from cleantext.text.announced import MARKS
from cleantext.text.asides import runs_on
from cleantext.text.characters import LOWER, UPPER
from cleantext.text.credit_ends import ends_signed
from cleantext.text.credits import (
    begins_as_caption,
    closes_caption,
    ends_in_credit,
    is_credit,
    is_plain_credit,
    is_signed_credit,
    labelled,
)
from cleantext.text.datelines import begins_at_place, begins_with_dateline
from cleantext.text.dates import day_at_end, days_in
from cleantext.text.endings import heads_what_follows
from cleantext.text.furniture import notices, says_until, telling, tells_when
from cleantext.text.leading import attributes
from cleantext.text.lexicon import lexicon
from cleantext.text.names import is_dateline
from cleantext.text.openers import begins_as_pointer, begins_with_sign, is_pointer, is_title_label, without_sign
from cleantext.text.picture_labels import says_what_is_shown, says_who_stands_where
from cleantext.text.quantities import ingredients_in
from cleantext.text.slides import is_number, slides_in
from cleantext.text.speakers import spoken
from cleantext.text.transcripts import turns_among

CREDITED = "runs into a credit"
LONG = "long, and runs into a credit"
SHOWN = "goes on in what runs into a credit"
CREDIT = "a credit"
LABELLED = "begins as captions do"
POINTER = "points elsewhere"
POINTED = "stands where a pointer points"
DATED = "one of several with a date as lists have it"
TEASED = "between times such as 3 hours ago"
DAY_LAST = "ends in the day of its picture, with the year"
RUN_TOGETHER = "words run together"
NUMBERED = "one of several that are numbered as slides are"
UNENDED = "no stop, and a block's edge in mid-line after it"
NOTICE = "says what sites say of themselves"
NOTICES = "says several things that sites say of themselves"
NOTICE_AMONG = "has a sentence that says so"
POINT = "a point of a summary beside the article"
ANNOUNCES = "announces such points"
BEYOND = "behind the article's end"
LISTED = "in a list that the body announces"
INGREDIENT = "in a list of ingredients"
ASKED = "a question between paragraphs of the body"
SPOKEN = "begins with who speaks, of two who take turns"
DATELINED = "begins with a dateline"
ENUMERATED = "a list parted by commas"
CLOSED = "before the button that hides a caption"
GALLERY = "between two such buttons, with the number of a slide"
TITLED = "a title glued to its label, or in square brackets"
PICTURED = "tells of what a picture shows"
SHOUTED = "one of several lines in capitals, longer than headings are"
LINKED = "broken in mid-sentence, as at a link"
VOTES = {
    CREDITED: -5.0, LONG: -2.0, SHOWN: -3.0, CREDIT: -7.0, LABELLED: -5.0, POINTER: -4.0, POINTED: -4.0, DATED: -3.0,
    TEASED: -4.0, DAY_LAST: -5.0, NUMBERED: -5.0, RUN_TOGETHER: -4.0, NOTICE: -4.0, NOTICES: -7.0, NOTICE_AMONG: -2.0,
    BEYOND: -9.0, POINT: -9.0, ANNOUNCES: -9.0, UNENDED: -2.0, LISTED: 3.5, INGREDIENT: 4.0, ASKED: 3.0, SPOKEN: 3.0,
    DATELINED: 5.0, ENUMERATED: 4.0, CLOSED: -5.0, TITLED: -4.0, LINKED: 1.5,
    PICTURED: -5.0, SHOUTED: -7.0, GALLERY: -9.0,
}  # fmt: skip
"""In logits."""

_UNCASED_RUN = -1.0  # logits of a title and a sentence in a script without capitals
_SURE, _SENTENCE = 1.0, 60  # logits and characters of what is surely body
_SHOUTED_WORDS = 9  # of a line in capitals that is longer than headings are
_SHOUTED_LEAST, _SHOUTED_SHARE = 2, 0.25  # such lines, at least; share of the pieces of so many words, at most
_MOST_BETWEEN = 3  # pieces from one that tells of a picture to the next
_PHRASE = 6  # words of a piece that ought to have a stop
_EDGE = 0.6  # the probability of a block's edge, from which on there is one
_LEADING = ":,;"  # after these something follows
_LISTED_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d([-/.])\d\d\1\d\d(?!\d)")
_SAME_BLOCK, _BLOCK = 0.35, 0.7  # the seam between two sentences of a caption, at most, and before them, at least
_DATES, _DATE_DIGITS = 3, 8  # pieces with such a date, at least; digits of one
_TEASER = 250  # characters between two ages, at most
_HANDLE = "(@"  # of who posted it
_LONGEST_BUTTON, _LONGEST_SLIDE = 15, 700  # characters of one, and between two
_TITLE_LEAST = 5  # words of a title in square brackets, at least
_GLUED_LABEL = re.compile(rf"[^:.!?\"“”„«»]{{3,45}}[{LOWER}\d]:[{UPPER}][^:]{{15,}}$")
_DAY_DIGITS = 5  # of "3 May 2024"
_SHORTEST_DATED, _BEFORE_DAY = 40, 15  # characters of a piece that ends so, and of it before the day, at least
_LONGEST, _LONGEST_WIDE = 240, 80  # characters: what is longer may hold body beside its caption or notice
_SEVERAL = 4  # notices: of so many as much is long enough as of more
_CLOSING, _OPENING = "\"”’»«“", "([（"
_WITHOUT_STOPS, _SHORT_TITLE = "th", 80  # the language whose paragraphs have none; characters of a title in it
_TITLE = 150  # characters of a pointer with its title, at most, where sentences stand in it
_LONGEST_LABEL = 40  # characters of a label that heads a caption
_PLACED = 60  # characters of what begins with its place, at least
_NAME_WORDS = 4  # of a name behind a label, at most
_OPENING_PIECES = 5  # of sure body, among which a dateline may stand
_ITEMS, _LONGEST_ITEM = 2, 140  # of a list, at least; characters of one, or of a question
_LEAD_WORDS, _LEAD_WIDE = 5, 16  # words, or wide characters, that announce a list
_MOST_ITEMS = 24  # of a list that is announced so
_LEADS = 0.0, -1.0  # logits: the least of what has a list behind its colon, and of what announces one in so many words
_LIKELY, _ASKS = 1.5, tuple(f"{mark}{quote}" for mark in "?？؟;" for quote in ("", *"\"'”’»«“"))  # logits; in Greek too
_STOPS = frozenset(".!?…")
_POSSESSIVES = ("'s", "’s")
_TITLE_WORDS = 2  # fewer words with a stop may be a title, "Sen." or "Dr.", that a doubtful seam parts from the name
_INNER_END = re.compile(r"(?<!\s\d)(?<!\s\d\d)[.!?]\s")  # not behind a day: "22. Juni"
_QUOTES = frozenset("\"“”„«»「」『』")
_NAME = r"[^\s“”„«»\"「」『』]{1,24}"
_NAMED = re.compile(rf"[“„«\"「『]\s?{_NAME}(?:\s{_NAME}){{0,3}}\s?[”“»\"」』]")  # a button's name in quotation marks
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_WORD, _RUN_SHARE = 15, 0.3  # letters; share of the characters
_BLANKED = re.compile("[^\u0590-\u06ff\u0900-\u097f\uac00-\ud7a3]{0,40}[\u0590-\u06ff\u0900-\u097f\uac00-\ud7a3]")
_COMMAS, _LISTED_WIDE = 6, 9  # of a list in a wide script, at least; characters for each of its items, at most
_LOWEST, _PLAINLY_BODY = -6.0, 3.0  # logits: what scores less goes anyway; what scores more is no caption
_LIKELY_DATED, _SET_OFF = 0.5, 3  # logits: what scores more is a caption only where a comma stands so few words before
_TOLD = -1.0  # from which on what tells of what was or will be is no caption, whatever day it ends in
_NO_CAPTION, _NO_CAPTION_ON_LINE, _NO_CAPTION_TELLING = 2.0, 1.0, 0.0  # logits: before a credit of its own


def neighbour_votes(p: Pieces, scores: Sequence[float]) -> dict[int, str]:
    """For each piece of which its neighbours or its own ends tell something, which of ``VOTES`` that is.

    A credit after the body's last sentence is the article's, and before its first may be its dateline.

    >>> texts = ["The old pier.", "(Ada Quill)", "It was closed on Monday, and nobody was hurt in the end, they said."]
    >>> neighbour_votes(Pieces(texts, [1] * 3, [1.0] * 4), [-0.5, -3.0, 4.0])
    {0: 'runs into a credit'}
    """
    long = [i for i, size in enumerate(p.size) if size > _SENTENCE]
    sure = [i for i in long if scores[i] > _SURE and not is_plain_credit(p.texts[i])]
    votes = _own_votes(p, scores) | _notice_votes(p)
    if p.caseless and not p.wide:
        votes |= dict.fromkeys(_run_together(p), RUN_TOGETHER)
    if p.caseless:
        votes |= dict.fromkeys((i for i, text in enumerate(p.texts) if begins_with_dateline(text)), DATELINED)
    else:
        words = lexicon(p.language)
        placed = [i for i, size in enumerate(p.size) if size >= _PLACED and begins_at_place(p.texts[i], words)]
        votes |= dict.fromkeys(placed, DATELINED)
    if p.wide:
        votes = dict.fromkeys((i for i, text in enumerate(p.texts) if _enumerates(text)), ENUMERATED) | votes
    dated = [i for i, digits in enumerate(p.digits) if digits >= _DATE_DIGITS and _is_listed(p.texts[i], p.stopped[i])]
    if len(dated) >= _DATES:
        votes |= dict.fromkeys(dated, DATED)
    votes |= dict.fromkeys(_between_ages(p), TEASED) | dict(_closed(p))
    votes = dict.fromkeys(p.linked, LINKED) | votes
    if not p.caseless:
        votes = dict.fromkeys(_pictured(p, scores), PICTURED) | dict.fromkeys(_days_last(p, scores), DAY_LAST) | votes
        votes |= dict.fromkeys(_shouted(p), SHOUTED)
    for i in [i for i in votes if VOTES[votes[i]] < 0 and runs_on_into_body(p.texts[i], p.gaps[i], scores[i])]:
        del votes[i]
    points, announced = digests_in(p, scores)
    votes |= dict.fromkeys(points, POINT) | dict.fromkeys(announced, ANNOUNCES)
    slides = slides_in((i, p.texts[i]) for i, digits in enumerate(p.digits) if digits > 1)
    numbered = dict.fromkeys(slides, NUMBERED)
    if not sure:
        return votes | numbered
    votes = dict.fromkeys(_listed(p, scores, sure[-1]), LISTED) | votes
    votes = dict.fromkeys(_ingredients(p, scores), INGREDIENT) | votes
    votes = dict.fromkeys(_asked(p, scores, sure[0], sure[-1]), ASKED) | votes
    votes = dict.fromkeys((i for i in spoken(p.texts) if sure[0] < i < sure[-1]), SPOKEN) | votes
    if not p.caseless:
        votes = dict.fromkeys(_unended(p, scores, sure[0], sure[-1]), UNENDED) | votes
    votes |= _credit_votes(p, scores, sure)
    if turns := turns_among(p.texts):
        votes = {i: vote for i, vote in votes.items() if not turns[0] <= i <= turns[-1] or VOTES[vote] > 0}
        votes |= dict.fromkeys(turns, SPOKEN)
    return votes | numbered


def runs_on_into_body(text: str, gap: int, score: float) -> bool:
    """Whether a title behind a label, on the line of what stands before it, and the sentence behind that are one piece,
    which is likely body: the sentence is not lost for the title. Without capitals nothing parts them.
    """
    return gap <= SPACE and score > (_UNCASED_RUN if text.upper() == text.lower() else _SURE) and runs_on(text)


def _between_ages(p: Pieces) -> Iterator[int]:
    """The pieces between two times such as "3 hours ago", of which three at least stand near each other: teasers.

    Of 98 such pieces in dev and silver none was body.
    """
    ages = [i for i, digits in enumerate(p.digits) if digits and is_age(p.texts[i])]
    near = [sum(p.size[i + 1 : j]) <= _TEASER for i, j in pairwise(ages)]
    for k, (i, j) in enumerate(pairwise(ages)):
        if near[k] and any(near[max(0, k - 1) : k] + near[k + 1 : k + 2]):
            yield from range(i + 1, j)


def _closed(p: Pieces) -> Iterator[tuple[int, str]]:
    """The pieces that a button "Hide Caption" closes: the line before it, or before the credit, and numbered slides.

    Between two buttons with a number of a slide nothing is body, however likely it is.
    """
    before = -1
    for i, size in enumerate(p.size):
        if size > _LONGEST_BUTTON or not closes_caption(p.texts[i]):
            continue
        begin = i - 1
        begin -= begin > before + 1 and is_credit(p.texts[begin])
        while begin > before + 1 and p.gaps[begin] < LINE and p.seams[begin] <= _BLOCK:
            begin -= 1
        is_short = before >= 0 and sum(p.size[before + 1 : i]) <= _LONGEST_SLIDE
        if is_short and any(map(is_number, p.texts[before + 1 : i])):
            yield from ((k, GALLERY) for k in range(before + 1, i))
        else:
            yield from ((k, CLOSED) for k in range(max(begin, before + 1), i))
        before = i


def _own_votes(p: Pieces, scores: Sequence[float]) -> dict[int, str]:
    """The votes of how a piece begins, and of a pointer before it."""
    votes = {}
    for i, text in enumerate(p.texts):
        if scores[i] <= _LOWEST:
            continue
        if begins_as_caption(text) or (i and _labels_caption(p.texts[i - 1])):
            votes[i] = LABELLED
        elif i and _is_asked_title(p, i):
            votes[i] = POINTED
        elif p.stopped[i]:
            continue
        elif elsewhere := _titled(p, i):
            votes[i] = elsewhere
        elif i and is_pointer(p.texts[i - 1]) and _may_be_title(p, i):
            votes[i] = POINTED
        elif i + 1 < len(p) and not p.stopped[i + 1] and is_pointer(text):
            votes[i] = POINTER
        elif begins_as_pointer(text) and (p.size[i] <= _TITLE or not _INNER_END.search(text)):
            votes[i] = POINTER  # not "Más de 150 …", and sentences after it
    return votes


def _may_be_title(p: Pieces, i: int) -> bool:
    """Whether what stands behind a pointer may be its title: it is short where no stops tell, or has no sentences."""
    if p.language == _WITHOUT_STOPS:
        return p.size[i] <= _SHORT_TITLE
    return p.size[i] <= _TITLE or not _INNER_END.search(p.texts[i])


def _titled(p: Pieces, i: int) -> str | None:
    """The vote of a piece without a stop that is a title by what it begins with."""
    if p.gaps[i] <= SPACE and begins_with_sign(p.texts[i]):
        return POINTER
    return TITLED if _GLUED_LABEL.match(p.texts[i]) or _is_bracketed_title(p.texts[i]) else None


def _is_asked_title(p: Pieces, i: int) -> bool:
    """Whether a piece is one question behind a pointer and its colon, on the same line: "Read more: Who pays?"."""
    text, before = p.texts[i], p.texts[i - 1]
    if text[-1] not in "?؟" or p.gaps[i] > SPACE or before[-1] != ":" or p.size[i] > _TITLE:
        return False
    return is_title_label(without_sign(before)[:-1].rstrip(), text[0]) and not _INNER_END.search(text)


def _is_bracketed_title(text: str) -> bool:
    """Whether a text in square brackets is a title, as some papers point to other articles, and no note.

    >>> [_is_bracketed_title(f"[{text}]") for text in (" The ferry is back again ", "Note: the pier is closed")]
    [True, False]
    """
    if text[0] != "[" or text[-1] != "]" or "[" in text[1:]:
        return False
    words = text[1:-1].split()
    return len(words) >= _TITLE_LEAST and words[0].lstrip("‘'\"“¿¡")[:1].isupper() and words[0][-1] != ":"


def _labels_caption(text: str) -> bool:
    """Whether a text is the label of a caption and nothing else: "Image caption:"."""
    return text[-1] in ":：" and len(text) <= _LONGEST_LABEL and begins_as_caption(text)


def _notice_votes(p: Pieces) -> dict[int, str]:
    """The votes of what sites say of themselves, where it is not somebody's words; in longer pieces twice.

    A few words in quotation marks name a button ("click on “Accept all”"): of 49 such pieces in dev, silver's and our
    own pages none was body. What stands outside of them must say such things too ("The site shows “Subscribe now”.").
    """
    longest = _LONGEST_WIDE if p.wide else _LONGEST
    found = [i for i, said in enumerate(notices(p.told)) if said and p.size[i] <= longest * min(said, _SEVERAL)]
    plain = [i for i in found if _QUOTES.isdisjoint(p.texts[i]) or _says_around_names(p, i)]
    counts = notices([p.told[i] for i in plain])
    alone = (NOTICE_AMONG if _INNER_END.search(p.texts[i]) else NOTICE for i in plain)
    return {i: NOTICES if said > 1 else own for i, said, own in zip(plain, counts, alone, strict=True)}


def _says_around_names(p: Pieces, i: int) -> bool:
    """Whether a piece with a button's name in quotation marks says what sites say of themselves outside of them."""
    rest = _NAMED.sub(" ", p.texts[i])
    known = telling(p.language)
    said = known.count_in(rest) if known.whole else known.count(_LETTERS.findall(rest.lower()))
    return _QUOTES.isdisjoint(rest) and notices([said])[0] > 0


def _unended(p: Pieces, scores: Sequence[float], begin: int, end: int) -> Iterator[int]:
    """The doubtful pieces between body that have no stop though another block begins after them in the same line."""
    for i in range(begin + 1, end):
        text = p.texts[i]
        is_open = not p.stopped[i] and p.count[i] >= _PHRASE and text[-1] not in _LEADING and not _ends_in_aside(text)
        if is_open and _LOWEST < scores[i] < _SURE and p.seams[i + 1] > _EDGE and p.gaps[i + 1] <= SPACE:
            yield i


def _ends_in_aside(text: str) -> bool:
    """Whether words in brackets stand behind the last stop, or a stop within them.

    >>> _ends_in_aside("It runs again. (See the map)"), _ends_in_aside("It runs again (on Monday)")
    (True, False)
    >>> _ends_in_aside("(It runs again.)")
    True
    """
    return text[-1] == ")" and (text[-2:-1] in _STOPS or text.rpartition("(")[0].rstrip()[-1:] in _STOPS)


def _listed(p: Pieces, scores: Sequence[float], end: int) -> Iterator[int]:
    """The items of lists, without a stop, that a likely piece of body announces by a colon.

    On lines of their own, those in flatnews' silver pages with body behind the list that would be lost without it were
    85 body, 23 not agreed about or headings, and 4 something else. In flat text, after a lead of several words, some
    240 of the silver pages were body, 140 headings or not agreed about, and 14 something else; of 17 in dev that its
    truth does not know 15 belong to the article.
    """
    i = 0
    while i < len(p) - 1:
        lead, i = i, i + 1
        if p.texts[lead][-1] != ":":
            continue
        announced, on_lines = _announces(p, lead), p.gaps[i] >= LINE
        if scores[lead] < _LEADS[announced] or is_pointer(p.texts[lead]):
            continue
        last = min(lead + _MOST_ITEMS, len(p)) if announced else end if on_lines else i
        while i < last and (p.gaps[i] >= LINE) == on_lines and _is_item(p, i):
            i += 1
        if i - lead > _ITEMS:
            yield from (k for k in range(lead + 1, i) if scores[k] > _LOWEST)


def _announces(p: Pieces, i: int) -> bool:
    """Whether a piece says enough before its colon to announce a list, and is no label of one."""
    return p.count[i] >= _LEAD_WORDS or (p.wide and p.size[i] >= _LEAD_WIDE)


def _ingredients(p: Pieces, scores: Sequence[float]) -> Iterator[int]:
    """The items of lists of ingredients: in the silver pages, on lines, 0.04 points of f1 and 0.06 of recall."""
    if sum([digits > 0 and size < _LONGEST_ITEM for digits, size in zip(p.digits, p.size, strict=True)]) > _ITEMS:
        listed = [not stopped and score > _LOWEST for stopped, score in zip(p.stopped, scores, strict=True)]
        yield from ingredients_in(p.texts, listed)


def _asked(p: Pieces, scores: Sequence[float], begin: int, end: int) -> Iterator[int]:
    """The questions on lines of their own between two likely pieces of body: an interview's, or headings.

    Of 46 that were lost without it in flatnews' texts on lines, silver pages included, none was anything else.
    """
    for i in range(begin + 1, end):
        if p.gaps[i] < LINE or p.gaps[i + 1] < LINE or p.size[i] > _LONGEST_ITEM or not p.texts[i].endswith(_ASKS):
            continue
        if scores[i - 1] > _LIKELY and scores[i + 1] > _LIKELY and not begins_as_pointer(p.texts[i]):
            yield i


def _is_item(p: Pieces, i: int) -> bool:
    text = p.texts[i]
    if p.stopped[i] or p.size[i] > _LONGEST_ITEM or text[-1] == ":" or is_pointer(text):
        return False
    return not (begins_as_pointer(text) or heads_what_follows(text) or is_plain_credit(text))


def _run_together(p: Pieces) -> list[int]:
    """In scripts without capitals, where a glued menu shows no seam: the pieces of words too long to be words."""
    found = []
    for i, words in enumerate(p.words):
        long = sum([len(word) for word in words if len(word) > _LONGEST_WORD])
        if long > _RUN_SHARE * p.size[i] and _BLANKED.match(p.texts[i]):
            found.append(i)
    return found


def _enumerates(text: str) -> bool:
    """Whether a text in a wide script lists many things by commas, as no menu does.

    >>> _enumerates("震度4：延岡市、西都市、木城町、川南町、都農町、門川町、日南市"), _enumerates("政治、経済、国際")
    (True, False)
    """
    commas = text.count("、")
    return commas >= _COMMAS and len(text) <= _LISTED_WIDE * (commas + 1)


def _has_credit(text: str, credit: str) -> bool:
    """Whether what follows a text is its picture's, and no name in brackets that says whose words a quotation is."""
    return text[-1] not in _CLOSING or credit[0] not in _OPENING or any(mark in credit for mark in ":/©=")


def _tells_more(p: Pieces, i: int) -> bool:
    """Whether a piece has several sentences, or quotes somebody and says who it was."""
    return _INNER_END.search(p.texts[i]) is not None or attributes(p.texts[i], p.language)


def _ends_in_credit(text: str) -> bool:
    return ends_in_credit(text) or ends_signed(text)


def _heads_caption(p: Pieces, i: int) -> bool:
    """Whether a piece is a label with nothing behind it, and no name but a caption follows: "Image:"."""
    if p.texts[i][-1] != ":" or i + 1 >= len(p):
        return False
    return labelled(p.texts[i]) and p.count[i] <= _TITLE_WORDS and p.count[i + 1] > _NAME_WORDS


def _is_listed(text: str, stopped: bool) -> bool:
    """Whether a text has a date such as lists have within, and not in a sentence: "on 2024-05-03"."""
    found = _LISTED_DATE.search(text, 1)
    return found is not None and not (stopped and text[found.start() - 2].islower())


def _days_last(p: Pieces, scores: Sequence[float]) -> Iterator[int]:
    """The pieces that end in a full date of the text's latest year: so captions do, and what is shown of elsewhere.

    Reports leave the year of their own days out; posts from elsewhere, which end so too, may be quoted. Of those that
    were kept 22 in dev, 38 in our own pages and 18 in silver's were no body, posts among them; of those that scored
    under 2.5 none, 1 and 4 were. What is likely body stays unless a comma stands close before the day, as it seldom
    does in sentences ("The patent expires on 30 September 2027."; without that one caption more of dev went, and four
    of ten such sentences where they are a paragraph); and so does what says until when, or tells of what was or will
    be ("… will present the budget on February 1, 2024.").
    """
    may_be = (i for i, size in enumerate(p.size) if _SHORTEST_DATED <= size <= _LONGEST and p.digits[i] >= _DAY_DIGITS)
    told = (i for i in may_be if _QUOTES.isdisjoint(p.texts[i]) and _HANDLE not in p.texts[i])
    found = [(i, day) for i in told if (day := day_at_end(p.texts[i]))]
    if not found:
        return
    dated = (text for text, digits in zip(p.texts, p.digits, strict=True) if digits >= _DAY_DIGITS)
    latest = max([day.numbers[0] for text in dated for day in days_in(text)])
    for i, day in found:
        before = p.texts[i][: day.start]
        if len(before) < _BEFORE_DAY or not before[-1].isspace() or day.numbers[0] != latest or before[0] in MARKS:
            continue
        if scores[i] > _LIKELY_DATED and not any(word[-1] == "," for word in before.split()[-_SET_OFF:]):
            continue
        if scores[i] < _TOLD or not (tells_when(p.words[i], p.language) or says_until(before, p.language)):
            yield i


def _shouted(p: Pieces) -> list[int]:
    """The lines in capitals of nine words or more, where there are several and most of the text is written small.

    Of the scraped texts two have six such, all titles of other articles; all headings in capitals of dev and silver's
    pages are shorter.
    """
    long = [i for i, count in enumerate(p.count) if count >= _SHOUTED_WORDS]
    found = [i for i in long if p.texts[i].isupper() and p.texts[i][-1] not in ".:" and min(p.gaps[i : i + 2]) >= LINE]
    return found if _SHOUTED_LEAST <= len(found) <= _SHOUTED_SHARE * len(long) else []


def _pictured(p: Pieces, scores: Sequence[float]) -> Iterator[int]:
    """The short pieces that tell of a picture, what goes on behind one, and what stands between two of one block.

    Of those that were kept and scored under 3, 27 in dev's forms were captions and none was body; in silver's pages
    seven were captions and one, in which two things are compared, body.
    """
    last = -1
    for i, score in enumerate(scores):
        if score >= _PLAINLY_BODY or p.size[i] > _LONGEST or not _tells_of_picture(p.texts[i], score):
            continue
        if last >= 0 and i - last <= _MOST_BETWEEN and max(p.seams[last + 1 : i + 1]) <= _SAME_BLOCK:
            yield from range(last + 1, i)
        yield i
        last = i
        while not p.stopped[i] and i + 1 < len(p) and _goes_on(p, i + 1) and scores[i + 1] < _PLAINLY_BODY:
            i += 1
            yield i


def _goes_on(p: Pieces, i: int) -> bool:
    """Whether a piece is hardly parted from the one before it on its line."""
    return p.gaps[i] <= SPACE and p.seams[i] < _EDGE


def _tells_of_picture(text: str, score: float) -> bool:
    return says_who_stands_where(text) or (score < _SURE and says_what_is_shown(text))


def _no_caption(p: Pieces, a: int, b: int, others: int, likely: int) -> float:
    """From which score on pieces before a credit of its own are no caption, where ``likely`` of ``others`` are body.

    Less if they tell more than captions do, or stand on a line of their own and end in a stop, or have the only credit.
    With a stop they are none where most of the others are body, for pictures have no captions there.
    """
    if p.stopped[b - 1] and 2 * likely > others:
        return _LOWEST
    if _tells_more(p, b - 1) or (p.stopped[b - 1] and not others):
        return _NO_CAPTION_TELLING
    is_line = p.gaps[a] >= LINE and p.gaps[b] >= LINE and p.stopped[b - 1]
    return _NO_CAPTION_ON_LINE if is_line else _NO_CAPTION


def _is_inner(p: Pieces, i: int) -> bool:
    """Whether a piece ends within a sentence: "American (AAL)" before "and", "PHOTOS: Ada Quill's" before "Boat"."""
    is_followed = i + 1 < len(p) and p.gaps[i + 1] <= SPACE
    return is_followed and (p.texts[i + 1][0].islower() or p.texts[i].endswith(_POSSESSIVES))


def _credit_votes(p: Pieces, scores: Sequence[float], sure: Sequence[int]) -> dict[int, str]:
    """The votes of credits before the body's last piece; a caption's is that of its last sentence.

    So is that of the sentence before, where the text has an edge before it and hardly one behind it: of 42 such in all
    pages 34 were of the caption, and the 8 of the body are surer than this vote is heavy.

    An agency alone is a dateline only where little of the body stands before it. What scores 3 or more is a paragraph
    before a picture that has no caption: 10 of 15 such pieces in dev, 57 of 58 in silver's pages, 18 of 19 in our
    own; before a credit of its own so is what scores 2 or more, 1 on a line of its own with a stop, and from 0 on
    what has several sentences or says whom it quotes. Of all that ran into a credit and scored from 0 to 3, 20 of 28
    pieces on lines were body; in flat text 6 of 47 from 0 to 1, 25 of 42 from 1 to 3.
    """
    texts, begin, end = p.texts, sure[0], sure[-1]
    opened = sure[min(_OPENING_PIECES, len(sure)) - 1]
    signs = (is_plain_credit(text) or (i > begin and is_signed_credit(text)) for i, text in enumerate(texts[: end + 1]))
    plain = [is_sign and not _is_inner(p, i) for i, is_sign in enumerate(signs)]
    credited = {i: scores[i] >= _NO_CAPTION for i in range(end) if plain[i + 1] and not plain[i]}
    bodies = sum(credited.values())
    votes: dict[int, str] = {}
    before = 0
    for a, b in pairwise([*p.sentences, len(p)]):
        first, before = before, a
        i = b - 1
        if i >= end:
            break
        if plain[i]:
            is_after = begin < i or labelled(texts[i])
            if scores[i] > _LOWEST and is_after and not (i <= opened and is_dateline(texts[i])):
                votes[i] = CREDIT
            if _heads_caption(p, i):
                votes[b] = LABELLED
            if i == a or plain[i - 1] or p.stopped[i - 1]:
                continue
            i, b = i - 1, i  # one sentence with its credit
        if plain[b] and _heads_caption(p, b):
            continue
        others, likely = len(credited) - (i in credited), bodies - credited.get(i, False)
        least = _no_caption(p, a, b, others, likely) if plain[b] else _PLAINLY_BODY
        if _LOWEST < scores[i] < least and (
            _has_credit(texts[i], texts[b]) if plain[b] else _ends_in_credit(texts[i])
        ):
            is_title = a and p.seams[a] < SAME_SENTENCE and p.count[a - 1] < _TITLE_WORDS
            vote = LONG if sum(p.size[a:b]) > _LONGEST else CREDITED
            votes |= dict.fromkeys(range(a - bool(is_title), b), vote)
            if a and p.seams[a] < _SAME_BLOCK and p.seams[first] > _BLOCK and sum(p.size[first:b]) <= _LONGEST:
                votes = dict.fromkeys(range(first, a), SHOWN) | votes
    return votes
