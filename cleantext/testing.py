"""The laws that every step keeps, as a check for steps of your own.

    from cleantext.testing import check_step

    def test_hyphens_keeps_the_laws():
        check_step(Hyphens, mends=True)

Each law is a function here that takes a document and what a step made of it; ``docs/laws.md`` tells them in words.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from inspect import Parameter, signature
from itertools import cycle, pairwise
from time import process_time
from typing import Any

from cleantext.chain import Link, build
from cleantext.document import Block, Document, Role, replay, split, undo
from cleantext.errors import LawError
from cleantext.plugins import table_for
from cleantext.steps import Step

Law = Callable[[Document, Document], None]

TEXTS: Mapping[str, str] = {
    "empty": "",
    "blank": " \n\t \n",
    "one word": "Rain",
    "article": "The ferry will run again on Monday.\n\nIts owner said the engine had been mended.\n\nFares stay.",
    "glued": "The ferry will run again.Its owner said so.“We are glad,” he said.It was mended inOslolast week.",
    "page": "Home News Sport\nFERRY BACK ON MONDAY\nBy Ida Holm\nPublished: 10:09, 7 November 2021\n"
    "The ferry will run again, its owner said.\nThe ferry in its dock (Photo: Nils Moe)\n"
    "The engine was mended last week.\nShare this story",
    "damaged characters": "The ownerâ€™s ferry &amp; its crew\u00a0\u200bcame ba\u00adck.\r\n\r\nNobody was hurt\u2026",
    "re-wrapped": "One came. Two came.\n\n\n\nThree came. Four came.\n\n\n\nFive came. Six came.\n\n\n\nSeven came.",
    "no capitals": "船は月曜日に再び運航する。会社は金曜日に発表した。\n\n修理は先週終わった。",
    "right to left": "ستعود العبارة يوم الاثنين. وقالت الشركة ذلك يوم الجمعة.",
    "odd": "\ufeff\x00((“”\"'.,\n\n…—&#x41;&lt;\u2028\U0001f6a2\u0301 a.B?C!D 3.5 U.S. www.x.org/a.B",
}

_RUNS: Mapping[str, str] = {
    "sentences": "The ferry will run again, its owner said. Nobody was hurt.\n\n",
    "glue": "It ran again.Its owner said so.",
    "one letter": "a",
    "capitals": "aB",
    "stops": ".",
    "quotes": '"',
    "blanks": " ",
    "lines": "A\n",
    "entities": "&amp;",
    "brackets": "(",
}
_SIZES = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000)  # characters
_TELLING = 16_000  # characters: 16 times the least, so that a square law shows as 16 times the time for each
_SLACK = 4.0  # times the best time per character: well below 16, well above a busy machine's noise
_TICK = 0.002  # seconds; what takes less says nothing
_PLENTY = 0.1  # seconds; what takes more needs no longer text
_TRIES = 5  # times that both are measured again: what else runs may slow one of the two, but hardly each time


def check_step(
    step: str | Step | Callable[..., Step],
    *,
    texts: Iterable[str] | Mapping[str, str] | None = None,
    mends: bool = False,
    inserts: bool = False,
    timed: bool = True,
) -> None:
    """Check a step against the laws; give its name, its factory or the step itself.

    The laws are tried on built-in texts and on ``texts``, each as one block, as many, and as many with roles.
    ``mends`` says that the step only mends, so that twice must be once; ``inserts`` that it may insert characters (of
    the built-in steps, ``encoding`` alone); ``timed=False`` leaves out the measuring of time.

    >>> check_step("captions", timed=False)

    Raises ``LawError``, which names the law, the step and the text.
    """
    name, made = _name_of(step), _built(step)
    documents = dict(_documents({**TEXTS, **_named(texts)}))
    laws = LAWS if inserts else LAWS + INVENTED
    answers = {text: made(document) for text, document in documents.items()}
    for text, answer in answers.items():
        check_laws(documents[text], answer, laws, step=name, text=text)
    if mends:
        check_twice(made, documents, name)
    check_memory(made, documents, answers, name)
    if timed:
        check_linear(made, name)


def check_laws(before: Document, after: Document, laws: Sequence[Law], *, step: str, text: str) -> None:
    """Check what a step made of a document; a broken law is a ``LawError`` that tells the step and the text."""
    for law in laws:
        try:
            law(before, after)
        except LawError as error:
            raise LawError(f"step {step!r} breaks the law {law.__name__!r} on {text!r}: {error}") from None


def partition(before: Document, after: Document) -> None:
    """Blocks are in order, disjoint, and hold all of the original that is not white space."""
    _require(after.original == before.original, "the original was changed")
    _require(after.known == before.known, "what the caller knows was changed")
    at = 0
    for block in after.blocks:
        _require(at <= block.start <= block.end, f"a block at {block.start}:{block.end} begins before {at}")
        lost = after.original[at : block.start].strip()
        _require(not lost, f"{lost!r} before {block.start} is in no block")
        at = block.end
    _require(at <= len(after.original), f"a block ends at {at}, behind the end of the original")
    lost = after.original[at:].strip()
    _require(not lost, f"{lost!r} at the end is in no block")


def ledger(before: Document, after: Document) -> None:
    """The edits replayed over the original give the text; undone, they give the original back."""
    original, edits = after.original, after.edits
    for one, other in pairwise(edits):
        _require(one.end <= other.start, f"the edits {one} and {other} overlap")
    _require(replay(original, edits) == after.text, "the edits replayed do not give the text")
    _require(undo(after.text, edits) == before.original, "the edits undone do not give the original back")
    for block in after.blocks:
        moved = [edit._replace(start=edit.start - block.start, end=edit.end - block.start) for edit in block.mends]
        told = replay(original[block.start : block.end], moved)
        _require(told == block.text, f"the mends of a block give {told!r}, its text is {block.text!r}")


def nothing_invented(before: Document, after: Document) -> None:
    """No character that is not white space was put in."""
    rest = iter(_solid(before))
    for character in _solid(after):
        _require(character in rest, f"{character!r} was put in")


def order(_: Document, after: Document) -> None:
    """Kept blocks stand in the original's order."""
    for one, other in pairwise(after.kept):
        _require(one.start <= other.start, f"{other.text!r} stands after {one.text!r}")


