"""A client for Dateline, the service that reads news articles: who said what, what happened, to whom, where and when.

    from dateline_client import Client

    with Client("http://127.0.0.1:8080") as client:
        answer = client.extract("“The port stays open,” Lovisa Ahlqvist told fishing crews in Luleå on Monday.")
    for quote in answer.quotes:
        print(quote.speaker.name if quote.speaker else "nobody", quote.span.text)

`AsyncClient` is the same for `asyncio`. `highlight()` marks the findings in the text. Models of requests and answers are in
`dateline_client.models`, generated from the service's OpenAPI description.
"""

from .async_client import AsyncClient
from .client import Client
from .errors import AnswerError, DatelineError, ProblemError, UnreachableError
from .findings import LAYERS, Finding, findings
from .highlight import Segment, highlight, html_mark, segments
from .models import BatchDefaults, ExtractRequest, ExtractResponse, Info, Options, Problem
from .offsets import OffsetError
from .retry import Retry

__all__ = [
    "LAYERS",
    "AnswerError",
    "AsyncClient",
    "BatchDefaults",
    "Client",
    "DatelineError",
    "ExtractRequest",
    "ExtractResponse",
    "Finding",
    "Info",
    "OffsetError",
    "Options",
    "Problem",
    "ProblemError",
    "Retry",
    "Segment",
    "UnreachableError",
    "findings",
    "highlight",
    "html_mark",
    "segments",
]
