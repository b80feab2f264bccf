"""A job over one Parquet file, with checkpoints."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dateline.arrow import ANSWERS, SCHEMAS
from dateline.pipeline import FilePath, Pipeline
from dateline.workers import FIELDS, AnswerArticles, Findings

#: Articles that are read between two checkpoints; what the job holds in memory grows with it, and not with the file.
ROWS_PER_PART = 512

_WRITTEN = {
    "answers": pa.schema([ANSWERS.field("article_id"), ANSWERS.field("answer")]),
    "problems": pa.schema([ANSWERS.field("article_id"), ANSWERS.field("problem")]),
}


class JobError(Exception):
    """Why a job cannot run."""


class Job:
    """Reads the articles of a Parquet file into another.

    Each part of the input has a file of its own in `OUT.parquet.parts`, complete or absent, and a run reads the parts that are
    absent. Parts are cut by rows of the input, so a job gives the same rows whether it was interrupted or not.
    """

    def __init__(
        self,
        source: FilePath,
        output: FilePath,
        pipeline: Pipeline,
        *,
        columns: Mapping[str, str] | None = None,
        defaults: Mapping[str, Any] | None = None,
        rows_per_part: int = ROWS_PER_PART,
    ) -> None:
        """columns: the column of a field of a request, where it does not have the field's name.

        Raises JobError.
        """
        self._source, self._output = pq.ParquetFile(source), Path(output)
        self._parts = self._output.with_name(self._output.name + ".parts")
        present = self._source.schema_arrow.names
        self._columns = {field: field for field in FIELDS if field in present} | dict(columns or {})
        missing = [column for column in {"body": "body", **self._columns}.values() if column not in present]
        if missing:
            raise JobError(f"{source} has no column {missing[0]!r}; columns: {', '.join(present)}")
        if rows_per_part < 1:
            raise JobError("a part must have at least 1 row")
        self._rows_per_part = rows_per_part
        self._worker = AnswerArticles(pipeline, {field: field for field in {"id": "", **self._columns}}, defaults)
        self._identity = {
            "source": [self._source.metadata.num_rows, os.path.getsize(source)],
            "columns": self._columns,
            "defaults": dict(defaults or {}),
            "rows_per_part": rows_per_part,
            # What the same article would be read with in another run.
            "read_with": {**pipeline.extract("It rained.", language="en")["meta"], "text_sha256": ""},
        }

    @property
    def rows(self) -> int:
        """Articles in the input."""
        return int(self._source.metadata.num_rows)

    def run(self) -> Iterator[tuple[int, int]]:
        """Reads part by part. After each: how many articles are done, and how many of them in this step.

        Raises JobError when the output exists, or the parts are those of another job.
        """
        self._begin()
        first = 0
        for group in range(self._source.num_row_groups):
            rows = self._source.metadata.row_group(group).num_rows
            done = sum(self._rows_of(part) for part in self._finished() if first <= self._start_of(part) < first + rows)
            if done < rows:
                yield from self._read_group(group, first)
            first += rows
        yield self.rows, 0

    def finish(self, tables: FilePath | None = None) -> int:
        """Joins the parts, writes flat tables into a folder where one is given, and returns the number of problems."""
        joined = {name: self._beside(name) for name in _WRITTEN}
        problems = 0
        for name, column in (("problems", "problem"), ("answers", "answer")):
            partial = joined[name].with_name(joined[name].name + ".partial")
            with pq.ParquetWriter(partial, _WRITTEN[name], compression="zstd") as writer:
                for part in self._finished():
                    rows = pq.read_table(part)
                    rows = rows.filter(pc.is_valid(rows[column])).select(_WRITTEN[name].names)
                    problems += rows.num_rows if name == "problems" else 0
                    if rows.num_rows:
                        writer.write_table(rows)
            partial.replace(joined[name])
        if tables is not None:
            self._write_tables(Path(tables))
        if not problems:
            joined["problems"].unlink()
        shutil.rmtree(self._parts)
        return problems

    def _begin(self) -> None:
        manifest = self._parts / "job.json"
        if manifest.exists():
            if json.loads(manifest.read_text(encoding="utf-8")) != json.loads(json.dumps(self._identity)):
                raise JobError(
                    f"{self._parts} is of another job: another input, other options, or another model; remove it to start anew"
                )
            return
        if self._output.exists():
            raise JobError(f"{self._output} exists")
        self._parts.mkdir(parents=True, exist_ok=True)
        _replace(manifest, lambda path: path.write_text(json.dumps(self._identity), encoding="utf-8"))

    def _read_group(self, group: int, first: int) -> Iterator[tuple[int, int]]:
        columns = list(dict.fromkeys(self._columns.values()))
        for batch in self._source.iter_batches(self._rows_per_part, row_groups=[group], columns=columns):
            part = self._parts / f"{first:012}-{batch.num_rows}.parquet"
            if not part.exists():
                answers = self._worker(self._fields(batch, first))
                _replace(part, lambda path, rows=answers: pq.write_table(rows, path, compression="zstd"))
                yield first + batch.num_rows, batch.num_rows
            first += batch.num_rows

    def _fields(self, batch: pa.RecordBatch, first: int) -> pa.Table:
        """The columns under the names of their fields. An article without an id has the number of its row, from 0."""
        fields = {field: batch.column(column) for field, column in self._columns.items()}
        numbers = pa.array([str(first + place) for place in range(batch.num_rows)])
        given = fields.get("id")
        fields["id"] = numbers if given is None else pc.coalesce(pc.cast(given, pa.string()), numbers)
        return pa.table(fields)

    def _write_tables(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for table, schema in SCHEMAS.items():
            findings = Findings(table)
            with pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd") as writer:
                for part in self._finished():
                    rows = findings(pq.read_table(part))
                    if rows.num_rows:
                        writer.write_table(rows)

    def _beside(self, name: str) -> Path:
        return self._output if name == "answers" else self._output.with_suffix(f".{name}{self._output.suffix}")

    def _finished(self) -> list[Path]:
        return sorted(self._parts.glob("*-*.parquet"))

    @staticmethod
    def _start_of(part: Path) -> int:
        return int(part.stem.partition("-")[0])

    @staticmethod
    def _rows_of(part: Path) -> int:
        return int(part.stem.partition("-")[2])


def _replace(path: Path, write: Any) -> None:
    """Writes a file that is complete or absent, whatever happens in between."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    write(partial)
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    partial.replace(path)
