/** The answer as JSON, and the request as code. */

import { inChunks } from "../chunks.js";
import { element, tell } from "../dom.js";
import { BASE } from "../service.js";
import { curl, javaScript, pythonCode } from "../snippets.js";

/** Lines of JSON in one block. A browser lays out only the blocks near the window. */
const BLOCK_LINES = 200;

export async function drawData(panel, reading, { needsKey, signal }) {
  const { request, answer } = reading;
  const copies = [
    ["Copy as curl", () => curl(request, BASE.href, needsKey)],
    ["Copy as Python", () => pythonCode(request, BASE.href, needsKey)],
    ["Copy as JavaScript", () => javaScript(request, BASE.href, needsKey)],
  ];
  const button = (label, text) => element("button", {
    type: "button", onclick: (event) => tell(event.currentTarget, "copy", { text: text(), what: label.replace("Copy ", "") }),
  }, label);
  panel.append(
    element("h3", {}, "The request as code"),
    element("p", { class: "buttons" }, ...copies.map(([label, text]) => button(label, text)),
      element("button", { type: "button", onclick: (event) => tell(event.currentTarget, "copy-case", { things: [] }) }, "Copy as a test case")),
    element("h3", {}, "The answer as JSON"),
    element("p", { class: "buttons" }, button("Copy JSON", () => `${JSON.stringify(answer, null, 2)}\n`)));
  const pre = element("pre", { class: "json", tabindex: 0, role: "region", "aria-label": "The answer as JSON" });
  panel.append(pre);
  let block = [];
  const finish = () => {
    const made = element("code", {}, block.join(""));
    made.style.setProperty("--lines", String(block.length));
    pre.append(made);
    block = [];
  };
  const isWhole = await inChunks(jsonPieces(answer), (piece) => {
    block.push(...piece.match(/[^\n]*\n|[^\n]+$/g));
    if (block.length >= BLOCK_LINES) finish();
  }, signal);
  if (isWhole && block.length > 0) finish();
}

/** `JSON.stringify(answer, null, 2)` in pieces, one for each member and each item of its lists. */
export function* jsonPieces(answer) {
  const indented = (value, depth) => JSON.stringify(value, null, 2).replaceAll("\n", `\n${"  ".repeat(depth)}`);
  const members = Object.entries(answer);
  yield "{\n";
  for (const [i, [name, value]] of members.entries()) {
    const end = i + 1 < members.length ? ",\n" : "\n";
    if (Array.isArray(value) && value.length > 0) {
      yield `  ${JSON.stringify(name)}: [\n`;
      for (const [n, item] of value.entries()) yield `    ${indented(item, 2)}${n + 1 < value.length ? ",\n" : "\n"}`;
      yield `  ]${end}`;
    } else {
      yield `  ${JSON.stringify(name)}: ${indented(value, 1)}${end}`;
    }
  }
  yield "}";
}
