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
import { warningsList } from "./elements/warnings.js";
import { copyText, element } from "./dom.js";
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
      if (!(await askKey(KEY_REASONS[error.code] ?? error.advice))) return null;
    }
  }
}

const KEY_REASONS = {
  key_missing: "The people who run this service can give you one.",
  key_unknown: "The service does not know this key. Check it, or ask the people who run the service.",
};

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
  const seconds = took < 100 ? "less than 0.1" : (took / 1000).toFixed(1);
  say(`Read ${count(words, "word")} in ${seconds} s: ${counts.join(", ")}.`);
  byId("warnings").replaceChildren(...warningsList(answer));
  if (isFirst) article.focus({ preventScroll: true });
  await nextTask();
  await article.show(reading);
}

/** Says why an article was not read, and offers a way on where there is one. */
function refuse({ message, advice, code, requestId }) {
  say("");
  edit();
  problem.replaceChildren();
  problem.append(...[
    element("b", {}, message),
    advice && element("p", {}, advice),
    code === "language_unsupported" && element("button", { type: "button", onclick: () => read("en") }, "Read it as English all the same"),
    requestId && element("p", { class: "note" }, `Request ${requestId}`),
  ].filter(Boolean));
  problem.scrollIntoView({ block: "nearest" });
}

/** Goes back to the form. */
function edit() {
  card.close();
  const wasHidden = input.hidden;
  input.hidden = false;
  controls.hidden = result.hidden = true;
  byId("warnings").replaceChildren();
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

/** Milliseconds for which a button says that it has copied. */
const COPIED_MS = 2000;

async function copy(text, what, button) {
  const isCopied = await copyText(text);
  say(isCopied ? `Copied ${what}.` : `The browser did not allow copying ${what}.`);
  button.dataset.label ??= button.textContent;
  button.textContent = isCopied ? "Copied ✓" : "Not copied";
  setTimeout(() => {
    button.textContent = button.dataset.label;
  }, COPIED_MS);
}

const listeners = {
  point: ({ findings, mark }) => card.show(reading, findings, mark),
  leave: () => card.leave(),
  choose: ({ id }) => choose(id),
  go: ({ id }) => article.goTo(id),
  layers: ({ hidden }) => article.showLayers(hidden),
  confidence: () => read(reading?.request.language),
  copy: ({ text, what }, button) => copy(text, what, button),
  "copy-case": ({ things }, button) => copy(testCase(reading, things), "a test case; correct its checks to what is right", button),
};
for (const [name, listen] of Object.entries(listeners)) {
  document.addEventListener(`dateline-${name}`, (event) => listen(event.detail ?? {}, event.target));
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
