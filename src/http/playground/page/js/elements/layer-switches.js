/** One switch for each layer, which is the legend too. */

import { element, tell } from "../dom.js";

/** Each layer: its name and samples of how it looks, by style. */
const LEGEND = [
  ["names", "Names", [["person", "person"], ["organization", "organization"], ["location", "place"], ["other", "other"]]],
  ["quotes", "Quotes", [["direct", "word for word"], ["indirect", "reported"]]],
  ["cues", "Cues", [["cue", "said"]]],
  ["times", "Times", [["date", "Monday"]]],
  ["events", "Events", [["actual", "happened"], ["planned", "planned"], ["hypothetical", "possible"], ["negated", "did not"], ["generic", "in general"]]],
];

class LayerSwitches extends HTMLElement {
  connectedCallback() {
    this.boxes = LEGEND.map(([layer, name, samples]) => {
      const box = element("input", { type: "checkbox", name: "layer", value: layer, checked: true, onchange: () => this.#tell() });
      const count = element("span", { class: "count" });
      const looks = samples.map(([style, word]) => element("span", { class: `sample ${layer} ${style}` }, word));
      return { box, count, label: element("label", { class: "layer" }, box, element("b", {}, name), " ", count, ...looks) };
    });
    const legend = element("legend", { class: "visually-hidden" }, "Show in the article");
    this.replaceChildren(element("fieldset", {}, legend, ...this.boxes.map(({ label }) => label)));
  }

  /** @param {import("../reading.js").Reading} reading */
  show(reading) {
    for (const { box, count } of this.boxes) count.textContent = reading.countOf(box.value).toLocaleString("en");
  }

  /** The layers that are switched off. */
  get hiddenLayers() {
    return this.boxes.filter(({ box }) => !box.checked).map(({ box }) => box.value);
  }

  #tell() {
    tell(this, "layers", { hidden: this.hiddenLayers });
  }
}
customElements.define("dateline-layers", LayerSwitches);
