"""Score a checkpoint or an export: the project's own scorer (evaluate.py, which speaks HTTP) on the dev sets and on the
articles to choose on, and beside it parts of speech and dependencies.

    python -m recipe.evaluate --scorer evaluate.py --data DIR --vocabulary FILE (--checkpoint FILE | --onnx FILE) [--limit 192] [TASK ...]

Tasks: those of the scorer, and `syntax`. Without any: choose, syntax.
"""
import argparse
import importlib.util
import json
import tempfile

import torch

from . import answer, checkpoint, features
from . import syntax_scores
from .document import Document
from .predict import onnx_runner, predict, torch_runner


class Offline:
    """Stands in for the scorer's HTTP service."""

    def __init__(self, run, limit):
        self.run, self.limit, self.known = run, limit, {}  # known: {text: Document already read}

    def all(self, docs, **options):
        read = [self.known.get(d["text"]) or Document(d["id"], "dev", d["text"], d.get("published_at")) for d in docs]
        polnear = options.get("attributions") == "all"
        filled = [d for d in read if d.words]
        found = dict(zip(map(id, filled), (answer.answer(p, None if polnear else "speech", polnear) for p in predict(self.run, filled, self.limit))))
        return [found.get(id(d), {"entities": [], "quotes": [], "events": [], "times": []}) for d in read]


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(scorer, run, data, limit, chosen):
    service = Offline(run, limit)
    return {name: syntax_scores.score(run, data, limit) if name == "syntax" else scorer.TASKS[name](service, data) for name in chosen}


def whole_articles(scorer, run, held, limit):
    """Scores on [(row, Document)], which no corpus on disk is needed for."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row, _ in held)
        file.flush()
        service = Offline(run, limit)
        service.known = {row["text"]: document for row, document in held}
        return scorer.whole_articles(service, file.name)


def shown(scorer, results):
    for name, result in results.items():
        for key, value in scorer.flat("", result):
            value = f"P {value['p']} R {value['r']} F1 {value['f1']}" if isinstance(value, dict) else value
            yield f"{name:8} {key:52} {value}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--checkpoint")
    parser.add_argument("--onnx")
    parser.add_argument("--limit", type=int, default=192)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json")
    parser.add_argument("tasks", nargs="*", default=["choose", "syntax"])
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    run = onnx_runner(args.onnx, args.threads) if args.onnx else torch_runner(checkpoint.read(args.checkpoint))
    scorer = load_scorer(args.scorer)
    features.start(args.vocabulary)
    results = score(scorer, run, args.data, args.limit, args.tasks)
    print("\n".join(shown(scorer, results)))
    if args.json:
        with open(args.json, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)


if __name__ == "__main__":
    main()
