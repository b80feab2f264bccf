/** How sure a finding must be to be shown: the request's `min_confidence`. */

import { element, tell } from "../dom.js";

/** Milliseconds after the last key until the article is read again. */
const SETTLE_MS = 350;

class ConfidenceSlider extends HTMLElement {
  #settling = 0;
  /** What is asked for, or null for the service's own floors. */
  value = null;

  connectedCallback() {
    this.output = element("output", { for: "confidence" });
    this.slider = element("input", {
      type: "range", id: "confidence", min: 0, max: 95, step: 5, value: 50,
      oninput: () => this.#set(Number(this.slider.value) / 100),
    });
    this.standard = element("button", { type: "button", onclick: () => this.#set(null) }, "Reset");
    this.replaceChildren(element("label", { for: "confidence" }, "Confidence"), this.slider, this.output, this.standard);
    this.#write();
  }

  #set(value) {
    this.value = value;
    this.#write();
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => tell(this, "confidence"), SETTLE_MS);
  }

  #write() {
    const text = this.value === null ? "default"
      : this.value === 0 ? "everything"
      : `${Math.round(this.value * 100)} % or more`;
    this.output.textContent = text;
    this.slider.setAttribute("aria-valuetext", text);
    this.standard.hidden = this.value === null;
  }
}
customElements.define("dateline-confidence", ConfidenceSlider);
