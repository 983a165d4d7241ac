"""What cleaning tells, as Arrow has it: the types of the facts and of the removed blocks, and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleantext.document import Block, Document, Facts
from cleantext.io.jsonl import removal

if TYPE_CHECKING:
    import pyarrow as pa

MANY = tuple(name for name, default in Facts._field_defaults.items() if default == ())
"""The facts that are lists of texts."""
ONE = tuple(name for name in Facts._fields if name not in MANY)
"""The facts that are one text or none."""
TOLD = {"role": str, "step": str, "text": str, "start": int, "end": int, "confidence": float}
"""What is told of a removed block."""


def facts_type() -> pa.DataType:
    """The struct of a document's facts."""
    import pyarrow as pa

    texts = pa.list_(pa.string())
    return pa.struct([*((name, pa.string()) for name in ONE), *((name, texts) for name in MANY)])


def removed_type() -> pa.DataType:
    """A list of structs, one for each removed block; offsets count characters of the original."""
    import pyarrow as pa

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    return pa.list_(pa.struct([(name, kinds[kind]) for name, kind in TOLD.items()]))


def facts_row(document: Document) -> dict[str, Any]:
    """A document's facts as plain values: strings, lists and None."""
    facts = document.facts
    return {**{name: getattr(facts, name) for name in ONE}, **{name: list(getattr(facts, name)) for name in MANY}}


def removed_rows(document: Document) -> list[dict[str, Any]]:
    """The removed blocks as plain values."""
    return [_row(block, document.original) for block in document.removed]


def read_type() -> pa.DataType:
    """The struct of all that cleaning gives: the text, the facts and the removed blocks."""
    import pyarrow as pa

    return pa.struct([("text", pa.string()), ("facts", facts_type()), ("removed", removed_type())])


def read_row(document: Document) -> dict[str, Any]:
    """All that cleaning gives, as plain values."""
    return {"text": document.text, "facts": facts_row(document), "removed": removed_rows(document)}


def _row(block: Block, original: str) -> dict[str, Any]:
    told = removal(block, original)
    del told["reasons"]
    return {**told, "role": block.role and str(block.role)}
