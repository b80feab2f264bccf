"""The recipes on real clusters of this machine, started and stopped here: two workers each, one of which is killed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from articles import mixed

from dateline import Pipeline
from dateline.arrow import SCHEMAS
from dateline.workers import AnswerArticles, Findings

ray = pytest.importorskip("ray")
pyspark = pytest.importorskip("pyspark")
TESTS = Path(__file__).resolve().parent
sys.path.append(str(TESTS.parent / "recipes"))

COUNT = int(os.environ.get("DATELINE_ARTICLES", "240"))
FIELDS = ("id", "title", "body", "body_type", "published_at")
PIPELINE = Pipeline(threads=1, rules_alone=os.environ.get("DATELINE_RULES_ALONE") == "1")


class KilledOnce(AnswerArticles):
    """A worker that the system kills while it reads, once in a run."""

    def __init__(self, pipeline: Pipeline, marker: str) -> None:
        super().__init__(pipeline)
        self._marker = marker

    def __call__(self, table: pa.Table) -> pa.Table:
        answered = super().__call__(table)
        Path(f"{self._marker}.by.{os.getpid()}").touch()
        if f"article-{COUNT // 2}" in table["id"].to_pylist():
            try:
                Path(self._marker).touch(exist_ok=False)
            except FileExistsError:
                return answered
            # The answers are there, and nobody gets them.
            os.kill(os.getpid(), signal.SIGKILL)
        return answered


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles in six files, every tenth empty."""
    folder = tmp_path_factory.mktemp("articles")
    rows = [{field: article.get(field) for field in FIELDS} for article in mixed(COUNT)]
    for number in range(5, COUNT, 10):
        rows[number]["body"] = " "
    share = -(-COUNT // 6)
    for first in range(0, COUNT, share):
        pq.write_table(pa.Table.from_pylist(rows[first : first + share]), folder / f"{first:06}.parquet")
    return folder


@pytest.fixture(scope="module")
def expected(source: Path) -> pa.Table:
    """What one process answers, without an engine."""
    return in_order(AnswerArticles(PIPELINE)(pq.read_table(source)))


def workers(marker: Path) -> int:
    """How many workers read something, the one that was killed among them."""
    assert marker.exists(), "nothing was killed"
    return len(list(marker.parent.glob("killed.by.*")))


def in_order(answers: pa.Table) -> pa.Table:
    """By article, as the engines' orders differ; in one chunk, without the engines' notes on the schema."""
    return answers.replace_schema_metadata().sort_by([("article_id", "ascending")]).combine_chunks()


def tables_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Rows of each table, in one order."""
    return {name: sorted(pq.read_table(folder / name).to_pylist(), key=repr) for name in SCHEMAS}


def expected_tables(expected: pa.Table) -> dict[str, list[dict[str, Any]]]:
    return {name: sorted(Findings(name)(expected).to_pylist(), key=repr) for name in SCHEMAS}


@pytest.fixture(scope="module")
def ray_cluster() -> Iterator[Any]:
    import ray.data  # noqa: PLC0415

    # Workers must find the modules of the tests.
    environment = {"env_vars": {"PYTHONPATH": str(TESTS)}}
    ray.init(
        num_cpus=3, include_dashboard=False, log_to_driver=False, runtime_env=environment, object_store_memory=200_000_000
    )
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    # Else the first worker may have read everything before the second is there.
    context.wait_for_min_actors_s = 120
    yield ray
    ray.shutdown()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        # A master and two workers, each a process with executors of its own.
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.executor.memory", "1g")
        .config("spark.ui.enabled", False)
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")]))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 32)
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_ray_gives_what_one_process_gives(
    ray_cluster: Any, source: Path, expected: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ray_data as recipe  # noqa: PLC0415

    read = ray_cluster.data.read_parquet
    monkeypatch.setattr(recipe, "BATCH_ROWS", 32)
    recipe.answers(read(str(source)), 2, pipeline=PIPELINE).write_parquet(str(tmp_path / "answers"))
    assert in_order(pq.read_table(tmp_path / "answers")).equals(expected)
    answered = read(str(tmp_path / "answers"))
    for table in SCHEMAS:
        recipe.findings(answered, table).write_parquet(str(tmp_path / table))
    assert tables_of(tmp_path) == expected_tables(expected)


def test_spark_gives_what_one_process_gives(spark: Any, source: Path, expected: pa.Table, tmp_path: Path) -> None:
    import spark as recipe  # noqa: PLC0415

    articles = spark.read.parquet(str(source))
    for partitions in (1, 5):
        folder = tmp_path / str(partitions)
        recipe.answers(articles.repartition(partitions), pipeline=PIPELINE).write.parquet(str(folder / "answers"))
        assert in_order(pq.read_table(folder / "answers")).equals(expected)
        answered = spark.read.parquet(str(folder / "answers"))
    for table in SCHEMAS:
        recipe.findings(answered, table).write.parquet(str(folder / table))
    assert tables_of(folder) == expected_tables(expected)


def test_ray_loses_and_doubles_nothing_when_a_worker_is_killed(
    ray_cluster: Any, source: Path, expected: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ray_data as recipe  # noqa: PLC0415

    marker = tmp_path / "killed"
    monkeypatch.setattr(recipe, "BATCH_ROWS", 32)
    articles = ray_cluster.data.read_parquet(str(source))
    answered = recipe.answers(articles, 2, pipeline=PIPELINE, marker=str(marker), worker=KilledOnce)
    answered.write_parquet(str(tmp_path / "answers"))
    # Two, and the one in the place of the one that was killed.
    assert workers(marker) >= 3
    assert in_order(pq.read_table(tmp_path / "answers")).equals(expected)


def test_spark_loses_and_doubles_nothing_when_a_worker_is_killed(
    spark: Any, source: Path, expected: pa.Table, tmp_path: Path
) -> None:
    import spark as recipe  # noqa: PLC0415

    marker = tmp_path / "killed"
    articles = spark.read.parquet(str(source)).repartition(4)
    answered = recipe.answers(articles, pipeline=PIPELINE, marker=str(marker), worker=KilledOnce)
    answered.write.parquet(str(tmp_path / "answers"))
    assert workers(marker) >= 2
    assert in_order(pq.read_table(tmp_path / "answers")).equals(expected)
