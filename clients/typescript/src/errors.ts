import type { Problem } from "./api.js";

/** Any error of this package, except for wrong offsets and your own abort. */
export class DatelineError extends Error {
  override name = "DatelineError";
}

/** The service refused the request, and says why. */
export class ProblemError extends DatelineError {
  override name = "ProblemError";

  constructor(
    /** The service's answer (RFC 9457). */
    readonly problem: Problem,
    /** The wait in milliseconds that the service asked for. */
    readonly retryAfterMs: number | null = null,
    /** Names the request in the service's log. */
    readonly requestId: string | null = null,
  ) {
    super(`${problem.code}: ${problem.detail}`);
  }
}

/** An answer that is not the service's: a gateway in between may have written it. */
export class AnswerError extends DatelineError {
  override name = "AnswerError";

  constructor(
    /** Its HTTP status. */
    readonly status: number,
    detail: string,
    /** The wait in milliseconds that it asked for. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(`status ${status}: ${detail}`);
  }
}

/** No answer arrived, or only a part of one. */
export class UnreachableError extends DatelineError {
  override name = "UnreachableError";

  constructor(
    detail: string,
    /** Whether another attempt makes sense: a connection that broke may pass, a time limit that passed may not. */
    readonly mayPass: boolean,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
