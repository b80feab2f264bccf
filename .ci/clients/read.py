"""A program as a developer of a content system would write it, against the generated client."""

from dateline_client import Client
from dateline_client.api.articles import batch, extract
from dateline_client.models import (
    AssertedBySpeaker,
    BatchRequest,
    BatchResponse,
    ExtractRequest,
    ExtractResponse,
    OffsetUnit,
    Options,
    Problem,
)


def highlight(body: str, answer: ExtractResponse) -> list[str]:
    lines = [f"{entity.name}: {body[m.start:m.end]}" for entity in answer.entities for m in entity.mentions if m.field == "body"]
    for quote in answer.quotes:
        lines.append(f"{quote.speaker.name if quote.speaker else 'nobody'}: {quote.span.text}")
    for event in answer.events:
        source = event.asserted_by.quote_id if isinstance(event.asserted_by, AssertedBySpeaker) else "the article"
        lines.append(f"{event.type_}: {event.time.value if event.time else None}, by {source}")
    return lines


def main(body: str) -> list[str]:
    client = Client(base_url="http://127.0.0.1:8080")
    request = ExtractRequest(body=body, options=Options(offset_unit=OffsetUnit.CODE_POINT, min_confidence=0.5))
    answer = extract.sync(client=client, body=request)
    lines = highlight(body, answer) if isinstance(answer, ExtractResponse) else []
    results = batch.sync(client=client, body=BatchRequest(documents=[request]))
    for result in results.results if isinstance(results, BatchResponse) else []:
        lines += [result.detail] if isinstance(result, Problem) else highlight(body, result)
    return lines
