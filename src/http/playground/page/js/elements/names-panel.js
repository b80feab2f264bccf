/** Everything that is named; or one of them, with every mention, role, quote and event. */

import { element, tell } from "../dom.js";
import { headedLists, inPages } from "../pages.js";
import { count, entityGroup, entityType, entityTypes, eventType, factuality, factualitySign, timeValue } from "../words.js";
import { certainty, entityButton, entityFacts, linkLines } from "./facts.js";

/** A button that leads to a place in the article, with the words around it. */
export function excerpt(reading, findingId, span, chars) {
  const { before, text, after } = reading.context(span, chars);
  return element("button", {
    type: "button", class: "excerpt", onclick: (event) => tell(event.currentTarget, "go", { id: findingId }),
  }, before, element("strong", {}, text), after);
}

export function drawNames(panel, reading, { chosen, signal }) {
  const entity = chosen && reading.answer.entities.find(({ id }) => id === chosen);
  return entity ? drawProfile(panel, reading, entity, signal) : drawList(panel, reading, signal);
}

/** Entities by type, the types in the order of their most prominent entity. */
function byType(entities) {
  const types = new Map();
  for (const entity of [...entities].sort((a, b) => b.salience - a.salience)) {
    if (!types.has(entity.type)) types.set(entity.type, []);
    types.get(entity.type).push(entity);
  }
  return [...types.values()].flat();
}

function drawList(panel, reading, signal) {
  const entities = byType(reading.answer.entities);
  if (entities.length === 0) panel.append(element("p", { class: "none" }, "No names were found."));
  const listOf = headedLists(panel, () => element("ul", { class: "names-list" }));
  const draw = (entity) => {
    const name = element("span", { class: `sample names ${entityGroup(entity.type)}` }, entity.name);
    const [role] = entity.roles;
    listOf(entityTypes(entity.type)).append(element("li", {},
      entityButton(entity, name), " ",
      element("span", { class: "count" }, count(entity.mentions.length, "mention")),
      role && element("span", { class: "detail" }, role.title + (role.affiliation ? `, ${role.affiliation.name}` : "")),
      ...linkLines(entity)));
  };
  return inPages(panel, entities, draw, signal);
}

function drawProfile(panel, reading, entity, signal) {
  const back = element("button", { type: "button", onclick: () => tell(panel, "choose", { id: null }) }, "← All names");
  const complain = element("button", { type: "button", onclick: (event) => tell(event.currentTarget, "copy-case", { things: [entity] }) }, "Wrong? Copy as a test case");
  panel.append(back, element("h3", { class: "profile-name" }, entity.name), element("p", { class: "detail" }, entityType(entity.type)), entityFacts(entity), complain);
  const listOf = headedLists(panel, () => element("ul", { class: "profile-list" }));
  const drawQuote = (quote) => listOf("Quotes").append(element("li", {}, excerpt(reading, quote.id, quote.content[0], 20), certainty(quote.confidence, false)));
  const drawEvent = (event) => {
    const status = `${factualitySign(event.factuality.value)} ${eventType(event.type)} (${factuality(event.factuality.value)})`;
    const when = event.time?.value && `, ${timeValue(event.time.value)}`;
    listOf("Events").append(element("li", {}, element("span", { class: "detail" }, status, when), excerpt(reading, `${event.id}.0`, event.mentions[0])));
  };
  const drawMention = (mention, n) => {
    const form = { name: "by name", nominal: "described", pronoun: "pronoun" }[mention.form] ?? mention.form;
    listOf("Mentions").append(element("li", {}, excerpt(reading, `${entity.id}.${n}`, mention, 40), element("span", { class: "detail" }, form)));
  };
  const rows = [
    ...(reading.quotesOf.get(entity.id) ?? []).map((quote) => () => drawQuote(quote)),
    ...(reading.eventsOf.get(entity.id) ?? []).map((event) => () => drawEvent(event)),
    ...entity.mentions.map((mention, n) => () => drawMention(mention, n)),
  ];
  return inPages(panel, rows, (draw) => draw(), signal);
}
