"""When to try again, and how long to wait before."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from .errors import AnswerError, DatelineError, ProblemError, UnreachableError

#: Statuses that pass: too many requests, a gateway without a service behind it, a busy or a stopping service.
PASSING = frozenset({429, 502, 503})


@dataclass(frozen=True)
class Retry:
    """Attempts and waits of one call. All calls can be repeated, because the service keeps nothing.

    The service's `Retry-After` is obeyed. Without one, waits double from `first_wait_s`, and each is shortened by a random
    part of up to a half, so that many clients do not come back at the same moment.
    """

    #: Attempts in all; 1 means no retries.
    attempts: int = 4
    #: The wait before the second attempt, in seconds.
    first_wait_s: float = 0.5
    #: The longest wait in seconds. Where the service asks for a longer one, the error is raised at once.
    wait_s_max: float = 60.0

    def wait_s(self, error: DatelineError, attempt: int) -> float:
        """The wait in seconds after the failure of an attempt, counted from 1. Raises the error where none follows."""
        if attempt >= self.attempts or not passes(error):
            raise error
        asked_s = error.retry_after_s if isinstance(error, (ProblemError, AnswerError)) else None
        if asked_s is None:
            return min(self.first_wait_s * 2.0 ** (attempt - 1), self.wait_s_max) * random.uniform(0.5, 1.0)
        if asked_s > self.wait_s_max:
            raise error
        return asked_s


def passes(error: DatelineError) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, ProblemError):
        return error.problem.status in PASSING
    if isinstance(error, AnswerError):
        return error.status in PASSING
    return isinstance(error, UnreachableError) and error.may_pass


def retry_after_s(value: str | None) -> float | None:
    """Reads `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3). None where it is neither."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=timezone.utc)
    return max(0.0, (date - datetime.now(timezone.utc)).total_seconds())
