"""Articles in Parquet to answers, findings and problems in Parquet, with Spark.

    pip install pyspark dateline[arrow]
    spark-submit spark.py IN OUT

IN is a file or a folder. OUT gets the folders `answers` (`dateline.arrow.ANSWERS`), `entities`, `mentions`, `quotes`,
`events`, `arguments`, `times` and `problems`. The package must be installed on the workers, or sent along with `--archives`.
"""

from __future__ import annotations

import argparse
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from dateline import Pipeline
from dateline.arrow import SCHEMAS
from dateline.workers import AnswerArticles, Findings, spark_schema

#: Articles that a worker reads at a time: `spark.sql.execution.arrow.maxRecordsPerBatch`.
BATCH_ROWS = 256


def answers(articles: DataFrame, **settings: Any) -> DataFrame:
    """One row per article. Each Python worker of Spark loads the model once, however many partitions it reads.

    settings: those of `AnswerArticles`, of which `pipeline` is needed; `worker` is a class to use in its place.
    """
    worker = settings.pop("worker", AnswerArticles)(**settings)
    return articles.mapInArrow(worker.batches, spark_schema())


def findings(answered: DataFrame, table: str) -> DataFrame:
    """The rows of one of `dateline.arrow.SCHEMAS`. Reading articles is the expensive step: write the answers first."""
    return answered.mapInArrow(Findings(table).batches, spark_schema(table))


def main() -> None:
    """Runs the recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", metavar="IN")
    parser.add_argument("output", metavar="OUT")
    options = parser.parse_args()
    spark = SparkSession.builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", BATCH_ROWS).getOrCreate()
    try:
        articles = spark.read.parquet(options.input)
        answers(articles, pipeline=Pipeline(threads=1)).write.parquet(f"{options.output}/answers")
        answered = spark.read.parquet(f"{options.output}/answers")
        for table in SCHEMAS:
            findings(answered, table).write.parquet(f"{options.output}/{table}")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