def no_silence(before: Document, after: Document) -> None:
    """What comes out empty says so, and what was dropped says by whom."""
    for block in after.blocks:
        _require(block.dropped_by != "", f"{block.text!r} was dropped by nobody")
    if before.original.strip() and not after.kept:
        _require(bool(after.warnings), "nothing was kept, and no warning says so")


LAWS: tuple[Law, ...] = (partition, ledger, order, no_silence)
INVENTED: tuple[Law, ...] = (nothing_invented,)


def check_twice(step: Step, documents: Mapping[str, Document], name: str) -> None:
    """Twice is once: over the step's own output there is nothing left to do."""
    for text, document in documents.items():
        once = step(document)
        for again in (step(once).text, step(Document.of(once.text, **document.known)).text):
            if again != once.text:
                raise LawError(
                    f"step {name!r} breaks the law 'twice_is_once' on {text!r}: {once.text!r} became {again!r}"
                )


def check_memory(
    step: Step, documents: Mapping[str, Document], answers: Mapping[str, Document], name: str
) -> None:
    """No memory: the answers are the same in another order, and after pickling."""
    copy = _pickled(step, name)
    for text in reversed(list(documents)):
        told = f"step {name!r} breaks the law 'no_memory' on {text!r}"
        _same(step(documents[text]), answers[text], told)
        _same(copy(pickle.loads(pickle.dumps(documents[text]))), answers[text], f"{told}, pickled")


def _pickled(step: Step, name: str) -> Step:
    try:
        copy: Step = pickle.loads(pickle.dumps(step))
    except Exception as error:
        raise LawError(f"step {name!r} breaks the law 'no_memory': it cannot be pickled: {error}") from error
    return copy


def check_linear(step: Step, name: str) -> None:
    """Linear: twice the text takes about twice as long, whatever the text."""
    for text, unit in _RUNS.items():
        rates: list[float] = []
        for size in _SIZES:
            rates.append(_rate(step, unit, size))
            if size >= _TELLING and (times := rates[-1] / min(rates)) > _SLACK:
                least = _SIZES[rates.index(min(rates))]
                if all((times := _rate(step, unit, size) / _rate(step, unit, least)) > _SLACK for _ in range(_TRIES)):
                    raise LawError(
                        f"step {name!r} breaks the law 'linear' on a run of {text}: {size} characters took "
                        f"{times:.1f} times as long for each as {least} did"
                    )
            if size >= _TELLING and rates[-1] * size > _PLENTY:
                break


def _rate(step: Step, unit: str, size: int) -> float:
    """Seconds for each character of a text of so many; garbage is left lying meanwhile."""
    document, collects = Document.of(unit * (size // len(unit))), gc.isenabled()
    gc.disable()
    try:
        began = process_time()
        step(document)
        return max(process_time() - began, _TICK) / size
    finally:
        if collects:
            gc.enable()


def _documents(texts: Mapping[str, str]) -> Iterator[tuple[str, Document]]:
    for name, text in texts.items():
        whole = Document.of(text, title="Ferry back on Monday", language="en")
        yield name, whole
        cut = whole.with_blocks(piece for block in whole.blocks for piece in _lines(block, whole.original))
        yield f"{name}, as lines", cut
        roles = cycle((None, *Role))
        judged = cut.with_blocks(
            replace(block, role=role, confidence=0.6) for block, role in zip(cut.blocks, roles, strict=False)
        )
        yield f"{name}, with roles", judged
        yield f"{name}, in part dropped", judged.with_blocks(
            replace(block, dropped_by="check") if at % 3 == 1 else block for at, block in enumerate(judged.blocks)
        )


def _lines(block: Block, original: str) -> list[Block]:
    pieces, at = [], 0
    for line in block.text.split("\n"):
        if stripped := line.strip():
            start = at + line.index(stripped)
            pieces.append((start, start + len(stripped), 0.7))
        at += len(line) + 1
    return split(block, pieces, original)


def _named(texts: Iterable[str] | Mapping[str, str] | None) -> Mapping[str, str]:
    if isinstance(texts, Mapping):
        return texts
    return {f"text {at}": text for at, text in enumerate(texts or ())}


def _name_of(step: Any) -> str:
    return step if isinstance(step, str) else getattr(step, "__name__", type(step).__name__)


def _built(step: Any) -> Step:
    if isinstance(step, str):
        return build(Link(step), table_for([step]))
    made: Step = step() if isinstance(step, type) or not _takes_a_document(step) else step
    return made


def _takes_a_document(step: Any) -> bool:
    return any(
        p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
        for p in signature(step).parameters.values()
    )


def _same(found: Document, wanted: Document, told: str) -> None:
    if found != wanted or found.text != wanted.text:
        raise LawError(f"{told}: {wanted.text!r} the first time, then {found.text!r}")


def _solid(document: Document) -> str:
    return "".join("".join(block.text.split()) for block in document.blocks)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise LawError(otherwise)
