/** Both editors and the settings in a browser, with the real service. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { POSTS, SITE, configure, launch, openPage, php, screenshot, structuredData, tagsOf, violations } from "./site.js";

let browser;
let page;

before(async () => {
  php('delete_option("dateline_settings"); delete_post_meta_by_key("_dateline_findings");');
  browser = await launch();
  page = await openPage(browser, "editor");
});
after(() => browser?.close());

const panel = () => page.locator(".dateline");
const section = (name) => panel().locator(".components-panel__body", { has: page.getByRole("button", { name }) });

async function openBlockEditor(post) {
  await page.goto(`${SITE}/wp-admin/post.php?post=${post}&action=edit`);
  await page.waitForFunction(() => globalThis.wp?.data?.select("core/editor")?.getCurrentPostId());
  await page.evaluate(() => wp.data.dispatch("core/preferences").set("core/edit-post", "welcomeGuide", false));
  const toggle = page.getByRole("button", { name: "Dateline", exact: true });
  await toggle.waitFor();
  if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
  await panel().waitFor();
}

async function readPost() {
  await panel().getByRole("button", { name: /^Read/ }).click();
  await page.waitForFunction(() => document.querySelector(".dateline .components-panel__body, .dateline .components-notice.is-error"));
}

describe("settings", () => {
  test("tell where the address is missing", async () => {
    await openBlockEditor(POSTS.block);
    assert.match(await panel().textContent(), /no address yet.*Settings/s);
  });

  test("are stored, never show the key, and say whether the service answers", async () => {
    await page.goto(`${SITE}/wp-admin/options-general.php?page=dateline`);
    await page.getByLabel("Address of the service").fill(process.env.DATELINE_URL + "/");
    await page.getByLabel("Key of the service").fill("secret-key");
    await page.getByLabel("Names").fill("0.5");
    await page.getByRole("button", { name: "Save Changes" }).click();
    await page.getByText("Settings saved.").waitFor();
    assert.deepEqual(JSON.parse(php('echo json_encode(get_option("dateline_settings"));')), { url: process.env.DATELINE_URL, key: "secret-key", floors: { entities: 0.5 }, publish: "approved" });
    assert.ok(!(await page.content()).includes("secret-key"));
    await page.getByRole("button", { name: "Check the connection" }).click();
    await page.getByText(/^Connected to dateline\//).waitFor();
    await screenshot(page, "settings");
    await page.getByLabel("Address of the service").evaluate((input) => { input.type = "text"; input.value = "ftp://x"; });
    await page.getByRole("button", { name: "Save Changes" }).click();
    await page.getByText("The address must look like").waitFor();
    const kept = JSON.parse(php('echo json_encode(get_option("dateline_settings"));'));
    assert.deepEqual([kept.url, kept.key], [process.env.DATELINE_URL, "secret-key"]);
  });
});

describe("the block editor", () => {
  test("shows what is found", async () => {
    await openBlockEditor(POSTS.block);
    await readPost();
    await section(/^People/).getByText("Anna Berg").waitFor();
    assert.match(await section(/^People/).textContent(), /Anna Berg.*Mayor/s);
    assert.match(await section(/^Organisations/).textContent(), /World Bank/);
    assert.match(await section(/^Places/).textContent(), /Paris/);
    await screenshot(page, "block-names");
    for (const name of [/^People/, /^Organisations/, /^Places/]) await page.getByRole("button", { name }).click();
    await page.getByRole("button", { name: /^Quotes/ }).click();
    assert.match(await section(/^Quotes/).textContent(), /“We will build it with Siemens & our own people,”Mayor Anna Berg/);
    await page.getByRole("button", { name: /^Events/ }).click();
    assert.match(await section(/^Events/).textContent(), /Diplomacy: meeting/);
    await screenshot(page, "block-quotes");
    assert.deepEqual(await violations(page), []);
  });

  test("adds a tag with one click, saved with the post", async () => {
    await page.getByRole("button", { name: /^People/ }).click();
    await page.getByRole("button", { name: "Add tag Anna Berg" }).click();
    await section(/^People/).getByText("Tagged").first().waitFor();
    await page.getByRole("button", { name: /^Organisations/ }).click();
    await section(/^Organisations/).getByRole("button", { name: /^Add (all|tag)/ }).first().click();
    await section(/^Organisations/).getByText("Tagged").first().waitFor();
    await screenshot(page, "block-tags");
    await page.getByRole("button", { name: "Update", exact: true }).click();
    await page.getByText("Post updated.").first().waitFor();
    const tags = tagsOf(POSTS.block);
    assert.ok(tags.includes("Anna Berg") && tags.includes("World Bank"), tags.join());
  });

  test("publishes structured data once it is approved", async () => {
    assert.equal((await structuredData(POSTS.block)).data, null);
    // It is ticked once the site has stored it.
    await panel().getByRole("checkbox", { name: "Publish as structured data" }).click();
    await page.waitForFunction(() => document.querySelector(".dateline input[type=checkbox]:checked:enabled"));
    const { data } = await structuredData(POSTS.block);
    const named = [...data.about, ...data.mentions].map(({ name }) => name);
    assert.ok(named.includes("Anna Berg"), named.join());
    assert.equal(data.hasPart[0].spokenByCharacter.name, "Anna Berg");
  });

  test("says what is wrong", async () => {
    await openBlockEditor(POSTS.foreign);
    await readPost();
    assert.match(await panel().locator(".components-notice.is-error").textContent(), /another language \((de|German)\)/);
    await screenshot(page, "block-language");
    configure({ url: "http://127.0.0.1:1" });
    await openBlockEditor(POSTS.foreign);
    await readPost();
    assert.match(await panel().locator(".components-notice.is-error").textContent(), /cannot be reached/);
    configure({});
  });
});

describe("the classic editor", () => {
  test("shows the same, and adds tags to its box", async () => {
    await page.goto(`${SITE}/wp-admin/post.php?post=${POSTS.classic}&action=edit&classic`);
    await panel().waitFor();
    await readPost();
    await section(/^People/).getByText("Anna Berg").waitFor();
    await section(/^People/).getByRole("button", { name: /^Add all/ }).click();
    await section(/^People/).getByText("Tagged").first().waitFor();
    await page.getByRole("button", { name: /^Quotes/ }).click();
    assert.match(await section(/^Quotes/).textContent(), /Anna Berg/);
    assert.deepEqual(await violations(page), []);
    await page.evaluate(() => scrollTo(0, 0));
    await screenshot(page, "classic");
    await Promise.all([page.waitForURL(/message=1/), page.locator("#publish").click()]);
    assert.ok(tagsOf(POSTS.classic).includes("Anna Berg"));
  });
});

test("no script failed, and the browser asked nobody but the site", () => {
  assert.deepEqual(page.faults, []);
});
