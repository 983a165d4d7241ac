"""The one table of steps; each lives in a module of its own and is imported when first built."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from cleantext.document import Document

Step = Callable[[Document], Document]


class StepSpec(NamedTuple):
    """How a step is built and where it may stand.

    ``factory`` names a callable with keyword-only options, as ``module:name``.
    ``after`` lists the steps that must not come later; ``needs`` those that must come before.
    ``mends`` says that it only mends: it drops nothing and judges nothing.
    """

    name: str
    factory: str
    summary: str
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    mends: bool = False

    def load(self) -> Callable[..., Step]:
        module, _, attribute = self.factory.partition(":")
        loaded: Callable[..., Step] = getattr(import_module(module), attribute)
        return loaded


_MEND = ("encoding", "spaces")
_CUT = (*_MEND, "rejoin", "unglue")
_JUDGED = (*_CUT, "judge")


def _spec(
    name: str, summary: str, *, after: tuple[str, ...] = (), needs: tuple[str, ...] = (), mends: bool = False
) -> StepSpec:
    return StepSpec(name, f"cleantext.steps.{name}:{name.title()}", summary, after, needs, mends)


STEPS: dict[str, StepSpec] = {
    spec.name: spec
    for spec in (
        _spec("encoding", "mends mojibake, entities, what is left of markup, and invisible characters", mends=True),
        _spec("spaces", "makes kinds and runs of blanks one blank", after=("encoding",), mends=True),
        _spec("rejoin", "heals breaks in mid-sentence, regular re-wrapping and wrapped lines", after=_MEND, mends=True),
        _spec(
            "unglue",
            "finds lost block boundaries and lost blanks, and cuts there",
            after=(*_MEND, "rejoin"),
            mends=True,
        ),
        _spec("judge", "gives every block a role, a confidence and reasons", after=_CUT),
        _spec("headers", "drops headlines and summaries", after=_JUDGED, needs=("judge",)),
        _spec("bylines", "drops bylines", after=_JUDGED, needs=("judge",)),
        _spec("stamps", "drops time stamps and source lines", after=_JUDGED, needs=("judge",)),
        _spec("captions", "drops captions and credits", after=_JUDGED, needs=("judge",)),
        _spec("furniture", "drops menus, teasers, pleas, comments", after=_JUDGED, needs=("judge",)),
        _spec("repeats", "drops blocks that say again what another says", after=_JUDGED),
        _spec(
            "paragraphs",
            "grows pieces of one paragraph together",
            after=(*_JUDGED, "headers", "bylines", "stamps", "captions", "furniture", "repeats"),
            mends=True,
        ),
    )
}
