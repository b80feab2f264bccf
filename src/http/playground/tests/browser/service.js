/** Services and browsers for the tests. */

import { spawn } from "node:child_process";
import { createServer, request as forward } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";

import { chromium } from "playwright-core";

const BINARY = process.env.DATELINE_BIN ?? path.resolve("target/debug/dateline");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const ARTEFACTS = process.env.DATELINE_ARTEFACTS ?? path.resolve("target/playground");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

mkdirSync(ARTEFACTS, { recursive: true });

/** Starts a service on a free port; resolves once it has read its warm-up article. */
export function startService(args = [], env = {}) {
  const child = spawn(BINARY, ["serve", "--bind", "127.0.0.1:0", "--log-format", "json", ...args], {
    env: { ...process.env, DATELINE_DEADLINE_MS_MAX: "120000", DATELINE_QUEUE_MS_MAX: "60000", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let url = "";
    child.once("exit", (code) => reject(new Error(`the service ended with ${code}`)));
    createInterface({ input: child.stderr }).on("line", (line) => {
      let entry;
      try {
        entry = JSON.parse(line);
      } catch {
        return;
      }
      if (entry.message === "listening") url = `http://${entry.address}/`;
      if (entry.message === "ready") resolve({ url, stop: () => child.kill() });
    });
  });
}

/** A gateway that serves a service under `/desk/`. */
export function startGateway(target) {
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url.startsWith("/desk/")) return outgoing.writeHead(404).end();
    const url = new URL(incoming.url.slice("/desk/".length), target);
    const sent = forward(url, { method: incoming.method, headers: { ...incoming.headers, host: url.host } }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(sent);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/desk/`, stop: () => server.close() }));
  });
}

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });

/** A page of a browser of its own, which records what must not happen: errors, requests elsewhere, refused resources. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light", locale: "en-GB", ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A browser reports each refused request; those are looked at on their own.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) page.faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) page.faults.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  return page;
}

/** Chooses a sample, and waits until the article is shown to its end. */
export async function readSample(page, name) {
  await page.locator("#samples").getByRole("button", { name }).click();
  await shown(page);
}

/** Waits for the answer that is being read. */
export async function shown(page) {
  await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("Read ") && !document.body.classList.contains("is-reading") || document.getElementById("problem").textContent !== "", null, { timeout: 120_000 });
  await drawn(page);
}

/** Waits until the article and the open panel are drawn to their ends. */
export async function drawn(page) {
  await page.locator("[aria-busy='true']:visible").first().waitFor({ state: "hidden" });
}

/** Rules of axe-core that the page breaks, each with its elements. */
export async function violations(page) {
  await page.evaluate(AXE);
  const { violations: broken } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return broken.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

export const screenshot = (page, name, fullPage = false) => page.screenshot({ path: path.join(ARTEFACTS, `${name}.png`), fullPage });
