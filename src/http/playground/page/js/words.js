/** Labels and values of an answer, in words. A label that this version does not know is shown as it is. */

/** Type of entity: its name, its plural, and the group whose style it has in the text. */
const ENTITY_TYPES = {
  person: ["person", "people", "person"],
  organization: ["organization", "organizations", "organization"],
  location: ["location", "locations", "location"],
  facility: ["facility", "facilities", "location"],
  group: ["group", "groups", "organization"],
  product: ["product", "products", "other"],
  event: ["named event", "named events", "other"],
  work: ["work", "works", "other"],
  law: ["law", "laws", "other"],
  misc: ["other name", "other names", "other"],
};

/** Factuality: in words, and the sign in front of the trigger. */
const FACTUALITY = {
  actual: ["happened", "◆"],
  negated: ["did not happen", "✕"],
  planned: ["planned", "◇"],
  hypothetical: ["possible, not certain", "?"],
  generic: ["in general", "≈"],
};

const QUOTE_TYPES = {
  direct: "word for word",
  mixed: "partly word for word",
  indirect: "reported in the article’s words",
};

const SOURCE_KINDS = { named: "named", anonymous: "anonymous", collective: "collective" };

const TIME_TYPES = { date: "date", time: "time of day", duration: "duration", set: "recurring" };

/** Event types whose id does not read well on its own. */
const EVENT_TYPES = {
  "conflict.mobilize": "deployment of forces",
  "politics.policy": "policy or law",
  "diplomacy.aid": "aid or support",
  "statement.announce": "announcement",
  "statement.accuse": "accusation or criticism",
  "statement.demand": "demand or request",
  "statement.reject": "rejection",
  "justice.investigate": "investigation",
  "justice.charge": "criminal charge or lawsuit",
  "business.transaction": "purchase, sale or contract",
  "business.results": "business results",
  "business.product": "product launch or recall",
  "life.die": "death",
  "life.injure": "injury or illness",
  "life.family": "birth, marriage or divorce",
  "disaster.natural": "natural disaster",
  "disaster.response": "rescue or relief",
  "health.treatment": "medical treatment",
  "culture.event": "cultural event",
  "cyber.attack": "cyberattack",
  "cyber.vulnerability": "software vulnerability",
  "movement.travel": "travel or transport",
  "personnel.start": "appointment",
  "personnel.end": "departure from a post",
  "business.org_start": "founding of an organization",
  "business.org_end": "closing of an organization",
};

/** From which probability a finding is called what. Three dots, two, one: the words never stand for colour alone. */
const CONFIDENCE = [
  [0.9, "sure", "●●●"],
  [0.7, "likely", "●●○"],
  [0, "unsure", "●○○"],
];

/** @returns {{word: string, dots: string, percent: number}} A probability in words. */
export function confidence(probability) {
  const [, word, dots] = CONFIDENCE.find(([least]) => probability >= least) ?? CONFIDENCE[2];
  return { word, dots, percent: Math.round(probability * 100) };
}

export const entityType = (type) => ENTITY_TYPES[type]?.[0] ?? type;
export const entityTypes = (type) => ENTITY_TYPES[type]?.[1] ?? type;
export const entityGroup = (type) => ENTITY_TYPES[type]?.[2] ?? "other";
export const factuality = (value) => FACTUALITY[value]?.[0] ?? value;
export const factualitySign = (value) => FACTUALITY[value]?.[1] ?? "◆";
export const quoteType = (type) => QUOTE_TYPES[type] ?? type;
export const sourceKind = (kind) => SOURCE_KINDS[kind] ?? kind;
export const timeType = (type) => TIME_TYPES[type] ?? type;

/** `diplomacy.meeting` is a meeting; `conflict.attack`, an attack. */
export function eventType(type) {
  return EVENT_TYPES[type] ?? type.slice(type.indexOf(".") + 1).replaceAll("_", " ");
}

/** `from_place` is "from place". */
export const role = (name) => name.replaceAll("_", " ");

