// Against a running service, whose address is in `DATELINE_URL`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Client, findings, highlight, isProblem, ProblemError } from "../dist/index.js";

const url = process.env.DATELINE_URL ?? "";
const live = { skip: url === "" && "DATELINE_URL names no service" };
const client = new Client(url);
const { articles } = JSON.parse(readFileSync(new URL("../../live-articles.json", import.meta.url), "utf8"));

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

for (const article of articles) {
  test(`every unit marks the same text: ${article.id}`, live, async () => {
    const units = ["utf16", "code_point", "utf8", "all", undefined];
    const ask = (offset_unit) => client.extract(offset_unit ? { ...article, options: { offset_unit } } : article);
    const answers = await Promise.all(units.map(ask));
    assert.equal(answers.at(-1).offset_unit, "utf16");
    for (const field of ["title", "body"]) {
      const marked = new Set(answers.map((answer) => highlight(article, answer, { field })));
      assert.equal(marked.size, 1);
      const text = article[field] ?? "";
      const stripped = [...marked][0].replace(/<mark [^>]*>|<\/mark>/g, "");
      assert.equal(stripped.replaceAll("&quot;", '"'), article.body_type === "html" ? text : escaped(text));
    }
    assert.deepEqual(new Set(findings(answers[0]).map(({ layer }) => layer)), new Set(["quotes", "events", "names", "cues", "times"]));
  });
}

test("spans are slices of plain text", live, async () => {
  const article = articles.find(({ id }) => id === "emoji");
  const answer = await client.extract(article);
  const mentions = answer.entities.flatMap((entity) => entity.mentions);
  assert.ok(mentions.length > 3);
  for (const { field, start, end, text } of mentions) assert.equal(article[field].slice(start, end), text);
});

test("a long batch in which one article is wrong", live, async () => {
  // More text than one request takes.
  const filler = "The weather was fine. ".repeat(100);
  const documents = Array.from({ length: 32 }, (_, n) => ({ id: `${n}`, body: n === 17 ? " " : `Ana Prado spoke. ${filler}` }));
  const results = [];
  const defaults = { options: { include: ["entities"] } };
  for await (const result of client.batch(documents, { defaults })) results.push(result);
  assert.deepEqual(results.map(({ id }) => id), documents.map(({ id }) => id));
  assert.deepEqual(results.filter(isProblem).map(({ index }) => index), [17]);
});

test("info and problems", live, async () => {
  assert.ok(await client.isReady());
  assert.ok((await client.info()).entity_types.includes("person"));
  await assert.rejects(client.extract(" "), (error) => error instanceof ProblemError && error.problem.code === "text_empty" && error.requestId !== null);
});
