import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { ARTEFACTS, drawn, launch, openPage, readSample, screenshot, shown, startGateway, startService, violations } from "./service.js";

let browser;
let service;

before(async () => {
  [browser, service] = await Promise.all([launch(), process.env.DATELINE_URL ? { url: process.env.DATELINE_URL, stop() {} } : startService()]);
});
after(async () => {
  await browser?.close();
  service?.stop();
});

const open = (options, url = service.url) => openPage(browser, url, options);

/** The request and the answer of the next reading. */
async function answerOf(page, act) {
  const [response] = await Promise.all([page.waitForResponse((each) => each.url().endsWith("/v1/extract"), { timeout: 120_000 }), act()]);
  return { request: response.request().postDataJSON(), answer: await response.json() };
}

const style = (locator, property) => locator.evaluate((node, name) => getComputedStyle(node)[name], property);

async function tab(page, name) {
  await page.getByRole("tab", { name }).click();
  await drawn(page);
}

async function close(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

describe("the address /", () => {
  test("gives browsers the page and everything else a JSON index", async () => {
    const page = await fetch(service.url, { headers: { Accept: "text/html,*/*;q=0.8" } });
    assert.match(page.headers.get("content-type"), /^text\/html/);
    assert.match(page.headers.get("content-security-policy"), /default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.equal(page.headers.get("vary")?.toLowerCase().includes("accept"), true);
    const text = await page.text();
    assert.ok(!/<script>|<style|style=|onclick=|https?:/.test(text), "no inline code, no address elsewhere");
    const index = await fetch(service.url);
    assert.match(index.headers.get("content-type"), /^application\/json/);
    assert.equal((await index.json()).documentation, "docs/");
  });

  test("gives a file again only when it has changed", async () => {
    const first = await fetch(new URL("playground/js/app.js", service.url));
    const again = await fetch(new URL("playground/js/app.js", service.url), { headers: { "If-None-Match": first.headers.get("etag") } });
    assert.deepEqual([first.status, again.status], [200, 304]);
  });
});

describe("the page", () => {
  test("shows an article with its findings, each with one tab stop", async () => {
    const page = await open();
    assert.equal(await page.title(), "Dateline: read a news article");
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "form-light");
    const { request, answer } = await answerOf(page, () => readSample(page, /Diplomacy/));
    assert.equal(request.options.offset_unit, "utf16");
    assert.equal(request.published_at, "2025-10-07");
    const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
    const texts = await page.locator("dateline-article :is(p, h2)").allTextContents();
    assert.deepEqual(texts, [request.title, ...lines(request.body)]);
    const mentions = answer.entities.flatMap((entity) => entity.mentions).length + answer.events.flatMap((event) => event.mentions).length;
    const expected = mentions + answer.quotes.length + answer.quotes.filter(({ cue }) => cue).length + answer.times.length;
    assert.equal(await page.locator("dateline-article mark[tabindex='0']").count(), expected);
    assert.equal(await page.locator("dateline-article mark[aria-description]").count(), expected);
    for (const { name } of answer.entities) assert.ok((await page.locator("#panel-names").textContent()).includes(name), name);
    const furniture = answer.warnings.map(({ span }) => span.text);
    await page.getByText("3 warnings").click();
    assert.deepEqual(await page.locator("#warnings q").allTextContents(), furniture);
    assert.deepEqual(await violations(page), []);
    await page.getByText("3 warnings").click();
    await screenshot(page, "article-light");
    await close(page);
  });

  test("links entities to Wikidata and says how sure each link is", async () => {
    const page = await open();
    const { answer } = await answerOf(page, () => readSample(page, /Disaster/));
    const linked = answer.entities.filter(({ ids }) => ids.wikidata);
    assert.ok(linked.length >= 3);
    const addresses = await page.locator("#panel-names .link a").evaluateAll((links) => links.map((link) => link.href));
    assert.deepEqual(addresses.sort(), linked.map(({ ids }) => `https://www.wikidata.org/wiki/${ids.wikidata}`).sort());
    const { name, link, nil_reason: none } = linked[0];
    assert.equal(none, null);
    const row = page.locator("#panel-names li", { hasText: name }).filter({ has: page.locator(".link") }).first();
    assert.ok((await row.textContent()).includes(link.description));
    assert.match(await row.locator(".link .certainty").textContent(), /sure|likely|unsure/);
    await page.locator("mark.names", { hasText: name }).first().hover();
    const card = page.locator("dateline-card");
    await card.waitFor({ state: "visible" });
    assert.ok((await card.textContent()).includes(link.description));
    assert.equal(await card.locator(".link .certainty").count(), 1);
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "links-light");
    const unlinked = answer.entities.find(({ nil_reason: reason }) => reason === "not_in_kb");
    await page.locator("mark.names", { hasText: unlinked.name }).first().hover();
    await card.getByText("no knowledge base has this name").waitFor();
    await close(page);
  });

  test("has a shape for every style, not colour alone", async () => {
    const page = await open();
    await readSample(page, /Diplomacy/);
    const sample = (name) => page.locator(`.layer .sample.${name}`);
    const shapes = new Set();
    for (const name of ["person", "organization", "location", "other"]) shapes.add(await style(sample(name), "textDecorationStyle"));
    assert.equal(shapes.size, 4);
    const borders = new Set();
    for (const name of ["actual", "planned", "hypothetical", "generic"]) borders.add(await style(sample(name), "borderTopStyle"));
    assert.equal(borders.size, 4);
    assert.match(await style(sample("negated"), "textDecorationLine"), /line-through/);
    assert.notEqual(await style(sample("direct"), "backgroundColor"), await style(sample("indirect"), "backgroundColor"));
    assert.equal(await style(sample("indirect"), "borderBottomStyle"), "dashed");
    assert.equal(await style(sample("cue"), "fontStyle"), "italic");
    await close(page);
  });

  test("switches layers, their tab stops too", async () => {
    const page = await open();
    await readSample(page, /Diplomacy/);
    const quote = page.locator("mark.quotes.direct").first();
    assert.notEqual(await style(quote, "backgroundColor"), "rgba(0, 0, 0, 0)");
    const stops = page.locator("dateline-article mark[tabindex='0']");
    const allStops = await stops.count();
    const quotes = await page.locator("mark.quotes[tabindex='0']").count();
    await page.getByRole("checkbox", { name: /^Quotes/ }).uncheck();
    assert.equal(await style(quote, "backgroundColor"), "rgba(0, 0, 0, 0)");
    assert.equal(await stops.count(), allStops - quotes);
    await page.getByRole("checkbox", { name: /^Quotes/ }).check();
    assert.equal(await stops.count(), allStops);
    await close(page);
  });

  test("shows a finding on hover and on focus, until Escape", async () => {
    const page = await open();
    await readSample(page, /Diplomacy/);
    const card = page.locator("dateline-card");
    const person = page.locator("mark.names.person").first();
    await person.hover();
    await card.waitFor({ state: "visible" });
    assert.match(await card.textContent(), /person.*Confidence/s);
    const box = await card.boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 900);
    await card.hover();
    await page.waitForTimeout(500);
    assert.ok(await card.isVisible(), "a pointer can reach the card");
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "card-light");
    await page.keyboard.press("Escape");
    assert.ok(!(await card.isVisible()));
    await page.mouse.move(0, 0);
    await page.locator("#article").focus();
    await page.keyboard.press("Tab");
    await card.waitFor({ state: "visible" });
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "MARK");
    await close(page);
  });

  test("shows every mention, role, quote and event of a person", async () => {
    const page = await open();
    const { answer } = await answerOf(page, () => readSample(page, /Diplomacy/));
    const person = answer.entities.find((entity) => entity.type === "person" && answer.quotes.some(({ speaker }) => speaker?.entity_id === entity.id));
    await page.locator("mark.names.person", { hasText: person.name }).first().focus();
    await page.keyboard.press("Enter");
    await drawn(page);
    const panel = page.locator("#panel-names");
    assert.equal(await panel.locator("h3.profile-name").textContent(), person.name);
    const rows = async (heading) => panel.locator(`h3:has-text("${heading}") + ul > li`).count();
    assert.equal(await rows("Mentions"), person.mentions.length);
    assert.equal(await rows("Quotes"), answer.quotes.filter(({ speaker }) => speaker?.entity_id === person.id).length);
    assert.equal(await rows("Events"), answer.events.filter((event) => event.arguments.some(({ entity_id }) => entity_id === person.id)).length);
    assert.ok(person.roles.every(({ title }) => panel.locator(".facts", { hasText: title })));
    assert.equal(await page.locator("mark.names.chosen").count(), person.mentions.length);
    assert.equal(await style(page.locator("mark.names.chosen").first(), "outlineStyle"), "solid");
    await screenshot(page, "person-light");
    await panel.locator(".profile-list .excerpt").last().click();
    assert.equal(await page.evaluate(() => document.activeElement.classList.contains("chosen")), true);
    await panel.getByRole("button", { name: /All names/ }).click();
    assert.equal(await page.locator("mark.chosen").count(), 0);
    await close(page);
  });

  test("lists quotes, sources, events by date, places and the answer itself", async () => {
    const page = await open();
    const { answer } = await answerOf(page, () => readSample(page, /Business/));
    await tab(page, "Quotes");
    assert.equal(await page.locator(".quotes-table tbody tr").count(), answer.quotes.length);
    for (const word of await page.locator(".quotes-table .certainty").allTextContents()) assert.match(word, /sure|likely|unsure/);
    await screenshot(page, "quotes-light");
    await tab(page, "Sources");
    assert.equal(await page.locator(".sources-list li").count(), answer.source_audit.sources.length);
    await screenshot(page, "sources-light");
    await tab(page, "Timeline");
    assert.equal(await page.locator(".events-list li").count(), answer.events.length);
    await screenshot(page, "timeline-light");
    await tab(page, "Places");
    assert.equal(await page.locator(".places-list > li").count(), answer.entities.filter(({ type }) => ["location", "facility"].includes(type)).length);
    for (const { ids } of answer.entities.filter(({ type }) => type === "location")) {
      if (ids?.wikidata) assert.equal(await page.locator(`#panel-places a[href="https://www.wikidata.org/wiki/${ids.wikidata}"]`).count(), 1);
    }
    await tab(page, "Data");
    assert.deepEqual(JSON.parse(await page.locator(".json").textContent()), answer);
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "data-light");
    await page.keyboard.press("Home");
    await close(page);
  });

  test("copies code that runs, and test cases", async () => {
    const page = await open();
    const { answer } = await answerOf(page, () => readSample(page, /Court/));
    await tab(page, "Data");
    const copied = async (name) => {
      const button = page.getByRole("button", { name, exact: true });
      await button.click();
      await page.getByRole("button", { name: "Copied ✓" }).first().waitFor();
      await button.waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const run = (command, args, input) => execFileSync(command, args, { input, encoding: "utf8", timeout: 120_000 });
    const bodies = ({ entities }) => entities.map(({ id, name, type }) => [id, name, type]);
    assert.deepEqual(bodies(JSON.parse(run("sh", ["-s"], await copied("Copy as curl")))), bodies(answer));
    const speakers = answer.quotes.map(({ speaker }) => speaker?.name ?? "unknown");
    for (const [name, command, args] of [["Copy as Python", "python3", ["-"]], ["Copy as JavaScript", "node", ["--input-type=module", "-"]]]) {
      const said = run(command, args, await copied(name)).split("\n").filter((line) => / said: /.test(line));
      assert.deepEqual(said.map((line) => line.split(" said: ")[0]), speakers, name);
    }
    assert.deepEqual(JSON.parse(await copied("Copy JSON")), answer);
    const { checks } = JSON.parse(await copied("Copy as a test case"));
    assert.equal(checks.length, answer.entities.length + answer.quotes.length + answer.events.length + answer.times.length);
    // On plain HTTP, and not on localhost, a page has no clipboard; text is copied all the same.
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.getByRole("button", { name: "Copy as JavaScript" }).click();
    await page.getByRole("button", { name: "Copied ✓" }).waitFor();
    await page.getByRole("button", { name: "Edit the article" }).click();
    await page.locator("#body").fill("");
    await page.locator("#body").press("Control+V");
    assert.match(await page.locator("#body").inputValue(), /^const article = /);
    await close(page);
  });

  test("asks the service for what is at least as sure as the slider says", async () => {
    const page = await open();
    await readSample(page, /Disaster/);
    const { request, answer } = await answerOf(page, async () => {
      await page.getByRole("slider", { name: "Confidence" }).focus();
      await page.keyboard.press("End");
    });
    assert.equal(request.options.min_confidence, 0.95);
    assert.ok(answer.events.every(({ confidence }) => confidence >= 0.95));
    await shown(page);
    assert.equal(await page.locator("dateline-confidence output").textContent(), "95 % or more");
    await close(page);
  });

  test("shows an HTML article as text, and runs nothing in it", async () => {
    const page = await open();
    const { request, answer } = await answerOf(page, () => readSample(page, /HTML/));
    assert.equal(request.body_type, "html");
    const text = await page.locator("dateline-article").textContent();
    assert.ok(text.includes("Inês Carreira") && !text.includes("<") && !text.includes("&ecirc;") && !text.includes("newsletter box"));
    assert.equal(await page.locator("dateline-article a").count(), 0);
    assert.deepEqual(await page.locator("dateline-article :is(h2, h3)").evaluateAll((all) => all.map(({ tagName }) => tagName)), ["H2", "H3"]);
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "html-light");
    await tab(page, "Timeline");
    assert.match(await page.locator(".events-list .excerpt").first().textContent(), /\w+ \w+ \w+/, "an excerpt has words around the trigger");
    const mayor = answer.entities.find(({ name }) => name === "Inês Carreira");
    assert.ok(mayor, "the name is found through a tag and a character reference");
    assert.equal(await page.locator("mark.names", { hasText: "Inês Carreira" }).first().textContent(), "Inês Carreira");
    await page.getByRole("button", { name: "Edit the article" }).click();
    await page.locator("#body").fill("<p>Ana Prado met <img src=x onerror='document.title=1'><script>document.title=1</script>Bo Lind in Oslo on Monday.</p>");
    await page.getByRole("button", { name: "Read the article" }).click();
    await page.locator("dateline-article p", { hasText: "Ana Prado met" }).waitFor();
    assert.equal(await page.title(), "Dateline: read a news article");
    assert.equal(await page.locator("dateline-article :is(img, script)").count(), 0);
    await close(page);
  });

  test("wraps names and quotes that are longer than a phone is wide", async () => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    const company = `Donau${"dampfschifffahrts".repeat(5)}gesellschaft`;
    const place = `Llan${"fairpwllgwyngyll".repeat(5)}gogoch`;
    await page.locator("#body").fill(`${company} AG said it met Ana Prado in ${place} on Monday. “${"On and on. ".repeat(200)}Enough,” said Ana Prado.`);
    await page.getByRole("button", { name: "Read the article" }).click();
    await shown(page);
    const overflowing = () => page.evaluate(() => [...document.querySelectorAll("dateline-panels [role='tabpanel']:not([hidden]), html")]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ id, tagName }) => id || tagName));
    for (const name of ["Names", "Places", "Timeline", "Quotes"]) {
      await tab(page, name);
      assert.deepEqual(await overflowing(), [], name);
    }
    const excerpt = await page.locator(".quotes-table .excerpt").last().boundingBox();
    assert.ok(excerpt.height < 400, `a long quote takes ${excerpt.height} px`);
    await screenshot(page, "long-names-phone", true);
    await close(page);
  });

  test("says in words what went wrong", async () => {
    const page = await open();
    const problem = page.getByRole("alert");
    await page.getByRole("button", { name: "Read the article" }).click();
    assert.match(await problem.textContent(), /There is no article yet/);
    await page.locator("#body").fill("Der Kanzler hat am Dienstag in Berlin mit Ana Prado gesprochen.");
    const refusal = { code: "language_unsupported", status: 422, language: "de", title: "The language is not supported", detail: "the text is German; only English is read" };
    await page.route("**/v1/extract", (route) => route.fulfill({ status: 422, contentType: "application/problem+json", json: refusal }), { times: 1 });
    await page.getByRole("button", { name: "Read the article" }).click();
    await problem.getByText("not in English").waitFor();
    assert.equal(await problem.locator("p").first().textContent(), "It seems to be in German. Only English is supported.");
    assert.ok(!(await problem.textContent()).includes("null"));
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "problem-light");
    await problem.getByRole("button", { name: /Read it as English/ }).click();
    await shown(page);
    assert.ok(await page.locator("dateline-article p").count() > 0);
    await page.route("**/v1/extract", (route) => route.abort());
    await page.getByRole("button", { name: "Edit the article" }).click();
    await page.getByRole("button", { name: "Read the article" }).click();
    await problem.getByText("cannot be reached").waitFor();
    await close(page);
  });

  test("is dark when asked, and keeps nothing but that", async () => {
    const page = await open();
    await readSample(page, /Diplomacy/);
    const light = await style(page.locator("body"), "backgroundColor");
    await page.getByRole("button", { name: "Dark" }).click();
    assert.notEqual(await style(page.locator("body"), "backgroundColor"), light);
    assert.equal(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed"), "true");
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "article-dark");
    await tab(page, "Timeline");
    await screenshot(page, "timeline-dark");
    const kept = await page.evaluate(async () => ({
      local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, databases: (await indexedDB.databases()).length,
    }));
    assert.deepEqual(kept, { local: { "dateline-theme": "dark" }, session: {}, cookie: "", databases: 0 });
    await page.reload();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    assert.equal(await page.locator("#body").inputValue(), "");
    assert.deepEqual(await violations(page), []);
    await screenshot(page, "form-dark");
    await close(page);
  });

  for (const scheme of ["light", "dark"]) {
    test(`fits a phone, ${scheme}`, async () => {
      const page = await open({ viewport: { width: 390, height: 844 }, colorScheme: scheme, hasTouch: true, isMobile: true });
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await overflow()) <= 0);
      await screenshot(page, `form-phone-${scheme}`, true);
      await readSample(page, /Diplomacy/);
      assert.ok((await overflow()) <= 0);
      assert.deepEqual(await violations(page), []);
      await screenshot(page, `article-phone-${scheme}`, true);
      await page.locator("mark.names.person").first().tap();
      await page.locator("dateline-card").waitFor({ state: "visible" });
      await screenshot(page, `card-phone-${scheme}`);
      for (const name of ["Quotes", "Sources", "Timeline", "Places", "Data"]) {
        await tab(page, name);
        assert.ok((await overflow()) <= 0, name);
        assert.deepEqual(await violations(page), [], name);
        if (name === "Quotes") assert.equal(await style(page.locator(".quotes-table tbody tr").first(), "display"), "grid");
        if (name === "Quotes") await page.locator(".quotes-table").screenshot({ path: path.join(ARTEFACTS, `quotes-phone-${scheme}.png`) });
      }
      await close(page);
    });
  }

  test("stays responsive with 20,000 words", async () => {
    const page = await open();
    const { request, answer } = await answerOf(page, () => readSample(page, /Diplomacy/));
    const copies = Math.ceil(20_000 / request.body.match(/\S+/g).length);
    const long = { ...request, body: Array(copies).fill(request.body).join("\n\n") };
    const repeated = repeatAnswer(answer, request.body.length + 2, copies);
    await page.getByRole("button", { name: "Edit the article" }).click();
    await page.route("**/v1/extract", (route) => route.fulfill({ json: repeated }));
    await page.locator("#body").evaluate((box, text) => {
      box.value = text;
    }, long.body);
    const longest = await longestTask(page, async () => {
      await page.getByRole("button", { name: "Read the article" }).click();
      await page.waitForFunction((count) => document.querySelectorAll("mark.quotes.first").length === count, repeated.quotes.length, { timeout: 120_000, polling: 500 });
      await drawn(page);
      for (const name of ["Quotes", "Sources", "Timeline", "Places", "Data", "Names"]) await tab(page, name);
      await page.getByRole("checkbox", { name: /^Events/ }).uncheck();
      await page.getByRole("checkbox", { name: /^Events/ }).check();
      await page.locator("#panel-names .entity-link").first().click();
      await page.mouse.wheel(0, 40_000);
      await page.waitForTimeout(1000);
    });
    console.log(`longest task with ${copies} copies: ${longest.toFixed(0)} ms`);
    assert.ok(longest <= 200, `a task took ${longest} ms`);
    await screenshot(page, "long-light");
    await close(page);
  });
});

