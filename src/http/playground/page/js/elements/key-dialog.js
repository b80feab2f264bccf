/** Asks for an API key. The key goes to the caller of `ask` and is kept nowhere else. */

import { element } from "../dom.js";

class KeyDialog extends HTMLElement {
  connectedCallback() {
    this.input = element("input", { id: "key", type: "password", autocomplete: "off", spellcheck: "false", required: true });
    this.reason = element("p", { id: "key-reason" });
    this.form = element("form", { method: "dialog" },
      element("h2", { id: "key-title" }, "This service needs a key"),
      this.reason,
      element("label", { for: "key" }, "API key"),
      this.input,
      element("p", { class: "note" }, "The key stays in this page’s memory until you close or reload it. It is not stored."),
      element("p", { class: "actions" },
        element("button", { type: "submit", value: "use", class: "primary" }, "Use this key"),
        element("button", { type: "submit", value: "cancel", formnovalidate: true }, "Cancel")),
    );
    this.dialog = element("dialog", { "aria-labelledby": "key-title", "aria-describedby": "key-reason" }, this.form);
    this.replaceChildren(this.dialog);
  }

  /** @returns {Promise<string | null>} The key, or null when the reader gives none. */
  ask(reason) {
    this.reason.textContent = reason;
    this.input.value = "";
    this.dialog.returnValue = "";
    this.dialog.showModal();
    return new Promise((resolve) => {
      this.dialog.addEventListener("close", () => {
        const key = this.dialog.returnValue === "use" ? this.input.value : null;
        this.input.value = "";
        resolve(key);
      }, { once: true });
    });
  }
}
customElements.define("dateline-key", KeyDialog);
