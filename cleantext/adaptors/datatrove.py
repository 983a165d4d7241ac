"""datatrove: a step of a pipeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner, needed
from cleantext.io.arrow import facts_row, removed_rows
from cleantext.io.known import checked, told_by

if TYPE_CHECKING:
    from datatrove.pipeline.base import PipelineStep
else:
    PipelineStep = needed("datatrove.pipeline.base", "datatrove").PipelineStep


class CleantextStep(PipelineStep):
    """Cleans each document's text; its facts go into ``metadata["cleantext"]``.

    ``chain`` is a preset's name or a ``Chain``. ``facts=False`` leaves the facts out, ``removed`` puts the removed
    blocks into ``metadata["cleantext_removed"]``. Documents of which nothing is left are dropped, on record in the
    stats, unless ``keep_empty``. ``known_from`` says where in the metadata stands what is known of a text, as in
    ``{"title": "headline"}``; what a document does not have is not known.
    """

    type = "🧹 - CLEANER"
    name = "🗞 cleantext"

    def __init__(
        self,
        chain: str | Chain = "news",
        *,
        facts: bool = True,
        removed: bool = False,
        keep_empty: bool = False,
        known_from: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.known_from = checked(known_from)
        self.cleaner, self.facts, self.removed, self.keep_empty = Cleaner(chain), facts, removed, keep_empty

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Any:  # noqa: ARG002 (datatrove's signature)
        for doc in data:
            with self.track_time():
                place = f"document {doc.id}"
                document = self.cleaner.document(doc.text, place, **told_by(doc.metadata, self.known_from, place))
                self.stat_update("documents")
                for block in document.removed if document else ():
                    self.stat_update(f"removed_{block.role or 'unjudged'}")
                if document and document.warnings:
                    self.stat_update("flagged")
                if document:
                    doc.text = document.text
                    if self.facts:
                        doc.metadata["cleantext"] = facts_row(document)
                    if self.removed:
                        doc.metadata["cleantext_removed"] = removed_rows(document)
            if doc.text or self.keep_empty:
                yield doc
            else:
                self.stat_update("dropped")
