import assert from "node:assert/strict";
import { test } from "node:test";
import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { JSDOM } from "jsdom";
import { ANNOTATIONS, files, post } from "./service.js";

const OWN = [
  ["emoji", "<p>🚢🚢 &ldquo;We will stay 🇺🇳,&rdquo; said Ana Prado 👩‍👩‍👧 on Monday.</p><p>Police arrested two protesters.</p>"],
  ["right to left", "<p dir=rtl>שלום עולם</p><p>“<bdi>مرحبا</bdi>, we will stay,” said Ana Prado of Haifa (<span dir=rtl>חיפה</span>) on Monday.</p>"],
  ["nested", "<div><p>“We <b>wi<i>ll</i></b> stay,” said <a href=x>Ana <em>Pra</em>do</a>.<br>Police <u>arr</u>ested her in <b>Lis</b>bon.</p></div>"],
  ["references", "<p>&ldquo;AT&amp;T &amp; O&#8217;Neill&nbsp;&hellip;&rdquo;, said Zo&euml; M&uuml;ller of Smith &amp; Sons on Monday.</p>"],
  ["no text", "<script>if (a<b) {}</script><style>p{}</style><template><p>Ana Prado</p></template><!-- Ana --><p>Ana Prado sang in Lisbon.</p>"],
  ["white space", "<pre>\nAna Prado\r\nsang in Lisbon.</pre>\r\n<p>She left\r\nLisbon on\tMonday.</p>"],
];

// Apache Annotator expects these among the globals, where browsers have them.
const { Node, NodeFilter } = new JSDOM().window;
Object.assign(globalThis, { Node, NodeFilter });

const plain = (text) => {
  const { document } = new JSDOM("<div></div>").window;
  document.querySelector("div").textContent = text;
  return document.querySelector("div");
};

const html = (text) => {
  const isWhole = /<(html|head|body)\b/i.test(text);
  const { document } = new JSDOM(isWhole ? text : "").window;
  if (!isWhole) document.body.innerHTML = text;
  return document.body;
};

async function all(matches) {
  const ranges = [];
  for await (const range of matches) ranges.push(range);
  return ranges;
}

/** How much text of an element is before a range: a place between two nodes has more than one name. */
function before(element, range) {
  const head = element.ownerDocument.createRange();
  head.setStart(element, 0);
  head.setEnd(range.startContainer, range.startOffset);
  return head.toString().length;
}

/** Checks that each selector finds its text in an element, and that both find the same place. */
async function check(name, element, request, type) {
  const page = await post("/v1/extract", request, { accept: ANNOTATIONS, type });
  assert.equal(page.type, "AnnotationPage");
  for (const { target } of page.items) {
    const [position, quote] = target.selector;
    const [at] = await all(createTextPositionSelectorMatcher(position)(element));
    assert.equal(at?.toString(), quote.exact, `${name}: ${JSON.stringify(target)}`);
    const found = await all(createTextQuoteSelectorMatcher(quote)(element));
    const isSame = (range) => range.toString() === at.toString() && before(element, range) === before(element, at);
    assert.ok(found.some(isSame), `${name}: ${JSON.stringify(quote)} among ${found.length}`);
  }
  return page.items.length;
}

test("annotations find their places in HTML", async () => {
  for (const [name, text] of OWN) assert.ok((await check(name, html(text), text, "text/html")) > 1, name);
  let count = 0;
  for (const [name, text] of files("tests/fixtures/html", ".html")) count += await check(name, html(text), text, "text/html");
  console.log(`${count} annotations of HTML fixtures`);
  assert.ok(count > 500);
});

test("annotations find their places in plain text", async () => {
  const own = OWN.map(([name, text]) => [name, html(text).textContent]);
  for (const [name, text] of [...own, ...files("tests/fixtures/articles", ".txt")]) {
    await check(name, plain(text), text, "text/plain");
  }
});
