/**
 * Nested highlights from overlapping findings.
 *
 * Findings may overlap: a name inside a quotation, an event that begins in one quotation and ends after it. HTML elements may
 * not. So the text is cut at every border of a finding, and the pieces are nested in a fixed order: the finding that begins
 * first is the outer one; of two that begin together, the longer; of two with the same span, the one listed first. The
 * playground and the Python client follow the same rules and pass the same table of cases.
 */

import type { ExtractRequest, ExtractResponse, FieldName } from "./api.js";
import { findings, type Finding } from "./findings.js";
import { OffsetError, positions, type SingleUnit } from "./offsets.js";

/** What goes before and after a piece of a finding. `isFirst` says whether it is the finding's first piece. */
export type Mark = (finding: Finding, isFirst: boolean) => readonly [before: string, after: string];

export interface HighlightOptions {
  /** Default: `body`. */
  field?: FieldName;
  /** Of the ranges. Default: the answer's, and `utf16` for findings of your own. */
  offsetUnit?: SingleUnit;
  /** Default: `htmlMark`. */
  mark?: Mark;
}

/** A stretch of text that no border cuts, and the findings that it is in, the outermost first. */
export interface Segment {
  text: string;
  findings: Finding[];
}

interface Range {
  finding: Finding;
  start: number;
  end: number;
  order: number;
}

interface Cut {
  start: number;
  end: number;
  stack: Range[];
}

/**
 * Cuts a text at every border of a finding, for programs that build their own elements.
 *
 * The segments cover the whole text, in order. Throws `OffsetError`.
 */
export function segments(text: string, found: Iterable<Finding>, offsetUnit: SingleUnit = "utf16"): Segment[] {
  return cutsOf(sortedRanges(text, [...found], offsetUnit), text.length).map(({ start, end, stack }) => ({
    text: text.slice(start, end),
    findings: stack.map((range) => range.finding),
  }));
}

/** A `mark` element with the layer as its class. The first piece of a finding has its `id`, the others have none. */
export const htmlMark: Mark = (finding, isFirst) => {
  const id = isFirst ? ` id="dateline-${escaped(finding.id)}"` : "";
  return [`<mark${id} class="dateline-${escaped(finding.layer ?? "")}" data-ref="${escaped(finding.ref ?? "")}">`, "</mark>"];
};

/**
 * A field of an article as HTML, with its findings marked.
 *
 * Plain text is escaped. HTML stays as it was sent: it is not made safe for a page that does not trust the article. Throws
 * `OffsetError`.
 *
 * @param article What was sent.
 * @param found Its answer, or findings of your choice: some layers of `findings()`, or your own.
 */
export function highlight(
  article: ExtractRequest | string,
  found: ExtractResponse | Iterable<Finding>,
  { field = "body", offsetUnit, mark = htmlMark }: HighlightOptions = {},
): string {
  const request: ExtractRequest = typeof article === "string" ? { body: article } : article;
  const text = request[field] ?? "";
  const isAnswer = "entities" in found;
  const unit = offsetUnit ?? (isAnswer ? unitOf(found) : "utf16");
  const listed = isAnswer ? findings(found, { field }) : [...found].filter((one) => (one.field ?? "body") === field);
  const writer = new Writer(mark);
  for (const { start, end, stack } of cutsOf(sortedRanges(text, listed, unit), text.length)) {
    const piece = text.slice(start, end);
    writer.write(stack, request.body_type === "html" ? piece : escaped(piece));
  }
  return writer.finish();
}

/** The unit of `start`, `end` and `ranges` in an answer. */
function unitOf({ offset_unit }: ExtractResponse): SingleUnit {
  // With `all` they are code points.
  return offset_unit === "utf16" ? "utf16" : offset_unit === "utf8" ? "utf8" : "code_point";
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** The ranges of all findings in positions of the string, outer ones first. */
function sortedRanges(text: string, found: Finding[], unit: SingleUnit): Range[] {
  const ranges = found.flatMap((finding, order) => finding.ranges.map(([start, end]) => ({ finding, start, end, order })));
  const at = positions(text, ranges.flatMap(({ start, end }) => [start, end]), unit);
  return ranges
    .map((range): Range => {
      if (range.start > range.end) throw new OffsetError(`the range ${range.start} to ${range.end} ends before it starts`);
      return { ...range, start: at(range.start), end: at(range.end) };
    })
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
}

function cutsOf(ranges: Range[], length: number): Cut[] {
  const borders = new Set([0, length]);
  for (const { start, end } of ranges) borders.add(start).add(end);
  const starts = [...borders].sort((a, b) => a - b);
  const waiting = ranges.values();
  let following = waiting.next();
  let stack: Range[] = [];
  const cuts: Cut[] = [];
  for (const [n, end] of starts.slice(1).entries()) {
    const start = starts[n] ?? 0;
    stack = stack.filter((range) => range.end > start);
    for (; !following.done && following.value.start === start; following = waiting.next()) stack.push(following.value);
    cuts.push({ start, end, stack: [...stack] });
  }
  return cuts;
}

/** Writes cuts one after the other. An element stays open while it and those outside it do. */
class Writer {
  readonly #parts: string[] = [];
  readonly #open: { range: Range; after: string }[] = [];
  readonly #seen = new Set<number>();

  constructor(readonly mark: Mark) {}

  write(stack: Range[], text: string): void {
    let kept = 0;
    while (kept < this.#open.length && kept < stack.length && this.#open[kept]?.range === stack[kept]) kept++;
    this.#closeTo(kept);
    for (const range of stack.slice(kept)) {
      const [before, after] = this.mark(range.finding, !this.#seen.has(range.order));
      this.#seen.add(range.order);
      this.#parts.push(before);
      this.#open.push({ range, after });
    }
    this.#parts.push(text);
  }

  finish(): string {
    this.#closeTo(0);
    return this.#parts.join("");
  }

  #closeTo(depth: number): void {
    for (const { after } of this.#open.splice(depth).reverse()) this.#parts.push(after);
  }
}
