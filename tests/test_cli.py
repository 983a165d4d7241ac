"""The command: what it does in-process with a toy chain, its manners as a process of its own."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import pty
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from cleantext.chain import Chain
from cleantext.cli import main
from cleantext.cli.arguments import FIELDS, FORMATS, READ_ONLY, build
from cleantext.cli.streams import standard_output
from cleantext.document import Block, Document, Facts, Reason, Role, drop, split
from cleantext.io import FIELDS as FIELDS_OF_IO
from cleantext.io import READERS, WRITERS

SPACES = ("--no-config", "--steps", "spaces")
DOCS = Path(__file__).parent.parent / "docs" / "cli.md"


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


def toy(document: Document) -> Document:
    """A piece between | marks is a block; one that begins with ``Photo`` is a caption and goes."""
    if "crash" in document.original:
        raise ZeroDivisionError("on purpose")
    blocks: list[Block] = []
    for whole in document.blocks:
        ends = [i for i, c in enumerate(whole.text) if c == "|"] + [len(whole.text)]
        starts = [0, *(end + 1 for end in ends[:-1])]
        pieces = [(a, b, 1.0) for a, b in zip(starts, ends, strict=True)]
        blocks += split(whole, pieces, document.original)
    return document.with_blocks(judged(block) for block in blocks)


def judged(block: Block) -> Block:
    if not block.text.startswith("Photo"):
        return Block(block.start, block.end, block.text, Role.BODY, 0.9)
    reasons = (Reason("captions.cue", 2.0, "begins with a cue word"),)
    return drop(Block(block.start, block.end, block.text, Role.CAPTION, 0.8, reasons), "captions")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process, with the toy chain."""
    monkeypatch.setattr("cleantext.cli.run.chain_for", lambda _arguments: Chain([toy]))

    def command(*arguments: str, stdin: bytes | str = b"") -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = main(arguments)
        return Result(code, *capsys.readouterr())

    return command


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with two texts, to be in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Rain fell.|Photo: Ida|It stopped.\n")
    (tmp_path / "b.txt").write_text("Sun shone.\n")
    return tmp_path


def jsonl(*records: object) -> str:
    return "".join(f"{json.dumps(record)}\n" for record in records)


# --- text, lines, NUL -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("files", [(), ("-",)])
def test_it_is_a_filter(run: Run, files: Sequence[str]) -> None:
    assert run(*files, stdin="Rain fell.|Photo: Ida|It stopped.") == (0, "Rain fell.\n\nIt stopped.\n", "")


def test_several_files_make_several_documents(run: Run) -> None:
    assert run("a.txt", "b.txt") == (0, "Rain fell.\n\nIt stopped.\n\nSun shone.\n", "")
    assert run("--null", "a.txt", "b.txt").out == "Rain fell.\n\nIt stopped.\0Sun shone.\0"


def test_standard_input_may_stand_among_files(run: Run) -> None:
    assert run("--to", "lines", "b.txt", "-", stdin="Fog.").out == "Sun shone.\nFog.\n"


def test_lines_stay_lines(run: Run) -> None:
    assert run("--lines", stdin="One.|Two.\n\nPhoto\nThree.\n") == (
        0,
        "One. Two.\n\n\nThree.\n",
        "cleantext: stdin:3: nothing was kept: no block looks like the body of an article\n",
    )


def test_null_parts_documents(run: Run) -> None:
    assert run("--null", stdin="One.|Two.\0Three.").out == "One.\n\nTwo.\0Three.\0"


def test_formats_can_be_mixed(run: Run) -> None:
    assert run("--from", "null", "--to", "lines", stdin="One.\0Two.\0").out == "One.\nTwo.\n"
    assert run("--from", "jsonl", "--to", "text", stdin=jsonl({"text": "One."}, {"text": "Two."})).out == (
        "One.\n\nTwo.\n"
    )


