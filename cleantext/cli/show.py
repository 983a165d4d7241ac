"""What the command tells of itself: version, steps, configuration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleantext.errors import ChainError, PluginError

if TYPE_CHECKING:
    from cleantext.chain import Chain
    from cleantext.cli.arguments import Arguments
    from cleantext.steps import StepSpec


def shown(arguments: Arguments) -> str | None:
    """The text that was asked for, or None where documents are to be cleaned."""
    if arguments.help:
        from cleantext.cli.arguments import build

        return build().format_help()
    if arguments.version:
        return _version()
    if arguments.list_steps:
        return _steps()
    if arguments.print_config:
        from cleantext.config import dumps

        return dumps(chain_for(arguments))
    return None


def chain_for(arguments: Arguments) -> Chain:
    """The chain that arguments and configuration file ask for."""
    from cleantext.config import assignment, chain_of, find, load

    path = None if arguments.no_config else arguments.config or find(Path.cwd())
    options: dict[str, dict[str, Any]] = {}
    for text in arguments.settings:
        for step, values in assignment(text).items():
            options.setdefault(step, {}).update(values)
    config = load(path) if path else None
    try:
        return chain_of(
            preset=arguments.preset,
            steps=arguments.steps,
            skip=_flat(arguments.skip),
            keep=_flat(arguments.keep),
            options=options,
            config=config,
        )
    except ChainError as error:
        if config and config.steps and not (arguments.steps or arguments.preset):
            raise ChainError(f"{path}: {error}") from None
        raise


def _flat(lists: list[list[str]] | None) -> list[str]:
    return [name for names in lists or () for name in names]


def _version() -> str:
    from cleantext import __version__

    return f"cleantext {__version__}\n"


def _steps() -> str:
    from cleantext.plugins import known_steps

    return "".join(f"{line}\n" for spec in known_steps().values() for line in _step(spec))


def _step(spec: StepSpec) -> Iterator[str]:
    from cleantext.chain import options_of

    yield f"{spec.name:11} {spec.summary}"
    try:
        options = options_of(spec.load())
    except PluginError as error:
        options = {}
        yield f"{'':12}{error}"
    for option, default in options.items():
        yield f"{'':12}{spec.name}.{option}={_spelled(default)}"


def _spelled(default: object) -> str:
    """A default as ``--set`` takes it."""
    match default:
        case bool():
            return str(default).lower()
        case tuple() | list():
            return f"[{', '.join(map(repr, default))}]"
        case _:
            return "" if default is None else str(default)
