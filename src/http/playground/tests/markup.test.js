import assert from "node:assert/strict";
import { test } from "node:test";

import { htmlBlocks, textBlocks } from "../page/js/markup.js";

const read = (blocks, source) => blocks.map(({ kind, runs }) => [kind, runs.map(([start, end]) => source.slice(start, end))]);

const CASES = [
  ["no tags", "Rain fell.", [["paragraph", ["Rain fell."]]]],
  ["inline tags split runs, not blocks", "<p>Said <a href='x>y'>Ana</a>.</p>", [["paragraph", ["Said ", "Ana", "."]]]],
  ["headings, items, quotations", "<h2>A</h2><ul><li>B</li></ul><blockquote><p>C</p></blockquote>D",
    [["heading", ["A"]], ["item", ["B"]], ["quotation", ["C"]], ["paragraph", ["D"]]]],
  ["scripts and styles are not text", "<script>if (a < b) '</p>'</script><style>p{}</style><p>A</p>", [["paragraph", ["A"]]]],
  ["a tag in a script is not a tag", "<script>a<b && c>'d</script><p>A</p>", [["paragraph", ["A"]]]],
  ["nested unseen elements end at their own end tag", "<svg><svg></svg>x</svg><p>A</p>", [["paragraph", ["A"]]]],
  ["comments", "<p>A<!-- <p>no</p> -->B</p>", [["paragraph", ["A", "B"]]]],
  ["an unclosed comment", "<p>A</p><!-- no", [["paragraph", ["A"]]]],
  ["a less-than sign in text", "<p>3 < 4 and 5 <6</p>", [["paragraph", ["3 < 4 and 5 <6"]]]],
  ["an end tag too many", "</p></div><p>A</p>", [["paragraph", ["A"]]]],
  ["a line break is a run", "<p>A<br>B</p>", [["paragraph", ["A", "<br>", "B"]]]],
  ["an unclosed script", "<p>A</p><script>x", [["paragraph", ["A"]]]],
];

for (const [name, source, expected] of CASES) {
  test(`htmlBlocks: ${name}`, () => assert.deepEqual(read(htmlBlocks(source), source), expected));
}

test("textBlocks: lines are blocks, and those without a blank line before them are wrapped", () => {
  const text = "\n\nHead\n\nfirst\nsecond\r\n\r\nthird\r\nfourth\n \nfifth";
  const blocks = textBlocks(text);
  assert.deepEqual(read(blocks, text).map(([, [line]]) => line), ["Head", "first", "second", "third", "fourth", "fifth"]);
  assert.deepEqual(blocks.map(({ isWrapped }) => isWrapped), [false, false, true, false, true, false]);
});

test("htmlBlocks: time grows no faster than the source, whatever is in it", () => {
  const milliseconds = (source) => {
    const began = performance.now();
    htmlBlocks(source);
    return performance.now() - began;
  };
  for (const hostile of ["<", "<p", "<!--", "<a href='", "<svg>", "</p>", "<p>a"]) {
    const few = Math.min(...[1, 2, 3].map(() => milliseconds(hostile.repeat(5000))));
    const many = Math.min(...[1, 2].map(() => milliseconds(hostile.repeat(40000))));
    // Eight times the source; a square would be 64 times the time.
    assert.ok(many < 24 * few + 100, `${hostile}: ${few} ms, then ${many} ms`);
  }
});
