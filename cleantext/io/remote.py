"""Addresses that fsspec knows: s3://…, gs://…, https://…, memory://…"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from cleantext.io.extras import extra

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters at least: C:// is a drive
_GLOB = re.compile(r"[*?\[]")


class Fingerprint(NamedTuple):
    """What tells whether a file is still the same."""

    size: int
    stamp: str


def is_remote(path: str) -> bool:
    """Whether a path is an address for fsspec.

    >>> is_remote("s3://bucket/news.jsonl"), is_remote("news.jsonl")
    (True, False)
    """
    return bool(_SCHEME.match(path))


def is_pattern(path: str) -> bool:
    """Whether a path has wildcards in it."""
    return bool(_GLOB.search(path))


def opened(path: str) -> BinaryIO:
    """The file at an address, to read.

    Raises ``OSError``, as a local file would.
    """
    system, inner = _system(path)
    try:
        stream = system.open(inner, "rb")
    except FileNotFoundError:
        raise FileNotFoundError("no such file") from None
    return cast("BinaryIO", stream if hasattr(stream, "read1") else io.BufferedReader(stream))


def matching(pattern: str) -> list[str]:
    """The addresses that a pattern stands for, sorted."""
    system, inner = _system(pattern)
    return [system.unstrip_protocol(name) for name in sorted(system.glob(inner))]


def listed(folder: str) -> list[str]:
    """All files in a folder and below, sorted; none where it is no folder."""
    system, inner = _system(folder)
    return [system.unstrip_protocol(name) for name in sorted(system.find(inner))] if system.isdir(inner) else []


def fingerprint(path: str) -> Fingerprint:
    """The size of the file at an address, and what changes when it is written anew."""
    system, inner = _system(path)
    return Fingerprint(int(system.info(inner).get("size") or 0), str(system.ukey(inner)))


def exists(path: str) -> bool:
    system, inner = _system(path)
    return bool(system.exists(inner))


def put(local: Path, path: str) -> None:
    """Send a whole file to an address."""
    system, inner = _system(path)
    system.makedirs(inner.rpartition("/")[0], exist_ok=True)
    system.put_file(str(local), inner)


def remove(path: str) -> None:
    """Remove the file at an address, if there is one."""
    system, inner = _system(path)
    if system.exists(inner):
        system.rm_file(inner)


def _system(path: str) -> tuple[Any, str]:
    core = extra("fsspec.core", "remote", "addresses")
    try:
        system, inner = core.url_to_fs(path)
    except (ImportError, ValueError) as error:  # a scheme that needs a package of its own, or that nobody knows
        raise OSError(f"{error}") from None
    return system, str(inner)
