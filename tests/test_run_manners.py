"""The manners of ``cleantext run`` as a process of its own: pipes, full disks, terminals, interruptions, its flags."""

from __future__ import annotations

import errno
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import cleantext
from cleantext.cli import main
from cleantext.cli.batcharguments import build

ROOT = Path(__file__).parent.parent
PACKAGE = Path(cleantext.__file__).parents[1]  # where it is installed, or the checkout
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PACKAGE)}
QUICK = ("--no-config", "--steps", "spaces")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cleantext", "run", *QUICK, *arguments]


def run(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), cwd=folder, env=ENVIRONMENT, input=given, capture_output=True, text=True, check=False
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "in.jsonl").write_text("".join(f'{{"text": "text  {n}"}}\n' for n in range(50)))
    return tmp_path


def test_it_writes_to_standard_output_in_order(here: Path) -> None:
    done = run(here, "in.jsonl", "--jobs", "2", "--to", "lines")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"text {n}" for n in range(50)]
    assert names(here) == ["in.jsonl"]


def test_it_reads_standard_input(here: Path) -> None:
    done = run(here, "-", "--from", "lines", given="a  b\n")
    assert (done.returncode, done.stdout) == (0, "a b\n")
    assert run(here, "-", "-o", "out.jsonl").returncode == 2


