"""Who is measured beside whom: how each is loaded, and the function that then takes a text or a page.

Each is used as its first page of documentation says. Nothing is loaded before it is asked for, so that a process that
measures the memory of one holds no other.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from cleantext.config import preset_chain
from cleantext.document import Document

Function = Callable[[Any], object]
Loader = Callable[[], Function]

BASE, NEWS = "`ftfy.fix_text`", "cleantext `news`"
LIMIT = 10**9  # characters that spaCy takes at most


def _preset(name: str) -> Function:
    chain = preset_chain(name)
    return lambda text: chain(Document.of(text)).text


def _ftfy() -> Function:
    from ftfy import fix_text

    return fix_text


def _unstructured() -> Function:
    from unstructured.cleaners.core import clean, group_broken_paragraphs

    return lambda text: clean(group_broken_paragraphs(text), extra_whitespace=True, dashes=True, bullets=True)


def _sentencex() -> Function:
    from sentencex import segment

    return lambda text: list(segment("en", text))


def _pysbd() -> Function:
    from pysbd import Segmenter

    segment: Function = Segmenter(language="en", clean=False).segment
    return segment


def _syntok() -> Function:
    from syntok import segmenter

    return lambda text: [list(paragraph) for paragraph in segmenter.process(text)]


def _spacy() -> Function:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = LIMIT
    return lambda text: list(pipeline(text).sents)


def _trafilatura() -> Function:
    from trafilatura import extract

    return extract


def _resiliparse() -> Function:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True)


def _from_html() -> Function:
    from cleantext.io.html import article

    chain = preset_chain("news")
    return lambda page: chain(Document.of(article(page)[0])).text


# They share what they remember of words, so the first has it hardest.
OWN: Mapping[str, Loader] = {f"cleantext `{name}`": partial(_preset, name) for name in ("news", "gentle", "strict")}
TEXT: Mapping[str, Loader] = {
    BASE: _ftfy,
    **OWN,
    "unstructured `clean`, `group_broken_paragraphs`": _unstructured,
    "sentencex": _sentencex,
    "pysbd": _pysbd,
    "syntok": _syntok,
    "spaCy sentencizer": _spacy,
}
HTML: Mapping[str, Loader] = {
    "trafilatura": _trafilatura,
    "resiliparse": _resiliparse,
    f"{NEWS}, from HTML": _from_html,
}


def loaded(loaders: Mapping[str, Loader]) -> tuple[dict[str, Function], dict[str, str]]:
    """The functions of those that are installed, and why the others are left out."""
    os.environ.setdefault("SCARF_NO_ANALYTICS", "true")  # unstructured tells its makers of each use
    found, missing = {}, {}
    with warnings.catch_warnings(action="ignore"):
        for name, loader in loaders.items():
            try:
                found[name] = loader()
            except ImportError as error:
                missing[name] = str(error)
    return found, missing


def left_out(missing: Iterable[str]) -> str:
    """A sentence that says who was not measured."""
    names = ", ".join(missing)
    return f" Not installed, not measured: {names}." if names else ""
