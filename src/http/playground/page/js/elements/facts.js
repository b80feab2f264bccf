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

/** Wikidata, where the entity is linked. */
export function wikidata(entity) {
  const id = entity.ids?.wikidata;
  return /^Q\d+$/.test(id ?? "") && externalLink(`https://www.wikidata.org/wiki/${id}`, `Wikidata ${id}`);
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
  not_in_kb: "not in the knowledge base",
  ambiguous: "several candidates fit",
  below_threshold: "no candidate is sure enough",
  type_conflict: "the candidates are of another type",
  surname_only: "only a surname is given",
  generic_name: "the name is too general",
  out_of_date: "the candidates lived at another time",
  type_not_linked: "names of this type are not linked",
};

export function entityFacts(reading, entity) {
  const roles = entity.roles.map((held) => title(held.title, held.affiliation?.name));
  return facts([
    ["Role", [...new Set(roles)].join("; ")],
    ["About", entity.link?.description],
    ["Link", wikidata(entity) || (entity.nil_reason && `none: ${NIL_REASONS[entity.nil_reason] ?? entity.nil_reason}`)],
    ["Own id", entity.ids?.known],
    ["Mentions", count(entity.mentions.length, "mention")],
    ["Confidence", certainty(entity.confidence)],
  ]);
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
  const byRole = new Map();
  for (const argument of event.arguments) {
    if (!byRole.has(argument.role)) byRole.set(argument.role, []);
    byRole.get(argument.role).push(nameOf(reading, argument.text, argument.entity_id));
  }
  const speakerQuote = event.asserted_by.kind === "speaker" && reading.thing(event.asserted_by.quote_id);
  return facts([
    ["Status", factuality(event.factuality.value), event.factuality.cues.length > 0 && ` (“${event.factuality.cues.map((cue) => cue.text).join("”, “")}”)`],
    ...[...byRole].map(([name, values]) => [role(name), ...listed(values)]),
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
      return { kind: entityType(thing.type), heading: thing.name, list: entityFacts(reading, thing) };
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
