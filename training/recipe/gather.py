"""Read the corpora once and keep them as arrays, for training here or on a machine without them.

    python -m recipe.gather --data DIR --vocabulary vocab.txt --out DIR [--classes open] [--only NAME ...]

Nothing is done where `out` was made of the same data, by the same program and readers.
"""
import argparse
import glob
import json
import os

from . import corpora, features
from .store import fingerprint, pack

HERE = os.path.dirname(os.path.abspath(__file__))


def readers(vocabulary):
    """Files of ours on whose contents a store depends."""
    ours = [*glob.glob(os.path.join(HERE, "corpora", "*.py")), *(os.path.join(HERE, f"{n}.py") for n in ("labels", "document", "store", "features")),
            *glob.glob(os.path.join(HERE, "..", "articles", "*"))]
    return [*sorted(ours), vocabulary, features.BINARY]


def data_fingerprint(data):
    """Hash of the corpora's files, of those that there are."""
    patterns = ("newsroom/train*", "quotes/*/train*", "coref/*/train*", "events/*/*.json*", "ner/*/*.json*", "syntax/ud/*train*", "unlabelled/*.gz", "gazetteers/*")
    return fingerprint(sorted(path for pattern in patterns for path in glob.glob(os.path.join(data, pattern)) if os.path.isfile(path)))


def gather(data, vocabulary, out, classes=("open", "unlicensed"), only=None):
    key = {"data": data_fingerprint(data), "readers": fingerprint(readers(vocabulary)), "classes": sorted(classes), "only": only}
    kept = os.path.join(out, "key.json")
    if os.path.exists(kept):
        with open(kept, encoding="utf-8") as file:
            if json.load(file) == key:
                return
    features.start(vocabulary)
    pack(corpora.load(data, classes, only)).save(out)
    with open(kept, "w", encoding="utf-8") as file:
        json.dump(key, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--classes", nargs="+", default=["open", "unlicensed"], choices=["open", "unlicensed"], help="licence classes to read")
    parser.add_argument("--only", nargs="+", help="names of corpora")
    args = parser.parse_args()
    gather(args.data, args.vocabulary, args.out, args.classes, args.only)


if __name__ == "__main__":
    main()
