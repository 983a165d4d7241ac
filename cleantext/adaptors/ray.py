"""Ray Data: a callable class for ``map_batches(…, batch_format="pyarrow")``."""

from __future__ import annotations

from cleantext.adaptors._shared import needed
from cleantext.adaptors._tables import TableCleaner

needed("ray", "ray")


class BatchCleaner(TableCleaner):
    """Cleans a column of each batch; built once in each worker.

    ``ds.map_batches(BatchCleaner, batch_format="pyarrow", fn_constructor_kwargs={"chain": "news"}, concurrency=2)``
    """
