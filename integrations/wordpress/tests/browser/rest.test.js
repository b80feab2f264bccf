/** The REST routes: who may, what is sent, what is kept, what is said when something goes wrong. */

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { POSTS, configure, login, php, rest, startFake, structuredData } from "./site.js";

let fake;
let editor;

before(async () => {
  fake = await startFake();
  editor = await login("editor");
});
after(() => fake.stop());
beforeEach(() => configure({ url: fake.url, publish: "always" }));

const span = (text) => ({ field: "body", start: 0, end: text.length, text });
const entity = (id, type, name, extra = {}) => ({ id, type, name, confidence: 0.95, salience: 0.8, roles: [], mentions: [{ ...span(name), form: "name", confidence: 0.9 }], ...extra });
const answer = (lists) => ({ body: { entities: [], quotes: [], events: [], times: [], warnings: [], meta: { model: "m/1" }, ...lists } });
const read = (post = POSTS.block, body = {}) => editor(`posts/${post}/findings`, body);

describe("rights", () => {
  test("nobody reads a post without being allowed to edit it", async () => {
    const path = `posts/${POSTS.block}/findings`;
    fake.request = null;
    const [author, contributor, subscriber] = [await login("author"), await login("contributor"), await login("subscriber")];
    const statuses = {
      anonymous: (await rest(path, {})).status,
      "without a nonce": (await editor(path, {}, { withNonce: false })).status,
      author: (await author(path, {})).status,
      contributor: (await contributor(path)).status,
      subscriber: (await subscriber(path, {})).status,
      "tags by a subscriber": (await subscriber(`posts/${POSTS.block}/tags`, { names: ["X"] })).status,
      "the service's state for an author": (await author("service")).status,
      "a post that is not there": (await editor("posts/99999/findings", {})).status,
    };
    assert.deepEqual(statuses, {
      anonymous: 401,
      "without a nonce": 401,
      author: 403,
      contributor: 403,
      subscriber: 403,
      "tags by a subscriber": 403,
      "the service's state for an author": 403,
      "a post that is not there": 403,
    });
    assert.equal(fake.request, null, "the service is not asked");
    assert.equal(php('echo term_exists("X", "post_tag") ? 1 : 0;'), "0");
  });

  test("a contributor may read an own draft, but not approve what is published", async () => {
    const draft = php('echo wp_insert_post(["post_title" => "T", "post_content" => "Anna Berg said no.", "post_author" => get_user_by("login", "contributor")->ID]);');
    configure({ url: fake.url, publish: "approved" });
    fake.answer = answer({});
    const contributor = await login("contributor");
    const { status, body } = await contributor(`posts/${draft}/findings`, {});
    assert.deepEqual([status, body.may_approve], [200, false]);
    assert.equal((await contributor(`posts/${draft}/approval`, { approved: true })).status, 403);
  });
});

