"""A run from the inside: stopped anywhere and gone on with, workers that die, what is under way bounded."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleantext.batch.cutting
import cleantext.batch.running
from cleantext.batch import Settings, Summary, pool, resumable, run
from cleantext.batch.partial import MANIFEST, STATE, Partial, State
from cleantext.batch.stats import Stats
from cleantext.batch.work import Chunk, Done, Piece, Spelling, Spot, Work
from cleantext.chain import Chain, Link
from cleantext.cli import main
from cleantext.config import chain_of
from cleantext.document import Document
from cleantext.errors import CleantextError, UsageError
from cleantext.io import READERS, WRITERS, Place
from cleantext.io.files import OutputError
from cleantext.io.records import Raw

CHAIN = chain_of(steps=["spaces"])


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of a few records, each put on record as it is done."""
    monkeypatch.setattr(cleantext.batch.cutting, "CHUNK", 200)
    monkeypatch.setattr(cleantext.batch.running, "CHECKPOINT", -1.0)


def asked(*inputs: Path, output: Path | str, **options: Any) -> Settings:
    given: dict[str, Any] = {"chain": CHAIN, "jobs": 1} | options
    return Settings(inputs=tuple(map(str, inputs)), output=str(output), **given)


def lines(count: int = 40, size: int = 20) -> bytes:
    return b"".join(b'{"id": %d, "text": "text  %d %s"}\n' % (n, n, b"x" * (n * 7 % size)) for n in range(count))


# --- stopped anywhere -------------------------------------------------------------------------------------------------


class StopError(Exception):
    """A run is stopped here."""


def stopped_after(monkeypatch: pytest.MonkeyPatch, steps: int, polite: bool) -> None:
    """Stop a run before one of the deeds that leave a trace on disk; an impolite stop leaves no time to note it."""
    from cleantext.batch import products

    left = [steps]

    def counted(deed: Callable[..., Any]) -> Callable[..., Any]:
        def doing(*given: Any, **options: Any) -> Any:
            left[0] -= 1
            if left[0] == 0 or (left[0] < 0 and not polite):
                raise StopError
            return deed(*given, **options)

        return doing

    for owner, name in (
        (products.Growing, "_write"),
        (products.Growing, "publish"),
        (products, "_publish"),
        (Partial, "save"),
        (Partial, "clear"),
        (Path, "unlink"),
    ):
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


OUTPUTS: dict[str, dict[str, Any]] = {
    "plain": {"output": "out.jsonl", "edits": "edits.jsonl"},
    "compressed": {"output": "out.jsonl.gz", "attributes": "spans.jsonl.bz2"},
    "zst": {"output": "out.jsonl.zst"},
    "text": {"output": "out.txt", "rejected": "bad.jsonl.xz"},
    "csv": {"output": "out.csv", "facts": True},
    "parquet": {"output": "out.parquet", "removed": True},
    "folder": {"output": "out/", "attributes": "spans/", "edits": "edits.jsonl.gz"},
}


@pytest.mark.parametrize("polite", [True, False], ids=["polite", "killed"])
@pytest.mark.parametrize("what", OUTPUTS)
def test_stopped_at_every_deed_and_gone_on_with(tmp_path: Path, what: str, polite: bool) -> None:
    if what == "parquet":
        pytest.importorskip("pyarrow")
    if what == "zst":
        pytest.importorskip("zstandard")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(lines(12))
    (tmp_path / "in" / "b.jsonl").write_bytes(b'{"text": "a"}\n{"text": 1}\n' + lines(5))
    (tmp_path / "in" / "c.jsonl").write_bytes(b"")

    def begun(folder: Path) -> Settings:
        folder.mkdir(exist_ok=True)
        paths = ("output", "edits", "attributes", "rejected")
        options = {k: f"{folder}/{v}" if k in paths else v for k, v in OUTPUTS[what].items()}
        return asked(tmp_path / "in", **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleantext.batch.cutting, "CHUNK", 200)
        run(begun(tmp_path / "whole"))
    wanted = files(tmp_path / "whole")
    for steps in range(1, 200):
        here = begun(tmp_path / "here")
        with pytest.MonkeyPatch.context() as patch:
            stopped_after(patch, steps, polite)
            try:
                run(here)
            except StopError:
                stopped = True
            else:
                stopped = False
        if stopped:
            run(here)
        assert files(tmp_path / "here") == wanted, f"stopped at deed {steps}"
        shutil.rmtree(tmp_path / "here")
        if not stopped:
            break
    else:
        pytest.fail("it was always stopped")
    assert steps > 10


