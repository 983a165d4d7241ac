"""What was done and what was left out, counted, and told on standard error."""

from __future__ import annotations

from cleantext.cli import exits
from cleantext.cli.streams import say
from cleantext.io import Place


class Tally:
    """The counts of one run; ``looking`` is a run that asks what would change, ``check`` one that tells each."""

    def __init__(self, *, quiet: bool, looking: bool, check: bool) -> None:
        self.quiet, self.looking, self.check = quiet, looking, check
        self.done = self.changed = self.refused = self.passed = 0
        self.code = exits.OK

    def count(self, place: Place, *, changed: bool, warnings: tuple[str, ...]) -> None:
        """A document is done."""
        self.done += 1
        self.changed += changed
        if changed and self.check and not self.quiet:
            say(f"{place}: would change")
        for warning in warnings:
            say(f"{place}: {warning}")

    def refuse(self, error: Exception) -> None:
        """A record is left out."""
        self.refused += 1
        code = exits.code_of(error)
        self.code = code if code == exits.INTERNAL else self.code or code
        say(str(error))

    def close(self) -> int:
        """Tell the counts; give the exit code."""
        if self.refused and not self.quiet:
            say(f"{documents(self.done)} done, {self.refused} left out because of errors")
        if self.passed and not self.quiet:
            say(f"{self.passed} record{'' if self.passed == 1 else 's'} passed over: no HTML page")
        if self.check and not self.quiet:
            say(f"{self.changed} of {documents(self.done)} would change")
        if self.code == exits.INTERNAL or (self.refused and not self.done):
            return self.code
        return exits.WOULD_CHANGE if self.looking and self.changed else exits.OK


def documents(count: int) -> str:
    """So many documents, in words."""
    return f"{count:,} document{'' if count == 1 else 's'}"
