"""Spark: a column function, and a function for ``mapInArrow`` that adds facts and removed blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner, needed
from cleantext.adaptors._tables import TableCleaner
from cleantext.errors import UsageError

needed("pyspark", "spark")


def clean_udf(chain: str | Chain = "news") -> Any:
    """A function of a string column: ``df.withColumn("text", clean_udf()("text"))``; null stays null.

    ``chain`` is a preset's name or a ``Chain``; it is built once a task.
    """
    from pyspark.sql.functions import pandas_udf

    Cleaner(chain)  # says at once what is wrong with the chain, not in a task

    def clean(series: Iterator[Any]) -> Iterator[Any]:
        import pandas as pd

        cleaner = Cleaner(chain)
        for part in series:
            yield pd.Series(cleaner.texts(part), dtype=object)

    clean.__annotations__ = _hints()
    return pandas_udf(clean, "string")


def _hints() -> dict[str, Any]:
    """The hints that Spark reads the kind of function from; they must be types, not their names."""
    import pandas as pd

    return {"series": Iterator[pd.Series], "return": Iterator[pd.Series]}


def clean_frame(
    frame: Any,
    field: str = "text",
    *,
    chain: str | Chain = "news",
    facts: bool = False,
    removed: bool = False,
    known_from: Mapping[str, str] | None = None,
) -> Any:
    """The data frame with its column ``field`` cleaned; ``facts`` and ``removed`` add struct columns of these names.

    ``known_from`` says which columns hold what is known of a text, as in ``{"title": "headline"}``.
    """
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType

    options: dict[str, Any] = {"chain": chain, "field": field, "facts": facts, "removed": removed}
    options["known_from"] = dict(known_from or {})
    cleaner = TableCleaner(**options)
    cleaner.check(frame.schema.names)
    kind = frame.schema[field].dataType.typeName()
    if kind not in ("string", "void"):
        raise UsageError(f"column {field!r} is of the type {kind}, not string")
    schema = StructType([*frame.schema.fields, *from_arrow_schema(cleaner.added()).fields])
    return frame.mapInArrow(_batches(options), schema)


def _batches(options: dict[str, Any]) -> Callable[[Iterator[Any]], Iterator[Any]]:
    def clean(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        cleaner = TableCleaner(**options)
        for batch in batches:
            yield from cleaner(pa.Table.from_batches([batch])).to_batches()

    return clean
