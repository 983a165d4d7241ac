"""Options of steps, checked against what their factories are annotated with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from cleantext.chain import options_of
from cleantext.errors import UsageError


def checked(step: str, factory: Callable[..., Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """The options as the factory wants them: a list where it wants a tuple becomes one, an integer a float.

    Raises ``UsageError`` for an option that there is not, or a value of the wrong type.
    """
    known, hints = options_of(factory), _hints(factory)
    for name in options:
        if name not in known:
            raise UsageError(f"step {step!r} has no option {name!r}{suggest(name, known)}; {_listed(known)}")
    return {name: _converted(step, name, value, hints.get(name, Any)) for name, value in options.items()}


def suggest(name: str, known: Iterable[str]) -> str:
    """What was probably meant, as the end of a sentence, or nothing.

    >>> suggest("caption", ["captions", "headers"])
    " (did you mean 'captions'?)"
    >>> suggest("xyz", ["captions", "headers"])
    ''
    """
    from difflib import get_close_matches

    close = get_close_matches(str(name), [str(one) for one in known], n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def convert(value: Any, wanted: Any) -> Any:
    """The value as the annotation wants it; an empty string stands for None, which TOML cannot write.

    >>> convert(["caption"], tuple[str, ...]), convert(1, float), convert("", float | None)
    (('caption',), 1.0, None)

    Raises ``TypeError`` where it does not fit.
    """
    origin = get_origin(wanted)
    if wanted is Any:
        return value
    if origin in (Union, UnionType):
        return _convert_union(value, get_args(wanted))
    if origin is Literal:
        return _one_of(value, get_args(wanted))
    if origin in (tuple, list):
        return _convert_row(value, origin, get_args(wanted)[0])
    return _convert_plain(value, origin or wanted)


def _hints(factory: Callable[..., Any]) -> dict[str, Any]:
    try:
        return get_type_hints(factory)
    except (NameError, TypeError):  # annotations that exist for the type checker only cannot be checked here
        return {}


def _listed(known: Iterable[str]) -> str:
    names = ", ".join(known)
    return f"its options are: {names}" if names else "it has none"


def _converted(step: str, name: str, value: Any, wanted: Any) -> Any:
    try:
        return convert(value, wanted)
    except TypeError:
        raise UsageError(f"step {step!r}: option {name!r} wants {_spelled(wanted)}, not {value!r}") from None


_WORDS: dict[Any, str] = {
    bool: "true or false",
    float: "a number",
    int: "a whole number",
    str: "a string",
    NoneType: "nothing",
    tuple[str, ...]: 'a list of strings, as in ["caption"]',
    list[str]: 'a list of strings, as in ["caption"]',
}


def _spelled(wanted: Any) -> str:
    if wanted in _WORDS:
        return _WORDS[wanted]
    if get_origin(wanted) is Literal:
        return "one of " + ", ".join(repr(choice) for choice in get_args(wanted))
    if get_origin(wanted) in (Union, UnionType):
        return " or ".join(map(_spelled, get_args(wanted)))
    if get_origin(wanted) in (tuple, list):
        return f"a list, each {_spelled(get_args(wanted)[0])}"
    return wanted.__name__ if isinstance(wanted, type) else str(wanted)


def _convert_union(value: Any, choices: tuple[Any, ...]) -> Any:
    for choice in choices:
        try:
            return convert(value, choice)
        except TypeError:
            continue
    raise TypeError(value)


def _one_of(value: Any, choices: tuple[Any, ...]) -> Any:
    if value not in choices:
        raise TypeError(value)
    return value


def _convert_row(value: Any, kind: type, wanted: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return kind(convert(item, wanted) for item in value)


def _convert_plain(value: Any, wanted: Any) -> Any:
    if wanted is None or wanted is NoneType:
        return None if value == "" else _one_of(value, (None,))
    if wanted is float and type(value) is int:
        return _as_float(value)
    if isinstance(wanted, type) and issubclass(wanted, Enum) and isinstance(value, str):
        return _member(wanted, value)
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise TypeError(value)
    return value


def _as_float(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        raise TypeError(value) from None


def _member(wanted: type[Enum], value: str) -> Enum:
    try:
        return wanted(value)
    except ValueError:
        raise TypeError(value) from None
