"""Batches: many articles as requests of NDJSON, each small enough to be sent before its answers are read.

The service reads a batch only as fast as its answers are taken, and httpx sends a request's whole body before it reads the
answer. A long body would therefore stop both. So a batch goes out as a row of requests, each of which fits into the buffers
of a connection.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import ValidationError

from .calls import NDJSON, as_request, json_of
from .errors import AnswerError, ProblemError, UnreachableError
from .models import BatchDefaults, ExtractRequest, ExtractResponse, Problem

#: Most bytes of a request of more than one document.
CHUNK_BYTES_MAX = 64 * 1024

HEADERS = {"Accept": NDJSON, "Content-Type": NDJSON}


class Chunk:
    """Successive documents of a batch that are sent together, and how many of them have been answered."""

    def __init__(self, first_index: int, defaults: BatchDefaults | None) -> None:
        self._first_index = first_index
        self._head = b"" if defaults is None else b'{"defaults":' + json_of(defaults) + b"}\n"
        self._lines: list[bytes] = []
        self._bytes = 0
        self._answered = 0

    @property
    def end_index(self) -> int:
        """The position in the batch of the document after the last one."""
        return self._first_index + len(self._lines)

    @property
    def is_done(self) -> bool:
        """Whether every document has been answered."""
        return self._answered == len(self._lines)

    def has_room_for(self, line: bytes) -> bool:
        """Whether another document fits in."""
        return not self._lines or self._bytes + len(line) <= CHUNK_BYTES_MAX

    def add(self, line: bytes) -> None:
        """Takes a document in."""
        self._lines.append(line)
        self._bytes += len(line)

    def content(self) -> bytes:
        """The request for the documents that have not been answered yet."""
        return self._head + b"".join(self._lines[self._answered :])

    def take(self, line: bytes) -> ExtractResponse | Problem:
        """Reads the answer to the next document. A service that shuts down answers no more: that raises."""
        if self.is_done:
            raise AnswerError(200, "the batch has more answers than documents")
        result = result_of(line)
        if isinstance(result, Problem):
            if result.code == "draining":
                raise ProblemError(result)
            # The caller knows documents by their position in the batch; lines are those of this request.
            result = result.model_copy(update={"index": self._first_index + self._answered, "line": None})
        self._answered += 1
        return result

    def finish(self) -> None:
        """Says that the stream of answers has ended."""
        if not self.is_done:
            raise UnreachableError("the stream of answers ended early")


class Chunker:
    """Cuts a batch into chunks."""

    def __init__(self, defaults: BatchDefaults | None) -> None:
        self._defaults = defaults
        self._chunk = Chunk(0, defaults)

    def add(self, article: ExtractRequest | str) -> Chunk | None:
        """Takes the next document in; returns a chunk that is full."""
        line = json_of(as_request(article)) + b"\n"
        full = None
        if not self._chunk.has_room_for(line):
            full, self._chunk = self._chunk, Chunk(self._chunk.end_index, self._defaults)
        self._chunk.add(line)
        return full

    def rest(self) -> Chunk:
        """The last chunk, which may be empty."""
        return self._chunk


class Lines:
    """Splits a stream of bytes at line feeds. (httpx's own lines also end at U+2028 and others, which may be in a text.)"""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The lines that `data` completes."""
        *ends, rest = data.split(b"\n")
        for end in ends:
            line = b"".join([*self._parts, end])
            self._parts.clear()
            if line.strip():
                yield line
        self._parts.append(rest)


def result_of(line: bytes) -> ExtractResponse | Problem:
    """The result in one line: only a problem has a `status`."""
    try:
        value = json.loads(line)
        if isinstance(value, dict) and "status" in value:
            return Problem.model_validate(value)
        return ExtractResponse.model_validate(value)
    except ValueError as error:
        kind = "JSON" if not isinstance(error, ValidationError) else "a result"
        raise AnswerError(200, f"a line of the batch is not {kind}") from error
