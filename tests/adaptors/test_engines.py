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
from cleantext.errors import UsageError

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


PLAIN = "The bridge was closed on Monday after engineers found cracks in two of its pillars."
TOLD = f"By Ada Quill\nPublished: 10:09, 7 November 2021\n{PLAIN}"


def test_datasets_features_are_known_before_the_first_row() -> None:
    datasets = pytest.importorskip("datasets")
    from cleantext.adaptors.datasets import BatchCleaner

    given = datasets.Dataset.from_dict({"id": [0, 1, 2, 3], "text": [None, PLAIN, TOLD, PLAIN]})
    cleaner = BatchCleaner(facts=True, removed=True)
    features = cleaner.features(given.features)
    out = given.map(cleaner, batched=True, batch_size=2, writer_batch_size=2, features=features)
    assert out.features == features
    assert [row and row["published"] for row in out["facts"]] == [None, None, "2021-11-07T10:09", None]
    stream = given.to_iterable_dataset().map(cleaner, batched=True, features=features)
    assert stream.features == features
    with pytest.raises(UsageError, match="no column 'body'; the columns are: id, text"):
        BatchCleaner(field="body").features(given.features)


def test_datasets_in_arrow_format(texts: Texts, cleaned: Texts) -> None:
    datasets = pytest.importorskip("datasets")
    from cleantext.adaptors.datasets import BatchCleaner

    given = datasets.Dataset.from_dict({"id": list(range(len(texts))), "text": texts}).with_format("arrow")
    out = given.map(BatchCleaner(facts=True), batched=True, batch_size=3).with_format(None)
    assert out.column_names == ["id", "text", "facts"]
    assert list(out["text"]) == cleaned


def test_datasets_one_text_is_no_batch() -> None:
    from cleantext.adaptors.datasets import BatchCleaner

    for one in ("Rain", None, b"Rain", 3):
        with pytest.raises(TypeError, match="batched=True"):
            BatchCleaner()({"text": one})
    with pytest.raises(TypeError, match="not list: leave out input_columns"):
        BatchCleaner()(["Rain"])


def test_datasets_columns_that_are_there_stay() -> None:
    from cleantext.adaptors.datasets import BatchCleaner

    with pytest.raises(UsageError, match="there is a column 'facts' already"):
        BatchCleaner(facts=True)({"text": ["Rain."], "facts": [1]})


def test_datatrove_metadata_that_is_asked_for() -> None:
    pytest.importorskip("datatrove")
    from datatrove.data import Document

    from cleantext.adaptors.datatrove import CleantextStep

    def metadata(**options: Any) -> dict[str, Any]:
        (doc,) = CleantextStep(**options).run([Document(text=TOLD, id="a", metadata={"url": "b"})])
        return dict(doc.metadata)

    assert list(metadata()) == ["url", "cleantext"]
    assert metadata(facts=False) == {"url": "b"}
    removed = metadata(removed=True)["cleantext_removed"]
    assert [block["role"] for block in removed] == [str(block.role) for block in cleantext.read(TOLD).removed]


