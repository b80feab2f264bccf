/** Everything that is named; or one of them, with every mention, role, quote and event. */

import { inChunks } from "../chunks.js";
import { element, tell } from "../dom.js";
import { count, entityGroup, entityType, entityTypes, eventType, factuality, factualitySign, timeValue } from "../words.js";
import { certainty, entityButton, entityFacts, wikidata } from "./facts.js";

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

async function drawList(panel, reading, signal) {
  const byType = new Map();
  for (const entity of [...reading.answer.entities].sort((a, b) => b.salience - a.salience)) {
    if (!byType.has(entity.type)) byType.set(entity.type, []);
    byType.get(entity.type).push(entity);
  }
  if (byType.size === 0) panel.append(element("p", { class: "none" }, "No names were found."));
  const draw = ({ entity, list }) => {
    const name = element("span", { class: `sample names ${entityGroup(entity.type)}` }, entity.name);
    const [role] = entity.roles;
    list.append(element("li", {},
      entityButton(entity, name), " ",
      element("span", { class: "count" }, count(entity.mentions.length, "mention")),
      role && element("span", { class: "detail" }, role.title + (role.affiliation ? `, ${role.affiliation.name}` : "")),
      entity.link?.description && element("span", { class: "detail" }, entity.link.description),
      wikidata(entity)));
  };
  const rows = [...byType].flatMap(([type, entities]) => {
    const list = element("ul", { class: "names-list" });
    panel.append(element("section", {}, element("h3", {}, entityTypes(type)), list));
    return entities.map((entity) => ({ entity, list }));
  });
  await inChunks(rows, draw, signal);
}

async function drawProfile(panel, reading, entity, signal) {
  const back = element("button", { type: "button", onclick: () => tell(panel, "choose", { id: null }) }, "← All names");
  const complain = element("button", { type: "button", onclick: () => tell(panel, "copy-case", { things: [entity] }) }, "Wrong? Copy as a test case");
  panel.append(back, element("h3", { class: "profile-name" }, entity.name), element("p", { class: "detail" }, entityType(entity.type)), entityFacts(reading, entity));
  const list = (title, items) => {
    const made = element("ul", { class: "profile-list" });
    if (items > 0) panel.append(element("h4", {}, `${title} `, element("span", { class: "count" }, String(items))), made);
    return made;
  };
  const quotes = reading.quotesOf.get(entity.id) ?? [];
  const events = reading.eventsOf.get(entity.id) ?? [];
  const quoteList = list("Quotes", quotes.length);
  const eventList = list("Events", events.length);
  const mentionList = list("Mentions", entity.mentions.length);
  panel.append(complain);
  const drawQuote = (quote) => quoteList.append(element("li", {}, excerpt(reading, quote.id, quote.content[0], 20), certainty(quote.confidence, false)));
  const drawEvent = (event) => {
    const status = `${factualitySign(event.factuality.value)} ${eventType(event.type)} (${factuality(event.factuality.value)})`;
    const when = event.time?.value && `, ${timeValue(event.time.value)}`;
    eventList.append(element("li", {}, element("span", { class: "detail" }, status, when), excerpt(reading, `${event.id}.0`, event.mentions[0])));
  };
  const drawMention = (mention, n) => {
    const form = { name: "by name", nominal: "described", pronoun: "pronoun" }[mention.form] ?? mention.form;
    mentionList.append(element("li", {}, excerpt(reading, `${entity.id}.${n}`, mention, 40), element("span", { class: "detail" }, form)));
  };
  await inChunks(quotes, drawQuote, signal);
  await inChunks(events, drawEvent, signal);
  await inChunks(entity.mentions.entries(), ([n, mention]) => drawMention(mention, n), signal);
}
