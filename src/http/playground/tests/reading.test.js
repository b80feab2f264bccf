import assert from "node:assert/strict";
import { test } from "node:test";

import { Reading } from "../page/js/reading.js";
import { testCase } from "../page/js/test-case.js";
import { answer, request } from "./answer.js";

const reading = new Reading(request, answer);

test("a reading has one finding for each mention, quote, cue, trigger and time", () => {
  const ids = reading.findings.map(({ layer, id }) => `${layer} ${id}`);
  assert.deepEqual(ids, ["quotes q1", "events v1.0", "names e1.0", "names e1.1", "names e2.0", "cues q1.cue", "times t1"]);
});

test("a span that crosses tags has its ranges", () => {
  const [entity] = answer.entities;
  const mention = { ...entity.mentions[0], ranges: [[0, 3], [7, 9]] };
  const crossing = new Reading(request, { ...answer, entities: [{ ...entity, mentions: [mention] }] });
  assert.deepEqual(crossing.findings.find(({ layer }) => layer === "names").ranges, [[0, 3], [7, 9]]);
});

test("a person has quotes and events, a place has what happened there", () => {
  assert.deepEqual(reading.quotesOf.get("e1").map(({ id }) => id), ["q1"]);
  assert.deepEqual(reading.eventsOf.get("e1").map(({ id }) => id), ["v1"]);
  assert.deepEqual(reading.eventsAt.get("e2").map(({ id }) => id), ["v1"]);
  assert.equal(reading.eventsOf.get(null), undefined);
});

test("the context of a span is cut between words and stays in its line", () => {
  const { before, text, after } = reading.context(answer.times[0], 12);
  assert.deepEqual([before, text, after], ["… in Oslo on ", "Monday", ". “It’s done,” …"]);
});

test("the context of a span in HTML is the text of its block", () => {
  const body = '<p>Before.</p><p>On <b>Mon</b>day, <a href="/x">Bo<br>Lind</a> met her.</p>';
  const html = new Reading({ body, body_type: "html" }, { ...answer, entities: [], quotes: [], events: [], times: [] });
  const start = body.indexOf("day,");
  const { before, text, after } = html.context({ field: "body", start, end: start + 3, text: "day" });
  assert.deepEqual([before, text, after], ["On Mon", "day", ", Bo Lind met her."]);
});

test("a test case holds the request and a check for each thing, as the evaluation reads them", () => {
  const whole = JSON.parse(testCase(reading));
  assert.deepEqual(whole.request, { body: request.body, published_at: "2025-10-08" });
  assert.equal(whole.layer, "article");
  assert.deepEqual(whole.checks, [
    { entity: { name: "Ana Prado", type: "person", role: "Mayor", affiliation: "Faro" } },
    { entity: { name: "Oslo", type: "location" } },
    { quote: { content: "It’s done,", type: "direct", speaker: "Ana Prado" } },
    {
      event: {
        trigger: "met", type: "diplomacy.meeting", factuality: "actual", date: "2025-10-06", place: "Oslo",
        args: { participant: "Ana Prado" }, asserted_by: "author",
      },
    },
    { time: { text: "Monday", value: "2025-10-06", type: "date" } },
  ]);
  const one = JSON.parse(testCase(reading, [answer.quotes[0]]));
  assert.equal(one.layer, "quotes");
  assert.equal(one.checks.length, 1);
});
