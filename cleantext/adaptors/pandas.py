"""pandas: ``series.cleantext`` once this module is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleantext import Chain, Document
from cleantext.adaptors._shared import Cleaner, needed
from cleantext.document import Facts
from cleantext.io.arrow import MANY, facts_row

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = needed("pandas", "pandas")


@pd.api.extensions.register_series_accessor("cleantext")
class SeriesCleaner:
    """Cleans a series of texts; missing values stay missing, index, name and dtype stay what they are.

    >>> import pandas as pd
    >>> pd.Series(["Rain  fell.", None]).cleantext.clean("gentle").tolist()[0]
    'Rain fell.'
    """

    def __init__(self, series: pd.Series) -> None:
        self._series = series

    def clean(self, chain: str | Chain = "news") -> pd.Series:
        """The cleaned texts; ``chain`` is a preset's name or a ``Chain``."""
        texts = [None if document is None else document.text for document in self._documents(chain)]
        return pd.Series(texts, index=self._series.index, name=self._series.name, dtype=self._kind())

    def read(self, chain: str | Chain = "news") -> pd.Series:
        """The documents, with blocks, edits and facts."""
        return pd.Series(self._documents(chain), index=self._series.index, name=self._series.name, dtype=object)

    def facts(self, chain: str | Chain = "news") -> pd.DataFrame:
        """A frame of headline, authors, published, updated, source, captions, credits, summary.

        Texts have the dtype of the series, whatever was found; authors and what follows the source are lists.
        """
        rows = [{} if document is None else facts_row(document) for document in self._documents(chain)]
        kinds = {name: object if name in MANY else self._kind() for name in Facts._fields}
        index = self._series.index
        return pd.DataFrame(
            {name: pd.Series([row.get(name) for row in rows], index, kind) for name, kind in kinds.items()}, index=index
        )

    def _kind(self) -> Any:
        """The dtype of texts; categories become texts, for each is cleaned."""
        kind = self._series.dtype
        return kind.categories.dtype if isinstance(kind, pd.CategoricalDtype) else kind

    def _documents(self, chain: str | Chain) -> list[Document | None]:
        cleaner = Cleaner(chain)
        values = zip(self._series.index, self._series.isna(), self._series, strict=True)
        return [None if missing else cleaner.document(value, f"index {i!r}") for i, missing, value in values]
