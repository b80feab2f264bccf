/** What is known of an entity, quote, event or time, as elements: the same in the card, the profile and the lists. */

import { element, externalLink, tell } from "../dom.js";
import { confidence, count, entityType, eventType, factuality, factualitySign, quoteType, role, timeType, timeValue, title } from "../words.js";

/** "●●○ likely": how sure the service is. */
export function certainty(probability, isLong = true) {
  const { word, dots, percent } = confidence(probability);
  const sign = element("span", { class: "dots", "aria-hidden": "true" }, dots);
  return element("span", { class: `certainty ${word}`, title: `probability ${percent} %` }, sign, ` ${word}`, isLong && ` (${percent} %)`);
}

/** A button that chooses an entity. */
export function entityButton(entity, label = entity.name) {
  return element("button", {
    type: "button",
    class: "entity-link",
    onclick: (event) => tell(event.currentTarget, "choose", { id: entity.id }),
  }, label);
}

/** A name that may be an entity's. */
export function nameOf(reading, text, entityId) {
  const entity = entityId && reading.thing(entityId);
  return entity ? entityButton(entity, text) : text;
}

/** Wikidata, where the entity is linked, and how sure the link is. */
function wikidata({ ids, link }) {
  const id = ids?.wikidata;
  if (!/^Q\d+$/.test(id ?? "")) return null;
  const address = externalLink(`https://www.wikidata.org/wiki/${id}`, `Wikidata ${id}`);
  return element("span", { class: "link" }, address, link && " ", link && certainty(link.score, false));
}

/** What the entity is linked to: its name there where that is another one, and its description. */
function linkedTo({ name, link }) {
  if (!link) return null;
  const isSame = link.name.toLowerCase() === name.toLowerCase();
  return [!isSame && link.name, link.description].filter(Boolean).join(": ");
}

/** What the entity is linked to, in lines for a list. */
export function linkLines(entity) {
  return [linkedTo(entity), wikidata(entity)].map((line) => line && element("span", { class: "detail" }, line));
}

/** Rows of a definition list; rows without a value are left out. */
export function facts(rows) {
  const list = element("dl", { class: "facts" });
  for (const [term, ...values] of rows) {
    const known = values.filter((value) => value !== null && value !== undefined && value !== false && value !== "");
    if (known.length > 0) list.append(element("div", {}, element("dt", {}, term), element("dd", {}, ...known)));
  }
  return list;
}

/** A list of nodes with commas between them. */
export function listed(nodes) {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [", ", node]));
}

const NIL_REASONS = {
  not_in_kb: "no knowledge base has this name",
  ambiguous: "several entries are about as likely",
  below_threshold: "no entry is likely enough",
  type_conflict: "what has this name is of another type",
  surname_only: "many people have this name",
  generic_name: "an everyday phrase with other meanings elsewhere",
  out_of_date: "the article is newer than the knowledge base",
  type_not_linked: "nationalities are not linked",
};

export function entityFacts(entity) {
  const roles = entity.roles.map((held) => title(held.title, held.affiliation?.name));
  const own = Object.entries(entity.ids ?? {}).filter(([scheme]) => scheme !== "wikidata");
  return facts([
    ["Role", [...new Set(roles)].join("; ")],
    ["Link", wikidata(entity) || (entity.nil_reason && `none: ${NIL_REASONS[entity.nil_reason] ?? entity.nil_reason}`)],
    ["Linked to", linkedTo(entity)],
    ...own.map(([scheme, id]) => [scheme === "known" ? "Own id" : scheme, id]),
    ["Confidence", certainty(entity.confidence)],
  ]);
}

/** Participants of an event as `[role, names]`, each role once. */
export function participants(reading, event) {
  const byRole = new Map();
  for (const argument of event.arguments) {
    if (!byRole.has(argument.role)) byRole.set(argument.role, []);
    byRole.get(argument.role).push(nameOf(reading, argument.text, argument.entity_id));
  }
  return [...byRole].map(([name, values]) => [role(name), listed(values)]);
}

export function quoteFacts(reading, quote) {
  const { speaker } = quote;
  const chain = speaker && speaker.chain.length > 1 && speaker.chain.join(" → ");
  return facts([
    ["Said by", ...(speaker ? [nameOf(reading, speaker.name, speaker.entity_id), speaker.title && `, ${title(speaker.title, speaker.affiliation)}`] : ["not known"])],
    ["Found by", chain],
    ["How", quoteType(quote.type), quote.act === "thought" && "; a thought, not speech", quote.cue?.polarity === "negated" && "; said not to have been said"],
    ["Speaker", speaker && certainty(speaker.confidence)],
    ["Quote", certainty(quote.confidence)],
  ]);
}

export function eventFacts(reading, event) {
  const speakerQuote = event.asserted_by.kind === "speaker" && reading.thing(event.asserted_by.quote_id);
  return facts([
    ["Status", factuality(event.factuality.value), event.factuality.cues.length > 0 && ` (“${event.factuality.cues.map((cue) => cue.text).join("”, “")}”)`],
    ...participants(reading, event).map(([name, values]) => [name, ...values]),
    ["When", event.time && timeValue(event.time.value), event.time?.source === "story" && " (from another sentence)"],
    ["Where", event.place && nameOf(reading, event.place.text, event.place.entity_id), event.place?.source === "story" && " (from another sentence)"],
    ["According to", event.asserted_by.kind === "author" ? "the article" : speakerQuote?.speaker?.name ?? "somebody who is quoted"],
    ["Confidence", certainty(event.confidence)],
  ]);
}

export function timeFacts(_reading, time) {
  return facts([
    ["When", timeValue(time.value)],
    ["TIMEX3", time.value && element("code", {}, time.value)],
    ["Confidence", certainty(time.confidence)],
  ]);
}

/** The heading and the facts of a finding. */
export function findingFacts(reading, { layer, thing, span }) {
  switch (layer) {
    case "names":
      return { kind: `${entityType(thing.type)}, ${count(thing.mentions.length, "mention")}`, heading: thing.name, list: entityFacts(thing) };
    case "events":
      return { kind: `${factualitySign(thing.factuality.value)} event`, heading: eventType(thing.type), list: eventFacts(reading, thing) };
    case "times":
      return { kind: timeType(thing.type), heading: span.text, list: timeFacts(reading, thing) };
    case "cues":
      return { kind: "reports a quote", heading: span.text, list: quoteFacts(reading, thing) };
    default:
      return { kind: "quote", heading: thing.speaker?.name ?? "Speaker not known", list: quoteFacts(reading, thing) };
  }
}
