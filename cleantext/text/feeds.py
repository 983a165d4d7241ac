"""What feeds and archives leave in a text: the footer with its title and site, and the marks where it was cut short."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from cleantext.text.cut_short import cuts_short_in, sentence_before
from cleantext.text.dates import is_month
from cleantext.text.desk_marks import desk_marks_in
from cleantext.text.excerpts import excerpt_in
from cleantext.text.frames import Filled, ends, filled_in, is_on_edge
from cleantext.text.furniture import tells_when
from cleantext.text.hashtags import hashtags_in
from cleantext.text.language import UNCASED, UNSPACED
from cleantext.text.lists import phrases
from cleantext.text.machine_notices import machine_notices_in
from cleantext.text.releases import behind_release
from cleantext.text.separator_tokens import rules_in
from cleantext.text.spans import Span, disjoint
from cleantext.text.web_archives import archive_banner

_LONGEST_SITE, _SITE_WORDS = 70, 9  # characters, and words, of a site's name
_SHORTEST_TITLE = 4  # characters
_TITLE_WORDS = 4  # of a title that is not said elsewhere, where neither the line nor the text ends
_LAST_TITLE = 6  # characters of a title behind which reports go on in the same words
_LOOKED_FOR = 20  # titles that are looked for in the rest of the text, so that time stays linear
_AROUND = " \t\"'“”„«»‘’〈〉《》「」『』:：-–—."
FEED, EXCERPT, ARCHIVE = "left by a feed", "excerpt of what follows", "put above the page by a web archive"
RELEASE = "behind a press release"
_NO_CASE = UNCASED | UNSPACED


class Footer(NamedTuple):
    """Where the footer of a feed stands, and what it says of the text above."""

    start: int
    end: int
    title: str
    site: str




def footers_in(text: str) -> list[Footer]:
    """The footers of feeds in a text, whatever its language: sites say them in English too.

    Reports speak of posts that appeared first somewhere: a title begins with a capital, a site's name ends the
    sentence, and is none of a network; where neither the line nor the text ends, title or site are said elsewhere too.

    >>> [footer.site for footer in footers_in("It is back. The post Ferry runs again appeared first on Isle News.")]
    ['Isle News']
    >>> footers_in("The post by Ada Quill appeared first on Facebook. The post Quill deleted appeared first on Monday.")
    []
    """
    found = [filled for filled in filled_in(text, "footers") if _is_footer(text, filled)]
    found += [filled for filled in filled_in(text, "last footers") if _is_last(text, filled)]
    if not found:
        return []
    read = sorted({_read(text, filled): filled for filled in found}.items())
    sites = Counter(footer.site for footer, _ in read)
    own = [footer for k, (footer, _) in enumerate(read) if _stands_apart(text, footer, sites, look=k < _LOOKED_FOR)]
    return list(disjoint(own))


def _read(text: str, filled: Filled) -> Footer:
    said = dict(zip(filled.frame.holes, filled.holes, strict=True))
    title, site = (text[slice(*said[hole])].strip(_AROUND) for hole in ("TITLE", "SITE"))
    return Footer(filled.start, filled.end, title, site)


def _is_footer(text: str, filled: Filled) -> bool:
    footer, language = _read(text, filled), filled.frame.language
    is_begun = not filled.frame.parts[0] or footer.start == 0 or not _in_word(text, footer.start)
    return is_begun and _is_title(footer.title, language) and _is_site(footer.site, language)


def _in_word(text: str, at: int) -> bool:
    """Whether a place is within a word, as far as capitals tell."""
    return text[at - 1].isalpha() and not (text[at - 1].islower() and text[at].isupper()) and text[at].isascii()


def _is_title(title: str, language: str) -> bool:
    """Whether words may be a title, behind what says so.

    >>> _is_title("Ferry runs again", "en"), _is_title("of the captain", "en"), _is_title("iPhone is back", "en")
    (True, False, True)
    """
    if len(title) < _SHORTEST_TITLE or title.startswith(phrases("feeds", "not titles")):
        return False
    return language in _NO_CASE or not title[0].islower() or title[1].isupper()


def _is_site(site: str, language: str) -> bool:
    """Whether words may be the name of a site, and the sentence ends with it.

    >>> [_is_site(site, "en") for site in ("The Isle News", "isle.example", "Facebook", "Isle News and was shared")]
    [True, True, False, False]
    """
    words = site.split()
    if not words or len(site) > _LONGEST_SITE or len(words) > _SITE_WORDS:
        return False
    first = words[0].strip(_AROUND).rstrip(",")
    if site in _networks() or (first in _networks() and words[1][:1].islower()):
        return False
    if language in _NO_CASE:
        return True
    if (site[0].islower() and "." not in words[0] and len(words) > 1) or (site.islower() and "." not in site):
        return False
    is_day = is_month(first) or (first[0].isupper() and first.lower() in phrases("stamps", "beside"))
    if is_day and not any(word[0].isupper() for word in words[1:]):
        return False
    goes_on = any(word[-1] == "," and after[:1].islower() for word, after in pairwise(words))
    return not goes_on and not tells_when([word.lower() for word in words], language)


@cache
def _networks() -> frozenset[str]:
    return frozenset(phrases("furniture", "networks") + phrases("feeds", "networks"))


def _stands_apart(text: str, footer: Footer, sites: Counter[str], *, look: bool) -> bool:
    """Whether a footer ends its line or the text, or is told by what else the text says."""
    if is_on_edge(text, footer.end) or sites[footer.site] > 1:
        return True
    if not ends(text, footer.end):
        return False
    return footer.title.count(" ") >= _TITLE_WORDS - 1 or (look and _is_said_elsewhere(text, footer))


def _is_said_elsewhere(text: str, footer: Footer) -> bool:
    """Whether the title or the site stands before the footer or behind it."""
    said = footer.title, footer.site
    return any(text.find(own, 0, footer.start) >= 0 or text.find(own, footer.end) >= 0 for own in said)


def _is_last(text: str, filled: Filled) -> bool:
    """Whether what reports say too is a footer: it ends the text, and names what can be a site."""
    footer = _read(text, filled)
    if text[footer.end :].strip() or len(footer.title) < _LAST_TITLE or len(footer.site) > _LONGEST_SITE:
        return False
    if text.find(footer.title, 0, footer.start) >= 0:
        return True
    return footer.site.endswith(phrases("feeds", "site ends")) and footer.site not in _networks()


def feed_facts(texts: Iterable[str]) -> dict[str, str]:
    """The title and the site that the footers among some texts say, where all say the same.

    >>> feed_facts(["Read more", "The post Ferry runs again appeared first on Isle News."])
    {'headline': 'Ferry runs again', 'source': 'Isle News'}
    """
    found = [footer for text in texts for footer in footers_in(text)]
    said = {"headline": {footer.title for footer in found}, "source": {footer.site for footer in found}}
    return {kind: values.pop() for kind, values in said.items() if len(values) == 1}


class Left(NamedTuple):
    """What feeds left: where it stands, sorted and disjoint, and the titles that the footers say."""

    spans: list[Span]
    titles: list[str]
    excerpt: Span | None
    archive: Span | None
    release: Span | None


def left_in(text: str) -> Left:
    """Where feeds left something that stands by itself: footers, marks where a text was cut short, calls to read on;
    and the banner of a web archive.

    >>> text = "It will sail on the […] Read more » The post Ferry runs again appeared first on Isle News."
    >>> [text[a:b] for a, b in left_in(text).spans]
    ['[…] Read more »', 'The post Ferry runs again appeared first on Isle News.']
    """
    footers = footers_in(text)
    spans = [footer[:2] for footer in footers]
    cuts = cuts_short_in(text, {start for start, _ in spans})
    excerpt, archive, release = excerpt_in(text), archive_banner(text), behind_release(text)
    single = [span for span in (excerpt, archive, release) if span]
    others = [*cuts, *single, *machine_notices_in(text), *desk_marks_in(text), *rules_in(text), *hashtags_in(text)]
    found = sorted([*spans, *others], key=lambda span: (span[0], -span[1]))
    return Left(list(disjoint(found)), [footer.title for footer in footers[:_LOOKED_FOR]], excerpt, archive, release)


def cut_sentences(text: str, spans: Iterable[Span]) -> list[Span]:
    """The sentences that were cut short at the marks among what feeds left, up to these, with a blank before.

    >>> cut_sentences("It is back. It will sail on the […]", [(32, 35)])
    [(11, 32)]
    """
    starts = ((sentence_before(text, start), start) for start, _ in spans if text[start] in "[(")
    return [(start - (text[start - 1 : start] == " "), end) for start, end in starts if start < end]


def whole_in(texts: Iterable[tuple[str, str]]) -> tuple[dict[int, str], list[str]]:
    """Which of some texts, each with what stands behind it, feeds left, and why; and the titles that these say.

    >>> whole_in([("It is back.", " "), ("The post Ferry runs again appeared first on Isle News.", "")])
    ({1: 'left by a feed'}, ['Ferry runs again'])
    """
    joined, places, at = [], [], 0
    for own, between in texts:
        places.append((at, at + len(own)))
        joined.append(own + between)
        at += len(own) + len(between)
    left = left_in("".join(joined))
    if not left.spans:
        return {}, left.titles
    at_or_before = [bisect_right(left.spans, start, key=itemgetter(0)) - 1 for start, _ in places]
    inside, why = {}, {left.excerpt: EXCERPT, left.archive: ARCHIVE, left.release: RELEASE}
    for i, (k, (_, end)) in enumerate(zip(at_or_before, places, strict=True)):
        if k >= 0 and end <= left.spans[k][1]:
            inside[i] = why.get(left.spans[k], FEED)
    return inside, left.titles
