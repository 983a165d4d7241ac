"""``cleantext run``: every format, any number of processes, stopped and gone on with, broken records in the middle."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import cleantext
from cleantext.document import Edit, replay
from corpus import samples

Row = dict[str, Any]
RAW = [sample.raw for sample in samples()[:12]]
COMPRESSED: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "cleantext", "run", *map(str, arguments), "--quiet", "--no-config"]


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(cleantext.__file__).parents[1])}
    given = command(*arguments)
    return subprocess.run(given, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def rows(texts: Iterable[str] = RAW) -> list[Row]:
    return [{"id": f"a{i}", "text": text, "n": i, "score": i / 4, "none": None} for i, text in enumerate(texts)]


def lines_of(given: Iterable[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in given).encode()


def read_lines(path: Path) -> list[Row]:
    data = path.read_bytes()
    return [json.loads(line) for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()]


def wanted(given: Iterable[Row]) -> list[Row]:
    return [{**row, "text": cleantext.clean(row["text"])} for row in given]


@pytest.mark.parametrize("ending", COMPRESSED)
def test_json_lines_in_and_out(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"in.jsonl{ending}").write_bytes(COMPRESSED[ending](lines_of(rows())))
    done = run(f"in.jsonl{ending}", "-o", f"out.jsonl{ending}", "--jobs", "2", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert read_lines(tmp_path / f"out.jsonl{ending}") == wanted(rows())
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"in.jsonl{ending}", f"out.jsonl{ending}"]


def test_the_output_does_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows(RAW * 3)))
    outputs = []
    for jobs in ("1", "2", "4"):
        assert run("in.jsonl", "-o", f"{jobs}.jsonl.gz", "--jobs", jobs, "--facts", folder=tmp_path).returncode == 0
        outputs.append((tmp_path / f"{jobs}.jsonl.gz").read_bytes())
    assert outputs[0] == outputs[1] == outputs[2]


def test_csv_keeps_its_other_columns(tmp_path: Path) -> None:
    import csv

    with (tmp_path / "in.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerows([["id", "text", "note"], *([i, text, 'a "b", c'] for i, text in enumerate(RAW))])
    assert run("in.csv", "-o", "out.csv", folder=tmp_path).returncode == 0
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as stream:
        found = list(csv.DictReader(stream))
    assert [row["text"] for row in found] == [cleantext.clean(text) for text in RAW]
    assert {row["note"] for row in found} == {'a "b", c'}


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    kinds = [("id", pa.int16()), ("text", pa.large_string()), ("at", pa.timestamp("ms", "UTC")),
             ("tags", pa.list_(pa.struct([("k", pa.string())]))), ("none", pa.null())]  # fmt: skip
    tags = [[{"k": "a"}], [], None]
    table = pa.table(
        {"id": [1, 2, 3], "text": [RAW[0], RAW[1], ""], "at": [0, None, 2], "tags": tags, "none": [None] * 3},
        schema=pa.schema(kinds),
    )
    pq.write_table(table, tmp_path / "in.parquet")
    done = run("in.parquet", "-o", "out.parquet", folder=tmp_path)
    found = pq.read_table(tmp_path / "out.parquet")
    assert found.schema.equals(table.schema), done.stderr
    assert found.column("text").to_pylist() == [cleantext.clean(RAW[0]), cleantext.clean(RAW[1]), ""]
    for name in ("id", "at", "tags"):
        assert found.column(name).to_pylist() == table.column(name).to_pylist()


def test_a_missing_text_in_a_table_stays_missing(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"text": [RAW[0], None, ""]}), tmp_path / "in.parquet")
    done = run("in.parquet", "-o", "out.parquet", "--facts", "--stats=json", folder=tmp_path)
    found = pq.read_table(tmp_path / "out.parquet")
    assert found.column("text").to_pylist() == [cleantext.clean(RAW[0]), None, ""]
    assert [facts is None for facts in found.column("facts").to_pylist()] == [False, True, False]
    told = json.loads(done.stdout)
    assert (done.returncode, told["documents"], told["missing"], told["empty"], told["rejected"]) == (0, 3, 1, 1, 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]


BROKEN: dict[str, bytes] = {
    "broken JSON": b'{"id": "x", "text": "no end\n',
    "undecodable": b'{"text": "\xff\xfe"}\n',
    "no text": b'{"id": "x"}\n',
    "a number": b'{"text": 3}\n',
    "no object": b"[1]\n",
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_record_is_put_aside(tmp_path: Path, what: str) -> None:
    good = lines_of(rows()).splitlines(keepends=True)
    (tmp_path / "in.jsonl").write_bytes(b"".join([*good[:5], BROKEN[what], *good[5:]]))
    done = run("in.jsonl", "-o", "out.jsonl", folder=tmp_path)
    assert done.returncode == 65
    assert read_lines(tmp_path / "out.jsonl") == wanted(rows())
    (error,) = read_lines(tmp_path / "out.jsonl.errors.jsonl")
    assert error["place"] == "in.jsonl:6"
    assert error["error"]


def test_a_cut_off_archive_is_put_on_record(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(lines_of(rows()))[:-2000])
    done = run("in.jsonl.gz", "-o", "out.jsonl", folder=tmp_path)
    assert (done.returncode, done.stderr) == (65, "")
    assert "in.jsonl.gz" in read_lines(tmp_path / "out.jsonl.errors.jsonl")[-1]["place"]


QUICK = ("--jobs", "2", "--facts", "--steps", "spaces")  # so that the input has many chunks
CODES = {signal.SIGKILL: -signal.SIGKILL, signal.SIGINT: 130, signal.SIGTERM: 143}


def bytes_of(path: Path) -> bytes:
    """What is in a file that may not be there, or no more."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def stopped(folder: Path, stop: signal.Signals, after: float, output: str) -> bool:
    """Begin a run or go on with one, and stop it after it has put on record that it is further; False if it was over.

    ``after`` are seconds from there.
    """
    record = folder / f"{output}.partial" / "state.json"
    before = bytes_of(record)
    environment = {**os.environ, "PYTHONPATH": str(Path(cleantext.__file__).parents[1])}
    given = command("in.jsonl", "-o", output, *QUICK)
    with subprocess.Popen(
        given, cwd=folder, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while process.poll() is None and bytes_of(record) in (b"", before):
            time.sleep(0.005)
        time.sleep(after)
        if stop is signal.SIGKILL and process.poll() is None:
            os.killpg(process.pid, stop)
        else:
            process.send_signal(stop)  # which does nothing where the process is no more
    if (folder / output).exists():
        return False
    assert process.returncode == CODES[stop]
    return True


@pytest.mark.parametrize("stop", CODES, ids=lambda stop: stop.name)
def test_a_stopped_run_goes_on_to_the_same_bytes(tmp_path: Path, stop: signal.Signals) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows(RAW * 200)))
    assert run("in.jsonl", "-o", "whole.jsonl.gz", *QUICK, folder=tmp_path).returncode == 0
    whole = (tmp_path / "whole.jsonl.gz").read_bytes()
    chance = random.Random(stop)
    stops = 0
    for _ in range(20):
        if stopped(tmp_path, stop, chance.uniform(0, 0.2), "out.jsonl.gz"):
            stops += 1
            if stops == 3:
                break
        else:  # the signal came when the output was whole already: all over again
            assert (tmp_path / "out.jsonl.gz").read_bytes() == whole
            (tmp_path / "out.jsonl.gz").unlink()
    assert stops == 3
    assert (tmp_path / "out.jsonl.gz.partial" / "state.json").exists()
    assert run("in.jsonl", "-o", "out.jsonl.gz", *QUICK, folder=tmp_path).returncode == 0
    assert (tmp_path / "out.jsonl.gz").read_bytes() == whole
    assert not (tmp_path / "out.jsonl.gz.partial").exists()


