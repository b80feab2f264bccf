// A program as a developer of a content system would write it, against the generated types.
import type { components } from "./api";

type Article = components["schemas"]["ExtractResponse"];
type BatchResult = components["schemas"]["BatchResult"];

function highlight(body: string, answer: Article): string[] {
  return answer.entities.flatMap((entity) =>
    entity.mentions
      .filter((mention) => mention.field === "body")
      .map((mention) => `${entity.name}: ${body.slice(mention.start, mention.end)}`),
  );
}

export function read(body: string, results: BatchResult[]): string[] {
  return results.flatMap((result) => {
    if ("status" in result) return [`${result.id ?? "?"}: ${result.detail}`];
    const quotes = result.quotes.map((quote) => `${quote.speaker?.name ?? "nobody"}: ${quote.span.text}`);
    const events = result.events.map((event) => {
      const source = event.asserted_by.kind === "speaker" ? event.asserted_by.quote_id : "the article";
      return `${event.type} ${event.time?.value ?? ""} ${event.place?.text ?? ""} by ${source ?? "?"}`;
    });
    const units = result.times.map((time) => time.offsets?.utf16[0] ?? time.start);
    return [...highlight(body, result), ...quotes, ...events, ...units.map(String)];
  });
}

export const request: components["schemas"]["ExtractRequest"] = {
  body: "Rain fell.",
  options: { offset_unit: "utf16", include: ["quotes"], min_confidence: { events: 0.5 } },
};
