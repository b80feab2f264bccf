// `highlight()`: the table that the playground and both clients share, and what the table cannot say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { highlight, OffsetError, segments } from "../dist/index.js";

const { cases } = JSON.parse(readFileSync(new URL("../../highlight-cases.json", import.meta.url), "utf8"));

const letters = ({ id }, isFirst) => [`[${id}${isFirst ? "" : "+"}:`, "]"];

/** The table's texts stand for HTML too: nothing in them is escaped. */
const written = (body, findings, offsetUnit) => highlight({ body, body_type: "html" }, findings, { offsetUnit, mark: letters });

for (const { name, offset_unit, text, findings, expected, error } of cases) {
  test(`table: ${name}`, () => {
    if (error) assert.throws(() => written(text, findings, offset_unit), OffsetError);
    else assert.equal(written(text, findings, offset_unit), expected);
  });
}

test("plain text is escaped, and HTML is not", () => {
  const found = [{ id: 'a"', ranges: [[4, 7]], layer: "names", ref: "e1" }];
  const mark = '<mark id="dateline-a&quot;" class="dateline-names" data-ref="e1">Ana</mark>';
  assert.equal(highlight("1<2 Ana & Bo", found), `1&lt;2 ${mark} &amp; Bo`);
  assert.equal(highlight({ body: "<b> Ana</b>", body_type: "html" }, found), `<b> ${mark}</b>`);
});

test("findings of other fields are left out", () => {
  const article = { body: "Rain fell.", title: "Rain" };
  const found = [{ id: "t", ranges: [[0, 4]], field: "title" }, { id: "b", ranges: [[5, 9]] }];
  assert.equal(highlight(article, found, { mark: letters }), "Rain [b:fell].");
  assert.equal(highlight(article, found, { field: "title", mark: letters }), "[t:Rain]");
  assert.equal(highlight(article, [], { field: "abstract" }), "");
});

test("segments cover the text", () => {
  const found = [{ id: "a", ranges: [[0, 4]] }, { id: "b", ranges: [[2, 6]] }];
  const pieces = segments("abcdefg", found).map(({ text, findings }) => [text, findings.map(({ id }) => id)]);
  assert.deepEqual(pieces, [["ab", ["a"]], ["cd", ["a", "b"]], ["ef", ["b"]], ["g", []]]);
});

test("every finding has one first piece, and the text stays whole", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 300; round++) {
    const characters = Array.from({ length: 1 + random(30) }, () => [..."ab é😀ש"][random(6)]);
    const text = characters.join("");
    const found = Array.from({ length: random(9) }, (_, id) => {
      const start = random(characters.length);
      return { id: `${id}`, ranges: [[start, start + 1 + random(characters.length - start)]] };
    });
    const result = written(text, found, "code_point");
    assert.equal(result.replace(/\[\d+\+?:|\]/g, ""), text);
    for (const { id } of found) assert.equal(result.split(`[${id}:`).length, 2, result);
  }
});

test("all units lead to the same position", () => {
  const text = "a é 😀 שלום\u200f e\u0301";
  const characters = [...text];
  for (let n = 1; n <= characters.length; n++) {
    const before = characters.slice(0, n).join("");
    const lengths = { code_point: n, utf16: before.length, utf8: new TextEncoder().encode(before).length };
    for (const [unit, length] of Object.entries(lengths)) {
      assert.equal(segments(text, [{ id: "a", ranges: [[0, length]] }], unit)[0].text, before);
    }
  }
});

for (const unit of ["utf16", "utf8"]) {
  test(`an offset inside a character of ${unit} is refused`, () => {
    assert.throws(() => segments("😀", [{ id: "a", ranges: [[0, 1]] }], unit), /inside a character/);
  });
}
