"""spaCy: a tokenizer that cleans the text first, since a component of a pipeline cannot change it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from cleantext import Chain, Document
from cleantext.adaptors._shared import Cleaner, needed

spacy = needed("spacy", "spacy")
tokens = needed("spacy.tokens", "spacy")


def offsets(document: Any) -> list[list[int]]:
    """The runs that cleaning left alone: where each begins in the clean text and in the raw text, and its length."""
    runs, raw, clean = [], 0, 0
    for edit in document.edits:
        if edit.start > raw:
            runs.append([clean, raw, edit.start - raw])
        clean, raw = clean + edit.start - raw + len(edit.replacement), edit.end
    return [*runs, [clean, raw, len(document.original) - raw]]


def raw_offset(doc: Any, at: int) -> int:
    """Where the character at ``at`` of a ``Doc``'s text stands in the raw text."""
    runs = doc._.cleantext_offsets or [[0, 0, len(doc.text)]]
    clean, raw, length = runs[max(bisect_right(runs, at, key=lambda run: run[0]) - 1, 0)]
    return int(raw + min(at - clean, length))


for name in ("cleantext_raw", "cleantext_offsets"):
    if not tokens.Doc.has_extension(name):
        tokens.Doc.set_extension(name, default=None)
if not tokens.Doc.has_extension("raw_offset"):
    tokens.Doc.set_extension("raw_offset", method=raw_offset)


OWN = ("inner", "cleaner")


class CleaningTokenizer:
    """Cleans a text and gives it to another tokenizer; ``doc._.cleantext_raw`` is the text as it came."""

    def __init__(self, inner: Any, chain: str | Chain = "news") -> None:
        self.inner, self.cleaner = inner, Cleaner(chain)

    def __call__(self, text: str) -> Any:
        document = self.cleaner.chain(Document.of(text))
        doc = self.inner(document.text)
        doc._.cleantext_raw, doc._.cleantext_offsets = text, offsets(document)
        return doc

    def pipe(self, texts: Any, batch_size: int = 50) -> Iterator[Any]:  # noqa: ARG002 (spaCy's signature)
        """The documents of many texts."""
        yield from map(self, texts)

    def __getattr__(self, name: str) -> Any:
        """Whatever else a tokenizer has (vocab, to_bytes, from_disk …) is the other one's."""
        if name in OWN:
            raise AttributeError(name)
        return getattr(self.inner, name)

    def __setattr__(self, name: str, value: Any) -> None:
        """So is what is set, as in ``nlp.tokenizer.infix_finditer = …``."""
        if name in OWN:
            super().__setattr__(name, value)
        else:
            setattr(self.inner, name, value)


@spacy.registry.tokenizers("cleantext.Tokenizer.v1")
def create_tokenizer(chain: str = "news") -> Callable[[Any], CleaningTokenizer]:
    """For a config: ``{"@tokenizers": "cleantext.Tokenizer.v1", "chain": "news"}``; it wraps the language's own."""

    def create(nlp: Any) -> CleaningTokenizer:
        usual = {"tokenizer": nlp.default_config["nlp"]["tokenizer"]}  # Chinese and Japanese have one of their own
        return CleaningTokenizer(spacy.registry.resolve(usual)["tokenizer"](nlp), chain)

    return create
