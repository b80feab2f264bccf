/**
 * Reads articles from a file of NDJSON, one per line, and prints what each is about as soon as it has been read.
 *
 *     node read-batch.js articles.ndjson [http://127.0.0.1:8080]
 */
import { open } from "node:fs/promises";
import { Client, isProblem, type BatchDefaults, type ExtractRequest } from "dateline-client";

async function* articles(path: string): AsyncGenerator<ExtractRequest> {
  const file = await open(path);
  for await (const line of file.readLines()) {
    // The service checks each article; a wrong one gets a problem in its place.
    const article: ExtractRequest = JSON.parse(line);
    yield article;
  }
}

const [path = "articles.ndjson", url = "http://127.0.0.1:8080"] = process.argv.slice(2);
const defaults: BatchDefaults = { language: "en", options: { include: ["entities"] } };
for await (const result of new Client(url).batch(articles(path), { defaults })) {
  if (isProblem(result)) {
    console.log(`${result.id ?? result.index}: ${result.detail}`);
    continue;
  }
  const salient = [...result.entities].sort((a, b) => b.salience - a.salience);
  console.log(`${result.id}: ${salient.slice(0, 3).map(({ name }) => name).join(", ")}`);
}
