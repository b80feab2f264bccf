/**
 * An article and its answer, with what belongs together brought together.
 *
 * @typedef {"names" | "quotes" | "cues" | "events" | "times"} Layer
 * @typedef {object} Finding One highlighted thing in the text: a mention, a quotation, a cue, a trigger, a time.
 * @property {string} id Of this finding; `e1.0` is the first mention of entity `e1`.
 * @property {Layer} layer
 * @property {string} ref The id of the entity, quote, event or time that it belongs to.
 * @property {string} field The field whose text it is in.
 * @property {[number, number][]} ranges Its runs, in UTF-16 code units.
 * @property {string} style What it looks like, within its layer.
 * @property {object} thing The entity, quote, event or time.
 * @property {object} span The span of the answer.
 */

import { htmlBlocks, htmlText } from "./markup.js";
import { entityGroup } from "./words.js";

/** The layers, in the order in which findings of the same span are nested: the outer ones first. */
export const LAYERS = ["quotes", "events", "names", "cues", "times"];

const rangesOf = (span) => span.ranges ?? [[span.start, span.end]];

/** Appends to the list under a key. */
function append(map, key, value) {
  if (key === null || key === undefined) return;
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

/** Findings of each layer of an answer. */
const FINDINGS = {
  *quotes(answer) {
    for (const quote of answer.quotes) {
      yield { layer: "quotes", id: quote.id, ref: quote.id, style: quote.type, thing: quote, span: quote.span };
    }
  },
  *events(answer) {
    for (const event of answer.events) {
      for (const [n, span] of event.mentions.entries()) {
        yield { layer: "events", id: `${event.id}.${n}`, ref: event.id, style: event.factuality.value, thing: event, span };
      }
    }
  },
  *names(answer) {
    for (const entity of answer.entities) {
      for (const [n, span] of entity.mentions.entries()) {
        yield { layer: "names", id: `${entity.id}.${n}`, ref: entity.id, style: entityGroup(entity.type), thing: entity, span };
      }
    }
  },
  *cues(answer) {
    for (const quote of answer.quotes) {
      if (quote.cue) yield { layer: "cues", id: `${quote.id}.cue`, ref: quote.id, style: "cue", thing: quote, span: quote.cue };
    }
  },
  *times(answer) {
    for (const time of answer.times) {
      yield { layer: "times", id: time.id, ref: time.id, style: time.type, thing: time, span: time };
    }
  },
};

export class Reading {
  /**
   * @param {object} request What was sent to `/v1/extract`, with `offset_unit: "utf16"`.
   * @param {object} answer What came back.
   */
  constructor(request, answer) {
    this.request = request;
    this.answer = answer;
    this.things = new Map();
    for (const list of [answer.entities, answer.quotes, answer.events, answer.times]) {
      for (const thing of list) this.things.set(thing.id, thing);
    }
    /** @type {Finding[]} */
    this.findings = LAYERS.flatMap((layer) => [...FINDINGS[layer](answer)]);
    this.byRef = new Map();
    for (const finding of this.findings) {
      finding.field = finding.span.field;
      finding.ranges = rangesOf(finding.span);
      append(this.byRef, finding.ref, finding);
    }
    this.blocks = new Map();
    this.quotesOf = new Map();
    for (const quote of answer.quotes) append(this.quotesOf, quote.speaker?.entity_id, quote);
    this.eventsOf = new Map();
    this.eventsAt = new Map();
    for (const event of answer.events) {
      for (const id of new Set(event.arguments.map((argument) => argument.entity_id))) append(this.eventsOf, id, event);
      append(this.eventsAt, event.place?.entity_id, event);
    }
  }

  /** The entity, quote, event or time of this id. */
  thing(id) {
    return this.things.get(id);
  }

  /** How many findings of a layer there are; mentions of one event or entity count once. */
  countOf(layer) {
    const { entities, quotes, events, times } = this.answer;
    const counts = { names: entities.length, quotes: quotes.length, events: events.length, times: times.length };
    return counts[layer] ?? quotes.filter((quote) => quote.cue).length;
  }

  /** The text around a span in its paragraph, as `{before, text, after}`. */
  context(span, chars = 60) {
    const [before, after] = this.request.body_type === "html" ? this.#aroundInHtml(span) : this.#aroundInText(span);
    const from = wordBorder(before, before.length - chars);
    const to = wordBorder(after, chars);
    return {
      before: from > 0 ? `… ${before.slice(from).trimStart()}` : before,
      text: span.text,
      after: after.slice(0, to) + (to < after.length ? " …" : ""),
    };
  }

  #aroundInText({ field, start, end }) {
    const source = this.request[field];
    const line = source.lastIndexOf("\n", start - 1) + 1;
    const newline = source.indexOf("\n", end);
    return [source.slice(start === 0 ? 0 : line, start), source.slice(end, newline < 0 ? source.length : newline)];
  }

  #aroundInHtml({ field, start, end }) {
    const source = this.request[field];
    if (!this.blocks.has(field)) this.blocks.set(field, htmlBlocks(source));
    const runs = this.blocks.get(field).findLast((block) => block.runs[0][0] <= start)?.runs ?? [];
    const text = (from, to) => runs.map((run) => [Math.max(run[0], from), Math.min(run[1], to)])
      .filter((run) => run[0] < run[1]).map((run) => htmlText(source.slice(...run))).join("").replace(/\s+/g, " ");
    return [text(0, start).trimStart(), text(end, source.length).trimEnd()];
  }
}

/** The start of the word at or after a position, so that an excerpt does not begin or end inside a word. */
function wordBorder(text, position) {
  if (position <= 0) return 0;
  if (position >= text.length) return text.length;
  const space = text.slice(position, position + 30).search(/\s/);
  return space < 0 ? position : position + space;
}
