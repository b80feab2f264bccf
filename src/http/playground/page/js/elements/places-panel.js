/** The places that the article names, and what happened there. */

import { element } from "../dom.js";
import { inPages } from "../pages.js";
import { count, eventType, factuality } from "../words.js";
import { entityButton, linkLines } from "./facts.js";
import { excerpt } from "./names-panel.js";

const PLACES = new Set(["location", "facility"]);

export async function drawPlaces(panel, reading, { signal }) {
  const places = reading.answer.entities.filter(({ type }) => PLACES.has(type)).sort((a, b) => b.salience - a.salience);
  if (places.length === 0) panel.append(element("p", { class: "none" }, "No places were found."));
  const list = element("ul", { class: "places-list" });
  panel.append(list);
  const draw = (place) => {
    const events = reading.eventsAt.get(place.id) ?? [];
    list.append(element("li", {},
      entityButton(place), " ",
      element("span", { class: "count" }, count(place.mentions.length, "mention")),
      ...linkLines(place),
      ...events.map((event) => element("p", { class: "there" },
        element("span", { class: "detail" }, `${eventType(event.type)} (${factuality(event.factuality.value)})`),
        excerpt(reading, `${event.id}.0`, event.trigger, 40)))));
  };
  await inPages(panel, places, draw, signal);
}
