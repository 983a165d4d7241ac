"""The golden corpus: what ``news`` makes of every sample, byte for byte, and what that is worth."""

from __future__ import annotations

from functools import cache
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from cleantext.config import preset_chain
from cleantext.document import Document
from corpus import Sample, Spacing, Worth, paragraphs, roles_table, samples, spacing, text_of, worth

if TYPE_CHECKING:
    from pathlib import Path

UNCHANGED = tuple(sample for sample in samples() if sample.unchanged)
DAMAGED = tuple(sample for sample in samples() if not sample.unchanged)

# A sample's bar, in per cent of characters.
RECALL, NOISE_LEFT, PICTURE_LEFT = 97.0, 10.0, 10.0
# The corpus-wide floors: means over the damaged samples. What was measured, less some 1.5 points.
MEAN_RECALL, MEAN_NOISE_LEFT, MEAN_PICTURE_LEFT = 99.0, 17.0, 22.0
# White space over all damaged samples: per 100,000 characters of body, and in per cent.
BROKEN, GLUED, BREAK_F1 = 13.0, 57.0, 81.0
# The share of the facts in about.toml that must be found, in per cent.
FACTS = 69.0


@cache
def cleaned(sample: Sample) -> Document:
    return preset_chain("news")(Document.of(sample.raw))


@cache
def worth_of(sample: Sample) -> Worth:
    return worth(cleaned(sample), sample.truth)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(rewrite=bool(request.config.getoption("update_golden")))


class Golden:
    """Compares a file with what it should hold, or rewrites it."""

    def __init__(self, *, rewrite: bool) -> None:
        self.rewrite = rewrite

    def __call__(self, path: Path, found: str) -> None:
        if self.rewrite:
            path.write_bytes(found.encode())
        assert path.exists(), f"{path.name} is not there yet; make it with: pytest --update-golden"
        assert found == text_of(path)


def marked(sample: Sample, *others: object, why: str) -> object:
    """The sample as a parameter, marked to fail where its ``about.toml`` says under the key ``why`` that it does."""
    reason = sample.about.get(why)
    return pytest.param(sample, *others, marks=pytest.mark.xfail(reason=reason, strict=True) if reason else ())


@pytest.mark.parametrize(
    ("sample", "preset"),
    [marked(sample, preset, why=f"changed_by_{preset}") for sample in UNCHANGED for preset in ("gentle", "news")],
    ids=str,
)
def test_what_is_sound_does_not_change(sample: Sample, preset: str) -> None:
    assert paragraphs(preset_chain(preset)(Document.of(sample.raw)).text) == paragraphs(sample.raw)


@pytest.mark.parametrize("sample", UNCHANGED, ids=repr)
def test_the_golden_text_of_a_sound_sample_is_its_raw_text(sample: Sample, golden: Golden) -> None:
    golden(sample.folder / "clean.txt", paragraphs(sample.raw) + "\n")


@pytest.mark.parametrize("sample", DAMAGED, ids=repr)
def test_the_output_is_the_golden_one(sample: Sample, golden: Golden) -> None:
    golden(sample.folder / "clean.txt", cleaned(sample).text + "\n")


@pytest.mark.parametrize("sample", samples(), ids=repr)
def test_the_roles_are_the_golden_ones(sample: Sample, golden: Golden) -> None:
    golden(sample.folder / "roles.tsv", roles_table(cleaned(sample)))


@pytest.mark.parametrize("sample", [marked(sample, why="known_failure") for sample in samples()], ids=repr)
def test_a_sample_is_worth_its_truth(sample: Sample) -> None:
    found = worth_of(sample)
    assert found.recall >= RECALL, found
    assert found.noise_left <= NOISE_LEFT, found
    assert found.picture_left <= PICTURE_LEFT, found


def test_the_corpus_is_worth_its_truth() -> None:
    found = [worth_of(sample) for sample in DAMAGED]
    assert mean(one.recall for one in found) >= MEAN_RECALL
    assert mean(one.noise_left for one in found) <= MEAN_NOISE_LEFT
    assert mean(one.picture_left for one in found) <= MEAN_PICTURE_LEFT


def test_words_stay_whole_and_paragraphs_come_back() -> None:
    total = Spacing(*map(sum, zip(*(spacing(cleaned(sample), sample.truth) for sample in DAMAGED), strict=True)))
    assert 100_000 * total.broken / total.characters <= BROKEN, total
    assert 100_000 * total.glued / total.characters <= GLUED, total
    assert total.break_f1 >= BREAK_F1, total


def test_the_facts_are_found() -> None:
    found = [right for sample in samples() for right in facts_found(sample)]
    assert 100 * mean(found) >= FACTS, f"{sum(found)} of {len(found)}"


def facts_found(sample: Sample) -> list[bool]:
    """Whether each of the facts that the sample's author knows was found."""
    facts = cleaned(sample).facts
    wanted = {name: tuple(v) if isinstance(v, list) else str(v) for name, v in sample.about.get("facts", {}).items()}
    return [getattr(facts, name) == value for name, value in wanted.items()]