describe("the request", () => {
  test("carries the editor's text as it is, the key, the floors and the date", async () => {
    configure({ url: fake.url, key: "secret-key", floors: { entities: 0.7, links: 0.5 } });
    fake.answer = answer({});
    const text = { title: "A “title” & \\ more", content: "<p>It’s 1 &lt; 2 \\n 🚢.</p>" };
    assert.equal((await read(POSTS.block, text)).status, 200);
    const sent = JSON.parse(fake.request.body);
    assert.equal(fake.request.headers.authorization, "Bearer secret-key");
    assert.deepEqual([sent.title, sent.body, sent.body_type], [text.title, text.content, "html"]);
    assert.deepEqual(sent.options.min_confidence, { entities: 0.7, links: 0.5 });
    assert.match(sent.published_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  });

  test("is not sent without text", async () => {
    fake.request = null;
    const { status, body } = await read(POSTS.block, { title: "T", content: "<!-- wp:paragraph --><p> </p><!-- /wp:paragraph -->" });
    assert.deepEqual([status, body.message, fake.request], [422, "The post has no text yet.", null]);
  });
});

describe("faults in words", () => {
  const problem = (status, code, detail, headers = {}) => ({ status, headers, body: { code, detail, status } });
  const cases = [
    [problem(401, "key_missing", "send a key"), 502, /does not accept the key/],
    [{ status: 422, body: { code: "language_unsupported", detail: "send \"language\"", language: "de" } }, 422, /reads English, and this post seems to be in another language \((de|German)\)/],
    [problem(413, "text_too_long", "the text has 300000 characters; at most 200000 are read"), 422, /cannot read this post: the text has 300000/],
    [problem(503, "overloaded", "busy", { "Retry-After": "7" }), 503, /busy. Try again in 7 seconds/],
    [problem(429, "rate", "slow down", { "Retry-After": "1" }), 503, /in 1 second\./],
    [problem(504, "deadline", "the article took longer than 30 s"), 502, /took longer than 30 s/],
    [{ status: 404, body: "<h1>Not here</h1>" }, 502, /is not that of a Dateline service \(status 404\)/],
    [{ status: 200, body: "hello" }, 502, /is not that of a Dateline service/],
    [{ status: 200, body: { entities: "many" } }, 502, /is not that of a Dateline service/],
    [{ status: 302, headers: { Location: "http://127.0.0.1:1/" }, body: "" }, 502, /status 302/],
  ];
  for (const [given, status, message] of cases) {
    test(`${given.status} ${given.body.code ?? JSON.stringify(given.body)}`, async () => {
      fake.answer = given;
      const found = await read();
      assert.equal(found.status, status);
      assert.match(found.body.message, message);
    });
  }

  test("no service, and none configured", async () => {
    configure({ url: "http://127.0.0.1:1" });
    const { status, body } = await read();
    assert.equal(status, 502);
    assert.match(body.message, /cannot be reached/);
    configure({ url: "" });
    assert.match((await read()).body.message, /address of the service is missing/);
  });

  test("a service that does not answer in time", async () => {
    php(`file_put_contents(WPMU_PLUGIN_DIR . "/patience.php", '<?php add_filter("dateline_timeout", fn () => 1);');`);
    try {
      fake.answer = { delayMs: 3000, body: {} };
      const { status, body } = await read();
      assert.deepEqual([status, body.message], [504, "Dateline did not answer in time (1 s). Try again later."]);
    } finally {
      php('unlink(WPMU_PLUGIN_DIR . "/patience.php");');
    }
  });
});

describe("findings", () => {
  test("a hostile answer does no harm to the page", async () => {
    const hostile = '</script><img src=x onerror="alert(1)">&amp;';
    const quote = { id: "q1", type: "direct", content: [span(hostile)], speaker: { name: hostile, entity_id: "e1" }, confidence: 1 };
    fake.answer = answer({ entities: [entity("e1", "person", hostile, { ids: { wikidata: 'Q1"><script>' }, roles: [{ title: hostile }] }), "x", { id: 5 }], quotes: [quote, null] });
    const { status, body } = await read();
    assert.deepEqual([status, body.findings.entities.length, body.findings.quotes.length], [200, 1, 1]);
    const { page, data } = await structuredData(POSTS.block);
    assert.equal(data.about[0].name, hostile);
    assert.equal(data.about[0].sameAs, undefined);
    assert.equal(data.hasPart[0].text, hostile);
    assert.ok(!page.includes("<img src=x"));
  });

  test("backslashes and emoji survive storage", async () => {
    fake.answer = answer({ entities: [entity("e1", "work", "C:\\temp \\u0041 🚢")] });
    await read();
    assert.equal((await editor(`posts/${POSTS.block}/findings`)).body.findings.entities[0].name, "C:\\temp \\u0041 🚢");
  });

  test("links become sameAs, and only certain, dated, quoted things are published", async () => {
    const event = (id, factuality, value) => ({ id, type: "diplomacy.meeting", trigger: span("met"), arguments: [{ role: "participant", ...span("she"), entity_id: "e1", confidence: 0.9 }],
      time: value && { value, text: "then" }, place: { ...span("Kyiv"), entity_id: "e2" }, factuality: { value: factuality, cues: [] }, asserted_by: { kind: "author" }, confidence: 0.9 });
    const quote = (id, type, speaker) => ({ id, type, content: [span("We will."), span("Soon.")], speaker, confidence: 0.9 });
    fake.answer = answer({
      entities: [
        entity("e1", "person", "Mark Carney", { ids: { wikidata: "Q3099714" }, link: { source: "wikidata", score: 0.9, name: "Mark Carney", description: "Canadian politician" }, roles: [{ title: "Prime Minister" }] }),
        entity("e2", "location", "Kyiv", { ids: {}, link: null, nil_reason: "ambiguous", salience: 0.2 }),
        entity("e3", "group", "Canadians"),
      ],
      quotes: [quote("q1", "direct", { name: "Mark Carney", entity_id: "e1" }), quote("q2", "indirect", { name: "Mark Carney", entity_id: "e1" }), quote("q3", "direct", null)],
      events: [event("v1", "actual", "2025-08-24"), event("v2", "negated", "2025-08-24"), event("v3", "planned", "2025-09-01"), event("v4", "actual", null), event("v5", "actual", "2025-W34")],
    });
    await read();
    const { data } = await structuredData(POSTS.block);
    const id = data.about[0]["@id"];
    assert.deepEqual(data.about, [{ "@type": "Person", "@id": id, name: "Mark Carney", jobTitle: "Prime Minister", description: "Canadian politician", sameAs: "http://www.wikidata.org/entity/Q3099714" }]);
    assert.deepEqual(data.hasPart, [{ "@type": "Quotation", text: "We will. … Soon.", spokenByCharacter: { "@type": "Person", "@id": id, name: "Mark Carney" } }]);
    assert.deepEqual(data.mentions.map(({ name, startDate, eventStatus, location }) => [name, startDate, eventStatus, location?.name]), [
      ["Kyiv", undefined, undefined, undefined],
      ["Diplomacy: meeting (Mark Carney)", "2025-08-24", undefined, "Kyiv"],
      ["Diplomacy: meeting (Mark Carney)", "2025-09-01", "https://schema.org/EventScheduled", "Kyiv"],
    ]);
    assert.equal(data["@type"], "NewsArticle");
    assert.equal(data.headline, "Berg & Macron agree on harbour");
  });

  test("structured data waits for approval, ends with a change of the text, and stays off where it is off", async () => {
    configure({ url: fake.url, publish: "approved" });
    fake.answer = answer({ entities: [entity("e1", "person", "Anna Berg")] });
    await read();
    const published = async () => (await structuredData(POSTS.block)).data !== null;
    assert.equal(await published(), false);
    await editor(`posts/${POSTS.block}/approval`, { approved: true });
    assert.equal(await published(), true);
    const edit = (from, to) => php('$p = get_post($argv[2]); wp_update_post(wp_slash(["ID" => $p->ID, "post_content" => str_replace($argv[3], $argv[4], $p->post_content)]));', String(POSTS.block), from, to);
    edit("<strong>Siemens</strong>", "<em>Siemens</em>");
    assert.equal(await published(), true, "markup is not text");
    edit("Siemens", "Thyssen");
    assert.equal(await published(), false);
    assert.equal((await editor(`posts/${POSTS.block}/findings`)).body.current, false);
    edit("<em>Thyssen</em>", "<strong>Siemens</strong>");
    assert.equal(await published(), true);
    configure({ url: fake.url, publish: "never" });
    assert.equal(await published(), false);
  });

  test("tags are made once, whatever their accents and marks", async () => {
    const names = ["Berkshire, Inc.", "São Paulo", "AT&T"];
    const first = await editor(`posts/${POSTS.block}/tags`, { names });
    const again = await editor(`posts/${POSTS.block}/tags`, { names });
    assert.deepEqual(first.body.tags.map(({ name }) => name), names);
    assert.deepEqual(again.body, first.body);
    assert.equal((await editor(`posts/${POSTS.block}/tags`, { names: ["x".repeat(201)] })).status, 400);
  });
});
