"""What the dropping steps share: drop the blocks of some roles, on record."""

from __future__ import annotations

from collections.abc import Iterable

from cleantext.document import Document, Role, drop
from cleantext.steps._options import check_probability


def check_options(threshold: float, keep: Iterable[str]) -> None:
    """Raise ``ValueError`` for a threshold that is no probability or a role that there is not."""
    check_probability("threshold", threshold)
    if isinstance(keep, str):
        raise ValueError(f"keep is a list of roles, not a string: ({keep!r},)")
    known = {str(role) for role in Role}
    for role in keep:
        if role not in known:
            raise ValueError(f"unknown role {role!r} in keep; the roles are: {', '.join(Role)}")


def drop_roles(document: Document, step: str, roles: frozenset[Role], threshold: float) -> Document:
    """Drop the kept blocks of these roles that are at least this sure."""
    found = {
        at
        for at, block in enumerate(document.blocks)
        if block.role in roles and block.dropped_by is None and block.confidence >= threshold
    }
    if not found:
        return document
    return document.with_blocks(drop(b, step) if at in found else b for at, b in enumerate(document.blocks))
