"""Write a tiny random network and what it must answer: the reference of the Rust tests.

    python -m recipe.tiny --out ../crates/encoder/tests/tiny      (writes model.safetensors, labels.json and reference.json)
"""
import argparse
import json
import os
import random

import torch

from . import tasks, weights
from .export import label_file
from .features import CLS, LEXICON_BITS, MEMBERSHIP_BITS, QUOTES, SEP, SHAPES
from .forward import Network
from .model import Model, Size

PIECES, LENGTHS = 128, (5, 192, 37)  # word pieces in the table; pieces of each window


def window(length, rng):
    inner = length - 2

    def column(values):
        return [0, *(rng.choice(values) for _ in range(inner)), 0]
    def sets(width):
        return [0, *(sum(1 << b for b in rng.sample(range(width), rng.choice((0, 0, 1, 3)))) for _ in range(inner)), 0]
    ids = [CLS, *(rng.randrange(PIECES) for _ in range(inner)), SEP]
    return {"ids": ids, "shapes": column(range(1, len(SHAPES))), "quotes": column(range(len(QUOTES))), "membership": sets(MEMBERSHIP_BITS),
            "lexicon": sets(LEXICON_BITS)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    torch.manual_seed(0)
    rng = random.Random(0)
    model = Model(tasks.groups(), Size(width=64, layers=2, heads=2, inner=128, group=64, lexicon=LEXICON_BITS, vocabulary=PIECES, positions=256))
    for name, weight in model.named_parameters():
        if weight.ndim == 2:
            torch.nn.init.normal_(weight, std=0.1)
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "model.safetensors")
    weights.write(model, path)
    network, windows = Network(path), [window(length, rng) for length in LENGTHS]
    for row in windows:
        outputs = network.window(row["ids"], row["shapes"], row["quotes"], row["membership"], row["lexicon"])
        row["read"] = sorted({0, 1, len(row["ids"]) // 2, len(row["ids"]) - 2})
        row["outputs"] = {name: [[round(float(x), 4) for x in values[place]] for place in row["read"]] for name, values in outputs.items()}
    for name, content in (("labels", label_file("tiny", LEXICON_BITS)), ("reference", {"windows": windows})):
        with open(os.path.join(out, f"{name}.json"), "w", encoding="utf-8") as file:
            json.dump(content, file)


if __name__ == "__main__":
    main()
