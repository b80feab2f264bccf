"""What the workers of Ray Data and Spark run: Arrow batches of articles in, Arrow batches of answers or of findings out.

Both classes are callables from table to table, as `ray.data.Dataset.map_batches` wants them with `batch_format="pyarrow"`, and
have `batches` for `pyspark.sql.DataFrame.mapInArrow`. Neither keeps anything between batches, so the output does not depend on
how articles are partitioned, and a batch that is read again because its worker died gives the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from dateline.arrow import ANSWERS, SCHEMAS, answer_table, requests, tables
from dateline.pipeline import Pipeline

#: Fields of a request that a column can be.
FIELDS = (
    "id",
    "title",
    "abstract",
    "body",
    "body_type",
    "byline",
    "dateline",
    "published_at",
    "language",
    "known_entities",
    "options",
)


class _Mapper:
    def __call__(self, table: pa.Table) -> pa.Table:
        raise NotImplementedError

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The same for the batches of a partition."""
        for batch in batches:
            yield from self(pa.Table.from_batches([batch])).to_batches()


class AnswerArticles(_Mapper):
    """Articles to `dateline.arrow.ANSWERS`: one row for each, in the same order, an answer or a problem."""

    def __init__(
        self, pipeline: Pipeline, columns: Mapping[str, str] | None = None, defaults: Mapping[str, Any] | None = None
    ) -> None:
        """columns: the column of each field of a request, others being ignored; by default every column is a field, and one
        that is not gives each article a problem.
        defaults: fields for articles that do not have their own, such as `options`.
        """
        unknown = set(columns or ()) - set(FIELDS)
        if unknown:
            raise ValueError(f"not a field of a request: {', '.join(sorted(unknown))}; fields: {', '.join(FIELDS)}")
        self._pipeline, self._columns, self._defaults = pipeline, columns, dict(defaults or {})

    def __call__(self, table: pa.Table) -> pa.Table:
        if self._columns is not None:
            table = table.select(list(self._columns.values())).rename_columns(list(self._columns))
        articles = [self._request(row) for row in requests(table)]
        answers = self._pipeline.extract_batch_json(articles)
        return answer_table((article.get("id") for article in articles), answers)

    def _request(self, row: Mapping[str, Any]) -> dict[str, Any]:
        given = {name: value for name, value in row.items() if value is not None}
        if "id" in given:
            given["id"] = str(given["id"])
        return {**self._defaults, **given}


class Findings(_Mapper):
    """`dateline.arrow.ANSWERS` to the rows of one of `dateline.arrow.SCHEMAS`."""

    def __init__(self, table: str) -> None:
        if table not in SCHEMAS:
            raise ValueError(f"no such table: {table}; tables: {', '.join(SCHEMAS)}")
        self._table = table

    def __call__(self, table: pa.Table) -> pa.Table:
        is_problem = self._table == "problems"
        column = table["problem" if is_problem else "answer"]
        return tables(column.drop_null().to_pylist())[self._table]


def spark_schema(table: str = "answers") -> str:
    """The schema of `answers`, or of one of `dateline.arrow.SCHEMAS`, as Spark writes it."""
    schema = ANSWERS if table == "answers" else SCHEMAS[table]
    names = {pa.string(): "string", pa.float64(): "double", pa.int64(): "bigint"}
    return ", ".join(f"`{field.name}` {names[field.type]}" for field in schema)
