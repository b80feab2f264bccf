"""Carry a store, weights or a checkpoint to a machine that can be reached by small files only, and back.

    python -m recipe.parcel pack --store DIR --data DIR --vocabulary FILE --out DIR    articles to choose on and UD's dev sets included
    python -m recipe.parcel split FILE --out DIR                                       parts of at most 15 MiB
    python -m recipe.parcel weights CHECKPOINT --out DIR                               the weights alone, as float16, in parts
    python -m recipe.parcel join PART ... --out FILE                                   parts back to one file
    python -m recipe.parcel unpack FILE --out DIR                                      a packed store back to a folder
"""
import argparse
import os
import pickle
import tarfile

import torch

from . import features
from .corpora import lines, syntax
from .document import Document

HELD = "held.pickle"  # documents to score on: {"choose": [(row, Document)], "syntax": {name: [Document]}}
PART = 15 << 20


def held(data):
    rows = list(lines(data, "newsroom/choose.jsonl"))
    return {"choose": [(row, Document(row["id"], "choose", row["text"], row.get("published_at"))) for row in rows],
            "syntax": {name: list(read(data, (), part="dev")) for name, read in (("ewt", syntax.ewt), ("gum", syntax.gum))}}


def pack(store, data, vocabulary, out):
    """Writes `out`/store.tar.xz in parts."""
    features.start(vocabulary)
    with open(os.path.join(store, HELD), "wb") as file:
        pickle.dump(held(data), file)
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "store.tar.xz")
    with tarfile.open(path, "w:xz", preset=6) as archive:
        for name in sorted(os.listdir(store)):
            archive.add(os.path.join(store, name), name)
    split(path, out)
    os.remove(path)


def unpack(path, out):
    with tarfile.open(path) as archive:
        archive.extractall(out, filter="data")


def split(path, out):
    os.makedirs(out, exist_ok=True)
    with open(path, "rb") as file:
        for number in range(1000):
            part = file.read(PART)
            if not part:
                return
            with open(os.path.join(out, f"{os.path.basename(path)}.{number:03}"), "wb") as target:
                target.write(part)


def join(parts, out):
    with open(out, "wb") as target:
        for part in sorted(parts):
            with open(part, "rb") as file:
                target.write(file.read())


def weights(path, out):
    """A checkpoint without the optimiser's state, in half precision."""
    saved = torch.load(path, map_location="cpu", weights_only=False)
    kept = {k: saved[k] for k in ("size", "labels", "seen", "steps", "stage")}
    kept["model"] = {k: v.half() if v.is_floating_point() else v for k, v in saved["model"].items()}
    os.makedirs(out, exist_ok=True)
    small = os.path.join(out, "weights.pt")
    torch.save(kept, small)
    split(small, out)
    os.remove(small)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pack", "split", "weights", "join", "unpack"])
    parser.add_argument("files", nargs="*")
    for name in ("store", "data", "vocabulary"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    if args.what == "pack":
        pack(args.store, args.data, args.vocabulary, args.out)
    elif args.what == "join":
        join(args.files, args.out)
    else:
        {"split": split, "weights": weights, "unpack": unpack}[args.what](args.files[0], args.out)


if __name__ == "__main__":
    main()
