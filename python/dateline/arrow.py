"""What is found, as flat Arrow tables. Needs pyarrow.

Every row begins with `article_id`, the `id` of its article, and the ids within the article link the tables: a mention has the
`entity_id` of its entity, an argument the `event_id` of its event. Offsets are in the unit of the request.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from dateline.problem import Problem

TEXT, NUMBER, COUNT = pa.string(), pa.float64(), pa.int64()
_SPAN = {"field": TEXT, "start": COUNT, "end": COUNT, "text": TEXT}

#: The columns of each table: the path of the value in the answer, and its type. A path begins at the finding that the row is;
#: `of` is the finding that it belongs to.
_COLUMNS: dict[str, dict[str, tuple[str, pa.DataType]]] = {
    "entities": {
        "entity_id": ("id", TEXT),
        "type": ("type", TEXT),
        "name": ("name", TEXT),
        "wikidata": ("ids.wikidata", TEXT),
        "known": ("ids.known", TEXT),
        "link_name": ("link.name", TEXT),
        "link_score": ("link.score", NUMBER),
        "nil_reason": ("nil_reason", TEXT),
        "title": ("roles.0.title", TEXT),
        "affiliation": ("roles.0.affiliation.name", TEXT),
        "salience": ("salience", NUMBER),
        "confidence": ("confidence", NUMBER),
    },
    "mentions": {
        "entity_id": ("of.id", TEXT),
        **{name: (name, kind) for name, kind in _SPAN.items()},
        "form": ("form", TEXT),
        "confidence": ("confidence", NUMBER),
    },
    "quotes": {
        "quote_id": ("id", TEXT),
        "type": ("type", TEXT),
        "act": ("act", TEXT),
        **{name: (f"span.{name}", kind) for name, kind in _SPAN.items()},
        "content": ("content.*.text", TEXT),
        "cue": ("cue.lemma", TEXT),
        "polarity": ("cue.polarity", TEXT),
        "source": ("source.text", TEXT),
        "speaker": ("speaker.name", TEXT),
        "speaker_entity_id": ("speaker.entity_id", TEXT),
        "speaker_title": ("speaker.title", TEXT),
        "speaker_affiliation": ("speaker.affiliation", TEXT),
        "resolution": ("speaker.resolution", TEXT),
        "speaker_confidence": ("speaker.confidence", NUMBER),
        "confidence": ("confidence", NUMBER),
    },
    "events": {
        "event_id": ("id", TEXT),
        "type": ("type", TEXT),
        **{name: (f"trigger.{name}", kind) for name, kind in _SPAN.items()},
        "time_id": ("time.time_id", TEXT),
        "time": ("time.value", TEXT),
        "time_source": ("time.source", TEXT),
        "place": ("place.text", TEXT),
        "place_entity_id": ("place.entity_id", TEXT),
        "place_source": ("place.source", TEXT),
        "factuality": ("factuality.value", TEXT),
        "asserted_by": ("asserted_by.kind", TEXT),
        "asserted_by_quote_id": ("asserted_by.quote_id", TEXT),
        "asserted_by_entity_id": ("asserted_by.entity_id", TEXT),
        "salience": ("salience", NUMBER),
        "confidence": ("confidence", NUMBER),
    },
    "arguments": {
        "event_id": ("of.id", TEXT),
        "role": ("role", TEXT),
        **{name: (name, kind) for name, kind in _SPAN.items()},
        "entity_id": ("entity_id", TEXT),
        "confidence": ("confidence", NUMBER),
    },
    "times": {
        "time_id": ("id", TEXT),
        "type": ("type", TEXT),
        **{name: (name, kind) for name, kind in _SPAN.items()},
        "value": ("value", TEXT),
        "mod": ("mod", TEXT),
        "quant": ("quant", TEXT),
        "freq": ("freq", TEXT),
        "zone_minutes": ("zone_minutes", COUNT),
        "confidence": ("confidence", NUMBER),
    },
    "problems": {"code": ("code", TEXT), "status": ("status", COUNT), "detail": ("detail", TEXT)},
}

#: Tables whose rows are in a list of the rows of another.
_WITHIN = {"mentions": "entities", "arguments": "events"}

#: The schema of each table.
SCHEMAS: dict[str, pa.Schema] = {
    table: pa.schema([("article_id", TEXT), *((name, kind) for name, (_, kind) in columns.items())])
    for table, columns in _COLUMNS.items()
}

#: One row per article: its answer, or else its problem, as JSON. What the recipes for engines write.
ANSWERS = pa.schema([("article_id", TEXT), ("answer", TEXT), ("problem", TEXT)])


def tables(answers: Iterable[bytes | str | Mapping[str, Any] | Problem]) -> dict[str, pa.Table]:
    """One table for each of `SCHEMAS`, from answers as JSON or as parsed, and problems."""
    columns: dict[str, list[list[Any]]] = {table: [[] for _ in schema] for table, schema in SCHEMAS.items()}
    for answer in answers:
        parsed = _parsed(answer)
        for table in _COLUMNS:
            for finding in _findings(parsed, table):
                for column, value in zip(columns[table], _row(parsed, table, finding), strict=True):
                    column.append(value)
    return {table: _table(schema, columns[table]) for table, schema in SCHEMAS.items()}


def requests(table: Any) -> Iterator[dict[str, Any]]:
    """The rows of an Arrow table, or of anything with the Arrow PyCapsule interface, as requests.

    A column is a field of a request.
    """
    streamed = pa.table(table) if not isinstance(table, pa.Table) else table
    for batch in streamed.to_batches(max_chunksize=1024):
        yield from batch.to_pylist()


def answer_table(ids: Iterable[str | None], answers: Iterable[bytes | Problem]) -> pa.Table:
    """Answers and problems with the schema `ANSWERS`."""
    rows = list(zip(ids, answers, strict=True))
    found = [answer.decode() if isinstance(answer, bytes) else None for _, answer in rows]
    problems = [json.dumps(answer.details, ensure_ascii=False) if isinstance(answer, Problem) else None for _, answer in rows]
    return _table(ANSWERS, [[article_id for article_id, _ in rows], found, problems])


def _parsed(answer: bytes | str | Mapping[str, Any] | Problem) -> Mapping[str, Any] | Problem:
    """Only a problem has a `status`."""
    parsed = json.loads(answer) if isinstance(answer, (bytes, str)) else answer
    return Problem(dict(parsed)) if isinstance(parsed, Mapping) and "status" in parsed else parsed


def _table(schema: pa.Schema, columns: list[list[Any]]) -> pa.Table:
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema)


def _findings(answer: Mapping[str, Any] | Problem, table: str) -> Iterator[Mapping[str, Any]]:
    if isinstance(answer, Problem):
        yield from [answer.details] if table == "problems" else []
    elif within := _WITHIN.get(table):
        for outer in answer[within]:
            for inner in outer[table]:
                yield {**inner, "of": outer}
    else:
        yield from answer.get(table, [])


def _row(answer: Mapping[str, Any] | Problem, table: str, finding: Mapping[str, Any]) -> Iterator[Any]:
    yield answer.details.get("id") if isinstance(answer, Problem) else answer.get("id")
    for path, _ in _COLUMNS[table].values():
        yield _at(finding, path)


def _at(value: Any, path: str) -> Any:
    """The value at the end of the path; null where the path breaks off. `*` joins those of a list."""
    name, _, rest = path.partition(".")
    if name == "*":
        return " ".join(_at(item, rest) for item in value)
    if isinstance(value, list):
        value = value[int(name)] if int(name) < len(value) else None
    else:
        value = value.get(name)
    return _at(value, rest) if rest and value is not None else value
