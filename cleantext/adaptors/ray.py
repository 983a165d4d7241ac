"""Ray Data: a callable class for ``map_batches(…, batch_format="pyarrow")``."""

from __future__ import annotations

from typing import Any

from cleantext.adaptors._shared import needed
from cleantext.adaptors._tables import TableCleaner

needed("ray", "ray")


class BatchCleaner(TableCleaner):
    """Cleans a column of each batch; built once in each worker.

    ``facts`` and ``removed`` add columns of these names, ``known_from`` says which columns hold what is known of a
    text, as in ``{"title": "headline"}``:

    ``ds.map_batches(BatchCleaner, batch_format="pyarrow", fn_constructor_kwargs={"chain": "news"}, concurrency=2)``
    """

    def __call__(self, batch: Any) -> Any:
        if not hasattr(batch, "append_column"):
            raise TypeError(
                f"a batch is an Arrow table, not {type(batch).__name__}: map_batches(…, batch_format='pyarrow')"
            )
        return super().__call__(batch)
