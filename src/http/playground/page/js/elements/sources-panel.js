/** Who is quoted, and how much: the answer's `source_audit`. */

import { element } from "../dom.js";
import { inPages } from "../pages.js";
import { count, share, sourceKind } from "../words.js";
import { nameOf } from "./facts.js";

export async function drawSources(panel, reading, { signal }) {
  const audit = reading.answer.source_audit;
  if (!audit || audit.sources.length === 0) {
    panel.append(element("p", { class: "none" }, "Nobody is quoted."));
    return;
  }
  const kinds = ["named", "anonymous", "collective"].filter((kind) => audit[kind] > 0).map((kind) => `${audit[kind]} ${sourceKind(kind)}`);
  const unknown = audit.quotes_without_speaker;
  panel.append(element("p", { class: "summary" },
    `${count(audit.distinct, "source")}: ${kinds.join(", ")}. `,
    unknown > 0 && `${count(unknown, "quote")} without a known speaker. `,
    "Bars show each source’s share of the words in quotation marks."));
  const list = element("ol", { class: "sources-list" });
  panel.append(list);
  const draw = (source) => {
    const bar = element("span", { class: `bar ${source.kind}`, "aria-hidden": "true" });
    bar.style.setProperty("--share", `${source.quoted_words_share * 100}%`);
    list.append(element("li", {},
      element("span", { class: "who" }, nameOf(reading, source.name, source.entity_id)),
      element("span", { class: `tag ${source.kind}` }, sourceKind(source.kind)),
      element("span", { class: "count" }, `${count(source.quotes, "quote")}, ${share(source.quoted_words_share)}`),
      element("span", { class: "track" }, bar)));
  };
  await inPages(panel, audit.sources, draw, signal);
}
