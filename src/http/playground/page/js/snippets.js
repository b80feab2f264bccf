/** The request on the page as code that a developer can paste. A key is never part of it. */

/** A request without its offset unit, for callers whose language counts in code points, the default. */
function inCodePoints(request) {
  const { offset_unit: _, ...options } = request.options;
  const { options: __, ...rest } = request;
  return Object.keys(options).length > 0 ? { ...rest, options } : rest;
}

/** Text in single quotes for a POSIX shell. */
export const shellQuoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

export function curl(request, base, needsKey) {
  const lines = [
    `curl -s ${base}v1/extract`,
    ...(needsKey ? [`-H "X-API-Key: $DATELINE_KEY"`] : []),
    `-H 'Content-Type: application/json'`,
    `--data-binary ${shellQuoted(JSON.stringify(inCodePoints(request), null, 2))}`,
  ];
  return `${lines.join(" \\\n  ")}\n`;
}

/** A value as Python writes it: JSON's strings and numbers are Python's too. */
function python(value, indent = "") {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map((item) => python(item, indent)).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}    `;
  const members = Object.entries(value).map(([key, member]) => `${inner}${JSON.stringify(key)}: ${python(member, inner)},\n`);
  return `{\n${members.join("")}${indent}}`;
}

export function pythonCode(request, base, needsKey) {
  return `import json
${needsKey ? "import os\n" : ""}import urllib.request

article = ${python(inCodePoints(request))}
call = urllib.request.Request("${base}v1/extract", json.dumps(article).encode())
call.add_header("Content-Type", "application/json")
${needsKey ? 'call.add_header("X-API-Key", os.environ["DATELINE_KEY"])\n' : ""}with urllib.request.urlopen(call) as response:
    found = json.load(response)

for quote in found["quotes"]:
    who = quote["speaker"]["name"] if quote["speaker"] else "unknown"
    print(who, "said:", " … ".join(segment["text"] for segment in quote["content"]))
for entity in found["entities"]:
    for mention in entity["mentions"]:
        # Offsets count code points, as Python's strings do.
        print(entity["type"], entity["name"], mention["field"], mention["start"], mention["end"])
`;
}

export function javaScript(request, base, needsKey) {
  return `const article = ${JSON.stringify(request, null, 2)};
const response = await fetch("${base}v1/extract", {
  method: "POST",
  headers: { "Content-Type": "application/json"${needsKey ? ', "X-API-Key": process.env.DATELINE_KEY' : ""} },
  body: JSON.stringify(article),
});
const found = await response.json();
if (!response.ok) throw new Error(found.detail);

for (const quote of found.quotes) {
  console.log(quote.speaker?.name ?? "unknown", "said:", quote.content.map((segment) => segment.text).join(" … "));
}
for (const entity of found.entities) {
  for (const { field, start, end } of entity.mentions) {
    // offset_unit is utf16, as JavaScript's strings count.
    console.log(entity.type, entity.name, article[field].slice(start, end));
  }
}
`;
}
