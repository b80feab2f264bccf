"""Events: type of a trigger word, its factuality, and for each trigger the slot of every word around it."""
import torch

from .. import labels, losses

SIZE = 32
SLOTS = len(labels.SLOTS) - 1
outputs = {"trigger": len(labels.TRIGGERS), "factuality": len(labels.FACTUALITY), "argument_q": SLOTS * SIZE, "argument_k": SIZE}


def argument_scores(queries, keys):
    """queries [..., SLOTS * SIZE] of triggers, keys [..., N, SIZE] of words -> [..., N, SLOTS + 1]; slot 0 (none) scores 2."""
    q = queries.unflatten(-1, (SLOTS, SIZE))
    scores = torch.einsum("...sd,...nd->...ns", q, keys) / SIZE ** 0.5
    return torch.cat([torch.full_like(scores[..., :1], 2.0), scores], -1)


def losses_of(scores, batch):
    yield "trigger", 1.5, losses.tagging(scores["trigger"], batch["labels"]["trigger"])
    yield "factuality", 1.0, losses.tagging(scores["factuality"], batch["labels"]["factuality"])
    if batch["arguments"] is not None:
        b, slot, masks = batch["arguments"]
        yield "argument", 0.3, losses.tagging(argument_scores(scores["argument_q"][b, slot], scores["argument_k"][b]), masks)
