import assert from "node:assert/strict";
import { test } from "node:test";

import { byDate } from "../page/js/elements/timeline-panel.js";

test("events are in the order of their dates, then those without one, each in the order of the article", () => {
  const event = (id, value) => ({ id, time: value === undefined ? null : { value } });
  const events = [event("a"), event("b", "2025-10-06"), event("c", "2016"), event("d", "PAST_REF"), event("e", "2025-10-06"), event("f", "2025-10")];
  assert.deepEqual(byDate(events).map(({ id }) => id), ["c", "f", "b", "e", "a", "d"]);
});
