"""What is remembered of words is bounded, however many words, documents and languages come by."""

from __future__ import annotations

import functools
import gc
import string
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

import pytest

import cleantext
from cleantext.models import evidence, roles, seams, sums
from cleantext.models.seams import SeamModel

LANGUAGES = ("en", "de", "fr", "nb", "ja", "xx", "en-US", "de_AT", "no language", "a\0b", "../en", "\ud800", "")

TELLING = ("Read more: storm", "Sign up for our newsletter", "Share this story", "By Ida Holm", "Photo: Nils Moe")


def words(chance: Random, number: int) -> list[str]:
    """Words that nobody said before, most of them glued to another, so that they tell something."""
    made = ("".join(chance.choices(string.ascii_lowercase, k=9)) for _ in range(number))
    return [word + ("" if n % 3 else f".{word[::-1].capitalize()}") for n, word in enumerate(made)]


def article(chance: Random, number: int = 400) -> str:
    said = words(chance, number)
    return "\n".join(" ".join(said[at : at + 12]).capitalize() + "." for at in range(0, number, 12))


def test_words_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "_MEMO_SIZE", 500)
    monkeypatch.setattr(seams, "_MEMO_SIZE", 500)
    chance, model = Random(1), SeamModel(seams.shipped().weights, {})
    sizes: list[int] = []
    for _ in range(30):
        looked = model.evidence(article(chance), "en")
        list(model.glued(looked))
        list(model.spaced(looked))
        list(model.lines(looked))
        sizes.append(held(model))
    assert any(after < before for before, after in pairwise(sizes))
    assert all(len(memo) <= 500 + 2 * 400 for memo in model._memos.values())  # noqa: SLF001
    assert all(len(memo.facts) + len(memo.nothing) + len(memo.final) <= 500 + 400 for memo in model._tokens.values())  # noqa: SLF001


def held(model: SeamModel) -> int:
    """Entries in all memos of a model."""
    tokens = sum(len(memo.facts) + len(memo.nothing) + len(memo.final) for memo in model._tokens.values())  # noqa: SLF001
    return tokens + sum(map(len, model._memos.values()))  # noqa: SLF001


def test_sums_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "_MEMO", 5)
    chance = Random(2)
    first = roles.shipped()._first_sums  # noqa: SLF001
    for memo in first.told:
        memo.clear()
    for at in range(20):
        phrases = [phrase for n, phrase in enumerate(TELLING) if at >> n & 1 or n == at % len(TELLING)]
        cleantext.read("\n".join([article(chance, 60), *phrases, " ".join(phrases)]))
    assert all(len(memo) <= 6 for memo in first.told)
    assert max(len(memo) for memo in first.told) > 1


def caches() -> Iterator[Any]:
    """All functions of the package that remember what they answered, and as much as they are asked."""
    for found in gc.get_objects():
        ours = isinstance(found, type(functools.cache(len))) and str(found.__module__).startswith("cleantext")
        if ours and found.cache_info().maxsize is None:
            yield found


def test_no_answer_is_kept_for_each_document() -> None:
    chance = Random(3)

    def read_some() -> dict[str, int]:
        for language in LANGUAGES:
            text = f"By Ida {words(chance, 1)[0]}\nPublished: 10:09, 7 November 2021\n{article(chance, 60)}"
            cleantext.read(text, language=language, title=words(chance, 1)[0]).facts  # noqa: B018
        return {f"{c.__module__}.{c.__qualname__}": c.cache_info().currsize for c in caches()}

    first = read_some()
    assert len(first) > 20
    assert read_some() == first


def test_a_language_is_a_code() -> None:
    given = {name: cleantext.Document.of("Rain fell.", language=name).known["language"] for name in LANGUAGES}
    assert [code for code in given.values() if code] == ["en", "de", "fr", "nb", "ja", "xx", "en", "de"]
    assert cleantext.Document.of("Rain fell.", language=None).known["language"] == ""
    with pytest.raises(TypeError, match="a language is a code such as 'en', not 3"):
        cleantext.read("Rain fell.", language=3)