def test_the_delimiter_of_csv_can_be_chosen(run: Run) -> None:
    rows = "id;text\n1;a  b\n"
    assert run("--from", "csv", "--delimiter", ";", "--to", "jsonl", stdin=rows).out == '{"id": "1", "text": "a  b"}\n'
    assert run("--from", "csv", "--delimiter", r"\t", "--to", "text", stdin="id\ttext\n1\ta  b\n").out == "a  b\n"
    for wrong in (";;", "", '"', r"\n"):
        done = run("--from", "csv", "--delimiter", wrong, stdin=rows)
        assert (done.code, "is one character" in done.err) == (2, True)
    assert "goes with --from csv" in run("--lines", "--delimiter", ";", stdin=rows).err
    assert "--delimiter names another mark" in run("--from", "csv", stdin=rows).err


def test_the_separator_can_be_chosen(run: Run) -> None:
    assert run("--separator", r"\n\t", stdin="One.|Two.").out == "One.\n\tTwo.\n"
    assert run("--lines", "--separator", " ¶ ", stdin="One.|Two.").out == "One. ¶ Two.\n"
    assert run("--lines", "--separator", r"\n", stdin="One.").code == 2


def test_empty_input_is_empty_output(run: Run) -> None:
    assert run(stdin="") == (0, "", "")
    assert run(stdin=" \n\n") == (0, "", "")
    assert run("--lines", stdin="") == (0, "", "")


def test_nothing_kept_is_not_silent(run: Run) -> None:
    code, out, err = run(stdin="Photo: Ida")
    assert (code, out) == (0, "")
    assert "stdin: nothing was kept" in err
    assert run("--quiet", stdin="Photo: Ida").err == ""


# --- JSON Lines -------------------------------------------------------------------------------------------------------


def test_all_else_in_a_record_stays(run: Run) -> None:
    line = '{"n": 1.0,  "text": "One.|Two.", "é": "\\u00e9", "x": 1e999}\n'
    assert run("--from", "jsonl", stdin=line).out == line.replace("One.|Two.", "One.\\n\\nTwo.")


def test_the_field_can_be_named(run: Run) -> None:
    out = run("--from", "jsonl", "--field", "body", stdin=jsonl({"body": "One.|Photo", "text": "x|y"})).out
    assert json.loads(out) == {"body": "One.", "text": "x|y"}


def test_facts_and_removed_are_added(run: Run) -> None:
    out = run("--from", "jsonl", "--facts", "--removed", stdin=jsonl({"text": "One.|Photo", "id": 7})).out
    record = json.loads(out)
    assert list(record) == ["text", "id", "facts", "removed"]
    assert list(record["facts"]) == list(Facts._fields)
    (removed,) = record["removed"]
    assert (removed["role"], removed["step"], removed["text"]) == ("caption", "captions", "Photo")
    assert (removed["start"], removed["end"], removed["confidence"]) == (5, 10, 0.8)
    assert removed["reasons"] == [{"rule": "captions.cue", "weight": 2.0, "note": "begins with a cue word"}]


def test_text_becomes_records(run: Run) -> None:
    out = run("--to", "jsonl", "--removed", "a.txt", "b.txt").out.splitlines()
    first, second = map(json.loads, out)
    assert first["id"] == "a.txt"
    assert first["text"] == "Rain fell.\n\nIt stopped."
    assert len(first["removed"]) == 1
    assert second == {"id": "b.txt", "text": "Sun shone.", "removed": []}


def test_what_is_known_reaches_the_chain(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, object]] = []

    def look(document: Document) -> Document:
        seen.append(dict(document.known))
        return document

    monkeypatch.setattr("cleantext.cli.run.chain_for", lambda _arguments: Chain([look]))
    run("--known", "language=en", "--known", "authors=Ida Holm; Per Lund", stdin="One.")
    lines = jsonl({"text": "One.", "head": "Rain"}, {"text": "Two."})
    run("--from", "jsonl", "--known", "title=None", "--known-from", "title=head", stdin=lines)
    assert seen == [
        {"language": "en", "authors": ("Ida Holm", "Per Lund")},
        {"title": "Rain"},
        {"title": "None"},
    ]
    assert "unknown fact 'colour'" in run("--known", "colour=red").err
    assert "write KEY=VALUE" in run("--known", "language").err


# --- errors -----------------------------------------------------------------------------------------------------------

BROKEN = '{"text": "One."}\n{"text": \n{"title": "x"}\n{"text": 3}\n{"text": "crash"}\n{"text": "Two."}\n'


