/** Parses the plugin as PHP 7.4, the oldest version that it supports. */

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { Engine } from "php-parser";

const engine = new Engine({ parser: { version: "7.4", suppressErrors: false }, ast: { withPositions: true } });
const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".php"));
for (const file of files) engine.parseCode(readFileSync(path.join(folder, file), "utf8"), file);
console.log(`${files.length} files`);
