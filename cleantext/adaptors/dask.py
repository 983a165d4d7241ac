"""Dask: functions for bags of texts and for columns of data frames."""

from __future__ import annotations

from typing import Any

from cleantext.adaptors._shared import Cleaner, needed
from cleantext.chain import Chain

needed("dask", "dask")


def clean_bag(bag: Any, chain: str | Chain = "news") -> Any:
    """A bag of cleaned texts; None stays None. ``chain`` is a preset's name or a ``Chain``."""
    return bag.map_partitions(_texts, chain)


def clean_series(series: Any, chain: str | Chain = "news") -> Any:
    """A column of cleaned texts; missing values stay missing."""
    return series.map_partitions(_cleaned, chain, meta=series._meta)  # noqa: SLF001 (Dask's own way to keep a type)


def _texts(part: Any, chain: str | Chain) -> list[str | None]:
    return Cleaner(chain).texts(part)


def _cleaned(part: Any, chain: str | Chain) -> Any:
    import cleantext.adaptors.pandas  # noqa: F401 (registers the accessor)

    return part.cleantext.clean(chain)
