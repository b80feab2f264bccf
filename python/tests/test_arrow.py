"""Flat tables."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from articles import mixed

from dateline import Pipeline, Problem
from dateline.arrow import SCHEMAS


def test_every_finding_is_a_row(pipeline: Pipeline) -> None:
    articles: list[Any] = [*mixed(10), {"id": "bad", "body": ""}]
    tables = pipeline.to_arrow(articles)
    assert {name: table.schema for name, table in tables.items()} == SCHEMAS
    answers = pipeline.extract_batch(articles)
    found = [answer for answer in answers if not isinstance(answer, Problem)]
    expected = {name: sum(len(answer[name]) for answer in found) for name in ("entities", "quotes", "events", "times")}
    expected["mentions"] = sum(len(entity["mentions"]) for answer in found for entity in answer["entities"])
    expected["arguments"] = sum(len(event["arguments"]) for answer in found for event in answer["events"])
    expected["problems"] = 1
    assert {name: table.num_rows for name, table in tables.items()} == expected
    assert tables["problems"].to_pylist()[0] | {"detail": ""} == {
        "article_id": "bad",
        "code": "text_empty",
        "status": 422,
        "detail": "",
    }


def test_no_column_is_empty_in_all_articles(pipeline: Pipeline) -> None:
    """A path that names a field which answers do not have would be."""
    options = {"include": ["entities", "quotes", "events", "times"]}
    articles: list[Any] = [article | {"options": options} for article in mixed(60)]
    articles += [
        {"body": f"It happened {when}.", "published_at": "2025-10-08"}
        for when in ("at 5 p.m. EST", "every day", "twice a week", "early in May")
    ]
    articles.append({"id": "bad", "body": ""})
    for name, table in pipeline.to_arrow(articles).items():
        empty = [column for column in table.column_names if table[column].null_count == table.num_rows]
        assert not empty, f"{name}: {empty}"


def test_rows_are_what_answers_say(pipeline: Pipeline) -> None:
    body = "“The port stays open,” Swedish Trade Minister Lovisa Ahlqvist said in Oslo on Monday after she met Rein Tamberg."
    tables = pipeline.to_arrow([{"id": "a", "body": body, "published_at": "2025-10-08"}])
    (quote,) = tables["quotes"].to_pylist()
    assert (quote["article_id"], quote["content"], quote["speaker"]) == ("a", "The port stays open,", "Lovisa Ahlqvist")
    entities = {row["entity_id"]: row for row in tables["entities"].to_pylist()}
    assert entities[quote["speaker_entity_id"]]["title"] == "Trade Minister"
    for mention in tables["mentions"].to_pylist():
        assert body[mention["start"] : mention["end"]] == mention["text"]
        assert mention["entity_id"] in entities
    events = {row["event_id"] for row in tables["events"].to_pylist()}
    assert {row["event_id"] for row in tables["arguments"].to_pylist()} <= events


def test_articles_may_be_an_arrow_table(rules: Pipeline) -> None:
    articles = [{"id": str(number), "body": f"Ana Prado left Oslo, said No. {number}.", "title": None} for number in range(5)]
    from_rows, from_table = rules.to_arrow(articles), rules.to_arrow(pa.Table.from_pylist(articles))
    assert all(from_rows[name].equals(from_table[name]) for name in SCHEMAS)
