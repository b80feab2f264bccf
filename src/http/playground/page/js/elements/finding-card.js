/** A card beside the pointed or focused finding. It stays while the pointer is on it, and Escape closes it. */

import { element } from "../dom.js";
import { describe } from "./descriptions.js";
import { findingFacts } from "./facts.js";

/** Milliseconds from leaving a finding until the card closes, so that a pointer can reach the card. */
const LEAVE_MS = 250;
/** Pixels between the finding, the card and the border of the window. */
const GAP_PX = 8;

class FindingCard extends HTMLElement {
  #leaving = 0;

  connectedCallback() {
    this.hidden = true;
    this.addEventListener("pointerenter", () => clearTimeout(this.#leaving));
    this.addEventListener("pointerleave", () => this.leave());
    this.addEventListener("focusin", () => clearTimeout(this.#leaving));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    document.addEventListener("scroll", () => this.close(), { passive: true });
  }

  /** @param {import("../reading.js").Finding[]} findings The innermost first; the others are around it. */
  show(reading, findings, mark) {
    clearTimeout(this.#leaving);
    const { kind, heading, list } = findingFacts(reading, findings[0]);
    const around = findings.slice(1).map((finding) => element("li", {}, describe(finding)));
    this.replaceChildren(
      element("p", { class: "kind" }, kind),
      element("p", { class: "heading" }, heading),
      list,
      ...(around.length > 0 ? [element("p", { class: "kind" }, "inside"), element("ul", { class: "around" }, ...around)] : []),
    );
    this.hidden = false;
    this.#placeAt(mark);
  }

  /** Below the finding where there is room, else above it; always inside the window. */
  #placeAt(mark) {
    const at = mark.getClientRects()[0];
    if (!at) return this.close();
    const { width, height } = this.getBoundingClientRect();
    const below = at.bottom + GAP_PX;
    const top = below + height < innerHeight ? below : Math.max(GAP_PX, at.top - GAP_PX - height);
    const left = Math.max(GAP_PX, Math.min(at.left, innerWidth - width - GAP_PX));
    this.style.setProperty("--card-top", `${top}px`);
    this.style.setProperty("--card-left", `${left}px`);
  }

  leave() {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.close(), LEAVE_MS);
  }

  close() {
    clearTimeout(this.#leaving);
    this.hidden = true;
  }
}
customElements.define("dateline-card", FindingCard);
