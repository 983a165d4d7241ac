"""A column of an Arrow table cleaned, with what was found out in columns beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner
from cleantext.errors import UsageError
from cleantext.io.arrow import facts_row, facts_type, removed_rows, removed_type

FACTS, REMOVED = "facts", "removed"


def check_columns(names: Sequence[str], field: str, added: Iterable[str]) -> None:
    """Raise ``UsageError`` where the column to clean is not there, or one to add is."""
    if field not in names:
        raise UsageError(f"no column {field!r}; the columns are: {', '.join(names) or 'none'}")
    for name in added:
        if name in names:
            raise UsageError(f"there is a column {name!r} already; rename it, or ask for no {name}")


class TableCleaner:
    """Cleans the column ``field`` of an Arrow table or record batch; its type and all other columns stay.

    ``facts`` and ``removed`` add columns of these names, as structs.

    >>> import pyarrow as pa
    >>> TableCleaner(chain="gentle")(pa.table({"text": ["Rain  fell.", None]})).to_pydict()
    {'text': ['Rain fell.', None]}
    """

    def __init__(
        self, *, chain: str | Chain = "news", field: str = "text", facts: bool = False, removed: bool = False
    ) -> None:
        self.cleaner, self.field, self.facts, self.removed = Cleaner(chain), field, facts, removed

    def __call__(self, table: Any) -> Any:
        import pyarrow as pa

        at = self._at(table.schema)
        wanted = table.schema.field(at)
        documents = list(self.cleaner.documents(table.column(at).to_pylist(), self.field))
        if any(documents):  # else it may be of any type: a batch without texts is often of the type null
            texts = pa.array([d and d.text for d in documents], pa.string()).cast(wanted.type)
            table = table.set_column(at, wanted, texts)
        for name, kind, row in self._added():
            table = table.append_column(pa.field(name, kind()), pa.array([d and row(d) for d in documents], kind()))
        return table

    def schema(self, given: Any) -> Any:
        """The schema of what comes out, for the schema of what goes in."""
        import pyarrow as pa

        self._at(given)
        for name, kind, _ in self._added():
            given = given.append(pa.field(name, kind()))
        return given

    def _added(self) -> list[tuple[str, Any, Any]]:
        both = ((self.facts, FACTS, facts_type, facts_row), (self.removed, REMOVED, removed_type, removed_rows))
        return [(name, kind, row) for wanted, name, kind, row in both if wanted]

    def _at(self, schema: Any) -> int:
        check_columns(schema.names, self.field, [name for name, *_ in self._added()])
        return int(schema.get_field_index(self.field))
