import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { curl, javaScript, pythonCode, shellQuoted } from "../page/js/snippets.js";

const request = { body: "It’s Bo's $HOME `x` \\n\n“é” 👮‍♀️", options: { offset_unit: "utf16", min_confidence: 0.7 } };
const BASE = "http://127.0.0.1:8080/desk/";

test("a shell gives back the text that was quoted", () => {
  const text = execFileSync("sh", ["-c", `printf %s ${shellQuoted(request.body)}`], { encoding: "utf8" });
  assert.equal(text, request.body);
});

test("curl and Python count in code points, JavaScript in UTF-16", () => {
  assert.ok(!curl(request, BASE, false).includes("offset_unit"));
  assert.ok(!pythonCode(request, BASE, false).includes("offset_unit"));
  assert.ok(javaScript(request, BASE, false).includes('"offset_unit": "utf16"'));
});

test("Python reads its snippet, with the article as it was", () => {
  const check = "import ast, sys; tree = ast.parse(sys.stdin.read()); print([ast.literal_eval(n.value)['body'] for n in tree.body if getattr(n, 'targets', [None])[0] and getattr(n.targets[0], 'id', '') == 'article'][0], end='')";
  const body = execFileSync("python3", ["-c", check], { input: pythonCode(request, BASE, true), encoding: "utf8" });
  assert.equal(body, request.body);
});

test("snippets name the key's variable only where a key is needed, and the service's own address", () => {
  for (const write of [curl, pythonCode, javaScript]) {
    assert.ok(write(request, BASE, true).includes("DATELINE_KEY"));
    assert.ok(!write(request, BASE, false).includes("DATELINE_KEY"));
    assert.ok(write(request, BASE, false).includes("http://127.0.0.1:8080/desk/v1/extract"));
  }
});
