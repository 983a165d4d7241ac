"""A document told to a person: each block, what it was held to be, what became of it, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cleantext.document import Block, Document, Facts, Reason
from cleantext.report.terminal import Paint, clipped, harmless, wrapped

WIDTH = 80
GUTTER = 26  # fate, role and confidence, left of the text
WEIGHTIEST = 3  # reasons told
LINES = 3  # of a block's text shown

_STEP = re.compile(r"^[a-z]+\.(?=[a-z_]+$)")  # in front of the rules that steps give themselves
_SCORE = re.compile(r"^(?:mean )?(?:page |(?P<caption>caption ))?score\b[^:]*: (?P<value>-?[\d.]+)$")  # in logits
_WORD = re.compile(r"^(?P<where>says|begins|ends): (?P<word>\S+)$")
_HOLDS = {"says": "says", "begins": "begins with", "ends": "ends in"}


def explain(document: Document, name: str = "", *, columns: int = WIDTH, paint: Paint | None = None) -> str:
    """Every block of a document with its role, its confidence and the weightiest reasons, as text for a terminal.

    >>> print(explain(Document.of("Rain fell."), "a.txt"))
    a.txt: 1 block, 1 kept, 0 dropped
    <BLANKLINE>
    kept                      Rain fell.
    <BLANKLINE>
    """
    paint = paint or Paint(False)
    columns = max(columns, GUTTER + 20)
    shared = _shared(document.blocks)
    rows = (row for block in document.blocks for row in _block(block, shared, columns, paint))
    return "\n".join([*_head(document, name, paint), "", *rows, *_foot(document, columns, paint)])


def _head(document: Document, name: str, paint: Paint) -> Iterator[str]:
    blocks, kept, dropped = len(document.blocks), len(document.kept), len(document.removed)
    count = f"{blocks} block{'' if blocks == 1 else 's'}, {kept} kept, {dropped} dropped"
    yield paint("head", f"{harmless(name)}: {count}" if name else count)
    for warning in document.warnings:
        yield paint("dropped", f"warning: {warning}")


def _shared(blocks: Iterable[Block]) -> frozenset[str]:
    """The rules that spoke on every block: they are about the document and tell no block from another."""
    found = [frozenset(reason.rule for reason in block.reasons) for block in blocks if block.reasons]
    return frozenset.intersection(*found) if len(found) > 1 else frozenset()


def _block(block: Block, shared: frozenset[str], columns: int, paint: Paint) -> Iterator[str]:
    style = "kept" if block.kept else "dropped"
    text = harmless(" ".join((block.text or "(nothing left of it)").split()))
    room = columns - GUTTER
    left = _left(block)
    for shown in wrapped(clipped(text, room * LINES - room // 4), room):
        yield paint(style, f"{left:{GUTTER}}") + shown if left else " " * GUTTER + shown
        left = ""
    step = f"  by {block.dropped_by}" if block.dropped_by else ""
    once: dict[str, Reason] = {}
    for reason in block.reasons:
        if reason.rule not in shared:
            once.setdefault(reason.rule, reason)
    reasons = [told(reason) for reason in list(once.values())[:WEIGHTIEST]]
    for line in [line for reason in reasons for line in wrapped(reason, room)] or [""]:
        if step or line:
            yield paint(style, f"{step:{GUTTER}}" if line else step) + paint("faint", line)
        step = ""
    yield ""


def _left(block: Block) -> str:
    role = f"{block.role:<10} {block.confidence:4.0%}" if block.role else ""
    return f"{'kept' if block.kept else 'dropped':8} {role}"


def told(reason: Reason) -> str:
    """A reason in words, with its weight in logits.

    >>> told(Reason("captions.no_final_stop", 1.24)), told(Reason("share of digits: 0.1 to 0.3", -0.8))
    ('+1.2 no final stop', '-0.8 share of digits: 0.1 to 0.3')
    """
    words = reason.note or _plain(_STEP.sub("", reason.rule).replace("_", " "))
    return f"{reason.weight:+.1f} {harmless(words)}"


def _plain(rule: str) -> str:
    """A rule as a reader understands it who knows no model.

    >>> _plain("score of its paragraph: -4"), _plain("caption score after: 0.6"), _plain("begins: by")
    ('score of its paragraph: -4, unlike body', 'caption score after: 0.6, in doubt', 'begins with “by”')
    """
    if found := _SCORE.search(rule):
        value, kind = float(found["value"]), "a caption" if found["caption"] else "body"
        return f"{rule}, " + (f"like {kind}" if value >= 1 else f"unlike {kind}" if value <= -1 else "in doubt")
    if found := _WORD.search(rule):
        return f"{_HOLDS[found['where']]} “{found['word']}”"
    return rule


def _foot(document: Document, columns: int, paint: Paint) -> Iterator[str]:
    mends = Counter(edit.rule for edit in document.edits if edit.category in ("mend", "space"))
    told = [f"{rule} {count}×" for rule, count in mends.most_common()]
    for label, text in (("mended", ", ".join(told)), *_facts(document.facts)):
        for line in wrapped(harmless(text), columns - 12) if text else ():
            yield paint("place", f"{label:12}") + line
            label = ""


def _facts(facts: Facts) -> Iterator[tuple[str, str]]:
    for label, value in facts._asdict().items():
        for text in [value] if isinstance(value, str) else value or ():
            yield label, text
