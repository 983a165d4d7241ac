"""Nothing breaks it: odd and large texts, threads, processes; and nothing that is read is ever executed."""

from __future__ import annotations

import ast
import json
import multiprocessing
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

import cleantext
from cleantext.config import PRESETS, preset_chain
from cleantext.document import Document
from cleantext.testing import INVENTED, LAWS, check_laws
from corpus import samples

PACKAGE = Path(cleantext.__file__).parent
RAW = [sample.raw for sample in samples()]
EXECUTES = {"eval", "exec", "compile", "__import__"}
EXECUTING_MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "yaml"}
TRUSTED = {"testing.py"}  # pickles what it has made itself, to see that it can be

ODD = {
    "nothing": "",
    "white space": " \t\r\n\u2028\u2029\u0085\u3000",
    "NUL": "A\0B. The ferry\0 ran.\0",
    "a lone surrogate": "The ferry\ud800 ran again.\udfff Nobody was hurt.",
    "every plane": "".join(chr(plane << 16 | 0x41) for plane in range(17)) * 3,
    "combining marks": "e" + "\u0301" * 500 + ". A" + "\u0300" * 500,
    "bidi controls": "\u202eThe ferry\u202c ran.\u2066“Yes,”\u2069 he said.",
    "zero width": "\u200b".join("The ferry ran again. Nobody was hurt."),
    "line ends of every kind": "One.\r\nTwo came.\rThree came.\u0085Four came.\u2028Five came.\u2029Six came.\x0bEnd.",
    "a mojibake of a mojibake": "“It’s late,” he said.".encode().decode("cp1252", "replace").encode().decode("latin-1"),
    "only furniture": "Home News Sport\nShare this story\nSIGN UP FOR OUR NEWSLETTER\n© 2024",
    "one letter": "A",
    "one mark": ".",
}


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_keep_the_laws(text: str, preset: str) -> None:
    document = Document.of(text)
    check_laws(document, preset_chain(preset)(document), LAWS, step=preset, text=text[:40])


def test_steps_alone_put_nothing_into_odd_texts() -> None:
    for name, step in preset_chain("news"):
        for told, text in ODD.items():
            document = Document.of(text)
            laws = LAWS if name == "encoding" else LAWS + INVENTED
            check_laws(document, step(document), laws, step=name, text=told)


def test_a_chain_is_shared_by_threads() -> None:
    chain = preset_chain("news")
    raw = RAW[::3]
    alone = [chain(Document.of(text)) for text in raw]
    fresh = preset_chain("news")
    start = threading.Barrier(8)

    def work(shift: int) -> list[Document]:
        start.wait()
        found = [fresh(Document.of(text)) for text in raw[shift:] + raw[:shift]]
        return found[-shift:] + found[:-shift] if shift else found

    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(work, range(8)):
            assert found == alone


@pytest.mark.parametrize("way", [w for w in ("fork", "spawn") if w in multiprocessing.get_all_start_methods()])
def test_a_chain_is_shared_by_processes(way: str) -> None:
    chain = preset_chain("news")
    alone = [chain(Document.of(text)) for text in RAW[:24]]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(way)) as pool:
        assert list(pool.map(chain, map(Document.of, RAW[:24]))) == alone


def calls(path: Path) -> list[str]:
    """The names of what a module calls or imports that may execute what it reads."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXECUTES:
            found.append(node.func.id)
        elif isinstance(node, ast.Import):
            found += [a.name for a in node.names if a.name.split(".")[0] in EXECUTING_MODULES]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in EXECUTING_MODULES:
            found.append(str(node.module))
    return found


def test_what_is_read_is_never_executed() -> None:
    told = {
        str(path.relative_to(PACKAGE)): found
        for path in PACKAGE.rglob("*.py")
        if path.name not in TRUSTED and (found := calls(path))
    }
    assert told == {}


LARGE = {
    "one line": ("The ferry will run again, its owner said on Monday in Oslo. ", 10_000_000),
    "one-word lines": ("Ferry\n", 6_000_000),
    "glued": ("The ferry will run again.Its owner said so on Monday.", 5_000_000),
    "one letter": ("a", 10_000_000),
    "glued capitals": ("aB", 300_000),
    "the same caption": ("A view of the ferry at its dock (Photo: Nils Moe)\n", 5_000_000),
}


@pytest.mark.slow
def test_memory_grows_with_the_text() -> None:
    arguments = ("--megabytes", "1", "4", "--texts", "one line", "glued", "one-word lines", "--json")
    command = [sys.executable, "-m", "benchmarks.memory", *arguments]
    done = subprocess.run(command, cwd=Path(__file__).parent.parent, check=True, capture_output=True, text=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 6
    for small, large in zip(rows[::2], rows[1::2], strict=True):
        print(f"{large['text']}: {large['factor']:.0f} times the text")
        assert large["factor"] <= 1.3 * small["factor"]


@pytest.mark.slow
@pytest.mark.parametrize(("unit", "size"), LARGE.values(), ids=LARGE)
def test_large_texts_keep_the_laws(unit: str, size: int) -> None:
    document = Document.of(unit * (size // len(unit)))
    check_laws(document, preset_chain("news")(document), LAWS, step="news", text=unit)
