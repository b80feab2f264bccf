/**
 * Findings as a test case, one line of JSON for `cases.py`: the request, and checks that state what is right.
 *
 * A reader who sees a wrong finding copies it, corrects the check, and sends the line.
 */

const joined = (segments) => segments.map((segment) => segment.text).join(" ");

/** Checks for a thing of the answer, as it was found. */
const CHECKS = {
  entities: ({ name, type, mentions, roles }) => {
    const check = { name, type };
    const forms = [...new Set(mentions.filter(({ form }) => form === "name").map(({ text }) => text))];
    if (forms.length > 1) check.mentions = forms;
    if (roles.length > 0) {
      check.role = roles[0].title;
      if (roles[0].affiliation) check.affiliation = roles[0].affiliation.name;
    }
    return { entity: check };
  },
  quotes: ({ content, type, speaker }) => ({ quote: { content: joined(content), type, speaker: speaker?.name ?? null } }),
  events: ({ trigger, type, factuality, time, place, arguments: fillers, asserted_by }, answer) => {
    const check = { trigger: trigger.text, type, factuality: factuality.value, date: time?.value ?? null, place: place?.text ?? null };
    // A role that two participants fill has one text in a check: the first.
    const args = {};
    for (const { role, text } of fillers) args[role] ??= text;
    if (fillers.length > 0) check.args = args;
    const asserting = answer.quotes.find((quote) => quote.id === asserted_by.quote_id);
    check.asserted_by = asserted_by.kind === "author" ? "author" : asserting?.speaker?.name;
    return { event: check };
  },
  times: ({ text, value, type }) => ({ time: { text, ...(value === null ? {} : { value }), type } }),
};

const KINDS = { entities: "names", quotes: "quotes", events: "events", times: "times" };

/** The list of the answer that holds a thing. */
const listOf = (answer, thing) => Object.keys(CHECKS).find((name) => answer[name].includes(thing));

/** Parts of a request that change what is found, and not how it is written. */
function comparable({ options: { offset_unit: _, ...options }, ...rest }) {
  return Object.keys(options).length > 0 ? { ...rest, options } : rest;
}

/**
 * @param {import("./reading.js").Reading} reading
 * @param {object[]} things Entities, quotes, events and times of the answer; all of them where none is named.
 * @returns {string} A line of JSON.
 */
export function testCase({ request, answer }, things = []) {
  const chosen = things.length > 0 ? things : Object.keys(CHECKS).flatMap((name) => answer[name]);
  const lists = chosen.map((thing) => listOf(answer, thing));
  const checks = chosen.map((thing, i) => CHECKS[lists[i]](thing, answer));
  const layer = new Set(lists).size === 1 ? KINDS[lists[0]] : "article";
  const id = `READER-${answer.meta.text_sha256.slice(0, 8)}`;
  return `${JSON.stringify({ id, kind: "reader-report", layer, request: comparable(request), checks })}\n`;
}
