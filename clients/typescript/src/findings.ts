/** The findings of an answer that can be marked in its text. */

import type { Entity, Event, ExtractResponse, FieldName, Quote, TextSpan, Time } from "./api.js";

export type FindingLayer = "quotes" | "events" | "names" | "cues" | "times";

/** The layers, in the order in which findings of the same span are nested: the outer ones first. */
export const LAYERS: readonly FindingLayer[] = ["quotes", "events", "names", "cues", "times"];

/** One thing to mark in a text: a mention, a quotation, a cue, a trigger, a time, or something of your own. */
export interface Finding {
  /** Of this finding: `e1.0` is the first mention of entity `e1`. */
  id: string;
  /** Half-open ranges, sorted and disjoint; several where the finding crosses tags of HTML. */
  ranges: readonly (readonly [number, number])[];
  /** What kind of finding it is: a `FindingLayer`, or a name of your own. */
  layer?: string;
  /** The id of what it belongs to: `e1`. */
  ref?: string;
  /** The field whose text it is in. Default: `body`. */
  field?: string;
  /** What it belongs to. */
  thing?: Entity | Quote | Event | Time;
}

export interface FindingsOptions {
  /** Default: `body`. */
  field?: FieldName;
  /** Default: all. */
  layers?: Iterable<FindingLayer>;
}

/** The findings of an answer in a field, layer by layer, in the order of `layers`. */
export function findings(answer: ExtractResponse, { field = "body", layers = LAYERS }: FindingsOptions = {}): Finding[] {
  return [...layers].flatMap((layer) => FINDINGS[layer](answer)).filter((finding) => finding.field === field);
}

/** The runs of text of a span. */
function rangesOf(span: TextSpan): [number, number][] {
  return span.ranges?.map(([start = 0, end = 0]): [number, number] => [start, end]) ?? [[span.start, span.end]];
}

function finding(id: string, layer: FindingLayer, span: TextSpan, thing: Entity | Quote | Event | Time): Finding {
  return { id, ranges: rangesOf(span), layer, ref: thing.id, field: span.field, thing };
}

const FINDINGS: Record<FindingLayer, (answer: ExtractResponse) => Finding[]> = {
  quotes: ({ quotes }) => quotes.map((quote) => finding(quote.id, "quotes", quote.span, quote)),
  events: ({ events }) =>
    events.flatMap((event) => event.mentions.map((span, n) => finding(`${event.id}.${n}`, "events", span, event))),
  names: ({ entities }) =>
    entities.flatMap((entity) => entity.mentions.map((span, n) => finding(`${entity.id}.${n}`, "names", span, entity))),
  cues: ({ quotes }) => quotes.flatMap((quote) => (quote.cue ? [finding(`${quote.id}.cue`, "cues", quote.cue, quote)] : [])),
  times: ({ times }) => times.map((time) => finding(time.id, "times", time, time)),
};
