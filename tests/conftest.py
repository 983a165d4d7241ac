"""What all tests share: options, and two ways to run hypothesis, a quick one and a long one.

``pytest -m hypothesis --hypothesis-profile fuzz`` tries ``CLEANTEXT_FUZZ`` examples (3,000 unless set) where a usual
run tries 60, always others, and tells how many it tried in all.
"""

from __future__ import annotations

import functools
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

import cleantext
from corpus import samples
from strategies import USUAL

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.append(str(Path(__file__).parent.parent))  # for tools/; last, so that what is installed is what is tested

settings.register_profile(
    "default",
    max_examples=USUAL,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "fuzz",
    parent=settings.get_profile("default"),
    max_examples=int(os.environ.get("CLEANTEXT_FUZZ", "3000")),
    derandomize=False,
    print_blob=True,
)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite clean.txt and roles.tsv of the golden corpus; read the diff before you commit it",
    )
    parser.addoption(
        "--update-speed",
        action="store_true",
        help="record in speed.json the work that the chain does under this Python",
    )


class Tally:
    """Counts the examples that hypothesis tries."""

    def __init__(self) -> None:
        self.tried = 0

    def counting(self, test: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(test)
        def counted(*given: Any, **named: Any) -> Any:
            self.tried += 1
            return test(*given, **named)

        return counted

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        handles = {id(h): h for item in session.items if (h := getattr(getattr(item, "obj", None), "hypothesis", None))}
        for handle in handles.values():
            handle.inner_test = self.counting(handle.inner_test)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_line(f"{self.tried:,} examples of properties tried")


def pytest_configure(config: pytest.Config) -> None:
    # What a shell runs in the background ignores Ctrl-C, and so would the commands that tests start and interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("hypothesis_profile", None) == "fuzz":
        config.pluginmanager.register(Tally())


@pytest.fixture(scope="session")
def texts() -> list[str | None]:
    """Raw texts of the golden corpus, an empty one, and a missing one in the middle."""
    raw = [sample.raw for sample in samples()[:6]]
    return [*raw[:3], None, "", *raw[3:]]


@pytest.fixture(scope="session")
def cleaned(texts: list[str | None]) -> list[str | None]:
    """What the library makes of them."""
    return [text if text is None else cleantext.clean(text) for text in texts]
