"""What Ray Data and Spark cost beside a plain loop: the same articles, on the same cores, in turns.

    python engines.py --articles 2000 [--workers 2] [--rounds 1] [--engines loop ray spark]

Each run is a process of its own. `start` is the time until the engine's workers have answered two articles, with the model
loaded; `fixed` that of a further run over two articles; `run` that of a run over all, from Parquet to Parquet. `cpu` is the
time on cores of all processes of a run, which other programs on the machine disturb less than `run`. Linux only.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "tests"), str(HERE.parent / "recipes")]
from articles import mixed  # noqa: E402

from dateline import Pipeline  # noqa: E402
from dateline.parquet import Job  # noqa: E402

#: In the environment of every process of a run.
MARKER = "DATELINE_MEASURED_RUN"
FILES = 8


class Cpu(threading.Thread):
    """Time on cores of every process of this run, looked at twice a second: a worker that ends takes its own along."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._ticks: dict[tuple[str, str], int] = {}
        self._own: set[str] = set()

    def run(self) -> None:
        while True:
            self.seconds()
            time.sleep(0.5)

    def seconds(self) -> float:
        """So far."""
        parents = {}
        for process in Path("/proc").glob("[0-9]*"):
            try:
                # After the name, which may hold spaces: the parent, the times in the program and in the system, the start.
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                parents[process.name] = fields[1]
                if process.name in self._own:
                    self._ticks[process.name, fields[19]] = int(fields[11]) + int(fields[12])
                elif f"{MARKER}={os.environ[MARKER]}".encode() in (process / "environ").read_bytes().split(b"\0"):
                    self._own.add(process.name)
            except OSError:
                continue
        # Workers that change their title lose their environment.
        while more := {process for process, parent in parents.items() if parent in self._own} - self._own:
            self._own |= more
        return sum(list(self._ticks.values())) / os.sysconf("SC_CLK_TCK")


def loop(source: Path, output: Path, workers: int) -> None:
    pipeline = Pipeline(threads=workers)
    for file in sorted(source.iterdir()):
        job = Job(file, output / file.name, pipeline)
        list(job.run())
        job.finish()


def ray(source: Path, output: Path, workers: int) -> None:
    import ray_data as recipe  # noqa: PLC0415
    from ray.data import DataContext, read_parquet  # noqa: PLC0415

    DataContext.get_current().enable_progress_bars = False
    recipe.answers(read_parquet(str(source)), workers, pipeline=Pipeline(threads=1)).write_parquet(str(output / "answers"))


def ray_begin(workers: int) -> None:
    from ray import init  # noqa: PLC0415

    # A core more than the workers have: reading and writing are tasks too.
    init(num_cpus=workers + 1, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)


def spark(source: Path, output: Path, workers: int) -> None:
    import spark as recipe  # noqa: PLC0415

    articles = session(workers).read.parquet(str(source))
    recipe.answers(articles, pipeline=Pipeline(threads=1)).write.parquet(str(output / "answers"))


def session(workers: int) -> Any:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    settings: dict[str, bool | float | int | str | None] = {
        "spark.sql.execution.arrow.maxRecordsPerBatch": 256,
        "spark.ui.enabled": False,
        "spark.log.level": "ERROR",
    }
    return SparkSession.builder.master(f"local[{workers}]").config(map=settings).getOrCreate()


ENGINES: dict[str, tuple[Callable[[int], object], Callable[[Path, Path, int], None]]] = {
    "loop": (lambda _workers: None, loop),
    "ray": (ray_begin, ray),
    "spark": (session, spark),
}


def written(folder: Path, count: int) -> Path:
    """Articles of plain text, in as many files for every engine."""
    folder.mkdir()
    rows = [{"id": row["id"], "body": row["body"]} for row in mixed(count * 5 // 4) if "body_type" not in row][:count]
    share = -(-count // FILES)
    for first in range(0, count, share):
        pq.write_table(pa.Table.from_pylist(rows[first : first + share]), folder / f"{first:09}.parquet")
    return folder


def measured(engine: str, folder: Path, workers: int) -> dict[str, Any]:
    """One run, in this process."""
    begin, run = ENGINES[engine]
    begun, cores = time.monotonic(), Cpu()
    cores.start()
    begin(workers)
    run(folder / "few", Path(tempfile.mkdtemp(dir=folder)), workers)
    started = time.monotonic()

    def timed(source: str) -> tuple[Path, float, float]:
        output = Path(tempfile.mkdtemp(dir=folder))
        since, cpu = time.monotonic(), cores.seconds()
        run(folder / source, output, workers)
        return output, time.monotonic() - since, cores.seconds() - cpu

    _, fixed_s, fixed_cpu_s = timed("few")
    output, seconds, cpu_s = timed("many")
    rows = sum(pq.ParquetFile(file).metadata.num_rows for file in output.rglob("*.parquet"))
    return {"engine": engine, "rows": rows, "start_s": started - begun} | {
        "fixed_s": fixed_s,
        "fixed_cpu_s": fixed_cpu_s,
        "run_s": seconds,
        "cpu_s": cpu_s,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.engine:
        print(json.dumps(measured(options.engine, options.folder, options.workers)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(folder / "few", 2)
        written(folder / "many", options.articles)
        arguments = ["--workers", str(options.workers), "--folder", str(folder)]
        for number in range(options.rounds):
            for engine in options.engines:
                environment = {**os.environ, MARKER: f"{engine}-{number}-{os.getpid()}"}
                command = [sys.executable, __file__, "--engine", engine, *arguments]
                run = subprocess.run(
                    command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True
                )
                found = json.loads(run.stdout.splitlines()[-1])
                assert found["rows"] == options.articles, found
                each = (found["cpu_s"] - found["fixed_cpu_s"]) / options.articles * 1000
                print(
                    f"{engine:5} start {found['start_s']:5.1f} s; "
                    f"fixed {found['fixed_s']:5.1f} s, cpu {found['fixed_cpu_s']:5.1f} s; "
                    f"run {found['run_s']:6.1f} s, cpu {found['cpu_s']:6.1f} s; cpu per article without fixed {each:.1f} ms",
                    flush=True,
                )


if __name__ == "__main__":
    main()
