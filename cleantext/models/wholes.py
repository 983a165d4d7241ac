"""What stays because what is kept would be no whole sentence without it: its first words, its last, few words within
it, and what leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress

from cleantext.models.pieces import LINE, SPACE, Pieces
from cleantext.models.said import Said
from cleantext.text.asides import is_aside
from cleantext.text.credits import begins_as_caption, labelled
from cleantext.text.furniture import notices
from cleantext.text.kinds import BY_CAPITALS, reads
from cleantext.text.lexicon import lexicon, starts_of
from cleantext.text.openers import begins_as_pointer, is_pointer
from cleantext.text.persons import is_phrase
from cleantext.text.selves import says_what_it_is

BEGINS, WITHIN = Said("begins what is kept"), Said("within a sentence that is kept")
FIRST_WORDS, LAST_WORDS = Said("first words of a sentence that is kept"), Said("last words of a sentence that is kept")
OPENS = Said("first part of a sentence that is kept")
LEADS = Said("leads to a sentence that is kept")
ANNOUNCES = Said("announces what is kept")
LEDE = Said("between the head and the body")
ALL = Said("the one sentence that there is")

_NEVER = -4.0  # logits: what scores less begins nothing
_HEAD = frozenset(("stamp", "byline"))  # what stands right before a lede
_SHORTEST_LEDE = 70  # characters
_LIKELY = 1.0  # logits of what follows it, at least
_GOES_ON, _GOES_ON_WIDE = 25, 12  # characters of what goes on from what stood before it
_TOPIC = re.compile("[\u30a0-\u30ff\u3400-\u9fff]は(?![ぁ-ゟ])")  # a word and the particle that makes it the topic
_INNER = -3.0  # logits: what scores less is no part of a sentence
_UNSURE = 0.85  # the probability of a block's edge from which on there is one
_LONGEST_INNER = 60  # characters of what stands within a sentence
_OPENING, _OPENED = -2.5, -1.0  # logits of the first part of a sentence, and of the rest, at least
_PROSE, _SMALL = 5, 0.4  # words of that first part, and the share of them in small letters, at least
_AROUND, _STARTING = "“”„\"'‘’«».,;:!?()", 6  # marks; the class of words that mostly begin sentences (lexicon)
_BEGUN = -5.0  # logits of one behind a sentence that is kept, which begins as sentences do
_HARDLY, _UNLIKELY = 0.5, 0.8  # the probability of an edge before what opens a sentence, and behind it
_LEADING, _LONGEST_LEAD = ":：–—", 50  # how a line ends that leads to a sentence; its characters
_COLONS, _LONGEST_ANNOUNCED = ":：", 80  # how what announces ends; its characters
_ITEM_MARKS = "-–—•*·▪■"  # with which a list begins behind it
_SENTENCE = 3  # words of a sentence that is all of a text, at least
_NEARLY_ALL, _SEAM = 0.9, 0.7  # share of a text that is kept; the seam that may part first words from their sentence


def kept_with(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> dict[int, Said]:
    """The pieces that would go but stay with what is kept, and why."""
    found = dict.fromkeys(openings(pieces, fates, scores), OPENS)
    if is_nearly_all_kept(pieces, fates):
        found |= dict.fromkeys(last_words(pieces, fates, scores), LAST_WORDS)
        found |= dict.fromkeys(first_words(pieces, fates, scores), FIRST_WORDS)
    found |= dict.fromkeys(announcements(pieces, fates, scores), ANNOUNCES)
    found |= dict.fromkeys(leads(pieces, fates, scores), LEADS)
    found |= dict.fromkeys(lede(pieces, fates, scores), LEDE)
    found |= dict.fromkeys((i for i in beginnings(pieces, fates) if scores[i] > _NEVER), BEGINS)
    return found | dict.fromkeys(within_sentences(pieces, fates, scores), WITHIN)


def is_one_sentence(pieces: Pieces) -> bool:
    """Whether one sentence is all of a text, which whoever gives it takes for one: "Rain fell on Monday.".

    >>> is_one_sentence(Pieces(["Rain fell on Monday."], [3], [1.0])), is_one_sentence(Pieces(["Oslo."], [3], [1.0]))
    (True, False)
    """
    if len(pieces) != 1 or not pieces.stopped[0] or pieces.count[0] < _SENTENCE:
        return False
    return not any(notices(pieces.told)) and not says_what_it_is(pieces.texts[0])


def openings(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The first parts of sentences that would go though the rest, which begins with a capital, is kept.

    Most of their words are small, unlike those of names and labels, or no seam is likely on either side of them; and
    the rest begins with no word that sentences begin with ("Then"). There are few: in dev's flat forms, by the models
    of other publishers, 12 beginnings of sentences (four of them distinct), one heading and 3 else; in the scraped
    texts three, and one in a list of dates. So are those that begin with such a word themselves behind a sentence that
    is kept, less likely as they may be.

    >>> texts = ["It sank.", "Last week the owner of", "Isle Ferries said that he had sold it."]
    >>> list(openings(Pieces(texts, [1] * 3, [1.0, 1.0, 0.6]), [True, False, True], [5.0, -1.4, 2.3]))
    [1]
    >>> texts = ["It sank.", "The measure passed after the group", "Pier People said that it would sue."]
    >>> list(openings(Pieces(texts, [1] * 3, [1.0, 1.0, 0.9]), [True, False, True], [5.0, -4.4, 2.3]))
    [1]
    >>> texts = ["It sank.", "We view", "IsleSat as a leader in its field."]
    >>> list(openings(Pieces(texts, [1] * 3, [1.0, 0.1, 0.7]), [True, False, True], [5.0, -1.4, -1.3]))
    [1]
    """
    seams = pieces.seams
    for i in range(len(pieces) - 1):
        if fates[i] or not fates[i + 1] or pieces.stopped[i] or pieces.gaps[i + 1] > SPACE:
            continue
        text = pieces.texts[i]
        is_likely = scores[i] > _OPENING and scores[i + 1] > _OPENED and seams[i + 1] < _UNSURE
        is_close = i > 0 and fates[i - 1] and scores[i] > _INNER and seams[i] < _HARDLY and seams[i + 1] < _UNLIKELY
        is_first = (is_likely and _is_prose(text) and _may_go_on(text)) or (is_close and text[0].isalpha())
        is_begun = i > 0 and fates[i - 1] and pieces.stopped[i - 1] and pieces.gaps[i] <= SPACE and scores[i] > _BEGUN
        is_first = is_first or (is_begun and _is_prose(text) and _begins_sentences(text, pieces.language))
        if is_first and not _begins_sentences(pieces.texts[i + 1], pieces.language):
            yield i


