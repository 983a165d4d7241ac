"""Readers made from what was asked for."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from cleantext.errors import UsageError
from cleantext.io import FIELDS, PAGES, READERS
from cleantext.io.encodings import Encoding
from cleantext.io.records import Reader
from cleantext.io.sampled import Sampled, Share


def reader_of(
    form: str,
    *,
    field: str = "text",
    known: Mapping[str, Any] | None = None,
    known_from: Mapping[str, str] | None = None,
    encoding: str | None = None,
    encoding_errors: str = "strict",
    html: bool = False,
    delimiter: str | None = None,
    share: Share | None = None,
) -> Reader:
    """What reads a format; ``delimiter`` is what parts the cells of CSV, instead of a comma.

    Raises ``UsageError`` for a format that there is not, and for what the format cannot do.
    """
    if form not in READERS:
        raise UsageError(f"unknown format {form!r}; one of {', '.join(READERS)}")
    options: dict[str, Any] = {"known": dict(known or {})}
    if form in FIELDS:
        options |= {"field": field, "known_from": dict(known_from or {})}
    elif known_from:
        raise UsageError(f"{form} has no fields that something could be known from")
    if form not in ("parquet", "arrow"):
        options["encoding"] = _encoding(form, html)(name=encoding, errors=encoding_errors)
    if form == "csv" and delimiter is not None:
        options["delimiter"] = delimiter
    reader: Reader = READERS[form](**options)
    if share:
        reader = Sampled(reader, share)
    return _pages(reader) if html or form in PAGES else reader


def _encoding(form: str, html: bool) -> type[Encoding]:
    if form not in PAGES and not (html and form == "text"):
        return Encoding
    from cleantext.io.html import HtmlEncoding

    return HtmlEncoding


def _pages(reader: Reader) -> Reader:
    from cleantext.io.html import HtmlReader

    logging.getLogger().addHandler(logging.NullHandler())  # what is wrong with a page is told in our own words
    return HtmlReader(reader)
