/** The page: it asks the service and shows what comes back. */

import { ArticleForm } from "./elements/article-form.js";
import "./elements/article-view.js";
import "./elements/confidence-slider.js";
import "./elements/finding-card.js";
import "./elements/key-dialog.js";
import "./elements/layer-switches.js";
import "./elements/panels.js";
import { themeSwitch } from "./elements/theme-switch.js";
import { nextTask } from "./chunks.js";
import { element } from "./dom.js";
import { Reading } from "./reading.js";
import { Refused, Service } from "./service.js";
import { testCase } from "./test-case.js";
import { count } from "./words.js";

const byId = (id) => document.getElementById(id);
const [article, card, keyDialog, layers, slider, panels] = [
  "article", "card", "key", "layers", "confidence", "panels",
].map((name) => document.querySelector(`dateline-${name}`));
const [input, controls, result, problem, status] = ["input", "controls", "result", "problem", "status"].map(byId);

const service = new Service();
const form = new ArticleForm(byId("form"), () => read());
let reading = null;
let needsKey = false;
let asking = new AbortController();

const say = (text) => {
  status.textContent = text;
};

/** Reads the article that is in the form, and shows it. */
async function read(language) {
  problem.replaceChildren();
  if (form.isEmpty) return refuse(new Refused("There is no article yet", "Paste one, or choose a sample."));
  asking.abort();
  asking = new AbortController();
  const request = form.request(slider.value, language);
  say("Reading…");
  document.body.classList.add("is-reading");
  const began = performance.now();
  try {
    const answer = await withKey(() => service.extract(request, asking.signal));
    if (!answer) return say("");
    const took = performance.now() - began;
    // Parsing, indexing and drawing a long answer are tasks of their own.
    await nextTask();
    const found = new Reading(request, answer);
    await nextTask();
    await show(found, took);
  } catch (error) {
    if (error.name === "AbortError") return;
    refuse(error instanceof Refused ? error : new Refused("This page failed to show the answer", String(error.message)));
  } finally {
    document.body.classList.remove("is-reading");
  }
}

/** Calls the service, and asks the reader for a key as long as the service wants another one. Null when none is given. */
async function withKey(call) {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (error.status !== 401) throw error;
      needsKey = true;
      byId("ask-key").hidden = false;
      if (!(await askKey(error.advice))) return null;
    }
  }
}

async function askKey(reason) {
  const key = await keyDialog.ask(reason);
  if (key !== null) service.useKey(key);
  return key !== null;
}

async function show(found, took) {
  reading = found;
  const isFirst = result.hidden;
  input.hidden = true;
  controls.hidden = result.hidden = false;
  layers.show(reading);
  panels.show(reading, { needsKey });
  article.showLayers(layers.hiddenLayers);
  const { answer, request } = reading;
  const words = (request.body.match(/\S+/g) ?? []).length;
  const counts = [
    count(answer.entities.length, "name"), count(answer.quotes.length, "quote"),
    count(answer.events.length, "event"), count(answer.times.length, "time"),
  ];
  const warnings = answer.warnings.length > 0 ? ` ${count(answer.warnings.length, "warning")}: ${warningsOf(answer)}.` : "";
  say(`Read ${count(words, "word")} in ${(took / 1000).toFixed(1)} s: ${counts.join(", ")}.${warnings}`);
  if (isFirst) article.focus({ preventScroll: true });
  await nextTask();
  await article.show(reading);
}

/** The kinds of warnings, each once. */
function warningsOf({ warnings }) {
  const details = [...new Set(warnings.map(({ code }) => code.replaceAll("_", " ")))];
  return details.slice(0, 3).join("; ");
}

/** Says why an article was not read, and offers a way on where there is one. */
function refuse({ message, advice, code, requestId }) {
  say("");
  edit();
  problem.replaceChildren(element("b", {}, message), advice && element("p", {}, advice),
    code === "language_unsupported" && element("button", { type: "button", onclick: () => read("en") }, "Read it as English all the same"),
    requestId && element("p", { class: "note" }, `Request ${requestId}`));
  problem.scrollIntoView({ block: "nearest" });
}

/** Goes back to the form. */
function edit() {
  card.close();
  const wasHidden = input.hidden;
  input.hidden = false;
  controls.hidden = result.hidden = true;
  if (wasHidden) byId("body").focus();
}

/** Shows everything of an entity, and marks its mentions, quotes and events in the article; of others, themselves. */
function choose(id) {
  const entity = reading.answer.entities.find((each) => each.id === id);
  const same = id !== null && article.chosen === id;
  if (id === null || same) {
    article.choose([]);
    panels.choose(null);
    return;
  }
  const related = entity ? [...(reading.quotesOf.get(id) ?? []), ...(reading.eventsOf.get(id) ?? [])].map((thing) => thing.id) : [];
  article.choose([id, ...related]);
  if (entity) panels.choose(id);
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied ${what}.`);
  } catch {
    say(`The browser did not allow copying ${what}.`);
  }
}

const listeners = {
  point: ({ findings, mark }) => card.show(reading, findings, mark),
  leave: () => card.leave(),
  choose: ({ id }) => choose(id),
  go: ({ id }) => article.goTo(id),
  layers: ({ hidden }) => article.showLayers(hidden),
  confidence: () => read(reading?.request.language),
  copy: ({ text, what }) => copy(text, what),
  "copy-case": ({ things }) => copy(testCase(reading, things), "a test case; correct its checks to what is right"),
};
for (const [name, listen] of Object.entries(listeners)) {
  document.addEventListener(`dateline-${name}`, (event) => listen(event.detail ?? {}));
}

byId("edit").addEventListener("click", edit);
byId("ask-key").addEventListener("click", () => askKey("Give another key to use from now on."));
themeSwitch(byId("theme"));

/** What runs here, at the foot of the page; a service that wants a key says so at once. */
async function about() {
  try {
    const info = await service.info();
    const models = (info.models ?? []).map(({ id }) => id).join(", ");
    byId("about").textContent = [info.service, models].filter(Boolean).join(" · ");
  } catch (error) {
    if (error.status === 401) {
      needsKey = true;
      byId("ask-key").hidden = false;
    }
  }
}
about();
