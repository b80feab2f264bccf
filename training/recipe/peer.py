"""Time the service's encoder beside ONNX Runtime: the same texts, windows and int8 weights, one thread, one core, in turns.

    cargo build --release -p dateline-encoder --example pace
    taskset -c 0 python -m recipe.peer --model ../models/en-news      (a folder that recipe.export wrote, model.onnx included)

Ours is timed from text to outputs (word pieces, name tables, windows); ONNX Runtime from tensors to outputs, in batches of
similar windows. Prints pieces/s of both and how far their scores are apart.
"""
import argparse
import json
import os
import statistics
import subprocess
import time

import numpy as np

from . import features
from .batches import collate
from .document import Document
from .predict import onnx_runner
from .sampler import Plan, windows
from .store import pack

PACE = os.path.join(features.ROOT, "target", "release", "examples", "pace")
WINDOW = 192  # crates/encoder/src/window.rs
NEWS = ("The harbour board of Port Ellery said on Tuesday that it would close the old ferry pier by the end of next month. The pier, "
        "which opened in 1931, has lost money for nine years, and engineers who visited it last week found cracks in two of its piles. "
        "“No decision has been taken about the ferries,” Ada Quill, a spokeswoman, told reporters. They carry 4,000 passengers a day. "
        "Three years ago the town offered to buy the pier. “We will ask again,” said Mayor Joan Brandt. Councillors meet on Thursday to "
        "hear from residents of the quay, many of whom have rented their houses from the board since the early 1980s and fear that the "
        "land will be sold to builders after the pier is gone.\n")


class Ours:
    def __init__(self, folder):
        self.process = subprocess.Popen([PACE, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self, text):
        self.process.stdin.write(json.dumps(text).encode() + b"\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return answer["seconds"], np.array(answer["names"], np.float32)


def batches(todo, pieces):
    """`todo`: [(pieces, window)]"""
    todo, out = sorted(todo, reverse=True), []
    for length, window in todo:
        if out and out[-1][0][0] * (len(out[-1]) + 1) <= pieces:
            out[-1].append((length, window))
        else:
            out.append([(length, window)])
    return out


def cut(document):
    """-> store, [(pieces, (first word, end word))]"""
    store = pack({"": [document]})
    found = windows(store["begin"], store.bounds(0), WINDOW)
    return store, [(int(store["begin"][end] - store["begin"][first]) + 2, (first, end)) for first, end in found]


def theirs(run, document, pieces):
    """-> seconds, scores of names."""
    names, seconds = np.zeros((len(document.words), 21), np.float32), 0.0
    store, todo = cut(document)
    for members in batches(todo, pieces):
        batch = collate(store, Plan.of([window for _, window in members]))
        start = time.perf_counter()
        outputs = run(batch)["names"]
        seconds += time.perf_counter() - start
        for row, (_, (first, end)) in enumerate(members):
            names[first:end] = outputs[row, 1:end - first + 1]
    return seconds, names


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args()
    features.start(os.path.join(args.model, "vocab.txt"))
    ours, run = Ours(args.model), onnx_runner(os.path.join(args.model, "model.onnx"), 1)
    for paragraphs in (1, 6, 24):
        document = Document("peer", "peer", NEWS * paragraphs)
        pieces = sum(length for length, _ in cut(document)[1])
        best = {key: [] for key in ("ours", 256, 512, 1024, 2048)}
        for _ in range(args.rounds):
            for key in best:
                seconds, scores = ours.read(document.text) if key == "ours" else theirs(run, document, key)
                best[key].append(seconds)
                if key == "ours":
                    mine = scores
        apart = np.abs(mine - scores).max()
        speed = {key: pieces / min(values) for key, values in best.items()}
        median = {key: pieces / statistics.median(values) for key, values in best.items()}
        peer = max(speed, key=lambda key: speed[key] if key != "ours" else 0)
        print(f"{pieces:5} pieces: ours {speed['ours']:.0f}/s (median {median['ours']:.0f}), ONNX Runtime {speed[peer]:.0f}/s "
              f"(median {median[peer]:.0f}, batches of {peer}), ratio {speed['ours'] / speed[peer]:.2f}, scores apart by {apart:.4f}")


if __name__ == "__main__":
    main()
