"""The public interface as a user with a type checker writes it: checked by mypy and pyright, and run.

What is wrong is marked with the errors that the two tell; each complains of a mark that is not needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, assert_type

import pytest

import cleantext
from cleantext import Block, Chain, CleantextError, Document, Edit, Facts, Link, Reason, Role, chain_of
from cleantext.config import Config, load, loads
from cleantext.document import drop, mend, merge, replay, split, undo
from cleantext.errors import ConfigError, LawError, UsageError
from cleantext.steps import Step
from cleantext.testing import check_step

TEXT = "Ferry runs againBy Ida HolmThe ferry will run again on Monday, its owner said.Fares stay as they are."


def test_the_two_functions() -> None:
    assert_type(cleantext.clean(TEXT), str)
    assert_type(cleantext.clean(TEXT, preset="gentle"), str)
    assert_type(cleantext.read(TEXT, language="en", title="Ferry"), Document)
    assert_type(cleantext.__version__, str)


def test_a_document() -> None:
    document = cleantext.read(TEXT)
    assert_type(document.original, str)
    assert_type(document.text, str)
    assert_type(document.blocks, tuple[Block, ...])
    assert_type(document.kept, tuple[Block, ...])
    assert_type(document.removed, tuple[Block, ...])
    assert_type(document.edits, tuple[Edit, ...])
    assert_type(document.facts, Facts)
    assert_type(document.warnings, tuple[str, ...])
    assert_type(document.known, Mapping[str, Any])
    assert_type(replay(document.original, document.edits), str)
    assert_type(undo(document.text, document.edits), str)


def test_a_block() -> None:
    block = cleantext.read(TEXT).blocks[0]
    assert_type(block.role, Role | None)
    assert_type(block.confidence, float)
    assert_type(block.dropped_by, str | None)
    assert_type(block.kept, bool)
    assert_type(block.reasons, tuple[Reason, ...])
    assert_type([reason.weight for reason in block.reasons], list[float])
    assert_type((block.start, block.end, block.text, block.seam), tuple[int, int, str, float])


def test_facts() -> None:
    facts = cleantext.read(TEXT).facts
    assert_type(facts.authors, tuple[str, ...])
    assert_type(facts.published, str | None)


def test_a_chain() -> None:
    chain = chain_of(preset="news", skip=["repeats"], keep=["caption"], options={"captions": {"threshold": 0.5}})
    assert_type(chain, Chain)
    assert_type(chain(Document.of(TEXT)), Document)
    assert_type(list(chain), list[tuple[str, Step]])
    assert_type(len(Chain([Link("spaces"), Link("encoding", {"mojibake": False})][:1])), int)


def test_a_configuration() -> None:
    assert_type(loads('skip = ["repeats"]'), Config)
    assert_type(chain_of(config=loads('preset = "gentle"')), Chain)
    with pytest.raises(ConfigError):
        load("nowhere.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shouting:
    """A step of one's own: drops blocks in capitals."""

    least: int = 4

    def __call__(self, document: Document) -> Document:
        return document.with_blocks(drop(b, "shouting") if self._shouts(b) else b for b in document.blocks)

    def _shouts(self, block: Block) -> bool:
        return block.kept and len(block.text) >= self.least and block.text.isupper()


def comma_blanks(document: Document) -> Document:
    """A step that is a function: puts a blank after a comma."""
    blocks = [mend(b, [], "commas", "space", document.original) for b in document.blocks]
    return document.with_blocks(blocks)


def test_a_step_of_ones_own() -> None:
    step: Step = Shouting(least=3)
    chain = Chain([Link("spaces"), step, comma_blanks])
    assert chain(Document.of("NEWS")).text == ""
    assert_type(check_step(Shouting, timed=False), None)
    check_step(comma_blanks, mends=True, timed=False)
    check_step("captions", texts={"a menu": "Home News"}, timed=False)


def test_building_blocks_of_steps() -> None:
    block = Block(0, 7, "One Two", Role.BODY, 0.9, (Reason("mine", 1.0),))
    first, second = split(block, [(0, 3, 1.0), (4, 7, 0.8)], "One Two")
    assert_type(first, Block)
    assert_type(merge([first, second], [" "], "mine.join", "One Two"), Block)
    assert_type(Role("caption"), Role)
    assert Role("caption") is Role.CAPTION


def test_errors() -> None:
    kinds: list[type[CleantextError]] = [UsageError, ConfigError, LawError]
    assert all(issubclass(kind, CleantextError) for kind in kinds)


def test_adaptors() -> None:
    from cleantext.adaptors.datasets import BatchCleaner

    clean = BatchCleaner(chain="gentle", facts=False)
    assert_type(clean({"text": ["Rain  fell.", None]}), dict[str, list[Any]])
    assert clean({"text": ["Rain  fell.", None]}) == {"text": ["Rain fell.", None]}


def test_functions_can_be_handed_on() -> None:
    cleaner: Callable[[str], str] = cleantext.clean
    reader: Callable[[str], Document] = cleantext.read
    assert_type(list(map(cleaner, [TEXT])), list[str])
    assert_type([document.text for document in map(reader, [TEXT])], list[str])


def test_what_is_wrong_is_told_before_it_runs() -> None:
    with pytest.raises(TypeError):
        cleantext.clean(b"bytes")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError):
        cleantext.clean(None)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError):
        cleantext.clean(["a", "b"])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    with pytest.raises(AttributeError):
        cleantext.claen(TEXT)  # type: ignore[attr-defined] # pyright: ignore
    with pytest.raises(AttributeError):
        cleantext.read(TEXT).body  # type: ignore[attr-defined] # noqa: B018 # pyright: ignore
    with pytest.raises(AttributeError):
        cleantext.read(TEXT).blocks[0].role = Role.BODY  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(TypeError):
        Shouting(most=3)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError):
        chain_of("news")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]


def not_a_step(text: str) -> str:
    return text


def test_a_step_takes_and_gives_documents() -> None:
    Chain([not_a_step])  # type: ignore[list-item] # pyright: ignore[reportArgumentType]


def test_roles_are_known_by_name() -> None:
    role: Literal[Role.CAPTION] = Role.CAPTION
    assert_type([role.value for role in Role], list[str])
    assert cleantext.Block(0, 1, "a", role).role is Role.CAPTION
    with pytest.raises(AttributeError):
        Role.MENU  # type: ignore[attr-defined] # noqa: B018 # pyright: ignore
