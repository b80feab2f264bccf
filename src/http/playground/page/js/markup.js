/**
 * Where the text of an HTML article is: its blocks and, in each, its runs of text, as positions in the source.
 *
 * The page shows an HTML article as plain blocks of text. It never puts the article's own tags into the document, so nothing
 * in them can run or load. Which text counts is the service's decision; this only leaves out what no reader sees.
 *
 * @typedef {"paragraph" | "heading" | "item" | "quotation" | "preformatted"} BlockKind
 * @typedef {{kind: BlockKind, runs: [number, number][]}} Block Half-open runs in UTF-16 code units, in order.
 */

import { decodeReferences } from "./dom.js";

/** Elements whose text a reader does not see. */
const UNSEEN = new Set([
  "head", "script", "style", "template", "noscript", "svg", "iframe", "object", "audio", "video", "canvas", "select", "del", "s",
]);

/** Elements whose content is raw text: no tag begins in it. */
const RAW = new Set(["script", "style", "textarea", "title", "noscript", "iframe"]);

/** Elements that begin and end a block, and the kind of block that begins. */
const BLOCKS = new Map([
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "heading"]),
  ...["li", "dt", "dd", "tr"].map((name) => [name, "item"]),
  ["blockquote", "quotation"],
  ["pre", "preformatted"],
  ...["address", "article", "aside", "body", "caption", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer",
    "form", "header", "hgroup", "hr", "html", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "thead", "ul",
  ].map((name) => [name, "paragraph"]),
]);

/** Elements without an end tag. */
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** Where the tag whose name begins at `from` ends: just after its `>`, or -1 where the source ends first. */
function tagEnd(source, from) {
  const delimiter = /[>"']/g;
  delimiter.lastIndex = from;
  for (let match = delimiter.exec(source); match; match = delimiter.exec(source)) {
    if (match[0] === ">") return delimiter.lastIndex;
    const close = source.indexOf(match[0], delimiter.lastIndex);
    if (close < 0) return -1;
    delimiter.lastIndex = close + 1;
  }
  return -1;
}

/** The end of the comment, declaration or instruction that begins at `start`. */
function commentEnd(source, start) {
  const close = source.startsWith("<!--", start) ? "-->" : ">";
  const found = source.indexOf(close, start + 2);
  return found < 0 ? source.length : found + close.length;
}

/** The next tag or comment at or after a position: its start, end, name and whether it is an end tag. */
function nextTag(source, from) {
  const opening = /<(?:(\/?)([a-z][^\s/>]*)|[!?])/gi;
  opening.lastIndex = from;
  const match = opening.exec(source);
  if (!match) return null;
  const { index: start, 1: slash, 2: name = "" } = match;
  const end = name === "" ? commentEnd(source, start) : tagEnd(source, opening.lastIndex);
  // A tag that never ends is text, and so is all that follows it.
  return end < 0 ? null : { start, end, name: name.toLowerCase(), isEnd: slash === "/" };
}

/** Collects runs into blocks. */
class Blocks {
  constructor(source) {
    this.source = source;
    this.kinds = ["paragraph"];
    /** @type {Block[]} */
    this.done = [];
    this.runs = [];
  }

  add(start, end) {
    if (start < end) this.runs.push([start, end]);
  }

  /** Ends the block that is being collected, where it has any text. */
  finish() {
    if (this.runs.some(([start, end]) => /\S/.test(this.source.slice(start, end)))) {
      this.done.push({ kind: this.kinds[this.kinds.length - 1], runs: this.runs });
    }
    this.runs = [];
  }

  begin(name) {
    this.finish();
    const outer = this.kinds[this.kinds.length - 1];
    const kind = BLOCKS.get(name);
    if (!VOID.has(name)) this.kinds.push(kind === "paragraph" && outer !== "preformatted" ? outer : kind);
  }

  end() {
    this.finish();
    if (this.kinds.length > 1) this.kinds.pop();
  }
}

/** Where the element that begins before `from` ends: just after its end tag, or at the end of the source. */
function afterElement(source, name, from) {
  if (RAW.has(name)) {
    const end = new RegExp(`</${name}[\\s/>]`, "gi");
    end.lastIndex = from;
    const match = end.exec(source);
    return match ? commentEnd(source, match.index) : source.length;
  }
  let depth = 1;
  for (let tag = nextTag(source, from); tag; tag = nextTag(source, tag.end)) {
    if (tag.name !== name) continue;
    depth += tag.isEnd ? -1 : 1;
    if (depth === 0) return tag.end;
  }
  return source.length;
}

/** The text of a run, or of a part of one. */
export function htmlText(run) {
  return run.startsWith("<") && /^<br[\s/>]/i.test(run) ? "\n" : decodeReferences(run);
}

/**
 * @param {string} source An article as HTML.
 * @returns {Block[]} The blocks that hold text.
 */
export function htmlBlocks(source) {
  const blocks = new Blocks(source);
  let position = 0;
  for (let tag = nextTag(source, 0); tag; tag = nextTag(source, position)) {
    blocks.add(position, tag.start);
    position = tag.end;
    if (UNSEEN.has(tag.name) && !tag.isEnd) position = afterElement(source, tag.name, tag.end);
    else if (BLOCKS.has(tag.name)) tag.isEnd ? blocks.end() : blocks.begin(tag.name);
    else if (tag.name === "br") blocks.add(tag.start, tag.end);
  }
  blocks.add(position, source.length);
  blocks.finish();
  return blocks.done;
}

/**
 * @param {string} text An article as plain text: each line is a paragraph.
 * @returns {(Block & {isWrapped: boolean})[]} One a line that is not blank; `isWrapped` where no blank line is before it.
 */
export function textBlocks(text) {
  const blocks = [];
  let isWrapped = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    if (/^[\r\n]/.test(line)) continue;
    if (/\S/.test(line)) {
      const between = blocks.length > 0 ? text.slice(blocks[blocks.length - 1].runs[0][1], index) : "\n\n";
      isWrapped = !/(?:\r\n?|\n)\s*(?:\r\n?|\n)/.test(between.replace(/\r\n/g, "\n"));
      blocks.push({ kind: "paragraph", runs: [[index, index + line.length]], isWrapped });
    }
  }
  return blocks;
}
