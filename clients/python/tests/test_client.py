"""Both clients against a service that answers as it is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from dateline_client import (
    AnswerError,
    AsyncClient,
    BatchDefaults,
    Client,
    ExtractRequest,
    ExtractResponse,
    Options,
    Problem,
    ProblemError,
    Retry,
    UnreachableError,
    batches,
)
from dateline_client.models import AssertedByOther, AssertedBySpeaker, Event
from dateline_client.retry import retry_after_s

Handler = Callable[[httpx.Request], httpx.Response]
URL = "http://service.test/news/"
FAST = Retry(attempts=3, first_wait_s=0.0)
EMPTY: dict[str, Any] = {
    "id": None, "language": "en", "offset_unit": "code_point", "include": [], "entities": [], "quotes": [], "events": [],
    "times": [], "source_audit": None, "warnings": [],
    "meta": {"service": "dateline/0", "model": "m", "knowledge_base": [], "text_sha256": ""},
}  # fmt: skip


def problem(status: int, code: str, **more: Any) -> dict[str, Any]:
    return {"type": "urn:x", "title": "T", "status": status, "detail": "D", "instance": "urn:y", "code": code, **more}


def client(handler: Handler, retry: Retry = FAST, api_key: str | None = None) -> Client:
    return Client(URL, retry=retry, api_key=api_key, http=httpx.Client(transport=httpx.MockTransport(handler)))


def answers(*responses: httpx.Response | Exception) -> tuple[Handler, list[httpx.Request]]:
    left, seen = list(responses), list[httpx.Request]()

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        response = left.pop(0)
        if isinstance(response, Exception):
            raise response
        return response

    return handler, seen


def test_extract_sends_what_was_given_and_nothing_else() -> None:
    handler, seen = answers(httpx.Response(200, json={**EMPTY, "id": "x", "added_later": 1}))
    article = ExtractRequest(id="x", body="Rain fell.", published_at=date(2025, 8, 24), options=Options(offset_unit="utf16"))
    answer = client(handler, api_key="secret").extract(article)
    assert answer.id == "x"
    assert answer.model_extra == {"added_later": 1}
    assert str(seen[0].url) == "http://service.test/news/v1/extract"
    assert seen[0].headers["Authorization"] == "Bearer secret"
    assert seen[0].headers["User-Agent"].startswith("dateline-client-python/")
    sent = {"id": "x", "body": "Rain fell.", "published_at": "2025-08-24", "options": {"offset_unit": "utf16"}}
    assert json.loads(seen[0].content) == sent


def test_dates_go_out_as_they_were_given() -> None:
    cases: list[tuple[str | date | datetime, str]] = [
        ("2025-10-08T12:00:00+0000", "2025-10-08T12:00:00+0000"),
        ("2025-10-08", "2025-10-08"),
        (datetime(2025, 10, 8, 12, tzinfo=timezone(timedelta(hours=3))), "2025-10-08T12:00:00+03:00"),
    ]
    for given, sent in cases:
        handler, seen = answers(httpx.Response(200, json=EMPTY))
        client(handler).extract(ExtractRequest(body="Rain.", published_at=given))
        assert json.loads(seen[0].content)["published_at"] == sent


def test_values_that_are_not_known_yet_are_read() -> None:
    event = {
        "id": "v1", "type": "weather.flood", "salience": 0.5, "trigger": span(), "mentions": [span()], "arguments": [],
        "time": None, "place": None, "factuality": {"value": "rumoured", "cues": []}, "confidence": 0.9,
    }  # fmt: skip
    other = Event.model_validate({**event, "asserted_by": {"kind": "document", "document_id": "d1"}})
    assert isinstance(other.asserted_by, AssertedByOther) and other.type == "weather.flood"
    known = Event.model_validate({**event, "asserted_by": {"kind": "speaker", "quote_id": "q1", "entity_id": None}})
    assert isinstance(known.asserted_by, AssertedBySpeaker) and known.asserted_by.quote_id == "q1"


def span() -> dict[str, Any]:
    return {"field": "body", "start": 0, "end": 4, "text": "Rain"}


def test_a_problem_is_raised_at_once() -> None:
    refused = httpx.Response(422, json=problem(422, "text_empty"), headers={"X-Request-Id": "r1"})
    handler, seen = answers(refused)
    with pytest.raises(ProblemError) as caught:
        client(handler).extract(" ")
    assert (caught.value.problem.code, caught.value.request_id, len(seen)) == ("text_empty", "r1", 1)


def test_a_gateway_is_told_from_the_service() -> None:
    handler, _ = answers(httpx.Response(404, text="<h1>nginx</h1>"))
    with pytest.raises(AnswerError) as caught:
        client(handler).extract("Rain.")
    assert caught.value.status == 404
    handler, _ = answers(httpx.Response(200, text="<h1>Log in</h1>"))
    with pytest.raises(AnswerError) as caught:
        client(handler).extract("Rain.")
    assert "Log in" not in str(caught.value)


@pytest.mark.parametrize("first", [
    httpx.Response(429, json=problem(429, "rate_exceeded"), headers={"Retry-After": "0"}),
    httpx.Response(503, json=problem(503, "overloaded")),
    httpx.Response(502, text="bad gateway"),
    httpx.ConnectError("refused"),
    httpx.RemoteProtocolError("broke off"),
])  # fmt: skip
def test_what_passes_is_tried_again(first: httpx.Response | Exception) -> None:
    handler, seen = answers(first, httpx.Response(200, json=EMPTY))
    assert client(handler).extract("Rain.").language == "en"
    assert len(seen) == 2


@pytest.mark.parametrize("failure, attempts, kind", [
    (httpx.Response(503, json=problem(503, "overloaded")), 3, ProblemError),
    (httpx.Response(504, json=problem(504, "deadline_exceeded")), 1, ProblemError),
    (httpx.Response(503, json=problem(503, "overloaded"), headers={"Retry-After": "3600"}), 1, ProblemError),
    (httpx.ConnectError("refused"), 3, UnreachableError),
    (httpx.ReadTimeout("slow"), 1, UnreachableError),
])  # fmt: skip
def test_attempts_end(failure: httpx.Response | Exception, attempts: int, kind: type[Exception]) -> None:
    handler, seen = answers(*[failure] * attempts)
    with pytest.raises(kind):
        client(handler).extract("Rain.")
    assert len(seen) == attempts


def test_waits() -> None:
    retry = Retry(attempts=9)
    error = UnreachableError("x")
    for attempt, longest_s in [(1, 0.5), (2, 1.0), (3, 2.0), (8, 60.0)]:
        assert longest_s / 2 <= retry.wait_s(error, attempt) <= longest_s
    assert retry.wait_s(AnswerError(503, "x", retry_after_s=7.0), 1) == 7.0
    in_a_minute = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=60), usegmt=True)
    assert 55 < (retry_after_s(in_a_minute) or 0) <= 60
    assert (retry_after_s("12"), retry_after_s("soon"), retry_after_s(None)) == (12.0, None, None)
    assert retry_after_s("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0


def ndjson(*results: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(result, ensure_ascii=False).encode() + b"\n" for result in results)


def echo(request: httpx.Request) -> httpx.Response:
    """Answers each document with its id; U+2028 ends no line of NDJSON."""
    lines = [json.loads(line) for line in request.content.splitlines()]
    documents = [line for line in lines if "body" in line]
    return httpx.Response(200, content=ndjson(*({**EMPTY, "id": f"{one['id']}\u2028"} for one in documents)))


def numbered(count: int, chars: int = 5) -> Iterator[ExtractRequest]:
    return (ExtractRequest(id=str(number), body="x" * chars) for number in range(count))


def test_batch_is_sent_in_parts_and_keeps_its_order() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return echo(request)

    results = list(client(handler).batch(numbered(50, 10_000), BatchDefaults(language="en")))
    assert [result.id for result in results] == [f"{number}\u2028" for number in range(50)]
    assert len(seen) == 9
    for request in seen:
        assert request.content.startswith(b'{"defaults":{"language":"en"}}\n')
        assert len(request.content) <= batches.CHUNK_BYTES_MAX + 100


def test_batch_takes_documents_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[ExtractRequest]:
        nonlocal taken
        while True:
            taken += 1
            yield ExtractRequest(id=str(taken), body="x" * 40_000)

    results = client(echo).batch(endless())
    assert next(results).id == "1\u2028"
    assert taken == 2


def test_empty_batch_sends_nothing() -> None:
    handler, seen = answers()
    assert list(client(handler).batch([])) == [] and seen == []


def test_batch_problem_has_the_position_in_the_batch() -> None:
    bad = problem(422, "text_empty", id="b", line=2)
    handler, _ = answers(httpx.Response(200, content=ndjson({**EMPTY, "id": "a"}, bad)))
    first, second = client(handler).batch(["Rain.", " "])
    assert isinstance(first, ExtractResponse) and isinstance(second, Problem)
    assert (second.index, second.line, second.id) == (1, None, "b")


def test_batch_sends_again_only_what_was_not_answered() -> None:
    class Broken(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield ndjson({**EMPTY, "id": "0"})
            yield b'{"id": "1", '
            raise httpx.ReadError("broke off")

    handler, seen = answers(
        httpx.Response(200, stream=Broken()),
        httpx.Response(200, content=ndjson({**EMPTY, "id": "1"})),
        httpx.Response(200, content=ndjson(problem(503, "draining"))),
        httpx.Response(200, content=ndjson({**EMPTY, "id": "2"})),
    )
    results = list(client(handler).batch(numbered(3)))
    assert [result.id for result in results] == ["0", "1", "2"]
    assert [len(request.content.splitlines()) for request in seen] == [3, 2, 1, 1]


def test_batch_gives_up() -> None:
    handler, seen = answers(*[httpx.Response(200, content=b"")] * 3)
    with pytest.raises(UnreachableError, match="ended early"):
        list(client(handler).batch(["Rain."]))
    assert len(seen) == 3


def test_batch_of_a_service_that_refuses_it() -> None:
    handler, _ = answers(httpx.Response(401, json=problem(401, "key_missing")))
    with pytest.raises(ProblemError, match="key_missing"):
        list(client(handler).batch(["Rain."]))


def test_is_ready() -> None:
    handler, _ = answers(httpx.Response(204), httpx.Response(503), httpx.ConnectError("refused"))
    service = client(handler)
    assert [service.is_ready() for _ in range(3)] == [True, False, False]


def test_async_client() -> None:
    left = [httpx.Response(503, json=problem(503, "starting")), httpx.Response(200, json=EMPTY)]

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("batch"):
            return echo(request)
        return httpx.Response(204) if request.url.path.endswith("readyz") else left.pop(0)

    async def articles() -> AsyncIterator[ExtractRequest]:
        for article in numbered(20, 10_000):
            yield article

    async def main() -> None:
        transport = httpx.MockTransport(handler)
        async with AsyncClient(URL, retry=FAST, http=httpx.AsyncClient(transport=transport)) as service:
            assert await service.is_ready()
            assert (await service.extract("Rain.")).language == "en"
            for batch in (articles(), numbered(20, 10_000)):
                ids = [result.id async for result in service.batch(batch)]
                assert ids == [f"{number}\u2028" for number in range(20)]
            async for result in service.batch(numbered(20, 10_000)):
                assert result.id == "0\u2028"
                break

    asyncio.run(main())
