"""polars: ``pl.col("text").cleantext`` and ``series.cleantext`` once this module is imported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from cleantext import Chain, Document
from cleantext.adaptors._shared import Cleaner, needed
from cleantext.io.arrow import MANY, ONE, TOLD, facts_row, read_row

if TYPE_CHECKING:
    import polars as pl
else:
    pl = needed("polars", "polars")

FACTS = pl.Struct({**dict.fromkeys(ONE, pl.String), **dict.fromkeys(MANY, pl.List(pl.String))})
KINDS = {str: pl.String, int: pl.Int64, float: pl.Float64}
REMOVED = pl.List(pl.Struct({name: KINDS[kind] for name, kind in TOLD.items()}))
READ = pl.Struct({"text": pl.String, "facts": FACTS, "removed": REMOVED})


def _texts(cleaner: Cleaner, series: pl.Series) -> pl.Series:
    return pl.Series(series.name, cleaner.texts(series, series.name), dtype=pl.String)


def _rows(cleaner: Cleaner, row: Callable[[Document], Any], kind: pl.DataType, series: pl.Series) -> pl.Series:
    rows = [None if document is None else row(document) for document in cleaner.documents(series, series.name)]
    return pl.Series(series.name, rows, dtype=kind)


@pl.api.register_expr_namespace("cleantext")
class ExprCleaner:
    """Cleans a column of texts, eagerly or in a lazy frame; null stays null."""

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr

    def clean(self, chain: str | Chain = "news") -> pl.Expr:
        """The cleaned texts; ``chain`` is a preset's name or a ``Chain``."""
        return self._mapped(partial(_texts, Cleaner(chain)), pl.String)

    def facts(self, chain: str | Chain = "news") -> pl.Expr:
        """Structs of headline, published, updated, source, and lists of authors, captions, credits, summary."""
        return self._mapped(partial(_rows, Cleaner(chain), facts_row, FACTS), FACTS)

    def read(self, chain: str | Chain = "news") -> pl.Expr:
        """Structs of text, facts and removed (a list of the removed blocks), cleaned once for all three."""
        return self._mapped(partial(_rows, Cleaner(chain), read_row, READ), READ)

    def _mapped(self, function: Callable[[pl.Series], pl.Series], kind: Any) -> pl.Expr:
        """Elementwise: a stream is cleaned batch by batch, and filters go before."""
        return self._expr.map_batches(function, return_dtype=kind, is_elementwise=True)


@pl.api.register_series_namespace("cleantext")
class SeriesCleaner:
    """The same for a series."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def clean(self, chain: str | Chain = "news") -> pl.Series:
        return _texts(Cleaner(chain), self._series)

    def facts(self, chain: str | Chain = "news") -> pl.Series:
        return _rows(Cleaner(chain), facts_row, FACTS, self._series)

    def read(self, chain: str | Chain = "news") -> pl.Series:
        return _rows(Cleaner(chain), read_row, READ, self._series)
