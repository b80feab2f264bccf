"""Fit one temperature per tagging head on dev sets and print a reliability table. Triggers stay at 1: no dev set outside
`gold` has our scheme, and in the others a partial label is nearly always right.

    python -m recipe.calibrate --data DIR --model DIR --out calibration.json
"""
import argparse
import json
import os

import numpy as np

from . import features
from .corpora import names, quotes
from .decode import log_softmax
from .predict import onnx_runner, predict

SETS = {"names": names.worldwide, "content": quotes.polnear, "source": quotes.polnear, "cue": quotes.polnear}


def allowed(masks, labels):
    return (masks[:, None] >> np.arange(labels)) & 1 == 1


def loss(scores, right, temperature):
    """Mean -log probability of the allowed labels."""
    logs = log_softmax(scores / temperature)
    return -np.log(np.where(right, np.exp(logs), 0).sum(-1) + 1e-9).mean()


def reliability(scores, right, temperature, bins=(0, .5, .7, .8, .9, .95, .98, 1.0001)):
    """[(low, high, words, mean confidence, accuracy)] of words whose best label is not label 0."""
    odds = np.exp(log_softmax(scores / temperature))
    best, sure = odds.argmax(-1), odds.max(-1)
    hit = right[np.arange(len(best)), best]
    out = []
    for low, high in zip(bins, bins[1:]):
        here = (best > 0) & (sure >= low) & (sure < high)
        if here.any():
            out.append((low, min(high, 1.0), int(here.sum()), round(float(sure[here].mean()), 3), round(float(hit[here].mean()), 3)))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    features.start(os.path.join(args.model, "vocab.txt"))
    run = onnx_runner(os.path.join(args.model, "model.onnx"))
    found, out = {}, {}
    for head, read in SETS.items():
        if read not in found:
            found[read] = predict(run, [d for d in read(args.data, ("open", "unlicensed"), split="dev") if d.words])
        masks = np.concatenate([p.document.labels[head] for p in found[read]]).astype(np.int64)
        scores = np.concatenate([p.outputs[head] for p in found[read]])[masks != 0]
        right = allowed(masks[masks != 0], scores.shape[-1])
        out[head] = round(float(min(np.arange(0.6, 3.01, 0.05), key=lambda t: loss(scores, right, t))), 2)
        print(head, "temperature", out[head], "loss", round(loss(scores, right, 1.0), 4), "->", round(loss(scores, right, out[head]), 4))
        for row in reliability(scores, right, out[head]):
            print("   ", *row)
    with open(args.out, "w", encoding="utf-8") as file:
        json.dump(out, file)


if __name__ == "__main__":
    main()
