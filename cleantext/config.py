"""Names and options to a chain, and back: presets, configuration files, arguments.

Presets and configuration files speak one language, TOML::

    preset = "news"             # gentle, news or strict
    steps = ["spaces", …]       # instead of the preset's
    skip = ["repeats"]          # steps to leave out
    keep = ["caption"]          # roles that no step drops

    [step.captions]             # options of a step
    threshold = 0.5

An argument goes before a configuration file, and that before the preset. A name that nobody knows is an error.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cleantext.chain import Chain, Link, build, options_of
from cleantext.document import Role
from cleantext.errors import ConfigError, UsageError
from cleantext.options import checked, convert, suggest
from cleantext.plugins import known_steps, table_for
from cleantext.steps import StepSpec

PRESETS = ("gentle", "news", "strict")
FILE_NAME = "cleantext.toml"
_KEYS: dict[str, Any] = {
    "preset": str,
    "steps": tuple[str, ...],
    "skip": tuple[str, ...],
    "keep": tuple[str, ...],
    "step": dict[str, Any],
}

Options = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a configuration file says; ``steps`` is None where the preset's are to be used."""

    preset: str = "news"
    steps: tuple[str, ...] | None = None
    skip: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    options: Options = field(default_factory=dict)


def chain_of(
    *,
    preset: str | None = None,
    steps: Iterable[str] | None = None,
    skip: Iterable[str] = (),
    keep: Iterable[str] = (),
    options: Options | None = None,
    config: Config | None = None,
) -> Chain:
    """The chain that is asked for: a preset, or the steps named, with changes.

    ``skip`` leaves steps out, ``keep`` names roles that no step drops, ``options`` are by step. What is given here goes
    before ``config``, and that before the preset.

    >>> chain_of(preset="gentle", skip=["rejoin"])
    Chain(encoding, spaces, unglue, paragraphs)

    Raises ``UsageError`` for what nobody knows, ``ChainError`` for an order that cannot work and ``PluginError`` for a
    step of another package that cannot be loaded.
    """
    if not isinstance(config, Config | None):
        raise UsageError(f"a Config is wanted, not {config!r}; config.load(path) reads one")
    config = config or Config()
    base = preset_config(preset or config.preset)
    given = Config(steps=_names(steps), skip=_names(skip) or (), keep=_names(keep) or (), options=options or {})
    chosen = given.steps if given.steps is not None else base.steps if preset else config.steps
    left_out = {*config.skip, *given.skip}
    names = [name for name in (base.steps or () if chosen is None else chosen) if name not in left_out]
    table = table_for({*names, *left_out, *given.options})
    _check(given, table)
    _check_used(given.options, names)
    merged = {name: _merged(name, base.options, config.options, given.options) for name in names}
    links = [_link(table[name], merged[name], (*config.keep, *given.keep)) for name in names]
    return Chain(links, table=table)


@cache
def preset_chain(name: str) -> Chain:
    """The chain of a preset, built once."""
    return chain_of(preset=name)


@cache
def preset_config(name: str) -> Config:
    """What the file of a preset says.

    Raises ``UsageError`` for a preset that there is not.
    """
    if name not in PRESETS:
        raise UsageError(f"unknown preset {name!r}{suggest(name, PRESETS)}; the presets are: {', '.join(PRESETS)}")
    path = Path(__file__).parent / "presets" / f"{name}.toml"
    return _read(tomllib.loads(path.read_text("utf-8")))


def load(path: str | Path) -> Config:
    """Read a configuration file: TOML, or the table ``[tool.cleantext]`` of a ``pyproject.toml``.

    Raises ``ConfigError``, which names the file, for all that is wrong with it.
    """
    path = Path(path)
    try:
        return _parse(path.read_text("utf-8"), nested=path.name == "pyproject.toml")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8: {error.reason} at byte {error.start}") from error
    except UsageError as error:
        raise ConfigError(f"{path}: {error}") from error


def loads(text: str) -> Config:
    """Read a configuration from a string.

    >>> loads('skip = ["repeats"]').skip
    ('repeats',)

    Raises ``ConfigError`` for all that is wrong with it.
    """
    try:
        return _parse(text, nested=False)
    except UsageError as error:
        raise ConfigError(str(error)) from error


def find(start: str | Path) -> Path | None:
    """The nearest ``cleantext.toml``, or ``pyproject.toml`` with ``[tool.cleantext]``, in a folder or above it."""
    start = Path(start).resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        if _has_table(folder / "pyproject.toml"):
            return folder / "pyproject.toml"
    return None


def assignment(text: str) -> dict[str, dict[str, Any]]:
    """Read ``step.option=value``; the value is TOML, or else a string.

    >>> assignment("captions.threshold=0.5"), assignment("judge.cutoff=strict")
    ({'captions': {'threshold': 0.5}}, {'judge': {'cutoff': 'strict'}})

    Raises ``UsageError`` where it reads otherwise.
    """
    target, equals, value = text.partition("=")
    step, dot, option = target.strip().rpartition(".")
    if not (equals and dot and step and option):
        raise UsageError(f"cannot read {text!r}: write step.option=value, as in captions.threshold=0.5")
    return {step: {option: _value(value.strip())}}


