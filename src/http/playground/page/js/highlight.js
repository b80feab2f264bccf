/**
 * Nested highlights from overlapping findings.
 *
 * Findings may overlap: a name inside a quotation, an event that begins in one quotation and ends after it. HTML elements
 * may not. So the text is cut at every border of a finding, and the pieces are nested in a fixed order: the finding that
 * begins first is the outer one; of two that begin together, the longer; of two with the same span, the one listed first.
 * The clients' `highlight()` follows the same rules and passes the same table of cases, `clients/highlight-cases.json`.
 *
 * @typedef {{ranges: [number, number][]}} Finding Half-open ranges in UTF-16 code units, sorted and disjoint.
 * @typedef {{finding: Finding, start: number, end: number, order: number}} Range
 * @typedef {{start: number, end: number, stack: Range[]}} Segment A stretch that no border cuts; the outermost range first.
 */

/** @returns {Range[]} The ranges of all findings, outer ones first. */
function sortedRanges(findings, length) {
  const ranges = [];
  findings.forEach((finding, order) => {
    for (const [start, end] of finding.ranges) {
      if (!(start >= 0 && start <= end && end <= length)) {
        throw new RangeError(`range ${start} to ${end} is outside the text, which has ${length} UTF-16 code units`);
      }
      if (start < end) ranges.push({ finding, start, end, order });
    }
  });
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
}

/**
 * Cuts a text of `length` code units at every border.
 *
 * @param {Finding[]} findings
 * @param {number} length
 * @returns {Segment[]} They cover the whole text, in order.
 */
export function segments(findings, length) {
  const ranges = sortedRanges(findings, length);
  const borders = new Set([0, length]);
  for (const { start, end } of ranges) borders.add(start).add(end);
  const cuts = [...borders].sort((a, b) => a - b);
  const found = [];
  let stack = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    stack = stack.filter((range) => range.end > cuts[i]);
    for (; next < ranges.length && ranges[next].start === cuts[i]; next++) stack.push(ranges[next]);
    found.push({ start: cuts[i], end: cuts[i + 1], stack: [...stack] });
  }
  return found;
}

/**
 * Builds nested elements from segments, one after the other. An element stays open from one segment to the next while the
 * ranges outside it do, and is opened again after a border that closed it.
 *
 * @template Node
 */
export class Nester {
  /**
   * @param {Node} root Where the pieces go.
   * @param {(finding: Finding, isFirst: boolean, parent: Node) => Node} open Appends an element for a piece of a finding.
   *   `isFirst` says whether it is the finding's first piece, the one that takes the tab stop.
   * @param {Set<Finding>} seen The findings that have had their first piece.
   */
  constructor(root, open, seen = new Set()) {
    this.root = root;
    this.open = open;
    this.seen = seen;
    /** @type {{range: Range, node: Node}[]} */
    this.path = [];
  }

  /** @returns {Node} The node into which the text of this segment goes. */
  enter(stack) {
    let kept = 0;
    while (kept < this.path.length && kept < stack.length && this.path[kept].range === stack[kept]) kept++;
    this.path.length = kept;
    for (const range of stack.slice(kept)) {
      const isFirst = !this.seen.has(range.finding);
      this.seen.add(range.finding);
      this.path.push({ range, node: this.open(range.finding, isFirst, this.node) });
    }
    return this.node;
  }

  /** The innermost open node. */
  get node() {
    return this.path.length > 0 ? this.path[this.path.length - 1].node : this.root;
  }
}