def test_a_changed_input_is_not_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows(RAW * 200)))
    for _ in range(20):
        if stopped(tmp_path, signal.SIGKILL, 0, "out.jsonl"):
            break
        (tmp_path / "out.jsonl").unlink()
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows()))
    done = run("in.jsonl", "-o", "out.jsonl", *QUICK, folder=tmp_path)
    assert done.returncode == 2
    assert "--restart" in done.stderr
    assert run("in.jsonl", "-o", "out.jsonl", "--restart", folder=tmp_path).returncode == 0
    assert read_lines(tmp_path / "out.jsonl") == wanted(rows())


def test_limit_sample_and_sidecars(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows()))
    beside = ("--edits", "edits.jsonl", "--attributes", "spans.jsonl")
    assert run("in.jsonl", "-o", "out.jsonl", "--limit", "4", *beside, folder=tmp_path).returncode == 0
    assert read_lines(tmp_path / "out.jsonl") == wanted(rows()[:4])
    spans = read_lines(tmp_path / "spans.jsonl")
    assert [row["id"] for row in spans] == ["a0", "a1", "a2", "a3"]
    for raw, row in zip(RAW, spans, strict=False):
        assert all(0 <= a < b <= len(raw) for found in row["attributes"].values() for a, b, _ in found)
    assert len(read_lines(tmp_path / "edits.jsonl")) > 0
    for _ in range(2):
        run("in.jsonl", "-o", "some.jsonl", "--sample", "0.5", "--restart", folder=tmp_path)
    some = {row["id"] for row in read_lines(tmp_path / "some.jsonl")}
    assert 0 < len(some) < len(RAW)


