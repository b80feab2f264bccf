/** Findings in one line, for screen readers and lists. */

import { confidence, count, entityType, eventType, factuality, quoteType, timeValue } from "../words.js";

const DESCRIPTIONS = {
  names: ({ thing }) => `${entityType(thing.type)} ${thing.name}, ${count(thing.mentions.length, "mention")}`,
  quotes: ({ thing }) => `quote, ${quoteType(thing.type)}, ${thing.speaker ? `by ${thing.speaker.name}` : "speaker not known"}`,
  cues: ({ thing }) => `word that reports a quote by ${thing.speaker?.name ?? "an unknown speaker"}`,
  events: ({ thing }) => `event, ${eventType(thing.type)}, ${factuality(thing.factuality.value)}`,
  times: ({ thing }) => `time, ${timeValue(thing.value)}`,
};

/** @param {import("../reading.js").Finding} finding */
export function describe(finding) {
  return `${DESCRIPTIONS[finding.layer](finding)}; ${confidence(finding.thing.confidence).word}`;
}
