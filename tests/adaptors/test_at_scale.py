"""The jobs of the page on scale run, each on its engine; the measurements at scale measure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import cleantext
from benches import ROOT, bench

PAGE = ROOT / "docs" / "at-scale.md"
PACKAGE = Path(cleantext.__file__).parents[1]  # where it is installed, or the checkout
ENGINES = {"datatrove": "datatrove", "spark": "pyspark"}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.filterwarnings("default")
def test_the_job_of_the_page_runs(engine: str, tmp_path: Path) -> None:
    """As a script, for that is what its engine's processes import."""
    pytest.importorskip(ENGINES[engine])
    others = [module for name, module in ENGINES.items() if name != engine]
    parsed = [str(example.parsed) for example in Sybil([PythonCodeBlockParser()]).parse(PAGE).examples()]
    script = [block for block in parsed if not any(f"from {other}" in block for other in others)]
    assert any(f"from {ENGINES[engine]}" in block for block in script)
    (tmp_path / "job.py").write_text("\n".join(script), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE), "TMPDIR": str(tmp_path), "PYSPARK_PYTHON": sys.executable}
    given = [sys.executable, str(tmp_path / "job.py")]
    done = subprocess.run(given, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("engine", ["run", "run-parquet", "spark", "ray", "datatrove"])
def test_engines_give_the_same(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psutil")
    pytest.importorskip("pyarrow")
    pytest.importorskip({"spark": "pyspark", "run": "json", "run-parquet": "json"}.get(engine, engine))
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.chdir(ROOT)
    found, wrong = bench("scale_out").compare(tmp_path, [engine], 200)
    assert wrong == {}
    assert found["engines"][engine]["documents/s"] > 0
    assert "200 short documents" in bench("scale_out").page(found)


def test_another_text_is_a_difference(tmp_path: Path) -> None:
    scale_out, varied = bench("scale_out"), bench("varied")
    rows = list(varied.documents(30, short=True))
    for name, texts in (("a", rows), ("b", [*rows[:7], {**rows[7], "text": "Rain."}, *rows[8:29]]), ("c", rows * 2)):
        (tmp_path / name).mkdir()
        varied.write_jsonl(tmp_path / name / "0.jsonl", texts)
    assert scale_out.differences(scale_out.digests(tmp_path / "a"), scale_out.digests(tmp_path / "b")) == 2
    with pytest.raises(ValueError, match="is there twice"):
        scale_out.digests(tmp_path / "c")


def test_documents_vary_and_are_the_same_each_time() -> None:
    varied = bench("varied")
    rows = list(varied.documents(600, short=True))
    assert rows[500:] == list(varied.documents(100, short=True, first=500))
    assert len({row["text"] for row in rows}) > 0.99 * len(rows)
    assert {row["damage"] for row in rows} == set(varied.DAMAGES)
    assert {row["sample"] for row in rows} == {article.name for article in varied.articles()}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_a_killed_run_is_gone_on_with(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psutil")
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(ROOT)
    trial = bench("one_gigabyte")
    found = trial.trial(tmp_path, kind, 6_000_000, trial.Options("gentle", 2, 1.0))
    assert found["same"]
    assert trial.page({"size": 6_000_000, "preset": "gentle", "jobs": 2, "sample": 1.0, "kinds": {kind: found}})


def test_a_table_is_put_between_its_marks(tmp_path: Path) -> None:
    measuring = bench("measuring")
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- begin a -->\nold\n<!-- end a -->\nafter\n")
    measuring.put("a", measuring.table(["x"], [[1.5]]), page)
    assert page.read_text() == "before\n<!-- begin a -->\n| x |\n|---|\n| 1.50 |\n<!-- end a -->\nafter\n"
    with pytest.raises(ValueError, match="has no <!-- begin b -->"):
        measuring.put("b", "", page)