def test_the_first_bad_record_stops(run: Run) -> None:
    code, out, err = run("--from", "jsonl", stdin=BROKEN)
    assert code == 65
    assert out == '{"text": "One."}\n'
    assert err.startswith("cleantext: stdin:2: broken JSON at column 10: ")
    assert "--errors skip" in err


def test_bad_records_are_skipped_and_counted(run: Run, here: Path) -> None:
    code, out, err = run("--from", "jsonl", "--errors", "skip", "--rejected", "bad", stdin=BROKEN)
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["One.", "Two."]
    places = [line.split(" ")[1] for line in err.splitlines()]
    assert places[:4] == ["stdin:2:", "stdin:3:", "stdin:4:", "stdin:5:"]
    assert err.splitlines()[-1] == "cleantext: 2 documents done, 4 left out because of errors"
    assert (here / "bad").read_text() == "".join(BROKEN.splitlines(keepends=True)[1:5])
    assert code == 123  # a crash is no bad record


def test_skipped_records_leave_a_good_exit_code_if_any_was_cleaned(run: Run) -> None:
    assert run("--from", "jsonl", "--errors", "skip", stdin='{"text": "One."}\n{\n').code == 0
    assert run("--from", "jsonl", "--errors", "skip", stdin="{\n").code == 65
    assert run("--errors", "skip", "nope.txt").code == 66


def test_files_that_are_not_there(run: Run) -> None:
    code, out, err = run("nope.txt", "a.txt")
    assert (code, out) == (66, "")
    assert err == "cleantext: nope.txt: no such file or directory\n"
    code, out, err = run("--errors", "skip", "nope.txt", ".", "a.txt")
    assert (code, out) == (0, "Rain fell.\n\nIt stopped.\n")
    assert "nope.txt: no such file" in err
    assert ".: is a directory" in err
    assert "1 document done, 2 left out" in err


def test_bytes_that_do_not_decode(run: Run) -> None:
    code, out, err = run("--lines", stdin=b"One.\ncaf\xe9\n")
    assert (code, out) == (65, "One.\n")
    assert "stdin:2: byte 8: 0xe9 does not decode as UTF-8" in err
    assert "--encoding" in err
    assert run("--encoding", "cp1252", stdin=b"caf\xe9").out == "café\n"
    assert run("--encoding-errors", "replace", stdin=b"caf\xe9").out == "caf\ufffd\n"
    assert run("--encoding", "nope", stdin=b"").code == 2
    assert run(stdin="Grüße".encode("utf-16")).out == "Grüße\n"


def test_a_crash_is_told_with_its_record(run: Run) -> None:
    code, out, err = run("--lines", stdin="One.\ncrash\n")
    assert (code, out) == (123, "One.\n")
    assert "stdin:2: internal error: ZeroDivisionError: on purpose" in err
    assert "Traceback" not in err
    with pytest.raises(Exception, match="on purpose"):
        run("--debug", stdin="crash")


