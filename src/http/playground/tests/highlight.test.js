import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Nester, segments } from "../page/js/highlight.js";

const table = new URL("../../../../clients/highlight-cases.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(table, "utf8"));

function written(text, findings) {
  const write = (node) => (typeof node === "string" ? node : `[${node.name}:${node.children.map(write).join("")}]`);
  const root = { children: [] };
  const nester = new Nester(root, (finding, isFirst, parent) => {
    const node = { name: isFirst ? finding.id : `${finding.id}+`, children: [] };
    parent.children.push(node);
    return node;
  });
  for (const { start, end, stack } of segments(findings, text.length)) {
    nester.enter(stack).children.push(text.slice(start, end));
  }
  return root.children.map(write).join("");
}

for (const { name, offset_unit, text, findings, expected, error } of cases) {
  // A page counts in UTF-16; the clients run the other cases too.
  if (offset_unit !== "utf16") continue;
  test(`highlight: ${name}`, () => {
    if (error) assert.throws(() => written(text, findings), RangeError);
    else assert.equal(written(text, findings), expected);
  });
}

test("highlight: every finding has one first piece, and the text stays whole, however findings overlap", () => {
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 300; round++) {
    const text = "abcdefghijklmnopqrstuvwxyz".slice(0, 1 + random(26));
    const findings = Array.from({ length: random(9) }, (_, id) => {
      const start = random(text.length);
      return { id: `${id}`, ranges: [[start, start + 1 + random(text.length - start)]] };
    });
    const result = written(text, findings);
    assert.equal(result.replace(/\[\d+\+?:|\]/g, ""), text);
    for (const { id } of findings) assert.equal(result.split(`[${id}:`).length, 2, result);
  }
});
