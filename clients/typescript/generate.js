/**
 * Generates `src/api.ts` from the service's OpenAPI description.
 *
 *     npm run generate            # writes the file
 *     npm run check-generated     # fails where the committed file differs
 *
 * Within `/v1` the service may add enum values in any release. So the enums of answers also take other strings; those of
 * requests, the schemas that refuse unknown fields, stay closed, so that the compiler finds a misspelled value.
 */

import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const DESCRIPTION = new URL("../../openapi/openapi.json", import.meta.url);
const OUTPUT = new URL("src/api.ts", import.meta.url);
const HEADER = "// Generated from the OpenAPI description by generate.js; do not edit.\n\n";

/** Enums that tell the variants of a union apart. */
const TAGS = new Set(["AuthorKind", "SpeakerKind"]);

/** Every object in a description, the inner ones too. */
function* objectsIn(value) {
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** Points the references of answers to open enums. */
function openEnums(description) {
  const { schemas } = description.components;
  const enums = Object.keys(schemas).filter((name) => schemas[name].enum && !TAGS.has(name));
  const answers = Object.values(schemas).filter((schema) => schema.additionalProperties !== false);
  for (const object of objectsIn(answers)) {
    const name = String(object.$ref ?? "").split("/").at(-1);
    if (enums.includes(name)) object.$ref += "OrOther";
  }
  for (const name of enums) schemas[`${name}OrOther`] = { ...schemas[name], "x-open": true };
  return description;
}

/** The type of an open enum: its known values, which editors complete, or any other string. */
function transform(schema) {
  if (!schema["x-open"]) return undefined;
  const { factory } = ts;
  const known = schema.enum.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const other = factory.createIntersectionTypeNode([string, factory.createTypeLiteralNode([])]);
  return factory.createUnionTypeNode([...known, factory.createParenthesizedType(other)]);
}

/** The models of requests and answers; operations are written by hand. */
function models(description) {
  const { HtmlText, PlainText, ...schemas } = description.components.schemas;
  return { openapi: description.openapi, info: description.info, paths: {}, components: { schemas } };
}

const description = openEnums(models(JSON.parse(readFileSync(DESCRIPTION, "utf8"))));
const options = { arrayLength: true, rootTypes: true, rootTypesNoSchemaPrefix: true, transform };
const generated = HEADER + astToString(await openapiTS(description, options));

if (process.argv.includes("--check")) {
  const committed = readFileSync(OUTPUT, "utf8").split("\n");
  const lines = generated.split("\n");
  const differing = Array.from({ length: Math.max(lines.length, committed.length) }, (_, n) => n).filter(
    (n) => lines[n] !== committed[n],
  );
  for (const n of differing.slice(0, 20)) console.log(`${n + 1}\n- ${committed[n]}\n+ ${lines[n]}`);
  if (differing.length > 0) {
    console.log("src/api.ts does not match openapi/openapi.json; run `npm run generate` and commit the result");
    process.exitCode = 1;
  }
} else {
  writeFileSync(OUTPUT, generated);
}
