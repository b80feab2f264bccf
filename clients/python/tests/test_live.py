"""Against a running service, whose address is in `DATELINE_URL`."""

from __future__ import annotations

import asyncio
import html
import json
import os
import re
from pathlib import Path

import pytest

from dateline_client import (
    AsyncClient,
    Client,
    ExtractRequest,
    ExtractResponse,
    Options,
    Problem,
    ProblemError,
    findings,
    highlight,
)
from dateline_client.findings import FieldName

URL = os.environ.get("DATELINE_URL", "")
pytestmark = pytest.mark.skipif(not URL, reason="DATELINE_URL names no service")

FILE = Path(__file__).resolve().parents[2] / "live-articles.json"
ARTICLES = [ExtractRequest.model_validate(one) for one in json.loads(FILE.read_text(encoding="utf-8"))["articles"]]
FIELDS: tuple[FieldName, ...] = ("title", "body")


def asking(article: ExtractRequest, **options: object) -> ExtractRequest:
    return article.model_copy(update={"options": Options.model_validate(options)})


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_every_unit_marks_the_same_text(article: ExtractRequest) -> None:
    with Client(URL) as client:
        answers = [client.extract(asking(article, offset_unit=unit)) for unit in ("code_point", "utf16", "utf8", "all")]
    for field in FIELDS:
        marked = {highlight(article, answer, field=field) for answer in answers}
        assert len(marked) == 1
        text = (article.title if field == "title" else article.body) or ""
        stripped = re.sub(r"<mark [^>]*>|</mark>", "", marked.pop())
        assert stripped == (text if article.body_type == "html" else html.escape(text, quote=False))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_ranges_hold_the_text_of_the_finding(article: ExtractRequest) -> None:
    with Client(URL) as client:
        answer = client.extract(article)
    assert {one.layer for one in findings(answer)} == {"quotes", "events", "names", "cues", "times"}
    for entity in answer.entities:
        for finding, mention in zip(
            [one for one in findings(answer, layers=["names"]) if one.ref == entity.id],
            [one for one in entity.mentions if one.field == "body"],
            strict=True,
        ):
            runs = "".join(article.body[start:end] for start, end in finding.ranges)
            assert html.unescape(runs) == mention.text


def test_a_long_batch_in_which_one_article_is_wrong() -> None:
    # More text than one request takes.
    filler = "The weather was fine. " * 100
    articles = [asking(ExtractRequest(id=str(n), body=f"Ana Prado spoke. {filler}"), include=["entities"]) for n in range(32)]
    articles[17].body = " "
    with Client(URL) as client:
        results = list(client.batch(articles))
    assert [result.id for result in results] == [article.id for article in articles]
    assert [result.index for result in results if isinstance(result, Problem)] == [17]
    assert all(isinstance(result, ExtractResponse) for n, result in enumerate(results) if n != 17)


def test_info_and_problems() -> None:
    async def main() -> None:
        async with AsyncClient(URL) as client:
            assert await client.is_ready()
            assert "person" in (await client.info()).entity_types
            with pytest.raises(ProblemError) as caught:
                await client.extract(" ")
            assert caught.value.problem.code == "text_empty" and caught.value.request_id
            results = [result async for result in client.batch(ARTICLES)]
            assert [result.id for result in results] == [article.id for article in ARTICLES]

    asyncio.run(main())
