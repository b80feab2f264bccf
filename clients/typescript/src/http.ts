/** Sends requests with `fetch`, and reads what comes back. */

import type { Problem } from "./api.js";
import { AnswerError, ProblemError, UnreachableError } from "./errors.js";
import { retryAfterMs } from "./retry.js";

/** The part of `fetch` that is used; give your own for proxies and tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request to the service. */
export interface Request {
  method: "GET" | "POST";
  /** Relative to the service's address. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** Aborts when nothing has happened for too long, or when the caller's signal does. */
class TimeLimit {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly timeoutMs: number,
    readonly outer: AbortSignal | undefined,
  ) {
    this.renew();
  }

  get signal(): AbortSignal {
    return this.outer ? AbortSignal.any([this.#controller.signal, this.outer]) : this.#controller.signal;
  }

  renew(): void {
    this.clear();
    this.#timer = setTimeout(() => this.#controller.abort(), this.timeoutMs);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }

  /** What a failure of `fetch` means. */
  error(cause: unknown): unknown {
    if (this.outer?.aborted) return this.outer.reason;
    if (this.#controller.signal.aborted) {
      return new UnreachableError(`nothing came for ${this.timeoutMs} ms`, false, { cause });
    }
    // `fetch` does not say more: a wrong name, a closed port and a page of another origin look the same.
    return new UnreachableError("the service cannot be reached, or the connection broke off", true, { cause });
  }
}

export class Http {
  constructor(
    readonly baseUrl: string,
    readonly apiKey: string | undefined,
    readonly timeoutMs: number,
    readonly fetch: Fetch,
  ) {}

  /** The parts of an answer's body, as they come. Throws what an answer of another status than 200 says. */
  async *parts(request: Request, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void, undefined> {
    signal?.throwIfAborted();
    const limit = new TimeLimit(this.timeoutMs, signal);
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    try {
      const response = await limited(limit, this.#send(request, limit.signal));
      if (response.status !== 200) throw refusal(response, await limited(limit, response.text()));
      // Safari has no asynchronous iteration over streams.
      reader = response.body?.getReader();
      while (reader) {
        limit.renew();
        const { done, value } = await limited(limit, reader.read());
        if (done) break;
        limit.clear();
        yield value;
      }
    } finally {
      limit.clear();
      // A caller who stops early frees the connection.
      await reader?.cancel().catch(() => undefined);
    }
  }

  /** The body of an answer. */
  async text(request: Request, signal: AbortSignal | undefined): Promise<string> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const part of this.parts(request, signal)) text += decoder.decode(part, { stream: true });
    return text + decoder.decode();
  }

  /** The status of an answer whose body does not matter; 0 where none comes. */
  async status(request: Request): Promise<number> {
    const limit = new TimeLimit(this.timeoutMs, undefined);
    try {
      const response = await this.#send(request, limit.signal);
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    } finally {
      limit.clear();
    }
  }

  #send({ method, path, headers, body }: Request, signal: AbortSignal): Promise<Response> {
    const key: Record<string, string> = this.apiKey === undefined ? {} : { Authorization: `Bearer ${this.apiKey}` };
    // A key goes to no other address than the one that it is for: redirections are not followed.
    const init: RequestInit = { method, headers: { ...headers, ...key }, cache: "no-store", credentials: "omit", redirect: "manual" };
    return this.fetch(this.baseUrl + path, { ...init, signal, ...(body === undefined ? {} : { body }) });
  }
}

async function limited<T>(limit: TimeLimit, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (cause) {
    throw limit.error(cause);
  }
}

/** What a response of another status than 200 says. */
function refusal(response: Response, text: string): ProblemError | AnswerError {
  const wait = retryAfterMs(response.headers.get("Retry-After"));
  const problem = parsed(text);
  if (isObject(problem) && typeof problem["code"] === "string" && typeof problem["status"] === "number") {
    return new ProblemError(problem as Problem, wait, response.headers.get("X-Request-Id"));
  }
  return new AnswerError(response.status, "the answer is not a problem of Dateline", wait);
}

/** A JSON object, as the type that the service's description gives it. */
export function objectOf<T>(text: string): T {
  const value = parsed(text);
  if (!isObject(value)) throw new AnswerError(200, "the answer is not a JSON object");
  return value as T;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
