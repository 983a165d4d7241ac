"""Packages that are there only if they were asked for at installation."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cleantext.errors import UsageError


def extra(module: str, name: str, purpose: str) -> Any:
    """The module of a package that belongs to the extra ``name``.

    >>> extra("no_such_package", "warc", "WARC files")
    Traceback (most recent call last):
    cleantext.errors.UsageError: WARC files need the package 'no_such_package': pip install 'cleantext-news[warc]'

    Raises ``UsageError`` where it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        raise UsageError(f"{purpose} need the package {error.name!r}: pip install 'cleantext-news[{name}]'") from None
