/** An answer of the service as the contract has it, for tests: two people, one quote by pronoun, one event. */
export const request = {
  body: "Ana Prado met Bo Lind in Oslo on Monday. “It’s done,” she said.",
  published_at: "2025-10-08",
  options: { offset_unit: "utf16" },
};

const span = (text, from = 0) => {
  const start = request.body.indexOf(text, from);
  return { field: "body", start, end: start + text.length, text };
};

export const answer = {
  id: null, language: "en", offset_unit: "utf16", include: ["entities", "quotes", "events", "times"],
  entities: [
    {
      id: "e1", type: "person", name: "Ana Prado", confidence: 0.98, salience: 0.9,
      roles: [{ title: "Mayor", affiliation: { name: "Faro", entity_id: null }, span: span("Ana") }],
      ids: { wikidata: "Q1" }, link: { source: "wikidata", score: 0.9, name: "Ana Prado", description: "mayor" }, nil_reason: null,
      mentions: [{ ...span("Ana Prado"), form: "name", confidence: 0.99 }, { ...span("she"), form: "pronoun", confidence: 0.9 }],
    },
    {
      id: "e2", type: "location", name: "Oslo", confidence: 0.97, salience: 0.3, roles: [], ids: {}, link: null, nil_reason: "ambiguous",
      mentions: [{ ...span("Oslo"), form: "name", confidence: 0.97 }],
    },
  ],
  quotes: [{
    id: "q1", type: "direct", act: "speech", span: span("“It’s done,”"), content: [span("It’s done,")],
    cue: { ...span("said"), lemma: "say", polarity: "affirmed" }, source: span("she"),
    speaker: {
      name: "Ana Prado", entity_id: "e1", title: "Mayor", affiliation: "Faro", resolution: "pronoun", chain: ["she", "Ana Prado"], confidence: 0.9,
    },
    confidence: 0.95,
  }],
  events: [{
    id: "v1", type: "diplomacy.meeting", trigger: span("met"), mentions: [span("met")],
    arguments: [
      { role: "participant", ...span("Ana Prado"), entity_id: "e1", confidence: 0.9 },
      { role: "participant", ...span("Bo Lind"), entity_id: null, confidence: 0.8 },
    ],
    time: { time_id: "t1", text: "Monday", value: "2025-10-06", source: "sentence", confidence: 0.9 },
    place: { ...span("Oslo"), entity_id: "e2", source: "sentence", confidence: 0.9 },
    factuality: { value: "actual", cues: [] }, asserted_by: { kind: "author" }, confidence: 0.8, salience: 0.7,
  }],
  times: [{ id: "t1", ...span("Monday"), type: "date", value: "2025-10-06", confidence: 0.9 }],
  source_audit: null, warnings: [],
  meta: { service: "dateline/0.2.0", model: "en-news/1.0.0", knowledge_base: [], text_sha256: "0123456789abcdef" },
};
