"""Names and options to a chain, and back."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Literal

import pytest

from cleantext.chain import Chain, Link, options_of
from cleantext.config import (
    PRESETS,
    Config,
    assignment,
    chain_of,
    dumps,
    find,
    load,
    loads,
    preset_chain,
    preset_config,
)
from cleantext.document import Role
from cleantext.errors import ChainError, ConfigError, UsageError
from cleantext.options import convert
from cleantext.steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DROPPING = ("headers", "bylines", "stamps", "captions", "furniture")


def names(chain: Chain) -> list[str]:
    return [name for name, _ in chain]


def options(chain: Chain, step: str) -> dict[str, Any]:
    return next(dict(link.options) for link in chain.links if isinstance(link, Link) and link.name == step)


def test_gentle_mends_and_drops_nothing() -> None:
    assert names(chain_of(preset="gentle")) == ["encoding", "spaces", "rejoin", "unglue", "paragraphs"]


@pytest.mark.parametrize("preset", ["news", "strict"])
def test_news_and_strict_hold_every_step(preset: str) -> None:
    assert names(chain_of(preset=preset)) == list(STEPS)


def test_news_is_the_default() -> None:
    assert chain_of() == preset_chain("news")


def test_news_and_strict_differ_in_the_cut_off() -> None:
    assert preset_config("news").options == {"judge": {"cutoff": "news"}}
    assert preset_config("strict").options == {"judge": {"cutoff": "strict"}}


def test_a_preset_is_built_once() -> None:
    assert preset_chain("news") is preset_chain("news")


def test_steps_are_taken_in_the_order_given() -> None:
    assert names(chain_of(steps=["spaces", "unglue"])) == ["spaces", "unglue"]
    with pytest.raises(ChainError, match="'unglue' cannot come before 'spaces'"):
        chain_of(steps=["unglue", "spaces"])


def test_skipped_steps_are_left_out() -> None:
    assert names(chain_of(preset="gentle", skip=["rejoin", "encoding"])) == ["spaces", "unglue", "paragraphs"]


def test_a_skipped_step_that_others_need_is_an_error() -> None:
    with pytest.raises(ChainError, match="'headers' needs 'judge'"):
        chain_of(skip=["judge"])


def test_no_step_drops_a_kept_role() -> None:
    made = chain_of(keep=["caption"])
    assert {step: options(made, step)["keep"] for step in DROPPING} == dict.fromkeys(DROPPING, ("caption",))


def test_a_kept_role_is_added_to_the_option() -> None:
    made = chain_of(keep=["credit"], options={"captions": {"keep": ["caption"]}})
    assert options(made, "captions")["keep"] == ("caption", "credit")


def test_arguments_go_before_the_configuration_and_that_before_the_preset() -> None:
    config = loads('preset = "strict"\nskip = ["repeats"]\n[step.captions]\nthreshold = 0.2\nkeep = ["credit"]')
    made = chain_of(config=config, options={"captions": {"threshold": 0.4}}, skip=["stamps"])
    assert options(made, "judge") == {"cutoff": "strict"}
    assert options(made, "captions") == {"threshold": 0.4, "keep": ("credit",)}
    assert names(made) == [name for name in STEPS if name not in ("repeats", "stamps")]


def test_a_preset_given_goes_before_the_steps_configured() -> None:
    config = loads('steps = ["spaces"]')
    assert names(chain_of(config=config)) == ["spaces"]
    assert names(chain_of(config=config, preset="gentle")) == names(preset_chain("gentle"))


def test_options_configured_for_a_step_that_is_not_in_the_chain_wait() -> None:
    config = loads("[step.captions]\nthreshold = 0.2")
    assert names(chain_of(config=config, preset="gentle")) == names(preset_chain("gentle"))


def test_options_given_for_a_step_that_is_not_in_the_chain_are_an_error() -> None:
    with pytest.raises(UsageError, match="options are given for step 'captions', which is not in the chain"):
        chain_of(preset="gentle", options={"captions": {"threshold": 0.2}})


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"preset": "gentel"}, r"unknown preset 'gentel' \(did you mean 'gentle'\?\); the presets are: gentle, news"),
        ({"steps": ["space"]}, r"unknown step 'space' \(did you mean 'spaces'\?\); the steps are: encoding, spaces"),
        ({"skip": ["xyz"]}, r"unknown step 'xyz'; the steps are"),
        ({"keep": ["captions"]}, r"unknown role 'captions' \(did you mean 'caption'\?\); the roles are: body"),
        ({"options": {"caption": {}}}, r"unknown step 'caption'"),
        ({"options": {"captions": {"threshhold": 1}}}, r"has no option 'threshhold' \(did you mean 'threshold'\?\)"),
        ({"options": {"captions": {"threshold": "high"}}}, r"option 'threshold' wants a number, not 'high'"),
        ({"options": {"captions": {"threshold": True}}}, r"option 'threshold' wants a number, not True"),
        ({"options": {"captions": {"threshold": 10**400}}}, "option 'threshold' wants a number, not 1000"),
        ({"options": {"captions": {"threshold": -1}}}, r"threshold must lie between 0 and 1, not at -1"),
        ({"options": {"unglue": {"inner": 2}}}, r"step 'unglue': inner must lie between 0 and 1, not at 2"),
        ({"options": {"rejoin": {"threshold": -0.5}}}, r"threshold must lie between 0 and 1, not at -0.5"),
        ({"options": {"captions": {"keep": "credit"}}}, r"a list of strings, as in \[\"caption\"\], not 'credit'"),
        ({"options": {"encoding": {"markup": "yes"}}}, "option 'markup' wants true or false, not 'yes'"),
        ({"options": {"paragraphs": {"threshold": "x"}}}, "option 'threshold' wants a number or nothing, not 'x'"),
        ({"options": {"rejoin": {"model": "x"}}}, "option 'model' wants SeamModel or nothing, not 'x'"),
        ({"options": {"captions": 0.5}}, "options of step 'captions' are wanted by name, not 0.5"),
        ({"config": "cleantext.toml"}, r"a Config is wanted, not 'cleantext.toml'; config.load\(path\) reads one"),
        ({"options": {"captions": {"keep": ["image"]}}}, r"unknown role 'image' in keep; the roles are"),
        ({"steps": "spaces"}, r"a list of names is wanted, not the string 'spaces'"),
        ({"skip": "spaces"}, r"a list of names is wanted"),
        ({"keep": "caption"}, r"a list of names is wanted"),
    ],
)
def test_a_mistaken_argument_is_an_error_that_teaches(arguments: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        chain_of(**arguments)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("skip = [", "not valid TOML"),
        ("skp = []", r"unknown key 'skp' \(did you mean 'skip'\?\); the keys are: preset, steps, skip, keep, step"),
        ("[captions]\nthreshold = 0.5", r"unknown key 'captions'; options of the step stand under \[step.captions\]"),
        ("skip = 'spaces'", r'key \'skip\' wants a list of strings, as in \["spaces"\], not \'spaces\''),
        ("skip = [1]", "key 'skip' wants a list of strings"),
        ("preset = 1", "key 'preset' wants a string, not 1"),
        ("preset = 'newz'", "unknown preset 'newz'"),
        ("step = 1", "key 'step' wants tables, as in"),
        ("step.captions = 1", r"wants a table for each step, as in \[step.captions\], not 1"),
        ("keep = ['picture']", "unknown role 'picture'"),
        ("[step.captoins]\nthreshold = 1", "unknown step 'captoins'"),
        ("[step.captions]\nlimit = 1", "has no option 'limit'"),
        ("[step.captions]\nthreshold = 2", "between 0 and 1"),
    ],
)
def test_a_mistake_in_a_file_is_an_error_that_names_it(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "cleantext.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=told) as caught:
        load(path)
    assert str(path) in str(caught.value)
    with pytest.raises(ConfigError, match=told):
        loads(text)


def test_a_file_that_is_not_there_or_not_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read: No such file"):
        load(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"skip = ['\xff']")
    with pytest.raises(ConfigError, match=r"bad\.toml: is not UTF-8: .* at byte 9"):
        load(tmp_path / "bad.toml")


def test_a_pyproject_holds_its_own_table(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "x"\n[tool.cleantext]\nskip = ["repeats"]\n', "utf-8")
    assert load(path) == Config(skip=("repeats",))
    path.write_text('[project]\nname = "x"\n', "utf-8")
    with pytest.raises(ConfigError, match=r"has no table \[tool\.cleantext\]"):
        load(path)


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.cleantext]\n", "utf-8")
    assert find(inner) == (tmp_path / "pyproject.toml").resolve()
    (tmp_path / "cleantext.toml").touch()
    assert find(inner) == (tmp_path / "cleantext.toml").resolve()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    (inner / "pyproject.toml").write_text("not toml", "utf-8")
    assert find(inner) == (tmp_path / "cleantext.toml").resolve()


@pytest.mark.parametrize("preset", PRESETS)
def test_a_chain_written_out_is_the_chain_read_back(preset: str) -> None:
    written = dumps(chain_of(preset=preset, keep=["caption"]))
    again = chain_of(config=loads(written))
    assert dumps(again) == written
    assert names(again) == names(preset_chain(preset))


def test_every_option_is_written_out() -> None:
    table = tomllib.loads(dumps(chain_of()))
    assert table["steps"] == list(STEPS)
    for name, spec in STEPS.items():
        wanted = {option for option, default in options_of(spec.load()).items() if default is not None}
        assert wanted <= set(table.get("step", {}).get(name, {}))


@pytest.mark.parametrize(
    ("text", "step", "option", "value"),
    [
        ("captions.threshold=0.5", "captions", "threshold", 0.5),
        ("judge.cutoff=strict", "judge", "cutoff", "strict"),
        ('captions.keep=["credit"]', "captions", "keep", ["credit"]),
        (" a.b.c = true ", "a.b", "c", True),
        ("a.b=c=d", "a", "b", "c=d"),
        ("a.b=", "a", "b", ""),
    ],
)
def test_an_assignment_is_read(text: str, step: str, option: str, value: object) -> None:
    assert assignment(text) == {step: {option: value}}


@pytest.mark.parametrize("text", ["", "captions", "captions.threshold", "threshold=1", ".x=1", "x.=1"])
def test_an_assignment_that_is_none_is_an_error(text: str) -> None:
    with pytest.raises(UsageError, match=r"write step\.option=value"):
        assignment(text)


@pytest.mark.parametrize(
    ("value", "wanted", "found"),
    [
        (1, float, 1.0),
        (1, int, 1),
        ("x", str, "x"),
        (False, bool, False),
        (["a"], tuple[str, ...], ("a",)),
        (("a",), list[str], ["a"]),
        ("a", Literal["a", "b"], "a"),
        (None, int | None, None),
        ("", int | None, None),
        ("", str | None, ""),
        (3, int | None, 3),
        ("caption", Role, Role.CAPTION),
        ({"a": 1}, dict[str, Any], {"a": 1}),
        (object, Any, object),
    ],
)
def test_a_value_is_converted(value: object, wanted: Any, found: object) -> None:
    converted = convert(value, wanted)
    assert converted == found
    assert type(converted) is type(found)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (1.5, int),
        (True, int),
        (1, bool),
        (1, str),
        ("a", tuple[str, ...]),
        ([1], tuple[str, ...]),
        ("c", Literal["a", "b"]),
        ("x", int | None),
        (None, str),
        ("picture", Role),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(value: object, wanted: Any) -> None:
    with pytest.raises(TypeError):
        convert(value, wanted)


@pytest.mark.parametrize("factory", [spec.load for spec in STEPS.values()], ids=list(STEPS))
def test_the_options_of_every_step_can_be_checked(factory: Callable[[], Callable[..., Any]]) -> None:
    from typing import get_type_hints

    made = factory()
    hints = get_type_hints(made)
    for name, default in options_of(made).items():
        assert convert(default, hints[name]) == default
