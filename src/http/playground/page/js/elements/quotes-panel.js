/** Who said what, as a table. */

import { element, tell } from "../dom.js";
import { inPages } from "../pages.js";
import { quoteType, title } from "../words.js";
import { certainty, nameOf } from "./facts.js";

export async function drawQuotes(panel, reading, { signal }) {
  const { quotes } = reading.answer;
  if (quotes.length === 0) {
    panel.append(element("p", { class: "none" }, "No quotes were found."));
    return;
  }
  // The roles say what a phone's layout takes from the elements: there a row is a block.
  const body = element("tbody", { role: "rowgroup" });
  const head = ["Who", "What", "Confidence"].map((name) => element("th", { scope: "col", role: "columnheader" }, name));
  panel.append(element("table", { class: "quotes-table", role: "table" },
    element("caption", { class: "visually-hidden" }, "Quotes in the order of the article"),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head)), body));
  await inPages(panel, quotes, (quote) => body.append(row(reading, quote)), signal);
}

function row(reading, quote) {
  const { speaker } = quote;
  const held = speaker && title(speaker.title, speaker.affiliation);
  const words = quote.content.map(({ text }) => text).join(" … ");
  const isVerbatim = quote.type === "direct";
  const go = element("button", { type: "button", class: "excerpt", onclick: (event) => tell(event.currentTarget, "go", { id: quote.id }) },
    isVerbatim ? `“${words}”` : words);
  return element("tr", { role: "row" },
    element("th", { scope: "row", role: "rowheader" }, speaker ? nameOf(reading, speaker.name, speaker.entity_id) : "not known", held && element("span", { class: "detail" }, held)),
    element("td", { role: "cell" }, go, element("span", { class: "detail" }, quoteType(quote.type))),
    element("td", { role: "cell" }, certainty(Math.min(quote.confidence, speaker?.confidence ?? 1), false),
      element("button", { type: "button", class: "small", onclick: (event) => tell(event.currentTarget, "copy-case", { things: [quote] }) }, "Wrong?")));
}
