"""One engine over one folder, as its users do it: ``python -m benchmarks.engines ENGINE DOCUMENTS OUT``.

``DOCUMENTS`` holds the same rows twice, in ``jsonl/`` and in ``parquet/``; each engine takes what it reads best.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

WORKERS = 2


def run(documents: Path, out: Path) -> None:
    """``cleantext run`` over JSON Lines."""
    _run(documents / "jsonl", out)


def run_parquet(documents: Path, out: Path) -> None:
    """``cleantext run`` over Parquet."""
    _run(documents / "parquet", out)


def _run(folder: Path, out: Path) -> None:
    options = ["--jobs", str(WORKERS), "--quiet", "--no-config", "--preset", "news"]
    subprocess.run([sys.executable, "-m", "cleantext", "run", f"{folder}/", "-o", f"{out}/", *options], check=True)


def spark(documents: Path, out: Path) -> None:
    """Spark on this machine, through ``mapInArrow``."""
    from pyspark.sql import SparkSession

    from cleantext.adaptors.spark import clean_frame

    builder = SparkSession.builder.master(f"local[{WORKERS}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.sql.files.minPartitionNum", "16")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    clean_frame(session.read.parquet(str(documents / "parquet"))).write.parquet(str(out))
    session.stop()


def ray(documents: Path, out: Path) -> None:
    """Ray on this machine: actors that clean, beside the tasks that read and write."""
    import ray as engine

    from cleantext.adaptors.ray import BatchCleaner

    engine.init(num_cpus=WORKERS + 2, include_dashboard=False, log_to_driver=False)
    engine.data.DataContext.get_current().enable_progress_bars = False
    data = engine.data.read_parquet(str(documents / "parquet"))
    options = {"chain": "news"}
    data.map_batches(
        BatchCleaner, batch_format="pyarrow", batch_size=500, fn_constructor_kwargs=options, concurrency=WORKERS
    ).write_parquet(str(out))
    engine.shutdown()


def datatrove(documents: Path, out: Path) -> None:
    """datatrove's local executor, a task a file."""
    from datatrove.executor.local import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers.jsonl import JsonlWriter
    from datatrove.utils.logging import logger

    from cleantext.adaptors.datatrove import CleantextStep

    logger.remove()
    tasks = len(list((documents / "jsonl").iterdir()))
    steps = [JsonlReader(str(documents / "jsonl")), CleantextStep(keep_empty=True), JsonlWriter(str(out))]
    LocalPipelineExecutor(steps, tasks=tasks, workers=WORKERS, logging_dir=f"{out}.logs").run()


ENGINES: dict[str, Callable[[Path, Path], None]] = {
    "run": run,
    "run-parquet": run_parquet,
    "spark": spark,
    "ray": ray,
    "datatrove": datatrove,
}
VERSIONS = {"spark": "pyspark", "ray": "ray", "datatrove": "datatrove"}

if __name__ == "__main__":
    ENGINES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
