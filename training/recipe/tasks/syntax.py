"""Universal Dependencies: part of speech, relation to the governor, and the governor among the words of the sentence or
[CLS] for the root (dot product, without a price for distance)."""
from .. import labels, losses

SIZE = 64
outputs = {"upos": len(labels.UPOS), "relation": len(labels.RELATIONS), "governor_q": SIZE, "governor_k": SIZE}


def losses_of(scores, batch):
    for head, weight in (("upos", 0.5), ("relation", 0.5)):
        if head in batch["labels"]:
            yield head, weight, losses.tagging(scores[head], batch["labels"][head])
    if batch["governor"] is not None:
        yield "governor", 0.7, losses.governing(scores["governor_q"], scores["governor_k"], batch["sentence"], batch["governor"])
