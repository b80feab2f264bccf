/** The form: an article, when it was published, and how to read it. */

import { element } from "../dom.js";
import { BASE } from "../service.js";
import { SAMPLES } from "../samples.js";

/** Tags by which HTML is told from plain text. */
const MARKUP = /<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|article|section|span|em|strong|a\s)[^>]*>/i;

/** Text as HTML, for the headline that belongs to an HTML article. */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export class ArticleForm {
  /**
   * @param {HTMLFormElement} form
   * @param {() => void} submit Called when the reader asks for the article to be read.
   */
  constructor(form, submit) {
    this.fields = form.elements;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    });
    form.querySelector("#samples").append(...SAMPLES.map((sample) => element("button", {
      type: "button", class: "sample-button", onclick: () => this.#fill(sample).then(submit),
    }, element("b", {}, sample.name), element("span", {}, sample.about))));
  }

  async #fill({ file, published }) {
    const response = await fetch(new URL(`playground/samples/${file}`, BASE));
    const text = (await response.text()).trim();
    const isHtml = file.endsWith(".html");
    const headline = isHtml ? "" : text.slice(0, text.indexOf("\n"));
    this.fields.title.value = headline;
    this.fields.body.value = isHtml ? text : text.slice(headline.length).trim();
    this.fields.published.value = published;
    this.fields.format.value = "";
  }

  /** @returns {object} The request that the form describes. */
  request(minConfidence, language) {
    const { title, body, published, format, thoughts } = this.fields;
    const isHtml = format.value === "html" || (format.value === "" && MARKUP.test(body.value));
    const request = { body: body.value };
    if (title.value.trim()) request.title = isHtml ? escaped(title.value) : title.value;
    if (isHtml) request.body_type = "html";
    if (published.value) request.published_at = published.value;
    if (language) request.language = language;
    request.options = { offset_unit: "utf16" };
    if (thoughts.checked) request.options.attributions = "all";
    if (minConfidence !== null) request.options.min_confidence = minConfidence;
    return request;
  }

  get isEmpty() {
    return this.fields.body.value.trim() === "";
  }
}
