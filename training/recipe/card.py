"""Write CARD.md beside an exported model from the scores that recipe.evaluate and recipe.calibrate left.

    python -m recipe.card --model DIR --int8 int8.json --fp32 fp32.json --reliability calibrate.txt [--notes FILE]
"""
import argparse
import hashlib
import json
import os

LICENCES = {
    "newsroom": ("open + unlicensed, per article", "annotation of this project over texts of the corpora below"),
    "articles": ("open", "this project's own texts"),
    "worldwide (Worldwide English Newswire)": ("unlicensed", "no licence stated"),
    "polnear (PolNeAR 1.0)": ("unlicensed", "no licence stated"),
    "m2e2": ("unlicensed", "no licence stated; texts Voice of America"),
    "gum (names, attribution, OntoGUM, dependencies)": ("open", "annotation CC BY 4.0; texts CC BY / CC BY-SA"),
    "ud_ewt (dependencies)": ("open", "CC BY-SA 4.0"),
    "ecbplus (happenings)": ("open", "CC BY 3.0"),
    "unlabelled (White House, State Department, Wikinews), where a teacher labels": ("open", "US Government works; CC BY 2.5"),
    "gap": ("open", "Apache-2.0; texts Wikipedia CC BY-SA"),
    "wikievents": ("open", "MIT"),
    "maven_sentences": ("open", "CC BY-SA 4.0"),
    "geneva": ("open", "CC BY 3.0"),
    "crudeoilnews": ("open", "Apache-2.0"),
    "factuality_uds_ih2": ("open", "CC BY-SA 4.0"),
    "gmb": ("open", "public-domain texts; ODbL export"),
    "redocred": ("open", "MIT; texts Wikipedia CC BY-SA"),
    "crossner, crossner_other (literature, music)": ("open", "MIT; texts Wikipedia CC BY-SA"),
    "wikigold": ("open", "CC BY 4.0; texts Wikipedia CC BY-SA"),
    "europarl_en": ("open", "no known restriction"),
    "btc (section g)": ("open", "CC BY 4.0"),
    "re3d (without BBC)": ("open", "OGL v3, US Government, CC BY 3.0 AU, CC BY-SA 3.0, EU reuse"),
    "synthetic": ("open", "made by rule from public name lists: CC0, CC BY 4.0 (GeoNames), ODbL (mledoze/countries)"),
}


def figures(node, prefix=""):
    """Flattens the scorer's JSON to {name: F1 or percentage}."""
    for key, value in node.items():
        name = f"{prefix} {key}".strip()
        if isinstance(value, dict) and {"f1", "p"} <= value.keys():
            yield name, value["f1"]
        elif isinstance(value, dict):
            yield from figures(value, name)
        elif isinstance(value, (int, float)) and not name.endswith(("articles", "dates", "places", "gold", "types", "failed_n")):
            yield name, value


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "int8", "fp32", "reliability"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--base", required=True, help="the weights it started from and a teacher, with licences: the card's words")
    parser.add_argument("--notes")
    args = parser.parse_args()
    path = os.path.join(args.model, "model.safetensors")
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    scores = {}
    for column in ("fp32", "int8"):
        with open(getattr(args, column), encoding="utf-8") as file:
            scores[column] = dict(figures(json.load(file)))
    with open(args.reliability, encoding="utf-8") as file:
        reliability = file.read().rstrip()
    notes = open(args.notes, encoding="utf-8").read() if args.notes else ""
    rows = [f"| {k} | {scores['fp32'].get(k, '')} | {v} |" for k, v in scores["int8"].items() if not k.endswith("half")]
    data = [f"| {k} | {c} | {l} |" for k, (c, l) in LICENCES.items()]
    text = f"""# en-news

One encoder pass over English news: names, attribution, event triggers with arguments, factuality, dates, places and happenings, antecedents,
dependencies. {args.base} with word-shape, quotation, name-table and lexicon embeddings, all heads trained together by `training/`.
`model.safetensors`: int8 weights, {os.path.getsize(path) / 1e6:.1f} MB, sha256 `{digest}`.
Inputs, outputs and how to read them: `training/README.md`. Label orders, constants and temperatures: `labels.json`.

{notes}
## Data
| corpus | class | licence |
| --- | --- | --- |
{chr(10).join(data)}

Only training splits. Nothing of class `evaluate` and nothing of `gold` was trained on. `classes = ["open"]` in `release.toml` trains without the class `unlicensed`.

## Scores
F1 or per cent on the dev sets by the project's scorer, with the plain decoding of `recipe/answer.py`, windows of 192 pieces (int8: the ONNX export); the service's rules
(quotation marks, dates, titles, gazetteers) take no part. The decoding constants were chosen with a look at these dev sets.

| measure | fp32 | int8 |
| --- | --- | --- |
{chr(10).join(rows)}

## Calibration
Temperature per head, then words whose best label is not the first: confidence from, to, words, mean confidence, accuracy (dev, int8).

```
{reliability}
```
"""
    with open(os.path.join(args.model, "CARD.md"), "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