@pytest.mark.parametrize("polite", [True, False], ids=["polite", "killed"])
def test_what_was_taken_away_after_a_stop_is_made_again(tmp_path: Path, polite: bool) -> None:
    """The output had its name, and the run was stopped before it was over: no run ends well without an output."""
    (tmp_path / "in.jsonl").write_bytes(lines(4) + b"broken\n")

    def begun(folder: Path) -> Settings:
        folder.mkdir(exist_ok=True)
        return asked(tmp_path / "in.jsonl", output=folder / "out.jsonl.gz", edits=f"{folder}/edits.jsonl")

    run(begun(tmp_path / "whole"))
    wanted = files(tmp_path / "whole")
    taken: list[str] = []
    for steps in range(1, 200):
        here = begun(tmp_path / "here")
        with pytest.MonkeyPatch.context() as patch:
            stopped_after(patch, steps, polite)
            try:
                run(here)
                break
            except StopError:
                pass
        for name in wanted:
            if (tmp_path / "here" / name).exists():
                (tmp_path / "here" / name).unlink()
                taken.append(name)
                run(here)
                assert files(tmp_path / "here") == wanted, f"{name} taken away at deed {steps}"
        shutil.rmtree(tmp_path / "here")
    assert set(taken) == set(wanted)


def test_one_of_several_outputs_taken_away_after_a_stop_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.jsonl").write_bytes(lines(3))
    here = asked(tmp_path / "in", output=f"{tmp_path}/out/")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Partial, "clear", lambda _: None)
        run(here)
    for name in ("a", "b"):  # the first may be on its way elsewhere: the run had gone on from it
        (tmp_path / "out" / f"{name}.jsonl").unlink()
    with pytest.raises(UsageError, match=r"out/b\.jsonl: was written, and is not there any more; start afresh"):
        run(here)
    run(replace(here, restart=True))
    assert sorted(files(tmp_path / "out")) == ["a.jsonl", "b.jsonl"]


@settings(max_examples=15)
@given(cuts=st.lists(st.integers(1, 25), max_size=4), garbage=st.binary(max_size=300))
def test_what_was_written_after_the_last_record_does_not_count(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], garbage: bytes
) -> None:
    folder = tmp_path_factory.mktemp("run")
    (folder / "in.jsonl").write_bytes(lines() + b"broken\n" + lines())
    here = asked(folder / "in.jsonl", output=folder / "out.jsonl.gz", edits=str(folder / "edits.jsonl"))
    for cut in cuts:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(cleantext.batch.cutting, "CHUNK", 200)
            patch.setattr(cleantext.batch.running, "CHECKPOINT", -1.0)
            stopped_after(patch, cut, polite=False)
            try:
                run(here)
                break
            except StopError:
                for file in (folder / "out.jsonl.gz.partial").glob("*[!n]"):  # no .json
                    with file.open("ab") as stream:
                        stream.write(garbage)
    run(here)
    run(replace(here, output=str(folder / "whole.jsonl.gz"), edits=str(folder / "whole.edits")))
    for one, other in (("out.jsonl.gz", "whole.jsonl.gz"), ("edits.jsonl", "whole.edits")):
        assert (folder / one).read_bytes() == (folder / other).read_bytes()
    for name in ("out", "whole"):
        assert b"broken JSON" in (folder / f"{name}.jsonl.gz.errors.jsonl").read_bytes()
    shutil.rmtree(folder)


