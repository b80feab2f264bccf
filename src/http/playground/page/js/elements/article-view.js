/** The article with its findings marked. */

import { inChunks, nextTask } from "../chunks.js";
import { element, tell } from "../dom.js";
import { Nester, segments } from "../highlight.js";
import { htmlBlocks, htmlText, textBlocks } from "../markup.js";
import { describe } from "./descriptions.js";

/** Blocks drawn into one section. A browser lays out only the sections that are near the window. */
const SECTION_BLOCKS = 12;

const TAGS = { item: "p", quotation: "blockquote", preformatted: "pre", paragraph: "p" };

/** The text of each block of a field, in order, with the stack of findings at each place. */
class FieldText {
  constructor(source, findings, isHtml) {
    this.source = source;
    this.isHtml = isHtml;
    this.blocks = isHtml ? htmlBlocks(source) : textBlocks(source);
    this.segments = segments(findings, source.length);
    this.next = 0;
  }

  /** Calls `write` with each stretch of the next block. Blocks are asked for in order. */
  write(block, write) {
    for (const [start, end] of block.runs) {
      while (this.segments[this.next].end <= start) this.next++;
      for (let i = this.next; i < this.segments.length && this.segments[i].start < end; i++) {
        const segment = this.segments[i];
        write(this.#text(Math.max(segment.start, start), Math.min(segment.end, end)), segment.stack);
      }
    }
  }

  #text(start, end) {
    const slice = this.source.slice(start, end);
    return this.isHtml ? htmlText(slice) : slice;
  }
}

export class ArticleView extends HTMLElement {
  #drawing = new AbortController();
  /** @type {Map<string, HTMLElement[]>} Marks by the id of the finding. */
  #marks = new Map();
  #hidden = new Set();
  #chosen = null;

  connectedCallback() {
    const findingAt = (event) => this.#visible(event.target);
    for (const type of ["pointerover", "focusin"]) {
      this.addEventListener(type, (event) => {
        const mark = findingAt(event);
        if (mark) tell(mark, "point", { findings: this.#around(mark), mark });
      });
    }
    this.addEventListener("pointerout", (event) => findingAt(event) && tell(this, "leave"));
    this.addEventListener("focusout", () => tell(this, "leave"));
    this.addEventListener("click", (event) => this.#choose(findingAt(event)));
    this.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("mark")) this.#choose(findingAt(event));
    });
  }

  /**
   * Draws an article, the first screen of it at once.
   *
   * @param {import("../reading.js").Reading} reading
   * @returns {Promise<boolean>} Whether it was drawn to its end.
   */
  async show(reading) {
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const { signal } = this.#drawing;
    this.reading = reading;
    this.#marks = new Map();
    this.#chosen = null;
    this.setAttribute("aria-busy", "true");
    this.replaceChildren();
    const { request, findings } = reading;
    const isHtml = request.body_type === "html";
    // Headings below the headline are one level deeper; an article without a headline has no level to skip.
    let heading = "h2";
    for (const field of ["title", "body"]) {
      if (!request[field]) continue;
      const text = new FieldText(request[field], findings.filter((finding) => finding.field === field), isHtml);
      await nextTask();
      const seen = new Set();
      let section;
      const draw = (block) => {
        if (!section || section.childElementCount === SECTION_BLOCKS) {
          section = element(field === "title" ? "header" : "section");
          this.append(section);
        }
        const isHeadline = field === "title" || (!request.title && block === text.blocks[0] && block.kind === "heading");
        const drawn = this.#block(isHeadline ? "h2" : TAGS[block.kind] ?? heading, block, text, seen);
        if (isHeadline) [drawn.className, heading] = ["headline", "h3"];
        section.append(drawn);
      };
      if (!(await inChunks(text.blocks, draw, signal))) return false;
    }
    this.setAttribute("aria-busy", "false");
    return true;
  }

  #block(tag, block, text, seen) {
    const drawn = element(tag, { class: block.isWrapped ? "wrapped" : block.kind === "item" ? "item" : undefined });
    const nester = new Nester(drawn, (finding, isFirst, parent) => this.#mark(finding, isFirst, parent), seen);
    text.write(block, (piece, stack) => nester.enter(stack).append(piece));
    return drawn;
  }

  #mark(finding, isFirst, parent) {
    const mark = element("mark", { class: `${finding.layer} ${finding.style}` });
    mark.finding = finding;
    if (isFirst) {
      mark.classList.add("first");
      mark.setAttribute("aria-description", describe(finding));
      mark.isStop = true;
      mark.tabIndex = 0;
    }
    if (this.#hidden.has(finding.layer)) this.#hide(mark, true);
    if (!this.#marks.has(finding.id)) this.#marks.set(finding.id, []);
    this.#marks.get(finding.id).push(mark);
    parent.append(mark);
    return mark;
  }

  /** Shows and hides whole layers. */
  showLayers(hidden) {
    this.#hidden = new Set(hidden);
    for (const marks of this.#marks.values()) {
      for (const mark of marks) this.#hide(mark, this.#hidden.has(mark.finding.layer));
    }
  }

  #hide(mark, isHidden) {
    mark.classList.toggle("off", isHidden);
    if (!mark.isStop) return;
    mark.tabIndex = isHidden ? -1 : 0;
    if (isHidden) mark.removeAttribute("tabindex");
  }

  /** The innermost visible mark at a node. */
  #visible(node) {
    let mark = node instanceof Element ? node.closest("mark") : null;
    while (mark?.classList.contains("off")) mark = mark.parentElement.closest("mark");
    return mark;
  }

  /** The findings at a mark, the innermost first. */
  #around(mark) {
    const findings = [];
    for (let at = mark; at; at = this.#visible(at.parentElement)) findings.push(at.finding);
    return findings;
  }

  #choose(mark) {
    if (mark) tell(mark, "choose", { id: mark.finding.ref });
  }

  /** Marks what belongs to an entity, quote, event or time: each of its mentions, the quotes and the events around it. */
  choose(ids) {
    const isChosen = new Set(ids);
    for (const marks of this.#marks.values()) {
      for (const mark of marks) mark.classList.toggle("chosen", isChosen.has(mark.finding.ref));
    }
    this.classList.toggle("has-chosen", isChosen.size > 0);
    this.#chosen = ids[0] ?? null;
  }

  /** The id that is marked, or null. */
  get chosen() {
    return this.#chosen;
  }

  /** Brings a finding into view and focuses it. */
  goTo(findingId) {
    const mark = this.#marks.get(findingId)?.[0];
    if (!mark) return;
    mark.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    mark.tabIndex = mark.tabIndex < 0 ? -1 : 0;
    mark.focus({ preventScroll: true });
  }
}
customElements.define("dateline-article", ArticleView);
