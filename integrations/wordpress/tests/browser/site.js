/** The site under test, a service with prepared answers, and browsers. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { chromium } from "playwright-core";

export const SITE = process.env.SITE_URL;
export const POSTS = JSON.parse(process.env.SITE_POSTS);
const FOLDER = process.env.SITE_FOLDER;
const ARTEFACTS = process.env.DATELINE_ARTEFACTS ?? path.resolve("target/wordpress");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

mkdirSync(ARTEFACTS, { recursive: true });

/** Runs PHP inside the site; returns what it prints. The cache of compiled files saves most of its time. */
export const php = (code, ...values) => {
  const cache = ["-d", "opcache.enable_cli=1", "-d", `opcache.file_cache=${FOLDER}/../opcache`];
  return execFileSync("php", [...cache, "-r", `require $argv[1] . "/wp-load.php"; ${code}`, "--", FOLDER, ...values], { encoding: "utf8" });
};

/** Stores settings as the settings page would. */
export const configure = (settings) => php('update_option("dateline_settings", json_decode($argv[2], true));', JSON.stringify({ url: process.env.DATELINE_URL, ...settings }));

/** Names of the tags of a post. */
export const tagsOf = (post) => php('echo implode("|", wp_get_post_tags($argv[2], ["fields" => "names"]));', String(post)).split("|").filter(Boolean);

/** Requests of a user: with cookies, and with the nonce unless it is left out. */
export async function login(user) {
  const form = new URLSearchParams({ log: user, pwd: "password", testcookie: "1" });
  const answer = await fetch(`${SITE}/wp-login.php`, { method: "POST", body: form, redirect: "manual", headers: { Cookie: "wordpress_test_cookie=WP%20Cookie%20check" } });
  const cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
  const nonce = await (await fetch(`${SITE}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { Cookie: cookie } })).text();
  return (route, body, { withNonce = true } = {}) => rest(route, body, { Cookie: cookie, ...(withNonce ? { "X-WP-Nonce": nonce } : {}) });
}

/** A request to a REST route; a POST where there is a body. */
export async function rest(route, body, headers = {}) {
  const options = body ? { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } } : { headers };
  const answer = await fetch(`${SITE}/index.php?rest_route=/dateline/v1/${route}`, options);
  return { status: answer.status, body: await answer.json() };
}

/** A service whose answer to the next requests is `answer`: { status, headers, body, delayMs }. It keeps the last request. */
export async function startFake() {
  const fake = { answer: null, request: null };
  const server = createServer(async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    fake.request = { url: incoming.url, headers: incoming.headers, body: Buffer.concat(chunks).toString() };
    const { status = 200, headers = {}, body, delayMs = 0 } = fake.answer;
    await delay(delayMs);
    outgoing.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(fake, { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() });
}

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** Where WordPress itself takes pictures of emoji from. */
const EMOJI = "https://s.w.org";

/** A page of a logged-in user. It records what must not happen: errors of scripts, and requests to anywhere but the site. */
export async function openPage(browser, user) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "en-GB" });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && ![SITE, EMOJI].includes(url.origin)) page.faults.push(`request to ${url.origin}`);
  });
  await page.goto(`${SITE}/wp-login.php`);
  await page.fill("#user_login", user);
  await page.fill("#user_pass", "password");
  await Promise.all([page.waitForURL(/wp-admin/), page.click("#wp-submit")]);
  return page;
}

/** Rules of axe-core that the panel breaks. */
export async function violations(page) {
  await page.evaluate(AXE);
  const { violations: broken } = await page.evaluate(() => globalThis.axe.run(".dateline", { resultTypes: ["violations"] }));
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

export const screenshot = (page, name) => page.screenshot({ path: path.join(ARTEFACTS, `${name}.png`) });

/** The plugin's JSON-LD in the page of a post, or null. */
export async function structuredData(post) {
  const page = await (await fetch(`${SITE}/?p=${post}`)).text();
  const scripts = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  return { page, data: scripts.length ? JSON.parse(scripts[0][1]) : null };
}
