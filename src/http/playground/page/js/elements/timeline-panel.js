/** The events by date: participants, place, and whether they happened. Those without a date come last. */

import { inChunks } from "../chunks.js";
import { element, tell } from "../dom.js";
import { eventType, factuality, factualitySign, role, timeOrder, timeValue } from "../words.js";
import { certainty, listed, nameOf } from "./facts.js";
import { excerpt } from "./names-panel.js";

/** Events in groups of one date each, in order. */
export function byDate(events) {
  const groups = new Map();
  for (const event of events) {
    const value = event.time?.value ?? null;
    const at = timeOrder(value);
    const key = at === null ? "" : value;
    if (!groups.has(key)) groups.set(key, { at, value: at === null ? null : value, events: [] });
    groups.get(key).events.push(event);
  }
  return [...groups.values()].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0);
}

export async function drawTimeline(panel, reading, { signal }) {
  const groups = byDate(reading.answer.events);
  if (groups.length === 0) panel.append(element("p", { class: "none" }, "No events were found."));
  const rows = groups.flatMap(({ value, events }) => {
    const list = element("ol", { class: "events-list" });
    panel.append(element("section", { class: "date" }, element("h3", {}, value === null ? "No date in the article" : timeValue(value)), list));
    return events.map((event) => ({ event, list }));
  });
  await inChunks(rows, ({ event, list }) => list.append(row(reading, event)), signal);
}

function row(reading, event) {
  const state = event.factuality.value;
  const who = event.arguments.map((argument) => element("span", {}, element("span", { class: "role" }, `${role(argument.role)} `), nameOf(reading, argument.text, argument.entity_id)));
  return element("li", { class: state },
    element("span", { class: "sign", "aria-hidden": "true" }, factualitySign(state)),
    element("div", {},
      element("p", { class: "what" }, element("b", {}, eventType(event.type)), " ", element("span", { class: `tag ${state}` }, factuality(state))),
      excerpt(reading, `${event.id}.0`, event.trigger, 45),
      who.length > 0 && element("p", { class: "detail" }, ...listed(who)),
      event.place && element("p", { class: "detail" }, "in ", nameOf(reading, event.place.text, event.place.entity_id)),
      element("p", { class: "foot" }, certainty(event.confidence, false),
        element("button", { type: "button", class: "small", onclick: (click) => tell(click.currentTarget, "copy-case", { things: [event] }) }, "Wrong?"))));
}
