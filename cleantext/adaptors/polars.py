"""polars: ``pl.col("text").cleantext`` and ``series.cleantext`` once this module is imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from cleantext import Chain, Document
from cleantext.adaptors._shared import Cleaner, needed
from cleantext.io.arrow import MANY, ONE, TOLD, facts_row, read_row
from cleantext.io.known import checked

if TYPE_CHECKING:
    import polars as pl
else:
    pl = needed("polars", "polars")

FACTS = pl.Struct({**dict.fromkeys(ONE, pl.String), **dict.fromkeys(MANY, pl.List(pl.String))})
KINDS = {str: pl.String, int: pl.Int64, float: pl.Float64}
REMOVED = pl.List(pl.Struct({name: KINDS[kind] for name, kind in TOLD.items()}))
READ = pl.Struct({"text": pl.String, "facts": FACTS, "removed": REMOVED})


Known = Mapping[str, Any] | None


def _texts(cleaner: Cleaner, series: pl.Series, known: Known = None) -> pl.Series:
    return pl.Series(series.name, cleaner.texts(series, series.name, _listed(known)), dtype=pl.String)


def _rows(
    cleaner: Cleaner, row: Callable[[Document], Any], kind: pl.DataType, series: pl.Series, known: Known = None
) -> pl.Series:
    documents = cleaner.documents(series, series.name, _listed(known))
    return pl.Series(series.name, [None if document is None else row(document) for document in documents], dtype=kind)


def _listed(known: Known) -> dict[str, Any]:
    return {key: value.to_list() if isinstance(value, pl.Series) else value for key, value in (known or {}).items()}


@pl.api.register_expr_namespace("cleantext")
class ExprCleaner:
    """Cleans a column of texts, eagerly or in a lazy frame; null stays null.

    ``known`` is what is known of the texts, for each key of ``cleantext.read`` a string for all or an expression, as in
    ``{"title": pl.col("headline"), "language": "en"}``.
    """

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr

    def clean(self, chain: str | Chain = "news", known: Known = None) -> pl.Expr:
        """The cleaned texts; ``chain`` is a preset's name or a ``Chain``."""
        return self._mapped(partial(_texts, Cleaner(chain)), pl.String, known)

    def facts(self, chain: str | Chain = "news", known: Known = None) -> pl.Expr:
        """Structs of headline, published, updated, source, and lists of authors, captions, credits, summary."""
        return self._mapped(partial(_rows, Cleaner(chain), facts_row, FACTS), FACTS, known)

    def read(self, chain: str | Chain = "news", known: Known = None) -> pl.Expr:
        """Structs of text, facts and removed (a list of the removed blocks), cleaned once for all three."""
        return self._mapped(partial(_rows, Cleaner(chain), read_row, READ), READ, known)

    def _mapped(self, function: Callable[..., pl.Series], kind: Any, known: Known) -> pl.Expr:
        """Elementwise: a stream is cleaned batch by batch, and filters go before."""
        if not known:
            return self._expr.map_batches(function, return_dtype=kind, is_elementwise=True)
        told = [value if isinstance(value, pl.Expr) else pl.lit(value) for value in known.values()]
        told = [value.alias(f"cleantext: {key}") for key, value in zip(checked(known), told, strict=True)]
        together = pl.struct(self._expr, *told)
        return together.map_batches(partial(_apart, function, tuple(known)), return_dtype=kind, is_elementwise=True)


def _apart(function: Callable[..., pl.Series], keys: tuple[str, ...], together: pl.Series) -> pl.Series:
    """A column of texts and those of what is known of them, which come as one, given to a function."""
    texts, *known = (together.struct.field(name) for name in together.struct.fields)
    return function(texts, known=dict(zip(keys, known, strict=True)))


@pl.api.register_series_namespace("cleantext")
class SeriesCleaner:
    """The same for a series; what is known is a string for all texts or a value for each."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def clean(self, chain: str | Chain = "news", known: Known = None) -> pl.Series:
        return _texts(Cleaner(chain), self._series, known)

    def facts(self, chain: str | Chain = "news", known: Known = None) -> pl.Series:
        return _rows(Cleaner(chain), facts_row, FACTS, self._series, known)

    def read(self, chain: str | Chain = "news", known: Known = None) -> pl.Series:
        return _rows(Cleaner(chain), read_row, READ, self._series, known)
