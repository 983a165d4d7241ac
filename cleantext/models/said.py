"""Why a piece has its role where it was not judged alone: it says itself what it is, or those around it do."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from cleantext.document import Reason, Role

SURE, _WEIGHT = 0.9, 2.2  # how sure a line is that says what it is: a probability, and the same in logits


class More(Protocol):
    """What else told the role of a piece, given where it stands and its role."""

    def reasons(self, at: int, role: Role, /) -> tuple[Reason, ...]: ...


class Said(NamedTuple):
    """A line says itself what it is, by this rule.

    >>> Said("reads: source").reasons(0, Role.SOURCE)
    (Reason(rule='reads: source', weight=2.2, note=''),)
    """

    rule: str

    def reasons(self, _at: int, _role: Role, /) -> tuple[Reason, ...]:
        return (Reason(self.rule, _WEIGHT),)
