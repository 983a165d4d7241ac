"""Time as the processor counts it, so that what else runs on the machine tells little."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

ROUNDS = 6
TICK = 0.002  # seconds; what takes less is taken for so much


def seconds(deed: Callable[[], object]) -> float:
    """Processor time of one try, without looking for garbage: how long that takes is a matter of the tests before."""
    gc.disable()
    try:
        began = process_time()
        deed()
        return process_time() - began
    finally:
        gc.enable()


def grows_with(times: float, few: Callable[[], object], many: Callable[[], object], *, slack: float = 3.0) -> bool:
    """Whether ``many``, which does so many times the work of ``few``, takes at most ``slack`` times as much longer.

    Both are measured in turns until it does: what else runs may slow one of the two, but hardly each time.
    """
    return any(seconds(many) <= slack * times * max(seconds(few), TICK) for _ in range(ROUNDS))
