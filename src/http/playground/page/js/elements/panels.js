/** The panels beside the article, as tabs. A panel is drawn when it is first opened. */

import { element } from "../dom.js";
import { drawData } from "./data-panel.js";
import { drawNames } from "./names-panel.js";
import { drawPlaces } from "./places-panel.js";
import { drawQuotes } from "./quotes-panel.js";
import { drawSources } from "./sources-panel.js";
import { drawTimeline } from "./timeline-panel.js";

const PANELS = [
  ["names", "Names", drawNames],
  ["quotes", "Quotes", drawQuotes],
  ["sources", "Sources", drawSources],
  ["timeline", "Timeline", drawTimeline],
  ["places", "Places", drawPlaces],
  ["data", "Data", drawData],
];

/** Which tab a key leads to, from the tab at `from`. */
const KEYS = {
  ArrowRight: (from) => (from + 1) % PANELS.length,
  ArrowLeft: (from) => (from + PANELS.length - 1) % PANELS.length,
  Home: () => 0,
  End: () => PANELS.length - 1,
};

class Panels extends HTMLElement {
  #drawing = new AbortController();

  connectedCallback() {
    this.tabs = PANELS.map(([name, title], i) => element("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`,
      onclick: () => this.open(name),
      onkeydown: (event) => {
        if (!(event.key in KEYS)) return;
        event.preventDefault();
        const [next] = PANELS[KEYS[event.key](i)];
        this.open(next);
        this.tabs[KEYS[event.key](i)].focus();
      },
    }, title));
    this.panels = PANELS.map(([name]) => element("div", {
      role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, tabindex: 0, hidden: true,
    }));
    this.replaceChildren(element("h2", { class: "visually-hidden" }, "Findings"), element("div", { role: "tablist", "aria-label": "What was found" }, ...this.tabs), ...this.panels);
    this.opened = "names";
  }

  /** @param {import("../reading.js").Reading} reading */
  show(reading, { needsKey }) {
    this.#drawing.abort();
    this.#drawing = new AbortController();
    this.context = { needsKey, signal: this.#drawing.signal, chosen: null };
    this.reading = reading;
    this.drawn = new Set();
    this.open(this.opened);
  }

  open(name) {
    this.opened = name;
    PANELS.forEach(([other, , draw], i) => {
      const isOpen = other === name;
      this.tabs[i].setAttribute("aria-selected", String(isOpen));
      this.tabs[i].tabIndex = isOpen ? 0 : -1;
      this.panels[i].hidden = !isOpen;
      if (isOpen && this.reading && !this.drawn.has(name)) {
        this.drawn.add(name);
        this.panels[i].replaceChildren();
        this.#draw(this.panels[i], draw);
      }
    });
  }

  async #draw(panel, draw) {
    const { signal } = this.context;
    panel.setAttribute("aria-busy", "true");
    await draw(panel, this.reading, this.context);
    if (!signal.aborted) panel.setAttribute("aria-busy", "false");
  }

  /** Opens the profile of an entity, or the list of names where `id` is null. */
  choose(id) {
    this.context.chosen = id;
    this.drawn.delete("names");
    this.open("names");
    this.panels[0].scrollTop = 0;
  }
}
customElements.define("dateline-panels", Panels);
