"""Corpora: what each is, its class, and how often the training run wants to pass over it.

A reader takes the data folder and yields Documents. Documents of several corpora with the same text become one.
"""
import dataclasses
import json
import os
from collections.abc import Callable

CORPORA = {}


@dataclasses.dataclass
class Corpus:
    name: str
    licence_class: str            # "open" | "unlicensed"; corpora of class "evaluate" are never registered
    passes: float                 # wanted passes in a full run
    read: Callable
    noisy: bool = False           # silver or derived labels: fades out over the run
    lengths: tuple = (48, 64, 96, 128, 192, 256)  # window lengths to draw from, in pieces


def corpus(name, licence_class, passes, **options):
    def register(read):
        CORPORA[name] = Corpus(name, licence_class, passes, read, **options)
        return read
    return register


def lines(data, path):
    with open(os.path.join(data, path), encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)


def register():
    """Fills CORPORA."""
    from . import articles, coref, events, names, newsroom, own, quotes, synthetic, syntax, unlabelled  # noqa: F401  they register themselves


def load(data, classes=("open", "unlicensed"), only=None):
    """{corpus name: [Document]} with same texts merged into the first corpus that has them."""
    register()
    out, seen = {}, {}
    for name in sorted(CORPORA, key=lambda n: (n != "newsroom", n == "unlabelled")):  # newsroom first: its labels are the fullest
        entry = CORPORA[name]
        if entry.licence_class not in classes or (only and name not in only):
            continue
        out[name] = []
        for document in entry.read(data, classes):
            if not document.words:
                continue
            first = seen.setdefault(document.text, document)
            if first is document:
                out[name].append(document)
            else:
                first.merge(document)
        print(name, len(out[name]), "documents", sum(len(d.features.pieces) for d in out[name]), "pieces", flush=True)
    return out
