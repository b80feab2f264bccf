import { Client, highlight, type ExtractRequest } from "dateline-client";

const body = "Sweden’s foreign minister, Lovisa Ahlqvist, met crews in Luleå on Monday. “The port stays open,” she told them.";
const article: ExtractRequest = { body, published_at: "2025-10-08" };
const client = new Client(process.argv[2] ?? "http://127.0.0.1:8080");
const answer = await client.extract(article);
for (const quote of answer.quotes) {
  console.log(quote.speaker?.name ?? "nobody", "said:", quote.content[0]?.text);
}
for (const event of answer.events) console.log(event.type, event.time?.value ?? "without a date");
console.log(highlight(article, answer));
