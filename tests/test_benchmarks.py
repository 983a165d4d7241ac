"""The benchmarks run, take turns, and put tables into pages."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from benches import ROOT, bench


def test_works_take_turns() -> None:
    done: list[tuple[str, int]] = []
    works = {name: lambda turn, name=name: done.append((name, turn)) for name in "ab"}
    times = bench("measuring").in_turn(works, 2)
    assert done == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    assert {name: len(seconds) for name, seconds in times.items()} == {"a": 2, "b": 2}


def test_a_ratio_is_that_of_the_same_rounds() -> None:
    assert bench("measuring").ratio([1.0, 2.0, 9.0], [2.0, 4.0, 9.0]) == 0.5


def test_what_is_not_installed_is_told() -> None:
    def loader() -> None:
        raise ImportError("no such")

    peers = bench("peers")
    found, missing = peers.loaded({"one": lambda: len, "other": loader})
    assert (found, missing) == ({"one": len}, {"other": "no such"})
    assert "not measured: other" in peers.left_out(missing)


@pytest.mark.parametrize("kind", sorted(bench("shapes").KINDS))
def test_texts_of_a_kind_have_the_size_asked_for(kind: str) -> None:
    make = bench("shapes").KINDS[kind]
    text = make(5_000, random.Random(1))
    assert 0.8 * 5_000 <= len(text.encode()) <= 5_000
    assert make(5_000, random.Random(1)) == text
    assert make(5_000, random.Random(2)) != text or kind == "`aA`"


def test_each_step_takes_what_the_one_before_it_left() -> None:
    speed = bench("speed")
    steps = speed.StepByStep([["One  line.", "Two."]]).works()
    found = [work(0) for work in steps.values()]
    assert found[-1] == ["One line.", "Two."]


def test_the_page_has_a_place_for_each_table() -> None:
    page = bench("measuring").PAGE.read_text("utf-8")
    assert [
        name for name in ("peers", "steps", "html", "kinds", "sizes", "start") if f"<!-- begin {name} -->" not in page
    ] == []


@pytest.mark.slow
def test_one_command_measures_it_all(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command = [sys.executable, "-m", "benchmarks", "--runs", "1", "--json", str(out), "--only", "peers", "kinds"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = json.loads(out.read_text("utf-8"))
    assert found["peers"]["corpora"]["golden"]["of ftfy"]["`ftfy.fix_text`"] == 1
    assert "| cleantext `news` |" in done.stdout
