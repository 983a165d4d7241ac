"""The floors: what ``lint-imports`` checks is told in full, and nothing heavy is imported before its time."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import cleantext
from cleantext.steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PACKAGE = Path(cleantext.__file__).parent
CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]
LATE = {"ftfy", "rapidfuzz", "trafilatura", "lxml", "importlib.metadata", "difflib"}

every_module = pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)


def imported_at_once(body: list[ast.stmt]) -> Iterator[str]:
    """The modules that importing a module imports, without those for the type checker only."""
    for node in body:
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module)):
                yield module
            case ast.Try(body=inner):
                yield from imported_at_once(inner)


@every_module
def test_what_is_heavy_is_imported_where_it_is_used(path: Path) -> None:
    found = set(imported_at_once(ast.parse(path.read_text("utf-8")).body))
    assert not {name for name in found if name in LATE or name.partition(".")[0] in LATE}


def test_every_step_has_a_module_and_every_module_a_step() -> None:
    modules = {path.stem for path in (PACKAGE / "steps").glob("*.py") if not path.stem.startswith("_")}
    assert modules == set(STEPS)


def test_no_step_is_left_out_of_the_contract() -> None:
    (contract,) = (contract for contract in CONTRACTS if contract["type"] == "independence")
    assert set(contract["modules"]) == {f"cleantext.steps.{name}" for name in STEPS}


def test_every_step_is_a_frozen_dataclass_of_keyword_options() -> None:
    for name, spec in STEPS.items():
        factory = spec.load()
        assert factory.__name__ == name.title()
        parameters = factory.__dataclass_params__  # type: ignore[attr-defined]
        assert parameters.frozen
        assert hasattr(factory, "__slots__")
        assert all(field.kw_only for field in factory.__dataclass_fields__.values())  # type: ignore[attr-defined]
