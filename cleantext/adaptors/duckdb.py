"""DuckDB: the functions ``cleantext(text)`` and ``cleantext_facts(text)`` in SQL."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner, needed
from cleantext.chain import Chain
from cleantext.io.arrow import MANY, ONE, facts_row, facts_type

duckdb = needed("duckdb", "duckdb")


def register(connection: Any, chain: str | Chain = "news", name: str = "cleantext") -> None:
    """Give a connection the functions ``name(text)``, a text, and ``name_facts(text)``, a struct; NULL stays NULL.

    ``chain`` is a preset's name or a ``Chain``. Functions that were given by these names before are replaced.
    """
    import pyarrow as pa

    cleaner = Cleaner(chain)

    def clean(column: Any) -> Any:
        return pa.array(cleaner.texts(column.to_pylist()), pa.string())

    def facts(column: Any) -> Any:
        documents = cleaner.documents(column.to_pylist())
        return pa.array([None if d is None else facts_row(d) for d in documents], facts_type())

    texts = duckdb.list_type("VARCHAR")
    told = duckdb.struct_type({**dict.fromkeys(ONE, "VARCHAR"), **dict.fromkeys(MANY, texts)})
    for suffix, function, kind in (("", clean, "VARCHAR"), ("_facts", facts, told)):
        with suppress(duckdb.InvalidInputException):  # there was none
            connection.remove_function(name + suffix)
        connection.create_function(name + suffix, function, ["VARCHAR"], kind, type="arrow", null_handling="special")
