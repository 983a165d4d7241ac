"""Exit codes: those of the shell's filters, of ``--check`` tools, and of sysexits.h."""

from __future__ import annotations

from cleantext.errors import CleantextError, PluginError, RecordError, UsageError

OK = 0
WOULD_CHANGE = 1
USAGE = 2
BAD_DATA = 65
NO_INPUT = 66
CANNOT_CREATE = 73
CANNOT_WRITE = 74
INTERNAL = 123
INTERRUPTED = 130
TERMINATED = 143


def code_of(error: BaseException) -> int:
    """The exit code that an error stands for."""
    from cleantext.io.files import CreateError, InputError, OutputError

    codes: tuple[tuple[type[CleantextError], int], ...] = (
        (UsageError, USAGE),
        (PluginError, USAGE),
        (RecordError, BAD_DATA),
        (InputError, NO_INPUT),
        (CreateError, CANNOT_CREATE),
        (OutputError, CANNOT_WRITE),
    )
    return next((code for kind, code in codes if isinstance(error, kind)), INTERNAL)
