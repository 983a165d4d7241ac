"""Forests of small trees: how they are grown, and how they are written down."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cleantext.models.trees import LEAVES

FOREST: dict[str, Any] = {
    "n_estimators": 75,
    "learning_rate": 0.2,
    "num_leaves": LEAVES,
    "max_bin": 63,
    "min_child_samples": 150,
    "colsample_bytree": 0.5,
    "subsample": 0.7,
    "subsample_freq": 1,
    "reg_lambda": 5.0,
    "n_jobs": 1,
    "verbose": -1,
}


def node(found: Mapping[str, Any], measures: Sequence[str], share: float = 1.0) -> Any:
    """A tree of LightGBM in ours, its values times ``share``; questions about a column after the measures, a flag, are
    answered.
    """
    if "leaf_value" in found:
        return round(float(found["leaf_value"]) * share, 3)
    if found["split_feature"] == len(measures):
        return node(found["left_child"], measures, share)
    return {
        "ask": measures[found["split_feature"]],
        "above": round(float(found["threshold"]), 4),
        "mean": round(float(found["internal_value"]) * share, 3),
        "then": node(found["right_child"], measures, share),
        "else": node(found["left_child"], measures, share),
    }


def trees_of(model: Any, measures: Sequence[str], share: float = 1.0) -> list[Any]:
    """The trees of a model of LightGBM in ours."""
    found = model.booster_.dump_model()["tree_info"]
    return [node(tree["tree_structure"], measures, share) for tree in found]


def save(data: Mapping[str, Any], path: Path) -> None:
    """Write a model down."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


def asked_for(description: str | None, arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line of a training tool says."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of flatnews")
    parser.add_argument("--keep", type=Path, help="the folder in which tools.crossvalidate kept its seam models")
    return parser.parse_args(arguments)
