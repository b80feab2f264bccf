"""Fits the weights by which the service finds whom a pronoun or a description as a quote's source means.

    python -m recipe.speakers --data DIR [--write]

Annotated articles (newsroom/train and our own, never dev sets or gold) go through `cargo xtask speakers`, which says whom each source
can mean and what is compared. Build it first: cargo build --release -p xtask. What is compared depends on the speakers found before, so
after new weights build and fit once more. The log-probability of all right ones among them is maximised, with an L2 penalty; the
figures are of ten-fold cross-validation over articles. --write puts the weights into models/en-news/rankers.json, with the hash of
the model that they were fitted with.
"""
import argparse
import glob
import hashlib
import json
import os
import re
import subprocess

import numpy as np

from .corpora import own
from .features import BINARY, ROOT

MODEL = os.path.join(ROOT, "models", "en-news")
FOLDS, STEPS, RATE = 10, 400, 0.3
PENALTIES = {"speaker_pronouns": 0.02, "speaker_descriptions": 0.005}
# What can only speak for somebody: with few examples, the others would take its weight and turn its sign.
FOR = {"class_agrees", "noun_beside", "modifier_beside", "author_told", "author_last", "title_exact", "title_ends", "title_head",
       "affiliation_agrees", "name_holds_head", "linked", "read_above_nothing"}
STOP = {"the", "a", "an", "of"}


def norm(text):
    return re.sub(r"\W+", " ", text or "").strip().lower()


def articles(data):
    with open(os.path.join(data, "newsroom", "train.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for path in sorted(glob.glob(os.path.join(own.FOLDER, "*.article"))):
        with open(path, encoding="utf-8") as file:
            rows.append(own.parse(file.read(), os.path.basename(path)))
    return rows


def compared(rows):
    """What the service compares in each article."""
    sent = "".join(json.dumps({"text": row["text"]}) + "\n" for row in rows)
    command = [BINARY, "speakers", "--model", MODEL]
    return [json.loads(line) for line in subprocess.run(command, input=sent.encode(), stdout=subprocess.PIPE, check=True).stdout.splitlines()]


def right(row, comparison, quote):
    """Which candidates are the annotated speaker; the last one is nobody known."""
    named = {e["name"]: {norm(a) for a in [*e["aliases"], e["name"]]} for e in row["entities"]}
    candidates, want = comparison["candidates"], named.get(quote["speaker"])
    if want:
        hits = [any(norm(form) in want for form in candidate["forms"]) for candidate in candidates]
    else:
        words = set(norm(quote["speaker"]).split()) - STOP
        shared = [len(words & set(norm(candidate["forms"][0]).split())) if len(candidate["forms"]) == 1 else 0 for candidate in candidates]
        hits = [count > 0 and count == max(shared) for count in shared]
    return hits if any(hits) else [False] * (len(candidates) - 1) + [True]


def examples(rows):
    """-> per source: article, whether it is a pronoun, values [candidates, width], right [candidates]; and the values' names."""
    out, names = [], None
    for at, (row, answer) in enumerate(zip(rows, compared(rows))):
        names = answer["names"]
        for comparison in answer["comparisons"]:
            start, end = comparison["source"]
            quote = next((q for q in row["quotes"] if q.get("speaker") and q.get("source_span")
                          and q["source_span"][0] < end and start < q["source_span"][1]), None)
            if quote:
                values = np.array([candidate["values"] for candidate in comparison["candidates"]])
                out.append((at, comparison["pronoun"], values, np.array(right(row, comparison, quote))))
    return out, names


def fit(rows, names, penalty):
    """Weights by gradient ascent (Adam) on the mean log-probability of the right ones, those of FOR not below 0."""
    floor = np.array([0.0 if name in FOR else -np.inf for name in names])
    width = rows[0][2].shape[1]
    weights, first, second = np.zeros(width), np.zeros(width), np.zeros(width)
    for step in range(1, STEPS + 1):
        slope = -penalty * weights / 2
        for _, _, values, hits in rows:
            score = values @ weights
            share = np.exp(score - score.max())
            share /= share.sum()
            slope = slope + (share * hits / max(1e-9, (share * hits).sum()) - share) @ values / len(rows)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope ** 2
        weights = np.maximum(floor, weights + RATE / step ** 0.5 * (first / (1 - 0.9 ** step)) / (np.sqrt(second / (1 - 0.999 ** step)) + 1e-8))
    return weights


def accuracy(rows, weights):
    return sum(bool(hits[np.argmax(values @ weights)]) for _, _, values, hits in rows) / max(1, len(rows))


def cross_validated(rows, names, penalty):
    folds = [[row for row in rows if row[0] % FOLDS == fold] for fold in range(FOLDS)]
    scores = [(accuracy(fold, fit([row for row in rows if row[0] % FOLDS != at], names, penalty)), len(fold)) for at, fold in enumerate(folds) if fold]
    return sum(score * size for score, size in scores) / len(rows)


def write(fitted):
    """Replaces rankers of the model; each says with which model it was fitted."""
    path = os.path.join(MODEL, "rankers.json")
    with open(path, encoding="utf-8") as file:
        rankers = json.load(file)
    with open(os.path.join(MODEL, "model.safetensors"), "rb") as file:
        model = hashlib.sha256(file.read()).hexdigest()
    rankers |= {name: {"model_sha256": model, "weights": weights} for name, weights in fitted.items()}
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(rankers, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows, names = examples(articles(args.data))
    assert FOR <= set(names), FOR - set(names)
    fitted = {}
    for name, pronoun in (("speaker_pronouns", True), ("speaker_descriptions", False)):
        part = [row for row in rows if row[1] == pronoun]
        weights = fit(part, names, PENALTIES[name])
        print(f"{name}: {len(part)} sources, cross-validated {100 * cross_validated(part, names, PENALTIES[name]):.1f}, fitted {100 * accuracy(part, weights):.1f}, "
              f"always nobody {100 * sum(bool(hits[-1]) for *_, hits in part) / len(part):.1f}")
        fitted[name] = {label: round(float(weight), 2) + 0.0 for label, weight in zip(names, weights)}
    if args.write:
        write(fitted)


if __name__ == "__main__":
    main()
