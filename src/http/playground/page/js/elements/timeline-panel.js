/** The events by date: participants, place, and whether they happened. Those without a date come last. */

import { element, tell } from "../dom.js";
import { headedLists, inPages } from "../pages.js";
import { eventType, factuality, factualitySign, timeOrder, timeValue } from "../words.js";
import { certainty, nameOf, participants } from "./facts.js";
import { excerpt } from "./names-panel.js";

/** Events in the order of their dates; those without one come last, in the order of the article. */
export function byDate(events) {
  const placed = events.map((event) => ({ event, at: timeOrder(event.time?.value) ?? Infinity }));
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ event }) => event);
}

export async function drawTimeline(panel, reading, { signal }) {
  const { events } = reading.answer;
  if (events.length === 0) panel.append(element("p", { class: "none" }, "No events were found."));
  const listOf = headedLists(panel, () => element("ol", { class: "events-list" }));
  const heading = (value) => (timeOrder(value) === null ? "No date in the article" : timeValue(value));
  await inPages(panel, byDate(events), (event) => listOf(heading(event.time?.value)).append(row(reading, event)), signal);
}

function row(reading, event) {
  const state = event.factuality.value;
  const who = participants(reading, event).map(([role, names]) => element("p", { class: "detail" }, element("span", { class: "role" }, `${role} `), ...names));
  return element("li", { class: state },
    element("span", { class: "sign", "aria-hidden": "true" }, factualitySign(state)),
    element("div", {},
      element("p", { class: "what" }, element("b", {}, eventType(event.type)), " ", element("span", { class: `tag ${state}` }, factuality(state))),
      excerpt(reading, `${event.id}.0`, event.trigger, 45),
      ...who,
      event.place && element("p", { class: "detail" }, element("span", { class: "role" }, "place "), nameOf(reading, event.place.text, event.place.entity_id)),
      element("p", { class: "foot" }, certainty(event.confidence, false),
        element("button", { type: "button", class: "small", onclick: (click) => tell(click.currentTarget, "copy-case", { things: [event] }) }, "Wrong?"))));
}
