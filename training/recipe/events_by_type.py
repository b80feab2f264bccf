"""Typed triggers by event type, over HTTP: python -m recipe.events_by_type --scorer …/evaluate.py --data … --url … --articles gold/articles.jsonl

Prints a Markdown table of precision, recall and F1 per type, and the commonest confusions. Of the newsroom articles, remember
that the model was trained on them.
"""
import argparse
import collections
import importlib.util


def scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def count(score, documents, answers):
    """-> {type: [right, found, annotated]}, Counter of (annotated type or None, found type or None)"""
    rows, confused = collections.defaultdict(lambda: [0, 0, 0]), collections.Counter()
    for document, answer in zip(documents, answers):
        wanted = [(tuple(e["trigger_span"]), e["type"]) for e in document["events"]]
        free = [(span, kind) for span, kind, _ in score.triggers(answer)]
        for _, kind in free:
            rows[kind][1] += 1
        left = []
        for span, kind in wanted:
            rows[kind][2] += 1
            hit = next((f for f in free if f[1] == kind and score.overlaps(span, f[0])), None)
            if hit:
                rows[kind][0] += 1
                free.remove(hit)
            else:
                left.append((span, kind))
        for span, kind in left:
            other = next((f for f in free if score.overlaps(span, f[0])), None)
            confused[kind, other and other[1]] += 1
            if other:
                free.remove(other)
        confused.update((None, kind) for _, kind in free)
    return rows, confused


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("scorer", "data", "url", "articles"):
        parser.add_argument(f"--{name}", required=True)
    args = parser.parse_args()
    score = scorer(args.scorer)
    documents = score.load(f"{args.data}/{args.articles}")
    rows, confused = count(score, documents, score.Service(args.url).all(documents))
    print("| type | precision | recall | F1 | annotated |\n| --- | --- | --- | --- | --- |")
    for kind, (right, found, annotated) in sorted(rows.items()):
        measure = score.prf(right, found, annotated)
        print(f"| {kind} | {measure['p']} | {measure['r']} | {measure['f1']} | {annotated} |")
    mixed = [(pair, n) for pair, n in confused.most_common() if None not in pair]
    print("\nTaken for another type: " + "; ".join(f"{a} for {b} ({n})" for (a, b), n in mixed[:10]))


if __name__ == "__main__":
    main()
