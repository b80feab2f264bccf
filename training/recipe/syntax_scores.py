"""Parts of speech and dependencies on the dev sets of Universal Dependencies, by our words: UPOS, UAS and LAS in per cent,
marks included, words that continue a token left out. A subtype that we do not have counts as its relation."""
import numpy as np

from . import labels as L
from .corpora import syntax
from .decode import governors
from .document import UNKNOWN
from .predict import predict


def score(run, data, limit):
    return scored(run, {name: list(read(data, (), part="dev")) for name, read in (("ewt", syntax.ewt), ("gum", syntax.gum))}, limit)


def scored(run, documents, limit):
    """{name: [Document]} -> {name: scores}"""
    return {name: measured(predict(run, rows, limit)) for name, rows in documents.items()}


def measured(predictions):
    words = tagged = attached = labelled = 0
    for p in predictions:
        gold, continued = np.array(p.document.governor), 1 << L.RELATIONS.index("goeswith")
        relations = np.array(p.document.labels["relation"])
        known = (gold != UNKNOWN) & (relations != continued)
        right = governors(p) == gold
        words += int(known.sum())
        tagged += int((known & (1 << p.outputs["upos"].argmax(-1).astype(np.int64) == p.document.labels["upos"])).sum())
        attached += int((known & right).sum())
        labelled += int((known & right & (1 << p.outputs["relation"].argmax(-1).astype(np.int64) == relations)).sum())
    return {"words": words, **{name: round(100 * n / max(1, words), 1) for name, n in (("UPOS", tagged), ("UAS", attached), ("LAS", labelled))}}