def half_done(tmp_path: Path, **options: Any) -> Settings:
    """A run stopped in the middle."""
    (tmp_path / "in.jsonl").write_bytes(lines())
    here = asked(tmp_path / "in.jsonl", output=tmp_path / "out.jsonl", **options)
    with pytest.MonkeyPatch.context() as patch:
        stopped_after(patch, 8, polite=True)
        with pytest.raises(StopError):
            run(here)
    assert resumable(here)
    return here


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"facts": True}, r"was begun without facts; go on as it was begun, or start afresh"),
        ({"limit": 3}, r"with another limit \(none, now 3\)"),
        ({"chain": chain_of(steps=[])}, "with another chain; go on as it was begun, or start afresh with --restart"),
    ],
)
def test_another_option_is_told(tmp_path: Path, changed: dict[str, Any], message: str) -> None:
    here = half_done(tmp_path)
    with pytest.raises(UsageError, match=message):
        run(replace(here, **changed))
    assert run(replace(here, restart=True, **changed)).before == 0


def test_only_a_run_that_goes_on_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = half_done(tmp_path)
    given = ["run", *here.inputs, "-o", here.output, "--no-config", "--steps", "spaces", "--jobs", "1"]
    assert main([*given, "--removed"]) == 2
    assert "going on" not in capsys.readouterr().err
    assert main(given) == 0
    assert capsys.readouterr().err == f"cleantext: going on with {here.output} where it was stopped\n"


def test_another_input_is_told(tmp_path: Path) -> None:
    here = half_done(tmp_path)
    (tmp_path / "more.jsonl").write_bytes(lines(3))
    with pytest.raises(UsageError, match="was begun without the input"):
        run(replace(here, inputs=(*here.inputs, str(tmp_path / "more.jsonl"))))
    os.utime(tmp_path / "in.jsonl", ns=(1, 1))
    with pytest.raises(UsageError, match=r"its size or its date has changed"):
        run(here)


def test_the_number_of_processes_may_change(tmp_path: Path) -> None:
    here = half_done(tmp_path)
    summary = run(replace(here, jobs=2))
    assert 0 < summary.before < summary.stats.documents == 40


@pytest.mark.parametrize("name", [MANIFEST, STATE])
def test_a_damaged_record_is_told(tmp_path: Path, name: str) -> None:
    here = half_done(tmp_path)
    (tmp_path / "out.jsonl.partial" / name).write_text("{")
    with pytest.raises(UsageError, match="is damaged; start afresh with --restart"):
        run(here)
    run(replace(here, restart=True))


def test_a_shortened_file_is_told(tmp_path: Path) -> None:
    here = half_done(tmp_path)
    os.truncate(tmp_path / "out.jsonl.partial" / "000000.output", 1)
    with pytest.raises(OutputError, match="is shorter than it was"):
        run(here)


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    here = half_done(tmp_path)
    with (tmp_path / "out.jsonl.partial" / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="another process is writing"):
            run(here)
    run(here)


def test_what_cannot_be_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"facts": 1, "text": ""}\n')
    with pytest.raises(CleantextError):
        run(asked(tmp_path / "in.jsonl", output=tmp_path / "out.parquet", facts=True))
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_errors_of_an_earlier_run_go(tmp_path: Path) -> None:
    for rows, left in ((b"broken\n", True), (lines(2), False)):
        (tmp_path / "in.jsonl").write_bytes(rows)
        run(asked(tmp_path / "in.jsonl", output=tmp_path / "out.jsonl"))
        assert (tmp_path / "out.jsonl.errors.jsonl").exists() == left


