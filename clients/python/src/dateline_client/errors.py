"""What can go wrong with a call."""

from __future__ import annotations

from .models import Problem


class DatelineError(Exception):
    """Any error of this package, except for wrong offsets."""


class ProblemError(DatelineError):
    """The service refused the request, and says why.

    `problem` is its answer (RFC 9457). `retry_after_s` is the wait in seconds that it asked for, and `request_id` names the
    request in its log.
    """

    def __init__(self, problem: Problem, *, retry_after_s: float | None = None, request_id: str | None = None) -> None:
        super().__init__(f"{problem.code}: {problem.detail}")
        self.problem = problem
        self.retry_after_s = retry_after_s
        self.request_id = request_id


class AnswerError(DatelineError):
    """An answer that is not the service's: a gateway in between may have written it.

    `status` is its HTTP status, and `retry_after_s` the wait in seconds that it asked for.
    """

    def __init__(self, status: int, detail: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(f"status {status}: {detail}")
        self.status = status
        self.retry_after_s = retry_after_s


class UnreachableError(DatelineError):
    """No answer arrived, or only a part of one. The cause is httpx's error.

    `may_pass` says whether another attempt makes sense: a connection that broke may, a time limit that passed may not.
    """

    def __init__(self, detail: str, *, may_pass: bool = True) -> None:
        super().__init__(detail)
        self.may_pass = may_pass
