"""The models' weights that come with the package: what the tools that train them wrote, as JSON."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def weights_of(name: str, version: int) -> dict[str, Any]:
    """The weights of a model.

    >>> sorted(weights_of("edges", 1))
    ['trees', 'version']

    Raises ``ValueError`` where they were written for another ``version`` of the features than the code has.
    """
    data: dict[str, Any] = json.loads(files("cleantext.models").joinpath(f"{name}.json").read_text("utf-8"))
    if data["version"] != version:
        raise ValueError(f"{name}.json is of version {data['version']}, the code of {version}: train the model again")
    return data
