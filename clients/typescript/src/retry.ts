import { AnswerError, ProblemError, UnreachableError } from "./errors.js";

/**
 * Attempts and waits of one call. All calls can be repeated, because the service keeps nothing.
 *
 * The service's `Retry-After` is obeyed. Without one, waits double from `firstWaitMs`, and each is shortened by a random part
 * of up to a half, so that many clients do not come back at the same moment.
 */
export interface Retry {
  /** Attempts in all; 1 means no retries. Default: 4. */
  attempts: number;
  /** The wait before the second attempt, in milliseconds. Default: 500. */
  firstWaitMs: number;
  /** The longest wait in milliseconds. Where the service asks for a longer one, the error is thrown at once. Default: 60,000. */
  waitMsMax: number;
}

export const DEFAULT_RETRY: Retry = { attempts: 4, firstWaitMs: 500, waitMsMax: 60_000 };

/** Statuses that pass: too many requests, a gateway without a service behind it, a busy or a stopping service. */
const PASSING = new Set([429, 502, 503]);

/** The wait in milliseconds after the failure of an attempt, counted from 1. Throws the error where none follows. */
export function waitMs(retry: Retry, error: unknown, attempt: number): number {
  if (attempt >= retry.attempts || !passes(error)) throw error;
  const asked = error instanceof ProblemError || error instanceof AnswerError ? error.retryAfterMs : null;
  if (asked === null) {
    return Math.min(retry.firstWaitMs * 2 ** (attempt - 1), retry.waitMsMax) * (0.5 + Math.random() / 2);
  }
  if (asked > retry.waitMsMax) throw error;
  return asked;
}

/** Whether the same request may succeed later. */
function passes(error: unknown): boolean {
  if (error instanceof ProblemError) return PASSING.has(error.problem.status);
  if (error instanceof AnswerError) return PASSING.has(error.status);
  return error instanceof UnreachableError && error.mayPass;
}

/** Reads `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3). Null where it is neither. */
export function retryAfterMs(value: string | null): number | null {
  if (value === null) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** Waits, or throws the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
