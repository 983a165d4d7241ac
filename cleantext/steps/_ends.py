"""What stands at an article's end, or over it, and is about who wrote it: biographies, and who reported from where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from cleantext.document import Block, Role
from cleantext.models.neighbours import NOTICE, NOTICES
from cleantext.models.roles import Judgement
from cleantext.models.said import SURE, Said
from cleantext.text.biographies import begins_with_pronoun, heads_biography, leading_name, named_in, noted, tells_role
from cleantext.text.kinds import LONGEST
from cleantext.text.names import read_byline
from cleantext.text.reporters import is_report

_STOPS = frozenset(".!?…\"”»")
_KEPT = frozenset({Role.BODY, Role.SUBHEAD})
_BIOGRAPHY, _LEAD = 0.15, 30  # share of the body that may be about its author, characters before the name
_BY = 12  # characters before a name in what heads the body
_HEADS = 60  # blocks before the body, and late ones, that may name the author, so that time stays linear
_NO_SUBJECT = (":", "'", "’")  # behind a name that does not begin a sentence about the author
_BYLINES = 5  # of more the authors are not looked for
_PARTS = 4  # of a sentence that fine cuts took apart
_SENTENCES = 5  # about the author that may have gone before one that stayed
_NOTED = 3  # blocks of the body, among the first of which an editor may say who wrote it


def without_ends(judged: list[Block]) -> list[Block]:
    """The blocks, where those of the body that are about its author, or say who reported, are furniture."""
    body = [i for i, b in enumerate(judged) if b.role is Role.BODY]
    if not body:
        return judged
    late = _last_part(judged, body)
    gone = dict.fromkeys((i for i in body[len(body) // 2 :] if is_report(judged[i].text)), "who reported")
    gone |= dict.fromkeys(_biographies(judged, body, late) or _last_biographies(judged, body, late), "about the author")
    gone |= dict.fromkeys((i for i in body[:_NOTED] if noted(judged[i].text)), "about the author")
    gone |= dict.fromkeys(_announced(judged, body), "about the author")
    return [_furniture(b, gone[i]) if i in gone else b for i, b in enumerate(judged)] if gone else judged


def _furniture(block: Block, why: str) -> Block:
    said = Said(why)
    if isinstance(block.evidence, Judgement):
        block.evidence.role, block.evidence.more = Role.FURNITURE, said
    return replace(block, role=Role.FURNITURE, confidence=SURE)


def _last_biographies(judged: Sequence[Block], body: Sequence[int], late: int) -> Sequence[int]:
    """The body's last blocks, where they say what somebody is whom it has not named before, and go on about them.

    They may go on from a block that says so and is no body.
    """
    last = [k for k, i in enumerate(body) if i >= late or i == body[-1]]
    first = len(body)
    names: set[str] = set()
    for k in reversed(last[-_HEADS:]):
        if name := _named(judged, body[k]):
            first, names = k, names | {name}
        elif _is_rest(judged, body[k]):
            continue
        elif not begins_with_pronoun(judged[body[k]].text):
            break
        elif name := _dropped_before(judged, body[k]):
            first, names = k, names | {name}
            break
    if first == len(body) or not first:
        return []
    said = " ".join([judged[i].text for i in body[:first]])
    return [] if any(name.rpartition(" ")[2] in said for name in names) else body[first:]


def _named(judged: Sequence[Block], at: int) -> str:
    """Of whom the sentence that begins with a block of the body says what they are."""
    text = judged[at].text
    for i in range(at + 1, min(at + _PARTS, len(judged))):
        if not _is_rest(judged, i):
            break
        text = f"{text} {judged[i].text}"
    return named_in(text)


def _is_rest(judged: Sequence[Block], at: int) -> bool:
    """Whether a block of the body goes on with a sentence that fine cuts took apart."""
    before = judged[at - 1] if at else None
    return before is not None and before.role is judged[at].role is Role.BODY and before.text[-1] not in _STOPS


def _announced(judged: Sequence[Block], body: Sequence[int]) -> Iterator[int]:
    """The body's blocks that say what somebody is behind a notice, or a label such as "About the author", and go on.

    Such a label is none of the body either.
    """
    about = -2  # the last of them; none yet
    for i in body:
        before = judged[i - 1] if i else None
        if about == i - 1 and (begins_with_pronoun(judged[i].text) or _is_rest(judged, i)):
            about = i
        elif before and (heads_biography(before.text) or _is_notice(before)) and _named(judged, i):
            about = i
            if heads_biography(before.text) and before.role in _KEPT:
                yield i - 1
        if about == i:
            yield i


def _is_notice(block: Block) -> bool:
    """Whether a block went since it says what sites say of themselves, whose opinion a text is perhaps."""
    more = block.evidence.more if isinstance(block.evidence, Judgement) else None
    return block.role is Role.FURNITURE and isinstance(more, Said) and more.rule in (NOTICE, NOTICES)


def _dropped_before(judged: Sequence[Block], at: int) -> str:
    """Of whom a block that is no body says what they are, and the one behind it goes on about them; or nothing."""
    for block in reversed(judged[max(0, at - _SENTENCES) : at]):
        if block.role is not Role.FURNITURE:
            break
        if (name := named_in(block.text)) or not begins_with_pronoun(block.text):
            return name
    return ""


def _biographies(judged: Sequence[Block], body: Sequence[int], late: int) -> Sequence[int]:
    """The body's blocks from one near the end on that begins with an author's name that the body has not said."""
    names = _signed(judged, body) | _headed(judged, body[0], late) | _introduced(judged, late) | _above(judged, late)
    at = next((i for i in range(late, len(judged)) if names and _tells_of(judged[i], names)), -1)
    if at < 0:
        return []
    said = " ".join([judged[i].text for i in body if i < at])
    named = {name for name in names if judged[at].text.find(name, 0, _LEAD + len(name)) >= 0}
    return [] if any(name in said for name in named) else [i for i in body if i >= at]


def _last_part(judged: Sequence[Block], body: Sequence[int]) -> int:
    """The block from which on what stands of the body may be about its author."""
    left = _BIOGRAPHY * sum([len(judged[i].text) for i in body])
    for i in reversed(body):
        left -= len(judged[i].text)
        if left < 0:
            return i + 1
    return body[0]


def _signed(judged: Sequence[Block], body: Sequence[int]) -> set[str]:
    """Whose names sign the article; late in the body it is another's name."""
    signed = [i for i, b in enumerate(judged) if b.role is Role.BYLINE and len(b.text) <= LONGEST]
    outside = [i for i in signed if not body[len(body) // 2] < i < body[-1]]
    return {name for i in outside[:_BYLINES] for name in read_byline(judged[i].text).authors if " " in name}


def _headed(judged: Sequence[Block], first: int, late: int) -> set[str]:
    """The names with which late blocks begin, as lines before the body do: "Ada Quill: Why I left", "by Ada Quill"."""
    head = [b.text for b in judged[max(0, first - _HEADS) : first] if b.role is not Role.CAPTION]
    found = {leading_name(b.text) for b in judged[late : late + _HEADS] if b.role is not Role.BYLINE} - {""}
    return {name for name in found if any(text.find(name, 0, _BY + len(name)) >= 0 for text in head)}


def _introduced(judged: Sequence[Block], late: int) -> set[str]:
    """The names of those of whom late blocks say that they write for a house."""
    return {leading_name(b.text) for b in judged[late : late + _HEADS] if tells_role(b.text)}


def _above(judged: Sequence[Block], late: int) -> set[str]:
    """The names of late bylines right above a block that says what those are."""
    pairs = pairwise(judged[late : late + _HEADS])
    bylines = ((b, after) for b, after in pairs if b.role is Role.BYLINE and len(b.text) <= LONGEST)
    return {name for byline, after in bylines if (name := named_in(after.text)) and name in byline.text}


def _tells_of(block: Block, names: Set[str]) -> bool:
    """Whether a block begins with one of these names, or a few words and the name: "About the author: Ada Quill".

    With a colon behind it the name says who speaks: "Ada Quill: I have sailed on it for years." What is no body itself
    begins with the name, and goes on as a sentence.
    """
    text, is_body = block.text, block.role is Role.BODY
    if block.role is Role.BYLINE and text[-1] not in _STOPS:
        return False  # who wrote it, two of them perhaps
    for name in names:
        at = text.find(name, 0, (_LEAD if is_body else 0) + len(name))
        then = text[at + len(name) : at + len(name) + 2]
        if at >= 0 and "." not in text[:at] and (then[:1] not in _NO_SUBJECT if is_body else then[1:].islower()):
            return True
    return False
