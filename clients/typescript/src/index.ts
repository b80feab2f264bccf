/**
 * A client for Dateline, the service that reads news articles: who said what, what happened, to whom, where and when.
 *
 * @example
 * import { Client } from "dateline-client";
 *
 * const client = new Client("http://127.0.0.1:8080");
 * const answer = await client.extract("“The port stays open,” Lovisa Ahlqvist told fishing crews in Luleå on Monday.");
 * for (const quote of answer.quotes) console.log(quote.speaker?.name ?? "nobody", quote.span.text);
 */

export type * from "./api.js";
export { isProblem } from "./batches.js";
export { Client, type BatchOptions, type CallOptions, type ClientOptions } from "./client.js";
export { AnswerError, DatelineError, ProblemError, UnreachableError } from "./errors.js";
export { findings, LAYERS, type Finding, type FindingLayer, type FindingsOptions } from "./findings.js";
export { highlight, htmlMark, segments, type HighlightOptions, type Mark, type Segment } from "./highlight.js";
export type { Fetch } from "./http.js";
export { OffsetError, type SingleUnit } from "./offsets.js";
export type { Retry } from "./retry.js";