@given(
    st.builds(State, st.integers(0, 9), st.integers(0, 9), sizes=st.dictionaries(st.text(max_size=3), st.integers(0)))
)
def test_a_state_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, state: State) -> None:
    state.stats.count(Document.of("a  b"))
    folder = Partial(tmp_path_factory.mktemp("state"))
    folder.save(state)
    assert folder.load() == state


# --- workers ----------------------------------------------------------------------------------------------------------


def deadly(document: Document) -> Document:
    """A step that takes its process with it for some texts, and fails for others."""
    if "POISON" in document.original:
        os._exit(9)
    if "ONCE" in document.original:
        mark = Path(document.original.split()[1])
        if not mark.exists():
            mark.touch()
            os._exit(9)
    if "FAULT" in document.original:
        raise ValueError("no reason")
    return document


class Unreadable:
    """What cannot be unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return int, ("x",)


def slow(document: Document) -> Document:
    time.sleep(0.1 if "SLOW" in document.original else 0.0)
    return document


def run_texts(tmp_path: Path, texts: list[str], step: Any) -> tuple[Summary, list[str], list[dict[str, Any]]]:
    """Clean texts in two processes with a step of our own: the counts, the texts that came out, the errors."""
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    chain = Chain([step, Link("spaces")])
    summary = run(asked(tmp_path / "in.jsonl", output=tmp_path / "out.jsonl", chain=chain, jobs=2))
    found = [json.loads(line)["text"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    errors = tmp_path / "out.jsonl.errors.jsonl"
    return summary, found, [json.loads(line) for line in errors.read_text().splitlines()] if errors.exists() else []


def test_a_record_that_kills_workers_is_put_aside(tmp_path: Path) -> None:
    texts = [f"text {n}" for n in range(30)]
    texts[4] = texts[17] = "POISON"
    summary, found, errors = run_texts(tmp_path, texts, deadly)
    assert found == [text for text in texts if text != "POISON"]
    assert [error["place"].rpartition(":")[2] for error in errors] == ["5", "18"]
    assert all("died, twice" in error["error"] for error in errors)
    assert json.loads(errors[0]["raw"]) == {"text": "POISON"}
    assert summary.stats.rejected == 2


def test_a_row_that_kills_workers_is_put_aside(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    texts = [f"text {n}" for n in range(30)]
    texts[4] = texts[17] = "POISON"
    pq.write_table(pa.table({"text": texts}), tmp_path / "in.parquet")
    run(asked(tmp_path / "in.parquet", output=tmp_path / "out.parquet", chain=Chain([deadly]), jobs=2))
    assert pq.read_table(tmp_path / "out.parquet").column("text").to_pylist() == [t for t in texts if t != "POISON"]


def test_a_worker_that_dies_by_chance_costs_nothing(tmp_path: Path) -> None:
    texts = [f"text {n}" for n in range(30)]
    texts[11] = f"ONCE {tmp_path / 'mark'}"
    _, found, errors = run_texts(tmp_path, texts, deadly)
    assert (found, errors) == (texts, [])


def test_a_fault_is_put_on_record(tmp_path: Path) -> None:
    summary, found, (error,) = run_texts(tmp_path, ["a", "FAULT", "b"], deadly)
    assert found == ["a", "b"]
    assert error["error"] == "internal error: ValueError: no reason; please report it"
    assert (summary.stats.rejected, summary.stats.faults) == (1, 1)


def test_workers_end_with_the_run(tmp_path: Path) -> None:
    run_texts(tmp_path, [f"text {n}" for n in range(30)], slow)
    assert multiprocessing.active_children() == []


def chunk_of(size: int) -> Chunk:
    piece = Piece("text", Raw(Place("a"), b"x" * min(size, 10)), Place("a"))
    spelling = Spelling(WRITERS["text"](), {"output": None, "errors": None})
    return Chunk(0, (piece,), spelling, size, 0, 0, 0, 0)


def test_chunks_that_no_worker_can_take_end_the_run(capfd: pytest.CaptureFixture[str]) -> None:
    chunk = replace(chunk_of(3), dead=Unreadable())  # type: ignore[arg-type]
    with pytest.raises(pool.WorkerError, match="die as soon as they begin"):
        list(pool.results(Work({"text": READERS["text"]()}, CHAIN, ()), iter([chunk]), 2))
    assert "ValueError" in capfd.readouterr().err


def test_a_death_costs_the_chunk_that_waits_behind_nothing(tmp_path: Path) -> None:
    texts = [f"text {n} " + "x" * 190 for n in range(12)]  # a chunk each
    texts[2] = "POISON" + "x" * 190
    _, found, errors = run_texts(tmp_path, texts, deadly)
    assert found == [text for text in texts if "POISON" not in text]
    assert [error["place"].rpartition(":")[2] for error in errors] == ["3"]


def test_what_is_under_way_is_bounded() -> None:
    """However far the first chunk is from done, only so many others are cut."""
    work = Work({"text": READERS["text"]()}, Chain([slow]), ())
    cut = 0

    def chunks() -> Iterator[Chunk]:
        nonlocal cut
        for n in range(100):
            cut += 1
            piece = Piece("text", Raw(Place("a", n), b"SLOW" * (20 if n == 0 else 0) or b"x"), Place("a", n))
            yield replace(chunk_of(10), pieces=(piece,) * (20 if n == 0 else 1))

    done = pool.results(work, chunks(), 2)
    next(done)
    most = pool.AHEAD * 2 + 2
    assert 10 < cut <= most
    assert sum(1 for _ in done) == 99


@given(st.lists(st.integers(1, 1 << 30), max_size=60), st.integers(1, 8))
def test_memory_is_bounded_by_the_largest_chunks_and_little_more(sizes: list[int], jobs: int) -> None:
    under_way: list[int] = []
    most = pool.AHEAD * jobs
    for size in sizes:
        if pool.has_room(under_way, size, most):
            under_way.append(size)
    assert len(under_way) <= most
    assert sum(sorted(under_way)[:-1]) < most * pool.MOST
    assert not sizes or under_way


def test_a_spot_is_left_out_once_then_its_piece() -> None:
    several = replace(chunk_of(10), pieces=(Piece("a", Raw(Place("a"), b"", None, 5), Place("a")),))
    once = several.without(Spot(0, 3))
    assert once.dead == {0: frozenset({3})}
    assert once.without(Spot(0, 4)).dead == {0: frozenset({3, 4})}
    assert once.without(Spot(0, 3)).dead == {0: None}
    assert chunk_of(10).without(Spot(0, 0)).dead == {0: None}


def test_counts_add_up() -> None:
    one, other, both = Stats(), Stats(), Stats()
    for stats, text in ((one, "a  b"), (other, "")):
        document = CHAIN(Document.of(text))
        stats.count(document)
        both.count(document)
    one.add(other)
    assert one == both
    assert Stats.of(one.asdict()) == one
    assert (one.documents, one.characters_in, one.characters_out, one.empty) == (2, 4, 3, 1)


def test_a_done_chunk_is_told_in_order() -> None:
    found = list(pool.results(Work({"text": READERS["text"]()}, CHAIN, ()), iter([chunk_of(3), chunk_of(4)]), 1))
    assert [chunk.size for chunk, _ in found] == [3, 4]
    assert all(isinstance(done, Done) for _, done in found)


def test_children_do_not_hear_the_interrupt() -> None:
    if not hasattr(signal, "pthread_sigmask"):
        pytest.skip("no signal masks here")
    with pool._deaf():  # noqa: SLF001
        assert {signal.SIGINT, signal.SIGTERM} <= signal.pthread_sigmask(signal.SIG_BLOCK, ())
    assert not {signal.SIGINT, signal.SIGTERM} & signal.pthread_sigmask(signal.SIG_BLOCK, ())
