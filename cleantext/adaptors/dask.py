"""Dask: functions for bags of texts and for columns of data frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner, needed

needed("dask", "dask")


def clean_bag(bag: Any, chain: str | Chain = "news") -> Any:
    """A bag of cleaned texts; None stays None. ``chain`` is a preset's name or a ``Chain``."""
    Cleaner(chain)  # says at once what is wrong with the chain, not when it is computed
    return bag.map_partitions(_texts, chain)


def clean_series(series: Any, chain: str | Chain = "news", known: Mapping[str, Any] | None = None) -> Any:
    """A column of cleaned texts; missing values stay missing.

    ``known`` is what is known of the texts, for each key a string for all or a column of the same frame:
    ``{"title": frame["headline"], "language": "en"}``.
    """
    if getattr(series, "ndim", None) != 1 or not hasattr(series, "map_partitions"):
        raise TypeError(f"a column of a Dask data frame is wanted, as in frame['text'], not {type(series).__name__}")
    empty = series._meta  # noqa: SLF001 (Dask's own way to tell a type)
    keys, columns = tuple(known or ()), tuple((known or {}).values())
    strings = dict.fromkeys(keys, "")
    return series.map_partitions(_cleaned, chain, keys, *columns, meta=_cleaned(empty, chain, keys, *strings.values()))


def _texts(part: Any, chain: str | Chain) -> list[str | None]:
    return Cleaner(chain).texts(part)


def _cleaned(part: Any, chain: str | Chain, keys: tuple[str, ...], *columns: Any) -> Any:
    import cleantext.adaptors.pandas  # noqa: F401 (registers the accessor)

    return part.cleantext.clean(chain, known=dict(zip(keys, columns, strict=True)))
