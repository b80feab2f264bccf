"""Score a checkpoint or an export on the dev sets with the project's own scorer (evaluate.py , which speaks HTTP).

    python -m recipe.evaluate --scorer evaluate.py --data DIR --base DIR (--checkpoint FILE | --onnx FILE) [--limit 128] [TASK ...]
"""
import argparse
import importlib.util
import json
import os

import torch

from . import answer, features, tasks
from .document import Document
from .model import Model
from .predict import onnx_runner, predict, torch_runner


class Offline:
    """Stands in for the scorer's HTTP service."""

    def __init__(self, run, limit):
        self.run, self.limit = run, limit

    def all(self, docs, **options):
        read = [Document(d["id"], "dev", d["text"]) for d in docs]
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
    return {name: scorer.TASKS[name](service, data) for name in chosen}


def shown(scorer, results):
    for name, result in results.items():
        for key, value in scorer.flat("", result):
            value = f"P {value['p']} R {value['r']} F1 {value['f1']}" if isinstance(value, dict) else value
            yield f"{name:8} {key:52} {value}"


def load_model(path):
    model = Model(tasks.groups())
    model.load_state_dict(torch.load(path)["model"])
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--base", required=True)
    parser.add_argument("--checkpoint")
    parser.add_argument("--onnx")
    parser.add_argument("--limit", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json")
    parser.add_argument("tasks", nargs="*", default=["ner", "quotes", "coref", "events", "gold"])
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    run = onnx_runner(args.onnx, args.threads) if args.onnx else torch_runner(load_model(args.checkpoint))
    scorer = load_scorer(args.scorer)
    features.start(os.path.join(args.base, "vocab.txt"))
    results = score(scorer, run, args.data, args.limit, args.tasks)
    print("\n".join(shown(scorer, results)))
    if args.json:
        with open(args.json, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)


if __name__ == "__main__":
    main()
