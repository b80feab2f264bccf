/** Long lists a page at a time. */

import { inChunks } from "./chunks.js";
import { element } from "./dom.js";

/** Rows drawn at once. */
const PAGE_ROWS = 150;

/**
 * Calls `draw` for each row of a first page, and puts a button after them for the next.
 *
 * @template Row
 * @param {HTMLElement} panel Where the button goes.
 * @param {Row[]} rows
 * @param {(row: Row) => void} draw
 * @param {AbortSignal} signal
 */
export async function inPages(panel, rows, draw, signal) {
  const isWhole = await inChunks(rows.slice(0, PAGE_ROWS), draw, signal);
  const rest = rows.slice(PAGE_ROWS);
  if (!isWhole || rest.length === 0) return;
  const more = element("button", {
    type: "button",
    class: "more",
    onclick: () => {
      more.remove();
      inPages(panel, rest, draw, signal);
    },
  }, `Show ${Math.min(rest.length, PAGE_ROWS)} more of ${rest.length.toLocaleString("en")}`);
  panel.append(more);
}

/** Gives the list of a heading, which it adds to the panel when the first row needs it. */
export function headedLists(panel, make) {
  const lists = new Map();
  return (heading) => {
    if (!lists.has(heading)) {
      const list = make();
      panel.append(element("section", {}, element("h3", {}, heading), list));
      lists.set(heading, list);
    }
    return lists.get(heading);
  };
}