/** `1 name`, `2 names`. */
export const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** A share as a percentage. */
export const share = (part) => `${Math.round(part * 100)} %`;

/** "Mayor", "Mayor, Oslo": a title with what it belongs to. */
export const title = (name, affiliation) => [name, affiliation].filter(Boolean).join(", ");

const UTC = { timeZone: "UTC" };
const day = (date) => date.toLocaleDateString("en-GB", { ...UTC, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const month = (date) => date.toLocaleDateString("en-GB", { ...UTC, month: "long", year: "numeric" });

/** Monday of an ISO week. */
function mondayOf(year, week) {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return new Date(Date.UTC(year, 0, monday));
}

const SEASONS = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" };
const PARTS = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
const REFERENCES = { PRESENT_REF: "now", PAST_REF: "in the past", FUTURE_REF: "in the future" };
const UNITS = { Y: "year", M: "month", W: "week", D: "day", H: "hour", DE: "decade", CE: "century", Q: "quarter" };

/** Forms of TIMEX3 values, each with how to say it. */
const TIME_FORMS = [
  [/^(\d{4})-(\d\d)-(\d\d)$/, ([, y, m, d]) => day(new Date(Date.UTC(y, m - 1, d)))],
  [/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/, ([, date, time]) => `${timeValue(date)}, ${time}`],
  [/^(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI|DT)$/, ([, date, part]) => `${timeValue(date)}, ${PARTS[part]}`],
  [/^(\d{4})-(\d\d)$/, ([, y, m]) => month(new Date(Date.UTC(y, m - 1, 1)))],
  [/^(\d{4})-W(\d\d)$/, ([, y, w]) => `the week of ${day(mondayOf(Number(y), Number(w)))}`],
  [/^(\d{4})-W(\d\d)-WE$/, ([, y, w]) => `the weekend after ${day(mondayOf(Number(y), Number(w)))}`],
  [/^(\d{4})-Q([1-4])$/, ([, y, q]) => `quarter ${q} of ${y}`],
  [/^(\d{4})-H([12])$/, ([, y, h]) => `${h === "1" ? "first" : "second"} half of ${y}`],
  [/^(\d{4})-(SP|SU|FA|WI)$/, ([, y, s]) => `${SEASONS[s]} ${y}`],
  [/^\d{4}$/, ([y]) => y],
  [/^(\d{3})$/, ([, decade]) => `the ${decade}0s`],
  [/^(PRESENT|PAST|FUTURE)_REF$/, ([value]) => REFERENCES[value]],
  [/^P(\d+(?:\.\d+)?)(DE|CE|[YMWDQ])$/, ([, n, unit]) => count(Number(n), UNITS[unit], unit === "CE" ? "centuries" : undefined)],
  [/^PT(\d+(?:\.\d+)?)([HMS])$/, ([, n, unit]) => count(Number(n), { H: "hour", M: "minute", S: "second" }[unit])],
];

/** @returns {string} A TIMEX3 value in words, or as it is where there is no form for it; null is said too. */
export function timeValue(value) {
  if (value === null || value === undefined) return "not known from the article";
  for (const [form, say] of TIME_FORMS) {
    const match = form.exec(value);
    if (match) return say(match);
  }
  return value;
}

/** Sorts TIMEX3 values that begin with a year by when they begin; null for a value that has no place on a timeline. */
export function timeOrder(value) {
  const week = /^(\d{4})-W(\d\d)/.exec(value ?? "");
  if (week) return mondayOf(Number(week[1]), Number(week[2])).getTime();
  const quarter = /^(\d{4})-(?:Q([1-4])|H([12]))/.exec(value ?? "");
  if (quarter) return Date.UTC(quarter[1], quarter[2] ? (quarter[2] - 1) * 3 : (quarter[3] - 1) * 6, 1);
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d))?)?)?)?/.exec(value ?? "");
  if (!match) return null;
  const [, y, m = 1, d = 1, hour = 0, minute = 0] = match;
  return Date.UTC(y, m - 1, d, hour, minute);
}
