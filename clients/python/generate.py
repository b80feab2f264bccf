"""Generates `src/dateline_client/models.py` from the service's OpenAPI description.

    pip install -e '.[dev]'
    python generate.py            # writes the file
    python generate.py --check    # fails where the committed file differs

The description is made more tolerant first: within `/v1` the service may add fields and enum values in any release, and a
client must not fail on them.
"""

from __future__ import annotations

import difflib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DESCRIPTION = HERE.parent.parent / "openapi" / "openapi.json"
OUTPUT = HERE / "src" / "dateline_client" / "models.py"

Schema = dict[str, Any]

# The service checks requests and says what is wrong with them; answers may grow beyond these.
CONSTRAINTS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "format")

# Enums that tell the variants of a union apart; an unknown tag has a variant of its own.
TAGS = ("AuthorKind", "SpeakerKind")

GENERATOR = [
    "--input-file-type=openapi",
    "--output-model-type=pydantic_v2.BaseModel",
    "--target-python-version=3.10",
    "--base-class=dateline_client.base.Model",
    "--enum-field-as-literal=all",
    "--use-standard-collections",
    "--use-union-operator",
    "--use-schema-description",
    "--use-field-description",
    "--use-double-quotes",
    "--use-default-kwarg",
    "--collapse-root-models",
    "--formatters=builtin",
    "--output-datetime-class=datetime",
    "--disable-timestamp",
    "--custom-file-header=# Generated from the OpenAPI description by generate.py; do not edit.\n# ruff: noqa",
]


def schemas_in(value: Any) -> Iterator[Schema]:
    """Every object in a description, the inner ones too."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from schemas_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from schemas_in(inner)


def open_enums(schemas: dict[str, Schema]) -> None:
    """Lets answers have values of enums that are not known yet.

    Requests keep the closed enum, so that a type checker finds a misspelled value. They are the schemas that refuse unknown
    fields.
    """
    enums = {name for name, schema in schemas.items() if "enum" in schema and name not in TAGS}
    answers = [schema for schema in schemas.values() if schema.get("additionalProperties") is not False]
    for reference in schemas_in(answers):
        name = str(reference.get("$ref", "")).rpartition("/")[2]
        if name in enums:
            reference["$ref"] += "OrOther"
    for name in enums:
        description = schemas[name].get("description", "")
        known = {"type": "string", "enum": schemas[name]["enum"]}
        schemas[f"{name}OrOther"] = {"description": description, "anyOf": [known, {"type": "string"}]}
    used = {str(reference.get("$ref", "")).rpartition("/")[2] for reference in schemas_in(schemas)}
    for name in enums | {f"{name}OrOther" for name in enums}:
        if name not in used:
            del schemas[name]


def tolerant(description: Schema) -> Schema:
    """The description without what a newer service could break."""
    schemas: dict[str, Schema] = description["components"]["schemas"]
    for schema in schemas_in(schemas):
        for ornament in ("x-enum-descriptions", "example", "examples"):
            schema.pop(ornament, None)
        if schema.get("type") is None and "properties" not in schema and "anyOf" in schema:
            # A date or a date-time: callers may give a `date`, a `datetime`, or the text that their system has.
            formats = {variant.get("format") for variant in schema["anyOf"]}
            if {"date", "date-time"} <= formats:
                schema["anyOf"].insert(0, {"type": "string"})
                continue
        if isinstance(schema.get("type"), (str, list)) and schema.get("format") not in ("date", "date-time"):
            for constraint in CONSTRAINTS:
                schema.pop(constraint, None)
    open_enums(schemas)
    # Only operations use these, and no operations are generated.
    del description["paths"], schemas["HtmlText"], schemas["PlainText"]
    asserted_by = schemas["AssertedBy"]
    asserted_by.pop("discriminator", None)
    asserted_by["oneOf"].append({"$ref": "#/components/schemas/AssertedByOther"})
    schemas["AssertedByOther"] = {
        "type": "object",
        "description": "A way of asserting that this release of the client does not know.",
        "required": ["kind"],
        "properties": {"kind": {"type": "string", "description": "Its name."}},
    }
    return description


def generate() -> str:
    """The text of `models.py`."""
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "openapi.json"), Path(folder, "models.py")
        description = tolerant(json.loads(DESCRIPTION.read_text(encoding="utf-8")))
        source.write_text(json.dumps(description), encoding="utf-8")
        command = [sys.executable, "-m", "datamodel_code_generator", "--input", str(source), "--output", str(output)]
        subprocess.run([*command, *GENERATOR], check=True)
        return output.read_text(encoding="utf-8")


def main() -> int:
    """Writes or checks the file; returns the exit code."""
    generated = generate()
    if "--check" not in sys.argv[1:]:
        OUTPUT.write_text(generated, encoding="utf-8")
        return 0
    committed = OUTPUT.read_text(encoding="utf-8").splitlines()
    difference = list(difflib.unified_diff(committed, generated.splitlines(), "committed", "generated", lineterm=""))
    if difference:
        print("\n".join(difference[:60]))
        print("models.py does not match openapi/openapi.json; run `python generate.py` and commit the result")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
