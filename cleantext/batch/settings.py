"""What a run is asked to do."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from cleantext.chain import Chain
from cleantext.config import dumps
from cleantext.io.known import KEYS
from cleantext.io.making import reader_of
from cleantext.io.records import Reader
from cleantext.io.sampled import Share


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Inputs, output, and all that decides what is written; ``jobs`` and ``restart`` do not.

    ``inputs`` are files, folders, patterns and addresses; ``source`` and ``to`` are formats, told by the names if None.
    ``known`` and ``known_from`` are as for the readers. ``delimiter`` parts the cells of CSV, read and written.
    ``limit`` is a number of records of the input.
    """

    inputs: tuple[str, ...]
    output: str
    chain: Chain
    source: str | None = None
    to: str | None = None
    field: str = "text"
    known: Mapping[str, Any] = default(default_factory=dict)
    known_from: Mapping[str, str] = default(default_factory=dict)
    encoding: str | None = None
    encoding_errors: str = "strict"
    html: bool = False
    delimiter: str | None = None
    facts: bool = False
    removed: bool = False
    separator: str | None = None
    limit: int | None = None
    share: Share | None = None
    edits: str | None = None
    attributes: str | None = None
    rejected: str | None = None
    partial: str | None = None
    jobs: int = default(default_factory=cores)
    restart: bool = False

    def reader(self, form: str) -> Reader:
        """What reads inputs of a format."""
        return reader_of(
            form,
            field=self.field,
            known=self.known,
            known_from=self.known_from,
            encoding=self.encoding,
            encoding_errors=self.encoding_errors,
            html=self.html,
            delimiter=self.delimiter,
            share=self.share,
        )

    def deciding(self) -> dict[str, Any]:
        """All that decides what is written, as data for JSON, but for the inputs."""
        names = ("output", "source", "to", "field", "encoding", "encoding_errors", "html", "facts", "removed")
        more = ("separator", "delimiter", "limit", "edits", "attributes", "rejected")
        found = {name: getattr(self, name) for name in (*names, *more)}
        known = {key: self.known[key] for key in KEYS if key in self.known}
        told = {key: self.known_from[key] for key in KEYS if key in self.known_from}
        share = list(self.share) if self.share else None
        return found | {"known": known, "known_from": told, "sample": share, "chain": dumps(self.chain)}
