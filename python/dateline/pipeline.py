"""The pipeline, with the model and the knowledge base of the package or others."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from dateline._native import Reader
from dateline.problem import Problem

if TYPE_CHECKING:
    import pyarrow as pa


@runtime_checkable
class ArrowStream(Protocol):
    """What has the Arrow PyCapsule interface: tables of pyarrow, Polars, DuckDB and others."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


#: An article of a batch: its body, or the fields of a request of `/v1/extract`.
Article = str | Mapping[str, Any]
#: What is found in an article: the JSON of `/v1/extract`.
Answer = dict[str, Any]

FilePath = str | os.PathLike[str]


class Pipeline:
    """Reads articles. One value serves any number of threads; pickled, it is its configuration.

    The model and the bases are loaded once per process, and stay in memory.
    """

    def __init__(
        self,
        model: FilePath | None = None,
        kb: Mapping[str, FilePath] | None = None,
        *,
        rules_alone: bool = False,
        threads: int | None = None,
    ) -> None:
        """Loads the model.

        model: a folder with the files of `models/en-news`; by default the model in the package.
        kb: knowledge bases by name, asked in this order, then the one in the package: files of `dateline kb build`, or
            tables as CSV or NDJSON. Answers give their ids as `ids[name]`.
        rules_alone: reads without a model, with rules only: faster and less accurate.
        threads: how many threads read a batch; by default as many as this process may use cores.

        Raises OSError when a file cannot be read, ValueError when one is not what it should be.
        """
        if model is not None and rules_alone:
            raise ValueError("model and rules_alone exclude each other")
        if threads is not None and threads < 1:
            raise ValueError("threads must be at least 1")
        # Workers may have another working directory.
        bases = tuple((name, os.path.abspath(path)) for name, path in (kb or {}).items())
        self._config = (None if model is None else os.path.abspath(model), rules_alone, bases)
        self._threads = threads
        self._reader = _reader(*self._config)

    def __reduce__(self) -> tuple[Any, ...]:
        model, rules_alone, kb = self._config
        return functools.partial(Pipeline, rules_alone=rules_alone, threads=self._threads), (model, dict(kb))

    def __repr__(self) -> str:
        model, rules_alone, kb = self._config
        return f"Pipeline({model!r}, {dict(kb)!r}, rules_alone={rules_alone}, threads={self._threads})"

    def extract(
        self,
        body: str,
        *,
        title: str | None = None,
        abstract: str | None = None,
        body_type: str = "text",
        published_at: str | date | None = None,
        language: str | None = None,
        known_entities: Iterable[Mapping[str, Any]] | None = None,
        options: Mapping[str, Any] | None = None,
        id: str | None = None,
        byline: str | None = None,
        dateline: str | None = None,
    ) -> Answer:
        """Entities, quotes, events and times of one article. The arguments are the fields of a request of `/v1/extract`.

        Raises Problem.
        """
        fields = {name: value for name, value in locals().items() if name != "self"}
        answer: Answer = json.loads(self._read(fields))
        return answer

    def extract_json(
        self,
        body: str,
        *,
        title: str | None = None,
        abstract: str | None = None,
        body_type: str = "text",
        published_at: str | date | None = None,
        language: str | None = None,
        known_entities: Iterable[Mapping[str, Any]] | None = None,
        options: Mapping[str, Any] | None = None,
        id: str | None = None,
        byline: str | None = None,
        dateline: str | None = None,
    ) -> bytes:
        """The same as the bytes of the body that `/v1/extract` answers with.

        Raises Problem.
        """
        fields = {name: value for name, value in locals().items() if name != "self"}
        return self._read(fields)

    def extract_batch(self, articles: Iterable[Article]) -> list[Answer | Problem]:
        """Reads many articles on all threads, without the interpreter's lock.

        Answers are in the order of the articles; one that has a problem gets it in its place, not raised.
        """
        return [json.loads(answer) if isinstance(answer, bytes) else answer for answer in self.extract_batch_json(articles)]

    def extract_batch_json(self, articles: Iterable[Article]) -> list[bytes | Problem]:
        """The same as bytes of JSON."""
        given = [{"body": article} if isinstance(article, str) else article for article in articles]
        outcomes = self._reader.read_many([_request(fields) for fields in given], self._threads or _cores())
        return [
            json_bytes if is_answer else _problem(json_bytes, fields.get("id"))
            for fields, (is_answer, json_bytes) in zip(given, outcomes, strict=True)
        ]

    def to_arrow(self, articles: Iterable[Article] | ArrowStream) -> dict[str, pa.Table]:
        """Reads many articles into flat Arrow tables: `dateline.arrow.SCHEMAS` names them and their columns.

        Articles may be an Arrow table too, whose columns are fields of requests. Needs pyarrow.
        """
        from dateline import arrow  # noqa: PLC0415

        rows = arrow.requests(articles) if isinstance(articles, ArrowStream) else articles
        return arrow.tables(self.extract_batch_json(rows))

    def _read(self, fields: Mapping[str, Any]) -> bytes:
        is_answer, json_bytes = self._reader.read(_request(fields))
        if not is_answer:
            raise Problem(json.loads(json_bytes))
        return json_bytes


def _problem(json_bytes: bytes, article_id: object) -> Problem:
    details = json.loads(json_bytes)
    return Problem({**details, "id": article_id} if isinstance(article_id, str) else details)


@functools.cache
def _reader(model: str | None, rules_alone: bool, kb: tuple[tuple[str, str], ...]) -> Reader:
    return Reader(model, rules_alone, list(kb))


def _request(fields: Mapping[str, Any]) -> bytes:
    """The JSON of a request; None counts as absent there. Half of a surrogate pair is not UTF-8, which the reader says."""
    given = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(given, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
