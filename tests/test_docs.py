"""The documentation says what is there, and its examples run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import cleantext
from cleantext.chain import options_of
from cleantext.config import PRESETS
from cleantext.document import Role
from cleantext.steps import STEPS
from cleantext.testing import INVENTED, LAWS

if TYPE_CHECKING:
    from sybil import Example
    from sybil.typing import Parser

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "corpus_samples" / "README.md"])
ADAPTORS = "adaptors"  # their pages and modules need other libraries; tests/adaptors runs them
ENGINES = ("at-scale.md",)  # so do these
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
WITH_COMMANDS = ("README.md", "tutorial.md")  # whose console blocks are run; elsewhere they only show
STEPS_PAGE = (ROOT / "docs" / "steps.md").read_text("utf-8")

_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
_SECTION = re.compile(r"^## `(\w+)`\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_PROMPT = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", re.MULTILINE)

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def modules() -> list[str]:
    found = (module.name for module in pkgutil.walk_packages(cleantext.__path__, "cleantext."))
    elsewhere = ("__main__", f".{ADAPTORS}.")
    return ["cleantext", *(name for name in found if not any(part in name for part in elsewhere))]


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_a_module_run(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name), optionflags=FLAGS)
    assert results.failed == 0


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.parent.name != ADAPTORS and page.name not in ENGINES],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_the_examples_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    parsers: list[Parser] = [PythonCodeBlockParser(doctest_optionflags=FLAGS)]
    if page.name in WITH_COMMANDS:
        parsers.append(CodeBlockParser(language="console", evaluator=shell))
    for example in Sybil(parsers).parse(page).examples():
        example.namespace["tmp_path"] = tmp_path
        example.evaluate()


def shell(example: Example) -> None:
    """Run the commands of a console block, ``$ cleantext …``, and compare what they print."""
    for command, wanted in _PROMPT.findall(str(example.parsed)):
        words = command.replace("cleantext", f"{shlex.quote(sys.executable)} -P -m cleantext")
        done = subprocess.run(words, shell=True, capture_output=True, text=True, check=False)
        found = done.stdout + done.stderr
        checker = doctest.OutputChecker()
        assert checker.check_output(wanted, found, FLAGS), f"$ {command}\n{found}\ninstead of\n{wanted}"


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    missing = [target for target in _LINK.findall(page.read_text("utf-8")) if not (page.parent / target).exists()]
    assert missing == []


def test_every_step_is_documented_in_the_order_of_the_table() -> None:
    assert [name for name, _ in _SECTION.findall(STEPS_PAGE)] == list(STEPS)


@pytest.mark.parametrize("step", STEPS)
def test_every_option_of_a_step_is_documented_with_its_default(step: str) -> None:
    section = dict(_SECTION.findall(STEPS_PAGE))[step]
    documented = re.findall(r"^\| `(\w+)` \| `(.+?)` \|", section, re.MULTILINE)
    assert documented == [(name, repr(default)) for name, default in options_of(STEPS[step].load()).items()]


def test_every_role_and_preset_is_documented() -> None:
    assert all(f"| `{role}` |" in STEPS_PAGE for role in Role)
    assert all(f"| `{preset}` |" in STEPS_PAGE for preset in PRESETS)


def test_every_law_is_documented() -> None:
    page = (ROOT / "docs" / "laws.md").read_text("utf-8")
    names = [law.__name__ for law in (*LAWS, *INVENTED)]
    assert all(f"`{name}`" in page for name in (*names, "twice_is_once", "no_memory", "linear"))


def test_every_release_is_in_the_change_log() -> None:
    assert f"## {cleantext.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def quality_table(name: str) -> list[list[str]]:
    """The cells of a table of the page of quality, without its head."""
    page = (ROOT / "docs" / "quality.md").read_text("utf-8")
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", page, re.DOTALL)
    assert found is not None
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()]


@pytest.mark.parametrize("preset", ["news", "strict"])
def test_the_bars_quote_the_tables(preset: str) -> None:
    head, _, *rows = quality_table(preset)
    figures = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    bars = [bar for bar in quality_table("bars") if f", {preset}: " in bar[0] and not bar[0].startswith("mission")]
    assert len(bars) >= 4
    for asked, measured, _ in bars:
        form, wanted = asked.split(f", {preset}: ")
        names = [name.rsplit(" ", 1)[0].replace("captions", "captions out") for name in wanted.split(", ")]
        for name, value in zip(names, measured.split(" / "), strict=True):
            assert abs(float(figures[form][name]) - float(value)) <= 0.051, (form, name)


def test_every_preset_is_measured_on_the_same_texts() -> None:
    counts = [[row[:2] for row in quality_table(preset)] for preset in ("news", "strict", "gentle")]
    assert counts[0] == counts[1] == counts[2]
