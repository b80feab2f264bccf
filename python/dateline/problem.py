"""Why an article was not read."""

from __future__ import annotations

from typing import Any


class Problem(Exception):
    """A problem of the contract (RFC 9457). It never quotes the article."""

    def __init__(self, details: dict[str, Any]) -> None:
        super().__init__(details)
        #: Its members, as the HTTP service would send them.
        self.details = details

    @property
    def code(self) -> str:
        """Stable name of the kind of problem, such as `text_empty`."""
        return str(self.details["code"])

    @property
    def status(self) -> int:
        """HTTP status that the service would answer with."""
        return int(self.details["status"])

    @property
    def detail(self) -> str:
        """What went wrong this time, and how to fix it."""
        return str(self.details["detail"])

    @property
    def errors(self) -> list[dict[str, str]]:
        """The errors in the request: `pointer`, a JSON pointer, and `detail`."""
        return list(self.details.get("errors", []))

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"