def test_datatrove_writes_parquet_by_a_schema(tmp_path: Path) -> None:
    pytest.importorskip("datatrove")
    import pyarrow as pa
    import pyarrow.parquet as pq
    from datatrove.data import Document
    from datatrove.pipeline.writers.parquet import ParquetWriter

    from cleantext.adaptors.datatrove import CleantextStep
    from cleantext.io.arrow import facts_type

    texts = pa.string()
    schema = pa.schema([("text", texts), ("id", texts), ("metadata", pa.struct([("cleantext", facts_type())]))])
    writer = ParquetWriter(str(tmp_path), schema=schema, batch_size=1)
    given = [Document(text=text, id=str(i)) for i, text in enumerate([PLAIN, TOLD])]
    assert len(list(writer.run(CleantextStep().run(given)))) == 2
    rows = [row for path in tmp_path.glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    assert [row["metadata"]["cleantext"]["published"] for row in rows] == [None, "2021-11-07T10:09"]


def test_tables_without_a_text() -> None:
    pa = pytest.importorskip("pyarrow")
    from cleantext.adaptors._tables import TableCleaner

    table = pa.table({"id": [1, 2], "text": [None, None]})
    out = TableCleaner(facts=True)(table)
    assert out.select(["id", "text"]).equals(table)
    assert out["facts"].to_pylist() == [None, None]


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


def test_ray_wants_arrow() -> None:
    pytest.importorskip("ray")
    from cleantext.adaptors.ray import BatchCleaner

    with pytest.raises(TypeError, match="batch_format='pyarrow'"):
        BatchCleaner()({"text": ["Rain."]})


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

    frame = spark.createDataFrame([(1, "a")], "id int, text string")
    with pytest.raises(UsageError, match="no column 'body'; the columns are: id, text"):
        clean_frame(frame, "body")
    with pytest.raises(UsageError, match="column 'id' is of the type integer, not string"):
        clean_frame(frame, "id")


def test_spark_leaves_columns_of_all_types(spark: Any) -> None:
    from cleantext.adaptors.spark import clean_frame

    columns = "timestamp '2021-11-07 10:09:00' AS day", "array(1) AS list", "map('a', 1) AS map"
    frame = spark.createDataFrame([("Rain  fell.",)], "text string").selectExpr("text", *columns)
    (row,) = clean_frame(frame, chain="gentle", facts=True).collect()
    assert row.text == "Rain fell."
    assert list(row)[1:-1] == list(frame.collect()[0])[1:]


def test_spark_unknown_preset_is_told_before_the_job(spark: Any) -> None:  # noqa: ARG001
    from cleantext.adaptors.spark import clean_udf

    with pytest.raises(UsageError, match="unknown preset 'new'"):
        clean_udf("new")


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


def test_dask_tells_what_is_wrong_before_it_computes() -> None:
    pytest.importorskip("dask.dataframe")
    import dask.bag
    import dask.dataframe
    import pandas as pd

    from cleantext.adaptors.dask import clean_bag, clean_series

    frame = dask.dataframe.from_pandas(pd.DataFrame({"text": ["Rain  fell."]}), npartitions=1)
    with pytest.raises(UsageError, match="unknown preset 'new'"):
        clean_series(frame["text"], "new")
    with pytest.raises(UsageError, match="unknown preset 'new'"):
        clean_bag(dask.bag.from_sequence(["Rain."]), "new")
    for wrong in (frame, pd.Series(["Rain."])):
        with pytest.raises(TypeError, match=r"frame\['text'\]"):
            clean_series(wrong)


def test_dask_categories_become_texts() -> None:
    pytest.importorskip("dask.dataframe")
    import dask.dataframe
    import pandas as pd

    from cleantext.adaptors.dask import clean_series

    texts = pd.Series(["Rain  fell."] * 2, dtype="category")
    out = clean_series(dask.dataframe.from_pandas(texts, npartitions=2), "gentle")
    assert not isinstance(out.dtype, pd.CategoricalDtype)
    assert out.compute(scheduler="sync").tolist() == ["Rain fell."] * 2


def test_known_columns_of_batches() -> None:
    pa = pytest.importorskip("pyarrow")
    from cleantext.adaptors.datasets import BatchCleaner

    raw = "Bridge is closed Engineers found cracks in two of its pillars on Monday, the council said."
    batch = {"text": [raw, raw], "headline": ["Bridge is closed", None]}
    cleaner = BatchCleaner(known_from={"title": "headline"})
    wanted = [cleantext.read(raw, title="Bridge is closed").text, cleantext.clean(raw)]
    assert wanted[0] != wanted[1]
    assert cleaner(batch)["text"] == wanted
    assert cleaner(pa.table(batch))["text"].to_pylist() == wanted
    with pytest.raises(UsageError, match="no column 'headline'; the columns are: text"):
        cleaner({"text": [raw]})
    with pytest.raises(UsageError, match="unknown fact 'titel'"):
        BatchCleaner(known_from={"titel": "headline"})


def test_datatrove_takes_what_the_metadata_tell() -> None:
    pytest.importorskip("datatrove")
    from datatrove.data import Document

    from cleantext.adaptors.datatrove import CleantextStep

    raw = "Bridge is closed Engineers found cracks in two of its pillars on Monday, the council said."
    step = CleantextStep(known_from={"title": "headline"})
    given = [Document(text=raw, id="a", metadata={"headline": "Bridge is closed"}), Document(text=raw, id="b")]
    assert [doc.text for doc in step.run(given)] == [
        cleantext.read(raw, title="Bridge is closed").text, cleantext.clean(raw),
    ]  # fmt: skip


def test_dask_takes_what_is_known() -> None:
    dd = pytest.importorskip("dask.dataframe")
    pd = pytest.importorskip("pandas")
    from cleantext.adaptors.dask import clean_series

    raw = "Bridge is closed Engineers found cracks in two of its pillars on Monday, the council said."
    frame = dd.from_pandas(pd.DataFrame({"text": [raw, raw], "title": ["Bridge is closed", None]}), npartitions=2)
    found = clean_series(frame["text"], known={"title": frame["title"], "language": "en"}).compute(scheduler="threads")
    assert found.tolist() == [cleantext.read(raw, title="Bridge is closed").text, cleantext.clean(raw)]
