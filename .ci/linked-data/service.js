// The service under test, and the fixtures of the repository.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const { ROOT: root, DATELINE_URL: url } = process.env;

export const LINKED = "application/ld+json";
export const ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** The JSON that a request is answered with. */
export async function post(path, body, { accept = "application/json", type = "application/json" } = {}) {
  const response = await fetch(url + path, { method: "POST", body, headers: { accept, "content-type": type } });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  assert.equal(response.headers.get("content-type"), accept);
  return JSON.parse(text);
}

/** A file of the repository. */
export function read(path) {
  return readFileSync(join(root, path), "utf8");
}

/** The files of a folder of the repository that end so, as pairs of name and content. */
export function files(folder, end) {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(end));
  assert.ok(names.length > 0, folder);
  return names.map((name) => [name, read(join(folder, name))]);
}
