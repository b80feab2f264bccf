/**
 * Batches: many articles as requests of NDJSON, each small enough to be sent before its answers are read.
 *
 * The service reads a batch only as fast as its answers are taken, and `fetch` sends a request's whole body before it gives
 * the answer. A long body would therefore stop both. So a batch goes out as a row of requests, each of which fits into the
 * buffers of a connection.
 */

import type { BatchDefaults, BatchResult, ExtractRequest, Problem } from "./api.js";
import { AnswerError, ProblemError, UnreachableError } from "./errors.js";
import { objectOf, type Request } from "./http.js";

/** Most bytes of a request of more than one document. */
export const CHUNK_BYTES_MAX = 64 * 1024;

const NDJSON = "application/x-ndjson";

/** Whether a result of a batch is a problem: only a problem has a `status`. */
export function isProblem(result: BatchResult): result is Problem {
  return "status" in result;
}

/** Successive documents of a batch that are sent together, and how many of them have been answered. */
export class Chunk {
  readonly #lines: string[] = [];
  #bytes = 0;
  #answered = 0;

  constructor(
    readonly firstIndex: number,
    readonly defaults: BatchDefaults,
  ) {}

  /** The position in the batch of the document after the last one. */
  get endIndex(): number {
    return this.firstIndex + this.#lines.length;
  }

  get isDone(): boolean {
    return this.#answered === this.#lines.length;
  }

  /** Takes a document in, where it fits. */
  add(line: string): boolean {
    const bytes = new TextEncoder().encode(line).length;
    if (this.#lines.length > 0 && this.#bytes + bytes > CHUNK_BYTES_MAX) return false;
    this.#lines.push(line);
    this.#bytes += bytes;
    return true;
  }

  /** The request for the documents that have not been answered yet. */
  request(): Request {
    const lines = [JSON.stringify({ defaults: this.defaults }) + "\n", ...this.#lines.slice(this.#answered)];
    const headers = { Accept: NDJSON, "Content-Type": NDJSON };
    return { method: "POST", path: "v1/batch", headers, body: lines.join("") };
  }

  /** Reads the answer to the next document. A service that shuts down answers no more: that throws. */
  take(line: string): BatchResult {
    if (this.isDone) throw new AnswerError(200, "the batch has more answers than documents");
    const result = objectOf<BatchResult>(line);
    if (!isProblem(result)) {
      this.#answered++;
      return result;
    }
    if (result.code === "draining") throw new ProblemError(result);
    // The caller knows documents by their position in the batch; lines are those of this request.
    const { line: _line, ...problem } = result;
    return { ...problem, index: this.firstIndex + this.#answered++ };
  }

  /** Says that the stream of answers has ended. */
  finish(): void {
    if (!this.isDone) throw new UnreachableError("the stream of answers ended early", true);
  }
}

/** Cuts a batch into chunks, taking articles as they are needed. */
export async function* chunksOf(
  articles: Iterable<ExtractRequest | string> | AsyncIterable<ExtractRequest | string>,
  defaults: BatchDefaults,
): AsyncGenerator<Chunk, void, undefined> {
  let chunk = new Chunk(0, defaults);
  for await (const article of articles) {
    const line = JSON.stringify(typeof article === "string" ? { body: article } : article) + "\n";
    if (chunk.add(line)) continue;
    yield chunk;
    chunk = new Chunk(chunk.endIndex, defaults);
    chunk.add(line);
  }
  yield chunk;
}

/** Splits a stream of bytes at line feeds; blank lines are left out. */
export async function* linesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let held: string[] = [];
  for await (const part of parts) {
    const pieces = decoder.decode(part, { stream: true }).split("\n");
    const rest = pieces.pop() ?? "";
    for (const piece of pieces) {
      const line = held.join("") + piece;
      held = [];
      if (line.trim() !== "") yield line;
    }
    held.push(rest);
  }
}
