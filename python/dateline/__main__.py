"""Reads the articles of a Parquet file: `python -m dateline IN.parquet OUT.parquet`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence

from dateline import Pipeline
from dateline.parquet import ROWS_PER_PART, Job, JobError
from dateline.workers import FIELDS

#: Exit code of a run in which some articles have a problem.
SOME_PROBLEMS = 3

EPILOG = """OUT.parquet has a row for each article that was read: article_id, and answer, the JSON of /v1/extract. Articles
with a problem are in OUT.problems.parquet. An interrupted run continues when it is started again: what is done is in the
folder OUT.parquet.parts, which is removed at the end.

exit codes: 0 all articles were read, 1 the run could not finish, 2 wrong usage, 3 some articles have a problem"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code."""
    options = _options(arguments)
    columns = dict(field.split("=", 1) for field in options.column)
    kb = dict(name.split("=", 1) for name in options.kb)
    try:
        pipeline = Pipeline(options.model, kb, rules_alone=options.rules_alone, threads=options.threads)
        defaults = {"options": json.loads(options.options)} if options.options else {}
        job = Job(
            options.input, options.output, pipeline, columns=columns, defaults=defaults, rows_per_part=options.rows_per_part
        )
        begun, here = time.monotonic(), 0
        for done, rows in job.run():
            here += rows
            rate = here / (time.monotonic() - begun)
            print(f"\r{done} of {job.rows} articles, {rate:.1f} per second ", end="", file=sys.stderr, flush=True)
        problems = job.finish(options.tables)
    except (JobError, OSError, ValueError) as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 1
    print(f"\n{job.rows} articles, {problems} with a problem", file=sys.stderr)
    return SOME_PROBLEMS if problems and not options.allow_problems else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m dateline", description=__doc__, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input", metavar="IN.parquet", help=f"articles; columns that are read: {', '.join(FIELDS)}")
    parser.add_argument("output", metavar="OUT.parquet", help="where to write; must not exist yet")
    parser.add_argument(
        "--column", metavar="FIELD=COLUMN", action="append", default=[], type=_pair, help="read FIELD from COLUMN"
    )
    parser.add_argument("--options", metavar="JSON", help='options for all articles, such as {"link": "full"}')
    parser.add_argument("--tables", metavar="DIR", help="also write flat tables into this folder: entities.parquet and others")
    parser.add_argument("--model", metavar="DIR", help="folder of a model to use in place of the one in the package")
    parser.add_argument("--rules-alone", action="store_true", help="run without a model, with rules only")
    parser.add_argument("--kb", metavar="NAME=FILE", action="append", default=[], type=_pair, help="a knowledge base")
    parser.add_argument("--threads", type=int, help="threads that read; by default as many as cores")
    parser.add_argument(
        "--rows-per-part", type=int, default=ROWS_PER_PART, help="articles between two checkpoints (%(default)s)"
    )
    parser.add_argument("--allow-problems", action="store_true", help="exit with code 0 even if some articles have a problem")
    return parser.parse_args(arguments)


def _pair(text: str) -> str:
    if "=" not in text:
        raise argparse.ArgumentTypeError("must have the form NAME=VALUE")
    return text


if __name__ == "__main__":
    sys.exit(main())
