"""The command: a filter from flat news text to the article in it, and ``run`` for whole collections."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from cleantext.cli import exits
from cleantext.cli.arguments import Arguments, parse
from cleantext.errors import CleantextError, RecordError

SUBCOMMAND = "run"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code; a fault becomes one line on standard error."""
    argv = sys.argv[1:] if argv is None else argv
    debug = "--debug" in argv
    try:
        return _run_many(argv[1:]) if list(argv[:1]) == [SUBCOMMAND] else _run(parse(argv))
    except SystemExit as stop:  # argparse has said what there is to say
        return stop.code if isinstance(stop.code, int) else exits.USAGE
    except KeyboardInterrupt:
        _silence_stdout()
        return exits.INTERRUPTED
    except Exception as error:
        if _nobody_reads(error):
            _silence_stdout()
            return exits.OK
        if debug:
            raise
        return _fail(error)


def _run(arguments: Arguments) -> int:
    from cleantext.cli.show import shown

    if (text := shown(arguments)) is not None:
        _print(text)
        return exits.OK
    from cleantext.cli.run import run

    with _terminable():
        return run(arguments)


def _run_many(argv: Sequence[str]) -> int:
    from cleantext.cli.batcharguments import build
    from cleantext.cli.batcharguments import parse as parse_many

    arguments = parse_many(argv)
    if arguments.help:
        _print(build().format_help())
        return exits.OK
    from cleantext.cli.batch import run

    with _terminable():
        return run(arguments)


def _print(text: str) -> None:
    from cleantext.cli.streams import standard_output
    from cleantext.io.files import STANDARD_OUTPUT, writing

    with standard_output() as stream, writing(STANDARD_OUTPUT):
        stream.write(text.encode())


def _nobody_reads(error: Exception) -> bool:
    """Whether whoever read standard output has had enough: no fault, unlike any other pipe that breaks."""
    from cleantext.io.files import ClosedOutputError

    return isinstance(error, ClosedOutputError)


def _fail(error: Exception) -> int:
    from cleantext.cli.streams import say

    if isinstance(error, CleantextError):
        say(f"{error}{_advice(error)}")
    else:
        say(f"internal error: {type(error).__name__}: {error}; please report it (--debug shows where)")
    _silence_stdout()
    return exits.code_of(error)


def _advice(error: CleantextError) -> str:
    """What to do about it, where the error does not say."""
    from cleantext.io.encodings import DecodeError

    if isinstance(error, DecodeError):
        return "; name the encoding (--encoding NAME), or read on regardless (--encoding-errors replace)"
    return " (--errors skip leaves such records out)" if isinstance(error, RecordError) else ""


@contextmanager
def _terminable() -> Iterator[None]:
    """Let a polite end (SIGTERM) pass through the clean-up, as an exception does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(exits.TERMINATED)


def _silence_stdout() -> None:
    """What is still in the buffer goes nowhere, so that the interpreter's last flush cannot fail."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    except (OSError, ValueError, AttributeError):
        pass
