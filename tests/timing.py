"""Time as the processor counts it, so that what else runs on the machine tells little."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time


def seconds(deed: Callable[[], object], tries: int = 1) -> float:
    """Processor time of the quickest of some tries."""
    return min(_once(deed) for _ in range(tries))


def _once(deed: Callable[[], object]) -> float:
    began = process_time()
    deed()
    return process_time() - began
