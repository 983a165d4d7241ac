"""Hugging Face datasets, datatrove, Ray, Spark and Dask give what the library alone gives, in several processes."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cleantext

Texts = list[str | None]
pytestmark = pytest.mark.filterwarnings("default")


def test_datasets_in_two_processes(texts: Texts, cleaned: Texts) -> None:
    datasets = pytest.importorskip("datasets")
    from cleantext.adaptors.datasets import BatchCleaner

    given = datasets.Dataset.from_dict({"id": list(range(len(texts))), "text": texts})
    out = given.map(BatchCleaner(facts=True, removed=True), batched=True, num_proc=2)
    assert list(out["text"]) == cleaned
    assert list(out["id"]) == list(range(len(texts)))
    assert next(iter(out["facts"]))["authors"] == list(cleantext.read(str(texts[0])).facts.authors)
    assert len(next(iter(out["removed"]))) == len(cleantext.read(str(texts[0])).removed)


def test_datasets_stream(texts: Texts, cleaned: Texts) -> None:
    datasets = pytest.importorskip("datasets")
    from cleantext.adaptors.datasets import BatchCleaner

    stream = datasets.Dataset.from_dict({"text": texts}).to_iterable_dataset()
    assert [row["text"] for row in stream.map(BatchCleaner(), batched=True, batch_size=2)] == cleaned


def test_datasets_hash_is_the_chains_own() -> None:
    pytest.importorskip("datasets")
    from datasets.fingerprint import Hasher

    from cleantext.adaptors.datasets import BatchCleaner

    used = BatchCleaner()
    used({"text": ["By Ada Quill\n\nThe bridge was closed on Monday."]})
    assert Hasher.hash(used) == Hasher.hash(BatchCleaner())
    assert Hasher.hash(BatchCleaner(chain="strict")) != Hasher.hash(BatchCleaner())


def test_datatrove_with_two_tasks(tmp_path: Path, texts: Texts, cleaned: Texts) -> None:
    pytest.importorskip("datatrove")
    from datatrove.executor.local import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers.jsonl import JsonlWriter

    from cleantext.adaptors.datatrove import CleantextStep

    given = [(f"a{i}", text) for i, text in enumerate(texts) if text]
    (tmp_path / "in").mkdir()
    for part in range(2):
        lines = [json.dumps({"id": i, "text": text}) for i, text in given[part::2]]
        (tmp_path / "in" / f"{part}.jsonl").write_text("\n".join(lines), "utf-8")
    pipeline = [JsonlReader(str(tmp_path / "in")), CleantextStep(), JsonlWriter(str(tmp_path / "out"))]
    executor = LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=str(tmp_path / "logs"))
    stats = executor.run()
    out: dict[str, str] = {}
    for path in (tmp_path / "out").glob("*.jsonl.gz"):
        rows = map(json.loads, gzip.decompress(path.read_bytes()).decode().splitlines())
        out.update({row["id"]: row["text"] for row in rows})
    wanted = {f"a{i}": text for i, text in enumerate(cleaned) if text}
    assert out == wanted
    assert "cleantext" in str(stats.to_json())


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    found = pytest.importorskip("ray")
    found.init(num_cpus=4, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
    yield found
    found.shutdown()


@pytest.mark.parametrize("concurrency", [1, 2])
def test_ray_with_workers(ray: Any, texts: Texts, cleaned: Texts, concurrency: int) -> None:
    import pyarrow as pa

    from cleantext.adaptors.ray import BatchCleaner

    table = pa.table({"id": list(range(len(texts))), "text": pa.array(texts, pa.string())})
    data = ray.data.from_arrow(table).repartition(2)
    options = {"chain": "news", "facts": True, "removed": True}
    out = data.map_batches(
        BatchCleaner, batch_format="pyarrow", fn_constructor_kwargs=options, concurrency=concurrency, batch_size=3
    )
    rows = sorted(out.take_all(), key=lambda row: row["id"])
    assert [row["text"] for row in rows] == cleaned
    assert list(rows[0]["facts"]["authors"]) == list(cleantext.read(str(texts[0])).facts.authors)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


def test_spark_column_and_frame(spark: Any, texts: Texts, cleaned: Texts) -> None:
    from cleantext.adaptors.spark import clean_frame, clean_udf

    frame = spark.createDataFrame(list(enumerate(texts)), "id int, text string").repartition(2)
    rows = frame.withColumn("text", clean_udf("news")("text")).orderBy("id").collect()
    assert [row.text for row in rows] == cleaned
    told = clean_frame(frame, facts=True, removed=True).orderBy("id").collect()
    assert [row.text for row in told] == cleaned
    assert told[0].facts.authors == list(cleantext.read(str(texts[0])).facts.authors)
    assert [block.text for block in told[0].removed] == [
        str(texts[0])[block.start : block.end] for block in cleantext.read(str(texts[0])).removed
    ]


def test_spark_unknown_column(spark: Any) -> None:
    from cleantext.adaptors.spark import clean_frame
    from cleantext.errors import UsageError

    with pytest.raises(UsageError, match="no column 'body'; the columns are: id, text"):
        clean_frame(spark.createDataFrame([(1, "a")], "id int, text string"), "body")


@pytest.mark.parametrize("scheduler", ["threads", "processes"])
def test_dask(texts: Texts, cleaned: Texts, scheduler: str) -> None:
    pytest.importorskip("dask.dataframe")
    import dask.bag
    import dask.dataframe
    import pandas as pd

    from cleantext.adaptors.dask import clean_bag, clean_series

    bag = dask.bag.from_sequence(texts, npartitions=2)
    assert clean_bag(bag).compute(scheduler=scheduler) == cleaned
    frame = dask.dataframe.from_pandas(pd.DataFrame({"text": texts}), npartitions=2)
    out = clean_series(frame["text"]).compute(scheduler=scheduler)
    assert [None if pd.isna(value) else value for value in out] == cleaned
