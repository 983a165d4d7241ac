"""pandas: ``series.cleantext`` once this module is imported."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import TYPE_CHECKING, Any

from cleantext import Chain, Document
from cleantext.adaptors._shared import Cleaner, known_rows, needed
from cleantext.document import Facts
from cleantext.errors import UsageError
from cleantext.io.arrow import MANY, facts_row

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = needed("pandas", "pandas")


@pd.api.extensions.register_series_accessor("cleantext")
class SeriesCleaner:
    """Cleans a series of texts; missing values stay missing, index, name and dtype stay what they are.

    ``known`` is what is known of the texts, for each key of ``cleantext.read`` a string for all or a value for each, as
    in ``{"title": frame["headline"], "language": "en"}``.

    >>> import pandas as pd
    >>> pd.Series(["Rain  fell.", None]).cleantext.clean("gentle").tolist()[0]
    'Rain fell.'
    """

    def __init__(self, series: pd.Series) -> None:
        self._series = series

    def clean(self, chain: str | Chain = "news", known: Mapping[str, Any] | None = None) -> pd.Series:
        """The cleaned texts; ``chain`` is a preset's name or a ``Chain``."""
        texts = [None if document is None else document.text for document in self._documents(chain, known)]
        return pd.Series(texts, index=self._series.index, name=self._series.name, dtype=self._kind())

    def read(self, chain: str | Chain = "news", known: Mapping[str, Any] | None = None) -> pd.Series:
        """The documents, with blocks, edits and facts."""
        return pd.Series(self._documents(chain, known), index=self._series.index, name=self._series.name, dtype=object)

    def facts(self, chain: str | Chain = "news", known: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """A frame of headline, authors, published, updated, source, captions, credits, summary.

        Texts have the dtype of the series, whatever was found; authors and what follows the source are lists.
        """
        rows = [{} if document is None else facts_row(document) for document in self._documents(chain, known)]
        kinds = {name: object if name in MANY else self._kind() for name in Facts._fields}
        index = self._series.index
        return pd.DataFrame(
            {name: pd.Series([row.get(name) for row in rows], index, kind) for name, kind in kinds.items()}, index=index
        )

    def _kind(self) -> Any:
        """The dtype of texts; categories become texts, for each is cleaned."""
        kind = self._series.dtype
        return kind.categories.dtype if isinstance(kind, pd.CategoricalDtype) else kind

    def _documents(self, chain: str | Chain, known: Mapping[str, Any] | None) -> list[Document | None]:
        cleaner = Cleaner(chain)
        for key, column in (known or {}).items():
            if isinstance(column, pd.Series) and not column.index.equals(self._series.index):
                raise UsageError(f"what is known as {key} has another index than the texts")
        places = [f"index {i!r}" for i in self._series.index]
        rows = zip(self._series.isna(), self._series, places, known_rows(known, places) or repeat({}), strict=False)
        return [None if missing else cleaner.document(value, place, **told) for missing, value, place, told in rows]
