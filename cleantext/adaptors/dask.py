"""Dask: functions for bags of texts and for columns of data frames."""

from __future__ import annotations

from typing import Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner, needed

needed("dask", "dask")


def clean_bag(bag: Any, chain: str | Chain = "news") -> Any:
    """A bag of cleaned texts; None stays None. ``chain`` is a preset's name or a ``Chain``."""
    Cleaner(chain)  # says at once what is wrong with the chain, not when it is computed
    return bag.map_partitions(_texts, chain)


def clean_series(series: Any, chain: str | Chain = "news") -> Any:
    """A column of cleaned texts; missing values stay missing."""
    if getattr(series, "ndim", None) != 1 or not hasattr(series, "map_partitions"):
        raise TypeError(f"a column of a Dask data frame is wanted, as in frame['text'], not {type(series).__name__}")
    empty = series._meta  # noqa: SLF001 (Dask's own way to tell a type)
    return series.map_partitions(_cleaned, chain, meta=_cleaned(empty, chain))


def _texts(part: Any, chain: str | Chain) -> list[str | None]:
    return Cleaner(chain).texts(part)


def _cleaned(part: Any, chain: str | Chain) -> Any:
    import cleantext.adaptors.pandas  # noqa: F401 (registers the accessor)

    return part.cleantext.clean(chain)
