"""The benchmarks for the tests, which no package holds."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import cleantext  # noqa: F401  before the checkout comes on the path, so that an installed one is what is tested

ROOT = Path(__file__).parent.parent


def bench(name: str) -> Any:
    """A module of the benchmarks."""
    if sys.path[0] != str(ROOT):
        sys.path.insert(0, str(ROOT))  # pysbd brings a package "benchmarks" too
    return importlib.import_module(f"benchmarks.{name}")