def test_a_closed_pipe_is_no_fault(here: Path) -> None:
    (here / "in.jsonl").write_text('{"text": "text  x"}\n' * 100_000)
    with subprocess.Popen(
        command("in.jsonl", "--jobs", "1"), cwd=here, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_worker_that_breaks_its_pipe_is_a_fault(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every pipe that breaks is standard output: the run is not done."""

    def start(_: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", start)
    monkeypatch.chdir(here)
    assert main(["run", *QUICK, "in.jsonl", "-o", "out.jsonl", "--jobs", "2"]) == 123
    assert "a worker process cannot be started" in capsys.readouterr().err
    assert names(here) == ["in.jsonl"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_device_is_told(here: Path) -> None:
    done = run(here, "in.jsonl", "-o", "/dev/full")
    assert (done.returncode, done.stderr) == (74, "cleantext: /dev/full: cannot write: no space left on device\n")


def test_a_limited_file_size_is_told_and_gone_on_with(here: Path) -> None:
    resource = pytest.importorskip("resource")
    whole = run(here, "in.jsonl", "-o", "whole.jsonl")

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400))

    done = subprocess.run(
        command("in.jsonl", "-o", "out.jsonl", "--jobs", "1"),
        cwd=here, env=ENVIRONMENT, capture_output=True, text=True, check=False, preexec_fn=limited,
    )  # fmt: skip
    assert done.returncode == 74
    assert "Traceback" not in done.stderr
    assert not (here / "out.jsonl").exists()
    assert run(here, "in.jsonl", "-o", "out.jsonl", "--restart").returncode == whole.returncode == 0
    assert (here / "out.jsonl").read_bytes() == (here / "whole.jsonl").read_bytes()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_it_says_that_it_goes_on(here: Path, number: signal.Signals, code: int) -> None:
    (here / "in.jsonl").write_text("".join(f'{{"text": "text  {n}"}}\n' for n in range(100_000)))
    with subprocess.Popen(
        command("in.jsonl", "-o", "out.jsonl", "--jobs", "2"),
        cwd=here, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        while process.poll() is None and not (here / "out.jsonl.partial" / "state.json").exists():
            time.sleep(0.01)
        os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
        told = process.communicate()[1]
    assert (process.returncode, told) == (
        code,
        "cleantext: stopped; what is done is kept, and the same command goes on from there\n",
    )
    assert not (here / "out.jsonl").exists()


def test_no_worker_outlives_a_killed_run(here: Path) -> None:
    (here / "in.jsonl").write_text("".join(f'{{"text": "text  {n}"}}\n' for n in range(100_000)))
    reader, writer = os.pipe()  # closed when the last process that has it ends
    with subprocess.Popen(
        command("in.jsonl", "-o", "out.jsonl", "--jobs", "2"), cwd=here, env=ENVIRONMENT, stderr=writer
    ) as process:
        os.close(writer)
        while process.poll() is None and not (here / "out.jsonl.partial" / "state.json").exists():
            time.sleep(0.01)
        process.kill()
    with os.fdopen(reader, "rb") as stream:
        assert b"Traceback" not in stream.read()


def test_the_bar_is_for_terminals(here: Path) -> None:
    import fcntl
    import struct
    import termios

    (here / "in.jsonl").write_text('{"text": "text  x"}\n' * 60_000)
    master, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    subprocess.run(command("in.jsonl", "-o", "out.jsonl", "--jobs", "1"), cwd=here, env=ENVIRONMENT, stderr=terminal)
    os.close(terminal)
    shown = b""
    try:
        while data := os.read(master, 4096):
            shown += data
    except OSError:  # how a terminal ends
        pass
    os.close(master)
    assert re.search(rb"\d%\|.*B/s, [\d,]+ documents\]", shown)


def test_records_left_out_are_told_or_kept(here: Path) -> None:
    (here / "in.jsonl").write_bytes(b'{"text": "a"}\nbroken\n{"text": 1}\n')
    done = run(here, "in.jsonl", "-o", "out.jsonl")
    assert (done.returncode, done.stdout) == (65, "")
    assert done.stderr == (
        "cleantext: 1 document done, 2 left out because of errors; out.jsonl.errors.jsonl says which and why\n"
    )
    done = run(here, "in.jsonl")
    assert (done.returncode, done.stdout) == (65, '{"text": "a"}\n')
    assert done.stderr.startswith("cleantext: in.jsonl:2: broken JSON at column 1")


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_counts_are_told(here: Path, form: str) -> None:
    done = run(here, "in.jsonl", "-o", "out.jsonl", f"--stats={form}", "--sample", "0.5", "--seed", "3")
    kept = len((here / "out.jsonl").read_text().splitlines())
    if form == "json":
        told = json.loads(done.stdout)
        assert told["documents"] == told["changed"] == kept
        assert told["rules"] == {"spaces": kept}
        assert told["roles"] == {"none": kept}
    else:
        assert re.search(rf"^documents +{kept}$", done.stdout, re.MULTILINE)


def test_an_input_is_no_format_of_the_counts(here: Path) -> None:
    done = run(here, "--stats", "in.jsonl", "-o", "out.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^documents +50$", done.stdout, re.MULTILINE)
    done = run(here, "in.jsonl", "-o", "out.jsonl", "--stats", "json")
    assert json.loads(done.stdout)["documents"] == 50


def test_a_file_called_run_is_still_cleaned(here: Path) -> None:
    (here / "run").write_text("a  b\n")
    given = [sys.executable, "-m", "cleantext", *QUICK, "./run"]
    done = subprocess.run(given, cwd=here, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "a b\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no input is named"),
        (("in.jsonl", "--seed", "1"), "--seed goes with --sample"),
        (("in.jsonl", "--sample", "2"), "a sample is a fraction from 0 to 1, not 2.0"),
        (("in.jsonl", "--jobs", "0"), "at least 1 is wanted"),
        (("in.jsonl", "--limit", "-1"), "a limit is a number of records"),
        (("in.jsonl", "--to", "parquet"), "parquet cannot be written to a pipe"),
        (("in.jsonl", "-o", "out.html"), "html is not written"),
        (("in.jsonl", "-o", "."), "is a folder; end it with /"),
        (("in.jsonl", "-o", "strange/"), "strange: is a file; name a folder"),
        (("in.jsonl", "-o", "a.jsonl", "--edits", "strange/"), "strange: is a file; name a folder"),
        (("in.jsonl", "-o", "out.txt", "--facts"), "facts and removed go with the formats"),
        (("in.jsonl", "-o", "a.jsonl", "--edits", "a.jsonl"), "two things would be written there"),
        (("in.jsonl", "-o", "a.jsonl", "--edits", "in.jsonl"), "is read and would be written over"),
        (("strange", "-o", "a.jsonl"), "its name tells no format"),
    ],
)
def test_wrong_usage_is_told(
    here: Path,
    arguments: tuple[str, ...],
    message: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(here)
    (here / "strange").touch()
    assert main(["run", *QUICK, *arguments]) == 2
    assert message in capsys.readouterr().err
    assert names(here) == ["in.jsonl", "strange"]


def test_every_flag_is_documented() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    flags = [flag for action in build()._actions for flag in action.option_strings]  # noqa: SLF001
    missing = [flag for flag in flags if f"`{flag}" not in page and f"{flag} " not in page and f"{flag}`" not in page]
    assert missing == []
