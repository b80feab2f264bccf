"""The client for programs with `asyncio`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable
from contextlib import aclosing
from types import TracebackType

import httpx

from . import batches, calls
from .batches import Chunk, Chunker, Lines
from .calls import Answer, Call
from .errors import DatelineError
from .models import BatchDefaults, ExtractRequest, ExtractResponse, Info, Problem
from .retry import Retry

#: Articles, each as a request or as its plain text.
Articles = AsyncIterable[ExtractRequest | str] | Iterable[ExtractRequest | str]


async def in_turn(articles: Articles) -> AsyncIterator[ExtractRequest | str]:
    """One article after the other."""
    if isinstance(articles, AsyncIterable):
        async for article in articles:
            yield article
    else:
        for article in articles:
            yield article


class AsyncClient:
    """Calls a Dateline service. Close it, or use it in an `async with` statement.

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
        http: httpx.AsyncClient | None = None,
    ) -> None:
        self._base_url = base_url.rstrip("/") + "/"
        self._headers = calls.own_headers(api_key)
        self._retry = retry or Retry()
        self._owns_http = http is None
        self._http = http or httpx.AsyncClient(timeout=timeout_s)

    async def extract(self, article: ExtractRequest | str) -> ExtractResponse:
        """Reads one article, given as a request or as its plain text. Raises a `DatelineError`."""
        return await self._send(calls.extract(article))

    async def batch(
        self, articles: Articles, defaults: BatchDefaults | None = None
    ) -> AsyncGenerator[ExtractResponse | Problem, None]:
        """Reads many articles, in order: for each its answer, or the problem with it, whose `index` is its position.

        `articles` may be an asynchronous iterable. They are taken as they are needed, and answers come while the service
        reads on. After a failure, only what has not been answered is sent again. Raises a `DatelineError` where the batch
        itself fails.
        """
        chunker = Chunker(defaults)
        async for article in in_turn(articles):
            full = chunker.add(article)
            if full is not None:
                async with aclosing(self._chunk(full)) as results:
                    async for result in results:
                        yield result
        async with aclosing(self._chunk(chunker.rest())) as results:
            async for result in results:
                yield result

    async def info(self) -> Info:
        """What the service can do: its model, types, default floors and limits. Raises a `DatelineError`."""
        return await self._send(calls.info())

    async def is_ready(self) -> bool:
        """Whether the service answers and accepts articles."""
        try:
            response = await self._http.get(self._base_url + "readyz", headers=self._headers)
            return response.status_code == 204
        except httpx.RequestError:
            return False

    async def close(self) -> None:
        """Closes the connections."""
        if self._owns_http:
            await self._http.aclose()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        await self.close()

    async def _send(self, call: Call[Answer]) -> Answer:
        attempt = 0
        while True:
            attempt += 1
            try:
                return call.read(await self._attempt(call))
            except DatelineError as error:
                wait_s = self._retry.wait_s(error, attempt)
            await asyncio.sleep(wait_s)

    async def _attempt(self, call: Call[Answer]) -> httpx.Response:
        headers = {**self._headers, **call.headers}
        try:
            return await self._http.request(call.method, self._base_url + call.path, content=call.content, headers=headers)
        except httpx.RequestError as error:
            raise calls.unreachable(error) from error

    async def _chunk(self, chunk: Chunk) -> AsyncGenerator[ExtractResponse | Problem, None]:
        attempt = 0
        while not chunk.is_done:
            attempt += 1
            try:
                async with aclosing(self._chunk_attempt(chunk)) as results:
                    async for result in results:
                        attempt = 1
                        yield result
                continue
            except DatelineError as error:
                wait_s = self._retry.wait_s(error, attempt)
            await asyncio.sleep(wait_s)

    async def _chunk_attempt(self, chunk: Chunk) -> AsyncGenerator[ExtractResponse | Problem, None]:
        url, headers, lines = self._base_url + "v1/batch", {**self._headers, **batches.HEADERS}, Lines()
        try:
            async with self._http.stream("POST", url, content=chunk.content(), headers=headers) as response:
                if response.status_code != 200:
                    await response.aread()
                calls.check(response)
                async for data in response.aiter_bytes():
                    for line in lines.feed(data):
                        yield chunk.take(line)
        except httpx.RequestError as error:
            raise calls.unreachable(error) from error
        chunk.finish()
