"""`python -m dateline IN.parquet OUT.parquet`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from articles import mixed

from dateline import Pipeline, Problem
from dateline.arrow import SCHEMAS
from dateline.parquet import Job, JobError

FIELDS = ("id", "title", "body", "body_type", "published_at")


def written(path: Path, count: int, row_group_size: int = 64) -> list[dict[str, Any]]:
    """Articles in a Parquet file; every tenth is empty."""
    rows = [{field: article.get(field) for field in FIELDS} for article in mixed(count)]
    for number in range(5, count, 10):
        rows[number]["body"] = " "
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=row_group_size)
    return rows


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "dateline", *map(str, arguments)]


def test_a_file_is_read_and_bad_rows_are_apart(tmp_path: Path, rules: Pipeline) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    rows = written(source, 150)
    run = subprocess.run(
        command(source, output, "--rules-alone", "--tables", tmp_path / "tables", "--options", '{"link": "off"}'),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, "150 articles, 15 with a problem" in run.stderr) == (3, True), run.stderr
    answers = rules.extract_batch_json({**row, "options": {"link": "off"}} for row in rows)
    expected = [
        (row["id"], answer.decode()) for row, answer in zip(rows, answers, strict=True) if not isinstance(answer, Problem)
    ]
    table = pq.read_table(output)
    assert list(zip(table["article_id"].to_pylist(), table["answer"].to_pylist(), strict=True)) == expected
    problems = pq.read_table(tmp_path / "out.problems.parquet").to_pylist()
    assert [row["article_id"] for row in problems] == [row["id"] for row in rows if row["body"] == " "]
    assert {json.loads(row["problem"])["code"] for row in problems} == {"text_empty"}
    tables = rules.to_arrow([{**row, "options": {"link": "off"}} for row in rows])
    assert all(pq.read_table(tmp_path / f"tables/{name}.parquet").equals(tables[name]) for name in SCHEMAS)
    assert not list(tmp_path.glob("*.parts"))
    again = subprocess.run(command(source, output, "--rules-alone"), capture_output=True, text=True, check=False)
    assert (again.returncode, f"{output} exists" in again.stderr) == (1, True)


def killed_in_the_middle(arguments: list[str], parts: Path) -> None:
    run = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while len(list(parts.glob("0*.parquet"))) < 3:
        assert run.poll() is None, "ended too early"
        assert time.monotonic() < deadline
        time.sleep(0.002)
    run.send_signal(signal.SIGKILL)
    run.wait()


def test_a_killed_run_continues_where_it_was(tmp_path: Path) -> None:
    source, output, whole = tmp_path / "in.parquet", tmp_path / "out.parquet", tmp_path / "whole.parquet"
    written(source, 200)
    arguments = command(source, output, "--rows-per-part", 16, "--allow-problems", "--threads", 1)
    killed_in_the_middle(arguments, tmp_path / "out.parquet.parts")
    before = {part: part.stat().st_mtime_ns for part in (tmp_path / "out.parquet.parts").glob("0*.parquet")}
    assert not output.exists()
    # Another model would give other answers.
    other = subprocess.run([*arguments, "--rules-alone"], capture_output=True, text=True, check=False)
    assert (other.returncode, "another job" in other.stderr) == (1, True)

    job = Job(source, output, Pipeline(), rows_per_part=16)
    steps = list(job.run())
    assert sum(rows for _, rows in steps) == 200 - sum(int(part.stem.partition("-")[2]) for part in before)
    assert all(part.stat().st_mtime_ns == then for part, then in before.items())
    assert job.finish() == 20
    subprocess.run(command(source, whole, "--rows-per-part", 16, "--allow-problems"), check=True, stderr=subprocess.DEVNULL)
    for name in ("{}.parquet", "{}.problems.parquet"):
        assert pq.read_table(tmp_path / name.format("out")).equals(pq.read_table(tmp_path / name.format("whole")))


@pytest.mark.parametrize(("row_group_size", "rows_per_part"), [(1_000, 7), (50, 512), (1, 1)])
def test_rows_are_the_same_however_the_file_is_cut(
    tmp_path: Path, rules: Pipeline, row_group_size: int, rows_per_part: int
) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    rows = written(source, 60, row_group_size)
    job = Job(source, output, rules, rows_per_part=rows_per_part)
    assert list(job.run())[-1] == (60, 0)
    assert job.finish() == 6
    answers = [answer.decode() for answer in rules.extract_batch_json(rows) if not isinstance(answer, Problem)]
    assert pq.read_table(output)["answer"].to_pylist() == answers


def test_columns_are_named_and_rows_numbered(tmp_path: Path, rules: Pipeline) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    pq.write_table(pa.table({"text": ["It rained in Oslo.", "It snowed in Oslo."], "desk": ["a", "b"]}), source)
    with pytest.raises(JobError, match="no column 'body'; columns: text, desk"):
        Job(source, output, rules)
    job = Job(source, output, rules, columns={"body": "text"})
    assert [done for done, _ in job.run()] == [2, 2]
    assert job.finish() == 0
    assert pq.read_table(output)["article_id"].to_pylist() == ["0", "1"]
    assert not (tmp_path / "out.problems.parquet").exists()


PEAK = """
import resource, sys
from dateline.__main__ import main
main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_kib(source: Path, output: Path) -> int:
    run = [sys.executable, "-c", PEAK, str(source), str(output), "--rules-alone", "--rows-per-part", "64", "--threads", "2"]
    return int(subprocess.run(run, capture_output=True, text=True, check=True, env=os.environ).stdout)


def long_articles(count: int) -> Iterator[pa.RecordBatch]:
    """Long rows, so that a file or its answers would show, if they were held in memory: 15 KiB of answer each."""
    story = "Ana Prado met Rein Tamberg in Oslo on Monday. " * 40
    for first in range(0, count, 1_000):
        yield pa.record_batch({"body": [f"{story}{number}" for number in range(first, first + 1_000)]})


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for count in (1_000, 3_000):
        source = tmp_path / f"{count}.parquet"
        # One row group, not compressed: the whole file is one unit of reading for the format.
        table = pa.Table.from_batches(long_articles(count))
        pq.write_table(table, source, row_group_size=count, compression="none", use_dictionary=False)
        peaks.append(peak_kib(source, tmp_path / f"{count}.out.parquet"))
    assert peaks[1] - peaks[0] < 15_000, f"{peaks} KiB"
