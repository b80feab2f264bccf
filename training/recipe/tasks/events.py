"""Events: type of a trigger word, its factuality, and for each trigger the slot of every word around it."""
import torch

from .. import labels, losses

SIZE = 32
SLOTS = len(labels.SLOTS) - 1
outputs = {"trigger": len(labels.TRIGGERS), "factuality": len(labels.FACTUALITY), "argument_q": SLOTS * SIZE, "argument_k": SIZE}


TRIGGER_BIAS = 1.0  # taken off the scores of "none" and "other" before a word's best label is read
NONE, FALL, REACH = 0.0, 0.08, 50  # score of "no argument"; what each word of distance to the trigger costs, up to REACH


def argument_scores(queries, keys, trigger):
    """queries [K, SLOTS * SIZE] of triggers, keys [K, N, SIZE] of words, trigger [K] word slots -> [K, N, SLOTS + 1]."""
    scores = torch.einsum("ksd,knd->kns", queries.unflatten(-1, (SLOTS, SIZE)), keys) / SIZE ** 0.5
    distance = (torch.arange(keys.shape[1], device=keys.device)[None] - trigger[:, None]).abs().clamp(max=REACH)
    scores = scores - FALL * distance.unsqueeze(-1)
    return torch.cat([torch.full_like(scores[..., :1], NONE), scores], -1)


def losses_of(scores, batch):
    for head, weight in (("trigger", 1.5), ("factuality", 1.0)):
        if head in batch["labels"]:
            yield head, weight, losses.tagging(scores[head], batch["labels"][head])
    if batch["arguments"] is not None:
        b, slot, masks = batch["arguments"]
        yield "argument", 1.0, losses.tagging(argument_scores(scores["argument_q"][b, slot], scores["argument_k"][b], slot), masks)