def _begins_sentences(text: str, language: str) -> bool:
    """Whether a text begins with a word that, where it has a capital, mostly begins a sentence.

    >>> _begins_sentences("Then he left.", "en"), _begins_sentences("Isle Ferries left.", "en")
    (True, False)
    """
    word = text.split(None, 1)[0].strip(_AROUND).lower()
    return starts_of(lexicon(language or "en").get(word, 0)) >= _STARTING


def _is_prose(text: str) -> bool:
    """Whether a text is several words, most of them small, and no label parts them."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= _PROSE and small >= _SMALL * len(words) and ":" not in text and "|" not in text


def leads(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The lines of a few words and a colon or dash that would go though the sentence behind them is likely body.

    Of 49 such lines in dev 35 are body, most of them of one timeline; of the others some are datelines and headings of
    the article that its truth does not know. In our own pages 22 are body and 5 not, in silver's 3 and none.

    >>> pieces = Pieces(["It is cold.", "Casualties:", "Nobody was hurt."], [2] * 3, [1.0] * 3)
    >>> list(leads(pieces, [True, False, True], [5.0, -1.3, 4.0]))
    [1]
    """
    stopped, gaps = pieces.stopped, pieces.gaps
    for i in range(len(pieces) - 1):
        text = pieces.texts[i]
        if fates[i] or text[-1] not in _LEADING or len(text) > _LONGEST_LEAD or scores[i] <= _INNER:
            continue
        follows = fates[i + 1] and stopped[i + 1] and scores[i + 1] > 0 and min(gaps[i : i + 2]) >= LINE
        if follows and not (is_pointer(text) or labelled(text)):
            yield i


