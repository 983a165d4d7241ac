"""``news`` does not do notably more work than is recorded; work is counted, not timed, so nothing here can flake.

``speed.json`` holds, for each version of Python, the bytecode instructions a character of each step.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

RECORD = Path(__file__).with_name("speed.json")
COUNTING = Path(__file__).with_name("counting.py")
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
MORE = 1.1  # times the recorded work
NOTABLE = 0.01  # of the recorded work: what is told of a step
ACCEPT = "pytest tests/test_speed.py --update-speed"
COMPLAINT = f"""\
news takes {{now:.0f}} instructions a character, {{more:.0%}} more than the {{then:.0f}} recorded for Python {VERSION};
{{allowed:.0%}} are allowed. The steps that take more:
{{steps}}
If it is worth that, record it: {ACCEPT}
or under every Python: tox run -e 3.11,3.12,3.13 -- {ACCEPT.removeprefix("pytest ")}
"""

Steps = dict[str, float]


def recorded() -> dict[str, Steps]:
    return cast("dict[str, Steps]", json.loads(RECORD.read_text("utf-8")))


def counted() -> Steps:
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run([sys.executable, COUNTING], env=environment, check=True, capture_output=True, text=True)
    return cast("Steps", json.loads(done.stdout))


def complaint(found: Steps, before: Steps) -> str:
    """What is wrong with the work that was found, empty if nothing."""
    now, then = sum(found.values()), sum(before.values())
    if now <= MORE * then:
        return ""
    told = [
        f"  {name}: {before.get(name, 0):.1f}, now {count:.1f}"
        for name, count in found.items()
        if count - before.get(name, 0) > NOTABLE * then
    ]
    return COMPLAINT.format(now=now, then=then, more=now / then - 1, allowed=MORE - 1, steps="\n".join(told))


def test_news_does_no_more_work_than_is_recorded(request: pytest.FixtureRequest) -> None:
    found = counted()
    if request.config.getoption("update_speed"):
        record = dict(sorted({**recorded(), VERSION: found}.items()))
        RECORD.write_text(json.dumps(record, indent=2) + "\n", "utf-8")
    elif VERSION not in recorded():
        pytest.skip(f"nothing is recorded for Python {VERSION} yet; record it: {ACCEPT}")
    wrong = complaint(found, recorded()[VERSION])
    assert not wrong, wrong


def test_the_count_is_always_the_same() -> None:
    assert counted() == counted()


def test_more_work_is_told() -> None:
    before = {"unglue": 20.0, "judge": 80.0, "repeats": 0.1}
    assert complaint({"unglue": 20.0, "judge": 89.0, "repeats": 0.5}, before) == ""
    told = complaint({"unglue": 20.0, "judge": 91.9, "repeats": 0.5, "more": 3.0}, before)
    assert "115 instructions a character, 15% more than the 100 recorded" in told
    assert "judge: 80.0, now 91.9" in told
    assert "more: 0.0, now 3.0" in told
    assert "repeats" not in told
    assert ACCEPT in told
