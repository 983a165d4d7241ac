"""The pages on adaptors, and their modules' examples, run on the real libraries; where one is missing, it says so."""

from __future__ import annotations

import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]
LIBRARIES = {
    "dask": "dask.dataframe",
    "datasets": "datasets",
    "datatrove": "datatrove",
    "duckdb": "duckdb",
    "pandas": "pandas",
    "polars": "polars",
    "ray": "ray",
    "sklearn": "sklearn",
    "spacy": "spacy",
    "spark": "pyspark",
}
PAGES = {name: {"sklearn": "scikit-learn"}.get(name, name) for name in LIBRARIES}

every_library = pytest.mark.parametrize("name", LIBRARIES)


@every_library
@pytest.mark.filterwarnings("default")
def test_the_examples_of_a_page_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # else Spark takes the first on the path
    pytest.importorskip(LIBRARIES[name])
    page = ROOT / "docs" / "adaptors" / f"{PAGES[name]}.md"
    examples = list(Sybil([PythonCodeBlockParser()]).parse(page).examples())
    assert examples
    for example in examples:
        example.evaluate()


@every_library
@pytest.mark.filterwarnings("default")
def test_the_examples_of_a_module_run(name: str) -> None:
    pytest.importorskip(LIBRARIES[name])
    module = importlib.import_module(f"cleantext.adaptors.{name}")
    assert doctest.testmod(module).failed == 0


@every_library
def test_a_missing_library_is_an_error_that_names_the_extra(name: str) -> None:
    if name == "datasets":
        pytest.skip("its adaptor imports nothing of it")
    top = LIBRARIES[name].partition(".")[0]
    code = f"import sys; sys.modules[{top!r}] = None; import cleantext.adaptors.{name}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f'pip install "cleantext-news[{name}]"' in done.stderr


def test_importing_cleantext_imports_none_of_them() -> None:
    tops = {module.partition(".")[0] for module in LIBRARIES.values()}
    code = f"import sys, cleantext, cleantext.adaptors; cleantext.clean('Rain.'); print({tops!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
