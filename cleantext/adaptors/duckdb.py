"""DuckDB: the functions ``cleantext(text)``, ``cleantext_facts(text)`` and ``cleantext_read(text)`` in SQL."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner, needed
from cleantext.io.arrow import MANY, ONE, TOLD, facts_row, facts_type, read_row, read_type

duckdb = needed("duckdb", "duckdb")


def register(connection: Any, chain: str | Chain = "news", name: str = "cleantext") -> None:
    """Give a connection functions of a text; NULL stays NULL.

    ``name(text)`` is the cleaned text, ``name_facts(text)`` a struct of the facts, and ``name_read(text)`` a struct of
    text, facts and removed, a list of the removed blocks. ``chain`` is a preset's name or a ``Chain``. Functions that
    were given by these names before are replaced.
    """
    import pyarrow as pa

    cleaner = Cleaner(chain)

    def clean(column: Any) -> Any:
        return pa.array(cleaner.texts(column.to_pylist()), pa.string())

    def facts(column: Any) -> Any:
        documents = cleaner.documents(column.to_pylist())
        return pa.array([None if d is None else facts_row(d) for d in documents], facts_type())

    def read(column: Any) -> Any:
        documents = cleaner.documents(column.to_pylist())
        return pa.array([None if d is None else read_row(d) for d in documents], read_type())

    texts = duckdb.list_type("VARCHAR")
    told = duckdb.struct_type({**dict.fromkeys(ONE, "VARCHAR"), **dict.fromkeys(MANY, texts)})
    kinds = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE"}
    removed = duckdb.list_type(duckdb.struct_type({key: kinds[kind] for key, kind in TOLD.items()}))
    whole = duckdb.struct_type({"text": "VARCHAR", "facts": told, "removed": removed})
    for suffix, function, kind in (("", clean, "VARCHAR"), ("_facts", facts, told), ("_read", read, whole)):
        with suppress(duckdb.InvalidInputException):  # there was none
            connection.remove_function(name + suffix)
        connection.create_function(name + suffix, function, ["VARCHAR"], kind, type="arrow", null_handling="special")
