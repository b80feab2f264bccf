import assert from "node:assert/strict";
import { test } from "node:test";

import { confidence, count, eventType, timeOrder, timeValue } from "../page/js/words.js";

test("TIMEX3 values in words", () => {
  for (const [value, words] of [
    ["2025-10-06", "Monday, 6 October 2025"],
    ["2025-10-06T10:00", "Monday, 6 October 2025, 10:00"],
    ["2025-10-06TMO", "Monday, 6 October 2025, morning"],
    ["2025-10", "October 2025"],
    ["2025-W34", "the week of Monday, 18 August 2025"],
    ["2025-W01", "the week of Monday, 30 December 2024"],
    ["2025-Q3", "quarter 3 of 2025"],
    ["2025-WI", "winter 2025"],
    ["2016", "2016"],
    ["199", "the 1990s"],
    ["P2Y", "2 years"],
    ["P1W", "1 week"],
    ["PT20M", "20 minutes"],
    ["P3CE", "3 centuries"],
    ["PRESENT_REF", "now"],
    ["XXXX-WXX-2", "XXXX-WXX-2"],
    [null, "not known from the article"],
  ]) assert.equal(timeValue(value), words);
});

test("values are ordered by when they begin, and those without a year have no order", () => {
  const ordered = ["2016", "2025", "2025-W01-1", "2025-Q2", "2025-08", "2025-08-24", "2025-08-24T18:05"];
  const orders = ordered.map(timeOrder);
  assert.deepEqual(orders.filter((order) => order === null), []);
  for (const [earlier, later] of [["2016", "2025"], ["2025-Q2", "2025-08"], ["2025-08-24", "2025-08-24T18:05"], ["2025-W34", "2025-08-24"]]) {
    assert.ok(timeOrder(earlier) < timeOrder(later), `${earlier} is before ${later}`);
  }
  for (const value of ["P2Y", "PRESENT_REF", "XXXX-WXX-2", null]) assert.equal(timeOrder(value), null);
});

test("probabilities in words", () => {
  for (const [probability, word] of [[1, "sure"], [0.9, "sure"], [0.899, "likely"], [0.7, "likely"], [0.69, "unsure"], [0, "unsure"]]) {
    assert.equal(confidence(probability).word, word);
  }
});

test("labels that are not known are shown as they are", () => {
  assert.equal(eventType("space.launch_window"), "launch window");
  assert.equal(count(1, "name"), "1 name");
  assert.equal(count(2000, "name"), "2,000 names");
});
