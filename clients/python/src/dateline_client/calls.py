"""The calls that the service answers, apart from how they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Generic, TypeVar

import httpx
from pydantic import ValidationError

from .base import Model
from .errors import AnswerError, ProblemError, UnreachableError
from .models import ExtractRequest, ExtractResponse, Info, Problem
from .retry import retry_after_s

Answer = TypeVar("Answer", bound=Model)

#: Failures after which another attempt makes sense: the connection was refused or broke off.
BROKEN = (httpx.NetworkError, httpx.RemoteProtocolError, httpx.ConnectTimeout)

JSON = "application/json"
NDJSON = "application/x-ndjson"


@dataclass(frozen=True)
class Call(Generic[Answer]):
    """A request whose answer is one JSON object."""

    method: str
    path: str
    answer: type[Answer]
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def read(self, response: httpx.Response) -> Answer:
        """The answer of a response whose body was read."""
        check(response)
        try:
            return self.answer.model_validate_json(response.content)
        except ValidationError as error:
            raise AnswerError(response.status_code, f"the body is not a {self.answer.__name__}: {error}") from error


def extract(article: ExtractRequest | str) -> Call[ExtractResponse]:
    """Reads one article."""
    headers = {"Accept": JSON, "Content-Type": JSON}
    return Call("POST", "v1/extract", ExtractResponse, json_of(as_request(article)), headers)


def info() -> Call[Info]:
    """What the service can do."""
    return Call("GET", "v1/info", Info, headers={"Accept": JSON})


def as_request(article: ExtractRequest | str) -> ExtractRequest:
    """The request for an article that may be given as its plain text alone."""
    return ExtractRequest(body=article) if isinstance(article, str) else article


def json_of(model: Model) -> bytes:
    """A model as JSON in one line; null counts as absent."""
    return model.model_dump_json(exclude_none=True).encode()


def check(response: httpx.Response) -> None:
    """Raises what a response of another status than 200 says; its body must have been read."""
    if response.status_code == 200:
        return
    wait_s = retry_after_s(response.headers.get("Retry-After"))
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        raise AnswerError(response.status_code, "the answer is not a problem of Dateline", retry_after_s=wait_s) from None
    raise ProblemError(problem, retry_after_s=wait_s, request_id=response.headers.get("X-Request-Id"))


def unreachable(error: httpx.RequestError) -> UnreachableError:
    """httpx's error as one of ours."""
    return UnreachableError(f"{type(error).__name__}: {error}", may_pass=isinstance(error, BROKEN))


def own_headers(api_key: str | None) -> dict[str, str]:
    """The headers of every request."""
    try:
        release = version("dateline-client")
    except PackageNotFoundError:
        release = "0"
    headers = {"User-Agent": f"dateline-client-python/{release}"}
    if api_key is not None:
        headers["Authorization"] = f"Bearer {api_key}"
    return headers
