"""Hugging Face datasets: a function for ``map(…, batched=True)``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from cleantext.adaptors._shared import needed
from cleantext.adaptors._tables import TableCleaner


class BatchCleaner(TableCleaner):
    """Cleans the column ``field`` of a batch; ``facts`` and ``removed`` add columns of these names.

    ``known_from`` says which columns hold what is known of a text, as in ``{"title": "headline"}``.

    A batch is a mapping from names to lists, or an Arrow table, as of a dataset ``with_format("arrow")``. The cleaner
    pickles to the same bytes for the same chain and version, so that the cache of ``map`` holds. ``chain`` is a
    preset's name or a ``Chain``.

    >>> BatchCleaner(chain="gentle")({"text": ["Rain  fell.", None]})
    {'text': ['Rain fell.', None]}
    """

    @overload
    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[Any]]: ...
    @overload
    def __call__(self, batch: Any) -> Any: ...
    def __call__(self, batch: Any) -> Any:
        if isinstance(batch, Mapping):
            return self._columns(batch)
        if hasattr(batch, "append_column"):
            return super().__call__(batch)
        raise TypeError(
            f"a batch is a mapping from names to lists or an Arrow table, not {type(batch).__name__}: leave out "
            "input_columns, and give the dataset no other format than 'arrow'"
        )

    def features(self, given: Mapping[str, Any]) -> Any:
        """The features of what comes out, for those of a dataset.

        ``map`` takes the types of new columns from its first rows, in which often no text has a source or a summary;
        a later one that has is an error then. With ``map(cleaner, …, features=cleaner.features(dataset.features))``
        there is nothing to guess.
        """
        self.check(list(given))
        features = needed("datasets", "datasets").Features
        return features({**given, **features.from_arrow_schema(self.added())})

    def _columns(self, batch: Mapping[str, Any]) -> dict[str, list[Any]]:
        self.check(list(batch))
        values = batch[self.field]
        if isinstance(values, str | bytes) or not hasattr(values, "__iter__"):
            raise TypeError(f"{self.field!r} holds one text where a batch has many: map(…, batched=True)")
        known = {key: batch[name] for key, name in self.known_from.items()}
        documents = list(self.cleaner.documents(values, self.field, known))
        out: dict[str, list[Any]] = {self.field: [d and d.text for d in documents]}
        return out | {name: [d and row(d) for d in documents] for name, _, row in self._added()}
