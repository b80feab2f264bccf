import assert from "node:assert/strict";
import { test } from "node:test";
import jsonld from "jsonld";
import { LINKED, files, post } from "./service.js";

// A processor that asks for a context fails.
const options = {
  safe: true,
  documentLoader: (address) => {
    throw new Error(`asked the network for ${address}`);
  },
};

/** Every string and number outside contexts, IRIs in full, in order. */
function leaves(value, context, found = []) {
  if (Array.isArray(value)) value.forEach((item) => leaves(item, context, found));
  else if (value && typeof value === "object") {
    for (const [name, member] of Object.entries(value)) if (name !== "@context") leaves(member, context, found);
  } else found.push(typeof value === "string" ? full(value, context) : value);
  return found;
}

function full(text, context) {
  const colon = text.indexOf(":");
  return (context[text.slice(0, colon)] ?? text.slice(0, colon + 1)) + text.slice(colon + 1);
}

/** Numbers and strings, with how often each occurs; names of classes and of media stand for themselves. */
function counted(list) {
  const counts = new Map();
  for (const leaf of list) counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
  return counts;
}

async function check(request) {
  const document = await post("/v1/extract", JSON.stringify(request), { accept: LINKED });
  const expanded = await jsonld.expand(document, options);
  const context = document["@context"];
  const vocabulary = context["@vocab"];
  const after = counted(leaves(expanded, {}));
  for (const [leaf, count] of counted(leaves(document, { dl: context.dl, oa: context.oa }))) {
    // Types and statuses of schema.org are in full only after expansion; a caller's own id is text, whatever it begins with.
    const there = (after.get(leaf) ?? 0) + (after.get(vocabulary + leaf) ?? 0) + (leaf === full(request.id ?? "", context) ? 1 : 0);
    assert.ok(there >= count, `${leaf}: ${there} of ${count}`);
  }
  // Every statement has a subject and a predicate that RDF can hold.
  const quads = await jsonld.toRDF(document, options);
  assert.ok(quads.length > 10);
  return { document, quads };
}

test("expansion loses nothing, without the network", async () => {
  let [links, quotes] = [0, 0];
  for (const [name, body] of files("tests/fixtures/articles", ".txt")) {
    for (const chosen of [{}, { link: "full", evidence: true, offset_unit: "all", attributions: "all" }]) {
      const request = { id: `urn:fixture:${name}`, title: "Obama in Berlin", body, published_at: "2025-03-05", options: chosen };
      const { quads } = await check({ ...request, language: "en" });
      links += quads.filter(({ predicate }) => predicate.value === "https://schema.org/sameAs").length;
      quotes += quads.filter(({ predicate }) => predicate.value === "https://schema.org/spokenByCharacter").length;
    }
  }
  assert.ok(links > 10 && quotes > 10, `${links} links, ${quotes} speakers`);
});

test("HTML, and an id that is no IRI or begins like a prefix", async () => {
  for (const id of ["17", "dl:17", "_:b1", "https://example.org/#x", "a b", null]) {
    const { document } = await check({ id, body: "<p>“We <b>sta</b>y,” said Ana Prado.</p>", body_type: "html" });
    assert.match(document["@id"], /^urn:dateline:text:[0-9a-f]{64}$/);
    assert.equal(document.identifier ?? null, id);
  }
});