def test_a_line_of_edits_makes_the_clean_text(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows()))
    assert run("in.jsonl", "-o", "out.jsonl", "--edits", "edits.jsonl", folder=tmp_path).returncode == 0
    for row, told in zip(wanted(rows()), read_lines(tmp_path / "edits.jsonl"), strict=True):
        edits = [Edit(**edit) for edit in told["edits"]]
        raw = rows()[int(row["id"][1:])]["text"]
        assert (told["id"], replay(raw, edits)) == (row["id"], row["text"])
        assert all(raw[edit.start : edit.end] == edit.removed for edit in edits)


def test_attributes_stand_where_dolma_looks_for_them(tmp_path: Path) -> None:
    """A line for each document under the same name, in the same order, with the same id; spans of its text."""
    (tmp_path / "documents" / "2019").mkdir(parents=True)
    given = tmp_path / "documents" / "2019" / "a.jsonl.gz"
    given.write_bytes(gzip.compress(lines_of([*rows(), {"id": "none", "text": None}])))
    done = run("documents/", "-o", "clean/", "--attributes", "attributes/cleantext/", folder=tmp_path)
    assert done.returncode == 0
    beside = read_lines(Path(str(given).replace("/documents/", "/attributes/cleantext/")))
    assert [line["id"] for line in beside] == [row["id"] for row in read_lines(given)]
    for text, line in zip(RAW, beside, strict=False):
        dropped = [[b.start, b.end, round(b.confidence, 3)] for b in cleantext.read(text).removed]
        assert line["attributes"]["cleantext__removed"] == dropped
    assert beside[-1]["attributes"] == {"cleantext__removed": []}


def test_the_counts(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows()))
    done = run("in.jsonl", "-o", "out.jsonl", "--stats=json", folder=tmp_path)
    told = json.loads(done.stdout or done.stderr)
    assert told["documents"] == len(RAW)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nowhere.jsonl", "-o", "out.jsonl"), 66, "nowhere.jsonl"),
        (("in.jsonl", "-o", "no/folder/out.jsonl"), 73, "no/folder"),
        (("in.jsonl", "-o", "in.jsonl"), 2, "in.jsonl"),
        (("in.jsonl", "-o", "out.jsonl", "--preset", "newz"), 2, "newz"),
    ],
)
def test_wrong_usage_is_said(tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines_of(rows()[:1]))
    done = run(*arguments, folder=tmp_path)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr
    assert read_lines(tmp_path / "in.jsonl") == rows()[:1]
