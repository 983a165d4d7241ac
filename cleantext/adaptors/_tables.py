"""A column of an Arrow table cleaned, with what was found out in columns beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner
from cleantext.errors import UsageError
from cleantext.io.arrow import facts_row, facts_type, removed_rows, removed_type
from cleantext.io.known import checked

FACTS, REMOVED = "facts", "removed"


class TableCleaner:
    """Cleans the column ``field`` of an Arrow table or record batch; its type and all other columns stay.

    ``facts`` and ``removed`` add columns of these names, as structs. ``known_from`` says which columns hold what is
    known of a text, as in ``{"title": "headline"}``; the keys are those of ``cleantext.read``.

    >>> import pyarrow as pa
    >>> TableCleaner(chain="gentle")(pa.table({"text": ["Rain  fell.", None]})).to_pydict()
    {'text': ['Rain fell.', None]}
    """

    def __init__(
        self,
        *,
        chain: str | Chain = "news",
        field: str = "text",
        facts: bool = False,
        removed: bool = False,
        known_from: Mapping[str, str] | None = None,
    ) -> None:
        self.cleaner, self.field, self.facts, self.removed = Cleaner(chain), field, facts, removed
        self.known_from = checked(known_from)

    def __call__(self, table: Any) -> Any:
        import pyarrow as pa

        self.check(table.schema.names)
        at = table.schema.get_field_index(self.field)
        wanted = table.schema.field(at)
        known = {key: table.column(name).to_pylist() for key, name in self.known_from.items()}
        documents = list(self.cleaner.documents(table.column(at).to_pylist(), self.field, known))
        if any(documents):  # else it may be of any type: a batch without texts is often of the type null
            texts = pa.array([d and d.text for d in documents], pa.string()).cast(wanted.type)
            table = table.set_column(at, wanted, texts)
        for name, kind, row in self._added():
            table = table.append_column(pa.field(name, kind()), pa.array([d and row(d) for d in documents], kind()))
        return table

    def added(self) -> Any:
        """The schema of the columns that are added."""
        import pyarrow as pa

        return pa.schema([(name, kind()) for name, kind, _ in self._added()])

    def check(self, names: Sequence[str]) -> None:
        """Raise ``UsageError`` where a column that is read is not among those given, or one to add is."""
        for name in (self.field, *self.known_from.values()):
            if name not in names:
                raise UsageError(f"no column {name!r}; the columns are: {', '.join(names) or 'none'}")
        for name, *_ in self._added():
            if name in names:
                raise UsageError(f"there is a column {name!r} already; rename it, or ask for no {name}")

    def _added(self) -> list[tuple[str, Any, Any]]:
        both = ((self.facts, FACTS, facts_type, facts_row), (self.removed, REMOVED, removed_type, removed_rows))
        return [(name, kind, row) for wanted, name, kind, row in both if wanted]