/**
 * Milliseconds of the processor that the longest task of the page's main thread takes while `act` runs. Other programs on the
 * machine lengthen the wall time of a task, and not this.
 */
async function longestTask(page, act) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "__metadata"] } });
  await act();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  const main = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`));
  assert.ok(tasks.length > 100, "the trace holds the page's tasks");
  // A task that the beginning or the end of the trace cuts has no duration.
  return Math.max(...tasks.filter(({ tdur }) => Number.isFinite(tdur)).map(({ tdur }) => tdur / 1000));
}

/** The answer to an article that is another one, `copies` times. */
function repeatAnswer(answer, stride, copies) {
  const shifted = (node, n) => {
    if (Array.isArray(node)) return node.map((item) => shifted(item, n));
    if (node === null || typeof node !== "object") return node;
    const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => {
      const isId = /^(?:id|entity_id|quote_id|time_id)$/.test(key) && typeof value === "string";
      return [key, isId ? `${value}x${n}` : shifted(value, n)];
    }));
    if (copy.field === "body") {
      copy.start += n * stride;
      copy.end += n * stride;
    }
    return copy;
  };
  const whole = { ...answer };
  for (const list of ["entities", "quotes", "events", "times"]) {
    const inBody = answer[list].filter((thing) => (thing.mentions ?? [thing.span ?? thing]).every(({ field }) => field === "body"));
    whole[list] = Array.from({ length: copies }, (_, n) => shifted(n === 0 ? answer[list] : inBody, n)).flat();
  }
  return whole;
}

describe("a service with keys", () => {
  test("is asked with the reader's key, which is kept in memory only", async () => {
    const made = execFileSync(process.env.DATELINE_BIN ?? "target/debug/dateline", ["key", "desk"], { encoding: "utf8" });
    const [key] = /[A-Za-z0-9_-]{32,}/.exec(made);
    const [setting] = /desk=[0-9a-f]{64}/.exec(made);
    const keyed = await startService([], { DATELINE_API_KEYS: setting });
    try {
      const page = await open({}, keyed.url);
      await page.locator("#samples").getByRole("button", { name: /Court/ }).click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      assert.deepEqual(await violations(page), []);
      await screenshot(page, "key-light");
      await page.getByLabel("API key").fill("wrong");
      const refused = page.waitForResponse((response) => response.status() === 401);
      await page.getByRole("button", { name: "Use this key" }).click();
      await refused;
      await dialog.waitFor();
      await page.getByLabel("API key").fill(key);
      await page.getByRole("button", { name: "Use this key" }).click();
      await shown(page);
      assert.ok(await page.locator("dateline-article mark").count() > 10);
      const kept = await page.evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, document.documentElement.outerHTML].join());
      assert.ok(!kept.includes(key));
      await tab(page, "Data");
      await page.getByRole("button", { name: "Copy as curl" }).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(copied.includes("$DATELINE_KEY") && !copied.includes(key));
      await page.reload();
      await page.locator("#samples").getByRole("button", { name: /Court/ }).click();
      await dialog.waitFor();
      await page.getByRole("button", { name: "Cancel" }).click();
      await dialog.waitFor({ state: "hidden" });
      await close(page);
    } finally {
      keyed.stop();
    }
  });
});

describe("elsewhere", () => {
  test("the page works under a path of a gateway", async () => {
    const gateway = await startGateway(service.url);
    try {
      const page = await open({}, gateway.url);
      await readSample(page, /Court/);
      assert.ok(await page.locator("dateline-article mark").count() > 10);
      await page.getByRole("link", { name: "API documentation" }).click();
      await page.locator(".opblock").first().waitFor();
      await close(page);
    } finally {
      gateway.stop();
    }
  });

  test("--no-playground gives browsers the JSON index too", async () => {
    const plain = await startService(["--no-playground"]);
    try {
      const answer = await fetch(plain.url, { headers: { Accept: "text/html" } });
      assert.match(answer.headers.get("content-type"), /^application\/json/);
      assert.equal((await fetch(new URL("playground/js/app.js", plain.url))).status, 404);
    } finally {
      plain.stop();
    }
  });

  test("/docs has the product's title and no other's logo", async () => {
    const page = await open({}, new URL("docs", service.url).href);
    assert.equal(await page.title(), "Dateline API");
    await page.locator(".opblock").first().waitFor();
    assert.equal(await page.locator(".topbar").count(), 0);
    assert.equal(await page.getByText("swagger", { exact: false }).count(), 0);
    await screenshot(page, "docs-light");
    await close(page);
  });
});
