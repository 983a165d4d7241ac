"""Whose picture it is: the credit at the end of a caption, told from the caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cleantext.text.characters import UPPER, has_digit
from cleantext.text.lists import phrases
from cleantext.text.names import agency
from cleantext.text.persons import PARTICLES, is_name
from cleantext.text.picture_labels import picture_label
from cleantext.text.slides import without_number
from cleantext.text.spans import Span

_LONGEST = 120  # characters in a credit
_BUTTON = "aption"  # within every button that hides one
_BRACKET = re.compile(r"\s?[(\[（]([^()\[\]（）]{2,120})[)\]）]\.?$")
_TAIL = re.compile(r"(?:(?<=[.!?…»”\"'’])(?<![\s.][A-ZÀ-Þ]\.)\s*|\s[|/–—]\s|\s?[©|]\s?)(?=[^\s.!?…»”\"'’])")
_SEPARATOR = re.compile(r"\s?[/|,]\s?(?:via\s)?|\s(?:via|für|for|of|pour|per)\s|\s[-–—]\s")
_OPENED, _CLOSED = re.compile(r"[(\[（](?=[^()\[\]（）])"), re.compile(r"[()\[\]（）]")
_BETWEEN, _DASHES = re.compile(r"[\s/|,()\[\]]+"), "-–—|"
_STOPS, _QUOTE = ".!?…。”\"“»«", 5  # the marks that end what stands before a credit; from which on they are quotes
_RIGHTS = re.compile(r"[^\W\d_][^/\d]{2,40}/\s?(?:Copyright|©) (?:19|20)\d\d ")
_SENTENCE_END = re.compile(r"[.!?…”\"»。]\s(?=\S)|。(?=\S)")
_LABEL_MARKS = (":", "：", "＝", "©", " by", "opyright")  # one of these every label within a text has
_LABEL_ENDS = (":", "：", "＝", "=", "©")
_JOINED = frozenset(("via", "für", "for", "of", "pour", "per"))
_GLUED = re.compile(r"(?<=[ء-ي])\([ء-ي]{2,14}(?: [ء-ي]{2,14}){0,3}\)(?=[ء-ي])")
_NEXT_LABEL = re.compile(r"(?<=[^\W_])\. (?=[^\W\d_][^:.,]{2,30}: [^\W\d_])")  # "Photograph: A. Styling: B"
_LONGEST_NAME, _LONGEST_WIDE = 60, 24  # characters of a name, and of one in a script without blanks
_NAME_WORDS = 8  # words in brackets, at most
_JOINED_WORDS = 16  # words in brackets, where several names are joined
_MOST_PARTS, _FEW_WORDS = 5, 4  # of what separators part; words of one of these beside a name
_JOINTS = ("/", " via ")
_SIGN = 3  # letters of a house's sign before a slash, at least
_LONGEST_TITLE = 2  # letters: "Dr." is a title, "DR" a credit
_LEADING = "|–—-•· "  # what stands before a credit in its line
_NAMES_LEAST, _NAMES_MOST = 2, 4  # words of a name before its agency
_LONGEST_CAPTION, _CAPTION_BLANKS = 400, 2  # characters of a caption with its credit; blanks in it alone, at least
_NO_STOP = " "
_OPENING, _CLOSING = "([（", ")]）"
_MARKS = (":", "：", "©", "/")  # one of these tells a credit that is long, or ends in a stop
_EDGES = " \t\n.,;:|/–—-=＝"
_UNFINISHED = "/"  # how no credit ends


def split_credit(text: str) -> tuple[str, str | None]:
    """A caption and its credit; either may be missing.

    >>> split_credit("The old pier at dusk. Photo: Ada Quill/Reuters")
    ('The old pier at dusk.', 'Ada Quill/Reuters')
    >>> split_credit("The old pier (left) at dusk")
    ('The old pier (left) at dusk', None)
    """
    text = _uncaptioned(without_number(text.strip()))
    for split in (_copyright_first, _bracketed, _labelled, _after_stop, _agency_last):
        if found := split(text):
            caption, credit = found
            return caption.strip(" ,|/–—-©"), bare_credit(credit) or None
    return text, None


def bare_credit(text: str) -> str:
    """A credit without brackets and "Photo:".

    >>> bare_credit("(Credit: Ada Quill)"), bare_credit("Foto: Quill/dpa")
    ('Ada Quill', 'Quill/dpa')
    """
    text = text.strip()
    if label := picture_label(text):
        text = text[label.end :]
    if text[:1] in "([（" and text[-1:] in ")]）":
        text = text[1:-1]
    text = text.strip(_EDGES + "©")
    while (m := _labels().match(text)) and text[m.end() :].strip(_EDGES):
        text = text[m.end() :].strip(_EDGES + "©")
    return text


def is_credit(text: str) -> bool:
    """Whether a short text names a photographer, an agency or both, and nothing else.

    >>> is_credit("Ada Quill/dpa"), is_credit("A pier at dusk")
    (True, False)
    """
    text = text.strip(_EDGES)
    if not text or len(text) > _LONGEST or _has_figures(text):
        return False
    parts = [p.strip(_EDGES) for p in _SEPARATOR.split(text)]
    if len(parts) > _MOST_PARTS:
        return False
    if "/" not in text:
        return all(map(_is_credited, parts))
    return any(map(_is_credited, parts)) and all(_is_named_with(p) or _is_credited(p) for p in parts)


def _is_credited(part: str) -> bool:
    return is_name(part) or bool(agency(part)) or part.casefold() in phrases("captions", "alone") or _is_sign(part)


def _is_named_with(part: str) -> bool:
    """Whether a part is somebody, as it stands beside one who is."""
    return part[:1].isupper() and len(part.split()) <= _FEW_WORDS


def is_plain_credit(text: str) -> bool:
    """Whether a short text can only be whose picture it is: labelled, with a sign, in brackets, or an agency's.

    >>> is_plain_credit("(Ada Quill)"), is_plain_credit("Foto: Quill"), is_plain_credit("Ada Quill (Reuters)")
    (True, True, True)
    >>> is_plain_credit("Ada Quill"), is_plain_credit("(in English)"), is_plain_credit("© 2024 Isle News")
    (False, False, False)
    >>> is_plain_credit("[PAUSE]"), is_plain_credit("An NBC News/"), is_plain_credit("Foto: Sotheby's")
    (False, False, True)
    >>> is_plain_credit("Photograph: Ada Quill/Isle News. Food styling: Bo Tern. Prop styling: Ida Holm.")
    True
    """
    if text.count(":") > 1 and (also := _NEXT_LABEL.search(text)):
        others = _NEXT_LABEL.split(text)[1:]
        return _is_one(text[: also.start()]) and all(_names(other.partition(":")[2].rstrip(".")) for other in others)
    return _is_one(text)


def _is_one(text: str) -> bool:
    if text.endswith(_UNFINISHED) or (len(text) > _LONGEST_NAME and not _may_be_long(text)):
        return False
    if _has_figures(text):
        return _RIGHTS.match(text) is not None
    first, inner = text[0], text.rstrip(".")
    if text.startswith(openers()) and _is_opened(text[len(next(filter(text.startswith, openers()))) :]):
        return True
    if _says_source(text):
        return _is_alone(text.partition(":")[2])
    if inner and inner[-1] in _CLOSING:
        return _is_signed(inner[1:-1]) and not _is_direction(text) if first in _OPENING else _is_placed(inner)
    if first == "©" or labelled(text):
        name = bare_credit(text)
        is_apart = (name[:1].isupper() and name != text) or any(mark in text for mark in _LABEL_ENDS)
        return is_apart and 2 <= len(name) <= _LONGEST_NAME and text[-1] not in "?!" and _names(name)
    if len(text) > _LONGEST_NAME:
        return False
    if "/" in text:
        return text[-1] != "." and is_credit(text) and _all_named(re.split(r"[\s/|,]+", text.strip(_EDGES)))
    if text[0] in "＝=":
        return _signed().fullmatch(text) is not None
    return _is_alone(inner) or bool(agency(text)) or _is_made_by(text) or _are_agencies(text)


def is_signed_credit(text: str) -> bool:
    """Whether a short text within an article is whose picture it is, as bylines are written too, or behind a bar.

    >>> [is_signed_credit(text) for text in ("Ada Quill, AP", "Ada Quill | AFP", "| Photo: AFP", "– Reuters pic")]
    [True, True, True, True]
    >>> [is_signed_credit(text) for text in ("Ada Quill", "Oslo, AP", "– Ada Quill", "Ferries, AFP said")]
    [False, False, False, False]
    """
    inner = text.lstrip(_LEADING)
    if inner and inner != text and is_plain_credit(inner):
        return True
    name, _, house = inner.rpartition(" | " if " | " in inner else ", ")
    if name and agency(house):
        return _NAMES_LEAST <= len(words := name.split()) <= _NAMES_MOST and _all_named(words)
    house, _, label = inner.rpartition(" ")
    return bool(house) and agency(house) is not None and label.lower() in phrases("captions", "credit")


def _is_opened(name: str) -> bool:
    """Whether what stands behind "Photo by" names somebody, and is no sentence."""
    name = name.strip(_EDGES)
    return 2 <= len(name) <= _LONGEST_NAME and (name[0].isupper() or bool(agency(name))) and _names(name)


def _is_alone(text: str) -> bool:
    """Whether a text is a word that stands for a credit: "Supplied"."""
    text = text.strip(_EDGES)
    return text.casefold() in phrases("captions", "alone") and (len(text) > _LONGEST_TITLE or text.isupper())


def _are_agencies(text: str) -> bool:
    """Whether a text is agencies joined by "via"."""
    return " via " in text and all(map(agency, text.split(" via ")))


def openers() -> tuple[str, ...]:
    """What credits begin with where no colon follows, as it is written: "Photo by"."""
    return phrases("captions", "opens")


def _is_direction(text: str) -> bool:
    """Whether a text is a word in capitals in square brackets, as in transcripts: "[PAUSE]"."""
    word = text.strip("[]")
    return text[0] == "[" and word.isalpha() and word.isupper() and not agency(word)


def _may_be_long(text: str) -> bool:
    """Whether a long credit may be so long: in brackets, with a label, or with rights."""
    if len(text) > _LONGEST:
        return False
    return text[0] in _OPENING or text[-1] in _CLOSING or any(mark in text for mark in _MARKS)


def ends_in_credit(text: str) -> bool:
    """Whether a text ends in its credit: in brackets after a sentence's end, a label or joined names, or after "©".

    >>> ends_in_credit("The pier at dusk. (Ada Quill)"), ends_in_credit("The pier at dusk. Photo: Ada Quill.")
    (True, True)
    >>> ends_in_credit("It hit the pier (Harbour Town)."), ends_in_credit("It hit the pier.")
    (False, False)
    >>> ends_in_credit("The pier at dusk (Ada Quill/Reuters )")
    True
    """
    if text[-1] in _CLOSING:
        m = _BRACKET.search(text, max(0, len(text) - _LONGEST))
        if m is None or m.start() == 0:
            return False
        return _is_marked(m[1], text[m.start() - 1]) or _are_joined(m[1].strip(), text[: m.start()].rstrip()[-2:])
    if text[-1] in _STOPS and not any(mark in text for mark in _MARKS):
        return False
    if any(is_plain_credit(text[m.end() :]) for m in _SENTENCE_END.finditer(text, max(1, len(text) - _LONGEST))):
        return True
    if "©" not in text and ":" not in text and "：" not in text:
        return False
    m = _label_inside().search(text, max(1, len(text) - _LONGEST_NAME))
    if m is None or not is_plain_credit(text[m.start() :]):
        return False
    before = text[: m.start()].rstrip(" ")[-1:]
    return m[0] == "©" or before in _DASHES or before in _STOPS


def is_credited_caption(text: str) -> bool:
    """Whether a text is a caption and its credit behind it: words, and what ``ends_in_credit`` finds, or a label.

    Of some 590 such lines in flatnews' pages that are no body, 525 are captions and 18 credits.

    >>> is_credited_caption("The old pier, 1983 Credit: Ada Quill"), is_credited_caption("A pier at dusk. (Ada Quill)")
    (True, True)
    >>> is_credited_caption("Photo: Ada Quill"), is_credited_caption("The old pier, in 1983: Ada Quill")
    (False, False)
    """
    if not text or len(text) > _LONGEST_CAPTION:
        return False
    if ends_in_credit(text):
        caption, credit = split_credit(text)
        return credit is not None and caption.count(" ") >= _CAPTION_BLANKS
    if ":" not in text:
        return False
    label = _label_inside().search(text, max(1, len(text) - _LONGEST_NAME))
    if label is None or ":" not in label[0] or text.count(" ", 0, label.start()) <= _CAPTION_BLANKS:
        return False
    return is_plain_credit(text[label.start() :])


def _has_figures(text: str) -> bool:
    """Whether a text has a digit, but for those of agencies: "g1"."""
    if not has_digit(text):
        return False
    return any(has_digit(word) and not agency(word) for word in _BETWEEN.split(text))


def credits_in(text: str) -> Iterator[Span]:
    """Where credits stand that say whose picture it is: in brackets, or as Japanese captions end.

    >>> text = "The dock at dusk (Photo: Ada Quill) The ferry (see above) is back."
    >>> [text[a:b] for a, b in credits_in(text)]
    ['(Photo: Ada Quill)']
    >>> text = "会見する首相（東京で、３日）＝ロイター首相は会見した。"
    >>> [text[a:b] for a, b in credits_in(text)]
    ['＝ロイター']
    """
    if "＝" in text or "撮影" in text:
        yield from (m.span() for m in _signed().finditer(text))
    for opened in _OPENED.finditer(text):
        at, end = opened.start(), _CLOSED.search(text, opened.end(), opened.end() + _LONGEST_NAME)
        if end and "\n" not in (inner := text[at + 1 : end.start()]) and _is_marked(inner.strip(), _NO_STOP):
            yield at, end.end()


def joined_credits_in(text: str) -> Iterator[Span]:
    """Where names stand in brackets that are joined as in credits.

    >>> text = "The dock at dusk. (Ada Quill/NurPhoto via Getty Images)The ferry (or boat/ship) is back."
    >>> [text[a:b] for a, b in joined_credits_in(text)]
    ['(Ada Quill/NurPhoto via Getty Images)']
    """
    for opened in _OPENED.finditer(text):
        at, end = opened.start(), _CLOSED.search(text, opened.end(), opened.end() + _LONGEST)
        inner = text[at + 1 : end.start()] if end else "\n"
        if end and "\n" not in inner and _are_joined(inner.strip(), text[max(0, at - 2) : at].rstrip()):
            yield at, end.end()


def glued_credits_in(text: str) -> Iterator[Span]:
    """Where a few Arabic words stand in brackets, glued to letters on both sides: who took a picture.

    >>> text = "عربة قطار زرقاء(وكالة النيل)عند الرصيف تقف عربة (زرقاء) لا تذهب."
    >>> [text[a:b] for a, b in glued_credits_in(text)]
    ['(وكالة النيل)']
    """
    yield from (m.span() for m in _GLUED.finditer(text))


@cache
def _signed() -> re.Pattern[str]:
    """How Japanese captions end, whatever follows: an agency after an equals sign, or who took the picture."""
    found = "|".join(sorted(map(re.escape, phrases("captions", "signed", "ja")), key=len, reverse=True))
    agencies = rf"[＝=](?:{found})(?!通信|[A-Za-zＡ-Ｚａ-ｚ])"
    return re.compile(rf"{agencies}|(?<=[、，＝=])[^\W\d_ぁ-ゟ]{{2,12}}撮影(?![ぁ-ゟ会所中時後前現])")


def _is_marked(inner: str, before: str) -> bool:
    """Whether what stands in brackets at a text's end is a credit: by its label, or by the sentence's end before it."""
    if not inner or _says_source(inner):
        return False
    if _is_alone(inner):
        return True
    if labelled(inner) or _is_made_by(inner):
        is_short = (label := _labels().match(inner)) is not None and label[0].rstrip()[-1:] == "."  # "fot."
        return is_short or inner[0] > "\u2e7f" or any(mark in inner for mark in _LABEL_ENDS) or before in _STOPS
    if _labelled_by_house(inner):
        return True
    is_quoted = before in _STOPS[_QUOTE:]  # then a name in brackets says whose words they are
    return before in _STOPS and _is_signed(inner) and (not is_quoted or "/" in inner or bool(agency(inner)))


def _are_joined(inner: str, before: str) -> bool:
    """Whether what stands in brackets is names joined as in credits, one of them an agency's or after a sentence's end.

    >>> _are_joined("Ada Quill/NurPhoto via Getty Images", "a"), _are_joined("CDU/CSU", "s"), _are_joined("he/she", "n")
    (True, False, False)
    """
    if not any(joint in inner for joint in _JOINTS) or not _is_signed(inner):
        return False
    parts = [part.strip(_EDGES) for part in _SEPARATOR.split(inner)]
    return any(map(agency, parts)) or (before[-1:] in _STOPS and before != "" and any(" " in part for part in parts))


def _is_signed(inner: str) -> bool:
    """Whether what stands in brackets is a label with a name, or names."""
    words = inner.split()
    most = _JOINED_WORDS if any(joint in inner for joint in _JOINTS) else _NAME_WORDS
    if not 0 < len(words) <= most or _has_figures(inner):
        return False
    if labelled(inner) or is_credit(inner) or _is_made_by(inner) or _labelled_by_house(inner):
        return True
    return _all_named(words) and (len(words) > 1 or not inner.strip(".!").isalpha())  # "(Laughs)" is no name


def _is_placed(text: str) -> bool:
    """Whether a text is a name and an agency in brackets."""
    m = _BRACKET.search(text)
    return m is not None and ("/" in m[1] or bool(agency(m[1]))) and is_credit(m[1]) and is_name(text[: m.start()])


def _is_made_by(text: str) -> bool:
    """Whether a text ends with the word for who took or gave the picture, as in Japanese."""
    return text[-1] > "\u2e7f" and len(text) <= _LONGEST_WIDE and text.endswith(phrases("captions", "credit last"))


def _names(text: str) -> bool:
    """Whether what stands behind a label names somebody: it has capitals or is a known word."""
    return is_credit(text) or _all_named([word for word in re.split(r"[\s/|,;()]+", text) if word])


def _all_named(words: list[str]) -> bool:
    """Whether words are capitalised, but for agencies and for what names and agencies are joined by."""
    is_named = any(w[0].isalpha() and not w[0].islower() for w in words)
    return is_named and all(not w[0].islower() or w in _JOINED or w in PARTICLES or agency(w) for w in words)


def _says_source(text: str) -> bool:
    """Whether a text begins with "Source:": figures have one as well as pictures, and so have articles.

    Names joined by a slash, or an agency in brackets, are a picture's.

    >>> [_says_source(text) for text in ("(Source: Isle Bank)", "(Source: Ada Quill/Reuters)", "Source: Reuters")]
    [True, False, True]
    """
    label, colon, named = text.lstrip("([（").partition(":")
    if colon != ":" or label.strip().lower() not in source_labels():
        return False
    named = named.strip(" )]）.")
    return not (is_credit(named) and ("/" in named or (text[0] in _OPENING and agency(named))))


@cache
def source_labels() -> frozenset[str]:
    """What the name of a source is labelled with, in all languages."""
    return frozenset(map(str.lower, phrases("bylines", "sources")))


def begins_as_caption(text: str) -> bool:
    """Whether a text begins with what archives write before a caption, or says that it is one.

    >>> begins_as_caption("FILE - The old pier at dusk."), begins_as_caption("Files were lost.")
    (True, False)
    >>> begins_as_caption("Bildunterschrift: Der alte Kai"), begins_as_caption("Legende ist der alte Kai.")
    (True, False)
    """
    if text.startswith(phrases("captions", "begins")) or picture_label(text) is not None:
        return True
    label = _caption_labels().match(text)
    return label is not None and label[0].rstrip()[-1] in ":："


def closes_caption(text: str) -> bool:
    """Whether a line is the button that hides a caption, and stands behind it.

    >>> closes_caption("hide caption"), closes_caption("The caption")
    (True, False)
    """
    return text in phrases("captions", "closes")


def closing_buttons_in(text: str) -> Iterator[Span]:
    """Where such buttons stand in running text.

    >>> text = "The dock at dusk Hide CaptionThe ferry is back."
    >>> [text[a:b] for a, b in closing_buttons_in(text)]
    ['Hide Caption']
    """
    if _BUTTON in text:
        yield from (m.span() for m in _buttons().finditer(text))


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases("captions", "closes"))))


def labelled(text: str) -> bool:
    """Whether a text begins with a label such as "Photo:".

    >>> labelled("Foto: Quill/dpa"), labelled("Photographs of the pier")
    (True, False)
    """
    return bool(_labels().match(text))


def _labelled_by_house(inner: str) -> bool:
    """Whether what stands in brackets is a house and a label, and a name: "Reuters photo: Quill".

    >>> _labelled_by_house("U.S. Navy photo by Ada Quill"), _labelled_by_house("Reuters said: No")
    (True, False)
    """
    return _house_labels().match(inner) is not None


@cache
def _house_labels() -> re.Pattern[str]:
    small = "|".join(re.escape(p) for p in phrases("captions", "credit") if p.isalpha() and p.islower())
    house, label = rf"(?:[{UPPER}][\w.&'’-]{{1,20}}\s){{1,4}}", rf"(?:{small}|{_label_forms()})"
    return re.compile(rf"{house}{label}(?:\s?[:：]|\sby)\s?[{UPPER}]")


def _is_sign(text: str) -> bool:
    """The capitals that a house signs with: "SRF"."""
    return text.isupper() and 2 <= len(text) <= 5 and text.isalpha()


@cache
def _labels() -> re.Pattern[str]:
    """A label such as "Photo:" at the start of a credit."""
    return re.compile(rf"(?:{_label_forms()})(?:\s?(?:[:：＝/…]|\.\.\.)\s?|\s(?=[^\sa-z])|$)|©\s?")


@cache
def _label_forms() -> str:
    found = phrases("captions", "credit")
    forms = {form for p in found for form in (p.capitalize(), p.upper(), p.title())}
    forms.update(p for p in found if p[0] > "\u2e7f" or p[-1] == ".")
    return "|".join(re.escape(f) for f in sorted(forms, key=lambda f: (-len(f), f)))


@cache
def _label_inside() -> re.Pattern[str]:
    """A label in mid-text, after a stop, a blank or glued to a small letter; it needs a colon, "by" or a sign."""
    return re.compile(
        rf"(?<![A-Z-])(?:(?:{_label_forms()})\s?[:：＝]|(?:Photo|Picture|Image|Photograph)s? by\s|Copyright\s|©)"
    )


@cache
def _caption_labels() -> re.Pattern[str]:
    found = "|".join(map(re.escape, phrases("captions", "caption")))
    return re.compile(rf"(?:{found})(?:\s?[:：]\s?|\s(?=[A-Z]))", re.IGNORECASE)


def _uncaptioned(text: str) -> str:
    if picture := picture_label(text):
        return text[picture.end :]
    m = _caption_labels().match(text)
    if not m and begins_as_caption(text):
        label = next(label for label in phrases("captions", "begins") if text.startswith(label))
        return text[len(label) :].lstrip(_EDGES)
    return text[m.end() :] if m else text


def _copyright_first(text: str) -> tuple[str, str] | None:
    """ "Image copyright X Image caption Y"."""
    m = re.match(r"(?:Image|Media)\s(?:copyright|source)[:,]?\s(.{2,80}?)\s?(?:Image|Media)\scaption[:,]?\s", text)
    return (text[m.end() :], m[1]) if m else None


def _bracketed(text: str) -> tuple[str, str] | None:
    m = _BRACKET.search(text)
    if not m or not (is_credit(m[1]) or bare_credit(m[1]) != m[1] or _labelled_by_house(m[1])):
        return None
    head, credit = text[: m.start()], m[1]
    if before := _after_stop(head):  # "… . Ada Quill (Reuters)"
        return before[0], f"{before[1]} ({credit})"
    return (head, credit) if head[-1:] in ".!?…”»" or not is_name(credit) else None  # "Ada Quill (Harbour Town)"


def _labelled(text: str) -> tuple[str, str] | None:
    if not any(mark in text for mark in _LABEL_MARKS):
        return None
    m = _label_inside().search(text, max(0, len(text) - _LONGEST))
    return (text[: m.start()], text[m.start() :]) if m else None


def _after_stop(text: str) -> tuple[str, str] | None:
    for m in _TAIL.finditer(text, max(0, len(text) - _LONGEST)):
        if is_credit(text[m.end() :]):
            return text[: m.start()], text[m.end() :]
    return ("", text) if is_credit(text) and "/" in text else None


def _agency_last(text: str) -> tuple[str, str] | None:
    """An agency and a name after it, where no stop parts them from the caption: "… on Monday EFE/ Ada Quill".

    One that is not known is told by its capitals before a slash, a handout by who passed it on.

    >>> _agency_last("The pier on the last day of the strike MERIDIAN/Ada Quill")
    ('The pier on the last day of the strike', 'MERIDIAN/Ada Quill')
    >>> _agency_last("The pier at low tide Handout via Gulf Wire"), _agency_last("The pier of the ABC/Bo group")
    (('The pier at low tide', 'Handout via Gulf Wire'), None)
    """
    words = text.split(" ")
    for at in range(max(1, len(words) - 6), len(words)):
        tail = " ".join(words[at:])
        second = words[at + 1 : at + 2]
        is_apart = "/" in tail or not words[at - 1].islower() or second == ["via"]
        if is_apart and _signs_credit(words[at], second, tail) and is_credit(tail):
            return " ".join(words[:at]), tail
    return None


def _signs_credit(first: str, second: Sequence[str], tail: str) -> bool:
    """Whether a credit may begin with these words: an agency's name, its sign and a name, or what was passed on."""
    house, slash, _ = first.partition("/")
    if agency(re.split(r"[/|]", first, maxsplit=1)[0]) or agency(" ".join((first, *second))):
        return True
    if slash and len(house) >= _SIGN and house.isupper() and house.isalpha():
        return is_name(tail[len(house) + 1 :].strip())
    return second == ["via"] and first[:1].isupper() and first.casefold() in phrases("captions", "alone")
