import assert from "node:assert/strict";
import { test } from "node:test";

import { jsonPieces } from "../page/js/elements/data-panel.js";
import { answer } from "./answer.js";

test("pieces of JSON are the whole JSON", () => {
  for (const value of [answer, { ...answer, entities: [], id: "a\nb", source_audit: { sources: [] } }, {}]) {
    assert.equal([...jsonPieces(value)].join("").replace("{\n}", "{}"), JSON.stringify(value, null, 2));
  }
});
