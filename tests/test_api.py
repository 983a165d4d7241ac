"""The front door."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from typing import Any

import pytest

import cleantext
from cleantext.errors import UsageError

HEAVY = ("ftfy", "rapidfuzz", "trafilatura", "lxml", "json", "tomllib", "dataclasses")
IMPORT_TIME = 0.7  # times that of asyncio, which takes some 115 ms where ours may take 80


def in_a_new_process(code: str) -> str:
    return subprocess.run([sys.executable, "-P", "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_clean_gives_the_text_of_read() -> None:
    text = "The ferry ran.Nobody was hurt."
    assert cleantext.clean(text) == cleantext.read(text).text


def test_the_default_is_news() -> None:
    text = "The ferry ran.\nPhoto: Nils Moe"
    assert cleantext.read(text) == cleantext.read(text, preset="news") == cleantext.read(text, "news")


def test_what_is_known_goes_with_the_document() -> None:
    document = cleantext.read("The ferry ran.", language="en", title="Ferry back")
    assert dict(document.known) == {"language": "en", "title": "Ferry back"}


def test_what_nothing_uses_cannot_be_known() -> None:
    with pytest.raises(UsageError, match="unknown fact 'titel'; what can be known of a document: title, language, url"):
        cleantext.read("The ferry ran.", titel="Ferry back")


def test_a_chain_wants_a_document() -> None:
    with pytest.raises(TypeError, match=r"a chain takes a Document, not str: make one with Document\.of\(text\)"):
        cleantext.chain_of()("The ferry ran.")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff"])
@pytest.mark.parametrize("preset", ["gentle", "news", "strict"])
def test_nothing_stays_nothing(text: str, preset: str) -> None:
    assert cleantext.clean(text, preset) == ""


@pytest.mark.parametrize("call", [cleantext.clean, cleantext.read])
@pytest.mark.parametrize(
    ("value", "told"),
    [
        (b"Rain", r"takes str, not bytes: decode it first, as in data\.decode\('utf-8'\)"),
        (bytearray(b"Rain"), "not bytearray: decode it first"),
        (None, "takes str, not None"),
        (["Rain"], "takes one str, not list: for many texts, call it once for each"),
        (1, "takes one str, not int"),
    ],
)
def test_anything_but_a_text_is_an_error_that_teaches(call: Any, value: object, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        call(value)


def test_an_unknown_preset_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UsageError, match=r"unknown preset 'new' .*did you mean 'news'.*gentle, news, strict"):
        cleantext.clean("Rain", preset="new")


def test_every_public_name_is_there() -> None:
    assert all(hasattr(cleantext, name) for name in cleantext.__all__)
    assert set(cleantext.__all__) <= set(dir(cleantext))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'cleantext' has no attribute 'cleen'"):
        cleantext.cleen  # type: ignore[attr-defined] # noqa: B018


def test_the_version_is_the_distribution_s() -> None:
    assert cleantext.__version__ == version("cleantext-news")


def test_importing_imports_nothing_heavy() -> None:
    loaded = in_a_new_process("import sys, cleantext; print(*[name for name in sys.modules])").split()
    bare = in_a_new_process("import sys; print(*[name for name in sys.modules])").split()
    assert not (set(loaded) - set(bare)).intersection(HEAVY)


def test_importing_is_quick() -> None:
    code = "import time; t = time.process_time(); import {}; print(time.process_time() - t)"
    ours, yardstick = (
        min(float(in_a_new_process(code.format(name))) for _ in range(5)) for name in ("cleantext", "asyncio")
    )
    assert ours < IMPORT_TIME * yardstick


def test_cleaning_does_not_import_what_is_for_html_only() -> None:
    code = "import sys, cleantext; cleantext.clean('The ferry ran.'); print('trafilatura' in sys.modules)"
    assert in_a_new_process(code) == "False"
