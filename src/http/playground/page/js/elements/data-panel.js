/** The answer as JSON, and the request as code. */

import { inChunks } from "../chunks.js";
import { element, tell } from "../dom.js";
import { BASE } from "../service.js";
import { curl, javaScript, pythonCode } from "../snippets.js";

/** Lines of JSON in one block. A browser lays out only the blocks near the window. */
const BLOCK_LINES = 200;

export async function drawData(panel, reading, { needsKey, signal }) {
  const { request, answer } = reading;
  const json = JSON.stringify(answer, null, 2);
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
      element("button", { type: "button", onclick: () => tell(panel, "copy-case", { things: [] }) }, "Copy as a test case")),
    element("h3", {}, "The answer as JSON"),
    element("p", { class: "buttons" }, button("Copy JSON", () => `${json}\n`)));
  const lines = json.split("\n");
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK_LINES) }, (_, i) => lines.slice(i * BLOCK_LINES, (i + 1) * BLOCK_LINES));
  const pre = element("pre", { class: "json", tabindex: 0, role: "region", "aria-label": "The answer as JSON" });
  panel.append(pre);
  await inChunks(blocks, (block) => {
    const made = element("code", {}, `${block.join("\n")}\n`);
    made.style.setProperty("--lines", String(block.length));
    pre.append(made);
  }, signal);
}
