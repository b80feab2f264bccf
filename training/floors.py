#!/usr/bin/env python3
"""Measures what confidences are worth: how many of the findings at and above each floor are right.

    python training/floors.py --url http://127.0.0.1:8080 ARTICLES.jsonl

The articles are annotated as `training/README.md` describes whole articles. Every article is one request with
`min_confidence: 0`. A finding is right when
- entity: one of its names is a form of an annotated entity of its type;
- mention: it is a name or a description of the entity that the annotation means there (names only where the article has no
  annotated descriptions; pronouns are not annotated and not counted);
- quote: at least half of its words and of an annotated quote's words are the same; speaker: so is the speaker's name;
- event: a mention overlaps an annotated trigger of its type; argument: its role is annotated there with a common word;
- time of an event: it begins with the annotated date; place: it shares a word with the annotated place.
Python's standard library only.
"""
import argparse
import collections
import concurrent.futures
import json
import re
import time
import urllib.error
import urllib.request

FLOORS = [0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98]


def norm(text):
    return re.sub(r"\W+", " ", text or "").strip().lower()


def words(text):
    return set(norm(text).split()) - {"the", "of", "in", "a", "an"}


def extract(url, document):
    body = {"body": document["text"], "published_at": document.get("published_at"),
            "options": {"min_confidence": 0, "evidence": True}}
    request = urllib.request.Request(url + "/v1/extract", json.dumps(body).encode(), {"Content-Type": "application/json"})
    for _ in range(20):
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            time.sleep(1)
    raise SystemExit("the service stays busy")


def span(found):
    return found["start"], found["end"]


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def covered(spans):
    return {i for start, end in spans for i in range(start, end)}


def judge(document, answer):
    """(layer, confidence, whether it is right) of every finding that the annotation can judge."""
    forms = [({norm(a) for a in [*e["aliases"], e["name"]]}, e["type"]) for e in document["entities"]]
    named = {e["name"]: {norm(a) for a in [*e["aliases"], e["name"]]} for e in document["entities"]}
    for entity in answer["entities"]:
        names = {norm(m["text"]) for m in entity["mentions"] if m["form"] == "name"} | {norm(entity["name"])}
        if any(m["form"] == "name" for m in entity["mentions"]):
            yield "entities", entity["confidence"], any(t == entity["type"] and f & names for f, t in forms)
        for mention in entity["mentions"]:
            if mention["form"] == "name":
                yield "mentions by name", mention["confidence"], any(t == entity["type"] and norm(mention["text"]) in f for f, t in forms)
            elif mention["form"] == "nominal" and "nominals" in document:
                meant = [n["entity"] for n in document["nominals"] if overlap(tuple(n["span"]), span(mention))]
                yield "mentions by description", mention["confidence"], any(named.get(m, set()) & names for m in meant)
    gold_quotes = [(covered(q["content_spans"]), q) for q in document["quotes"]]
    for quote in answer["quotes"]:
        content = covered(span(s) for s in quote["content"])
        best = max(gold_quotes, key=lambda g: len(g[0] & content) / len(g[0] | content), default=None)
        right = best is not None and len(best[0] & content) / len(best[0] | content) >= 0.5
        yield "quotes", quote["confidence"], right
        if right and quote["speaker"] and best[1].get("speaker"):
            said, want = norm(quote["speaker"]["name"]), named.get(best[1]["speaker"])
            fits = said in want if want else bool(words(said) & words(best[1]["speaker"]))
            yield "speakers " + quote["speaker"]["resolution"], quote["speaker"]["confidence"], fits
    for event in answer["events"]:
        hits = [e for e in document["events"] if e["type"] == event["type"]
                and any(overlap(tuple(e["trigger_span"]), span(m)) for m in event["mentions"])]
        yield "events", event["confidence"], bool(hits)
        if not hits:
            continue
        by_id = {e["id"]: {norm(m["text"]) for m in e["mentions"]} for e in answer["entities"]}
        for argument in event["arguments"]:
            of_role = [a for e in hits for a in e["args"] if a["role"] == argument["role"]]
            fits = any(words(a["text"]) & words(argument["text"])
                       or named.get(a.get("entity"), set()) & by_id.get(argument["entity_id"], set()) for a in of_role)
            yield "arguments", argument["confidence"], fits
        dates = {e["date"] for e in hits if e.get("date")}
        value = (event["time"] or {}).get("value") or ""
        if re.match(r"\d{4}", value):
            yield "event times, " + event["time"]["source"], event["time"]["confidence"], any(value[:len(d)] == d for d in dates)
        places = set().union(*(words(e.get("place")) for e in hits))
        if event["place"]:
            yield "event places", event["place"]["confidence"], bool(words(event["place"]["text"]) & places)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", required=True)
    parser.add_argument("file")
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda d: extract(options.url.rstrip("/"), d), documents))
    found = collections.defaultdict(list)
    for document, answer in zip(documents, answers):
        for layer, confidence, right in judge(document, answer):
            found[layer].append((confidence, right))
    for layer, rows in sorted(found.items()):
        print(f"\n{layer}: {len(rows)} found, {sum(right for _, right in rows)} right")
        print("| floor | kept | precision | right ones kept | precision below |\n| --- | --- | --- | --- | --- |")
        all_right = sum(right for _, right in rows)
        for floor in FLOORS:
            kept, below = [r for c, r in rows if c >= floor], [r for c, r in rows if c < floor]
            if kept and (floor == 0 or len(kept) < len(rows)):
                share = f"{100 * sum(below) / len(below):.0f}" if below else "–"
                print(f"| {floor} | {len(kept)} | {100 * sum(kept) / len(kept):.1f} | {100 * sum(kept) / max(1, all_right):.1f} | {share} |")


if __name__ == "__main__":
    main()
