// The client against a service that answers as it is told.
import assert from "node:assert/strict";
import { test } from "node:test";

import { AnswerError, Client, isProblem, ProblemError, UnreachableError } from "../dist/index.js";
import { retryAfterMs, waitMs } from "../dist/retry.js";

const EMPTY = { id: null, language: "en", offset_unit: "utf16", entities: [], quotes: [], events: [], times: [] };
const problem = (status, code, more) => ({ type: "urn:x", title: "T", status, detail: "D", instance: "urn:y", code, ...more });
const json = (value, status = 200, headers = {}) => new Response(JSON.stringify(value), { status, headers });
const ndjson = (...values) => new Response(values.map((value) => JSON.stringify(value) + "\n").join(""));

/** A client that gets these answers, one after the other, and the requests that it sent. */
function told(...answers) {
  const seen = [];
  const fetch = async (url, init) => {
    seen.push({ url, ...init });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer(init) : answer;
  };
  const retry = { attempts: 3, firstWaitMs: 0 };
  return { client: new Client("http://service.test/news/", { fetch, retry, apiKey: "secret" }), seen };
}

/** Answers each document with its id; U+2028 ends no line of NDJSON. */
function echo({ body }) {
  const documents = body.trim().split("\n").map((line) => JSON.parse(line)).filter((line) => "body" in line);
  return ndjson(...documents.map(({ id }) => ({ ...EMPTY, id: `${id}\u2028` })));
}

const numbered = (count, chars = 5) => Array.from({ length: count }, (_, n) => ({ id: `${n}`, body: "x".repeat(chars) }));

async function all(generator) {
  const list = [];
  for await (const item of generator) list.push(item);
  return list;
}

test("extract sends what was given, and counts in UTF-16 unless told otherwise", async () => {
  const { client, seen } = told(json({ ...EMPTY, added_later: 1 }), json(EMPTY));
  const answer = await client.extract("Rain fell.");
  assert.equal(answer.added_later, 1);
  assert.equal(seen[0].url, "http://service.test/news/v1/extract");
  assert.equal(seen[0].headers.Authorization, "Bearer secret");
  assert.equal(seen[0].redirect, "manual");
  assert.deepEqual(JSON.parse(seen[0].body), { body: "Rain fell.", options: { offset_unit: "utf16" } });
  await client.extract({ body: "Rain.", options: { offset_unit: "all", evidence: true } });
  assert.deepEqual(JSON.parse(seen[1].body), { body: "Rain.", options: { offset_unit: "all", evidence: true } });
});

test("a problem is thrown at once", async () => {
  const { client, seen } = told(json(problem(422, "text_empty"), 422, { "X-Request-Id": "r1" }));
  const error = await client.extract(" ").catch((caught) => caught);
  assert.ok(error instanceof ProblemError);
  assert.deepEqual([error.problem.code, error.requestId, seen.length], ["text_empty", "r1", 1]);
});

test("a gateway is told from the service", async () => {
  const { client } = told(new Response("<h1>nginx</h1>", { status: 404 }), new Response("<h1>Log in</h1>"));
  await assert.rejects(client.extract("Rain."), (error) => error instanceof AnswerError && error.status === 404);
  await assert.rejects(client.extract("Rain."), AnswerError);
});

const PASSING = {
  "429 with Retry-After": () => json(problem(429, "rate_exceeded"), 429, { "Retry-After": "0" }),
  503: () => json(problem(503, "overloaded"), 503),
  "a gateway's 502": () => new Response("bad gateway", { status: 502 }),
  "no connection": () => new TypeError("fetch failed"),
};
for (const [name, failure] of Object.entries(PASSING)) {
  test(`tried again: ${name}`, async () => {
    const { client, seen } = told(failure(), json(EMPTY));
    assert.equal((await client.extract("Rain.")).language, "en");
    assert.equal(seen.length, 2);
  });
}

test("attempts end", async () => {
  const busy = () => json(problem(503, "overloaded"), 503);
  const cases = [
    [busy, 3, ProblemError],
    [() => json(problem(504, "deadline_exceeded"), 504), 1, ProblemError],
    [() => json(problem(503, "overloaded"), 503, { "Retry-After": "3600" }), 1, ProblemError],
    [() => new TypeError("fetch failed"), 3, UnreachableError],
  ];
  for (const [failure, attempts, kind] of cases) {
    const { client, seen } = told(...Array.from({ length: attempts }, failure));
    await assert.rejects(client.extract("Rain."), kind);
    assert.equal(seen.length, attempts);
  }
});