def dumps(chain: Chain) -> str:
    """A chain as a configuration file, every option spelled out.

    >>> print(dumps(chain_of(steps=["spaces"])), end="")
    steps = [
        "spaces",
    ]
    """
    links = [link for link in chain.links if isinstance(link, Link)]
    table = table_for(link.name for link in links)
    head = ["steps = [", *(f"    {_toml(link.name)}," for link in links), "]"]
    return "\n".join([*head, *(line for link in links for line in _section(link, table[link.name]))]) + "\n"


def _names(given: Iterable[str] | None) -> tuple[str, ...] | None:
    if isinstance(given, str):
        raise UsageError(f"a list of names is wanted, not the string {given!r}: [{given!r}]")
    return None if given is None else tuple(given)


def _merged(step: str, *layers: Options) -> dict[str, Any]:
    return {name: value for layer in layers for name, value in layer.get(step, {}).items()}


def _link(spec: StepSpec, options: Mapping[str, Any], keep: tuple[str, ...]) -> Link:
    if not options and not keep:
        return Link(spec.name)
    factory = spec.load()
    found = checked(spec.name, factory, options)
    if keep and "keep" in options_of(factory):
        found["keep"] = tuple(dict.fromkeys((*found.get("keep", ()), *keep)))
    return Link(spec.name, found)


def _check(config: Config, table: Mapping[str, StepSpec]) -> None:
    for name in (*(config.steps or ()), *config.skip, *config.options):
        if name not in table:
            known = known_steps()
            raise UsageError(f"unknown step {name!r}{suggest(name, known)}; the steps are: {', '.join(known)}")
    for role in config.keep:
        if role not in list(Role):
            raise UsageError(f"unknown role {role!r}{suggest(role, Role)}; the roles are: {', '.join(Role)}")
    for name, options in config.options.items():
        if not isinstance(options, Mapping):
            raise UsageError(f"options of step {name!r} are wanted by name, not {options!r}")
        if options:
            build(Link(name, checked(name, table[name].load(), options)), table)


def _check_used(options: Options, names: Iterable[str]) -> None:
    for name in options:
        if name not in names:
            raise UsageError(f"options are given for step {name!r}, which is not in the chain: {', '.join(names)}")


def _parse(text: str, *, nested: bool) -> Config:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not valid TOML: {error}") from error
    if nested:
        table = table.get("tool", {}).get("cleantext")
        if table is None:
            raise ConfigError("has no table [tool.cleantext]")
    config = _read(table)
    preset_config(config.preset)
    _check(config, table_for((*(config.steps or ()), *config.skip, *config.options)))
    return config


def _read(table: Mapping[str, Any]) -> Config:
    """A configuration of the right shape; whether its names exist is checked by ``_check``."""
    for key in table:
        if key not in _KEYS and key in known_steps():
            raise UsageError(f"unknown key {key!r}; options of the step stand under [step.{key}]")
        if key not in _KEYS:
            raise UsageError(f"unknown key {key!r}{suggest(key, _KEYS)}; the keys are: {', '.join(_KEYS)}")
    found = {key: _shaped(key, value) for key, value in table.items()}
    return Config(options=found.pop("step", {}), **found)


def _shaped(key: str, value: Any) -> Any:
    try:
        found = convert(value, _KEYS[key])
    except TypeError:
        raise UsageError(f"key {key!r} wants {_SHAPES[_KEYS[key]]}, not {value!r}") from None
    if key == "step" and (wrong := [name for name, options in found.items() if not isinstance(options, dict)]):
        raise UsageError(f"key {key!r} wants a table for each step, as in [step.{wrong[0]}], not {found[wrong[0]]!r}")
    return found


_SHAPES: dict[Any, str] = {
    str: "a string",
    tuple[str, ...]: 'a list of strings, as in ["spaces"]',
    dict[str, Any]: "tables, as in [step.captions]",
}


def _has_table(path: Path) -> bool:
    """A ``pyproject.toml`` that cannot be read is another tool's concern."""
    try:
        return "cleantext" in tomllib.loads(path.read_text("utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False


def _value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _section(link: Link, spec: StepSpec) -> list[str]:
    options = options_of(spec.load()) | dict(link.options)
    written = [f"{name} = {_toml(value)}" for name, value in options.items() if value is not None]
    return ["", f"[step.{_key(link.name)}]", *written] if written else []


def _key(name: str) -> str:
    return name if name.replace("-", "_").isidentifier() and name.isascii() else _toml(name)


def _toml(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _quoted(value)
        case int() | float():
            return repr(value)
        case list() | tuple() | set() | frozenset():
            return f"[{', '.join(_toml(item) for item in value)}]"
        case _:
            raise UsageError(f"{value!r} cannot be written as TOML")


def _quoted(text: str) -> str:
    from json import dumps as quoted

    return quoted(str(text), ensure_ascii=False).replace("\x7f", "\\u007F")
