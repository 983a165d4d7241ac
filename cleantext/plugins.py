"""Steps of other packages, announced under the entry point group ``cleantext.steps``.

A package announces a step in its own ``pyproject.toml``::

    [project.entry-points."cleantext.steps"]
    hyphens = "my_package.hyphens:Hyphens"

The factory may say where its step can stand, by the attributes ``after`` and ``needs`` (see ``StepSpec``).
Nothing is imported until a chain names the step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from cleantext.errors import PluginError
from cleantext.steps import STEPS, Step, StepSpec

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "cleantext.steps"


class PluginSpec(StepSpec):
    """A step of another package; a failure to load it names the step, its place and the cause."""

    def load(self) -> Callable[..., Step]:
        try:
            factory = super().load()
        except Exception as error:
            raise PluginError(
                f"step {self.name!r} ({self.factory}, {self.summary}) cannot be loaded: "
                f"{type(error).__name__}: {error}; mend or uninstall that package, or leave the step out"
            ) from error
        if not callable(factory):
            raise PluginError(f"step {self.name!r} ({self.factory}, {self.summary}) is not callable")
        return factory


def known_steps() -> dict[str, StepSpec]:
    """The built-in steps, then those of other packages.

    Raises ``PluginError`` where two claim one name.
    """
    from importlib.metadata import entry_points

    table = dict(STEPS)
    for entry in entry_points(group=GROUP):
        if entry.name in table:
            raise PluginError(
                f"the step {entry.value!r} ({_origin(entry)}) calls itself {entry.name!r}, "
                f"which is the name of {table[entry.name].factory!r}: rename it in that package, or uninstall it"
            )
        table[entry.name] = PluginSpec(entry.name, entry.value, _origin(entry))
    return table


def table_for(names: Iterable[str]) -> Mapping[str, StepSpec]:
    """A table that holds these steps, where they are known; other packages are looked at only if need be."""
    strange = [name for name in names if name not in STEPS]
    if not strange:
        return STEPS
    table = known_steps()
    return table | {name: _placed(table[name]) for name in strange if name in table}


def _placed(spec: StepSpec) -> StepSpec:
    factory = spec.load()
    return spec._replace(after=tuple(getattr(factory, "after", ())), needs=tuple(getattr(factory, "needs", ())))


def _origin(entry: EntryPoint) -> str:
    return f"from {entry.dist.name} {entry.dist.version}" if entry.dist else "from an unknown package"