test("waits", () => {
  const retry = { attempts: 9, firstWaitMs: 500, waitMsMax: 60_000 };
  for (const [attempt, longest] of [[1, 500], [2, 1000], [3, 2000], [8, 60_000]]) {
    const wait = waitMs(retry, new UnreachableError("x", true), attempt);
    assert.ok(longest / 2 <= wait && wait <= longest);
  }
  assert.equal(waitMs(retry, new AnswerError(503, "x", 7000), 1), 7000);
  const inAMinute = retryAfterMs(new Date(Date.now() + 60_000).toUTCString());
  assert.ok(55_000 < inAMinute && inAMinute <= 60_000);
  assert.deepEqual([retryAfterMs("12"), retryAfterMs("soon"), retryAfterMs(null)], [12_000, null, null]);
});

test("a service that says nothing is given up", async () => {
  const fetch = (_, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const client = new Client("http://service.test", { fetch, timeoutMs: 20 });
  await assert.rejects(client.extract("Rain."), (error) => error instanceof UnreachableError && !error.mayPass);
});

test("the caller's signal ends a call, also while it waits", async () => {
  const { client } = told(json(problem(503, "overloaded"), 503, { "Retry-After": "30" }));
  const controller = new AbortController();
  const call = client.extract("Rain.", { signal: controller.signal });
  setTimeout(() => controller.abort(new Error("enough")), 20);
  await assert.rejects(call, /enough/);
  await assert.rejects(client.extract("Rain.", { signal: controller.signal }), /enough/);
});

test("a batch is sent in parts and keeps its order", async () => {
  const { client, seen } = told(...Array(9).fill(echo));
  const results = await all(client.batch(numbered(50, 10_000), { defaults: { language: "en" } }));
  assert.deepEqual(results.map(({ id }) => id), numbered(50).map(({ id }) => `${id}\u2028`));
  assert.equal(seen.length, 9);
  for (const { body } of seen) {
    assert.ok(body.startsWith('{"defaults":{"language":"en","options":{"offset_unit":"utf16"}}}\n'));
    assert.ok(body.length <= 64 * 1024 + 100);
  }
});

test("a batch takes documents as they are needed, and may be left", async () => {
  let taken = 0;
  async function* endless() {
    for (;;) yield { id: `${++taken}`, body: "x".repeat(40_000) };
  }
  const { client } = told(echo, echo);
  for await (const result of client.batch(endless())) {
    assert.equal(result.id, "1\u2028");
    break;
  }
  assert.equal(taken, 2);
});

test("an empty batch sends nothing", async () => {
  const { client, seen } = told();
  assert.deepEqual(await all(client.batch([])), []);
  assert.equal(seen.length, 0);
});

test("a problem in a batch has the position in the batch", async () => {
  const { client } = told(ndjson({ ...EMPTY, id: "a" }, problem(422, "text_empty", { id: "b", line: 3 })));
  const [first, second] = await all(client.batch(["Rain.", " "]));
  assert.ok(!isProblem(first) && isProblem(second));
  assert.deepEqual([second.index, "line" in second, second.id], [1, false, "b"]);
});

test("a batch sends again only what was not answered", async () => {
  const broken = new ReadableStream({
    start(controller) {
      this.encoder = new TextEncoder();
      controller.enqueue(this.encoder.encode(JSON.stringify({ ...EMPTY, id: "é0" }) + '\n{"id": "1", '));
    },
    pull(controller) {
      controller.error(new TypeError("terminated"));
    },
  }, { highWaterMark: 0 });
  const { client, seen } = told(
    new Response(broken), ndjson({ ...EMPTY, id: "1" }), ndjson(problem(503, "draining")), ndjson({ ...EMPTY, id: "2" }),
  );
  const results = await all(client.batch(numbered(3)));
  assert.deepEqual(results.map(({ id }) => id), ["é0", "1", "2"]);
  assert.deepEqual(seen.map(({ body }) => body.trim().split("\n").length - 1), [3, 2, 1, 1]);
});

test("a batch gives up, and passes on a refusal", async () => {
  const { client, seen } = told(...Array.from({ length: 3 }, () => new Response("")));
  await assert.rejects(all(client.batch(["Rain."])), /ended early/);
  assert.equal(seen.length, 3);
  await assert.rejects(all(told(json(problem(401, "key_missing"), 401)).client.batch(["Rain."])), /key_missing/);
});

test("isReady", async () => {
  const { client } = told(new Response(null, { status: 204 }), new Response("", { status: 503 }), new TypeError("refused"));
  assert.deepEqual([await client.isReady(), await client.isReady(), await client.isReady()], [true, false, false]);
});
