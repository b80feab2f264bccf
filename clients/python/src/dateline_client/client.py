"""The client for programs without `asyncio`."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from types import TracebackType

import httpx

from . import batches, calls
from .batches import Chunk, Chunker, Lines
from .calls import Answer, Call
from .errors import DatelineError
from .models import BatchDefaults, ExtractRequest, ExtractResponse, Info, Problem
from .retry import Retry


class Client:
    """Calls a Dateline service. Safe to share between threads; close it, or use it in a `with` statement.

    `base_url` is the service's address with the path it is under. `http` may be a client of your own, for proxies and
    certificates; its time limits apply, and it stays open.
    """

    def __init__(
        self,
        base_url: str,
        *,
        api_key: str | None = None,
        timeout_s: float = 60.0,
        retry: Retry | None = None,
        http: httpx.Client | None = None,
    ) -> None:
        self._base_url = base_url.rstrip("/") + "/"
        self._headers = calls.own_headers(api_key)
        self._retry = retry or Retry()
        self._owns_http = http is None
        self._http = http or httpx.Client(timeout=timeout_s)

    def extract(self, article: ExtractRequest | str) -> ExtractResponse:
        """Reads one article, given as a request or as its plain text. Raises a `DatelineError`."""
        return self._send(calls.extract(article))

    def batch(
        self, articles: Iterable[ExtractRequest | str], defaults: BatchDefaults | None = None
    ) -> Iterator[ExtractResponse | Problem]:
        """Reads many articles, in order: for each its answer, or the problem with it, whose `index` is its position.

        Articles are taken as they are needed, and answers come while the service reads on. After a failure, only what has
        not been answered is sent again. Raises a `DatelineError` where the batch itself fails.
        """
        chunker = Chunker(defaults)
        for article in articles:
            full = chunker.add(article)
            if full is not None:
                yield from self._chunk(full)
        yield from self._chunk(chunker.rest())

    def info(self) -> Info:
        """What the service can do: its model, types, default floors and limits. Raises a `DatelineError`."""
        return self._send(calls.info())

    def is_ready(self) -> bool:
        """Whether the service answers and accepts articles."""
        try:
            return self._http.get(self._base_url + "readyz", headers=self._headers).status_code == 204
        except httpx.RequestError:
            return False

    def close(self) -> None:
        """Closes the connections."""
        if self._owns_http:
            self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _send(self, call: Call[Answer]) -> Answer:
        attempt = 0
        while True:
            attempt += 1
            try:
                return call.read(self._attempt(call))
            except DatelineError as error:
                wait_s = self._retry.wait_s(error, attempt)
            time.sleep(wait_s)

    def _attempt(self, call: Call[Answer]) -> httpx.Response:
        headers = {**self._headers, **call.headers}
        try:
            return self._http.request(call.method, self._base_url + call.path, content=call.content, headers=headers)
        except httpx.RequestError as error:
            raise calls.unreachable(error) from error

    def _chunk(self, chunk: Chunk) -> Iterator[ExtractResponse | Problem]:
        attempt = 0
        while not chunk.is_done:
            attempt += 1
            try:
                for result in self._chunk_attempt(chunk):
                    attempt = 1
                    yield result
                continue
            except DatelineError as error:
                wait_s = self._retry.wait_s(error, attempt)
            time.sleep(wait_s)

    def _chunk_attempt(self, chunk: Chunk) -> Iterator[ExtractResponse | Problem]:
        url, headers, lines = self._base_url + "v1/batch", {**self._headers, **batches.HEADERS}, Lines()
        try:
            with self._http.stream("POST", url, content=chunk.content(), headers=headers) as response:
                if response.status_code != 200:
                    response.read()
                calls.check(response)
                for data in response.iter_bytes():
                    for line in lines.feed(data):
                        yield chunk.take(line)
        except httpx.RequestError as error:
            raise calls.unreachable(error) from error
        chunk.finish()