def test_messages_are_one_printable_line(run: Run) -> None:
    err = run("no\x1b[31m\nfile").err
    assert err == "cleantext: no\\x1b[31m\\nfile: no such file or directory\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--bogus",),
        ("--from", "xml"),
        ("--lines", "--null"),
        ("--field", "x"),
        ("--facts",),
        ("--removed", "--to", "lines"),
        ("--from", "jsonl", "--facts", "--explain"),
        ("--known-from", "title=x"),
        ("--rejected", "x"),
        ("--errors", "skip", "--rejected", "-"),
        ("--check", "--explain"),
        ("--diff", "--explain"),
        ("--check", "-o", "x"),
        ("-", "-"),
        ("--config", "x", "--no-config"),
        ("--pres", "news"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(run: Run, arguments: Sequence[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("cleantext: ")
    assert err.count("\n") == 1


# --- looking ----------------------------------------------------------------------------------------------------------


def test_check_tells_and_writes_nothing(run: Run) -> None:
    assert run("--check", "a.txt", "b.txt") == (
        1,
        "",
        "cleantext: a.txt: would change\ncleantext: 1 of 2 documents would change\n",
    )
    assert run("--check", "b.txt") == (0, "", "cleantext: 0 of 1 document would change\n")
    assert run("--check", "-q", "a.txt") == (1, "", "")


def test_diff_shows_what_would_change(run: Run) -> None:
    code, out, err = run("--diff", "a.txt", "b.txt")
    assert (code, err) == (1, "")
    assert out == (
        "--- a.txt\toriginal\n+++ a.txt\tcleaned\n@@ -1 +1,3 @@\n"
        "-Rain fell.|Photo: Ida|It stopped.\n+Rain fell.\n+\n+It stopped.\n"
    )
    assert run("--diff", "b.txt") == (0, "", "")
    assert "\x1b[31m-Rain" in run("--diff", "--color", "always", "a.txt").out


def test_diff_and_check_compare_what_would_be_written(run: Run) -> None:
    assert run("--check", "--separator", "|", stdin="One.|Two.\n").code == 0
    assert run("--check", stdin="One.").code == 0
    assert run("--check", "--lines", "--separator", "|", stdin="One.|Two.\nThree.").code == 0
    assert run("--check", "--from", "jsonl", stdin=jsonl({"text": "One."})).code == 0


def test_explain_tells_every_block(run: Run) -> None:
    code, out, err = run("--explain", "a.txt", "b.txt")
    assert (code, err) == (0, "")
    assert "a.txt: 3 blocks, 2 kept, 1 dropped" in out
    assert "dropped  caption     80%  Photo: Ida" in out
    assert "by captions" in out
    assert "+2.0 begins with a cue word" in out
    assert "b.txt: 1 block, 1 kept, 0 dropped" in out
    assert "\x1b[" in run("--explain", "--color", "always", "a.txt").out


def test_output_goes_to_a_file(run: Run, here: Path) -> None:
    assert run("a.txt", "-o", "out.txt") == (0, "", "")
    assert (here / "out.txt").read_text() == "Rain fell.\n\nIt stopped.\n"
    assert run("--from", "jsonl", "-o", "out.txt", stdin=BROKEN).code == 65
    assert (here / "out.txt").read_text() == "Rain fell.\n\nIt stopped.\n"
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "b.txt", "out.txt"]


# --- about ------------------------------------------------------------------------------------------------------------


def test_the_version_is_told(run: Run) -> None:
    from cleantext import __version__

    assert run("--version") == (0, f"cleantext {__version__}\n", "")


def test_the_steps_are_listed(run: Run) -> None:
    from cleantext.steps import STEPS

    code, out, _ = run("--list-steps")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if not line.startswith(" ")] == list(STEPS)


def test_the_configuration_is_printed_and_read(run: Run, here: Path) -> None:
    code, out, _ = run("--print-config", *SPACES)
    assert code == 0
    (here / "cleantext.toml").write_text(out)
    assert run("--print-config").out == out
    assert run("--print-config", "--config", "cleantext.toml").out == out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--steps", "spacs"), "unknown step 'spacs'"),
        (("--skip", "nope"), "unknown step 'nope'"),
        (("--keep", "captoin"), "unknown role 'captoin'"),
        (("--preset", "hard"), "unknown preset 'hard'"),
        (("--set", "spaces.nope=1"), "no option 'nope'"),
        (("--set", "spaces"), "write step.option=value"),
        (("--config", "nope.toml"), "nope.toml: cannot be read"),
    ],
)
def test_unknown_names_are_wrong_usage(run: Run, arguments: Sequence[str], message: str) -> None:
    code, out, err = run("--print-config", *arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_every_flag_is_in_the_help_and_the_documentation() -> None:
    parser = build()
    told, documented = parser.format_help(), DOCS.read_text("utf-8")
    flags = [flag for action in parser._actions for flag in action.option_strings]  # noqa: SLF001 (no public way)
    assert len(flags) > 30
    assert [flag for flag in flags if flag not in told or f"`{flag}" not in documented] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--presset", "news"), "unrecognized arguments: --presset (did you mean '--preset'?)"),
        (("--no-confg",), "unrecognized arguments: --no-confg (did you mean '--no-config'?)"),
        (("--zzz",), "unrecognized arguments: --zzz; see"),
    ],
)
def test_an_unknown_flag_is_told_with_what_was_meant(run: Run, arguments: Sequence[str], message: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_an_order_that_cannot_work_is_told_with_its_file(run: Run, here: Path) -> None:
    file = here / "cleantext.toml"
    file.write_text('steps = ["unglue", "spaces"]')
    assert run("--print-config") == (
        2, "", f"cleantext: {file}: step 'unglue' cannot come before 'spaces'; put 'spaces' first\n"
    )  # fmt: skip
    assert str(file) not in run("--print-config", "--steps", "unglue,spaces").err


def test_an_option_is_set_to_nothing_as_it_is_listed(run: Run) -> None:
    listed = [line.strip() for line in run("--list-steps").out.splitlines() if line.endswith("=")]
    assert "paragraphs.threshold=" in listed
    settings = [word for line in listed for word in ("--set", line)]
    assert run("--print-config", *settings).out == run("--print-config").out


def test_a_file_read_as_what_its_name_does_not_say_is_told(run: Run, here: Path) -> None:
    (here / "a.jsonl").write_text('{"text": "Rain fell."}\n')
    (here / "a.htm").write_text("Rain fell.")
    told = run("a.jsonl", "a.htm", "a.txt").err.splitlines()
    assert told == [
        "cleantext: a.jsonl: is read as one text; --from jsonl reads its records",
        "cleantext: a.htm: is read as text; --html finds the article in a page",
    ]
    assert run("--quiet", "a.jsonl").err == run("--from", "text", "a.jsonl").err == ""


@pytest.mark.parametrize(("pack", "ending"), [(gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz")])
def test_compressed_bytes_without_a_name_are_told(run: Run, pack: Callable[[bytes], bytes], ending: str) -> None:
    code, out, err = run("--from", "lines", stdin=pack(b"Rain fell.\n"))
    assert (code, out) == (65, "")
    assert err.startswith("cleantext: stdin:1: is compressed, and no name says so; decompress it, or end its name in")
    assert f".{ending} " in err


# --- manners, as a process --------------------------------------------------------------------------------------------


def environment(**more: str) -> dict[str, str]:
    root = str(Path(__file__).parent.parent)
    return {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "ascii", **more}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cleantext", *arguments]


def process(*arguments: str, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command(*arguments), input=stdin, capture_output=True, env=environment(**more), check=False)


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    line = line.replace("cleantext", f"{sys.executable} -m cleantext")
    return subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), check=False)


def test_utf8_goes_out_whatever_the_locale() -> None:
    done = process(*SPACES, stdin="Grüße  aus  東京".encode(), LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, "Grüße aus 東京\n", b"")


@pytest.mark.parametrize("to", ["--lines", "--help"])
def test_quiet_on_a_closed_pipe(to: str) -> None:
    done = shell(f"yes 'one  two' | head -c 3000000 | cleantext {' '.join(SPACES)} {to} | head -n 1")
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["cleantext", "cleantext run -"])
def test_a_closed_pipe_that_is_not_standard_output_is_told(command: str) -> None:
    options = "--no-config --steps spaces --to lines"
    done = shell(f"yes 'one  two' | head -c 3000000 | {command} --from lines {options} -o >(head -n 1 >/dev/null)")
    assert done.returncode == 74
    assert done.stderr.endswith(b": cannot write: broken pipe\n")


def test_an_interrupt_is_not_taken_for_a_closed_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends all of a pipeline: who reads is gone by the time that what is ready is sent."""

    class Closed(io.BytesIO):
        def flush(self) -> None:
            raise BrokenPipeError

    def interrupted() -> None:
        with standard_output():
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=Closed()))
    with pytest.raises(KeyboardInterrupt):
        interrupted()


@pytest.mark.parametrize("line", ["cleantext {} a.txt > /dev/full", "cleantext {} -o /dev/full a.txt"])
def test_a_full_disk_is_told(line: str) -> None:
    done = shell(line.format(" ".join(SPACES)))
    assert done.returncode == 74
    assert done.stderr.count(b"\n") == 1
    assert b"no space left on device" in done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("cleantext {} a.txt -o missing/out.txt", 73),
        ("cleantext {} a.txt -o .", 73),
        ("cleantext {} a.txt -o /proc/out.txt", 73),
        ("cleantext {} a.txt >&-", 74),
        ("cleantext {} <&-", 66),
        ("cleantext {} a.txt -o a.txt", 2),
        ("cleantext {} -o a.txt < a.txt", 2),
        ("cleantext {} a.txt >> a.txt", 2),
    ],
)
def test_faults_have_codes_and_no_traceback(here: Path, line: str, code: int) -> None:
    before = (here / "a.txt").read_bytes()
    done = shell(line.format(" ".join(SPACES)))
    assert done.returncode == code
    assert done.stderr.startswith(b"cleantext: ")
    assert done.stderr.count(b"\n") == 1
    assert (here / "a.txt").read_bytes() == before
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_leaves_nothing_half_done(here: Path, number: signal.Signals, code: int) -> None:
    (here / "out.txt").write_text("before")
    arguments = command(*SPACES, "--lines", "-o", "out.txt")
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as running:
        assert running.stdin
        assert running.stderr
        running.stdin.write(b"one  two\n")
        running.stdin.flush()
        wait_for(lambda: any(path.name.startswith(".cleantext-") for path in here.iterdir()))
        running.send_signal(number)
        assert running.wait(60) == code
        assert running.stderr.read() == b""
    assert (here / "out.txt").read_text() == "before"
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "b.txt", "out.txt"]


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)


def test_a_record_is_answered_before_the_next_is_asked_for() -> None:
    arguments = command(*SPACES, "--lines")
    pipe = subprocess.PIPE
    with subprocess.Popen(arguments, stdin=pipe, stdout=pipe, env=environment()) as running:
        assert running.stdin
        assert running.stdout
        for line in (b"a  b\n", b"c  d\n"):
            running.stdin.write(line)
            running.stdin.flush()
            assert running.stdout.readline() == line.replace(b"  ", b" ")
        running.stdin.close()
        assert running.wait(60) == 0


class Endless(io.RawIOBase):
    """Lines without an end, or nearly: made as they are read."""

    def __init__(self, line: bytes, times: int) -> None:
        self.line, self.left = line, times

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        times = min(self.left, len(buffer) // len(self.line))
        self.left -= times
        data = self.line * times
        buffer[: len(data)] = data
        return len(data)


@pytest.mark.parametrize("form", ["lines", "null", "jsonl"])
def test_a_stream_takes_constant_memory(here: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    end = b"\0" if form == "null" else b"\n"
    line = json.dumps({"text": "Rain. " * 80, "id": 1}).encode() + end
    monkeypatch.setattr("cleantext.cli.run.chain_for", lambda _arguments: Chain([toy]))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless(line, 4_000))))
    tracemalloc.start()
    try:
        code = main(["--from", form, "-o", "out"])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    size = (here / "out").stat().st_size
    assert (code, size > 1_900_000) == (0, True)
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("arguments", "variables", "colours"),
    [
        ((), {"TERM": "xterm"}, True),
        ((), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {"TERM": "xterm"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
    ],
)
def test_colours_on_a_terminal(here: Path, arguments: Sequence[str], variables: dict[str, str], colours: bool) -> None:
    (here / "c.txt").write_text("one  two")
    terminal, inside = pty.openpty()
    env = {name: value for name, value in environment(**variables).items() if name != "NO_COLOR" or name in variables}
    subprocess.run(command(*SPACES, "--diff", *arguments, "c.txt"), stdout=inside, env=env, check=False)
    shown = os.read(terminal, 10_000)
    os.close(inside)
    os.close(terminal)
    assert b"one  two" in shown
    assert (b"\x1b[" in shown) == colours


def test_it_starts_quickly() -> None:
    """What costs time to import is not imported at the start."""
    code = "import sys; from cleantext.cli import main; main(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    heavy = {"ftfy", "rapidfuzz", "trafilatura", "lxml", "difflib", "tomllib", "cleantext.chain"}
    assert heavy.isdisjoint(done.stdout.decode().split())


def test_the_formats_that_the_command_lists_are_those_there_are() -> None:
    assert {*FORMATS, *READ_ONLY} == READERS.keys()
    assert set(FORMATS) <= WRITERS.keys()
    assert set(FIELDS) == FIELDS_OF_IO
