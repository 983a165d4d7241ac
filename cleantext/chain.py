"""A chain is a list of steps, and itself a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cleantext.document import Document, laid_over
from cleantext.errors import ChainError, UsageError
from cleantext.steps import STEPS, Step, StepSpec

_PASSES = 20  # on flatnews and over random texts 4 are the most that a text took


class Link(NamedTuple):
    """A step by name, with its options: a chain as data."""

    name: str
    options: Mapping[str, Any] = {}


class Chain:
    """Steps called one after the other.

    Steps that only mend, if ``unglue`` and ``paragraphs`` are among them, are called again over the text that they
    made until it stays as it is: what a cut changes is what other cuts are judged by.

    A step is given by its name, as a ``Link`` with its options, or as a function from document to document.

    >>> from cleantext.chain import Chain, Link
    >>> Chain(["spaces"])(Document.of("two  blanks")).text
    'two blanks'
    >>> Chain([Link("paragraphs", {"threshold": 0.3})])
    Chain(paragraphs)

    Raises ``UsageError`` for an unknown step or option, ``ChainError`` for an order that cannot work, and ``TypeError``
    for what is no step.
    """

    __slots__ = ("_plugged", "_settles", "_steps", "links")

    def __init__(self, links: Iterable[Link | Step | str], *, table: Mapping[str, StepSpec] = STEPS) -> None:
        self.links = tuple(Link(link) if isinstance(link, str) else link for link in links)
        for link in self.links:
            if not (isinstance(link, Link) or callable(link)):
                raise TypeError(f"a step is a name, a Link or a function from Document to Document, not {link!r}")
        names = [link.name for link in self.links if isinstance(link, Link)]
        check_order(names, table)
        self._plugged = {name: table[name] for name in names if name not in STEPS}
        self._steps: tuple[Step, ...] = tuple(
            build(link, table) if isinstance(link, Link) else link for link in self.links
        )
        only_mends = len(names) == len(self.links) and all(table[name].mends for name in names)
        self._settles = only_mends and {"unglue", "paragraphs"}.issubset(names)

    def __call__(self, document: Document) -> Document:
        if not isinstance(document, Document):
            raise TypeError(f"a chain takes a Document, not {type(document).__name__}: make one with Document.of(text)")
        if self._settles and all(block.role is None and block.kept for block in document.blocks):
            return self._settled(document)
        return self._once(document)

    def _once(self, document: Document) -> Document:
        for step in self._steps:
            document = step(document)
        return document

    def _settled(self, document: Document) -> Document:
        """The document, mended until its text stays.

        Where texts follow each other in a circle, the same one of them is taken wherever it was entered.
        """
        if len(document.blocks) == 1 and not document.blocks[0].mends:
            before, document = document, self._once(document)
            if document.text == before.text:
                return document
        seen = [document.text]
        for _ in range(_PASSES):
            again = self._once(Document.of(seen[-1], **document.known))
            if again.text in seen:
                circle = seen[seen.index(again.text) :]
                if min(circle) == seen[-1]:
                    break
            document = laid_over(document, again)
            seen.append(again.text)
        return document

    def __iter__(self) -> Iterator[tuple[str, Step]]:
        """Each step with its name."""
        for link, step in zip(self.links, self._steps, strict=True):
            yield link.name if isinstance(link, Link) else getattr(link, "__name__", type(link).__name__), step

    def __len__(self) -> int:
        return len(self.links)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chain) and self.links == other.links

    def __hash__(self) -> int:
        return hash(tuple(link.name if isinstance(link, Link) else link for link in self.links))

    def __repr__(self) -> str:
        return f"Chain({', '.join(name for name, _ in self)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self.links, self._plugged)


def _rebuilt(links: tuple[Link | Step, ...], plugged: Mapping[str, StepSpec]) -> Chain:
    return Chain(links, table=STEPS | dict(plugged))


def build(link: Link, table: Mapping[str, StepSpec] = STEPS) -> Step:
    """Build one step.

    Raises ``UsageError`` for an unknown step or option, naming the known ones.
    """
    spec = _find(link.name, table)
    factory = spec.load()
    try:
        return factory(**link.options)
    except TypeError as error:
        known = ", ".join(options_of(factory)) or "none"
        raise UsageError(f"step {link.name!r}: {_readable(error)}; its options: {known}") from None
    except ValueError as error:
        raise UsageError(f"step {link.name!r}: {error}") from None


def options_of(factory: Any) -> dict[str, Any]:
    """The keyword-only options of a step's factory and their defaults."""
    from inspect import Parameter, signature

    return {
        name: None if p.default is Parameter.empty else p.default
        for name, p in signature(factory).parameters.items()
        if p.kind is Parameter.KEYWORD_ONLY
    }


def _readable(error: TypeError) -> str:
    return str(error).partition("() ")[2] or str(error)


def _find(name: str, table: Mapping[str, StepSpec]) -> StepSpec:
    if name not in table:
        raise UsageError(f"unknown step {name!r}; the steps are: {', '.join(table)}")
    return table[name]


def check_order(names: Sequence[str], table: Mapping[str, StepSpec] = STEPS) -> None:
    """Raise ``ChainError`` where a step comes too early or lacks one that it needs."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        spec = _find(name, table)
        if name in seen:
            raise ChainError(f"step {name!r} stands twice in the chain; leave one out")
        for needed in spec.needs:
            if needed not in seen:
                raise ChainError(f"step {name!r} needs {needed!r} before it; add {needed!r} or leave {name!r} out")
        for other in names[at + 1 :]:
            if other in spec.after:
                raise ChainError(f"step {name!r} cannot come before {other!r}; put {other!r} first")
        seen.add(name)
