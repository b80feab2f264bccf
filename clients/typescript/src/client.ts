import type { BatchDefaults, BatchResult, ExtractRequest, ExtractResponse, Info, Options } from "./api.js";
import { chunksOf, linesOf, type Chunk } from "./batches.js";
import { Http, objectOf, type Fetch, type Request } from "./http.js";
import { DEFAULT_RETRY, sleep, waitMs, type Retry } from "./retry.js";

export interface ClientOptions {
  /** The key, where the service asks for one. Keep it out of pages that others read. */
  apiKey?: string;
  /** The longest time in milliseconds without any sign of the service. Default: 60,000. */
  timeoutMs?: number;
  /** How failures that pass are tried again. */
  retry?: Partial<Retry>;
  /** Used in place of the global `fetch`. */
  fetch?: Fetch;
}

export interface CallOptions {
  /** Ends the call; it then throws the signal's reason. */
  signal?: AbortSignal;
}

export interface BatchOptions extends CallOptions {
  /** Fields for documents that do not have their own. */
  defaults?: BatchDefaults;
}

const JSON_TYPE = "application/json";

/**
 * Calls a Dateline service.
 *
 * Offsets count in UTF-16 code units, as `slice()` does, where a request does not choose another unit.
 */
export class Client {
  readonly #http: Http;
  readonly #retry: Retry;

  /** @param baseUrl The service's address, with the path it is under. */
  constructor(baseUrl: string, { apiKey, timeoutMs = 60_000, retry, fetch }: ClientOptions = {}) {
    const send: Fetch = fetch ?? ((url, init) => globalThis.fetch(url, init));
    this.#http = new Http(baseUrl.replace(/\/*$/, "/"), apiKey, timeoutMs, send);
    this.#retry = { ...DEFAULT_RETRY, ...retry };
  }

  /** Reads one article, given as a request or as its plain text. Throws a `DatelineError`. */
  extract(article: ExtractRequest | string, { signal }: CallOptions = {}): Promise<ExtractResponse> {
    const request = typeof article === "string" ? { body: article } : article;
    const body = JSON.stringify({ ...request, options: inUtf16(request.options) });
    const headers = { Accept: JSON_TYPE, "Content-Type": JSON_TYPE };
    return this.#object({ method: "POST", path: "v1/extract", headers, body }, signal);
  }

  /**
   * Reads many articles, in order: for each its answer, or the problem with it, whose `index` is its position.
   *
   * Articles are taken as they are needed, and answers come while the service reads on. After a failure, only what has not
   * been answered is sent again. Throws a `DatelineError` where the batch itself fails.
   */
  async *batch(
    articles: Iterable<ExtractRequest | string> | AsyncIterable<ExtractRequest | string>,
    { defaults = {}, signal }: BatchOptions = {},
  ): AsyncGenerator<BatchResult, void, undefined> {
    const common = { ...defaults, options: inUtf16(defaults.options) };
    for await (const chunk of chunksOf(articles, common)) yield* this.#chunk(chunk, signal);
  }

  /** What the service can do: its model, types, default floors and limits. Throws a `DatelineError`. */
  info({ signal }: CallOptions = {}): Promise<Info> {
    return this.#object({ method: "GET", path: "v1/info", headers: { Accept: JSON_TYPE } }, signal);
  }

  /** Whether the service answers and accepts articles. */
  async isReady(): Promise<boolean> {
    return (await this.#http.status({ method: "GET", path: "readyz", headers: {} })) === 204;
  }

  async #object<T>(request: Request, signal: AbortSignal | undefined): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return objectOf<T>(await this.#http.text(request, signal));
      } catch (error) {
        await sleep(waitMs(this.#retry, error, attempt), signal);
      }
    }
  }

  async *#chunk(chunk: Chunk, signal: AbortSignal | undefined): AsyncGenerator<BatchResult, void, undefined> {
    for (let attempt = 1; !chunk.isDone; attempt++) {
      try {
        for await (const line of linesOf(this.#http.parts(chunk.request(), signal))) {
          const result = chunk.take(line);
          attempt = 1;
          yield result;
        }
        chunk.finish();
      } catch (error) {
        await sleep(waitMs(this.#retry, error, attempt), signal);
      }
    }
  }
}

/** Options that count as JavaScript does, where they do not choose a unit. */
function inUtf16(options: Options | null | undefined): Options {
  return { ...options, offset_unit: options?.offset_unit ?? "utf16" };
}
