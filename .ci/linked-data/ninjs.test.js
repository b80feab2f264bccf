import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { files, post, read } from "./service.js";

const options = { strict: false, allErrors: true };
const iptc = (version) => JSON.parse(readFileSync(new URL(`iptc/ninjs-schema_${version}.json`, import.meta.url), "utf8"));
const [draft7, draft2020] = [formats(new Ajv(options)), formats(new Ajv2020(options))];
// IPTC's schemas refer to it; the service writes no geometry.
for (const validator of [draft7, draft2020]) validator.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json" });
const extension = JSON.parse(read("openapi/ninjs-extension.schema.json"));
const extended = draft2020.compile(extension);

/** The schema of an item in IPTC's and ours together: no member may be in neither. */
function together(version) {
  const schema = iptc(version);
  draft2020.addSchema(schema);
  const allOf = [{ $ref: `${schema.$id.replace(/#$/, "")}#/$defs/ninjsType` }, { $ref: extension.$id }];
  return draft2020.compile({ $schema: schema.$schema, allOf, required: ["uri"], unevaluatedProperties: false });
}
const schemas = { 1: draft7.compile(iptc("1.6")), 2: together("2.2"), 3: together("3.1") };

/** Why a value is not valid; empty where it is. */
function faults(schema, value) {
  return schema(value) ? [] : schema.errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

test("items with the extension are valid under both schemas", async () => {
  let [findings, valid] = [0, 0];
  for (const [name, text] of files("tests/fixtures/ninjs", ".json")) {
    const item = await post("/v1/ninjs?extension=true", text);
    assert.deepEqual(faults(extended, item), [], name);
    findings += item.x_dateline.quotes.length + item.x_dateline.events.length;
    const schema = schemas[name[0]];
    if (!schema) continue; // Superdesk's items have members of their own.
    const { x_dateline: _, ...lists } = item;
    // Version 1 allows no other member anywhere, so its items are checked without this one.
    assert.deepEqual(faults(schema, name[0] === "1" ? lists : item), [], name);
    valid += 1;
  }
  assert.ok(findings > 10 && valid > 10, `${findings} findings, ${valid} items`);
});

test("the schema of the extension refuses what no answer has", async () => {
  const [[, text]] = files("tests/fixtures/ninjs", "3-plain.json");
  const item = await post("/v1/ninjs?extension=true", text);
  for (const [member, wrong] of [["quotes", {}], ["entities", [{ id: 1 }]], ["meta", null], ["offset_unit", "bytes"]]) {
    const changed = { ...item, x_dateline: { ...item.x_dateline, [member]: wrong } };
    assert.notDeepEqual(faults(extended, changed), [], member);
  }
});