def announcements(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The lines with a colon that would go though they stand between two pieces that are kept, whatever these are.

    Of 12 such lines in silver's pages and dev ten are body. In flat text a list must begin behind the colon.

    >>> pieces = Pieces(["It is cold.", "What else there is:", "Old piers", "New piers"], [2] * 4, [1.0] * 4)
    >>> list(announcements(pieces, [True, False, True, True], [5.0, -2.3, -0.4, -0.3]))
    [1]
    """
    texts, gaps = pieces.texts, pieces.gaps
    for i in range(1, len(pieces) - 1):
        if fates[i] or texts[i][-1] not in _COLONS or not (fates[i - 1] and fates[i + 1]) or scores[i] <= _INNER:
            continue
        is_apart = min(gaps[i : i + 2]) >= LINE or (pieces.stopped[i - 1] and texts[i + 1][0] in _ITEM_MARKS)
        if is_apart and pieces.size[i] <= _LONGEST_ANNOUNCED and not says_what_it_is(texts[i]):
            yield i


def lede(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The sentence that would go though it stands right behind a time stamp or byline and right before the body.

    In dev, seven forms as cut for the cross-validation, one such piece was body, three were headings, and none a
    caption or furniture; in our own pages one was a caption and none body.

    >>> emerged = "Pictures have emerged of the old pier, which was hit by a ferry on Monday night."
    >>> pieces = Pieces(["By Ada Quill", emerged, "It sank."], [2] * 3, [1.0] * 3)
    >>> list(lede(pieces, [False, False, True], [-5.0, -3.0, 4.0]))
    [1]
    """
    at = next((k for k, fate in enumerate(fates) if fate), 0)
    i = at - 1
    if i < 1 or scores[i] <= _NEVER or scores[at] <= _LIKELY:
        return
    if not pieces.stopped[i] or pieces.size[i] < _SHORTEST_LEDE:
        return
    text = pieces.texts[i]
    tells = begins_as_caption(text) or is_aside(text) or notices([pieces.told[i]])[0]
    if reads(pieces.texts[i - 1]) in _HEAD and not tells:
        yield i


def beginnings(pieces: Pieces, fates: Sequence[bool]) -> Iterator[int]:
    """The pieces that would go though what is kept goes on from them, in a small letter after a letter.

    In flatnews, all soups and pages as cut for the cross-validation, 20 such pieces were body and 3 were not.

    >>> pieces = Pieces(["The minister", "who came late", "was pleased with all of it."], [1] * 3, [1.0] * 4)
    >>> sorted(beginnings(pieces, [False, False, True]))
    [0, 1]

    In Japanese, where no letter is small, what has a topic or a dateline and no end is a beginning.

    >>> pieces = Pieces(["船長は港町の", "記者に、船は月曜日に戻ったと述べた。"], [3, 1], [1.0] * 3)
    >>> list(beginnings(pieces, [False, True]))
    [0]
    """
    least = _GOES_ON_WIDE if pieces.wide else _GOES_ON
    is_kept = is_begun = False
    for i in range(len(pieces) - 1, 0, -1):
        is_kept = (is_kept or pieces.size[i] >= least) if fates[i] else is_begun
        is_begun = is_kept and not fates[i - 1] and _goes_on(pieces, i)
        if is_begun:
            yield i - 1


def within_sentences(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The few words that would go out of a sentence: what is kept stands on both sides of them, and no edge is sure.

    In flatnews' flat forms, as cut for the cross-validation, all 17 such pieces between body were body; of 22 in the
    scraped texts 15 stood within a sentence, 5 were titles and items of lists.

    >>> pieces = Pieces(["officers of the Police", "Harbour", "Crime Unit said."], [1] * 3, [1.0, 0.4, 0.5, 1.0])
    >>> list(within_sentences(pieces, [True, False, True], [2.0, -1.3, 2.0]))
    [1]
    """
    seams, gaps = pieces.seams, pieces.gaps
    for i in range(1, len(pieces) - 1):
        if fates[i] or not (fates[i - 1] and fates[i + 1]) or pieces.stopped[i - 1] or scores[i] <= _INNER:
            continue
        is_short = pieces.size[i] <= _LONGEST_INNER and gaps[i] == gaps[i + 1] == SPACE
        if is_short and max(seams[i], seams[i + 1]) < _UNSURE:
            yield i


def is_nearly_all_kept(pieces: Pieces, fates: Sequence[bool]) -> bool:
    """Whether little of a text goes, so that what goes within a sentence more often belongs to it: in other texts not.

    In dev's extractors' texts put on one line, and its flat ones, of 123 pieces that ``first_words`` finds where nine
    tenths are kept 59 are body, 40 headings and 24 something else; of 9 that ``last_words`` finds, silver's among them,
    7 are body.
    """
    return not pieces.caseless and sum(compress(pieces.size, fates)) >= _NEARLY_ALL * sum(pieces.size)


def first_words(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The words that would go from the front of a sentence that is kept.

    >>> pieces = Pieces(["It is so.", "The Alabama", "Supreme Court ruled on it on Tuesday."], [1] * 3, [1.0, 1.0, 0.5])
    >>> list(first_words(pieces, [True, False, True], [5.0, -1.4, 2.3]))
    [1]
    """
    goes_on = False
    for i in range(len(pieces) - 2, -1, -1):
        is_open = not fates[i] and pieces.gaps[i + 1] == SPACE and pieces.seams[i + 1] < _SEAM
        goes_on = is_open and (fates[i + 1] or goes_on) and scores[i] > _INNER and _may_go_on(pieces.texts[i])
        if goes_on:
            yield i


def last_words(pieces: Pieces, fates: Sequence[bool], scores: Sequence[float]) -> Iterator[int]:
    """The words with their stop that would go from the end of a sentence that is kept.

    >>> pieces = Pieces(["She was taken to the Pohamba", "Private Hospital."], [1] * 2, [1.0, 0.4])
    >>> list(last_words(pieces, [True, False], [4.0, -2.4]))
    [1]
    """
    for i in range(1, len(pieces)):
        is_open = fates[i - 1] and not fates[i] and not pieces.stopped[i - 1] and pieces.texts[i - 1][-1].isalpha()
        if is_open and pieces.stopped[i] and pieces.gaps[i] == SPACE and pieces.seams[i] < _SEAM and scores[i] > _INNER:
            yield i


def _may_go_on(text: str) -> bool:
    """Whether a text ends in a word, and says nothing of its own; "The Alabama" is neither a name nor a credit."""
    if not text[-1].isalpha() or begins_as_pointer(text) or is_aside(text):
        return False
    said = reads(text)
    return said == "none" or (said in BY_CAPITALS and not text.isupper() and is_phrase(text.split()))


def _goes_on(pieces: Pieces, i: int) -> bool:
    """Whether a piece goes on from the one before it."""
    before = pieces.texts[i - 1]
    if not before[-1].isalpha():
        return False
    if not pieces.wide:
        return pieces.texts[i][0].islower()
    is_beginning = before[0] == "【" or _TOPIC.search(before) is not None
    return is_beginning and not pieces.stopped[i - 1] and pieces.gaps[i] == SPACE
