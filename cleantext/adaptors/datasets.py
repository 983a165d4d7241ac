"""Hugging Face datasets: a function for ``map(…, batched=True)``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cleantext.adaptors._shared import Cleaner
from cleantext.chain import Chain
from cleantext.errors import UsageError
from cleantext.io.arrow import facts_row, removed_rows


class BatchCleaner:
    """Cleans the column ``field`` of a batch; ``facts`` and ``removed`` add columns of these names.

    It pickles to the same bytes for the same chain and version, so that the cache of ``map`` holds. ``chain`` is a
    preset's name or a ``Chain``.

    >>> BatchCleaner(chain="gentle")({"text": ["Rain  fell.", None]})
    {'text': ['Rain fell.', None]}
    """

    def __init__(
        self, *, chain: str | Chain = "news", field: str = "text", facts: bool = False, removed: bool = False
    ) -> None:
        self.cleaner, self.field, self.facts, self.removed = Cleaner(chain), field, facts, removed

    def __call__(self, batch: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        if self.field not in batch:
            raise UsageError(f"no column {self.field!r}; the columns are: {', '.join(batch) or 'none'}")
        documents = list(self.cleaner.documents(batch[self.field]))
        out: dict[str, list[Any]] = {self.field: [d and d.text for d in documents]}
        if self.facts:
            out["facts"] = [d and facts_row(d) for d in documents]
        if self.removed:
            out["removed"] = [d and removed_rows(d) for d in documents]
        return out
