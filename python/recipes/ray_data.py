"""Articles in Parquet to answers, findings and problems in Parquet, with Ray Data.

    pip install "ray[data]" dateline[arrow]
    python ray_data.py IN OUT --workers 2

IN is a file or a folder. OUT gets the folders `answers` (`dateline.arrow.ANSWERS`), `entities`, `mentions`, `quotes`,
`events`, `arguments`, `times` and `problems`. On a cluster, start it with `ray job submit`, and name
storage that all nodes see.
"""

from __future__ import annotations

import argparse
from typing import Any

import ray.data

from dateline import Pipeline
from dateline.arrow import SCHEMAS
from dateline.workers import AnswerArticles, Findings

#: Articles that a worker reads at a time, and reads again if it dies.
BATCH_ROWS = 256


def answers(articles: ray.data.Dataset, workers: int, **settings: Any) -> ray.data.Dataset:
    """One row per article, by a pool of workers of one core each, which load the model once.

    Ray starts a worker that dies again, and has its batch read again.

    settings: those of `AnswerArticles`, of which `pipeline` is needed; `worker` is a class to use in its place.
    """
    # However few files there are, there is a block for every worker.
    blocks = articles.repartition(target_num_rows_per_block=BATCH_ROWS)
    return blocks.map_batches(
        settings.pop("worker", AnswerArticles),
        fn_constructor_kwargs=settings,
        batch_format="pyarrow",
        batch_size=BATCH_ROWS,
        compute=ray.data.ActorPoolStrategy(size=workers),
        num_cpus=1,
    )


def findings(answered: ray.data.Dataset, table: str) -> ray.data.Dataset:
    """The rows of one of `dateline.arrow.SCHEMAS`. Reading articles is the expensive step: write the answers first."""
    return answered.map_batches(Findings(table), batch_format="pyarrow", batch_size=None)


def main() -> None:
    """Runs the recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", metavar="IN")
    parser.add_argument("output", metavar="OUT")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    pipeline = Pipeline(threads=1)
    articles = ray.data.read_parquet(options.input)
    answers(articles, options.workers, pipeline=pipeline).write_parquet(f"{options.output}/answers")
    answered = ray.data.read_parquet(f"{options.output}/answers")
    for table in SCHEMAS:
        findings(answered, table).write_parquet(f"{options.output}/{table}")


if __name__ == "__main__":
    main()
