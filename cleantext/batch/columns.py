"""The columns of an output, from the inputs that go into it."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from cleantext.batch.inputs import Input
from cleantext.batch.settings import Settings
from cleantext.io import FIELDS, TYPED, WRITERS
from cleantext.io.files import reading, source
from cleantext.io.records import DamagedError, Item, Source


def names_of(settings: Settings, inputs: Iterable[Input]) -> list[str]:
    """The columns that hold the records of all inputs.

    Files of one format are taken to have the same columns, but for JSON Lines, all of which are read for this.
    """
    names: dict[str, None] = {}
    for form, found in _grouped(inputs).items():
        for one in found:
            told = _names(settings, one)
            names |= dict.fromkeys(told)
            if told and form != "jsonl":
                break
    return list(names) if settings.field in names else [*names, settings.field]


def schema_of(settings: Settings, inputs: Iterable[Input]) -> str:
    """The typed columns that hold the records of all inputs, as an Arrow schema in Base64."""
    from cleantext.io.table import arrow

    pa = arrow()
    schemas = [schema for form, found in _grouped(inputs).items() if (schema := _schema(settings, form, found))]
    whole = schemas[0] if len(schemas) == 1 else pa.unify_schemas(schemas or [pa.schema([])])
    if settings.field not in whole.names:
        whole = whole.append(pa.field(settings.field, pa.string()))
    return base64.b64encode(whole.serialize()).decode("ascii")


def writer_for(settings: Settings, form: str, columns: dict[str, Any]) -> Any:
    """What spells out records in a format, with columns as ``names_of`` or ``schema_of`` gave them."""
    options: dict[str, Any] = {}
    if settings.separator is not None:
        options["separator"] = settings.separator
    if form in FIELDS:
        options |= {"field": settings.field, "facts": settings.facts, "removed": settings.removed}
    if form == "csv" and settings.delimiter is not None:
        options["delimiter"] = settings.delimiter
    if "names" in columns:
        options["names"] = tuple(columns["names"])
    if "schema" in columns:
        from cleantext.io.table import arrow

        options["schema"] = arrow().ipc.read_schema(arrow().py_buffer(base64.b64decode(columns["schema"])))
    return WRITERS[form](**options)


def _grouped(inputs: Iterable[Input]) -> dict[str, list[Input]]:
    found: dict[str, list[Input]] = {}
    for one in inputs:
        found.setdefault(one.format, []).append(one)
    return found


def _names(settings: Settings, one: Input) -> tuple[str, ...]:
    """The columns of an input; none where it is damaged, which is told when it is read."""
    try:
        with source(one.path) as found:
            names = settings.reader(one.format).names(found)
    except DamagedError:
        return ()
    return names if one.format in FIELDS else tuple(settings.field if name == "text" else name for name in names)


def _schema(settings: Settings, form: str, inputs: list[Input]) -> Any:
    from cleantext.io.table import arrow, surveyed

    if form == "jsonl":
        return surveyed(chain.from_iterable(_records(settings, one) for one in inputs))
    if form not in TYPED:
        return arrow().schema([(name, arrow().string()) for name in _first(_names(settings, one) for one in inputs)])
    return _first(_table_schema(settings, one) for one in inputs)


def _first(found: Iterable[Any]) -> Any:
    return next(filter(None, found), ())


def _table_schema(settings: Settings, one: Input) -> Any:
    from cleantext.io.table import TableReader, check_text

    try:
        with source(one.path) as found:
            schema = TableReader(field=settings.field, parquet=one.format == "parquet").schema(found)
            check_text(schema, settings.field, one.path)
            return schema
    except DamagedError:
        return None


def _records(settings: Settings, one: Input) -> Iterator[Item]:
    with source(one.path) as found:
        yield from reading(settings.reader("jsonl")(Source(found.name, found.stream)), one.path)
