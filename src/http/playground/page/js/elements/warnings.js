/** The warnings of an answer, in words. */

import { element } from "../dom.js";
import { count } from "../words.js";

/** Characters of a passage that are shown. */
const PASSAGE_CHARS = 60;
/** Passages that are shown for each kind of warning. */
const PASSAGES = 10;

const KINDS = {
  page_furniture: "Left out, because it does not belong to the article’s text:",
  quote_unclosed: "A quotation mark is never closed:",
  markup_suspected: "This looks like HTML, but was read as plain text. Choose HTML as its format, if it is.",
  language_uncertain: "The text is too short or too mixed to tell its language. It was read as English.",
};

/** @returns {Node[]} A summary that opens, or nothing where there are no warnings. */
export function warningsList({ warnings }) {
  if (warnings.length === 0) return [];
  const kinds = new Map();
  for (const warning of warnings) {
    const title = KINDS[warning.code] ?? warning.detail;
    kinds.set(title, [...(kinds.get(title) ?? []), ...(warning.span ? [warning.span.text] : [])]);
  }
  const rows = [...kinds].map(([title, texts]) => element("li", {}, title, ...passages(title.endsWith(":") ? texts : [])));
  return [element("details", {}, element("summary", {}, count(warnings.length, "warning")), element("ul", {}, ...rows))];
}

function passages(texts) {
  const shown = texts.slice(0, PASSAGES).map((text) => element("q", {}, text.length > PASSAGE_CHARS ? `${text.slice(0, PASSAGE_CHARS)}…` : text));
  const rest = texts.length - shown.length;
  return [...shown.flatMap((passage) => [" ", passage]), ...(rest > 0 ? [` and ${rest} more`] : [])];
}
